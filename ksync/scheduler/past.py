"""What the state store tells of an account's runs, for ``plan``."""

from __future__ import annotations

from ksync import held_hosts
from ksync.composition import OpenAccount
from ksync.scheduler.plan import Past, Wait, wait_for
from sync_engine.base_store.runs import RunRow
from sync_engine.cycle.result import REPORTS

_LOOK_BACK = 12
"""Runs that are counted; a pause that doubles has long reached its longest by then."""


def past_of(opened: OpenAccount, now: float) -> Past:
    """The account's last runs, summed up.

    :raises EngineError: its state store cannot be used.
    """
    rows = opened.store.runs.latest(_LOOK_BACK)
    if not rows:
        return Past()
    waits = [_wait(row) for row in rows]
    first = waits[0]
    in_a_row = next((n for n, wait in enumerate(waits) if wait is not first), len(waits))
    last = rows[0]
    return Past(
        started=last.started_at,
        ended=last.started_at if last.ended_at is None else last.ended_at,
        wait=first,
        in_a_row=in_a_row,
        held_until=max(held_hosts.held(opened.store, now).values(), default=0.0),
    )


def _wait(row: RunRow) -> Wait:
    return wait_for(row.outcome, _reference(row))


def _reference(row: RunRow) -> str:
    """What ended the run: its own failure, or what all of its collections failed by."""
    if not row.report:
        return ""
    result = REPORTS.decode(row.report)
    if result.failure is not None:
        return result.failure.reference
    failures = [c.failure.reference for c in result.collections if c.failure is not None]
    if failures and len(failures) == len(result.collections):
        return failures[0]
    return ""
