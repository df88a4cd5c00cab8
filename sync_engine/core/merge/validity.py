"""What a merge must not make: texts that say something that cannot be.

Each rule holds between properties that came from two sides. What was wrong before the
merge on either side is not its doing, and no reason to refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sync_engine.core.content.components import Component, Stream
from sync_engine.core.content.facts import MAIN_COMPONENTS, ObjectKind, problems
from sync_engine.core.content.lines import ContentLine

ONCE = frozenset(
    {
        "UID",
        "DTSTART",
        "DTEND",
        "DUE",
        "DURATION",
        "RRULE",
        "SUMMARY",
        "LOCATION",
        "STATUS",
        "TRANSP",
        "CLASS",
        "SEQUENCE",
        "ORGANIZER",
        "RECURRENCE-ID",
        "COMPLETED",
        "PERCENT-COMPLETE",
        "CREATED",
        "LAST-MODIFIED",
        "DTSTAMP",
        "PRIORITY",
        "GEO",
        "URL",
        "TZID",
        "VERSION",
        "PRODID",
        "N",
        "BDAY",
        "ANNIVERSARY",
        "GENDER",
        "REV",
        "KIND",
    }
)
"""These stand at most once (RFC 5545 §3.6.1 to §3.6.3, RFC 6350 §6)."""


def faults(stream: Stream, body: bytes) -> frozenset[str]:
    """What is wrong with a text."""
    found: set[str] = set()
    for component in stream.components:
        if component.name in ObjectKind.__members__:
            found.update(problems(body, ObjectKind(component.name)))
        found.update(_of(component))
    return frozenset(found)


def _of(component: Component) -> Iterator[str]:
    for rule in RULES:
        if rule(component):
            yield f"{component.name} {rule.__name__}"
    for child in component.children:
        yield from _of(child)


def end_and_duration(component: Component) -> bool:
    """RFC 5545 §3.6.1, §3.6.2: DTEND (DUE) or DURATION, not both."""
    ends = component.first("DTEND") or component.first("DUE")
    return component.name in MAIN_COMPONENTS and bool(ends and component.first("DURATION"))


def ends_before_it_starts(component: Component) -> bool:
    """RFC 5545 §3.8.2.2, §3.8.2.3: DTEND and DUE are later than DTSTART."""
    start = component.first("DTSTART")
    end = component.first("DTEND") or component.first("DUE")
    if start is None or end is None or component.name not in MAIN_COMPONENTS:
        return False
    if start.param("TZID") != end.param("TZID"):
        return False
    one, other = start.value.strip(), end.value.strip()
    return len(one) == len(other) and other <= one


def dates_and_times(component: Component) -> bool:
    """RFC 5545 §3.8.2.2, §3.3.10: DTEND, DUE and UNTIL are of the type of DTSTART."""
    start = component.first("DTSTART")
    if start is None or component.name not in MAIN_COMPONENTS:
        return False
    others = [line for name in ("DTEND", "DUE") for line in component.all(name)]
    return any(_is_date(line) != _is_date(start) for line in others)


def twice(component: Component) -> bool:
    """A property that may stand only once."""
    names = [line.name for line in component.properties if line.name in ONCE]
    if component.name == "VCARD":
        names = [name for name in names if name not in ("URL", "GEO")]
    return len(names) != len(set(names))


def nameless(component: Component) -> bool:
    """RFC 6350 §6.2.1, RFC 2426 §3.1.1: a card has FN."""
    return component.name == "VCARD" and component.first("FN") is None


def _is_date(line: ContentLine) -> bool:
    return b"T" not in line.value.upper()


RULES: tuple[Callable[[Component], bool], ...] = (
    end_and_duration,
    ends_before_it_starts,
    dates_and_times,
    twice,
    nameless,
)
"""Each tells whether a component breaks it."""
