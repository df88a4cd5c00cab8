"""Values as plain text: escapes undone, nothing that could rewrite the line it is shown in."""

from __future__ import annotations

import re

from sync_engine.core.content.components import Component
from sync_engine.core.content.lines import ContentLine
from sync_engine.core.content.titles import text_of

MOST_CHARACTERS = 20_000
"""What is longer is cut where it is shown; the file has it all."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# line and direction controls, and what has no width
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_SPACE = re.compile(r"\s+")


def lines_of(text: str) -> str:
    """Unescaped (RFC 5545 §3.3.11, RFC 6350 §3.4), its line breaks kept."""
    plain = _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)
    return _INVISIBLE.sub("", plain.replace("\r\n", "\n")).strip()[:MOST_CHARACTERS]


def one_line(text: str) -> str:
    """The same on one line."""
    return _SPACE.sub(" ", lines_of(text))


def clean(text: str) -> str:
    """One line of a text that has no escapes."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()[:MOST_CHARACTERS]


def split(text: str, at: str) -> list[str]:
    """Split at a character that no backslash stands before."""
    parts, now, escaped = [], "", False
    for character in text:
        if escaped or character != at:
            now += character
            escaped = character == "\\" and not escaped
        else:
            parts.append(now)
            now = ""
    return [*parts, now]


def line(component: Component, name: str) -> str:
    """A property on one line, ``""`` if it is not there."""
    found = component.first(name)
    return one_line(text_of(found)) if found is not None else ""


def value(found: ContentLine | None) -> str:
    """A value as it is, decoded."""
    return text_of(found) if found is not None else ""
