"""The network guard's verdict for each account, with what it rests on."""

from __future__ import annotations

from ksync.composition import Parts
from ksync.doctor.findings import Finding, State
from ksync.service.network import Network
from ksync.service.network_words import hint, sentence, way_lines
from sync_engine.errors import GateDenied


def verdict(parts: Parts, name: str, *, look_up: bool) -> Finding:
    """Whether the account may talk to its server now, and what is known of the way there.

    :param look_up: the server's name may be resolved, if the guard allows that.
    """
    network = Network(parts)
    found = network.explain(name)[0] if look_up else network.explain_now(name)
    seen = dict.fromkeys("; ".join(way_lines(way, found.rules)) for way, _ in found.ways)
    known = f" What is known: {' / '.join(seen)}." if seen else ""
    message = f"{sentence(found.verdict)}{known}"
    if found.verdict.allowed:
        return Finding("network", State.OK, message, "", name)
    return Finding(
        "network",
        State.PROBLEM,
        message,
        hint(found.verdict, found.rules),
        name,
        GateDenied.reference,
        str(found.verdict.code),
    )
