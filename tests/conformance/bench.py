"""What the conformance suite needs of a replica's tests: a replica and a rival."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.core.observation import Snapshot
from sync_engine.replicas.port import (
    CollectionReplica,
    Create,
    Got,
    Loaded,
    Operation,
    Outcome,
    Stored,
)


def event(uid: str, summary: str = "Lunch") -> bytes:
    """A calendar object that any server takes (RFC 4791 §4.1: one UID, no METHOD)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kSync//tests//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20250101T000000Z",
        "DTSTART:20250102T100000Z",
        "DTEND:20250102T110000Z",
        f"SUMMARY:{summary}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode()


@dataclass
class Bench:
    """A replica under test.

    :param replica: an empty collection of calendar objects.
    :param reopen: opens the same collection once more, as another run would.
    :param put: another program writes a resource, whatever is there.
    :param drop: another program deletes one.
    """

    replica: CollectionReplica
    reopen: Callable[[], CollectionReplica]
    put: Callable[[ResourceId, bytes], object]
    drop: Callable[[ResourceId], object]

    def id(self, uid: str) -> ResourceId:
        """A name for a creation."""
        return self.replica.new_id(uid, lambda _: False)

    def do(self, *operations: Operation) -> list[Outcome]:
        """Carry operations out."""
        return list(self.replica.apply(operations))

    def one(self, operation: Operation) -> Outcome:
        """Carry one operation out."""
        (outcome,) = self.do(operation)
        return outcome

    def create(self, uid: str, summary: str = "Lunch") -> ResourceId:
        """Create a resource that must be accepted."""
        id_ = self.id(uid)
        outcome = self.one(Create(id_, event(uid, summary)))
        assert isinstance(outcome, Stored), outcome
        assert outcome.id == id_
        return id_

    def snapshot(self) -> Snapshot:
        """A complete listing."""
        seen = self.replica.observe(None)
        assert isinstance(seen, Snapshot)
        return seen

    def got(self, ids: Iterable[ResourceId]) -> dict[ResourceId, Got]:
        """Read resources; an id that is answered twice fails."""
        answers: dict[ResourceId, Got] = {}
        for batch in self.replica.get(list(ids)):
            assert not answers.keys() & batch.keys(), "answered twice"
            answers.update(batch)
        return answers

    def loaded(self, id_: ResourceId) -> Loaded:
        """A resource that must be there."""
        got = self.got([id_])[id_]
        assert isinstance(got, Loaded), got
        return got

    def mark(self, id_: ResourceId) -> Fingerprint:
        """Its fingerprint in a listing."""
        mark = self.snapshot().items[id_].fingerprint
        assert mark is not None
        return mark
