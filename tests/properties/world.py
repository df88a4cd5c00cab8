"""The world in memory: both sides are the twin of ``sync_engine.replicas.memory``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sync_engine.base_store.store import BaseStore
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.memory import MemoryCollection, MemoryFaults, MemoryState
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
from tests.cycle.twin import HOME, RemoteTwin, Server
from tests.properties.realm import READ_ONLY, Act, Crash, Mortal, MortalDatabase, Realm


def watched(collection: MemoryCollection, operation: Operation, world: World, carry_out) -> Outcome:
    """Carry an operation out, and see that what it takes away is kept already."""
    before = collection.bodies().get(operation.id)
    outcome = carry_out(operation)
    after = collection.bodies().get(operation.id)
    if before is not None and before != after and isinstance(outcome, Stored | Removed | Moved):
        world.taken(before, operation)
    return outcome


class Twin(MemoryCollection):
    """What both sides share: being a ``realm.Place``."""

    @property
    def name(self) -> str:
        return self._name

    def around(self, before: Act | None, after: Act | None) -> None:
        """See ``Place``."""
        faults = self.faults
        clean = MemoryFaults()
        faults.before_write, faults.lose_reply = clean.before_write, clean.lose_reply
        if before is not None:
            faults.before_write = lambda operation: before(operation.id)
        if after is not None:
            faults.lose_reply = lambda operation: bool(after(operation.id))

    def stamp(self) -> object:
        return (self._name, self._number, len(self.writes)) if self._number else None


class LocalTwin(Twin):
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


class ServerTwin(Twin, RemoteTwin):
    """A collection of the server."""

    def __init__(
        self, name: str, world: World, *, unique_uids: bool, etags: bool = True, **options
    ) -> None:
        super().__init__(name, **options)
        self.world = world
        self.unique_uids = unique_uids
        self.etags = etags
        self.lose_move_reply = False

    def forget_tokens(self) -> None:
        """Token amnesia: what was given is refused from now on."""
        self._epoch += 1

    def made_again(self) -> None:
        """Deleted, and made anew."""
        self.restore(MemoryState({}, {}, 0))

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
        # a MOVE looks like a creation to whoever stands around
        self.faults.before_write(Create(id_, b""))
        outcome = super().move(id_, expected, destination, new_id)
        self.world.alive()
        if self.lose_move_reply and isinstance(outcome, Moved):
            return Unsure(id_, "reply lost")
        return outcome


@dataclass
class Person(Mortal):
    """A client whose folders are in memory."""

    def folder(self, slug: str) -> LocalTwin:
        if slug not in self.local:
            self.local[slug] = LocalTwin(slug, self.world)
        return self.local[slug]


class World(Server, Realm):
    """The server and its people."""

    def __init__(self) -> None:
        Server.__init__(self)
        Realm.__init__(self)
        self.unwritable: list[ServerTwin] = []

    def add_collection(self, name: str, *, unique_uids: bool, **options) -> ServerTwin:
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

    @contextmanager
    def not_listed(self, twin: ServerTwin) -> Iterator[None]:
        """The home set does not tell of a collection."""
        order = dict(self.collections)
        del self.collections[twin.name]
        try:
            yield
        finally:
            self.collections.clear()
            self.collections.update(order)

    def check_untouched(self) -> None:
        """See ``Realm``."""
        for twin in self.unwritable:
            assert twin.writes == []

    def settled(self) -> None:
        """See ``Realm``."""
        for place in self.places():
            place.faults = MemoryFaults()
        for twin in self.collections.values():
            twin.lose_move_reply = False

    def mended(self) -> None:
        """The faults of one run are over; what is unreadable for longer stays so."""
        for place in self.places():
            unreadable, refuse = place.faults.unreadable, place.faults.refuse_tokens
            place.faults = MemoryFaults(unreadable=unreadable, refuse_tokens=refuse)
        for twin in self.collections.values():
            twin.lose_move_reply = False


__all__ = ["READ_ONLY", "Crash", "Person", "ServerTwin", "World", "replace"]
