"""How things are, in one look: what the tray icon and the overview are drawn from.

One read for all accounts. The network is not asked, nothing is written.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from ksync.composition import Parts
from ksync.scheduler import pausing
from ksync.service import presets
from ksync.service.reports import AccountStatus, Reports


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
    :param state_files: what changes when another process has run.
    :param paused_until: ``None``: not paused; infinite: until somebody resumes.
    :param next_run: when the next sync is due; ``None``: there is no account.
    :param idle: accounts that the administrator described and that wait for their password.
    """

    at: float
    accounts: tuple[AccountStatus, ...] = ()
    state_files: tuple[Path, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    paused_until: float | None = None
    next_run: float | None = None
    idle: frozenset[str] = frozenset()

    @property
    def ready(self) -> tuple[str, ...]:
        """The accounts that can be synced."""
        return tuple(each.account for each in self.accounts if each.account not in self.idle)

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
    idle = presets.idle(parts)
    names = [name for name in sorted(parts.config.accounts) if name not in idle]
    pause = pausing.current(parts.paths, now)
    return Glance(
        at=now,
        accounts=accounts,
        state_files=tuple(parts.account(name).state_file for name in names),
        waiting=tuple(_waiting(parts, name) for name in names),
        paused_until=pause.until if pause is not None else None,
        next_run=min((max(now, each.next_run_at or now) for each in accounts), default=None),
        idle=idle,
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
