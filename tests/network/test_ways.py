"""Which network counts: with several up, with a VPN, and what the environment cannot do."""

from __future__ import annotations

from tests.network.conftest import Near
from tests.network.lab import STRANGE, Lab


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
