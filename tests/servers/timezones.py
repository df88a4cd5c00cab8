"""VTIMEZONE components of the sample data (RFC 5545 §3.6.5), as content lines."""

from __future__ import annotations


def _zone(name: str, *rules: tuple[str, str, str, str, str, str]) -> list[str]:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for kind, start, rule, before, after, short in rules:
        lines += [
            f"BEGIN:{kind}",
            f"DTSTART:{start}",
            f"RRULE:{rule}",
            f"TZOFFSETFROM:{before}",
            f"TZOFFSETTO:{after}",
            f"TZNAME:{short}",
            f"END:{kind}",
        ]
    return [*lines, "END:VTIMEZONE"]


ZURICH = _zone(
    "Europe/Zurich",
    (
        *("DAYLIGHT", "19810329T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
        *("+0100", "+0200", "CEST"),
    ),
    (
        *("STANDARD", "19961027T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        *("+0200", "+0100", "CET"),
    ),
)

NEW_YORK = _zone(
    "America/New_York",
    (
        *("DAYLIGHT", "20070311T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
        *("-0500", "-0400", "EDT"),
    ),
    (
        *("STANDARD", "20071104T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
        *("-0400", "-0500", "EST"),
    ),
)
