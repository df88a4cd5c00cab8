"""The calendar: what was synced, to look at, by month or as an agenda; tasks beneath.

Files are read in a lane, a slice of time after the other, and laid out there as well
(``ui.viewmodels.calendar_page``); what is known so far is drawn meanwhile. Turning the pages
asks for what is seen, and for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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
from ui.pages.reading import SLICE_SECONDS, ReadingPage
from ui.topics import Topic
from ui.viewmodels import calendar as words
from ui.viewmodels import event_details
from ui.viewmodels.calendar_page import Read, Shown, View, Wish, read
from ui.viewmodels.event_details import Sheet
from ui.widgets.agenda import AgendaList
from ui.widgets.basics import EmptyState, button, label, row, tool
from ui.widgets.fields import switch
from ui.widgets.lists import Line, LineList
from ui.widgets.month import MonthTable
from ui.widgets.reading import ReadingLine
from ui.widgets.sheet import SheetPanel
from ui.widgets.swatch import swatch_icon
from ui.words import plural, tr

_EMPTY = len(View)


class CalendarPage(ReadingPage):
    """The calendar."""

    topics = frozenset({Topic.COLLECTIONS, Topic.CONTENT, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Calendar"))
        self.today: Callable[[], date] = date.today
        self.day = self.today()
        self.span: Span | None = None
        self._hidden: frozenset[str] = frozenset()
        self._done_too = False
        self._view = View.MONTH
        self._seen: tuple[Found, ...] = ()
        self._tasks: tuple[FoundTask, ...] = ()
        self._there: date | None = None
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
        self.title.setText(formats.month(self.day))
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
        self.calendars.hide()
        self.by_month = _half(tr("Month"), lambda: self.show_view(View.MONTH))
        self.by_agenda = _half(tr("Agenda"), lambda: self.show_view(View.AGENDA))
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

    def wish(self) -> Wish:
        """The month, as it is to be shown."""
        return Wish(
            self.day.replace(day=1), self._view, self._hidden, self._done_too, self.today(),
            formats.first_weekday(),
        )  # fmt: skip

    def reader(
        self, wish: Wish, known: tuple[Source, ...] | None, *, draw: bool
    ) -> Callable[[Service], Read]:
        """Read what is in these days."""
        return lambda service: read(service, wish, known, formats, SLICE_SECONDS, draw=draw)

    def show_sources(self, sources: tuple[Source, ...], *, looked: bool) -> None:
        """These are the calendars now."""
        del looked
        if sources != self.sources:
            self.sources = sources
            self._fill_menu()

    def draw(self, shown: Shown) -> None:
        """Draw it."""
        self.span = shown.span
        self._seen, self._tasks = shown.found, shown.found_tasks
        if self._view is View.MONTH:
            self.month.show_days(shown.days, formats.first_weekday(), self.day)
        else:
            self.agenda.show_rows(shown.agenda)
            if self._there is not None:
                self.agenda.go_to(self._there)
                self._there = None
        self._draw_tasks(shown)
        self.stack.setCurrentIndex(self._view.value if self.sources else _EMPTY)
        self._reading.show_state(shown.span.pending, shown.span.total, shown.note)

    def _draw_tasks(self, shown: Shown) -> None:
        quiet, bad = self.desk.tokens.quiet, self.desk.tokens.bad
        lines = [
            Line(
                str(each.number), each.title, each.line,
                icon="check" if each.done else "warning" if each.overdue else "tasks",
                colour=bad if each.overdue else quiet,
            )
            for each in shown.tasks
        ]  # fmt: skip
        self.task_area.setVisible(bool(self._tasks))
        self.tasks.blockSignals(True)
        self.tasks.selectionModel().blockSignals(True)
        self.tasks.show_lines(lines)
        if not self.tasks.hasFocus():
            self.tasks.selectionModel().clear()  # none was chosen yet
        self.tasks.selectionModel().blockSignals(False)
        self.tasks.blockSignals(False)
        self._tasks_title.setText(plural("{count} task(s) to do", shown.to_do))

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
        self.go_on()

    def _show_done(self, text: str) -> None:
        self._done_too = text == "true"
        self.go_on()

    # -- going about --------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Month or agenda."""
        self._view = view
        self.by_month.setChecked(view is View.MONTH)
        self.by_agenda.setChecked(view is View.AGENDA)
        if self.sources:
            self.stack.setCurrentIndex(view.value)
        self._there = self.day
        self.go_on()

    def go_to(self, day: date) -> None:
        """Show this day."""
        self.day = day
        self.title.setText(formats.month(day))
        self._there = day
        self.go_on()

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
        if day == self.day:
            return
        if (day.year, day.month) != (self.day.year, self.day.month):
            self.go_to(day)
        else:
            self.day = day

    def _open_day(self, day: date) -> None:
        self.go_to(day)
        self.show_view(View.AGENDA)
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
