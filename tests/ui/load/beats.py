"""The heartbeat of an event loop: how late each beat comes, and whose fault that is.

Theory
------
A timer beats every 10 ms. A beat that comes late by more than 50 ms is seen by a person.
Why it was late is told by two clocks of the kernel, read at each beat: the CPU time of the
window's thread (its own work), and that of the whole process (the lock of the interpreter was
held by another thread). Where the process got hardly any CPU in that time, the machine was
busy with other things: nothing that the program could change.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

EVERY = 0.010
LATE = 0.050
LONGEST_SECONDS = 600.0


def until(condition: Callable[[], object], seconds: float = LONGEST_SECONDS) -> None:
    """Let the event loop go until it holds, or for that long."""
    loop, end = QEventLoop(), time.monotonic() + seconds
    look = QTimer()  # what holds now may come without an event
    look.start(50)
    while not condition() and time.monotonic() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    look.stop()


@dataclass(frozen=True)
class Beat:
    """A late one.

    :param lag: how late, in seconds.
    :param own: CPU time of the window's thread since the beat before; :param all: of the process.
    :param during: what the test did.
    """

    lag: float
    own: float
    all: float
    during: str

    @property
    def ours(self) -> bool:
        """Whether the program was at work most of that time."""
        return self.all >= 0.7 * (self.lag + EVERY)


class Heart(QObject):
    """Beats in the thread that it lives in."""

    def __init__(self) -> None:
        super().__init__()
        self.during = ""
        self.count = 0
        self.late: list[Beat] = []
        self._before = (0.0, 0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(EVERY * 1000))
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin."""
        self._before = self._now()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    @staticmethod
    def _now() -> tuple[float, float, float]:
        return time.monotonic(), time.thread_time(), time.process_time()

    def _beat(self) -> None:
        now = self._now()
        wall, own, whole = (a - b for a, b in zip(now, self._before, strict=True))
        self._before = now
        self.count += 1
        if wall - EVERY > LATE:
            self.late.append(Beat(wall - EVERY, own, whole, self.during))
