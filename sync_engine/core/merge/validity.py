"""What a merge must not make: texts that say something that cannot be.

Each rule holds between properties that came from two sides. What was wrong before the
merge on either side is not its doing, and no reason to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sync_engine.core.content.components import Component, Stream
from sync_engine.core.content.facts import MAIN_COMPONENTS, ObjectKind, fits_xml, is_utf8

_UNTIL = re.compile(rb"(?:^|;)UNTIL=([^;]*+)", re.IGNORECASE)

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


class Outline(NamedTuple):
    """What a resource is about, from its tree (``facts`` scans for the like).

    :param components: distinct names of the main components; ``uids``: their UIDs.
    :param nameless: whether one of them has no UID.
    """

    kind: str
    version: bytes
    components: frozenset[str]
    uids: frozenset[bytes]
    nameless: bool

    @property
    def sound(self) -> bool:
        """Whether it is one of the two objects, with something inside."""
        return self.kind == ObjectKind.VCARD or (
            self.kind == ObjectKind.VCALENDAR and bool(self.components)
        )


def outline(resource: Component) -> Outline:
    """The outline of the one object of a text."""
    main = [resource]
    if resource.name != ObjectKind.VCARD:
        main = [child for child in resource.children if child.name in MAIN_COMPONENTS]
    uids = {component.identity.uid for component in main}
    line = resource.first("VERSION")
    return Outline(
        resource.name,
        line.value.strip() if line is not None else b"",
        frozenset(component.name for component in main),
        frozenset(uids - {b""}),
        b"" in uids,
    )


class Judged:
    """The texts before a merge, and what is wrong with them.

    :param texts: trees with their octets.
    """

    def __init__(self, texts: list[tuple[Stream, bytes]]) -> None:
        self._texts = texts
        # what was there before, and is as it was, need not be looked at again
        self._seen = {id(child) for stream, _ in texts for child in _children(stream)}

    def worse(self, stream: Stream, body: bytes) -> bool:
        """Whether something is wrong with a text that was not wrong with any before."""
        if any(body == before for _, before in self._texts):
            return False
        found = set(_faults(stream, body, self._seen))
        return bool(found) and not found.issubset(
            fault for before, octets in self._texts for fault in _faults(before, octets, set())
        )


def _children(stream: Stream) -> Iterator[Component]:
    for component in stream.components:
        yield from component.children


def _faults(stream: Stream, body: bytes, seen: set[int]) -> Iterator[str]:
    if stream.broken or len(stream.components) != 1:
        yield "broken"
    for component in stream.components:
        found = outline(component)
        checks = (
            ("unsound", not found.sound),
            ("mixed components", len(found.components) > 1),
            ("several UIDs", len(found.uids) > 1),
            ("no UID", found.nameless),
        )
        yield from (fault for fault, wrong in checks if wrong)
        yield from _of(component, seen)
    if not fits_xml(body):
        yield "control characters"
    if not is_utf8(body):
        yield "not UTF-8"


def _of(component: Component, seen: set[int]) -> Iterator[str]:
    for rule in RULES:
        if rule(component):
            yield f"{component.name} {rule.__name__}"
    for child in component.children:
        if id(child) not in seen:
            yield from _of(child, seen)


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
    """RFC 5545 §3.8.2.2, §3.8.2.3, §3.8.5.1: these are of the type of DTSTART."""
    start = component.first("DTSTART")
    if start is None or component.name not in MAIN_COMPONENTS:
        return False
    others = [line.value for name in ("DTEND", "DUE") for line in component.all(name)]
    others += [value for line in component.all("EXDATE") for value in line.value.split(b",")]
    return any(_is_date(value) != _is_date(start.value) for value in others)


def until_of_another_type(component: Component) -> bool:
    """RFC 5545 §3.3.10: UNTIL is a date, a local time or in UTC, as DTSTART is."""
    start, rule = component.first("DTSTART"), component.first("RRULE")
    until = _UNTIL.search(rule.value) if rule is not None else None
    if start is None or until is None:
        return False
    if _is_date(start.value) or _is_date(until[1]):
        return _is_date(start.value) != _is_date(until[1])
    # "if DTSTART is specified with UTC or with a time zone reference, UNTIL is in UTC"
    absolute = _is_utc(start.value) or bool(start.param("TZID"))
    return absolute != _is_utc(until[1])


def overrides_of_another_type(component: Component) -> bool:
    """RFC 5545 §3.8.4.4: RECURRENCE-ID is of the type of the DTSTART that it counts from."""
    masters = {
        child.identity[:2]: start.value
        for child in component.children
        if child.name in MAIN_COMPONENTS
        and not child.identity.recurrence_id
        and (start := child.first("DTSTART")) is not None
    }
    return any(
        _is_date(child.identity.recurrence_id.rpartition(b":")[2])
        != _is_date(masters[child.identity[:2]])
        for child in component.children
        if child.identity.recurrence_id and child.identity[:2] in masters
    )


def twice(component: Component) -> bool:
    """A property that may stand only once."""
    names = [line.name for line in component.properties if line.name in ONCE]
    if component.name == "VCARD":
        names = [name for name in names if name not in ("URL", "GEO")]
    return len(names) != len(set(names))


def nameless(component: Component) -> bool:
    """RFC 6350 §6.2.1, RFC 2426 §3.1.1: a card has FN."""
    return component.name == "VCARD" and component.first("FN") is None


def _is_date(value: bytes) -> bool:
    return b"T" not in value.upper()


def _is_utc(value: bytes) -> bool:
    return value.strip().upper().endswith(b"Z")


RULES: tuple[Callable[[Component], bool], ...] = (
    end_and_duration,
    ends_before_it_starts,
    dates_and_times,
    until_of_another_type,
    overrides_of_another_type,
    twice,
    nameless,
)
"""Each tells whether a component breaks it."""
