"""Notifications: once, when the state changes to one that needs a person, with an action.

On Linux they are those of the desktop (org.freedesktop.Notifications), which can carry
a button. They are asked for in a thread of their own: a bus that does not answer must not
hold up the window. Where nobody offers that service, the tray icon's own message is
shown. The text is escaped: servers of notifications read markup, and titles come from
outside.
"""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Queue
from typing import Any

from jeepney import (  # type: ignore[import-untyped]  # it has no type information
    DBusAddress,
    MatchRule,
    message_bus,
    new_method_call,
)
from jeepney.io.threading import (  # type: ignore[import-untyped]  # it has no type information
    DBusRouter,
    open_dbus_connection,
)
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.lanes import Lane
from ui.viewmodels.status import State, Status
from ui.words import tr

SERVER = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
_SECONDS = 5.0

TELLING = frozenset({State.ERROR, State.NEEDS_YOU, State.CONFLICTS, State.HOLDS})
"""States that need a person; the others pass by themselves."""


class Notifications(QObject):
    """Tells what needs a person, and takes the answer.

    :param otherwise: shows a line where the desktop has no server of notifications.
    :param open_page: called with the page where it is dealt with.
    """

    _acted = Signal()
    _unheard = Signal(str)

    def __init__(
        self,
        parent: QObject,
        otherwise: Callable[[str], None],
        open_page: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._otherwise = otherwise
        self._open = open_page
        self._told = State.IDLE
        self._page = ""
        self._server: _Server | None = None
        self.on = True
        queued = Qt.ConnectionType.QueuedConnection
        self._acted.connect(self.go, queued)
        self._unheard.connect(self._not_shown, queued)

    def state(self, now: Status) -> None:
        """How things are; told where the state is another one than before."""
        before, self._told = self._told, now.state
        if now.state is before or now.state not in TELLING or not self.on:
            return
        self._page = now.page
        if self._server is None:
            self._server = _Server(self._acted.emit, self._unheard.emit)
        self._server.tell(now.line, body(now, tr("Open")))

    def end(self) -> None:
        """Tell nothing more."""
        if self._server is not None:
            self._server.end()
            self._server = None

    @Slot()
    def go(self) -> None:
        """Show where what was told is dealt with."""
        self._open(self._page)

    @Slot(str)
    def _not_shown(self, line: str) -> None:
        self._otherwise(line)


def body(now: Status, action: str, replaces: int = 0) -> tuple[Any, ...]:
    """The arguments of ``Notify`` (Desktop Notifications Specification 1.2)."""
    text = html.escape(now.line, quote=False)
    hints = {"desktop-entry": ("s", "ksync")}
    return (
        "kSync",
        replaces,
        "ksync",
        "kSync",
        text,
        ["default", action, "open", action],
        hints,
        -1,
    )


class _Server:
    """The desktop's server of notifications, in threads of its own.

    :param acted: a person pressed a button of ours; :param unheard: nobody shows it.
    """

    def __init__(self, acted: Callable[[], None], unheard: Callable[[str], None]) -> None:
        self._acted = acted
        self._unheard = unheard
        self._lane = Lane("ksync-notifications")
        self._router: DBusRouter | None = None
        self._number = 0
        self._lane.put(self._connect)

    def tell(self, line: str, arguments: tuple[Any, ...]) -> None:
        """Show this instead of what was shown before."""
        self._lane.put(lambda: self._send(line, arguments))

    def end(self) -> None:
        """Let go of the bus."""
        self._lane.put(self._disconnect)
        self._lane.end(_SECONDS)

    def _connect(self) -> None:
        with suppress(Exception):  # no bus, or one that refuses: the tray shows it then
            router = DBusRouter(open_dbus_connection("SESSION"))
            rule = MatchRule(
                type="signal", interface=SERVER.interface, member="ActionInvoked",
                path=SERVER.object_path,
            )  # fmt: skip
            heard: Queue[Any] = Queue()
            router.filter(rule, queue=heard)
            router.send_and_get_reply(message_bus.AddMatch(rule), timeout=_SECONDS)
            self._router = router
            listener = threading.Thread(target=self._listen, args=(heard,), daemon=True)
            listener.start()

    def _listen(self, heard: Queue[Any]) -> None:
        while (signal := heard.get()) is not None:
            if signal.body[0] == self._number:
                self._acted()

    def _send(self, line: str, arguments: tuple[Any, ...]) -> None:
        if self._router is not None:
            call = new_method_call(
                SERVER, "Notify", "susssasa{sv}i", (arguments[0], self._number, *arguments[2:])
            )
            with suppress(Exception):  # nobody answers: the tray shows it then
                reply = self._router.send_and_get_reply(call, timeout=_SECONDS)
                if reply.header.message_type.name == "method_return":
                    self._number = reply.body[0]
                    return
        self._unheard(line)

    def _disconnect(self) -> None:
        if self._router is not None:
            with suppress(Exception):  # the bus may be gone already
                self._router.close()
                self._router.conn.close()
