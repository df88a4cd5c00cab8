"""Tooltips show what a server sent as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from ui.widgets.basics import hint
from ui.widgets.lists import Line, Lines


def test_markup_in_a_title_is_text(qapp) -> None:
    title = "<b>Party</b> <img src='http://tracker.example/x.png'> & more"
    model = Lines(None)  # type: ignore[arg-type]  # a model without a parent
    model.show_lines([Line("a", title)])
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == title
    assert hint("") == ""
