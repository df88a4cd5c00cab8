"""What the page Contacts shows: read, searched and put into rows in a lane, like the calendar's."""

from __future__ import annotations

from dataclasses import dataclass

from ksync.reading.people import Crowd
from ksync.service import Service
from ksync.service.viewing import Source
from ui.viewmodels import contacts as words
from ui.viewmodels.contacts import PersonRow
from ui.viewmodels.left_out import Note, left_out


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be shown."""

    search: str
    category: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn.

    :param crowd: whom the numbers of the rows mean.
    """

    crowd: Crowd
    rows: tuple[PersonRow, ...]
    categories: tuple[str, ...]
    note: Note | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a slice of time brought.

    :param looked: whether it was looked which files there are.
    :param shown: ``None``: read on, it is too early to draw.
    """

    wish: Wish
    sources: tuple[Source, ...]
    looked: bool
    pending: int
    shown: Shown | None


def read(
    service: Service,
    wish: Wish,
    known: tuple[Source, ...] | None,
    seconds: float,
    *,
    draw: bool,
) -> Read:
    """Read on for that long, and find who is to be shown of those who are known then.

    :param known: the address books, ``None``: look which there are, and which files.
    :param draw: whether a picture is wanted though files are still to be read.
    """
    sources = service.viewing.look_at_people() if known is None else known
    if not draw:
        pending = service.viewing.read_people(seconds)
        if pending:
            return Read(wish, sources, known is None, pending, None)
    crowd = service.viewing.crowd(seconds)
    shown = Shown(
        crowd=crowd,
        rows=words.rows(crowd.people, wish.search, wish.category, frozenset()),
        categories=words.categories(crowd.people),
        note=left_out(crowd.left_out, words.source_names(sources)),
    )
    return Read(wish, sources, known is None, crowd.pending, shown)
