"""Values of the application layer for tests of view models."""

from __future__ import annotations

from ksync.reporting.catalog import Problem, tell
from ksync.service.glance import Glance, Waiting
from ksync.service.reports import AccountStatus, RunView

NOW = 1_780_000_000.0


def run(outcome: str = "done", *, started: float = NOW - 300) -> RunView:
    return RunView("home:1", "home", started, started + 2, "manual", outcome, {})


def account(
    name: str = "home", *problems: Problem, last: RunView | None = None, items: int = 6
) -> AccountStatus:
    return AccountStatus(
        account=name,
        last_run=last or run(),
        next_run_at=NOW + 600,
        next_run_why="schedule",
        busy=False,
        holds=0,
        collections=2,
        items=items,
        out_of_scope=0,
        problems=tuple(problems),
    )


def glance(*accounts: AccountStatus, conflicts: int = 0, holds: int = 0, **more: object) -> Glance:
    waiting = tuple(Waiting(each.account, conflicts, holds, 0) for each in accounts[:1])
    return Glance(NOW, accounts, (), waiting, **more)  # type: ignore[arg-type]  # by name, of several types


def problem(reference: str, **more: str) -> Problem:
    return tell(reference, account="home", **more)
