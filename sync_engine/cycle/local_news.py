"""What the local side has that the base does not: asked without the network.

A watcher says that something happened in a folder. Mostly that was kSync itself, or a
program that only looked. A look at the folder tells, for the price of a scan, whether a
cycle has anything to do there.
"""

from __future__ import annotations

from sync_engine.base_store.store import BaseStore
from sync_engine.core.content.facts import content_hash
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Delta
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import CollectionReplica, Loaded

GONE = ""
Deviation = tuple[ResourceId, str]
"""A local name, and the hash of its text now (``GONE``: it is not there)."""


def deviations(
    store: BaseStore, collection: int, replica: CollectionReplica
) -> frozenset[Deviation]:
    """Every resource that is not as the base has it. A text that cannot be read is none.

    :raises ReplicaUnavailable: the folder is not there (which is not: empty).
    """
    observation = replica.observe(None)
    if isinstance(observation, Delta):
        raise ReplicaUnavailable("a local store gave a partial listing")
    known = {base.local_id: base for base in store.base.of(collection)}
    there = observation.items.keys() | observation.failed.keys()
    found = {(name, GONE) for name in known.keys() - there}
    suspects = [
        name
        for name, seen in observation.items.items()
        if name not in known
        or seen.fingerprint is None
        or seen.fingerprint != known[name].local_fingerprint
    ]
    for batch in replica.get(suspects):
        for name, got in batch.items():
            if isinstance(got, Loaded):
                text = content_hash(got.body)
                if name not in known or text != known[name].local_content:
                    found.add((name, text))
    return frozenset(found)
