"""The network guard: explain, list, allow, remove, allow once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ksync.composition import OpenAccount, Parts, origin_of
from ksync.config.edit import APPEND, edit
from ksync.config.guard import macs, ssid_hex
from ksync.network.evidence import Kind, Link
from ksync.network.guard import Explanation
from ksync.network.rules import SSID_OCTETS, Mode, Rules, Security, WifiRule
from ksync.network.settings import wifi_rule
from ksync.reporting.errors import AppError, UsageError
from ksync.service import select
from sync_engine.transport.port import Target
from sync_engine.transport.targets import is_localhost_name, is_loopback, literal

if TYPE_CHECKING:
    from ksync.config import Loaded
    from ksync.config.edit import Change


_ANYBODY = Target("https", "", 443)

_DEMANDS = (Mode.OFF, Mode.ANY_WIFI, Mode.ALLOWLIST)
"""The less is allowed, the more has to be known."""


def strictest(parts: Parts) -> Rules:
    """The rules of the account that needs to know most of the network."""
    found = [parts.rules(name) for name in (None, *parts.config.accounts)]
    return max(found, key=lambda rules: _DEMANDS.index(rules.mode))


class NoWifi(AppError):
    """No name of a network was given, and there is none to read."""

    reference = "network.no_wifi"


class NotListed(AppError):
    """No such network is listed."""

    reference = "network.not_listed"


class NothingToAllow(AppError):
    """Offline, or the guard is off."""

    reference = "network.nothing_to_allow"


class NetworksManaged(AppError):
    """The organisation decides which networks are allowed."""

    reference = "policy.forbidden"


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A listed network.

    :param ssid: its name as text, ``None`` where it is none.
    """

    label: str
    ssid: str | None
    ssid_hex: str
    security: str | None
    bssids: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class NewNetwork:
    """What ``network allow`` was given; ``ssid=None``: the network of this moment.

    :param seen: of the network of this moment: without a ``security``, the one that it has
        now is pinned. Whoever lists a network while being on it means this one, not an open
        imitation of its name.
    """

    ssid: bytes | None = None
    label: str = ""
    security: Security | None = None
    bssids: tuple[str, ...] = ()
    seen: bool = True


def pinned(link: Link) -> Security | None:
    """The protection to pin when a network is listed that this computer is on.

    An open network has none: whoever imitates it has as much.
    """
    return None if link.security is Security.OPEN else link.security


class Network:
    """Everything about the network guard."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def rules(self, account: str | None = None) -> Rules:
        """The rules that hold; ``None``: for all accounts that have no mode of their own."""
        return self._parts.rules(account)

    def explain(self, name: str | None = None) -> list[Explanation]:
        """The verdict for an account's server and what it rests on, or for that of each.

        :raises UnknownAccount: there is no such account.
        """
        names = [name] if name is not None else sorted(self._parts.config.accounts)
        found = []
        for one in names:
            with select.account(self._parts, one) as opened:
                found.append(self._parts.guard.explain(one, next_hop(opened)))
        return found or [self._parts.guard.explain(None, _ANYBODY)]

    def now(self) -> tuple[Explanation, ...]:
        """The verdict for each account as it is now, for a window: no name is resolved."""
        found = tuple(self.explain_now(name) for name in sorted(self._parts.config.accounts))
        return found or (self._parts.guard.explain(None, _ANYBODY),)

    def explain_now(self, name: str) -> Explanation:
        """The verdict for an account as it is now: no name is resolved."""
        with select.account(self._parts, name) as opened:
            target = next_hop(opened)
        known = is_localhost_name(target.host) or literal(target.host) is not None
        return self._parts.guard.explain(name, target if known else _ANYBODY)

    def allowed_until(self) -> float | None:
        """Until when "allow once" holds, if it does."""
        kept = self._parts.guard.once.current()
        return None if kept is None else kept.until

    def listed(self) -> list[NetworkView]:
        """The listed networks."""
        return [_view(rule) for rule in self.rules().wifi]

    def allow(self, new: NewNetwork) -> NetworkView:
        """List a network, instead of an entry of the same name if there is one.

        :raises NoWifi: none was given, and this computer is on none.
        :raises NetworksManaged: the user may add none.
        :raises UsageError: a hardware address is none.
        """
        self._check_may_list()
        if wrong := macs(new.bssids):
            raise UsageError(f"The access points {wrong}.")
        if new.ssid is None:
            link = self.here()
            security = new.security or (pinned(link) if new.seen else None)
            new = replace(new, ssid=link.ssid, security=security)
        name = new.ssid or b""
        if not 1 <= len(name) <= SSID_OCTETS:
            raise UsageError(f"A network's name has 1 to {SSID_OCTETS} octets.")
        written = values(name, new)

        def planned(loaded: Loaded) -> list[Change]:
            changes = _removals(loaded, lambda rule: rule.ssid == name)
            return [*changes, (("network_guard", "wifi", APPEND), written)]

        self._parts.config = edit(self._parts.paths, planned).config
        return next(view for view in self.listed() if view.ssid_hex == name.hex())

    def remove(self, name: str, *, octets: bool = False) -> NetworkView:
        """Take a network out of the user's list, by its name or what it is called.

        :param octets: the name is in hexadecimal.
        :raises NotListed: it is not in it. :raises NetworksManaged: it is the organisation's.
        """
        if octets and (wrong := ssid_hex(name)):
            raise UsageError(f"The name {wrong}.")
        raw = bytes.fromhex(name) if octets else name.encode("utf-8", "surrogateescape")
        removed: list[WifiRule] = []

        def planned(loaded: Loaded) -> list[Change]:
            rules = [wifi_rule(wifi) for wifi in loaded.config.network_guard.wifi]
            found = [rule for rule in rules if rule.ssid == raw]
            if not found and not octets:
                found = [rule for rule in rules if rule.label == name]
            if not found:
                raise NotListed(resource=name)
            if not (changes := _removals(loaded, lambda rule: rule in found)):
                raise NetworksManaged(_who(self.rules()))
            removed[:] = found
            return changes

        self._parts.config = edit(self._parts.paths, planned).config
        return _view(removed[0])

    def allow_once(self, seconds: float) -> float:
        """Allow the network of this moment for a while; until when.

        :raises NothingToAllow: there is none. :raises NetworksManaged: it is not permitted.
        """
        rules = self.rules()
        if not rules.allow_once:
            raise NetworksManaged(_who(rules))
        until = self._parts.guard.allow_once(seconds, self._parts.config.accounts)
        if until is None:
            raise NothingToAllow
        return until

    def _check_may_list(self) -> None:
        rules = self.rules()
        if rules.managed is not None and not rules.allow_user_networks:
            raise NetworksManaged(_who(rules))

    def here(self) -> Link:
        """The Wi-Fi that this computer is on, with its name: somebody asked for it.

        :raises NoWifi: it is on none whose name can be read.
        """
        for way in self._parts.guard.here():
            for link in (way.link, *way.underlays):
                if link.kind is Kind.WIFI and link.ssid and link.ssid.strip(b"\0"):
                    return link
        raise NoWifi


def next_hop(opened: OpenAccount) -> Target:
    """Whom an account talks to: its server, or the proxy before it."""
    host = urlsplit(opened.settings.urls[0]).hostname or ""
    proxy = opened.parts.config.network.proxy
    if proxy and not (is_loopback(host) or is_localhost_name(host)):
        return Target(*origin_of(proxy), "explain")
    return Target(*origin_of(opened.settings.urls[0]), "explain")


def as_text(name: bytes) -> str | None:
    """A network's name as text, if it is one that can be written down and given again."""
    try:
        text = name.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text.isprintable() else None


def _view(rule: WifiRule) -> NetworkView:
    return NetworkView(
        rule.label,
        as_text(rule.ssid),
        rule.ssid.hex(),
        rule.security,
        tuple(sorted(rule.bssids)),
        rule.source,
    )


def values(name: bytes, new: NewNetwork) -> dict[str, str | list[str]]:
    """An entry of the list as the settings have it."""
    text = as_text(name)
    entry: dict[str, str | list[str]] = {"label": new.label} if new.label else {}
    entry |= {"ssid_hex": name.hex()} if text is None else {"ssid": text}
    if new.security is not None:
        entry["security"] = new.security.value
    if new.bssids:
        entry["bssids"] = [mac.lower() for mac in new.bssids]
    return entry


def _removals(loaded: Loaded, which: Callable[[WifiRule], bool]) -> list[Change]:
    """Changes that take entries of the user's out; the last first, so that the numbers stay right.

    Where the user may add to a managed list, the user's entries come first.
    """
    path = ("network_guard", "wifi")
    managed = loaded.stack.managed(path) if loaded.stack.may_add(path) else None
    rules = [wifi_rule(wifi) for wifi in loaded.config.network_guard.wifi]
    rules = rules[: len(rules) - (len(managed.value) if managed else 0)]
    numbers = [number for number, rule in enumerate(rules, 1) if which(rule)]
    return [(("network_guard", "wifi", str(number)), None) for number in reversed(numbers)]


def _who(rules: Rules) -> str:
    if rules.managed is None:
        return "the settings do not permit it"
    support = f" ({rules.managed.support})" if rules.managed.support else ""
    return f"{rules.managed.name}{support} decides which networks are allowed"
