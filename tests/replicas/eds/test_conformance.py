"""A collection in a real evolution-data-server conforms."""

from __future__ import annotations

import itertools

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.eds import EdsCollection, EdsStore, Services
from sync_engine.replicas.port import CollectionInfo, Create, Kind
from tests.conformance.bench import Bench, event
from tests.conformance.suite import LocalConformance, ReplicaConformance, StoreConformance
from tests.replicas.eds.ledger import MemoryLedger
from tests.replicas.eds.rival import Rival

_NUMBERS = itertools.count()


class TestEds(ReplicaConformance, LocalConformance):
    @pytest.fixture
    def make(self, services: Services) -> Bench:
        store = EdsStore(services, f"owner-{next(_NUMBERS)}", Kind.CALENDAR, MemoryLedger())
        name = store.create("key", CollectionInfo("", Kind.CALENDAR, "Work"))
        rival = Rival(services, name)
        replica = store.open(name, "key")

        def uid(id_: ResourceId) -> str:
            replica.refresh()
            place = replica.place_of(id_)
            return place.uid if place is not None else id_.removesuffix(".ics")

        return Bench(
            replica,
            lambda: store.open(name, "key"),
            lambda id_, body: rival.put(uid(id_), body),
            lambda id_: rival.drop(uid(id_)),
        )

    def test_bytes_come_back_as_they_went_in(self, make: Bench) -> None:
        body = event("one").replace(b"END:VEVENT", b"NOVEL:kept\r\nX-A;B=c:d\\,e:f\r\nEND:VEVENT")
        id_ = make.id("one")
        make.one(Create(id_, body))
        assert make.loaded(id_).body == body


class TestStore(StoreConformance):
    @pytest.fixture
    def store(self, services: Services) -> EdsStore:
        return EdsStore(services, f"owner-{next(_NUMBERS)}", Kind.CALENDAR, MemoryLedger())


def test_a_collection_is_a_replica(services: Services) -> None:
    store = EdsStore(services, "typed", Kind.ADDRESSBOOK, MemoryLedger())
    name = store.create("key", CollectionInfo("", Kind.ADDRESSBOOK, "People"))
    assert isinstance(store.open(name, "key"), EdsCollection)
