"""Joining, naming and comparing hrefs."""

from __future__ import annotations

import pytest

from sync_engine.dav.hrefs import (
    as_collection,
    is_collection_itself,
    join_href,
    origin,
    resource_href,
)

BASE = "https://dav.example.org:8443/cal/alice/"


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        (BASE, "/cal/alice/a%2Fb%40c.ics", "https://dav.example.org:8443/cal/alice/a%2Fb%40c.ics"),
        (BASE, "a.ics", BASE + "a.ics"),
        (BASE, "./a.ics", BASE + "a.ics"),
        (BASE, "../bob/a.ics", "https://dav.example.org:8443/cal/bob/a.ics"),
        (BASE, "../../../../a.ics", "https://dav.example.org:8443/a.ics"),
        (BASE, "20260101T10:00.ics", BASE + "20260101T10:00.ics"),
        (BASE, "", BASE),
        (BASE + "?x=/y#z", "", BASE),
        (BASE, "//evil.example/a", "https://dav.example.org:8443//evil.example/a"),
        (BASE, "HTTPS://p07.example.org/x", "HTTPS://p07.example.org/x"),
        ("https://h", "a", "https://h/a"),
        ("https://h", "/a", "https://h/a"),
        ("https://h", "../a", "https://h/a"),
        ("https://h?q", "/a", "https://h/a"),
        ("https://h/a/b", "c", "https://h/a/c"),
        ("https://h/a/", "c?d=../e", "https://h/a/c?d=../e"),
    ],
)
def test_join(base: str, href: str, url: str):
    assert join_href(base, href) == url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://h/a/b", "https://h"),
        ("https://h:1#f", "https://h:1"),
        ("https://[::1]:80/", "https://[::1]:80"),
    ],
)
def test_origin(url: str, expected: str):
    assert origin(url) == expected


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        (BASE, "/cal/a%40b.ics", "/cal/a%40b.ics"),
        (BASE, "a.ics", "/cal/alice/a.ics"),
        (BASE, "https://DAV.example.org:8443/x/a.ics", "/x/a.ics"),
        (BASE, "https://dav.example.org:8443", "/"),
        (BASE, "http://dav.example.org/x/a.ics", "/x/a.ics"),
        (BASE, "https://dav.example.org/x", "https://dav.example.org/x"),
        (BASE, "http://dav.example.org:81/x", "http://dav.example.org:81/x"),
        (BASE, "https://p07.example.org/x", "https://p07.example.org/x"),
        (BASE, "https://dav.example.org:notaport/x", "https://dav.example.org:notaport/x"),
        (BASE, "https://[x/y", "https://[x/y"),
        ("https://h/c/", "https://h:443/c/a", "/c/a"),
        ("http://127.0.0.1:80/c/", "http://127.0.0.1/c/a", "/c/a"),
        ("http://h/c/", "https://h/c/a", "https://h/c/a"),
    ],
)
def test_one_form_for_each_resource(base: str, href: str, expected: str):
    assert resource_href(base, href) == expected


@pytest.mark.parametrize(
    ("href", "itself"),
    [
        ("/cal/alice/", True),
        ("/cal/alice", True),
        ("/cal/%61lic%65/", True),
        ("//cal/alice//", True),
        ("", True),
        ("https://p01.example.org/cal/alice/", True),
        ("/cal/alice/?x#y", True),
        ("./", True),
        ("/cal/alice/a.ics", False),
        ("/cal/alice/%2F.ics", False),
        ("/cal/", False),
        ("alice", False),
    ],
)
def test_the_collections_own_row(href: str, itself: bool):
    assert is_collection_itself(href, BASE) is itself


def test_an_escaped_at_sign_in_the_collections_own_url_does_not_matter():
    assert is_collection_itself("/cal/a@b/", "https://h/cal/a%40b/")
    assert is_collection_itself("/", "https://h")


def test_collections_end_with_a_slash():
    assert as_collection("https://h/a") == as_collection("https://h/a/") == "https://h/a/"
