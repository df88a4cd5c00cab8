"""The providers, over a real bus, against services as they are documented."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jeepney
import pytest
from dbus_fast import Variant

from ksync.network import bus
from ksync.network.decide import decide
from ksync.network.evidence import Kind, Reach, Tri, WifiMode
from ksync.network.observer import Observer, Providers
from ksync.network.observer import providers as real_providers
from ksync.network.rules import Mode, Permit, Rules, Security, VpnRule, WifiRule
from ksync.network.system import Egress, Interface
from ksync.network.verdict import Code
from tests.network.buses import private_bus
from tests.network.services import (
    BSSID,
    DEVICE,
    EXTERNAL,
    GUESS_YES,
    MODEM,
    PORTAL,
    PSK,
    ROOT,
    SAE,
    TUN,
    WIREGUARD,
    WIRELESS,
    FakeIwd,
    FakeNetworkManager,
    FakeSupplicant,
)

HOME = "Café, “home” 🏡".encode()
OTHER = b"a" * 31 + b"\xff"
RULES = Rules(mode=Mode.ALLOWLIST, wifi=(WifiRule(HOME),))
ADDRESS = "192.0.2.80"


class FakeSystem:
    """A machine with the interfaces that a test wants; the first carries the traffic."""

    def __init__(self, *interfaces: Interface) -> None:
        self.found = {one.name: one for one in interfaces}
        self.egress_by = interfaces[0].name

    def interfaces(self):
        return self.found

    def egress(self, address, port):
        return Egress(Reach.ROUTED, self.egress_by, self.found[self.egress_by].addresses[0])

    def gateway_mac(self, interface):
        return None


def interface(name: str, kind: Kind, address: str = "192.0.2.2") -> Interface:
    return Interface(name, kind, True, 7, (address,))


WLAN = interface("wlan0", Kind.WIFI)
TUN0 = interface("tun0", Kind.VPN, "10.8.0.2")
ETH = interface("eth0", Kind.ETHERNET, "198.51.100.2")


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Path]:
    with private_bus(tmp_path / "b") as found:
        yield found


@pytest.fixture
def nm(socket: Path) -> Iterator[FakeNetworkManager]:
    with FakeNetworkManager(socket) as service:
        yield service


@pytest.fixture
def observe(socket: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    made = []
    monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")

    def make(*interfaces: Interface, trusted_only: bool = False) -> Observer:
        found = Observer(
            lambda: real_providers(trusted_only=trusted_only),
            FakeSystem(*(interfaces or (WLAN,))),  # type: ignore[arg-type]  # the same methods
        )
        made.append(found)
        return found

    yield make
    for one in made:
        one.close()


def code(observer: Observer, rules: Rules = RULES) -> Code:
    return decide(rules, observer.evidence(rules, ADDRESS)).code


def test_networkmanager_tells_everything(nm, observe) -> None:
    nm.wifi("wlan0", HOME, rsn=PSK | SAE)
    link = observe().evidence(RULES, ADDRESS).link
    assert (link.ssid, link.bssid, link.mode) == (HOME, BSSID.lower(), WifiMode.STATION)
    assert link.security is Security.WPA2_PERSONAL  # the weakest that both allow
    assert (link.metered, link.captive, link.provider) == (Tri.NO, Tri.NO, "networkmanager")


@pytest.mark.parametrize(
    ("rsn", "key_management", "security"),
    [
        (PSK | SAE, "sae", Security.WPA3_PERSONAL),
        (SAE, "wpa-psk", Security.WPA3_PERSONAL),
        (0, "", None),  # private, and the profile wants it open: nothing in common
        (PSK, "sae", None),
        (PSK, "some-new-way", Security.WPA2_PERSONAL),
    ],
)
def test_what_counts_is_the_weakest_that_both_allow(
    nm, observe, rsn, key_management, security
) -> None:
    nm.wifi("wlan0", HOME, rsn=rsn, key_management=key_management)
    assert observe().evidence(RULES, ADDRESS).link.security is security


def test_the_verdict_follows_each_signal(nm, observe) -> None:
    nm.wifi("wlan0", HOME)
    observer = observe()
    assert code(observer) is Code.SSID_ALLOWED
    nm.roam("wlan0", OTHER)
    assert code(observer) is Code.SSID_NOT_LISTED
    nm.roam("wlan0", HOME, bssid="AA:BB:CC:00:00:02")
    assert code(observer) is Code.SSID_ALLOWED
    nm.roam("wlan0", b"")
    assert code(observer) is Code.SSID_UNKNOWN
    nm.roam("wlan0", HOME)
    nm.state("wlan0", Metered=Variant("u", GUESS_YES))
    assert code(observer) is Code.METERED
    nm.state("wlan0", Metered=Variant("u", 0))
    assert code(observer) is Code.METERED_UNKNOWN
    nm.state("wlan0", Ip4Connectivity=Variant("u", PORTAL))
    assert code(observer) is Code.CAPTIVE_PORTAL
    nm.state("wlan0", Ip4Connectivity=Variant("u", 4), Metered=Variant("u", 2))
    nm.set(f"{ROOT}/Devices/wlan0", WIRELESS, Mode=Variant("u", 3))
    assert code(observer) is Code.OWN_HOTSPOT
    nm.set(f"{ROOT}/Devices/wlan0", WIRELESS, Mode=Variant("u", 2))
    assert code(observer) is Code.SSID_ALLOWED
    nm.leave("wlan0")
    assert code(observer) is Code.SSID_UNKNOWN


def test_a_service_that_goes_or_refuses_leaves_nothing_behind(nm, observe) -> None:
    nm.wifi("wlan0", HOME)
    observer = observe()
    assert code(observer) is Code.SSID_ALLOWED
    nm.go()
    assert code(observer) is Code.NO_PROVIDER
    nm.come()
    assert code(observer) is Code.SSID_ALLOWED
    nm.denied = True
    nm.state("wlan0", State=Variant("u", 100))
    assert code(observer) is Code.NO_PROVIDER
    assert "AccessDenied" in observer.evidence(RULES, ADDRESS).link.error


def test_the_bus_goes(tmp_path, monkeypatch, observe) -> None:
    with private_bus(tmp_path / "c") as socket, FakeNetworkManager(socket) as nm:
        monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")
        nm.wifi("wlan0", HOME)
        observer = observe()
        assert code(observer) is Code.SSID_ALLOWED
        nm.go()
    assert code(observer) is Code.NO_PROVIDER


def test_noise_does_not_void_what_is_known(nm, observe) -> None:
    nm.wifi("wlan0", HOME)
    observer = observe()
    assert code(observer) is Code.SSID_ALLOWED
    asked = len(nm.calls)
    point = nm.objects[f"{ROOT}/Devices/wlan0"][WIRELESS]["ActiveAccessPoint"].value
    nm.set(point, "org.freedesktop.NetworkManager.AccessPoint", Strength=Variant("y", 30))
    assert code(observer) is Code.SSID_ALLOWED
    assert len(nm.calls) == asked


def test_no_allowance_is_ever_stale(nm, observe) -> None:
    """Two threads ask without pause while the network flips: what a call answers was true
    at some moment between its begin and its end, but for a signal that is on its way."""
    nm.wifi("wlan0", HOME)
    observer = observe()
    truth = [0]  # even: at home
    wrong, stop = [], threading.Event()

    def ask() -> None:
        while not stop.is_set():
            before = truth[0]
            allowed = decide(RULES, observer.evidence(RULES, ADDRESS)).allowed
            if allowed and before == truth[0] and before % 2:
                wrong.append(before)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for one in threads:
        one.start()
    try:
        for number in range(1, 61):
            if number % 2:
                nm.roam("wlan0", OTHER)
                # from here on the signal has been passed on, and an allowance is stale
                truth[0] = number
            else:
                truth[0] = number
                nm.roam("wlan0", HOME)
            assert decide(RULES, observer.evidence(RULES, ADDRESS)).allowed is not bool(number % 2)
    finally:
        stop.set()
        for one in threads:
            one.join()
    assert wrong == []


def test_nothing_is_read_that_no_rule_needs(nm, observe) -> None:
    nm.wifi("wlan0", HOME)
    observer = observe()
    for rules in (Rules(), Rules(mode=Mode.ANY_WIFI), Rules(mode=Mode.ALLOWLIST)):
        observer.evidence(rules, ADDRESS)
    assert nm.calls == []
    metered = Rules(mode=Mode.ANY_WIFI, ask_metered=True)
    assert observer.evidence(metered, ADDRESS).link.metered is Tri.NO
    assert {path for path, _, _ in nm.calls} == {ROOT, f"{ROOT}/Devices/wlan0"}
    assert observer.evidence(metered, ADDRESS).link.ssid is None


# -- VPN -----------------------------------------------------------------------------------


def vpn_rules(*named: str) -> Rules:
    return replace(RULES, vpn=VpnRule(named=frozenset(named)))


def test_a_vpn_is_judged_by_the_network_below_it(nm, observe) -> None:
    nm.wifi("wlan0", HOME)
    observer = observe(TUN0, WLAN)
    assert code(observer) is Code.SSID_ALLOWED
    nm.roam("wlan0", OTHER)
    assert code(observer) is Code.SSID_NOT_LISTED
    two = observe(TUN0, WLAN, ETH)
    nm.roam("wlan0", HOME)
    # no service says which of the two is below: both have to be allowed
    assert code(two) is Code.WIRED_NOT_ALLOWED
    assert code(observe(TUN0)) is Code.VPN_UNKNOWN


def test_networkmanager_knows_what_is_below_its_vpn(nm, observe) -> None:
    device = nm.wifi("wlan0", HOME)
    below = nm.objects[device][DEVICE]["ActiveConnection"].value
    tun = nm.device("tun0", TUN)
    nm.connection("tun0", tun, kind="tun", flags=EXTERNAL)
    observer = observe(TUN0, WLAN, ETH)
    assert code(observer, vpn_rules("office")) is Code.WIRED_NOT_ALLOWED
    vpn = nm.connection("office", device, kind="vpn", vpn=True, base=below, addresses=("10.8.0.2",))
    assert code(observer, vpn_rules()) is Code.SSID_ALLOWED
    assert code(observer, vpn_rules("office")) is Code.VPN_NAMED
    # a name of an interface is no name of a connection
    assert code(observer, vpn_rules("tun0")) is Code.SSID_ALLOWED
    nm.set(vpn, "org.freedesktop.NetworkManager.Connection.Active", State=Variant("u", 4))
    assert code(observer, vpn_rules("office")) is Code.WIRED_NOT_ALLOWED


def test_a_wireguard_connection_has_a_name(nm, observe) -> None:
    wireguard = nm.device("wg0", WIREGUARD)
    nm.connection("office", wireguard, kind="wireguard")
    observer = observe(interface("wg0", Kind.VPN, "10.9.0.2"), ETH)
    assert code(observer, vpn_rules("office")) is Code.METERED_UNKNOWN
    assert code(observer, vpn_rules()) is Code.WIRED_NOT_ALLOWED


def test_the_kernel_s_word_on_phones_stays(nm, observe) -> None:
    nm.device("usb0", 1)
    rules = replace(RULES, metered=Permit.ALLOW)
    assert code(observe(interface("usb0", Kind.USB_TETHERING)), rules) is Code.CELLULAR
    nm.device("wwan0", MODEM)
    assert code(observe(interface("wwan0", Kind.UNKNOWN)), rules) is Code.CELLULAR
    nm.device("wlan9", 1)
    assert code(observe(interface("wlan9", Kind.WIFI)), rules) is Code.UNKNOWN


# -- the others ----------------------------------------------------------------------------


def test_iwd(socket, observe) -> None:
    with FakeIwd(socket, "wlan0", HOME.decode()) as iwd:
        observer = observe()
        link = observer.evidence(RULES, ADDRESS).link
        assert (link.ssid, link.security, link.provider) == (HOME, Security.WPA_PERSONAL, "iwd")
        iwd.diagnostics = {
            "ConnectedBss": Variant("s", BSSID.lower()),
            "Security": Variant("s", "WPA3-Personal"),
        }
        iwd.rename("x")
        link = observer.evidence(RULES, ADDRESS).link
        # its profile would take WPA2 as well
        assert (link.ssid, link.security) == (b"x", Security.WPA2_PERSONAL)
        assert link.bssid == BSSID.lower()
        iwd.rename("\ufffd")
        assert code(observer) is Code.SSID_UNKNOWN
        iwd.go()
        assert code(observer) is Code.NO_PROVIDER


@pytest.mark.parametrize(
    ("management", "security"),
    [
        (("wpa-psk",), Security.WPA2_PERSONAL),
        (("wpa-psk", "sae"), Security.WPA2_PERSONAL),
        (("sae",), Security.WPA3_PERSONAL),
        (("wpa-eap",), None),  # the network block would not take it
        (("a-new-way",), None),
    ],
)
def test_wpa_supplicant(socket, observe, management, security) -> None:
    with FakeSupplicant(socket, "wlan0", OTHER, *management) as supplicant:
        observer = observe()
        link = observer.evidence(RULES, ADDRESS).link
        assert (link.ssid, link.bssid, link.security) == (OTHER, BSSID.lower(), security)
        assert link.provider == "wpa_supplicant"
        state = Variant("s", "scanning")
        supplicant.set(supplicant.interface, "fi.w1.wpa_supplicant1.Interface", State=state)
        assert code(observer) is Code.SSID_UNKNOWN


def test_the_next_provider_is_asked_where_one_does_not_know(nm, socket, observe) -> None:
    path = nm.wifi("wlan0", HOME)
    nm.state("wlan0", State=Variant("u", 10))  # unmanaged
    with FakeIwd(socket, "wlan0", "by iwd"):
        assert observe().evidence(RULES, ADDRESS).link.ssid == b"by iwd"
        nm.state("wlan0", State=Variant("u", 100))
        assert observe().evidence(RULES, ADDRESS).link.ssid == HOME
        nm.leave("wlan0")
        found = observe().evidence(RULES, ADDRESS).link
        assert (found.ssid, found.metered) == (b"by iwd", Tri.NO)
    assert path


# -- who counts under a managed guard --------------------------------------------------------


def _own_the_name_as_nobody(socket: Path, told: int, until: int) -> None:
    """In a child process: be somebody else than root, and call oneself NetworkManager."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    connection = bus.connect(f"unix:path={socket}")
    request = jeepney.message_bus.RequestName("org.freedesktop.NetworkManager")
    connection.send_and_get_reply(request)
    os.write(told, b"!")
    os.read(until, 1)


def test_a_service_of_another_user_does_not_count_under_a_managed_guard() -> None:
    """Whoever may run a program may run one that calls itself NetworkManager."""
    folder = Path(tempfile.mkdtemp(prefix="ks-bus-"))
    folder.chmod(0o755)
    told, until = os.pipe(), os.pipe()
    try:
        with private_bus(folder) as socket:
            child = os.fork()
            if child == 0:
                try:
                    _own_the_name_as_nobody(socket, told[1], until[0])
                finally:
                    os._exit(0)
            assert os.read(told[0], 1) == b"!"
            for trusted_only in (False, True):
                found = bus.Bus(f"unix:path={socket}", trusted_only=trusted_only)
                owner = found.owner("org.freedesktop.NetworkManager")
                found.close()
                assert (owner is None) is trusted_only
            os.write(until[1], b"!")
            os.waitpid(child, 0)
    finally:
        for one in (*told, *until):
            os.close(one)
        shutil.rmtree(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="the stand-in has to be root's to count")
def test_a_service_of_root_counts_under_a_managed_guard(nm, socket) -> None:
    found = bus.Bus(f"unix:path={socket}", trusted_only=True)
    assert found.owner(nm.name) is not None
    found.close()


def test_the_environment_moves_the_bus_of_an_unmanaged_guard_alone() -> None:
    environ = {bus.ADDRESS_VARIABLE: "unix:path=/tmp/mine"}
    assert bus.address(trusted_only=False, environ=environ) == "unix:path=/tmp/mine"
    assert bus.address(trusted_only=True, environ=environ) in {
        f"unix:path={one}" for one in bus.SOCKETS
    }


def test_a_bus_that_does_not_answer_denies_in_time(tmp_path, monkeypatch, observe) -> None:
    import socket as sockets

    monkeypatch.setattr(bus, "TIMEOUT", 0.2)
    silent = sockets.socket(sockets.AF_UNIX)
    silent.bind(str(tmp_path / "silent"))
    silent.listen(5)
    monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={tmp_path / 'silent'}")
    begun = time.monotonic()
    assert code(observe()) is Code.NO_PROVIDER
    assert time.monotonic() - begun < 60
    silent.close()


def test_without_signals_evidence_is_old_after_a_second() -> None:
    now = [100.0]

    class Counting:
        name, signals, wifi_only = "counting", False, False
        asked = 0

        def read(self, interface, source, needs):
            self.asked += 1
            from ksync.network.providers.port import Facts

            return Facts(self.name, kind=Kind.WIFI, ssid=HOME, metered=Tri.NO)

    provider = Counting()
    observer = Observer(
        lambda: Providers([provider]),
        FakeSystem(WLAN),  # type: ignore[arg-type]  # the same methods
        clock=lambda: now[0],
    )
    for moment, asked in ((0.0, 1), (0.9, 1), (1.1, 2)):
        now[0] = 100.0 + moment
        assert decide(RULES, observer.evidence(RULES, ADDRESS)).allowed
        assert provider.asked == asked
    observer.close()


def test_with_signals_evidence_is_old_after_ten_seconds(nm, socket, monkeypatch) -> None:
    monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")
    nm.wifi("wlan0", HOME)
    now = [100.0]
    observer = Observer(
        lambda: real_providers(trusted_only=False),
        FakeSystem(WLAN),  # type: ignore[arg-type]  # the same methods
        clock=lambda: now[0],
    )
    counts = []
    for moment in (0.0, 9.9, 10.1):
        now[0] = 100.0 + moment
        observer.evidence(RULES, ADDRESS)
        counts.append(len(nm.calls))
    assert counts[0] == counts[1] < counts[2]
    observer.close()


def test_a_network_that_never_stops_changing_is_unknown(nm, socket, monkeypatch) -> None:
    monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")
    nm.wifi("wlan0", HOME)

    class Restless(FakeSystem):
        def egress(self, address, port):
            nm.state("wlan0", State=Variant("u", 100))
            return super().egress(address, port)

    observer = Observer(
        lambda: real_providers(trusted_only=False),
        Restless(WLAN),  # type: ignore[arg-type]  # the same methods
    )
    assert not decide(RULES, observer.evidence(RULES, ADDRESS)).allowed
    assert "changing" in observer.evidence(RULES, ADDRESS).link.error
    observer.close()
