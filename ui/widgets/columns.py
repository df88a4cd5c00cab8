"""A conflict in three columns: before, this computer, the server; property by property."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from sync_engine.core.resolution import Keep
from ui import formats
from ui.desk import Desk
from ui.viewmodels.conflicts import Cell, ConflictShown, Dispute
from ui.widgets.basics import Card, badge, label, line, picture, row
from ui.words import tr


class Columns(Card):
    """The columns; what differs from before is marked with a word, not by colour alone."""

    def __init__(self, desk: Desk, shown: ConflictShown) -> None:
        super().__init__(name=tr("The versions"))
        self._desk = desk
        self._picks: dict[tuple[str, Keep], QRadioButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)
        self.box.addLayout(self._grid)
        self._head()
        for number, dispute in enumerate(shown.disputes):
            self._add(3 * number + 1, dispute)

    def _head(self) -> None:
        quiet = self._desk.tokens.quiet
        for column, (icon, text) in enumerate(
            (
                ("clock", tr("Before")),
                ("computer", tr("This computer")),
                ("server", tr("The server")),
            ),
            1,
        ):
            head = row(picture(icon, quiet), label(text, bold=True), 1)
            self._grid.addLayout(head, 0, column)

    def _add(self, at: int, dispute: Dispute) -> None:
        self._grid.addWidget(line(), at, 0, 1, 4)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(dispute.title, tone="quiet", wrap=True), at + 1, 0, top)
        cells = ((dispute.base, tr("Before")), (dispute.local, tr("This computer")),
                 (dispute.server, tr("The server")))  # fmt: skip
        for column, (cell, side) in enumerate(cells, 1):
            self._grid.addWidget(_cell(cell, f"{dispute.title}, {side}"), at + 1, column, top)
        if dispute.pickable:
            self._add_picks(at + 2, dispute)

    def _add_picks(self, at: int, dispute: Dispute) -> None:
        """Which of the two a merge takes; without a word the server's."""
        group = QButtonGroup(self)
        for column, (keep, side) in enumerate(
            ((Keep.LOCAL, tr("This computer")), (Keep.SERVER, tr("The server"))), 2
        ):
            pick = QRadioButton(tr("Take this one"))
            pick.setObjectName(f"pick-{keep.value}-{dispute.key}")
            pick.setAccessibleName(
                tr("Take {property} of: {side}", property=dispute.title, side=side)
            )
            pick.setChecked(keep is Keep.SERVER)
            group.addButton(pick)
            self._picks[dispute.key, keep] = pick
            self._grid.addWidget(pick, at, column)

    @property
    def picks(self) -> dict[str, Keep]:
        """What was chosen, by the keys of the disputes."""
        return {key: keep for (key, keep), pick in self._picks.items() if pick.isChecked()}


def _cell(cell: Cell, name: str) -> QWidget:
    made = QWidget()
    made.setAccessibleName(name)
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    text = "\n".join(_text(each) for each in cell.lines)
    shown = label(text or tr("not there"), tone="" if text else "quiet", wrap=True, selectable=True)
    shown.setAccessibleName(f"{name}: {text or tr('not there')}")
    box.addWidget(shown)
    if cell.differs:
        box.addWidget(badge(tr("changed"), accent=True))
    return made


def _text(value: str | date) -> str:
    if isinstance(value, datetime):
        return f"{formats.day(value.date())}, {formats.clock(value)}"
    return formats.day(value) if isinstance(value, date) else value
