"""A text that is brought back is no older revision of a meeting than the one it replaces.

Theory
------
SEQUENCE numbers the revisions of a meeting (RFC 5545 §3.8.7.4). Who was told of a later
one ignores a message with a lower number (RFC 5546 §2.1.5), so an undo that put the old
number back would be an update that no guest takes over: they and the organizer would
have different meetings from then on.

Rules
-----
* A component with an ORGANIZER takes the number of the component that it replaces (same
  UID and RECURRENCE-ID), where that is greater. Among equal numbers the later DTSTAMP
  counts, which a server sets when it tells the guests.
* Nothing else changes; a text whose structure cannot be relied on stays as it is.
"""

from __future__ import annotations

from sync_engine.core.content.components import Component, Identity, parse
from sync_engine.core.content.facts import MAIN_COMPONENTS
from sync_engine.core.content.lines import ContentLine, fold

_Numbers = dict[Identity, int]


def not_older(body: bytes, than: bytes) -> bytes:
    """``body``, with no lower SEQUENCE than the text has whose place it takes."""
    stream, before = parse(body), parse(than)
    if stream.broken or before.broken:
        return body
    numbers = {
        each.identity: _sequence(each)
        for calendar in before.components
        for each in calendar.children
        if each.name in MAIN_COMPONENTS
    }
    return b"".join(
        _calendar(item, numbers) if isinstance(item, Component) else item.raw
        for item in stream.items
    )


def _calendar(calendar: Component, numbers: _Numbers) -> bytes:
    parts = [calendar.begin.raw]
    for item in calendar.items:
        if isinstance(item, ContentLine):
            parts.append(item.raw)
        else:
            number = numbers.get(item.identity, 0)
            older = item.first("ORGANIZER") is not None and _sequence(item) < number
            parts.append(_numbered(item, number) if older else item.to_bytes())
    return b"".join([*parts, _end(calendar)])


def _sequence(component: Component) -> int:
    return sequence_number(component.first("SEQUENCE")) or 0


def sequence_number(line: ContentLine | None) -> int | None:
    """The number of a SEQUENCE; ``None``: it is not there, or is none."""
    text = line.value.strip() if line is not None else b""
    # RFC 5545 §3.3.8: 32 bits; int() of more digits than it likes would be refused
    return int(text) if text.isdigit() and len(text) <= 10 else None


def _numbered(component: Component, number: int) -> bytes:
    own = component.first("SEQUENCE")
    place = own or component.begin
    new = fold(b"SEQUENCE:%d" % number, place.ending or b"\r\n")
    parts = [component.begin.raw, *([] if own else [new])]
    for item in component.items:
        if isinstance(item, Component):
            parts.append(item.to_bytes())
        else:
            parts.append(new if item is own else item.raw)
    return b"".join([*parts, _end(component)])


def _end(component: Component) -> bytes:
    return component.end.raw if component.end is not None else b""
