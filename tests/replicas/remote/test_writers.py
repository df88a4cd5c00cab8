"""Several writes in flight: where, which, how many, and none that is left behind."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId, SyncToken
from sync_engine.core.observation import Delta
from sync_engine.errors import Unreachable
from sync_engine.replicas.port import Create, Delete, Operation, Outcome, Replace, Stored
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.writers import SLOTS, Slots, bears_writers, side_by_side
from tests.replicas.remote.conftest import Connected
from tests.replicas.remote.test_servers import event
from tests.servers import Account

PATIENCE = 30.0


def creation(number: int) -> Create:
    return Create(ResourceId(f"/c/{number}"), b"")


def replacement(number: int) -> Replace:
    return Replace(ResourceId(f"/r/{number}"), None, b"", b"")


class Deeds:
    """What a server would see: how many at once, and of which kinds."""

    def __init__(self, together: int = 1) -> None:
        self._meet = threading.Barrier(together)
        self._lock = threading.Lock()
        self._now: Counter[str] = Counter()
        self.most = 0
        self.mixed = False
        self.done: list[str] = []
        self.taken_by: set[str] = set()

    def do(self, operation: Operation) -> Outcome:
        kind = type(operation).__name__
        with self._lock:
            self._now[kind] += 1
            self.most = max(self.most, self._now.total())
            self.mixed = self.mixed or len(+self._now) > 1
        self._meet.wait(PATIENCE)
        with self._lock:
            self._now[kind] -= 1
            self.done.append(operation.id)
        return Stored(operation.id, None)

    def given(self, operations: list[Operation]) -> Iterator[Operation]:
        for operation in operations:
            self.taken_by.add(threading.current_thread().name)
            yield operation


def test_as_many_creations_as_there_are_slots_are_in_flight() -> None:
    # nobody gets on before four have met: fewer in flight would break the barrier
    deeds = Deeds(together=4)
    operations: list[Operation] = [creation(n) for n in range(20)]
    outcomes = list(side_by_side(deeds.given(operations), deeds.do, Slots(4)))
    assert [outcome.id for outcome in outcomes] == [operation.id for operation in operations]
    assert deeds.most == 4
    assert deeds.taken_by == {threading.current_thread().name}


def test_what_may_depend_on_another_waits_for_it() -> None:
    deeds = Deeds()
    operations: list[Operation] = [
        *(creation(n) for n in range(5)),
        *(replacement(n) for n in range(5)),
        *(creation(n) for n in range(5, 9)),
        *(Delete(ResourceId(f"/d/{n}"), None, b"") for n in range(3)),
    ]
    assert len(list(side_by_side(operations, deeds.do, Slots(4)))) == len(operations)
    assert not deeds.mixed
    assert set(deeds.done[:5]) == {f"/c/{n}" for n in range(5)}
    assert set(deeds.done[5:10]) == {f"/r/{n}" for n in range(5)}
    assert deeds.done[-3:] == ["/d/0", "/d/1", "/d/2"]


def test_deletions_go_one_by_one() -> None:
    deeds = Deeds()
    list(
        side_by_side([Delete(ResourceId(f"/{n}"), None, b"") for n in range(9)], deeds.do, Slots())
    )
    assert deeds.most == 1


def test_collections_of_an_account_share_its_slots() -> None:
    slots, deeds = Slots(3), Deeds(together=3)
    threads = [
        threading.Thread(
            target=lambda: list(side_by_side([creation(n) for n in range(9)], deeds.do, slots))
        )
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(deeds.done) == 18
    assert deeds.most == 3


@pytest.mark.parametrize("end", ["an error", "the caller"])
def test_nothing_is_in_flight_when_it_has_ended(end: str) -> None:
    """The read-back after it would take a write under way for one that never came."""
    ended: list[str] = []
    gone = threading.Event()

    def do(operation: Operation) -> Outcome:
        if operation.id == "/c/0":
            if end == "an error":
                raise Unreachable("the line is cut")
            return Stored(operation.id, None)
        gone.wait(0.2)
        ended.append(operation.id)
        return Stored(operation.id, None)

    operations = [creation(n) for n in range(40)]
    if end == "an error":
        with pytest.raises(Unreachable):
            list(side_by_side(operations, do, Slots(4)))
    else:
        with closing(side_by_side(operations, do, Slots(4))) as outcomes:
            next(outcomes)
    told = list(ended)
    assert set(told) == {"/c/1", "/c/2", "/c/3"}  # and what lay behind was never taken
    gone.set()
    assert ended == told


@pytest.mark.parametrize(
    ("token", "safe"),
    [
        ("data:,1795592612-4", True),
        ("data:,20110101T123456Z-000F", False),  # Bedework
        ("http://sabre.io/ns/sync/17", False),
        ("http://radicale.org/ns/sync/0123abcd", False),
        ("3f786850e387550fdab836ed7e6dc881de23001b", False),  # Xandikos
        ("data:,1795592612-4 ", False),
        (None, False),
    ],
)
def test_a_server_is_told_by_its_tokens(token: str | None, safe: bool) -> None:
    assert bears_writers(None if token is None else SyncToken(token)) is safe


def test_cyrus_alone_of_those_that_run_here(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "work")
    assert bears_writers(collection.info.sync_token) is (connected.server.kind == "cyrus")


def test_no_token_of_cyrus_skips_a_row_that_one_of_many_writers_wrote(
    cyrus: Account, connect: Callable[[Account], Connected]
) -> None:
    """The proof that more than one writer is allowed there (``writers``)."""
    reader = connect(cyrus).make(Kind.CALENDAR, "work")
    token = reader.observe(None).token
    writer = connect(cyrus)
    collection = RemoteCollection(writer.account.open(reader.info)._scope, slots=Slots(SLOTS))
    ids = [collection.new_id("", lambda _: False) for _ in range(240)]
    operations = [Create(id_, event(f"uid-{n}")) for n, id_ in enumerate(ids)]
    outcomes: list[Outcome] = []
    at_work = threading.Thread(target=lambda: outcomes.extend(collection.apply(operations)))
    at_work.start()
    seen: set[ResourceId] = set()
    looks = 0
    while True:
        last = not at_work.is_alive()
        delta = reader.observe(token)
        assert isinstance(delta, Delta)
        seen |= set(delta.changed)
        token = delta.token
        looks += 1
        if last:
            break
    assert all(isinstance(outcome, Stored) for outcome in outcomes)
    assert len(outcomes) == len(ids)
    assert looks > 3, "it was to look while they wrote"
    assert seen == set(ids)
