"""The calendar shows what was synced: month, agenda, tasks, details, keyboard."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ksync.composition import Parts
from ksync.config import load
from ksync.service import Service, pausing
from tests.ui.editing import event
from tests.ui.finding import press, shown, texts, titles
from tests.ui.waiting import settled, synced, until

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _in_zurich(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Zurich")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def page(program_at, sides):
    """Three events on the first of March at 11, and some more."""
    sides.here("weekly", event("Weekly", "RRULE:FREQ=WEEKLY", uid="w", start="20260303T090000Z"))
    sides.here("dark", event("<b>Late</b>", "LOCATION:<img src=x>", uid="d",
                             start="20260302T223000Z"))  # fmt: skip
    task = event("Taxes", "DUE:20260310T100000Z", uid="t").replace(b"VEVENT", b"VTODO")
    sides.here("task", task.replace(b"DURATION:PT1H\r\n", b""))
    sides.here("bad", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
    program = program_at("calendar")
    program.window.resize(1200, 1000)
    found = program.window.page("calendar")
    found.today = lambda: DAY
    found.go_to(DAY)
    ready(found)
    return found


def ready(page) -> None:
    until(lambda: page.settled and page.sources, "what is wished is shown")


def day_of(page, day: date):
    (found,) = (each for each in page.month.days.days if each.day == day)
    return found


def on(page, day: date) -> list[str]:
    """The pieces of a day; Qt writes a narrow space before AM."""
    chips = day_of(page, day).chips
    return [f"{chip.time} {chip.title}".replace("\u202f", " ") for chip in chips]


def index_of(page, day: date):
    number = [each.day for each in page.month.days.days].index(day)
    return page.month.days.index(number // 7, number % 7)


def click(page, day: date, slot: int) -> None:
    cell = page.month.visualRect(index_of(page, day))
    place = page.month.place(cell, slot).center()
    QTest.mouseClick(page.month.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_the_month_shows_events_in_local_time(page) -> None:
    first = on(page, date(2026, 3, 1))
    assert first == ["11:00 AM Event a", "11:00 AM Event b", "11:00 AM Event c"]
    # 22:30 UTC is 23:30 here, and goes on after midnight
    assert {"11:30 PM <b>Late</b>", "10:00 AM Weekly"} <= set(on(page, date(2026, 3, 3)))
    # over the change of the hour the series in UTC moves by an hour
    assert "10:00 AM Weekly" in on(page, date(2026, 3, 24))
    assert "11:00 AM Weekly" in on(page, date(2026, 3, 31))
    assert page.title.text() == "March 2026"


def test_a_broken_file_is_left_out_and_told(page) -> None:
    shown(page, "1 file cannot be shown.")
    press(page, "Which?")
    dialog = page._reading.dialog
    (line,) = dialog.findChildren(type(page.tasks))[0].lines.lines
    assert (line.title, line.below) == (
        "Work: bad.ics", "This file is damaged: it is no whole calendar object or card.",
    )  # fmt: skip
    press(dialog, "Close")


def test_a_click_shows_the_details_as_plain_text(page) -> None:
    click(page, date(2026, 3, 3), 0)
    until(page.sheet.isVisible)
    read = texts(page.sheet)
    assert "<b>Late</b>" in read
    assert "<img src=x>" in read
    assert "Work" in read
    assert "dark.ics" in read
    for label in page.sheet.findChildren(type(page.title)):
        assert label.textFormat() == Qt.TextFormat.PlainText
    QTest.keyClick(page.month, Qt.Key.Key_Escape)
    assert not page.sheet.isVisible()


def test_an_event_that_is_gone_is_told(page, sides) -> None:
    (sides.folder / "dark.ics").unlink()
    click(page, date(2026, 3, 3), 0)
    shown(page.window(), "This item is not there any more, or its file is damaged.")


def test_the_keyboard_goes_over_the_edges(page) -> None:
    page.month.setFocus()
    first = page.month.days.days[0].day
    page.month.setCurrentIndex(index_of(page, first))
    ready(page)
    QTest.keyClick(page.month, Qt.Key.Key_Up)
    QTest.keyClick(page.month, Qt.Key.Key_PageUp)
    ready(page)
    assert page.day < first
    QTest.keyClick(page.month, Qt.Key.Key_T)
    ready(page)
    assert page.day == DAY
    QTest.keyClick(page.month, Qt.Key.Key_Return)
    ready(page)
    assert page.stack.currentWidget() is page.agenda


def test_the_agenda_and_its_details(page) -> None:
    press(page, "Agenda")
    ready(page)
    rows = page.agenda.rows.rows
    assert [row.title for row in rows[:4]][1:] == ["Event a", "Event b", "Event c"]
    assert rows[0].number == -1
    page.agenda.setCurrentIndex(page.agenda.rows.index(1))
    until(page.sheet.isVisible)
    shown(page.sheet, "Event a")


def test_tasks_stand_beneath(page) -> None:
    assert titles(page.tasks) == ["Taxes"]
    assert "1 task to do" in texts(page)
    rect = page.tasks.visualRect(page.tasks.lines.index(0))
    QTest.mouseClick(page.tasks.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    until(page.sheet.isVisible)
    shown(page.sheet, "task.ics")


def test_what_a_sync_brings_is_shown(page, sides) -> None:
    sides.there("new", event("From afar", uid="new", start="20260305T080000Z"))
    synced(_program(page))
    until(lambda: "9:00 AM From afar" in on(page, date(2026, 3, 5)), "it is drawn")


def _program(page):
    from ui.program import Program

    owner = page.desk.bridge.parent()
    assert isinstance(owner, Program)
    return owner


def test_a_screen_reader_reads_the_days(page) -> None:
    model = page.month.days
    spoken = model.data(index_of(page, date(2026, 3, 1)), Qt.ItemDataRole.AccessibleTextRole)
    spoken = spoken.replace("\u202f", " ")
    assert spoken.endswith("3 events, 11:00 AM Event a, 11:00 AM Event b, 11:00 AM Event c")
    assert page.month.accessibleName() == "Month"


def test_without_an_account_it_says_what_would_be_here(program_at) -> None:
    page = program_at("calendar").window.page("calendar")
    shown(page, "No calendar here yet")


def test_thousands_of_events_are_read_in_slices(program_at, sides, paths) -> None:
    for number in range(1500):
        start = f"2026{number % 12 + 1:02}{number % 28 + 1:02}T{number % 24:02}0000Z"
        sides.here(f"n{number}", event(f"N {number}", uid=f"n{number}", start=start))
    # they stay here: what was edited before the start would go up meanwhile
    pausing.pause(Parts(paths, load(paths.config_file).config), None)
    program = program_at("overview")
    page = program.window.page("calendar")
    drawn: list[int] = []
    show = page.show_loaded
    page.show_loaded = lambda data: (drawn.append(data.pending), show(data))
    service = Service(Parts(paths, load(paths.config_file).config))
    from ksync.service import viewing

    viewing._DIARIES.pop(service.parts.paths.state, None)
    program.show_page("calendar")
    page.go_to(DAY)
    until(lambda: drawn and drawn[-1] == 0)
    settled(program)
    assert len([pending for pending in drawn if pending]) >= 1
    assert page.span.total >= 1500
    assert Path(sides.folder).is_dir()
