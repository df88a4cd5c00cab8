"""What goes into a merge and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sync_engine.core.content.components import Identity


class Side(StrEnum):
    """A side of a merge."""

    LOCAL = "local"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Texts:
    """The four texts of a resource.

    :param base_local: what the local side had when both last agreed, ``None`` where
        they never did (both bases, or none).
    :param base_remote: what the remote side had then: what a server made of it.
    """

    base_local: bytes | None
    local: bytes
    base_remote: bytes | None
    remote: bytes


@dataclass(frozen=True, slots=True)
class PropertyConflict:
    """What both sides changed differently.

    :param component: where it is.
    :param name: the property, or the first of the properties that go together; ``""``
        for a component that one side changed and the other deleted.
    :param base: unfolded lines, ``()`` where it is not there; so ``local``, ``remote``.
    """

    component: Identity
    name: str
    base: tuple[bytes, ...] = ()
    local: tuple[bytes, ...] = ()
    remote: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """Both results: each side's own words, with the other side's changes.

    :param conflicts: what ``prefer`` decided.
    """

    local: bytes
    remote: bytes
    conflicts: tuple[PropertyConflict, ...]


@dataclass(frozen=True, slots=True)
class Unmergeable:
    """Why the texts cannot be merged; stable."""

    reason: str


Picks = Mapping[str, Side]
"""Whose a property in dispute is, by ``pick_key``; the others are ``prefer``'s."""


def pick_key(component: Identity, name: str) -> str:
    """How a property in dispute is called: ``VEVENT/SUMMARY``, ``VEVENT 20260301/SUMMARY``."""
    single = component.recurrence_id.rpartition(b":")[2].decode(errors="backslashreplace")
    return f"{f'{component.name} {single}'.rstrip()}/{name}"


@dataclass(slots=True)
class Context:
    """What the parts of one merge share.

    :param conflicts: found so far.
    """

    prefer: Side
    conflicts: list[PropertyConflict] = field(default_factory=list)
    picks: Picks = field(default_factory=dict)

    def of(self, component: Identity, name: str) -> Context:
        """The same for one property, whose side may have been picked."""
        side = self.picks.get(pick_key(component, name), self.prefer) if self.picks else self.prefer
        return self if side is self.prefer else Context(side, self.conflicts, self.picks)

    @property
    def prefers_local(self) -> bool:
        """Whether the local side decides."""
        return self.prefer is Side.LOCAL
