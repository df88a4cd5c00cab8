"""The guard's decision: row by row, and what holds for all evidence."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksync.network.decide import decide, judge
from ksync.network.evidence import Evidence, Kind, Link, Permission, Reach, Tri, WifiMode
from ksync.network.rules import (
    EthernetRule,
    Mode,
    Permit,
    Rules,
    Security,
    VpnMode,
    VpnRule,
    WifiRule,
    WiredMode,
)
from ksync.network.table import TABLE
from ksync.network.verdict import Code
from tests.ksync.network.cases import (
    ACME,
    EXAMPLES,
    HOME,
    LISTED,
    MANAGED,
    POINT,
    ROUTER,
    WIFI,
    WIRED,
    Example,
    way,
)

ROWS = {row.number: row for row in TABLE}


def named(example: Example) -> str:
    return f"row-{example.row}-{'allow' if example.allowed else 'deny'}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_row(example: Example) -> None:
    verdict = judge(example.rules, example.evidence).verdict
    assert (verdict.row, verdict.allowed) == (example.row, example.allowed)
    assert verdict.code is ROWS[example.row].code


def test_every_row_has_an_example_and_its_verdict_in_words_is_what_it_gives() -> None:
    assert [row.number for row in TABLE] == list(range(1, 29))
    without = {row.number for row in TABLE if row.code is None}
    assert without == {12, 20}  # rows that only say where to look on
    assert {example.row for example in EXAMPLES} == set(ROWS) - without
    for row in TABLE:
        verdicts = {example.allowed for example in EXAMPLES if example.row == row.number}
        assert (True in verdicts) is ("allow" in row.verdict.replace("offer to allow", "")), row
        assert (False in verdicts) is (row.code is not None and "den" in row.verdict), row


def test_a_hidden_network_whose_name_can_be_read_is_as_any_other() -> None:
    # row 20: nothing in the evidence says that it is hidden, so nothing can treat it
    # otherwise; before it told its name it has none
    assert not decide(LISTED, way(replace(WIFI, ssid=b""))).allowed
    assert decide(LISTED, way(WIFI)).allowed


def test_only_the_allowed_addresses_of_a_server_are_used() -> None:
    found = judge(LISTED, [way(WIRED), way(WIFI, address="2001:db8::1")])
    assert found.allowed == ["2001:db8::1"]
    assert found.by_address["192.0.2.1"].code is Code.WIRED_NOT_ALLOWED


def test_addresses_by_one_interface_are_denied_for_its_own_reason() -> None:
    offline = way(Link(), reach=Reach.NO_ROUTE, address="2001:db8::2")
    found = judge(LISTED, [offline, way(WIRED), way(WIRED, address="2001:db8::1")])
    assert found.verdict.code is Code.WIRED_NOT_ALLOWED


def test_allow_once_needs_the_policy_s_permission() -> None:
    assert decide(replace(LISTED, allow_once=False), way(WIRED, once=True)).row == 7
    assert decide(MANAGED, way(WIRED, once=True)).row == 7
    passed = decide(LISTED, way(WIRED, once=True))
    assert passed.overridden is Code.WIRED_NOT_ALLOWED


def test_securities_are_in_order() -> None:
    assert [security.value for security in sorted(Security, key=lambda one: one.rank)] == [
        "open", "wep", "owe", "wpa-personal", "wpa2-personal", "wpa3-personal",
        "wpa2-enterprise", "wpa3-enterprise",
    ]  # fmt: skip
    assert Security.WPA3_PERSONAL.covers(Security.WPA2_PERSONAL)
    assert not Security.WPA2_PERSONAL.covers(Security.WPA3_PERSONAL)


def test_a_network_s_name_is_in_no_repr() -> None:
    assert "home" not in repr(decide(LISTED, way(WIFI)))
    assert "home" not in repr(way(WIFI))


ssids = st.sampled_from([HOME, b"x", b"", b"\0\0", b"\xff" * 32, b"a,b"])
macs = st.sampled_from([POINT, ROUTER, "00:00:00:00:00:00"])
rules = st.builds(
    Rules,
    mode=st.sampled_from(Mode),
    wifi=st.lists(
        st.builds(
            WifiRule,
            ssids,
            security=st.none() | st.sampled_from(Security),
            bssids=st.frozensets(macs, max_size=2),
        ),
        max_size=3,
    ).map(tuple),
    ethernet=st.builds(EthernetRule, st.sampled_from(WiredMode), st.frozensets(macs, max_size=2)),
    vpn=st.builds(VpnRule, st.sampled_from(VpnMode), st.frozensets(st.just("office"))),
    cellular=st.sampled_from(Permit),
    metered=st.sampled_from(Permit),
    allow_local_server=st.booleans(),
    allow_once=st.booleans(),
    managed=st.none() | st.just(ACME),
    policy_error=st.none() | st.just("broken"),
)
links = st.builds(
    Link,
    interface=st.sampled_from(["wlan0", "eth0", "tun0", ""]),
    kind=st.sampled_from(Kind),
    ssid=st.none() | ssids,
    bssid=st.none() | macs,
    security=st.none() | st.sampled_from(Security),
    mode=st.sampled_from(WifiMode),
    metered=st.sampled_from(Tri),
    captive=st.sampled_from(Tri),
    permission=st.sampled_from(Permission),
    connection=st.none() | st.just("office"),
    gateway_mac=st.none() | macs,
    provider=st.sampled_from(["", "iwd"]),
)
evidences = st.builds(
    Evidence,
    address=st.just("192.0.2.1"),
    reach=st.sampled_from(Reach),
    link=links,
    underlays=st.lists(links, max_size=2).map(tuple),
    once=st.booleans(),
)


@given(rules, st.booleans())
def test_without_evidence_nothing_is_allowed_unless_the_guard_is_off(
    rules: Rules, listed: bool
) -> None:
    off = rules.mode is Mode.OFF and rules.policy_error is None
    assert decide(rules, Evidence()).allowed is off
    assert judge(rules, [Evidence()] if listed else []).verdict.allowed is off


@given(rules, evidences)
def test_the_decision_is_total_and_names_its_row(rules: Rules, evidence: Evidence) -> None:
    verdict = decide(rules, evidence)
    assert ROWS[verdict.row].code is verdict.code
    if rules.policy_error is not None:
        assert not verdict.allowed


BLANKS = {"kind", "ssid", "bssid", "security", "connection", "gateway_mac", "provider"}


@given(rules, evidences, st.sampled_from(sorted(BLANKS)))
def test_less_evidence_never_turns_a_denial_into_an_allowance(
    rules: Rules, evidence: Evidence, field: str
) -> None:
    blank = next(entry.default for entry in fields(Link) if entry.name == field)
    poorer = replace(
        evidence,
        link=replace(evidence.link, **{field: blank}),
        underlays=tuple(replace(link, **{field: blank}) for link in evidence.underlays),
    )
    if not decide(rules, evidence).allowed:
        assert not decide(rules, poorer).allowed


@given(rules, evidences)
def test_an_unknown_interface_allows_nothing(rules: Rules, evidence: Evidence) -> None:
    unknown = replace(evidence, reach=Reach.ROUTED, once=False, link=Link("x0"), underlays=())
    off = rules.mode is Mode.OFF and rules.policy_error is None
    assert decide(rules, unknown).allowed is off


@given(rules, evidences)
def test_a_managed_guard_allows_nothing_that_the_same_rules_of_a_user_deny(
    rules: Rules, evidence: Evidence
) -> None:
    user, managed = replace(rules, managed=None), replace(rules, managed=ACME)
    if not decide(user, evidence).allowed:
        assert not decide(managed, evidence).allowed
