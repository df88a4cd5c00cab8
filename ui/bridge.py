"""The one bridge between the application layer and the window.

Theory
------
``ksync.service`` blocks: it reads databases and talks to servers. So nothing of it is
called in the thread of the window. Two lanes do the work: one for questions, which take
milliseconds, and one for what may take long (a sync, a request). What comes back is a
frozen value, carried over by a queued signal.

Rules
-----
* ``ask`` and ``act`` take a function that gets a fresh ``Service``: the settings as they
  are now, whoever changed them. It must not touch a widget; what it returns goes to
  ``done`` in the thread of the window, unless the widget that asked is gone.
* Progress comes at most ten times a second, however many events there are.
* Nothing polls. ``changed`` says what is old now; who shows it asks again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ksync.composition import Parts
from ksync.config import load
from ksync.paths import Paths
from ksync.reporting.catalog import Problem, explain, tell
from ksync.reporting.crash import write_report
from ksync.reporting.errors import AppError
from ksync.service import Service
from ksync.service.glance import Glance
from ksync.service.progress import Tally, taken
from ksync.service.sync import SyncReport
from sync_engine.cancellation import CancelToken
from sync_engine.errors import EngineError
from sync_engine.events import Event
from ui.lanes import Lane
from ui.viewmodels.status import Known

T = TypeVar("T")

THROTTLE_MS = 100
END_SECONDS = 10.0


class Topic(Enum):
    """What may have changed."""

    ACCOUNTS = auto()
    COLLECTIONS = auto()
    CONTENT = auto()
    RUNS = auto()
    DECISIONS = auto()
    SETTINGS = auto()
    NETWORK = auto()


ALL = frozenset(Topic)
AFTER_A_RUN = frozenset(
    {Topic.ACCOUNTS, Topic.COLLECTIONS, Topic.CONTENT, Topic.RUNS, Topic.DECISIONS}
)


class Bridge(QObject):
    """Asks, acts and syncs; tells what is known and what has changed.

    ``known``
        how things are changed: ``known_now`` has it.
    ``changed``
        a frozenset of ``Topic`` is old.
    ``finished``
        a sync ended: its ``SyncReport``, or a ``Problem`` where none came about.
    """

    known = Signal()
    changed = Signal(object)
    finished = Signal(object)
    _back = Signal(object)
    _progressed = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self.known_now = Known()
        self._questions = Lane("ksync-questions")
        self._work = Lane("ksync-work")
        self._token: CancelToken | None = None
        self._tally = Tally()
        self._tally_lock = threading.Lock()
        self._tally_told = True
        self._looking = self._look_again = False
        self._open = 0
        self._back.connect(self._come_back, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._progress_soon, Qt.ConnectionType.QueuedConnection)
        self._throttle = QTimer(self)
        self._throttle.setSingleShot(True)
        self._throttle.setInterval(THROTTLE_MS)
        self._throttle.timeout.connect(self._tell_progress)

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
        """Change something, or do what may take long; then tell what has changed."""

        def and_tell(result: T) -> None:
            self.touched(changes)
            if done is not None and alive(owner or self):
                done(result)

        self._put(self._work, work, and_tell, failed, self)

    def touched(self, topics: Iterable[Topic]) -> None:
        """Say that this is old now, and look again how things are."""
        found = frozenset(topics)
        if found:
            self.changed.emit(found)
            self.look()

    def look(self) -> None:
        """Read how things are; several wishes at once are one."""
        if self._looking:
            self._look_again = True
            return
        self._looking, self._look_again = True, False
        self.ask(lambda service: service.glance(), self._seen, self._not_seen)

    # -- syncing ----------------------------------------------------------------------------

    @property
    def syncing(self) -> bool:
        """Whether a sync of ours runs."""
        return self._token is not None

    def sync(self, names: Iterable[str] = (), *, trigger: str = "manual") -> bool:
        """Sync; false where one runs already."""
        if self.syncing:
            return False
        token = self._token = CancelToken()
        wanted = tuple(names)

        def run(service: Service) -> SyncReport:
            return service.sync.run(wanted, emit=self._take, cancel=token, trigger=trigger)

        self._put(self._work, run, self._synced, self._synced, self)
        return True

    def stop(self) -> None:
        """Stop the sync that runs, after the step that it is at."""
        if self._token is not None:
            self._token.cancel()

    def end(self) -> bool:
        """Stop, and wait for both lanes; whether they ended in time."""
        self.stop()
        return self._work.end(END_SECONDS) and self._questions.end(END_SECONDS)

    @property
    def idle(self) -> bool:
        """Whether nothing was asked that is not answered."""
        return self._open == 0

    # -- in the lanes -----------------------------------------------------------------------

    def _put(
        self,
        lane: Lane,
        work: Callable[[Service], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Problem], None] | None,
        owner: QObject | None,
    ) -> None:
        self._open += 1
        lane.put(partial(self._do, work, done, failed, owner or self))

    def _do(
        self,
        work: Callable[[Service], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Problem], None] | None,
        owner: QObject,
    ) -> None:
        try:
            result = work(self._service())
        except (EngineError, AppError) as error:
            self._send(owner, failed, explain(error))
        except Exception as error:  # noqa: BLE001  the window goes on, and tells
            report = write_report(self._paths, error)
            problem = tell(
                "bug.unexpected", detail=type(error).__name__, resource=str(report or "")
            )
            self._send(owner, failed, problem)
        else:
            self._send(owner, done, result)

    def _service(self) -> Service:
        return Service(Parts(self._paths, load(self._paths.config_file).config))

    def _send(self, owner: QObject, to: Callable[[Any], None] | None, what: object) -> None:
        if alive(self):
            self._back.emit((owner, to, what))

    def _take(self, event: Event) -> None:
        """An event of the engine, from any of its threads."""
        with self._tally_lock:
            self._tally = taken(self._tally, event)
            tell_it, self._tally_told = self._tally_told, False
        if tell_it and alive(self):
            self._progressed.emit()

    # -- in the thread of the window ----------------------------------------------------------

    @Slot(object)
    def _come_back(self, answer: tuple[QObject, Callable[[Any], None] | None, Any]) -> None:
        owner, to, what = answer
        self._open -= 1
        if to is not None and alive(owner):
            to(what)

    @Slot()
    def _progress_soon(self) -> None:
        if not self._throttle.isActive():
            self._throttle.start()

    def _tell_progress(self) -> None:
        with self._tally_lock:
            tally, self._tally_told = self._tally, True
        self._know(tally=tally)

    def _synced(self, result: SyncReport | Problem) -> None:
        self._token = None
        self._throttle.stop()
        with self._tally_lock:
            self._tally, self._tally_told = Tally(), True
        self._know(tally=Tally())
        self.finished.emit(result)
        self.touched(AFTER_A_RUN)

    def _seen(self, glance: Glance) -> None:
        self._know(glance=glance, trouble=None)
        self._looked()

    def _not_seen(self, problem: Problem) -> None:
        self._know(glance=None, trouble=problem)
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
