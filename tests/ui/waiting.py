"""Waiting for the window to come to rest, without a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.program import Program

LONGEST_SECONDS = 60.0


def until(condition: Callable[[], object], what: str = "") -> None:
    """Let events happen until it holds."""
    deadline = time.monotonic() + LONGEST_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain: {what or condition}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
        QTest.qWait(5)


def settled(program: Program) -> None:
    """Nothing runs, nothing is asked, and what was answered is drawn."""
    until(lambda: program.bridge.idle, "the bridge is idle")
    QApplication.processEvents()
