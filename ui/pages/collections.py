"""Collections: what is synced, by account, and everything that can be set of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QGridLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ksync.service import Service, preferences
from ksync.service.collections import CollectionView
from ksync.service.server_collections import Deleted
from sync_engine.core.collection import Kind
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import AFTER_A_RUN, Topic
from ui.viewmodels import collections as words
from ui.viewmodels.collections import CONFLICTS, DIRECTIONS, CollectionShown
from ui.widgets.basics import (
    Card,
    EmptyState,
    badge,
    button,
    clear,
    hint,
    label,
    name_of,
    picture,
    place,
    row,
)  # fmt: skip
from ui.widgets.dialogs import Question
from ui.widgets.fields import choice, locked, number, switch
from ui.widgets.naming import Naming
from ui.words import tr

_ID = Qt.ItemDataRole.UserRole
_LONGEST_DAYS = 36_500
_DETAILS = 420


@dataclass(frozen=True, slots=True)
class _Data:
    collections: tuple[CollectionView, ...]
    locks: Mapping[str, frozenset[str]]
    manager: str


class CollectionsPage(Page):
    """Collections."""

    topics = frozenset({Topic.COLLECTIONS, Topic.ACCOUNTS, Topic.SETTINGS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Collections"))
        self._shown: dict[str, CollectionShown] = {}
        self._drawn: tuple[CollectionShown, ...] = ()
        text = desk.tokens.text
        self.new = button(tr("New…"), self._ask_new, icon_name="add", colour=text)
        self.head.addWidget(
            button(tr("Look on the server"), self._refresh, icon_name="sync", colour=text)
        )
        self.head.addWidget(self.new)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Collections"))
        self.tree.setHeaderHidden(True)
        self.tree.setIconSize(QSize(18, 18))
        self.tree.setMinimumWidth(200)
        self.tree.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.tree.itemChanged.connect(self._checked)
        self._details = QVBoxLayout()
        self._details.setContentsMargins(0, 0, 0, 0)
        self._details.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._details)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setMinimumWidth(_DETAILS)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.tree)
        across.addWidget(area)
        across.setStretchFactor(1, 1)
        across.setSizes([300, 560])
        across.setHandleWidth(14)
        across.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(across)
        self._stack.addWidget(
            EmptyState(
                "collections",
                tr("No calendars yet"),
                tr("The calendars, task lists and address books of your accounts are listed here."),
                desk.tokens,
            )
        )
        self.body.addWidget(self._stack, 1)

    def load(self, service: Service) -> _Data:
        """All of them; the server is not asked."""
        found = tuple(service.collections.list())
        locks = preferences.collection_locks(service.parts, (v.id for v in found), words.KEYS)
        manager = preferences.read(service.parts).manager if any(locks.values()) else ""
        return _Data(found, locks, manager)

    def show_loaded(self, data: _Data) -> None:
        """The tree; what was chosen stays so."""
        found = words.shown(data.collections, data.locks, data.manager)
        self._stack.setCurrentIndex(0 if found else 1)
        self.new.setEnabled(bool(found))
        if found != self._drawn:
            self._drawn = found
            self._draw(found)

    def _draw(self, found: tuple[CollectionShown, ...]) -> None:
        wanted = self.current
        self._shown = {each.id: each for each in found}
        self.tree.blockSignals(True)
        self.tree.clear()
        chosen: QTreeWidgetItem | None = None
        for account in dict.fromkeys(each.account for each in found):
            top = QTreeWidgetItem(self.tree, [account])
            top.setIcon(0, self.desk.icon("account"))
            for each in found:
                if each.account == account:
                    item = self._item(top, each)
                    if each.id == wanted or chosen is None:
                        chosen = item
            top.setExpanded(True)
        self.tree.blockSignals(False)
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
            self._choose(chosen)

    def _item(self, top: QTreeWidgetItem, shown: CollectionShown) -> QTreeWidgetItem:
        item = QTreeWidgetItem(top, [shown.title])
        item.setData(0, _ID, shown.id)
        item.setIcon(0, _swatch(shown.colour) if shown.colour else self.desk.icon(shown.icon))
        item.setCheckState(0, Qt.CheckState.Checked if shown.enabled else Qt.CheckState.Unchecked)
        who = shown.who("enabled")
        if who:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        notes = ", ".join((shown.line, *shown.notes, *((who,) if who else ())))
        item.setToolTip(0, hint(notes))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{shown.title}, {notes}")
        return item

    @property
    def current(self) -> str:
        """The chosen collection's ID, ``""`` if there is none."""
        item = self.tree.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def _checked(self, item: QTreeWidgetItem) -> None:
        found = self._shown.get(str(item.data(0, _ID) or ""))
        on = item.checkState(0) == Qt.CheckState.Checked
        if found is not None and on != found.enabled:
            # at once: a second click may come before the first is carried out
            self._shown[found.id] = replace(found, enabled=on)
            self._enable(found.id, on=on)

    def _enable(self, which: str, *, on: bool) -> None:
        def work(service: Service) -> CollectionView:
            change = service.collections.enable if on else service.collections.disable
            return change(which)

        def done(_view: CollectionView) -> None:
            if on:
                self.desk.do(f"sync:{which.partition('/')[0]}")

        self._act(work, done)

    # -- one of them --------------------------------------------------------------------------

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        found = self._shown.get(str(item.data(0, _ID) or "")) if item is not None else None
        clear(self._details)
        if found is None:
            self._details.addWidget(label(tr("Choose a collection."), tone="quiet"))
        else:
            self._details.addWidget(self._summary(found))
            self._details.addWidget(self._options(found))
            self._details.addWidget(self._on_server(found))
        self._details.addStretch(1)

    def _summary(self, shown: CollectionShown) -> Card:
        made = Card(name=shown.title)
        head = row(
            picture(shown.icon, shown.colour or self.desk.tokens.quiet, 22),
            label(shown.title, size=1.15, bold=True, wrap=True),
        )
        head.setStretch(1, 1)
        made.box.addLayout(head)
        made.box.addWidget(label(shown.line, wrap=True))
        if shown.notes:
            made.box.addLayout(row(*(badge(note) for note in shown.notes), 1))
        view = shown.view
        if view.path:
            path = view.path
            show = button(
                tr("Open folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path))
            )
            made.box.addWidget(place(path))
            made.box.addLayout(row(show, 1))
        made.box.addWidget(place(view.href))
        return made

    def _options(self, shown: CollectionShown) -> Card:
        made = Card(tr("How it is synced"))
        view = shown.view
        sync = switch(
            tr("Sync it"), on=view.enabled, chosen=lambda t: self._enable(view.id, on=t == "true")
        )
        made.box.addWidget(locked(sync, self.desk, shown.who("enabled")))
        direction = choice(
            tr("Changes go"), [(value, tr(text)) for value, text in DIRECTIONS], view.direction,
            partial(self._set, view.id, "direction"),
        )  # fmt: skip
        direction.setObjectName("direction")
        direction.setEnabled(not view.read_only)
        conflict = choice(
            tr("If both sides changed the same thing"),
            [(value, tr(text)) for value, text in CONFLICTS if value],
            view.conflict,
            partial(self._set, view.id, "conflict"),
        )
        conflict.setObjectName("conflict")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        for number_, control in enumerate((direction, conflict)):
            title, who = control.accessibleName(), shown.who(control.objectName())
            grid.addWidget(name_of(control, title, wrap=True), number_, 0)
            grid.addLayout(row(locked(control, self.desk, who), 1), number_, 1)
        made.box.addLayout(grid)
        if view.kind != "addressbook":
            made.box.addLayout(self._limit(view, shown.who("past_days")))
        return made

    def _limit(self, view: CollectionView, who: str) -> QVBoxLayout:
        box = QVBoxLayout()
        days = number(
            tr("Days that are kept here"), view.past_days or 365, (1, _LONGEST_DAYS), tr("days"),
            partial(self._set, view.id, "past_days"),
        )  # fmt: skip
        days.setEnabled(view.past_days is not None and not who)
        limited = switch(
            tr("Keep only the newer ones on this computer:"),
            on=view.past_days is not None,
            chosen=lambda text: self._set(view.id, "past_days", "365" if text == "true" else ""),
        )
        box.addWidget(locked(limited, self.desk, who))
        indented = row(days, 1)
        indented.setContentsMargins(24, 0, 0, 0)
        box.addLayout(indented)
        hint = tr("What is older stays on the server, and in the history here.")
        box.addWidget(label(hint, tone="quiet", wrap=True))
        return box

    def _on_server(self, shown: CollectionShown) -> Card:
        made = Card(tr("On the server, for all your devices"))
        writable = not shown.view.read_only and shown.view.listed
        rename = button(tr("Rename…"), partial(self._ask_name, shown))
        colour = button(tr("Colour…"), partial(self._ask_colour, shown))
        delete = button(tr("Delete…"), partial(self._ask_delete, shown), kind="danger")
        for each in (rename, colour, delete):
            each.setEnabled(writable)
        made.box.addLayout(row(rename, colour, 1, delete))
        if not writable:
            made.box.addWidget(
                label(tr("It is not yours to change there."), tone="quiet", wrap=True)
            )
        return made

    def _set(self, which: str, key: str, text: str) -> None:
        self._act(lambda service: service.collections.set(which, {key: text}))

    def _act(self, work: object, done: object = None) -> None:
        self.desk.bridge.act(
            work,  # type: ignore[arg-type]  # a function of the service
            done,  # type: ignore[arg-type]  # a function of its result
            self._failed_act,
            owner=self,
            changes={Topic.COLLECTIONS},
        )

    def _failed_act(self, problem: object) -> None:
        self._drawn = ()
        self.reload()
        self.desk.tell(problem)  # type: ignore[arg-type]  # the bridge brings a Problem

    # -- on the server ------------------------------------------------------------------------

    def _refresh(self) -> None:
        def work(service: Service) -> None:
            for name in service.accounts.names():
                service.accounts.refresh(name)

        self._act(work)

    def _ask_new(self) -> None:
        accounts = list(dict.fromkeys(each.account for each in self._drawn))
        self.dialog: Question = Naming(self, self.desk, accounts)
        self.dialog.accepted.connect(lambda: self._make(self.dialog))
        self.dialog.open()

    def _make(self, dialog: object) -> None:
        assert isinstance(dialog, Naming)
        account, name, kind, components = dialog.answer

        def work(service: Service) -> object:
            return service.server_collections.create(
                account, name, kind=Kind(kind), components=components
            )

        self._act(work, lambda _made: self.desk.do(f"sync:{account}"))

    def _ask_name(self, shown: CollectionShown) -> None:
        dialog = Naming(self, self.desk, [], shown.title)
        dialog.accepted.connect(
            lambda: self._act(
                lambda service: service.server_collections.rename(shown.id, dialog.answer[1])
            )
        )
        self.dialog = dialog
        dialog.open()

    def _ask_colour(self, shown: CollectionShown) -> None:
        start = QColor(shown.colour or self.desk.tokens.accent)
        self.colours = QColorDialog(start, self)
        self.colours.setWindowTitle(tr("Colour of {name}", name=shown.title))
        self.colours.colorSelected.connect(
            lambda colour: self._act(
                lambda service: service.server_collections.recolor(shown.id, colour.name())
            )
        )
        self.colours.open()

    def _ask_delete(self, shown: CollectionShown) -> None:
        self.dialog = Question(
            self,
            self.desk,
            tr("Delete {name} on the server?", name=shown.title),
            tr(
                "It is deleted for all your devices, and for everybody whom it is shared with. "
                "What is in it goes to the history of this computer first."
            ),
            tr("Delete"),
            danger=True,
        )
        self.dialog.accepted.connect(lambda: self._delete(shown))
        self.dialog.open()

    def _delete(self, shown: CollectionShown) -> None:
        def done(gone: Deleted) -> None:
            self.desk.say(
                tr(
                    "{name} was deleted; {count} of its items are in the history.",
                    name=gone.display_name,
                    count=gone.kept,
                )
            )

        self.desk.bridge.act(
            lambda service: service.server_collections.delete(shown.id),
            done,
            self.desk.tell,
            owner=self,
            changes=AFTER_A_RUN,
        )


def _swatch(colour: str) -> QIcon:
    drawn = QPixmap(36, 36)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(6, 6, 24, 24, 7, 7)
    painter.end()
    return QIcon(drawn)
