"""What every world of the state machine has: people, whose turn it is, and the ledger.

The promise is that no version which kSync ever read or wrote becomes unrecoverable
*through kSync*. What a user does to a file, or another program to the server, is their
own doing; but the moment kSync overwrites or deletes a text on a side, exactly those
bytes must be in the history of the client that did it, committed, *before* the act.
``Realm.taken`` watches for that at every write, and remembers what was taken so that it
can be looked for again later.

A crash is a private exception that is raised between two steps (of the base store, of a
folder, around a request); from then on the client is dead: its store and its replicas
answer nothing until it is started again.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from sync_engine.base_store.ageing import forget_old
from sync_engine.base_store.database import Database
from sync_engine.base_store.store import BaseStore
from sync_engine.core.content.facts import content_hash
from sync_engine.core.guards import Answer
from sync_engine.core.identifiers import ResourceId
from sync_engine.cycle.result import AccountResult
from tests.cycle.twin import Client

READ_ONLY = "shared"
HISTORY_DAYS = 90
"""Longer than any example, whatever the clocks say."""
ANY_FAILURE = frozenset({"*"})
"""For ``Realm.sync``: whatever fails is explained by the faults of that run."""

Act = Callable[[ResourceId], None]


@functools.lru_cache(maxsize=1 << 14)
def hashed(text: bytes) -> str:
    """As the base store names it."""
    return content_hash(text)


def stamped(body: bytes) -> bytes:
    """A rewriting that kSync knows: a server puts its own PRODID in."""
    return body.replace(b"PRODID:-//test//EN", b"PRODID:-//server//EN")


def marked(body: bytes) -> bytes:
    """A rewriting that kSync does not know."""
    if b"X-MADE" in body:
        return body
    return body.replace(b"SUMMARY:", b"X-MADE:1\r\nSUMMARY:").replace(b"FN:", b"X-MADE:1\r\nFN:")


def plain(body: bytes) -> bytes:
    """What a server wrote into a text goes along when the text is moved."""
    return stamped(body).replace(b"X-MADE:1\r\n", b"")


class Crash(Exception):
    """The process dies here. Nothing in the engine may catch it."""


class Place(Protocol):
    """A folder or a collection of the server, as users and other programs see it."""

    @property
    def name(self) -> str:
        """URL of a collection, slug of a folder."""

    def bodies(self) -> dict[ResourceId, bytes]:
        """What is there."""

    def put(self, id_: ResourceId, body: bytes) -> Any:
        """Write without a condition."""

    def drop(self, id_: ResourceId) -> None:
        """Delete without a condition."""

    def save(self) -> Any:
        """A backup."""

    def restore(self, state: Any, *, forget_tokens: bool = True) -> None:
        """Put a backup back."""

    def around(self, before: Act | None, after: Act | None) -> None:
        """Call something before and after each write that kSync makes here."""

    def stamp(self) -> object:
        """Changes whenever anything was written here; ``None`` while there is nothing."""


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


@dataclass
class Mortal(Client):
    """A client with its user, who can be killed and started again."""

    world: Any = None
    ledger: set[bytes] = field(default_factory=set)

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

    def keeps(self, text: bytes) -> bool:
        """Whether a text is in its history, committed."""
        found = Database.one(
            self.store.database, "SELECT 1 FROM history WHERE hash = ?", (hashed(text),)
        )
        return found is not None

    def agreed(self) -> frozenset[tuple[str, str]]:
        """Hashes of the texts that both sides last agreed on, as each has them."""
        rows = self.store.database.all("SELECT local_hash, remote_hash FROM base")
        return frozenset(map(tuple, rows))

    def still_kept(self) -> None:
        """What kSync once took away is in the history for good."""
        hashes = {row[0] for row in self.store.database.all("SELECT hash FROM history")}
        missing = [text for text in self.ledger if hashed(text) not in hashes]
        assert not missing, missing

    def sync(self, **how: Any) -> AccountResult:
        """A run, and what the program does after one."""
        result = super().sync(**how)
        if not result.dry_run:
            forget_old(self.store, self.time, result.run, HISTORY_DAYS)
        return result

    def lose_state(self) -> None:
        """The state database is lost, and with it its history."""
        self.store.close()
        self.store = BaseStore(MortalDatabase())
        self.ledger.clear()

    def started_again(self) -> None:
        """A new process: what the old one held in memory is gone."""

    def wait(self, seconds: float) -> None:
        """Time passes for this client."""
        self.time += seconds


class Realm:
    """The people and whose turn it is.

    :param collections: by URL.
    :param contacts: whether these are address books, with contacts in them.
    """

    collections: Mapping[str, Place]
    contacts = False

    def __init__(self) -> None:
        self.people: list[Mortal] = []
        self.turns: list[Mortal] = []
        self.doing: list[set[bytes]] = []
        self.known: dict[str, bytes] = {}

    @property
    def acting(self) -> Mortal | None:
        """Whose process runs now."""
        return self.turns[-1] if self.turns else None

    def alive(self) -> None:
        """Return, or raise ``Crash`` if the acting process is dead."""
        if self.acting is not None:
            self.acting.mortal.alive()

    def places(self) -> list[Place]:
        """The collections and all folders that were made."""
        folders = (folder for person in self.people for folder in person.local.values())
        return [*self.collections.values(), *folders]

    # what users and other programs do, during a sync or not

    def write(self, place: Place, name: ResourceId, body: bytes) -> None:
        self._excuse(place, name)
        place.put(name, body)

    def remove(self, place: Place, name: ResourceId) -> None:
        self._excuse(place, name)
        place.drop(name)

    def _excuse(self, place: Place, name: ResourceId) -> None:
        before = place.bodies().get(name)
        if before is not None:
            for excused in self.doing:
                excused.add(before)

    # what kSync does

    def taken(self, before: bytes, what: object) -> None:
        """kSync takes a text off a side: it must be kept already."""
        client = self.acting
        assert client is not None
        database = client.store.database
        inside = database._depth and database._lock._is_owned()
        assert not inside, "a write inside an open transaction"
        assert client.keeps(before), f"taken away before it was kept: {what} {before!r}"
        client.ledger.add(before)

    def kept(self, text: bytes) -> bool:
        """Whether anybody's history has a text."""
        return any(person.keeps(text) for person in self.people)

    def _somewhere(self, version: list[bytes], there: set[bytes]) -> bool:
        """Whether a version is on a side or kept; what a server put in makes no difference."""
        if any(map(self.kept, version)):
            return True
        texts = there.union(*(person.kept() for person in self.people))
        return not set(map(plain, version)).isdisjoint(map(plain, texts))

    def texts(self) -> Counter[bytes]:
        """All texts on the server and in all folders."""
        found: Counter[bytes] = Counter()
        for place in self.places():
            found.update(place.bodies().values())
        self.known.update((hashed(text), text) for text in found)
        return found

    def sync(
        self, person: Mortal, *, expected: frozenset[str] = frozenset(), **how: Any
    ) -> AccountResult | None:
        """One run; ``None`` if it crashed. Checks the promise from outside.

        :param expected: references of failures that the faults of this run explain.
        """
        before, agreed = self.texts(), person.agreed()
        for hash_ in {hash_ for pair in agreed for hash_ in pair} - self.known.keys():
            self.known[hash_] = person.store.contents.get(hash_)
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
            crashed, person.mortal.dead = person.mortal.dead, False
            person.mortal.steps_left = None
        if crashed or result is None:
            person.started_again()
        there = set(self.texts())
        hashes = set(map(hashed, there))
        gone = set(before) - there - excused
        lost = [text for text in gone if not self.kept(text)]
        assert not lost, f"lost: {lost}"
        # also what users and others replaced on both sides, of which kSync alone knows
        for version in agreed - person.agreed():
            if hashes.isdisjoint(version):
                texts = [self.known[hash_] for hash_ in version]
                assert self._somewhere(texts, there), f"left behind: {texts}"
        if result is not None and expected is not ANY_FAILURE:
            for failed in (result, *result.collections):
                assert failed.failure is None or failed.failure.reference in expected, failed
        self.check_untouched()
        return result

    def check_untouched(self) -> None:
        """Read-only collections were never written by kSync."""

    def answer(self, person: Mortal, answer: Answer) -> bool:
        """A user answers the oldest hold."""
        holds = person.store.holds.all()
        if holds:
            person.store.holds.answer(holds[0].id, answer, person.time)
        return bool(holds)

    def settled(self) -> None:
        """No more faults."""
        for place in self.places():
            place.around(None, None)

    def close(self) -> None:
        """The world ends."""
        for person in self.people:
            person.store.close()
