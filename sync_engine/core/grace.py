"""Operations on collections whose effect a server may show late (loss class L12).

Theory
------
A server may answer MKCALENDAR, DELETE or PROPPATCH of a collection before it has
done it (measured on Infomaniak: a new calendar shows after 8 seconds and takes no
PUT before that; a deleted one is listed for 7 to 20 more; a new name reads stale
for 10). Read as news, such an answer is "somebody deleted it" or "somebody changed
it back". So each operation is written down before its request, with what is wanted
and a window of grace.

Rules
-----
* Inside the window our word counts; after it, the server's.
* What is known is the wish, not whether it was heard: the window holds also for a
  request whose answer was lost.
* A window that begins in the future belongs to a clock that was set back: it is over.
* A server that answers a new display name with another address (Zimbra, OX) has moved
  the collection: where exactly one unknown collection of that kind and name turned
  up beside the old address, it is the same one. With two of them it cannot be told,
  and nothing is taken for anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sync_engine.core.collection import CollectionInfo, Kind

GRACE_SECONDS: Final = 60.0
"""Three times the longest lag that was measured."""


class What(StrEnum):
    """An operation on a collection of the server."""

    CREATE = "create"
    CHANGE = "change"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Operation:
    """Written down before its request.

    :param collection: its number in the base store.
    :param display_name: what it shall be called, ``None``: not part of it.
    :param color: ``#rrggbb``, ``None``: not part of it.
    :param at: when, in seconds since the epoch.
    :param until: end of the window.
    :param answered: whether the server said that it did it.
    """

    id: int
    collection: int
    what: What
    display_name: str | None
    color: str | None
    at: float
    until: float
    answered: bool = False

    def holds(self, now: float) -> bool:
        """Whether our word counts still."""
        return self.at <= now < self.until


@dataclass(frozen=True, slots=True)
class Pending:
    """What is under way, as of now.

    :param operations: the oldest first.
    """

    operations: Sequence[Operation]
    now: float

    def _current(self, collection: int, what: What) -> list[Operation]:
        return [
            operation
            for operation in self.operations
            if operation.collection == collection
            and operation.what is what
            and operation.holds(self.now)
        ]

    def young(self, collection: int) -> bool:
        """Just made: not being there, or taking nothing yet, is no news."""
        return bool(self._current(collection, What.CREATE))

    def leaving(self, collection: int) -> bool:
        """Just deleted: being there still is no news."""
        return bool(self._current(collection, What.DELETE))

    def gone(self, collection: int) -> bool:
        """Deleted, and what is here of it is not put away yet."""
        return any(
            o.collection == collection and o.what is What.DELETE and o.answered
            for o in self.operations
        )

    def shown(self, collection: int, info: CollectionInfo) -> CollectionInfo:
        """What the server says, with what was just set in place of what was there before."""
        for what in (What.CREATE, What.CHANGE):
            for operation in self._current(collection, what):
                info = replace(
                    info,
                    display_name=operation.display_name or info.display_name,
                    color=operation.color or info.color,
                )
        return info

    def names(self, collection: int) -> set[str]:
        """Display names that were wished for it, in and after the window."""
        return {
            operation.display_name
            for operation in self.operations
            if operation.collection == collection and operation.display_name is not None
        }

    def over(self, collection: int) -> list[Operation]:
        """Those of a collection whose window has ended."""
        return [
            operation
            for operation in self.operations
            if operation.collection == collection and not operation.holds(self.now)
        ]


def moved_to(
    url: str, kind: Kind, names: Iterable[str], unknown: Sequence[CollectionInfo]
) -> CollectionInfo | None:
    """Where a collection is now that is not at its address any more, if that can be told.

    :param names: display names that were asked for it.
    :param unknown: collections that were never seen before.
    """
    wished = set(names)
    found = [
        info
        for info in unknown
        if info.kind is kind and info.display_name in wished and _home(info.url) == _home(url)
    ]
    return found[0] if len(found) == 1 else None


def _home(url: str) -> str:
    return url.rstrip("/").rpartition("/")[0]
