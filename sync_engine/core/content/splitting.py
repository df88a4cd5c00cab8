"""A file with many events, tasks or contacts, taken apart into resources.

Theory
------
A stream may hold several objects (RFC 5545 §3.4, RFC 6350 §3.3), and a VCALENDAR of a
file many components; a resource of a server holds one object with the components of one
UID, master and overrides together, and the time zones that they refer to (RFC 4791 §4.1).

Rules
-----
* The octets of a component stay as they are; a file that is a resource already comes out
  as it went in (but for line ends, which become CRLF, and a byte order mark).
* Of the lines of a VCALENDAR with several UIDs those go along that say how to read it
  (VERSION, PRODID, CALSCALE); the others are about the file as a whole (RFC 7986 §5).
  METHOD never does (RFC 4791 §4.1); what a METHOD makes a mere message (an answer, a
  cancellation) is no resource.
* Components of one UID are united over all objects of the file. Of two with one identity
  the first counts; the second is told, unless it is the same.
* What has no UID is given one, made from its octets: importing it again finds it.
* A component without its END is bad, and so alone: whole ones that it swallowed come
  out as pieces of their own.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.facts import (
    BROKEN,
    MAIN_COMPONENTS,
    MIXED_COMPONENTS,
    NO_UID,
    WRONG_KIND,
    ObjectKind,
    facts,
    problems,
)
from sync_engine.core.content.lineends import to_crlf
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.content.titles import summary

DUPLICATE = "import.duplicate"
"""A second component of one identity in the file, with another text."""
MESSAGE = "import.message"
"""METHOD makes it a message between people: nothing to put into a calendar."""

NAMESPACE = uuid.UUID("8c2f4d0e-6a3b-5f7d-9e11-2b7a54c0d9f3")
"""Of the UIDs that are given (RFC 9562 §5.5)."""

_BOM = b"\xef\xbb\xbf"
_HEAD = frozenset({"VERSION", "PRODID", "CALSCALE"})
_MESSAGES = frozenset({b"REPLY", b"CANCEL", b"REFRESH", b"COUNTER", b"DECLINECOUNTER"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A resource.

    :param line: where it begins in the file, from 1.
    :param given: whether its UID was made here.
    """

    body: bytes
    uid: str
    line: int
    given: bool = False


@dataclass(frozen=True, slots=True)
class Bad:
    """What cannot be a resource.

    :param reference: why.
    :param title: what it is called, as far as that can be told.
    """

    reference: str
    line: int
    title: str = ""


@dataclass(slots=True)
class Split:
    """A file taken apart; both in the order of the file."""

    pieces: list[Piece] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    """A main component, or a VCARD, with the VCALENDAR that it stands in."""

    component: Component
    line: int
    calendar: Component | None


def split(body: bytes, kind: ObjectKind) -> Split:
    """Take a file apart.

    :param kind: what the resources are to be; others are bad.
    """
    text = to_crlf(body.removeprefix(_BOM))
    result = Split()
    groups: dict[bytes, list[_Found]] = {}
    for found in _found(text, result):
        component = found.component
        if (component.name == "VCARD") is not (kind is ObjectKind.VCARD):
            result.bad.append(Bad(WRONG_KIND, found.line, _title(component)))
        elif found.calendar is not None and _method(found.calendar) in _MESSAGES:
            result.bad.append(Bad(MESSAGE, found.line, _title(component)))
        else:
            value = component.identity.uid
            key = value or b"\0" + component.to_bytes()
            _take(groups.setdefault(key, []), found, result)
    for group in groups.values():
        _finish(group, kind, result)
    result.bad.sort(key=lambda bad: bad.line)
    return result


def _found(text: bytes, result: Split) -> Iterator[_Found]:
    stream = parse(text)
    line = 1
    for item in stream.items:
        if isinstance(item, Component):
            if item.name == "VCALENDAR":
                yield from _inside(item, line, item, result)
            elif item.name == "VCARD" or item.name in MAIN_COMPONENTS:
                yield from _whole(item, line, None, result)
            else:
                result.bad.append(Bad(WRONG_KIND, line))
                yield from _inside(item, line, None, result)
        elif not item.blank:
            result.bad.append(Bad(BROKEN, line))
        line += _lines(item)


def _inside(
    outer: Component, line: int, calendar: Component | None, result: Split
) -> Iterator[_Found]:
    """The main components directly inside."""
    line += _lines(outer.begin)
    for item in outer.items:
        if isinstance(item, Component):
            if item.name in MAIN_COMPONENTS or item.name == "VCARD":
                yield from _whole(item, line, calendar, result)
            else:
                inner = item if item.name == "VCALENDAR" else calendar
                yield from _inside(item, line, inner, result)
        line += _lines(item)


def _whole(
    component: Component, line: int, calendar: Component | None, result: Split
) -> Iterator[_Found]:
    """The component, or what it swallowed if it has no end."""
    if component.end is not None and not _swallowed(component):
        yield _Found(component, line, calendar)
        return
    result.bad.append(Bad(BROKEN, line, _title(component)))
    yield from _inside(component, line, calendar, result)


def _swallowed(component: Component) -> bool:
    return component.name != "VCARD" and any(
        child.name in MAIN_COMPONENTS or child.end is None for child in component.children
    )


def _take(group: list[_Found], found: _Found, result: Split) -> None:
    identity = found.component.identity
    for known in group:
        if known.component.identity == identity:
            if known.component != found.component:
                result.bad.append(Bad(DUPLICATE, found.line, _title(found.component)))
            return
    group.append(found)


def _finish(group: list[_Found], kind: ObjectKind, result: Split) -> None:
    first = group[0]
    names = {found.component.name for found in group}
    body = _resource(group)
    uid = facts(body).uids
    wrong = (MIXED_COMPONENTS,) if len(names) > 1 else problems(body, kind)
    if wrong or not uid:
        for found in group:
            reference = wrong[0] if wrong else NO_UID
            result.bad.append(Bad(reference, found.line, _title(found.component)))
    else:
        given = not first.component.identity.uid
        result.pieces.append(Piece(body, uid[0], first.line, given))


def _resource(group: list[_Found]) -> bytes:
    parts = [_with_uid(found.component) for found in group]
    calendar = group[0].calendar
    if calendar is None:
        if parts[0].name == "VCARD":
            return _closed(parts[0].to_bytes())
        # a component alone in a file is wrapped by what every object has (RFC 5545 §3.6)
        return _object((), parts)
    if _is_resource(calendar, parts, group):
        return _closed(calendar.to_bytes())
    head = [item for item in calendar.properties if item.name in _HEAD]
    return _object(head, [*_zones(group), *parts])


def _object(head: Iterable[ContentLine], components: Iterable[Component]) -> bytes:
    """A VCALENDAR; VERSION and PRODID are added where they are missing (RFC 5545 §3.6)."""
    lines = {line.name: _closed(line.raw) for line in head}
    lines.setdefault("VERSION", b"VERSION:2.0\r\n")
    lines.setdefault("PRODID", b"PRODID:-//kSync//import//EN\r\n")
    inside = [_closed(component.to_bytes()) for component in components]
    return b"".join([b"BEGIN:VCALENDAR\r\n", *lines.values(), *inside, b"END:VCALENDAR\r\n"])


def _is_resource(calendar: Component, parts: list[Component], group: list[_Found]) -> bool:
    """Whether the object holds just these components, and nothing that may not be there."""
    main = [child for child in calendar.children if child.name in MAIN_COMPONENTS]
    return (
        main == parts
        and all(found.calendar is calendar for found in group)
        and calendar.end is not None
        and calendar.first("METHOD") is None
        and all(child.end is not None for child in calendar.children)
    )


def _zones(group: list[_Found]) -> list[Component]:
    """The time zones that the components refer to, each once."""
    found: dict[bytes, Component] = {}
    for one in group:
        wanted = {v for line in one.component.lines() for v in line.param("TZID")}
        for child in one.calendar.children if one.calendar is not None else ():
            name = child.identity.uid
            if child.name == "VTIMEZONE" and name in wanted and child.end is not None:
                found.setdefault(name, child)
    return list(found.values())


def _with_uid(component: Component) -> Component:
    """The component as it is; where it has no UID, with one behind BEGIN (and VERSION)."""
    if component.identity.uid:
        return component
    given = uuid.uuid5(NAMESPACE, component.to_bytes().hex())
    line = ContentLine(fold(b"UID:%b" % str(given).encode(), b"\r\n"))
    items = [i for i in component.items if not isinstance(i, ContentLine) or i.name != "UID"]
    version = [n for n, i in enumerate(items) if isinstance(i, ContentLine) and i.name == "VERSION"]
    # RFC 6350 §6.7.9: VERSION comes right after BEGIN
    at = version[0] + 1 if component.name == "VCARD" and version else 0
    return replace(component, items=(*items[:at], line, *items[at:]))


def _method(calendar: Component) -> bytes:
    line = calendar.first("METHOD")
    return line.value.strip().upper() if line is not None else b""


def _closed(raw: bytes) -> bytes:
    return raw if raw.endswith(b"\n") else raw + b"\r\n"


def _lines(item: ContentLine | Component) -> int:
    raw = item.raw if isinstance(item, ContentLine) else item.to_bytes()
    return raw.count(b"\n")


def _title(component: Component) -> str:
    raw = component.to_bytes()
    if component.name == "VCARD":
        return summary(raw)
    return summary(b"BEGIN:VCALENDAR\r\n%bEND:VCALENDAR\r\n" % _closed(raw))


__all__ = ["DUPLICATE", "MESSAGE", "Bad", "Piece", "Split", "split"]
