"""What stores that rewrite texts made of them (``core.rendering``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync_engine.base_store.contents import Contents
from sync_engine.base_store.database import Database
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.rendering import Rendering


class StoredRenderings:
    """Table ``rendering``."""

    def __init__(self, database: Database, contents: Contents) -> None:
        self._database = database
        self._contents = contents

    def names(self, place: str) -> Mapping[str, ResourceId]:
        """See ``Renderings``."""
        found = self._database.all("SELECT uid, name FROM rendering WHERE place = ?", (place,))
        return {uid: ResourceId(name) for uid, name in found}

    def find(self, place: str, uid: str) -> Rendering | None:
        """See ``Renderings``."""
        row = self._database.one(
            "SELECT name, given_hash, read_hash, next_hash FROM rendering WHERE uid = ?"
            " ORDER BY place <> ?, rowid DESC LIMIT 1",
            (uid, place),
        )
        if row is None:
            return None
        name, *hashes = row
        given, read, following = (
            None if one is None else self._contents.get(ContentHash(one)) for one in hashes
        )
        assert given is not None and read is not None  # the schema wants them
        return Rendering(uid, ResourceId(name), given, read, following)

    def put(self, place: str, renderings: Iterable[Rendering]) -> None:
        """See ``Renderings``."""
        kept = list(renderings)
        with self._database.transaction("rendered"):
            given = self._contents.put_many(one.given for one in kept)
            read = self._contents.put_many(one.read for one in kept)
            put = self._contents.put
            following = [None if one.next is None else put(one.next) for one in kept]
            self._database.many(
                "INSERT OR REPLACE INTO rendering"
                " (place, uid, name, given_hash, read_hash, next_hash) VALUES (?,?,?,?,?,?)",
                [
                    (place, one.uid, one.name, *hashes)
                    for one, *hashes in zip(kept, given, read, following, strict=True)
                ],
            )

    def drop(self, place: str, uids: Iterable[str] | None = None) -> None:
        """See ``Renderings``."""
        if uids is None:
            self._database.run("DELETE FROM rendering WHERE place = ?", (place,))
        else:
            self._database.many(
                "DELETE FROM rendering WHERE place = ? AND uid = ?", [(place, uid) for uid in uids]
            )

    def prune(self) -> None:
        """Forget those of resources that no base row speaks of any more."""
        self._database.run(
            "DELETE FROM rendering WHERE uid NOT IN (SELECT uid FROM base WHERE uid IS NOT NULL)"
            " AND name NOT IN (SELECT local_id FROM base)"
        )
