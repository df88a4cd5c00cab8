"""When the last occurrence of an event or a task ended, by its text: never too early.

Theory
------
The end is a bound that may be late, by a day where times are local, and is ``None``
where the text does not bound it: whoever asks keeps what has no end. It depends on
nothing but the text, so it may be remembered by the text's hash.

Rules
-----
* Of a recurring event all of RRULE, RDATE and the overrides count; EXDATE and EXRULE
  only take away, and are not looked at.
* A task counts when it is closed (STATUS COMPLETED or CANCELLED, or no STATUS and a
  COMPLETED time), in all its components; its end is the latest of its times. An open
  task has no end (RFC 5545 §3.6.2).
* Everything else, and every text whose structure cannot be relied on, has no end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.facts import MAIN_COMPONENTS
from sync_engine.core.content.lines import ContentLine
from sync_engine.core.scope.recurrence import last_start
from sync_engine.core.scope.times import ZONES, Time, Unsure, duration, seconds, time

_CLOSED = frozenset({b"COMPLETED", b"CANCELLED"})
_NOTHING = timedelta()


def last_end(body: bytes) -> float | None:
    """Seconds since the epoch after which nothing of it happens; ``None``: not known."""
    try:
        return max(map(seconds, _ends(_components(body))))
    except (Unsure, OverflowError):
        return None


def _components(body: bytes) -> list[Component]:
    """The main components, all of one kind that has an end."""
    stream = parse(body)
    if stream.broken or len(stream.components) != 1 or stream.components[0].name != "VCALENDAR":
        raise Unsure
    found = [child for child in stream.components[0].children if child.name in MAIN_COMPONENTS]
    names = {component.name for component in found}
    if names not in ({"VEVENT"}, {"VTODO"}):
        raise Unsure
    # RFC 5545 §3.8.5.3: SHOULD NOT be more than one; an override has none
    if sum(len(component.all("RRULE")) for component in found) > 1:
        raise Unsure
    return found


def _ends(components: list[Component]) -> Iterator[datetime]:
    for component in components:
        # RFC 5545 §3.2.13: THISANDFUTURE moves all that follow
        recurrence = component.first("RECURRENCE-ID")
        if recurrence is not None and recurrence.param("RANGE"):
            raise Unsure
        yield from _event(component) if component.name == "VEVENT" else _task(component)


def _event(event: Component) -> Iterator[datetime]:
    start = _time_of(event, "DTSTART")
    if start is None:
        raise Unsure
    yield from _occurrences(event, start, _length(event, start, "DTEND"))


def _task(task: Component) -> Iterator[datetime]:
    status = task.first("STATUS")
    completed = _time_of(task, "COMPLETED")
    if status is not None and status.value.strip().upper() not in _CLOSED:
        raise Unsure
    if status is None and completed is None:
        raise Unsure
    start, due = _time_of(task, "DTSTART"), _time_of(task, "DUE")
    yield from (moment.latest for moment in (completed, due) if moment is not None)
    if start is not None:
        yield from _occurrences(task, start, _length(task, start, "DUE"))
    elif task.all("RRULE") or task.all("RDATE") or (completed is None and due is None):
        raise Unsure


def _occurrences(component: Component, start: Time, length: timedelta) -> Iterator[datetime]:
    """The ends of the first occurrence and of the last that RRULE and RDATE give."""
    yield start.latest + length
    for rule in component.all("RRULE"):
        yield last_start(rule.value, start) + length
    for line in component.all("RDATE"):
        for value in line.value.split(b","):
            begin, slash, end = value.partition(b"/")
            if not slash:
                yield time(begin).latest + length
            elif end.strip().upper().startswith(b"P"):
                yield time(begin).latest + duration(end)
            else:
                yield time(end).latest


def _length(component: Component, start: Time, name: str) -> timedelta:
    """How long an occurrence lasts (RFC 5545 §3.6.1), late rather than early."""
    end, lasts = _line(component, name), _line(component, "DURATION")
    if end is None:
        if lasts is not None:
            return duration(lasts.value)
        # a DATE without an end is that day
        return timedelta(days=1) if start.date_only else _NOTHING
    if lasts is not None:
        raise Unsure
    there, begin = time(end.value), _line(component, "DTSTART")
    assert begin is not None
    same_zone = there.exact == start.exact and end.param("TZID") == begin.param("TZID")
    length = there.digits - start.digits + (_NOTHING if same_zone else ZONES)
    return max(length, _NOTHING)


def _time_of(component: Component, name: str) -> Time | None:
    line = _line(component, name)
    return time(line.value) if line is not None else None


def _line(component: Component, name: str) -> ContentLine | None:
    """The one line of that name, if there is one."""
    lines = component.all(name)
    if len(lines) > 1:
        raise Unsure
    return lines[0] if lines else None


__all__ = ["last_end"]
