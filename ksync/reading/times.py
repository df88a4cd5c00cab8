"""RFC 5545's times as they are shown: local, without a zone.

* A time in UTC or with a TZID is an instant; it is shown in this computer's zone, with
  the offset of that day (RFC 5545 §3.3.5, forms 2 and 3).
* A floating time is shown as it stands, wherever this computer is (form 1).
* A DATE is that day everywhere (§3.3.4).
* The days of a duration are days of the clock, its hours are hours (§3.3.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from sync_engine.core.content.lines import ContentLine
from sync_engine.core.scope.times import Unsure
from sync_engine.core.scope.times import duration as read_duration
from sync_engine.core.scope.times import time as read_time


class UnknownZone(Exception):
    """A TZID that is no name of the time zone database: the file describes it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as it was read.

    :param value: with a zone, or floating; midnight where it is a date.
    """

    value: datetime
    all_day: bool

    @property
    def local(self) -> datetime:
        """In this computer's zone, without saying so."""
        return local(self.value)


def local(value: datetime) -> datetime:
    """An instant in this computer's zone; a floating time as it stands."""
    return value if value.tzinfo is None else value.astimezone().replace(tzinfo=None)


def moment(line: ContentLine) -> Moment:
    """A DTSTART, DTEND, DUE or COMPLETED.

    :raises Unsure: it is none. :raises UnknownZone: see there.
    """
    found = read_time(line.value)
    digits = found.digits.replace(tzinfo=None)
    if found.date_only:
        return Moment(digits, all_day=True)
    if found.exact:
        return Moment(digits.replace(tzinfo=UTC), all_day=False)
    names = line.param("TZID")
    if not names:
        return Moment(digits, all_day=False)
    return Moment(digits.replace(tzinfo=_zone(names[0].decode("utf-8", "replace"))), all_day=False)


def after(start: Moment, length: bytes) -> datetime:
    """Where a DURATION that begins there ends.

    :raises Unsure: it is none.
    """
    date_part, has_time, time_part = length.strip().upper().partition(b"T")
    days, hours = timedelta(), timedelta()
    if date_part not in (b"P", b"+P"):
        days = read_duration(date_part)
    if has_time:
        hours = read_duration(b"PT" + time_part)
    # Python adds to what the clock shows; hours are counted as they pass
    on_the_day = start.value + days
    if start.value.tzinfo is None:
        return on_the_day + hours
    return (on_the_day.astimezone(UTC) + hours).astimezone(start.value.tzinfo)


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        # ZoneInfoNotFoundError is a KeyError; names with "..", NUL and such are ValueErrors
        raise UnknownZone(name) from error


def midnight(day: date) -> datetime:
    """The beginning of a day."""
    return datetime(day.year, day.month, day.day)


__all__ = ["Moment", "UnknownZone", "Unsure", "after", "local", "midnight", "moment", "read_time"]
