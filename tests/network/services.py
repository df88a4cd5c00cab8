"""NetworkManager, iwd and wpa_supplicant as their documents describe them.

Only what the guard may ask for, with the types and values of the documents:
networkmanager.dev/docs/api/latest/spec.html, iwd's doc/*.txt, and
w1.fi/wpa_supplicant/devel/dbus.html.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dbus_fast import Variant

from tests.network.buses import Refuse, StandIn

NM = "org.freedesktop.NetworkManager"
ROOT = "/org/freedesktop/NetworkManager"
DEVICE = f"{NM}.Device"
WIRELESS = f"{NM}.Device.Wireless"
POINT = f"{NM}.AccessPoint"
ACTIVE = f"{NM}.Connection.Active"

ETHERNET, WIFI, MODEM, TUN, WIREGUARD = 1, 2, 8, 16, 29
YES, NO, GUESS_YES, GUESS_NO = 1, 2, 3, 4
PORTAL, FULL = 2, 4
PSK, SAE, EAP = 0x100, 0x400, 0x200
EXTERNAL = 0x80

BSSID = "AA:BB:CC:00:00:01"


class FakeNetworkManager(StandIn):
    """NetworkManager with the devices that a test gives it."""

    def __init__(self, socket: Path) -> None:
        self.profiles: dict[str, dict[str, dict[str, Variant]]] = {}
        super().__init__(
            socket,
            NM,
            {
                ROOT: {
                    NM: {"ActiveConnections": Variant("ao", []), "Connectivity": Variant("u", FULL)}
                }
            },
            {
                (NM, "GetDeviceByIpIface"): self._device_by_interface,
                (f"{NM}.Settings.Connection", "GetSettings"): self._settings,
            },
        )

    # -- devices -----------------------------------------------------------------------

    def device(self, interface: str, kind: int, *, metered: int = GUESS_NO) -> str:
        """Add a device that is connected; its path."""
        path = f"{ROOT}/Devices/{interface}"
        self.objects[path] = {
            DEVICE: {
                "Interface": Variant("s", interface),
                "IpInterface": Variant("s", interface),
                "DeviceType": Variant("u", kind),
                "State": Variant("u", 100),
                "Metered": Variant("u", metered),
                "Ip4Connectivity": Variant("u", FULL),
                "Ip6Connectivity": Variant("u", FULL),
                "ActiveConnection": Variant("o", "/"),
            }
        }
        return path

    def connection(
        self,
        name: str,
        *devices: str,
        kind: str = "802-11-wireless",
        vpn: bool = False,
        base: str = "/",
        flags: int = 0,
        addresses: tuple[str, ...] = (),
        key_management: str = "",
    ) -> str:
        """Add an active connection of devices; its path."""
        path = f"{ROOT}/ActiveConnection/{name.encode().hex()}"
        profile = f"{ROOT}/Settings/{name.encode().hex()}"
        config = f"{ROOT}/IP4Config/{name.encode().hex()}"
        block = {"key-mgmt": Variant("s", key_management)} if key_management else {}
        self.profiles[profile] = {
            "connection": {"id": Variant("s", name), "type": Variant("s", kind)},
            **({"802-11-wireless-security": block} if block else {}),
        }
        data = [{"address": Variant("s", one), "prefix": Variant("u", 24)} for one in addresses]
        self.objects[config] = {f"{NM}.IP4Config": {"AddressData": Variant("aa{sv}", data)}}
        self.objects[path] = {
            ACTIVE: {
                "Id": Variant("s", name),
                "Type": Variant("s", kind),
                "State": Variant("u", 2),
                "StateFlags": Variant("u", flags),
                "Vpn": Variant("b", vpn),
                "SpecificObject": Variant("o", base),
                "Devices": Variant("ao", list(devices)),
                "Connection": Variant("o", profile),
                "Ip4Config": Variant("o", config if addresses else "/"),
                "Ip6Config": Variant("o", "/"),
            }
        }
        if not vpn:
            for device in devices:
                self.objects[device][DEVICE]["ActiveConnection"] = Variant("o", path)
        manager = self.objects[ROOT][NM]
        active = [*manager["ActiveConnections"].value, path]
        self.set(ROOT, NM, ActiveConnections=Variant("ao", active))
        return path

    def wifi(
        self,
        interface: str,
        ssid: bytes,
        *,
        bssid: str = BSSID,
        flags: int = 1,
        wpa: int = 0,
        rsn: int = PSK,
        key_management: str = "wpa-psk",
        metered: int = GUESS_NO,
    ) -> str:
        """Add a Wi-Fi device that is connected; its path."""
        path = self.device(interface, WIFI, metered=metered)
        self.objects[path][WIRELESS] = {
            "Mode": Variant("u", 2),
            "ActiveAccessPoint": Variant("o", "/"),
        }
        self.connection(f"profile of {interface}", path, key_management=key_management)
        self.roam(interface, ssid, bssid=bssid, flags=flags, wpa=wpa, rsn=rsn)
        return path

    def roam(
        self,
        interface: str,
        ssid: bytes,
        *,
        bssid: str = BSSID,
        flags: int = 1,
        wpa: int = 0,
        rsn: int = PSK,
    ) -> None:
        """Connect a Wi-Fi device to another access point, and tell of it."""
        point = f"{ROOT}/AccessPoint/{interface}_{ssid.hex()}_{bssid.replace(':', '')}"
        self.objects[point] = {
            POINT: {
                "Ssid": Variant("ay", ssid),
                "HwAddress": Variant("s", bssid),
                "Flags": Variant("u", flags),
                "WpaFlags": Variant("u", wpa),
                "RsnFlags": Variant("u", rsn),
                "Strength": Variant("y", 70),
            }
        }
        device = f"{ROOT}/Devices/{interface}"
        self.set(device, WIRELESS, ActiveAccessPoint=Variant("o", point))

    def leave(self, interface: str) -> None:
        """Disconnect a Wi-Fi device."""
        device = f"{ROOT}/Devices/{interface}"
        self.set(device, WIRELESS, ActiveAccessPoint=Variant("o", "/"))

    def state(self, interface: str, **values: Variant) -> None:
        """Change properties of a device, and tell of it."""
        self.set(f"{ROOT}/Devices/{interface}", DEVICE, **values)

    # -- methods -----------------------------------------------------------------------

    def _device_by_interface(self, _path: str, body: list[Any]) -> tuple[str, list[Any]]:
        path = f"{ROOT}/Devices/{body[0]}"
        if path not in self.objects:
            raise Refuse(f"{NM}.UnknownDevice")
        return "o", [path]

    def _settings(self, path: str, _body: list[Any]) -> tuple[str, list[Any]]:
        if path not in self.profiles:
            raise Refuse("org.freedesktop.DBus.Error.UnknownObject")
        return "a{sa{sv}}", [self.profiles[path]]


IWD = "net.connman.iwd"


class FakeIwd(StandIn):
    """iwd with one station."""

    station = "/net/connman/iwd/0/4"

    def __init__(self, socket: Path, interface: str, name: str, kind: str = "psk") -> None:
        self.network = "/net/connman/iwd/0/4/one_psk"
        self.diagnostics: dict[str, Variant] | None = None
        super().__init__(
            socket,
            IWD,
            {
                self.station: {
                    f"{IWD}.Device": {
                        "Name": Variant("s", interface),
                        "Mode": Variant("s", "station"),
                    },
                    f"{IWD}.Station": {
                        "State": Variant("s", "connected"),
                        "ConnectedNetwork": Variant("o", self.network),
                    },
                },
                self.network: {
                    f"{IWD}.Network": {
                        "Name": Variant("s", name),
                        "Type": Variant("s", kind),
                        "Connected": Variant("b", True),
                    }
                },
            },
            {(f"{IWD}.StationDiagnostic", "GetDiagnostics"): self._diagnostics},
        )

    def rename(self, name: str) -> None:
        """Connect to another network."""
        other = f"/net/connman/iwd/0/4/{name.encode().hex()}_psk"
        self.objects[other] = {
            f"{IWD}.Network": {"Name": Variant("s", name), "Type": Variant("s", "psk")}
        }
        self.set(self.station, f"{IWD}.Station", ConnectedNetwork=Variant("o", other))

    def _diagnostics(self, _path: str, _body: list[Any]) -> tuple[str, list[Any]]:
        if self.diagnostics is None:
            raise Refuse("org.freedesktop.DBus.Error.UnknownMethod")
        return "a{sv}", [self.diagnostics]


WPAS = "fi.w1.wpa_supplicant1"
WPAS_ROOT = "/fi/w1/wpa_supplicant1"


class FakeSupplicant(StandIn):
    """wpa_supplicant with one interface."""

    interface = f"{WPAS_ROOT}/Interfaces/0"

    def __init__(self, socket: Path, interface: str, ssid: bytes, *management: str) -> None:
        self._interface = interface
        block = {"key_mgmt": Variant("s", "WPA-PSK SAE"), "mode": Variant("s", "0")}
        super().__init__(
            socket,
            WPAS,
            {
                self.interface: {
                    f"{WPAS}.Interface": {
                        "State": Variant("s", "completed"),
                        "CurrentBSS": Variant("o", f"{self.interface}/BSSs/0"),
                        "CurrentNetwork": Variant("o", f"{self.interface}/Networks/0"),
                    }
                },
                f"{self.interface}/BSSs/0": {
                    f"{WPAS}.BSS": {
                        "SSID": Variant("ay", ssid),
                        "BSSID": Variant("ay", bytes.fromhex(BSSID.replace(":", ""))),
                        "Privacy": Variant("b", True),
                        "WPA": Variant("a{sv}", {"KeyMgmt": Variant("as", [])}),
                        "RSN": Variant("a{sv}", {"KeyMgmt": Variant("as", list(management))}),
                    }
                },
                f"{self.interface}/Networks/0": {
                    f"{WPAS}.Network": {"Properties": Variant("a{sv}", block)}
                },
            },
            {(WPAS, "GetInterface"): self._by_interface},
        )

    def _by_interface(self, _path: str, body: list[Any]) -> tuple[str, list[Any]]:
        if body[0] != self._interface:
            raise Refuse(f"{WPAS}.InterfaceUnknown")
        return "o", [self.interface]
