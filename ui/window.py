"""The window: sidebar, banner, pages. Pages are made when they are first shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ksync.reporting.catalog import Problem
from ui.bridge import Bridge
from ui.desk import Desk
from ui.icons import program_icon
from ui.pages import PAGES
from ui.pages.page import Page
from ui.sidebar import Sidebar
from ui.theme import Theme
from ui.viewmodels.problems import BUTTONS, Mend, Told, told
from ui.viewmodels.status import status
from ui.widgets.basics import Banner, button, clear, tool
from ui.words import tr


class MainWindow(QMainWindow):
    """The window.

    :param do: carries out entries of menus.
    :param mend: does what the button beside an error promises.
    :param settings: where its size is kept.
    :param closing: called when a person closes it.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        do: Callable[[str], None],
        mend: Callable[[Told], None],
        settings: QSettings,
        closing: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setWindowTitle("kSync")
        self.setWindowIcon(program_icon())
        self.setMinimumSize(920, 560)
        self.resize(1120, 740)
        self._settings = settings
        self._closing = closing
        self._mend = mend
        self.desk = Desk(bridge, theme, self.go, do, self.tell, self.notice, self._mended)
        self._pages: dict[str, Page] = {}
        self._here = PAGES[0].id
        self._trouble: Problem | None = None
        self._forgets = False
        self._build()
        self._add_shortcuts()
        bridge.known.connect(self._show_status)
        theme.changed.connect(self.rebuild)
        kept = settings.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _build(self) -> None:
        central = QWidget()
        central.setObjectName("content")
        across = QHBoxLayout(central)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.sidebar = Sidebar(self.desk, PAGES)
        across.addWidget(self.sidebar)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(28, 0, 28, 0)
        self._banners.setSpacing(8)
        beside.addLayout(self._banners)
        self.stack = QStackedWidget()
        beside.addWidget(self.stack, 1)
        across.addLayout(beside, 1)
        self.setCentralWidget(central)
        self.sidebar.chosen.connect(self._show)
        self.sidebar.select(self._here)
        self.sidebar.list.setFocus()
        self._show_status()

    def rebuild(self) -> None:
        """Make everything anew: another theme, another language."""
        self._pages.clear()
        self._build()

    def _add_shortcuts(self) -> None:
        keys: list[tuple[str | QKeySequence.StandardKey, Callable[[], object]]] = [
            (QKeySequence.StandardKey.Refresh, lambda: self.desk.do("sync")),
            (QKeySequence.StandardKey.Quit, lambda: self.desk.do("quit")),
            (QKeySequence.StandardKey.Close, self.close),
            (QKeySequence.StandardKey.HelpContents, lambda: self.desk.do("help")),
        ]
        keys += [
            (f"Ctrl+{number}", partial(self.go, page.id)) for number, page in enumerate(PAGES, 1)
        ]
        for key, do in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(do)

    def page(self, name: str) -> Page:
        """A page by its name; it is made if it was not shown before."""
        if name not in self._pages:
            (found,) = (each for each in PAGES if each.id == name)
            self._pages[name] = found.make(self.desk)
            self.stack.addWidget(self._pages[name])
        return self._pages[name]

    def go(self, name: str, argument: str = "") -> None:
        """Show a page; an unknown one leaves things as they are."""
        if any(each.id == name for each in PAGES):
            self.sidebar.select(name)
            self._show(name)
            if argument:
                self.page(name).receive(argument)

    def _show(self, name: str) -> None:
        self._here = name
        self.stack.setCurrentWidget(self.page(name))

    def _show_status(self) -> None:
        known = self.desk.bridge.known_now
        now = status(known, time.time())
        self.sidebar.show_status(known, now)
        if known.trouble != self._trouble:
            self._trouble = known.trouble
            self.quiet()
            if known.trouble is not None:
                self.tell(known.trouble)

    def tell(self, problem: Problem) -> None:
        """Show a problem at the top, with the button that helps."""
        shown = told(problem)
        hint = " ".join(part for part in (shown.where, shown.detail, shown.hint) if part)
        banner = Banner("bad", shown.message, self.desk.tokens, hint)
        if shown.mend is not Mend.NONE:
            banner.buttons.addWidget(
                button(tr(BUTTONS[shown.mend]), lambda: self._mended(shown), kind="primary")
            )
        self._put(banner)

    def notice(self, message: str, hint: str = "") -> None:
        """Show a message at the top that is no error."""
        self._put(Banner("info", message, self.desk.tokens, hint))

    def _put(self, banner: Banner) -> None:
        self.quiet()
        quiet = self.desk.tokens.text
        banner.buttons.addWidget(tool("cross", quiet, tr("Close this message"), self.quiet))
        self._banners.setContentsMargins(28, 16, 28, 0)
        self._banners.addWidget(banner)

    def quiet(self) -> None:
        """Take the message away."""
        clear(self._banners)
        self._banners.setContentsMargins(28, 0, 28, 0)

    def _mended(self, shown: Told) -> None:
        self.quiet()
        self._mend(shown)

    def raise_up(self) -> None:
        """Show it in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def forget(self) -> None:
        """Write nothing any more, not even its size."""
        self._forgets = True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Keep its size; the program goes on in the tray, or ends without one."""
        if not self._forgets:
            self._settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)
        self._closing()
