"""The one bridge between the application layer and the window.

Theory
------
``ksync.service`` blocks: it reads databases and talks to servers. So nothing of it is
called in the thread of the window. Two lanes do the work: one for questions, which take
milliseconds, and one for what may take long (a request, an account that another process
holds); the scheduler runs the syncs in threads of its own. What comes back is a frozen
value, carried over by a queued signal.

Rules
-----
* ``ask`` and ``act`` take a function that gets a fresh ``Service``: the settings as they
  are now, whoever changed them. It must not touch a widget; what it returns goes to
  ``done`` in the thread of the window, unless the widget that asked is gone.
* What knows of widgets (``done``, ``failed``, the owner) is kept and let go in the thread of
  the window: a lane knows a number, the work and its result. The last one who lets go of a
  widget unmakes it, and must not be a lane.
* Progress comes at most ten times a second, however many events there are.
* Nothing polls. ``changed`` says what is old now; who shows it asks again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ksync.composition import Parts
from ksync.config import load
from ksync.gateway.supervising import Supervisor
from ksync.network.guard import Explanation
from ksync.paths import Paths
from ksync.reporting.catalog import Problem, explain, tell
from ksync.reporting.crash import write_report
from ksync.reporting.errors import AppError
from ksync.scheduler.loop import Overview, Scheduler
from ksync.scheduler.moments import WallClock
from ksync.service import Service
from ksync.service.glance import Glance
from ksync.service.progress import Tally, taken
from ksync.service.sync import AccountReport
from sync_engine.errors import EngineError
from sync_engine.events import Event
from ui.lanes import Lane
from ui.networks import NetworkWatch
from ui.topics import AFTER_A_RUN, ALL, Topic
from ui.viewmodels.status import Known
from ui.watching import StateWatch

__all__ = ["AFTER_A_RUN", "ALL", "Bridge", "Topic", "alive"]

T = TypeVar("T")

THROTTLE_MS = 100
END_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked, and who hears the answer."""

    work: Callable[[Service], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Problem], None] | None
    owner: QObject


class Bridge(QObject):
    """Asks, acts and syncs; tells what is known and what has changed.

    ``known``
        how things are changed: ``known_now`` has it.
    ``changed``
        a frozenset of ``Topic`` is old.
    ``finished``
        a run ended: its ``AccountReport``.
    ``gateway``
        keeps the gateway running while the settings want it.
    """

    known = Signal()
    changed = Signal(object)
    finished = Signal(object)
    _back = Signal(object)
    _progressed = Signal()
    _ended = Signal(object)
    _planned = Signal(object)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self.known_now = Known()
        self._questions = Lane("ksync-questions")
        self._work = Lane("ksync-work")
        self._tally = Tally()
        self._tally_lock = threading.Lock()
        self._tally_told = True
        self._looking = self._look_again = False
        self._asked: dict[int, _Asked] = {}
        self._numbers = count()
        self._throttle = QTimer(self)
        self._throttle.setSingleShot(True)
        self._throttle.setInterval(THROTTLE_MS)
        self._throttle.timeout.connect(self._tell_progress)
        queued = Qt.ConnectionType.QueuedConnection
        self._back.connect(self._come_back, queued)
        self._progressed.connect(self._progress_soon, queued)
        self._ended.connect(self._run_ended, queued)
        self._planned.connect(self._replanned, queued)
        self._watch = StateWatch(paths, self)
        self._watch.changed.connect(self._changed_elsewhere)
        self._network = NetworkWatch(paths, self)
        self._network.changed.connect(self._network_changed)
        self._clock = WallClock()
        self.gateway = Supervisor()
        self._scheduler = Scheduler(
            self._scheduled,
            self._clock,
            emit=self._take,
            told=lambda overview: self._emit(self._planned, overview),
            finished=lambda report: self._emit(self._ended, report),
        )
        self._thread = threading.Thread(target=self._schedule, name="ksync-runs", daemon=True)

    # -- asking and acting ------------------------------------------------------------------

    def ask(
        self,
        work: Callable[[Service], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Read something.

        :param owner: if it is gone when the answer comes, nobody is told.
        """
        self._put(self._questions, work, done, failed, owner)

    def act(
        self,
        work: Callable[[Service], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
        *,
        owner: QObject | None = None,
        changes: Iterable[Topic] = (),
    ) -> None:
        """Change something, or do what may take long; then tell what has changed.

        ``done`` and ``failed`` are for ``owner``; what has changed is told in any case.
        """

        def and_tell(result: T) -> None:
            self.touched(changes)
            if done is not None and alive(owner or self):
                done(result)

        def not_done(problem: Problem) -> None:
            self.touched(changes)
            if failed is not None and alive(owner or self):
                failed(problem)

        self._put(self._work, work, and_tell, not_done, self)

    def touched(self, topics: Iterable[Topic]) -> None:
        """Say that this is old now, and look again how things are."""
        found = frozenset(topics)
        if found & {Topic.SETTINGS, Topic.ACCOUNTS}:
            self._scheduler.settings_changed()
            self._network.rules_changed()
        if found:
            self.changed.emit(found)
            self.look()

    def look(self) -> None:
        """Read how things are; several wishes at once are one."""
        if self._looking:
            self._look_again = True
            return
        self._looking, self._look_again = True, False
        self.ask(
            lambda service: (service.glance(), service.network.now()), self._seen, self._not_seen
        )

    @property
    def idle(self) -> bool:
        """Whether nothing was asked that is not answered, and nothing runs."""
        return not self._asked and not self.known_now.tally.active and not self._tally.active

    # -- syncing ----------------------------------------------------------------------------

    def start(self) -> None:
        """Sync by itself from now on, when it is due; "sync now" works from now on."""
        self._thread.start()
        self._network.start()

    def sync(self, names: Iterable[str] = ()) -> None:
        """Sync these accounts, or all, as soon as they are free."""
        self._scheduler.sync_now(names)

    def stop(self) -> None:
        """Stop what runs, after the request that is under way."""
        self._scheduler.interrupt()

    def end(self) -> bool:
        """Stop everything, and wait for it; whether it ended in time."""
        self._watch.stop()
        self._network.stop()
        self._scheduler.stop()
        self.gateway.close()
        if self._thread.is_alive():
            self._thread.join(END_SECONDS)
        elif self._thread.ident is None:
            self._clock.close()
        ended = not self._thread.is_alive()
        return self._work.end(END_SECONDS) and self._questions.end(END_SECONDS) and ended

    # -- elsewhere --------------------------------------------------------------------------

    def _schedule(self) -> None:
        try:
            self._scheduler.run()
        except Exception as error:  # noqa: BLE001  the window goes on, and tells
            write_report(self._paths, error)
        finally:
            self._clock.close()

    def _put(
        self,
        lane: Lane,
        work: Callable[[Service], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Problem], None] | None,
        owner: QObject | None,
    ) -> None:
        number = next(self._numbers)
        self._asked[number] = _Asked(work, done, failed, owner or self)
        lane.put(partial(self._do, number))

    def _do(self, number: int) -> None:
        """In a lane. The work is let go of before the window hears that it is done."""
        self._emit(self._back, (number, *self._outcome(number)))

    def _outcome(self, number: int) -> tuple[bool, object]:
        """Whether it could be done, and the result or the problem."""
        try:
            return True, self._asked[number].work(Service(self._parts()))
        except (EngineError, AppError) as error:
            return False, explain(error)
        except Exception as error:  # noqa: BLE001  the window goes on, and tells
            report = write_report(self._paths, error)
            return False, tell(
                "bug.unexpected", detail=type(error).__name__, resource=str(report or "")
            )

    def _parts(self) -> Parts:
        return Parts(self._paths, load(self._paths.config_file).config)

    def _scheduled(self) -> Parts:
        """The settings as the scheduler reads them; the gateway follows them."""
        parts = self._parts()
        self.gateway.want(parts.config.gateway.enabled)
        return parts

    def _emit(self, signal: Any, what: object) -> None:
        if alive(self):
            signal.emit(what)

    def _take(self, event: Event) -> None:
        """An event of the engine, from any of its threads."""
        with self._tally_lock:
            self._tally = taken(self._tally, event)
            tell_it, self._tally_told = self._tally_told, False
        if tell_it and alive(self):
            self._progressed.emit()

    # -- in the thread of the window ----------------------------------------------------------

    @Slot(object)
    def _come_back(self, answer: tuple[int, bool, Any]) -> None:
        number, well, what = answer
        asked = self._asked.pop(number)
        to = asked.done if well else asked.failed
        if to is not None and alive(asked.owner):
            to(what)

    @Slot()
    def _progress_soon(self) -> None:
        if not self._throttle.isActive():
            self._throttle.start()

    def _tell_progress(self) -> None:
        with self._tally_lock:
            tally, self._tally_told = self._tally, True
        self._know(tally=tally)

    @Slot(object)
    def _run_ended(self, report: AccountReport) -> None:
        self._throttle.stop()
        self._tell_progress()
        self.finished.emit(report)
        self.touched(AFTER_A_RUN)

    @Slot(object)
    def _replanned(self, _overview: Overview) -> None:
        self.look()

    def _network_changed(self) -> None:
        self._scheduler.network_changed()
        self.touched({Topic.NETWORK})

    def _changed_elsewhere(self) -> None:
        """Another process has run, decided, or changed the settings."""
        if self.known_now.tally.active:
            return
        if self.known_now.trouble is not None:
            # the scheduler could not read the settings either, and so watches nothing
            self._scheduler.settings_changed()
        self._network.rules_changed()
        self.changed.emit(ALL)
        self.look()

    def _seen(self, found: tuple[Glance, tuple[Explanation, ...]]) -> None:
        glance, network = found
        self._know(glance=glance, network=network, trouble=None)
        self._watch.watch(glance.state_files)
        self._looked()

    def _not_seen(self, problem: Problem) -> None:
        self._know(glance=None, network=(), trouble=problem)
        self._watch.watch(())
        self._looked()

    def _looked(self) -> None:
        self._looking = False
        if self._look_again:
            self.look()

    def _know(self, **news: Any) -> None:
        now = replace(self.known_now, **news)
        if now != self.known_now:
            self.known_now = now
            self.known.emit()


def alive(widget: QObject) -> bool:
    """Whether Qt has not deleted it yet."""
    try:
        widget.objectName()
    except RuntimeError:
        return False
    return True
