"""Collections that were deleted with ``ksync``: what is here of them, and what is kept.

The order of a deletion is: texts into the history, intent, request, answer, folder. A
process may end between any two; what is left to do is found by the intent.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from ksync.composition import OpenAccount, marker_key
from ksync.sides import StoreSide
from ksync.stores import place, store_of
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.history import Version
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.resolution import Reason
from sync_engine.cycle.retiring import empty
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import CollectionReplica, Create, Stored


def finish(opened: OpenAccount) -> None:
    """Finish deletions that the server carried out and that were interrupted here.

    The caller holds the account's lock. A folder that is not there now is for later.
    """
    store = opened.store
    pending = store.operations.pending(opened.parts.clock())
    for row in store.collections.all():
        if pending.gone(row.id):
            run = int(store.runs.fact(run_fact(row)) or 0)
            with suppress(ReplicaUnavailable):
                put_away(opened, row, run, opened.parts.clock())


def put_away(opened: OpenAccount, row: CollectionRow, run: int, now: float) -> list[str]:
    """Remove the folder of a collection that the server has deleted.

    :returns: paths of what is not ours; it stays.
    :raises ReplicaUnavailable: the folder is not there now.
    """
    left: list[str] = []
    if row.local_name is not None:
        local, name = StoreSide(opened).open(row)
        empty(opened.store, row, local, run, now)
        key = marker_key(opened.settings.id, row.marked_url)
        store = store_of(opened, row)
        folder = place(opened, row, name)
        left = [str(folder / foreign) for foreign in store.remove(name, key, resources=False)]
    with opened.store.transaction("put away"):
        opened.store.unbind(row.id)
        opened.store.collections.mark_deleted(row.id, now)
    return left


def run_fact(row: CollectionRow) -> str:
    """Under which key the run that deleted it is remembered."""
    return f"deleted-{row.id}"


def last_versions(opened: OpenAccount, row: CollectionRow) -> list[Version]:
    """What was in a collection when it was deleted, one version for each resource."""
    run = int(opened.store.runs.fact(run_fact(row)) or 0)
    found: dict[ResourceId | None, Version] = {}
    for version in opened.store.history.newest(row.id):
        if version.run == run and version.reason is Reason.DELETED:
            found.setdefault(version.local_id or version.href, version)
    return list(found.values())


def write_files(
    local: CollectionReplica, versions: Sequence[Version], bodies: Sequence[bytes]
) -> int:
    """Write these versions as new files; returns how many were written."""
    taken: set[ResourceId] = set()
    operations = []
    for version, body in zip(versions, bodies, strict=True):
        name = local.new_id(version.local_id or version.uid or "", taken.__contains__)
        taken.add(name)
        operations.append(Create(name, body))
    return sum(isinstance(outcome, Stored) for outcome in local.apply(operations))
