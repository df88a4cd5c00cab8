"""A series as its occurrences: RRULE, RDATE, EXDATE, overrides (RFC 5545 §3.8.5).

recurring-ical-events does it, a year at a time. What it is given is bounded first: a rule
that makes an occurrence every second is legal, and would keep a reader busy for ever.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from ksync.reading.events import Occurrence, status_of
from ksync.reading.files import Unreadable
from ksync.reading.text import clean
from ksync.reading.times import local, midnight
from sync_engine.core.content.components import parse

MOST_STEPS = 250_000
"""Occurrences that a rule may pass, from its beginning to the end of the year."""

MOST_SHOWN = 5000
"""Occurrences of one series in one year."""

_DAY = timedelta(days=1)
_PER_DAY = {"SECONDLY": 86_400, "MINUTELY": 1440, "HOURLY": 24}
_SPREADS = (("BYHOUR", ("SECONDLY", "MINUTELY", "HOURLY")),
            ("BYMINUTE", ("SECONDLY", "MINUTELY")), ("BYSECOND", ("SECONDLY",)))  # fmt: skip


def expand(body: bytes, year: int) -> tuple[Occurrence, ...]:
    """What of a file happens in a year.

    :raises Unreadable: it cannot be told, or would be too much.
    """
    begin, end = midnight(date(year, 1, 1)), midnight(date(year, 12, 31)) + _DAY
    found = []
    for component in components(body, begin, end):
        each = occurrence(component)
        if overlaps(each, begin, end):
            found.append(each)
        if len(found) > MOST_SHOWN:
            raise Unreadable
    return tuple(found)


def overlaps(each: Occurrence, begin: datetime, end: datetime) -> bool:
    """Whether something of it is in that span; what takes no time counts where it is."""
    return each.start < end and (each.end > begin or each.start >= begin)


def components(body: bytes, begin: datetime, end: datetime) -> Iterator[Any]:
    """The occurrences as icalendar's events, about that span (a day more on both sides).

    :raises Unreadable: it cannot be told, or would be too much.
    """
    if _steps(body, end.date()) > MOST_STEPS:
        raise Unreadable
    from icalendar import Calendar  # noqa: PLC0415  dear to import, and rarely wanted
    from recurring_ical_events import of  # type: ignore[import-untyped]  # noqa: PLC0415  no stubs

    try:
        calendar = Calendar.from_ical(body.decode("utf-8-sig", "replace"))
        # asked without a zone: the series' own clock counts
        yield from of(calendar).between(begin - _DAY, end + _DAY)
    except Exception as error:
        # two libraries read what anybody may have written; whatever they raise
        raise Unreadable from error


def occurrence(component: Any) -> Occurrence:
    """An event of icalendar's as an occurrence.

    :raises Unreadable: it says no time.
    """
    try:
        start, end = component.start, component.end
        all_day = not isinstance(start, datetime)
        begin = _local(start)
        return Occurrence(
            start=begin,
            end=max(begin, _local(end)),
            all_day=all_day,
            # all occurrences of a series say the same: one text for all
            title=sys.intern(clean(str(component.get("SUMMARY", "")))),
            place=sys.intern(clean(str(component.get("LOCATION", "")))),
            status=status_of(str(component.get("STATUS", ""))),
            recurring=True,
        )
    except Exception as error:
        raise Unreadable from error


def _local(value: date) -> datetime:
    return local(value) if isinstance(value, datetime) else midnight(value)


def _steps(body: bytes, until: date) -> float:
    """How many occurrences the rules pass at most, from their beginning on."""
    most = 0.0
    for calendar in parse(body).components:
        for event in calendar.children:
            start = event.first("DTSTART")
            if event.name == "VEVENT" and start is not None:
                years = until.year - _year(start.value) + 1
                rules = [_of_rule(rule.value, 366.0 * max(years, 1)) for rule in event.all("RRULE")]
                most = max(most, *rules, 0.0)
    return most


def _year(value: bytes) -> int:
    digits = value.strip()[:4]
    return int(digits) if digits.isdigit() else 1


def _of_rule(rule: bytes, days: float) -> float:
    parts = dict(
        part.partition("=")[::2] for part in rule.decode("ascii", "replace").upper().split(";")
    )
    frequency = parts.get("FREQ", "").strip()
    interval = parts.get("INTERVAL", "1").strip()
    each = float(_PER_DAY.get(frequency, 1))
    if frequency in _PER_DAY and interval.isdigit():
        each /= max(int(interval), 1)
    for name, finer in _SPREADS:
        if name in parts and frequency not in finer:
            each *= parts[name].count(",") + 1
    count = parts.get("COUNT", "").strip()
    if count.isdigit() and not any(name.startswith("BY") for name in parts):
        return min(each * days, float(count))
    return each * days
