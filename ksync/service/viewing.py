"""What was synced, to look at: calendars, tasks and people, from the local folders, and of
what is in the desktop's store from the sync state.

What is read stays in memory as long as the process does, so that a file is read once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ksync.reading.details import Details, of_event, of_task
from ksync.reading.diary import Diary, Found, FoundTask, Span
from ksync.reading.files import Place, Unreadable
from ksync.reading.memory import give_back
from ksync.reading.people import Crowd, People
from ksync.reading.sources import Source as Texts
from ksync.reading.sources import Synced
from ksync.reporting.errors import AppError
from ksync.stores import DESKTOP

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.service.collections import CollectionView

_T = TypeVar("_T")
_LOCK = threading.Lock()
_DIARIES: dict[Path, Diary] = {}
_PEOPLE: dict[Path, People] = {}


class ItemGone(AppError):
    """The file was removed, or is damaged, since it was listed."""

    reference = "view.gone"


@dataclass(frozen=True, slots=True)
class Source:
    """A calendar or an address book that is shown."""

    id: str
    title: str
    colour: str
    kind: str
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An event or a task with its details."""

    details: Details
    path: str


class Viewing:
    """Reads the local folders; writes nothing, asks no server."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._diary = _kept(_DIARIES, parts.paths.state, Diary)
        self._people = _kept(_PEOPLE, parts.paths.state, People)

    def look_at_calendars(self) -> tuple[Source, ...]:
        """See which files there are now; the calendars that are shown."""
        shown = self._shown("calendar")
        self._diary.look(self._sources(shown))
        return tuple(map(_source, shown))

    def read_calendars(self, first: date, last: date, seconds: float) -> int:
        """Read on for that long; how much is still to be read of what is in these days."""
        return self._diary.advance(first, last, seconds)

    def span(self, first: date, last: date, seconds: float) -> Span:
        """What is in these days, as far as it can be read in that time."""
        found = self._diary.span(first, last, seconds)
        if not found.pending:
            give_back()
        return found

    def event(self, found: Found) -> Item:
        """An occurrence with its details.

        :raises ItemGone: it is there no more.
        """
        return self._item(found.place, lambda body: of_event(body, found.what))

    def task(self, found: FoundTask) -> Item:
        """A task with its details.

        :raises ItemGone: it is there no more.
        """
        return self._item(found.place, lambda body: of_task(body, found.number))

    def look_at_people(self) -> tuple[Source, ...]:
        """See which files there are now; the address books that are shown."""
        shown = self._shown("addressbook")
        self._people.look(self._sources(shown))
        return tuple(map(_source, shown))

    def read_people(self, seconds: float) -> int:
        """Read on for that long; how many files are still to be read."""
        return self._people.advance(seconds)

    def crowd(self, seconds: float) -> Crowd:
        """Everybody, as far as it can be read in that time."""
        found = self._people.crowd(seconds)
        if not found.pending:
            give_back()
        return found

    def photo(self, place: Place) -> bytes | None:
        """The photo that a card carries."""
        return self._people.photo(place)

    def path_of_person(self, place: Place) -> str:
        """The path of a card's file."""
        return self._people.path(place)

    def _sources(self, shown: list[CollectionView]) -> dict[str, Path | Texts]:
        """A folder each, or where the texts of what has none are."""
        found: dict[str, Path | Texts] = {}
        for each in shown:
            if each.path:
                found[each.id] = Path(each.path)
            elif each.items:
                name, _, slug = each.id.partition("/")
                with self._parts.account(name) as opened:
                    found[each.id] = Synced(opened.state_file, slug, DESKTOP)
        return found

    def _shown(self, kind: str) -> list[CollectionView]:
        from ksync.service.collections import Collections  # noqa: PLC0415  imported when used

        found = Collections(self._parts).list()
        return [each for each in found if each.kind == kind and each.enabled]

    def _item(self, place: Place, read: Callable[[bytes], Details]) -> Item:
        try:
            return Item(read(self._diary.text(place)), self._diary.path(place))
        except (OSError, KeyError, Unreadable) as error:
            raise ItemGone(collection=place.collection, resource=place.name) from error


def _source(view: CollectionView) -> Source:
    return Source(view.id, view.display_name, view.color or "", view.kind, view.components)


def _kept(kept: dict[Path, _T], key: Path, make: Callable[[], _T]) -> _T:
    with _LOCK:
        if key not in kept:
            kept[key] = make()
        return kept[key]
