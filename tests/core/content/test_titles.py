"""Titles for lists."""

from __future__ import annotations

import pytest
from hypothesis import given

from sync_engine.core.content.facts import summary
from sync_engine.core.content.titles import MAX_TITLE
from tests.core.content import samples
from tests.core.content.strategies import anything


def card(*lines: bytes) -> bytes:
    return b"\r\n".join((b"BEGIN:VCARD", *lines, b"END:VCARD", b""))


def event(*lines: bytes) -> bytes:
    return b"BEGIN:VEVENT\n" + b"\n".join(lines) + b"\nEND:VEVENT\n"


def calendar(*components: bytes) -> bytes:
    return b"BEGIN:VCALENDAR\n" + b"".join(components) + b"END:VCALENDAR\n"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(samples.SERIES, "Weekly review, long", id="master before override"),
        pytest.param(samples.TASK, "Buy milk", id="task"),
        pytest.param(samples.CARD, "Dr. Jane Doe", id="contact"),
        pytest.param(samples.CARD21, "Jörg Müller", id="quoted-printable, Latin-1"),
        pytest.param(b"", "", id="empty"),
        pytest.param(b"junk", "", id="junk"),
        pytest.param(calendar(event(b"UID:1")), "", id="without title"),
        pytest.param(
            calendar(event(b"RECURRENCE-ID:1", b"SUMMARY:b"), event(b"SUMMARY:a")), "a", id="order"
        ),
        pytest.param(
            calendar(event(b"RECURRENCE-ID:1", b"SUMMARY:b"), event(b"SUMMARY: ")), "b", id="next"
        ),
        pytest.param(
            calendar(event(rb"SUMMARY:a\, b\; c\\n\nd\Ne\x")), "a, b; c\\n d ex", id="escapes"
        ),
        pytest.param(
            calendar(event("SUMMARY:a\x1b[31m\u202eb\u2028c\t d".encode())),
            "a [31m b c d",
            id="control characters",
        ),
        pytest.param(calendar(event(b"SUMMARY:\xff")), "\ufffd", id="not UTF-8"),
        pytest.param(card(b"FN:", b"N:Doe;Jane;;;"), "Jane Doe", id="N"),
        pytest.param(card(b"N:Doe"), "Doe", id="short N"),
        pytest.param(card(rb"N:D\;oe;J"), "J D;oe", id="escaped semicolon"),
        pytest.param(card(b"ORG:Acme;Lab"), "Acme Lab", id="ORG"),
        pytest.param(card(b"EMAIL:a@b.c"), "a@b.c", id="EMAIL"),
        pytest.param(card(b"UID:1"), "", id="contact without any"),
        pytest.param(card(b"FN;CHARSET=no-such:x"), "x", id="unknown charset"),
        pytest.param(card(b"FN;CHARSET=base64:x"), "x", id="a codec that is no charset"),
        pytest.param(card(b"FN;CHARSET=\xff:x"), "x", id="charset that is no ASCII"),
        pytest.param(card(b"UID:1") + card(b"FN:b"), "b", id="second object"),
    ],
)
def test_summary(body: bytes, title: str) -> None:
    assert summary(body) == title


def test_long_titles_are_cut() -> None:
    assert summary(card(b"FN:" + b"x" * MAX_TITLE)) == "x" * MAX_TITLE
    assert summary(card(b"FN:" + b"x" * (MAX_TITLE + 1))) == "x" * (MAX_TITLE - 1) + "…"


@given(anything)
def test_any_title_is_one_short_printable_line(body: bytes) -> None:
    title = summary(body)
    assert len(title) <= MAX_TITLE
    assert title.splitlines() in ([], [title])
    assert title == title.strip()
    title.encode()
