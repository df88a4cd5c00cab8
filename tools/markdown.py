"""As much of Markdown as the document check needs: links, code spans, fenced code.

CommonMark has many more forms; the documents here keep to these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_FENCE: Final = re.compile(r"^\s*(```+|~~~+)\s*(\w*)")
_SPAN: Final = re.compile(r"`([^`]+)`")
_LINK: Final = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_HEADING: Final = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A link target, a code span or a line of fenced code.

    :param line: 1-based.
    :param text: without its delimiters.
    """

    line: int
    text: str


@dataclass(slots=True)
class Document:
    """What was found in a document, each list in reading order.

    :param fences: the fenced blocks: language (or ``""``) and lines.
    :param anchors: the fragments that its headings can be reached by.
    """

    links: list[Piece] = field(default_factory=list)
    spans: list[Piece] = field(default_factory=list)
    fences: list[tuple[str, list[Piece]]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


def parse(text: str) -> Document:
    """Read a Markdown document."""
    document = Document()
    fence = ""
    for number, line in enumerate(text.splitlines(), 1):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence) and not opening[2]:
                fence = ""
            else:
                document.fences[-1][1].append(Piece(number, line))
        elif opening:
            fence = opening[1]
            document.fences.append((opening[2], []))
        else:
            _read_prose(document, number, line)
    return document


def _read_prose(document: Document, number: int, line: str) -> None:
    if heading := _HEADING.match(line):
        document.anchors.update(_anchor(heading[1], document.anchors))
    document.spans.extend(Piece(number, found[1].strip()) for found in _SPAN.finditer(line))
    without_code = _SPAN.sub("code", line)
    document.links.extend(Piece(number, found[1]) for found in _LINK.finditer(without_code))


def _anchor(heading: str, taken: set[str]) -> Iterator[str]:
    # As GitHub makes them: lower case, punctuation dropped, spaces to dashes, a number
    # behind the second of the same name.
    text = _LINK.sub(lambda found: found[0][1 : found[0].index("]")], heading)
    slug = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
    candidates = (slug, *(f"{slug}-{number}" for number in range(1, 100)))
    yield next(name for name in candidates if name not in taken)
