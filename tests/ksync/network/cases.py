"""Rules and evidence for each row of the guard's table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ksync.network.evidence import Evidence, Kind, Link, Permission, Reach, Tri, WifiMode
from ksync.network.rules import (
    EthernetRule,
    Mode,
    Organisation,
    Permit,
    Rules,
    Security,
    VpnMode,
    VpnRule,
    WifiRule,
    WiredMode,
)

HOME = "Café, “home” 🏡".encode()
ROUTER = "00:11:22:33:44:55"
POINT = "aa:bb:cc:00:00:01"
ACME = Organisation("ACME SA", "it@acme.example")

LISTED = Rules(mode=Mode.ALLOWLIST, wifi=(WifiRule(HOME, "home"),))
MANAGED = replace(LISTED, managed=ACME, allow_once=False)
ANY_WIRED = replace(LISTED, ethernet=EthernetRule(WiredMode.ANY))
PINNED_WIRED = replace(LISTED, ethernet=EthernetRule(WiredMode.PINNED, frozenset({ROUTER})))
NAMED_VPN = replace(LISTED, vpn=VpnRule(named=frozenset({"office"})))
PINNED = replace(
    LISTED,
    wifi=(WifiRule(HOME, security=Security.WPA2_PERSONAL, bssids=frozenset({POINT})),),
)

WIFI = Link(
    "wlan0",
    Kind.WIFI,
    ssid=HOME,
    bssid=POINT,
    security=Security.WPA2_PERSONAL,
    mode=WifiMode.STATION,
    metered=Tri.NO,
    captive=Tri.NO,
    provider="networkmanager",
)
WIRED = Link("eth0", Kind.ETHERNET, metered=Tri.NO, gateway_mac=ROUTER, provider="networkmanager")
VPN = Link("tun0", Kind.VPN, metered=Tri.NO, connection="office", provider="networkmanager")
MODEM = Link("wwan0", Kind.CELLULAR, metered=Tri.NO)


def way(link: Link, *underlays: Link, address: str = "192.0.2.1", **known: object) -> Evidence:
    """Evidence for an address that is reached by this link."""
    one = Evidence(address, source="198.51.100.7", link=link, underlays=underlays)
    return replace(one, **known)  # type: ignore[arg-type]  # fields of Evidence


@dataclass(frozen=True)
class Example:
    """What a row has to say about a situation."""

    row: int
    allowed: bool
    rules: Rules
    evidence: tuple[Evidence, ...]


def example(row: int, allowed: bool, rules: Rules, *evidence: Evidence) -> Example:
    return Example(row, allowed, rules, evidence)


YES, NO = True, False

EXAMPLES = (
    example(1, NO, replace(LISTED, policy_error="broken"), way(WIFI)),
    example(1, NO, Rules(policy_error="broken"), way(WIFI)),
    example(1, NO, replace(LISTED, policy_error="broken"), way(WIFI, once=True)),
    example(2, YES, Rules(), way(Link())),
    example(2, YES, Rules(managed=ACME), way(Link())),
    example(3, NO, LISTED, way(Link(), reach=Reach.NO_ROUTE)),
    example(3, NO, LISTED, way(Link(), reach=Reach.NO_NAME)),
    example(3, NO, LISTED, way(Link(), reach=Reach.NO_ROUTE, once=True)),
    example(3, NO, LISTED),
    example(4, YES, LISTED, way(Link(), reach=Reach.LOOPBACK)),
    example(4, NO, MANAGED, way(Link(), reach=Reach.LOOPBACK)),
    example(4, YES, replace(MANAGED, allow_local_server=True), way(Link(), reach=Reach.LOOPBACK)),
    example(5, NO, LISTED, way(WIRED), way(MODEM, address="2001:db8::1")),
    example(6, NO, LISTED, way(replace(WIFI, captive=Tri.YES))),
    example(6, NO, ANY_WIRED, way(replace(WIRED, captive=Tri.YES), once=True)),
    example(6, NO, LISTED, way(VPN, replace(WIFI, captive=Tri.YES))),
    example(7, NO, LISTED, way(WIRED)),
    example(7, NO, LISTED, way(VPN, WIRED)),
    example(7, NO, LISTED, way(VPN, WIFI, WIRED)),
    example(8, YES, ANY_WIRED, way(WIRED)),
    example(8, YES, PINNED_WIRED, way(WIRED)),
    example(8, YES, PINNED_WIRED, way(VPN, WIRED)),
    example(9, NO, PINNED_WIRED, way(replace(WIRED, gateway_mac="00:11:22:33:44:56"))),
    example(9, NO, PINNED_WIRED, way(replace(WIRED, gateway_mac=None))),
    example(10, NO, replace(LISTED, vpn=VpnRule(VpnMode.DENY)), way(VPN, WIFI)),
    example(
        10, NO, replace(LISTED, vpn=VpnRule(VpnMode.DENY, frozenset({"office"}))), way(VPN, WIFI)
    ),
    example(11, YES, NAMED_VPN, way(VPN)),
    example(11, YES, NAMED_VPN, way(VPN, WIRED)),
    example(13, NO, LISTED, way(VPN)),
    example(13, NO, NAMED_VPN, way(replace(VPN, connection="tun0"))),
    example(13, NO, NAMED_VPN, way(replace(VPN, connection=None))),
    example(14, NO, LISTED, way(MODEM)),
    example(14, NO, LISTED, way(replace(MODEM, kind=Kind.BLUETOOTH))),
    example(14, NO, ANY_WIRED, way(replace(MODEM, kind=Kind.USB_TETHERING))),
    example(14, NO, LISTED, way(VPN, MODEM)),
    example(15, NO, LISTED, way(replace(WIFI, mode=WifiMode.ACCESS_POINT))),
    example(15, NO, Rules(mode=Mode.ANY_WIFI), way(replace(WIFI, mode=WifiMode.ACCESS_POINT))),
    example(16, NO, LISTED, way(replace(WIFI, permission=Permission.UNDETERMINED))),
    example(17, NO, LISTED, way(replace(WIFI, permission=Permission.DENIED))),
    example(17, NO, LISTED, way(replace(WIFI, permission=Permission.SERVICE_OFF))),
    example(18, NO, LISTED, way(replace(WIFI, provider=""))),
    example(19, NO, LISTED, way(replace(WIFI, ssid=None))),
    example(19, NO, LISTED, way(replace(WIFI, ssid=b""))),
    example(19, NO, LISTED, way(replace(WIFI, ssid=b"\0\0\0"))),
    example(19, NO, LISTED, way(replace(WIFI, ssid=b"<redacted>"))),
    example(19, NO, LISTED, way(VPN, replace(WIFI, ssid=None))),
    example(21, NO, LISTED, way(replace(WIFI, ssid=HOME + b" "))),
    example(21, NO, LISTED, way(replace(WIFI, ssid=HOME.upper()))),
    example(21, NO, Rules(mode=Mode.ALLOWLIST), way(WIFI)),
    example(21, NO, Rules(mode=Mode.ALLOWLIST), way(replace(WIFI, ssid=None, provider=""))),
    example(22, NO, PINNED, way(replace(WIFI, security=Security.WPA_PERSONAL))),
    example(22, NO, PINNED, way(replace(WIFI, security=None))),
    example(23, NO, PINNED, way(replace(WIFI, bssid="aa:bb:cc:00:00:02"))),
    example(23, NO, PINNED, way(replace(WIFI, bssid=None))),
    example(24, NO, LISTED, way(replace(WIFI, metered=Tri.YES))),
    example(24, NO, ANY_WIRED, way(replace(WIRED, metered=Tri.YES))),
    example(24, NO, NAMED_VPN, way(replace(VPN, metered=Tri.YES))),
    example(24, NO, NAMED_VPN, way(VPN, replace(WIFI, metered=Tri.YES))),
    example(24, NO, LISTED, way(VPN, replace(WIFI, metered=Tri.YES))),
    example(25, YES, LISTED, way(replace(WIFI, metered=Tri.UNKNOWN))),
    example(25, NO, MANAGED, way(replace(WIFI, metered=Tri.UNKNOWN))),
    example(25, YES, ANY_WIRED, way(replace(WIRED, metered=Tri.UNKNOWN))),
    example(25, NO, replace(ANY_WIRED, managed=ACME), way(replace(WIRED, metered=Tri.UNKNOWN))),
    example(25, NO, replace(NAMED_VPN, managed=ACME), way(replace(VPN, metered=Tri.UNKNOWN))),
    example(26, YES, LISTED, way(WIFI)),
    example(26, YES, LISTED, way(replace(WIFI, captive=Tri.UNKNOWN))),
    example(26, YES, MANAGED, way(WIFI)),
    example(26, YES, PINNED, way(WIFI)),
    example(26, YES, PINNED, way(replace(WIFI, bssid=POINT.upper()))),
    example(26, YES, PINNED, way(replace(WIFI, security=Security.WPA3_ENTERPRISE))),
    example(26, YES, LISTED, way(VPN, WIFI)),
    example(26, YES, replace(LISTED, metered=Permit.ALLOW), way(replace(WIFI, metered=Tri.YES))),
    example(26, YES, Rules(mode=Mode.ANY_WIFI), way(replace(WIFI, ssid=None, provider=""))),
    example(26, YES, replace(LISTED, cellular=Permit.ALLOW), way(MODEM)),
    example(26, YES, LISTED, way(WIRED), way(WIFI, address="2001:db8::1")),
    example(27, YES, LISTED, way(WIRED, once=True)),
    example(27, YES, LISTED, way(replace(WIFI, metered=Tri.YES), once=True)),
    example(28, NO, ANY_WIRED, way(Link("docker0", Kind.BRIDGE))),
    example(28, NO, ANY_WIRED, way(Link("veth0", Kind.CONTAINER))),
    example(28, NO, ANY_WIRED, way(Link("foo0"))),
    example(28, NO, ANY_WIRED, way(VPN, replace(VPN, interface="wg0"))),
)
