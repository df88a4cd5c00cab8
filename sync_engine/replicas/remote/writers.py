"""Several writes in flight at once, where a server is proven to bear it.

Theory
------
Servers of the sabre family number their changes without a transaction: two writers at
once, and a sync-token skips a row, for every client there is. So one write is in flight
for each collection. Cyrus gives each change its modification sequence number under the
mailbox's lock, so that no token can be ahead of a row; there, writers work side by side,
which at a round-trip time of 50 ms is most of a first upload.

Rules
-----
* A server is told by the shape of its sync-tokens; behind an unknown one, one at a time.
* Only neighbours of the same kind run side by side, creations with creations and
  replacements with replacements: which of two operations came first may matter otherwise
  (one drops the UID that the next one takes). Deletions go one by one.
* An account has ``SLOTS`` writers, however many collections it writes to.
* Operations are taken from the iterable by the caller's thread, and outcomes come in
  their order. When the generator ends, by whatever cause, nothing is in flight any more.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from sync_engine.core.identifiers import SyncToken
from sync_engine.replicas.port import Create, Operation, Outcome, Replace

SLOTS: Final = 8
"""Writes in flight for an account; what a browser opens to a host, and two more."""

_CYRUS_TOKEN: Final = re.compile(r"data:,[0-9]+-[0-9]+")
"""UIDVALIDITY and modification sequence (Cyrus 3, imap/http_dav.h)."""

_SIDE_BY_SIDE: Final = (Create, Replace)


def bears_writers(token: SyncToken | None) -> bool:
    """Whether a collection with this sync-token is on a server that is proven safe."""
    return token is not None and _CYRUS_TOKEN.fullmatch(token) is not None


class Slots:
    """The writers of an account."""

    def __init__(self, number: int = SLOTS) -> None:
        self.number = number
        self._free = threading.BoundedSemaphore(number)

    def taken(self, do: Callable[[Operation], Outcome], operation: Operation) -> Outcome:
        """Do it when a slot is free."""
        with self._free:
            return do(operation)


def side_by_side(
    operations: Iterable[Operation], do: Callable[[Operation], Outcome], slots: Slots
) -> Generator[Outcome, None, None]:
    """Carry out operations, with as many in flight as there are slots.

    :raises EngineError: as ``do`` raised it, of the first operation that did; what was in
        flight beside it has ended by then, and its outcome is not told.
    """
    waiting: deque[Future[Outcome]] = deque()
    kind: type[Operation] | None = None
    with ThreadPoolExecutor(slots.number, "ksync-write") as pool:
        for operation in operations:
            alone = type(operation) is not kind or not isinstance(operation, _SIDE_BY_SIDE)
            while waiting and (alone or len(waiting) >= slots.number):
                yield waiting.popleft().result()
            kind = type(operation)
            waiting.append(pool.submit(slots.taken, do, operation))
        while waiting:
            yield waiting.popleft().result()
