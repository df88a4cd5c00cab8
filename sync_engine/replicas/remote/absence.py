"""Proof that resources are gone (loss class L1).

A listing that lacks a resource is a hint only: listings come truncated, stale
or from the wrong place. One batched multiget settles it. It asks for the missing
ones together with a canary, a resource known to live: if the canary answers, the
server reads this collection and speaks to us, and those that it answers with 404
or leaves out are gone. If the whole report is 404 (SabreDAV 1.8 does so as soon
as one href is gone), or there is no canary, a second complete listing decides,
after the collection was asked who it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sync_engine.core.identifiers import ResourceId
from sync_engine.dav.members import Gone, Member, MemberReader
from sync_engine.errors import AuthenticationRejected, HoldOff, HttpError
from sync_engine.replicas.remote.hrefs import Asked
from sync_engine.replicas.remote.observing import listing
from sync_engine.replicas.remote.scope import Scope

_BATCH: Final = 500


def confirm_gone(
    scope: Scope, ids: Iterable[ResourceId], canary: ResourceId | None
) -> frozenset[ResourceId]:
    """Those of ``ids`` that are proven to be gone.

    :param canary: a resource that was seen in this observation.
    :raises EngineError: nothing can be proven now.
    """
    asked = [id_ for id_ in dict.fromkeys(ids) if id_ != canary]
    if not asked:
        return frozenset()
    if canary is None or scope.traits.multiget is False:
        return _by_listing(scope, asked)
    gone: set[ResourceId] = set()
    for start in range(0, len(asked), _BATCH):
        batch = asked[start : start + _BATCH]
        proven = _by_multiget(scope, batch, canary)
        gone |= _by_listing(scope, batch) if proven is None else proven
    return frozenset(gone)


def _by_multiget(
    scope: Scope, ids: list[ResourceId], canary: ResourceId
) -> frozenset[ResourceId] | None:
    """The gone ones; ``None`` if the canary did not answer."""
    questions = Asked(scope.hrefs, [*ids, canary])
    reader = MemberReader(scope.url)
    unproven: set[ResourceId] = set()
    alive = False
    try:
        rows = scope.client.multiget(scope.url, scope.info.kind, [*ids, canary], with_data=False)
        for row in rows:
            id_ = questions.match(row.href)
            answer = reader.read(row) if id_ is not None else None
            if id_ is None or isinstance(answer, Gone):
                continue
            if id_ == canary:
                alive = isinstance(answer, Member) and answer.etag is not None
            else:
                unproven.add(id_)
    except (AuthenticationRejected, HoldOff):
        raise
    except HttpError:
        return None
    return frozenset(ids) - unproven if alive else None


def _by_listing(scope: Scope, ids: list[ResourceId]) -> frozenset[ResourceId]:
    """The gone ones by a second complete listing of the verified collection."""
    scope.verify()
    snapshot = listing(scope)
    there = {scope.hrefs.key(id_) for id_ in (*snapshot.items, *snapshot.failed)}
    return frozenset(id_ for id_ in ids if scope.hrefs.key(id_) not in there)
