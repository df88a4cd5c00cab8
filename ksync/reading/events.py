"""A calendar file as what is shown of it: occurrences, tasks, and what has to be expanded.

Theory
------
Most events happen once: those are read by the engine's tokenizer, in a tenth of a
millisecond. What recurs, and what is in a zone that only the file describes, is a
*series*: of it only the span is read here, and ``ksync.reading.expansion`` does the rest
when somebody looks at that span.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from ksync.reading.files import Unreadable
from ksync.reading.text import line
from ksync.reading.times import Moment, UnknownZone, Unsure, after, local, moment, read_time
from sync_engine.core.content.components import Component, parse
from sync_engine.core.scope import last_end

_DAY = timedelta(days=1)
_RECURS = ("RRULE", "RDATE", "RECURRENCE-ID")
_CLOSED = frozenset({"COMPLETED", "CANCELLED"})


class Occurrence(Struct, frozen=True, gc=False):
    """Something that happens, in local time.

    :param end: exclusive; midnight after the last day where it is whole days.
    :param status: ``confirmed``, ``tentative`` or ``cancelled``.
    """

    start: datetime
    end: datetime
    all_day: bool
    title: str
    place: str = ""
    status: str = "confirmed"
    recurring: bool = False


class Task(Struct, frozen=True, gc=False):
    """Something to do, in local time.

    :param done: completed or cancelled.
    :param priority: 1 (highest) to 9, 0: none (RFC 5545 §3.8.1.9).
    """

    title: str
    due: datetime | None
    due_all_day: bool
    start: datetime | None
    done: bool
    priority: int
    percent: int
    recurring: bool


@dataclass(slots=True)
class Series:
    """What has to be expanded to be shown.

    :param begin, end: nothing of it is outside; ``None``: it has no end.
    :param years: what was expanded already.
    """

    begin: datetime
    end: datetime | None
    years: dict[int, tuple[Occurrence, ...]] = field(default_factory=dict)

    def meets(self, begin: datetime, end: datetime) -> bool:
        """Whether something of it may be in that span."""
        return self.begin < end and (self.end is None or self.end >= begin)


class Entry(Struct, frozen=True, gc=False):
    """What a file says."""

    occurrences: tuple[Occurrence, ...] = ()
    tasks: tuple[Task, ...] = ()
    series: Series | None = None


def read(body: bytes) -> Entry:
    """What a calendar file says.

    :raises Unreadable: it is damaged, or an event says no time.
    """
    stream = parse(body)
    calendars = [each for each in stream.components if each.name == "VCALENDAR"]
    if stream.broken or not calendars:
        raise Unreadable
    inside = [child for calendar in calendars for child in calendar.children]
    events = [child for child in inside if child.name == "VEVENT"]
    try:
        tasks = tuple(_task(child) for child in inside if child.name == "VTODO")
        if not events:
            return Entry(tasks=tasks)
        once = None if any(map(_recurs, events)) else _once(events)
        if once is not None:
            return Entry(once, tasks)
        return Entry(tasks=tasks, series=_series(events, last_end(body)))
    except (Unsure, OverflowError, ValueError) as error:
        raise Unreadable from error


def _recurs(component: Component) -> bool:
    return any(component.first(name) is not None for name in _RECURS)


def _once(events: list[Component]) -> tuple[Occurrence, ...] | None:
    """Events that happen once; ``None``: only the whole file knows when."""
    try:
        return tuple(_occurrence(event) for event in events)
    except UnknownZone:
        return None


def _occurrence(event: Component) -> Occurrence:
    start = _moment(event, "DTSTART")
    if start is None:
        raise Unsure
    begin, end = start.local, _end(event, start)
    return Occurrence(
        start=begin,
        end=max(begin, end),
        all_day=start.all_day,
        title=line(event, "SUMMARY"),
        place=line(event, "LOCATION"),
        status=status_of(line(event, "STATUS")),
    )


def _end(event: Component, start: Moment) -> datetime:
    """RFC 5545 §3.6.1: DTEND, or DURATION, or the day, or no time at all."""
    end = _moment(event, "DTEND")
    if end is not None:
        # a wrong mixture is known: a date that ends at a time
        if start.all_day and end.local <= start.local:
            return start.local + _DAY
        return end.local
    lasts = event.first("DURATION")
    if lasts is not None:
        return local(after(start, lasts.value))
    return start.local + _DAY if start.all_day else start.local


def status_of(text: str) -> str:
    """STATUS of an event (RFC 5545 §3.8.1.11)."""
    return text.lower() if text.upper() in ("TENTATIVE", "CANCELLED") else "confirmed"


def _series(events: list[Component], end: float | None) -> Series:
    begins = []
    for event in events:
        for name in ("DTSTART", "RECURRENCE-ID"):
            begins += [read_time(found.value).digits for found in event.all(name)]
        for found in event.all("RDATE"):
            begins += [
                read_time(value.partition(b"/")[0]).digits for value in found.value.split(b",")
            ]
    if not begins:
        raise Unsure
    last = None if end is None else local(datetime.fromtimestamp(end, UTC)) + _DAY
    return Series(min(begins).replace(tzinfo=None) - _DAY, last)


def _task(task: Component) -> Task:
    due, start = _near(task, "DUE"), _near(task, "DTSTART")
    state = line(task, "STATUS").upper()
    done = state in _CLOSED or (not state and task.first("COMPLETED") is not None)
    return Task(
        title=line(task, "SUMMARY"),
        due=due.local if due else None,
        due_all_day=bool(due and due.all_day),
        start=start.local if start else None,
        done=done,
        priority=_number(line(task, "PRIORITY"), 9),
        percent=_number(line(task, "PERCENT-COMPLETE"), 100),
        recurring=_recurs(task),
    )


def _near(task: Component, name: str) -> Moment | None:
    """A time of a task; of a zone that only the file knows, the time as it stands."""
    try:
        return _moment(task, name)
    except UnknownZone:
        found = task.first(name)
        assert found is not None
        return Moment(read_time(found.value).digits.replace(tzinfo=None), all_day=False)


def _moment(component: Component, name: str) -> Moment | None:
    found = component.first(name)
    return moment(found) if found is not None else None


def _number(text: str, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() else 0
