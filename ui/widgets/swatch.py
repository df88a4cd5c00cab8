"""A field of a colour, beside the name that it stands for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_SIZE = 12


class Swatch(QWidget):
    """The field."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setFixedSize(_SIZE, _SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw it."""
        painter = QPainter(self)
        _draw(painter, self._colour, _SIZE)
        painter.end()


def swatch_icon(colour: str, size: int = 16) -> QIcon:
    """The same as an icon."""
    made = QPixmap(size * 2, size * 2)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _draw(painter, QColor(colour), size)
    painter.end()
    return QIcon(made)


def _draw(painter: QPainter, colour: QColor, size: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(1, 1, size - 2, size - 2, 3, 3)
