"""From the bytes of a policy file to values whose lines are known.

Theory
------
``json`` reads strictly but gives values without places, and of two equal keys it
silently takes the second. So a text that ``json`` accepts is walked once more, by
the same lexical rules (RFC 8259), only to note where each key and element stands
and which key comes twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Text:
    """A JSON document.

    :param lines: the 1-based line of each key and element.
    """

    value: Any
    lines: Mapping[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it."""
        for end in range(len(place), -1, -1):
            if (found := self.lines.get(place[:end])) is not None:
                return found
        return 1


class NotJson(Exception):
    """The text is no JSON that can be used.

    :param place: the key that is wrong, ``()`` if none is to blame.
    """

    def __init__(self, message: str, line: int, hint: str = "", place: Place = ()) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.hint = hint
        self.place = place


def read(data: bytes) -> Text:
    """Read a document.

    :raises NotJson: it is not UTF-8, not JSON, or says something twice.
    """
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotJson("the text is not UTF-8", line, "Save it as UTF-8.") from error
    try:
        value = json.loads(text, parse_constant=_refuse)
        walker = _Walker(text)
        walker.value(0, ())
    except json.JSONDecodeError as error:
        message = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise NotJson(message, error.lineno, _hint(error.msg)) from error
    except RecursionError as error:
        raise NotJson("not valid: it is nested too deeply", 1) from error
    except ValueError as error:  # NaN, Infinity, a number of thousands of digits
        raise NotJson(f"not valid JSON: {error}", 1) from error
    return Text(value, walker.lines)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON value")


def _hint(message: str) -> str:
    if message.startswith("Expecting property name"):
        return "A key stands in double quotes, and the last entry has no comma behind it."
    if message.startswith("Expecting ',' delimiter"):
        return "Entries are parted by commas; look at the line before as well."
    return ""


class _Walker:
    """Notes the lines of a valid text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[Place, int] = {}
        self._counted = (0, 1)

    def value(self, at: int, place: Place) -> int:
        """Pass over the value that begins at or behind an index; returns the index behind it."""
        at = self._skip(at)
        self.lines.setdefault(place, self._line(at))
        match self.text[at]:
            case "{":
                return self._inside(at, place, "}")
            case "[":
                return self._inside(at, place, "]")
        return _DECODER.raw_decode(self.text, at)[1]

    def _inside(self, at: int, place: Place, end: str) -> int:
        at = self._skip(at + 1)
        number = 0
        while self.text[at] != end:
            key: str | int = number
            if end == "}":
                line = self._line(at)
                name, at = _DECODER.raw_decode(self.text, at)
                key = str(name)
                self._note(key, (*place, key), line)
                at = self._skip(at) + 1  # the colon
            at = self._skip(self.value(at, (*place, key)))
            number += 1
            if self.text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _note(self, key: str, place: Place, line: int) -> None:
        if place in self.lines:
            first = self.lines[place]
            raise NotJson(
                f"the key “{key}” stands in it twice", line, f"It is also in line {first}.", place
            )
        self.lines[place] = line

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _line(self, at: int) -> int:
        since, line = self._counted
        line += self.text.count("\n", since, at)
        self._counted = (at, line)
        return line
