"""A way of leaving, before it is done: what goes, what stays, what cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.viewmodels.privacy import Plan
from ui.widgets.basics import clear, label, picture, row
from ui.widgets.dialogs import Question
from ui.words import tr


class Leaving(Question):
    """Asks whether it shall be done.

    :param plan: what it would do, by whether the box is checked.
    :param more: what the box says; ``""``: there is none.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, plan: Callable[[bool], Plan], more: str = ""
    ) -> None:
        first = plan(False)
        super().__init__(parent, desk, first.title, "", first.yes, danger=True)
        self._desk = desk
        self._plan = plan
        self.setMinimumWidth(520)
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        at = self.box.count() - 1
        self.more = QCheckBox(more)
        self.more.toggled.connect(lambda _on: self._show())
        self.box.insertLayout(at, self._told)
        if more:
            self.box.insertWidget(at, self.more)
        else:
            self.more.hide()
        self._show()
        self.no.setFocus()

    @property
    def erase(self) -> bool:
        """Whether the box is checked."""
        return self.more.isChecked()

    def _show(self) -> None:
        plan = self._plan(self.erase)
        tokens = self._desk.tokens
        clear(self._told)
        self._part(tr("This goes:"), "delete", tokens.bad, plan.goes)
        self._part(tr("This stays:"), "check", tokens.good, plan.stays)
        if plan.warning:
            line = row(picture("warning", tokens.warn), label(plan.warning, wrap=True))
            line.setStretch(1, 1)
            self._told.addLayout(line)
        self.yes.setText(plan.yes)
        self.setAccessibleDescription(" ".join((*plan.goes, *plan.stays, plan.warning)))
        # what is new in a window that is seen counts once it is shown itself
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the wrapped texts are at this width, and no higher."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        self.resize(width, layout.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """Fonts and styles are known now."""
        super().showEvent(event)
        self._fit()

    def _part(self, title: str, icon: str, colour: str, texts: Sequence[str]) -> None:
        if not texts:
            return
        self._told.addWidget(label(title, bold=True))
        for text in texts:
            bullet = picture(icon, colour, 16)
            line = row(bullet, label(text, wrap=True))
            line.setAlignment(bullet, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            line.setContentsMargins(6, 0, 0, 0)
            self._told.addLayout(line)
        self._told.addSpacing(4)
