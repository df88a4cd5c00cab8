"""The tray icon: a shape for each state, one sentence as its tooltip, the menu.

On Linux it is a StatusNotifierItem. A desktop may have no place for it (GNOME), or get
one later (a panel that starts after us, an extension that is switched on): the watcher's
name on the bus says so, nothing polls.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ksync.config import Shade
from ui.bridge import Bridge
from ui.icons import tray_icon
from ui.menus import fill
from ui.theme import DARK, LIGHT
from ui.viewmodels.menu import Entry, menu
from ui.viewmodels.status import State, status

WATCHER = "org.kde.StatusNotifierWatcher"


class Tray(QObject):
    """The tray icon, where there is a place for it.

    ``appeared``
        a place came into being; it is shown there now.
    """

    appeared = Signal()

    def __init__(
        self, bridge: Bridge, do: Callable[[str], None], shade: Shade = Shade.SYSTEM
    ) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._do = do
        self._shade = shade
        self._menu = QMenu()
        self._drawn: tuple[Entry, ...] = ()
        self._state: State | None = None
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._activated)
        bridge.known.connect(self.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.redraw)
        self._watcher = QDBusServiceWatcher(
            WATCHER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForRegistration,
            self,
        )
        self._watcher.serviceRegistered.connect(lambda _name: self._try_again())
        self.refresh()
        if self.available:
            self.icon.show()

    @property
    def available(self) -> bool:
        """Whether this desktop shows tray icons now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_shade(self, shade: Shade) -> None:
        """What kind of panel it is drawn for."""
        self._shade = shade
        self.redraw()

    def redraw(self) -> None:
        """Draw icon and menu anew: another colour, another language."""
        self._state, self._drawn = None, ()
        self.refresh()

    def refresh(self) -> None:
        """Icon, tooltip and menu as things are now."""
        known = self._bridge.known_now
        now = status(known, time.time())
        if now.state is not self._state:
            self._state = now.state
            self.icon.setIcon(self._icon(now.state))
        self.icon.setToolTip(f"kSync\n{now.line}")
        entries = menu(known, now)
        # the menu may be open: only what differs is made anew
        if entries != self._drawn:
            self._drawn = entries
            fill(self._menu, entries, self._do)

    def hide(self) -> None:
        """Take it away."""
        self.icon.hide()

    def _icon(self, state: State) -> QIcon:
        dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
        if self._shade is not Shade.SYSTEM:
            dark = self._shade is Shade.DARK
        return tray_icon(state.value, (DARK if dark else LIGHT).text)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self._do("open")

    def _try_again(self) -> None:
        if not self.available:
            return
        self.icon.hide()
        self.icon.show()
        self.appeared.emit()
