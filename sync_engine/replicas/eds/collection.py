"""A collection in evolution-data-server as a replica that keeps bytes.

Theory
------
The store rewrites what it is given, so it is asked for edits, not for texts. Of each
resource ``Renderings`` holds what was given down and what was read back then. A text is
read by comparing what is there now with that reading: nothing changed, and the text is
the one that was given, octet for octet; something changed, and the difference goes as a
patch onto it (``presenting``). So to the engine, and in the end to the server, the store
keeps bytes.

Rules
-----
* The fingerprint is a hash of the stored text. It raises suspicion; only the text tells.
* The revision of the sources is asked before a listing: if none moved since the last one,
  that one holds.
* A write looks at what is there first, in the same breath: the service has no conditional
  write. It is read back at once, and its reading kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Failure, Observation, Seen, Snapshot
from sync_engine.core.rendering import Renderings
from sync_engine.errors import InvalidSyncToken
from sync_engine.replicas.eds import keys
from sync_engine.replicas.eds.presenting import present
from sync_engine.replicas.eds.recognizing import Recognizer
from sync_engine.replicas.eds.shelf import Place, Raw, Shelf
from sync_engine.replicas.eds.writing import Writing
from sync_engine.replicas.names import resource_name
from sync_engine.replicas.port import (
    Capabilities,
    Got,
    Loaded,
    Missing,
    Operation,
    Outcome,
)

_BATCH: Final = 100


class EdsCollection:
    """The sources of one collection.

    :param name: the collection's name in the store, and the ledger's place.
    :param shelves: its sources, open, by what is in them.
    :param grow: opens a source for another kind of component.
    :ivar uids: of what is there, as ``place_of`` knows it.
    """

    def __init__(
        self,
        name: str,
        suffix: str,
        shelves: Mapping[str, Shelf],
        ledger: Renderings,
        grow: Callable[[str], Shelf],
    ) -> None:
        self.capabilities = Capabilities(rewriting=Recognizer(self))
        self.name = name
        self.suffix = suffix
        self.shelves = dict(shelves)
        self.ledger = ledger
        self._grow = grow
        self.mutex = threading.RLock()
        self._places: dict[ResourceId, Place] = {}
        self._marks: dict[ResourceId, Fingerprint] = {}
        self.uids: set[str] = set()
        self._folded: set[str] | None = None
        self._revision: tuple[str, ...] | None = None
        self._listed = False

    def verify(self) -> None:
        """Return if it can be asked.

        :raises ServiceLost:
        """
        with self.mutex:
            self.revisions()

    def observe(self, token: SyncToken | None) -> Observation:
        """List everything. There are no tokens, so any is refused."""
        if token is not None:
            raise InvalidSyncToken("the desktop's store gives no tokens", where=self.name)
        with self.mutex:
            self.refresh()
            return Snapshot({name: Seen(mark) for name, mark in self._marks.items()}, {}, None)

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """Read resources."""
        unique = list(dict.fromkeys(ids))
        with self.mutex:
            self.refresh()
            there = self.there(unique)
        for start in range(0, len(unique), _BATCH):
            names = unique[start : start + _BATCH]
            with self.mutex:
                found: dict[ResourceId, Got] = {
                    name: self._got(*there[name]) if name in there else Missing() for name in names
                }
            yield found

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        """Carry out writes: of a sequence many at once, else one by one as they come."""
        if isinstance(operations, Sequence):
            with self.mutex:
                outcomes = Writing(self).carry_out(operations)
            yield from outcomes
            return
        for operation in operations:
            with self.mutex:
                (outcome,) = Writing(self).carry_out([operation])
            yield outcome

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        """A safe name, by the rules of a vdir."""
        with self.mutex:
            if self._folded is None:
                self.refresh()
                self._folded = {name.casefold() for name in self._places}
            folded = self._folded
        return resource_name(
            suggestion,
            self.suffix,
            lambda name: name.casefold() in folded or taken(ResourceId(name)),
        )

    def listed(self) -> frozenset[ResourceId]:
        """What is there now."""
        with self.mutex:
            self.refresh()
            return frozenset(self._places)

    def confirm_gone(
        self, ids: Iterable[ResourceId], canary: ResourceId | None
    ) -> frozenset[ResourceId]:
        """Those that are not there."""
        there = {canary, *self.listed()}
        return frozenset(name for name in ids if name not in there)

    # -- for the writer ------------------------------------------------------------------

    def refresh(self) -> None:
        """List, unless nothing changed since the last time."""
        revision = self.revisions()
        if revision == self._revision:
            return
        names = self.ledger.names(self.name)
        places: dict[ResourceId, Place] = {}
        marks: dict[ResourceId, Fingerprint] = {}
        unnamed: list[tuple[Place, Raw]] = []
        seen: set[str] = set()
        for part, shelf in self.shelves.items():
            for uid, raw in shelf.all().items():
                place = Place(part, uid)
                name = names.get(uid)
                if name is None or name in places or uid in seen:
                    unnamed.append((place, raw))
                else:
                    places[name], marks[name] = place, shelf.mark(raw)
                seen.add(uid)
        for place, raw in unnamed:
            name = keys.name_of(place.uid, self.suffix)
            if name in places:
                name = keys.name_of(f"{place.part}\0{place.uid}", self.suffix)
            places[name], marks[name] = place, self.shelves[place.part].mark(raw)
        self._places, self._marks, self._revision = places, marks, revision
        self.uids, self._folded, self._listed = seen, None, True

    def place_of(self, name: ResourceId) -> Place | None:
        """Where a resource is, by the last listing and what was written since.

        Another program may have made it since; if it is asked for, that is looked up.
        """
        if name not in self._places and not self._listed:
            self.refresh()
        return self._places.get(name)

    def written(self, new: Mapping[ResourceId, Place], gone: Iterable[ResourceId]) -> None:
        """Resources came and went by a write; the next observation lists anew."""
        self._revision = None
        for name in gone:
            place = self._places.pop(name, None)
            if place is not None:
                self.uids.discard(place.uid)
        self._places.update(new)
        self.uids |= {place.uid for place in new.values()}
        if self._folded is not None:
            self._folded |= {name.casefold() for name in new}

    def revisions(self) -> tuple[str, ...]:
        """Those of its sources; the same ones: nothing was written in between."""
        return tuple(shelf.revision() for shelf in self.shelves.values())

    def shelf(self, part: str) -> Shelf:
        """The source for one kind of component, made where there is none."""
        if part not in self.shelves:
            self.shelves[part] = self._grow(part)
        return self.shelves[part]

    def present(self, uid: str, read: bytes) -> bytes | Failure:
        """The text of what the store has."""
        return present(self.ledger.find(self.name, uid), read)

    # -- inside --------------------------------------------------------------------------

    def there(self, names: Sequence[ResourceId]) -> dict[ResourceId, tuple[Place, Raw]]:
        """What is there now under these names, as ``place_of`` knows them."""
        by_part: dict[str, dict[str, ResourceId]] = {}
        for name in names:
            place = self._places.get(name)
            if place is not None:
                by_part.setdefault(place.part, {})[place.uid] = name
        found: dict[ResourceId, tuple[Place, Raw]] = {}
        for part, wanted in by_part.items():
            for uid, raw in self.shelves[part].some(list(wanted)).items():
                found[wanted[uid]] = (Place(part, uid), raw)
        return found

    def _got(self, place: Place, raw: Raw) -> Got:
        shelf = self.shelves[place.part]
        text = self.present(place.uid, shelf.read(raw))
        return text if isinstance(text, Failure) else Loaded(shelf.mark(raw), text)
