"""The parts of the base store over one database file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sync_engine.base_store.base import BaseRows
from sync_engine.base_store.beyond import Beyond
from sync_engine.base_store.collections import Collections
from sync_engine.base_store.conflicts import Conflicts
from sync_engine.base_store.contents import Contents
from sync_engine.base_store.database import Database, StepHook
from sync_engine.base_store.effects import Effects
from sync_engine.base_store.extents import Extents
from sync_engine.base_store.history import History
from sync_engine.base_store.holds import Holds
from sync_engine.base_store.intents import Intents, Sleepers
from sync_engine.base_store.operations import Operations
from sync_engine.base_store.renderings import StoredRenderings
from sync_engine.base_store.runs import Runs
from sync_engine.base_store.shadow import Shadow


class BaseStore:
    """All parts; ``transaction`` makes changes of several of them one step."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.contents = Contents(database)
        self.collections = Collections(database)
        self.operations = Operations(database)
        self.base = BaseRows(database)
        self.shadow = Shadow(database)
        self.beyond = Beyond(database)
        self.extents = Extents(database)
        self.intents = Intents(database)
        self.sleepers = Sleepers(database)
        self.holds = Holds(database)
        self.history = History(database)
        self.conflicts = Conflicts(database)
        self.effects = Effects(database)
        self.runs = Runs(database)
        self.renderings = StoredRenderings(database, self.contents)

    @classmethod
    def open(cls, path: Path | None, *, step: StepHook | None = None) -> BaseStore:
        """Open or make the file (``None``: in memory).

        :raises BaseStoreDamaged, BaseStoreTooNew, DiskFull, ReadOnlyStorage:
        """
        return cls(Database(path, step=step))

    def scratch(self) -> BaseStore:
        """The same state in memory, for a dry run: nothing of it is kept."""
        return BaseStore(self.database.copy())

    @contextmanager
    def transaction(self, name: str) -> Iterator[None]:
        """Everything inside is one step: all of it, or nothing."""
        with self.database.transaction(name):
            yield

    def unbind(self, collection: int) -> None:
        """Forget what both sides agreed on: the next cycle unites them."""
        with self.transaction("unbind"):
            self.collections.forget(collection)
            self.collections.set_local_name(collection, None)

    def erase_history(self, collection: int | None = None) -> int:
        """Forget earlier versions for good; returns how many. Nothing can be undone then.

        What an open conflict is about stays.

        :param collection: only of this one.
        """
        with self.transaction("history erased"):
            erased = self.history.erase(collection)
            self.effects.erase(collection)
            self.conflicts.erase(collection)
            self.contents.collect()
        self.database.compact()
        return erased

    def close(self) -> None:
        """Close the file."""
        self.database.close()
