"""Waiting for the window to come to rest, without a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ksync.service.sync import AccountReport
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
    until(lambda: program.bridge.idle and _synced_once(program), "the bridge is idle")
    QApplication.processEvents()


def _synced_once(program: Program) -> bool:
    """What the program does by itself at its start is done."""
    known = program.bridge.known_now
    if known.glance is None:
        return known.trouble is not None
    return known.glance.paused_until is not None or all(
        each.last_run and each.last_run.ended_at for each in known.glance.accounts
    )


def synced(program: Program, *names: str) -> AccountReport:
    """Sync now, and wait for it; the report of the account that ended first."""
    reports: list[AccountReport] = []
    program.bridge.finished.connect(reports.append)
    program.bridge.sync(names)
    until(lambda: reports, "a run has ended")
    program.bridge.finished.disconnect(reports.append)
    settled(program)
    return reports[0]
