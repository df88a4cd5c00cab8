"""Conflicts and holds: what waits to the left, one of them to the right, to be decided."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksync.service import Service
from ksync.service.conflicts import ConflictTexts, ConflictView, PropertyView
from ksync.service.decisions import HeldItem, HoldView
from sync_engine.core.guards import Answer
from sync_engine.core.resolution import Keep
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import Topic
from ui.viewmodels import conflicts as words
from ui.viewmodels.conflicts import Choice, ConflictShown, HoldShown
from ui.widgets.basics import Card, EmptyState, button, clear, label, picture, row
from ui.widgets.columns import Columns
from ui.widgets.dialogs import Question
from ui.widgets.lists import Line, LineList
from ui.words import plural, tr

_HOLD = "hold "


@dataclass(frozen=True, slots=True)
class _Data:
    conflicts: tuple[ConflictView, ...]
    holds: tuple[HoldView, ...]


class ConflictsPage(Page):
    """Conflicts and holds."""

    topics = frozenset({Topic.DECISIONS, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Conflicts"))
        self._data = _Data((), ())
        self._wanted = ""
        self._columns: Columns | None = None
        self.list = LineList(tr("What waits"), lambda: desk.tokens, several=True)
        self.list.setMinimumWidth(200)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self._details = QVBoxLayout()
        self._details.setContentsMargins(0, 0, 0, 0)
        self._details.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._details)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(area)
        across.setStretchFactor(1, 1)
        across.setSizes([300, 600])
        across.setChildrenCollapsible(False)
        across.setHandleWidth(14)
        self._stack = QStackedWidget()
        self._stack.addWidget(across)
        self._stack.addWidget(
            EmptyState(
                "check",
                tr("Nothing waits for you"),
                tr(
                    "Where both sides changed the same thing differently, or much would be "
                    "deleted at once, the decision is yours, and it waits here."
                ),
                desk.tokens,
            )
        )
        self.body.addWidget(self._stack, 1)

    def load(self, service: Service) -> _Data:
        """All that waits."""
        return _Data(tuple(service.conflicts.all()), tuple(service.decisions.holds()))

    def show_loaded(self, data: _Data) -> None:
        """The list; what was chosen stays so."""
        self._data = data
        found = [self._conflict_line(view) for view in data.conflicts]
        found += [self._hold_line(view) for view in data.holds]
        self._stack.setCurrentIndex(0 if found else 1)
        keep, self._wanted = self._wanted, ""
        if keep == "holds" and data.holds:
            keep = _HOLD + data.holds[0].id
        self.list.show_lines(found, keep)
        self._choose()

    def receive(self, argument: str) -> None:
        """A conflict's ID, or ``holds`` for the first hold."""
        self._wanted = argument
        self.reload()

    def _conflict_line(self, view: ConflictView) -> Line:
        return Line(
            key=view.id,
            title=words.title_of(view),
            below=words.line_of(view),
            icon="conflicts",
            colour=self.desk.tokens.warn,
        )

    def _hold_line(self, view: HoldView) -> Line:
        return Line(
            key=_HOLD + view.id,
            title=tr("On hold: {collection}", collection=view.collection),
            below=words.hold_line(view),
            icon="delete",
            colour=self.desk.tokens.warn,
        )

    # -- one of them --------------------------------------------------------------------------

    def _choose(self) -> None:
        chosen = self.list.selected
        if len(chosen) > 1:
            self._show_several(chosen)
        elif chosen and chosen[0].startswith(_HOLD):
            hold = chosen[0].removeprefix(_HOLD)
            self.desk.bridge.ask(
                lambda service: service.decisions.hold(hold),
                lambda found: self._show_hold(*found),
                self.desk.tell,
                owner=self,
            )
        elif chosen:
            self.desk.bridge.ask(
                lambda service: service.conflicts.show(chosen[0]),
                lambda found: self._show_conflict(*found),
                self.desk.tell,
                owner=self,
            )

    def _show_conflict(
        self, view: ConflictView, properties: list[PropertyView], texts: ConflictTexts
    ) -> None:
        if self.list.selected != (view.id,):
            return
        shown = words.conflict(view, properties, texts)
        clear(self._details)
        self._details.addWidget(self._head(shown))
        self._columns = Columns(self.desk, shown)
        self._details.addWidget(self._columns)
        self._details.addWidget(self._choices(shown.choices, (shown.id,)))
        self._details.addStretch(1)

    def _head(self, shown: ConflictShown) -> Card:
        made = Card(name=shown.title)
        made.box.addWidget(label(shown.title, size=1.15, bold=True, wrap=True))
        made.box.addWidget(label(shown.line, wrap=True))
        made.box.addWidget(label(shown.collection, tone="quiet"))
        return made

    def _choices(self, choices: tuple[Choice, ...], which: tuple[str, ...]) -> Card:
        made = Card(tr("What is to be kept?"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for number, choice in enumerate(choices):
            grid.addWidget(self._choice(choice, which), number, 0)
            grid.addWidget(label(choice.does, tone="quiet", wrap=True), number, 1)
        made.box.addLayout(grid)
        made.box.addWidget(
            label(
                tr("What is not kept goes to the history; nothing is lost."),
                tone="quiet",
                wrap=True,
            )
        )
        return made

    def _choice(self, choice: Choice, which: tuple[str, ...]) -> QPushButton:
        press = button(
            choice.text,
            partial(self._decide, which, Keep(choice.keep)),
            icon_name=choice.icon,
            colour=self.desk.tokens.text,
        )
        press.setObjectName(f"keep-{choice.keep}")
        press.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return press

    def _show_several(self, chosen: tuple[str, ...]) -> None:
        clear(self._details)
        self._columns = None
        views = [view for view in self._data.conflicts if view.id in chosen]
        holds = len(chosen) - len(views)
        made = Card(plural("{count} conflict(s) chosen", len(views)))
        for view in views[:12]:
            made.box.addWidget(label(words.title_of(view), wrap=True))
        if len(views) > 12:
            made.box.addWidget(label(tr("… and {count} more", count=len(views) - 12), tone="quiet"))
        if holds:
            made.box.addWidget(label(tr("Holds are decided one by one."), tone="quiet", wrap=True))
        self._details.addWidget(made)
        if views:
            which = tuple(view.id for view in views)
            self._details.addWidget(self._choices(words.choices(views), which))
        self._details.addStretch(1)

    def _decide(self, which: tuple[str, ...], keep: Keep) -> None:
        single = keep is Keep.MERGED and len(which) == 1 and self._columns is not None
        picks = self._columns.picks if single and self._columns is not None else {}

        def answer(service: Service) -> int:
            for each in which:
                service.conflicts.answer(each, keep, picks=picks)
            return len(which)

        self.desk.bridge.act(
            answer,
            lambda _count: self.desk.do("sync"),
            self.desk.tell,
            owner=self,
            changes={Topic.DECISIONS},
        )

    # -- holds --------------------------------------------------------------------------------

    def _show_hold(self, view: HoldView, items: list[HeldItem]) -> None:
        if self.list.selected != (_HOLD + view.id,):
            return
        shown = words.hold(view, items)
        clear(self._details)
        made = Card(name=shown.seen)
        head = row(
            picture("warning", self.desk.tokens.warn, 22), label(shown.seen, bold=True, wrap=True)
        )
        head.setStretch(1, 1)
        made.box.addLayout(head)
        made.box.addWidget(label(shown.collection, tone="quiet"))
        for name in shown.items[:30]:
            made.box.addWidget(label(f"•  {name}", wrap=True))
        if len(shown.items) > 30:
            more = tr("… and {count} more", count=len(shown.items) - 30)
            made.box.addWidget(label(more, tone="quiet"))
        self._details.addWidget(made)
        self._details.addWidget(self._answers(shown))
        self._details.addStretch(1)

    def _answers(self, shown: HoldShown) -> Card:
        made = Card(tr("What shall happen?"))
        for name, text, does, answer in (
            ("reject", tr("Keep them"), shown.reject, Answer.REJECTED),
            ("approve", tr("Let it happen"), shown.approve, Answer.APPROVED),
        ):
            press = button(text, partial(self._answer, shown, answer))
            press.setObjectName(name)
            press.setMinimumWidth(180)
            across = row(press, label(does, tone="quiet", wrap=True), spacing=14)
            across.setStretch(1, 1)
            made.box.addLayout(across)
        return made

    def _answer(self, shown: HoldShown, answer: Answer) -> None:
        if answer is Answer.APPROVED and shown.dangerous:
            self.dialog = Question(
                self,
                self.desk,
                tr("Let it happen?"),
                shown.approve,
                tr("Let it happen"),
                danger=True,
            )
            self.dialog.accepted.connect(lambda: self._answered(shown.id, answer))
            self.dialog.open()
        else:
            self._answered(shown.id, answer)

    def _answered(self, hold: str, answer: Answer) -> None:
        self.desk.bridge.act(
            lambda service: service.decisions.answer(hold, answer),
            lambda _view: self.desk.do("sync"),
            self.desk.tell,
            owner=self,
            changes={Topic.DECISIONS},
        )
