"""From verdicts to actions: the conflict policy, and what goes to the history.

A conflict is a value; this second pure function applies the collection's
policy to it. Whatever loses stands in ``Action.losers``: the executor puts
those texts into the history before it acts (loss class L3).

* Two edits of one resource are merged, property by property, under every policy
  (``sync_engine.core.merge``). The policy decides only what both sides changed
  differently: ``merge`` and ``server`` take the server's value, ``local`` the local
  one, ``both`` makes two resources of it, ``ask`` waits for a person.
* Two texts that cannot be merged become two resources, unless the policy names a
  side or asks.
* Of an edit and a deletion the edit wins and is restored, under every policy but
  the one that names the deleting side and the one that asks.
* What a person said goes before the policy, for the texts that were shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sync_engine.core.changes import Subject
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.merge import Side as Preference
from sync_engine.core.planner import CONFLICTS, Verdict


class Policy(StrEnum):
    """What to do with what a merge cannot decide (see above)."""

    MERGE = "merge"
    SERVER = "server"
    LOCAL = "local"
    BOTH = "both"
    ASK = "ask"


class Keep(StrEnum):
    """What a person says to a conflict."""

    LOCAL = "local"
    SERVER = "server"
    BOTH = "both"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge of a subject's two texts came to.

    :param local: the text for the local side; :param remote: for the server.
    :param base: the text that the local side would have without its own edits: what
        the local text is to be compared with after the merge.
    :param clashes: names of the properties that both sides changed differently.
    """

    local: ContentHash
    remote: ContentHash
    base: ContentHash
    clashes: tuple[str, ...] = ()


Merger = Callable[[Subject, Preference], Merging | None]
"""Merges a subject's two texts; ``None`` where that cannot be done."""


def unmerged(_subject: Subject, _prefer: Preference) -> None:
    """A ``Merger`` of texts that cannot be merged."""


class Verb(StrEnum):
    """What an action does."""

    CREATE_LOCAL = "create local"
    REPLACE_LOCAL = "replace local"
    DELETE_LOCAL = "delete local"
    CREATE_REMOTE = "create remote"
    REPLACE_REMOTE = "replace remote"
    DELETE_REMOTE = "delete remote"
    MERGE = "merge"
    ASK = "ask"
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
    LET_GO = "let go"
    LEAVE_OUT = "leave out"


UPLOADS = frozenset({Verb.CREATE_REMOTE, Verb.REPLACE_REMOTE})


class Reason(StrEnum):
    """Why a version is in the history."""

    OVERWRITTEN = "overwritten"
    DELETED = "deleted"
    CONFLICT = "conflict"
    OUT_OF_SCOPE = "out of scope"


@dataclass(frozen=True, slots=True)
class Loser:
    """A text that an action takes off a side.

    :param side: ``local`` or ``remote``; ``base`` for what was on both, and is on neither.
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
    :param aged: for LET_GO: it is the time that passed that put it out of scope.
    :param reference: for REFUSE: why, stable.
    :param text: what to write where that is not the other side's text as it is: the
        changes of one side, applied to the text of the other.
    :param merging: for MERGE, and for the upload that is its second half.
    """

    verb: Verb
    subject: Subject
    losers: tuple[Loser, ...] = ()
    conflict: Verdict | None = None
    target: Subject | None = None
    moved: bool = False
    recreation: bool = False
    aged: bool = False
    reference: str = ""
    text: ContentHash | None = None
    merging: Merging | None = None


def act(
    subject: Subject,
    verdict: Verdict,
    policy: Policy,
    merger: Merger = unmerged,
    said: Keep | None = None,
) -> Action | None:
    """The action for a verdict, or ``None`` where there is nothing to do.

    :param said: what a person said to this very conflict.
    """
    if verdict in CONFLICTS:
        return _resolve(subject, verdict, policy, merger, said)
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


def let_go(subject: Subject, *, aged: bool) -> Action:
    """The local copy of an old resource goes; the server keeps it (loss class L7)."""
    assert subject.local.content is not None
    loser = Loser("local", subject.local.content, Reason.OUT_OF_SCOPE)
    return Action(Verb.LET_GO, subject, (loser,), aged=aged)


def _deleted(side: str, content: ContentHash | None) -> tuple[Loser, ...]:
    return (Loser(side, content, Reason.DELETED),) if content else ()


_WINS = {Policy.LOCAL: Preference.LOCAL}


def _resolve(
    subject: Subject, conflict: Verdict, policy: Policy, merger: Merger, said: Keep | None
) -> Action:
    if conflict in (Verdict.EDIT_DELETE, Verdict.DELETE_EDIT):
        return _resolve_deletion(subject, conflict, policy, said)
    if said in (Keep.LOCAL, Keep.SERVER, Keep.BOTH):
        return _whole(subject, conflict, Policy(said.value))
    merging = merger(subject, _WINS.get(policy, Preference.REMOTE))
    undecided = merging is None or bool(merging.clashes)
    if undecided and said is None and policy is Policy.ASK:
        return Action(Verb.ASK, subject, conflict=conflict, merging=merging)
    if merging is None or (merging.clashes and said is None and policy is Policy.BOTH):
        return _whole(subject, conflict, policy)
    return _merge(subject, conflict, merging)


def _merge(subject: Subject, conflict: Verdict, merging: Merging) -> Action:
    assert subject.local.content is not None
    reason = Reason.CONFLICT if merging.clashes else Reason.OVERWRITTEN
    loser = Loser("local", subject.local.content, reason)
    return Action(
        Verb.MERGE,
        subject,
        (loser,) if merging.local != subject.local.content else (),
        conflict if merging.clashes else None,
        merging=merging,
    )


def _resolve_deletion(
    subject: Subject, conflict: Verdict, policy: Policy, said: Keep | None
) -> Action:
    if said is None and policy is Policy.ASK:
        return Action(Verb.ASK, subject, conflict=conflict)
    chosen = said.value if said is not None else policy.value
    if conflict is Verdict.EDIT_DELETE:
        gone = chosen == Policy.SERVER
        return delete_local(subject, conflict) if gone else upload(subject, conflict)
    gone = chosen == Policy.LOCAL
    return delete_remote(subject, conflict) if gone else download(subject, conflict)


def _whole(subject: Subject, conflict: Verdict, policy: Policy) -> Action:
    """One text as it is, or both."""
    if policy is Policy.SERVER:
        return download(subject, conflict)
    if policy is Policy.LOCAL:
        return upload(subject, conflict)
    losers = download(subject, conflict).losers
    return Action(Verb.KEEP_BOTH, subject, losers, conflict)
