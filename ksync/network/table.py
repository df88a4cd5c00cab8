"""The decision of the guard: ``decide(rules, evidence)``, pure and total.

Theory
------
``TABLE`` has 28 rows; the first whose situation holds gives the verdict, and the
last one, which always holds, denies. The tests go through it row by row and the
document (docs/network-guard.md) is drawn from it.

Rules
-----
* No evidence, no traffic. Rows that allow state everything that they need; nothing
  is allowed because no row denied it.
* Row 12 walks the rows of the network below a VPN; where several may be below it,
  all of them have to be allowed.
* Rows 24 and 25 hold for every kind of network. So rows 8 and 11 leave a network
  whose metering matters to them.
* Row 27 is looked at last, over the row that denied.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ksync.network.evidence import Evidence, Kind, Link, Permission, Reach, Tri, WifiMode
from ksync.network.rules import Mode, Permit, Rules, VpnMode, WifiRule, WiredMode


class Code(StrEnum):
    """The stable codes of verdicts."""

    POLICY_ERROR = "policy_error"
    GUARD_OFF = "guard_off"
    OFFLINE = "offline"
    LOCAL_SERVER = "local_server"
    MIXED_EGRESS = "mixed_egress"
    CAPTIVE_PORTAL = "captive_portal"
    WIRED_NOT_ALLOWED = "wired_not_allowed"
    WIRED_ALLOWED = "wired_allowed"
    WIRED_UNKNOWN = "wired_unknown"
    VPN_DENIED = "vpn_denied"
    VPN_NAMED = "vpn_named"
    VPN_UNKNOWN = "vpn_unknown"
    CELLULAR = "cellular"
    OWN_HOTSPOT = "own_hotspot"
    PERMISSION_NEEDED = "permission_needed"
    PERMISSION_DENIED = "permission_denied"
    NO_PROVIDER = "no_provider"
    SSID_UNKNOWN = "ssid_unknown"
    SSID_NOT_LISTED = "ssid_not_listed"
    SECURITY_MISMATCH = "security_mismatch"
    BSSID_MISMATCH = "bssid_mismatch"
    METERED = "metered"
    METERED_UNKNOWN = "metered_unknown"
    SSID_ALLOWED = "ssid_allowed"
    ALLOW_ONCE = "allow_once"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard says.

    :param row: the row of the table that decided.
    :param link: the interface that it is about (of a VPN: the one below, if that decided).
    :param overridden: with ``allow_once``: the code that denied.
    """

    allowed: bool
    code: Code
    row: int
    link: Link = field(default_factory=Link)
    overridden: Code | None = None


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
        links = (self.link, *self.evidence.underlays) if self.vpn_fits else (self.link,)
        found = {link.metered for link in links}
        return Tri.YES if Tri.YES in found else Tri.UNKNOWN if Tri.UNKNOWN in found else Tri.NO


def is_blank(ssid: bytes | None) -> bool:
    """Whether a name of a network says nothing: none, empty, zeros, withheld."""
    return ssid is None or not ssid.strip(b"\0") or ssid == b"<redacted>"


def _never(_case: Case) -> bool:
    return False


def _always(_case: Case) -> bool:
    return True


def _unless_managed(case: Case) -> bool:
    return not case.rules.is_managed


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    :param situation: in words, for the document.
    :param verdict: in words, for the document.
    :param code: ``None``: the row only says where to look on.
    :param when: whether the situation holds.
    :param allows: whether the verdict is to allow.
    :param below: the verdict is that of the network below (row 12).
    """

    number: int
    situation: str
    verdict: str
    code: Code | None
    when: Callable[[Case], bool]
    allows: Callable[[Case], bool] = _never
    below: bool = False


def _portal(case: Case) -> bool:
    return Tri.YES in (case.link.captive, *(link.captive for link in case.evidence.underlays))


def _permission(*which: Permission) -> Callable[[Case], bool]:
    return lambda case: case.ssid_needed and case.link.permission in which


def _wired(*which: WiredMode) -> Callable[[Case], bool]:
    return lambda case: case.link.kind is Kind.ETHERNET and case.rules.ethernet.mode in which


def _vpn(case: Case) -> bool:
    return case.link.kind is Kind.VPN and not case.vpn_fits


TABLE: tuple[Row, ...] = (
    Row(
        1,
        "the managed policy is present but not valid or not trusted",
        "deny",
        Code.POLICY_ERROR,
        lambda case: case.rules.policy_error is not None,
    ),
    Row(
        2,
        "the guard is off",
        "allow",
        Code.GUARD_OFF,
        lambda case: case.rules.mode is Mode.OFF,
        _always,
    ),
    Row(
        3,
        "there is no route, or the name has no address",
        "deny, try later",
        Code.OFFLINE,
        lambda case: case.evidence.reach in (Reach.NO_ROUTE, Reach.NO_NAME),
    ),
    Row(
        4,
        "the server, or the proxy to it, is on this machine",
        "allow; a managed guard denies unless `allow_local_server` is set",
        Code.LOCAL_SERVER,
        lambda case: case.evidence.reach is Reach.LOOPBACK,
        lambda case: not case.rules.is_managed or case.rules.allow_local_server,
    ),
    Row(
        5,
        "the server's addresses are reached by several interfaces",
        "each is judged, and used only if a row lets it; deny if none may be used",
        Code.MIXED_EGRESS,
        _never,  # it takes several pieces of evidence: see judge()
    ),
    Row(6, "the network wants a login on a web page first", "deny", Code.CAPTIVE_PORTAL, _portal),
    Row(
        7,
        "wired, and wired networks are not allowed",
        "deny",
        Code.WIRED_NOT_ALLOWED,
        _wired(WiredMode.DENY),
    ),
    Row(
        8,
        "wired, and any is allowed, or the router is a pinned one",
        "allow (an idle Wi-Fi does not matter)",
        Code.WIRED_ALLOWED,
        lambda case: case.wired_fits and case.metered is Tri.NO,
        _always,
    ),
    Row(
        9,
        "wired, routers are pinned, and this one is another or unknown",
        "deny",
        Code.WIRED_UNKNOWN,
        lambda case: _wired(WiredMode.PINNED)(case) and not case.wired_fits,
    ),
    Row(
        10,
        "VPN, and they are not allowed",
        "deny",
        Code.VPN_DENIED,
        lambda case: _vpn(case) and case.rules.vpn.mode is VpnMode.DENY,
    ),
    Row(
        11,
        "VPN whose connection is named in the rules",
        "allow",
        Code.VPN_NAMED,
        lambda case: case.vpn_fits and case.metered is Tri.NO,
        _always,
    ),
    Row(
        12,
        "VPN, and what is below it is known",
        "rows 7 to 9 and 14 to 26 for the network below",
        None,
        lambda case: _vpn(case) and bool(case.evidence.underlays),
        below=True,
    ),
    Row(13, "VPN, and what is below it is not known", "deny", Code.VPN_UNKNOWN, _vpn),
    Row(
        14,
        "mobile: a modem, Bluetooth or a phone by USB, and those are not allowed",
        "deny",
        Code.CELLULAR,
        lambda case: case.link.kind.is_mobile and case.rules.cellular is Permit.DENY,
    ),
    Row(
        15,
        "this machine is itself the access point",
        "deny",
        Code.OWN_HOTSPOT,
        lambda case: case.link.kind is Kind.WIFI and case.link.mode is WifiMode.ACCESS_POINT,
    ),
    Row(
        16,
        "the permission to read the network's name was not asked for yet",
        "deny, offer to ask",
        Code.PERMISSION_NEEDED,
        _permission(Permission.UNDETERMINED),
    ),
    Row(
        17,
        "that permission is refused, or the location service is off",
        "deny, open the settings",
        Code.PERMISSION_DENIED,
        _permission(Permission.DENIED, Permission.SERVICE_OFF),
    ),
    Row(
        18,
        "nothing on this machine tells the network's name",
        "deny",
        Code.NO_PROVIDER,
        lambda case: case.ssid_needed and not case.link.provider,
    ),
    Row(
        19,
        "the name is empty, zeros, withheld, or an error came instead",
        "deny",
        Code.SSID_UNKNOWN,
        lambda case: case.ssid_needed and is_blank(case.link.ssid),
    ),
    Row(
        20,
        "a hidden network whose name can be read",
        "as any other: look on",
        None,
        _never,
    ),
    Row(
        21,
        "the name is not in the list (byte by byte; case matters)",
        "deny, offer to allow it",
        Code.SSID_NOT_LISTED,
        lambda case: case.named and not case.listed,
    ),
    Row(
        22,
        "listed, but protected more weakly than pinned, or not known how",
        "deny: it may be an imitation",
        Code.SECURITY_MISMATCH,
        lambda case: case.named and not case.secure,
    ),
    Row(
        23,
        "listed, but another access point than the pinned, or not known which",
        "deny",
        Code.BSSID_MISMATCH,
        lambda case: case.named and not case.wifi_fits,
    ),
    Row(
        24,
        "everything fits, the network is metered, and those are not allowed",
        'deny, offer to "sync once"',
        Code.METERED,
        lambda case: case.fits and case.metered is Tri.YES,
    ),
    Row(
        25,
        "the same, and it is not known whether it is metered",
        "your own rule: allow, with a note; a managed guard denies",
        Code.METERED_UNKNOWN,
        lambda case: case.fits and case.metered is Tri.UNKNOWN,
        _unless_managed,
    ),
    Row(26, "everything fits", "allow", Code.SSID_ALLOWED, lambda case: case.fits, _always),
    Row(
        27,
        'you said "allow once", it is permitted, and the row that denied is none of 1, 3 and 6',
        "allow until it expires or the network changes",
        Code.ALLOW_ONCE,
        _never,  # it looks at the row that denied: see decide()
        _always,
    ),
    Row(28, "anything else", "deny", Code.UNKNOWN, _always),
)

BELOW = frozenset({7, 8, 9, *range(14, 27), 28})
"""The rows that are walked for the network below a VPN."""

NOT_ONCE = frozenset({1, 3, 6})
"""The rows that "allow once" does not pass."""

_DENY = Verdict(allowed=False, code=Code.UNKNOWN, row=28)


def decide(rules: Rules, evidence: Evidence) -> Verdict:
    """The verdict for one address."""
    verdict = _walk(Case(rules, evidence, evidence.link), TABLE)
    passes = evidence.once and rules.allow_once and verdict.row not in NOT_ONCE
    if passes and not verdict.allowed:
        return replace(verdict, allowed=True, code=Code.ALLOW_ONCE, row=27, overridden=verdict.code)
    return verdict


def _walk(case: Case, rows: Sequence[Row]) -> Verdict:
    for row in rows:
        if not row.when(case):
            continue
        if row.below:
            return _below(case)
        if row.code is not None:
            return Verdict(row.allows(case), row.code, row.number, case.link)
    return replace(_DENY, link=case.link)


def _below(case: Case) -> Verdict:
    """All networks that may be below the VPN have to be allowed."""
    rows = [row for row in TABLE if row.number in BELOW]
    found = [_walk(replace(case, link=link), rows) for link in case.evidence.underlays]
    return next((verdict for verdict in found if not verdict.allowed), found[0])


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict for a server, and that of each of its addresses."""

    verdict: Verdict
    by_address: Mapping[str, Verdict]

    @property
    def allowed(self) -> list[str]:
        """The addresses that may be used, in their order."""
        return [address for address, verdict in self.by_address.items() if verdict.allowed]


def judge(rules: Rules, evidence: Sequence[Evidence]) -> Judgement:
    """The verdict for all addresses of a server (row 5).

    :param evidence: a record for each address, in the resolver's order; none: offline.
    """
    found = {one.address: decide(rules, one) for one in evidence}
    allowed = [verdict for verdict in found.values() if verdict.allowed]
    if allowed:
        return Judgement(allowed[0], found)
    if not found:
        return Judgement(decide(rules, Evidence(reach=Reach.NO_NAME)), found)
    denied = [verdict for verdict in found.values() if verdict.code is not Code.OFFLINE]
    if len({verdict.link.interface for verdict in denied}) > 1:
        mixed = Verdict(allowed=False, code=Code.MIXED_EGRESS, row=5, link=denied[0].link)
        return Judgement(mixed, found)
    return Judgement((denied or list(found.values()))[0], found)
