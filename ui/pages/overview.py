"""The overview: how each account is, what runs now, what the last days changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ksync.network.guard import Explanation
from ksync.service import Service
from ksync.service.glance import Glance
from ksync.service.statistics import Day
from ui.bridge import Topic
from ui.desk import Desk
from ui.pages.page import Page
from ui.viewmodels.networks import Now, now
from ui.viewmodels.overview import AccountCard, Chart, cards, chart, run_card
from ui.viewmodels.problems import BUTTONS, Mend
from ui.widgets.basics import Card, EmptyState, button, clear, label, picture, row
from ui.widgets.chart import DayChart
from ui.widgets.guard import GuardCard
from ui.words import tr

_ICONS = {"good": "check", "warn": "warning", "bad": "error", "quiet": "clock"}


@dataclass(frozen=True, slots=True)
class _Data:
    glance: Glance
    network: tuple[Explanation, ...]
    days: tuple[Day, ...]


class OverviewPage(Page):
    """The overview."""

    topics = frozenset({Topic.NETWORK, Topic.ACCOUNTS, Topic.RUNS, Topic.DECISIONS, Topic.SETTINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Overview"))
        self._drawn: tuple[tuple[AccountCard, ...], tuple[Now, ...]] | None = None
        self._run = _RunCard(desk)
        self._run.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(14)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        self._inner.addWidget(self._run)
        self._inner.addLayout(self._cards, 1)
        self._chart_card = Card(tr("The last 30 days"))
        self._chart = DayChart(desk)
        self._chart_line = label(tone="quiet", wrap=True)
        self._chart_card.box.addWidget(self._chart)
        self._chart_card.box.addLayout(_legend(desk))
        self._chart_card.box.addWidget(self._chart_line)
        self._inner.addWidget(self._chart_card)
        self._inner.addStretch(1)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        desk.bridge.known.connect(self._show_run)
        self._show_run()

    def load(self, service: Service) -> _Data:
        """How things are, and the last days."""
        return _Data(service.glance(), service.network.now(), service.reports.days(30))

    def show_loaded(self, data: _Data) -> None:
        """Draw the cards and the chart, where something changed.

        Drawn anew, a card loses the focus, and a click that is under way.
        """
        found = cards(data.glance, time.time(), data.network)
        told = now(data.network)
        self._show_chart(chart(data.days))
        if (found, told) == self._drawn:
            return
        self._drawn = (found, told)
        clear(self._cards)
        self._chart_card.setVisible(bool(found))
        self._inner.setStretchFactor(self._cards, 0 if found else 1)
        for each in found:
            self._cards.addWidget(_card(self.desk, each))
        if found:
            self._cards.addWidget(_guard(self.desk, told))
        if not found:
            self._cards.addWidget(_nothing(self.desk), 1)

    def _show_chart(self, drawn: Chart) -> None:
        self._chart.show_chart(drawn)
        self._chart_line.setText(drawn.line)

    def _show_run(self) -> None:
        tally = self.desk.bridge.known_now.tally
        self._run.setVisible(tally.active)
        if tally.active:
            shown = run_card(tally)
            self._run.show_run(shown.line, shown.detail, shown.share)


class _RunCard(Card):
    """What runs now, with a bar and a way to stop it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name=tr("Sync in progress"))
        self._line = label(bold=True)
        self._detail = label(tone="quiet")
        stop = button(tr("Stop"), lambda: desk.do("stop"), icon_name="stop",
                      colour=desk.tokens.text)  # fmt: skip
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of the sync"))
        self.box.addLayout(row(self._line, 1, self._detail, stop))
        self.box.addWidget(self._bar)

    def show_run(self, line: str, detail: str, share: float | None) -> None:
        """How far it is."""
        self._line.setText(line)
        self._detail.setText(detail)
        self._bar.setRange(0, 0 if share is None else 1000)
        self._bar.setValue(round((share or 0) * 1000))


def _card(desk: Desk, shown: AccountCard) -> Card:
    made = Card(name=shown.name)
    tokens = desk.tokens
    colour = getattr(tokens, shown.mood)
    sync = button(tr("Sync now"), lambda: desk.do(f"sync:{shown.name}"), icon_name="sync",
                  colour=tokens.text)  # fmt: skip
    sync.setAccessibleName(tr("Sync {account} now", account=shown.name))
    head = row(picture("account", tokens.quiet, 22), label(shown.name, size=1.15, bold=True), 1)
    if shown.denied:
        sync.setEnabled(False)
        sync.setToolTip(shown.denied)
        sync.setAccessibleDescription(shown.denied)
        head.addWidget(label(shown.denied, tone="quiet"))
    if shown.waiting:
        sync = button(tr("Enter the password…"), lambda: desk.do("add-account"), kind="primary")
        sync.setAccessibleName(tr("Enter the password of {account}", account=shown.name))
    head.addWidget(sync)
    made.box.addLayout(head)
    line = row(picture(_ICONS[shown.mood], colour), label(shown.line, wrap=True, tone=shown.mood))
    line.setStretch(1, 1)
    made.box.addLayout(line)
    for problem in shown.problems[:1]:
        for part in (problem.where if problem.where != shown.name else "", problem.hint):
            if part:
                made.box.addWidget(label(part, wrap=True, tone="quiet"))
        if problem.mend is not Mend.NONE and problem.mend is not Mend.RETRY:
            mend = button(tr(BUTTONS[problem.mend]), partial(desk.mend, problem), kind="primary")
            made.box.addLayout(row(mend, 1))
    if shown.advice:
        change = button(tr("New password…"), partial(desk.go, "privacy", shown.name), kind="link")
        change.setAccessibleName(tr("New password for {name}", name=shown.name))
        advice = row(picture("key", tokens.warn), label(shown.advice), change, 1)
        made.box.addLayout(advice)
    facts = QGridLayout()
    facts.setHorizontalSpacing(24)
    for column, (name, value) in enumerate(shown.facts):
        facts.addWidget(label(name, tone="quiet", size=0.92), 0, column)
        facts.addWidget(label(value), 1, column)
    facts.setColumnStretch(len(shown.facts), 1)
    made.box.addSpacing(4)
    made.box.addLayout(facts)
    return made


def _guard(desk: Desk, told: tuple[Now, ...]) -> GuardCard:
    made = GuardCard(desk, told)
    made.buttons.addWidget(button(tr("Open networks"), lambda: desk.go("networks", "")))
    made.buttons.addStretch(1)
    return made


def _nothing(desk: Desk) -> EmptyState:
    made = EmptyState(
        "account",
        tr("No account yet"),
        tr("Add your account, and its calendars, tasks and contacts appear here."),
        desk.tokens,
    )
    add = button(tr("Add account…"), lambda: desk.do("add-account"), kind="primary")
    made.buttons.addWidget(add)
    return made


def _legend(desk: Desk) -> QHBoxLayout:
    tokens = desk.tokens
    return row(
        picture("down", tokens.accent, 14),
        label(tr("came here"), tone="quiet", size=0.92),
        picture("up", tokens.warn, 14),
        label(tr("went to the server"), tone="quiet", size=0.92),
        1,
    )
