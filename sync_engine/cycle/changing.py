"""Operations on whole collections of the server: intent, request, answer (loss class L12).

Each is written down before its request (``core.grace``). A refusal takes the note
back; where nobody knows what became of the request (a lost answer, a proxy that gave
up, a process that was killed) the note stays, and what the server shows after the
window of grace decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import CollectionInfo
from sync_engine.core.grace import What
from sync_engine.cycle.ports import Administration
from sync_engine.errors import Cancelled, EngineError, HttpError, OutcomeUnknown

_LOST_BY_PROXY = frozenset({502, 504})


class CollectionChanges:
    """Makes, changes and deletes; the caller holds the account's lock.

    :param clock: seconds since the epoch.
    """

    def __init__(
        self, store: BaseStore, server: Administration, clock: Callable[[], float]
    ) -> None:
        self._store = store
        self._server = server
        self._clock = clock

    def create(self, info: CollectionInfo, principal: str) -> CollectionRow:
        """Make a collection at ``info.url``, which is new.

        :raises EngineError: the server refused, or cannot be asked.
        """
        with self._store.transaction("to be made"):
            number = self._store.collections.expect(info, principal)
            operation = self._store.operations.open(
                number,
                What.CREATE,
                self._clock(),
                display_name=info.display_name,
                color=info.color,
            )
        with self._noted(operation, number):
            self._server.make(info)
        return self._store.collections.get(number)

    def change(
        self, row: CollectionRow, *, display_name: str | None = None, color: str | None = None
    ) -> CollectionRow:
        """Set its name or its colour, one of them.

        :raises EngineError: the server refused, or cannot be asked.
        """
        operation = self._store.operations.open(
            row.id, What.CHANGE, self._clock(), display_name=display_name, color=color
        )
        with self._noted(operation):
            self._server.change(row.url, display_name=display_name, color=color)
        info = replace(
            row.info,
            display_name=display_name or row.info.display_name,
            color=color or row.info.color,
        )
        self._store.collections.show(row.id, info)
        return self._store.collections.get(row.id)

    def delete(self, row: CollectionRow) -> None:
        """Delete it there. Its texts are in the history already (``retiring``).

        :raises EngineError: the server refused, or cannot be asked.
        """
        operation = self._store.operations.open(row.id, What.DELETE, self._clock())
        with self._noted(operation):
            self._server.remove(row.url)

    @contextmanager
    def _noted(self, operation: int, made: int | None = None) -> Iterator[None]:
        """The request: its refusal takes the note back, its answer starts the window anew.

        :param made: the number of a collection that a refusal takes back, too.
        """
        try:
            yield
        except EngineError as error:
            if not _unknown(error):
                with self._store.transaction("refused"):
                    self._store.operations.close(operation)
                    if made is not None:
                        self._store.collections.unexpect(made)
            raise
        self._store.operations.answered(operation, self._clock())


def _unknown(error: EngineError) -> bool:
    """Whether the server may have done it all the same."""
    if isinstance(error, HttpError):
        return error.status in _LOST_BY_PROXY
    return isinstance(error, OutcomeUnknown | Cancelled)
