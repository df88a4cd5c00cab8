"""The in-memory twin: it conforms, and its faults do what they say."""

from __future__ import annotations

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Delta, Failure
from sync_engine.errors import InvalidSyncToken, Unreachable
from sync_engine.replicas.memory import MemoryCollection, MemoryStore
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Kind,
    Moved,
    Rejected,
    Stored,
    Unsupported,
    Unsure,
)
from tests.conformance.bench import Bench, event
from tests.conformance.suite import (
    ByteConformance,
    DeltaConformance,
    LocalConformance,
    ReplicaConformance,
    StoreConformance,
)

A, B = ResourceId("a.ics"), ResourceId("b.ics")


def bench(twin: MemoryCollection) -> Bench:
    return Bench(twin, lambda: twin, twin.put, twin.drop)


class TestLocalRole(ReplicaConformance, LocalConformance, ByteConformance):
    @pytest.fixture
    def make(self) -> Bench:
        return bench(MemoryCollection())


class TestRemoteRole(ReplicaConformance, ByteConformance, DeltaConformance):
    @pytest.fixture
    def make(self) -> Bench:
        return bench(MemoryCollection(deltas=True))


class TestRewriting(ReplicaConformance, DeltaConformance):
    @pytest.fixture
    def make(self) -> Bench:
        return bench(
            MemoryCollection(deltas=True, rewrite=lambda body: body.replace(b"\r\n", b"\n"))
        )


class TestStore(StoreConformance):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore(Kind.CALENDAR)


def test_a_rewriting_store_tells_neither_text_nor_etag() -> None:
    twin = MemoryCollection(rewrite=bytes.upper)
    assert not twin.capabilities.keeps_bytes
    assert list(twin.apply([Create(A, b"abc")])) == [Stored(A, None)]
    assert twin.bodies() == {A: b"ABC"}
    (same,) = twin.apply([Create(B, b"ABC")])
    assert same.body == b"ABC"
    assert same.fingerprint is not None


def test_a_lost_reply_was_applied_and_a_lost_request_was_not() -> None:
    twin = MemoryCollection()
    twin.faults.lose_reply = lambda operation: operation.id == A
    twin.faults.lose_request = lambda operation: operation.id == B
    outcomes = list(twin.apply([Create(A, b"a"), Create(B, b"b")]))
    assert [type(outcome) for outcome in outcomes] == [Unsure, Unsure]
    assert twin.bodies() == {A: b"a"}


def test_a_refusal_changes_nothing() -> None:
    twin = MemoryCollection(max_resource_size=10)
    twin.faults.reject = lambda op: Rejected(op.id, "resource.invalid") if op.id == A else None
    outcomes = list(twin.apply([Create(A, b"a"), Create(B, b"b" * 11)]))
    assert [outcome.reference for outcome in outcomes] == [
        "resource.invalid",
        "resource.too_large",
    ]
    assert twin.bodies() == {}
    assert twin.writes == []


def test_another_client_gets_in_before_the_write() -> None:
    twin = MemoryCollection()
    twin.faults.before_write = lambda operation: twin.put(operation.id, b"theirs")
    (outcome,) = twin.apply([Create(A, b"ours")])
    assert isinstance(outcome, Conflict)
    assert outcome.reason is ConflictReason.EXISTS
    assert outcome.body == b"theirs"


def test_token_amnesia() -> None:
    twin = MemoryCollection(deltas=True)
    token = twin.observe(None).token
    twin.faults.refuse_tokens = True
    with pytest.raises(InvalidSyncToken):
        twin.observe(token)
    twin.faults.refuse_tokens = False
    assert twin.observe(token).empty


def test_an_unavailable_replica_answers_nothing() -> None:
    twin = MemoryCollection()
    twin.faults.unavailable = Unreachable("down")
    for call in (
        lambda: twin.observe(None),
        lambda: list(twin.get([A])),
        lambda: list(twin.apply([Create(A, b"a")])),
        lambda: twin.confirm_gone([A], None),
        twin.verify,
    ):
        with pytest.raises(Unreachable):
            call()
    assert twin.bodies() == {}


def test_an_unreadable_resource_is_there_all_the_same() -> None:
    twin = MemoryCollection(deltas=True)
    token = twin.observe(None).token
    twin.put(A, b"a")
    twin.faults.unreadable = {A: Failure("http.forbidden")}
    for seen in (twin.observe(None), twin.observe(token)):
        assert set(seen.failed) == {A}
    assert list(twin.get([A])) == [{A: Failure("http.forbidden")}]
    assert twin.confirm_gone([A], None) == frozenset()


def test_bodies_may_come_with_the_listing() -> None:
    twin = MemoryCollection(bodies_in_listing=True)
    twin.put(A, b"a")
    assert twin.observe(None).items[A].body == b"a"


def test_a_backup_brings_the_old_texts_back_and_no_etag_lies() -> None:
    twin = MemoryCollection(deltas=True)
    twin.put(A, b"one")
    backup = twin.save()
    later = twin.put(A, b"two")
    token = twin.observe(None).token
    twin.restore(backup)
    assert twin.bodies() == {A: b"one"}
    assert twin.put(A, b"six") != later
    with pytest.raises(InvalidSyncToken):
        twin.observe(token)


def test_a_sloppy_server_takes_tokens_from_before_the_backup() -> None:
    twin = MemoryCollection(deltas=True)
    backup = twin.save()
    twin.put(A, b"one")
    token = twin.observe(None).token
    twin.restore(backup, forget_tokens=False)
    twin.put(B, b"b")
    assert twin.observe(token).empty  # the change is hidden: what the caller must notice


def test_a_resource_made_again_is_changed_and_not_removed() -> None:
    twin = MemoryCollection(deltas=True)
    twin.put(A, b"one")
    token = twin.observe(None).token
    twin.drop(A)
    twin.put(A, b"two")
    seen = twin.observe(token)
    assert isinstance(seen, Delta)
    assert set(seen.changed) == {A}
    assert not seen.removed


class TestMove:
    def pair(self) -> tuple[MemoryCollection, MemoryCollection]:
        return MemoryCollection("one"), MemoryCollection("two")

    def test_moves_with_the_expected_version(self) -> None:
        one, two = self.pair()
        mark = one.put(A, event("a"))
        outcome = one.move(A, mark, two, B)
        assert outcome == Moved(B, two.observe(None).items[B].fingerprint)
        assert (one.bodies(), two.bodies()) == ({}, {B: event("a")})

    def test_another_version_stays(self) -> None:
        one, two = self.pair()
        mark = one.put(A, b"first")
        one.put(A, b"second")
        outcome = one.move(A, mark, two, B)
        assert isinstance(outcome, Conflict)
        assert (outcome.reason, outcome.body) == (ConflictReason.CHANGED, b"second")
        assert two.bodies() == {}

    def test_nothing_is_overwritten_and_nothing_moves_from_nowhere(self) -> None:
        one, two = self.pair()
        mark = one.put(A, b"mine")
        two.put(B, b"theirs")
        outcome = one.move(A, mark, two, B)
        assert isinstance(outcome, Conflict)
        assert outcome.reason is ConflictReason.EXISTS
        assert (one.bodies(), two.bodies()) == ({A: b"mine"}, {B: b"theirs"})
        assert one.move(B, mark, two, A) == Conflict(B, ConflictReason.MISSING)

    def test_where_it_cannot_it_says_so(self) -> None:
        one, two = MemoryCollection("one", moves=False), MemoryCollection("two")
        mark = one.put(A, b"a")
        assert isinstance(one.move(A, mark, two, B), Unsupported)
        assert isinstance(two.move(A, mark, two, B), Unsupported)
        assert isinstance(two.move(A, None, one, B), Unsupported)
        assert one.bodies() == {A: b"a"}
