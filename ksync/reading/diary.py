"""All calendars: what is in a span of days, and what is to do.

Reading goes on in slices of a given time; what is known so far is told, with how much is
still to be read. A series is expanded year by year, when somebody looks at that year.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from ksync.reading.events import Entry, Occurrence, Series, Task, read
from ksync.reading.expansion import expand, overlaps
from ksync.reading.files import Files, LeftOut, Place, Unreadable
from ksync.reading.sources import Source
from ksync.reading.times import midnight

TOO_MUCH = "resource.unshown"
"""A series that cannot be expanded, or has more occurrences than can be shown."""


class Found(Struct, frozen=True, gc=False):
    """An occurrence, and where it comes from."""

    place: Place
    what: Occurrence


class FoundTask(Struct, frozen=True, gc=False):
    """A task, and where it comes from.

    :param number: which of the file's tasks it is.
    """

    place: Place
    what: Task
    number: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """What is in some days.

    :param pending, total: files that are not read yet, and all.
    :param left_out: what could not be read.
    """

    first: date
    last: date
    occurrences: tuple[Found, ...]
    tasks: tuple[FoundTask, ...]
    pending: int
    total: int
    left_out: tuple[LeftOut, ...]


class Diary:
    """What is read of the calendars' folders; safe to be used by several threads."""

    def __init__(self) -> None:
        self._files: Files[Entry] = Files(read, ".ics")
        self._too_much: dict[Place, LeftOut] = {}
        self._zone: object = None
        self._looks = 0
        self._wanted: tuple[date, date, int, int] | None = None
        self._todo: list[tuple[Place, Series]] = []
        self._turn = threading.Lock()

    def look(self, folders: Mapping[str, Path | Source]) -> None:
        """See which files there are now."""
        with self._turn:
            zone = (time.tzname, time.timezone)
            if zone != self._zone:
                # local times were read for another place
                self._files.forget_all()
                self._zone = zone
            self._files.look(folders)
            self._looks += 1
            self._too_much = {
                place: found
                for place, found in self._too_much.items()
                if place in self._files.entries
            }

    def advance(self, first: date, last: date, seconds: float) -> int:
        """Read on for that long; how much is still to be read of what is in these days."""
        with self._turn:
            return self._read_on(first, last, time.monotonic() + seconds)

    def span(self, first: date, last: date, seconds: float) -> Span:
        """What is in these days, as far as it can be read in that time.

        :param last: inclusive.
        """
        with self._turn:
            pending = self._read_on(first, last, time.monotonic() + seconds)
            begin, end = midnight(first), midnight(last) + timedelta(days=1)
            occurrences: list[Found] = []
            tasks: list[FoundTask] = []
            for place, entry in self._files.entries.items():
                occurrences += [
                    Found(place, each) for each in entry.occurrences if overlaps(each, begin, end)
                ]
                tasks += [FoundTask(place, task, n) for n, task in enumerate(entry.tasks)]
                series = entry.series
                if series is not None and series.years and series.meets(begin, end):
                    occurrences += _of_series(place, series, begin, end)
            left_out = (*self._files.left_out.values(), *self._too_much.values())
            return Span(
                first, last,
                tuple(sorted(occurrences, key=_in_order)),
                tuple(tasks),
                pending,
                self._files.total,
                tuple(sorted(left_out, key=lambda each: each.place)),
            )  # fmt: skip

    def text(self, place: Place) -> bytes:
        """The text of a file as it is now.

        :raises OSError, KeyError: it is gone.
        """
        return self._files.text(place)

    def path(self, place: Place) -> str:
        """Its path."""
        return self._files.path(place)

    def _read_on(self, first: date, last: date, until: float) -> int:
        """Files first, then the series that have to be expanded; how many are left of both.

        One series is done each time, however short that is: it has to come to an end.
        """
        self._files.advance(until)
        todo = self._to_expand(first, last)
        while todo:
            place, series = todo.pop()
            self._expand(place, series, first.year, last.year)
            if time.monotonic() >= until:
                break
        return self._files.pending + len(todo)

    def _to_expand(self, first: date, last: date) -> list[tuple[Place, Series]]:
        """The series that are still to be expanded for these days.

        They are looked for once, not for each of the slices in which they are expanded.
        """
        wanted = (first, last, self._looks, self._files.pending)
        if wanted != self._wanted:
            begin, end = midnight(first), midnight(last) + timedelta(days=1)
            years = range(first.year, last.year + 1)
            self._wanted = wanted
            self._todo = [
                (place, series)
                for place, entry in self._files.entries.items()
                if (series := entry.series) is not None
                and place not in self._too_much
                and series.meets(begin, end)
                and not all(year in series.years for year in years)
            ]
        return self._todo

    def _expand(self, place: Place, series: Series, first: int, last: int) -> None:
        for year in range(first, last + 1):
            if year not in series.years:
                try:
                    series.years[year] = expand(self.text(place), year)
                except OSError:
                    series.years[year] = ()
                except Unreadable:
                    series.years[year] = ()
                    self._too_much[place] = LeftOut(place, TOO_MUCH)


def _of_series(place: Place, series: Series, begin: datetime, end: datetime) -> list[Found]:
    """What of it is in the span; once, though two years may both have it."""
    found = {
        (each.start, each.title): Found(place, each)
        for year in range(begin.year, end.year + 1)
        for each in series.years.get(year, ())
        if overlaps(each, begin, end)
    }
    return list(found.values())


def _in_order(found: Found) -> tuple[datetime, bool, datetime, str, Place]:
    """By time; whole days first, the longer ones before the shorter."""
    what = found.what
    longer = datetime.max - (what.end - what.start)
    return what.start, not what.all_day, longer, what.title, found.place
