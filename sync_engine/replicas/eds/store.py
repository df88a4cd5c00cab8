"""The collections of an account in evolution-data-server."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sync_engine.core.rendering import Renderings
from sync_engine.errors import DesktopSourceGone, ReplicaUnavailable
from sync_engine.replicas.eds.books import BookShelf
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.calendars import CalendarShelf
from sync_engine.replicas.eds.collection import EdsCollection
from sync_engine.replicas.eds.services import Services
from sync_engine.replicas.eds.shelf import Shelf
from sync_engine.replicas.eds.sources import CARDS, Found, Sources
from sync_engine.replicas.names import SUFFIXES, one_line, unique_title
from sync_engine.replicas.port import CollectionInfo, Kind

_KNOWN_WITHIN: Final = 5.0
"""Seconds that the calendar service may take to hear of a source that was just made."""


class EdsStore:
    """The collections of one kind.

    :param owner: whose sources these are: an account.
    :param ledger: what the store made of what it was given.
    """

    def __init__(self, services: Services, owner: str, kind: Kind, ledger: Renderings) -> None:
        self._services = services
        self._kind = kind
        self._ledger = ledger
        self._sources = Sources(services, owner, kind)

    def collections(self) -> Sequence[CollectionInfo]:
        """What is there, by name."""
        return tuple(self._info(found) for _, found in sorted(self._sources.all().items()))

    def create(self, key: str, info: CollectionInfo) -> str:
        """Make a collection; if one with that key is there: that one, updated."""
        there = self._sources.all()
        name = next((name for name, found in there.items() if found.key == key), None)
        if name is None:
            title = one_line(info.display_name or "")
            title = unique_title(title, self._titles(there)) if title else ""
            name = self._sources.make(key, replace(info, display_name=title or None))
        else:
            self.update(name, info)
        for part, source in self._sources.bound(name, key).parts.items():
            self._shelf(part, source.uid).mark_as(key)
        return name

    def open(self, name: str, key: str) -> EdsCollection:
        """Open for sync.

        :raises ReplicaUnavailable: a source is not there, or is another collection's.
        """
        found = self._sources.bound(name, key)
        shelves = {part: self._shelf(part, source.uid) for part, source in found.parts.items()}
        if not all(shelf.is_marked(key) for shelf in shelves.values()):
            raise DesktopSourceGone("the source is there, its data are not", where=name)
        return EdsCollection(
            name,
            SUFFIXES[self._kind],
            shelves,
            self._ledger,
            lambda part: self._grow(name, key, part),
        )

    def update(self, name: str, info: CollectionInfo) -> None:
        """Set display name (made unique) and colour; ``None`` leaves them."""
        there = self._sources.all()
        found = there.get(name)
        if found is None:
            raise DesktopSourceGone("the desktop has no such source", where=name)
        title = one_line(info.display_name) if info.display_name is not None else ""
        others = {other: one for other, one in there.items() if other != name}
        wanted = unique_title(title, self._titles(others)) if title else None
        self._sources.update(found, wanted, info.color)

    def remove(self, name: str, key: str, *, resources: bool = True) -> Sequence[str]:
        """Delete the collection with its resources.

        :param resources: delete those that are in it; else it is left to the user, as a
            collection of the desktop's own, if there are any.
        """
        found = self._sources.bound(name, key)
        left: list[str] = []
        if not resources:
            left = [str(id_) for id_ in self.open(name, key).listed()]
        if left:
            self._sources.disown(found)
        else:
            self._sources.remove(found)
        self._ledger.drop(name)
        return tuple(sorted(left))

    def erase(self) -> None:
        """Delete all collections of this owner and kind."""
        for name, found in self._sources.all().items():
            self._sources.remove(found)
            self._ledger.drop(name)

    def _info(self, found: Found) -> CollectionInfo:
        info = CollectionInfo(found.name, self._kind, found.display_name, color=found.color)
        return replace(info, components=frozenset(found.parts) - {CARDS})

    def _titles(self, there: dict[str, Found]) -> set[str]:
        return {(found.display_name or "").casefold() for found in there.values()}

    def _grow(self, name: str, key: str, part: str) -> Shelf:
        found = self._sources.add(self._sources.bound(name, key), part)
        shelf = self._shelf(part, found.parts[part].uid)
        shelf.mark_as(key)
        return shelf

    def _shelf(self, part: str, source: str) -> Shelf:
        kind = BookShelf if part == CARDS else CalendarShelf
        deadline = time.monotonic() + _KNOWN_WITHIN
        while True:
            try:
                return kind(self._services, part, source)
            except Refused as error:
                if time.monotonic() >= deadline:
                    raise ReplicaUnavailable(
                        f"the source does not open: {error}", where=source
                    ) from error
                time.sleep(0.05)
