"""Edits in the desktop's own store: noticed by its signals, judged by a look like all others.

The thread sleeps in select(2) until the store tells something or other accounts are to be
watched. Where there is no store, or it went away, it tries again when it is asked to watch:
the scheduler does that after each run, and the interval finds what was missed meanwhile.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from sync_engine.replicas.eds.watch import Monitor


class DesktopWatch:
    """Watches the sources of accounts.

    :param noticed: told in which account something happened; from a thread of its own.
    """

    def __init__(self, noticed: Callable[[str], None]) -> None:
        self._noticed = noticed
        self._lock = threading.Lock()
        self._wanted: dict[str, str] = {}
        self._thread: threading.Thread | None = None
        self._closing = False
        self._wake: tuple[int, int] | None = None

    def watch(self, wanted: Mapping[str, str]) -> None:
        """Watch these accounts from now on, and no others; sources that are new as well.

        :param wanted: an account's ID to its name.
        """
        if not hasattr(os, "pipe2"):
            return  # no system that has such a store
        with self._lock:
            self._wanted = dict(wanted)
            if self._thread is None and wanted:
                self._wake = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
                self._thread = threading.Thread(target=self._run, name="ksync-desktop", daemon=True)
                self._thread.start()
            self._nudge()

    def close(self) -> None:
        """Stop watching."""
        with self._lock:
            thread, self._thread = self._thread, None
            self._closing = True
            self._nudge()
        if thread is not None:
            thread.join()
        if self._wake is not None:
            for end in self._wake:
                os.close(end)
            self._wake = None

    def _nudge(self) -> None:
        if self._wake is not None:
            with suppress(BlockingIOError):
                os.write(self._wake[1], b".")

    def _run(self) -> None:
        assert self._wake is not None
        wake = self._wake[0]
        monitor: Monitor | None = None
        try:
            while not self._closing:
                watched = [wake] if monitor is None else [wake, monitor.fileno()]
                ready, _, _ = select.select(watched, [], [])
                if wake in ready:
                    with suppress(BlockingIOError):
                        os.read(wake, 4096)
                try:
                    monitor = self._look(monitor, again=wake in ready)
                except EngineError:
                    if monitor is not None:
                        monitor.close()
                    monitor = None
        finally:
            if monitor is not None:
                monitor.close()

    def _look(self, monitor: Monitor | None, *, again: bool) -> Monitor | None:
        """Tell the news.

        :param again: what is to be watched may have changed.
        """
        from sync_engine.replicas.eds.watch import (  # noqa: PLC0415  only what runs on needs it
            Monitor,
        )

        with self._lock:
            wanted = dict(self._wanted)
        if not wanted or self._closing:
            return monitor
        if monitor is None:
            monitor = Monitor()
        news = monitor.news()
        if again or news:
            monitor.attend(wanted.keys())
        for owner in news & wanted.keys():
            self._noticed(wanted[owner])
        return monitor
