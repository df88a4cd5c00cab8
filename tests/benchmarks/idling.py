"""What ``ksync run`` costs while nothing happens: ten minutes of the clock, one run among them."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from tests.acceptance.cli import Client
from tests.acceptance.headless import running
from tests.benchmarks.measuring import Add, Row, tell
from tests.servers import KINDS, samples

MINUTES = 10
COLLECTIONS = 20
_ETC = Path("/etc")
"""Watched while there is no policy, for the first one; whatever comes or goes there wakes."""
_ASIDE = 5.0
"""Seconds before the run that do not count as quiet: clocks are read one after the other."""


def measure(add: Add, folder: Path) -> None:
    """At the default interval, with watchers; the scheduled run in the middle of the time."""
    with KINDS["radicale"]() as server:
        account = server.new_account()
        for number in range(COLLECTIONS):
            account.seed(account.make_calendar(f"cal-{number}"), samples.events(5, number))
        client = Client(folder / "home")
        client.add(account)
        with running(client, folder / "service") as service:
            service.idle()
            (shown,) = client.run("status").data["accounts"]
            due = datetime.fromisoformat(shown["next_run_at"]).timestamp()
            begin = due - MINUTES * 60 / 2
            tell(f"nothing happens until {datetime.fromtimestamp(begin + MINUTES * 60):%H:%M}")
            _until(begin)
            cpu, woken, etc = service.cpu(), service.wakeups(), _ETC.stat().st_ctime
            _until(due - _ASIDE)
            quiet = service.wakeups() - woken
            touched = _ETC.stat().st_ctime != etc
            _until(begin + MINUTES * 60)
            spent = service.cpu() - cpu
            service.stop()
        runs = [run["trigger"] for run in client.run("report", "list").data["runs"]]
    _tell(add, spent, quiet, runs, touched=touched)


def _tell(add: Add, spent: float, quiet: int, runs: list[str], *, touched: bool) -> None:
    if runs != ["schedule", "first"]:
        raise RuntimeError(f"not the runs that were expected: {runs}")
    share = spent / (MINUTES * 60) * 100
    add(
        Row(
            f"`ksync run`, {COLLECTIONS} collections, nothing happens: CPU over {MINUTES} minutes",
            f"{share:.3f} % of a core ({spent:.2f} s, one scheduled run in it)",
            "under 0.1 %",
            share < 0.1,
        )
    )
    half = MINUTES * 60 / 2 - _ASIDE
    add(
        Row(
            f"… wake-ups of its threads in the {half:.0f} s before that run",
            f"{quiet}, while something was installed in /etc" if touched else str(quiet),
            "none without cause",
            True if quiet == 0 else None if touched else False,
        )
    )


def _until(moment: float) -> None:
    while (left := moment - time.time()) > 0:
        time.sleep(left)
