"""What the guard is told: frozen rules, from the user's settings and the policy.

Rules
-----
* ``Rules()`` is a guard that is off, which is the default of the settings. Once it
  is on, the defaults deny: wired, mobile and metered networks, and a VPN is judged
  by the network below it.
* A name of a network (SSID) is bytes. It is compared byte by byte; what it looks
  like is for display only.
* A pinned security is the least that will do; ``Security`` is in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Mode(StrEnum):
    """How much the guard asks for."""

    OFF = "off"
    ANY_WIFI = "any-wifi"
    ALLOWLIST = "allowlist"


class Permit(StrEnum):
    """For kinds of network that are either allowed or not."""

    ALLOW = "allow"
    DENY = "deny"


class WiredMode(StrEnum):
    """What is asked of a wired network."""

    DENY = "deny"
    ANY = "any"
    PINNED = "pinned"


class VpnMode(StrEnum):
    """What is asked of a VPN that is not named."""

    DENY = "deny"
    UNDERLAY = "underlay"


class Source(StrEnum):
    """Who listed a network."""

    USER = "user"
    MANAGED = "managed"


class Security(StrEnum):
    """How a Wi-Fi network is protected, the weakest first."""

    OPEN = "open"
    WEP = "wep"
    OWE = "owe"
    WPA_PERSONAL = "wpa-personal"
    WPA2_PERSONAL = "wpa2-personal"
    WPA3_PERSONAL = "wpa3-personal"
    WPA2_ENTERPRISE = "wpa2-enterprise"
    WPA3_ENTERPRISE = "wpa3-enterprise"

    @property
    def rank(self) -> int:
        """Its place in the order; higher is stronger."""
        return _ORDER[self]

    def covers(self, wanted: Security) -> bool:
        """Whether this is at least as strong as what a rule pins."""
        return self.rank >= wanted.rank


_ORDER = {security: place for place, security in enumerate(Security)}

SSID_OCTETS = 32
"""The longest name of a network (IEEE 802.11-2020 §9.4.2.2)."""


@dataclass(frozen=True, slots=True)
class WifiRule:
    """A listed network.

    :param ssid: its name, 1 to 32 octets.
    :param label: what people call it; ``""``: its name.
    :param security: the least that it has to have; ``None``: any.
    :param bssids: access points that count, as ``aa:bb:cc:dd:ee:ff``; empty: all.
    """

    ssid: bytes
    label: str = ""
    security: Security | None = None
    bssids: frozenset[str] = frozenset()
    source: Source = Source.USER

    def has_security(self, found: Security | None) -> bool:
        """Whether a network is protected as this rule wants it; unknown is not."""
        return self.security is None or (found is not None and found.covers(self.security))

    def has_bssid(self, found: str | None) -> bool:
        """Whether an access point is one of the pinned; unknown is not."""
        return not self.bssids or (found is not None and found.lower() in self.bssids)


@dataclass(frozen=True, slots=True)
class EthernetRule:
    """Wired networks.

    :param gateway_macs: with ``PINNED``: hardware addresses of the router, in lower case.
    """

    mode: WiredMode = WiredMode.DENY
    gateway_macs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VpnRule:
    """VPN connections.

    :param named: connections that are allowed whatever is below them, by the ID
        that the network service has for them.
    """

    mode: VpnMode = VpnMode.UNDERLAY
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who manages the guard.

    :param support: whom to ask, ``""`` if the policy does not say.
    """

    name: str
    support: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that a verdict depends on, beside the evidence.

    :param allow_local_server: servers and proxies on this machine, although the
        guard is managed.
    :param allow_once: whether a person may pass a denial for a while.
    :param allow_user_networks: whether the user may add to a managed list.
    :param managed: whose policy this is; ``None``: the user's own settings.
    :param policy_error: why the policy cannot be used; then nothing is allowed.
    :param ask_metered: somebody wrote the metered rule down, so it is worth asking
        the network service about it even where no name of a network is needed.
    """

    mode: Mode = Mode.OFF
    wifi: tuple[WifiRule, ...] = ()
    ethernet: EthernetRule = field(default_factory=EthernetRule)
    vpn: VpnRule = field(default_factory=VpnRule)
    cellular: Permit = Permit.DENY
    metered: Permit = Permit.DENY
    allow_local_server: bool = False
    allow_once: bool = True
    allow_user_networks: bool = True
    managed: Organisation | None = None
    policy_error: str | None = None
    ask_metered: bool = False

    @property
    def is_managed(self) -> bool:
        """Whether an organisation's guard is on."""
        return self.managed is not None and self.mode is not Mode.OFF

    @property
    def needs_ssid(self) -> bool:
        """Whether a network's name has to be read: it is location data."""
        return self.mode is Mode.ALLOWLIST and bool(self.wifi)

    @property
    def needs_metered(self) -> bool:
        """Whether it has to be known that a network is metered."""
        if self.mode is Mode.OFF or self.metered is Permit.ALLOW:
            return False
        return self.ask_metered or self.managed is not None

    @property
    def needs_service(self) -> bool:
        """Whether the network service (NetworkManager and the like) is asked at all."""
        if self.policy_error is not None or self.mode is Mode.OFF:
            return False
        return self.needs_ssid or self.needs_metered or bool(self.vpn.named)
