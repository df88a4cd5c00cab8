"""A short title for people's lists, from a resource's own text.

Read-only and forgiving: a title is never compared, stored in a resource or sent.
"""

from __future__ import annotations

import binascii
import re

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine

MAX_TITLE = 120
"""Characters; a longer title ends in an ellipsis."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_STRUCTURE = re.compile(r"(?<!\\);")
# Line and direction controls would let a text rewrite the line that it is shown in.
_INVISIBLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


def summary(body: bytes) -> str:
    """A title in plain text: SUMMARY of the master, or FN (else N, ORG, EMAIL).

    One line, no control characters, at most ``MAX_TITLE`` characters; ``""`` where the
    resource has no title.
    """
    for component in parse(body).components:
        title = _of_card(component) if component.name == "VCARD" else _of_calendar(component)
        if title:
            return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1].rstrip() + "…"
    return ""


def _of_calendar(calendar: Component) -> str:
    # The master's title stands for the series; an override alone has its own.
    children = sorted(calendar.children, key=lambda c: c.first("RECURRENCE-ID") is not None)
    for child in children:
        line = child.first("SUMMARY")
        title = _plain(text_of(line)) if line else ""
        if title:
            return title
    return ""


def _of_card(card: Component) -> str:
    for name in ("FN", "N", "ORG", "EMAIL"):
        line = card.first(name)
        if line is None:
            continue
        text = text_of(line)
        if name == "N":
            # RFC 6350 §6.2.2: family; given; additional; prefixes; suffixes.
            family, given, *_ = [*_STRUCTURE.split(text), ""]
            text = f"{given} {family}"
        elif name == "ORG":
            text = _STRUCTURE.sub(" ", text)
        title = _plain(text)
        if title:
            return title
    return ""


def text_of(line: ContentLine) -> str:
    """A value as text, by its own encoding and character set; escapes stay."""
    octets = line.value
    charset = "utf-8"
    if line.quoted_printable:
        octets = binascii.a2b_qp(octets)
    if line.param("CHARSET"):
        charset = line.param("CHARSET")[0].decode("ascii", "replace")
    try:
        return octets.decode(charset, "replace")
    except (LookupError, ValueError):  # a charset that Python does not know, or no text
        return octets.decode("utf-8", "replace")


def _plain(text: str) -> str:
    # RFC 5545 §3.3.11: backslash, comma, semicolon and \n are escaped.
    unescaped = _ESCAPE.sub(lambda match: " " if match[1] in "nN" else match[1], text)
    return _INVISIBLE.sub(" ", unescaped).strip()
