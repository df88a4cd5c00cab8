"""A calendar folder to work in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Snapshot
from sync_engine.replicas.port import CollectionInfo, Got, Kind, Operation, Outcome
from sync_engine.replicas.vdir import VdirCollection, VdirOptions, VdirStore

INFO = CollectionInfo("", Kind.CALENDAR, "Work")


@dataclass
class Desk:
    """A store, its one collection, and the folder to look into."""

    store: VdirStore
    name: str
    folder: Path
    collection: VdirCollection

    def one(self, operation: Operation) -> Outcome:
        (outcome,) = self.collection.apply([operation])
        return outcome

    def see(self) -> Snapshot:
        seen = self.collection.observe(None)
        assert isinstance(seen, Snapshot)
        return seen

    def got(self, name: str) -> Got:
        (batch,) = self.collection.get([ResourceId(name)])
        return batch[ResourceId(name)]

    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Desk]:
    def make(**options: object) -> Desk:
        options.setdefault("durable", False)
        options.setdefault("lock_timeout", 0.05)
        store = VdirStore(tmp_path / "root", Kind.CALENDAR, VdirOptions(**options))
        name = store.create("key", INFO)
        return Desk(store, name, tmp_path / "root" / name, store.open(name, "key"))

    return make
