"""The decision of the guard: ``decide(rules, evidence)``, pure and total.

Rules
-----
* Row 12 walks the rows of the network below a VPN; where several may be below it,
  all of them have to be allowed.
* Row 27 is looked at last, over the row that denied.
* Row 5 is about a server with several addresses: ``judge``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ksync.network.case import Case
from ksync.network.evidence import Evidence, Reach
from ksync.network.rules import Rules
from ksync.network.table import TABLE, Row
from ksync.network.verdict import Code, Verdict

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
