"""A month: its weeks of days, drawn piece by piece, with what is on each day.

It is a table for the keyboard and for screen readers; a delegate draws the days. Only what
fits is drawn, so a day with thousands of events costs as much as one with five.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import formats
from ui.theme import Tokens, scaled
from ui.viewmodels.calendar import Chip, Day
from ui.words import plural

Index = QModelIndex | QPersistentModelIndex
_DAY = Qt.ItemDataRole.UserRole
_EDGE = 3
_STRIPE = 3
_TITLE = 2.2
"""The least width of a title beside its time, in heights of a line."""


class Days(QAbstractTableModel):
    """The days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.days: tuple[Day, ...] = ()
        self.first_weekday = 0

    def show_days(self, days: Sequence[Day], first_weekday: int) -> None:
        """Show these; only what is another one is drawn again."""
        if len(days) != len(self.days) or first_weekday != self.first_weekday:
            self.beginResetModel()
            self.days, self.first_weekday = tuple(days), first_weekday
            self.endResetModel()
            return
        before, self.days = self.days, tuple(days)
        for number, (old, new) in enumerate(zip(before, self.days, strict=True)):
            if old != new:
                cell = self.index(number // 7, number % 7)
                self.dataChanged.emit(cell, cell)

    def at(self, index: Index) -> Day:
        """The day of a cell."""
        return self.days[index.row() * 7 + index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's name and default
        """Weeks."""
        return 0 if parent.isValid() else len(self.days) // 7

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's name and default
        """Days."""
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A day, whole for the delegate, as a text for everybody else."""
        if role == _DAY:
            return self.at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.at(index).spoken
        return None

    def headerData(  # noqa: N802  Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return formats.weekday((self.first_weekday + section) % 7)
        return None


class _Drawn(QStyledItemDelegate):
    """Draws a day."""

    def __init__(self, tokens: Callable[[], Tokens], table: MonthTable) -> None:
        super().__init__(table)
        self._tokens = tokens
        self._table = table
        self._small: QFont = scaled(table.font(), 0.9)
        self._bold: QFont = scaled(table.font(), 0.95, bold=True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, number, and what fits of its events."""
        day: Day = index.data(_DAY)
        tokens = self._tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(tokens.surface if day.inside else tokens.window))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, _mixed(tokens.accent, tokens.surface, 0.12))
        self._number(painter, option.rect, day, tokens)
        fits = self._table.fits(option.rect.height())
        shown = [chip for chip in day.chips if chip.slot < fits]
        if len(day.chips) > len(shown) or (shown and shown[-1].slot >= fits):
            shown = [chip for chip in shown if chip.slot < fits - 1]
        for chip in shown:
            self._chip(painter, option.rect, chip, tokens)
        hidden = len(day.chips) - len(shown)
        if hidden:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.quiet))
            more = plural("{count} more", hidden)
            painter.drawText(self._table.place(option.rect, fits - 1).adjusted(5, 0, 0, 0),
                             Qt.AlignmentFlag.AlignVCenter, more)  # fmt: skip
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _number(self, painter: QPainter, area: QRect, day: Day, tokens: Tokens) -> None:
        number = str(day.day.day)
        painter.setFont(self._bold if day.today else self._small)
        width = max(painter.fontMetrics().horizontalAdvance(number) + 10, 22)
        place = QRect(area.left() + _EDGE, area.top() + _EDGE, width, self._table.head - _EDGE)
        if day.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            painter.setPen(QColor(tokens.on_accent))
        else:
            painter.setPen(QColor(tokens.text if day.inside else tokens.quiet))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number)

    def _chip(self, painter: QPainter, cell: QRect, chip: Chip, tokens: Tokens) -> None:
        place = self._table.place(cell, chip.slot)
        left = _EDGE if chip.begins else 0
        right = _EDGE if chip.ends else 0
        place = place.adjusted(left, 0, -right, 0)
        if chip.bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_mixed(chip.colour, tokens.surface, 0.28))
            # rounded where it begins and ends; elsewhere the corners are outside the cell
            ground = place.adjusted(0 if chip.begins else -8, 0, 0 if chip.ends else 8, 0)
            painter.drawRoundedRect(ground, 4, 4)
        if chip.begins or not chip.bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chip.colour))
            stripe = QRect(place.left(), place.top() + 1, _STRIPE, place.height() - 2)
            painter.drawRoundedRect(stripe, 1.5, 1.5)
        self._words(painter, cell, place, chip, tokens)

    def _words(
        self, painter: QPainter, cell: QRect, place: QRect, chip: Chip, tokens: Tokens
    ) -> None:
        """Its title; over several days it is written once, across their cells."""
        font = QFont(self._small)
        font.setStrikeOut(chip.cancelled)
        painter.setFont(font)
        before = self._table.offset(chip.column, cell)
        first = cell.left() - before
        whole = QRect(first + _EDGE + _STRIPE + 4, place.top(),
                      self._table.width_of(chip.column, chip.length) - 2 * _EDGE - _STRIPE - 6,
                      place.height())  # fmt: skip
        metrics = painter.fontMetrics()
        after = metrics.horizontalAdvance(chip.time) + 5
        if chip.time and not chip.bar and whole.width() - after > _TITLE * self._table.head:
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, chip.time)
            whole.setLeft(whole.left() + after)
        painter.setPen(QColor(tokens.quiet if chip.cancelled else tokens.text))
        text = metrics.elidedText(chip.title, Qt.TextElideMode.ElideRight, whole.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(whole, flags, text)


class MonthTable(QTableView):
    """The month.

    ``chosen``  a day is the current one
    ``opened``  an occurrence was clicked: its number
    ``day_opened``  a day with more than fits was clicked, or Enter pressed on one
    ``turned``  a page up or down, or over the edge: months and the day that is wanted
    """

    chosen = Signal(object)
    opened = Signal(int)
    day_opened = Signal(object)
    turned = Signal(int, object)

    def __init__(self, name: str, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.days = Days(self)
        self.setModel(self.days)
        self.setItemDelegate(_Drawn(tokens, self))
        self.setPalette(QPalette(self.palette()))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setMinimumSize(420, 300)
        self.selectionModel().currentChanged.connect(self._changed)
        height = self.fontMetrics().height()
        self.head, self._row = height + 5, height + 2

    def show_days(self, days: Sequence[Day], first_weekday: int, current: date) -> None:
        """Show these, with that one as the current one."""
        before = self.currentIndex()
        self.selectionModel().blockSignals(True)
        self.days.show_days(days, first_weekday)
        for number, day in enumerate(days):
            if day.day == current:
                self.setCurrentIndex(self.days.index(number // 7, number % 7))
        self.selectionModel().blockSignals(False)
        for cell in (before, self.currentIndex()):
            self.update(cell)

    # -- where things are ---------------------------------------------------------------------

    def fits(self, height: int) -> int:
        """How many events fit below each other."""
        return max(1, (height - self.head - 2) // self._row)

    def place(self, cell: QRect, slot: int) -> QRect:
        """Where the event of a slot is in a cell."""
        return QRect(cell.left(), cell.top() + self.head + slot * self._row,
                     cell.width(), self._row - 2)  # fmt: skip

    def offset(self, column: int, cell: QRect) -> int:
        """How far a column is to the left of a cell."""
        return cell.left() - self.columnViewportPosition(column)

    def width_of(self, column: int, length: int) -> int:
        """The width of some columns."""
        return sum(self.columnWidth(column + number) for number in range(length))

    # -- mouse and keyboard -------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        """Open what was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._click(index, event.position().toPoint().y())

    def _click(self, index: QModelIndex, y: int) -> None:
        cell, day = self.visualRect(index), self.days.at(index)
        slot = (y - cell.top() - self.head) // self._row
        fits = self.fits(cell.height())
        crowded = any(chip.slot >= fits for chip in day.chips)
        if y < cell.top() + self.head or slot >= fits:
            return
        if crowded and slot == fits - 1:
            self.day_opened.emit(day.day)
            return
        for chip in day.chips:
            if chip.slot == slot:
                self.opened.emit(chip.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Arrows go over the edges; page keys turn the month; Enter opens the day."""
        index = self.currentIndex()
        key = event.key()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1, None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.day_opened.emit(self.days.at(index).day)
        elif index.isValid() and (step := _STEPS.get(Qt.Key(key))):
            number = index.row() * 7 + index.column() + step
            if 0 <= number < len(self.days.days):
                self.setCurrentIndex(self.days.index(number // 7, number % 7))
            else:
                wanted = date.fromordinal(self.days.at(index).day.toordinal() + step)
                self.turned.emit(0, wanted)
        else:
            super().keyPressEvent(event)

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.days.at(now).day)


_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


def _mixed(colour: str, ground: str, share: float) -> QColor:
    """A colour laid thinly over a ground, so that the text on it keeps its contrast."""
    over, under = QColor(colour), QColor(ground)
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )
