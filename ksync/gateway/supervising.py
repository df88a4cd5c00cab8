"""The gateway as a child of what goes on running: ``ksync run``, the desktop program.

A process of its own, so that what a client sends can do nothing to a sync, and the other way
round. It ends with its parent, however that ends: its stdin is a pipe that nobody else has.

=========================  ================================================================
the child ended with       what happens
=========================  ================================================================
12, another one runs       tried again after half a minute: the other one may have ended
8 or 13, not allowed, or   tried again after a minute, or when the settings switch it on
settings that are no good
anything else              started again, after a second first, then two, four … a minute
=========================  ================================================================
"""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from ksync.reporting.errors import ExitCode

_log = logging.getLogger("ksync.gateway")
COMMAND = (sys.executable, "-m", "ksync", "serve", "--supervised", "--quiet")
_END_SECONDS = 10.0
_OTHER_SECONDS, _REFUSED_SECONDS, _LONGEST_SECONDS = 30.0, 60.0, 60.0
_REFUSED = frozenset({ExitCode.POLICY_FORBIDS, ExitCode.CONFIG_INVALID})


def pause_after(code: int, lived: float, before: float) -> float:
    """Seconds to wait before it is started again.

    :param code: its exit code.
    :param lived: for how many seconds it ran.
    :param before: what was waited before it.
    """
    if code == ExitCode.LOCKED_BY_OTHER:
        return _OTHER_SECONDS
    if code in _REFUSED:
        return _REFUSED_SECONDS
    if lived > _LONGEST_SECONDS:
        return 1.0
    return min(max(1.0, 2 * before), _LONGEST_SECONDS)


class Supervisor:
    """Keeps one running while it is wanted. Nothing is started before it is wanted.

    :param pause: see ``pause_after``.
    """

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        pause: Callable[[int, float, float], float] = pause_after,
    ) -> None:
        self._command = command
        self._pause = pause
        self._news = threading.Condition()
        self._wanted = self._held = self._there = self._ending = False
        self._thread: threading.Thread | None = None

    def want(self, wanted: bool) -> None:
        """Whether it is to run from now on."""
        with self._news:
            if wanted is self._wanted or self._ending:
                return
            self._wanted = wanted
            self._news.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="ksync-gateway", daemon=True)
                self._thread.start()

    def hold(self) -> None:
        """Stop it, wait for that, and start none, whoever wants it, until ``release``."""
        with self._news:
            self._held = True
            self._news.notify_all()
            self._news.wait_for(lambda: not self._there, 2 * _END_SECONDS)

    def release(self) -> None:
        """It may run again."""
        with self._news:
            self._held = False
            self._news.notify_all()

    def close(self) -> None:
        """Stop it, and wait for that."""
        with self._news:
            self._ending = True
            self._news.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(2 * _END_SECONDS)

    def _run(self) -> None:
        pause = 0.0
        while self._begin():
            started = time.monotonic()
            try:
                child = subprocess.Popen(  # noqa: S603  our own command
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    start_new_session=True,  # Ctrl-C is the parent's; it ends with its stdin
                )
            except OSError as error:
                _log.error("the gateway cannot be started: %s", error.strerror)
                code = int(ExitCode.BUG)
            else:
                code = self._attend(child)
            with self._news:
                self._there = False
                self._news.notify_all()
            pause = self._pause(code, time.monotonic() - started, pause)
            self._until(lambda: not self._on, pause)

    @property
    def _on(self) -> bool:
        return self._wanted and not self._held

    def _begin(self) -> bool:
        """Wait until one is to run, which is there from then on; whether it is not the end."""
        with self._news:
            self._news.wait_for(lambda: self._ending or self._on)
            self._there = not self._ending
            return self._there

    def _attend(self, child: subprocess.Popen[bytes]) -> int:
        """Until it has ended, by itself or because it is not wanted any more."""
        ended = threading.Thread(target=self._tell_end, args=(child,), daemon=True)
        ended.start()
        self._until(lambda: not self._on or child.poll() is not None)
        if child.poll() is None:
            _end(child)
        elif child.returncode != ExitCode.DONE:
            _log.warning("the gateway ended with %d", child.returncode)
        if child.stdin is not None:
            with contextlib.suppress(OSError):
                child.stdin.close()
        ended.join()
        return child.returncode

    def _tell_end(self, child: subprocess.Popen[bytes]) -> None:
        child.wait()
        with self._news:
            self._news.notify_all()

    def _until(self, what: Callable[[], bool], seconds: float | None = None) -> bool:
        """Wait for it, or for the end; whether it is not the end."""
        with self._news:
            self._news.wait_for(lambda: self._ending or what(), seconds)
            return not self._ending


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.close()
    for ask in (child.terminate, child.kill):
        try:
            child.wait(_END_SECONDS / 2)
        except subprocess.TimeoutExpired:
            ask()
    child.wait()
