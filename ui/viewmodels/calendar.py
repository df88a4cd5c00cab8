"""The calendar: a month as weeks of days, an agenda, the tasks, and an event's details.

Dates and times are put into words by ``Speech``: the locale belongs to Qt, which view
models do not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from ksync.reading.diary import Found, FoundTask
from ksync.reading.events import Occurrence
from ksync.service.viewing import Source
from ui.words import plural, tr

WEEKS = 6
"""At most."""
_DAY = timedelta(days=1)
_SPOKEN = 20
PALETTE = ("#2f7fb5", "#b5562f", "#4b8b3b", "#8a4fb0", "#a07a10", "#b03f6d", "#2f8f8a", "#5f6fb8")
"""For calendars that the server gives no colour."""


class Speech(Protocol):
    """Dates and times in the person's locale (``ui.formats``)."""

    def day(self, value: date, *, long: bool = False) -> str:
        """A date."""

    def clock(self, value: datetime) -> str:
        """A time of day."""

    def day_of_year(self, value: date) -> str:
        """A date without its year."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A piece of an event: what of it is on one day.

    :param number: of the occurrence in the span.
    :param slot: the row inside the day, from the top.
    :param column, length: where it begins in this week, and over how many days it goes.
    :param begins, ends: whether the event itself does so on this day.
    :param bar: whole days, or several: drawn as a bar.
    """

    number: int
    title: str
    time: str
    colour: str
    slot: int
    column: int
    length: int
    begins: bool
    ends: bool
    bar: bool
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid.

    :param spoken: what a screen reader says.
    """

    day: date
    inside: bool
    today: bool
    chips: tuple[Chip, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the agenda: the heading of a day, or an event.

    :param number: of the occurrence; -1: it is a heading.
    """

    day: date
    number: int
    title: str
    time: str = ""
    place: str = ""
    calendar: str = ""
    colour: str = ""
    today: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task."""

    number: int
    title: str
    line: str
    overdue: bool
    done: bool
    colour: str


def first_of_grid(month: date, first_weekday: int) -> date:
    """The day in the upper left corner.

    :param first_weekday: 0 is Monday.
    """
    first = month.replace(day=1)
    return first - timedelta(days=(first.weekday() - first_weekday) % 7)


def moved(day: date, months: int) -> date:
    """The same day some months later, or the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = max(1, number // 12), number % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - _DAY).day
    return date(year, month, min(day.day, last))


def last_day(what: Occurrence) -> date:
    """The last day that something of it is on."""
    if what.end <= what.start:
        return what.start.date()
    return (what.end - timedelta(microseconds=1)).date()


def colours(sources: Sequence[Source]) -> Mapping[str, str]:
    """A colour for each calendar; one of ours where the server gives none."""
    return {
        each.id: each.colour or PALETTE[number % len(PALETTE)]
        for number, each in enumerate(sources)
    }


def grid(
    found: Sequence[Found],
    month: date,
    first_weekday: int,
    today: date,
    tints: Mapping[str, str],
    speech: Speech,
) -> tuple[Day, ...]:
    """The weeks of a month, days with their pieces of events."""
    begin = first_of_grid(month, first_weekday)
    weeks = ((moved(month.replace(day=1), 1) - begin).days + 6) // 7
    days: list[Day] = []
    for week in range(weeks):
        first = begin + timedelta(days=7 * week)
        chips = _week(found, first, tints, speech)
        for column in range(7):
            day = first + timedelta(days=column)
            here = tuple(sorted(chips[column], key=lambda chip: chip.slot))
            days.append(
                Day(day, day.month == month.month, day == today, here, _said(day, here, speech))
            )
    return tuple(days)


def _week(
    found: Sequence[Found], first: date, tints: Mapping[str, str], speech: Speech
) -> list[list[Chip]]:
    """The pieces of a week by column; an event has the same slot on all of its days."""
    rows = [_Rows() for _ in range(7)]
    chips: list[list[Chip]] = [[] for _ in range(7)]
    last = first + timedelta(days=6)
    here = [
        (number, each) for number, each in enumerate(found)
        if each.what.start.date() <= last and last_day(each.what) >= first
    ]  # fmt: skip
    here.sort(key=lambda pair: (not _is_bar(pair[1].what), pair[0]))
    for number, each in here:
        what = each.what
        begin, end = what.start.date(), last_day(what)
        columns = range(max(0, (begin - first).days), min(6, (end - first).days) + 1)
        slot = _free([rows[column] for column in columns])
        for column in columns:
            rows[column].take(slot)
            day = first + timedelta(days=column)
            chips[column].append(
                Chip(
                    number=number,
                    title=what.title or tr("(no title)"),
                    time="" if what.all_day else speech.clock(what.start),
                    colour=tints.get(each.place.collection, PALETTE[0]),
                    slot=slot,
                    column=columns[0],
                    length=len(columns),
                    begins=day == begin,
                    ends=day == end,
                    bar=_is_bar(what),
                    cancelled=what.status == "cancelled",
                )
            )
    return chips


class _Rows:
    """The rows of a day that are taken; the first free one is known, however many there are."""

    __slots__ = ("first", "taken")

    def __init__(self) -> None:
        self.first = 0
        self.taken: set[int] = set()

    def take(self, row: int) -> None:
        """It is taken now."""
        self.taken.add(row)
        while self.first in self.taken:
            self.taken.remove(self.first)
            self.first += 1

    def free(self, row: int) -> bool:
        """Whether it is free."""
        return row >= self.first and row not in self.taken


def _free(days: Sequence[_Rows]) -> int:
    """The first row that is free on all of these days."""
    row = max(day.first for day in days)
    while not all(day.free(row) for day in days):
        row += 1
    return row


def _is_bar(what: Occurrence) -> bool:
    return what.all_day or last_day(what) > what.start.date()


def _said(day: date, chips: Sequence[Chip], speech: Speech) -> str:
    parts = [speech.day(day, long=True), plural("{count} event(s)", len(chips))]
    parts += [f"{chip.time} {chip.title}".strip() for chip in chips[:_SPOKEN]]
    return ", ".join(parts)


def agenda(
    found: Sequence[Found],
    first: date,
    last: date,
    today: date,
    tints: Mapping[str, str],
    names: Mapping[str, str],
    speech: Speech,
) -> tuple[AgendaRow, ...]:
    """The days that have something, each with its events."""
    by_day: dict[date, list[int]] = {}
    for number, each in enumerate(found):
        day, end = max(first, each.what.start.date()), min(last, last_day(each.what))
        while day <= end:
            by_day.setdefault(day, []).append(number)
            day += _DAY
    rows: list[AgendaRow] = []
    for day in sorted(by_day):
        rows.append(AgendaRow(day, -1, speech.day(day, long=True), today=day == today))
        for number in sorted(by_day[day], key=lambda n: (not _whole(found[n].what, day), n)):
            each = found[number]
            rows.append(
                AgendaRow(
                    day=day,
                    number=number,
                    title=each.what.title or tr("(no title)"),
                    time=_time_on(each.what, day, speech),
                    place=each.what.place,
                    calendar=names.get(each.place.collection, ""),
                    colour=tints.get(each.place.collection, PALETTE[0]),
                    today=day == today,
                    cancelled=each.what.status == "cancelled",
                )
            )
    return tuple(rows)


def _whole(what: Occurrence, day: date) -> bool:
    return what.all_day or (what.start.date() < day < last_day(what))


def _time_on(what: Occurrence, day: date, speech: Speech) -> str:
    """When it is on that day; an event over several days begins, goes on, ends."""
    if _whole(what, day):
        return tr("all day")
    if what.start.date() < day:
        return tr("until {time}", time=speech.clock(what.end))
    if last_day(what) > day:
        return tr("from {time}", time=speech.clock(what.start))
    if what.end == what.start:
        return speech.clock(what.start)
    return f"{speech.clock(what.start)} – {speech.clock(what.end)}"


def tasks(
    found: Sequence[FoundTask],
    now: datetime,
    tints: Mapping[str, str],
    speech: Speech,
    *,
    done_too: bool = False,
) -> tuple[TaskRow, ...]:
    """The tasks: what is due first, then what is due never, then what is done."""
    rows = []
    for number, each in enumerate(found):
        task = each.what
        if task.done and not done_too:
            continue
        overdue = not task.done and task.due is not None and _over(task.due, now, task.due_all_day)
        row = TaskRow(
            number,
            task.title or tr("(no title)"),
            _task_line(each, speech, overdue=overdue),
            overdue,
            task.done,
            tints.get(each.place.collection, PALETTE[0]),
        )
        order = (task.done, task.due or datetime.max, task.priority or 10, row.title)
        rows.append((order, row))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _over(due: datetime, now: datetime, all_day: bool) -> bool:
    return (due + _DAY if all_day else due) <= now


def _task_line(each: FoundTask, speech: Speech, *, overdue: bool) -> str:
    task = each.what
    parts = []
    if task.done:
        parts.append(tr("done"))
    if task.due is not None:
        when = speech.day(task.due.date())
        if not task.due_all_day:
            when = f"{when} {speech.clock(task.due)}"
        text = tr("overdue since {when}", when=when) if overdue else tr("due {when}", when=when)
        parts.append(text)
    if 1 <= task.priority <= 4:  # RFC 5545 §3.8.1.9: 1 to 4 is high
        parts.append(tr("important"))
    if task.percent and not task.done:
        parts.append(tr("{percent} % done", percent=task.percent))
    if task.recurring:
        parts.append(tr("repeats"))
    return ", ".join(parts)
