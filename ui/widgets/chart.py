"""A small chart: a bar for each day, what came here below, what went out above."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import formats
from ui.desk import Desk
from ui.viewmodels.overview import Bar, Chart
from ui.words import tr

_HEIGHT = 120
_FOOT = 22


class DayChart(QWidget):
    """The chart; the sentence that says the same is its accessible description."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart = Chart((), 0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Changes of the last 30 days"))

    def show_chart(self, chart: Chart) -> None:
        """Draw these days."""
        self._chart = chart
        self.setAccessibleDescription(chart.line)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Wide, and as high as it needs to be read."""
        return QSize(480, _HEIGHT + _FOOT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Bars, a base line, and the first and last day under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._chart.bars):
            self._draw(painter, number, bar)
        painter.setPen(QColor(self._desk.tokens.border))
        painter.drawLine(0, _HEIGHT, self.width(), _HEIGHT)
        self._draw_days(painter)
        painter.end()

    def _draw(self, painter: QPainter, number: int, bar: Bar) -> None:
        area = self._area(number)
        # square roots: a first sync of thousands leaves the other days to be seen
        total = bar.here + bar.there
        high = (_HEIGHT - 8) * math.sqrt(total / max(1, self._chart.highest))
        here = high * bar.here / max(1, total)
        there = high - here
        tokens = self._desk.tokens
        for height, bottom, colour in (
            (here, float(_HEIGHT), tokens.accent),
            (there, _HEIGHT - here, tokens.warn),
        ):
            if height > 0:
                tall = max(2.0, height)
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(
                    QRectF(area.left(), bottom - tall, area.width(), tall - 1), 2, 2
                )

    def _draw_days(self, painter: QPainter) -> None:
        if not self._chart.bars:
            return
        painter.setPen(QColor(self._desk.tokens.quiet))
        area = QRectF(0, _HEIGHT + 4, self.width(), _FOOT - 4)
        for bar, side in ((self._chart.bars[0], Qt.AlignmentFlag.AlignLeft),
                          (self._chart.bars[-1], Qt.AlignmentFlag.AlignRight)):  # fmt: skip
            painter.drawText(area, side, formats.day(bar.day))

    def _area(self, number: int) -> QRectF:
        width = self.width() / max(1, len(self._chart.bars))
        return QRectF(number * width + width * 0.15, 0, width * 0.7, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """The day under the mouse in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bars = self._chart.bars
            number = int(event.pos().x() * len(bars) / max(1, self.width()))
            if 0 <= number < len(bars):
                QToolTip.showText(event.globalPos(), _told(bars[number]), self)
            return True
        return super().event(event)


def _told(bar: Bar) -> str:
    day = formats.day(bar.day)
    return tr("{day}: {here} here, {there} to the server", day=day, here=bar.here, there=bar.there)
