"""From what a person knows to context URLs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.core.collection import Kind
from sync_engine.dav.rfc6764 import (
    Address,
    Lookup,
    Place,
    SrvRecord,
    candidates,
    is_loopback,
    order_srv,
    read_address,
    srv_names,
    txt_path,
    well_known,
)
from sync_engine.errors import DiscoveryFailed

CAL, CARD = Kind.CALENDAR, Kind.ADDRESSBOOK


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("alice@Example.org", Address("example.org", user="alice")),
        ("@example.org", Address("example.org")),
        (" example.org. ", Address("example.org")),
        ("münchen.example", Address("xn--mnchen-3ya.example")),
        ("example.org:8443", Address("example.org", "https://example.org:8443")),
        ("example.org/dav/", Address("example.org", "https://example.org/dav/")),
        ("https://Example.org", Address("example.org", "https://example.org")),
        ("HTTP://example.org/dav?x#y", Address("example.org", "https://example.org/dav?x")),
        ("http://example.org:80/", Address("example.org", "https://example.org/")),
        ("http://example.org:81/", Address("example.org", "https://example.org:81/")),
        ("https://me:secret@example.org/p%2F", Address("example.org", "https://example.org/p%2F")),
        ("http://127.0.0.1:5232/", Address("127.0.0.1", "http://127.0.0.1:5232/")),
        ("http://127.0.0.1:80/", Address("127.0.0.1", "http://127.0.0.1:80/")),
        ("http://[::1]:5232/", Address("::1", "http://[::1]:5232/")),
        ("http://[2001:DB8::1]/", Address("2001:db8::1", "https://[2001:db8::1]/")),
        ("http://localhost:5232/", Address("localhost", "https://localhost:5232/")),
        ("127.0.0.1", Address("127.0.0.1")),
    ],
)
def test_what_a_person_gives(text: str, address: Address):
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "alice@",
        "two words",
        "a..b",
        "-a.example",
        "x" * 64 + ".example",
        "ftp://me:secret@example.org/",
        "https://",
        "https://me:secret@exa mple/",
        "https://me:secret@example.org:port/",
        "https://me:secret@[::1/",
        "::1",
        "alice@example.org:8443",
    ],
)
def test_what_is_no_address(text: str):
    with pytest.raises(DiscoveryFailed) as caught:
        read_address(text)
    assert "secret" not in str(caught.value)


@given(st.text())
def test_reading_an_address_never_raises_anything_else(text: str):
    try:
        address = read_address(text)
    except DiscoveryFailed:
        return
    assert all(candidate.url.startswith("http") for candidate in candidates(address, CAL))


def test_names():
    assert srv_names(CAL, "h.example") == ("_caldavs._tcp.h.example", "_caldav._tcp.h.example")
    assert srv_names(CARD, "h.example")[0] == "_carddavs._tcp.h.example"
    assert well_known(CAL) == "/.well-known/caldav"
    assert well_known(CARD) == "/.well-known/carddav"


@pytest.mark.parametrize(
    ("strings", "path"),
    [
        (["path=/dav/"], "/dav/"),
        (["v=1", "PATH=/a=b", "path=/second"], "/a=b"),
        (["path"], None),
        (["path=dav/"], None),
        (["path=//evil.example/"], None),
        (["path=/a b"], None),
        (["path=/a\r\nX: y"], None),
        ([], None),
    ],
)
def test_txt(strings: list[str], path: str | None):
    assert txt_path(strings) == path


def test_order_of_srv_records():
    records = [
        SrvRecord(10, 0, 443, "c"),
        SrvRecord(0, 5, 443, "b."),
        SrvRecord(0, 50, 443, "a"),
        SrvRecord(0, 0, 443, "."),
        SrvRecord(0, 5, 443, "a/b@c"),
        SrvRecord(0, 5, 442, "b."),
    ]
    assert [record.target for record in order_srv(records)] == ["a", "b.", "b.", "c"]
    assert [record.port for record in order_srv(records)] == [443, 442, 443, 443]


def urls(text: str, kind: Kind = CAL, lookups: dict[str, Lookup] | None = None) -> list[str]:
    return [candidate.url for candidate in candidates(read_address(text), kind, lookups)]


def test_a_url_comes_first_then_the_well_known_one_and_the_root():
    assert urls("https://h.example:8443/dav/x") == [
        "https://h.example:8443/dav/x",
        "https://h.example:8443/.well-known/caldav",
        "https://h.example:8443/",
    ]
    assert urls("https://sync.infomaniak.com", CARD) == urls("https://sync.infomaniak.com/", CARD)
    assert urls("https://sync.infomaniak.com", CARD) == [
        "https://sync.infomaniak.com/.well-known/carddav",
        "https://sync.infomaniak.com/",
    ]


def test_an_email_address_asks_dns_first():
    lookups = {
        "_caldavs._tcp.example.org": Lookup(
            (SrvRecord(1, 0, 8443, "B.hosted.example."), SrvRecord(0, 0, 443, "a.example")),
            ("path=/dav/",),
        ),
        "_caldav._tcp.example.org": Lookup(
            (SrvRecord(0, 0, 80, "p.example"), SrvRecord(0, 0, 8008, "q.example"))
        ),
    }
    found = candidates(read_address("alice@example.org"), CAL, lookups)
    assert [candidate.url for candidate in found] == [
        "https://a.example/dav/",
        "https://a.example/.well-known/caldav",
        "https://a.example/",
        "https://b.hosted.example:8443/dav/",
        "https://b.hosted.example:8443/.well-known/caldav",
        "https://b.hosted.example:8443/",
        "https://p.example/.well-known/caldav",
        "https://p.example/",
        "https://example.org/.well-known/caldav",
        "https://example.org/",
    ]
    assert {candidate.place for candidate in found[:8]} == {Place.SRV}
    assert [candidate.place for candidate in found[8:]] == [Place.WELL_KNOWN, Place.ROOT]


def test_each_candidate_comes_once_and_the_first_place_counts():
    lookups = {"_caldavs._tcp.h.example": Lookup((SrvRecord(0, 0, 443, "h.example"),))}
    found = candidates(read_address("https://h.example/"), CAL, lookups)
    assert [candidate.place for candidate in found] == [Place.WELL_KNOWN, Place.ROOT]


def test_addresses_stay_bracketed():
    assert urls("http://[::1]:5232/")[-1] == "http://[::1]:5232/"
    assert candidates(Address("2001:db8::1"), CAL)[-1].url == "https://[2001:db8::1]/"


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("[::1]", True),
        ("localhost", False),
        ("10.0.0.1", False),
    ],
)
def test_loopback_is_literal(host: str, loopback: bool):
    assert is_loopback(host) is loopback
