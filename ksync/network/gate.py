"""The gate of an account: what the transport asks before each request.

Theory
------
Stage 1, ``before_lookup``: where a name would have to be resolved, the ways that a
look-up takes are judged, which are the default route of each family and the way to
each name server; all of them have to be allowed. A literal address, and this machine
by its name, are judged themselves.

Stage 2, ``choose``: each address is judged, and those that are allowed come back as
routes that are bound to the interface and the source address they were judged by. A
kept connection is asked for its own address each time (``transport.network``).

Rules
-----
* Whatever fails denies. A denial's words name no network.
* A guard that is off looks at nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ksync.network.decide import Judgement, judge
from ksync.network.evidence import Evidence, Reach
from ksync.network.observer import Observer
from ksync.network.once import Once
from ksync.network.rules import Mode, Rules
from ksync.network.verdict import Code
from sync_engine.errors import GateDenied
from sync_engine.transport.port import Route, Target
from sync_engine.transport.targets import is_localhost_name, is_loopback, literal

RESOLVER_FILE = Path("/etc/resolv.conf")

ANYWHERE = ("198.41.0.4", "2001:503:ba3e::2:30")
"""An address of the root name servers for each family: the default route leads there."""


class GuardGate:
    """Implements ``sync_engine.transport.port.Gate``. Thread-safe.

    :param rules: what holds now; asked each time.
    """

    def __init__(
        self,
        rules: Callable[[], Rules],
        observer: Callable[[Rules], Observer],
        once: Once,
        resolver_file: Path = RESOLVER_FILE,
    ) -> None:
        self._rules = rules
        self._observer = observer
        self._once = once
        self._resolver_file = resolver_file
        self._used: tuple[Target, tuple[str, ...]] | None = None

    def before_lookup(self, target: Target) -> None:
        """See ``Gate``."""
        rules = self._checked_rules()
        if _is_off(rules):
            return
        if literal(target.host) is not None:
            self._allowed(rules, [target.host], target)
        elif is_localhost_name(target.host):
            self._allowed(rules, ["127.0.0.1"], target)
        else:
            self._lookup_allowed(rules, target)

    def choose(self, target: Target, addresses: Sequence[str]) -> Sequence[Route]:
        """See ``Gate``."""
        rules = self._checked_rules()
        if _is_off(rules):
            return [Route(address) for address in addresses]
        evidence, judgement = self._allowed(rules, addresses, target)
        self._used = (target, tuple(addresses))
        by_address = {one.address: one for one in evidence}
        return [_route(by_address[address]) for address in judgement.allowed]

    def still_allows(self) -> bool:
        """Whether what it allowed last is allowed now."""
        if self._used is None:
            return True
        try:
            self.before_lookup(self._used[0])
            self.choose(*self._used)
        except GateDenied:
            return False
        return True

    def lookup_ways(self, rules: Rules) -> list[Evidence]:
        """Evidence for the ways that a look-up of a name takes."""
        servers = [one for one in name_servers(self._resolver_file) if not is_loopback(one)]
        ways = [self._evidence(rules, address, 53) for address in (*ANYWHERE, *servers)]
        return [one for one in ways if one.reach is not Reach.NO_ROUTE]

    def ways(self, rules: Rules, addresses: Sequence[str], port: int) -> list[Evidence]:
        """Evidence for the ways to addresses."""
        return [self._evidence(rules, address, port) for address in addresses]

    def _evidence(self, rules: Rules, address: str, port: int) -> Evidence:
        found = self._observer(rules).evidence(rules, address, port)
        return self._once.applied(found)

    def _checked_rules(self) -> Rules:
        try:
            return self._rules()
        except Exception as error:
            raise GateDenied(Code.UNKNOWN, f"no rules: {type(error).__name__}") from error

    def _lookup_allowed(self, rules: Rules, target: Target) -> None:
        try:
            ways = self.lookup_ways(rules)
            judgements = [judge(rules, [way]) for way in ways] or [judge(rules, [])]
        except Exception as error:
            raise _failed(error, target) from error
        for judgement in judgements:
            _raise_if_denied(judgement, target)

    def _allowed(
        self, rules: Rules, addresses: Sequence[str], target: Target
    ) -> tuple[list[Evidence], Judgement]:
        try:
            evidence = self.ways(rules, addresses, target.port)
            judgement = judge(rules, evidence)
        except Exception as error:
            raise _failed(error, target) from error
        _raise_if_denied(judgement, target)
        return evidence, judgement


def name_servers(file: Path) -> list[str]:
    """The literal addresses of the configured name servers."""
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    words = (line.split() for line in lines)
    found = [
        parts[1].partition("%")[0] for parts in words if parts[:1] == ["nameserver"] and parts[1:]
    ]
    return [one for one in found if literal(one) is not None]


def _is_off(rules: Rules) -> bool:
    return rules.mode is Mode.OFF and rules.policy_error is None


def _raise_if_denied(judgement: Judgement, target: Target) -> None:
    verdict = judgement.verdict
    if not verdict.allowed:
        raise GateDenied(
            verdict.code, verdict.link.interface or str(verdict.code), where=target.host
        )


def _failed(error: Exception, target: Target) -> GateDenied:
    return GateDenied(Code.UNKNOWN, f"the guard failed: {type(error).__name__}", where=target.host)


def _route(way: Evidence) -> Route:
    """Bound to what was judged. What stays on this machine has no interface to hold it."""
    if way.reach is Reach.LOOPBACK:
        return Route(way.address, source=way.source)
    return Route(way.address, interface=way.link.interface, source=way.source)
