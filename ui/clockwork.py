"""When the desktop program syncs by itself.

A small port, so that another clockwork (watchers of folders, signals of the network) can
take its place: it is told that something changed, and calls ``due`` when it is time.
This one knows minutes: at the start, and when the interval is over. A single timer is
set to the moment that the state store names; between two syncs nothing wakes up.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ui.bridge import Bridge

_LONGEST_MS = 6 * 3600 * 1000
_SHORTEST_MS = 1000


class Clockwork(Protocol):
    """Says when it is time to sync."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """Never call again."""


class Minutes(QObject):
    """Calls ``due`` when the interval since the last sync is over.

    :param due: gets what caused it: ``start`` or ``timer``.
    """

    def __init__(self, bridge: Bridge, due: Callable[[str], None]) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._due = due
        self._first = True
        self._started = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self._ring)

    def start(self) -> None:
        """Begin; the first sync comes when it is known how things are."""
        self._started = True
        self._bridge.known.connect(self._set)
        self._set()

    def stop(self) -> None:
        """Never call again."""
        self._timer.stop()
        if self._started:
            self._bridge.known.disconnect(self._set)
            self._started = False

    def _set(self) -> None:
        known = self._bridge.known_now
        if known.glance is None or self._bridge.syncing:
            return
        if self._first:
            self._first = False
            if known.glance.accounts and known.glance.paused_until is None:
                self._due("start")
                return
        next_run = known.glance.next_run
        if next_run is None:
            self._timer.stop()
            return
        wait = (next_run - time.time()) * 1000
        self._timer.start(round(min(max(wait, _SHORTEST_MS), _LONGEST_MS)))

    def _ring(self) -> None:
        known = self._bridge.known_now
        next_run = known.glance.next_run if known.glance else None
        if next_run is not None and next_run <= time.time() + 1:
            self._due("timer")
        else:
            # a long wait in parts, or the clock was set
            self._bridge.look()
