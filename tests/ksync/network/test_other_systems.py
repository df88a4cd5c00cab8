"""The providers of macOS and Windows, with stand-ins for those systems' interfaces, and
``iw`` on output as it prints it. None of them runs on the machines of these tests."""

from __future__ import annotations

import ctypes
import types
import uuid

import pytest

from ksync.network.evidence import Kind, Permission, WifiMode
from ksync.network.providers import iw, wlanapi
from ksync.network.providers.corewlan import CoreWlan, frameworks
from ksync.network.providers.port import Needs, Unavailable
from ksync.network.rules import Security

ALL = Needs(service=True, ssid=True, vpn=True)
LITTLE = Needs(service=True)
NAME = "Café 🏡".encode()

# -- macOS ---------------------------------------------------------------------------------


class CwInterface:
    asked: list[str]

    def __init__(self, ssid=NAME, bssid="AA:BB:CC:00:00:01", security=13, mode=1):
        self._values = (ssid, bssid, security, mode)
        self.asked = []

    def ssidData(self):  # noqa: N802 - the API calls it so
        self.asked.append("ssid")
        return self._values[0]

    def bssid(self):
        return self._values[1]

    def security(self):
        return self._values[2]

    def interfaceMode(self):  # noqa: N802 - the API calls it so
        return self._values[3]


def core(interface: CwInterface, *, status: int = 3, enabled: bool = True) -> CoreWlan:
    client = types.SimpleNamespace(
        interfaceNames=lambda: ("en0",), interfaceWithName_=lambda name: interface
    )
    wlan = types.SimpleNamespace(
        CWWiFiClient=types.SimpleNamespace(sharedWiFiClient=lambda: client)
    )
    made = types.SimpleNamespace(authorizationStatus=lambda: status)
    manager = types.SimpleNamespace(
        locationServicesEnabled=lambda: enabled,
        alloc=lambda: types.SimpleNamespace(init=lambda: made),
    )
    return CoreWlan(lambda: (wlan, types.SimpleNamespace(CLLocationManager=manager)))


def test_corewlan_tells_name_point_and_security() -> None:
    facts = core(CwInterface()).read("en0", None, ALL)
    assert facts is not None
    assert (facts.ssid, facts.bssid, facts.kind) == (NAME, "aa:bb:cc:00:00:01", Kind.WIFI)
    assert (facts.security, facts.mode) == (Security.WPA2_PERSONAL, WifiMode.STATION)


@pytest.mark.parametrize(
    ("status", "enabled", "permission"),
    [
        (0, True, Permission.UNDETERMINED),
        (1, True, Permission.DENIED),
        (2, True, Permission.DENIED),
        (9, True, Permission.UNDETERMINED),
        (3, False, Permission.SERVICE_OFF),
    ],
)
def test_corewlan_reads_no_name_without_the_permission(status, enabled, permission) -> None:
    interface = CwInterface()
    facts = core(interface, status=status, enabled=enabled).read("en0", None, ALL)
    assert facts is not None
    assert (facts.permission, facts.ssid, interface.asked) == (permission, None, [])


def test_corewlan_leaves_alone_what_is_not_needed() -> None:
    interface = CwInterface()
    facts = core(interface).read("en0", None, LITTLE)
    assert facts is not None and facts.ssid is None and interface.asked == []
    assert core(interface).read("en7", None, ALL) is None


def test_corewlan_with_a_name_withheld_or_an_unknown_security() -> None:
    facts = core(CwInterface(ssid=None, bssid=None, security=99, mode=3)).read("en0", None, ALL)
    assert facts is not None
    assert (facts.ssid, facts.bssid, facts.security) == (None, None, None)
    assert facts.mode is WifiMode.ACCESS_POINT


def test_corewlan_that_is_not_there() -> None:
    with pytest.raises(Unavailable):
        CoreWlan(frameworks).read("en0", None, ALL)
    with pytest.raises(Unavailable):
        core(object()).read("en0", None, ALL)  # type: ignore[arg-type]  # another interface


# -- Windows -------------------------------------------------------------------------------

GUID = uuid.UUID("6f9619ff-8b86-d011-b42d-00c04fc964ff")
INTERFACE = f"{{{GUID}}}".upper()


class FakeLibrary:
    """wlanapi.dll, as far as it is called."""

    def __init__(self, *, state=1, code=0, ssid=NAME, authentication=7, enabled=1, opened=0):
        self._code, self._opened = code, opened
        self.freed = self.closed = self.queried = 0
        self._list = wlanapi._InterfaceList(count=1)
        self._list.items[0].guid[:] = GUID.bytes_le
        self._list.items[0].state = state
        self._connection = wlanapi.Connection(
            authentication=authentication, security_enabled=enabled
        )
        self._connection.ssid.length = len(ssid)
        self._connection.ssid.octets[: len(ssid)] = ssid
        self._connection.bssid[:] = bytes.fromhex("aabbcc000001")

    def WlanOpenHandle(self, version, reserved, negotiated, handle):  # noqa: N802 - the API calls it so
        assert (version, reserved) == (2, None)
        handle.contents.value = 7
        return self._opened

    def WlanCloseHandle(self, handle, reserved):  # noqa: N802 - the API calls it so
        assert handle.value == 7
        self.closed += 1
        return 0

    def WlanEnumInterfaces(self, handle, reserved, found):  # noqa: N802 - the API calls it so
        found.contents.contents = self._list
        return 0

    def WlanQueryInterface(self, handle, guid, opcode, reserved, size, data, kind):  # noqa: N802 - the API calls it so
        assert bytes(guid.contents.guid) == GUID.bytes_le
        assert opcode == 7
        self.queried += 1
        data.contents.contents = self._connection
        return self._code

    def WlanFreeMemory(self, pointer):  # noqa: N802 - the API calls it so
        self.freed += 1


def windows(**options):
    api = FakeLibrary(**options)
    return wlanapi.WlanApi(lambda: api), api


def test_the_structures_have_the_size_of_windows() -> None:
    # 64-bit sizes by wlanapi.h; there are no pointers in them
    assert ctypes.sizeof(wlanapi._Interface) == 16 + 512 + 4
    assert ctypes.sizeof(wlanapi.Connection) == 8 + 512 + 36 + 4 + 8 + 20 + 16
    assert wlanapi.Connection.phy_type.offset % 4 == 0


def test_wlanapi_tells_name_point_and_security() -> None:
    provider, api = windows()
    facts = provider.read(INTERFACE, None, ALL)
    assert facts is not None
    assert (facts.ssid, facts.bssid) == (NAME, "aa:bb:cc:00:00:01")
    assert (facts.security, facts.kind) == (Security.WPA2_PERSONAL, Kind.WIFI)
    assert (api.freed, api.closed) == (2, 1)


def test_wlanapi_without_permission_connection_or_need() -> None:
    provider, api = windows(code=5)
    facts = provider.read(INTERFACE, None, ALL)
    assert facts is not None
    assert (facts.permission, facts.ssid) == (Permission.DENIED, None)
    assert api.closed == 1
    for options in ({"state": 4}, {"code": 5023}):
        facts = windows(**options)[0].read(INTERFACE, None, ALL)
        assert facts is not None and facts.ssid is None
        assert facts.permission is Permission.OK
    provider, api = windows()
    facts = provider.read(INTERFACE, None, LITTLE)
    assert facts is not None and facts.ssid is None and api.queried == 0
    assert provider.read("{00000000-0000-0000-0000-000000000000}", None, ALL) is None


def test_wlanapi_that_fails() -> None:
    for options in ({"opened": 1062}, {"code": 87}):
        with pytest.raises(Unavailable):
            windows(**options)[0].read(INTERFACE, None, ALL)
    with pytest.raises(Unavailable):
        wlanapi.WlanApi().read(INTERFACE, None, ALL)


@pytest.mark.parametrize(
    ("authentication", "enabled", "security"),
    [
        (1, 0, Security.OPEN),
        (1, 1, Security.WEP),
        (9, 1, Security.WPA3_PERSONAL),
        (11, 1, Security.WPA2_ENTERPRISE),
        (77, 1, None),
    ],
)
def test_wlanapi_s_securities(authentication, enabled, security) -> None:
    provider, _ = windows(authentication=authentication, enabled=enabled)
    facts = provider.read(INTERFACE, None, ALL)
    assert facts is not None and facts.security is security


# -- iw ------------------------------------------------------------------------------------

# As iw 5.19 prints it.
INFO = """Interface wlan0
\tifindex 3
\twdev 0x1
\taddr 00:11:22:33:44:55
\tssid {name}
\ttype {kind}
\twiphy 0
"""
LINK = """Connected to aa:bb:cc:00:00:01 (on wlan0)
\tSSID: {name}
\tfreq: 5180
\tRX: 12345 bytes (100 packets)
\tsignal: -54 dBm
\ttx bitrate: 866.7 MBit/s
"""


def provider(link: str, kind: str = "managed") -> iw.Iw:
    def answer(words):
        assert words[:2] == ("dev", "wlan0")
        return link if words[2] == "link" else INFO.format(name="x", kind=kind)

    return iw.Iw(answer)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("home", b"home"),
        (r"Caf\xc3\xa9, \x22x\x22", 'Café, "x"'.encode()),
        (r"\x20 a \x20", b"  a  "),
        (r"back\x5cx41", rb"back\x41"),
        (r"\xff" * 32, b"\xff" * 32),
        ("", b""),
    ],
)
def test_iw_gives_names_octet_by_octet(printed: str, name: bytes) -> None:
    facts = provider(LINK.format(name=printed)).read("wlan0", None, ALL)
    assert facts is not None
    assert (facts.ssid, facts.bssid) == (name, "aa:bb:cc:00:00:01")
    assert (facts.security, facts.mode) == (None, WifiMode.STATION)


def test_iw_of_what_is_not_connected_or_no_station() -> None:
    facts = provider("Not connected.\n").read("wlan0", None, ALL)
    assert facts is not None and facts.ssid is None
    facts = provider(LINK.format(name="x"), "AP").read("wlan0", None, ALL)
    assert facts is not None and facts.mode is WifiMode.ACCESS_POINT
    assert iw.Iw(lambda words: "").read("wlan0", None, ALL) is None
    assert provider("").read("wlan0", None, LITTLE) is None


def test_iw_that_is_not_installed(monkeypatch) -> None:
    monkeypatch.setattr(iw, "PROGRAMS", ())
    with pytest.raises(Unavailable):
        iw.Iw().read("wlan0", None, ALL)
