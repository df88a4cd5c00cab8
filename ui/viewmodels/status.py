"""The state of everything in one word, one icon and one sentence.

One table orders the states; the highest that holds is shown. The tray icon, its
tooltip, the line at the foot of the sidebar and the notifications all read this.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from ksync.network.guard import Explanation
from ksync.reporting.catalog import Problem
from ksync.reporting.errors import ExitCode
from ksync.service.glance import Glance
from ksync.service.progress import Tally
from ui.viewmodels.problems import told
from ui.viewmodels.when import ago, ahead
from ui.words import plural, tr


class State(StrEnum):
    """From the highest to the lowest. The value names the icon."""

    ERROR = "error"
    NEEDS_YOU = "needs-you"
    CONFLICTS = "conflicts"
    HOLDS = "holds"
    GUARD = "guard"
    OFFLINE = "offline"
    PAUSED = "paused"
    SYNCING = "syncing"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known now.

    :param network: what the guard says of each account.
    :param trouble: why nothing could be read (broken settings, say).
    """

    glance: Glance | None = None
    tally: Tally = field(default_factory=Tally)
    network: tuple[Explanation, ...] = ()
    trouble: Problem | None = None

    def first(self, *codes: ExitCode) -> Problem | None:
        """The first problem of the last runs that ends in one of these codes."""
        accounts = self.glance.accounts if self.glance else ()
        problems = (problem for account in accounts for problem in account.problems)
        return next((one for one in problems if one.exit_code in codes), None)


@dataclass(frozen=True, slots=True)
class Status:
    """What is shown.

    :param line: one sentence.
    :param page: where in the window it is dealt with.
    """

    state: State
    line: str
    page: str = "overview"


_PASSING = frozenset({"resource.busy", "resource.unsettled", "sync.aborted"})
"""What the next sync mends by itself is no error."""


def status(known: Known, now: float) -> Status:
    """The highest state that holds."""
    for rule in _RULES:
        found = rule(known, now)
        if found is not None:
            return found
    return _idle(known, now)


def _broken(known: Known, _now: float) -> Status | None:
    if known.trouble is not None:
        return Status(State.ERROR, told(known.trouble).message)
    wrong = known.first(ExitCode.BUG, ExitCode.CONFIG_INVALID, ExitCode.POLICY_FORBIDS)
    if wrong is not None:
        return Status(State.ERROR, told(wrong).message, "activity")
    accounts = known.glance.accounts if known.glance else ()
    failed = sum(
        problem.exit_code is ExitCode.PARTIAL and problem.reference not in _PASSING
        for account in accounts
        for problem in account.problems
    )
    if failed:
        return Status(
            State.ERROR, plural("{count} item(s) could not be synced.", failed), "activity"
        )
    return None


def _needs_you(known: Known, _now: float) -> Status | None:
    idle = sorted(known.glance.idle) if known.glance else []
    if idle:
        return Status(State.NEEDS_YOU, tr("{account} waits for its password.", account=idle[0]))
    wrong = known.first(ExitCode.LOGIN_REJECTED, ExitCode.NO_SECRET)
    if wrong is None:
        return None
    line = tr("{account}: {message}", account=wrong.account, message=told(wrong).message)
    return Status(State.NEEDS_YOU, line)


def _conflicts(known: Known, _now: float) -> Status | None:
    count = known.glance.conflicts if known.glance else 0
    if not count:
        return None
    return Status(State.CONFLICTS, plural("{count} conflict(s) wait for you.", count), "conflicts")


def _holds(known: Known, _now: float) -> Status | None:
    count = known.glance.holds if known.glance else 0
    if not count:
        return None
    line = plural("{count} decision(s) on deletions and returns wait for you.", count)
    return Status(State.HOLDS, line, "conflicts")


def _guard(known: Known, _now: float) -> Status | None:
    wrong = known.first(ExitCode.NETWORK_DENIED)
    return None if wrong is None else Status(State.GUARD, told(wrong).message, "networks")


def _offline(known: Known, _now: float) -> Status | None:
    wrong = known.first(ExitCode.UNREACHABLE)
    return None if wrong is None else Status(State.OFFLINE, told(wrong).message)


def _paused(known: Known, now: float) -> Status | None:
    until = known.glance.paused_until if known.glance else None
    if until is None:
        return None
    if math.isinf(until):
        return Status(State.PAUSED, tr("Paused until you resume."))
    return Status(State.PAUSED, tr("Paused; goes on {when}.", when=ahead(until - now)))


def _syncing(known: Known, _now: float) -> Status | None:
    if not known.tally.active:
        return None
    return Status(State.SYNCING, syncing_line(known.tally))


def syncing_line(tally: Tally) -> str:
    """What a run is at."""
    if tally.total:
        return tr("Syncing: {done} of {total}.", done=tally.done, total=tally.total)
    return tr("Syncing …")


def _idle(known: Known, now: float) -> Status:
    if known.glance is None:
        return Status(State.IDLE, tr("Starting …"))
    accounts = known.glance.accounts
    if not accounts:
        return Status(State.IDLE, tr("No account yet."))
    last = [account.last_run.started_at for account in accounts if account.last_run]
    if len(last) < len(accounts):
        return Status(State.IDLE, tr("Not synced yet."))
    return Status(State.IDLE, tr("Up to date; synced {when}.", when=ago(now - min(last))))


_RULES: tuple[Callable[[Known, float], Status | None], ...] = (
    _broken, _needs_you, _conflicts, _holds, _guard, _offline, _paused, _syncing,
)  # fmt: skip
