"""The sidebar: the pages, and at its foot how things are and the button to sync."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.icons import program_icon, tray_icon
from ui.menus import fill
from ui.pages import Row
from ui.viewmodels.menu import Entry, menu, sync_entry
from ui.viewmodels.status import Known, State, Status
from ui.widgets.basics import button, label, picture, row
from ui.words import plural, tr

_COUNT = Qt.ItemDataRole.UserRole + 1
WIDTH = 228


class _Counted(QStyledItemDelegate):
    """Draws how many things wait on a page behind its name."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The item, and its count in a rounded field."""
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if not count:
            return
        text = str(count)
        area = option.rect.adjusted(0, 0, -10, 0)
        width = max(20, painter.fontMetrics().horizontalAdvance(text) + 12)
        area.setLeft(area.right() - width)
        area.setTop(area.center().y() - 9)
        area.setHeight(19)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._desk.tokens.accent))
        painter.drawRoundedRect(area, 9, 9)
        painter.setPen(QColor(self._desk.tokens.on_accent))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class Sidebar(QWidget):
    """The list of pages and the foot.

    ``chosen``
        a page's id.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, rows: Iterable[Row]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._rows = tuple(rows)
        self._entries: tuple[Entry, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 14, 0, 14)
        self._box.setSpacing(6)
        self._add_head()
        self._add_list()
        self._add_foot()

    def _add_head(self) -> None:
        mark = label("kSync", size=1.15, bold=True)
        logo = picture("sync", self._desk.tokens.accent, 26)
        logo.setPixmap(program_icon().pixmap(QSize(26, 26), self.devicePixelRatioF()))
        self._menu = QMenu(self)
        self.more = QToolButton()
        self.more.setIcon(self._desk.icon("menu"))
        self.more.setAccessibleName(tr("Menu"))
        self.more.setToolTip(tr("Menu"))
        self.more.setAutoRaise(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu)
        head = row(logo, mark, 1, self.more)
        head.setContentsMargins(18, 0, 12, 6)
        self._box.addLayout(head)

    def _add_list(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("navigation")
        self.list.setAccessibleName(tr("Pages"))
        self.list.setIconSize(QSize(19, 19))
        self.list.setItemDelegate(_Counted(self._desk, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, page in enumerate(self._rows, 1):
            item = QListWidgetItem(self._desk.icon(page.icon), tr(page.title))
            item.setData(Qt.ItemDataRole.UserRole, page.id)
            item.setToolTip(tr("{page} (Ctrl+{number})", page=tr(page.title), number=number))
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._choose)
        self._box.addWidget(self.list, 1)

    def _add_foot(self) -> None:
        self._state = picture("check", self._desk.tokens.quiet, 20)
        self.line = label(wrap=True, tone="quiet", size=0.92)
        self.line.setMinimumHeight(self.line.fontMetrics().height() * 2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the sync"))
        self.bar.hide()
        self.sync = button("", lambda: self._desk.do(self._wanted), icon_name="sync",
                           colour=self._desk.tokens.text)  # fmt: skip
        self.sync.setSizePolicy(self.list.sizePolicy().horizontalPolicy(),
                                self.sync.sizePolicy().verticalPolicy())  # fmt: skip
        self._wanted = "sync"
        self.reason = label(wrap=True, tone="quiet", size=0.92)
        self.reason.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 6, 16, 0)
        foot.setSpacing(10)
        state = row(self._state, self.line)
        state.setAlignment(self._state, Qt.AlignmentFlag.AlignTop)
        self.line.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.line.setContentsMargins(0, 3, 0, 0)
        state.setStretch(1, 1)
        foot.addLayout(state)
        foot.addWidget(self.bar)
        foot.addWidget(self.sync)
        foot.addWidget(self.reason)
        self._box.addLayout(foot)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def select(self, page: str) -> bool:
        """Choose a page; false if there is none of this name."""
        for number, each in enumerate(self._rows):
            if each.id == page:
                self.list.setCurrentRow(number)
                return True
        return False

    def show_status(self, known: Known, status: Status) -> None:
        """How things are now."""
        entries = menu(known, status)
        if entries != self._entries:
            self._entries = entries
            fill(self._menu, entries, self._desk.do, self._desk.icon)
        self.line.setText(status.line)
        colour = _colour(self._desk, status.state)
        drawn = tray_icon(status.state, colour)
        self._state.setPixmap(drawn.pixmap(QSize(20, 20), self.devicePixelRatioF()))
        active = known.tally.active
        self._show_sync(known)
        self.bar.setVisible(active)
        share = known.tally.share
        self.bar.setRange(0, 0 if share is None else 1000)
        self.bar.setValue(round((share or 0) * 1000))
        waiting = known.glance.conflicts + known.glance.holds if known.glance else 0
        self._count("conflicts", waiting)

    def _show_sync(self, known: Known) -> None:
        """The button does what the menu's entry does, and is disabled when that is."""
        entry = sync_entry(known)
        active = entry.id == "stop"
        self._wanted = "stop" if active else "sync"
        self.sync.setText(tr("Stop") if active else tr("Sync now"))
        self.sync.setIcon(self._desk.icon("stop" if active else "sync"))
        self.sync.setEnabled(entry.enabled)
        reason = entry.why[:1].upper() + entry.why[1:]
        self.sync.setToolTip(reason)
        self.sync.setAccessibleDescription(reason)
        self.reason.setText(reason)
        # not where the line above says the same
        self.reason.setVisible(bool(reason) and reason.rstrip(".") != self.line.text().rstrip("."))

    def _count(self, page: str, count: int) -> None:
        for number, each in enumerate(self._rows):
            if each.id == page:
                item = self.list.item(number)
                item.setData(_COUNT, count)
                name = tr(each.title)
                waits = plural("{count} waiting", count) if count else ""
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, f"{name}, {waits}" if waits else name
                )


def _colour(desk: Desk, state: State) -> str:
    tokens = desk.tokens
    if state is State.ERROR:
        return tokens.bad
    if state in (State.NEEDS_YOU, State.CONFLICTS, State.HOLDS):
        return tokens.warn
    return tokens.good if state is State.IDLE else tokens.quiet
