"""The window as a screen reader knows it, and used by what it offers (AT-SPI 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jeepney
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.ui.desktop.session import Session, wait

ROOT = "/org/a11y/atspi/accessible/root"

# atspi-constants.h, AtspiStateType
CHECKED, EDITABLE, ENABLED, FOCUSED, SHOWING, READ_ONLY = 4, 7, 8, 12, 25, 43


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
    def description(self) -> str:
        found = self._call(
            "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Accessible",
            "Description",
        )  # fmt: skip
        return found[0][1] if found else ""

    def has(self, state: int) -> bool:
        found = self._call("org.a11y.atspi.Accessible", "GetState")
        return bool(found) and bool(found[0][state // 32] >> (state % 32) & 1)

    def press(self, name: str, role: str = "push button") -> None:
        """What a screen reader does when its user presses this, once it is there.

        A page that is drawn anew meanwhile has other nodes: then it is looked for again.
        """

        def pressed() -> bool:
            found = self.named(name, role)
            if found is None or not found.has(ENABLED):
                return False
            return found._call("org.a11y.atspi.Action", "DoAction", "i", 0) == (True,)

        wait(pressed, f"{name!r} is pressed")

    def write(self, text: str) -> None:
        """Put a text into a field."""
        assert self.has(EDITABLE), self.name
        done = self._call("org.a11y.atspi.EditableText", "SetTextContents", "s", text)
        assert done == (True,), self.name

    @property
    def labels(self) -> list[str]:
        """The names of what labels it (AtspiRelationType 2): read before its value."""
        found = self._call("org.a11y.atspi.Accessible", "GetRelationSet")
        return [
            Node(self.connection, bus, path).name
            for kind, targets in (found[0] if found else [])
            for bus, path in targets
            if kind == 2
        ]

    @property
    def children(self) -> list[Node]:
        found = self._call("org.a11y.atspi.Accessible", "GetChildren")
        return [Node(self.connection, bus, path) for bus, path in (found[0] if found else [])]

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def seen(self) -> list[Node]:
        """What is on the screen of it."""
        found = []
        for child in self.children:
            if child.has(SHOWING):
                found += [child, *child.seen()]
        return found

    def named(self, name: str, role: str = "") -> Node | None:
        """The first that is seen and has this name."""
        for child in self.children:
            if not child.has(SHOWING):
                continue
            if child.name == name and role in ("", child.role):
                return child
            if (found := child.named(name, role)) is not None:
                return found
        return None

    def find(self, name: str, role: str = "") -> Node:
        """The same, waited for."""
        try:
            return wait(lambda: self.named(name, role), f"{role} {name!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; what is there: {self.texts()}") from None

    def texts(self) -> list[str]:
        """Everything that is read out."""
        return [name for node in self.seen() if (name := node.name)]


def application(desktop: Session, name: str) -> Node | None:
    """A program, as the accessibility bus has it."""
    bus = jeepney.DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    (address,) = desktop.call(bus, "GetAddress")
    connection = open_dbus_connection(address)
    desktop.stack.callback(connection.close)
    root = Node(connection, "org.a11y.atspi.Registry", ROOT)
    return next((child for child in root.children if child.name == name), None)


def tree(desktop: Session) -> Node | None:
    """The desktop program, as the accessibility bus has it."""
    return application(desktop, "kSync")


def started(desktop: Session, *words: str) -> Node:
    """Start the desktop program, and wait until the accessibility bus has it."""
    assert tree(desktop) is None, "the bus and its registry run, before the program starts"
    desktop.start_tray(*words)
    found = wait(lambda: tree(desktop), "the program on the accessibility bus")
    assert isinstance(found, Node)
    return found
