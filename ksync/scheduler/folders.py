"""Local edits: noticed by the system's own notifications, judged by a look.

Rules
-----
* A notification is a hint. Where the system's queue overflowed, what was left in it may
  be nothing that counts; so every folder counts as edited then, and the look that follows
  sees everything. The library tells an overflow, and whatever else it lost, by a warning
  in its log, and in no other way.
* Nobody notifies of what was edited before the watch began, or while it was begun anew:
  so a watch that begins is a notification.
* An edit has settled when nothing more was notified for ``SETTLE`` seconds, or after
  ``SETTLE_AT_MOST``: a thousand files are one cycle, and a program that never stops
  writing does not put it off for ever.
* kSync's own writes are notified too. The look tells them apart: the base has them.
* What was seen by the last look and is still so (a broken file, a deletion that waits
  for a decision) is no news.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ksync.composition import OpenAccount
from ksync.config.model import Store
from ksync.paths import Paths
from ksync.scheduler.pausing import pause_file
from ksync.service.collections import is_enabled
from ksync.sides import StoreSide
from sync_engine.core.collection import Kind
from sync_engine.cycle.local_news import Deviation, deviations
from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

SETTLE = 0.8
SETTLE_AT_MOST = 8.0

_LIBRARY = logging.getLogger("watchdog")

Seen = frozenset[tuple[int, Deviation]]


@dataclass(slots=True)
class Edits:
    """Notifications of one account that were not looked into yet. Times of the wall clock."""

    first: float
    last: float

    @property
    def settled_at(self) -> float:
        """When they will have settled, if nothing more comes."""
        return min(self.last + SETTLE, self.first + SETTLE_AT_MOST)


@dataclass(frozen=True, slots=True)
class Watched:
    """A folder, and whom to tell.

    :param account: told of edits of its resources, anywhere below the folder; ``""``:
        settings, or policies.
    :param files: names directly in the folder that count; none: the account's resources,
        or every policy.
    """

    folder: Path
    account: str = ""
    files: frozenset[str] = frozenset()

    def concerns(self, path: str) -> bool:
        """Whether a notification of this path counts."""
        if self.files:
            return PurePath(path).name in self.files
        return path.endswith((".ics", ".vcf") if self.account else ".json")


class _Warned(logging.Handler):
    """Tells of each warning of the library; its text is of no use to anybody."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  that there is one
        """See ``logging.Handler``."""
        self._tell()


class FolderWatch:
    """Watches folders, and says for what something happened in them.

    :param noticed: told what ``Watched`` it was; from a thread of its own, quickly.
    """

    def __init__(self, noticed: Callable[[Watched], None]) -> None:
        self._noticed = noticed
        self._warned = _Warned(self._lost)
        self._observer: BaseObserver | None = None
        self._watched: frozenset[Watched] = frozenset()
        self._lock = threading.Lock()

    def watch(self, wanted: Iterable[Watched]) -> None:
        """Watch these from now on, and no others.

        A folder that is not there is not watched: the sync that makes it is followed by
        another call. One that cannot be watched (out of watches) is found by the
        interval instead. What was edited before counts as noticed now.
        """
        there = frozenset(one for one in wanted if one.folder.is_dir())
        with self._lock:
            if there == self._watched:
                return
            self._stop()
            self._start(there)
        for one in there:
            if one.account:
                self._noticed(one)

    def _start(self, wanted: frozenset[Watched]) -> None:
        self._watched = wanted
        if not wanted:
            return
        from watchdog.observers import Observer  # noqa: PLC0415  only what runs on needs it

        _LIBRARY.addHandler(self._warned)
        observer = Observer()
        observer.start()
        for one in wanted:
            with suppress(OSError):
                observer.schedule(
                    _Handler(one, self._noticed),  # type: ignore[arg-type]  # by shape; the class would import watchdog
                    str(one.folder),
                    recursive=bool(one.account),
                    event_filter=_kinds(),
                )
        self._observer = observer

    def _lost(self) -> None:
        """Notifications were lost, nobody knows which."""
        for one in self._watched:
            self._noticed(one)

    def _stop(self) -> None:
        self._watched = frozenset()
        _LIBRARY.removeHandler(self._warned)
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def close(self) -> None:
        """Stop watching."""
        with self._lock:
            self._stop()


def _kinds() -> list[type[FileSystemEvent]]:
    """Events that can mean an edit; a file that is opened or closed unchanged is none."""
    from watchdog import events  # noqa: PLC0415  only what runs on needs it

    return [
        events.FileCreatedEvent,
        events.FileModifiedEvent,
        events.FileMovedEvent,
        events.FileDeletedEvent,
        events.FileClosedEvent,
        events.DirCreatedEvent,
        events.DirMovedEvent,
        events.DirDeletedEvent,
    ]


class _Handler:
    """What watchdog calls (``FileSystemEventHandler`` by shape)."""

    def __init__(self, watched: Watched, noticed: Callable[[Watched], None]) -> None:
        self._watched = watched
        self._noticed = noticed

    def dispatch(self, event: FileSystemEvent) -> None:
        """Tell what concerns a resource, or settings."""
        if (
            (event.is_directory and self._watched.account)
            or self._watched.concerns(os.fsdecode(event.src_path))
            or self._watched.concerns(os.fsdecode(event.dest_path or ""))
        ):
            self._noticed(self._watched)


def of_account(opened: OpenAccount) -> list[Watched]:
    """The roots of an account's collections, if they are folders."""
    if Store.VDIR not in opened.settings.stores:
        return []
    return [Watched(opened.vdir_folder(kind), opened.name) for kind in Kind]


def of_settings(paths: Paths) -> list[Watched]:
    """What other processes change and this one has to know."""
    from ksync.policy.installed import places  # noqa: PLC0415  only what runs on needs it

    pause = pause_file(paths)
    return [
        *(_policies(Path(place)) for _, place in places() if Path(place).is_absolute()),
        Watched(paths.config_file.parent, files=frozenset({paths.config_file.name})),
        Watched(pause.parent, files=frozenset({pause.name})),
    ]


def _policies(folder: Path) -> Watched:
    """A folder of policies, or what would have to be made first for it to be one."""
    missing = folder
    while not missing.is_dir() and missing.parent != missing:
        folder, missing = missing, missing.parent
    if missing.is_dir() and missing != folder:
        return Watched(missing, files=frozenset({folder.name}))
    return Watched(folder)


def look(opened: OpenAccount) -> Seen:
    """What is not as the base has it, in all collections that are synced.

    A folder that cannot be read has nothing to tell; the next cycle reports it.
    """
    found: set[tuple[int, Deviation]] = set()
    side = StoreSide(opened, dry_run=True)
    for row in opened.store.collections.all():
        if row.local_name is None or not is_enabled(opened, row):
            continue
        try:
            replica, _ = side.open(row)
            found |= {(row.id, one) for one in deviations(opened.store, row.id, replica)}
        except EngineError:
            continue
    return frozenset(found)
