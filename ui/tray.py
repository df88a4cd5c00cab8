"""The tray icon: a shape for each state, one sentence as its tooltip, the menu.

On Linux it is a StatusNotifierItem. A desktop may have no place for it (GNOME), or get
one later (a panel that starts after us, an extension that is switched on): the host's
name on the bus says so, nothing polls.
"""

from __future__ import annotations

import sys
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
from ui.notifications import Notifications
from ui.places import WATCHER, has_host, has_old_tray
from ui.theme import DARK, LIGHT
from ui.viewmodels.menu import Entry, menu
from ui.viewmodels.status import State, Status, status


class Tray(QObject):
    """The tray icon, where there is a place for it.

    ``appeared``
        a place came into being; the icon is shown there now.
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
        self._icon: QSystemTrayIcon | None = None
        self.notifications = Notifications(
            self, self._show_message, lambda page: do(f"page:{page}")
        )
        bridge.known.connect(self.refresh)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.redraw)
        self._watcher = QDBusServiceWatcher(
            WATCHER,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForRegistration,
            self,
        )
        self._watcher.serviceRegistered.connect(self._host_came)
        if _has_place():
            self._show_icon()
        self.refresh()

    @property
    def available(self) -> bool:
        """Whether the icon is to be seen."""
        return self._icon is not None

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
        self.notifications.state(now)
        entries = menu(known, now)
        # the menu may be open: only what differs is made anew
        if entries != self._drawn:
            self._drawn = entries
            fill(self._menu, entries, self._do)
        self._draw(now)

    def hide(self) -> None:
        """Take it away."""
        if self._icon is not None:
            self._icon.hide()
        self.notifications.end()

    def _show_icon(self) -> None:
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.notifications.go)
        self._state = None
        self._draw(status(self._bridge.known_now, time.time()))
        self._icon.show()

    def _draw(self, now: Status) -> None:
        if self._icon is None:
            return
        if now.state is not self._state:
            self._state = now.state
            self._icon.setIcon(self._picture(now.state))
        self._icon.setToolTip(f"kSync\n{now.line}")

    def _picture(self, state: State) -> QIcon:
        dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
        if self._shade is not Shade.SYSTEM:
            dark = self._shade is Shade.DARK
        return tray_icon(state.value, (DARK if dark else LIGHT).text)

    def _show_message(self, line: str) -> None:
        if self._icon is not None:
            self._icon.showMessage("kSync", line)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self._do("open")

    def _host_came(self, _name: str) -> None:
        if self._icon is None:
            self._show_icon()
            self.appeared.emit()


def _has_place() -> bool:
    if not sys.platform.startswith("linux"):
        return QSystemTrayIcon.isSystemTrayAvailable()
    return has_host() or has_old_tray()
