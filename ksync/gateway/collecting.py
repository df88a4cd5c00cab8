"""What is served as it is at each request, read anew when settings or state changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from ksync.gateway.catalogue import Served, listed
from ksync.gateway.shelf import KnownElsewhere
from ksync.gateway.tree import by_path
from ksync.reporting.errors import AppError
from sync_engine.base_store.store import BaseStore
from sync_engine.core.identifiers import ContentHash
from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path

    from ksync.composition import Parts

_LOOK_SECONDS = 0.5
_ANYWAY_SECONDS = 30.0
"""Policies and what else has no stamp here."""

_Stamp = tuple[tuple[int, int] | None, ...]


class Collecting:
    """Keeps the list.

    :param load: the settings as they are now.
    :param loaded: told of them, whenever they were read.
    """

    def __init__(
        self, load: Callable[[], Parts], loaded: Callable[[Parts], None] = lambda _parts: None
    ) -> None:
        self._load = load
        self._loaded = loaded
        self._lock = threading.Lock()
        self._parts: Parts | None = None
        self._found: dict[str, Served] = {}
        self._stamp: _Stamp | None = None
        self._looked = self._read = float("-inf")

    def served(self) -> dict[str, Served]:
        """Collections by their path. Settings that cannot be read leave them as they were."""
        with self._lock:
            now = time.monotonic()
            if now - self._looked >= _LOOK_SECONDS:
                self._looked = now
                stamp = self._stamps()
                if stamp != self._stamp or now - self._read >= _ANYWAY_SECONDS:
                    self._refresh()
            return self._found

    def look(self) -> None:
        """Read everything anew."""
        with self._lock:
            self._refresh()

    def _refresh(self) -> None:
        self._read = time.monotonic()
        self._read_all()
        self._stamp = self._stamps()

    def _read_all(self) -> None:
        try:
            self._parts = parts = self._load()
        except AppError:
            return
        self._loaded(parts)
        found = listed(parts)
        kept = [one for one in self._found.values() if one.id.partition("/")[0] in found.unknown]
        self._found = by_path([*found.collections, *kept])

    def _files(self) -> list[Path]:
        parts = self._parts
        if parts is None:
            return []
        files = [parts.paths.config_file]
        for name in parts.config.accounts:
            state = parts.account(name).state_file
            files += [state, state.with_name(state.name + "-wal")]
        return files

    def _stamps(self) -> _Stamp:
        return tuple(map(_stamp, self._files()))

    def elsewhere(self, account_id: str) -> KnownElsewhere:
        """The texts that an account's sync state has."""

        def text(etag: str) -> bytes | None:
            parts = self._parts
            if parts is None:
                return None
            file = parts.paths.state / "accounts" / account_id / "state.sqlite3"
            return _text(file, etag) if len(etag) == 64 and file.exists() else None

        return text


def _text(file: Path, etag: str) -> bytes | None:
    try:
        store = BaseStore.open(file)
    except EngineError:
        return None
    try:
        return store.contents.get(ContentHash(etag))
    except EngineError:
        return None  # it has no such text
    finally:
        store.close()


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
