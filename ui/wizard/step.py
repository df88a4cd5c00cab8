"""What all steps have: a title, a body, and what "Next" does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.viewmodels.wizard import TITLES
from ui.widgets.basics import label
from ui.words import tr

if TYPE_CHECKING:
    from ui.wizard.wizard import Wizard


class Step(QWidget):
    """A step.

    :param wizard: what was answered, and the way on.
    :param name: of the step, as in the table of titles.
    """

    def __init__(self, wizard: Wizard, name: str) -> None:
        super().__init__()
        self.wizard = wizard
        self.name = name
        title = tr(TITLES[name])
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4, 0, 4, 0)
        self.body.setSpacing(12)
        self.heading = label(title, size=1.5, bold=True, wrap=True)
        self.body.addWidget(self.heading)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(tr("Working"))
        self._busy.hide()

    @property
    def next_text(self) -> str:
        """What the button says that goes on."""
        return tr("Next")

    def enter(self) -> None:
        """It is shown now."""

    def leave(self, go_on: Callable[[], None]) -> None:
        """Go on, perhaps after something that takes a while."""
        go_on()

    def close_up(self) -> None:
        """The body is complete: what works stands below it, and the rest is empty."""
        self.body.addStretch(1)
        self.body.addWidget(self._busy)

    def work(self, *, on: bool) -> None:
        """Something takes a while."""
        self._busy.setVisible(on)
        self.wizard.hold(on=on)
