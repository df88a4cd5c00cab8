"""Lists of rows: an icon, a title, a line under it, and a word at the end.

A model over frozen rows: thousands of them cost nothing until they are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import pixmap
from ui.theme import Tokens, scaled
from ui.widgets.basics import hint

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PAD = 10
_ICON = 18
_GAP = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row.

    :param key: what is told when it is chosen.
    :param colour: of the icon; :param swatch: a filled field instead of an icon.
    """

    key: str
    title: str
    below: str = ""
    end: str = ""
    icon: str = ""
    colour: str = ""
    swatch: str = ""


class Lines(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802  Qt's name and default
        """How many."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One, whole for the delegate, as a text for everybody else."""
        line = self.lines[index.row()]
        if role == _ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (line.title, line.below, line.end) if part)
        return hint(line.title) if role == Qt.ItemDataRole.ToolTipRole else None


class _Drawn(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._small: QFont = scaled(parent.font(), 0.92)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  Qt's name
        """High enough for its lines."""
        line: Line = index.data(_ROW)
        height = option.fontMetrics.height()
        if line.below:
            height += _GAP + option.fontMetrics.height()
        return QSize(120, height + 2 * _PAD - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, icon, title, the line under it, the word at the end."""
        line: Line = index.data(_ROW)
        tokens = self._tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, tokens)
        area = option.rect.adjusted(_PAD, _PAD - 1, -_PAD, -_PAD + 1)
        if line.icon or line.swatch:
            self._icon(painter, area, line, tokens)
            area.setLeft(area.left() + _ICON + _PAD)
        top = QRect(area.left(), area.top(), area.width(), option.fontMetrics.height())
        if line.end:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.quiet))
            width = painter.fontMetrics().horizontalAdvance(line.end)
            painter.drawText(
                top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.end
            )
            top.setRight(top.right() - width - _PAD)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        self._text(painter, top, line.title)
        if line.below:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.quiet))
            below = QRect(area.left(), top.bottom() + _GAP, area.width(), top.height())
            self._text(painter, below, line.below)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or under:
            painter.setBrush(QColor(tokens.soft if chosen else tokens.raised))
            painter.drawRoundedRect(option.rect.adjusted(3, 1, -3, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(3, 1, -3, -1), 6, 6)

    @staticmethod
    def _icon(painter: QPainter, area: QRect, line: Line, tokens: Tokens) -> None:
        place = QRect(area.left(), area.top(), _ICON, _ICON)
        if line.swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(line.swatch))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 4, 4)
            return
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(place, pixmap(line.icon, line.colour or tokens.quiet, _ICON, ratio))

    @staticmethod
    def _text(painter: QPainter, area: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class LineList(QListView):
    """The list.

    :param chosen: gets the key of the row that is the current one.
    """

    def __init__(
        self,
        name: str,
        tokens: Callable[[], Tokens],
        chosen: Callable[[str], None] | None = None,
        *,
        several: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Drawn(tokens, self))
        self.setPalette(QPalette(self.palette()))
        self._chosen = chosen
        self.selectionModel().currentChanged.connect(self._changed)

    def only_to_read(self) -> None:
        """Nothing in it can be chosen."""
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

    def show_lines(self, lines: Sequence[Line], keep: str = "") -> None:
        """Show these; the one that was chosen stays chosen, unless it was the first.

        :param keep: choose this one.
        """
        if tuple(lines) == self.lines.lines and not keep:
            return
        first = self.currentIndex().row() == 0
        wanted = keep or ("" if first else self.current)
        several = self.selected if len(self.selected) > 1 else ()
        # of rows that are all of one height, one is asked for it, not each of thousands
        self.setUniformItemSizes(len({bool(line.below) for line in lines}) < 2)
        self.lines.show_lines(lines)
        keys = [line.key for line in lines]
        number = keys.index(wanted) if wanted in keys else 0
        if keys:
            self.setCurrentIndex(self.lines.index(number))
        for each in several:
            if each in keys:
                index = self.lines.index(keys.index(each))
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    @property
    def current(self) -> str:
        """The key of the current row, ``""`` if there is none."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].key if index.isValid() else ""

    @property
    def selected(self) -> tuple[str, ...]:
        """The keys of all selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.lines.lines[row].key for row in rows)

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._chosen is not None and now.isValid():
            self._chosen(self.lines.lines[now.row()].key)
