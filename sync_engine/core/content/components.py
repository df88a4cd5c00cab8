"""The tree of components over the lines, lossless as they are.

Theory
------
A component stands between BEGIN:name and END:name (RFC 5545 §3.6, RFC 6350 §6.1.1);
inside are property lines and further components, in any order. A stream may hold
several objects (RFC 5545 §3.4).

Rules
-----
* Every line of the body is in the tree once, in order: ``parse(body).to_bytes() == body``.
* A tree is built from whatever comes. What is wrong is listed in ``faults``, and who
  compares, merges or uploads looks there first.
* An END that closes a component further out closes the inner ones without an END of
  their own; an END that closes nothing, and a BEGIN nested too deeply, stay lines.
* A component's identity is its name, UID and RECURRENCE-ID as written; a VTIMEZONE's
  is its TZID. Two components with one identity are possible; nobody may count on less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sync_engine.core.content.lines import ContentLine, split_lines

MAX_DEPTH = 16
"""RFC 5545 and RFC 9073 nest four deep; more is an attack on recursion."""

_FIRST_OCTETS = frozenset(b"BbEe\xef")
_PLAIN_HEAD = re.compile(rb'(?:[A-Za-z0-9_-]++\.)?[A-Za-z0-9_-]++(?:;[^":\n]*+)?:')
"""A head within the first physical line and without quotes: surely well-formed."""


class Identity(NamedTuple):
    """What pairs a component of one text with a component of another.

    :param name: upper-case component name.
    :param uid: value of UID (TZID of a VTIMEZONE), ``b""`` if there is none.
    :param recurrence_id: parameters (sorted) and value of RECURRENCE-ID
        (RFC 5545 §3.8.4.4), ``b""`` for a master.
    """

    name: str
    uid: bytes
    recurrence_id: bytes


@dataclass(frozen=True, slots=True)
class Component:
    """A component.

    :param name: upper-case.
    :param begin: its BEGIN line.
    :param items: property lines, blank lines and components between, in order.
    :param end: its END line, ``None`` where it is missing (a fault).
    """

    name: str
    begin: ContentLine
    items: tuple[ContentLine | Component, ...]
    end: ContentLine | None

    @property
    def properties(self) -> tuple[ContentLine, ...]:
        """Its own lines (blank ones left out), not those of nested components."""
        return tuple(i for i in self.items if isinstance(i, ContentLine) and not i.blank)

    @property
    def children(self) -> tuple[Component, ...]:
        """The components directly inside."""
        return tuple(i for i in self.items if isinstance(i, Component))

    def all(self, name: str) -> tuple[ContentLine, ...]:
        """Its own lines with this upper-case name."""
        return tuple(i for i in self.items if isinstance(i, ContentLine) and i.name == name)

    def first(self, name: str) -> ContentLine | None:
        """Its first own line with this upper-case name."""
        for item in self.items:
            if isinstance(item, ContentLine) and item.name == name:
                return item
        return None

    @property
    def identity(self) -> Identity:
        """See ``Identity``."""
        line = self.first("TZID" if self.name == "VTIMEZONE" else "UID")
        uid = line.value.strip() if line else b""
        recurrence = self.first("RECURRENCE-ID")
        if recurrence is None:
            return Identity(self.name, uid, b"")
        parameters = b"".join(
            sorted(
                b";" + p.name.encode() + b"=" + value
                for p in recurrence.params
                for value in p.values
            )
        )
        return Identity(self.name, uid, parameters + b":" + recurrence.value.strip())

    def lines(self) -> Iterator[ContentLine]:
        """Every line from BEGIN to END, those of nested components among them."""
        yield self.begin
        for item in self.items:
            if isinstance(item, ContentLine):
                yield item
            else:
                yield from item.lines()
        if self.end is not None:
            yield self.end

    def to_bytes(self) -> bytes:
        """The octets it was parsed from."""
        return b"".join(line.raw for line in self.lines())


@dataclass(frozen=True, slots=True)
class Stream:
    """A parsed body.

    :param items: objects (VCALENDAR, VCARD) and whatever lines stand outside.
    :param faults: what is wrong with the structure, empty if nothing.
    """

    items: tuple[ContentLine | Component, ...]
    faults: tuple[str, ...]

    @property
    def broken(self) -> bool:
        """Whether its structure cannot be relied on."""
        return bool(self.faults)

    @property
    def components(self) -> tuple[Component, ...]:
        """The objects at the top."""
        return tuple(i for i in self.items if isinstance(i, Component))

    def lines(self) -> Iterator[ContentLine]:
        """Every line in order."""
        for item in self.items:
            if isinstance(item, ContentLine):
                yield item
            else:
                yield from item.lines()

    def to_bytes(self) -> bytes:
        """The octets it was parsed from."""
        return b"".join(line.raw for line in self.lines())


@dataclass(slots=True)
class _Open:
    name: str
    begin: ContentLine
    items: list[ContentLine | Component]


class _Builder:
    """Takes the lines one by one and holds the components that are open."""

    def __init__(self) -> None:
        self.top: list[ContentLine | Component] = []
        self.open: list[_Open] = []
        self.faults: dict[str, None] = {}

    def add(self, item: ContentLine | Component) -> None:
        (self.open[-1].items if self.open else self.top).append(item)

    def close(self, end: ContentLine | None) -> None:
        last = self.open.pop()
        self.add(Component(last.name, last.begin, tuple(last.items), end))

    def begin(self, line: ContentLine) -> None:
        if len(self.open) == MAX_DEPTH:
            self.faults["nested too deeply"] = None
            self.add(line)
        else:
            self.open.append(_Open(delimited_name(line), line, []))

    def end(self, line: ContentLine) -> None:
        name = delimited_name(line)
        if not any(component.name == name for component in self.open):
            self.faults["END without BEGIN"] = None
            self.add(line)
            return
        while self.open[-1].name != name:
            self.faults["BEGIN without END"] = None
            self.close(None)
        self.close(line)

    def plain(self, line: ContentLine) -> None:
        if not _PLAIN_HEAD.match(line.raw) and line.malformed:
            self.faults["malformed line"] = None
        elif not (self.open or line.blank):
            self.faults["line outside a component"] = None
        self.add(line)

    def finish(self) -> Stream:
        while self.open:
            self.faults["BEGIN without END"] = None
            self.close(None)
        return Stream(tuple(self.top), tuple(self.faults))


def delimited_name(line: ContentLine) -> str:
    """The upper-case component name of a BEGIN or END line."""
    return line.value.strip().upper().decode("utf-8", "backslashreplace")


def parse(body: bytes) -> Stream:
    """Build the tree; never fails, see ``Stream.faults``."""
    return parse_lines(split_lines(body))


def parse_lines(lines: list[ContentLine]) -> Stream:
    """Build the tree over lines that were split before."""
    builder = _Builder()
    for line in lines:
        # Only these first octets can make a BEGIN or END: most lines need no parsing.
        name = line.name if line.raw[0] in _FIRST_OCTETS and not line.group else ""
        if name == "BEGIN":
            builder.begin(line)
        elif name == "END":
            builder.end(line)
        else:
            builder.plain(line)
    return builder.finish()
