"""wpa_supplicant over D-Bus: name, access point and security of a Wi-Fi network.

The interfaces are those of https://w1.fi/wpa_supplicant/devel/dbus.html. On most
systems only root and the group ``netdev`` may ask.
"""

from __future__ import annotations

from typing import Any

from ksync.network import security
from ksync.network.bus import Bus, BusFailed
from ksync.network.evidence import Kind, WifiMode
from ksync.network.providers.answers import understood
from ksync.network.providers.port import Facts, Needs

NAME = "fi.w1.wpa_supplicant1"
PATH = "/fi/w1/wpa_supplicant1"

_MODES = {"0": WifiMode.STATION, "2": WifiMode.ACCESS_POINT, "3": WifiMode.ACCESS_POINT}


class WpaSupplicant:
    """See ``port.Provider``."""

    name = "wpa_supplicant"
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
        try:
            (path,) = self._bus.call(owner, PATH, NAME, "GetInterface", "s", (interface,))
        except BusFailed as error:
            if "InterfaceUnknown" in str(error):
                return None
            raise
        state = self._bus.properties(owner, path, f"{NAME}.Interface")
        facts = Facts(self.name, kind=Kind.WIFI)
        if state["State"] != "completed" or state["CurrentBSS"] == "/":
            return facts
        bss = self._bus.properties(owner, state["CurrentBSS"], f"{NAME}.BSS")
        block = self._block(owner, state["CurrentNetwork"])
        offered = security.offered_by_bss(
            _key_managements(bss["WPA"]), _key_managements(bss["RSN"]), privacy=bss["Privacy"]
        )
        accepted = security.accepted_by_block(block.get("key_mgmt", ""), block.get("proto", ""))
        return Facts(
            self.name,
            kind=Kind.WIFI,
            ssid=bytes(bss["SSID"]),
            bssid=bytes(bss["BSSID"]).hex(":"),
            security=None if offered is None else security.weakest(offered, accepted),
            mode=_MODES.get(block.get("mode", "0"), WifiMode.UNKNOWN),
        )

    def _block(self, owner: str, path: str) -> dict[str, str]:
        """The network block in use, as texts; empty where it cannot be read."""
        if path == "/":
            return {}
        try:
            found = self._bus.properties(owner, path, f"{NAME}.Network")["Properties"]
        except BusFailed:
            return {}
        return {name: str(value) for name, (_signature, value) in found.items()}


# Any: an information element as the service's document says.
def _key_managements(element: dict[str, Any]) -> list[str]:
    _signature, names = element.get("KeyMgmt", ("as", []))
    return [str(name) for name in names]
