"""What was connected: ``connections.json`` in the state folder.

It says for each program and place what kSync wrote there, as it wrote it: that is what
``disconnect`` takes away, and what tells a name that a person gave in the program from one
that is to follow the server. It holds no address and no token.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path

import msgspec

from ksync.locks import ProcessLock
from ksync.paths import Paths, write_private
from sync_engine.core.collection import Kind

_WAIT = 10.0


class App(StrEnum):
    """A program that is connected, or is told how to connect."""

    THUNDERBIRD = "thunderbird"
    EVOLUTION = "evolution"
    KDE = "kde"
    APPLE = "apple"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A collection in a program.

    :param key: of the collection (``Offered.key``); ``id`` is what it was called then.
    :param place: the branch of preferences, or the UID of the source.
    :param file: a file of the program's that holds its copy, ``""`` for none of its own.
    :param name, color, read_only: as written.
    """

    key: str
    id: str
    kind: Kind
    place: str
    name: str
    color: str
    read_only: bool
    file: str = ""


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """A program, or one profile of it.

    :param place: the profile's folder, ``""`` where a program has only one place.
    :param label: what a person calls it.
    """

    app: App
    place: str
    label: str
    entries: tuple[Entry, ...] = ()


class _File(msgspec.Struct, frozen=True, kw_only=True):
    connections: tuple[Connection, ...] = ()


_DECODER = msgspec.json.Decoder(_File)


class Memory:
    """The file, and what a program's settings were before (``backups``)."""

    def __init__(self, paths: Paths) -> None:
        self._state = paths.state
        self.file = paths.state / "connections.json"
        self.backups = paths.state / "connections"

    def held(self) -> AbstractContextManager[object]:
        """One process at a time connects and disconnects.

        :raises LockHeld: another one has been at it for ten seconds.
        """
        return ProcessLock(self._state / "locks" / "connections.lock").acquire(_WAIT)

    def all(self) -> tuple[Connection, ...]:
        """What is connected; a file that cannot be read counts as none."""
        try:
            return _DECODER.decode(self.file.read_bytes()).connections
        except (OSError, msgspec.MsgspecError):
            return ()

    def of(self, app: App, place: str) -> Connection | None:
        """The one at that place."""
        found = (one for one in self.all() if (one.app, one.place) == (app, place))
        return next(found, None)

    def keep(self, connection: Connection) -> None:
        """Remember it; one without entries is forgotten.

        :raises OSError: it cannot be written.
        """
        place = (connection.app, connection.place)
        others = [one for one in self.all() if (one.app, one.place) != place]
        kept = (*others, connection) if connection.entries else tuple(others)
        if kept:
            write_private(self.file, msgspec.json.encode(_File(connections=kept)))
        else:
            self.file.unlink(missing_ok=True)

    def backup(self, app: App, label: str, source: Path) -> Path:
        """Keep a copy of a file of the program's as it is now; its path.

        :raises OSError: it cannot be read, or the copy not be written.
        """
        safe = "".join(char if char.isalnum() or char in "-_." else "_" for char in label)
        copy = self.backups / f"{app}-{safe}-{source.name}"
        write_private(copy, source.read_bytes())
        return copy
