"""Everything is erased from the real program, which ends, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ksync.secret_service import entries, gnome_keyring
from tests.servers import Account
from tests.ui.desktop.accessible import tree
from tests.ui.desktop.session import session, wait
from tests.ui.editing import event

pytestmark = pytest.mark.timeout(180)


def test_erased_from_the_window_nothing_is_left(radicale: Account, tmp_path: Path) -> None:
    """Not the window's size, no lock, no log; the server keeps everything."""
    home = tmp_path / "home"
    path = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    radicale.put(f"{path}one.ics", event("One", uid="one"))
    with session() as desktop, gnome_keyring(desktop.env, password="pw"):
        desktop.env |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "KSYNC_HOME": str(home)}
        desktop.add_account(radicale)
        assert tree(desktop) is None, "the bus and its registry run, before the program starts"
        program_process = desktop.start_tray("--page", "privacy")
        program = wait(lambda: tree(desktop), "the program on the accessibility bus")
        wait(lambda: list(home.rglob("*.ics")), "the first sync")
        program.press("Erase everything…")
        program.find("Erase everything of kSync on this computer?")
        program.find("1 account: home")
        program.press("Erase everything")
        program.find("It was looked for: nothing is left.")
        program.press("Quit")
        assert program_process.wait(30) == 0
        assert "Traceback" not in desktop.log("ksync-tray")
        assert [str(file) for file in home.rglob("*") if not file.is_dir()] == []
        assert radicale.password not in entries(desktop.env)
    assert radicale.get(f"{path}one.ics").status == 200
