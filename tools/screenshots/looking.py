"""Pictures of the calendar and the contacts: what was opened, chosen or searched on them."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.calendar import CalendarPage
from ui.program import Program
from ui.viewmodels.calendar_page import View

_LONGEST_SECONDS = 30.0


def until(condition: Callable[[], object]) -> None:
    """Let things happen until it holds."""
    deadline = time.monotonic() + _LONGEST_SECONDS
    while not condition() and time.monotonic() < deadline:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))


def _calendar(program: Program, day: date | None = None) -> CalendarPage:
    program.show_page("calendar")
    page = program.window.page("calendar")
    assert isinstance(page, CalendarPage)
    page.show_view(View.MONTH)
    page.close_sheet()
    page.go_to(day or page.today())
    until(lambda: page.settled)
    return page


def agenda(program: Program) -> QWidget:
    """The calendar as an agenda."""
    page = _calendar(program)
    page.show_view(View.AGENDA)
    until(lambda: page.settled)
    return program.window


def event(program: Program) -> QWidget:
    """An event with its details: the first one that has a place."""
    page = _calendar(program)
    assert page.span is not None
    found = page.span.occurrences
    numbers = [n for n, each in enumerate(found) if each.what.place and each.what.recurring]
    page.open_event((numbers or [0])[0])
    until(page.sheet.isVisible)
    return program.window


def month(program: Program) -> QWidget:
    """The month of today."""
    _calendar(program)
    return program.window
