"""Writes to a collection, as many at once as are for different resources.

For each kind of write there is one call for all; what it refuses is found by bisection
(``bulk``). Before it, what is there is read and compared with what is expected, and what is
to be written is noted; after it, what came of it is read, and kept as the reading that edits
are told from. Where that did not come to pass, the note tells what the store may have been
given (``presenting``).

The service has no conditional write. Its revision is asked right before and right after: an
edit that another program makes while this one looks is seen, and one that it makes before
the reading is told from what was written. What is left is the time that one call takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.core.rendering import Rendering
from sync_engine.replicas.eds import calendar_texts, card_texts, keys
from sync_engine.replicas.eds.bulk import EXISTS, NOT_FOUND, is_one_of
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.recognizing import expected, renders
from sync_engine.replicas.eds.shelf import Giving, Place, Raw
from sync_engine.replicas.eds.sources import CARDS
from sync_engine.replicas.eds.texts import Unfit
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
)

if TYPE_CHECKING:
    from sync_engine.replicas.eds.collection import EdsCollection

_CARD_SUFFIX: Final = ".vcf"
_TURNS: Final = 5
_DOUBLE: Final = "resource.duplicate_uid"


@dataclass(slots=True)
class _Write:
    """A write that is going to be made."""

    number: int
    name: ResourceId
    part: str
    giving: Giving
    body: bytes


class Writing:
    """One call of ``apply``."""

    def __init__(self, collection: EdsCollection) -> None:
        self._collection = collection

    def carry_out(self, operations: Sequence[Operation]) -> list[Outcome]:
        """One outcome for each, in order."""
        outcomes: list[Outcome] = []
        batch: list[Operation] = []
        touched: set[ResourceId] = set()
        for operation in operations:
            if operation.id in touched:
                outcomes += self._batch(batch)
                batch, touched = [], set()
            batch.append(operation)
            touched.add(operation.id)
        return outcomes + self._batch(batch)

    def _batch(self, operations: Sequence[Operation], turns: int = _TURNS) -> list[Outcome]:
        """Writes to different resources.

        :param turns: how often to look again, while another program writes.
        """
        if not operations:
            return []
        revisions = self._revisions(operations)
        outcomes: dict[int, Outcome] = {}
        there = self._collection.there([operation.id for operation in operations])
        creations: list[_Write] = []
        changes: list[_Write] = []
        deletions: list[tuple[int, ResourceId, Place]] = []
        uids: set[str] = set()
        for number, operation in enumerate(operations):
            place, raw = there.get(operation.id, (None, ()))
            found = self._hindered(operation, place, raw)
            if found is not None:
                outcomes[number] = found
            elif isinstance(operation, Delete):
                assert place is not None
                deletions.append((number, operation.id, place))
            else:
                write = self._write(number, operation, place, raw)
                if isinstance(write, Rejected):
                    outcomes[number] = write
                elif write.giving.uid in uids:  # the store would mix the two up
                    outcomes[number] = Rejected(operation.id, _DOUBLE, write.giving.uid)
                elif isinstance(operation, Replace) and write.giving.now:
                    changes.append(write)
                else:
                    creations.append(write)
                if isinstance(write, _Write):
                    uids.add(write.giving.uid)
        if self._collection.revisions() != revisions and turns:
            return self._batch(operations, turns - 1)
        outcomes |= self._delete(deletions)
        outcomes |= self._send(changes, new=False)
        outcomes |= self._send(creations, new=True)
        self._settle([*changes, *creations], deletions, outcomes)
        return [outcomes[number] for number in range(len(operations))]

    def _settle(
        self,
        writes: Sequence[_Write],
        deletions: Sequence[tuple[int, ResourceId, Place]],
        outcomes: Mapping[int, Outcome],
    ) -> None:
        """Wait for the disk, and tell what is there now."""
        for part in {place.part for _, _, place in deletions} | {one.part for one in writes}:
            self._collection.shelf(part).settle()
        made = [one for one in writes if isinstance(outcomes[one.number], Stored)]
        self._collection.written(
            {one.name: Place(one.part, one.giving.uid) for one in made},
            [name for number, name, _ in deletions if isinstance(outcomes[number], Removed)],
        )

    def _revisions(self, operations: Sequence[Operation]) -> tuple[str, ...]:
        """What is written after this is seen.

        A name that is to be there and is not known was perhaps made by another program.
        """
        for operation in operations:
            known = self._collection.place_of(operation.id)
            if known is None and not isinstance(operation, Create):
                self._collection.refresh()
                break
        return self._collection.revisions()

    def _hindered(self, operation: Operation, place: Place | None, raw: Raw) -> Outcome | None:
        """Why a write is not to be made; ``None``: nothing."""
        name = operation.id
        if place is None:
            if isinstance(operation, Create):
                return None
            if isinstance(operation, Delete):
                return Removed(name, already=True)
            return Conflict(name, ConflictReason.MISSING)
        shelf = self._collection.shelf(place.part)
        mark = shelf.mark(raw)
        if not isinstance(operation, Create) and operation.expected == mark:
            return None
        body = self._collection.present(place.uid, shelf.read(raw))
        text = None if isinstance(body, Failure) else body
        if isinstance(operation, Create):
            return Conflict(name, ConflictReason.EXISTS, mark, text)
        # without a fingerprint, or after a rewriting that changed nothing, the text tells
        if text == operation.expected_body:
            return None
        return Conflict(name, ConflictReason.CHANGED, mark, text)

    def _write(
        self, number: int, operation: Create | Replace, place: Place | None, raw: Raw
    ) -> _Write | Rejected:
        spare = place.uid if place is not None else keys.uid_for(operation.id)
        try:
            part, giving = self._given(operation.body, spare)
        except Unfit as error:
            return Rejected(operation.id, error.reference)
        if place is not None and (giving.uid, part) != (place.uid, place.part):
            # another object under this name: that is a deletion and a creation
            return Rejected(operation.id, "resource.other_uid")
        if place is None and giving.uid in self._collection.uids:
            return Rejected(operation.id, _DOUBLE, giving.uid)
        return _Write(
            number, operation.id, part, Giving(giving.uid, giving.given, raw), operation.body
        )

    def _given(self, body: bytes, spare: str) -> tuple[str, Giving]:
        if self._collection.suffix == _CARD_SUFFIX:
            card = card_texts.down(body, spare)
            return CARDS, Giving(card.uid, card)
        given = calendar_texts.down(body, spare)
        return given.kind, Giving(given.uid, given)

    def _delete(self, deletions: Sequence[tuple[int, ResourceId, Place]]) -> dict[int, Outcome]:
        outcomes: dict[int, Outcome] = {}
        by_part: dict[str, list[tuple[int, ResourceId, Place]]] = {}
        for one in deletions:
            by_part.setdefault(one[2].part, []).append(one)
        for part, some in by_part.items():
            uids = [place.uid for _, _, place in some]
            refused = self._collection.shelf(part).remove(uids)
            gone = []
            for (number, name, place), error in zip(some, refused, strict=True):
                if error is None or is_one_of(error, NOT_FOUND):
                    outcomes[number] = Removed(name, already=error is not None)
                    gone.append(place.uid)
                else:
                    outcomes[number] = _rejected(name, error)
            self._collection.ledger.drop(self._collection.name, gone)
        return outcomes

    def _send(self, writes: Sequence[_Write], *, new: bool) -> dict[int, Outcome]:
        outcomes: dict[int, Outcome] = {}
        by_part: dict[str, list[_Write]] = {}
        for one in writes:
            by_part.setdefault(one.part, []).append(one)
        for part, some in by_part.items():
            shelf = self._collection.shelf(part)
            givings = [one.giving for one in some]
            before = self._announce(some)
            refused = shelf.create(givings) if new else shelf.modify(givings)
            self._withdraw([one for one, error in zip(some, refused, strict=True) if error], before)
            done = []
            for one, error in zip(some, refused, strict=True):
                if error is None:
                    done.append(one)
                elif not new and is_one_of(error, NOT_FOUND):
                    outcomes[one.number] = Conflict(one.name, ConflictReason.MISSING)
                elif is_one_of(error, EXISTS) and self._is_named(one):
                    # made by another program a moment ago
                    outcomes[one.number] = Conflict(one.name, ConflictReason.EXISTS)
                else:
                    outcomes[one.number] = _rejected(one.name, error)
            outcomes |= self._read_back(part, done, shelf.revision())
        return outcomes

    def _is_named(self, write: _Write) -> bool:
        """Whether the name is the one that its UID makes."""
        return write.name == keys.name_of(write.giving.uid, self._collection.suffix)

    def _announce(self, writes: Sequence[_Write]) -> dict[str, Rendering | None]:
        """Note what is about to be given; returns what was noted of these before."""
        ledger, place = self._collection.ledger, self._collection.name
        before = {one.giving.uid: ledger.find(place, one.giving.uid) for one in writes}
        noted = []
        for one in writes:
            known = before[one.giving.uid]
            if known is None or not one.giving.now:
                read = expected(one.body, cards=one.part == CARDS)
                noted.append(Rendering(one.giving.uid, one.name, one.body, read, one.body))
            else:
                noted.append(replace(known, name=one.name, next=one.body))
        ledger.put(place, noted)
        return before

    def _withdraw(self, writes: Sequence[_Write], before: Mapping[str, Rendering | None]) -> None:
        """These were refused."""
        ledger, place = self._collection.ledger, self._collection.name
        known = [before[one.giving.uid] for one in writes]
        ledger.drop(place, [one.giving.uid for one in writes])
        ledger.put(place, [one for one in known if one is not None])

    def _read_back(self, part: str, writes: Sequence[_Write], revision: str) -> dict[int, Outcome]:
        """Read what came of writes.

        :param revision: right after them. If it is another one after the reading, somebody
            else wrote in between: what looks otherwise than it should is theirs, then.
        """
        if not writes:
            return {}
        shelf = self._collection.shelf(part)
        there = shelf.some([one.giving.uid for one in writes])
        alone = shelf.revision() == revision
        cards = part == CARDS
        outcomes: dict[int, Outcome] = {}
        renderings: list[Rendering] = []
        for one in writes:
            uid = one.giving.uid
            raw = there.get(uid)
            if raw is None:  # removed by another program since
                outcomes[one.number] = Stored(one.name, None, one.body)
                continue
            read = shelf.read(raw)
            if not alone and not renders(one.body, read, cards=cards):
                read = expected(one.body, cards=cards)
            renderings.append(Rendering(uid, one.name, one.body, read))
            outcomes[one.number] = Stored(one.name, shelf.mark(raw), one.body)
        self._collection.ledger.put(self._collection.name, renderings)
        return outcomes


def _rejected(name: ResourceId, error: Refused) -> Rejected:
    if is_one_of(error, EXISTS):
        return Rejected(name, _DOUBLE, error.message)
    return Rejected(name, "resource.refused_by_desktop", error.message)
