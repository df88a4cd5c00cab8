"""The history: every version that sync overwrote, deleted or could not keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.resolution import Reason


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version.

    :param at: seconds since the epoch.
    :param side: the side it was taken off: ``local`` or ``remote``; ``base``: it had gone
        from both when it was kept.
    :param counted: whether the brakes count it as a deletion (not for approved ones).
    """

    id: int
    at: float
    run: int
    collection: int
    side: str
    reason: Reason
    href: ResourceId | None
    local_id: ResourceId | None
    uid: str | None
    content: ContentHash


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to keep."""

    side: str
    reason: Reason
    href: ResourceId | None
    local_id: ResourceId | None
    uid: str | None
    content: ContentHash
    counted: bool = True


_FREE = (
    "hash NOT IN (SELECT local_hash FROM conflict WHERE state IN ('open', 'answered')"
    " AND local_hash IS NOT NULL UNION SELECT remote_hash FROM conflict"
    " WHERE state IN ('open', 'answered') AND remote_hash IS NOT NULL)"
)
"""What no open conflict is about: the rest is not forgotten."""

_COLUMNS = "id, at, run, collection, side, reason, href, local_id, uid, hash"


class History:
    """Table ``history``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, run: int, collection: int, at: float, versions: Iterable[NewVersion]) -> None:
        """Write versions down; call it before the act that takes them off a side."""
        self._database.many(
            "INSERT INTO history (at, run, collection, side, reason, href, local_id, uid, hash,"
            " counted) VALUES (?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    at,
                    run,
                    collection,
                    version.side,
                    version.reason.value,
                    version.href,
                    version.local_id,
                    version.uid,
                    version.content,
                    version.counted,
                )
                for version in versions
            ],
        )

    def newest(self, collection: int | None = None, *, limit: int = -1) -> Sequence[Version]:
        """Newest first."""
        where, values = ("WHERE collection = ?", (collection,)) if collection else ("", ())
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM history {where} ORDER BY at DESC, id DESC LIMIT ?",  # noqa: S608 - constants
            (*values, limit),
        )
        return [_version(row) for row in rows]

    def get(self, number: int) -> Version | None:
        """One by its number."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM history WHERE id = ?",  # noqa: S608 - constant
            (number,),
        )
        return _version(row) if row else None

    def deletions_since(self, collection: int, side: str, since: float) -> int:
        """How many resources lost their ``side`` since then, approved ones left out.

        A deletion that had to be tried again is one deletion.
        """
        row = self._database.one(
            "SELECT count(DISTINCT ifnull(href, ifnull(local_id, id))) FROM history"
            " WHERE collection = ? AND at >= ? AND side = ? AND reason = 'deleted' AND counted",
            (collection, since, side),
        )
        return int(row[0])

    def knows(self, collection: int, uid: str | None, content: ContentHash) -> bool:
        """Whether that text of that resource was overwritten before."""
        row = self._database.one(
            "SELECT 1 FROM history WHERE collection = ? AND uid IS ? AND hash = ?"
            " AND reason <> 'out of scope' LIMIT 1",
            (collection, uid, content),
        )
        return row is not None

    def deleted(self, uid: str) -> bool:
        """Whether a resource of that UID was deleted before, in any collection."""
        row = self._database.one(
            "SELECT 1 FROM history WHERE uid = ? AND reason = 'deleted' LIMIT 1", (uid,)
        )
        return row is not None

    def prune(self, before: float, run: int) -> int:
        """Delete versions older than that, kept by that run or an earlier one.

        :returns: how many.
        """
        return self._database.run(
            f"DELETE FROM history WHERE at < ? AND run <= ? AND {_FREE}",  # noqa: S608 - constant
            (before, run),
        ).rowcount

    def erase(self, collection: int | None = None) -> int:
        """Delete versions, of a collection or all, but what open conflicts are about."""
        where = "collection = ? AND" if collection is not None else ""
        return self._database.run(
            f"DELETE FROM history WHERE {where} {_FREE}",  # noqa: S608 - constants
            () if collection is None else (collection,),
        ).rowcount

    def shrink(self, most: int) -> int:
        """Delete the oldest versions until the rest fits; returns how many.

        :param most: bytes, compressed, of all texts that are kept (each counted once).
        """
        size = 0
        counted: set[str] = set()
        rows = self._database.all(
            "SELECT history.id, hash, length(data) FROM history JOIN content USING (hash)"
            " ORDER BY at DESC, history.id DESC"
        )
        for index, (_, hashed, length) in enumerate(rows):
            if hashed not in counted:
                counted.add(hashed)
                size += length
            if size > most:
                old = [(row[0],) for row in rows[index:]]
                self._database.many(
                    f"DELETE FROM history WHERE id = ? AND {_FREE}",  # noqa: S608 - constant
                    old,
                )
                return len(old)
        return 0


def _version(row: tuple[object, ...]) -> Version:
    values = list(row)
    values[5] = Reason(str(values[5]))
    return Version(*values)  # type: ignore[arg-type]  # columns have these types
