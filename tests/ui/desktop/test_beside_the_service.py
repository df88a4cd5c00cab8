"""The desktop program and ``ksync run`` on one profile: each due run happens once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.headless import running
from tests.ui.desktop.session import wait
from tests.ui.desktop.test_tray import Menu, desktop, home, service  # noqa: F401  fixtures
from tests.ui.editing import Sides, event

pytestmark = pytest.mark.timeout(180)

INTERVAL = 15 * 60
EDITS = ("one", "two", "three")


def _triggers(profile: Path) -> list[str]:
    """Of all runs, the first one first; an unfinished one is not among them."""
    runs = service(profile).reports.runs(limit=1000)
    return [run.trigger for run in reversed(runs) if run.outcome != "unfinished"]


def test_each_due_run_happens_once(
    desktop,  # noqa: F811  the fixture
    home: Path,  # noqa: F811  the fixture
    sides: Sides,
    tmp_path: Path,
) -> None:
    client = Client(home)
    client.run("pause")
    desktop.start_panel()
    tray = desktop.start_tray("--background")
    menu = Menu(desktop)
    with running(client, tmp_path / "n") as headless:
        wait(lambda: "Paused" in menu.tooltip, "the icon says so")
        wait(lambda: headless.manager.status().startswith("paused"), "the service says so")
        before = _triggers(home)
        with client.state() as database:
            database.execute(
                "UPDATE run SET started_at = started_at - ?, ended_at = ended_at - ?",
                (1.2 * INTERVAL, 1.2 * INTERVAL),
            )
        # both have it due at the same moment, and so with each edit
        client.run("resume")
        expected = [*before, "schedule"]
        for name in EDITS:
            wait(lambda: len(_triggers(home)) >= len(expected), "the run")
            wait(lambda: "Up to date" in menu.tooltip, "the icon is idle")
            headless.idle()
            sides.here(name, event(name, uid=name))
            expected.append("change")
        wait(lambda: len(_triggers(home)) >= len(expected), "the last run")
        time.sleep(6)  # whoever found the account busy looks again after five seconds
        headless.idle()
        assert _triggers(home) == expected
        there = b"".join(sides.server.listing(sides.path).values())
        assert [there.count(f"SUMMARY:{name}\r\n".encode()) for name in EDITS] == [1, 1, 1]

        done = client.run("privacy", "erase", "--yes", expect=12)
        assert f"the desktop program, process {tray.pid}" in done.problem["message"]
        headless.stop()
    assert "Traceback" not in desktop.log("ksync-tray")
