"""Garbage is collected in the thread of the window, when it has nothing else to do.

Theory
------
The interpreter's collector runs in whichever thread happens to make the next object. A cycle
with a widget in it (a dialog and the function that hears of its button) would then be
destroyed in a lane, and Qt dies of that: an object of Qt ends in its own thread. And a full
collection looks at every object there is while it holds the interpreter: with twenty
thousand events in memory the window stands still for it.

Rules
-----
* The automatic collector is off. The event loop says when it is about to wait: if enough
  was made since, the young ones are looked at. Nothing wakes up for it.
* What outlives an old generation is frozen: it is not looked at again, so that each
  collection costs what was made since, not all there is.
* Everything is looked at when the window goes away: nobody waits for it then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject

YOUNG = 10_000
"""Objects that were made, and not unmade, before the young ones are looked at."""

MIDDLE = 4
"""Young collections before the middle ones are looked at; as many of these before the old."""


class Garbage(QObject):
    """Collects in the thread that it lives in, until ``stop``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self.tend)

    def tend(self) -> None:
        """Look at what is due."""
        young, middle, old = gc.get_count()
        if young < YOUNG:
            return
        if middle < MIDDLE:
            gc.collect(0)
        elif old < MIDDLE:
            gc.collect(1)
        else:
            gc.collect()
            gc.freeze()

    @staticmethod
    def thoroughly() -> None:
        """Look at everything, however long it takes."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Leave it to the interpreter again, when no other thread is at work."""
        self._dispatcher.aboutToBlock.disconnect(self.tend)
        gc.collect()
        if self._was_on:
            gc.enable()
