"""The calendar's view models: weeks, pieces of events, agenda, tasks, details; without Qt."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from ksync.reading.details import Details, Guest, Rule
from ksync.reading.diary import Found, FoundTask
from ksync.reading.events import Occurrence, Task
from ksync.reading.files import Place
from ksync.service.viewing import Item, Source
from ui.viewmodels import calendar
from ui.viewmodels.event_details import event_sheet, task_sheet

TODAY = date(2026, 11, 25)


class Plain:
    """Dates without a locale."""

    def day(self, value: date, *, long: bool = False) -> str:
        return f"{value:%A %d.%m.%Y}" if long else f"{value:%d.%m.%Y}"

    def clock(self, value: datetime) -> str:
        return f"{value:%H:%M}"

    def day_of_year(self, value: date) -> str:
        return f"{value:%d.%m.}"


def event(
    title: str, start: str, end: str, *, all_day: bool = False, status: str = "confirmed"
) -> Found:
    times = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return Found(Place("a/work", "x.ics"), Occurrence(*times, all_day, title, "Room", status))


def grid(*found: Found, month: date = TODAY, first_weekday: int = 0):
    days = calendar.grid(found, month, first_weekday, TODAY, {"a/work": "#123456"}, Plain())
    return {day.day: day for day in days}


@pytest.mark.parametrize(("month", "weekday", "first", "weeks"), [
    (date(2026, 11, 1), 0, date(2026, 10, 26), 6), (date(2026, 11, 1), 6, date(2026, 11, 1), 5),
    (date(2027, 2, 1), 0, date(2027, 2, 1), 4), (date(2026, 12, 1), 5, date(2026, 11, 28), 5),
])  # fmt: skip
def test_the_grid_has_the_weeks_of_the_month(month, weekday, first, weeks) -> None:
    assert calendar.first_of_grid(month, weekday) == first
    days = grid(month=month, first_weekday=weekday)
    assert (min(days), len(days)) == (first, weeks * 7)
    assert next(day.day.day for day in days.values() if day.inside) == 1


def test_an_event_over_two_weeks_keeps_its_slot_in_each() -> None:
    days = grid(
        event("trip", "2026-11-06T00:00", "2026-11-11T00:00", all_day=True),
        event("short", "2026-11-06T09:00", "2026-11-06T10:00"),
    )
    pieces = [(d.day, c.slot, c.column, c.length, c.begins, c.ends)
              for day, d in sorted(days.items()) for c in d.chips if c.title == "trip"]  # fmt: skip
    assert pieces == [
        (date(2026, 11, 6), 0, 4, 3, True, False), (date(2026, 11, 7), 0, 4, 3, False, False),
        (date(2026, 11, 8), 0, 4, 3, False, False), (date(2026, 11, 9), 0, 0, 2, False, False),
        (date(2026, 11, 10), 0, 0, 2, False, True),
    ]  # fmt: skip
    assert [chip.slot for chip in days[date(2026, 11, 6)].chips] == [0, 1]


def test_what_ends_at_midnight_is_not_on_the_next_day() -> None:
    days = grid(event("late", "2026-11-24T22:00", "2026-11-25T00:00"))
    assert [chip.bar for chip in days[date(2026, 11, 24)].chips] == [False]
    assert days[date(2026, 11, 25)].chips == ()


def test_a_day_is_spoken() -> None:
    day = grid(event("Stand-up", "2026-11-25T08:15", "2026-11-25T08:30"))[TODAY]
    assert (day.today, day.spoken) == (True, "Wednesday 25.11.2026, 1 event, 08:15 Stand-up")


def test_turning_the_pages() -> None:
    assert calendar.moved(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert calendar.moved(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert calendar.moved(date(2026, 12, 15), 1) == date(2027, 1, 15)


def test_the_agenda_says_when_on_each_day() -> None:
    rows = calendar.agenda(
        (
            event("party", "2026-11-24T20:00", "2026-11-26T02:00"),
            event("", "2026-11-25T09:00", "2026-11-25T09:00"),
            event("free", "2026-11-25T00:00", "2026-11-26T00:00", all_day=True),
        ),
        date(2026, 11, 24), date(2026, 11, 30), TODAY, {}, {"a/work": "Work"}, Plain(),
    )  # fmt: skip
    assert [(row.number, row.title, row.time) for row in rows] == [
        (-1, "Tuesday 24.11.2026", ""), (0, "party", "from 20:00"),
        (-1, "Wednesday 25.11.2026", ""), (0, "party", "all day"), (2, "free", "all day"),
        (1, "(no title)", "09:00"), (-1, "Thursday 26.11.2026", ""), (0, "party", "until 02:00"),
    ]  # fmt: skip
    assert rows[1].calendar == "Work"


def task(title: str, due: datetime | None, *, done: bool = False, priority: int = 0) -> FoundTask:
    return FoundTask(
        Place("a/work", "t.ics"), Task(title, due, False, None, done, priority, 0, False)
    )


def test_tasks_stand_by_what_is_due() -> None:
    now = datetime(2026, 11, 25, 12)
    found = [
        task("never", None), task("done", None, done=True), task("later", now + timedelta(days=1)),
        task("over", now - timedelta(hours=1), priority=1), task("soon", now, priority=9),
    ]  # fmt: skip
    rows = calendar.tasks(found, now, {}, Plain())
    assert [(row.title, row.overdue) for row in rows] == [
        ("over", True), ("soon", True), ("later", False), ("never", False),
    ]  # fmt: skip
    assert rows[0].line == "overdue since 25.11.2026 11:00, important"
    assert calendar.tasks(found, now, {}, Plain(), done_too=True)[-1].done


def test_the_sheet_of_an_event() -> None:
    details = Details(
        description="<b>bold</b>\nline", zone="Europe/Zurich", attachments=2, private=True,
        organizer=Guest("Ada", "ada@x.example", "accepted", False),
        guests=(Guest("b@x.example", "b@x.example", "needs-action", True),),
        rule=Rule("weekly", 2, ("MO",), date(2027, 1, 1), None),
        reminders=(timedelta(minutes=15), timedelta(days=1), timedelta(0)),
    )  # fmt: skip
    found = event("Talk", "2026-11-25T09:00", "2026-11-25T10:00", status="cancelled")
    source = Source("a/work", "Work", "#123456", "calendar", ())
    sheet = event_sheet(found, Item(details, "/p/x.ics"), source, "#123456", Plain())
    assert (sheet.title, sheet.source) == ("Talk", "Work")
    assert sheet.when == "Wednesday 25.11.2026, 09:00 – 10:00"
    assert sheet.notes == ("cancelled", "private")
    assert dict(sheet.rows) == {
        "Place": "Room",
        "Repeats": "every 2 weeks, until 01.01.2027",
        "Time zone": "Europe/Zurich",
        "Organised by": "Ada <ada@x.example>",
        "Guests": "b@x.example, optional: no answer yet",
        "Reminders": "15 minutes before\n1 day before\nat the beginning",
        "Attachments": "2 attachments, not downloaded",
        "Description": "<b>bold</b>\nline",
    }


WHEN = (
    (("2026-11-25T00:00", "2026-11-26T00:00", True), "Wednesday 25.11.2026"),
    (("2026-11-25T00:00", "2026-11-27T00:00", True), "Wednesday 25.11.2026 – Thursday 26.11.2026"),
    (("2026-11-25T09:00", "2026-11-25T09:00", False), "Wednesday 25.11.2026, 09:00"),
    (("2026-11-25T22:00", "2026-11-26T01:00", False),
     "Wednesday 25.11.2026, 22:00 – Thursday 26.11.2026, 01:00"),
)  # fmt: skip


@pytest.mark.parametrize(("times", "wanted"), WHEN)
def test_when(times, wanted) -> None:
    found = event("x", times[0], times[1], all_day=times[2])
    sheet = event_sheet(found, Item(Details(), ""), None, "", Plain())
    assert sheet.when == wanted


def test_the_sheet_of_a_task() -> None:
    sheet = task_sheet(task("Buy", None), Item(Details(), "/p/t.ics"), None, "", Plain())
    assert (sheet.title, sheet.when, sheet.source) == ("Buy", "no due date", "a/work")
