"""Files that evolution-data-server keeps for a source: pictures, attachments.

Only what lies in the source's own folder is read, whatever an address says: an address
may have come from a server, and what is read here goes to one.
"""

from __future__ import annotations

import os
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


class OwnFiles:
    """The files of one source."""

    def __init__(self, part: str, source: str) -> None:
        data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
        self._folder = Path(data) / "evolution" / _FOLDERS[part] / source

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
