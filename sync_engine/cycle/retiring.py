"""Before a collection is deleted: every text of it into the history; after it: the folder.

Rules
-----
* Both sides are read in full at that moment: what the last sync knew may be old. If the
  server reports news right after it was read, it is read again.
* A text that cannot be read cannot be kept: what the server does not give ends the
  undertaking, a file that cannot be read stays where it is.
* Of each resource the text that a person would want back (the side that changed last;
  the local one where both did) is marked ``deleted``, the other one ``overwritten``.
* A file is deleted only in the version that is in the history. One that was written in
  between goes there first; what is no resource stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.store import BaseStore
from sync_engine.core.changes import Base
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.identifiers import ContentHash, ResourceId, href_key
from sync_engine.core.observation import Delta, Failure, Snapshot
from sync_engine.core.resolution import Reason
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import CollectionReplica, Delete, Loaded, Removed

_ROUNDS = 4


@dataclass(slots=True)
class Texts:
    """Everything that a collection holds.

    :param unsynced: names of local files that the server does not have like that.
    :param unread: what the server has and does not give.
    """

    local: dict[ResourceId, ContentHash] = field(default_factory=dict)
    remote: dict[ResourceId, ContentHash] = field(default_factory=dict)
    unsynced: list[str] = field(default_factory=list)
    unread: dict[ResourceId, Failure] = field(default_factory=dict)


def read_all(
    store: BaseStore,
    row: CollectionRow,
    local: CollectionReplica | None,
    remote: CollectionReplica,
) -> Texts:
    """Read both sides; the texts are in the content store then, not yet in the history.

    :param local: ``None`` where there is no folder.
    :raises EngineError: a side cannot be read at all.
    """
    found = Texts()
    found.remote, found.unread = _settled(store, remote)
    if local is not None:
        found.local, unreadable = _read(store, local, _whole(local))
        base = {row.local_id: row for row in store.base.of(row.id)}
        changed = [
            name
            for name, content in found.local.items()
            if name not in base or base[name].local_content != content
        ]
        found.unsynced = sorted(map(str, (*changed, *unreadable)))
    return found


def keep_all(store: BaseStore, row: CollectionRow, texts: Texts, run: int, at: float) -> int:
    """Put all of it into the history; returns how many resources these are."""
    base = store.base.of(row.id)
    by_name = {one.local_id: one for one in base}
    by_href = {href_key(one.href): one for one in base}
    versions: list[NewVersion] = []
    paired: set[str] = set()
    for name, content in texts.local.items():
        known = by_name.get(name)
        href = known.href if known is not None else None
        there = _text_at(texts.remote, href)
        mine = _wanted_back(known, content, there)
        versions.append(_version(store, "local", content, href, name, first=mine))
        if there is not None and href is not None:
            paired.add(href_key(href))
            if there != content:
                versions.append(_version(store, "remote", there, href, name, first=not mine))
    for href, content in texts.remote.items():
        if href_key(href) not in paired:
            known = by_href.get(href_key(href))
            was = known.local_id if known is not None else None
            versions.append(_version(store, "remote", content, href, was, first=True))
    store.history.keep(run, row.id, at, versions)
    return sum(version.reason is Reason.DELETED for version in versions)


def empty(
    store: BaseStore, row: CollectionRow, local: CollectionReplica, run: int, at: float
) -> None:
    """Delete the resources of the local side, each in a version that is in the history.

    What goes on being written, or cannot be read, stays.
    """
    for _ in range(_ROUNDS):
        snapshot = _whole(local)
        if not snapshot.items:
            return
        for batch in local.get(list(snapshot.items)):
            loaded = {name: got for name, got in batch.items() if isinstance(got, Loaded)}
            _keep_unknown(store, row, [(n, got.body) for n, got in loaded.items()], run, at)
            deletions = [Delete(n, got.fingerprint, got.body) for n, got in loaded.items()]
            for outcome in local.apply(deletions):
                if not isinstance(outcome, Removed):
                    break  # written a moment ago: it is read again


def _keep_unknown(
    store: BaseStore,
    row: CollectionRow,
    files: Sequence[tuple[ResourceId, bytes]],
    run: int,
    at: float,
) -> None:
    fresh: list[NewVersion] = []
    with store.transaction("kept"):
        for name, body in files:
            content = store.contents.put(body)
            if not store.history.knows(row.id, uid_of(body), content):
                fresh.append(_version(store, "local", content, None, name, first=True))
        store.history.keep(run, row.id, at, fresh)


_Read = tuple[dict[ResourceId, ContentHash], dict[ResourceId, Failure]]


def _settled(store: BaseStore, remote: CollectionReplica) -> _Read:
    for _ in range(_ROUNDS):
        snapshot = _whole(remote)
        found = _read(store, remote, snapshot)
        if snapshot.token is None:
            return found
        news = remote.observe(snapshot.token)
        if not isinstance(news, Delta) or news.empty:
            return found
    raise ReplicaUnavailable("it goes on changing on the server")


def _whole(replica: CollectionReplica) -> Snapshot:
    observation = replica.observe(None)
    if isinstance(observation, Delta):
        raise ReplicaUnavailable("a partial listing")
    return observation


def _read(store: BaseStore, replica: CollectionReplica, snapshot: Snapshot) -> _Read:
    found: dict[ResourceId, ContentHash] = {}
    failed = dict(snapshot.failed)
    for batch in replica.get(list(snapshot.items)):
        with store.transaction("kept"):
            for name, got in batch.items():
                if isinstance(got, Loaded):
                    found[name] = store.contents.put(got.body)
                elif isinstance(got, Failure):
                    failed[name] = got
    return found, failed


def _text_at(
    remote: Mapping[ResourceId, ContentHash], href: ResourceId | None
) -> ContentHash | None:
    if href is None or href in remote:
        return remote.get(href) if href is not None else None
    return next((c for h, c in remote.items() if href_key(h) == href_key(href)), None)


def _wanted_back(known: Base | None, here: ContentHash, there: ContentHash | None) -> bool:
    """Whether the local text is the one to come back."""
    if known is None or there is None:
        return True
    return known.local_content != here or known.remote_content == there


def _version(
    store: BaseStore,
    side: str,
    content: ContentHash,
    href: ResourceId | None,
    name: ResourceId | None,
    *,
    first: bool,
) -> NewVersion:
    uid = uid_of(store.contents.get(content))
    reason = Reason.DELETED if first else Reason.OVERWRITTEN
    return NewVersion(side, reason, href, name, uid, content, counted=False)
