"""What a screen reader is told, over the accessibility bus (AT-SPI)."""

from __future__ import annotations

import pytest

from tests.ui.desktop.accessible import FOCUSED, SHOWING, started
from tests.ui.desktop.session import session, wait

pytestmark = pytest.mark.timeout(180)

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


@pytest.fixture
def desktop():
    with session() as made:
        made.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        yield made


def test_every_control_has_a_name_and_a_role(desktop, sides, paths) -> None:
    desktop.env["KSYNC_HOME"] = str(paths.state.parent)
    program = started(desktop, "--page", "overview")
    wait(lambda: any(n.name == "Sync home now" for n in program.walk()), "the overview")
    nodes = list(program.walk())
    roles = {(node.role, node.name) for node in nodes}
    names = {name for _, name in roles}
    assert {"Pages", "Overview", "Collections", "Activity", "Conflicts", "Settings"} <= names
    assert {"Menu", "Sync home now", "Changes of the last 30 days"} <= names
    nameless = [role for role, name in roles if role in CONTROLS and not name]
    assert nameless == []
    assert ("list", "Pages") in roles


def test_the_pages_with_settings_and_with_ways_of_leaving(desktop, sides, paths) -> None:
    """Each control is named; a choice by what labels it; no danger without its account."""
    desktop.env["KSYNC_HOME"] = str(paths.state.parent)
    program = started(desktop, "--page", "privacy")
    program.find("Erase home from this computer", "push button")
    wanted = {
        "home", "Its password comes from a command; kSync keeps none.",
        "Talks to 127.0.0.1, and to nobody else.",
        f"Where, and how long: {paths.data / 'home'}  ·  until you delete them",
        "Sign out of home", "Erase the history of home", "Save a copy…", "Erase everything…",
    }  # fmt: skip
    # the sync at the start draws the page anew, perhaps just now
    wait(lambda: wanted <= set(program.texts()), "all of it is read")
    assert [n.role for n in program.seen() if n.role in CONTROLS and not n.name] == []
    program.press("Sign out of home")
    dialog = program.find("Sign out of home?")
    wait(lambda: dialog.has(SHOWING), "the question")
    cancel = program.find("Cancel", "push button")
    assert cancel.has(FOCUSED), "Enter alone says no"
    described = " ".join(node.description for node in program.seen())
    assert "Everything on the server, and on your other devices" in described
    program.press("Cancel")
    for page in ("networks", "settings"):
        assert desktop.start_tray("--page", page).wait(30) == 0
        program.find("Where kSync may sync" if page == "networks" else "Accounts")
        boxes = [node for node in program.seen() if node.role in ("combo box", "spin button")]
        assert len(boxes) >= 3
        assert [box.name for box in boxes if not "".join(box.labels)] == []
