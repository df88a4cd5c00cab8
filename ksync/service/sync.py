"""Sync: one cycle of what is named, for one account after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ksync.composition import OpenAccount, Parts, set_store_aside
from ksync.reporting.catalog import Problem
from ksync.reporting.errors import AppError, ExitCode, NoAccount, worst
from ksync.service import select
from ksync.service.collections import follow_patterns, is_enabled, settings_of
from ksync.service.discovering import ensure
from ksync.service.problems import of_error, of_result
from ksync.service.relocating import follow_stores
from ksync.service.retired import finish
from ksync.sides import ServerSide, StoreSide
from sync_engine.base_store.ageing import forget_old
from sync_engine.cancellation import CancelToken
from sync_engine.core.guards import Brakes
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy
from sync_engine.cycle.account import AccountCycle
from sync_engine.cycle.ports import CollectionSettings, Options
from sync_engine.cycle.result import AccountResult, Trouble
from sync_engine.errors import BaseStoreDamaged, Cancelled, EngineError
from sync_engine.events import Event, discard

if TYPE_CHECKING:
    from sync_engine.base_store.collections import CollectionRow

WAIT_SECONDS = 30.0
DAY = 86400.0


@dataclass(frozen=True, slots=True)
class AccountReport:
    """What came of an account: a result of the engine, or why there is none."""

    name: str
    result: AccountResult | None
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> ExitCode:
        """The worst of its problems; waiting decisions count."""
        codes = [problem.exit_code for problem in self.problems]
        if self.result is not None:
            if any(c.counts["held"] or c.conflicts for c in self.result.collections):
                codes.append(ExitCode.DECISIONS_WAIT)
            if any(c.counts["failed"] for c in self.result.collections):
                codes.append(ExitCode.PARTIAL)
        return worst(codes)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What came of ``ksync sync``."""

    dry_run: bool
    accounts: tuple[AccountReport, ...] = field(default_factory=tuple)

    @property
    def exit_code(self) -> ExitCode:
        """The worst of the accounts' codes."""
        return worst(account.exit_code for account in self.accounts)


class Sync:
    """Runs cycles."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def run(
        self,
        names: Iterable[str] = (),
        *,
        dry_run: bool = False,
        full: bool = False,
        wait: float = WAIT_SECONDS,
        emit: Callable[[Event], None] = discard,
        cancel: CancelToken | None = None,
        trigger: str = "manual",
        still_due: Callable[[OpenAccount], bool] = lambda _opened: True,
    ) -> SyncReport:
        """Sync accounts and collections; accounts run side by side.

        :param names: accounts and collection IDs; none: everything that is enabled.
        :param wait: seconds to wait for another process that holds an account.
        :param still_due: asked under the account's lock; ``False``: another process made
            this run meanwhile, and there is nothing to do.
        :raises NoAccount, UnknownAccount, UnknownCollection: before anything was done.
        """
        cancel = cancel or CancelToken()
        chosen = select.selection(self._parts, names)
        if not chosen:
            raise NoAccount

        accounts = [self._parts.account(name) for name in chosen]

        def one(opened: OpenAccount) -> AccountReport:
            return self._account(
                opened,
                chosen[opened.name],
                Options(dry_run=dry_run, full=full, brakes=self._brakes()),
                wait=wait,
                emit=emit,
                cancel=cancel,
                trigger=trigger,
                still_due=still_due,
            )

        with private_files():
            if len(chosen) <= 1:
                reports = [one(opened) for opened in accounts]
            else:
                with ThreadPoolExecutor(min(4, len(chosen))) as pool:
                    reports = list(pool.map(one, accounts))
        return SyncReport(dry_run, tuple(reports))

    def _brakes(self) -> Brakes:
        limits = self._parts.config.sync.mass_deletion
        return Brakes(percent=limits.percent, count=limits.count)

    def _account(
        self,
        opened: OpenAccount,
        slugs: frozenset[str] | None,
        options: Options,
        *,
        wait: float,
        emit: Callable[[Event], None],
        cancel: CancelToken,
        trigger: str,
        still_due: Callable[[OpenAccount], bool],
    ) -> AccountReport:
        with opened:
            try:
                with opened.held(wait, cancel=cancel):
                    if not still_due(opened):
                        return AccountReport(opened.name, None, ())
                    try:
                        result = self._cycle(opened, slugs, options, emit, cancel, trigger)
                        damage = _damage(result)
                        if damage is None and not options.dry_run:
                            self._prune(opened, result.run)
                    except BaseStoreDamaged as error:
                        set_store_aside(opened, error.detail)
                        raise
                    if damage is not None:
                        set_store_aside(opened, damage)
            except (EngineError, AppError) as error:
                # whatever failed after a cancellation failed by being stopped
                told = Cancelled("stopped on request") if cancel.cancelled else error
                return AccountReport(opened.name, None, (of_error(opened, told),))
            return AccountReport(opened.name, result, tuple(of_result(opened, result)))

    def _cycle(
        self,
        opened: OpenAccount,
        slugs: frozenset[str] | None,
        options: Options,
        emit: Callable[[Event], None],
        cancel: CancelToken,
        trigger: str,
    ) -> AccountResult:
        def settings(row: CollectionRow) -> CollectionSettings:
            wanted = settings_of(opened, row.slug)
            return CollectionSettings(
                enabled=is_enabled(opened, row),
                direction=Direction(wanted.direction.value),
                policy=Policy(self._parts.config.conflict_of(wanted).value),
                past_days=wanted.past_days,
            )

        try:
            found = ensure(opened, cancel)
        except (EngineError, AppError) as error:
            if not options.dry_run:
                _record(opened, trigger, error)
            raise
        if not options.dry_run:
            finish(opened)
            follow_stores(opened)
            follow_patterns(opened)
        cycle = AccountCycle(
            opened.name,
            opened.store,
            ServerSide(opened, found),
            StoreSide(opened, dry_run=options.dry_run),
            settings,
            options=options,
            emit=emit,
            cancel=cancel,
            clock=self._parts.clock,
            selection=slugs,
            trigger=trigger,
        )
        return cycle.run()

    def _prune(self, opened: OpenAccount, run: int) -> None:
        """Forget history and reports beyond what the settings say."""
        general = self._parts.config.general
        now = self._parts.clock()
        before = now - general.history_days * DAY
        forget_old(opened.store, now, run, general.history_days)
        opened.store.history.shrink(general.history_max_mb * 1_000_000)
        opened.store.effects.prune(before)
        opened.store.conflicts.prune(before)
        opened.store.runs.prune(before)
        opened.store.renderings.prune()


def _damage(result: AccountResult) -> str | None:
    """What a run found damaged in the state store, which was sound when it was opened."""
    failures = [result.failure, *(collection.failure for collection in result.collections)]
    found = [f for f in failures if f is not None and f.reference == BaseStoreDamaged.reference]
    return found[0].message if found else None


def _record(opened: OpenAccount, trigger: str, error: EngineError | AppError) -> None:
    """A run that ended before its cycle began: it is reported like any other."""
    runs, now = opened.store.runs, opened.parts.clock()
    result = AccountResult(opened.name, runs.begin(trigger, now), dry_run=False)
    where = error.where if isinstance(error, EngineError) else error.resource
    result.failure = Trouble(error.reference, where, error.detail)
    runs.end(result.run, opened.parts.clock(), result.outcome, msgspec.json.encode(result))


@contextmanager
def private_files() -> Iterator[None]:
    """What is made in the meantime is readable for its owner only.

    The mask belongs to the process: one for the whole run, around its threads.
    """
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
