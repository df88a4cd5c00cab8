"""From an address to evidence: the system, then the providers, then a short memory.

Rules
-----
* What was found is believed for ten seconds where everybody who told it also tells
  of changes, for one second otherwise, and not at all once something changed: before
  each use the kernel's and the services' messages are read.
* What changes while it is being read is read again; if that does not end, nothing is
  known.
* A provider is asked only if the rules need what it knows. Without such a rule no
  connection to a bus is made.
* The kind that a network service states is believed where the kernel knows no
  better: never against a phone, a modem or a VPN that the kernel sees.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from ksync.network import bus
from ksync.network.evidence import Evidence, Kind, Link, Permission, Reach
from ksync.network.netlink import RouteMonitor
from ksync.network.providers.port import Facts, Needs, Provider, Unavailable
from ksync.network.rules import Rules
from ksync.network.system import Interface, System

LIFE_SECONDS = 10.0
LIFE_WITHOUT_SIGNALS = 1.0
_TRIES = 5

_STAYS = frozenset({Kind.CELLULAR, Kind.BLUETOOTH, Kind.USB_TETHERING, Kind.LOOPBACK, Kind.VPN})
"""Kinds that the kernel knows better than any service."""

_NEVER_WIFI = _STAYS | {Kind.ETHERNET}

_PHYSICAL = frozenset(
    {*(Kind.WIFI, Kind.ETHERNET, Kind.CELLULAR, Kind.BLUETOOTH, Kind.USB_TETHERING), Kind.UNKNOWN}
)
"""Kinds that may be below a VPN."""


def clock() -> float:
    """Seconds that go on while the machine sleeps."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


@dataclass(frozen=True, slots=True)
class Providers:
    """Who is asked, in this order, and what tells of changes.

    :param names: bus names to listen to.
    :param close: closes what they hold open.
    """

    ask: Sequence[Provider]
    where: str = ""
    names: tuple[str, ...] = ()
    close: Callable[[], None] = lambda: None


def providers(*, trusted_only: bool) -> Providers:
    """Those of this platform; importing them costs, so it is done here."""
    if sys.platform == "darwin":
        from ksync.network.providers.corewlan import CoreWlan  # noqa: PLC0415  macOS alone

        return Providers([CoreWlan()])
    if sys.platform == "win32":
        from ksync.network.providers.wlanapi import WlanApi  # noqa: PLC0415  Windows alone

        return Providers([WlanApi()])
    from ksync.network.providers import (  # noqa: PLC0415  needs D-Bus
        iw,
        iwd,
        networkmanager,
        wpa_supplicant,
    )

    where = bus.address(trusted_only=trusted_only)
    calls = bus.Bus(where, trusted_only=trusted_only)
    return Providers(
        [
            networkmanager.NetworkManager(calls),
            iwd.Iwd(calls),
            wpa_supplicant.WpaSupplicant(calls),
            iw.Iw(),
        ],
        where,
        (networkmanager.NAME, iwd.NAME, wpa_supplicant.NAME),
        calls.close,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    evidence: Evidence
    until: float


class Observer:
    """What is known of the ways out of this machine. Thread-safe.

    :param make_providers: called when a provider is first needed.
    :param system: :param clock: replaced in tests.
    """

    def __init__(
        self,
        make_providers: Callable[[], Providers],
        system: System | None = None,
        clock: Callable[[], float] = clock,
    ) -> None:
        self._make_providers = make_providers
        self._system = system or System()
        self._clock = clock
        self._lock = threading.RLock()
        self._known: dict[tuple[str, Needs], _Known] = {}
        self._providers: Providers | None = None
        self._routes: RouteMonitor | None = None
        self._signals: bus.SignalMonitor | None = None
        self._told: list[Callable[[], None]] = []
        self.changes = 0
        """How often something changed; for whoever waits for that."""

    def evidence(self, rules: Rules, address: str, port: int = 0) -> Evidence:
        """The way to an address, as it is now; never fails."""
        needs = Needs.of(rules)
        with self._lock:
            self.notice()
            key = (address, needs)
            known = self._known.get(key)
            if known is not None and self._clock() < known.until:
                return known.evidence
            for _ in range(_TRIES):
                before = self._listen(needs)
                evidence, lasting = self._collect(address, port, needs)
                self.notice()
                if self.changes == before:
                    if lasting:
                        self._known[key] = _Known(evidence, self._clock() + lasting)
                    return evidence
            return Evidence(address, link=Link(error="the network is changing"))

    def notice(self) -> bool:
        """Read what the kernel and the services told; ``True``: something changed."""
        with self._lock:
            changed = False
            if self._routes is not None:
                try:
                    changed = self._routes.changed()
                except OSError:
                    self._routes.close()
                    self._routes, changed = None, True
            if self._signals is not None:
                try:
                    changed = self._signals.changed() or changed
                except bus.BusFailed:
                    self._signals.close()
                    self._signals, changed = None, True
            if changed:
                self.changes += 1
                self._known.clear()
                for tell in self._told:
                    tell()
            return changed

    def subscribe(self, tell: Callable[[], None]) -> Callable[[], None]:
        """Have ``tell`` called, briefly, by whoever notices a change; returns what ends it."""
        with self._lock:
            self._told.append(tell)

        def end() -> None:
            with self._lock:
                self._told.remove(tell)

        return end

    def sources(self, needs: Needs) -> tuple[list[int], bool]:
        """Descriptors that become readable when something changes, for select(2), and
        whether all changes are told.
        """
        with self._lock:
            self._listen(needs)
            wanted = [self._routes, *([self._signals] if needs.service else [])]
            found = [one.fileno() for one in wanted if one is not None]
            return found, None not in wanted

    def close(self) -> None:
        """Stop listening."""
        with self._lock:
            for one in (self._routes, self._signals):
                if one is not None:
                    one.close()
            self._routes = self._signals = None
            if self._providers is not None:
                self._providers.close()
            self._known.clear()

    def _listen(self, needs: Needs) -> int:
        """Hear of changes from here on, as far as that is possible; before anything is read."""
        if self._routes is None:
            with suppress(OSError):
                self._routes = RouteMonitor()
        if needs.service:
            if self._providers is None:
                self._providers = self._make_providers()
            if self._signals is None and self._providers.names:
                with suppress(bus.BusFailed):
                    self._signals = bus.SignalMonitor(self._providers.where, self._providers.names)
        return self.changes

    def _collect(self, address: str, port: int, needs: Needs) -> tuple[Evidence, float]:
        """Evidence, and how long it may be believed."""
        try:
            egress = self._system.egress(address, port)
            interfaces = self._system.interfaces()
        except (OSError, ValueError) as error:
            reason = type(error).__name__
            return Evidence(address, link=Link(error=f"the system does not say: {reason}")), 0.0
        if egress.reach is not Reach.ROUTED:
            link = Link("lo", Kind.LOOPBACK) if egress.reach is Reach.LOOPBACK else Link()
            return Evidence(address, egress.reach, egress.source, link), self._life(())
        found = interfaces.get(egress.interface or "")
        if found is None:
            link = Link(error="no interface has the address that traffic leaves from")
            return Evidence(address, egress.reach, egress.source, link), 0.0
        facts = self._facts(found, egress.source, needs)
        link = replace(_link(found, facts), gateway_mac=egress.gateway_mac)
        asked = [facts]
        below: list[Link] = []
        if link.kind is Kind.VPN:
            for one in interfaces.values():
                if one.name == link.interface or not one.carries:
                    continue
                if facts is not None and facts.base not in (None, one.name):
                    continue
                told = self._facts(one, None, needs)
                under = _link(one, told)
                if under.kind in _PHYSICAL:
                    mac = self._gateway_of(one)
                    below.append(replace(under, gateway_mac=mac))
                    asked.append(told)
        evidence = Evidence(address, egress.reach, egress.source, link, tuple(below))
        return evidence, self._life(asked)

    def _gateway_of(self, interface: Interface) -> str | None:
        try:
            return self._system.gateway_mac(interface)
        except OSError:
            return None

    def _life(self, asked: Sequence[Facts | None]) -> float:
        if self._routes is None:
            return LIFE_WITHOUT_SIGNALS
        by_name = {one.name: one.signals for one in self._providers.ask} if self._providers else {}
        told = [facts.provider for facts in asked if facts is not None and facts.provider]
        deaf = self._signals is None or not all(by_name[name] for name in told)
        return LIFE_WITHOUT_SIGNALS if told and deaf else LIFE_SECONDS

    def _facts(self, interface: Interface, source: str | None, needs: Needs) -> Facts | None:
        """What the first provider that knows the interface says of it."""
        if not needs.service or self._providers is None:
            return None
        errors: dict[str, list[str]] = {}
        partial: Facts | None = None
        for provider in self._providers.ask:
            if provider.wifi_only and interface.kind in _NEVER_WIFI:
                continue
            try:
                facts = provider.read(interface.name, source, needs)
            except Unavailable as error:
                errors.setdefault(str(error), []).append(provider.name)
                continue
            if facts is not None:
                wanting = needs.ssid and facts.kind is Kind.WIFI and facts.ssid is None
                if not wanting or facts.permission is not Permission.OK:
                    return facts if partial is None else _joined(partial, facts)
                partial = partial or facts
        if partial is not None:
            return partial
        told = "; ".join(f"{', '.join(names)}: {error}" for error, names in errors.items())
        return Facts("", error=told) if errors else None


def _joined(first: Facts, second: Facts) -> Facts:
    """The second's name of the network, with what only the first knows."""
    return replace(second, metered=first.metered, captive=first.captive)


def _link(interface: Interface, facts: Facts | None) -> Link:
    link = Link(interface.name, interface.kind)
    if facts is None:
        return link
    return replace(
        link,
        kind=_kind(interface.kind, facts.kind),
        ssid=facts.ssid,
        bssid=facts.bssid,
        security=facts.security,
        mode=facts.mode,
        metered=facts.metered,
        captive=facts.captive,
        permission=facts.permission,
        connection=facts.connection,
        provider=facts.provider,
        error=facts.error,
    )


def _kind(kernel: Kind, told: Kind | None) -> Kind:
    if told is None or kernel in _STAYS or told is kernel:
        return kernel
    if kernel is Kind.WIFI:
        # a wired network that the kernel takes for Wi-Fi is neither
        return Kind.UNKNOWN
    return told
