"""Runs and status: what ran, what it did, what waits and why."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ksync.composition import OpenAccount, Parts
from ksync.reporting.catalog import Problem
from ksync.scheduler.past import past_of
from ksync.scheduler.plan import Due, Happened, next_run
from ksync.service import password_age, presets, select
from ksync.service.errors import UnknownRun
from ksync.service.naming import file_name
from ksync.service.problems import of_result
from ksync.service.statistics import Day, days
from sync_engine.base_store.runs import RunItem, RunRow
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.resolution import Reason
from sync_engine.cycle.result import COUNTS, REPORTS, AccountResult


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
class DoneItem:
    """What a run did to one resource.

    :param verb: see ``sync_engine.core.resolution.Verb``.
    :param title: what it is called today, or was when it was deleted; ``""`` if unknown.
    """

    at: float
    collection: str
    verb: str
    title: str
    file: str
    href: str


@dataclass(frozen=True, slots=True)
class RunDetails:
    """One run, what it did to each resource, and what went wrong.

    :param result: ``None`` for a run that never came to its end.
    """

    run: RunView
    result: AccountResult | None
    items: tuple[DoneItem, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """What an account is at.

    :param next_run_at: when `ksync run` or the desktop program, where one runs, syncs it
        next (seconds since the epoch; it may have passed); ``None``: at once, it never ran.
    :param next_run_why: see ``ksync.scheduler.plan.Why``.
    :param busy: another process works on it now.
    :param holds: how many decisions wait.
    :param out_of_scope: resources on the server alone, being past the limit.
    :param password_stored_at: when its password was put into the keyring, if that is known.
    :param password_old: that is more than a year ago.
    :param problems: what went wrong in the last run.
    """

    account: str
    last_run: RunView | None
    next_run_at: float | None
    next_run_why: str
    busy: bool
    holds: int
    collections: int
    items: int
    out_of_scope: int
    problems: tuple[Problem, ...]
    password_stored_at: float | None = None
    password_old: bool = False


class Reports:
    """Everything about runs. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def runs(self, account: str | None = None, *, limit: int = 20) -> list[RunView]:
        """Newest first."""
        names = [account] if account is not None else select.begun(self._parts)
        found: list[RunView] = []
        for name in names:
            with select.account(self._parts, name) as opened:
                found += [_view(opened, row) for row in opened.store.runs.latest(limit)]
        return sorted(found, key=lambda run: run.started_at, reverse=True)[:limit]

    def run(self, identifier: str) -> RunDetails:
        """One run.

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
            result = _result(row)
            gone = _gone(opened, number)
            items = tuple(_item(opened, item, gone) for item in opened.store.runs.items(number))
            return RunDetails(_view(opened, row), result, items, _problems(opened, result))

    def days(self, count: int = 30) -> tuple[Day, ...]:
        """What the last days changed, the oldest first."""
        return days(self._parts, count)

    def status(self) -> list[AccountStatus]:
        """Every account; the network is not asked."""
        return [self._status(name) for name in sorted(self._parts.config.accounts)]

    def _status(self, name: str) -> AccountStatus:
        with self._parts.account(name) as opened:
            if name in presets.idle(self._parts) and not opened.state_file.exists():
                return AccountStatus(name, None, None, "", busy=False, holds=0, collections=0,
                                     items=0, out_of_scope=0, problems=())  # fmt: skip
            store = opened.store
            busy = opened.lock().held_by_other()
            latest = store.runs.latest(1)
            rows = store.collections.all()
            due = self._due(opened)
            age = password_age.of(opened)
            return AccountStatus(
                account=name,
                last_run=_view(opened, latest[0]) if latest else None,
                next_run_at=due.at or None,
                next_run_why=due.why.value,
                busy=busy,
                holds=len(store.holds.all()) + len(store.conflicts.all()),
                collections=len(rows),
                items=sum(store.base.count(row.id) for row in rows),
                out_of_scope=sum(store.beyond.count(row.id) for row in rows),
                password_stored_at=age.stored_at,
                password_old=age.old,
                problems=_problems(opened, _result(latest[0])) if latest else (),
            )

    def _due(self, opened: OpenAccount) -> Due:
        now = time.time()
        interval = self._parts.config.interval_of(opened.name)
        return next_run(opened.settings.id, past_of(opened, now), Happened(), interval, now)


def _view(opened: OpenAccount, row: RunRow) -> RunView:
    return RunView(
        id=f"{opened.name}:{row.id}",
        account=opened.name,
        started_at=row.started_at,
        ended_at=row.ended_at,
        trigger=row.trigger,
        outcome=row.outcome or "unfinished",
        counts=_counts(_result(row)),
    )


def _gone(opened: OpenAccount, run: int) -> dict[tuple[int, str | None], ContentHash]:
    """What a run took away, by collection and by address or file."""
    found: dict[tuple[int, str | None], ContentHash] = {}
    for version in opened.store.history.newest():
        if version.run == run and version.reason in (Reason.DELETED, Reason.OUT_OF_SCOPE):
            for name in (version.href, version.local_id):
                found[version.collection, name] = version.content
    return found


def _item(
    opened: OpenAccount, item: RunItem, gone: dict[tuple[int, str | None], ContentHash]
) -> DoneItem:
    row = opened.store.collections.get(item.collection)
    content = gone.get((item.collection, item.href)) or gone.get((item.collection, item.local_id))
    if content is None and item.local_id is not None:
        base = opened.store.base.locate(ResourceId(item.local_id), item.collection)
        content = base.local_content if base else None
    title = summary(opened.store.contents.get(content)) if content is not None else ""
    return DoneItem(
        at=item.at,
        collection=f"{opened.name}/{row.slug}",
        verb=item.verb,
        title=title,
        file=file_name(item.local_id),
        href=item.href or "",
    )


def _result(row: RunRow) -> AccountResult | None:
    return REPORTS.decode(row.report) if row.report else None


def _problems(opened: OpenAccount, result: AccountResult | None) -> tuple[Problem, ...]:
    return tuple(of_result(opened, result)) if result is not None else ()


def _counts(result: AccountResult | None) -> dict[str, int]:
    collections = result.collections if result is not None else []
    return {name: sum(c.counts.get(name, 0) for c in collections) for name in COUNTS}
