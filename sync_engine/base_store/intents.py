"""Writes that were begun and not confirmed; resources that a side refused."""

from __future__ import annotations

from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId


@dataclass(frozen=True, slots=True)
class Intent:
    """An upload: written down before its PUT, removed after its read-back.

    :param row: the base row it replaces, ``None`` for a creation.
    :param href: chosen before the request, so a lost reply can be looked for.
    :param expected: the ETag in If-Match, ``None`` for a creation.
    :param content: the text that was sent.
    :param returned: the ETag that the PUT answered, once it did.
    """

    id: int
    collection: int
    row: int | None
    href: ResourceId
    local_id: ResourceId
    expected: Fingerprint | None
    content: ContentHash
    returned: Fingerprint | None


class Intents:
    """Table ``intent``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(
        self,
        collection: int,
        *,
        row: int | None,
        href: ResourceId,
        local_id: ResourceId,
        expected: Fingerprint | None,
        content: ContentHash,
        at: float,
    ) -> int:
        """Write an intent down; returns its number."""
        cursor = self._database.run(
            "INSERT INTO intent (collection, row, href, local_id, expected, hash, at)"
            " VALUES (?,?,?,?,?,?,?)",
            (collection, row, href, local_id, expected, content, at),
        )
        return int(cursor.lastrowid or 0)

    def answered(self, number: int, returned: Fingerprint | None, row: int) -> None:
        """The PUT succeeded; its base row is ``row``."""
        self._database.run(
            "UPDATE intent SET returned = ?, row = ? WHERE id = ?", (returned, row, number)
        )

    def close(self, number: int) -> None:
        """Confirmed, or known not to have happened."""
        self._database.run("DELETE FROM intent WHERE id = ?", (number,))

    def of(self, collection: int) -> list[Intent]:
        """The open ones, oldest first."""
        rows = self._database.all(
            "SELECT id, collection, row, href, local_id, expected, hash, returned"
            " FROM intent WHERE collection = ? ORDER BY id",
            (collection,),
        )
        return [Intent(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A local resource that must not be uploaded until it (or the server) changes.

    :param content: the text that was refused.
    :param remote: the ETag that the server's version had then, if any.
    """

    local_id: ResourceId
    content: ContentHash
    reference: str
    message: str
    remote: Fingerprint | None


class Sleepers:
    """Table ``sleeper``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, collection: int) -> dict[ResourceId, Sleeper]:
        """All of a collection, by local name."""
        rows = self._database.all(
            "SELECT local_id, hash, reference, message, remote FROM sleeper WHERE collection = ?",
            (collection,),
        )
        return {row[0]: Sleeper(*row) for row in rows}

    def put(self, collection: int, sleeper: Sleeper, at: float) -> None:
        """Let one sleep."""
        self._database.run(
            "INSERT OR REPLACE INTO sleeper"
            " (collection, local_id, hash, reference, message, remote, at) VALUES (?,?,?,?,?,?,?)",
            (
                collection,
                sleeper.local_id,
                sleeper.content,
                sleeper.reference,
                sleeper.message,
                sleeper.remote,
                at,
            ),
        )

    def wake(self, collection: int, local_id: ResourceId) -> None:
        """It changed, or went."""
        self._database.run(
            "DELETE FROM sleeper WHERE collection = ? AND local_id = ?", (collection, local_id)
        )
