"""Progress of a run as frozen values, and the port that takes them.

The engine never speaks to people: words, colours and translations are made by
the sinks (text, JSON lines, the desktop program).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run of an account began."""

    account: str
    run: int
    dry_run: bool


@dataclass(frozen=True, slots=True)
class CollectionStarted:
    """A collection is looked at."""

    account: str
    collection: str


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of a collection is made.

    :param actions: how many actions of each verb it has.
    """

    account: str
    collection: str
    actions: dict[str, int]


@dataclass(frozen=True, slots=True)
class Progress:
    """Resources done of those to do, in one phase of a collection.

    :param phase: ``fetch``, ``local``, ``remote`` or ``confirm``.
    :param total: 0 where it is not known.
    """

    account: str
    collection: str
    phase: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ResourceFailed:
    """One resource could not be synced; the rest goes on."""

    account: str
    collection: str
    href: str
    reference: str
    message: str


@dataclass(frozen=True, slots=True)
class HoldOpened:
    """Actions wait for a person's word."""

    account: str
    collection: str
    hold: int
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class CollectionFinished:
    """A collection is done.

    :param outcome: ``unchanged``, ``synced``, ``denied``, ``held``, ``failed``.
    """

    account: str
    collection: str
    outcome: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class RunFinished:
    """A run ended."""

    account: str
    run: int
    outcome: str


Event = (
    RunStarted
    | CollectionStarted
    | Planned
    | Progress
    | ResourceFailed
    | HoldOpened
    | CollectionFinished
    | RunFinished
)


class EventSink(Protocol):
    """Takes events, from any thread, quickly."""

    def __call__(self, event: Event) -> None:
        """Take one."""


def discard(_event: Event) -> None:
    """The sink that takes no notice."""
