"""One PROPFIND on a home set, and the properties in it."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.identifiers import Href
from sync_engine.dav import apple, names, rfc3744, rfc4791, rfc5397, rfc6352, rfc6578
from sync_engine.dav.collections import (
    collection_properties,
    kind_of,
    parse_collection,
    parse_collections,
)
from sync_engine.dav.model import Element
from sync_engine.dav.properties import integer_of
from tests.dav.replies import HOME, OK, etag, plain, response, rows_of

IS_CALENDAR = "<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>"
IS_BOOK = "<d:resourcetype><d:collection/><card:addressbook/></d:resourcetype>"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def props(text: str) -> dict[str, Element]:
    (row,) = rows_of(response("/x", text))
    return row.ok()


def test_everything_about_a_calendar():
    row = response(
        "/calendars/alice/work",
        IS_CALENDAR
        + "<d:displayname> Work </d:displayname>"
        + "<cal:calendar-description>Busy</cal:calendar-description>"
        + "<cal:supported-calendar-component-set><cal:comp name='vevent'/><cal:comp name='VTODO'/>"
        + "<cal:comp/></cal:supported-calendar-component-set>"
        + "<cal:supported-calendar-data><cal:calendar-data content-type='text/calendar'"
        + " version='2.0'/></cal:supported-calendar-data>"
        + "<cal:max-resource-size>10485760</cal:max-resource-size>"
        + "<a:calendar-color>#FF00AAFF</a:calendar-color><a:calendar-order>3</a:calendar-order>"
        + "<d:sync-token>http://sabre.io/ns/sync/7</d:sync-token><cs:getctag>\n7\n</cs:getctag>"
        + "<d:current-user-privilege-set><d:privilege><d:read/></d:privilege><d:privilege>"
        + "<d:write-content/></d:privilege></d:current-user-privilege-set>"
        + "<d:supported-report-set><d:supported-report><d:report><d:sync-collection/></d:report>"
        + "</d:supported-report><d:supported-report><d:report><cal:calendar-multiget/></d:report>"
        + "</d:supported-report></d:supported-report-set>"
        + "<d:current-user-principal><d:href>/principals/alice/</d:href>"
        + "</d:current-user-principal>",
    )
    listing = parse_collections(rows_of(row), HOME)
    assert listing.principal == "https://dav.example.org/principals/alice/"
    assert listing.refused == ()
    assert listing.collections == (
        CollectionInfo(
            url="https://dav.example.org/calendars/alice/work/",
            kind=Kind.CALENDAR,
            display_name="Work",
            description="Busy",
            components=frozenset({"VEVENT", "VTODO"}),
            color="#ff00aa",
            order=3,
            read_only=False,
            sync_token="http://sabre.io/ns/sync/7",
            ctag="7",
            reports=frozenset({names.SYNC_COLLECTION, names.CALENDAR_MULTIGET}),
            data_types=("text/calendar;version=2.0",),
            max_resource_size=10485760,
        ),
    )


def test_everything_about_an_address_book():
    (row,) = rows_of(
        response(
            "/addressbooks/alice/friends/",
            IS_BOOK
            + "<card:addressbook-description>F</card:addressbook-description>"
            + "<card:supported-address-data>"
            + "<card:address-data-type content-type='text/vcard' version='3.0'/>"
            + "<card:address-data-type content-type='Text/vCard' version='4.0'/>"
            + "<card:address-data-type content-type='application/vcard+json'/>"
            + "<card:address-data-type content-type='text/vcard' version='3.0'/>"
            + "<card:address-data-type/></card:supported-address-data>"
            + "<card:max-resource-size>1000</card:max-resource-size>"
            + "<d:current-user-privilege-set><d:privilege><d:read/><d:write-properties/>"
            + "</d:privilege></d:current-user-privilege-set>",
        )
    )
    assert parse_collection(row, HOME) == CollectionInfo(
        url="https://dav.example.org/addressbooks/alice/friends/",
        kind=Kind.ADDRESSBOOK,
        description="F",
        read_only=True,
        data_types=("text/vcard;version=3.0", "text/vcard;version=4.0", "application/vcard+json"),
        max_resource_size=1000,
    )


def kinds(*rows: str) -> list[str]:
    return [info.url for info in parse_collections(rows_of(*rows), HOME).collections]


@pytest.mark.parametrize(
    ("href", "types"),
    [
        ("/calendars/alice/inbox/", "<d:collection/><cal:schedule-inbox/>"),
        ("/calendars/alice/inbox/", "<d:collection/><cal:calendar/><cal:schedule-inbox/>"),
        ("/calendars/alice/outbox/", "<d:collection/><cal:calendar/><cal:schedule-outbox/>"),
        ("/calendars/alice/.in/", "<d:collection/><cal:calendar/>"),
        ("/calendars/alice/.out/", "<d:collection/><cal:calendar/>"),
        ("/calendars/alice/trashbin/", "<d:collection/><nc:trash-bin/>"),
        ("/calendars/alice/old/", "<cal:calendar/><nc:deleted-calendar/>"),
        ("/calendars/alice/notifications/", "<d:collection/><cs:notification/>"),
        ("/calendars/alice/folder/", "<d:collection/>"),
        ("/calendars/alice/file", ""),
        ("/calendars/alice/", "<d:collection/><cal:calendar/>"),
    ],
)
def test_what_is_not_a_collection_of_the_home_set(href: str, types: str):
    listing = parse_collections(
        rows_of(response(href, f"<d:resourcetype>{types}</d:resourcetype>")), HOME
    )
    assert listing.collections == ()
    assert listing.refused == ()


def test_hrefs_are_made_absolute_once():
    assert kinds(
        response("/calendars/alice/work/", IS_CALENDAR),
        response("work", IS_CALENDAR),
        response("https://dav.example.org/calendars/alice/%77ork", IS_CALENDAR),
        response("http://dav.example.org/calendars/alice/a%40b/", IS_CALENDAR),
        response("https://p07.example.org/x/", IS_CALENDAR),
    ) == [
        "https://dav.example.org/calendars/alice/work/",
        "https://dav.example.org/calendars/alice/a%40b/",
        "https://p07.example.org/x/",
    ]


def test_rows_that_come_apart_are_read_as_one():
    (info,) = parse_collections(
        rows_of(response("/c/", IS_CALENDAR), response("/c/", "<d:displayname>C</d:displayname>")),
        HOME,
    ).collections
    assert (info.display_name, info.components, info.reports) == ("C", frozenset(), None)


def test_a_refused_row_is_told_and_not_listed():
    listing = parse_collections(
        rows_of(
            plain("/calendars/alice/secret/", "403 Forbidden"),
            plain("/calendars/alice/odd/", "200 OK"),
            "<d:response><d:href>/calendars/alice/half/</d:href><d:status>HTTP/1.1 500 x</d:status>"
            f"<d:propstat><d:prop>{IS_CALENDAR}</d:prop><d:status>{OK}</d:status></d:propstat>"
            "</d:response>",
        ),
        HOME,
    )
    assert listing.collections == ()
    assert listing.refused == (HOME + "secret/", HOME + "half/")


def test_the_principal_may_stand_in_the_home_sets_own_row():
    principal = "<d:current-user-principal><d:href>{}</d:href></d:current-user-principal>"
    listing = parse_collections(
        rows_of(
            response("/calendars/alice/", principal.format("/p/1/")),
            response("/calendars/alice/a/", principal.format("/p/2/")),
        ),
        HOME,
    )
    assert listing.principal == "https://dav.example.org/p/1/"
    assert parse_collections([], HOME).principal is None


def test_one_propfind_asks_for_everything():
    asked = collection_properties()
    assert len(asked) == len(set(asked))
    assert {
        names.RESOURCETYPE,
        names.DISPLAYNAME,
        names.CURRENT_USER_PRINCIPAL,
        names.CURRENT_USER_PRIVILEGE_SET,
        names.SYNC_TOKEN,
        names.GETCTAG,
        names.SUPPORTED_REPORT_SET,
        names.SUPPORTED_CALENDAR_COMPONENT_SET,
        names.SUPPORTED_ADDRESS_DATA,
        names.CALENDAR_COLOR,
    } <= set(asked)


def test_no_resourcetype_is_no_collection():
    assert kind_of({}) is None


@pytest.mark.parametrize(
    ("privileges", "read_only"),
    [
        ("<d:all/>", False),
        ("<d:write/>", False),
        ("<d:write-content/>", False),
        ("<d:bind/>", False),
        ("<d:read/><d:write-properties/><d:unbind/>", True),
        ("<d:read/>", True),
    ],
)
def test_privileges(privileges: str, read_only: bool):
    apart = "".join(
        f"<d:privilege>{right}/></d:privilege>" for right in privileges.split("/>")[:-1]
    )
    for text in (f"<d:privilege>{privileges}</d:privilege>", apart):
        found = props(f"<d:current-user-privilege-set>{text}</d:current-user-privilege-set>")
        assert rfc3744.read_only(found) is read_only


def test_privileges_that_are_not_told_are_not_a_refusal():
    assert rfc3744.privileges({}) is None
    assert not rfc3744.read_only(props("<d:current-user-privilege-set/>"))
    assert not rfc3744.read_only({})


def test_principals_and_home_sets():
    found = props(
        "<d:principal-URL><d:href>/p/</d:href></d:principal-URL>"
        "<d:current-user-principal><d:unauthenticated/></d:current-user-principal>"
        "<cal:calendar-home-set><d:href>/c/1/</d:href><d:href>/c/2/</d:href></cal:calendar-home-set>"
        "<card:addressbook-home-set><d:href>https://p07.example.org/b/</d:href>"
        "</card:addressbook-home-set>"
    )
    assert rfc3744.principal_url(found, HOME) == "https://dav.example.org/p/"
    assert rfc5397.current_user_principal(found, HOME) is None
    assert rfc5397.unauthenticated(found)
    assert not rfc5397.unauthenticated({})
    assert rfc4791.calendar_home_set(found, HOME) == (
        "https://dav.example.org/c/1/",
        "https://dav.example.org/c/2/",
    )
    assert rfc6352.addressbook_home_set(found, HOME) == ("https://p07.example.org/b/",)
    assert rfc6352.addressbook_home_set({}, HOME) == ()


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#FF0000FF", "#ff0000"),
        (" #Ff00aB\n", "#ff00ab"),
        ("#fa0", "#ffaa00"),
        ("red", None),
        ("#ff00", None),
        ("FF0000", None),
        ("", None),
    ],
)
def test_colors(text: str, color: str | None):
    assert apple.normal_color(text) == color


@pytest.mark.parametrize(
    ("text", "order"), [("1", 1), ("-7", -7), ("", None), ("first", None), ("9" * 5000, None)]
)
def test_order(text: str, order: int | None):
    assert apple.calendar_order(props(f"<a:calendar-order>{text}</a:calendar-order>")) == order


def test_what_is_missing_or_empty_is_none():
    assert apple.calendar_order({}) is None
    assert apple.calendar_color({}) is None
    assert apple.getctag({}) is None
    assert apple.getctag(props("<cs:getctag> </cs:getctag>")) is None
    assert rfc6578.sync_token(props("<d:sync-token/>")) is None
    assert rfc4791.description({}) is None


@pytest.mark.parametrize(
    ("text", "size"), [("10", 10), ("-1", None), ("1 MB", None), ("²", None), ("1" * 20, None)]
)
def test_sizes(text: str, size: int | None):
    name = names.CALENDAR_MAX_RESOURCE_SIZE
    assert integer_of({name: Element(name, {}, text)}, name) == size


HREFS = [Href("/c/a%40b.ics"), Href("/c/ä&.ics")]


def test_multiget_bodies_ask_for_the_hrefs_as_listed():
    listed = "<D:href>/c/a%40b.ics</D:href><D:href>/c/ä&amp;.ics</D:href>"
    assert rfc4791.multiget_body(HREFS).decode() == (
        XML + '<C:calendar-multiget xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:">'
        f"<D:prop><D:getetag/><C:calendar-data/></D:prop>{listed}</C:calendar-multiget>"
    )
    assert rfc6352.multiget_body(HREFS, version="4.0").decode() == (
        XML + '<CR:addressbook-multiget xmlns:CR="urn:ietf:params:xml:ns:carddav" xmlns:D="DAV:">'
        '<D:prop><D:getetag/><CR:address-data content-type="text/vcard" version="4.0"/></D:prop>'
        f"{listed}</CR:addressbook-multiget>"
    )
    for multiget in (rfc4791.multiget_body, rfc6352.multiget_body):
        assert b"-data" not in multiget(HREFS, with_data=False)
    both = (names.GETETAG, names.CALENDAR_DATA)
    assert rfc4791.multiget_body(HREFS, props=both) == rfc4791.multiget_body(HREFS)


def test_a_version_is_only_asked_for_where_data_is():
    assert b"version" not in rfc6352.multiget_body(HREFS, version=None).partition(b"?>")[2]
    prop = rfc6352.asked_properties([names.GETETAG], "4.0")
    assert prop.children == [Element(names.GETETAG)]


def test_making_collections():
    assert rfc4791.mkcalendar_body({names.DISPLAYNAME: "Work"}, ["VEVENT"]).decode() == (
        XML + '<C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"><D:set><D:prop>'
        "<D:displayname>Work</D:displayname><C:supported-calendar-component-set>"
        '<C:comp name="VEVENT"/></C:supported-calendar-component-set>'
        "</D:prop></D:set></C:mkcalendar>"
    )
    assert b"component-set" not in rfc4791.mkcalendar_body({names.DISPLAYNAME: "Work"})
    body = rfc6352.mkcol_addressbook_body({names.DISPLAYNAME: "Friends"}).decode()
    assert "<D:collection/><CR:addressbook/></D:resourcetype>" in body
    assert "<D:displayname>Friends</D:displayname>" in body


def test_etags_of_collections_do_not_matter():
    assert kinds(response("/calendars/alice/a/", IS_BOOK + etag("1"))) == [HOME + "a/"]
