"""What is out of scope: on the server alone, because it is older than the past limit.

Of such a resource are kept its href, its ETag, its UID and when it ended, not its text.
A row is written *before* the local file goes (loss class L7); until the file is known to
be gone the row is *leaving* and also holds what is needed to make a base row of it again.

A shadow row of the same href is news about it that is not taken up yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.changes import Base
from sync_engine.core.identifiers import ContentHash, Fingerprint, ResourceId, href_key


@dataclass(frozen=True, slots=True)
class BeyondRow:
    """A resource that is out of scope.

    :param ends: when its last occurrence ended, seconds since the epoch.
    :param local_id: while it is leaving: its file, and the texts of its base row.
    """

    href: ResourceId
    etag: Fingerprint
    uid: str | None
    ends: float
    local_id: ResourceId | None = None
    local_content: ContentHash | None = None
    remote_content: ContentHash | None = None

    @property
    def key(self) -> str:
        """The href's comparison key."""
        return href_key(self.href)

    @property
    def as_base(self) -> Base:
        """The base row that a leaving one was; its file is to be read again."""
        assert self.local_id is not None
        assert self.local_content is not None and self.remote_content is not None
        return Base(
            row=0,
            href=self.href,
            local_id=self.local_id,
            uid=self.uid,
            local_content=self.local_content,
            remote_content=self.remote_content,
            etag=self.etag,
        )


_COLUMNS = "href, etag, uid, ends, local_id, local_hash, remote_hash"
_CHUNK = 500


class Beyond:
    """Table ``beyond``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, collection: int) -> dict[str, BeyondRow]:
        """All of a collection, by comparison key."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM beyond WHERE collection = ?",  # noqa: S608 - constant
            (collection,),
        )
        return {row.key: row for row in (BeyondRow(*values) for values in rows)}

    def count(self, collection: int) -> int:
        """How many a collection has."""
        found = self._database.one(
            "SELECT count(*) FROM beyond WHERE collection = ?", (collection,)
        )
        return int(found[0])

    def leaving(self, collection: int) -> list[BeyondRow]:
        """Those whose file is not known to be gone."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM beyond WHERE collection = ? AND local_id IS NOT NULL",  # noqa: S608 - constant
            (collection,),
        )
        return [BeyondRow(*values) for values in rows]

    def since(self, collection: int, limit: float | None) -> list[BeyondRow]:
        """Those that did not end before ``limit`` (``None``: all), the leaving ones left out."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM beyond"  # noqa: S608 - constant
            " WHERE collection = ? AND ends >= ? AND local_id IS NULL ORDER BY href_key",
            (collection, float("-inf") if limit is None else limit),
        )
        return [BeyondRow(*values) for values in rows]

    def with_uids(self, collection: int, uids: Iterable[str]) -> list[BeyondRow]:
        """Those that have one of the UIDs."""
        wanted = sorted(set(uids))
        found: list[BeyondRow] = []
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            rows = self._database.all(
                f"SELECT {_COLUMNS} FROM beyond WHERE collection = ? AND uid IN ({marks})",  # noqa: S608 - marks only
                (collection, *chunk),
            )
            found += [BeyondRow(*values) for values in rows]
        return found

    def has(self, collection: int, href: ResourceId) -> bool:
        """Whether that resource is out of scope."""
        found = self._database.one(
            "SELECT 1 FROM beyond WHERE collection = ? AND href_key = ?",
            (collection, href_key(href)),
        )
        return found is not None

    def put(self, collection: int, row: BeyondRow) -> None:
        """Insert or replace a row."""
        self._database.run(
            "INSERT OR REPLACE INTO beyond (collection, href_key, href, etag, uid, ends,"
            " local_id, local_hash, remote_hash) VALUES (?,?,?,?,?,?,?,?,?)",
            (
                collection,
                row.key,
                row.href,
                row.etag,
                row.uid,
                row.ends,
                row.local_id,
                row.local_content,
                row.remote_content,
            ),
        )

    def left(self, collection: int, href: ResourceId) -> None:
        """Its file is gone: it is on the server alone."""
        self._database.run(
            "UPDATE beyond SET local_id = NULL, local_hash = NULL, remote_hash = NULL"
            " WHERE collection = ? AND href_key = ?",
            (collection, href_key(href)),
        )

    def drop(self, collection: int, hrefs: Iterable[ResourceId]) -> None:
        """Forget rows: gone from the server, or in scope again."""
        self._database.many(
            "DELETE FROM beyond WHERE collection = ? AND href_key = ?",
            [(collection, href_key(href)) for href in hrefs],
        )
