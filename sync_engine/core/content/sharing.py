"""Several texts that have much in common, parsed together: the same octets only once.

Theory
------
The versions of one resource differ in a few lines. A series with 500 exceptions, or a
card with a photo, is mostly the same octets in each of them, and to read these again
for every version is what a merge would spend its time on.

Rules
-----
* The tree is the one that ``components.parse`` builds, fault by fault: a *block* is
  taken out of the text only where nothing around it can change how it is read. It
  begins and ends with physical lines that no fold and no soft break goes across, and by
  itself it is one component without a fault.
* Whether a block is sound is seen by one pattern where it is written plainly, and its
  lines are split when somebody asks for one: mostly nobody does.
* A component of the same octets is the same object in all trees, so "is it the same" is
  one comparison of references. Two in one text are the same object, too: whoever tells
  them apart does it by their place.
* Lines are objects of their own; long ones of the same octets share what was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from sync_engine.core.content.components import Builder, Component, Stream, identify, parse
from sync_engine.core.content.lines import ContentLine, split_lines

LONG = 2048
"""Octets from which on a line is worth being looked up: pictures, not sentences."""

_SHARED = rb"(?:VEVENT|VTODO|VJOURNAL|VTIMEZONE)"
# Possessive, and never over another BEGIN of these: linear, whatever the text. The
# literal comes first: it is fast to find in megabytes of pictures.
_BLOCK = re.compile(
    rb"BEGIN:(?<=\nBEGIN:)(" + _SHARED + rb")\r?\n"
    rb"(?:(?!END:\1|BEGIN:" + _SHARED + rb")[^\n]*+\n)*+"
    rb"END:\1\r?\n(?![ \t])"
)
_NAME = rb"[A-Za-z0-9_-]++"
_DELIMITER = rb"(?:[Bb][Ee][Gg][Ii][Nn]|[Ee][Nn][Dd])[:;]"
_PROPERTY = (
    rb"(?!"
    + _DELIMITER
    + rb")(?:"
    + _NAME
    + rb"\.)?"
    + _NAME
    + rb"""(?:;(?>(?:[^":\n]++|(?<=[=,])"[^"\n]*+")*))?:[^\n]*+\n(?:[ \t][^\n]*+\n)*+"""
)
_ALARM = rb"BEGIN:VALARM\r?\n(?:" + _PROPERTY + rb")*+END:VALARM\r?\n"
_PLAIN = re.compile(
    rb"BEGIN:([A-Z]++)\r?\n(?:(?:" + _PROPERTY + rb")++|" + _ALARM + rb")*+END:\1\r?\n"
)
"""Properties and alarms, whose heads stand within their first physical lines."""
_NESTED = re.compile(_ALARM)
_NAMING = re.compile(
    rb"\n((?:[a-z0-9_-]++\.)?(?:UID|TZID|RECURRENCE-ID)[:;][^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE,
)


class Unread(Component):
    """A component of whose octets only the structure was looked at, so far."""

    def __init__(self, name: bytes, octets: bytes) -> None:
        alarms = b"\nBEGIN:VALARM" in octets
        own = _NESTED.sub(b"", octets) if alarms else octets
        naming = map(ContentLine, _NAMING.findall(own))
        identity = identify(name.decode("ascii"), naming)
        self.__dict__.update(
            name=identity.name, identity=identity, height=1 + alarms, _octets=octets
        )

    @cached_property
    def _read(self) -> Component:
        (component,) = parse(self._octets).components
        return component

    begin = property(lambda self: self._read.begin)
    items = property(lambda self: self._read.items)
    end = property(lambda self: self._read.end)


class Sharing:
    """Parses texts and remembers what it has seen."""

    def __init__(self) -> None:
        self._streams: dict[bytes, Stream] = {}
        self._blocks: dict[bytes, Component | None] = {}
        self._long: dict[bytes, ContentLine] = {}

    def parse(self, body: bytes) -> Stream:
        """As ``components.parse`` does."""
        stream = self._streams.get(body)
        if stream is None:
            builder = Builder()
            for part in self._parts(body):
                builder.take(part)
            stream = self._streams[body] = builder.finish()
        return stream

    def _parts(self, body: bytes) -> Iterator[ContentLine | Component]:
        done = 0
        for match in _BLOCK.finditer(body):
            block = self._block(match[0])
            if block is not None:
                if done != match.start():
                    yield from self._lines(body[done : match.start()])
                yield block
                done = match.end()
        yield from self._lines(body[done:])

    def _lines(self, text: bytes) -> Iterator[ContentLine]:
        for line in split_lines(text):
            if len(line.raw) >= LONG:
                line.share(self._long.setdefault(line.raw, line))
            yield line

    def _block(self, octets: bytes) -> Component | None:
        """The component that the octets are, ``None`` if they are anything else."""
        if octets not in self._blocks:
            plain = b"QUOTED-PRINTABLE" not in octets.upper() and _PLAIN.fullmatch(octets)
            self._blocks[octets] = Unread(plain[1], octets) if plain else self._sound(octets)
        return self._blocks[octets]

    def _sound(self, octets: bytes) -> Component | None:
        builder = Builder()
        for line in self._lines(octets):
            builder.take(line)
        stream = builder.finish()
        return None if stream.broken or len(stream.items) != 1 else stream.components[0]
