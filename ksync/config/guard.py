"""``[network_guard]``: on which networks accounts may talk to their servers.

::

    [network_guard]            mode, cellular, metered
    [[network_guard.wifi]]     label, ssid or ssid_hex, security, bssids
    [network_guard.ethernet]   mode, gateway_macs
    [network_guard.vpn]        mode, named

``ksync.network.settings`` makes rules of it.
"""

from __future__ import annotations

import re

import msgspec

from ksync.network.rules import SSID_OCTETS, Mode, Permit, Security, VpnMode, WiredMode

_MAC = re.compile(r"[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")


class _Section(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the file."""


class Wifi(_Section, frozen=True, kw_only=True):
    """``[[network_guard.wifi]]``: one listed network.

    :param label: what it is called in messages; ``None``: its name.
    :param ssid: its name, as UTF-8.
    :param ssid_hex: its name as hexadecimal octets, for names that are no UTF-8.
    :param security: the least that it has to have.
    :param bssids: access points that count, ``aa:bb:cc:dd:ee:ff``; none: all.
    """

    label: str | None = None
    ssid: str | None = None
    ssid_hex: str | None = None
    security: Security | None = None
    bssids: tuple[str, ...] = ()

    @property
    def octets(self) -> bytes:
        """The name in octets, as access points send it."""
        return bytes.fromhex(self.ssid_hex) if self.ssid_hex else (self.ssid or "").encode()


class Ethernet(_Section, frozen=True, kw_only=True):
    """``[network_guard.ethernet]``.

    :param gateway_macs: with ``pinned``: hardware addresses of routers.
    """

    mode: WiredMode = WiredMode.DENY
    gateway_macs: tuple[str, ...] = ()


class Vpn(_Section, frozen=True, kw_only=True):
    """``[network_guard.vpn]``.

    :param named: connections of the network service that are allowed as they are.
    """

    mode: VpnMode = VpnMode.UNDERLAY
    named: tuple[str, ...] = ()


class NetworkGuard(_Section, frozen=True, kw_only=True):
    """``[network_guard]``, for all accounts; an account may have a mode of its own.

    :param metered: ``None``: as ``deny``, where it is known anyway.
    """

    mode: Mode = Mode.OFF
    wifi: tuple[Wifi, ...] = ()
    ethernet: Ethernet = msgspec.field(default_factory=Ethernet)
    vpn: Vpn = msgspec.field(default_factory=Vpn)
    cellular: Permit = Permit.DENY
    metered: Permit | None = None


def ssid(value: object) -> str:
    """Why a text cannot be a network's name, or ``""``."""
    octets = str(value).encode("utf-8", "surrogatepass")
    if 1 <= len(octets) <= SSID_OCTETS:
        return ""
    return f"must be 1 to {SSID_OCTETS} octets of UTF-8"


def ssid_hex(value: object) -> str:
    """The same of octets in hexadecimal."""
    try:
        octets = bytes.fromhex(str(value))
    except ValueError:
        octets = b""
    if 1 <= len(octets) <= SSID_OCTETS:
        return ""
    return f"must be 1 to {SSID_OCTETS} octets in hexadecimal, like 486f6d65"


def macs(value: object) -> str:
    """Why a list is none of hardware addresses, or ``""``."""
    wrong = [
        str(mac)
        for mac in (value if isinstance(value, tuple) else ())
        if not _MAC.fullmatch(str(mac))
    ]
    return (
        f"must be hardware addresses like aa:bb:cc:00:11:22, unlike {wrong[0]!r}" if wrong else ""
    )


def one_name(wifi: Wifi) -> str:
    """Why an entry does not say which network it is about, or ``""``."""
    if (wifi.ssid is None) is (wifi.ssid_hex is None):
        return "must have one of ssid and ssid_hex"
    return ""
