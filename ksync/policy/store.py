"""The policies that hold now: read, checked, joined, and read again when they change.

Rules
-----
* Anything wrong under ``managed/`` makes the whole of it an error: nothing is synced,
  and nothing falls back to what the user's file says.
* Something wrong under ``recommended/`` is left out, with a warning.
* ``current`` looks each time whether anything changed (a stat of each file), so a
  process that runs for weeks obeys a new policy at its next request.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ksync.config.layers import Layer, Level
from ksync.policy.errors import PolicyInvalid, PolicyUntrusted
from ksync.policy.sources import Piece, Source, newest, platform_sources

if TYPE_CHECKING:
    from ksync.policy.check import Checked

# A file that changes twice within a tick of the file system's clock looks the same.
_SETTLED_NS = 100_000_000


@dataclass(frozen=True, slots=True)
class Organization:
    """Who manages this computer."""

    name: str
    support: str = ""

    @property
    def label(self) -> str:
        """``ACME SA (it@acme.example)``."""
        return f"{self.name} ({self.support})" if self.support else self.name


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy as it was read.

    :param problem: why it does not count.
    """

    level: Level
    source: str
    problem: PolicyInvalid | None = None


@dataclass(frozen=True, slots=True)
class Policies:
    """All of it.

    :param layers: what they say as settings; none of a file that does not count.
    :param organization: who says so, by the last file that names one.
    :param error: the first thing that is wrong under ``managed/``; nothing is synced then.
    :param warnings: what was left out of ``recommended/``.
    """

    files: tuple[PolicyFile, ...] = ()
    layers: tuple[Layer, ...] = ()
    organization: Organization | None = None
    error: PolicyInvalid | None = None
    warnings: tuple[str, ...] = ()

    @property
    def manager(self) -> str:
        """Who manages this computer, for sentences."""
        return self.organization.label if self.organization else "your organisation"

    def require(self) -> Policies:
        """These, if they can be used.

        :raises PolicyInvalid: something is wrong under ``managed/``.
        """
        if self.error is not None:
            raise self.error
        return self


@dataclass(slots=True)
class _Joining:
    files: list[PolicyFile] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    organizations: dict[Level, Organization] = field(default_factory=dict)

    def take(self, piece: Piece) -> None:
        from ksync.policy.check import check  # noqa: PLC0415  most computers have no policy
        from ksync.policy.settings import layers  # noqa: PLC0415  as above

        found = (
            check(piece.data, managed=piece.level is Level.MANAGED) if not piece.problem else None
        )
        problem = _problem(piece, found)
        self.files.append(PolicyFile(piece.level, piece.source, problem))
        if problem is not None or found is None:
            return
        self.layers += layers(found.text, piece.level, piece.source)
        if (said := found.value.get("organization")) is not None:
            self.organizations[piece.level] = _organization(said)

    def joined(self) -> Policies:
        wrong = [one for one in self.files if one.problem is not None]
        managed = [one.problem for one in wrong if one.level is Level.MANAGED]
        who = self.organizations
        return Policies(
            tuple(self.files),
            tuple(self.layers),
            who.get(Level.MANAGED) or who.get(Level.RECOMMENDED),
            managed[0] if managed else None,
            tuple(
                f"{one.problem.resource}: this recommended policy is left out: {one.problem.detail}"
                for one in wrong
                if one.level is Level.RECOMMENDED and one.problem is not None
            ),
        )


def _organization(said: Mapping[str, Any]) -> Organization:
    return Organization(said["name"], said.get("support", ""))


def _problem(piece: Piece, found: Checked | None) -> PolicyInvalid | None:
    if piece.problem is not None:
        return PolicyUntrusted(
            piece.problem.message, file=piece.problem.place, hint=piece.problem.hint
        )
    if found is None or not found.mistakes:
        return None
    first = found.mistakes[0]
    return PolicyInvalid(
        first.message, file=piece.source, line=first.line, key=first.key, hint=first.hint
    )


def read(*sources: Source) -> Policies:
    """Read all policies anew."""
    joining = _Joining()
    for source in sources:
        for piece in source.pieces():
            joining.take(piece)
    return joining.joined()


class PolicyStore:
    """The policies of some sources, kept as long as they are the same. Thread-safe."""

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._lock = threading.Lock()
        self._stamp: object = None
        self._kept: Policies | None = None

    def current(self) -> Policies:
        """What holds now; wrong policies are values (``Policies.error``)."""
        with self._lock:
            before = [source.stamp() for source in self._sources]
            if self._kept is None or before != self._stamp:
                self._kept = read(*self._sources)
                settled = max(map(newest, before), default=0) + _SETTLED_NS < time.time_ns()
                self._stamp = before if settled else None
            return self._kept


@cache
def _store() -> PolicyStore:
    return PolicyStore(*platform_sources())


def current() -> Policies:
    """The policies of this computer that hold now."""
    return _store().current()
