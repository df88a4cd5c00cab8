"""Texts made to cost much: read or refused within a memory that follows from their size.

Each is read in a process of its own with a limit on its address space (RLIMIT_AS) and on
its processor time, far above what it needs and far below what a text that is copied,
nested or tried again and again would take. Bombs of XML are in ``tests/dav/test_bombs``.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

import pytest

from sync_engine.dav.rfc4918 import parse_multistatus
from sync_engine.errors import MalformedXml
from tests.dav.replies import HEAD, TAIL
from tools.tree import ROOT

MEGABYTE = 1 << 20
MEMORY = 768 * MEGABYTE
SECONDS = 100


def calendar(inner: bytes) -> bytes:
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n" % inner


def event(inner: bytes) -> bytes:
    return calendar(b"BEGIN:VEVENT\r\nUID:u\r\n%sEND:VEVENT\r\n" % inner)


def megabyte_line() -> bytes:
    return event(b"SUMMARY:" + b"x" * 4 * MEGABYTE + b"\r\n")


def megabyte_of_folds() -> bytes:
    return event(b"SUMMARY:x\r\n" + b" x\r\n" * 300_000)


def nested_components() -> bytes:
    return calendar(b"BEGIN:VEVENT\r\n" * 50_000 + b"END:VEVENT\r\n" * 50_000)


def never_closed() -> bytes:
    return calendar(b"BEGIN:VEVENT\r\n" * 100_000)


def wide_components() -> bytes:
    one = b"BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID:%d\r\nEND:VEVENT\r\n"
    return calendar(b"".join(one % number for number in range(4_000)))


def many_parameters() -> bytes:
    return event(b"X-A" + b"".join(b";P%d=v" % number for number in range(30_000)) + b":v\r\n")


def many_values() -> bytes:
    return event(b"CATEGORIES:" + b",".join(b"%d" % number for number in range(50_000)) + b"\r\n")


def quotes() -> bytes:
    return event(b'X-A;P="' + b'"=",' * 100_000 + b":v\r\n")


def soft_breaks() -> bytes:
    return event(b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"x=\r\n" * 60_000 + b"\r\n")


def many_guests() -> bytes:
    guest = b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:%d@x.org\r\n"
    return event(b"".join(guest % number for number in range(5_000)))


BOMBS = (
    megabyte_line,
    megabyte_of_folds,
    nested_components,
    never_closed,
    wide_components,
    many_parameters,
    many_values,
    quotes,
    soft_breaks,
    many_guests,
)

READ = """
import sys
from tests.fuzz import test_bombs
from tests.fuzz.doors import check_merge, tokenizer
from sync_engine.core.merge import Side

bomb = getattr(test_bombs, sys.argv[1])()
tokenizer(bomb)
other = bomb.replace(b"VERSION:2.0", b"VERSION:2.0\\r\\nX-ONE:1", 1)
check_merge(bomb, other, bomb, Side.REMOTE)
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.__name__)
def test_texts_that_are_made_to_cost_much(bomb: Callable[[], bytes]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ, bomb.__name__],
        cwd=ROOT,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])


REFERENCES = {
    "many": b"&#x41;" * 100_000,
    "out of range": b"&#x110000;",
    "huge decimal": b"&#" + b"9" * MEGABYTE + b";",
    "huge hexadecimal": b"&#x" + b"f" * MEGABYTE + b";",
    "zeros": b"&#" + b"0" * MEGABYTE + b"65;",
    "without an end": b"&#" + b"1" * MEGABYTE,
    "illegal": b"&#11;" * 100_000,
}


@pytest.mark.parametrize("size", [1 << 16, 1 << 20])
@pytest.mark.parametrize("name", REFERENCES)
def test_numeric_references(name: str, size: int) -> None:
    """XML 1.0 §4.1: read where they name a character, dropped or refused else."""
    href = b"<d:response><d:href>/a%s</d:href><d:status>HTTP/1.1 404 x</d:status></d:response>"
    body = HEAD.encode() + href % REFERENCES[name] + TAIL.encode()
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    try:
        (row,), _ = parse_multistatus(pieces)
    except MalformedXml:
        assert name not in ("many", "illegal")
    else:
        assert row.href == {"many": "/a" + "A" * 100_000, "zeros": "/aA"}.get(name, "/a")
