"""The calendar: what was synced, to look at, by month or as an agenda; tasks beneath.

Files are read in a lane, a slice of time after the other; what is known so far is drawn
meanwhile. Turning the pages asks for what is seen, and for nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ksync.reading.diary import Found, FoundTask, Span
from ksync.service import Service
from ksync.service.viewing import Item, Source
from ui import formats
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import Topic
from ui.viewmodels import calendar as words
from ui.viewmodels import event_details
from ui.viewmodels.calendar import WEEKS
from ui.viewmodels.event_details import Sheet
from ui.viewmodels.left_out import Note, left_out
from ui.widgets.agenda import AgendaList
from ui.widgets.basics import EmptyState, button, label, row, tool
from ui.widgets.fields import switch
from ui.widgets.lists import Line, LineList
from ui.widgets.month import MonthTable
from ui.widgets.reading import ReadingLine
from ui.widgets.sheet import SheetPanel
from ui.widgets.swatch import swatch_icon
from ui.words import plural, tr

SLICE_SECONDS = 0.08
DRAW_SECONDS = 0.4
_MONTH, _AGENDA, _EMPTY = range(3)


@dataclass(frozen=True, slots=True)
class _Data:
    """What was read.

    :param sources: ``None``: as they were.
    """

    sources: tuple[Source, ...] | None
    span: Span
    month: date


class CalendarPage(Page):
    """The calendar."""

    topics = frozenset({Topic.COLLECTIONS, Topic.CONTENT, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Calendar"))
        self.today: Callable[[], date] = date.today
        self.day = self.today()
        self.sources: tuple[Source, ...] = ()
        self.span: Span | None = None
        self._hidden: frozenset[str] = frozenset()
        self._look = True
        self._done_too = False
        self._drawn_at = 0.0
        self._view = _MONTH
        self._seen: list[Found] = []
        self._tasks: list[FoundTask] = []
        self._opening: object = None
        self._head()
        self.month = MonthTable(tr("Month"), lambda: desk.tokens)
        self.month.chosen.connect(self._choose)
        self.month.opened.connect(self.open_event)
        self.month.day_opened.connect(self._open_day)
        self.month.turned.connect(self._turned)
        self.agenda = AgendaList(tr("Agenda"), lambda: desk.tokens, self.open_event)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.month)
        self.stack.addWidget(self.agenda)
        self.stack.addWidget(
            EmptyState(
                "calendar",
                tr("No calendar here yet"),
                tr("After the first sync its events and tasks are shown here, to look at."),
                desk.tokens,
            )
        )
        self.sheet = SheetPanel(desk, tr("Details"), self.close_sheet)
        self.sheet.hide()
        self._reading = ReadingLine(desk)
        self._lay_out()
        for key, do in (("T", self.go_today), ("Escape", self.close_sheet)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # -- layout -------------------------------------------------------------------------------

    def _head(self) -> None:
        text = self.desk.tokens.text
        self.title = label(size=1.15, bold=True)
        self.calendars = QToolButton()
        self.calendars.setText(tr("Calendars"))
        self.calendars.setIcon(self.desk.icon("expand"))
        self.calendars.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.calendars.setProperty("button", "true")
        self.calendars.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.calendars.setMenu(QMenu(self.calendars))
        self.by_month = _half(tr("Month"), lambda: self.show_view(_MONTH))
        self.by_agenda = _half(tr("Agenda"), lambda: self.show_view(_AGENDA))
        self.by_month.setChecked(True)
        across = row(
            tool("previous", text, tr("The month before"), partial(self.turn, -1)),
            button(tr("Today"), self.go_today),
            tool("next", text, tr("The month after"), partial(self.turn, 1)),
            self.title, 1, self.calendars, self.by_month, self.by_agenda,
        )  # fmt: skip
        self.body.addLayout(across)

    def _lay_out(self) -> None:
        self.tasks = LineList(tr("Tasks"), lambda: self.desk.tokens, self._open_task)
        self.tasks.clicked.connect(lambda index: self._open_task(
            self.tasks.lines.lines[index.row()].key))  # fmt: skip
        self._tasks_title = label(bold=True)
        done_too = switch(tr("Done ones too"), on=False, chosen=self._show_done)
        below = QVBoxLayout()
        below.setContentsMargins(0, 4, 0, 0)
        below.addLayout(row(self._tasks_title, 1, done_too))
        below.addWidget(self.tasks, 1)
        self.task_area = QWidget()
        self.task_area.setLayout(below)
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(self.stack)
        down.addWidget(self.task_area)
        down.setStretchFactor(0, 1)
        down.setSizes([470, 130])
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(down)
        across.addWidget(self.sheet)
        across.setStretchFactor(0, 1)
        across.setSizes([620, 290])
        for splitter in (down, across):
            splitter.setHandleWidth(12)
            splitter.setChildrenCollapsible(False)
        self.body.addWidget(across, 1)
        self.body.addWidget(self._reading)
        self.task_area.hide()

    # -- reading ------------------------------------------------------------------------------

    def load(self, service: Service) -> _Data:
        """What is seen, as far as it can be read in a slice of time."""
        look, self._look = self._look, True
        sources = service.viewing.look_at_calendars() if look else None
        first = words.first_of_grid(self.day, formats.first_weekday())
        span = service.viewing.span(first, first + timedelta(days=7 * WEEKS - 1), SLICE_SECONDS)
        return _Data(sources, span, self.day.replace(day=1))

    def show_loaded(self, data: _Data) -> None:
        """Draw it; go on if there is more to read."""
        if data.sources is not None and data.sources != self.sources:
            self.sources = data.sources
            self._fill_menu()
        self.span = data.span
        # drawing takes its time as well: while files are read, now and then is enough
        now = time.monotonic()
        if not data.span.pending or now - self._drawn_at >= DRAW_SECONDS:
            self._drawn_at = now
            self._draw()
        if data.span.pending or data.month != self.day.replace(day=1):
            self._go_on()

    def _go_on(self) -> None:
        """Read on, without looking which files there are."""
        self._look = False
        self.reload()

    def _draw(self) -> None:
        if self.span is None:
            return
        self.title.setText(formats.month(self.day))
        found = [
            each for each in self.span.occurrences if each.place.collection not in self._hidden
        ]
        self._seen = found
        tints, today = words.colours(self.sources), self.today()
        weekday = formats.first_weekday()
        days = words.grid(found, self.day, weekday, today, tints, formats)
        self.month.show_days(days, weekday, self.day)
        first = self.day.replace(day=1)
        last = words.moved(first, 1) - timedelta(days=1)
        names = {each.id: each.title for each in self.sources}
        self.agenda.show_rows(words.agenda(found, first, last, today, tints, names, formats))
        self._draw_tasks()
        self.stack.setCurrentIndex(self._view if self.sources else _EMPTY)
        self._reading.show_state(self.span.pending, self.span.total, self._left_out(self.span))

    def _draw_tasks(self) -> None:
        assert self.span is not None
        self._tasks = [t for t in self.span.tasks if t.place.collection not in self._hidden]
        tints = words.colours(self.sources)
        now = datetime.now()
        rows = words.tasks(self._tasks, now, tints, formats, done_too=self._done_too)
        quiet, bad = self.desk.tokens.quiet, self.desk.tokens.bad
        lines = [
            Line(
                str(each.number), each.title, each.line,
                icon="check" if each.done else "warning" if each.overdue else "tasks",
                colour=bad if each.overdue else quiet,
            )
            for each in rows
        ]  # fmt: skip
        self.task_area.setVisible(bool(self._tasks))
        self.tasks.blockSignals(True)
        self.tasks.selectionModel().blockSignals(True)
        self.tasks.show_lines(lines)
        if not self.tasks.hasFocus():
            self.tasks.selectionModel().clear()  # none was chosen yet
        self.tasks.selectionModel().blockSignals(False)
        self.tasks.blockSignals(False)
        count = sum(not each.done for each in rows)
        self._tasks_title.setText(plural("{count} task(s) to do", count))

    def _left_out(self, span: Span) -> Note | None:
        return left_out(span.left_out, {each.id: each.title for each in self.sources})

    def _fill_menu(self) -> None:
        menu = self.calendars.menu()
        menu.clear()
        tints = words.colours(self.sources)
        for each in self.sources:
            # a single "&" would be a key
            action = menu.addAction(swatch_icon(tints[each.id]), each.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.id not in self._hidden)
            action.toggled.connect(partial(self._show_calendar, each.id))
        self.calendars.setVisible(len(self.sources) > 1)

    def _show_calendar(self, which: str, on: bool) -> None:
        self._hidden = self._hidden - {which} if on else self._hidden | {which}
        self._draw()

    def _show_done(self, text: str) -> None:
        self._done_too = text == "true"
        self._draw()

    # -- going about --------------------------------------------------------------------------

    def show_view(self, view: int) -> None:
        """Month or agenda."""
        self._view = view
        self.by_month.setChecked(view == _MONTH)
        self.by_agenda.setChecked(view == _AGENDA)
        if self.sources:
            self.stack.setCurrentIndex(view)
        if view == _AGENDA:
            self.agenda.go_to(self.day)

    def go_to(self, day: date) -> None:
        """Show this day."""
        new = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        self._draw()
        if self._view == _AGENDA:
            self.agenda.go_to(day)
        if new:
            self._go_on()

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self.today())

    def turn(self, months: int) -> None:
        """Some months on, or back."""
        self.go_to(words.moved(self.day, months))

    def _turned(self, months: int, wanted: date | None) -> None:
        if wanted is not None:
            self.go_to(wanted)
        else:
            self.turn(months)

    def _choose(self, day: date) -> None:
        if day != self.day:
            new = (day.year, day.month) != (self.day.year, self.day.month)
            self.day = day
            if new:
                self.go_to(day)
                self._go_on()

    def _open_day(self, day: date) -> None:
        self.go_to(day)
        self.show_view(_AGENDA)
        self.agenda.setFocus()

    # -- details ------------------------------------------------------------------------------

    def open_event(self, number: int) -> None:
        """Show the details of an occurrence."""
        found = self._seen[number]
        source, colour = self._source(found.place.collection)
        self._ask(
            found,
            lambda service: service.viewing.event(found),
            lambda item: event_details.event_sheet(found, item, source, colour, formats),
        )

    def _open_task(self, key: str) -> None:
        found = self._tasks[int(key)]
        source, colour = self._source(found.place.collection)
        self._ask(
            found,
            lambda service: service.viewing.task(found),
            lambda item: event_details.task_sheet(found, item, source, colour, formats),
        )

    def _ask(
        self, wanted: object, work: Callable[[Service], Item], sheet: Callable[[Item], Sheet]
    ) -> None:
        self._opening = wanted

        def done(item: Item) -> None:
            if self._opening is wanted:
                self.sheet.show_sheet(sheet(item))
                self.sheet.show()

        self.desk.bridge.ask(work, done, self.desk.tell, owner=self)

    def close_sheet(self) -> None:
        """Take the details away."""
        self._opening = None
        self.sheet.hide()

    def _source(self, collection: str) -> tuple[Source | None, str]:
        found = next((each for each in self.sources if each.id == collection), None)
        return found, words.colours(self.sources).get(collection, words.PALETTE[0])


def _half(text: str, do: Callable[[], object]) -> QPushButton:
    """One of two views."""
    made = button(text, do)
    made.setCheckable(True)
    made.setProperty("kind", "choice")
    return made
