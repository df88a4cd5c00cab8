"""What the page Calendar shows, from what is wished to what is drawn.

Theory
------
Finding out what stands in which cell takes time that grows with the calendars: it is done in
a lane, from a frozen ``Wish``, and comes back as frozen rows. The thread of the window only
hands them to its lists.

Rules
-----
* While files are still to be read, nothing is laid out unless the wish says so: reading goes
  on in slices, and a picture of what is known so far now and then is enough.
* Only the view that is seen is laid out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from ksync.reading.diary import Found, FoundTask, Span
from ksync.service import Service
from ksync.service.viewing import Source
from ui.viewmodels import calendar as words
from ui.viewmodels.calendar import WEEKS, AgendaRow, Day, Speech, TaskRow
from ui.viewmodels.left_out import Note, left_out


class View(Enum):
    """How days are shown."""

    MONTH = 0
    AGENDA = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown.

    :param hidden: IDs of calendars that were switched off.
    """

    month: date
    view: View
    hidden: frozenset[str]
    done_too: bool
    today: date
    weekday: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn.

    :param found, found_tasks: what the numbers of rows mean.
    :param to_do: tasks that are not done.
    """

    span: Span
    found: tuple[Found, ...]
    found_tasks: tuple[FoundTask, ...]
    days: tuple[Day, ...]
    agenda: tuple[AgendaRow, ...]
    tasks: tuple[TaskRow, ...]
    to_do: int
    note: Note | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a slice of time brought.

    :param looked: whether it was looked which files there are.
    :param pending: how much of these days is not read yet.
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
    speech: Speech,
    seconds: float,
    *,
    draw: bool,
) -> Read:
    """Read on for that long, and lay out what is known then.

    :param known: the calendars, ``None``: look which there are, and which files.
    :param draw: whether a picture is wanted though files are still to be read.
    """
    sources = service.viewing.look_at_calendars() if known is None else known
    first = words.first_of_grid(wish.month, wish.weekday)
    last = first + timedelta(days=7 * WEEKS - 1)
    if not draw:
        pending = service.viewing.read_calendars(first, last, seconds)
        if pending:
            return Read(wish, sources, known is None, pending, None)
    span = service.viewing.span(first, last, seconds)
    shown = laid_out(span, sources, wish, speech)
    return Read(wish, sources, known is None, span.pending, shown)


def laid_out(span: Span, sources: tuple[Source, ...], wish: Wish, speech: Speech) -> Shown:
    """What is drawn of a span."""
    tints = words.colours(sources)
    names = {each.id: each.title for each in sources}
    found = tuple(each for each in span.occurrences if each.place.collection not in wish.hidden)
    found_tasks = tuple(each for each in span.tasks if each.place.collection not in wish.hidden)
    days: tuple[Day, ...] = ()
    rows: tuple[AgendaRow, ...] = ()
    if wish.view is View.MONTH:
        days = words.grid(found, wish.month, wish.weekday, wish.today, tints, speech)
    else:
        rows = _agenda(found, wish, tints, names, speech)
    tasks = words.tasks(found_tasks, datetime.now(), tints, speech, done_too=wish.done_too)
    return Shown(
        span=span,
        found=found,
        found_tasks=found_tasks,
        days=days,
        agenda=rows,
        tasks=tasks,
        to_do=sum(not row.done for row in tasks),
        note=left_out(span.left_out, names),
    )


def _agenda(
    found: tuple[Found, ...],
    wish: Wish,
    tints: Mapping[str, str],
    names: Mapping[str, str],
    speech: Speech,
) -> tuple[AgendaRow, ...]:
    first = wish.month.replace(day=1)
    last = words.moved(first, 1) - timedelta(days=1)
    return words.agenda(found, first, last, wish.today, tints, names, speech)
