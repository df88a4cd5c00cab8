"""NetworkManager over D-Bus: everything that the guard wants to know.

The properties are those of https://networkmanager.dev/docs/api/latest/spec.html.

Rules
-----
* The name of a Wi-Fi network is that of the access point that is in use, not that
  of the profile. It is read only where a rule needs it, and so is the ID of a
  connection, which often is the same.
* A connection that NetworkManager found and did not make (``EXTERNAL``) has no ID
  that counts: whoever may make a tunnel chooses it.
* A VPN of a plug-in has no device of its own. Its active connection is the one
  whose addresses the interface has, and ``SpecificObject`` names the one below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ksync.network import security
from ksync.network.bus import Bus, BusFailed
from ksync.network.evidence import Kind, Tri, WifiMode
from ksync.network.providers.answers import understood
from ksync.network.providers.port import Facts, Needs
from ksync.network.rules import Security

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"

_EXTERNAL = 0x80  # NMActivationStateFlags
_ACTIVATED = 2  # NMActiveConnectionState
_UNMANAGED = 10  # NMDeviceState
_PORTAL = 2  # NMConnectivityState
_MODES = {2: WifiMode.STATION, 3: WifiMode.ACCESS_POINT}  # NM80211Mode
_METERED = {1: Tri.YES, 3: Tri.YES, 2: Tri.NO, 4: Tri.NO}  # NMMetered; 3 and 4 are guesses

_KINDS = {
    1: Kind.ETHERNET,
    2: Kind.WIFI,
    5: Kind.BLUETOOTH,
    8: Kind.CELLULAR,
    16: Kind.VPN,  # tun
    17: Kind.VPN,  # ip tunnel
    19: Kind.VPN,  # vxlan
    23: Kind.VPN,  # ppp
    29: Kind.VPN,  # wireguard
}
"""NMDeviceType; of the others the kernel says more."""


@dataclass(frozen=True)
class _Reader:
    """One reading, from one owner of the name."""

    bus: Bus
    owner: str

    # Any: properties are of the types that NetworkManager documents.
    def properties(self, path: str, interface: str = "") -> dict[str, Any]:
        return self.bus.properties(self.owner, path, f"{NAME}{interface}")


class NetworkManager:
    """See ``port.Provider``."""

    name = "networkmanager"
    signals = True
    wifi_only = False

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:
        """See ``port.Provider``."""
        with understood():
            owner = self._bus.owner(NAME)
            if owner is None:
                return None
            return self._read(_Reader(self._bus, owner), interface, source, needs)

    def _read(
        self, reader: _Reader, interface: str, source: str | None, needs: Needs
    ) -> Facts | None:
        try:
            (path,) = self._bus.call(
                reader.owner, PATH, NAME, "GetDeviceByIpIface", "s", (interface,)
            )
        except BusFailed as error:
            if "UnknownDevice" in str(error):
                return None
            raise
        device = reader.properties(path, ".Device")
        kind = _KINDS.get(device["DeviceType"])
        facts = Facts(
            self.name,
            kind=kind,
            metered=_METERED.get(device.get("Metered", 0), Tri.UNKNOWN),
            captive=_captive(device),
        )
        if kind is Kind.WIFI:
            if device["State"] == _UNMANAGED:
                return None
            return _wifi(reader, path, device, facts, needs)
        if kind is Kind.VPN and needs.vpn:
            return _vpn(reader, device, facts, source)
        return facts


def _captive(device: Mapping[str, Any]) -> Tri:
    """Since NetworkManager 1.16 a device knows by itself."""
    states = {device.get(name, 0) for name in ("Ip4Connectivity", "Ip6Connectivity")}
    if _PORTAL in states:
        return Tri.YES
    return Tri.UNKNOWN if states == {0} else Tri.NO


def _wifi(
    reader: _Reader, path: str, device: Mapping[str, Any], facts: Facts, needs: Needs
) -> Facts:
    wireless = reader.properties(path, ".Device.Wireless")
    facts = replace(facts, mode=_MODES.get(wireless["Mode"], WifiMode.UNKNOWN))
    point_path = wireless["ActiveAccessPoint"]
    if not needs.ssid or point_path == "/":
        return facts
    point = reader.properties(point_path, ".AccessPoint")
    offered = security.offered_by_nm(point["Flags"], point["WpaFlags"], point["RsnFlags"])
    return replace(
        facts,
        ssid=bytes(point["Ssid"]),
        bssid=str(point["HwAddress"]).lower(),
        security=security.weakest(offered, _accepted(reader, device)),
    )


def _accepted(reader: _Reader, device: Mapping[str, Any]) -> frozenset[Security] | None:
    """What the profile of the connection accepts (its settings hold no secrets)."""
    active = device["ActiveConnection"]
    if active == "/":
        return None
    profile = reader.properties(active, ".Connection.Active")["Connection"]
    try:
        (settings,) = reader.bus.call(
            reader.owner, profile, f"{NAME}.Settings.Connection", "GetSettings"
        )
    except BusFailed:
        # a profile of another user: what it accepts is not known, and all may be
        return None
    block = settings.get("802-11-wireless-security", {})
    key_management = block.get("key-mgmt", ("s", ""))[1]
    return security.accepted_by_nm(key_management, block.get("proto", ("as", []))[1])


def _vpn(reader: _Reader, device: Mapping[str, Any], facts: Facts, source: str | None) -> Facts:
    manager = reader.properties(PATH)
    for path in manager["ActiveConnections"]:
        active = reader.properties(path, ".Connection.Active")
        if active.get("StateFlags", 0) & _EXTERNAL or active["State"] != _ACTIVATED:
            continue
        if path == device["ActiveConnection"]:
            return replace(facts, connection=str(active["Id"]))
        if active["Vpn"] and source is not None and source in _addresses(reader, active):
            base = _interface_of(reader, active["SpecificObject"])
            return replace(facts, connection=str(active["Id"]), base=base)
    return facts


def _addresses(reader: _Reader, active: Mapping[str, Any]) -> set[str]:
    found = set()
    for name in ("Ip4Config", "Ip6Config"):
        path = active.get(name, "/")
        if path != "/":
            for entry in reader.properties(path, f".{name.replace('Ip', 'IP')}")["AddressData"]:
                found.add(str(entry["address"][1]))
    return found


def _interface_of(reader: _Reader, active: str) -> str | None:
    """The interface of an active connection, if it has one."""
    if active == "/":
        return None
    devices = reader.properties(active, ".Connection.Active")["Devices"]
    if len(devices) != 1:
        return None
    found = reader.properties(devices[0], ".Device")
    return str(found.get("IpInterface") or found["Interface"])
