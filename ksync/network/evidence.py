"""What is known about the way to one address: frozen records, and nothing else.

Rules
-----
* Every field has a value for "not known", and that is its default: a record that
  nobody filled in allows nothing.
* An SSID is location data. Its repr is hidden, so that no log, traceback or
  assertion prints it by accident.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ksync.network.rules import Security


class Kind(StrEnum):
    """What an interface is."""

    WIFI = "wifi"
    ETHERNET = "ethernet"
    VPN = "vpn"
    CELLULAR = "cellular"
    BLUETOOTH = "bluetooth"
    USB_TETHERING = "usb-tethering"
    LOOPBACK = "loopback"
    BRIDGE = "bridge"
    CONTAINER = "container"
    UNKNOWN = "unknown"

    @property
    def is_mobile(self) -> bool:
        """Whether a phone or a modem carries it."""
        return self in (Kind.CELLULAR, Kind.BLUETOOTH, Kind.USB_TETHERING)


class Reach(StrEnum):
    """Whether there is a way at all."""

    ROUTED = "routed"
    LOOPBACK = "loopback"
    NO_ROUTE = "no-route"
    NO_NAME = "no-name"


class Tri(StrEnum):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class WifiMode(StrEnum):
    """What this machine is on a Wi-Fi network."""

    STATION = "station"
    ACCESS_POINT = "access-point"
    UNKNOWN = "unknown"


class Permission(StrEnum):
    """Whether the system lets kSync read the network's name."""

    OK = "ok"
    UNDETERMINED = "undetermined"
    DENIED = "denied"
    SERVICE_OFF = "service-off"


@dataclass(frozen=True, slots=True)
class Link:
    """An interface and what it is connected to.

    :param ssid: the network's name; ``None``: not known or not asked.
    :param security: the weakest that the access point and the profile both allow.
    :param connection: the ID that the network service has for the connection.
    :param gateway_mac: hardware address of the router, in lower case.
    :param provider: who told; ``""``: nobody.
    :param error: why something could not be had, free of names of networks.
    """

    interface: str = ""
    kind: Kind = Kind.UNKNOWN
    ssid: bytes | None = field(default=None, repr=False)
    bssid: str | None = field(default=None, repr=False)
    security: Security | None = None
    mode: WifiMode = WifiMode.UNKNOWN
    metered: Tri = Tri.UNKNOWN
    captive: Tri = Tri.UNKNOWN
    permission: Permission = Permission.OK
    connection: str | None = field(default=None, repr=False)
    gateway_mac: str | None = None
    provider: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The way to one address.

    :param link: the interface that carries the traffic.
    :param underlays: where that is a VPN: the interfaces that may carry its packets.
    :param once: a person allowed this network for a while, and it is still that one.
    """

    address: str = ""
    reach: Reach = Reach.ROUTED
    source: str | None = None
    link: Link = field(default_factory=Link)
    underlays: tuple[Link, ...] = ()
    once: bool = False
