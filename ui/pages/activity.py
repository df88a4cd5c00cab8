"""Activity: the runs to the left, what one of them did to the right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksync.service import Service
from ksync.service.reports import RunView
from ksync.service.undo import UndoneItem
from ui import formats
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import AFTER_A_RUN, Topic
from ui.viewmodels.activity import (
    FILTERS,
    Filter,
    ItemRow,
    RunRow,
    RunShown,
    details,
    rows,
    undone,
    undone_line,
)
from ui.viewmodels.problems import BUTTONS, Mend, Told
from ui.widgets.basics import Card, EmptyState, button, clear, label, picture, row
from ui.widgets.dialogs import Question
from ui.widgets.lists import Line, LineList
from ui.words import plural, tr

_RUNS = 500
_DETAILS = 420


@dataclass(frozen=True, slots=True)
class _Data:
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A run with its items, which may be as many as there are resources."""

    shown: RunShown
    lines: tuple[Line, ...]


class ActivityPage(Page):
    """Activity."""

    topics = frozenset({Topic.RUNS, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Activity"))
        self._runs: tuple[RunView, ...] = ()
        self._wanted = ""
        self.items = LineList("", lambda: desk.tokens)
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Which syncs are shown"))
        for each in Filter:
            self.filter.addItem(tr(FILTERS[each]), each)
        self.filter.currentIndexChanged.connect(self._show_runs)
        self.head.addWidget(self.filter)
        self.list = LineList(tr("Syncs"), lambda: desk.tokens, self._choose)
        self.list.setMinimumWidth(200)
        self._details = QVBoxLayout()
        self._details.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setLayout(self._details)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumWidth(_DETAILS)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(area)
        across.setStretchFactor(1, 1)
        across.setSizes([330, 560])
        across.setChildrenCollapsible(False)
        across.setHandleWidth(14)
        self._stack = QStackedWidget()
        self._stack.addWidget(across)
        self._stack.addWidget(
            EmptyState(
                "activity",
                tr("No sync yet"),
                tr("What every sync did, item by item, is listed here, and can be undone."),
                desk.tokens,
            )
        )
        self.body.addWidget(self._stack, 1)

    def load(self, service: Service) -> _Data:
        """The newest runs."""
        return _Data(tuple(service.reports.runs(limit=_RUNS)))

    def show_loaded(self, data: _Data) -> None:
        """The list; the one that was chosen stays so."""
        self._runs = data.runs
        self._stack.setCurrentIndex(0 if data.runs else 1)
        self._show_runs()

    def receive(self, argument: str) -> None:
        """A run's ID."""
        self._wanted = argument
        self.filter.setCurrentIndex(list(Filter).index(Filter.ALL))

    def _show_runs(self) -> None:
        wanted = Filter(self.filter.currentData())
        keep, self._wanted = self._wanted, ""
        found = rows(self._runs, wanted)
        self.list.show_lines([self._line(each) for each in found], keep)
        if not found:
            clear(self._details)
            self._details.addWidget(label(tr("No sync of this kind."), tone="quiet"))
            self._details.addStretch(1)

    def _line(self, shown: RunRow) -> Line:
        tokens = self.desk.tokens
        return Line(
            key=shown.id,
            title=formats.moment(shown.started_at),
            below=shown.line,
            end=shown.outcome if shown.mood != "good" else "",
            icon=shown.icon,
            colour=getattr(tokens, shown.mood),
        )

    def _choose(self, run: str) -> None:
        self.desk.bridge.ask(
            lambda service: _read(run, service), self._show_run, self.desk.tell, owner=self
        )

    def _show_run(self, found: _Run) -> None:
        shown = found.shown
        if shown.row.id != self.list.current:
            return
        clear(self._details)
        self._details.setSpacing(12)
        self._details.addWidget(self._summary(shown))
        for problem in shown.problems:
            self._details.addWidget(self._problem(problem))
        if found.lines:
            self._details.addWidget(self._items(found.lines), 1)
        else:
            self._details.addStretch(1)

    def _summary(self, shown: RunShown) -> Card:
        made, run = Card(name=tr("This sync")), shown.row.id
        tokens = self.desk.tokens
        head = row(
            picture(shown.row.icon, getattr(tokens, shown.row.mood), 22),
            label(shown.row.outcome, size=1.15, bold=True),
            1,
        )
        if shown.undoable:
            undo = button(
                tr("Undo this sync…"),
                lambda: self._ask_undo(run),  # not all of it: it has as many items as there are
                icon_name="undo",
                colour=tokens.text,
            )
            head.addWidget(undo)
        made.box.addLayout(head)
        made.box.addWidget(label(shown.row.line, wrap=True))
        facts = "   ·   ".join(f"{name}: {value}" for name, value in shown.facts)
        made.box.addWidget(label(facts, tone="quiet", wrap=True))
        return made

    def _problem(self, problem: Told) -> Card:
        made = Card(name=problem.message)
        tokens = self.desk.tokens
        head = row(picture("error", tokens.bad), label(problem.message, bold=True, wrap=True))
        head.setStretch(1, 1)
        made.box.addLayout(head)
        if problem.where:
            made.box.addWidget(label(problem.where, tone="quiet", wrap=True, selectable=True))
        if problem.hint:
            made.box.addWidget(label(problem.hint, wrap=True))
        if problem.detail:
            made.box.addWidget(label(problem.detail, tone="quiet", wrap=True, selectable=True))
        if problem.mend is not Mend.NONE:
            mend = button(tr(BUTTONS[problem.mend]), lambda: self.desk.mend(problem))
            made.box.addLayout(row(mend, 1))
        return made

    def _items(self, lines: tuple[Line, ...]) -> Card:
        title = plural("What it did: {count} item(s)", len(lines))
        made = Card(title)
        self.items = LineList(title, lambda: self.desk.tokens)
        self.items.only_to_read()
        self.items.setProperty("plain", "true")
        self.items.show_lines(lines)
        self.items.setMinimumHeight(min(len(lines), 5) * self.items.sizeHintForRow(0) + 4)
        made.box.addWidget(self.items, 1)
        return made

    # -- undo -------------------------------------------------------------------------------

    def _ask_undo(self, run: str) -> None:
        """Show what an undo would do before it is done."""
        self.desk.bridge.act(
            lambda service: service.undo.undo(run, dry_run=True),
            lambda items: self._offer_undo(run, items),
            self.desk.tell,
            owner=self,
        )

    def _offer_undo(self, run: str, items: list[UndoneItem]) -> None:
        self.dialog = Question(
            self,
            self.desk,
            tr("Undo this sync?"),
            tr(
                "What was there before comes back on this computer, and the next sync takes it "
                "to the server. What was edited since is left alone."
            ),
            tr("Undo"),
            lines=[_undo_line(number, item) for number, item in enumerate(undone(items))],
        )
        self.dialog.accepted.connect(lambda: self._undo(run))
        self.dialog.open()

    def _undo(self, run: str) -> None:
        self.desk.bridge.act(
            lambda service: service.undo.undo(run),
            lambda items: self.desk.say(undone_line(items)),
            self.desk.tell,
            owner=self,
            changes=AFTER_A_RUN,
        )


def _undo_line(number: int, item: ItemRow) -> Line:
    return Line(str(number), item.title, f"{item.collection}: {item.done}", icon=item.icon)


def _read(run: str, service: Service) -> _Run:
    """A run as it is shown; in a lane."""
    shown = details(service.reports.run(run))
    lines = tuple(_item_line(n, item) for n, item in enumerate(shown.items))
    return _Run(replace(shown, items=()), lines)


def _item_line(number: int, item: ItemRow) -> Line:
    return Line(str(number), item.title, item.done, end=item.collection, icon=item.icon)
