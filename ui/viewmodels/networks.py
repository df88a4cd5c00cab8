"""The network guard: what it says of this network, what is listed, what the rules are.

A network's name is shown where it was read; it is read where a rule needs it, or where
somebody asks for it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ksync.config.positions import dotted
from ksync.network.decide import NOT_ONCE
from ksync.network.evidence import Kind, Link, Reach, Tri
from ksync.network.guard import Explanation
from ksync.network.rules import Mode, Permit, Rules, Security, Source
from ksync.network.verdict import Code
from ksync.reporting.network_entries import ALLOWED, DENIALS
from ksync.service.network import NetworkView, as_text
from ksync.service.preferences import Preferences
from ui.viewmodels.problems import names_a_command
from ui.viewmodels.settings import Field, Shown, managed_by
from ui.words import mark, plural, tr

ALLOW_HERE = "+"
"""The argument of the page that asks to list the network of this moment."""

KINDS: dict[Kind, str] = {
    Kind.WIFI: mark("Wi-Fi"),
    Kind.ETHERNET: mark("Wired network"),
    Kind.VPN: mark("VPN"),
    Kind.CELLULAR: mark("Mobile network"),
    Kind.BLUETOOTH: mark("Phone by Bluetooth"),
    Kind.USB_TETHERING: mark("Phone by USB"),
    Kind.LOOPBACK: mark("This computer"),
    Kind.BRIDGE: mark("Bridge of virtual machines"),
    Kind.CONTAINER: mark("Inside of a container"),
    Kind.UNKNOWN: mark("Unknown network"),
}

SECURITIES: tuple[tuple[str, str], ...] = (
    ("", mark("Any protection")),
    (Security.OPEN.value, mark("At least: open")),
    (Security.WEP.value, mark("At least: WEP")),
    (Security.OWE.value, mark("At least: OWE")),
    (Security.WPA_PERSONAL.value, mark("At least: WPA Personal")),
    (Security.WPA2_PERSONAL.value, mark("At least: WPA2 Personal")),
    (Security.WPA3_PERSONAL.value, mark("At least: WPA3 Personal")),
    (Security.WPA2_ENTERPRISE.value, mark("At least: WPA2 Enterprise")),
    (Security.WPA3_ENTERPRISE.value, mark("At least: WPA3 Enterprise")),
)

_MODES = (
    (Mode.OFF.value, mark("Anywhere (the guard is off)")),
    (Mode.ANY_WIFI.value, mark("On any Wi-Fi")),
    (Mode.ALLOWLIST.value, mark("Only on networks that I list")),
)
_PERMITS = ((Permit.DENY.value, mark("Not allowed")), (Permit.ALLOW.value, mark("Allowed")))

RULES: tuple[Field, ...] = (
    Field("network_guard.mode", mark("kSync may sync"), "", "choice", _MODES),
    Field(
        "network_guard.ethernet.mode", mark("Wired networks"), "", "choice",
        (
            ("deny", mark("Not allowed")),
            ("any", mark("Allowed")),
            ("pinned", mark("Only behind these routers")),
        ),
    ),
    Field(
        "network_guard.ethernet.gateway_macs", mark("Routers"),
        mark("Hardware addresses, separated by commas."), "text",
    ),
    Field(
        "network_guard.vpn.mode", mark("VPN"), "", "choice",
        (("deny", mark("Not allowed")), ("underlay", mark("By the network below it"))),
    ),
    Field(
        "network_guard.vpn.named", mark("VPNs that are always allowed"),
        mark("Their names in the network settings, separated by commas."), "text",
    ),
    Field(
        "network_guard.cellular", mark("Mobile networks and phones"), "", "choice", _PERMITS,
    ),
    Field("network_guard.metered", mark("Metered networks"), "", "choice", _PERMITS),
)  # fmt: skip

_TRI = {Tri.YES: mark("yes"), Tri.NO: mark("no")}


@dataclass(frozen=True, slots=True)
class Now:
    """What the guard says now.

    :param whom: the accounts that it is about; ``""``: all.
    :param mood: ``good``, ``bad`` or ``quiet``; the line says the same in words.
    :param hint: what to do, ``""`` where nothing is needed.
    :param facts: what is known, (name, value) pairs.
    :param once: whether it can be allowed for a while.
    """

    whom: str
    mood: str
    line: str
    hint: str
    facts: tuple[tuple[str, str], ...]
    once: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed network.

    :param locked: who manages it, ``""``: you do.
    """

    view: NetworkView
    title: str
    detail: str
    locked: str


def now(found: Sequence[Explanation]) -> tuple[Now, ...]:
    """What the guard says; accounts of which it says the same are one."""
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[Explanation]] = {}
    for each in found:
        groups.setdefault((each.verdict.code, facts(each)), []).append(each)
    return tuple(_now(members, alone=len(groups) == 1) for members in groups.values())


def _now(members: Sequence[Explanation], *, alone: bool) -> Now:
    first = members[0]
    verdict = first.verdict
    mood = "quiet" if verdict.code is Code.GUARD_OFF else "good" if verdict.allowed else "bad"
    return Now(
        "" if alone else ", ".join(each.account or "" for each in members),
        mood,
        sentence(first),
        _hint(first),
        facts(first),
        not verdict.allowed and first.rules.allow_once and verdict.row not in NOT_ONCE,
    )


def sentence(found: Explanation) -> str:
    """The verdict, in a sentence."""
    code = found.verdict.code
    return tr(ALLOWED[code] if found.verdict.allowed else DENIALS[code].sentence)


def _hint(found: Explanation) -> str:
    if found.verdict.allowed:
        return ""
    told = DENIALS[found.verdict.code]
    hint = told.hint if found.rules.managed is None else told.managed
    if names_a_command(hint):
        return tr("Connect to a network that is allowed, or allow this one.")
    return tr(hint)


def facts(found: Explanation) -> tuple[tuple[str, str], ...]:
    """What the verdict rests on."""
    told: list[tuple[str, str]] = []
    for way, _ in found.ways[:1]:
        if way.reach is not Reach.ROUTED:
            continue
        told += _of_link(way.link, found.rules)
        for under in way.underlays:
            told.append((tr("Below it"), tr(KINDS[under.kind])))
            told += _of_link(under, found.rules)[1:]
    return tuple(told)


def _of_link(link: Link, rules: Rules) -> list[tuple[str, str]]:
    told = [(tr("Network"), tr(KINDS[link.kind])), (tr("Interface"), link.interface)]
    unknown = tr("not known")
    if link.kind is Kind.WIFI and rules.needs_ssid:
        told.append((tr("Name"), name_text(link.ssid) if link.ssid else unknown))
        told.append((tr("Protection"), link.security or unknown))
        told.append((tr("Access point"), link.bssid or unknown))
    if link.kind is Kind.VPN:
        told.append((tr("Connection"), link.connection or unknown))
    if link.kind is Kind.ETHERNET and link.gateway_mac:
        told.append((tr("Router"), link.gateway_mac))
    if rules.needs_metered:
        told.append((tr("Metered"), tr(_TRI[link.metered]) if link.metered in _TRI else unknown))
    return [(name, value) for name, value in told if value]


def name_text(name: bytes) -> str:
    """A network's name for people; one that is no text in hexadecimal."""
    text = as_text(name)
    return text if text is not None else f"hex {name.hex()}"


def listed(views: Sequence[NetworkView], rules: Rules) -> tuple[Listed, ...]:
    """The list."""
    titles = dict(SECURITIES)
    found = []
    for view in views:
        name = name_text(bytes.fromhex(view.ssid_hex))
        points = plural("{count} access point(s)", len(view.bssids)) if view.bssids else ""
        parts = [name if view.label else "", tr(titles[view.security or ""]), points]
        who = _who(rules) if view.source == Source.MANAGED else ""
        detail = "  ·  ".join(part for part in parts if part)
        found.append(Listed(view, view.label or name, detail, who))
    return tuple(found)


def rules_shown(found: Preferences, accounts: Sequence[str]) -> tuple[Shown, ...]:
    """The rules with their values, then the mode of each account."""
    fields = [*RULES, *(_of_account(name) for name in accounts)]
    return tuple(_shown(field, found) for field in fields)


def _of_account(name: str) -> Field:
    key = dotted(("accounts", name, "network_guard"))
    return Field(key, name, "", "choice", (("", mark("As for all accounts")), *_MODES))


def _shown(field: Field, found: Preferences) -> Shown:
    value = found.values.get(field.key)
    if isinstance(value, (list, tuple)):
        value = ", ".join(str(each) for each in value)
    locked = managed_by(found.manager) if field.key in found.locked else ""
    return Shown(field, "" if value is None else value, locked)


def listing_locked(rules: Rules) -> str:
    """Who decides which networks are listed; ``""``: you do."""
    return _who(rules) if rules.managed is not None and not rules.allow_user_networks else ""


def _who(rules: Rules) -> str:
    if rules.managed is None:
        return managed_by("")
    support = f" ({rules.managed.support})" if rules.managed.support else ""
    return managed_by(f"{rules.managed.name}{support}")


def all_off(found: Sequence[Explanation]) -> bool:
    """Whether the guard is off for all accounts."""
    return all(each.verdict.code is Code.GUARD_OFF for each in found)


def all_denied(found: Sequence[Explanation]) -> bool:
    """Whether the guard lets no account sync; a computer that is offline may try."""
    return bool(found) and all(
        not each.verdict.allowed and each.verdict.code is not Code.OFFLINE for each in found
    )


def denied(found: Sequence[Explanation], account: str) -> bool:
    """Whether the guard does not let this account sync; offline it may try."""
    mine = tuple(each for each in found if each.account == account)
    return all_denied(mine)


def network_line(found: Sequence[Explanation]) -> str:
    """The network and the verdict in a line of a menu; ``""``: nothing is known yet."""
    if not found:
        return ""
    if all_off(found):
        return tr("Network guard: off")
    denied = [each for each in found if not each.verdict.allowed]
    told = (denied or list(found))[0]
    if told.verdict.code is Code.OFFLINE:
        return tr("Network: offline")
    link = told.verdict.link
    name = tr(KINDS[link.kind])
    if link.kind is Kind.WIFI and link.ssid:
        name = f"{name} {name_text(link.ssid)}"
    if denied and len(denied) < len(found):
        return tr("{network}: allowed for some accounts", network=name)
    if denied:
        return tr("{network}: not allowed", network=name)
    return tr("{network}: allowed", network=name)
