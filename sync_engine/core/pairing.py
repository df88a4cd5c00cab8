"""Who is who: renames, moves, pairing without a base, duplicate UIDs.

A resource is keyed by (collection, href); its UID is only a hint. The hint is
used in four cases, in this order, and only where it points to exactly one:

1. *rename*: gone X and new Y with one UID on one side of a collection: the base
   row is bound to Y, no request;
2. *pairing*: new on both sides with one UID and no base: one subject;
3. *duplicate*: a new local resource whose UID another one has already is
   reported and never uploaded (loss class L9);
4. *move*: gone in one collection and new in another (``moves``).

Pure; the sides come from ``sync_engine.cycle.intake``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync_engine.core.changes import ABSENT, Newcomer, Side, State, Subject
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.resolution import Action, Loser, Reason, Verb

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

    by_uid = _unique(remote)
    single_local = _unique(local)
    partner: dict[str, Newcomer] = {
        uid: by_uid[uid] for uid in single_local if uid in by_uid and uid not in living
    }
    paired_ids = {newcomer.id for newcomer in partner.values()}
    subjects = rows
    duplicates: list[Newcomer] = []
    seen: set[str] = set()
    for newcomer in sorted(local, key=lambda n: n.id):
        uid = newcomer.uid
        if uid is not None and uid in partner:
            subjects.append(_both(collection, newcomer, partner[uid], same))
        elif uid is not None and (uid in living or uid in seen):
            duplicates.append(newcomer)
        else:
            subjects.append(_single(collection, newcomer, local=True))
        if uid is not None:
            seen.add(uid)
    subjects.extend(
        _single(collection, newcomer, local=False)
        for newcomer in remote
        if newcomer.id not in paired_ids
    )
    return Paired(tuple(subjects), tuple(duplicates))


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
    unique = _unique(newcomers)
    gone: dict[str, list[int]] = defaultdict(list)
    for index, subject in enumerate(rows):
        side = subject.local if on_local else subject.remote
        if side.state is State.DELETED and subject.base and subject.base.uid is not None:
            gone[subject.base.uid].append(index)
    taken: set[str] = set()
    for uid, indexes in gone.items():
        newcomer = unique.get(uid)
        # exactly one row may claim it, and no other row may have that UID
        if newcomer is None or len(indexes) != 1 or len(bound.get(uid, ())) > 1:
            continue
        subject = rows[indexes[0]]
        base = subject.base
        assert base is not None
        taken.add(newcomer.id)
        if on_local:
            renamed = subject.with_local(newcomer.against(base.local_content))
        else:
            renamed = subject.with_remote(newcomer.against(base.remote_content))
        rows[indexes[0]] = renamed
    return rows, [n for n in newcomers if n.id not in taken]


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


def moves(actions: Sequence[Action], movable: Callable[[int, int], bool]) -> list[Action]:
    """Find moves across the collections of an account in their joined plans.

    * a resource deleted here and created there *locally* becomes one remote move;
    * a resource that the *server* moved, edited here meanwhile, follows the move
      instead of coming back in its old calendar (edit/delete looks here first);
    * a deletion whose resource appears elsewhere is no deletion to the brakes.

    :param movable: whether a resource may go from one collection to another
        (same kind, both writable both ways).
    """
    created_remote = _targets(actions, Verb.CREATE_REMOTE)
    created_local = _targets(actions, Verb.CREATE_LOCAL)
    consumed: set[int] = set()
    replaced: dict[int, Action] = {}
    for index, action in enumerate(actions):
        subject = action.subject
        uid = subject.base.uid if subject.base else None
        if uid is None:
            continue
        if subject.local.state is State.DELETED and subject.remote.state in (
            State.UNCHANGED,
            State.MODIFIED,
        ):
            there = _other(actions, created_remote, subject, movable)
            if there is not None:
                consumed.add(there)
                replaced[index] = Action(
                    Verb.MOVE_REMOTE, subject, target=actions[there].subject, moved=True
                )
        elif subject.remote.state is State.DELETED:
            there = _other(actions, created_local, subject, movable)
            if there is not None:
                follow = subject.local.state is State.MODIFIED
                if follow:
                    consumed.add(there)
                    replaced[index] = _follow(subject, actions[there].subject)
                elif action.verb is Verb.DELETE_LOCAL:
                    replaced[index] = replace(action, moved=True)
    return [
        replaced.get(index, action) for index, action in enumerate(actions) if index not in consumed
    ]


def _follow(subject: Subject, target: Subject) -> Action:
    content = subject.local.content
    losers = (Loser("local", content, Reason.DELETED),) if content else ()
    return Action(Verb.FOLLOW_MOVE, subject, losers, target=target, moved=True)


def _targets(actions: Sequence[Action], verb: Verb) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, action in enumerate(actions):
        if action.verb is verb and action.subject.base is None and action.subject.uid:
            found[action.subject.uid].append(index)
    return found


def _other(
    actions: Sequence[Action],
    targets: Mapping[str, list[int]],
    subject: Subject,
    movable: Callable[[int, int], bool],
) -> int | None:
    """The one creation elsewhere that has the subject's UID, as its index."""
    uid = subject.base.uid if subject.base else None
    indexes = targets.get(uid or "", [])
    if len(indexes) != 1:
        return None
    there = actions[indexes[0]].subject.collection
    if there == subject.collection or not movable(subject.collection, there):
        return None
    return indexes[0]


__all__ = ["Paired", "Same", "moves", "pair"]
