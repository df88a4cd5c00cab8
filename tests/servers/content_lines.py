"""Content lines of the sample data, and the words that they are made of.

Lines are folded as RFC 5545 §3.1 and RFC 6350 §3.2 want it: at 75 octets, never
inside a UTF-8 sequence, with CRLF.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable

SPACE = uuid.UUID("6f0e8a52-7c1b-5b0e-9b0a-2f7d64a0c1de")
STAMP = "20260102T030405Z"
PRODID = "-//Example Org//Sample data 1.0//EN"

PLACES = ("Room 4.02", "Bahnhofstrasse 1, 8001 Zürich", 'Café "Au Coin"; 1er étage', "東京")
GIVEN = ("Anna", "Bjørn", "Zoé", "Łukasz", "Nguyễn", "Иван", "美咲", "José", "Fatma", "O'Neil")
FAMILY = ("Müller", "d'Arc", "Østergård", "Świątek", "Smith-Jones", "Петров", "山田", "Ünal")
ORGS = ("Example SA", "Größe & Söhne GmbH", "株式会社例", "Doe, Roe; Partners")
_WORDS = (
    "agenda", "bitte", "mitbringen", "réunion", "préparer", "naïve", "œuvre", "Straße", "日本語",
    "проверка", "emoji 👩‍👩‍👧‍👦", "comma, semicolon; backslash \\", "http://example.test/?a=1&b=2",
    "\n", "tab\there", '"quoted"', "100 %", "<b>no markup</b>",
)  # fmt: skip

Lines = list[str]
Shape = Callable[[random.Random, str, int], Lines]


def escape(text: str) -> str:
    """TEXT of RFC 5545 §3.3.11 and RFC 6350 §4."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def fold(line: str) -> bytes:
    """A content line, folded at 75 octets without cutting a character, with CRLF."""
    pieces, room, piece = [], 75, b""
    for character in line:
        encoded = character.encode()
        if len(piece) + len(encoded) > room:
            pieces.append(piece)
            piece, room = b"", 74  # the space that begins a continued line counts
        piece += encoded
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def to_bytes(lines: Lines) -> bytes:
    """The lines of a resource, folded."""
    return b"".join(fold(line) for line in lines)


def prose(rng: random.Random, words: int) -> str:
    """An escaped text of that many pieces: scripts, escapes, emoji, line breaks."""
    return escape(" ".join(rng.choice(_WORDS) for _ in range(words)))
