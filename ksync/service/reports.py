"""Runs and status: what ran, what it did, what waits and why."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from ksync.composition import OpenAccount, Parts
from ksync.service import select
from ksync.service.errors import UnknownRun
from sync_engine.base_store.runs import RunItem, RunRow


@dataclass(frozen=True, slots=True)
class RunView:
    """A run as it is shown. Times are seconds since the epoch.

    :param outcome: done, partial, failed, interrupted, or ``unfinished``.
    :param counts: what was done, all collections together.
    """

    id: str
    account: str
    started_at: float
    ended_at: float | None
    trigger: str
    outcome: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """What an account is at.

    :param busy: another process works on it now.
    :param holds: how many decisions wait.
    :param failed: resources and collections that failed in the last run.
    """

    account: str
    last_run: RunView | None
    busy: bool
    holds: int
    failed: int
    collections: int
    items: int


class Reports:
    """Everything about runs. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def runs(self, account: str | None = None, *, limit: int = 20) -> list[RunView]:
        """Newest first."""
        names = [account] if account is not None else sorted(self._parts.config.accounts)
        found: list[RunView] = []
        for name in names:
            with select.account(self._parts, name) as opened:
                found += [_view(opened, row) for row in opened.store.runs.latest(limit)]
        return sorted(found, key=lambda run: run.started_at, reverse=True)[:limit]

    def run(self, identifier: str) -> tuple[RunView, list[RunItem], dict[str, object]]:
        """One run, what it did to each resource, and its whole result.

        :raises UnknownRun:
        """
        found = select.numbered(self._parts, identifier)
        if found is None:
            raise UnknownRun(resource=identifier)
        opened, number = found
        with opened:
            row = opened.store.runs.get(number)
            if row is None:
                raise UnknownRun(resource=identifier)
            report = msgspec.json.decode(row.report) if row.report else {}
            return _view(opened, row), opened.store.runs.items(number), report

    def status(self) -> list[AccountStatus]:
        """Every account; the network is not asked."""
        return [self._status(name) for name in sorted(self._parts.config.accounts)]

    def _status(self, name: str) -> AccountStatus:
        with self._parts.account(name) as opened:
            store = opened.store
            latest = store.runs.latest(1)
            last = _view(opened, latest[0]) if latest else None
            rows = store.collections.all()
            return AccountStatus(
                account=name,
                last_run=last,
                busy=opened.lock().held_by_other(),
                holds=len(store.holds.all()),
                failed=_failures(latest[0]) if latest else 0,
                collections=len(rows),
                items=sum(store.base.count(row.id) for row in rows),
            )


def _view(opened: OpenAccount, row: RunRow) -> RunView:
    return RunView(
        id=f"{opened.name}:{row.id}",
        account=opened.name,
        started_at=row.started_at,
        ended_at=row.ended_at,
        trigger=row.trigger,
        outcome=row.outcome or "unfinished",
        counts=_counts(row),
    )


def _counts(row: RunRow) -> dict[str, int]:
    totals: dict[str, int] = {}
    for collection in _report(row).get("collections", ()):
        for name, number in collection["counts"].items():
            totals[name] = totals.get(name, 0) + number
    return totals


def _failures(row: RunRow) -> int:
    report = _report(row)
    whole = 1 if report.get("failure") else 0
    broken = sum(1 for c in report.get("collections", ()) if c["failure"])
    return whole + broken + _counts(row).get("failed", 0)


def _report(row: RunRow) -> dict[str, list[dict[str, dict[str, int]]]]:
    return msgspec.json.decode(row.report) if row.report else {}
