"""What a row says about a member of a collection."""

from __future__ import annotations

import pytest

from sync_engine.core.identifiers import ETag, Href
from sync_engine.dav.members import (
    FailedMember,
    Gone,
    Member,
    MemberRow,
    collect_members,
    read_member,
)
from sync_engine.dav.text import crlf, text_to_bytes
from tests.dav.replies import CALENDAR, etag, plain, response, rows_of

A = Href("/calendars/alice/work/a.ics")
ONE = ETag('"1"')


def data(text: str) -> str:
    return f"<cal:calendar-data>{text}</cal:calendar-data>"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (response(A, etag('"1"')), Member(A, ONE)),
        (response(A, etag('W/"1"')), Member(A, ETag('"1"', weak=True))),
        (response(A, etag("1")), Member(A, ONE)),
        (response(A, etag("")), Member(A, None)),
        (response(A, etag('"1"') + data("X\nY&#13;\n")), Member(A, ONE, b"X\r\nY\r\n")),
        (
            response(A, etag('"1"') + "<card:address-data>X</card:address-data>"),
            Member(A, ONE, b"X"),
        ),
        (response(A, etag('"1"') + data("")), Member(A, ONE)),
        (response(A, "<d:getcontenttype>text/x-vcard</d:getcontenttype>"), Member(A, None)),
        (response("a.ics", etag('"1"')), Member(A, ONE)),
        (response("https://dav.example.org" + A, etag('"1"')), Member(A, ONE)),
        (response(A, etag("x"), "HTTP/1.1 404 Not Found"), Member(A, None)),
        (response(A, "", "HTTP/1.1 404 Not Found"), Member(A, None)),
        (response(A, "<d:x/>", "HTTP/1.1 403 Forbidden"), FailedMember(A, 403)),
        (response(A, "<d:x/>", "nonsense"), FailedMember(A, 0)),
        (plain(A, "404 Not Found"), Gone(A)),
        (plain(A, "410 Gone"), Gone(A)),
        (plain(A, "200 OK"), Member(A, None)),
        (plain(A, "500 x", "<d:error><d:e/></d:error>"), FailedMember(A, 500, ("{DAV:}e",))),
        (plain(A, "nonsense"), FailedMember(A, 0)),
        (plain(A, "301 Moved"), FailedMember(A, 301)),
        (f"<d:response><d:href>{A}</d:href></d:response>", Member(A, None)),
        (response("/calendars/alice/work/", etag('"1"')), None),
        (response("/calendars/alice/work", etag('"1"')), None),
        (response("", etag('"1"')), None),
        (response("/calendars/alice/work/sub/", etag('"1"')), None),
        (
            response(
                "/calendars/alice/work/sub",
                "<d:resourcetype><d:collection/></d:resourcetype>",
            ),
            None,
        ),
        (response(A, "<d:resourcetype/>" + etag('"1"')), Member(A, ONE)),
    ],
)
def test_each_row(row: str, expected: MemberRow | None):
    (parsed,) = rows_of(row)
    assert read_member(parsed, CALENDAR) == expected


FULL = response(A, etag('"1"') + data("X"))
TAG = response(A, etag('"1"'))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([TAG, FULL], Member(A, ONE, b"X")),
        ([FULL, TAG], Member(A, ONE, b"X")),
        ([FULL, FULL], Member(A, ONE, b"X")),
        ([FULL, response(A, etag('"1"') + data("Y"))], Member(A, None)),
        ([FULL, response(A, etag('"2"') + data("X"))], Member(A, None)),
        ([FULL, response(A, etag('"2"')), FULL], Member(A, None)),
        ([plain(A, "404 x"), FULL], Member(A, None)),
        ([FULL, plain(A, "404 x")], Member(A, None)),
        ([plain(A, "404 x"), plain(A, "403 x")], Member(A, None)),
        ([plain(A, "404 x"), plain("%61.ics", "404 x")], Gone(A)),
        ([plain(A, "403 x"), plain(A, "500 x")], FailedMember(A, 403)),
    ],
)
def test_rows_about_one_href(rows: list[str], expected: MemberRow):
    assert list(collect_members(rows_of(*rows), CALENDAR).values()) == [expected]


def test_other_escapes_are_one_resource_only_where_the_rfc_says_so():
    found = collect_members(
        rows_of(
            *(response(href, etag("1")) for href in ["/c/a%40b", "/c/a@b", "/c/a%2fb", "/c/a/b"])
        ),
        "https://h/c/",
    )
    assert [row.href for row in found.values()] == ["/c/a%40b", "/c/a@b", "/c/a%2fb", "/c/a/b"]


def test_rows_about_nobody_are_left_out():
    assert collect_members(rows_of(response("/calendars/alice/work/")), CALENDAR) == {}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"a\nb\n", b"a\r\nb\r\n"),
        (b"a\r\nb\n\r\n", b"a\r\nb\r\n\r\n"),
        (b"a\rb\r\r\n", b"a\rb\r\r\n"),
        ("\ufeffä \t\x0b".encode(), "\ufeffä \t\x0b".encode()),
        (b"", b""),
    ],
)
def test_line_ends_and_nothing_else(given: bytes, expected: bytes):
    assert crlf(given) == expected
    assert crlf(expected) == expected
    assert text_to_bytes(given.decode()) == expected
