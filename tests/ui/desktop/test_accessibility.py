"""What a screen reader is told, over the accessibility bus (AT-SPI)."""

from __future__ import annotations

import pytest

from tests.ui.desktop.accessible import tree
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
