"""A policy's text: what is refused, where, and how it is said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksync.policy.check import check, spelt
from ksync.policy.text import NotJson, read

HEAD = '{"schema_version": 1'


def lines(*rest):
    return (HEAD + "".join(f",\n{line}" for line in rest) + "\n}").encode()


WRONG = [
    # bytes, line, key, words in the message
    (b"", 1, "", "not valid JSON"),
    (b"[]", 1, "", "one object"),
    (b"\xff{}", 1, "", "not UTF-8"),
    (b'{"schema_version": 1,\n"a": "\xc3\x28"}', 2, "", "not UTF-8"),
    (b'{\n"schema_version": 1,\n}', 3, "", "not valid JSON"),
    (b'{"schema_version": 1\n"proxy": null}', 2, "", "delimiter"),
    (b'{"schema_version": NaN}', 1, "", "NaN"),
    (b'{"schema_version": ' + b"1" * 5000 + b"}", 1, "", "not valid JSON"),
    (b'{"a":' * 60000, 1, "", ""),
    (b"{}", 1, "schema_version", "missing"),
    (b'{"schema_version": 2}', 1, "schema_version", "must be 1"),
    (b'{"schema_version": "1"}', 1, "schema_version", "must be 1"),
    (lines('"network_gaurd": {}'), 2, "network_gaurd", "not known"),
    (lines('"network_guard": {\n"mode": "allow"}'), 3, "network_guard.mode", "off, any-wifi, allo"),
    (lines('"network_guard": []'), 2, "network_guard", "an object"),
    (lines('"network_guard": {"mode": null}'), 2, "network_guard.mode", "one of"),
    (lines('"network_guard": {"allow_once": 1}'), 2, "network_guard.allow_once", "true or false"),
    (lines('"network_guard": {"wifi": {}}'), 2, "network_guard.wifi", "a list"),
    (lines('"network_guard": {"wifi": [\n{"label": "x"}]}'), 3, "network_guard.wifi[0]", "either"),
    (
        lines('"network_guard": {"wifi": [{"ssid": "a"},\n{"ssid": "a", "ssid_hex": "41"}]}'),
        3,
        "network_guard.wifi[1]",
        "either",
    ),
    (lines('"network_guard": {"wifi": [{"ssid": ""}]}'), 2, "network_guard.wifi[0].ssid", "32 by"),
    (
        lines('"network_guard": {"wifi": [{"ssid": "' + "é" * 17 + '"}]}'),
        2,
        "network_guard.wifi[0].ssid",
        "32 bytes",
    ),
    (
        lines('"network_guard": {"wifi": [{"ssid_hex": "4"}]}'),
        2,
        "network_guard.wifi[0].ssid_hex",
        "hexadecimal",
    ),
    (
        lines('"network_guard": {"wifi": [{"ssid": "a", "bssids": ["x"]}]}'),
        2,
        "network_guard.wifi[0].bssids[0]",
        "hardware address",
    ),
    (
        lines('"network_guard": {"wifi": [{"ssid": "a", "bssids": ["aa:bb:cc:00:00:01\\n"]}]}'),
        2,
        "network_guard.wifi[0].bssids[0]",
        "control characters",
    ),
    (
        lines('"network_guard": {"wifi": [{"ssid": "a", "security": "wpa9"}]}'),
        2,
        "network_guard.wifi[0].security",
        "wpa3-enterprise",
    ),
    (
        lines('"network_guard": {"ethernet": {"mode": "pinned"}}'),
        2,
        "network_guard.ethernet.mode",
        "gateway_macs",
    ),
    (
        lines('"network_guard": {"ethernet": {"mode": "pinned", "gateway_macs": []}}'),
        2,
        "network_guard.ethernet.mode",
        "gateway_macs",
    ),
    (lines('"sync": {"interval_minutes": 0}'), 2, "sync.interval_minutes", "from 1 to 10080"),
    (lines('"sync": {"interval_minutes": true}'), 2, "sync.interval_minutes", "whole number"),
    (lines('"sync": {"conflict": "newest"}'), 2, "sync.conflict", "merge, server"),
    (
        lines('"sync": {"mass_deletion": {"percent": 101}}'),
        2,
        "sync.mass_deletion.percent",
        "0 to 100",
    ),
    (lines('"credentials": {"plaintext_allowed": "no"}'), 2, "credentials.plaintext_allowed", "tr"),
    (lines('"gateway": {"enabled": null}'), 2, "gateway.enabled", "true or false"),
    (lines('"proxy": "socks5://x"'), 2, "proxy", "http://proxy"),
    (lines('"proxy": "http://u:hunter2@x:1"'), 2, "proxy", "user name or a password"),
    (lines('"accounts": {}'), 2, "accounts", "a list"),
    (lines('"accounts": [{"provider": "generic"}]'), 2, "accounts[0].id", "missing"),
    (lines('"accounts": [{"id": "a/b"}]'), 2, "accounts[0].id", "letters"),
    (lines('"accounts": [{"id": "a"},\n{"id": "a"}]'), 3, "accounts[1].id", "same"),
    (lines('"accounts": [{"id": "a", "provider": "acme"}]'), 2, "accounts[0].provider", "one of"),
    (lines('"accounts": [{"id": "a", "provider": "generic"}]'), 2, "accounts[0].url", "missing"),
    (lines('"accounts": [{"id": "a", "url": "x"}]'), 2, "accounts[0].url", "address"),
    (lines('"accounts": [{"id": "a", "url": "http://x.org"}]'), 2, "accounts[0].url", "https"),
    (
        lines('"accounts": [{"id": "a", "url": "https://u:hunter2@x.org"}]'),
        2,
        "accounts[0].url",
        "user name or a password",
    ),
    (lines('"accounts": [{"id": "a", "username": "a:b"}]'), 2, "accounts[0].username", "colon"),
    (lines('"accounts": [{"id": "a", "locked": ["id"]}]'), 2, "accounts[0].locked[0]", "one of"),
    (lines('"accounts": [{"id": "a", "locked": ["url"]}]'), 2, "accounts[0].locked[0]", "no value"),
    (
        lines('"accounts": [{"id": "a", "collections": {"include": [""]}}]'),
        2,
        "accounts[0].collections.include[0]",
        "pattern",
    ),
    # what is twice in it, and secrets wherever they stand
    (lines('"proxy": null,\n"proxy": null'), 3, "proxy", "twice"),
    (lines('"sync": {"conflict": "merge",\n"conflict": "ask"}'), 3, "sync.conflict", "twice"),
    (lines('"password": "hunter2"'), 2, "password", "secret"),
    (lines('"accounts": [{"id": "a",\n"Token": "hunter2"}]'), 3, "accounts[0].Token", "secret"),
    (lines('"credentials": {"token": "hunter2"}'), 2, "credentials.token", "secret"),
    (lines('"network_guard": {"wifi": [{"ssid": "a", "passphrase": "hunter2"}]}'), 2,
     "network_guard.wifi[0].passphrase", "secret"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "line", "key", "words"), WRONG)
def test_a_mistake_is_named_with_line_and_key(data, line, key, words):
    found = check(data)
    assert [(one.line, one.key) for one in found.mistakes][:1] == [(line, key)]
    assert words in found.mistakes[0].message
    assert "hunter2" not in repr([(m.message, m.hint) for m in found.mistakes])


def test_all_mistakes_are_named_in_the_order_of_the_file():
    found = check(lines('"sync": 3', '"proxyy": null', '"gateway": {"enabled": 0}'))
    assert [(one.line, one.key) for one in found.mistakes] == [
        (2, "sync"), (3, "proxyy"), (4, "gateway.enabled"),
    ]  # fmt: skip
    assert found.mistakes[1].hint == "Did you mean proxy?"


RIGHT = [
    lines(),
    b"\xef\xbb\xbf" + lines(),
    lines('"proxy": null'),
    lines('"$schema": "x"'),
    lines('"network_guard": {"wifi": [{"ssid": "a,b\\n\\u0000😀"}, {"ssid_hex": "00Ff"}]}'),
    lines('"accounts": [{"id": "a", "provider": "infomaniak", "url": null, "username": null}]'),
    lines('"accounts": [{"id": "a", "url": "http://127.0.0.1:5232/"}]'),
]


@pytest.mark.parametrize("data", RIGHT)
def test_what_is_accepted(data):
    assert check(data).mistakes == []


NOTES = [
    (lines(), True, "organization"),
    (lines('"network_guard": {}'), True, "mode is left out"),
    (lines('"network_guard": {"mode": "allowlist"}'), True, "no Wi-Fi is listed"),
    (lines('"network_guard": {"mode": "any-wifi"}'), True, "ethernet is left out"),
    (lines('"network_guard": {"mode": "any-wifi"}'), True, "allow_once is left out"),
    (lines('"network_guard": {"wifi": [{"ssid": "a"}]}'), True, "imitate"),
    (lines('"accounts": [{"id": "a", "url": "https://x.org", "locked": []}]'), False, "locks noth"),
]


@pytest.mark.parametrize(("data", "managed", "words"), NOTES)
def test_notes_on_what_may_have_been_meant_otherwise(data, managed, words):
    found = check(data, managed=managed)
    assert found.mistakes == []
    assert any(words in note.message for note in found.notes)


# -- the lines ----------------------------------------------------------------------------------

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


def _places(value, place=()):
    yield place
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, (*place, number))


@given(_JSON, st.sampled_from([None, 0, 3]), st.booleans())
def test_every_place_has_the_line_where_it_stands(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = read(text.encode("utf-8", "surrogatepass")) if _encodable(text) else None
    if found is None:
        return
    assert found.value == value
    places = list(_places(value))
    assert set(found.lines) == set(places)
    if indent is None:
        assert set(found.lines.values()) == {1}
    else:
        # one key or element a line, in their order; closing brackets have lines of their own
        numbers = [found.lines[place] for place in places]
        assert numbers == sorted(numbers) and len(set(numbers)) == len(numbers)
        rows = text.split("\n")
        for place in places:
            if place and isinstance(place[-1], str):
                key = json.dumps(place[-1], ensure_ascii=ascii_only)
                assert rows[found.lines[place] - 1].lstrip().startswith(f"{key}: ")


def _encodable(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def test_a_place_without_a_line_has_that_of_what_is_around_it():
    found = read(b'{\n"a": [\n1]}')
    assert found.line(("a", 0)) == 3
    assert found.line(("a", 5, "b")) == 2
    assert found.line(("z",)) == 1
    with pytest.raises(NotJson):
        read(b'{"a": 1, "a": 1}')


def test_a_place_is_spelt_as_it_is_written():
    assert spelt(("network_guard", "wifi", 0, "ssid")) == "network_guard.wifi[0].ssid"
    assert spelt(()) == ""
