"""Edits of single content lines, as a person makes them in a text editor.

Nothing else in the text changes. Only lines inside the event, task or contact are
looked at: a VTIMEZONE has a DTSTART as well (RFC 5545 §3.6.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ksync.demo.errors import DemoFailed


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of a text.

    :param changes: (line before, line after).
    """

    text: bytes
    changes: tuple[tuple[str, str], ...]


def line_of(text: bytes, name: str, component: str = "VEVENT") -> str:
    """The first line of a property in the first component of a kind.

    :raises DemoFailed: there is none.
    """
    return _find(text, name, component).group().decode()


def edited(text: bytes, component: str = "VEVENT", **values: tuple[str, str]) -> Edit:
    """Replace part of a property's line.

    :param values: property name -> (what stands in the line, what shall stand there).
    :raises DemoFailed: no such property, or the part is not in it.
    """
    changes = []
    for name, (before, after) in values.items():
        found = _find(text, name, component)
        old = found.group().decode()
        if before not in old:
            raise DemoFailed(f"“{before}” stands in {old}")
        new = old.replace(before, after)
        text = text[: found.start()] + new.encode() + text[found.end() :]
        changes.append((old, new))
    return Edit(text, tuple(changes))


def _find(text: bytes, name: str, component: str) -> re.Match[bytes]:
    begin = text.find(f"BEGIN:{component}".encode())
    pattern = re.compile(rb"^" + re.escape(name.encode()) + rb"[;:][^\r\n]*", re.MULTILINE)
    found = pattern.search(text, max(begin, 0))
    if begin < 0 or found is None:
        raise DemoFailed(f"a {component} has a {name}")
    return found
