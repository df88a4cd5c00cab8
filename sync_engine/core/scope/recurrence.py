"""The latest start that a recurrence rule can give (RFC 5545 §3.3.10), never too early.

A rule with UNTIL ends there. One with COUNT is walked day by day, with the filters that
people's rules consist of; each day that matches is one occurrence at least. A rule
without an end, with a part that is not among these, or that does not come to its end
within a hundred years, has no bound here. The work is bounded whatever the rule says.
"""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sync_engine.core.scope.times import Time, Unsure, time

MOST_DAYS = 36_600
_DAY = timedelta(days=1)
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNITS = {
    "SECONDLY": timedelta(seconds=1),
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
}
_FREQUENCIES = frozenset({*_UNITS, "DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_TIMES_OF_DAY = {"BYHOUR": 24, "BYMINUTE": 60, "BYSECOND": 60}
_LIMITS = frozenset({"FREQ", "INTERVAL", "COUNT", "WKST"})
_FILTERS = frozenset({"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", *_TIMES_OF_DAY})


def last_start(rule: bytes, start: Time) -> datetime:
    """A bound for the start of the rule's last occurrence, as an instant.

    :param start: DTSTART.
    :raises Unsure: there is none, or it cannot be told.
    :raises OverflowError: it is after the year 9999.
    """
    parts = _parts(rule)
    if "UNTIL" in parts:
        until = time(parts["UNTIL"].encode())
        return until.latest + (_DAY if until.date_only else timedelta())
    if "COUNT" not in parts or not set(parts) <= _LIMITS | _FILTERS:
        raise Unsure
    last = _counted(parts, start)
    return Time(last, start.exact, start.date_only).latest


def _parts(rule: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in rule.decode("ascii", "replace").strip().rstrip(";").upper().split(";"):
        name, equals, value = part.partition("=")
        if not equals or name in found:
            raise Unsure
        found[name] = value
    if found.get("FREQ") not in _FREQUENCIES:
        raise Unsure
    return found


def _counted(parts: Mapping[str, str], start: Time) -> datetime:
    """The last of COUNT occurrences."""
    count = _number(parts["COUNT"])
    interval = _number(parts.get("INTERVAL", "1"))
    unit = _UNITS.get(parts["FREQ"])
    if unit is not None:
        if set(parts) & _FILTERS:
            raise Unsure
        return start.digits + (count - 1) * interval * unit
    spread = bool(set(parts) & set(_TIMES_OF_DAY))
    day = _walk(_Filter.of(parts, start.digits.date()), count, interval, whole_days=not spread)
    if spread:
        # at some time of that day
        return start.digits.replace(hour=0, minute=0, second=0) + (day - start.digits.date() + _DAY)
    return start.digits + (day - start.digits.date())


def _walk(matching: _Filter, count: int, interval: int, *, whole_days: bool) -> date:
    """The day of the last of ``count`` occurrences.

    :param whole_days: the first day counts; else its times may be before DTSTART.
    """
    first = matching.first
    end = min(first.toordinal() + MOST_DAYS, date.max.toordinal())
    days = map(date.fromordinal, range(first.toordinal(), end))
    for number, period in itertools.groupby(days, matching.period):
        if number % interval:
            continue
        found = [day for day in period if matching(day) and (whole_days or day != first)]
        if matching.positions:
            # of the first period, the days before DTSTART were not looked at
            hits = matching.chosen(len(found)) if number else 0
            count -= hits
        else:
            if count <= len(found):
                return found[count - 1]
            count -= len(found)
        if count <= 0:
            return found[-1]
    raise Unsure


@dataclass(frozen=True, slots=True)
class _Filter:
    """Which days a rule means.

    :param days: (ordinal or 0, weekday) of BYDAY.
    :param of_year: whether the ordinals of BYDAY count in the year, not in the month.
    """

    first: date
    period: Callable[[date], int]
    months: frozenset[int]
    month_days: frozenset[int]
    days: frozenset[tuple[int, int]]
    of_year: bool
    positions: frozenset[int]

    @classmethod
    def of(cls, parts: Mapping[str, str], first: date) -> _Filter:
        """From the parts of a rule, with what RFC 5545 takes from DTSTART filled in."""
        frequency = parts["FREQ"]
        months = _numbers(parts, "BYMONTH", 1, 12)
        month_days = _numbers(parts, "BYMONTHDAY", -31, 31)
        days = _weekdays(parts.get("BYDAY"))
        positions = _numbers(parts, "BYSETPOS", -366, 366)
        spread = [
            _numbers(parts, name, 0, most - 1)
            for name, most in _TIMES_OF_DAY.items()
            if name in parts
        ]
        if positions and spread:
            raise Unsure
        ordinals = {bool(ordinal) for ordinal, _ in days}
        if True in ordinals and (frequency in ("DAILY", "WEEKLY") or len(ordinals) > 1):
            # every Monday and the second one: readers disagree what that is
            raise Unsure
        if month_days and frequency == "WEEKLY":
            raise Unsure
        if not (days or month_days):
            if frequency == "WEEKLY":
                days = frozenset({(0, first.weekday())})
            elif frequency in ("MONTHLY", "YEARLY"):
                month_days = frozenset({first.day})
                if frequency == "YEARLY" and not months:
                    months = frozenset({first.month})
        by_year = frequency == "YEARLY" and "BYMONTH" not in parts
        period = _periods(frequency, first, _WEEKDAYS.get(parts.get("WKST", "MO")))
        return cls(first, period, months, month_days, days, by_year, positions)

    def __call__(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        length = calendar.monthrange(day.year, day.month)[1]
        if self.month_days and not self.month_days & {day.day, day.day - length - 1}:
            return False
        if not self.days:
            return True
        place = day.day
        if self.of_year:
            place = day.timetuple().tm_yday
            length = 366 if calendar.isleap(day.year) else 365
        ordinals = {0, (place - 1) // 7 + 1, -((length - place) // 7 + 1)}
        weekday = day.weekday()
        return any((ordinal, weekday) in self.days for ordinal in ordinals)

    def chosen(self, size: int) -> int:
        """How many of that many days BYSETPOS takes."""
        places = {position if position > 0 else size + position + 1 for position in self.positions}
        return sum(1 <= place <= size for place in places)


def _periods(frequency: str, first: date, week_start: int | None) -> Callable[[date], int]:
    """The number of a day's period, counted from the first day's."""
    if week_start is None:
        raise Unsure

    def number(day: date) -> int:
        if frequency == "DAILY":
            return day.toordinal()
        if frequency == "WEEKLY":
            return (day.toordinal() - 1 - week_start) // 7
        return day.year * 12 + day.month if frequency == "MONTHLY" else day.year

    begin = number(first)
    return lambda day: number(day) - begin


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) == 0:
        raise Unsure
    return int(text)


def _numbers(parts: Mapping[str, str], name: str, low: int, high: int) -> frozenset[int]:
    """The values of a part; none if it is not there."""
    if name not in parts:
        return frozenset()
    texts = parts[name].split(",")
    if not all(re.fullmatch(r"[+-]?[0-9]{1,3}", text) for text in texts):
        raise Unsure
    values = frozenset(map(int, texts))
    if not all(low <= value <= high for value in values) or (low != 0 and 0 in values):
        raise Unsure
    return values


def _weekdays(text: str | None) -> frozenset[tuple[int, int]]:
    if text is None:
        return frozenset()
    matches = [_BYDAY.fullmatch(part) for part in text.split(",")]
    found = frozenset((int(m[1] or 0), _WEEKDAYS[m[2]]) for m in matches if m)
    if not all(matches) or any(m and m[1] and int(m[1]) == 0 for m in matches):
        raise Unsure
    return found
