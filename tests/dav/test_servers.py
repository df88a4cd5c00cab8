"""Replies in the words of real servers, one test for each quirk of parsing."""

from __future__ import annotations

import pytest

from sync_engine.core.identifiers import ETag, SyncToken
from sync_engine.dav.collections import parse_collections
from sync_engine.dav.members import FailedMember, Gone, Member, collect_members
from sync_engine.dav.rfc4918 import parse_error_body
from sync_engine.dav.rfc5397 import current_user_principal, unauthenticated
from sync_engine.dav.rfc6578 import SyncPage, classify, refuses_token
from sync_engine.errors import NotDav
from tests.dav.replies import parse

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
SABRE = (
    '<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"'
    ' xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"'
    ' xmlns:card="urn:ietf:params:xml:ns:carddav">'
)


def sync(url: str, body: str) -> SyncPage:
    rows, end = parse(body.encode())
    return classify(rows, url, end.sync_token)


def test_infomaniak_deleted_row_has_its_status_first_and_a_418_filler():
    page = sync(
        "https://sync.infomaniak.com/calendars/AB12345/work/",
        SABRE + "<d:response><d:status>HTTP/1.1 404 Not Found</d:status>"
        "<d:href>/calendars/AB12345/work/gone.ics</d:href>"
        "<d:propstat><d:prop/><d:status>HTTP/1.1 418 I'm a teapot</d:status></d:propstat>"
        "</d:response><d:response><d:href>/calendars/AB12345/work/a.ics</d:href><d:propstat>"
        "<d:prop><d:getetag>&quot;5d41&quot;</d:getetag></d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        "<d:sync-token>http://sabre.io/ns/sync/42</d:sync-token></d:multistatus>",
    )
    assert page.removed == {"/calendars/AB12345/work/gone.ics"}
    assert [member.etag for member in page.changed.values()] == [ETag('"5d41"')]
    assert not page.failed
    assert page.token == "http://sabre.io/ns/sync/42"


@pytest.mark.parametrize("body", ["", "\n", " \r\n\t"])
def test_infomaniak_a_207_without_a_body_is_no_reply(body: str):
    with pytest.raises(NotDav):
        parse(body.encode())


def test_infomaniak_a_report_without_rows_and_token_says_nothing():
    page = sync("https://sync.infomaniak.com/x/", SABRE + "</d:multistatus>")
    assert page == SyncPage({}, frozenset(), {}, False, None)


def test_infomaniak_directory_is_read_only_and_colours_are_normal():
    rows, _ = parse(
        (
            SABRE + "<d:response><d:href>/addressbooks/AB12345/org/</d:href><d:propstat><d:prop>"
            "<d:resourcetype><d:collection/><card:addressbook/></d:resourcetype>"
            "<d:current-user-privilege-set><d:privilege><d:read/></d:privilege>"
            "<d:privilege><d:read-acl/></d:privilege></d:current-user-privilege-set></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>"
        ).encode()
    )
    (info,) = parse_collections(
        rows, "https://sync.infomaniak.com/addressbooks/AB12345/"
    ).collections
    assert info.read_only


@pytest.mark.parametrize(
    "body",
    [
        # SabreDAV and Nextcloud, 403
        DECLARATION + '<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">'
        "<s:exception>Sabre\\DAV\\Exception\\InvalidSyncToken</s:exception>"
        "<s:message>Invalid or unknown sync token</s:message><d:valid-sync-token/></d:error>",
        # Radicale, 403
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<error xmlns="DAV:"><valid-sync-token /></error>',
        # Xandikos, 412
        '<ns0:error xmlns:ns0="DAV:"><ns0:valid-sync-token/></ns0:error>',
        # Cyrus, 403
        DECLARATION + '<D:error xmlns:D="DAV:">\n  <D:valid-sync-token/>\n</D:error>\n',
    ],
)
def test_a_refused_token_in_the_words_of_each(body: str):
    assert refuses_token(parse_error_body(body.encode()))


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html><html><body>valid-sync-token</body></html>",
        '<d:error xmlns:d="DAV:"><valid-sync-token xmlns="urn:other"/></d:error>',
        '<d:error xmlns:d="DAV:"><d:need-privileges/></d:error>',
    ],
)
def test_another_refusal_is_not_one_of_the_token(body: str):
    assert not refuses_token(parse_error_body(body.encode()))


def test_xandikos_data_it_does_not_give_in_a_report():
    page = sync(
        "http://127.0.0.1:8080/alice/calendars/calendar/",
        '<ns0:multistatus xmlns:ns0="DAV:" xmlns:ns1="urn:ietf:params:xml:ns:caldav">'
        "<ns0:response><ns0:href>/alice/calendars/calendar/a.ics</ns0:href>"
        "<ns0:propstat><ns0:status>HTTP/1.1 200 OK</ns0:status>"
        '<ns0:prop><ns0:getetag>"9f"</ns0:getetag></ns0:prop></ns0:propstat>'
        "<ns0:propstat><ns0:status>HTTP/1.1 404 Not Found</ns0:status>"
        "<ns0:prop><ns1:calendar-data/></ns0:prop></ns0:propstat></ns0:response>"
        "<ns0:sync-token>4b825dc6</ns0:sync-token></ns0:multistatus>",
    )
    (member,) = page.changed.values()
    assert member == Member("/alice/calendars/calendar/a.ics", ETag('"9f"'))
    assert not page.removed


def test_radicale_first_report_lists_removed_members():
    page = sync(
        "http://127.0.0.1:5232/alice/c/",
        "<?xml version='1.0' encoding='utf-8'?>\n<multistatus xmlns=\"DAV:\">"
        "<sync-token>http://radicale.org/ns/sync/1</sync-token>"
        "<response><href>/alice/c/old.ics</href><status>HTTP/1.1 404 Not Found</status></response>"
        "</multistatus>",
    )
    assert page.removed == {"/alice/c/old.ics"}
    assert page.token == "http://radicale.org/ns/sync/1"


def test_cyrus_pages_by_507_about_the_collection():
    page = sync(
        "https://cyrus.example/dav/calendars/user/alice/Default/",
        DECLARATION + '<D:multistatus xmlns:D="DAV:"><D:response>'
        "<D:href>/dav/calendars/user/alice/Default/</D:href>"
        "<D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
        "<D:error><D:number-of-matches-within-limits/></D:error></D:response>"
        "<D:sync-token>data:,123-45</D:sync-token></D:multistatus>",
    )
    assert (page.truncated, page.token) == (True, SyncToken("data:,123-45"))
    assert not page.failed


def test_cyrus_root_without_credentials_names_nobody():
    (row,) = parse(
        (
            DECLARATION + '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/</D:href><D:propstat>'
            "<D:prop><D:current-user-principal><D:unauthenticated/></D:current-user-principal>"
            "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
            "</D:multistatus>"
        ).encode()
    )[0]
    assert current_user_principal(row.ok(), "https://cyrus.example/") is None
    assert unauthenticated(row.ok())


def test_stalwart_removed_and_changed_at_once_and_at_signs_that_differ():
    row = "<D:response><D:href>{}</D:href>{}</D:response>"
    tag = (
        '<D:propstat><D:prop><D:getetag>"2"</D:getetag></D:prop>'
        "<D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
    )
    page = sync(
        "https://mail.example/dav/cal/alice/default/",
        '<D:multistatus xmlns:D="DAV:">'
        + row.format("/dav/cal/alice/default/a.ics", tag)
        + row.format("/dav/cal/alice/default/a.ics", "<D:status>HTTP/1.1 404 x</D:status>")
        + row.format("/dav/cal/alice/default/x@y.ics", tag)
        + row.format("/dav/cal/alice/default/x%40y.ics", "<D:status>HTTP/1.1 404 x</D:status>")
        + "</D:multistatus>",
    )
    assert set(page.changed) == {
        "/dav/cal/alice/default/a.ics",
        "/dav/cal/alice/default/x@y.ics",
    }
    assert page.changed["/dav/cal/alice/default/a.ics"].etag is None
    assert page.removed == {"/dav/cal/alice/default/x%40y.ics"}


def test_icloud_partition_hosts_cdata_and_itself_among_its_members():
    url = "https://caldav.icloud.com/123/calendars/home/"
    rows, _ = parse(
        (
            DECLARATION + "<multistatus xmlns='DAV:'>"
            "<response xmlns='DAV:'><href>https://p42-caldav.icloud.com:443/123/calendars/home/"
            '</href><propstat><prop><getetag>"c"</getetag></prop>'
            "<status>HTTP/1.1 200 OK</status></propstat></response>"
            "<response xmlns='DAV:'><href>https://p42-caldav.icloud.com:443/123/calendars/home/a.ics"
            '</href><propstat><prop><getetag>"C=1@U=x"</getetag>'
            "<calendar-data xmlns='urn:ietf:params:xml:ns:caldav'>"
            "<![CDATA[BEGIN:VCALENDAR\r\nX-ALT:<b>&#11;&amp;</b>\r\nEND:VCALENDAR\r\n]]>"
            "</calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>"
            "</multistatus>"
        ).encode()
    )
    (member,) = collect_members(rows, url).values()
    assert member == Member(
        "https://p42-caldav.icloud.com:443/123/calendars/home/a.ics",
        ETag('"C=1@U=x"'),
        b"BEGIN:VCALENDAR\r\nX-ALT:<b>&#11;&amp;</b>\r\nEND:VCALENDAR\r\n",
    )


def test_gmx_weak_etags_are_kept_as_weak():
    rows, _ = parse(
        b'<D:multistatus xmlns:D="DAV:"><D:response><D:href>/c/a</D:href><D:propstat><D:prop>'
        b'<D:getetag>W/"7"</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>'
        b"</D:response></D:multistatus>"
    )
    (member,) = collect_members(rows, "https://caldav.gmx.net/c/").values()
    assert isinstance(member, Member)
    assert member.etag is not None
    assert member.etag.strong is None


def test_zimbra_lists_one_collection_twice():
    row = (
        "<D:response><D:href>/dav/alice@example.org/Calendar/</D:href><D:propstat><D:prop>"
        "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop>"
        "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
    )
    rows, _ = parse(
        (
            '<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
            + row * 2
            + "</D:multistatus>"
        ).encode()
    )
    assert len(parse_collections(rows, "https://z.example/dav/alice@example.org/").collections) == 1


def test_davical_in_and_out_are_typed_as_calendars_and_are_none():
    row = (
        "<response><href>/caldav.php/alice/{}/</href><propstat><prop><resourcetype><collection/>"
        "<C:calendar/></resourcetype></prop><status>HTTP/1.1 200 OK</status></propstat></response>"
    )
    rows, _ = parse(
        (
            '<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
            + "".join(row.format(name) for name in (".in", ".out", "home"))
            + "</multistatus>"
        ).encode()
    )
    listing = parse_collections(rows, "https://davical.example/caldav.php/alice/")
    assert [info.url for info in listing.collections] == [
        "https://davical.example/caldav.php/alice/home/"
    ]


def test_control_characters_in_one_resource_do_not_cost_the_others():
    row = (
        '<d:response><d:href>/c/{}</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag>'
        "<cal:calendar-data>{}</cal:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status>"
        "</d:propstat></d:response>"
    )
    rows, end = parse(
        (
            SABRE
            + row.format("a.ics", "X\x0bY\x00&#11;&#x1F;Z")
            + row.format("b.ics", "B")
            + "</d:multistatus>"
        ).encode()
    )
    found = list(collect_members(rows, "https://h/c/").values())
    assert [member.body for member in found if isinstance(member, Member)] == [b"XYZ", b"B"]
    assert end.dropped == 4


def test_ids_over_255_characters_and_missing_etags():
    href = "/c/" + "x" * 400 + ".ics"
    rows, _ = parse(
        f"{SABRE}<d:response><d:href>{href}</d:href><d:propstat><d:prop><d:getcontenttype>"
        "text/directory</d:getcontenttype></d:prop><d:status>HTTP/1.1 200 OK</d:status>"
        "</d:propstat></d:response></d:multistatus>".encode()
    )
    assert list(collect_members(rows, "https://h/c/").values()) == [Member(href, None)]


def test_multiget_rows_of_each_family():
    rows, _ = parse(
        (
            SABRE + "<d:response><d:href>/c/gone.ics</d:href>"
            "<d:status>HTTP/1.1 404 Not Found</d:status></d:response>"
            "<d:response><d:href>/c/locked.ics</d:href><d:status>HTTP/1.1 423 Locked</d:status>"
            "</d:response></d:multistatus>"
        ).encode()
    )
    assert list(collect_members(rows, "https://h/c/").values()) == [
        Gone("/c/gone.ics"),
        FailedMember("/c/locked.ics", 423),
    ]


def test_a_captive_portal_is_no_listing():
    for page in (
        b"<!DOCTYPE html>\n<html><head><title>Login</title></head></html>",
        b"<html><meta charset=utf-8><script>location='/login'</script>",
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    ):
        with pytest.raises(NotDav):
            parse(page)
