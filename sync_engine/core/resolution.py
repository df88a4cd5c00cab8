"""From verdicts to actions: the conflict policy, and what goes to the history.

A conflict is a value; this second pure function applies the collection's
policy to it. Whatever loses stands in ``Action.losers``: the executor puts
those texts into the history before it acts (loss class L3).

The default outcome of edit against delete is that the edit wins and is
restored, under every policy but the one that names the deleting side.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sync_engine.core.changes import Subject
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.planner import CONFLICTS, Verdict


class Policy(StrEnum):
    """What to do with a conflict. A merge goes in front of these (see ``resolve``)."""

    SERVER = "server"
    LOCAL = "local"
    BOTH = "both"


class Verb(StrEnum):
    """What an action does."""

    CREATE_LOCAL = "create local"
    REPLACE_LOCAL = "replace local"
    DELETE_LOCAL = "delete local"
    CREATE_REMOTE = "create remote"
    REPLACE_REMOTE = "replace remote"
    DELETE_REMOTE = "delete remote"
    KEEP_BOTH = "keep both"
    MOVE_REMOTE = "move remote"
    FOLLOW_MOVE = "follow move"
    CARRY = "carry the base along"
    ADOPT = "adopt"
    FORGET = "forget"
    DETACH = "detach"
    REBIND = "rebind"
    REFUSE = "refuse"
    LEAVE = "leave"


UPLOADS = frozenset({Verb.CREATE_REMOTE, Verb.REPLACE_REMOTE})


class Reason(StrEnum):
    """Why a version is in the history."""

    OVERWRITTEN = "overwritten"
    DELETED = "deleted"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Loser:
    """A text that an action takes off a side.

    :param side: ``local`` or ``remote``.
    """

    side: str
    content: ContentHash
    reason: Reason


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do to one subject.

    :param conflict: the verdict it came from where that was a conflict.
    :param target: for moves: the subject at the destination.
    :param moved: part of a move, so not a deletion to the brakes.
    :param recreation: a creation of what was deleted on the server before.
    :param reference: for REFUSE: why, stable.
    """

    verb: Verb
    subject: Subject
    losers: tuple[Loser, ...] = ()
    conflict: Verdict | None = None
    target: Subject | None = None
    moved: bool = False
    recreation: bool = False
    reference: str = ""


def act(subject: Subject, verdict: Verdict, policy: Policy) -> Action | None:
    """The action for a verdict, or ``None`` where there is nothing to do."""
    if verdict in CONFLICTS:
        return _resolve(subject, verdict, policy)
    match verdict:
        case Verdict.DOWNLOAD:
            return download(subject)
        case Verdict.UPLOAD:
            return upload(subject)
        case Verdict.DELETE_LOCAL:
            return delete_local(subject)
        case Verdict.DELETE_REMOTE:
            return delete_remote(subject)
        case Verdict.ADOPT:
            return Action(Verb.ADOPT, subject)
        case Verdict.FORGET:
            return Action(Verb.FORGET, subject)
        case Verdict.DETACH:
            return Action(Verb.DETACH, subject)
        case Verdict.REFUSE:
            return Action(Verb.REFUSE, subject, reference="resource.read_only")
        case _:
            return Action(Verb.REBIND, subject) if subject.renamed else None


def download(subject: Subject, conflict: Verdict | None = None) -> Action:
    """The remote text goes to the local side (created or replaced there)."""
    if subject.local.content is None:
        return Action(Verb.CREATE_LOCAL, subject, conflict=conflict)
    reason = Reason.CONFLICT if conflict else Reason.OVERWRITTEN
    loser = Loser("local", subject.local.content, reason)
    return Action(Verb.REPLACE_LOCAL, subject, (loser,), conflict)


def upload(subject: Subject, conflict: Verdict | None = None) -> Action:
    """The local text goes to the remote side (created or replaced there)."""
    if subject.remote.content is None:
        return Action(Verb.CREATE_REMOTE, subject, conflict=conflict)
    reason = Reason.CONFLICT if conflict else Reason.OVERWRITTEN
    loser = Loser("remote", subject.remote.content, reason)
    return Action(Verb.REPLACE_REMOTE, subject, (loser,), conflict)


def delete_local(subject: Subject, conflict: Verdict | None = None) -> Action:
    """The local resource goes."""
    return Action(Verb.DELETE_LOCAL, subject, _deleted("local", subject.local.content), conflict)


def delete_remote(subject: Subject, conflict: Verdict | None = None) -> Action:
    """The remote resource goes."""
    return Action(Verb.DELETE_REMOTE, subject, _deleted("remote", subject.remote.content), conflict)


def _deleted(side: str, content: ContentHash | None) -> tuple[Loser, ...]:
    return (Loser(side, content, Reason.DELETED),) if content else ()


def _resolve(subject: Subject, conflict: Verdict, policy: Policy) -> Action:
    match conflict, policy:
        case Verdict.EDIT_DELETE, Policy.SERVER:
            return delete_local(subject, conflict)
        case Verdict.EDIT_DELETE, _:
            return upload(subject, conflict)
        case Verdict.DELETE_EDIT, Policy.LOCAL:
            return delete_remote(subject, conflict)
        case Verdict.DELETE_EDIT, _:
            return download(subject, conflict)
        case _, Policy.SERVER:
            return download(subject, conflict)
        case _, Policy.LOCAL:
            return upload(subject, conflict)
        case _:
            losers = download(subject, conflict).losers
            return Action(Verb.KEEP_BOTH, subject, losers, conflict)
