"""The card of connected programs: connect, bring up to date, disconnect, steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksync.reporting.catalog import Problem
from ksync.service import Service
from ksync.service.connections import Outcome
from ui.desk import Desk
from ui.topics import Topic
from ui.viewmodels import programs as words
from ui.viewmodels.problems import told
from ui.viewmodels.programs import Row
from ui.widgets.basics import Card, button, label, picture, row
from ui.widgets.dialogs import Question
from ui.words import tr

_CHANGES = frozenset({Topic.SETTINGS})


class Programs(Card):
    """What each program shows of kSync.

    :param page: what its dialogs belong to.
    """

    def __init__(self, page: QWidget, desk: Desk, rows: tuple[Row, ...]) -> None:
        super().__init__(tr("In your other programs"))
        self._page = page
        self._desk = desk
        self.dialog: Question | None = None
        explained = tr(
            "Calendars and contacts appear there without a password, by an address of this "
            "computer alone. Thunderbird has to be closed while it is connected."
        )
        self.box.addWidget(label(explained, tone="quiet", wrap=True))
        for one in rows:
            self.box.addLayout(self._program(one))
        if not rows:
            none = tr("No such program was found on this computer.")
            self.box.addWidget(label(none, tone="quiet", wrap=True))

    def _program(self, one: Row) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(label(one.name, bold=True))
        texts.addWidget(label(one.state, tone="quiet"))
        across = row(picture("collections", self._desk.tokens.quiet, 22))
        across.addLayout(texts, 1)
        connect = button(one.connect, partial(self._connect, one))
        connect.setAccessibleName(f"{one.connect}: {one.name}")
        across.addWidget(connect)
        if one.connected:
            disconnect = button(tr("Disconnect"), partial(self._disconnect, one))
            disconnect.setAccessibleName(tr("Disconnect: {name}", name=one.name))
            across.addWidget(disconnect)
        return across

    def _connect(self, one: Row, *, force: bool = False) -> None:
        def work(service: Service) -> Outcome:
            programs = service.gateway.programs
            return programs.connect(one.app, profile=one.place, force=force)

        again = partial(self._connect, one, force=True)
        self._desk.bridge.act(
            work, self._connected, partial(self._failed, again), owner=self, changes=_CHANGES
        )

    def _connected(self, outcome: Outcome) -> None:
        if outcome.steps:
            self._show_steps(outcome)
        else:
            self._desk.say(words.done(outcome))

    def _show_steps(self, outcome: Outcome) -> None:
        title = tr("Connect {name}", name=tr(words.NAMES[outcome.app]))
        self.dialog = Question(self._page, self._desk, title, "", tr("Close"))
        self.dialog.no.hide()
        for at, step in enumerate(outcome.steps, 1):
            line = label(f"{at}. {words.step(step)}", wrap=True, selectable=True)
            self.dialog.box.insertWidget(at, line)
        self.dialog.box.insertStretch(len(outcome.steps) + 1, 1)
        self.dialog.open()

    def _disconnect(self, one: Row, *, force: bool = False) -> None:
        def work(service: Service) -> object:
            programs = service.gateway.programs
            return programs.disconnect(one.app, profile=one.place, force=force)

        again = partial(self._disconnect, one, force=True)
        self._desk.bridge.act(
            work,
            lambda _done: self._desk.say(words.disconnected(one.app)),
            partial(self._failed, again),
            owner=self,
            changes=_CHANGES,
        )

    def _failed(self, again: partial[None], problem: Problem) -> None:
        if problem.reference != "connect.unsent":
            self._desk.tell(problem)
            return
        self.dialog = Question(
            self._page,
            self._desk,
            tr("Throw these edits away?"),
            told(problem).message,
            tr("Throw away"),
            danger=True,
        )
        self.dialog.accepted.connect(again)
        self.dialog.open()
