"""The list of people: a photo or initials, a name, a line below; rows of one height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.photos import draw_person
from ui.theme import Tokens, scaled
from ui.viewmodels.contacts import PersonRow

Index = QModelIndex | QPersistentModelIndex
PhotoOf = Callable[[PersonRow], QImage | None]
_ROW = Qt.ItemDataRole.UserRole
_PAD = 10


class PeopleRows(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PersonRow, ...] = ()

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
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
            return f"{row.name}, {row.below}" if row.below else row.name
        return None


class _Drawn(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, tokens: Callable[[], Tokens], photo_of: PhotoOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._photo_of = photo_of
        self._small: QFont = scaled(parent.font(), 0.92)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802  Qt's name
        """The same for all: thousands of rows are laid out at once."""
        return QSize(120, 2 * option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, photo, name, the line below."""
        row: PersonRow = index.data(_ROW)
        tokens = self._tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft if chosen else tokens.raised))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
        height = option.rect.height() - 14
        face = QRect(option.rect.left() + _PAD, option.rect.top() + 7, height, height)
        draw_person(painter, face, self._photo_of(row), row.initials, row.colour)
        line = option.fontMetrics.height()
        text = QRect(face.right() + _PAD, option.rect.top() + 8, 0, line)
        text.setRight(option.rect.right() - _PAD)
        if not row.below:
            text.moveTop(option.rect.center().y() - line // 2)
        self._text(painter, text, row.name, tokens.text, option.font)
        self._text(painter, text.translated(0, line + 2), row.below, tokens.quiet, self._small)
        painter.restore()

    @staticmethod
    def _text(painter: QPainter, area: QRect, text: str, colour: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class PeopleList(QListView):
    """The list.

    :param photo_of: the photo of a row if it is known; asked for when the row is drawn.
    :param chosen: gets the row that is the current one.
    """

    def __init__(
        self,
        name: str,
        tokens: Callable[[], Tokens],
        photo_of: PhotoOf,
        chosen: Callable[[PersonRow], object],
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows = PeopleRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Drawn(tokens, photo_of, self))
        self._chosen = chosen
        self.selectionModel().currentChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[PersonRow], keep: int) -> None:
        """Show these.

        :param keep: the number of the person that stays chosen; the first one if that
            is not among them.
        """
        if tuple(rows) == self.rows.rows:
            return
        self.rows.show_rows(rows)
        numbers = [row.number for row in rows]
        if numbers:
            at = numbers.index(keep) if keep in numbers else 0
            self.setCurrentIndex(self.rows.index(at))

    def _changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._chosen(self.rows.rows[now.row()])
