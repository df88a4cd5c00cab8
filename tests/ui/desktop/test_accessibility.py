"""What a screen reader is told, over the accessibility bus (AT-SPI)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jeepney
import pytest
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.ui.desktop.session import Session, session, wait

pytestmark = pytest.mark.timeout(180)

ROOT = "/org/a11y/atspi/accessible/root"

CONTROLS = {
    "push button",
    "button",
    "check box",
    "combo box",
    "list",
    "tree",
    "text",
    "toggle button",
}


@dataclass(frozen=True)
class Node:
    """Something that a screen reader knows of."""

    connection: DBusConnection
    bus: str
    path: str

    def _call(self, interface: str, method: str, signature: str = "", *body: object) -> tuple:
        address = jeepney.DBusAddress(self.path, self.bus, interface)
        message = jeepney.new_method_call(address, method, signature or None, body)
        reply = self.connection.send_and_get_reply(message, timeout=10)
        if reply.header.message_type is jeepney.MessageType.error:
            return ()
        return reply.body

    @property
    def name(self) -> str:
        found = self._call(
            "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Accessible", "Name"
        )
        return found[0][1] if found else ""

    @property
    def role(self) -> str:
        found = self._call("org.a11y.atspi.Accessible", "GetRoleName")
        return found[0] if found else ""

    @property
    def children(self) -> list[Node]:
        found = self._call("org.a11y.atspi.Accessible", "GetChildren")
        return [Node(self.connection, bus, path) for bus, path in (found[0] if found else [])]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()


@pytest.fixture
def desktop():
    with session() as made:
        made.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        yield made


def tree(desktop: Session) -> Node | None:
    """The desktop program, as the accessibility bus has it."""
    bus = jeepney.DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    (address,) = desktop.call(bus, "GetAddress")
    connection = open_dbus_connection(address)
    desktop.stack.callback(connection.close)
    root = Node(connection, "org.a11y.atspi.Registry", ROOT)
    return next((child for child in root.children if child.name == "kSync"), None)


def test_every_control_has_a_name_and_a_role(desktop, sides, paths) -> None:
    desktop.env["KSYNC_HOME"] = str(paths.state.parent)
    assert tree(desktop) is None, "the bus and its registry run, before the program starts"
    desktop.start_tray("--page", "overview")
    program = wait(lambda: tree(desktop), "the program on the accessibility bus")
    wait(lambda: any(n.name == "Sync home now" for n in program.walk()), "the overview")
    nodes = list(program.walk())
    roles = {(node.role, node.name) for node in nodes}
    names = {name for _, name in roles}
    assert {"Pages", "Overview", "Collections", "Activity", "Conflicts", "Settings"} <= names
    assert {"Menu", "Sync home now", "Changes of the last 30 days"} <= names
    nameless = [role for role, name in roles if role in CONTROLS and not name]
    assert nameless == []
    assert ("list", "Pages") in roles
