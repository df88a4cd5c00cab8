"""Sleeping until a moment of the wall clock, or until something happens.

Theory
------
A time-out counts seconds that the computer is awake. Something that is due at half past
eight is due then, also when the computer slept until nine or when the clock was set. On
Linux a timer of ``CLOCK_REALTIME`` with ``TFD_TIMER_CANCEL_ON_SET`` says both
(timerfd_create(2)): it expires on waking, and it is readable when the clock was set. So
nothing has to wake up to look at the time. Elsewhere the wait is cut into minutes.
"""

from __future__ import annotations

import ctypes
import os
import select
import struct
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

_CLOCK_REALTIME = 0
_TFD_NONBLOCK = os.O_NONBLOCK if hasattr(os, "O_NONBLOCK") else 0
_TFD_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_TFD_TIMER_ABSTIME = 1
_TFD_TIMER_CANCEL_ON_SET = 2
_SLICE = 60.0
_FAR = 400 * 86400.0


class Moments(Protocol):
    """A clock that can be waited on; tests have one that runs ahead."""

    def now(self) -> float:
        """Seconds since the epoch."""

    def wait_until(self, moment: float) -> None:
        """Return at that moment, or when ``wake`` was called, or earlier; ``inf``: only then."""

    def wake(self) -> None:
        """End the wait of this moment, or the next one. From any thread or signal handler."""

    def close(self) -> None:
        """Give back what it holds."""


class WallClock:
    """The system's clock."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        self._timer = _timer()

    @property
    def wake_descriptor(self) -> int:
        """What ``signal.set_wakeup_fd`` wants: a byte in it ends a wait."""
        return self._write

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time()

    def wait_until(self, moment: float) -> None:
        """See ``Moments``."""
        watched = [self._read]
        timeout: float | None = None
        if self._timer is None or not _set(self._timer, min(moment, self.now() + _FAR)):
            timeout = min(_SLICE, max(0.0, moment - self.now()))
        else:
            watched.append(self._timer)
        ready, _, _ = select.select(watched, [], [], timeout)
        if self._read in ready:
            with suppress(BlockingIOError):
                while os.read(self._read, 4096):
                    pass

    def wake(self) -> None:
        """See ``Moments``."""
        # a full pipe is a wake-up that waits already; a closed one has nobody to wake
        with suppress(OSError):
            os.write(self._write, b"\0")

    def close(self) -> None:
        """See ``Moments``."""
        for descriptor in (self._read, self._write, self._timer):
            if descriptor is not None:
                os.close(descriptor)
        self._read = self._write = -1
        self._timer = None


def _timer() -> int | None:
    """A timerfd, where the system has one."""
    if not sys.platform.startswith("linux"):
        return None
    with suppress(AttributeError, OSError):
        descriptor: int = ctypes.CDLL(None, use_errno=True).timerfd_create(
            _CLOCK_REALTIME, _TFD_NONBLOCK | _TFD_CLOEXEC
        )
        return descriptor if descriptor >= 0 else None
    return None


def _set(timer: int, moment: float) -> bool:
    """Make the timer readable at that moment, and when the clock is set before it."""
    # struct itimerspec: interval, then value, each seconds and nanoseconds; all of it
    # zero would disarm the timer
    whole = max(1, int(moment))
    value = struct.pack("@llll", 0, 0, whole, int(max(0.0, moment - whole) * 1e9))
    flags = _TFD_TIMER_ABSTIME | _TFD_TIMER_CANCEL_ON_SET
    result: int = ctypes.CDLL(None, use_errno=True).timerfd_settime(timer, flags, value, None)
    return result == 0


def every(seconds: float, act: Callable[[], None]) -> Callable[[], None]:
    """Call ``act`` every so often in a thread; returns what stops it."""
    stopped = threading.Event()

    def run() -> None:
        while not stopped.wait(seconds):
            act()

    threading.Thread(target=run, name="ksync-every", daemon=True).start()
    return stopped.set
