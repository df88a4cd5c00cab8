"""A server, clients, users and another program, with a ledger of what kSync took away.

The promise is that no version which kSync ever read or wrote becomes
unrecoverable *through kSync*. What a user does to a file, or another program to
the server, is their own doing; but the moment kSync overwrites or deletes a
text on a side, exactly those bytes must be in the history of the client that
did it, committed, *before* the act. ``Ledger`` watches for that at every write,
and remembers what was taken so that it can be looked for again later.

A crash is a private exception that is raised between two steps of the base
store (its transaction rolls back) or around a write; from then on the client is
dead: its store and its replicas answer nothing until it is started again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sync_engine.base_store.database import Database
from sync_engine.base_store.store import BaseStore
from sync_engine.core.content.facts import content_hash
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Answer
from sync_engine.core.identifiers import ResourceId
from sync_engine.cycle.result import AccountResult
from sync_engine.replicas.memory import MemoryCollection
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Loaded,
    Moved,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Stored,
    Unsure,
)
from tests.cycle.twin import Client, RemoteTwin, Server

READ_ONLY = "shared"


class Crash(Exception):
    """The process dies here. Nothing in the engine may catch it."""


class MortalDatabase(Database):
    """A database whose process can die before any of its commits."""

    def __init__(self) -> None:
        self.dead = False
        self.steps_left: int | None = None
        super().__init__(None, step=lambda _name: self.tick())

    def tick(self) -> None:
        """One more step; the last one is never taken."""
        if self.steps_left is not None:
            self.steps_left -= 1
            self.dead = self.dead or self.steps_left <= 0
        self.alive()

    def alive(self) -> None:
        if self.dead:
            raise Crash

    def run(self, sql, values=()):
        self.alive()
        if self._depth == 0 and not sql.lstrip().upper().startswith("SELECT"):
            self.tick()
        return super().run(sql, values)

    def all(self, sql, values=()):
        self.alive()
        return super().all(sql, values)

    def one(self, sql, values=()):
        self.alive()
        return super().one(sql, values)

    @contextmanager
    def transaction(self, name: str = "") -> Iterator[None]:
        self.alive()
        with super().transaction(name):
            yield


def watched(collection: MemoryCollection, operation: Operation, world: World, carry_out) -> Outcome:
    """Carry an operation out, and see that what it takes away is kept already."""
    client = world.acting
    assert client is not None
    database = client.store.database
    inside = database._depth and database._lock._is_owned()
    assert not inside, "a write inside an open transaction"
    before = collection.bodies().get(operation.id)
    outcome = carry_out(operation)
    after = collection.bodies().get(operation.id)
    if before is not None and before != after and isinstance(outcome, Stored | Removed | Moved):
        assert before in client.kept(), f"taken away before it was kept: {operation} {before!r}"
        client.ledger.add(before)
    return outcome


class LocalTwin(MemoryCollection):
    """A client's folder."""

    def __init__(self, name: str, world: World) -> None:
        super().__init__(name)
        self.world = world

    def verify(self) -> None:
        self.world.alive()
        super().verify()

    def _carry_out(self, operation: Operation) -> Outcome:
        outcome = watched(self, operation, self.world, super()._carry_out)
        self.world.alive()
        return outcome


class ServerTwin(RemoteTwin):
    """A collection of the server."""

    def __init__(
        self, name: str, world: World, *, unique_uids: bool, etags: bool = True, **options
    ) -> None:
        super().__init__(name, **options)
        self.world = world
        self.unique_uids = unique_uids
        self.etags = etags
        self.lose_move_reply = False

    # Without ETags: the text is all that can be compared (loss class L4).

    def _listing(self, since):
        items, failed = super()._listing(since)
        if not self.etags:
            items = {id_: replace(seen, fingerprint=None) for id_, seen in items.items()}
        return items, failed

    def _got(self, id_):
        got = super()._got(id_)
        return replace(got, fingerprint=None) if isinstance(got, Loaded) and not self.etags else got

    def apply(self, operations):
        for outcome in super().apply(operations):
            known = isinstance(outcome, Stored | Conflict) and not self.etags
            yield replace(outcome, fingerprint=None) if known else outcome

    def verify(self) -> None:
        self.world.alive()
        super().verify()

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        """As most clients do: from the UID, so that two of them meet."""
        wished = ResourceId(f"{self._name}{suggestion}.ics")
        return super().new_id(suggestion, taken) if taken(wished) else wished

    def _carry_out(self, operation: Operation) -> Outcome:
        if self.unique_uids and isinstance(operation, Create) and operation.id not in self._rows:
            uid = uid_of(operation.body)
            if any(uid_of(body) == uid for body in self.bodies().values()):
                return Rejected(operation.id, "resource.duplicate_uid", "no-uid-conflict")
        outcome = watched(self, operation, self.world, super()._carry_out)
        self.world.alive()
        return outcome

    def move(self, id_, expected, destination, new_id):
        self.faults.before_write(replace_marker(id_))
        outcome = super().move(id_, expected, destination, new_id)
        self.world.alive()
        if self.lose_move_reply and isinstance(outcome, Moved):
            return Unsure(id_, "reply lost")
        return outcome


def replace_marker(id_: ResourceId) -> Create:
    """What a MOVE looks like to ``before_write``."""
    return Create(id_, b"")


@dataclass
class Person(Client):
    """A client with its user, who can be killed and started again."""

    world: World = None
    ledger: set[bytes] = field(default_factory=set)

    def folder(self, slug: str) -> LocalTwin:
        if slug not in self.local:
            self.local[slug] = LocalTwin(slug, self.world)
        return self.local[slug]

    @property
    def mortal(self) -> MortalDatabase:
        database = self.store.database
        assert isinstance(database, MortalDatabase)
        return database

    def kept(self) -> frozenset[bytes]:
        """The texts in its history, read from the rows as SQLite has committed them."""
        database = self.store.database
        hashes = Database.all(database, "SELECT DISTINCT hash FROM history")
        get = self.store.contents.get
        dead, self.mortal.dead = self.mortal.dead, False
        try:
            return frozenset(get(row[0]) for row in hashes)
        finally:
            self.mortal.dead = dead

    def agreed(self) -> frozenset[tuple[bytes, bytes]]:
        """The texts that both sides last agreed on, as each has them."""
        get = self.store.contents.get
        rows = self.store.database.all("SELECT local_hash, remote_hash FROM base")
        return frozenset((get(local), get(remote)) for local, remote in rows)

    def still_kept(self) -> None:
        """What kSync once took away is in the history for good."""
        hashes = {row[0] for row in self.store.database.all("SELECT hash FROM history")}
        missing = [text for text in self.ledger if content_hash(text) not in hashes]
        assert not missing, missing

    def lose_state(self) -> None:
        """The state database is lost, and with it its history."""
        self.store.close()
        self.store = BaseStore(MortalDatabase())
        self.ledger.clear()


class World(Server):
    """The server, its people, and whose turn it is."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Person] = []
        self.turns: list[Person] = []
        self.doing: list[set[bytes]] = []
        self.unwritable: list[ServerTwin] = []

    @property
    def acting(self) -> Person | None:
        """Whose process runs now."""
        return self.turns[-1] if self.turns else None

    def alive(self) -> None:
        """Return, or raise ``Crash`` if the acting process is dead."""
        if self.acting is not None:
            self.acting.mortal.alive()

    def add_collection(self, name: str, *, unique_uids: bool, **options) -> ServerTwin:
        from tests.cycle.twin import HOME

        url = f"{HOME}{name}/"
        twin = ServerTwin(url, self, unique_uids=unique_uids, **options)
        self.collections[url] = twin
        if name == READ_ONLY:
            self.read_only.add(url)
            self.unwritable.append(twin)
        return twin

    def add_person(self) -> Person:
        person = Person(self, store=BaseStore(MortalDatabase()), world=self)
        self.people.append(person)
        return person

    # what users and other programs do, during a sync or not

    def write(self, collection: MemoryCollection, name: ResourceId, body: bytes) -> None:
        self._excuse(collection, name)
        collection.put(name, body)

    def remove(self, collection: MemoryCollection, name: ResourceId) -> None:
        self._excuse(collection, name)
        collection.drop(name)

    def _excuse(self, collection: MemoryCollection, name: ResourceId) -> None:
        before = collection.bodies().get(name)
        if before is not None:
            for excused in self.doing:
                excused.add(before)

    # what kSync does

    def texts(self) -> Counter[bytes]:
        """All texts on the server and in all folders."""
        found: Counter[bytes] = Counter()
        for collection in self.collections.values():
            found.update(collection.bodies().values())
        for person in self.people:
            for folder in person.local.values():
                found.update(folder.bodies().values())
        return found

    def sync(
        self, person: Person, *, expected: frozenset[str] = frozenset(), **how
    ) -> AccountResult | None:
        """One run; ``None`` if it crashed. Checks the promise from outside.

        :param expected: references of failures that the faults of this run explain.
        """
        before, agreed = self.texts(), person.agreed()
        self.turns.append(person)
        excused: set[bytes] = set()
        self.doing.append(excused)
        try:
            result: AccountResult | None = person.sync(**how)
        except Crash:
            result = None
        finally:
            self.turns.pop()
            self.doing.pop()
            person.mortal.dead = False
            person.mortal.steps_left = None
        there, kept = set(self.texts()), frozenset().union(*(p.kept() for p in self.people))
        lost = set(before) - there - excused - kept
        assert not lost, f"lost: {lost}"
        # also what users and others replaced on both sides, of which kSync alone knows
        for version in agreed - person.agreed():
            assert not (there | kept).isdisjoint(version), f"left behind: {version}"
        if result is not None:
            for failed in (result, *result.collections):
                assert failed.failure is None or failed.failure.reference in expected, failed
        for twin in self.unwritable:
            assert twin.writes == []
        return result

    def answer(self, person: Person, answer: Answer) -> bool:
        """A user answers the oldest hold."""
        holds = person.store.holds.all()
        if holds:
            person.store.holds.answer(holds[0].id, answer, person.time)
        return bool(holds)

    def calm(self) -> None:
        """No more faults."""
        for collection in [
            *self.collections.values(),
            *(folder for person in self.people for folder in person.local.values()),
        ]:
            collection.faults = replace_faults()
        for collection in self.collections.values():
            collection.lose_move_reply = False


def replace_faults():
    from sync_engine.replicas.memory import MemoryFaults

    return MemoryFaults()


__all__ = ["READ_ONLY", "Crash", "Person", "ServerTwin", "World", "replace"]
