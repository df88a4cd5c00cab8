"""Hrefs, ETags and the small values that observations are made of."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import Hint
from sync_engine.core.hosts import trusted
from sync_engine.core.identifiers import ETag, StrongETag, href_key, same_place
from sync_engine.core.observation import Delta, Failure, Seen


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a/b", "/a/b", True),
        ("/a/%7Eb", "/a/~b", True),  # RFC 3986 §6.2.2.2: unreserved
        ("/a/%2d", "/a/-", True),
        ("/a%2fb", "/a%2Fb", True),  # §6.2.2.1: the case of hexadecimal digits
        ("/a%2Fb", "/a/b", False),
        ("/a%40b", "/a@b", False),
        ("/%C3%A9", "/%c3%a9", True),
        ("/a%zz", "/a%zz", True),
        ("/A", "/a", False),
    ],
)
def test_href_key(one, other, same):
    assert (href_key(one) == href_key(other)) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, None),
        ("", None),
        ('""', None),
        ("W/", None),
        ('"abc"', ETag('"abc"')),
        (' "abc" ', ETag('"abc"')),
        ("abc", ETag('"abc"')),
        ('abc"', ETag('"abc"')),
        ('W/"abc"', ETag('"abc"', weak=True)),
        ('w/"abc"', ETag('"abc"', weak=True)),
    ],
)
def test_etag_parse(text, expected):
    assert ETag.parse(text) == expected


def test_only_a_strong_etag_is_a_validator():
    strong, weak = ETag('"a"'), ETag('"a"', weak=True)
    assert strong.strong == StrongETag('"a"')
    assert str(strong.strong) == '"a"'
    assert weak.strong is None
    assert (strong.fingerprint, weak.fingerprint) == ('"a"', 'W/"a"')


@pytest.mark.parametrize(
    ("delta", "empty"),
    [
        (Delta({}, frozenset()), True),
        (Delta({"a": Seen(None)}, frozenset()), False),
        (Delta({}, frozenset({"a"})), False),
        (Delta({}, frozenset(), {"a": Failure("x")}), False),
    ],
)
def test_an_empty_delta_has_no_rows_of_any_kind(delta, empty):
    assert delta.empty is empty


def test_a_hint_is_known_if_there_is_any():
    assert not Hint().known
    assert Hint(sync_token="t").known
    assert Hint(ctag="c").known


@pytest.mark.parametrize(
    ("host", "pattern", "expected"),
    [
        ("dav.example.org", "dav.example.org", True),
        ("DAV.example.org.", "dav.EXAMPLE.org", True),
        ("dav.example.org", "*.example.org", True),
        ("a.b.example.org", "*.example.org", True),
        ("example.org", "*.example.org", False),
        ("evilexample.org", "*.example.org", False),
        ("dav.example.org", "example.org", False),
    ],
)
def test_trusted(host, pattern, expected):
    assert trusted(host, [pattern]) is expected
    assert not trusted(host, [])


def test_a_place_is_the_same_whatever_its_host_and_its_last_slash():
    assert same_place("https://p01.example.org/dav/a%20b/", "/dav/a b")
    assert same_place("/dav/a", "http://x/dav/a/")
    assert not same_place("/dav/a", "/dav/b")
    assert not same_place("https://a.example.org/dav/a", "https://a.example.org/dav/A")
