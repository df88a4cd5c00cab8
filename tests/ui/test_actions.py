"""Whatever the tray can do the window can, and whatever the window can do has its verb.

One table from what stands on a control, or in a menu, to the words of the command line. It is
checked against the real menus and pages (nothing is missing, nothing is left over) and
against the real parser (the words are understood).
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator

import click
import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)

from ksync.cli.main import cli
from ksync.service import preferences
from ksync.service.network import NewNetwork
from tests.ui.editing import event
from tests.ui.finding import shown
from tests.ui.test_networks import denied  # noqa: F401  a fixture
from tests.ui.test_programs import profile  # noqa: F401  a fixture
from tests.ui.waiting import settled, until
from ui.pages import PAGES
from ui.viewmodels.menu import PAUSES
from ui.viewmodels.problems import BUTTONS
from ui.widgets.lists import LineList

LOOK = ""
"""It shows something else, or opens a folder: the command line prints instead."""

MENU: dict[str, str] = {
    "Open kSync": LOOK,
    "Network guard: off": "network status",
    "Wi-Fi: not allowed": "network status",
    "Wi-Fi Home: not allowed": "network status",
    "Sync now": "sync",
    "Sync now (not on this network)": "sync",
    "Pause": "pause",
    "For an hour": "pause 1h",
    "Until tomorrow morning": "pause 12h",
    "Until I resume": "pause",
    "Resume": "resume",
    "Allow this network…": "network allow",
    "Conflicts (0)": "conflict list",
    "Conflicts (1)": "conflict list",
    "Deletions on hold (0)": "hold list",
    "Deletions on hold (1)": "hold list",
    "Recent activity": "report list",
    "Settings": "config show",
    "Help": "--help",
    "Quit": LOOK,
}

PAGE: dict[str, dict[str, str]] = {
    "sidebar": {"Menu": LOOK, "Pages": LOOK, "Sync now": "sync"},
    "overview": {"Sync home now": "sync home", "Open networks": "network status"},
    "calendar": dict.fromkeys(
        ("The month before", "Today", "The month after", "Month", "Agenda"), LOOK
    ),
    "contacts": dict.fromkeys(("Category", "Search contacts", "Contacts"), LOOK),
    "collections": {
        "Look on the server": "collection refresh",
        "New…": "collection create home Travel --for tasks",
        "Collections": "collection enable home/work",
        "Open folder": "collection list",
        "Sync it": "collection disable home/work",
        "Changes go": "collection set home/work direction=pull",
        "If both sides changed the same thing": "collection set home/work conflict=ask",
        "Keep only the newer ones on this computer:": "collection set home/work past_days=365",
        "Days that are kept here": "collection set home/work past_days=30",
        "Rename…": "collection rename home/work Job",
        "Colour…": "collection recolor home/work '#ff0000'",
        "Delete…": "collection delete home/work",
    },
    "activity": {
        "Which syncs are shown": "report list",
        "Syncs": "report show home:1",
        "What it did": "report show home:1",
        "Undo this sync…": "undo home:1",
    },
    "conflicts": {
        "What waits": "conflict list",
        "Take Title of: This computer": "conflict resolve home:1 --keep merged --pick Title=local",
        "Take Title of: The server": "conflict resolve home:1 --keep merged --pick Title=server",
        "Keep this computer's": "conflict resolve home:1 --keep local",
        "Keep the server's": "conflict resolve home:1 --keep server",
        "Keep both": "conflict resolve home:1 --keep both",
        "Merge": "conflict resolve home:1 --keep merged",
        "Let it happen": "hold approve home:1",
        "Keep them": "hold reject home:1",
    },
    "networks": {
        "Allow this network…": "network allow",
        "Allow for an hour": "network allow-once 1h",
        "Add a network…": "network allow Office --label Work --bssid aa:bb:cc:dd:ee:ff",
        "Edit Office": "network allow Office --security wpa3-personal",
        "Remove Office": "network remove Office",
    },
    "privacy": {
        "Open the folder": "privacy show",
        "New password for home": "account set-password home",
        "Sign out of home": "account sign-out home --erase",
        "Erase the history of home": "history erase home",
        "Erase home from this computer": "account remove home --erase",
        "Save a copy…": "privacy export copy",
        "Erase everything…": "privacy erase",
    },
    "settings": {
        "Change the password of home": "account set-password home",
        "Where the calendars and contacts of home are": "account set home store=eds",
        "Remove home": "account remove home",
        "Add account…": "account add work --url https://dav.example.org --username anna",
        "Start kSync when I log in": "service autostart on",
        "Connect: Thunderbird": "connect thunderbird",
        "Update: Thunderbird": "connect thunderbird",
        "Disconnect: Thunderbird": "disconnect thunderbird",
        "Connect: GNOME Calendar, Contacts and Evolution": "connect evolution",
        "Disconnect: GNOME Calendar, Contacts and Evolution": "disconnect evolution",
        "Steps…: KOrganizer, Merkuro and KAddressBook": "connect kde",
        "Open: Settings file": "config path",
        "Open: Calendars and address books": "collection list",
        "Open: Reports of unexpected errors": "diagnostics",
    },
}

NOT_ALWAYS = {
    ("networks", "Allow for an hour"),  # where a network is denied: see below
    *(("settings", name) for name in PAGE["settings"] if ": " in name and "Open" not in name),
}
"""What is there in other circumstances only: which programs this computer has, say."""

MENDS: dict[str, str] = {
    "Try again": "sync home",
    "Sign in…": "account set-password home",
    "Unlock…": "sync home",
    "Open settings": "config show",
    "Open networks": "network status",
    "Open collections": "collection list",
    "Show the file": "config path",
}


def controls(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What can be used of it: its name, and the key of the setting that it changes."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
    for kind in kinds:
        for each in widget.findChildren(kind):
            inner = isinstance(each.parent(), (QAbstractSpinBox, QComboBox, QAbstractItemView))
            if not each.isVisible() or inner or isinstance(each, QHeaderView):
                continue
            text = each.text() if isinstance(each, QAbstractButton) else ""
            yield each.accessibleName() or text, each.objectName()


def entries(menu: QMenu) -> Iterator[tuple[str, bool]]:
    """The entries of a menu that do something: text, and whether they are enabled."""
    for action in menu.actions():
        if action.menu() is not None:
            yield action.text(), True
            yield from entries(action.menu())
        elif not action.isSeparator():
            yield action.text(), action.isEnabled()


def words(table: dict[str, str]) -> list[str]:
    return sorted({verb for verb in table.values() if verb != LOOK})


ALL_WORDS = sorted({verb for table in (MENU, MENDS, *PAGE.values()) for verb in words(table)})


@pytest.mark.parametrize("line", ALL_WORDS)
def test_the_command_line_understands_every_verb(line: str) -> None:
    command: click.Command = cli
    rest = shlex.split(line)
    context = click.Context(command)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest[0])
        assert found is not None, f"{line}: there is no {rest[0]}"
        command, rest = found, rest[1:]
    assert rest == ["--help"] or not isinstance(command, click.Group), line
    if rest != ["--help"]:
        command.make_context(command.name, rest)  # raises where an option is unknown


@pytest.fixture
def lived(sides, service):
    """An account with a conflict, a hold, a history, and a listed network."""
    service().collections.set("home/work", {"conflict": "ask"})
    for key, value in (("count", "1"), ("percent", "0")):
        preferences.change(service().parts, f"sync.mass_deletion.{key}", value)
    service().network.allow(NewNetwork(b"Office"))
    sides.clash("a", event("Mine", uid="a"), event("Theirs", uid="a"))
    (sides.folder / "b.ics").unlink()
    sides.here("c", event("Changed", uid="c"))
    service().sync.run()
    return sides


def on_page(page: QWidget, program) -> set[tuple[str, str]]:
    """Everything that it offers, whatever is chosen in its lists."""
    found = set(controls(page))
    for lines in page.findChildren(LineList):
        for number in range(len(lines.lines.lines)):
            lines.setCurrentIndex(lines.lines.index(number))
            settled(program)
            found |= set(controls(page))
    return found


def test_every_control_of_every_page_has_its_verb(
    profile,  # noqa: F811  the fixture
    lived,
    program_at,
    service,
) -> None:
    program = program_at()
    keys = preferences.read(service().parts).values
    unknown: list[str] = []
    seen: dict[str, set[str]] = {}
    for row in PAGES:
        program.window.go(row.id)
        settled(program)
        seen[row.id] = set()
        for name, key in on_page(program.window.page(row.id), program):
            if key in keys or (key.startswith("accounts.") and key.endswith(".network_guard")):
                continue  # `config set KEY VALUE`
            begin = name.partition(": ")[0]
            said = begin if begin in PAGE[row.id] else name
            seen[row.id].add(said)
            if said not in PAGE[row.id]:
                unknown.append(f"{row.id}: {said}")
    seen["sidebar"] = {name for name, _ in controls(program.window.sidebar)}
    assert unknown == [], unknown
    left = {
        (page, name) for page, table in PAGE.items() for name in table if name not in seen[page]
    }
    assert left <= NOT_ALWAYS, left - NOT_ALWAYS
    assert "Connect: Thunderbird" in seen["settings"]


def test_every_setting_of_the_pages_can_be_set_by_its_key(program, service) -> None:
    known = preferences.read(service().parts).values
    found = 0
    for page in ("settings", "networks"):
        program.window.go(page)
        settled(program)
        for name, key in controls(program.window.page(page)):
            if "." in key:
                found += 1
                assert key in known, f"{page}: {name}"
    assert found > 10


def test_the_tray_and_the_window_have_one_menu_and_each_entry_its_verb(lived, program_at) -> None:
    program = program_at()
    until(lambda: any("Conflicts (1)" in text for text, _ in entries(program.window.sidebar._menu)))
    seen: set[str] = set()
    for word in ("pause:forever", "resume"):
        here = list(entries(program.window.sidebar._menu))
        tray = list(entries(program.tray._menu))
        assert here == tray
        seen |= {text for text, _ in here}
        program.commands(word)
        settled(program)
        until(lambda: list(entries(program.tray._menu)) != tray)  # noqa: B023  called at once
    unknown = {text for text in seen if text not in MENU and not text.endswith(".")}
    assert unknown == set(), "a sentence only tells"
    assert {"Resume", *(text for _, text in PAUSES)} <= seen


def test_on_a_denied_network_too(denied) -> None:  # noqa: F811  the fixture
    denied.commands("pause:forever")
    denied.show_page("networks")
    page = denied.window.page("networks")
    shown(page, "Allow for an hour")
    names = {name for name, key in controls(page) if "." not in key}
    assert names <= set(PAGE["networks"])
    assert "Allow for an hour" in names

    def unknown() -> set[str]:
        here = {text for text, _ in entries(denied.window.sidebar._menu)}
        return {text for text in here if not text.endswith(".")} - set(MENU)

    until(lambda: not unknown(), f"no entry without a verb: {unknown()}")


def test_every_mend_of_an_error_has_its_verb() -> None:
    assert set(BUTTONS.values()) == set(MENDS)
