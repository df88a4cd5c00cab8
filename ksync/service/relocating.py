"""A collection moves to another store on this computer; the server is not asked.

Theory
------
A store hands out the texts that it was given, octet for octet, whatever it makes of them
for its own programs. So what both sides agreed on stays true when the texts are handed
from one store to another under the same names, and the next sync has nothing to do but
what it would have had to do anyway: an edit that was not uploaded yet is still one, and
so is a deletion.

Rules
-----
* First everything is in the new place, then the state says so (in one transaction), then
  the old place is emptied. Whatever breaks it off, one of them is whole.
* What cannot be read in the old place, or is refused in the new one, keeps the collection
  where it is.
* In the old place a text is deleted in the version that was copied; what somebody wrote
  there in the meantime stays, and is told.
* What is in the new place already, from a move that was broken off, is taken as it is if
  it says the same. Another text goes to the history before ours takes its place.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

import msgspec

from ksync.composition import OpenAccount, marker_key
from ksync.config.model import Store
from ksync.paths import ensure_private
from ksync.reporting.errors import AppError
from ksync.sides import shown_info
from ksync.stores import keep_in, local_store, where_now
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.history import NewVersion
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Delta
from sync_engine.core.resolution import Reason
from sync_engine.errors import EngineError, ReplicaUnavailable
from sync_engine.replicas.port import (
    CollectionReplica,
    Create,
    Delete,
    Loaded,
    Operation,
    Replace,
    Stored,
)
from sync_engine.replicas.vdir.disk import translated

_log = logging.getLogger(__name__)


class MoveRefused(AppError):
    """A collection stays in the store that it is in."""

    reference = "store.move_refused"


class _Leaving(msgspec.Struct, frozen=True):
    """A place that is to be emptied."""

    store: Store
    name: str


_LEAVING = msgspec.json.Decoder(_Leaving)


def follow_stores(opened: OpenAccount) -> None:
    """Before a cycle: move what the settings want elsewhere; end what was broken off.

    What cannot be moved now stays where it is and is synced there; ``relocate`` says why
    when it is asked for. The caller holds the account's lock.
    """
    for row in opened.store.collections.all():
        try:
            finish(opened, row)
            relocate(opened, row)
        except (EngineError, MoveRefused) as error:
            _log.warning("a collection stays in its store: %s", error.reference)


def relocate(opened: OpenAccount, row: CollectionRow) -> None:
    """Move a collection to where the settings want it, if it is not there.

    The caller holds the account's lock.

    :raises MoveRefused: it stays where it is.
    :raises EngineError: a store cannot be used now; it stays where it is.
    """
    before, after = where_now(opened, row), opened.settings.store_of(row.slug)
    if row.local_name is None or before is after:
        return
    what = f"{opened.name}/{row.slug}"
    if opened.store.intents.of(row.id):
        raise MoveRefused("its last upload is not confirmed yet: sync first", collection=what)
    if after is Store.VDIR:
        with translated(opened.data_folder):
            ensure_private(opened.data_folder, own=not opened.settings.path)
    key = marker_key(opened.settings.id, row.marked_url)
    old = local_store(opened, row.info.kind, before).open(row.local_name, key)
    texts = _read(old, what)
    target = local_store(opened, row.info.kind, after)
    name = target.create(key, shown_info(opened, row))
    try:
        _fill(opened, row, target.open(name, key), texts, what)
        if _read(old, what) != texts:
            raise MoveRefused("somebody is writing into it: try again", collection=what)
    except (EngineError, MoveRefused):
        # of what was made for it nothing stays, or it would be there twice
        with suppress(EngineError):
            _take_away(target.open(name, key), {id_: one.body for id_, one in texts.items()})
            target.remove(name, key, resources=False)
        raise
    leaving = _Leaving(before, row.local_name)
    with opened.store.transaction("store changed"):
        for base in opened.store.base.of(row.id):
            # its fingerprint is the old place's: the text is read again
            opened.store.base.put(row.id, replace(base, local_fingerprint=None))
        opened.store.collections.set_local_name(row.id, name)
        keep_in(opened.store, row, after)
        opened.store.runs.set_fact(_fact(row), msgspec.json.encode(leaving).decode())
    finish(opened, row)


def finish(opened: OpenAccount, row: CollectionRow) -> None:
    """Empty the place that a collection was moved out of, now or the next time.

    :raises EngineError: one of the places cannot be used now.
    """
    told = opened.store.runs.fact(_fact(row))
    now = opened.store.collections.get(row.id)
    if told is None or now.local_name is None:
        return
    leaving = _LEAVING.decode(told)
    key = marker_key(opened.settings.id, row.marked_url)
    where = where_now(opened, now)
    if leaving.store is where:
        # it lives there again: that place is no old one any more
        opened.store.runs.forget_fact(_fact(row))
        return
    here = local_store(opened, row.info.kind, where).open(now.local_name, key)
    there, _ = _texts(here)
    store = local_store(opened, row.info.kind, leaving.store)
    try:
        old = store.open(leaving.name, key)
    except ReplicaUnavailable:
        return  # not mounted, or emptied and not written down: looked for again
    _take_away(old, {id_: one.body for id_, one in there.items()})
    left = store.remove(leaving.name, key, resources=False)
    if left:
        _log.warning("written after the collection moved, and left there: %d", len(left))
    opened.store.runs.forget_fact(_fact(row))


def _fact(row: CollectionRow) -> str:
    return f"leaving-{row.id}"


def _read(replica: CollectionReplica, what: str) -> dict[ResourceId, Loaded]:
    """Every text, with its fingerprint.

    :raises MoveRefused: one cannot be read.
    """
    found, unread = _texts(replica)
    if unread:
        raise MoveRefused(f"cannot be read: {', '.join(unread[:5])}", collection=what)
    return found


def _texts(replica: CollectionReplica) -> tuple[dict[ResourceId, Loaded], list[ResourceId]]:
    """What can be read, and the names of the rest."""
    seen = replica.observe(None)
    if isinstance(seen, Delta):
        raise ReplicaUnavailable("a partial listing")
    found = {
        id_: got
        for batch in replica.get(list(seen.items))
        for id_, got in batch.items()
        if isinstance(got, Loaded)
    }
    return found, sorted({*seen.failed, *(seen.items.keys() - found.keys())})


def _fill(
    opened: OpenAccount,
    row: CollectionRow,
    new: CollectionReplica,
    texts: Mapping[ResourceId, Loaded],
    what: str,
) -> None:
    """Put all of it into the new place; what was there stays in the history.

    :raises MoveRefused: the new store does not take one of them.
    """
    there, _ = _texts(new)
    operations: list[Operation] = []
    replaced: list[NewVersion] = []
    for id_, one in texts.items():
        other = there.get(id_)
        if other is None:
            operations.append(Create(id_, one.body))
        elif other.body != one.body:
            content = opened.store.contents.put(other.body)
            uid = uid_of(other.body)
            replaced.append(
                NewVersion("local", Reason.OVERWRITTEN, None, id_, uid, content, counted=False)
            )
            operations.append(Replace(id_, other.fingerprint, other.body, one.body))
    if replaced:
        now = opened.parts.clock()
        run = opened.store.runs.begin("move", now)
        opened.store.history.keep(run, row.id, now, replaced)
        opened.store.runs.end(run, opened.parts.clock(), "done", b"{}")
    outcomes = zip(operations, new.apply(operations), strict=True)
    refused = sorted(op.id for op, outcome in outcomes if not isinstance(outcome, Stored))
    if refused:
        raise MoveRefused(f"not accepted there: {', '.join(refused[:5])}", collection=what)


def _take_away(replica: CollectionReplica, texts: Mapping[ResourceId, bytes]) -> None:
    """Delete what says the same as in ``texts``, in just that version."""
    there, _ = _texts(replica)
    alike = [(id_, one) for id_, one in there.items() if texts.get(id_) == one.body]
    # what was written a moment ago answers with a conflict, and stays
    list(replica.apply([Delete(id_, one.fingerprint, one.body) for id_, one in alike]))
