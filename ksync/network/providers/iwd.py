"""iwd over D-Bus: the name and the security of a Wi-Fi network.

The interfaces are those of iwd's doc/station-api.txt, network-api.txt and
device-api.txt. iwd gives a name as text, so one that is no UTF-8 cannot be had: it
is unknown.

``psk`` says neither which WPA it is nor what else the profile would accept: alone it
is ``wpa-personal``. The diagnostics say which one is in use; since the same profile
would take WPA2, it is never more than that.
"""

from __future__ import annotations

from typing import Any

from ksync.network.bus import Bus, BusFailed
from ksync.network.evidence import Kind, WifiMode
from ksync.network.providers.answers import understood
from ksync.network.providers.port import Facts, Needs
from ksync.network.rules import Security

NAME = "net.connman.iwd"

_MODES = {"station": WifiMode.STATION, "ap": WifiMode.ACCESS_POINT}
_TYPES = {
    "open": Security.OPEN,
    "wep": Security.WEP,
    "psk": Security.WPA_PERSONAL,
    "8021x": Security.WPA2_ENTERPRISE,
    "hotspot": Security.WPA2_ENTERPRISE,
}
_IN_USE = {
    "WPA2-Personal": Security.WPA2_PERSONAL,
    "WPA2-Personal + FT": Security.WPA2_PERSONAL,
    "WPA3-Personal": Security.WPA2_PERSONAL,
    "WPA3-Personal + FT": Security.WPA2_PERSONAL,
}


class Iwd:
    """See ``port.Provider``."""

    name = "iwd"
    signals = True
    wifi_only = True

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:  # noqa: ARG002 - of no use here
        """See ``port.Provider``."""
        if not needs.ssid:
            return None
        with understood():
            owner = self._bus.owner(NAME)
            return None if owner is None else self._read(owner, interface)

    def _read(self, owner: str, interface: str) -> Facts | None:
        (objects,) = self._bus.call(
            owner, "/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects"
        )
        for path, interfaces in objects.items():
            device = _values(interfaces.get(f"{NAME}.Device", {}))
            if device.get("Name") != interface:
                continue
            mode = _MODES.get(device.get("Mode", ""), WifiMode.UNKNOWN)
            facts = Facts(self.name, kind=Kind.WIFI, mode=mode)
            station = _values(interfaces.get(f"{NAME}.Station", {}))
            if "ConnectedNetwork" not in station:
                return facts
            network = _values(objects[station["ConnectedNetwork"]][f"{NAME}.Network"])
            return self._connected(owner, path, mode, network)
        return None

    def _connected(self, owner: str, path: str, mode: WifiMode, network: dict[str, Any]) -> Facts:
        name = str(network["Name"])
        security = _TYPES.get(network["Type"])
        bssid, in_use = self._diagnostics(owner, path)
        if security is Security.WPA_PERSONAL:
            security = _IN_USE.get(in_use, security)
        return Facts(
            self.name,
            kind=Kind.WIFI,
            ssid=None if "\ufffd" in name else name.encode(),
            bssid=bssid,
            security=security,
            mode=mode,
        )

    def _diagnostics(self, owner: str, path: str) -> tuple[str | None, str]:
        """The access point and the security in use, where iwd tells them."""
        try:
            (found,) = self._bus.call(owner, path, f"{NAME}.StationDiagnostic", "GetDiagnostics")
        except BusFailed:
            return None, ""
        told = _values(found)
        bssid = told.get("ConnectedBss")
        return (str(bssid).lower() if bssid else None), str(told.get("Security", ""))


# Any: as the service's document says.
def _values(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, (_signature, value) in properties.items()}
