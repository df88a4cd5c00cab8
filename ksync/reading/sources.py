"""Where what is shown is read: a folder, or the sync state.

What is in the desktop's store is shown as the last sync left it: its texts are in the
sync state, and reading them needs no bus.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from sync_engine.base_store.store import BaseStore
    from sync_engine.core.identifiers import ContentHash

Mark = tuple[int, int, int]
"""What changes with a text; the second number is its size, 0: not known."""


class Source(Protocol):
    """Texts of one collection, by name."""

    def listed(self, suffix: str) -> list[tuple[str, Mark]]:
        """What is there now, with such names."""

    def text(self, name: str) -> bytes:
        """One of them as it is now.

        :raises OSError, KeyError: it is gone, or cannot be read.
        """

    def place(self, name: str) -> str:
        """Where it is, for a person."""

    def close(self) -> None:
        """It is read no more."""


class Folder:
    """A vdir."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def listed(self, suffix: str) -> list[tuple[str, Mark]]:
        """See ``Source``."""
        try:
            with os.scandir(self._folder) as listing:
                return [
                    (entry.name, _mark(entry))
                    for entry in listing
                    # RFC 5545 and vdir: hidden ones are drafts of other programs
                    if entry.name.endswith(suffix)
                    and not entry.name.startswith(".")
                    and entry.is_file()
                ]
        except OSError:
            return []

    def text(self, name: str) -> bytes:
        """See ``Source``."""
        return (self._folder / name).read_bytes()

    def place(self, name: str) -> str:
        """See ``Source``."""
        return str(self._folder / name)

    def close(self) -> None:
        """See ``Source``."""


def _mark(entry: os.DirEntry[str]) -> Mark:
    found = entry.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


class Synced:
    """What the sync state holds of a collection.

    :param file: the state store; :param slug: which collection.
    :param where: what is said of its place.
    """

    def __init__(self, file: Path, slug: str, where: str) -> None:
        self._file = file
        self._slug = slug
        self._where = where
        self._store: BaseStore | None = None
        self._texts: dict[str, ContentHash] = {}

    def listed(self, suffix: str) -> list[tuple[str, Mark]]:
        """See ``Source``."""
        try:
            store = self._opened()
            rows = [row for row in store.collections.all() if row.slug == self._slug]
            base = [one for row in rows for one in store.base.of(row.id)]
        except EngineError:
            return []
        self._texts = {
            str(one.local_id): one.local_content for one in base if one.local_id.endswith(suffix)
        }
        return [(name, (int(text[:15], 16), 0, 0)) for name, text in self._texts.items()]

    def text(self, name: str) -> bytes:
        """See ``Source``."""
        try:
            return self._opened().contents.get(self._texts[name])
        except EngineError as error:
            raise OSError(str(error)) from error

    def place(self, name: str) -> str:  # noqa: ARG002  it has no place of its own
        """See ``Source``."""
        return self._where

    def close(self) -> None:
        """See ``Source``."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> BaseStore:
        if self._store is None:
            from sync_engine.base_store.store import (  # noqa: PLC0415  most have folders
                BaseStore,
            )

            self._store = BaseStore.open(self._file)
        return self._store
