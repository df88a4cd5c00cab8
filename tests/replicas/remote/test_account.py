"""The listing of an account, and what hrefs and traits mean."""

from __future__ import annotations

import pytest

from sync_engine.client.client import DavClient
from sync_engine.client.discovery import HomeSet
from sync_engine.core.collection import CollectionInfo, Hint, Kind
from sync_engine.core.identifiers import ResourceId, same_place
from sync_engine.core.observation import Delta
from sync_engine.errors import (
    AuthenticationRejected,
    Forbidden,
    GateDenied,
    HoldOff,
    IdentityMismatch,
    NotDav,
    ServerFailure,
    Unreachable,
)
from sync_engine.replicas.remote.account import RemoteAccount
from sync_engine.replicas.remote.hrefs import Asked, Hrefs
from sync_engine.replicas.remote.traits import Traits
from sync_engine.transport.port import Meter
from tests.client.scripted import (
    ADDRESSBOOK,
    CALENDAR,
    FOLDER,
    HOST,
    UNAUTHENTICATED,
    Answer,
    Script,
    Step,
    error,
    multistatus,
    page,
    principal,
    row,
)
from tests.replicas.remote.scripts import ME, SYNC

CALS = HomeSet(frozenset({Kind.CALENDAR}), HOST + "/cals/", HOST + ME)
BOOKS = HomeSet(frozenset({Kind.ADDRESSBOOK}), HOST + "/books/", HOST + ME)

HOME = row("/cals/", FOLDER + principal(ME))
WORK = row("/cals/work/", CALENDAR + principal(ME))
PEOPLE = row("/books/people/", ADDRESSBOOK + principal(ME))


def account(
    *steps: Step, homes: tuple[HomeSet, ...] = (CALS,), hosts: tuple[str, ...] = ()
) -> tuple[RemoteAccount, Script]:
    script = Script(*steps)
    return RemoteAccount(DavClient(script), HOST + ME, homes, hosts), script


def test_one_request_for_each_distinct_home_set() -> None:
    again = HomeSet(frozenset({Kind.ADDRESSBOOK}), CALS.url, CALS.principal)
    remote, script = account(
        multistatus(HOME, WORK), multistatus(PEOPLE), homes=(CALS, again, BOOKS)
    )
    meter = Meter()
    listing = remote.listing(meter)
    assert [info.url for info in listing.collections] == [
        HOST + "/cals/work/",
        HOST + "/books/people/",
    ]
    assert listing.whole
    assert meter.requests == 2
    assert script.done == [("PROPFIND", "/cals/"), ("PROPFIND", "/books/")]
    assert script.sent(0, "Depth") == "1"


@pytest.mark.parametrize("who", [principal("/principals/other/"), UNAUTHENTICATED])
def test_another_principal_is_a_mismatch(who: str) -> None:
    for rows in ((row("/cals/", FOLDER + who), WORK), (HOME, row("/cals/x/", CALENDAR + who))):
        remote, _ = account(multistatus(*rows))
        with pytest.raises(IdentityMismatch):
            remote.listing()


@pytest.mark.parametrize(
    "who", ["/principals/me", HOST + ME, "https://p01.example.org/principals/m%65/"]
)
def test_the_same_principal_in_other_spellings(who: str) -> None:
    remote, _ = account(multistatus(row("/cals/", FOLDER + principal(who)), WORK))
    assert len(remote.listing().collections) == 1


def test_two_contexts_have_two_principals() -> None:
    other = HomeSet(BOOKS.kinds, BOOKS.url, HOST + "/contacts/me/")
    people = row("/books/people/", ADDRESSBOOK + principal("/contacts/me/"))
    remote, _ = account(multistatus(HOME, WORK), multistatus(people), homes=(CALS, other))
    infos = remote.listing().collections
    opened = remote.open(infos[1])
    assert opened._scope.principal == HOST + "/contacts/me/"
    fresh, _ = account(homes=(CALS, other))
    assert fresh.open(infos[1])._scope.principal == HOST + "/contacts/me/"
    assert (
        fresh.open(CollectionInfo(HOST + "/shared/", Kind.CALENDAR))._scope.principal == HOST + ME
    )


@pytest.mark.parametrize(
    "answer", [error(404), error(500), error(503), error(403), page(), Unreachable("timed out")]
)
def test_a_home_set_that_does_not_answer_is_not_empty(answer: Step) -> None:
    remote, _ = account(answer, multistatus(PEOPLE), homes=(CALS, BOOKS))
    listing = remote.listing()
    assert listing.complete == {CALS.url: False, BOOKS.url: True}
    assert not listing.whole
    assert CALS.url in listing.failures
    assert [info.url for info in listing.collections] == [HOST + "/books/people/"]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (HOME, row("/cals/", status=507)),
        (HOME, row("/cals/x/", status=403)),
        (HOME, row("https://evil.example/cals/x/", CALENDAR)),
    ],
)
def test_a_home_set_that_tells_a_part_is_not_complete(rows: tuple[str, ...]) -> None:
    remote, _ = account(multistatus(*rows))
    listing = remote.listing()
    assert listing.complete == {CALS.url: False}
    assert listing.collections == ()


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (error(503), HoldOff),
        (error(403), Forbidden),
        (error(500), ServerFailure),
        (page(), NotDav),
        (Unreachable("timed out"), Unreachable),
    ],
)
def test_nothing_answers(answer: Step, raised: type[Exception]) -> None:
    remote, _ = account(answer, answer, homes=(CALS, BOOKS))
    with pytest.raises(raised):
        remote.listing()


@pytest.mark.parametrize(
    ("answer", "raised"),
    [(error(401), AuthenticationRejected), (GateDenied("ssid_not_listed"), GateDenied)],
)
def test_what_is_about_the_account_ends_the_listing(answer: Step, raised: type[Exception]) -> None:
    remote, _ = account(answer, multistatus(PEOPLE), homes=(CALS, BOOKS))
    with pytest.raises(raised):
        remote.listing()


def test_a_home_set_that_is_itself_a_calendar() -> None:
    itself = row("/cals/", CALENDAR + principal(ME))
    remote, _ = account(multistatus(itself, WORK))
    urls = [info.url for info in remote.listing().collections]
    assert urls == [CALS.url, HOST + "/cals/work/"]


def test_a_single_collection_is_asked_with_depth_0() -> None:
    home = HomeSet(CALS.kinds, CALS.url, "", single=True)
    remote, script = account(multistatus(row("/cals/", CALENDAR)), homes=(home,))
    assert [info.url for info in remote.listing().collections] == [CALS.url]
    assert script.sent(0, "Depth") == "0"


def test_a_partition_host_is_believed_if_it_is_the_accounts() -> None:
    far = row("https://p01.example.org/cals/far/", CALENDAR + principal(ME))
    remote, _ = account(multistatus(HOME, far), hosts=("p01.example.org",))
    listing = remote.listing()
    assert listing.whole
    assert [info.url for info in listing.collections] == ["https://p01.example.org/cals/far/"]


def test_a_listing_vouches_for_what_is_opened_after_it() -> None:
    gone = multistatus(row("/cals/work/x.ics", status=404), token="t:1")
    remote, script = account(multistatus(HOME, WORK), gone)
    (info,) = remote.listing().collections
    delta = remote.open(info).observe("t:0")
    assert isinstance(delta, Delta)
    assert delta.removed == {"/cals/work/x.ics"}
    assert len(script.requests) == 2


def test_a_listing_without_a_principal_vouches_for_nothing() -> None:
    remote, _ = account(multistatus(row("/cals/", FOLDER), row("/cals/work/", CALENDAR)))
    (info,) = remote.listing().collections
    assert not remote.open(info)._scope.verified


def test_a_collection_is_opened_with_what_is_known_of_it() -> None:
    info = CollectionInfo(CALS.url, Kind.CALENDAR, reports=SYNC, ctag="c", max_resource_size=9)
    traits = Traits(sync_report=False)
    remote, script = account()
    opened = remote.open(info, traits)
    assert opened.traits is traits
    assert opened.info is info
    assert opened.hint == Hint(None, "c")
    assert opened.learned() == b'{"sync_report": false}'
    assert not opened.capabilities.deltas
    assert opened.capabilities.max_resource_size == 9
    assert not opened.capabilities.keeps_bytes
    assert remote.open(info).capabilities.deltas
    assert not script.requests


# Traits ------------------------------------------------------------------------------


def test_traits_go_to_the_store_and_back() -> None:
    traits = Traits(sync_report=True, data_in_report=False)
    assert traits.as_dict() == {"sync_report": True, "data_in_report": False}
    assert Traits.from_dict(traits.as_dict()) == traits
    assert Traits.from_dict({"sync_report": "yes", "unknown": True}) == Traits()


def test_a_server_known_for_ignoring_if_match() -> None:
    sogo = Traits.for_url("https://mail.example.org/SOGo/dav/me/Calendar/personal/")
    assert sogo.honours_if_match is False
    assert Traits.for_url(CALS.url).honours_if_match is None


# Hrefs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/cals/work/a%2Fb.ics", HOST + "/cals/work/a%2Fb.ics"),
        ("https://dav.example.org/cals/work/a.ics", HOST + "/cals/work/a.ics"),
        ("http://dav.example.org/cals/work/a.ics", HOST + "/cals/work/a.ics"),
        ("a.ics", HOST + "/cals/work/a.ics"),
        ("//evil.example/a.ics", HOST + "//evil.example/a.ics"),
        ("https://p01.example.org/a%7e.ics", "https://p01.example.org/a%7e.ics"),
    ],
)
def test_where_an_href_leads(href: str, url: str) -> None:
    hrefs = Hrefs(HOST + "/cals/work/", ["P01.example.org"])
    assert hrefs.trusted(href)
    assert hrefs.url(hrefs.id(href)) == url


@pytest.mark.parametrize(
    "href",
    [
        "https://evil.example/a.ics",
        "http://p01.example.org/a.ics",
        "https://dav.example.org:8443/a.ics",
        "https://[bad/a.ics",
        "https://dav.example.org@evil.example/a.ics",
    ],
)
def test_where_no_request_goes(href: str) -> None:
    hrefs = Hrefs(HOST + "/cals/work/", ["p01.example.org"])
    assert not hrefs.trusted(href)
    assert not hrefs.member(href)
    assert Asked(hrefs, [ResourceId("/cals/work/a.ics")]).match(href) is None


def test_members_are_not_the_collection_and_no_folders() -> None:
    hrefs = Hrefs(HOST + "/cals/work/")
    assert hrefs.is_own("/cals/work")
    assert hrefs.is_own(HOST + "/cals/w%6Frk/")
    assert hrefs.member("/cals/work/a.ics")
    assert not hrefs.member("/cals/work")
    assert not hrefs.member("/cals/work/sub/")
    assert hrefs.child("n.ics") == "/cals/work/n.ics"


def test_a_match_by_decoding_has_to_be_unique() -> None:
    hrefs = Hrefs(HOST + "/cals/work/")
    ids = [ResourceId("/cals/work/a%40.ics"), ResourceId("/cals/work/b%2Fc.ics")]
    asked = Asked(hrefs, [*ids, ResourceId("/cals/work/b/c.ics")])
    assert asked.match("/cals/work/a@.ics") == ids[0]
    assert asked.match("/cals/work/b%2fc.ics") == ids[1]
    assert asked.match("/cals/work/b%2fc%2eics") == ids[1]
    assert asked.match("/cals/work/%62%2F%63.ics") == ids[1]
    assert asked.match("/cals/work/b%252Fc.ics") is None


def test_one_place_by_many_names() -> None:
    assert same_place("https://a.example/p/me/", "/p/m%65")
    assert not same_place("https://a.example/p/me/", "https://a.example/p/you/")


def test_answers_are_closed_when_they_are_refused() -> None:
    answer = Answer(200, b"", {})
    remote, _ = account(answer)
    with pytest.raises(NotDav):
        remote.listing()
    assert answer.closed
