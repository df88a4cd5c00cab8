"""The redirect table row by row, then on the wire."""

from __future__ import annotations

import pytest

from sync_engine.errors import RedirectRefused
from sync_engine.transport.auth import Trust
from sync_engine.transport.exchange import Call
from sync_engine.transport.network import Way
from sync_engine.transport.port import Request, Target
from sync_engine.transport.redirects import MAX_REDIRECTS, Follow, Policy, Refuse, decide
from sync_engine.transport.targets import Origin
from tests.transport.conftest import MakeTransport
from tests.transport.lab import Answer, Authority, FakeResolver, Lab, Seen

HOME = "https://dav.example.com/a/"
TRUST = Trust(Origin("https", "dav.example.com", 443), ("cdn.example.net", "*.icloud.com"))


def judge(
    location: str,
    *,
    method: str = "PROPFIND",
    status: int = 301,
    hops: tuple[str, ...] = (HOME,),
    purpose: str = "sync",
    public: bool = True,
) -> Follow | Refuse:
    request = Request(method, hops[0], body=b"<propfind/>", purpose=purpose)
    return decide(request, status, location, hops, Policy(TRUST, from_public=public))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "PROPFIND", "REPORT", "OPTIONS", "PUT", "DELETE", "MKCALENDAR"]
)
def test_the_same_request_goes_on(status: int, method: str) -> None:
    assert judge("/b/", method=method, status=status) == Follow(
        "https://dav.example.com/b/", with_credentials=True, forbid_private=True
    )


@pytest.mark.parametrize(
    ("method", "followed"),
    [("GET", True), ("HEAD", True), ("PROPFIND", False), ("PUT", False), ("REPORT", False)],
)
def test_row_1_see_other(method: str, followed: bool) -> None:
    assert isinstance(judge("/b/", method=method, status=303), Follow) is followed


REFUSED = [
    ("row 2", "ftp://dav.example.com/", "not usable"),
    ("row 2", "https://:443/", "not usable"),
    ("row 2", "https://dav.example.com:port/", "not usable"),
    ("row 2", "/a\x01b", "not usable"),
    ("row 3", "https://eve@dav.example.com/b/", "user information"),
    ("row 5", HOME, "loop"),
    ("row 5", "https://DAV.example.com:443/a/#top", "loop"),
    ("row 6", "http://dav.example.com/b/", "https to http"),
    ("row 7", "https://10.1.2.3/", "private"),
    ("row 7", "https://127.0.0.1/", "private"),
    ("row 7", "https://[::1]/", "private"),
    ("row 7", "https://[::ffff:192.168.1.1]/", "private"),
    ("row 7", "https://169.254.169.254/latest", "private"),
    ("row 7", "https://100.64.0.1/", "private"),
    ("row 7", "https://0.0.0.0/", "private"),
    ("row 10", "https://evil.example/", "another origin"),
    ("row 10", "https://dav.example.com:8443/", "another origin"),
    ("row 10", "https://www.dav.example.com/", "another origin"),
]


@pytest.mark.parametrize(("row", "location", "reason"), REFUSED)
def test_refused_rows(row: str, location: str, reason: str) -> None:
    verdict = judge(location)
    assert isinstance(verdict, Refuse), row
    assert reason in verdict.reason, row


def test_row_4_too_many() -> None:
    hops = tuple(f"https://dav.example.com/{number}" for number in range(MAX_REDIRECTS))
    assert isinstance(judge("/next", hops=hops), Follow)
    verdict = judge("/next", hops=(*hops, "https://dav.example.com/5"))
    assert verdict == Refuse("more than 5 redirects")


@pytest.mark.parametrize(
    "url",
    ["https://cdn.example.net/x", "https://p42-caldav.icloud.com/1/", "https://dav.example.com/"],
)
def test_row_8_with_the_login(url: str) -> None:
    verdict = judge(url)
    assert isinstance(verdict, Follow)
    assert verdict.with_credentials


def test_row_9_discovery_wanders_without_the_login() -> None:
    verdict = judge("https://cal.provider.example/", purpose="discovery")
    assert verdict == Follow(
        "https://cal.provider.example/", with_credentials=False, forbid_private=True
    )
    for method in ("PUT", "DELETE", "MKCALENDAR", "PROPPATCH", "POST"):
        assert isinstance(
            judge("https://cal.provider.example/", purpose="discovery", method=method), Refuse
        )
    # The rows before it hold for discovery too.
    assert isinstance(judge("http://dav.example.com/", purpose="discovery"), Refuse)
    assert isinstance(judge("https://192.168.0.1/", purpose="discovery"), Refuse)


def test_a_private_server_may_send_on_to_a_private_one() -> None:
    hops = ("https://10.0.0.1/",)
    verdict = judge("https://10.0.0.2/", hops=hops, public=False, purpose="discovery")
    assert verdict == Follow("https://10.0.0.2/", with_credentials=False, forbid_private=False)


def test_escapes_in_a_location_stay_as_they_are() -> None:
    verdict = judge("/calendars/a%40b%2fc%2E/")
    assert isinstance(verdict, Follow)
    assert verdict.url == "https://dav.example.com/calendars/a%40b%2fc%2E/"


def test_what_a_name_resolves_to_is_judged_when_connecting() -> None:
    way = Way(Target("https", "rebound.example", 443), forbid_private=True)
    assert way.permitted(["10.0.0.1", "203.0.114.5"]) == ["203.0.114.5"]
    with pytest.raises(RedirectRefused, match="private"):
        way.permitted(["10.0.0.1", "::1", "fe80::1", "fd00::1"])


def test_a_public_server_cannot_send_to_a_name_of_a_private_address(
    tls_lab: Lab, authority: Authority, make: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No public address can be had on a test machine: the one thing that is pretended.
    monkeypatch.setattr(Call, "_is_public", lambda self, hop, reply: True)
    resolver = FakeResolver({"rebound.example": ["127.0.0.1"]})
    tls_lab.app = lambda seen: Answer(308, (("Location", tls_lab.url("/", "rebound.example")),))
    transport = make(
        tls_lab, ca_file=authority.ca_file, resolver=resolver, trusted_hosts=["rebound.example"]
    )
    with pytest.raises(RedirectRefused, match="private"):
        transport.exchange(Request("PROPFIND", tls_lab.url()))
    assert resolver.calls == ["rebound.example"]
    assert tls_lab.accepted == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_propfind_keeps_method_body_and_login_on_the_wire(
    status: int, lab: Lab, make: MakeTransport
) -> None:
    def app(seen: Seen) -> Answer:
        if seen.target == "/old":
            return Answer(status, (("Location", "/new"),), b"<html>moved</html>")
        return Answer(207, body=b"<multistatus/>")

    lab.app = app
    with make(lab).exchange(
        Request("PROPFIND", lab.url("/old"), (("Depth", "1"),), b"<propfind/>")
    ) as reply:
        assert (reply.status, reply.url) == (207, lab.url("/new"))
        assert reply.read() == b"<multistatus/>"
    assert lab.requests == [("PROPFIND", "/old"), ("PROPFIND", "/new")]
    assert [seen.body for seen in lab.seen] == [b"<propfind/>"] * 2
    assert [seen.headers["depth"] for seen in lab.seen] == ["1", "1"]
    assert lab.authorizations[0] == lab.authorizations[1] is not None
    assert lab.accepted == 1


def test_the_login_does_not_follow_to_another_origin(lab: Lab, make: MakeTransport) -> None:
    with Lab(lambda seen: Answer(401, (("WWW-Authenticate", 'Basic realm="x"'),))) as other:
        lab.app = lambda seen: Answer(302, (("Location", other.url("/dav")),))
        transport = make(lab)
        with pytest.raises(RedirectRefused, match="another origin"):
            transport.exchange(Request("PROPFIND", lab.url()))
        assert other.seen == []
        reply = transport.exchange(Request("PROPFIND", lab.url(), purpose="discovery"))
        assert (reply.status, reply.url) == (401, other.url("/dav"))
        reply.close()
        assert other.authorizations == [None]


def test_a_loop_is_left(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(302, (("Location", "/b" if seen.target == "/a" else "/a"),))
    with pytest.raises(RedirectRefused, match="loop"):
        make(lab).exchange(Request("GET", lab.url("/a")))
    assert len(lab.seen) == 2


def test_a_redirect_without_location_is_an_answer(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(302, body=b"?")
    with make(lab).exchange(Request("GET", lab.url())) as reply:
        assert reply.status == 302
