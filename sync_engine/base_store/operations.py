"""Operations on whole collections: written down before their requests (loss class L12)."""

from __future__ import annotations

from sync_engine.base_store.database import Database
from sync_engine.core.grace import GRACE_SECONDS, Operation, Pending, What


class Operations:
    """Table ``operation``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(
        self,
        collection: int,
        what: What,
        at: float,
        *,
        display_name: str | None = None,
        color: str | None = None,
    ) -> int:
        """Write one down; returns its number."""
        cursor = self._database.run(
            "INSERT INTO operation (collection, what, display_name, color, at, until)"
            " VALUES (?,?,?,?,?,?)",
            (collection, what.value, display_name, color, at, at + GRACE_SECONDS),
        )
        return int(cursor.lastrowid or 0)

    def answered(self, number: int, at: float) -> None:
        """The server said that it did it: the window is counted from here."""
        self._database.run(
            "UPDATE operation SET answered=1, at=?, until=? WHERE id=?",
            (at, at + GRACE_SECONDS, number),
        )

    def happened(self, number: int) -> None:
        """The server shows that it did it; the window is over."""
        self._database.run("UPDATE operation SET answered=1 WHERE id=?", (number,))

    def close(self, number: int) -> None:
        """Refused, or over."""
        self._database.run("DELETE FROM operation WHERE id=?", (number,))

    def pending(self, now: float) -> Pending:
        """All of them, the oldest first, as of now."""
        rows = self._database.all(
            "SELECT id, collection, what, display_name, color, at, until, answered"
            " FROM operation ORDER BY id"
        )
        return Pending(
            [
                Operation(number, collection, What(what), name, color, at, until, bool(answered))
                for number, collection, what, name, color, at, until, answered in rows
            ],
            now,
        )
