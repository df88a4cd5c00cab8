"""The guard as the application has it: gates, explanations, and being told of changes.

Observers (what is known of the network) are the process's: settings are read anew
often, and connections to the system's services should outlive that.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.network.decide import Judgement, decide, judge
from ksync.network.evidence import Evidence, Reach
from ksync.network.gate import GuardGate
from ksync.network.observer import Observer, providers
from ksync.network.once import Once
from ksync.network.rules import Mode, Rules, WifiRule
from ksync.network.verdict import Verdict
from ksync.network.watch import Watch
from sync_engine.errors import GateDenied, NameNotResolved
from sync_engine.transport.targets import is_localhost_name, literal

if TYPE_CHECKING:
    from sync_engine.transport.port import Target
    from sync_engine.transport.resolver import Resolver

RulesOf = Callable[[str | None], Rules]

_OBSERVERS: dict[bool, Observer] = {}
_LOCK = threading.Lock()


def observer_for(rules: Rules) -> Observer:
    """The process's observer; a managed guard has one that trusts root's services alone."""
    trusted_only = rules.managed is not None
    with _LOCK:
        if trusted_only not in _OBSERVERS:
            if not _OBSERVERS:
                atexit.register(_close_observers)
            _OBSERVERS[trusted_only] = Observer(lambda: providers(trusted_only=trusted_only))
        return _OBSERVERS[trusted_only]


def _close_observers() -> None:
    with _LOCK:
        while _OBSERVERS:
            _OBSERVERS.popitem()[1].close()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an account may talk to its server now, or not.

    :param host: whom the account would talk to: its server, or the proxy before it.
    :param looked_up: whether the host's name was resolved (it is not, if that is denied).
    :param ways: what is known of each way that was judged, with its verdict.
    """

    account: str | None
    host: str
    rules: Rules
    verdict: Verdict
    looked_up: bool
    ways: tuple[tuple[Evidence, Verdict], ...] = ()


class Guard:
    """The network guard over the rules of now.

    :param rules: those of an account; ``None``: those for all.
    :param state: the folder that the state is kept in.
    """

    def __init__(self, rules: RulesOf, state: Path) -> None:
        self.rules = rules
        self.once = Once(state / "allow-once.json")

    def gate(self, account: str | None) -> GuardGate:
        """What the transport of an account asks."""
        return GuardGate(lambda: self.rules(account), observer_for, self.once)

    def attend(
        self, account: str | None, gate: GuardGate, void: Callable[[], None]
    ) -> Watch | None:
        """Call ``void`` as soon as the network changes and the gate allows it no more.

        ``None`` where the guard is off.
        """
        if self.rules(account).mode is Mode.OFF:
            return None

        def changed() -> None:
            if not gate.still_allows():
                void()

        return Watch(observer_for, lambda: self.rules(account), changed)

    def watch(self, rules: Callable[[], Rules], changed: Callable[[], None]) -> Watch:
        """Call back, from a thread, whenever the network may be another one."""
        return Watch(observer_for, rules, changed)

    def allow_once(self, seconds: float, accounts: Iterable[str]) -> float | None:
        """Allow the networks of this moment; until when, or ``None`` where there is none."""
        ways: list[Evidence] = []
        for account in (None, *accounts):
            rules = self.rules(account)
            if rules.mode is not Mode.OFF:
                ways += self.gate(account).lookup_ways(rules)
        kept = self.once.grant(seconds, ways)
        return None if kept is None else kept.until

    def explain(
        self, account: str | None, target: Target, resolver: Resolver | None = None
    ) -> Explanation:
        """The verdict for an account's server, with what it rests on.

        A name is resolved only if the guard allows look-ups.

        :param target: whom it would talk to; with an empty host: anybody.
        """
        rules, gate = self.rules(account), self.gate(account)
        if rules.policy_error is not None or rules.mode is Mode.OFF:
            verdict = decide(rules, Evidence())
            return Explanation(account, target.host, rules, verdict, looked_up=False)
        known = _literal_of(target.host)
        if known is None:
            ways = gate.lookup_ways(rules)
            judgement = _all_of(rules, ways)
            if not judgement.verdict.allowed or not target.host:
                return _explained(account, target, rules, judgement, ways, looked_up=False)
        addresses = [known] if known else _resolved(target, gate, resolver)
        ways = gate.ways(rules, addresses, target.port)
        judgement = judge(rules, ways)
        return _explained(account, target, rules, judgement, ways, looked_up=known is None)

    def here(self) -> list[Evidence]:
        """The networks that this computer is on now, with their names: somebody asked."""
        base = self.rules(None)
        asking = Rules(
            mode=Mode.ALLOWLIST, wifi=(WifiRule(b"\0"),), managed=base.managed, ask_metered=True
        )
        return [way for way in self.gate(None).lookup_ways(asking) if way.reach is Reach.ROUTED]


def _literal_of(host: str) -> str | None:
    if is_localhost_name(host):
        return "127.0.0.1"
    return host if host and literal(host) is not None else None


def _resolved(target: Target, gate: GuardGate, resolver: Resolver | None) -> list[str]:
    from sync_engine.transport.resolver import (  # noqa: PLC0415  needed for a name alone
        GatedResolver,
        SystemResolver,
    )

    asking = GatedResolver(resolver or SystemResolver(), gate, purpose="explain")
    try:
        return list(asking.addresses(target.host, target.port))
    except (NameNotResolved, GateDenied):
        return []


def _all_of(rules: Rules, ways: Iterable[Evidence]) -> Judgement:
    """As for a look-up: every way has to be allowed."""
    judgements = [judge(rules, [way]) for way in ways] or [judge(rules, [])]
    by_address = {a: v for one in judgements for a, v in one.by_address.items()}
    verdicts = [one.verdict for one in judgements]
    return Judgement(next((v for v in verdicts if not v.allowed), verdicts[0]), by_address)


def _explained(
    account: str | None,
    target: Target,
    rules: Rules,
    judgement: Judgement,
    ways: Iterable[Evidence],
    *,
    looked_up: bool,
) -> Explanation:
    told = tuple((way, judgement.by_address[way.address]) for way in ways)
    return Explanation(account, target.host, rules, judgement.verdict, looked_up, told)
