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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sync_engine.core.content.lines import ContentLine, split_lines

MAX_DEPTH = 16
"""RFC 5545 and RFC 9073 nest four deep; more is an attack on recursion."""

_NO_PROPERTIES = frozenset({"", "BEGIN", "END"})


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


def identify(name: str, lines: Iterable[ContentLine]) -> Identity:
    """The identity of a component of that name with these lines of its own."""
    own = "TZID" if name == "VTIMEZONE" else "UID"
    uid: ContentLine | None = None
    recurrence: ContentLine | None = None
    for line in lines:
        if line.name == own:
            uid = uid or line
        elif line.name == "RECURRENCE-ID":
            recurrence = recurrence or line
    value = uid.value.strip() if uid is not None else b""
    if recurrence is None:
        return Identity(name, value, b"")
    parameters = b"".join(
        sorted(
            b";" + p.name.encode() + b"=" + value for p in recurrence.params for value in p.values
        )
    )
    return Identity(name, value, parameters + b":" + recurrence.value.strip())


@dataclass(frozen=True, eq=False)
class Component:
    """A component; equal to another by its octets. (No slots: what is derived is kept.)

    :param name: upper-case.
    :param begin: its BEGIN line.
    :param items: property lines, blank lines and components between, in order.
    :param end: its END line, ``None`` where it is missing (a fault).
    """

    name: str
    begin: ContentLine
    items: tuple[ContentLine | Component, ...]
    end: ContentLine | None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Component):
            return NotImplemented
        return self is other or self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    @property
    def properties(self) -> tuple[ContentLine, ...]:
        """Its own lines (blank ones left out), not those of nested components."""
        return tuple(i for i in self.items if isinstance(i, ContentLine) and not i.blank)

    @cached_property
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

    @cached_property
    def identity(self) -> Identity:
        """See ``Identity``."""
        return identify(self.name, (i for i in self.items if isinstance(i, ContentLine)))

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

    @cached_property
    def height(self) -> int:
        """How many components stand inside one another here, itself included."""
        return 1 + max((child.height for child in self.children), default=0)

    def to_bytes(self) -> bytes:
        """The octets it was parsed from."""
        return self._octets

    @cached_property
    def _octets(self) -> bytes:
        parts = [self.begin.raw]
        parts += [i.raw if isinstance(i, ContentLine) else i.to_bytes() for i in self.items]
        if self.end is not None:
            parts.append(self.end.raw)
        return b"".join(parts)


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


class Builder:
    """Takes the lines one by one and holds the components that are open.

    :ivar inside: where the next item goes: into the innermost of them.
    """

    def __init__(self) -> None:
        self.top: list[ContentLine | Component] = []
        self.inside = self.top
        self.open: list[_Open] = []
        self.faults: dict[str, None] = {}

    def take(self, item: ContentLine | Component) -> None:
        """Open or close a component, or keep the line, or a component that was parsed before."""
        if isinstance(item, Component):
            if len(self.open) + item.height > MAX_DEPTH:
                for line in item.lines():
                    self.take(line)
            else:
                self.inside.append(item)
            return
        name = item.name
        if self.open and name not in _NO_PROPERTIES:
            self.inside.append(item)  # most lines are properties inside: no more to look at
        elif name == "BEGIN" and not item.group:
            self._begin(item)
        elif name == "END" and not item.group:
            self._end(item)
        else:
            if item.malformed:
                self.faults["malformed line"] = None
            elif not (self.open or item.blank):
                self.faults["line outside a component"] = None
            self.inside.append(item)

    def _begin(self, line: ContentLine) -> None:
        if len(self.open) == MAX_DEPTH:
            self.faults["nested too deeply"] = None
            self.inside.append(line)
        else:
            self.open.append(_Open(delimited_name(line), line, []))
            self.inside = self.open[-1].items

    def _end(self, line: ContentLine) -> None:
        name = delimited_name(line)
        if not any(component.name == name for component in self.open):
            self.faults["END without BEGIN"] = None
            self.inside.append(line)
            return
        while self.open[-1].name != name:
            self.faults["BEGIN without END"] = None
            self._close(None)
        self._close(line)

    def _close(self, end: ContentLine | None) -> None:
        last = self.open.pop()
        self.inside = self.open[-1].items if self.open else self.top
        self.inside.append(Component(last.name, last.begin, tuple(last.items), end))

    def finish(self) -> Stream:
        """Close what is open, and what came of it."""
        while self.open:
            self.faults["BEGIN without END"] = None
            self._close(None)
        return Stream(tuple(self.top), tuple(self.faults))


def delimited_name(line: ContentLine) -> str:
    """The upper-case component name of a BEGIN or END line."""
    return line.value.strip().upper().decode("utf-8", "backslashreplace")


def parse(body: bytes) -> Stream:
    """Build the tree; never fails, see ``Stream.faults``."""
    return parse_lines(split_lines(body))


def parse_lines(lines: list[ContentLine]) -> Stream:
    """Build the tree over lines that were split before."""
    builder = Builder()
    for line in lines:
        builder.take(line)
    return builder.finish()
