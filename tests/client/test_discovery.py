"""Discovery: which places are asked, and what follows from their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from sync_engine.client.discovery import Discovered, HomeSet, discover
from sync_engine.core.collection import Kind
from sync_engine.errors import (
    AuthenticationRejected,
    DiscoveryFailed,
    GateDenied,
    HoldOff,
    NameNotResolved,
    RedirectRefused,
    TlsUntrusted,
    Unreachable,
)
from sync_engine.transport.port import Request
from sync_engine.transport.resolver import ServiceRecord
from tests.client.scripted import (
    ADDRESSBOOK,
    CALENDAR,
    FOLDER,
    HOST,
    UNAUTHENTICATED,
    Answer,
    Script,
    error,
    multistatus,
    page,
    principal,
    row,
)

BOTH = frozenset({Kind.CALENDAR, Kind.ADDRESSBOOK})
CAL, CARD = frozenset({Kind.CALENDAR}), frozenset({Kind.ADDRESSBOOK})


def homes(calendars: Sequence[str] = (), books: Sequence[str] = ()) -> str:
    def hrefs(urls: Sequence[str]) -> str:
        return "".join(f"<D:href>{url}</D:href>" for url in urls)

    text = f"<C:calendar-home-set>{hrefs(calendars)}</C:calendar-home-set>" if calendars else ""
    if books:
        text += f"<CR:addressbook-home-set>{hrefs(books)}</CR:addressbook-home-set>"
    return text


class Site(Script):
    """Answers by URL; what is not there is 404."""

    def __init__(self, places: Mapping[str, Answer | Exception | Callable[[Request], Answer]]):
        super().__init__()
        self.places = places

    def exchange(self, request: Request, **_: object) -> Answer:
        self.requests.append(request)
        found = self.places.get(request.url, error(404))
        if isinstance(found, Exception):
            raise found
        answer = found(request) if callable(found) else found
        answer.url = answer.url or request.url
        return answer

    @property
    def asked(self) -> list[str]:
        return [request.url for request in self.requests]


class Names:
    """A resolver that knows some names, and keeps what was asked."""

    def __init__(
        self,
        services: Mapping[str, list[ServiceRecord]] | None = None,
        texts: Mapping[str, list[str]] | None = None,
        broken: Exception | None = None,
    ) -> None:
        self._services, self._texts, self._broken = services or {}, texts or {}, broken
        self.asked: list[str] = []

    def addresses(self, host: str, port: int) -> Sequence[str]:
        raise AssertionError("the transport looks addresses up")

    def services(self, name: str) -> Sequence[ServiceRecord]:
        self.asked.append(name)
        if self._broken is not None:
            raise self._broken
        return self._services.get(name, [])

    def texts(self, name: str) -> Sequence[str]:
        return self._texts.get(name, [])


ME = row("/p/me/", homes(["/cal/me/"], ["/card/me"]) + "<D:displayname>Me</D:displayname>")
FOUND = Discovered(
    HOST + "/p/me/",
    (
        HomeSet(CAL, HOST + "/cal/me/", HOST + "/p/me/"),
        HomeSet(CARD, HOST + "/card/me/", HOST + "/p/me/"),
    ),
    (),
    "Me",
)


def place(*props: str, path: str = "/") -> Answer:
    return multistatus(row(path, "".join(props)))


def site(**more: Answer | Exception) -> Site:
    """A server whose root tells the principal, as Infomaniak's does."""
    places: dict[str, Answer | Exception] = {
        HOST + "/": place(FOLDER, principal("/p/me/")),
        HOST + "/p/me/": multistatus(ME),
    }
    return Site({**places, **{HOST + path: answer for path, answer in more.items()}})


def test_a_host_whose_root_tells_the_principal() -> None:
    server = site()
    names = Names()
    assert discover(server, names, "dav.example.org") == FOUND
    assert server.asked == [HOST + "/.well-known/caldav", HOST + "/", HOST + "/p/me/"]
    assert {request.purpose for request in server.requests} == {"discovery"}
    assert {dict(request.headers)["Depth"] for request in server.requests} == {"0"}
    assert names.asked == ["_caldavs._tcp.dav.example.org", "_caldav._tcp.dav.example.org"]


def test_a_url_is_asked_before_any_name_is() -> None:
    server = Site(
        {
            HOST + "/dav/": place(FOLDER, principal("/p/me/"), path="/dav/"),
            HOST + "/p/me/": multistatus(ME),
        }
    )
    names = Names()
    assert discover(server, names, HOST + "/dav/") == FOUND
    assert server.asked == [HOST + "/dav/", HOST + "/p/me/"]
    assert names.asked == []


def test_an_e_mail_address_leads_through_dns() -> None:
    host = "https://cloud.example.net:8443"
    record = ServiceRecord(0, 1, 8443, "cloud.example.net")
    names = Names(
        {"_caldavs._tcp.example.org": [record]},
        {"_caldavs._tcp.example.org": ["path=/dav/"]},
    )
    server = Site(
        {
            host + "/dav/": place(FOLDER, principal("/p/me/"), path="/dav/"),
            host + "/p/me/": multistatus(ME),
        }
    )
    found = discover(server, names, "me@example.org")
    assert {home.url for home in found.home_sets} == {host + "/cal/me/", host + "/card/me/"}
    assert server.asked == [host + "/dav/", host + "/p/me/"]


def test_dns_that_does_not_answer_is_no_obstacle() -> None:
    names = Names(broken=NameNotResolved("timed out"))
    assert discover(site(), names, "dav.example.org") == FOUND


def test_a_redirected_place_counts_where_it_answered() -> None:
    moved = multistatus(row("/dav/", FOLDER + principal("/p/me/")))
    moved.url = "https://other.example/dav/"
    server = Site(
        {
            HOST + "/.well-known/caldav": moved,
            "https://other.example/p/me/": multistatus(ME),
        }
    )
    found = discover(server, Names(), "dav.example.org")
    assert found.principal == "https://other.example/p/me/"


def test_two_contexts_on_two_principals() -> None:
    server = Site(
        {
            HOST + "/.well-known/caldav": place(principal("/c/me/"), path="/c/"),
            HOST + "/c/me/": place(homes(["/c/a/", "/c/b/"]), path="/c/me/"),
            HOST + "/.well-known/carddav": place(principal("/d/me/"), path="/d/"),
            HOST + "/d/me/": place(homes(books=["/d/a/"]), path="/d/me/"),
        }
    )
    found = discover(server, Names(), "dav.example.org")
    assert found.principal == HOST + "/c/me/"
    assert found.home_sets == (
        HomeSet(CAL, HOST + "/c/a/", HOST + "/c/me/"),
        HomeSet(CAL, HOST + "/c/b/", HOST + "/c/me/"),
        HomeSet(CARD, HOST + "/d/a/", HOST + "/d/me/"),
    )


def test_one_home_set_for_both_kinds_is_told_once() -> None:
    both = multistatus(row("/p/me/", homes(["/me/"], ["/me"])))
    found = discover(site(**{"/p/me/": both}), Names(), "dav.example.org")
    assert found.home_sets == (HomeSet(BOTH, HOST + "/me/", HOST + "/p/me/"),)


def test_a_place_is_never_asked_twice() -> None:
    only = multistatus(row("/p/me/", homes(["/cal/me/"])))
    server = site(**{"/p/me/": only})
    discover(server, Names(), "dav.example.org")
    assert len(server.asked) == len(set(server.asked))


def test_calendar_user_addresses_are_told_as_they_are() -> None:
    addresses = (
        "<C:calendar-user-address-set><D:href>mailto:me@example.org</D:href>"
        "<D:href>/p/me/</D:href></C:calendar-user-address-set>"
    )
    server = site(**{"/p/me/": multistatus(row("/p/me/", homes(["/c/"]) + addresses))})
    found = discover(server, Names(), "dav.example.org")
    assert found.calendar_user_addresses == ("mailto:me@example.org", "/p/me/")


def test_home_sets_without_a_principal() -> None:
    server = Site({HOST + "/": place(FOLDER, homes(["/cal/"], ["/card/"]))})
    found = discover(server, Names(), "dav.example.org")
    assert found.principal == ""
    assert {home.url for home in found.home_sets} == {HOST + "/cal/", HOST + "/card/"}


def test_a_given_url_that_is_itself_the_principal() -> None:
    type_ = "<D:resourcetype><D:principal/></D:resourcetype>"
    server = Site({HOST + "/p/me/": place(type_, homes(["/c/"], ["/d/"]), path="/p/me/")})
    found = discover(server, Names(), HOST + "/p/me/")
    assert found.principal == HOST + "/p/me/"
    assert server.asked == [HOST + "/p/me/"]


@pytest.mark.parametrize(("type_", "kinds"), [(CALENDAR, CAL), (ADDRESSBOOK, CARD)])
def test_a_given_url_that_is_itself_a_collection(type_: str, kinds: frozenset[Kind]) -> None:
    server = Site({HOST + "/x/y": place(type_, path="/x/y/")})
    found = discover(server, Names(), HOST + "/x/y")
    assert found == Discovered("", (HomeSet(kinds, HOST + "/x/y/", single=True),))


def test_a_collection_of_somebody_who_has_home_sets_leads_to_all() -> None:
    server = Site(
        {
            HOST + "/cal/me/x/": place(CALENDAR, principal("/p/me/"), path="/cal/me/x/"),
            HOST + "/p/me/": multistatus(ME),
        }
    )
    assert discover(server, Names(), HOST + "/cal/me/x/") == FOUND


def test_a_given_folder_with_collections_in_it() -> None:
    def folder(request: Request) -> Answer:
        rows = [row("/x/", FOLDER)]
        if dict(request.headers)["Depth"] == "1":
            rows += [row("/x/a/", CALENDAR), row("/x/b/", ADDRESSBOOK), row("/x/c/", FOLDER)]
        return multistatus(*rows)

    found = discover(Site({HOST + "/x/": folder}), Names(), HOST + "/x/")
    assert found == Discovered("", (HomeSet(BOTH, HOST + "/x/"),))


def test_a_server_that_answers_nobody_is_asked_elsewhere() -> None:
    # Cyrus, at its root, without credentials.
    server = site(
        **{
            "/": place(FOLDER, UNAUTHENTICATED),
            "/.well-known/caldav": page(),
        }
    )
    with pytest.raises(DiscoveryFailed) as caught:
        discover(server, Names(), "dav.example.org")
    assert any("nobody" in line for line in caught.value.tried)


def test_what_was_tried_is_told() -> None:
    server = Site({HOST + "/": page(), HOST + "/.well-known/carddav": place(FOLDER)})
    with pytest.raises(DiscoveryFailed) as caught:
        discover(server, Names(broken=NameNotResolved("timed out")), "dav.example.org")
    said = "\n".join(caught.value.tried)
    assert "/.well-known/caldav: HTTP 404" in said
    assert f"{HOST}/: a web page instead of a multistatus" in said
    assert "_caldavs._tcp.dav.example.org: timed out" in said
    assert "/.well-known/carddav: no addressbook home" in said
    assert caught.value.where == "dav.example.org"


def test_an_empty_answer_is_no_place() -> None:
    with pytest.raises(DiscoveryFailed) as caught:
        discover(Site({HOST + "/": multistatus()}), Names(), "dav.example.org")
    assert f"{HOST}/: an empty answer" in caught.value.tried


def test_a_rejected_login_ends_the_search_at_once() -> None:
    server = site(**{"/.well-known/caldav": error(401)})
    with pytest.raises(AuthenticationRejected):
        discover(server, Names(), "dav.example.org")
    assert len(server.asked) == 1


def test_a_place_that_the_login_may_not_go_to_is_passed_by() -> None:
    elsewhere = error(401)
    elsewhere.url = "https://other.example/dav/"
    server = site(**{"/.well-known/caldav": elsewhere})
    found = discover(server, Names(), "dav.example.org", may_login=lambda url: url.startswith(HOST))
    assert found == FOUND


@pytest.mark.parametrize("failure", [GateDenied("ssid_not_listed")])
def test_the_gate_ends_the_search(failure: Exception) -> None:
    server = site(**{"/.well-known/caldav": failure})
    with pytest.raises(GateDenied):
        discover(server, Names(), "dav.example.org")


@pytest.mark.parametrize(
    ("failures", "raised"),
    [
        ([Unreachable("refused")] * 4, Unreachable),
        ([Unreachable("refused"), TlsUntrusted("expired")] * 2, TlsUntrusted),
        ([error(503)] * 4, HoldOff),
        ([Unreachable("refused"), error(404)] * 2, DiscoveryFailed),
        ([RedirectRefused("loop"), error(500)] * 2, DiscoveryFailed),
    ],
)
def test_what_cannot_be_reached_is_not_nothing(
    failures: list[Answer | Exception], raised: type[Exception]
) -> None:
    paths = ["/.well-known/caldav", "/", "/.well-known/carddav"]
    server = Site({HOST + path: failure for path, failure in zip(paths, failures, strict=False)})
    with pytest.raises(raised):
        discover(server, Names(), "dav.example.org")


def test_one_place_that_is_down_does_not_matter() -> None:
    server = site(**{"/.well-known/caldav": Unreachable("timed out")})
    assert discover(server, Names(), "dav.example.org") == FOUND


def test_an_address_in_a_url_needs_no_names() -> None:
    names = Names()
    with pytest.raises(DiscoveryFailed):
        discover(Site({}), names, "http://127.0.0.1:5232/")
    assert names.asked == []


@pytest.mark.parametrize("text", ["", "ftp://example.org/", "a b", "https:///x"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(DiscoveryFailed):
        discover(Site({}), Names(), text)


def test_a_home_set_behind_a_proxy_is_reached_by_https() -> None:
    told = multistatus(row("/p/me/", homes(["http://dav.example.org/cal/"])))
    found = discover(site(**{"/p/me/": told}), Names(), "dav.example.org")
    assert found.home_sets[0].url == HOST + "/cal/"
