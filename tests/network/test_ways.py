"""Which network counts: with several up, with a VPN, and what the environment cannot do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from dbus_fast import Variant

from tests.network.buses import private_bus
from tests.network.conftest import Near
from tests.network.lab import SSID, STRANGE, Lab
from tests.network.services import (
    ACTIVE,
    DEVICE,
    ETHERNET,
    NM,
    ROOT,
    TUN,
    FakeNetworkManager,
)

pytestmark = pytest.mark.timeout(300)


def verdict(near: Near, expect: int) -> str:
    (found,) = near.run("network", "explain", expect=expect).data["accounts"]
    return found["code"]


def test_the_network_that_carries_the_traffic_is_the_one_that_counts(lab: Lab, near: Near) -> None:
    near.guard()
    assert verdict(near, 0) == "ssid_allowed"
    lab.default_by("eth0")
    assert verdict(near, 7) == "wired_not_allowed"
    near.run("config", "set", "network_guard.ethernet.mode", "any")
    assert verdict(near, 0) == "wired_allowed"
    lab.nm.roam("wlan0", STRANGE)
    # an idle Wi-Fi does not matter
    assert verdict(near, 0) == "wired_allowed"
    lab.default_by("wlan0")
    assert verdict(near, 7) == "ssid_not_listed"


def test_a_vpn_is_judged_by_what_is_below_it(lab: Lab, near: Near) -> None:
    near.guard()
    wlan = lab.nm.objects[f"{ROOT}/Devices/wlan0"][DEVICE]["ActiveConnection"].value
    wired = lab.nm.objects[f"{ROOT}/Devices/eth0"][DEVICE]["ActiveConnection"].value
    lab.near.run("ip", "tuntap", "add", "tun0", "mode", "tun")
    try:
        lab.near.run("ip", "address", "add", "10.8.0.2/24", "dev", "tun0")
        lab.near.run("ip", "link", "set", "tun0", "up")
        lab.near.run("ip", "route", "add", "default", "dev", "tun0", "metric", "50")
        # nobody says which of the two networks is below it: both have to be allowed
        assert verdict(near, 7) == "wired_not_allowed"
        lab.nm.device("tun0", TUN)
        over_wifi = {"kind": "vpn", "vpn": True, "base": wlan, "addresses": ("10.8.0.2",)}
        vpn = lab.nm.connection("office", f"{ROOT}/Devices/wlan0", **over_wifi)
        assert verdict(near, 0) == "ssid_allowed"
        lab.nm.roam("wlan0", STRANGE)
        assert verdict(near, 7) == "ssid_not_listed"
        lab.nm.roam("wlan0", SSID)
        lab.nm.set(vpn, ACTIVE, SpecificObject=Variant("o", wired))
        assert verdict(near, 7) == "wired_not_allowed"
        near.run("config", "set", "network_guard.vpn.named", "office")
        assert verdict(near, 0) == "vpn_named"
        near.run("config", "set", "network_guard.vpn.mode", "deny")
        assert verdict(near, 7) == "vpn_denied"
    finally:
        lab.near.run("ip", "link", "del", "tun0")
        lab.nm.set(ROOT, NM, ActiveConnections=Variant("ao", [wlan, wired]))


# -- what the environment cannot do ----------------------------------------------------------

POLICY = {
    "organization": {"name": "ACME SA", "support": "it@acme.example"},
    "network_guard": {
        "mode": "allowlist",
        "allow_user_networks": False,
        "allow_local_server": False,
        "allow_once": False,
        "wifi": [{"label": "HQ", "ssid_hex": SSID.hex()}],
        "ethernet": {"mode": "deny"},
        "vpn": {"mode": "underlay"},
        "cellular": "deny",
        "metered": "deny",
    },
}


@pytest.fixture
def added(lab: Lab, near: Near) -> Iterator[Near]:
    """An account, added on the allowed network."""
    lab.calendar("work", {})
    near.guard()
    near.account()
    yield near
    lab.empty()


def test_a_bus_of_one_s_own_does_not_get_past_a_managed_guard(
    lab: Lab, added: Near, tmp_path: Path
) -> None:
    lab.nm.roam("wlan0", STRANGE)
    with private_bus(tmp_path / "b") as socket, FakeNetworkManager(socket) as liar:
        liar.wifi("wlan0", SSID)
        liar.connection("wired", liar.device("eth0", ETHERNET))
        lying = Near(added.home, lab, DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={socket}")
        assert verdict(lying, 0) == "ssid_allowed", "the user's own guard is the user's"
        asked = len(liar.calls)
        before = len(lab.frames())
        with lab.managed(POLICY):
            assert verdict(lying, 7) == "ssid_not_listed"
            lying.sync(expect=7)
            assert lab.frames()[before:] == []
            lab.nm.roam("wlan0", SSID)
            assert verdict(lying, 0) == "ssid_allowed"
        assert len(liar.calls) == asked


def test_another_home_does_not_get_past_a_managed_guard(
    lab: Lab, near: Near, tmp_path: Path
) -> None:
    lab.nm.roam("wlan0", STRANGE)
    other = Near(tmp_path / "other", lab)
    (other.home / "config").mkdir(parents=True)
    (other.home / "config" / "config.toml").write_text('[network_guard]\nmode = "off"\n')
    assert verdict(other, 0) == "guard_off"
    before = len(lab.frames())
    with lab.managed(POLICY):
        assert verdict(other, 7) == "ssid_not_listed"
        other.account(expect=7)
        assert lab.frames()[before:] == []
        listed = other.run("network", "allow", expect=8)
        assert listed.problem["reference"] == "policy.forbidden"
        once = other.run("network", "allow-once", "1h", expect=8)
        assert "ACME SA" in once.problem["detail"]
        out, _ = other.text("network", "explain", expect=7)
        assert "ACME SA (it@acme.example)" in out.decode()
        other.run("config", "set", "network_guard.mode", "off", expect=8)


def test_the_environment_s_proxies_are_not_used(lab: Lab, added: Near) -> None:
    names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
    pushed = Near(added.home, lab, **dict.fromkeys(names, "http://10.77.2.1:3128"))
    before = len(lab.frames())
    pushed.sync()
    frames = lab.frames()[before:]
    assert frames
    assert not [frame for frame in frames if " 3128 " in frame or frame.startswith("efar")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("network.proxy", "http://127.0.0.1:3128"),
        ("network.proxy", "http://localhost:3128"),
        ("network.proxy", "http://10.77.1.2:3128"),  # an address of this machine
        ("accounts.home.url", "https://127.0.0.1:8443/"),
        ("accounts.home.url", "https://10.77.1.2:8443/"),
    ],
)
def test_a_tunnel_on_this_machine_does_not_get_past_a_managed_guard(
    lab: Lab, added: Near, key: str, value: str
) -> None:
    added.run("config", "set", key, value)
    before = len(lab.frames())
    with lab.managed(POLICY):
        done = added.sync(expect=7)
        assert "local_server" in json.dumps(done.envelope)
        assert [frame for frame in lab.frames()[before:] if "tcp" in frame] == []
    if key == "network.proxy":
        return
    allowed = {**POLICY["network_guard"], "allow_local_server": True}
    with lab.managed({**POLICY, "network_guard": allowed}):
        # nothing listens there, but it was asked
        assert "local_server" not in json.dumps(added.sync(expect=None).envelope)
