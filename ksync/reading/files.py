"""Files of some folders, each read once as long as it does not change.

A file is known by its name, its size and the time of its last change; reading goes on in
slices, so that nothing waits long for it, however many files there are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from ksync.reading.sources import Folder, Mark, Source

T = TypeVar("T")

MOST_BYTES = 24_000_000
"""A larger file is left out: no event and no card is."""

_EACH = 16
"""Files between two looks at the clock."""


class Place(Struct, frozen=True, order=True, gc=False):
    """Where a file is.

    :param collection: its ID; :param name: of the file in the collection's folder.
    """

    collection: str
    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that could not be read.

    :param why: a reference of the catalogue of errors.
    """

    place: Place
    why: str


class Unreadable(Exception):
    """The text of a file is not what it should be."""


class Files(Generic[T]):
    """What the files of some folders say.

    :param read: a file's text as a value; it raises ``Unreadable`` where it cannot.
    :param suffix: of the names that count.
    """

    def __init__(self, read: Callable[[bytes], T], suffix: str) -> None:
        self._read = read
        self._suffix = suffix
        self._sources: dict[str, Source] = {}
        self._marks: dict[Place, Mark] = {}
        self._waiting: dict[Place, Mark] = {}
        self.entries: dict[Place, T] = {}
        self.left_out: dict[Place, LeftOut] = {}

    @property
    def pending(self) -> int:
        """How many are not read yet."""
        return len(self._waiting)

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._marks) + len(self._waiting)

    def look(self, folders: Mapping[str, Path | Source]) -> None:
        """See which files there are now; what is as it was is not read again."""
        for old in self._sources.values():
            old.close()
        self._sources = {
            collection: Folder(source) if isinstance(source, Path) else source
            for collection, source in folders.items()
        }
        there = {
            Place(collection, name): mark
            for collection, source in self._sources.items()
            for name, mark in source.listed(self._suffix)
        }
        for place in [place for place in self._marks if there.get(place) != self._marks[place]]:
            self._forget(place)
        self._waiting = {
            place: mark for place, mark in there.items() if self._marks.get(place) != mark
        }

    def forget_all(self) -> None:
        """Read everything anew at the next look."""
        for place in list(self._marks):
            self._forget(place)

    def advance(self, until: float) -> bool:
        """Read on until then (``time.monotonic``); whether all is read."""
        while self._waiting:
            for _ in range(min(_EACH, len(self._waiting))):
                place, mark = self._waiting.popitem()
                self._take(place, mark)
            if time.monotonic() >= until:
                break
        return not self._waiting

    def text(self, place: Place) -> bytes:
        """The text of a file as it is now.

        :raises OSError, KeyError: it is gone.
        """
        return self._sources[place.collection].text(place.name)

    def path(self, place: Place) -> str:
        """Its path, or where it is else."""
        return self._sources[place.collection].place(place.name)

    def _take(self, place: Place, mark: Mark) -> None:
        self._marks[place] = mark
        try:
            if mark[1] > MOST_BYTES:
                raise Unreadable
            self.entries[place] = self._read(self.text(place))
        except (FileNotFoundError, KeyError):
            self._forget(place)  # gone since it was listed
        except OSError:
            self.left_out[place] = LeftOut(place, "store.failed")
        except Unreadable:
            self.left_out[place] = LeftOut(place, "resource.broken")

    def _forget(self, place: Place) -> None:
        self._marks.pop(place, None)
        self.entries.pop(place, None)
        self.left_out.pop(place, None)
