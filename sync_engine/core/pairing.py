"""Who is who: renames, moves, pairing without a base, duplicate UIDs.

A resource is keyed by (collection, href); its UID is only a hint. It is used in
four cases, in this order:

1. *rename*: gone X and new Y with one UID on one side of a collection: the base
   row is bound to Y, no request. First those with the same text as well; then
   one gone row to the first of the new ones, if no other row has that UID;
2. *pairing*: new on both sides and no base: one subject. First those with the
   same text, then one UID, where it is unique on both sides;
3. *duplicate*: a new local resource whose UID another one has already, on either
   side, is reported and never uploaded (loss class L9);
4. *move*: gone in one collection and new in another (``moves``).

Pure; the sides come from ``sync_engine.cycle.intake``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync_engine.core.changes import ABSENT, Newcomer, Side, State, Subject
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.resolution import Action, Loser, Reason, Verb

_NONE: frozenset[int] = frozenset()

Same = Callable[[ContentHash, ContentHash], bool]
"""Whether two texts are the same by structure (reads them from the store)."""


@dataclass(frozen=True, slots=True)
class Paired:
    """What pairing makes of one collection.

    :param duplicates: new local resources that must not be uploaded.
    """

    subjects: tuple[Subject, ...]
    duplicates: tuple[Newcomer, ...]


def pair(
    collection: int,
    touched: Sequence[Subject],
    new_local: Sequence[Newcomer],
    new_remote: Sequence[Newcomer],
    bound: Mapping[str, frozenset[int]],
    same: Same,
) -> Paired:
    """Bind newcomers to base rows and to each other.

    :param touched: the base rows of which a side changed.
    :param bound: for each UID of a newcomer: the base rows that have it.
    """
    rows = list(touched)
    rows, local = _rename(rows, new_local, bound, on_local=True)
    rows, remote = _rename(rows, new_remote, bound, on_local=False)
    rows = [_compared(row, same) for row in rows]
    living = _living(rows, bound)

    partners = _partners(local, remote, living)
    paired_ids = {newcomer.id for newcomer in partners.values()}
    subjects = rows
    duplicates: list[Newcomer] = []
    taken = {*living, *(n.uid for n in remote), *(n.uid for n in local if n.id in partners)}
    for newcomer in sorted(local, key=lambda n: n.id):
        if newcomer.id in partners:
            subjects.append(_both(collection, newcomer, partners[newcomer.id], same))
        elif newcomer.uid is not None and newcomer.uid in taken:
            duplicates.append(newcomer)
        else:
            subjects.append(_single(collection, newcomer, local=True))
            taken.add(newcomer.uid)
    subjects.extend(
        _single(collection, newcomer, local=False)
        for newcomer in remote
        if newcomer.id not in paired_ids
    )
    return Paired(tuple(subjects), tuple(duplicates))


def _partners(
    local: Sequence[Newcomer], remote: Sequence[Newcomer], living: frozenset[str]
) -> dict[ResourceId, Newcomer]:
    """Step 2: the remote newcomer that belongs to a local one, by the local one's name.

    Two with the same text are one, also where their UID is a duplicate: a crash
    between a download and its commit must not make a second copy.
    """
    by_text: dict[ContentHash, list[Newcomer]] = defaultdict(list)
    for newcomer in sorted(remote, key=lambda n: n.id, reverse=True):
        by_text[newcomer.content].append(newcomer)
    partners: dict[ResourceId, Newcomer] = {}
    for newcomer in sorted(local, key=lambda n: n.id):
        if by_text[newcomer.content]:
            partners[newcomer.id] = by_text[newcomer.content].pop()
    ours, theirs = _unique(local), _unique(remote)
    for uid in (ours.keys() & theirs.keys()) - living:
        # with the same text they are paired already, with one another
        partners.setdefault(ours[uid].id, theirs[uid])
    return partners


def _compared(subject: Subject, same: Same) -> Subject:
    local, remote = subject.local, subject.remote
    if local.state is State.MODIFIED and remote.state is State.MODIFIED:
        assert local.content is not None and remote.content is not None
        return replace(subject, same=same(local.content, remote.content))
    return subject


def _unique(newcomers: Iterable[Newcomer]) -> dict[str, Newcomer]:
    groups: dict[str, list[Newcomer]] = defaultdict(list)
    for newcomer in newcomers:
        if newcomer.uid is not None:
            groups[newcomer.uid].append(newcomer)
    return {uid: group[0] for uid, group in groups.items() if len(group) == 1}


def _living(rows: Sequence[Subject], bound: Mapping[str, frozenset[int]]) -> frozenset[str]:
    """UIDs that a base row with a living local side has."""
    gone = {
        s.row for s in rows if s.row is not None and s.local.state in (State.DELETED, State.ABSENT)
    }
    return frozenset(uid for uid, owners in bound.items() if owners - gone)


def _rename(
    rows: list[Subject],
    newcomers: Sequence[Newcomer],
    bound: Mapping[str, frozenset[int]],
    *,
    on_local: bool,
) -> tuple[list[Subject], list[Newcomer]]:
    """Step 1 for one side: rows with the new name, and the newcomers that are left."""
    gone: dict[str, list[int]] = defaultdict(list)
    for index, subject in enumerate(rows):
        side = subject.local if on_local else subject.remote
        if side.state is State.DELETED and subject.base and subject.base.uid is not None:
            gone[subject.base.uid].append(index)
    by_uid: dict[str | None, list[Newcomer]] = defaultdict(list)
    for newcomer in sorted(newcomers, key=lambda n: n.id):
        by_uid[newcomer.uid].append(newcomer)
    taken: set[ResourceId] = set()
    for uid, indexes in gone.items():
        new = by_uid[uid]
        texts = [_base_text(rows[index], on_local=on_local) for index in indexes]
        found = _same_texts(texts, new)
        if not found and new and len(indexes) == 1 == len(bound.get(uid, indexes)):
            found = {0: new[0]}
        for place, newcomer in found.items():
            side = newcomer.against(texts[place])
            row = rows[indexes[place]]
            row = row.with_local(side) if on_local else row.with_remote(side)
            guests = row.attendees or newcomer.attendees
            rows[indexes[place]] = replace(row, attendees=guests)
            taken.add(newcomer.id)
    return rows, [n for n in newcomers if n.id not in taken]


def _base_text(subject: Subject, *, on_local: bool) -> ContentHash:
    assert subject.base is not None
    return subject.base.local_content if on_local else subject.base.remote_content


def _same_texts(texts: Sequence[ContentHash], new: Sequence[Newcomer]) -> dict[int, Newcomer]:
    """The newcomers that have the texts, each once, by the texts' places."""
    left = list(new)
    found: dict[int, Newcomer] = {}
    for place, text in enumerate(texts):
        match = next((newcomer for newcomer in left if newcomer.content == text), None)
        if match is not None:
            left.remove(match)
            found[place] = match
    return found


def _both(collection: int, local: Newcomer, remote: Newcomer, same: Same) -> Subject:
    return Subject(
        collection,
        None,
        local.side,
        remote.side,
        uid=local.uid,
        same=same(local.content, remote.content),
        attendees=local.attendees or remote.attendees,
    )


def _single(collection: int, newcomer: Newcomer, *, local: bool) -> Subject:
    side: Side = newcomer.side
    return Subject(
        collection,
        None,
        side if local else ABSENT,
        ABSENT if local else side,
        uid=newcomer.uid,
        attendees=newcomer.attendees,
    )


def moves(
    actions: Sequence[Action],
    movable: Callable[[int, int], bool],
    stuck: Mapping[str, frozenset[int]],
) -> list[Action]:
    """Find moves across the collections of an account in their joined plans.

    * a resource deleted here and created there *locally* becomes one remote move;
    * a resource that the *server* moved, edited here meanwhile, follows the move
      instead of coming back in its old calendar (edit/delete looks here first);
    * a deletion whose resource appears elsewhere is no deletion to the brakes;
    * a resource deleted here whose new place will not take it stays on the server.

    :param movable: whether a resource may go from one collection to another
        (same kind, both writable both ways).
    :param stuck: by UID: the collections that have a local resource which cannot go up.
    """
    plan = _Joined(actions, movable, stuck)
    for index, action in enumerate(actions):
        subject = action.subject
        if subject.base is None or subject.base.uid is None:
            continue
        if subject.remote.state is State.DELETED:
            plan.gone_there(index, action)
        elif subject.local.state is State.DELETED and subject.remote.content is not None:
            plan.gone_here(index, action)
    return plan.result()


class _Joined:
    """The plans of all collections, while moves are looked for in them."""

    def __init__(
        self,
        actions: Sequence[Action],
        movable: Callable[[int, int], bool],
        stuck: Mapping[str, frozenset[int]],
    ) -> None:
        self._actions = actions
        self._movable = movable
        self._stuck = stuck
        self._created_remote = _targets(actions, frozenset({Verb.CREATE_REMOTE}))
        self._created_local = _targets(actions, frozenset({Verb.CREATE_LOCAL}))
        self._pairs = _targets(actions, _ON_BOTH_SIDES)
        self._consumed: set[int] = set()
        self._replaced: dict[int, Action] = {}

    def gone_here(self, index: int, action: Action) -> None:
        """Deleted locally, alive on the server: a move, or stuck, or just deleted."""
        subject = action.subject
        there = self._other(self._created_remote, subject)
        if there is not None:
            self._consumed.add(there)
            target = self._actions[there].subject
            self._replaced[index] = Action(Verb.MOVE_REMOTE, subject, target=target, moved=True)
        elif action.verb is Verb.DELETE_REMOTE and (
            self._stuck.get(subject.uid or "", _NONE) - {subject.collection}
        ):
            self._consumed.add(index)

    def gone_there(self, index: int, action: Action) -> None:
        """Gone on the server: did it move there, or was it moved on both sides?"""
        subject = action.subject
        pair = self._other(self._pairs, subject)
        if pair is not None and subject.local.content in (
            None,
            self._actions[pair].subject.local.content,
        ):
            self._consumed.add(pair)
            target = self._actions[pair].subject
            losers = _follow(subject, target).losers
            self._replaced[index] = Action(Verb.CARRY, subject, losers, target=target, moved=True)
            return
        there = self._other(self._created_local, subject)
        if there is not None:
            target = self._actions[there].subject
            if subject.local.state is State.MODIFIED:
                self._consumed.add(there)
                self._replaced[index] = _follow(subject, target)
            elif action.verb is Verb.DELETE_LOCAL:
                self._replaced[index] = replace(action, moved=True, target=target)
        again = self._other(self._created_remote, subject)
        if again is not None and subject.local.state is State.DELETED:
            # the server deleted what was moved here: bringing it back is a re-creation
            self._replaced[again] = replace(self._actions[again], recreation=True)

    def result(self) -> list[Action]:
        """The joined plan with its moves."""
        return [
            self._replaced.get(index, action)
            for index, action in enumerate(self._actions)
            if index not in self._consumed
        ]

    def _other(self, targets: Mapping[str, list[int]], subject: Subject) -> int | None:
        """The one place elsewhere that has the subject's UID, as its index."""
        uid = subject.base.uid if subject.base else None
        indexes = targets.get(uid or "", [])
        if len(indexes) != 1 or indexes[0] in self._consumed:
            return None
        there = self._actions[indexes[0]].subject.collection
        if there == subject.collection or not self._movable(subject.collection, there):
            return None
        return indexes[0]


def _follow(subject: Subject, target: Subject) -> Action:
    content = subject.local.content
    losers = (Loser("local", content, Reason.DELETED),) if content else ()
    return Action(Verb.FOLLOW_MOVE, subject, losers, target=target, moved=True)


def _targets(actions: Sequence[Action], verbs: frozenset[Verb]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, action in enumerate(actions):
        if action.verb in verbs and action.subject.base is None and action.subject.uid:
            found[action.subject.uid].append(index)
    return found


_ON_BOTH_SIDES = frozenset(
    {
        Verb.ADOPT,
        Verb.KEEP_BOTH,
        Verb.MERGE,
        Verb.ASK,
        Verb.REPLACE_LOCAL,
        Verb.REPLACE_REMOTE,
    }
)
"""What becomes of a resource that is new on both sides."""

__all__ = ["Paired", "Same", "moves", "pair"]
