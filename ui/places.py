"""Whether this desktop has a place for tray icons, asked without asking Qt.

Qt looks once for a StatusNotifierItem host and remembers the answer for the life of the
process; asked before the panel is there, it would never show the icon in it. So Qt is
asked only when one is known to be there. A panel that knows only the older way (XEmbed:
tint2, i3bar) owns a selection on the X server.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os

from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication

WATCHER = "org.kde.StatusNotifierWatcher"


def has_host() -> bool:
    """Whether a StatusNotifierItem host is on the session bus."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    return bool(bus.interface().isServiceRegistered(WATCHER).value())


def has_old_tray() -> bool:
    """Whether a panel of the older way is there (System Tray Protocol Specification)."""
    if QGuiApplication.platformName() != "xcb" or not os.environ.get("DISPLAY"):
        return False
    name = ctypes.util.find_library("X11")
    if name is None:
        return False
    library = ctypes.CDLL(name)
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XOpenDisplay.argtypes = [ctypes.c_char_p]
    library.XInternAtom.restype = ctypes.c_ulong
    library.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    library.XGetSelectionOwner.restype = ctypes.c_ulong
    library.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    library.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = library.XOpenDisplay(None)
    if not display:
        return False
    try:
        atom = library.XInternAtom(display, b"_NET_SYSTEM_TRAY_S0", 0)
        return bool(library.XGetSelectionOwner(display, atom))
    finally:
        library.XCloseDisplay(display)
