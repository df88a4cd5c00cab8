"""A ledger in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.rendering import Rendering


class MemoryLedger:
    """See ``Renderings``."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Rendering] = {}

    def names(self, place: str) -> Mapping[str, ResourceId]:
        return {uid: one.name for (where, uid), one in self.rows.items() if where == place}

    def find(self, place: str, uid: str) -> Rendering | None:
        found = self.rows.get((place, uid))
        return found or next((one for (_, other), one in self.rows.items() if other == uid), None)

    def put(self, place: str, renderings: Iterable[Rendering]) -> None:
        self.rows.update({(place, one.uid): one for one in renderings})

    def drop(self, place: str, uids: Iterable[str] | None = None) -> None:
        gone = {u for where, u in self.rows if where == place} if uids is None else set(uids)
        self.rows = {k: v for k, v in self.rows.items() if k[0] != place or k[1] not in gone}
