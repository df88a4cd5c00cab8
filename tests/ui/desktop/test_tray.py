"""The tray icon in a real panel: shown, told apart, and used over D-Bus."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import jeepney
import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.paths import Paths
from ksync.service import Service
from tests.ui.desktop.session import Session, session, wait
from tests.ui.editing import event

pytestmark = pytest.mark.timeout(180)

NOTIFICATIONS = """
import jeepney, sys
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection("SESSION")
request = jeepney.message_bus.RequestName("org.freedesktop.Notifications")
assert connection.send_and_get_reply(request).body[0] == 1
print("ready", flush=True)
emitter = jeepney.DBusAddress(
    "/org/freedesktop/Notifications", interface="org.freedesktop.Notifications"
)
while True:
    message = connection.receive()
    if message.header.message_type is not jeepney.MessageType.method_call:
        continue
    if message.header.fields.get(jeepney.HeaderFields.member) == "Notify":
        connection.send(jeepney.new_method_return(message, "u", (7,)))
        print(message.body[4], message.body[5], flush=True)
        connection.send(jeepney.new_signal(emitter, "ActionInvoked", "us", (7, "open")))
"""


@pytest.fixture
def desktop():
    with session() as made:
        yield made


@pytest.fixture
def home(desktop, sides, paths) -> Path:
    """The test account's profile; what runs in the session uses it."""
    desktop.env["KSYNC_HOME"] = str(paths.state.parent)
    return paths.state.parent


class Menu:
    """The menu of the tray icon, as a panel reads it (com.canonical.dbusmenu)."""

    def __init__(self, desktop: Session) -> None:
        self._desktop = desktop
        (name,) = wait(desktop.items, "a tray icon")
        bus_name, _, path = name.partition("/")
        self.item = jeepney.DBusAddress(
            f"/{path}" if path else "/StatusNotifierItem", bus_name, "org.kde.StatusNotifierItem"
        )
        self.menu = jeepney.DBusAddress(
            desktop.property(self.item, "Menu"), bus_name, "com.canonical.dbusmenu"
        )

    @property
    def tooltip(self) -> str:
        return str(self._desktop.property(self.item, "ToolTip")[2])

    @property
    def entries(self) -> dict[str, tuple[int, bool]]:
        """What stands in the menu: text -> (number, whether it can be chosen)."""
        _, layout = self._desktop.call(self.menu, "GetLayout", "iias", 0, -1, [])
        return dict(_entries(layout))

    def click(self, text: str) -> None:
        number, enabled = self.entries[text]
        assert enabled, text
        self._desktop.call(self.menu, "Event", "isvu", number, "clicked", ("s", ""), 0)


def _entries(layout: Any):
    number, properties, children = layout
    label = (
        properties.get("label", ("s", ""))[1]
        .replace("__", "\0")
        .replace("_", "")
        .replace("\0", "_")
    )
    if label:
        yield label, (number, properties.get("enabled", ("b", True))[1])
    for _, child in children:
        yield from _entries(child)


def service(home: Path) -> Service:
    paths = Paths.under(home)
    return Service(Parts(paths, load(paths.config_file).config))


def test_the_icon_is_in_the_panel_and_its_menu_works(desktop, home, sides) -> None:
    desktop.start_panel()
    tray = desktop.start_tray("--background")
    menu = Menu(desktop)
    wait(lambda: "Up to date" in menu.tooltip, "the tooltip")
    entries = menu.entries
    for text in ("Open kSync", "Sync now", "Pause", "Recent activity", "Settings", "Help", "Quit"):
        assert text in entries, entries
    assert not entries["Conflicts (0)"][1]

    before = service(home).reports.runs()[0].id
    menu.click("Sync now")
    wait(lambda: service(home).reports.runs()[0].id != before, "a run")

    menu.click("Until I resume")
    wait(lambda: "Resume" in menu.entries, "the menu offers to resume")
    assert "Paused until you resume." in menu.tooltip
    menu.click("Resume")
    wait(lambda: "Pause" in menu.entries, "the menu offers to pause")

    menu.click("Quit")
    assert tray.wait(30) == 0
    assert "Traceback" not in desktop.log("ksync-tray")


def test_what_waits_is_told_once_with_an_action(desktop, home, sides) -> None:
    service(home).collections.set("home/work", {"conflict": "ask"})
    sides.clash("a", event("Mine", uid="a"), event("Theirs", uid="a"))
    server = desktop.spawn(sys.executable, "-c", NOTIFICATIONS, log="notifications")
    wait(lambda: "ready" in desktop.log("notifications"), "a server of notifications")
    desktop.start_panel()
    desktop.start_tray("--background")
    menu = Menu(desktop)
    wait(lambda: "1 conflict waits for you." in menu.tooltip, "the tooltip")
    wait(lambda: "1 conflict waits for you." in desktop.log("notifications"), "a notification")
    assert "'open', 'Open'" in desktop.log("notifications")
    assert menu.entries["Conflicts (1)"][1]
    menu.click("Sync now")
    menu.click("Until I resume")
    wait(lambda: "Resume" in menu.entries, "the menu offers to resume")
    assert desktop.log("notifications").count("conflict") == 1
    assert server.poll() is None


def test_without_a_place_for_icons_the_window_opens_and_says_so(desktop, home) -> None:
    tray = desktop.start_tray("--background")
    wait(lambda: "kSync" in windows(desktop), "a window")
    tray.send_signal(signal.SIGTERM)
    assert tray.wait(30) == 0


def test_a_panel_that_comes_later_gets_the_icon(desktop, home) -> None:
    desktop.start_tray()
    wait(lambda: "kSync" in windows(desktop), "a window")
    desktop.start_panel()
    menu = Menu(desktop)
    wait(lambda: "Up to date" in menu.tooltip, "the tooltip")


def test_a_logout_in_the_middle_of_a_sync_ends_it_in_order(desktop, home, sides) -> None:
    for number in range(300):
        sides.here(f"new-{number}", event(f"New {number}", uid=f"new-{number}"))
    desktop.start_panel()
    tray = desktop.start_tray("--background")
    wait(lambda: any(r.outcome == "unfinished" for r in service(home).reports.runs()), "a run")
    tray.send_signal(signal.SIGTERM)
    assert tray.wait(60) == 0
    assert "Traceback" not in desktop.log("ksync-tray")
    service(home).sync.run()
    assert service(home).collections.show("home/work").items == len(
        list(sides.folder.glob("*.ics"))
    )


def windows(desktop: Session) -> str:
    """The titles of the windows on the screen."""
    done = subprocess.run(
        ["xwininfo", "-root", "-tree"], env=desktop.env, capture_output=True, text=True, check=False
    )
    return done.stdout
