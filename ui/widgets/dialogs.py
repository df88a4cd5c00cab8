"""Dialogs: a question with its consequences, and a list with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.widgets.basics import button, label
from ui.widgets.lists import Line, LineList
from ui.words import tr


class Question(QDialog):
    """A question: what will happen, perhaps a list of it, yes and no.

    :param yes: what the button says that does it.
    :param danger: it cannot be taken back easily.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        title: str,
        text: str,
        yes: str,
        *,
        lines: Sequence[Line] = (),
        danger: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(22, 20, 22, 18)
        self.box.setSpacing(12)
        self.box.addWidget(_told(title, size=1.25, bold=True))
        if text:
            self.box.addWidget(_told(text))
        if lines:
            shown = LineList(title, lambda: desk.tokens)
            shown.only_to_read()
            shown.show_lines(lines)
            shown.setMinimumHeight(260)
            self.box.addWidget(shown, 1)
        self.buttons = QDialogButtonBox()
        self.yes = button(yes, self.accept, kind="danger" if danger else "primary")
        self.no = button(tr("Cancel"), self.reject)
        self.buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        # without a default the box would take "yes", and Enter on "no" would do it
        (self.no if danger else self.yes).setDefault(True)
        self.box.addWidget(self.buttons)
        if lines:
            # not the list: nothing in it is to be chosen
            (self.no if danger else self.yes).setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """As high as its texts need at its width, which is not known before."""
        super().showEvent(event)
        if self.box.hasHeightForWidth():
            self.resize(self.width(), self.box.totalHeightForWidth(self.width()))


def _told(text: str, *, size: float = 1.0, bold: bool = False) -> QLabel:
    """A text that takes no more height than it needs."""
    made = label(text, size=size, bold=bold, wrap=True)
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
    made.setSizePolicy(policy)
    return made
