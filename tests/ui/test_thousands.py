"""Thousands of events: what is drawn and laid out is what is seen, counted piece by piece."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from ksync.reading.diary import Found
from ksync.reading.events import Occurrence
from ksync.reading.files import Place
from ui import formats
from ui.theme import LIGHT
from ui.viewmodels import calendar as words
from ui.widgets.agenda import AgendaList
from ui.widgets.lists import Line, LineList
from ui.widgets.month import MonthTable

MONTH = date(2026, 3, 1)
MANY = 6000


def events(number: int, *, days: int) -> list[Found]:
    """So many, spread over the first days of the month."""
    found = [
        Found(
            Place("home/work", f"{n}.ics"),
            Occurrence(
                datetime(2026, 3, 1 + n % days, n % 23, n % 60),
                datetime(2026, 3, 1 + n % days, n % 23, n % 60) + timedelta(minutes=30),
                False,
                f"Event {n}",
            ),
        )
        for n in range(number)
    ]
    return sorted(found, key=lambda each: each.what.start)


def counted(widget, *names: str) -> Counter[str]:
    """How often these functions of the list's delegate are called from now on."""
    delegate, calls = widget.itemDelegate(), Counter()

    def count(name: str) -> None:
        real = getattr(delegate, name)

        def counting(*values):
            calls[name] += 1
            return real(*values)

        setattr(delegate, name, counting)

    for name in names:
        count(name)
    return calls


@pytest.fixture
def month(qapp):
    table = MonthTable("Month", lambda: LIGHT)
    table.resize(900, 700)
    table.show()
    qapp.processEvents()
    yield table
    table.deleteLater()


def grid(found: list[Found], day: date = MONTH) -> tuple[words.Day, ...]:
    return words.grid(found, day, 0, day, {}, formats)


@pytest.mark.parametrize("days", [1, 28])
def test_a_month_draws_what_fits_into_its_cells(month, days) -> None:
    calls = counted(month, "_chip", "paint")
    shown = grid(events(MANY, days=days))
    assert sum(len(day.chips) for day in shown) == MANY
    month.show_days(shown, 0, MONTH)
    calls.clear()
    month.viewport().grab()
    fits = month.fits(month.rowHeight(0))
    assert calls["paint"] == len(shown)
    assert 0 < calls["_chip"] <= days * fits


def test_only_days_that_changed_are_drawn_again(month) -> None:
    found = events(MANY, days=28)
    month.show_days(grid(found), 0, MONTH)
    told = []
    month.days.dataChanged.connect(lambda first, _last: told.append(month.days.at(first).day))
    month.show_days(grid(found), 0, MONTH)
    assert told == []
    more = Found(
        Place("home/work", "new.ics"),
        Occurrence(datetime(2026, 3, 28, 23, 59), datetime(2026, 3, 28, 23, 59), False, "New"),
    )
    month.show_days(grid([*found, more]), 0, MONTH)
    assert told == [date(2026, 3, 28)]


def test_laying_out_a_crowded_day_looks_at_each_event_once() -> None:
    looked = Counter()

    class Rows(words._Rows):
        def free(self, row: int) -> bool:
            looked["free"] += 1
            return super().free(row)

    before, words._Rows = words._Rows, Rows
    try:
        grid(events(MANY, days=1))
    finally:
        words._Rows = before
    assert looked["free"] == MANY


def scrolled(widget, calls: Counter[str]) -> tuple[int, int]:
    """How many rows are drawn for a screen, and after a jump into the middle."""
    widget.viewport().grab()
    first = calls["paint"]
    widget.verticalScrollBar().setValue(widget.verticalScrollBar().maximum() // 2)
    calls.clear()
    widget.viewport().grab()
    return first, calls["paint"]


def test_the_agenda_draws_the_rows_that_are_seen(qapp) -> None:
    agenda = AgendaList("Agenda", lambda: LIGHT, lambda _number: None)
    agenda.resize(800, 600)
    agenda.show()
    calls = counted(agenda, "paint", "sizeHint")
    last = date(2026, 3, 31)
    agenda.show_rows(words.agenda(events(MANY, days=28), MONTH, last, MONTH, {}, {}, formats))
    assert len(agenda.rows.rows) == MANY + 28
    qapp.processEvents()
    assert calls["sizeHint"] < 10
    calls.clear()
    seen = agenda.height() // agenda.sizeHintForRow(0) + 2
    assert all(0 < count <= seen for count in scrolled(agenda, calls))
    agenda.deleteLater()


@pytest.mark.parametrize("below", ["", "came from the server"])
def test_a_run_of_thousands_is_listed_without_asking_each_for_its_height(qapp, below) -> None:
    lines = LineList("Items", lambda: LIGHT)
    lines.resize(600, 600)
    lines.show()
    calls = counted(lines, "paint", "sizeHint")
    lines.show_lines([Line(str(n), f"Item {n}", below) for n in range(MANY)])
    qapp.processEvents()
    assert calls["sizeHint"] < 10
    calls.clear()
    seen = lines.height() // lines.sizeHintForRow(0) + 2
    assert all(0 < count <= seen for count in scrolled(lines, calls))
    lines.deleteLater()
