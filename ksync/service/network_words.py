"""What the network guard knows and decides, in words and as data.

Written for somebody who has never read about the guard: first the verdict, then what
is known, which rule that met, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ksync.network.evidence import Evidence, Kind, Link, Permission, Reach, Tri, WifiMode
from ksync.network.rules import Mode, Permit, Rules, VpnMode, WiredMode
from ksync.network.table import TABLE
from ksync.network.verdict import Verdict
from ksync.reporting.network_entries import ALLOWED, DENIALS
from ksync.service.network import NetworkView, as_text

if TYPE_CHECKING:
    from ksync.network.guard import Explanation

KINDS = {
    Kind.WIFI: "a Wi-Fi",
    Kind.ETHERNET: "a wired network",
    Kind.VPN: "a VPN",
    Kind.CELLULAR: "a mobile network (modem)",
    Kind.BLUETOOTH: "a phone by Bluetooth",
    Kind.USB_TETHERING: "a phone by USB",
    Kind.LOOPBACK: "this computer itself",
    Kind.BRIDGE: "a bridge of this computer's containers or virtual machines",
    Kind.CONTAINER: "the inside of a container",
    Kind.UNKNOWN: "of a kind that cannot be told",
}

MODES = {
    Mode.OFF: "off: every network is used",
    Mode.ANY_WIFI: "any Wi-Fi",
    Mode.ALLOWLIST: "listed networks only",
}

_NEED_NO_SERVICE = frozenset({Kind.ETHERNET, Kind.LOOPBACK})

_WIRED = {WiredMode.DENY: "not allowed", WiredMode.ANY: "allowed"}
_VPN = {VpnMode.DENY: "not allowed", VpnMode.UNDERLAY: "by the network below"}
_PERMITS = {Permit.ALLOW: "allowed", Permit.DENY: "not allowed"}
_TRI = {Tri.YES: "yes", Tri.NO: "no", Tri.UNKNOWN: "not known"}

_SITUATIONS = {row.number: row.situation for row in TABLE}


def sentence(verdict: Verdict) -> str:
    """The verdict's sentence, the same as everywhere."""
    if verdict.allowed:
        return ALLOWED[verdict.code]
    return DENIALS[verdict.code].sentence


def hint(verdict: Verdict, rules: Rules) -> str:
    """What to do; ``""`` where it is allowed."""
    if verdict.allowed:
        return ""
    found = DENIALS[verdict.code]
    return found.hint if rules.managed is None else found.managed


def ssid_text(name: bytes) -> str:
    """A network's name for people: quoted, or in hexadecimal."""
    text = as_text(name)
    return f"“{text}”" if text is not None else f"hex {name.hex()}"


def link_lines(link: Link, rules: Rules) -> list[str]:
    """What is known of an interface."""
    lines = [f"interface {link.interface}: {KINDS[link.kind]}"]
    if link.kind is Kind.WIFI and rules.needs_ssid:
        name = ssid_text(link.ssid) if link.ssid else "not known"
        lines.append(f"name: {name}")
        lines.append(f"protected by: {link.security or 'not known'}")
        lines.append(f"access point: {link.bssid or 'not known'}")
        if link.mode is WifiMode.ACCESS_POINT:
            lines.append("this computer is the access point")
        if link.permission is not Permission.OK:
            lines.append(f"permission to read the name: {link.permission}")
    if link.kind is Kind.VPN:
        lines.append(f"connection: {link.connection or 'not known'}")
    if link.kind is Kind.ETHERNET and rules.ethernet.mode is WiredMode.PINNED:
        lines.append(f"router: {link.gateway_mac or 'not known'}")
    if rules.metered is Permit.DENY:
        lines.append(f"metered: {_TRI[link.metered]}")
    if link.captive is Tri.YES:
        lines.append("it wants a login on a web page")
    if link.provider:
        lines.append(f"told by: {link.provider}")
    if link.error and link.kind not in _NEED_NO_SERVICE:
        lines.append(f"not told: {link.error}")
    return lines


def way_lines(way: Evidence, rules: Rules) -> list[str]:
    """What is known of the way to an address."""
    if way.reach is Reach.NO_ROUTE:
        return ["no way there"]
    if way.reach is Reach.LOOPBACK:
        return ["stays on this computer"]
    lines = link_lines(way.link, rules)
    for under in way.underlays:
        first, *rest = link_lines(under, rules)
        lines += [f"below it, {first}", *(f"  {line}" for line in rest)]
    return lines


def rule_lines(rules: Rules) -> list[str]:
    """The rules, in words."""
    if rules.mode is Mode.OFF:
        return [f"guard: {MODES[rules.mode]}"]
    lines = [f"guard: {MODES[rules.mode]}"]
    if rules.mode is Mode.ALLOWLIST:
        lines.append(f"networks listed: {len(rules.wifi)} (`ksync network list`)")
    wired = _WIRED.get(rules.ethernet.mode) or f"{len(rules.ethernet.gateway_macs)} routers allowed"
    lines.append(f"wired networks: {wired}")
    named = f", and {len(rules.vpn.named)} by name" if rules.vpn.named else ""
    lines.append(f"VPN: {_VPN[rules.vpn.mode]}{named}")
    lines.append(f"mobile networks and phones: {_PERMITS[rules.cellular]}")
    lines.append(f"metered networks: {_PERMITS[rules.metered]}")
    if rules.managed is not None:
        support = f" ({rules.managed.support})" if rules.managed.support else ""
        lines.append(f"managed by: {rules.managed.name}{support}")
    return lines


def explained(explanation: Explanation) -> list[str]:
    """An explanation, line by line."""
    verdict, rules = explanation.verdict, explanation.rules
    whom = explanation.host or "any server"
    if explanation.account is not None:
        whom = f"{explanation.account} ({whom})"
    lines = [f"{whom}: {sentence(verdict)}"]
    if rules.policy_error:
        lines.append(f"  {rules.policy_error}")
    seen: list[list[str]] = []
    for way, one in explanation.ways:
        told = way_lines(way, rules)
        if told not in seen:
            seen.append(told)
            state = "allowed" if one.allowed else "not allowed"
            lines.append(f"  What is known ({state}):")
            lines += [f"    {line}" for line in told]
    lines.append("  What the rules say:")
    lines += [f"    {line}" for line in rule_lines(rules)]
    lines.append(f"  Decided by row {verdict.row}: {_SITUATIONS[verdict.row]}.")
    if verdict.overridden is not None:
        lines.append(f"  It passed: {DENIALS[verdict.overridden].sentence}")
    if advice := hint(verdict, rules):
        lines.append(f"  What to do: {advice}")
    return lines


def explanation_data(explanation: Explanation) -> dict[str, Any]:
    """The same for ``--json``."""
    verdict, rules = explanation.verdict, explanation.rules
    return {
        "account": explanation.account,
        "host": explanation.host,
        **verdict_data(verdict),
        "hint": hint(verdict, rules),
        "looked_up": explanation.looked_up,
        "ways": [
            {
                "address": way.address,
                "reach": way.reach,
                **verdict_data(one),
                "link": link_data(way.link),
                "below": [link_data(under) for under in way.underlays],
            }
            for way, one in explanation.ways
        ],
        "rules": rules_data(rules),
    }


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict."""
    return {
        "allowed": verdict.allowed,
        "code": verdict.code,
        "row": verdict.row,
        "message": sentence(verdict),
        "interface": verdict.link.interface,
        "overridden": verdict.overridden,
    }


def link_data(link: Link) -> dict[str, Any]:
    """An interface."""
    return {
        "interface": link.interface,
        "kind": link.kind,
        "ssid": None if link.ssid is None else as_text(link.ssid),
        "ssid_hex": None if link.ssid is None else link.ssid.hex(),
        "bssid": link.bssid,
        "security": link.security,
        "mode": link.mode,
        "metered": link.metered,
        "captive": link.captive,
        "permission": link.permission,
        "connection": link.connection,
        "gateway_mac": link.gateway_mac,
        "provider": link.provider,
        "error": link.error,
    }


def rules_data(rules: Rules) -> dict[str, Any]:
    """Rules, without the networks."""
    return {
        "mode": rules.mode,
        "networks": len(rules.wifi),
        "ethernet": rules.ethernet.mode,
        "vpn": rules.vpn.mode,
        "cellular": rules.cellular,
        "metered": rules.metered,
        "allow_once": rules.allow_once,
        "allow_user_networks": rules.allow_user_networks,
        "allow_local_server": rules.allow_local_server,
        "managed": rules.managed.name if rules.managed else None,
    }


def shown(view: NetworkView) -> str:
    """A listed network's name for people."""
    return ssid_text(bytes.fromhex(view.ssid_hex))
