"""Something that is stored: what, why, how much, how long, and where."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout

from ui import formats
from ui.desk import Desk
from ui.viewmodels.privacy import Row
from ui.widgets.basics import label, line, place, row, tool
from ui.words import tr


def stored(desk: Desk, shown: Row, account: str) -> QVBoxLayout:
    """Three lines under a rule, and a button that opens the folder."""
    made = QVBoxLayout()
    made.setSpacing(2)
    made.setContentsMargins(0, 4, 0, 0)
    made.addWidget(line())
    made.addSpacing(4)
    size = formats.size(shown.octets) if shown.octets else ""
    much = "  ·  ".join(part for part in (shown.amount, size) if part)
    head = row(label(shown.title, bold=True), 1, label(much))
    if shown.folder:
        name = f"{shown.title}, {account}" if account else shown.title
        head.addWidget(
            tool("folder", desk.tokens.quiet, tr("Open the folder: {what}", what=name),
                 partial(_show, shown.folder))
        )  # fmt: skip
    made.addLayout(head)
    made.addWidget(label(shown.why, wrap=True))
    where = f"{shown.place}  ·  {shown.until}"
    said = place(where)
    said.setAccessibleName(tr("Where, and how long: {text}", text=where))
    made.addWidget(said)
    return made


def _show(place: str) -> None:
    path = Path(place)
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
