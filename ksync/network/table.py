"""The guard's table: 28 rows, the first whose situation holds gives the verdict.

The last row holds always and denies. The tests go through the table row by row, and
the document (docs/network-guard.md) is drawn from it.

Rules
-----
* No evidence, no traffic. Rows that allow state everything that they need; nothing
  is allowed because no row denied it.
* Rows 24 and 25 hold for every kind of network. So rows 8 and 11 leave a network
  whose metering matters to them.
* Rows 5 and 27 never match by themselves: they are about several addresses, and
  about the row that denied (``ksync.network.decide``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ksync.network.case import Case, is_blank
from ksync.network.evidence import Kind, Permission, Reach, Tri, WifiMode
from ksync.network.rules import Mode, Permit, VpnMode, WiredMode
from ksync.network.verdict import Code


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
