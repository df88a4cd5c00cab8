"""Hosts that asked to be left alone (429, 503), remembered over the end of the process.

RFC 9110 §10.2.3: Retry-After is for the client, not for one of its processes. A restart
is no reason to ask again.
"""

from __future__ import annotations

import json

from sync_engine.base_store.store import BaseStore

FACT = "hosts"
"""JSON: host -> the moment (seconds since the epoch) until which it is left alone."""

LONGEST = 3600.0 * 1.2
"""The transport believes an hour at most (``backoff.Limits.longest``), and its jitter."""


def held(store: BaseStore, now: float) -> dict[str, float]:
    """Those that are still held back.

    A moment farther away than any pause can be was written by a clock that has since
    been put back: it is not believed.
    """
    stored = store.runs.fact(FACT)
    if stored is None:
        return {}
    found: dict[str, float] = json.loads(stored)
    return {host: until for host, until in found.items() if now < until <= now + LONGEST}


def keep(store: BaseStore, hosts: dict[str, float]) -> None:
    """Remember these, and no others."""
    text = json.dumps(hosts, sort_keys=True)
    if text != (store.runs.fact(FACT) or "{}"):
        store.runs.set_fact(FACT, text)
