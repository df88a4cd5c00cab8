"""A vdir conforms, by each way of renaming."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.port import CollectionInfo, Kind
from sync_engine.replicas.vdir import VdirOptions, VdirStore, Way
from tests.conformance.bench import Bench
from tests.conformance.suite import (
    ByteConformance,
    LocalConformance,
    ReplicaConformance,
    StoreConformance,
)


class VdirBench(ReplicaConformance, LocalConformance, ByteConformance):
    way: Way

    @pytest.fixture
    def make(self, tmp_path: Path) -> Bench:
        options = VdirOptions(durable=self.way is Way.KERNEL, way=self.way)
        store = VdirStore(tmp_path / "root", Kind.CALENDAR, options)
        name = store.create("key", CollectionInfo("", Kind.CALENDAR, "Work"))
        folder = tmp_path / "root" / name

        def put(id_: ResourceId, body: bytes) -> None:
            (folder / id_).write_bytes(body)

        return Bench(
            store.open(name, "key"),
            lambda: store.open(name, "key"),
            put,
            lambda id_: (folder / id_).unlink(),
        )


class TestKernel(VdirBench):
    way = Way.KERNEL


class TestLinks(VdirBench):
    way = Way.LINK


class TestReserving(VdirBench):
    way = Way.RESERVE


class TestStore(StoreConformance):
    @pytest.fixture
    def store(self, tmp_path: Path) -> VdirStore:
        store = VdirStore(tmp_path / "root", Kind.CALENDAR)
        store.prepare()
        return store
