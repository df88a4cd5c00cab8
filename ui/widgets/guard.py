"""What the guard says of this network, as a card: for the overview and its own page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.desk import Desk
from ui.viewmodels.networks import Now
from ui.widgets.basics import Card, label, picture, row
from ui.words import tr

_ICONS = {"good": "check", "bad": "error", "quiet": "networks"}
_IN_A_ROW = 4


class GuardCard(Card):
    """The verdicts, what to do, and what they rest on."""

    def __init__(self, desk: Desk, found: Sequence[Now]) -> None:
        super().__init__(tr("Network guard"))
        self.setObjectName("guard")
        for each in found:
            if each.whom:
                self.box.addWidget(label(each.whom, tone="quiet"))
            mark = picture(_ICONS[each.mood], getattr(desk.tokens, each.mood))
            line = row(mark, label(each.line, wrap=True, tone=each.mood))
            line.setStretch(1, 1)
            self.box.addLayout(line)
            if each.hint:
                self.box.addWidget(label(each.hint, wrap=True, tone="quiet"))
            if each.facts:
                self.box.addSpacing(4)
                self.box.addLayout(_facts(each))
        self.buttons: QHBoxLayout = row()
        self.box.addLayout(self.buttons)


def _facts(told: Now) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    for number, (name, value) in enumerate(told.facts):
        at, column = divmod(number, _IN_A_ROW)
        grid.addWidget(label(name, tone="quiet", size=0.92), at * 2, column)
        grid.addWidget(label(value, selectable=True), at * 2 + 1, column)
    grid.setColumnStretch(_IN_A_ROW, 1)
    return grid
