"""The planner's input: what each side did to a resource since the base.

A ``Subject`` is one resource as both replicas and the base know it. The base is
what both sides last agreed on; it holds two texts, because a server or a store
may rewrite what it is given: the local text as stored (L0) and the remote text
as read back (R0). A side has changed when its text differs from *its own* base
text, never because the two sides differ from each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId


class State(StrEnum):
    """What became of a resource on one side.

    ABSENT and PRESENT are for resources without a base, UNCHANGED, MODIFIED and
    DELETED for those with one; UNREADABLE for both.
    """

    ABSENT = "absent"
    PRESENT = "present"
    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    DELETED = "deleted"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a subject.

    :param id: its name there now (after a rename: the new one).
    :param content: hash of its text now; ``None`` where it is not there.
    """

    state: State
    id: ResourceId | None = None
    fingerprint: Fingerprint | None = None
    content: ContentHash | None = None


ABSENT = Side(State.ABSENT)


@dataclass(frozen=True, slots=True)
class Base:
    """A base row.

    :param row: its number in the base store.
    :param local_content: L0, the local text as stored.
    :param remote_content: R0, the remote text as read back.
    :param etag: the fingerprint that belongs to R0; ``None``: fetch before use.
    """

    row: int
    href: ResourceId
    local_id: ResourceId
    uid: str | None
    local_content: ContentHash
    remote_content: ContentHash
    etag: Fingerprint | None = None
    local_fingerprint: Fingerprint | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One resource of one collection, as base and both sides know it.

    :param collection: number of the collection in the base store.
    :param uid: the UID of its newest text (a hint for pairing, never a key).
    :param same: whether both sides' texts are the same by structure; only
        looked at where both changed.
    :param attendees: whether a text of it has ATTENDEE (loss class L11).
    """

    collection: int
    base: Base | None
    local: Side
    remote: Side
    uid: str | None = None
    same: bool = False
    attendees: bool = False

    @property
    def row(self) -> int | None:
        """Number of its base row."""
        return self.base.row if self.base else None

    @property
    def key(self) -> str:
        """What a hold knows it by: its base row, or its UID where it has none."""
        return f"row:{self.base.row}" if self.base else f"uid:{self.uid}"

    @property
    def renamed(self) -> bool:
        """Whether a side has another name for it than the base."""
        base = self.base
        if base is None:
            return False
        return (self.local.id not in (None, base.local_id)) or (
            self.remote.id not in (None, base.href)
        )

    def with_local(self, side: Side) -> Subject:
        """A copy with another local side."""
        return replace(self, local=side)

    def with_remote(self, side: Side) -> Subject:
        """A copy with another remote side."""
        return replace(self, remote=side)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A resource that one side has and the base does not know."""

    id: ResourceId
    fingerprint: Fingerprint | None
    content: ContentHash
    uid: str | None
    attendees: bool = False

    @property
    def side(self) -> Side:
        """As a side of a subject without a base."""
        return Side(State.PRESENT, self.id, self.fingerprint, self.content)

    def against(self, base_content: ContentHash) -> Side:
        """As a side of a known subject whose base text has that hash (a rename)."""
        state = State.UNCHANGED if self.content == base_content else State.MODIFIED
        return Side(state, self.id, self.fingerprint, self.content)
