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
from dataclasses import dataclass
from typing import Final

from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Failure, Observation, Seen, Snapshot
from sync_engine.core.rendering import Renderings
from sync_engine.errors import InvalidSyncToken
from sync_engine.replicas.eds import keys
from sync_engine.replicas.eds.presenting import present
from sync_engine.replicas.eds.recognizing import Recognizer
from sync_engine.replicas.eds.shelf import Raw, Shelf
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resource is.

    :param part: which source.
    """

    part: str
    uid: str


class EdsCollection:
    """The sources of one collection.

    :param name: the collection's name in the store, and the ledger's place.
    :param shelves: its sources, open, by what is in them.
    :param grow: opens a source for another kind of component.
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
        self._revision: tuple[str, ...] | None = None

    def verify(self) -> None:
        """Return if it can be asked.

        :raises ServiceLost:
        """
        with self.mutex:
            self._revisions()

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
        for start in range(0, len(unique), _BATCH):
            with self.mutex:
                self.refresh()
                yield self._read(unique[start : start + _BATCH])

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
            if self._revision is None:
                self.refresh()
            folded = {name.casefold() for name in self._places}
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
        revision = self._revisions()
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

    def place_of(self, name: ResourceId) -> Place | None:
        """Where a resource is, by the last listing."""
        return self._places.get(name)

    def has(self, uid: str) -> bool:
        """Whether a resource of this UID is there, by the last listing."""
        return any(place.uid == uid for place in self._places.values())

    def moved(self) -> bool:
        """Whether anything was written since the last listing."""
        return self._revisions() != self._revision

    def written(self) -> None:
        """What the last listing said is old."""
        self._revision = None

    def shelf(self, part: str) -> Shelf:
        """The source for one kind of component, made where there is none."""
        if part not in self.shelves:
            self.shelves[part] = self._grow(part)
        return self.shelves[part]

    def present(self, uid: str, read: bytes) -> bytes | Failure:
        """The text of what the store has."""
        return present(self.ledger.find(self.name, uid), read)

    # -- inside --------------------------------------------------------------------------

    def _revisions(self) -> tuple[str, ...]:
        return tuple(shelf.revision() for shelf in self.shelves.values())

    def _read(self, names: Sequence[ResourceId]) -> Mapping[ResourceId, Got]:
        found: dict[ResourceId, Got] = dict.fromkeys(names, Missing())
        by_part: dict[str, dict[str, ResourceId]] = {}
        for name in names:
            place = self._places.get(name)
            if place is not None:
                by_part.setdefault(place.part, {})[place.uid] = name
        for part, wanted in by_part.items():
            shelf = self.shelves[part]
            for uid, raw in shelf.some(list(wanted)).items():
                text = self.present(uid, shelf.read(raw))
                found[wanted[uid]] = (
                    text if isinstance(text, Failure) else Loaded(shelf.mark(raw), text)
                )
        return found
