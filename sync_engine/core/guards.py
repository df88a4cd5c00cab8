"""The brakes: pure vetoes on a finished plan.

* Mass deletion, in either direction: at least ``count`` resources and more
  than ``percent`` % of a collection, or at least 5 and more than 50 %, counted
  with the deletions of the last 24 hours. The deletions wait as a *hold*.
* Re-creation of a resource that has ATTENDEE waits: a server may send
  invitations again (loss class L11).
* The past limit, in the same numbers: what the time that passed since the last run puts
  out of scope at once. A clock that jumped must not empty a calendar (loss class L7). It
  is no deletion, and counts as none; what a person asked for by narrowing the limit
  does not wait.
* Ten or more resources that go back to versions already in the history look
  like a restored backup or a server that was rolled back (loss class L15).

A hold asks a person. What was approved passes; what was rejected turns round:
a rejected remote deletion becomes an upload as a creation, a rejected local one
restores the file. Where nothing may be uploaded, what would be stays as it is. What is
not let go stays on both sides for as long as it does not change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sync_engine.core.changes import Subject
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.planner import Verdict
from sync_engine.core.resolution import UPLOADS, Action, Verb, delete_local, download, upload


class HoldKind(StrEnum):
    """Why actions wait. The value is stable and shown by ``ksync hold``."""

    DELETE_LOCAL = "mass-deletion-local"
    DELETE_REMOTE = "mass-deletion-remote"
    RECREATION = "recreation-with-attendees"
    ROLLED_BACK_LOCAL = "rolled-back-local"
    ROLLED_BACK_REMOTE = "rolled-back-remote"
    PAST_LIMIT = "past-limit"


class Answer(StrEnum):
    """What a person said to a hold."""

    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Brakes:
    """Limits. ``percent`` of a collection and ``count`` resources, both exceeded."""

    percent: float = 20.0
    count: int = 10
    small_percent: float = 50.0
    small_count: int = 5
    rolled_back: int = 10


@dataclass(frozen=True, slots=True)
class Recent:
    """Deletions of the last 24 hours that nobody approved, by kind, and the size.

    :param size: resources in the base at the start of the cycle.
    """

    size: int
    deleted: Mapping[HoldKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guarded:
    """The plan after the brakes.

    :param go: actions that may run now.
    :param held: actions that wait, by kind of hold.
    """

    go: tuple[Action, ...]
    held: Mapping[HoldKind, tuple[Action, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A resource that a person was asked about.

    :param answer: what was said, ``None`` while the hold is open.
    :param local: its local text as it was shown; :param remote: its remote text.
        An answer holds for what was shown, for nothing else.
    """

    answer: Answer | None
    local: ContentHash | None = None
    remote: ContentHash | None = None

    def about(self, subject: Subject) -> bool:
        """Whether the resource still is what was shown."""
        return (self.local, self.remote) == (subject.local.content, subject.remote.content)


Asking = Mapping[tuple[HoldKind, str], Asked]
"""(kind, ``Subject.key``) -> what was asked and said."""


def too_many(deletions: int, size: int, brakes: Brakes) -> bool:
    """Whether that many deletions out of ``size`` resources want a person's word."""
    if size <= 0:
        return False
    share = 100.0 * deletions / size
    return (deletions >= brakes.count and share > brakes.percent) or (
        deletions >= brakes.small_count and share > brakes.small_percent
    )


def kind_of(action: Action) -> HoldKind | None:
    """The brake that an action is subject to, if any."""
    if action.moved:
        return None
    if action.verb is Verb.DELETE_LOCAL:
        return HoldKind.DELETE_LOCAL
    if action.verb is Verb.DELETE_REMOTE:
        return HoldKind.DELETE_REMOTE
    if action.verb is Verb.LET_GO:
        return HoldKind.PAST_LIMIT if action.aged else None
    # with a base it was there before, whatever verdict brings it back
    again = action.recreation or action.subject.base is not None
    if action.verb is Verb.CREATE_REMOTE and again and action.subject.attendees:
        return HoldKind.RECREATION
    return None


def turn_round(action: Action, kind: HoldKind) -> Action:
    """What a rejected action becomes."""
    subject = action.subject
    if kind is HoldKind.DELETE_LOCAL:
        # the server's deletion is not wanted: the resource goes up again
        return replace(upload(subject), conflict=Verdict.EDIT_DELETE)
    if kind is HoldKind.DELETE_REMOTE:
        return download(subject)
    if kind is HoldKind.RECREATION:
        return delete_local(subject)
    if kind is HoldKind.ROLLED_BACK_LOCAL:
        return download(subject)
    if kind is HoldKind.PAST_LIMIT:
        return Action(Verb.LEAVE, subject)
    return upload(subject)


def guard(
    actions: Sequence[Action],
    recent: Recent,
    brakes: Brakes,
    asked: Asking,
    rolled_back: Mapping[HoldKind, frozenset[int]],
    *,
    writable: bool = True,
) -> Guarded:
    """Apply all brakes to one collection's plan.

    What waits already goes on waiting, however the numbers move, until it is
    answered or no longer planned.

    :param asked: what a person was asked, and said, about which resource.
    :param rolled_back: base rows whose new text is an old one from the history,
        by the kind of hold that this would be.
    :param writable: whether the collection's direction and privileges let anything
        go up.
    """
    go: list[Action] = []
    waiting: dict[HoldKind, list[Action]] = {}
    for action in actions:
        kind = kind_of(action) or _rolled_back(action, rolled_back)
        while kind is not None and _answer(asked, kind, action) is Answer.REJECTED:
            # what a rejection turned round passes the other brakes like any action
            action = turn_round(action, kind)  # noqa: PLW2901 - the action is replaced on purpose
            if action.verb in UPLOADS and not writable:
                action = _stay(action)  # noqa: PLW2901 - as above
            kind = HoldKind.RECREATION if kind_of(action) is HoldKind.RECREATION else None
        if kind is None or _answer(asked, kind, action) is Answer.APPROVED:
            go.append(action)
        else:
            waiting.setdefault(kind, []).append(action)
    held: dict[HoldKind, tuple[Action, ...]] = {}
    for kind, group in waiting.items():
        if not _brakes(kind, len(group), recent, brakes):
            go.extend(a for a in group if (kind, a.subject.key) not in asked)
            group = [a for a in group if (kind, a.subject.key) in asked]  # noqa: PLW2901 - what waits already
        if group:
            held[kind] = tuple(group)
    return Guarded(tuple(go), held)


def _stay(action: Action) -> Action:
    """Instead of an upload that is not allowed: the file stays, without a counterpart."""
    gone = action.verb is Verb.CREATE_REMOTE
    return Action(Verb.DETACH if gone else Verb.LEAVE, action.subject)


def _answer(asked: Asking, kind: HoldKind, action: Action) -> Answer | None:
    found = asked.get((kind, action.subject.key))
    return found.answer if found is not None and found.about(action.subject) else None


def _brakes(kind: HoldKind, count: int, recent: Recent, brakes: Brakes) -> bool:
    if kind is HoldKind.RECREATION:
        return True
    if kind in (HoldKind.ROLLED_BACK_LOCAL, HoldKind.ROLLED_BACK_REMOTE):
        return count >= brakes.rolled_back
    before = recent.deleted.get(kind, 0)
    return too_many(count + before, recent.size + before, brakes)


def _rolled_back(action: Action, rolled_back: Mapping[HoldKind, frozenset[int]]) -> HoldKind | None:
    row = action.subject.row
    if row is None:
        return None
    for kind, verb in (
        (HoldKind.ROLLED_BACK_LOCAL, Verb.REPLACE_REMOTE),
        (HoldKind.ROLLED_BACK_REMOTE, Verb.REPLACE_LOCAL),
    ):
        if action.verb is verb and row in rolled_back.get(kind, frozenset()):
            return kind
    return None
