"""Multistatus, error bodies and the bodies of requests."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.core.identifiers import IfMatch, IfNoneMatch, StrongETag
from sync_engine.dav import names
from sync_engine.dav.model import Element, PropStat
from sync_engine.dav.rfc4918 import (
    MultistatusParser,
    href_of,
    hrefs_of,
    mkcol_body,
    parse_error_body,
    parse_multistatus,
    parse_status,
    precondition_header,
    propfind_body,
    proppatch_body,
)
from sync_engine.dav.xml import element
from sync_engine.errors import MalformedXml, NotDav, ProtocolError
from tests.dav.replies import (
    CALENDAR,
    HEAD,
    TAIL,
    etag,
    multistatus,
    parse,
    plain,
    response,
    rows_of,
    token,
)

XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def test_rows_come_out_as_they_are_complete():
    parser = MultistatusParser()
    assert parser.feed(HEAD.encode()) == []
    first, second = response("/a", etag('"1"')), plain("/b", "404 Not Found")
    (row,) = parser.feed(first.encode() + second[:20].encode())
    assert row.href == "/a"
    assert row.ok()[names.GETETAG].text == '"1"'
    (row,) = parser.feed(second[20:].encode())
    assert (row.href, row.status, row.propstats) == ("/b", 404, ())
    assert parser.feed(token("t:1").encode() + TAIL.encode()) == []
    end = parser.close()
    assert (end.sync_token, end.rows, end.root, end.tail) == ("t:1", 2, names.MULTISTATUS, ())
    assert end.dropped == 0


def test_several_hrefs_of_a_response_are_several_rows():
    rows = rows_of(
        "<d:response><d:href> /a </d:href><d:href>/b</d:href><d:status>HTTP/1.1 423 L</d:status>"
        "<d:error><d:lock-token-submitted/><s:x/></d:error><s:other/></d:response>"
    )
    assert [(row.href, row.status) for row in rows] == [("/a", 423), ("/b", 423)]
    assert rows[0].errors == ("{DAV:}lock-token-submitted", "{http://sabredav.org/ns}x")


def test_propstats_are_kept_apart():
    (row,) = rows_of(
        f"<d:response><d:href>/a</d:href><d:propstat><d:prop>{etag('1')}<d:x/></d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop><d:y/></d:prop>"
        "<d:status>HTTP/1.1 404 Not Found</d:status>"
        "<d:responsedescription>no</d:responsedescription>"
        "</d:propstat><d:propstat><d:prop><d:z/></d:prop></d:propstat></d:response>"
    )
    assert [(stat.status, list(stat.properties)) for stat in row.propstats] == [
        (200, ["{DAV:}getetag", "{DAV:}x"]),
        (404, ["{DAV:}y"]),
        (0, ["{DAV:}z"]),
    ]
    assert list(row.ok()) == ["{DAV:}getetag", "{DAV:}x"]


def test_only_an_empty_418_propstat_is_noise():
    filler = "<d:propstat><d:prop/><d:status>HTTP/1.1 {}</d:status></d:propstat>"
    (row,) = rows_of(
        "<d:response><d:href>/a</d:href>" + filler.format("418 I'm a teapot") + "</d:response>"
    )
    assert row.propstats == ()
    (row,) = rows_of(
        "<d:response><d:href>/a</d:href>" + filler.format("404 Not Found") + "</d:response>"
    )
    assert row.propstats == (PropStat(404, {}),)
    (row,) = rows_of(response("/a", "<d:x/>", "HTTP/1.1 418 x"))
    assert row.propstats[0].status == 418


def test_what_is_no_row_is_passed_over():
    rows, end = parse(
        multistatus("<d:responsedescription>all fine</d:responsedescription><s:x/>", token(" "))
    )
    assert (rows, end.rows, end.sync_token) == ([], 0, None)


def test_an_empty_multistatus_is_one_and_an_empty_body_is_none():
    assert parse(b'<D:multistatus xmlns:D="DAV:"/>')[1].rows == 0
    with pytest.raises(NotDav):
        MultistatusParser().close()


@pytest.mark.parametrize(
    "body",
    [b"<multistatus/>", b'<D:error xmlns:D="DAV:"/>', b'<D:multistatus xmlns:D="DAV"/>', b"{}"],
)
def test_another_root_is_no_multistatus(body: bytes):
    with pytest.raises(NotDav):
        parse(body)


def test_a_row_without_href_cannot_be_vouched_for():
    with pytest.raises(MalformedXml):
        rows_of("<d:response><d:status>HTTP/1.1 404 Not Found</d:status></d:response>")


def test_truncation_is_never_a_short_listing():
    body = multistatus(response("/a", etag("1")), response("/b", etag("2")))
    for size in range(len(HEAD), len(body)):
        with pytest.raises(MalformedXml):
            parse(body[:size])


def test_a_small_multistatus_at_once():
    rows, end = parse_multistatus([multistatus(plain("/a", "200 OK"))])
    assert (len(rows), end.rows) == (1, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HTTP/1.1 200 OK", 200),
        (" http/1.0  404\n", 404),
        ("HTTP/2 507 Insufficient Storage", 507),
        ("204 No Content", 204),
        ("418", 418),
        ("HTTP/1.1 2000 OK", 0),
        ("HTTP/1.1 OK", 0),
        ("600", 0),
        ("", 0),
    ],
)
def test_status_lines(text: str, code: int):
    assert parse_status(text) == code


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'<D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>', ("{DAV:}valid-sync-token",)),
        (
            b'<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>x</s:exception>'
            b"<d:valid-sync-token/></d:error>",
            ("{http://sabredav.org/ns}exception", "{DAV:}valid-sync-token"),
        ),
        (b'<error xmlns="DAV:"/>', ()),
        (
            multistatus(
                plain("/a", "412 P", "<d:error><d:valid-sync-token/></d:error>"),
                "<d:response><d:href>/a</d:href><d:propstat><d:prop/><d:status>HTTP/1.1 403 F"
                "</d:status><d:error><d:valid-sync-token/><d:x/></d:error></d:propstat>"
                "</d:response>",
                "<d:error><d:ignored/></d:error>",
            ),
            ("{DAV:}valid-sync-token", "{DAV:}x"),
        ),
        (b"<html><body><p>Forbidden<br></body></html>", ()),
        (b"<?xml version='1.0'?><problem><title/></problem>", ()),
        (b"Precondition Failed", ()),
        (b'<D:error xmlns:D="DAV:"><D:valid-sync-token/>', ()),
        (b"", ()),
        (b'<D:error xmlns:D="DAV:">' + b" " * (1 << 20) + b"<D:x/></D:error>", ()),
    ],
)
def test_error_bodies(body: bytes, found: tuple[str, ...]):
    assert parse_error_body(body) == found


def test_href_properties():
    prop = element("{DAV:}p", *(element(names.HREF, text) for text in [" /a/ ", "", "b", "/a/"]))
    assert href_of(prop, CALENDAR) == "https://dav.example.org/a/"
    assert hrefs_of(prop, CALENDAR) == ("https://dav.example.org/a/", CALENDAR + "b")
    assert href_of(Element("x"), CALENDAR) is None
    assert href_of(element("x", element(names.HREF, " ")), CALENDAR) is None
    assert href_of(None, CALENDAR) is None
    assert hrefs_of(None, CALENDAR) == ()


def test_bodies():
    assert propfind_body([names.GETETAG, names.GETCTAG]).decode() == (
        XML + '<D:propfind xmlns:D="DAV:" xmlns:CS="http://calendarserver.org/ns/">'
        "<D:prop><D:getetag/><CS:getctag/></D:prop></D:propfind>"
    )
    assert proppatch_body({names.DISPLAYNAME: "A & B"}, [names.CALENDAR_COLOR]).decode() == (
        XML + '<D:propertyupdate xmlns:D="DAV:" xmlns:A="http://apple.com/ns/ical/">'
        "<D:set><D:prop><D:displayname>A &amp; B</D:displayname></D:prop></D:set>"
        "<D:remove><D:prop><A:calendar-color/></D:prop></D:remove></D:propertyupdate>"
    )
    assert b"remove" not in proppatch_body({names.DISPLAYNAME: "A"})
    assert b"set" not in proppatch_body({}, [names.DISPLAYNAME])
    body = mkcol_body([names.CALENDAR], {names.DISPLAYNAME: "A"}, [element("{x}y")])
    assert body.decode() == (
        XML + '<D:mkcol xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:ns3="x">'
        "<D:set><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
        "<D:displayname>A</D:displayname><ns3:y/></D:prop></D:set></D:mkcol>"
    )


def test_precondition_headers():
    assert precondition_header(IfMatch(StrongETag('"1"'))) == ("If-Match", '"1"')
    assert precondition_header(IfNoneMatch()) == ("If-None-Match", "*")


TRICKY = multistatus(
    response(
        "/ü%20/1.ics", etag('"1&2"') + "<cal:calendar-data>A\r\nB&#13;\n\x0b</cal:calendar-data>"
    ),
    plain("/gone&#38;", "404 Not Found"),
    response("/2", "<cal:calendar-data><![CDATA[<&#11;]] ]]></cal:calendar-data>") + "\n",
    token("https://example.org/ns/sync/1?a=b&amp;c"),
)


@given(st.lists(st.integers(0, len(TRICKY))))
def test_chunks_may_be_cut_anywhere(cuts: list[int]):
    whole_rows, whole_end = parse(TRICKY, len(TRICKY))
    parser = MultistatusParser()
    rows = []
    places = [0, *sorted(cuts), len(TRICKY)]
    for start, end in pairwise(places):
        rows += parser.feed(TRICKY[start:end])
    assert parser.close() == whole_end
    assert rows == whole_rows
    assert whole_end.dropped == 1


def test_one_byte_at_a_time():
    assert parse(TRICKY, 1) == parse(TRICKY, len(TRICKY))


@given(st.binary(max_size=400), st.integers(0, len(TRICKY)), st.booleans())
def test_random_bytes_raise_nothing_but_protocol_errors(noise: bytes, at: int, keep: bool):
    body = TRICKY[:at] + noise + (TRICKY[at:] if keep else b"")
    for data in (noise, body):
        with suppress(ProtocolError):
            parse(data, 33)
        assert isinstance(parse_error_body(data), tuple)
