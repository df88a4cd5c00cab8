"""When texts end, remembered by their hash; and the past limit that was applied last.

An end depends on the text alone (``core.scope``), so what is remembered is never out of
date. A later version that judges texts differently empties the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync_engine.base_store.base import BASE_COLUMNS
from sync_engine.base_store.database import Database
from sync_engine.core.changes import Base
from sync_engine.core.identifiers import ContentHash


@dataclass(frozen=True, slots=True)
class Applied:
    """The limit that a run applied.

    :param days: the setting; :param cutoff: what ended before was let go.
    """

    days: int
    cutoff: float


class Extents:
    """Tables ``extent`` and ``past_limit``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, content: ContentHash) -> tuple[bool, float | None]:
        """Whether it is known, and the end."""
        row = self._database.one("SELECT ends FROM extent WHERE hash = ?", (content,))
        return row is not None, row[0] if row is not None else None

    def put(self, ends: Iterable[tuple[ContentHash, float | None]]) -> None:
        """Remember ends."""
        self._database.many("INSERT OR REPLACE INTO extent VALUES (?,?)", list(ends))

    def unknown(self, collection: int) -> list[ContentHash]:
        """Server texts of base rows whose end is not known yet."""
        rows = self._database.all(
            "SELECT DISTINCT remote_hash FROM base LEFT JOIN extent ON hash = remote_hash"
            " WHERE collection = ? AND hash IS NULL",
            (collection,),
        )
        return [row[0] for row in rows]

    def before(self, collection: int, limit: float) -> list[tuple[Base, float]]:
        """Base rows that the server is known to have and that ended before then."""
        rows = self._database.all(
            f"SELECT {BASE_COLUMNS}, ends FROM base JOIN extent ON hash = remote_hash"  # noqa: S608 - constant
            " WHERE collection = ? AND ends < ? AND etag IS NOT NULL ORDER BY id",
            (collection, limit),
        )
        return [(Base(*row[:-1]), row[-1]) for row in rows]

    def applied(self, collection: int) -> Applied | None:
        """The limit that was applied last; ``None``: none."""
        row = self._database.one(
            "SELECT days, cutoff FROM past_limit WHERE collection = ?", (collection,)
        )
        return Applied(*row) if row is not None else None

    def apply(self, collection: int, limit: Applied | None) -> None:
        """Remember it."""
        if limit is None:
            self._database.run("DELETE FROM past_limit WHERE collection = ?", (collection,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO past_limit VALUES (?,?,?)",
            (collection, limit.days, limit.cutoff),
        )
