"""From the events of a run to what is done and what is left, resource by resource.

A pure fold: ``taken(tally, event)`` gives the next tally. A collection passes through
phases (fetch, local, remote, confirm), each with a total of its own that is known when
the phase begins; so the whole is known only bit by bit, and the share that is shown
never goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sync_engine.events import (
    CollectionFinished,
    CollectionStarted,
    Event,
    Progress,
    ResourceFailed,
    RunFinished,
    RunStarted,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What is known of what runs now.

    :param running: accounts that are being synced.
    :param phases: (account, collection, phase) -> (done, total).
    :param looking: collections that are looked at, as ``ACCOUNT/SLUG``.
    :param finished: collections that are done.
    :param failed: resources that could not be synced.
    :param share: of 1, what is done of what is known; ``None``: nothing is known yet.
    """

    running: frozenset[str] = frozenset()
    phases: Mapping[tuple[str, str, str], tuple[int, int]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    looking: tuple[str, ...] = ()
    finished: int = 0
    failed: int = 0
    share: float | None = None

    @property
    def active(self) -> bool:
        """Whether anything runs."""
        return bool(self.running)

    @property
    def done(self) -> int:
        """Resources that are through with their phase."""
        return sum(done for done, _ in self.phases.values())

    @property
    def total(self) -> int:
        """Resources in all phases that have begun."""
        return sum(max(done, total) for done, total in self.phases.values())

    @property
    def current(self) -> tuple[str, str, str] | None:
        """Account, collection and phase that is at work; the newest of several."""
        at_work = [key for key, (done, total) in self.phases.items() if done < total]
        return at_work[-1] if at_work else None


def taken(tally: Tally, event: Event) -> Tally:
    """The tally after an event."""
    match event:
        case RunStarted(account):
            start = tally if tally.active else Tally()
            return replace(start, running=start.running | {account})
        case CollectionStarted(account, collection):
            return replace(tally, looking=(*tally.looking, f"{account}/{collection}"))
        case Progress(account, collection, phase, done, total):
            phases = {**tally.phases, (account, collection, phase): (done, total)}
            return _measured(replace(tally, phases=MappingProxyType(phases)))
        case ResourceFailed():
            return replace(tally, failed=tally.failed + 1)
        case CollectionFinished(account, collection):
            name = f"{account}/{collection}"
            left = tuple(one for one in tally.looking if one != name)
            return replace(tally, looking=left, finished=tally.finished + 1)
        case RunFinished(account):
            return replace(tally, running=tally.running - {account})
        case _:
            return tally


def _measured(tally: Tally) -> Tally:
    total = tally.total
    if not total:
        return tally
    return replace(tally, share=max(tally.share or 0.0, min(1.0, tally.done / total)))
