"""Calendar objects at the boundary: libical's rewritings, avoided or undone.

Measured with evolution-data-server 3.46 (libical 3.0); each row of it has a test:

===========================  =======================================================
given                        stored
===========================  =======================================================
an unknown property          ``X-LIC-ERROR`` in its place
an empty property            ``X-LIC-ERROR`` in its place
VLOCATION, PARTICIPANT …     nothing (components inside a component, but VALARM)
EXDATE:a,b  CATEGORIES:a,b   a line for each value, commas in a value no longer escaped
TZID of no known zone        UTC, or local time: AddTimezone has to come first
RRULE                        ``X-EVOLUTION-ENDDATE`` as a parameter, parts in order
VALARM                       ``X-EVOLUTION-ALARM-UID`` added
no CREATED, DTSTAMP          added; LAST-MODIFIED set anew by every change
ATTACH of a program          ``file:`` into the store's own folder
REQUEST-STATUS               a full stop at its end
an escape of no meaning      its letter is lost, at the second reading
===========================  =======================================================
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine, split_lines
from sync_engine.replicas.eds.texts import (
    ReadFile,
    Unfit,
    from_bus,
    is_file,
    is_plain_x,
    made,
    to_bus,
    without_machine_parameters,
)
from sync_engine.replicas.eds.zones import plain

KINDS: Final = ("VEVENT", "VTODO", "VJOURNAL")
"""What the store has calendars, task lists and memo lists for."""

KNOWN: Final = frozenset(
    {
        *("ACTION", "ATTACH", "ATTENDEE", "CATEGORIES", "CLASS", "COMMENT", "COMPLETED"),
        *("CONTACT", "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "DUE"),
        *("DURATION", "EXDATE", "EXRULE", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER"),
        *("PERCENT-COMPLETE", "PRIORITY", "RDATE", "RECURRENCE-ID", "RELATED-TO", "REPEAT"),
        *("RESOURCES", "RRULE", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP"),
        *("TRIGGER", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL", "UID", "URL"),
        *("ACKNOWLEDGED", "COLOR", "CONFERENCE", "IMAGE"),
    }
)
"""Properties that the store's parser knows and keeps (RFC 5545, RFC 7986, RFC 9074)."""

_LISTS: Final = frozenset({"CATEGORIES", "RESOURCES"})
_SIGNS: Final = frozenset(":;,")
_SPLIT: Final = re.compile(rb"(?:\\,|,)")
_ESCAPE: Final = re.compile(rb"\\(.?)", re.DOTALL)
_ESCAPED: Final = b"\\;,nN"
_DROPPED: Final = ("X-EVOLUTION-", "X-LIC-")
_LEADING: Final = (b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//kSync//desktop//EN")
_ENDING: Final = (b"END:VCALENDAR",)


@dataclass(slots=True)
class Given:
    """An object as it is given to the store.

    :param components: the master under ``""``, overrides under the value of their
        RECURRENCE-ID (RFC 5545 §3.8.4.4).
    :param zones: TZID to VTIMEZONE, of all that it brings along.
    :param referred: TZIDs that it refers to.
    """

    kind: str
    uid: str
    components: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    referred: frozenset[str] = frozenset()


def down(body: bytes, name: str) -> Given:
    """What the store is given of a calendar object.

    :param name: makes the UID where the object has none.
    :raises Unfit: it cannot hold it.
    """
    stream = parse(body)
    if stream.broken or [c.name for c in stream.components] != ["VCALENDAR"]:
        raise Unfit("resource.refused_by_desktop")
    (calendar,) = stream.components
    mains = [child for child in calendar.children if child.name != "VTIMEZONE"]
    kinds = {child.name for child in mains}
    uids = {child.identity.uid for child in mains}
    if len(kinds) != 1 or len(uids) != 1:
        raise Unfit("resource.refused_by_desktop")
    kind = kinds.pop()
    if kind not in KINDS:
        raise Unfit("resource.unsupported_component")
    uid = uids.pop().decode("utf-8", "replace") or name
    given = Given(kind, uid)
    for main in mains:
        key = recurrence_of(main)
        if key in given.components:
            raise Unfit("resource.refused_by_desktop")
        given.components[key] = to_bus(_given_lines(main, uid))
    for zone in calendar.children:
        if zone.name == "VTIMEZONE" and zone.identity.uid:
            tzid = zone.identity.uid.decode("utf-8", "replace")
            given.zones.setdefault(tzid, to_bus(line.unfolded for line in zone.lines()))
    given.referred = _referred(mains)
    return given


def recurrence_of(component: Component) -> str:
    """The value of RECURRENCE-ID as the store has it for a name; ``""``: a master."""
    line = component.first("RECURRENCE-ID")
    return line.value.strip().decode("utf-8", "replace") if line is not None else ""


def up(components: Iterable[str], zones: Mapping[str, str], read_file: ReadFile) -> bytes:
    """What the store has of an object, as one text.

    :param zones: TZID to VTIMEZONE, of what it may refer to.
    """
    found = sorted(mains(components), key=recurrence_of)
    parts: list[bytes] = [line + b"\r\n" for line in _LEADING]
    described: set[str] = set()
    for tzid in sorted(_referred(found)):
        name = plain(tzid)
        if name not in described:
            described.add(name)
            for zone in parse(from_bus(zone_renamed(zones.get(tzid, ""), name))).components:
                kept = [line for line in zone.lines() if not _machine(line)]
                parts += [made(line.unfolded).raw for line in kept]
    for component in found:
        parts += [line.raw for line in _read_lines(component, read_file)]
    parts += [line + b"\r\n" for line in _ENDING]
    return b"".join(parts)


def renamed(given: Given, names: Mapping[str, str]) -> Given:
    """The same with other names for some of its time zones."""
    components = {
        key: to_bus(
            _with_zone_names(line, names).unfolded
            for component in mains([text])
            for line in component.lines()
        )
        for key, text in given.components.items()
    }
    return replace(given, components=components)


def zone_renamed(zone: str, name: str) -> str:
    """A VTIMEZONE under another name."""
    lines = split_lines(from_bus(zone))
    tzid = b"TZID:" + name.encode()
    return to_bus(tzid if line.name == "TZID" else line.unfolded for line in lines) if zone else ""


def _with_zone_names(line: ContentLine, names: Mapping[str, str]) -> ContentLine:
    tzid = line.param("TZID")
    name = names.get(tzid[0].decode("utf-8", "replace")) if tzid else None
    if name is None:
        return line
    quoted = b';TZID="' + name.encode() + b'"' if _SIGNS & set(name) else b";TZID=" + name.encode()
    kept = b"".join(quoted if p.name == "TZID" else p.raw for p in line.params)
    return made(line.head.partition(b";")[0] + kept + b":" + line.value)


def referred(components: Iterable[str]) -> frozenset[str]:
    """The TZIDs that stored components refer to."""
    return _referred(mains(components))


def identity(component: str) -> str:
    """The UID of a stored component."""
    return next((c.identity.uid.decode() for c in mains([component])), "")


def separated(text: str) -> list[str]:
    """The components of what the store answers for one object."""
    return [to_bus(line.unfolded for line in main.lines()) for main in mains([text])]


def mains(components: Iterable[str]) -> list[Component]:
    """The components of stored texts."""
    found: list[Component] = []
    for text in components:
        for component in parse(from_bus(text)).components:
            inner = component.children if component.name == "VCALENDAR" else (component,)
            found += [one for one in inner if one.name in KINDS]
    return found


def _referred(components: Iterable[Component]) -> frozenset[str]:
    return frozenset(
        value.decode("utf-8", "replace")
        for component in components
        for line in component.lines()
        for value in line.param("TZID")
    )


def _given_lines(component: Component, uid: str) -> list[bytes]:
    lines = [component.begin.unfolded.strip()]
    if component.name in KINDS and component.first("UID") is None:
        lines.append(b"UID:" + uid.encode())
    for item in component.items:
        if isinstance(item, Component):
            if item.name == "VALARM":
                lines += _given_lines(item, uid)
        else:
            lines += _given(item)
    return [*lines, b"END:" + component.name.encode()]


def _given(line: ContentLine) -> list[bytes]:
    if line.blank or line.malformed or line.group or not line.value.strip() or is_file(line):
        return []
    if line.name.startswith("X-"):
        keep = not line.name.startswith(_DROPPED) and is_plain_x(line)
        return [_capital_head(line) + b":" + line.value] if keep else []
    if line.name not in KNOWN:
        return []
    if line.name in _LISTS:
        return [_capital_head(line) + b":" + _sound(value) for value in _members(line)]
    return [_capital_head(line) + b":" + _sound(line.value)]


def _sound(value: bytes) -> bytes:
    """The value without escapes that RFC 5545 §3.3.11 does not know.

    Of these the parser takes the letter away, at its second reading.
    """
    if b"\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: m[0] if m[1] and m[1] in _ESCAPED else b"\\\\" + m[1], value)


def _capital_head(line: ContentLine) -> bytes:
    """Name and parameters; the parser knows those that begin with X- by their capital."""
    kept = [
        b";" + p.name.encode() + p.raw[1 + len(p.name) :]
        for p in line.params
        if p.name and p.name.isascii()
    ]
    return line.name.encode() + b"".join(kept)


def _members(line: ContentLine) -> list[bytes]:
    """The values of a list; a comma in a value is lost on the store sooner or later."""
    return [value for part in _SPLIT.split(line.value) if (value := part.strip())]


def _machine(line: ContentLine) -> bool:
    return line.name.startswith(_DROPPED)


def _read_lines(component: Component, read_file: ReadFile) -> list[ContentLine]:
    lines = [made(b"BEGIN:" + component.name.encode())]
    for item in component.items:
        if isinstance(item, Component):
            if item.name == "VALARM":
                lines += _read_lines(item, read_file)
        elif not (item.blank or item.malformed or _machine(item)):
            lines += _read(item, read_file)
    return [*lines, made(b"END:" + component.name.encode())]


def _read(line: ContentLine, read_file: ReadFile) -> list[ContentLine]:
    if line.name in _LISTS:
        head = without_machine_parameters(line).head
        return [made(head + b":" + value) for value in _members(line)]
    if line.name == "ATTACH" and is_file(line):
        content = read_file(line.value.decode("utf-8", "replace"))
        if content is None:
            return []
        kept = b"".join(
            p.raw for p in line.params if p.name in ("FMTTYPE", "FILENAME", "X-FILENAME")
        )
        encoded = base64.b64encode(content)
        return [made(b"ATTACH" + kept + b";ENCODING=BASE64;VALUE=BINARY:" + encoded)]
    if is_file(line):
        return []
    line = without_machine_parameters(line)
    names = {t: plain(t) for t in (v.decode("utf-8", "replace") for v in line.param("TZID"))}
    return [_with_zone_names(line, {old: new for old, new in names.items() if old != new})]
