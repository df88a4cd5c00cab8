"""Files that evolution-data-server keeps for a source: its data, pictures, attachments.

Rules
-----
* The service answers a write to a calendar before the file is written. If it ended in
  between, what was written would be gone, and gone looks like deleted by a person. So a
  write has ended when the file tells the revision that the service tells, and the disk
  has it. Where the files are not to be found (another user's service, a container) that
  cannot be known and is not waited for.
* Only what lies in the source's own folder is read, whatever an address says: an address
  may have come from a server, and what is read here goes to one.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

LARGEST: Final = 10_000_000

_FOLDERS: Final = {
    "VCARD": "addressbook",
    "VEVENT": "calendar",
    "VTODO": "tasks",
    "VJOURNAL": "memos",
}

_DATA: Final = {
    "VCARD": "contacts.db",
    "VEVENT": "calendar.ics",
    "VTODO": "tasks.ics",
    "VJOURNAL": "journal.ics",
}
_PATIENCE: Final = 5.0
_HEAD: Final = 4096
"""Octets within which a calendar's file tells its revision."""


class OwnFiles:
    """The files of one source."""

    def __init__(self, part: str, source: str) -> None:
        data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
        self._folder = Path(data) / "evolution" / _FOLDERS[part] / source
        self._data = self._folder / _DATA[part]

    def settle(self, revision: str | None) -> None:
        """Wait until the source's data are on the disk.

        :param revision: which the file has to tell; ``None``: it does not tell any.
        """
        deadline = time.monotonic() + _PATIENCE
        while revision is not None and time.monotonic() < deadline:
            try:
                with self._data.open("rb") as file:
                    if f"REVISION:{revision}".encode() in file.read(_HEAD):
                        break
            except OSError:
                if not self._folder.is_dir():
                    return
            time.sleep(0.005)
        for path in (self._data, self._data.with_name(f"{self._data.name}-wal"), self._folder):
            self._sync(path)

    @staticmethod
    def _sync(path: Path) -> None:
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except OSError:
            return
        try:
            os.fsync(descriptor)
        except OSError:
            return
        finally:
            os.close(descriptor)

    def read(self, uri: str) -> bytes | None:
        """The content of a file; ``None``: not one of this source, gone, or too large."""
        path = self._path(uri)
        if path is None:
            return None
        try:
            if path.stat().st_size > LARGEST:
                return None
            return path.read_bytes()
        except OSError:
            return None

    def mark(self, uri: str) -> str:
        """Changes when the file may have."""
        path = self._path(uri)
        try:
            status = path.stat() if path is not None else None
        except OSError:
            status = None
        return f"{status.st_size} {status.st_mtime_ns}" if status is not None else ""

    def _path(self, uri: str) -> Path | None:
        parts = urlsplit(uri.strip())
        if parts.scheme.lower() != "file" or parts.netloc not in ("", "localhost"):
            return None
        try:
            path = Path(unquote(parts.path)).resolve()
            return path if path.is_relative_to(self._folder.resolve()) else None
        except (OSError, ValueError):
            return None
