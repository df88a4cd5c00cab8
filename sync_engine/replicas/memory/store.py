"""A local store in memory: its collections by name, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.memory.collection import MemoryCollection
from sync_engine.replicas.names import SUFFIXES, folder_name, one_line, unique_title
from sync_engine.replicas.port import CollectionInfo, Kind


class MemoryStore:
    """A local store in memory.

    :param make: builds an empty collection of that name.
    """

    def __init__(
        self, kind: Kind = Kind.CALENDAR, make: Callable[[str], MemoryCollection] | None = None
    ) -> None:
        self._kind = kind
        self._make = make or (lambda name: MemoryCollection(name, suffix=SUFFIXES[kind]))
        self._open: dict[str, tuple[str, CollectionInfo, MemoryCollection]] = {}

    def collections(self) -> Sequence[CollectionInfo]:
        """All of them."""
        return tuple(info for _, info, _ in self._open.values())

    def create(self, key: str, info: CollectionInfo) -> str:
        """Make a collection; with a key that is known: that collection's name."""
        for name, (known, _, _) in self._open.items():
            if known == key:
                self.update(name, info)
                return name
        name = folder_name(info.display_name or "", self._kind.value, self._open.__contains__)
        self._open[name] = (key, CollectionInfo(name, self._kind), self._make(name))
        self.update(name, info)
        return name

    def open(self, name: str, key: str) -> MemoryCollection:
        """The collection of that name and key."""
        known, _, collection = self._open.get(name, (None, None, None))
        if known != key or collection is None:
            raise ReplicaUnavailable("no such collection, or another key", where=name)
        return collection

    def update(self, name: str, info: CollectionInfo) -> None:
        """Set display name (made unique) and colour; ``None`` leaves them."""
        key, old, collection = self._entry(name)
        shown = old.display_name
        if info.display_name is not None:
            others = {
                (other.display_name or "").casefold()
                for other in self.collections()
                if other.url != name
            }
            shown = unique_title(one_line(info.display_name), others)
        color = info.color if info.color is not None else old.color
        self._open[name] = (key, replace(old, display_name=shown, color=color), collection)

    def remove(self, name: str, key: str, *, resources: bool = True) -> Sequence[str]:
        """Forget the collection, if it is empty or its resources are to go with it."""
        there = self.open(name, key).bodies()
        if there and not resources:
            return tuple(sorted(there))
        del self._open[name]
        return ()

    def _entry(self, name: str) -> tuple[str, CollectionInfo, MemoryCollection]:
        if name not in self._open:
            raise ReplicaUnavailable("no such collection", where=name)
        return self._open[name]
