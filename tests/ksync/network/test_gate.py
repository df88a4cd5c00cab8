"""The gate's two stages, allow once, and that whatever fails denies."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from ksync.network.evidence import Evidence, Kind, Link, Reach
from ksync.network.gate import ANYWHERE, GuardGate, name_servers
from ksync.network.observer import Observer, Providers
from ksync.network.once import MOST_SECONDS, Once
from ksync.network.providers.port import Needs
from ksync.network.rules import Mode, Rules
from ksync.network.system import System
from ksync.network.watch import Watch
from sync_engine.errors import GateDenied
from sync_engine.transport.port import Route, Target
from tests.ksync.network.cases import ANY_WIRED, LISTED, MANAGED, WIFI, WIRED, way

SERVER = Target("https", "dav.example.org", 443)
LOCAL = Target("http", "127.0.0.1", 5232)


class FakeObserver:
    """What is known, by address; everything else goes by the first."""

    def __init__(self, **by_address: Evidence) -> None:
        self.usual = way(WIFI)
        self.by_address = {key.replace("_", "."): one for key, one in by_address.items()}
        self.asked: list[str] = []
        self.failing = False

    def evidence(self, rules: Rules, address: str, port: int = 0) -> Evidence:
        self.asked.append(address)
        if self.failing:
            raise RuntimeError("a name of a network")
        return replace(self.by_address.get(address, self.usual), address=address)


@pytest.fixture
def observer() -> FakeObserver:
    return FakeObserver()


@pytest.fixture
def once(tmp_path: Path) -> Once:
    return Once(tmp_path / "once.json")


@pytest.fixture
def gate(observer: FakeObserver, once: Once, tmp_path: Path):
    resolver = tmp_path / "resolv.conf"
    resolver.write_text(
        "# x\nnameserver 127.0.0.53\nnameserver 192.0.2.53\noptions a\nnameserver\n"
    )

    def make(rules: Rules) -> GuardGate:
        return GuardGate(lambda: rules, lambda _rules: observer, once, resolver)  # type: ignore[arg-type, return-value]  # the same method

    return make


def denied(gate: GuardGate, target: Target = SERVER) -> str:
    with pytest.raises(GateDenied) as caught:
        gate.before_lookup(target)
    return caught.value.code


def test_a_guard_that_is_off_looks_at_nothing(gate, observer) -> None:
    off = gate(Rules())
    off.before_lookup(SERVER)
    assert off.choose(SERVER, ["192.0.2.1"]) == [Route("192.0.2.1")]
    assert observer.asked == []


def test_before_a_look_up_every_way_of_it_is_judged(gate, observer) -> None:
    gate(LISTED).before_lookup(SERVER)
    assert observer.asked == [*ANYWHERE, "192.0.2.53"]
    for address in observer.asked[:3]:
        observer.by_address = {address: way(WIRED)}
        assert denied(gate(LISTED)) == "wired_not_allowed"
    # a family without a route is no way
    observer.by_address = {ANYWHERE[1]: way(Link(), reach=Reach.NO_ROUTE)}
    gate(LISTED).before_lookup(SERVER)
    observer.usual = way(Link(), reach=Reach.NO_ROUTE)
    assert denied(gate(LISTED)) == "offline"


def test_an_address_and_this_machine_are_judged_themselves(gate, observer) -> None:
    gate(LISTED).before_lookup(Target("https", "192.0.2.9", 443))
    assert observer.asked == ["192.0.2.9"]
    observer.usual = way(Link("lo", Kind.LOOPBACK), reach=Reach.LOOPBACK)
    for host in ("127.0.0.1", "localhost", "x.localhost"):
        gate(LISTED).before_lookup(replace(LOCAL, host=host))
        assert denied(gate(MANAGED), replace(LOCAL, host=host)) == "local_server"
        gate(replace(MANAGED, allow_local_server=True)).before_lookup(replace(LOCAL, host=host))


def test_only_allowed_addresses_come_back_and_they_are_bound(gate, observer) -> None:
    observer.by_address = {"192.0.2.1": way(WIRED)}
    routes = gate(LISTED).choose(SERVER, ["192.0.2.1", "192.0.2.2"])
    assert routes == [Route("192.0.2.2", interface="wlan0", source="198.51.100.7")]
    with pytest.raises(GateDenied, match="eth0") as caught:
        gate(LISTED).choose(SERVER, ["192.0.2.1"])
    assert caught.value.code == "wired_not_allowed"
    with pytest.raises(GateDenied) as caught:
        gate(LISTED).choose(SERVER, [])
    assert caught.value.code == "offline"


@pytest.mark.parametrize("stage", ["lookup", "literal", "choose", "rules"])
def test_whatever_fails_denies_and_tells_no_name(gate, observer, once, stage) -> None:
    observer.failing = True
    found = gate(LISTED)
    if stage == "rules":
        found = GuardGate(lambda: 1 / 0, lambda _rules: observer, once)  # type: ignore[arg-type, return-value]  # it fails

    def ask() -> None:
        if stage == "choose":
            found.choose(SERVER, ["192.0.2.1"])
        else:
            found.before_lookup(SERVER if stage != "literal" else LOCAL)

    with pytest.raises(GateDenied) as caught:
        ask()
    assert caught.value.code == "unknown"
    assert "network" not in str(caught.value)


def test_a_policy_that_cannot_be_used_denies_a_guard_that_is_off_too(gate, observer) -> None:
    assert denied(gate(Rules(policy_error="broken"))) == "policy_error"


def test_it_knows_whether_what_it_allowed_is_allowed_still(gate, observer) -> None:
    found = gate(LISTED)
    assert found.still_allows()
    found.choose(SERVER, ["192.0.2.1"])
    assert found.still_allows()
    observer.usual = way(WIRED)
    assert not found.still_allows()


def test_name_servers_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "r"
    file.write_text("nameserver ::1\nnameserver fe80::1%eth0\nnameserver x\n; nameserver 1.1.1.1\n")
    assert name_servers(file) == ["::1", "fe80::1"]
    assert name_servers(tmp_path / "none") == []


# -- the system's own word ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "127.9.9.9", "::1", "0.0.0.0", "::", "::ffff:127.0.0.1"]
)
def test_what_stays_on_this_machine_is_local(address: str) -> None:
    assert System().egress(address, 443).reach is Reach.LOOPBACK


def test_an_own_address_is_local_too() -> None:
    own = [
        one
        for interface in System().interfaces().values()
        for one in interface.addresses
        if interface.kind is not Kind.LOOPBACK and interface.up and ":" not in one
    ]
    for address in own:
        assert System().egress(address, 443).reach is Reach.LOOPBACK


# -- allow once ----------------------------------------------------------------------------------


def test_allow_once_holds_until_it_expires_or_the_network_changes(tmp_path: Path) -> None:
    now = [1000.0]
    once = Once(tmp_path / "once.json", lambda: now[0])
    assert once.current() is None
    assert once.grant(60, [way(Link(), reach=Reach.NO_ROUTE)]) is None
    kept = once.grant(60, [way(WIRED), way(WIFI)])
    assert kept is not None and kept.until == 1060
    assert b"home" not in (tmp_path / "once.json").read_bytes()
    assert once.applied(way(WIRED)).once
    assert once.applied(way(WIFI)).once
    assert not once.applied(way(Link("usb0", Kind.ETHERNET))).once
    # another process reads the same file
    assert Once(tmp_path / "once.json", lambda: now[0]).applied(way(WIRED)).once
    for moment in (1060.0, 999.0):
        now[0] = moment
        assert not once.applied(way(WIRED)).once
    now[0] = 1001.0
    # nobody knows which network this is: it is not allowed, and not over either
    assert not once.applied(way(replace(WIRED, gateway_mac=None))).once
    assert once.applied(way(WIRED)).once
    assert not once.applied(way(replace(WIRED, gateway_mac="00:00:00:00:00:09"))).once
    assert not once.applied(way(WIRED)).once, "it is over for good"
    assert not once.revoke()


def test_allow_once_has_an_end_and_a_broken_file_allows_nothing(tmp_path: Path) -> None:
    once = Once(tmp_path / "once.json", lambda: 0.0)
    kept = once.grant(1e9, [way(WIRED)])
    assert kept is not None and kept.until == MOST_SECONDS
    (tmp_path / "once.json").write_text("{")
    assert not once.applied(way(WIRED)).once


def test_the_gate_takes_allow_once_into_account(gate, observer, once) -> None:
    observer.usual = way(WIRED)
    assert denied(gate(LISTED)) == "wired_not_allowed"
    once.grant(60, [way(WIRED)])
    gate(LISTED).before_lookup(SERVER)
    assert denied(gate(replace(LISTED, allow_once=False))) == "wired_not_allowed"
    observer.usual = way(replace(WIRED, gateway_mac="00:00:00:00:00:09"))
    assert denied(gate(LISTED)) == "wired_not_allowed"


# -- needs and watching ------------------------------------------------------------------------


def test_what_the_rules_need() -> None:
    for rules in (Rules(), Rules(mode=Mode.ANY_WIFI), Rules(mode=Mode.ALLOWLIST), ANY_WIRED):
        needs = Needs.of(rules)
        assert needs.ssid is (rules.mode is Mode.ALLOWLIST and bool(rules.wifi))
        assert needs.service is needs.ssid
    assert not Needs.of(replace(LISTED, policy_error="broken")).service
    assert Needs.of(Rules(mode=Mode.ANY_WIFI, managed=MANAGED.managed)) == Needs(True, False, True)


def test_a_watch_calls_back_when_somebody_else_noticed() -> None:
    """The gate reads the same messages: whoever reads them tells the watch."""
    observer = Observer(lambda: Providers([]))
    called = threading.Event()
    watch = Watch(lambda _rules: observer, Rules, called.set)
    try:
        deadline = 100
        while not observer._told and deadline:
            threading.Event().wait(0.05)
            deadline -= 1
        observer.changes += 1
        for tell in observer._told:
            tell()
        assert called.wait(20)
    finally:
        watch.close()
        observer.close()
