"""Times and durations as far as the past limit needs them: an upper bound in UTC.

A time in UTC is exact. Any other one (floating, a date, with a TZID) is some time within
a day of the same digits in UTC: no zone is further away (RFC 5545 §3.3.14: less than 24
hours). So no time zone data is needed, the computer's own zone plays no part, and the
bound errs to the late side only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

ZONES = timedelta(days=1)
"""How far a local time may be from the same digits in UTC."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(rb"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?")
_DURATION = re.compile(
    rb"\+?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?"
)


class Unsure(Exception):
    """The text does not say clearly when it ends."""


@dataclass(frozen=True, slots=True)
class Time:
    """A DATE or DATE-TIME (RFC 5545 §3.3.4, §3.3.5).

    :param digits: as if they were UTC.
    :param exact: whether they are.
    """

    digits: datetime
    exact: bool
    date_only: bool

    @property
    def latest(self) -> datetime:
        """The latest instant that it may be."""
        return self.digits if self.exact else self.digits + ZONES


def time(value: bytes) -> Time:
    """Read a value.

    :raises Unsure: it is none, or no day of the calendar.
    """
    match = _TIME.fullmatch(value.strip())
    if match is None:
        raise Unsure
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        # RFC 5545 §3.3.12: 60 is a leap second
        digits = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError as error:
        raise Unsure from error
    return Time(digits, match[7] is not None, match[4] is None)


def duration(value: bytes) -> timedelta:
    """Read a DURATION (RFC 5545 §3.3.6) that is not negative.

    :raises Unsure: it is none.
    """
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()):
        raise Unsure
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def seconds(instant: datetime) -> float:
    """Seconds since the epoch."""
    return (instant - _EPOCH).total_seconds()


__all__ = ["ZONES", "Time", "Unsure", "duration", "seconds", "time"]
