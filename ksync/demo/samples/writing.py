"""Content lines for the samples: folding, time zones, days around today.

* Lines end in CRLF and are folded at 75 octets (RFC 5545 §3.1, RFC 6350 §3.2).
* A time with a TZID has its VTIMEZONE in the same object (RFC 5545 §3.2.19).
* DTEND of a whole day is the day after the last one (RFC 5545 §3.6.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODID = "-//kSync//Demo//EN"

ZURICH = "Europe/Zurich"
NEW_YORK = "America/New_York"

# The rules in force since 1981/1996 in Switzerland and since 2007 in the United States:
# (component, DTSTART, RRULE, TZOFFSETFROM, TZOFFSETTO, TZNAME).
_OBSERVANCES = {
    ZURICH: (
        ("DAYLIGHT", "19810329T020000", "BYMONTH=3;BYDAY=-1SU", "+0100", "+0200", "CEST"),
        ("STANDARD", "19961027T030000", "BYMONTH=10;BYDAY=-1SU", "+0200", "+0100", "CET"),
    ),
    NEW_YORK: (
        ("DAYLIGHT", "20070311T020000", "BYMONTH=3;BYDAY=2SU", "-0500", "-0400", "EDT"),
        ("STANDARD", "20071104T020000", "BYMONTH=11;BYDAY=1SU", "-0400", "-0500", "EST"),
    ),
}

_LINE_OCTETS = 75


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes content lines and objects around a day.

    :param now: aware, for DTSTAMP.
    """

    today: date
    now: datetime

    def day(self, days: int) -> date:
        """So many days from today."""
        return self.today + timedelta(days=days)

    def weekday(self, number: int, weeks: int = 1) -> date:
        """A day of a week around this one.

        :param number: 0 Monday to 6 Sunday.
        :param weeks: 0: this week, 1: the next one, negative: before.
        """
        return self.today + timedelta(days=number - self.today.weekday(), weeks=weeks)

    @property
    def stamp(self) -> str:
        """Now in UTC."""
        return self.now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

    def calendar(self, *components: list[str]) -> bytes:
        """An iCalendar object with the time zones that its lines name."""
        inner = [line for component in components for line in component]
        zones = [
            line
            for name in _OBSERVANCES
            if any(f"TZID={name}:" in content for content in inner)
            for line in _timezone(name)
        ]
        head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}"]
        return text([*head, *zones, *inner, "END:VCALENDAR"])


def timed(name: str, day: date, clock: str, zone: str = ZURICH) -> str:
    """A date-time property in a time zone.

    :param clock: ``HH:MM``.
    """
    return f"{name};TZID={zone}:{day:%Y%m%d}T{clock.replace(':', '')}00"


def whole_day(name: str, day: date) -> str:
    """A date property."""
    return f"{name};VALUE=DATE:{day:%Y%m%d}"


def escaped(value: str) -> str:
    """A text value (RFC 5545 §3.3.11, RFC 6350 §3.4)."""
    for char in ("\\", ";", ","):
        value = value.replace(char, "\\" + char)
    return value.replace("\n", "\\n")


def text(lines: Iterable[str]) -> bytes:
    """Lines as they go over the wire: folded, each with CRLF."""
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _folded(line: str) -> bytes:
    # Between characters, never inside the octets of one.
    rows = [b""]
    for char in line:
        octets = char.encode()
        if len(rows[-1]) + len(octets) > _LINE_OCTETS:
            rows.append(b" ")
        rows[-1] += octets
    return b"\r\n".join(rows)


def _timezone(name: str) -> list[str]:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for component, start, rule, before, after, short in _OBSERVANCES[name]:
        lines += [
            f"BEGIN:{component}",
            f"DTSTART:{start}",
            f"RRULE:FREQ=YEARLY;{rule}",
            f"TZOFFSETFROM:{before}",
            f"TZOFFSETTO:{after}",
            f"TZNAME:{short}",
            f"END:{component}",
        ]
    return [*lines, "END:VTIMEZONE"]
