"""The help: what the pictures in the tray mean, and where nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import tray_icon
from ui.viewmodels.help import meanings
from ui.widgets.basics import button, label
from ui.words import tr

_PICTURE = 24


class HelpDialog(QDialog):
    """A page of help; it needs no network.

    :param colour: of the pictures.
    """

    def __init__(self, parent: QWidget | None, colour: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Help"))
        self.setMinimumWidth(520)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 20, 22, 18)
        box.setSpacing(14)
        box.addWidget(label(tr("What the pictures mean"), size=1.25, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, meaning in enumerate(meanings()):
            picture = QLabel()
            picture.setPixmap(tray_icon(meaning.icon, colour).pixmap(_PICTURE, _PICTURE))
            picture.setAccessibleName(meaning.text)
            grid.addWidget(picture, row, 0)
            grid.addWidget(label(meaning.text, wrap=True), row, 1)
        box.addLayout(grid)
        promise = tr(
            "Nothing is lost: what a sync replaces or deletes is kept. "
            "The page Activity brings it back."
        )
        box.addWidget(label(promise, wrap=True))
        buttons = QDialogButtonBox()
        buttons.addButton(button(tr("Close"), self.accept), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addWidget(buttons)
