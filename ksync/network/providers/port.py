"""The port of the providers: one question about one interface."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ksync.network.evidence import Kind, Permission, Tri, WifiMode
from ksync.network.rules import Rules, Security


@dataclass(frozen=True, slots=True)
class Needs:
    """What is to be read; nothing else is.

    :param service: whether services are asked at all.
    :param ssid: whether the network's name is wanted: it is location data.
    :param vpn: whether the ID of a VPN's connection, and what is below it, is wanted.
    """

    service: bool = False
    ssid: bool = False
    vpn: bool = False

    @classmethod
    def of(cls, rules: Rules) -> Needs:
        """What these rules need."""
        return cls(rules.needs_service, rules.needs_ssid, rules.needs_service)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a provider says of an interface; see ``evidence.Link``.

    :param kind: ``None``: it does not say.
    :param base: the interface below a VPN.
    """

    provider: str
    kind: Kind | None = None
    ssid: bytes | None = field(default=None, repr=False)
    bssid: str | None = field(default=None, repr=False)
    security: Security | None = None
    mode: WifiMode = WifiMode.UNKNOWN
    metered: Tri = Tri.UNKNOWN
    captive: Tri = Tri.UNKNOWN
    permission: Permission = Permission.OK
    connection: str | None = field(default=None, repr=False)
    base: str | None = None
    error: str = ""


class Unavailable(Exception):
    """The provider is there and cannot be asked; the detail names no network."""


class Provider(Protocol):
    """One way to find out. Used from one thread at a time."""

    name: str
    signals: bool
    """Whether it tells when something changes."""
    wifi_only: bool
    """Whether it knows of Wi-Fi interfaces alone."""

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:
        """What it says of an interface; ``None``: it does not run, or knows nothing of it.

        :param source: the address that traffic by this interface comes from.
        :raises Unavailable: it runs, and refuses or fails.
        """
