"""The scheduler: runs what is due, notices what happens, and sleeps in between.

One thread (the caller's) decides; accounts run in a small pool. Everything that
happens elsewhere (a notification of a folder, a change of the network, a signal) is
written down and wakes the deciding thread, which looks at all of it in one place.

Rules
-----
* Nothing wakes without cause: the next due run, the end of a pause, an edit that
  settles, a check of the network that asked for it. There is no ticking.
* Settings are read anew for each look, so a change needs no restart; settings that
  cannot be read stop everything until they can, and say so.
* A run that is due is asked for once more under the account's lock: another process
  may have made it.
* A denial of the network guard that goes on is one run, which goes on as well.
* Stopping cancels what runs: it ends after the request that is under way.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import inf

from ksync.composition import OpenAccount, Parts
from ksync.paths import Paths
from ksync.reporting.catalog import Problem, explain
from ksync.reporting.errors import AppError, LockHeld
from ksync.scheduler import pausing
from ksync.scheduler.folders import Edits, Seen, Watched, look
from ksync.scheduler.moments import Moments
from ksync.scheduler.past import past_of
from ksync.scheduler.plan import Due, Happened, Past, Wait, next_run
from ksync.scheduler.watching import Watches
from ksync.service import presets
from ksync.service.network import Network
from ksync.service.sync import AccountReport, Sync
from sync_engine.cancellation import CancelToken
from sync_engine.errors import Cancelled, EngineError
from sync_engine.events import Event, discard

BUSY_PAUSE = 5.0
"""Seconds until an account is looked at again that another process works on."""

LOOK_AGAIN = 60.0
"""Seconds until settings that cannot be used are read again, whatever wakes before."""

WORKERS = 4

STUCK = 60.0
"""Seconds after which a look that does not end counts as hung."""

LoadParts = Callable[[], Parts]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an account is at, for those who watch.

    :param running: it is synced now, by this process.
    :param due: its next run, ``None`` where nothing is planned (paused, no settings).
    :param report: what came of its last run in this process.
    """

    account: str
    running: bool
    due: Due | None
    report: AccountReport | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the scheduler is at.

    :param paused_until: ``None``: it is not paused; ``inf``: until resumed.
    :param problem: why nothing can run at all (settings that cannot be read).
    """

    accounts: tuple[Waiting, ...] = ()
    paused_until: float | None = None
    problem: Problem | None = None


@dataclass(slots=True)
class _Account:
    """What is remembered of an account while the process lives."""

    past: Past | None = None
    happened: Happened = field(default_factory=Happened)
    edits: Edits | None = None
    seen: Seen = frozenset()
    running: bool = False
    resting: bool = False
    busy_until: float = 0.0
    asked: bool = False
    report: AccountReport | None = None


class Scheduler:
    """Runs what is due until it is stopped.

    :param load: the settings as they are now.
    :param moments: the clock.
    :param emit: takes the engine's events, from any thread.
    :param told: takes an overview whenever it changed, from the deciding thread.
    :param finished: takes the report of each run, from its thread.
    :param watch: whether local edits are noticed.
    """

    def __init__(
        self,
        load: LoadParts,
        moments: Moments,
        *,
        emit: Callable[[Event], None] = discard,
        told: Callable[[Overview], None] = lambda _overview: None,
        finished: Callable[[AccountReport], None] = lambda _report: None,
        watch: bool = True,
    ) -> None:
        self._load = load
        self._moments = moments
        self._emit = emit
        self._told = told
        self._finished = finished
        self._accounts: dict[str, _Account] = {}
        self._lock = threading.Lock()
        self._cancel = CancelToken()
        self._runs = CancelToken()
        self._watches = Watches(self._noticed) if watch else None
        self._overview = Overview()
        self._deciding_since: float | None = None
        self._paths = Paths.from_environment()

    # --- what may be called from any thread -------------------------------------------

    def stop(self) -> None:
        """End ``run`` after the request that is under way. Safe in a signal handler."""
        self._cancel.cancel()
        self._runs.cancel()
        self._moments.wake()

    def interrupt(self) -> None:
        """End the runs that are under way, after their request; the scheduler goes on.

        Who stopped them does not want them back in a moment: they are next due when the
        interval is over, or when somebody asks.
        """
        with self._lock:
            runs, self._runs = self._runs, CancelToken()
            for account in self._accounts.values():
                account.resting = account.resting or account.running
        runs.cancel()

    def responsive(self) -> bool:
        """Whether the deciding thread does its work (for a watchdog)."""
        since = self._deciding_since
        return since is None or time.monotonic() - since < STUCK

    @property
    def busy(self) -> bool:
        """Whether an account is synced, or looked at, now."""
        return any(account.running for account in tuple(self._accounts.values()))

    def sync_now(self, names: Iterable[str] = ()) -> None:
        """Sync these accounts (none: all) as soon as they are free, paused or not."""
        with self._lock:
            for name in tuple(names) or tuple(self._accounts):
                self._accounts.setdefault(name, _Account()).asked = True
        self._moments.wake()

    def settings_changed(self) -> None:
        """The settings, the policy, a password or the pause may be other ones."""
        self._happen(lambda seen, now: replace(seen, settings=now))

    def network_changed(self) -> None:
        """Another network, or the same one again; what the guard says of it is asked then."""
        self._happen(lambda seen, now: replace(seen, network=now))

    def _happen(self, note: Callable[[Happened, float], Happened]) -> None:
        now = self._moments.now()
        with self._lock:
            for account in self._accounts.values():
                account.happened = note(account.happened, now)
                account.busy_until = 0.0
        self._moments.wake()

    def _noticed(self, watched: Watched) -> None:
        if watched.account:
            self._edited(watched.account)
        else:
            self.settings_changed()

    def _edited(self, name: str) -> None:
        now = self._moments.now()
        with self._lock:
            account = self._accounts.setdefault(name, _Account())
            if account.edits is not None:
                account.edits.last = now
                return
            account.edits = Edits(now, now)
        self._moments.wake()

    # --- the deciding thread ----------------------------------------------------------

    def run(self) -> None:
        """Decide until ``stop``; what runs then is waited for."""
        try:
            with ThreadPoolExecutor(WORKERS, "ksync-run") as pool:
                while not self._cancel.cancelled:
                    self._deciding_since = time.monotonic()
                    moment = self._look(pool)
                    self._deciding_since = None
                    if not self._cancel.cancelled:
                        self._moments.wait_until(moment)
        finally:
            if self._watches is not None:
                self._watches.close()

    def _look(self, pool: ThreadPoolExecutor) -> float:
        """Start what is due; returns when to look again."""
        now = self._moments.now()
        try:
            parts = self._load()
        except AppError as error:
            if self._watches is not None:
                # what is wrong may be somewhere that was not there at the last look
                self._watches.settings(self._paths)
            self._tell(Overview(problem=explain(error)))
            return now + LOOK_AGAIN
        self._paths = parts.paths
        names = parts.config.accounts.keys() - presets.idle(parts)
        with self._lock:
            for name in self._accounts.keys() - names:
                del self._accounts[name]
            for name in names:
                self._accounts.setdefault(name, _Account())
        pause = pausing.current(parts.paths, now)
        waits = [pause.until] if pause is not None else []
        views = []
        for name in sorted(names):
            due, again = self._consider(parts, name, now, paused=pause is not None, pool=pool)
            waits.append(again)
            account = self._accounts[name]
            views.append(Waiting(name, account.running, due, account.report))
        if self._watches is not None:
            self._watches.accounts(parts, names)
        self._tell(Overview(tuple(views), pause.until if pause is not None else None))
        return min(waits, default=inf)

    def _consider(
        self, parts: Parts, name: str, now: float, *, paused: bool, pool: ThreadPoolExecutor
    ) -> tuple[Due | None, float]:
        """One account: start what is due; returns what is planned, and when to look again."""
        account = self._accounts[name]
        if account.running:
            return None, inf  # its end wakes
        if now < account.busy_until:
            return None, account.busy_until
        again = inf
        if account.edits is not None:
            again = account.edits.settled_at
            if now >= again and not paused:
                self._start(pool, account, self._look_at, parts, name)
                return None, inf
        if paused and not account.asked:
            return None, inf  # the end of the pause wakes; an edit that settled waits for it
        due = self._due(parts, name, account, now)
        if due is None:
            return None, again
        if account.asked or due.at <= now:
            trigger = "manual" if account.asked else due.why.value
            self._start(pool, account, self._sync, parts, name, trigger)
            return due, inf
        return due, min(again, due.at)

    def _due(self, parts: Parts, name: str, account: _Account, now: float) -> Due | None:
        if account.past is None:
            account.past = self._past(parts.account(name), now)
        interval = parts.config.interval_of(name)
        due = next_run(
            parts.config.accounts[name].id, account.past, account.happened, interval, now
        )
        return (
            replace(due, at=max(due.at, account.past.ended + interval)) if account.resting else due
        )

    def _past(self, opened: OpenAccount, now: float) -> Past:
        # a state store that cannot be read now is the run's to report
        with opened, suppress(EngineError, AppError):
            return past_of(opened, now)
        return Past()

    def _start(
        self,
        pool: ThreadPoolExecutor,
        account: _Account,
        work: Callable[..., None],
        *arguments: object,
    ) -> None:
        account.running = True

        def job() -> None:
            try:
                work(account, *arguments)
            finally:
                account.past = None
                account.running = False
                self._moments.wake()

        pool.submit(job)

    def _tell(self, overview: Overview) -> None:
        if overview != self._overview:
            self._overview = overview
            self._told(overview)

    # --- in the pool ------------------------------------------------------------------

    def _look_at(self, account: _Account, parts: Parts, name: str) -> None:
        """Whether the edits that settled are news."""
        with self._lock:
            account.edits = None
        try:
            with parts.account(name) as opened, opened.held(0.0):
                seen = look(opened)
        except LockHeld:
            # the other process may have looked before the edit
            self._edited(name)
            account.busy_until = self._moments.now() + BUSY_PAUSE
            return
        except (EngineError, AppError):
            return  # the next run reports it
        if seen - account.seen:
            now = self._moments.now()
            account.happened = replace(account.happened, changed=now)
        account.seen = seen

    def _sync(self, account: _Account, parts: Parts, name: str, trigger: str) -> None:
        asked, account.asked = account.asked, False
        account.resting = False

        def still_due(opened: OpenAccount) -> bool:
            now = self._moments.now()
            past = past_of(opened, now)
            interval = parts.config.interval_of(name)
            due = next_run(opened.settings.id, past, account.happened, interval, now)
            if asked or due.at > now:
                return asked
            if past.wait is Wait.GUARD and self._still_denied(parts, name):
                opened.store.runs.go_on(now)
                return False
            return True

        report = (
            Sync(parts)
            .run(
                [name],
                wait=0.0,
                emit=self._emit,
                cancel=self._runs,
                trigger=trigger,
                still_due=still_due,
            )
            .accounts[0]
        )
        if any(problem.reference == LockHeld.reference for problem in report.problems):
            account.asked = asked
            account.busy_until = self._moments.now() + BUSY_PAUSE
            return
        if report.result is None and not report.problems:
            return  # another process made this run, or the last one goes on
        account.seen = self._left_over(parts, name, report)
        account.report = report
        self._finished(report)

    def _still_denied(self, parts: Parts, name: str) -> bool:
        """Whether the guard goes on denying; nothing is sent, no name is looked up."""
        with suppress(EngineError, AppError):
            return not Network(parts).explain_now(name).verdict.allowed
        return False

    def _left_over(self, parts: Parts, name: str, report: AccountReport) -> Seen:
        """What a run left as it was: it is no news when the next edit is looked at."""
        if report.result is None or report.result.outcome == "done":
            return frozenset()
        with (
            suppress(EngineError, AppError, Cancelled),
            parts.account(name) as opened,
            opened.held(0.0),
        ):
            return look(opened)
        return frozenset()
