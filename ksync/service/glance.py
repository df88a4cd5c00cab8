"""How things are, in one look: what the tray icon and the overview are drawn from.

One read for all accounts. The network is not asked, nothing is written.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from ksync.composition import Parts
from ksync.service.reports import AccountStatus, Reports
from ksync.service.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Waiting:
    """Decisions of an account that wait for a person."""

    account: str
    conflicts: int
    holds: int
    deletions: int


@dataclass(frozen=True, slots=True)
class Glance:
    """How things are.

    :param at: when this was read, seconds since the epoch.
    :param paused_until: ``None``: not paused; infinite: until somebody resumes.
    :param next_run: when the next sync is due; ``None``: never by itself.
    """

    at: float
    accounts: tuple[AccountStatus, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    paused_until: float | None = None
    next_run: float | None = None
    interval_minutes: int = 0

    @property
    def conflicts(self) -> int:
        """Conflicts that wait, of all accounts."""
        return sum(each.conflicts for each in self.waiting)

    @property
    def holds(self) -> int:
        """Holds that wait, of all accounts."""
        return sum(each.holds for each in self.waiting)


def glance(parts: Parts) -> Glance:
    """Look.

    :raises StorageError, BaseStoreDamaged: the state of an account cannot be read.
    """
    now = time.time()
    accounts = tuple(Reports(parts).status())
    schedule = Schedule(parts)
    last = [each.last_run.started_at if each.last_run else None for each in accounts]
    return Glance(
        at=now,
        accounts=accounts,
        waiting=tuple(_waiting(parts, name) for name in sorted(parts.config.accounts)),
        paused_until=schedule.paused_until(now),
        next_run=schedule.next_run(last, now),
        interval_minutes=parts.config.sync.interval_minutes,
    )


def _waiting(parts: Parts, name: str) -> Waiting:
    with parts.account(name) as opened:
        holds = opened.store.holds.all()
        return Waiting(
            account=name,
            conflicts=len(opened.store.conflicts.all()),
            holds=len(holds),
            deletions=sum(hold.size for hold in holds if hold.kind.value.startswith("mass")),
        )
