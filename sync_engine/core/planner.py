"""The decision table: from what both sides did to what is to be done.

Pure: ``decide`` is a table look-up. The table is total over the states; the
tests walk it row by row and ``docs/sync-model.md`` is drawn from it
(``tools/draw_tables.py``).

Order of decisions: ``decide`` (what would two equal sides do) -> ``restrict``
(direction and privileges) -> ``sync_engine.core.resolution`` (conflict policy)
-> ``sync_engine.core.guards`` (vetoes).
"""

from __future__ import annotations

from enum import StrEnum

from sync_engine.core.changes import State, Subject


class Verdict(StrEnum):
    """What the table says."""

    NOTHING = "nothing"
    DOWNLOAD = "copy remote to local"
    UPLOAD = "copy local to remote"
    DELETE_LOCAL = "delete local"
    DELETE_REMOTE = "delete remote"
    ADOPT = "adopt"
    FORGET = "forget"
    EDIT_EDIT = "conflict edit/edit"
    EDIT_DELETE = "conflict edit/delete"
    DELETE_EDIT = "conflict delete/edit"
    CREATE_CREATE = "conflict create/create"
    WAIT = "wait"
    LEAVE = "leave"
    REFUSE = "refuse"
    DETACH = "detach"


CONFLICTS = frozenset(
    {Verdict.EDIT_EDIT, Verdict.EDIT_DELETE, Verdict.DELETE_EDIT, Verdict.CREATE_CREATE}
)

_U, _M, _D, _X = State.UNCHANGED, State.MODIFIED, State.DELETED, State.UNREADABLE
_A, _P = State.ABSENT, State.PRESENT

TABLE: dict[tuple[State, State], Verdict] = {
    # base known: (local, remote)
    (_U, _U): Verdict.NOTHING,
    (_U, _M): Verdict.DOWNLOAD,
    (_U, _D): Verdict.DELETE_LOCAL,
    (_M, _U): Verdict.UPLOAD,
    (_M, _M): Verdict.EDIT_EDIT,
    (_M, _D): Verdict.EDIT_DELETE,
    (_D, _U): Verdict.DELETE_REMOTE,
    (_D, _M): Verdict.DELETE_EDIT,
    (_D, _D): Verdict.FORGET,
    # base unknown
    (_P, _A): Verdict.UPLOAD,
    (_A, _P): Verdict.DOWNLOAD,
    (_P, _P): Verdict.CREATE_CREATE,
    (_A, _A): Verdict.NOTHING,
    # a side that cannot be read now decides nothing
    (_X, _U): Verdict.WAIT,
    (_X, _M): Verdict.WAIT,
    (_X, _D): Verdict.WAIT,
    (_X, _A): Verdict.WAIT,
    (_X, _P): Verdict.WAIT,
    (_U, _X): Verdict.WAIT,
    (_M, _X): Verdict.WAIT,
    (_D, _X): Verdict.WAIT,
    (_A, _X): Verdict.WAIT,
    (_P, _X): Verdict.WAIT,
    (_X, _X): Verdict.WAIT,
}
"""(local state, remote state) -> verdict, before content is compared."""


class Direction(StrEnum):
    """Which way a collection's changes travel."""

    TWO_WAY = "two-way"
    PULL = "pull"
    PUSH = "push"


RESTRICTIONS: dict[tuple[str, Verdict], Verdict] = {
    # pull: the user said that local changes stay here
    ("pull", Verdict.UPLOAD): Verdict.LEAVE,
    ("pull", Verdict.DELETE_REMOTE): Verdict.DOWNLOAD,
    ("pull", Verdict.EDIT_EDIT): Verdict.DOWNLOAD,
    ("pull", Verdict.EDIT_DELETE): Verdict.DETACH,
    ("pull", Verdict.DELETE_EDIT): Verdict.DOWNLOAD,
    ("pull", Verdict.CREATE_CREATE): Verdict.DOWNLOAD,
    # a read-only collection: as pull, but a change that cannot travel is told
    ("read-only", Verdict.UPLOAD): Verdict.REFUSE,
    ("read-only", Verdict.DELETE_REMOTE): Verdict.DOWNLOAD,
    ("read-only", Verdict.EDIT_EDIT): Verdict.DOWNLOAD,
    ("read-only", Verdict.EDIT_DELETE): Verdict.DETACH,
    ("read-only", Verdict.DELETE_EDIT): Verdict.DOWNLOAD,
    ("read-only", Verdict.CREATE_CREATE): Verdict.DOWNLOAD,
    # push: the server's changes are not taken
    ("push", Verdict.DOWNLOAD): Verdict.LEAVE,
    ("push", Verdict.DELETE_LOCAL): Verdict.LEAVE,
    ("push", Verdict.EDIT_EDIT): Verdict.UPLOAD,
    ("push", Verdict.EDIT_DELETE): Verdict.UPLOAD,
    ("push", Verdict.DELETE_EDIT): Verdict.DELETE_REMOTE,
    ("push", Verdict.CREATE_CREATE): Verdict.UPLOAD,
}
"""(direction or "read-only", verdict) -> verdict; what is not listed passes."""


def decide(subject: Subject) -> Verdict:
    """What two sides with equal rights would do.

    Where both sides have a new text and it is the same by structure, there is
    no conflict: the base is brought up to date (adopt).
    """
    verdict = TABLE[subject.local.state, subject.remote.state]
    if verdict in (Verdict.EDIT_EDIT, Verdict.CREATE_CREATE) and subject.same:
        return Verdict.ADOPT
    return verdict


def restrict(verdict: Verdict, direction: Direction, read_only: bool) -> Verdict:
    """The verdict under the collection's direction and privileges.

    A read-only collection is never written, whatever the direction.
    """
    if read_only:
        # push into a read-only collection can do nothing at all
        verdict = RESTRICTIONS.get(("read-only", verdict), verdict)
        if direction is Direction.PUSH:
            verdict = RESTRICTIONS.get(("push", verdict), verdict)
        return verdict
    return RESTRICTIONS.get((direction.value, verdict), verdict)


def plan(subject: Subject, direction: Direction, read_only: bool) -> Verdict:
    """``decide`` and ``restrict`` in one."""
    return restrict(decide(subject), direction, read_only)
