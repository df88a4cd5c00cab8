"""Base rows: what both sides last agreed on, with both sides' texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sync_engine.base_store.database import Database
from sync_engine.core.changes import Base
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId, href_key

NAMELESS = "/lost-name-"
"""Begins the local name of a row that lost it to another; no file is called so."""

BASE_COLUMNS = "id, href, local_id, uid, local_hash, remote_hash, etag, local_fp"
_CHUNK = 500


class BaseRows:
    """Table ``base``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, collection: int) -> list[Base]:
        """All rows of a collection."""
        rows = self._database.all(
            f"SELECT {BASE_COLUMNS} FROM base WHERE collection = ?",  # noqa: S608 - constant
            (collection,),
        )
        return [Base(*row) for row in rows]

    def get(self, row: int) -> Base | None:
        """One row by its number."""
        found = self._database.one(
            f"SELECT {BASE_COLUMNS} FROM base WHERE id = ?",  # noqa: S608 - constant
            (row,),
        )
        return Base(*found) if found else None

    def count(self, collection: int) -> int:
        """How many rows a collection has."""
        found = self._database.one("SELECT count(*) FROM base WHERE collection = ?", (collection,))
        return int(found[0])

    def local_ids(self, collection: int) -> set[ResourceId]:
        """The local names that are taken."""
        rows = self._database.all("SELECT local_id FROM base WHERE collection = ?", (collection,))
        return {row[0] for row in rows}

    def owners(self, collection: int, uids: Iterable[str]) -> dict[str, frozenset[int]]:
        """For each UID that a row has: the rows that have it."""
        wanted = sorted(set(uids))
        found: dict[str, set[int]] = {}
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            for uid, row in self._database.all(
                f"SELECT uid, id FROM base WHERE collection = ? AND uid IN ({marks})",  # noqa: S608 - marks only
                (collection, *chunk),
            ):
                found.setdefault(uid, set()).add(row)
        return {uid: frozenset(rows) for uid, rows in found.items()}

    def put(self, collection: int, base: Base) -> int:
        """Insert (``base.row`` 0) or rewrite a row; returns its number.

        Another row with that href described the same resource (a leftover of an
        interrupted cycle) and goes. Another row with that local name does not:
        its file was renamed or saved over, and it is still to be dealt with; it
        loses its name only (``NAMELESS``). What is in the base is not out of scope.
        """
        with self._database.transaction("base"):
            values = (
                collection,
                base.href,
                href_key(base.href),
                base.etag,
                base.local_id,
                base.local_fingerprint,
                base.uid,
                base.local_content,
                base.remote_content,
            )
            self._database.run(
                "DELETE FROM base WHERE collection=? AND href_key=? AND id<>?",
                (collection, href_key(base.href), base.row),
            )
            self._database.run(
                "DELETE FROM beyond WHERE collection=? AND href_key=?",
                (collection, href_key(base.href)),
            )
            self._database.run(
                "UPDATE base SET local_id=? || id, local_fp=NULL"
                " WHERE collection=? AND local_id=? AND id<>?",
                (NAMELESS, collection, base.local_id, base.row),
            )
            updated = self._database.run(
                "UPDATE base SET collection=?, href=?, href_key=?, etag=?, local_id=?,"
                " local_fp=?, uid=?, local_hash=?, remote_hash=? WHERE id=?",
                (*values, base.row),
            )
            if updated.rowcount:
                return base.row
            cursor = self._database.run(
                "INSERT INTO base (collection, href, href_key, etag, local_id, local_fp, uid,"
                " local_hash, remote_hash) VALUES (?,?,?,?,?,?,?,?,?)",
                values,
            )
            return int(cursor.lastrowid or 0)

    def forget(self, row: int) -> None:
        """Delete a row."""
        self._database.run("DELETE FROM base WHERE id = ?", (row,))

    def refresh_local(self, rows: Sequence[tuple[Fingerprint, int]]) -> None:
        """New local fingerprints of texts that did not change: (fingerprint, row)."""
        self._database.many("UPDATE base SET local_fp = ? WHERE id = ?", rows)

    def refresh_remote(self, row: int, etag: Fingerprint | None, text: ContentHash) -> None:
        """What a read-back found to be stored on the server."""
        self._database.run(
            "UPDATE base SET etag = ?, remote_hash = ? WHERE id = ?", (etag, text, row)
        )

    def has_href(self, collection: int, href: ResourceId) -> bool:
        """Whether a row has that href."""
        found = self._database.one(
            "SELECT 1 FROM base WHERE collection = ? AND href_key = ?",
            (collection, href_key(href)),
        )
        return found is not None

    def locate(self, local_id: ResourceId, collection: int) -> Base | None:
        """The row with that local name."""
        found = self._database.one(
            f"SELECT {BASE_COLUMNS} FROM base WHERE collection = ? AND local_id = ?",  # noqa: S608 - constant
            (collection, local_id),
        )
        return Base(*found) if found else None
