"""Texts by their SHA-256, compressed; every other part refers to them by hash."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from sync_engine.base_store.database import Database
from sync_engine.core.content.facts import content_hash
from sync_engine.core.identifiers import ContentHash
from sync_engine.errors import BaseStoreDamaged

_WORTH_PACKING = 200


class Contents:
    """The content-addressed part of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, body: bytes) -> ContentHash:
        """Keep a text; the same text is kept once."""
        hashed = content_hash(body)
        self._database.run("INSERT OR IGNORE INTO content VALUES (?,?,?,?)", _row(hashed, body))
        return hashed

    def put_many(self, bodies: Iterable[bytes]) -> list[ContentHash]:
        """``put`` for many, in one transaction, in order."""
        rows = [_row(content_hash(body), body) for body in bodies]
        self._database.many("INSERT OR IGNORE INTO content VALUES (?,?,?,?)", rows)
        return [row[0] for row in rows]

    def get(self, hashed: ContentHash) -> bytes:
        """A text that is known to be there.

        :raises BaseStoreDamaged: it is not, or not the one that was put in.
        """
        row = self._database.one("SELECT packed, data FROM content WHERE hash = ?", (hashed,))
        if row is None:
            raise BaseStoreDamaged(f"no content {hashed}")
        packed, data = row
        try:
            body = zlib.decompress(data) if packed else bytes(data)
        except zlib.error as error:
            raise BaseStoreDamaged(f"content {hashed}: {error}") from error
        if content_hash(body) != hashed:
            raise BaseStoreDamaged(f"content {hashed} has another hash")
        return body

    def collect(self) -> int:
        """Delete the texts that nothing refers to any more; returns how many."""
        cursor = self._database.run(_ORPHANS)
        self._database.run("DELETE FROM extent WHERE hash NOT IN (SELECT hash FROM content)")
        return cursor.rowcount


def _row(hashed: ContentHash, body: bytes) -> tuple[ContentHash, int, int, bytes]:
    if len(body) >= _WORTH_PACKING:
        packed = zlib.compress(body, 1)
        if len(packed) < len(body):
            return hashed, len(body), 1, packed
    return hashed, len(body), 0, body


_ORPHANS = """
DELETE FROM content WHERE hash NOT IN (
  SELECT local_hash FROM base UNION SELECT remote_hash FROM base
  UNION SELECT hash FROM shadow WHERE hash IS NOT NULL
  UNION SELECT hash FROM intent UNION SELECT hash FROM sleeper
  UNION SELECT local_hash FROM beyond WHERE local_hash IS NOT NULL
  UNION SELECT remote_hash FROM beyond WHERE remote_hash IS NOT NULL
  UNION SELECT hash FROM history
  UNION SELECT local_hash FROM hold_item WHERE local_hash IS NOT NULL
  UNION SELECT remote_hash FROM hold_item WHERE remote_hash IS NOT NULL
  UNION SELECT base_local FROM conflict WHERE base_local IS NOT NULL
  UNION SELECT base_remote FROM conflict WHERE base_remote IS NOT NULL
  UNION SELECT local_hash FROM conflict WHERE local_hash IS NOT NULL
  UNION SELECT remote_hash FROM conflict WHERE remote_hash IS NOT NULL
  UNION SELECT before_hash FROM effect WHERE before_hash IS NOT NULL
  UNION SELECT after_hash FROM effect WHERE after_hash IS NOT NULL
  UNION SELECT given_hash FROM rendering UNION SELECT read_hash FROM rendering
  UNION SELECT next_hash FROM rendering WHERE next_hash IS NOT NULL
)
"""
