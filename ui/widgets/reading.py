"""A line at the foot of a page: how far the files are read, and which cannot be shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import formats
from ui.desk import Desk
from ui.viewmodels.left_out import Note
from ui.widgets.basics import button, label, picture
from ui.widgets.dialogs import Question
from ui.widgets.lists import Line
from ui.words import tr


class ReadingLine(QWidget):
    """The line; hidden where there is nothing to tell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._note: Note | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        self._picture = picture("warning", desk.tokens.warn)
        self._line = label(tone="warn")
        self._which = button(tr("Which?"), self._show, kind="link")
        self._progress = label(tone="quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Reading"))
        self._bar.setFixedWidth(180)
        for each in (self._picture, self._line, self._which):
            across.addWidget(each)
        across.addStretch(1)
        across.addWidget(self._progress)
        across.addWidget(self._bar)
        self.hide()

    def show_state(self, pending: int, total: int, note: Note | None) -> None:
        """Tell this."""
        self._note = note
        for each in (self._picture, self._line, self._which):
            each.setVisible(note is not None)
        if note is not None:
            self._line.setText(note.line)
        for one in (self._progress, self._bar):
            one.setVisible(pending > 0)
        if pending:
            done = max(0, total - pending)
            self._progress.setText(
                tr("Reading: {done} of {total}", done=formats.number(done),
                   total=formats.number(total))
            )  # fmt: skip
            self._bar.setRange(0, max(total, 1))
            self._bar.setValue(done)
        self.setVisible(bool(pending or note))

    def _show(self) -> None:
        if self._note is None:
            return
        lines = [Line(str(n), file, why) for n, (file, why) in enumerate(self._note.lines)]
        text = tr("They are synced and kept as they are; they are only not shown here.")
        self.dialog = Question(self, self._desk, self._note.line, text, tr("Close"), lines=lines)
        self.dialog.no.hide()
        self.dialog.open()
