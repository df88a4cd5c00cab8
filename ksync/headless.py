"""``ksync run``: the scheduler without a screen.

Signals arrive in the main thread, which is the one that decides: SIGTERM and SIGINT stop
after the request that is under way, SIGHUP reads the settings anew. What happens is
logged, and told to the service manager.
"""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from pathlib import PurePath

from ksync.composition import Parts
from ksync.gateway.supervising import Supervisor
from ksync.network.rules import Rules
from ksync.reporting.catalog import Problem, tell
from ksync.reporting.errors import AppError, ExitCode
from ksync.scheduler.loop import Overview, Scheduler
from ksync.scheduler.moments import WallClock, every
from ksync.service.sync import AccountReport
from ksync.service_manager import ServiceManager
from sync_engine.events import CollectionFinished, Event, ResourceFailed, RunStarted

_log = logging.getLogger("ksync.run")
_QUIET = frozenset({ExitCode.DONE, ExitCode.DECISIONS_WAIT})


class Headless:
    """One ``ksync run``.

    :param load: the settings as they are now.
    """

    def __init__(self, load: Callable[[], Parts], *, watch: bool = True) -> None:
        self._load = load
        self._gateway = Supervisor()
        self._clock = WallClock()
        self._manager = ServiceManager()
        self.scheduler = Scheduler(
            self._loaded,
            self._clock,
            emit=_note,
            told=self._told,
            finished=self._finished,
            watch=watch,
        )

    def run(self) -> None:
        """Run until a signal says stop."""
        stop_watchdog: Callable[[], None] = lambda: None  # noqa: E731  a name for nothing to stop
        if self._manager.watchdog_seconds is not None:
            stop_watchdog = every(self._manager.watchdog_seconds, self._sign_of_life)
        with self._signals():
            _log.info("started")
            stop_network = self._watch_network()
            self._manager.ready()
            try:
                self.scheduler.run()
            finally:
                stop_watchdog()
                stop_network()
                self._gateway.close()
                self._clock.close()
                _log.info("stopped")

    def _loaded(self) -> Parts:
        """The settings as they are now; the gateway follows them."""
        parts = self._load()
        self._gateway.want(parts.config.gateway.enabled)
        return parts

    def _watch_network(self) -> Callable[[], None]:
        """Let changes of the network wake the scheduler; returns what ends that."""
        from ksync.network.guard import Guard  # noqa: PLC0415  only what runs on needs it

        guard = Guard(lambda _account: self._strictest(), self._load().paths.state)
        return guard.watch(self._strictest, self.scheduler.network_changed).close

    def _strictest(self) -> Rules:
        """The rules of the account that needs to know most of the network.

        Settings that cannot be read now have been told; the kernel's word is enough then.
        """
        try:
            parts = self._load()
        except AppError:
            return Rules()
        from ksync.service.network import strictest  # noqa: PLC0415  only what runs on needs it

        return strictest(parts)

    def _sign_of_life(self) -> None:
        if self.scheduler.responsive():
            self._manager.alive()

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """Python runs handlers between two bytecodes; the descriptor ends the wait at once."""

        def stop(_number: int, _frame: object) -> None:
            self._manager.stopping()
            self.scheduler.stop()

        def reload(_number: int, _frame: object) -> None:
            self._manager.reloading()
            self.scheduler.settings_changed()
            self._manager.ready()

        handlers = {signal.SIGTERM: stop, signal.SIGINT: stop}
        if hasattr(signal, "SIGHUP"):
            handlers[signal.SIGHUP] = reload
        before = {number: signal.signal(number, act) for number, act in handlers.items()}
        woken = signal.set_wakeup_fd(self._clock.wake_descriptor, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(woken)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _told(self, overview: Overview) -> None:
        if overview.problem is not None:
            _log.error("%s", told(overview.problem))
        self._manager.status(status_line(overview))

    def _finished(self, report: AccountReport) -> None:
        run = f"{report.name}:{report.result.run}" if report.result else report.name
        counts = ""
        if report.result is not None:
            sums: dict[str, int] = {}
            for collection in report.result.collections:
                for what, count in collection.counts.items():
                    sums[what] = sums.get(what, 0) + count
            counts = ", ".join(f"{count} {what}" for what, count in sums.items() if count)
        level = logging.INFO if report.exit_code in _QUIET else logging.WARNING
        words = [f"exit code {int(report.exit_code)}", counts or "nothing to do"]
        _log.log(level, "ended: %s", ", ".join(words), extra={"run": run})
        for problem in {problem.reference: problem for problem in report.problems}.values():
            _log.warning("%s", told(problem), extra={"run": run})


def told(problem: Problem) -> str:
    """An error for the log: our sentence without its details, which quote names and
    addresses; the report has them. Of a file its name, and the line.
    """
    sentence = tell(problem.reference).message.rstrip(": ")
    own_file = problem.reference.startswith(("config.", "policy."))
    place = f" ({PurePath(problem.resource).name})" if own_file and problem.resource else ""
    return f"{problem.reference}: {sentence}{place}"


def status_line(overview: Overview) -> str:
    """One line for the service manager; no names of calendars."""
    if overview.problem is not None:
        return f"waits: {overview.problem.reference}"
    if overview.paused_until is not None:
        if overview.paused_until == inf:
            return "paused until resumed"
        return f"paused until {_time(overview.paused_until)}"
    running = [one.account for one in overview.accounts if one.running]
    if running:
        return f"syncing {', '.join(running)}"
    dues = [(one.due.at, one.account) for one in overview.accounts if one.due is not None]
    if not dues:
        return "no account"
    at, account = min(dues)
    return f"next sync: {account} at {_time(at)}"


def _time(moment: float) -> str:
    return time.strftime("%H:%M", time.localtime(moment))


def _note(event: Event) -> None:
    match event:
        case RunStarted(account, run):
            _log.info("started", extra={"run": f"{account}:{run}"})
        case CollectionFinished(account, collection, outcome):
            _log.debug("%s/%s: %s", account, collection, outcome, extra={"run": account})
        case ResourceFailed(account, collection, href, reference):
            _log.debug("%s/%s: %s %s", account, collection, href, reference, extra={"run": account})
        case _:
            pass
