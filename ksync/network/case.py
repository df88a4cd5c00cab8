"""What a row of the guard's table looks at, and what it asks.

``fits`` and its four parts state everything that a network needs to be allowed,
but for metering; rows that allow rest on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ksync.network.evidence import Evidence, Kind, Link, Tri, WifiMode
from ksync.network.rules import Mode, Permit, Rules, VpnMode, WifiRule, WiredMode


@dataclass(frozen=True, slots=True)
class Case:
    """What a row looks at: the rules, the evidence, and one link of it."""

    rules: Rules
    evidence: Evidence
    link: Link

    @property
    def named(self) -> bool:
        """Whether it is a Wi-Fi network whose name decides."""
        return self.link.kind is Kind.WIFI and self.rules.mode is Mode.ALLOWLIST

    @property
    def ssid_needed(self) -> bool:
        """As ``named``, and there is a list to compare with."""
        return self.named and bool(self.rules.wifi)

    @property
    def listed(self) -> list[WifiRule]:
        """The rules for this network's name."""
        return [rule for rule in self.rules.wifi if rule.ssid == self.link.ssid]

    @property
    def secure(self) -> list[WifiRule]:
        """Those of them whose security it has."""
        return [rule for rule in self.listed if rule.has_security(self.link.security)]

    @property
    def wifi_fits(self) -> bool:
        """Whether it is a Wi-Fi network that the rules allow, but for metering."""
        if self.link.kind is not Kind.WIFI or self.link.mode is WifiMode.ACCESS_POINT:
            return False
        if self.rules.mode is Mode.ANY_WIFI:
            return True
        fitting = any(rule.has_bssid(self.link.bssid) for rule in self.secure)
        return self.named and not is_blank(self.link.ssid) and fitting

    @property
    def wired_fits(self) -> bool:
        """Whether it is a wired network that the rules allow, but for metering."""
        rule = self.rules.ethernet
        if self.link.kind is not Kind.ETHERNET:
            return False
        if rule.mode is WiredMode.PINNED:
            return self.link.gateway_mac in rule.gateway_macs
        return rule.mode is WiredMode.ANY

    @property
    def vpn_fits(self) -> bool:
        """Whether it is a VPN that the rules name."""
        rule, link = self.rules.vpn, self.link
        named = link.kind is Kind.VPN and link.connection in rule.named
        return named and rule.mode is not VpnMode.DENY

    @property
    def mobile_fits(self) -> bool:
        """Whether it is a mobile network, and those are allowed."""
        return self.link.kind.is_mobile and self.rules.cellular is Permit.ALLOW

    @property
    def fits(self) -> bool:
        """Whether everything but metering is as the rules want it."""
        return self.wifi_fits or self.wired_fits or self.vpn_fits or self.mobile_fits

    @property
    def metered(self) -> Tri:
        """Whether the network is metered, as far as the rules care: ``NO`` if not at all."""
        if self.rules.metered is Permit.ALLOW:
            return Tri.NO
        if self.link.metered is Tri.YES:
            return Tri.YES
        # a named VPN costs what the networks below it cost
        below = self.evidence.underlays if self.vpn_fits else ()
        found = {link.metered for link in below or (self.link,)}
        return Tri.YES if Tri.YES in found else Tri.UNKNOWN if Tri.UNKNOWN in found else Tri.NO


def is_blank(ssid: bytes | None) -> bool:
    """Whether a name of a network says nothing: none, empty, zeros, withheld."""
    return ssid is None or not ssid.strip(b"\0") or ssid == b"<redacted>"
