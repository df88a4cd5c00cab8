"""The agenda: a heading for each day, its events below; rows of one height, drawn when seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import formats
from ui.theme import Tokens, scaled
from ui.viewmodels.calendar import AgendaRow
from ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PAD = 12


class AgendaRows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[AgendaRow, ...] = ()

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's name and default
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One, whole for the delegate, as a text for everybody else."""
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (row.time, row.title, row.place, row.calendar)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is read, not chosen."""
        if self.rows[index.row()].number < 0:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Drawn(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._small: QFont = scaled(parent.font(), 0.92)
        self._bold: QFont = scaled(parent.font(), 1.0, bold=True)
        self._time = 0

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802  Qt's name
        """The same for all: thousands of rows are laid out at once."""
        return QSize(120, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading, or time, colour, title, place and calendar."""
        row: AgendaRow = index.data(_ROW)
        tokens = self._tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if row.number < 0:
            painter.setFont(self._bold)
            painter.setPen(QColor(tokens.accent if row.today else tokens.text))
            painter.drawText(area.adjusted(0, 6, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.title)
        else:
            self._ground(painter, option, tokens)
            self._event(painter, option, area, row, tokens)
        painter.restore()

    def _wide(self, metrics: QFontMetrics) -> int:
        """How wide a time is: with or without AM and PM, as the locale has it; or all day."""
        if not self._time:
            latest = formats.clock(datetime(2000, 1, 1, 22, 58))
            texts = (f"{latest} – {latest}", tr("all day"), tr("until {time}", time=latest))
            self._time = max(metrics.horizontalAdvance(f"{text} ") for text in texts)
        return self._time

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft if chosen else tokens.raised))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)

    def _event(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        row: AgendaRow,
        tokens: Tokens,
    ) -> None:
        centre = Qt.AlignmentFlag.AlignVCenter
        metrics = option.fontMetrics
        painter.setFont(self._small)
        wide = self._wide(painter.fontMetrics())
        painter.setPen(QColor(tokens.quiet))
        time = QRect(area.left(), area.top(), wide, area.height())
        painter.drawText(time, centre, painter.fontMetrics().elidedText(
            row.time, Qt.TextElideMode.ElideRight, wide))  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(row.colour))
        stripe = QRect(time.right() + 4, area.top() + 6, 4, area.height() - 12)
        painter.drawRoundedRect(stripe, 2, 2)
        painter.setPen(QColor(tokens.quiet))
        end = painter.fontMetrics().elidedText(
            row.calendar, Qt.TextElideMode.ElideRight, area.width() // 4
        )
        painter.drawText(area, centre | Qt.AlignmentFlag.AlignRight, end)
        ends = painter.fontMetrics().horizontalAdvance(end)
        text = QRect(stripe.right() + 10, area.top(), 0, area.height())
        text.setRight(area.right() - ends - 12)
        font = QFont(option.font)
        font.setStrikeOut(row.cancelled)
        painter.setFont(font)
        painter.setPen(QColor(tokens.quiet if row.cancelled else tokens.text))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, centre | Qt.TextFlag.TextSingleLine, title)
        left = text.left() + metrics.horizontalAdvance(title) + 10
        if row.place and left < text.right() - 40:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.quiet))
            text.setLeft(left)
            place = painter.fontMetrics().elidedText(
                row.place, Qt.TextElideMode.ElideRight, text.width()
            )
            painter.drawText(text, centre | Qt.TextFlag.TextSingleLine, place)


class AgendaList(QListView):
    """The list.

    :param opened: gets the number of the occurrence that is the current one.
    """

    def __init__(
        self, name: str, tokens: Callable[[], Tokens], opened: Callable[[int], object]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows = AgendaRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Drawn(tokens, self))
        self._opened = opened
        self._showing = False
        self.selectionModel().currentChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show these; the place in the list stays."""
        if tuple(rows) == self.rows.rows:
            return
        at = self.verticalScrollBar().value()
        self._showing = True
        self.rows.show_rows(rows)
        self._showing = False
        self.verticalScrollBar().setValue(at)

    def go_to(self, day: date) -> None:
        """Show this day at the top, or the next one that has something."""
        for number, row in enumerate(self.rows.rows):
            if row.day >= day:
                self.scrollTo(self.rows.index(number), QListView.ScrollHint.PositionAtTop)
                return
        self.scrollToBottom()

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._showing and self.rows.rows[now.row()].number >= 0:
            self._opened(self.rows.rows[now.row()].number)
