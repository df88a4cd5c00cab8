"""Effects: what each run changed on each side, so that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.identifiers import ContentHash


@dataclass(frozen=True, slots=True)
class NewEffect:
    """What was done to one side of a resource.

    :param side: ``local`` or ``remote``.
    :param before: ``None`` where it was created; :param after: where it was deleted.
    """

    side: str
    href: str | None
    local_id: str | None
    uid: str | None
    before: ContentHash | None
    after: ContentHash | None


@dataclass(frozen=True, slots=True)
class Effect:
    """One by its run, collection and time (seconds since the epoch)."""

    run: int
    collection: int
    at: float
    side: str
    href: str | None
    local_id: str | None
    uid: str | None
    before: ContentHash | None
    after: ContentHash | None


class Effects:
    """Table ``effect``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, run: int, collection: int, at: float, effects: Iterable[NewEffect]) -> None:
        """Write down what was done, in the transaction of the caller."""
        self._database.many(
            "INSERT INTO effect (run, collection, at, side, href, local_id, uid, before_hash,"
            " after_hash) VALUES (?,?,?,?,?,?,?,?,?)",
            [
                (run, collection, at, e.side, e.href, e.local_id, e.uid, e.before, e.after)
                for e in effects
            ],
        )

    def of(self, run: int) -> list[Effect]:
        """What a run did, in order."""
        rows = self._database.all(
            "SELECT run, collection, at, side, href, local_id, uid, before_hash, after_hash"
            " FROM effect WHERE run = ? ORDER BY id",
            (run,),
        )
        return [Effect(*row) for row in rows]

    def erase(self, collection: int | None = None) -> None:
        """Forget what was before, of a collection or all: nothing can be undone then."""
        if collection is None:
            self._database.run("DELETE FROM effect")
        else:
            self._database.run("DELETE FROM effect WHERE collection = ?", (collection,))

    def prune(self, before: float) -> int:
        """Forget what is older than that; returns how many."""
        return self._database.run("DELETE FROM effect WHERE at < ?", (before,)).rowcount
