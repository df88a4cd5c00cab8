"""``ksync network``: lists with any name, and explanations that anybody understands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksync.cli.main import main
from ksync.network import guard as guards
from ksync.network.evidence import Kind, Link, Reach, Tri
from ksync.network.rules import Security
from ksync.network.table import TABLE
from ksync.network.verdict import Code
from ksync.reporting.catalog import GATE_EXIT_CODES, tell
from ksync.reporting.network_entries import ALLOWED, DENIALS
from tests.ksync.cli.conftest import Done
from tests.ksync.network.cases import EXAMPLES, HOME, WIFI, WIRED, way
from tests.ksync.network.test_gate import FakeObserver


@pytest.fixture
def ksync(capsys: pytest.CaptureFixture[str], paths):
    """``ksync --json`` in this process; any exit code."""

    def run(*words: str) -> Done:
        capsys.readouterr()
        code = main(["--json", *words])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return run


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> FakeObserver:
    """The network that this computer is on."""
    found = FakeObserver()
    monkeypatch.setattr(guards, "observer_for", lambda _rules: found)
    return found


NAMES = [
    "home",
    "a,b; 'c' \"d\" \\e",
    "Café 🏡",
    " spaces ",
    "--not-an-option",
    "é" * 16,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_text_is_listed_and_taken_out(ksync, name: str) -> None:
    added = ksync("network", "allow", "--label", "x", "--security", "wpa2-personal", "--", name)
    assert added.data["network"]["ssid"] == name
    assert added.data["network"]["ssid_hex"] == name.encode().hex()
    again = ksync("network", "allow", "--bssid", "AA:BB:CC:00:00:01", "--", name)
    assert again.data["network"]["security"] is None
    assert again.data["network"]["bssids"] == ["aa:bb:cc:00:00:01"]
    assert len(ksync("network", "list").data["networks"]) == 1
    assert ksync("network", "remove", "--", name).code == 0
    assert ksync("network", "list").data["networks"] == []
    assert ksync("network", "remove", "--", name).envelope["code"] == "network.not_listed"


@pytest.mark.parametrize("octets", ["ff" * 32, "00ff", "0a", "1b5b33316d"])
def test_a_name_that_is_no_text_goes_by_hexadecimal(ksync, octets: str) -> None:
    added = ksync("network", "allow", "--hex", octets)
    assert (added.data["network"]["ssid"], added.data["network"]["ssid_hex"]) == (None, octets)
    assert ksync("network", "remove", "--hex", octets.upper()).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["é" * 17],
        [""],
        ["--hex", "zz"],
        ["--hex", "ff" * 33],
        ["--hex"],
        ["x", "--bssid", "1:2"],
        ["x", "--security", "wpa9"],
    ],
)
def test_what_cannot_be_a_network_is_refused(ksync, words: list[str]) -> None:
    assert ksync("network", "allow", *words).code == 2
    assert ksync("network", "list").data["networks"] == []


def test_the_network_of_this_moment_is_listed_by_its_octets(ksync, here) -> None:
    assert ksync("network", "allow").data["network"]["ssid_hex"] == HOME.hex()
    here.usual = way(WIRED)
    assert ksync("network", "allow").envelope["code"] == "network.no_wifi"
    here.usual = way(WIRED, WIFI)  # a VPN would have one below it
    assert ksync("network", "allow").code == 0


@pytest.mark.parametrize(
    ("has", "words", "security"),
    [
        (Security.WPA2_PERSONAL, (), "wpa2-personal"),
        (Security.WPA3_ENTERPRISE, (), "wpa3-enterprise"),
        (Security.WPA2_PERSONAL, ("--security", "wpa3-personal"), "wpa3-personal"),
        (Security.WPA2_PERSONAL, ("--security", "any"), None),
        # an open network has nothing that an imitation has not
        (Security.OPEN, (), None),
        (None, (), None),
    ],
)
def test_the_network_of_this_moment_is_meant_with_its_protection(
    ksync, here, has, words, security
) -> None:
    """Else an open imitation of its name would be listed as well."""
    here.usual = way(replace(WIFI, security=has))
    added = ksync("network", "allow", *words)
    assert added.data["network"]["security"] == security
    told = security is not None and not words
    assert (f"({security})" in added.envelope["message"]) == told


def test_a_name_alone_pins_nothing(ksync, here) -> None:
    """It says nothing about how the network is protected."""
    here.usual = way(replace(WIFI, security=Security.WPA2_PERSONAL))
    assert ksync("network", "allow", "Elsewhere").data["network"]["security"] is None


def test_an_explanation_has_evidence_rule_verdict_and_what_to_do(ksync, here) -> None:
    ksync("network", "allow", "somewhere else")
    ksync("config", "set", "network_guard.mode", "allowlist")
    done = ksync("network", "explain")
    assert (done.code, done.envelope["code"]) == (7, "network.denied")
    (found,) = done.data["accounts"]
    assert (found["code"], found["row"], found["looked_up"]) == ("ssid_not_listed", 21, False)
    assert found["hint"].startswith("Allow it: `ksync network allow`")
    here.usual = way(Link(), reach=Reach.NO_ROUTE)
    assert ksync("network", "explain").code == 11
    assert ksync("network", "status").code == 11


def test_allow_once_and_its_end(ksync, here) -> None:
    assert ksync("network", "allow-once", "1h").envelope["code"] == "network.nothing_to_allow"
    ksync("config", "set", "network_guard.mode", "allowlist")
    here.usual = way(WIRED)
    assert ksync("network", "explain").code == 7
    assert ksync("network", "allow-once", "0m").code == 2
    assert ksync("network", "allow-once", "2h").code == 0
    done = ksync("network", "status")
    assert done.code == 0
    assert done.data["allowed_until"] is not None
    assert done.data["accounts"][0]["overridden"] == "wired_not_allowed"


def test_every_code_has_a_sentence_and_every_denial_a_hint() -> None:
    for row in TABLE:
        verdicts = {one.allowed for one in EXAMPLES if one.row == row.number}
        if True in verdicts:
            assert ALLOWED[row.code or ""].endswith((".", ")"))
        if False in verdicts:
            found = DENIALS[row.code or ""]
            for text in (found.sentence, found.hint, found.managed):
                assert text.endswith(".")
    assert set(DENIALS) | set(ALLOWED) == set(Code)


@pytest.mark.parametrize("code", DENIALS)
def test_a_denial_is_told_alike_everywhere(code: str) -> None:
    told = tell("transport.gate_denied", gate_code=code)
    assert told.message == DENIALS[code].sentence
    assert told.exit_code == GATE_EXIT_CODES.get(code, 7)
    assert told.as_data()["gate_code"] == code


def test_words_are_there_for_every_kind_of_evidence() -> None:
    from ksync.service import network_words as words

    for example in EXAMPLES:
        for one in example.evidence:
            assert words.way_lines(one, example.rules)
        assert words.rule_lines(example.rules)
    for kind in Kind:
        assert words.KINDS[kind]
    told = words.way_lines(way(Link("x0", metered=Tri.YES, error="broken")), EXAMPLES[0].rules)
    assert "metered: yes" in told and "not told: broken" in told
