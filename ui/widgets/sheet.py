"""A sheet beside a list: a title, and rows of a name and a text. Plain text, all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.viewmodels.event_details import Sheet
from ui.widgets.basics import badge, button, clear, label, line, row, tool
from ui.widgets.swatch import Swatch
from ui.words import tr


class SheetPanel(QScrollArea):
    """Shows a sheet.

    :param closed: the person closes it.
    """

    def __init__(self, desk: Desk, name: str, closed: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._closed = closed
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(270)
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        self.card = QFrame()
        self.card.setProperty("card", "true")
        self._box = QVBoxLayout(self.card)
        self._box.setContentsMargins(18, 14, 14, 16)
        self._box.setSpacing(8)
        outer.addWidget(self.card)
        outer.addStretch(1)
        self.setWidget(inner)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show it."""
        clear(self._box)
        self.card.setAccessibleName(f"{sheet.title}, {sheet.when}")
        close = tool("cross", self._desk.tokens.text, tr("Close the details"), self._closed)
        title = label(sheet.title, size=1.2, bold=True, wrap=True, selectable=True)
        head = row(title, close)
        head.setStretch(0, 1)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(head)
        self._box.addWidget(label(sheet.when, wrap=True))
        source = row(Swatch(sheet.colour), label(sheet.source, tone="quiet", wrap=True))
        source.setStretch(1, 1)
        self._box.addLayout(source)
        if sheet.notes:
            self._box.addLayout(row(*(badge(note) for note in sheet.notes), 1))
        if sheet.rows:
            self._box.addWidget(line())
        for name, text in sheet.rows:
            self._box.addLayout(pair(name, text))
        if Path(sheet.path).is_absolute():  # what is in the desktop's store is no file
            self._box.addWidget(line())
            self._show_file(Path(sheet.path))
        self.verticalScrollBar().setValue(0)

    def _show_file(self, file: Path) -> None:
        folder = str(file.parent)
        show = button(tr("Open folder"), lambda: QDesktopServices.openUrl(
            QUrl.fromLocalFile(folder)), kind="link")  # fmt: skip
        self._box.addLayout(pair(tr("File"), file.name))
        self._box.addLayout(row(show, 1))


def pair(name: str, text: str) -> QVBoxLayout:
    """A small name, and its text below; it can be selected and copied."""
    made = QVBoxLayout()
    made.setSpacing(1)
    made.setContentsMargins(0, 0, 0, 0)
    made.addWidget(label(name, tone="quiet", size=0.92))
    said = label(text, wrap=True, selectable=True)
    said.setAccessibleName(f"{name}: {text}")
    # one long word (an address) must not make the panel wider than it is
    said.setMinimumWidth(1)
    made.addWidget(said)
    return made
