"""A remote collection as a replica (see ``replicas.port``).

The parts: ``observing`` (sync-collection, listing), ``reading`` (multiget),
``writing``, ``moving``, ``absence`` (proof of deletions), all over one ``Scope``.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

from sync_engine.core.collection import CollectionInfo, Hint, Kind
from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Observation, Snapshot
from sync_engine.errors import EngineError
from sync_engine.replicas.port import Capabilities, Got, MoveOutcome, Operation, Outcome
from sync_engine.replicas.remote import absence, moving, observing
from sync_engine.replicas.remote.moving import End
from sync_engine.replicas.remote.reading import Reader
from sync_engine.replicas.remote.scope import Scope
from sync_engine.replicas.remote.traits import Traits
from sync_engine.replicas.remote.writers import Slots, bears_writers, side_by_side
from sync_engine.replicas.remote.writing import Writer

_SUFFIX = {Kind.CALENDAR: ".ics", Kind.ADDRESSBOOK: ".vcf"}
_MAX_NAMES = 100


def random_name() -> str:
    """A fresh name of ``[0-9a-f-]``: no server trips over it, none ignores
    ``If-None-Match`` over something that is there.
    """
    return str(uuid.uuid4())


class RemoteCollection:
    """Implements ``replicas.port.CollectionReplica``. Not thread-safe: one user
    at a time, one request in flight but for what ``writers`` allows.

    :param new_name: gives names for creations, of ``[A-Za-z0-9-]``.
    :param slots: the account's writers, ``None``: one at a time on any server.
    """

    def __init__(
        self,
        scope: Scope,
        new_name: Callable[[], str] = random_name,
        slots: Slots | None = None,
    ) -> None:
        self._scope = scope
        self._reader = Reader(scope)
        self._writer = Writer(scope, self._reader)
        self._new_name = new_name
        self._slots = slots

    @property
    def info(self) -> CollectionInfo:
        """The collection as the account's listing described it."""
        return self._scope.info

    @property
    def traits(self) -> Traits:
        """What was learned so far; to be stored by the caller."""
        return self._scope.traits

    def learned(self) -> bytes:
        """``traits`` as JSON, for the base store."""
        return json.dumps(self.traits.as_dict(), sort_keys=True).encode()

    @property
    def hint(self) -> Hint:
        """The signs of change that the listing brought."""
        return Hint(self.info.sync_token, self.info.ctag)

    @property
    def capabilities(self) -> Capabilities:
        """See the port."""
        return Capabilities(
            keeps_bytes=self.traits.trusts_put_etag is True,
            deltas=observing.reports(self._scope),
            max_resource_size=self.info.max_resource_size,
        )

    def observe(self, token: SyncToken | None) -> Observation:
        """See the port. A Snapshot's token is ``None`` where there are no deltas."""
        return observing.observe(self._scope, token)

    def listing(self) -> Snapshot:
        """A full audit by PROPFIND, past the sync-token machinery of the server."""
        return observing.listing(self._scope)

    def verify(self) -> None:
        """Ask the collection who it is (loss class L2).

        :raises ReplicaUnavailable: it is not there, or no such collection.
        :raises IdentityMismatch: it answers for another principal.
        """
        self._scope.verify()

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """See the port."""
        return self._reader.get(ids)

    def confirm_gone(
        self, ids: Iterable[ResourceId], canary: ResourceId | None
    ) -> frozenset[ResourceId]:
        """Those of ``ids`` that are proven to be gone (loss class L1).

        :param canary: a resource that the same observation showed, or ``None``.
        """
        return absence.confirm_gone(self._scope, ids, canary)

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        """See the port: lazy, one write in flight, or several (see ``writers``)."""
        if self._slots is not None and bears_writers(self.info.sync_token):
            yield from side_by_side(operations, self._carry_out, self._slots)
            return
        for operation in operations:
            yield self._carry_out(operation)

    def _carry_out(self, operation: Operation) -> Outcome:
        self._scope.client.check()
        return self._writer.carry_out(operation)

    def move(
        self,
        id_: ResourceId,
        expected: Fingerprint | None,
        destination: RemoteCollection,
        new_id: ResourceId,
    ) -> MoveOutcome:
        """Move a resource to another collection, and read both ends.

        :param new_id: from ``destination.new_id``.
        """
        return moving.move(
            End(self._scope, self._reader, id_),
            End(destination._scope, destination._reader, new_id),
            expected,
        )

    def new_id(
        self,
        suggestion: str,  # noqa: ARG002 - of the port; a UID says nothing about what is free
        taken: Callable[[ResourceId], bool],
    ) -> ResourceId:
        """A fresh random name; the suggestion is not used at all."""
        for _ in range(_MAX_NAMES):
            id_ = self._scope.hrefs.child(self._new_name() + _SUFFIX[self.info.kind])
            if not taken(id_):
                return id_
        raise EngineError("no free name was found", where=self.info.url)
