"""The remote shadow: what the server reported and the base has not taken up yet.

The rows of an observation are committed here before its token is, so a token
may pass a held, failed or not yet fetched row without losing it. A resource
whose remote state equals its base row has no shadow row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sync_engine.base_store.database import Database
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId, href_key

MAX_ATTEMPTS = 5
"""A row whose text cannot be read sleeps after that, until it changes."""

ShadowState = Literal["present", "gone", "failed"]


@dataclass(frozen=True, slots=True)
class ShadowRow:
    """One reported row.

    :param content: hash of its text once fetched.
    :param attempts: how often fetching it failed.
    """

    href: ResourceId
    state: ShadowState
    etag: Fingerprint | None = None
    content: ContentHash | None = None
    reference: str | None = None
    message: str | None = None
    attempts: int = 0

    @property
    def key(self) -> str:
        """The href's comparison key."""
        return href_key(self.href)


class Shadow:
    """Table ``shadow``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, collection: int) -> list[ShadowRow]:
        """All rows of a collection."""
        rows = self._database.all(
            "SELECT href, state, etag, hash, reference, message, attempts FROM shadow"
            " WHERE collection = ? ORDER BY href_key",
            (collection,),
        )
        return [ShadowRow(*row) for row in rows]

    def put(self, collection: int, rows: Iterable[ShadowRow]) -> None:
        """Insert or replace rows."""
        self._database.many(
            "INSERT OR REPLACE INTO shadow"
            " (collection, href_key, href, state, etag, hash, reference, message, attempts)"
            " VALUES (?,?,?,?,?,?,?,?,?)",
            [
                (
                    collection,
                    row.key,
                    row.href,
                    row.state,
                    row.etag,
                    row.content,
                    row.reference,
                    row.message,
                    row.attempts,
                )
                for row in rows
            ],
        )

    def drop(self, collection: int, hrefs: Iterable[ResourceId]) -> None:
        """Delete rows: the base has taken them up, or they are void."""
        self._database.many(
            "DELETE FROM shadow WHERE collection = ? AND href_key = ?",
            [(collection, href_key(href)) for href in hrefs],
        )

    def pending(self, collection: int) -> bool:
        """Whether a row waits to be fetched (one that fails again and again does not)."""
        found = self._database.one(
            "SELECT 1 FROM shadow WHERE collection = ? AND hash IS NULL"
            " AND (state = 'present' OR (state = 'failed' AND attempts < ?))",
            (collection, MAX_ATTEMPTS),
        )
        return found is not None
