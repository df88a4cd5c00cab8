"""Hostile documents are refused in bounded time and memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from sync_engine.dav.rfc4918 import MultistatusParser, parse_error_body
from sync_engine.dav.xml import Limits
from sync_engine.errors import MalformedXml
from tests.dav.replies import HEAD, plain

_PIECE = 1 << 16


def laughs() -> Iterator[bytes]:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield f'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY l0 "lol">{entities}]><m>&l9;</m>'.encode()


def external_entity() -> Iterator[bytes]:
    yield b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'


def quadratic() -> Iterator[bytes]:
    yield b'<!DOCTYPE m [<!ENTITY x "' + b"x" * 100_000 + b'">]><m>' + b"&x;" * 10_000


def deep() -> Iterator[bytes]:
    yield HEAD.encode() + b"<d:response>" + b"<d:a>" * 100_000


def endless(opening: bytes, piece: bytes) -> Iterator[bytes]:
    """What claims a gigabyte and sends it."""
    yield HEAD.encode() + opening
    for _ in range((1 << 30) // len(piece)):
        yield piece


def endless_text() -> Iterator[bytes]:
    return endless(b"<d:response><d:href>", b"x" * _PIECE)


def endless_tag() -> Iterator[bytes]:
    return endless(b"<d:response><d:href k='", b"x" * _PIECE)


def endless_comment() -> Iterator[bytes]:
    return endless(b"<!-- ", b"x" * _PIECE)


def endless_children() -> Iterator[bytes]:
    return endless(b"<d:response>", b"<d:href>a</d:href>" * 3000)


def endless_mixed() -> Iterator[bytes]:
    return endless(b"<d:response>", b"x<d:a/>" * 8000)


def endless_names() -> Iterator[bytes]:
    yield HEAD.encode()
    yield b"".join(b"<n%d/>" % number for number in range(200_000))


def many_attributes() -> Iterator[bytes]:
    yield HEAD.encode() + b"<d:a " + b"".join(b"k%d='' " % n for n in range(20_000)) + b"/>"


BOMBS = [
    laughs,
    external_entity,
    quadratic,
    deep,
    endless_text,
    endless_tag,
    endless_comment,
    endless_children,
    endless_mixed,
    endless_names,
    many_attributes,
]
_SMALL = Limits(child=1 << 20, total=1 << 24, elements=10_000, names=1_000)


def feed_all(parser: MultistatusParser, pieces: Iterator[bytes], taken: list[int]) -> None:
    for piece in pieces:
        taken.append(len(piece))
        parser.feed(piece)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_in_bounded_time(bomb: Callable[[], Iterator[bytes]]):
    limits = Limits()
    taken: list[int] = []
    with pytest.raises(MalformedXml):
        feed_all(MultistatusParser(), bomb(), taken)
    assert sum(taken) <= limits.child + (1 << 20)
    assert parse_error_body(next(bomb())) == ()


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_in_bounded_memory(bomb: Callable[[], Iterator[bytes]]):
    pieces = bomb()
    tracemalloc.start()
    try:
        with pytest.raises(MalformedXml):
            feed_all(MultistatusParser(_SMALL), pieces, [])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 32 << 20


def test_small_rows_without_end_meet_the_total():
    row = plain("/a", "404 Not Found").encode() * 500
    parser = MultistatusParser(Limits(total=1 << 20))
    parser.feed(HEAD.encode())
    taken: list[int] = []
    with pytest.raises(MalformedXml):
        feed_all(parser, iter([row] * 1000), taken)
    assert sum(taken) <= (1 << 20) + len(row)
