"""Windows: the WLAN API (``wlanapi.dll``) by ctypes.

Written against Microsoft's documents of wlanapi.h, and tested with a stand-in for the
library; it has not been run on Windows yet. From Windows 11 24H2 on
``WlanQueryInterface`` says "access denied" without the location permission.

netifaces names a Windows interface by its GUID, which is what the API knows it by. It
does not tell of changes: what it says is old after a second.
"""

from __future__ import annotations

import ctypes
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ksync.network.evidence import Kind, Permission, WifiMode
from ksync.network.providers.port import Facts, Needs, Unavailable
from ksync.network.rules import Security

_CLIENT_VERSION = 2
_CURRENT_CONNECTION = 7  # wlan_intf_opcode_current_connection
_CONNECTED = 1  # wlan_interface_state_connected
_OK, _ACCESS_DENIED, _INVALID_STATE = 0, 5, 5023

# DOT11_AUTH_ALGORITHM
_SECURITIES = {
    1: Security.OPEN,
    2: Security.WEP,
    3: Security.WPA_PERSONAL,  # WPA enterprise has no word of its own
    4: Security.WPA_PERSONAL,
    6: Security.WPA2_ENTERPRISE,
    7: Security.WPA2_PERSONAL,
    8: Security.WPA3_ENTERPRISE,  # the 192-bit mode
    9: Security.WPA3_PERSONAL,
    10: Security.OWE,
    11: Security.WPA2_ENTERPRISE,  # WPA3 enterprise without it
}


class _Interface(ctypes.Structure):
    """WLAN_INTERFACE_INFO; characters have two octets there."""

    _fields_ = (
        ("guid", ctypes.c_ubyte * 16),
        ("description", ctypes.c_uint16 * 256),
        ("state", ctypes.c_uint32),
    )


class _InterfaceList(ctypes.Structure):
    """WLAN_INTERFACE_INFO_LIST, as long as it says."""

    _fields_ = (
        ("count", ctypes.c_uint32),
        ("index", ctypes.c_uint32),
        ("items", _Interface * 1),
    )


class _Ssid(ctypes.Structure):
    """DOT11_SSID."""

    _fields_ = (("length", ctypes.c_uint32), ("octets", ctypes.c_ubyte * 32))


class Connection(ctypes.Structure):
    """WLAN_CONNECTION_ATTRIBUTES with its association and security."""

    _fields_ = (
        ("state", ctypes.c_uint32),
        ("mode", ctypes.c_uint32),
        ("profile", ctypes.c_uint16 * 256),
        ("ssid", _Ssid),
        ("bss_type", ctypes.c_uint32),
        ("bssid", ctypes.c_ubyte * 6),
        ("phy_type", ctypes.c_uint32),
        ("phy_index", ctypes.c_uint32),
        ("quality", ctypes.c_uint32),
        ("rx_rate", ctypes.c_uint32),
        ("tx_rate", ctypes.c_uint32),
        ("security_enabled", ctypes.c_uint32),
        ("one_x", ctypes.c_uint32),
        ("authentication", ctypes.c_uint32),
        ("cipher", ctypes.c_uint32),
    )


# Any: a library of ctypes has no types.
def library() -> Any:
    """``wlanapi.dll``.

    :raises Unavailable: this Windows has none (a server without the feature).
    """
    try:
        return ctypes.CDLL("wlanapi.dll")
    except OSError as error:
        raise Unavailable("there is no wlanapi.dll") from error


class WlanApi:
    """See ``port.Provider``."""

    name = "wlanapi"
    signals = False
    wifi_only = True

    def __init__(self, load: Callable[[], Any] = library) -> None:
        self._load = load

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:  # noqa: ARG002 - of no use here
        """See ``port.Provider``."""
        api = self._load()
        with _session(api) as handle, _interfaces(api, handle) as found:
            for one in found:
                name = f"{{{uuid.UUID(bytes_le=bytes(one.guid))}}}"
                if name.upper() == interface.upper():
                    facts = Facts(self.name, kind=Kind.WIFI, mode=WifiMode.STATION)
                    if one.state != _CONNECTED or not needs.ssid:
                        return facts
                    return _connected(api, handle, one, facts)
        return None


# Any: as above.
@contextmanager
def _session(api: Any) -> Iterator[ctypes.c_void_p]:
    version, handle = ctypes.c_uint32(), ctypes.c_void_p()
    code = api.WlanOpenHandle(
        _CLIENT_VERSION, None, ctypes.pointer(version), ctypes.pointer(handle)
    )
    if code != _OK:
        raise Unavailable(f"WlanOpenHandle: error {code}")
    try:
        yield handle
    finally:
        api.WlanCloseHandle(handle, None)


# Any: as above.
@contextmanager
def _interfaces(api: Any, handle: ctypes.c_void_p) -> Iterator[list[_Interface]]:
    found = ctypes.POINTER(_InterfaceList)()
    code = api.WlanEnumInterfaces(handle, None, ctypes.pointer(found))
    if code != _OK:
        raise Unavailable(f"WlanEnumInterfaces: error {code}")
    try:
        count = found.contents.count
        yield list(ctypes.cast(found.contents.items, ctypes.POINTER(_Interface))[:count])
    finally:
        api.WlanFreeMemory(found)


# Any: as above.
def _connected(api: Any, handle: ctypes.c_void_p, one: _Interface, facts: Facts) -> Facts:
    size, data = ctypes.c_uint32(), ctypes.POINTER(Connection)()
    code = api.WlanQueryInterface(
        handle,
        ctypes.pointer(one),  # the GUID is its first member
        _CURRENT_CONNECTION,
        None,
        ctypes.pointer(size),
        ctypes.pointer(data),
        None,
    )
    if code == _ACCESS_DENIED:
        return Facts(facts.provider, kind=facts.kind, mode=facts.mode, permission=Permission.DENIED)
    if code == _INVALID_STATE:  # it was disconnected meanwhile
        return facts
    if code != _OK:
        raise Unavailable(f"WlanQueryInterface: error {code}")
    try:
        told = data.contents
        return Facts(
            facts.provider,
            kind=facts.kind,
            mode=facts.mode,
            ssid=bytes(told.ssid.octets[: min(told.ssid.length, 32)]),
            bssid=bytes(told.bssid).hex(":"),
            security=_security(told),
        )
    finally:
        api.WlanFreeMemory(data)


def _security(told: Connection) -> Security | None:
    if told.authentication == 1 and told.security_enabled:
        return Security.WEP  # open authentication with a key
    return _SECURITIES.get(told.authentication)
