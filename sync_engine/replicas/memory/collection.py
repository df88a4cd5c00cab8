"""A collection in memory.

Every change, by this client (``apply``) or another (``put``, ``drop``), takes
the next number; it is the resource's ETag and the collection's token.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Delta, Failure, Observation, Seen, Snapshot
from sync_engine.errors import InvalidSyncToken
from sync_engine.replicas.memory.faults import MemoryFaults, MemoryState
from sync_engine.replicas.names import resource_name
from sync_engine.replicas.port import (
    Capabilities,
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Got,
    Loaded,
    Missing,
    Moved,
    MoveOutcome,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsupported,
    Unsure,
)

_URI_BEFORE_NUMBER: Final = "data:,memory"  # RFC 6578 §3.2: a token is a URI


class MemoryCollection:
    """One collection in memory.

    :param name: its name or URL, for messages.
    :param deltas: give tokens, and deltas since them.
    :param rewrite: what the store makes of a body that it is given; ``None``: keeps
        bytes. Where it changes something no ETag is told for the write
        (RFC 4791 §5.3.4) and the caller has to read back.
    :param bodies_in_listing: observations bring the bodies along.
    :param moves: answer ``move``, else ``Unsupported``.
    """

    def __init__(
        self,
        name: str = "memory",
        *,
        suffix: str = ".ics",
        deltas: bool = False,
        rewrite: Callable[[bytes], bytes] | None = None,
        bodies_in_listing: bool = False,
        moves: bool = True,
        max_resource_size: int | None = None,
    ) -> None:
        self.capabilities = Capabilities(
            keeps_bytes=rewrite is None, deltas=deltas, max_resource_size=max_resource_size
        )
        self.faults = MemoryFaults()
        self.writes: list[Operation] = []
        self._name = name
        self._suffix = suffix
        self._rewrite = rewrite
        self._with_bodies = bodies_in_listing
        self._moves = moves
        self._lock = threading.RLock()
        self._rows: dict[ResourceId, tuple[int, bytes]] = {}
        self._gone: dict[ResourceId, int] = {}
        self._number = 0
        self._epoch = 0

    # What other clients, and tests, do to it.

    def put(self, id_: ResourceId, body: bytes) -> Fingerprint:
        """Write without a condition, as another client; returns the ETag."""
        with self._lock:
            self._number += 1
            self._rows[id_] = (self._number, body)
            self._gone.pop(id_, None)
            return _etag(self._number, body)

    def drop(self, id_: ResourceId) -> None:
        """Delete without a condition, as another client."""
        with self._lock:
            self._number += 1
            del self._rows[id_]
            self._gone[id_] = self._number

    def bodies(self) -> dict[ResourceId, bytes]:
        """What is there now."""
        with self._lock:
            return {id_: body for id_, (_, body) in self._rows.items()}

    def save(self) -> MemoryState:
        """A backup of it."""
        with self._lock:
            return MemoryState(dict(self._rows), dict(self._gone), self._number)

    def restore(self, state: MemoryState, *, forget_tokens: bool = True) -> None:
        """Put a backup back (a server rolled back).

        :param forget_tokens: whether tokens from before are refused from now on.
        """
        with self._lock:
            self._rows, self._gone = dict(state.rows), dict(state.gone)
            self._number = state.number
            self._epoch += forget_tokens

    # The port.

    def observe(self, token: SyncToken | None) -> Observation:
        """A snapshot, or the delta since a token that this collection gave."""
        with self._lock:
            self.verify()
            now = self._token() if self.capabilities.deltas else None
            if token is None:
                items, failed = self._listing(0)
                return Snapshot(items, failed, now)
            since = self._since(token)
            items, failed = self._listing(since)
            gone = frozenset(id_ for id_, number in self._gone.items() if number > since)
            return Delta(items, gone, failed, now)

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """Read resources in batches of 50."""
        unique = list(dict.fromkeys(ids))
        for start in range(0, len(unique), 50):
            with self._lock:
                self.verify()
                batch = {id_: self._got(id_) for id_ in unique[start : start + 50]}
            yield batch

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        """Carry out writes; see the port."""
        for operation in operations:
            yield self._apply(operation)

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        """A safe name, by the rules of a vdir."""
        with self._lock:
            folded = {id_.casefold() for id_ in self._rows}
        return resource_name(
            suggestion,
            self._suffix,
            lambda name: name.casefold() in folded or taken(ResourceId(name)),
        )

    # What a remote collection can do beyond the port.

    def verify(self) -> None:
        """Return if it can be used and is the one that was bound.

        :raises EngineError: the fault ``unavailable``.
        """
        if self.faults.unavailable is not None:
            raise self.faults.unavailable

    def confirm_gone(
        self, ids: Iterable[ResourceId], canary: ResourceId | None
    ) -> frozenset[ResourceId]:
        """Which of these are proven to be gone (loss class L1).

        :param canary: never in the answer.
        """
        with self._lock:
            self.verify()
            there = {canary, *self._rows, *self.faults.unreadable}
            return frozenset(id_ for id_ in ids if id_ not in there)

    def move(
        self,
        id_: ResourceId,
        expected: Fingerprint | None,
        destination: MemoryCollection,
        new_id: ResourceId,
    ) -> MoveOutcome:
        """MOVE with If-Match and ``Overwrite: F`` (RFC 4918 §9.9)."""
        if not self._moves or destination is self:
            return Unsupported("no MOVE here")
        if expected is None:
            return Unsupported("no strong validator")
        with self._lock, destination._lock:
            self.verify()
            destination.verify()
            if id_ not in self._rows:
                return Conflict(id_, ConflictReason.MISSING)
            number, body = self._rows[id_]
            if expected != _etag(number, body):
                return self._changed(id_)
            if new_id in destination._rows:
                return replace(destination._changed(new_id), reason=ConflictReason.EXISTS)
            self.drop(id_)
            return Moved(new_id, destination.put(new_id, body))

    # Within.

    def _token(self) -> SyncToken:
        return SyncToken(f"{_URI_BEFORE_NUMBER}/{self._epoch}/{self._number}")

    def _since(self, token: SyncToken) -> int:
        prefix, _, digits = token.rpartition("/")
        ours = prefix == f"{_URI_BEFORE_NUMBER}/{self._epoch}"
        valid = ours and digits.isdecimal() and int(digits) <= self._number
        if not valid or self.faults.refuse_tokens or not self.capabilities.deltas:
            raise InvalidSyncToken("token refused", where=self._name)
        return int(digits)

    def _listing(self, since: int) -> tuple[dict[ResourceId, Seen], dict[ResourceId, Failure]]:
        items: dict[ResourceId, Seen] = {}
        failed: dict[ResourceId, Failure] = {}
        for id_, (number, body) in self._rows.items():
            if number <= since:
                continue
            if id_ in self.faults.unreadable:
                failed[id_] = self.faults.unreadable[id_]
            else:
                items[id_] = Seen(_etag(number, body), body if self._with_bodies else None)
        return items, failed

    def _got(self, id_: ResourceId) -> Got:
        if id_ in self.faults.unreadable:
            return self.faults.unreadable[id_]
        if id_ not in self._rows:
            return Missing()
        number, body = self._rows[id_]
        return Loaded(_etag(number, body), body)

    def _apply(self, operation: Operation) -> Outcome:
        self.verify()
        self.faults.before_write(operation)
        refusal = self.faults.reject(operation) or self._too_large(operation)
        if refusal is not None:
            return refusal
        if self.faults.lose_request(operation):
            return Unsure(operation.id, "request lost")
        with self._lock:
            outcome = self._carry_out(operation)
        if self.faults.lose_reply(operation):
            return Unsure(operation.id, "reply lost")
        return outcome

    def _too_large(self, operation: Operation) -> Rejected | None:
        limit = self.capabilities.max_resource_size
        if limit is None or isinstance(operation, Delete) or len(operation.body) <= limit:
            return None
        return Rejected(operation.id, "resource.too_large", f"over {limit} bytes")

    def _carry_out(self, operation: Operation) -> Outcome:
        id_ = operation.id
        there = id_ in self._rows
        match operation:
            case Create(body=body):
                if there:
                    return replace(self._changed(id_), reason=ConflictReason.EXISTS)
                return self._store(operation, body)
            case Replace(body=body):
                if not there:
                    return Conflict(id_, ConflictReason.MISSING)
                if not self._expected(operation):
                    return self._changed(id_)
                return self._store(operation, body)
            case Delete():
                if not there:
                    return Removed(id_, already=True)
                if not self._expected(operation):
                    return self._changed(id_)
                self.drop(id_)
                self.writes.append(operation)
                return Removed(id_)

    def _expected(self, operation: Replace | Delete) -> bool:
        number, body = self._rows[operation.id]
        if operation.expected is None:  # no ETag: only the text itself can tell (L4)
            return body == operation.expected_body
        return operation.expected == _etag(number, body)

    def _store(self, operation: Operation, body: bytes) -> Stored:
        stored = body if self._rewrite is None else self._rewrite(body)
        etag = self.put(operation.id, stored)
        self.writes.append(operation)
        return Stored(operation.id, etag, body) if stored == body else Stored(operation.id, None)

    def _changed(self, id_: ResourceId) -> Conflict:
        number, body = self._rows[id_]
        return Conflict(id_, ConflictReason.CHANGED, _etag(number, body), body)


def _etag(number: int, body: bytes) -> Fingerprint:
    # The hash keeps ETags honest after a rollback, when numbers come again.
    return Fingerprint(f'"{number}-{hashlib.sha256(body).hexdigest()[:8]}"')
