"""CRLF on receipt."""

from __future__ import annotations

import pytest
from hypothesis import given

from sync_engine.core.content.lineends import to_crlf
from sync_engine.core.content.lines import split_lines
from tests.core.content import samples
from tests.core.content.strategies import anything


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", b""),
        (b"A:1", b"A:1"),
        (b"A:1\r\n", b"A:1\r\n"),
        (b"A:1\n b\n", b"A:1\r\n b\r\n"),
        (b"A:1\r\nB:2\n", b"A:1\r\nB:2\r\n"),
        (b"A:1\n\n", b"A:1\r\n\r\n"),
        (b"A:1\r\r\n", b"A:1\r\r\n"),
        (b"A:a\rb\nB:2\n", b"A:a\rb\r\nB:2\r\n"),
        (b"A:1\rB:2\r", b"A:1\r\nB:2\r\n"),
        (b"A:\x85\xe2\x80\xa8\x0b\x0c\n", b"A:\x85\xe2\x80\xa8\x0b\x0c\r\n"),
    ],
)
def test_to_crlf(body: bytes, expected: bytes) -> None:
    assert to_crlf(body) == expected


@pytest.mark.parametrize("body", samples.ALL.values(), ids=samples.ALL)
def test_both_roads_give_the_same_bytes(body: bytes) -> None:
    through_xml = body.replace(b"\r\n", b"\n")
    assert to_crlf(through_xml) == to_crlf(body) == body


@given(anything)
def test_once_is_enough(body: bytes) -> None:
    assert to_crlf(to_crlf(body)) == to_crlf(body)


@given(anything.filter(lambda body: b"\n" in body))
def test_only_line_ends_change(body: bytes) -> None:
    before, after = split_lines(body), split_lines(to_crlf(body))
    assert [line.unfolded for line in before] == [line.unfolded for line in after]
