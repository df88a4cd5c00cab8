"""At rest nothing wakes the program up but timers of minutes: counted by the kernel.

Each time a thread waits, the kernel counts a voluntary switch. A program that looks at
something once a second would have thirty in the time that is measured here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.test_answering import environment

QUIET_SECONDS = 6.0
MOST = 3
"""A sync that is due, or a word of the kernel about the network, may fall into that time."""

ATTEMPTS = 3


@pytest.fixture(scope="module")
def resting(tmp_path_factory) -> Iterator[subprocess.Popen[bytes]]:
    """The program, at rest, with an account that was synced."""
    serving = [sys.executable, "-m", "tests.ui.load.serving", "40", "10"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(serving, **pipes, env=environment()) as server:
        words = json.loads(server.stdout.readline())
        command = [sys.executable, "-m", "tests.ui.load.idle", *words]
        home = environment(tmp_path_factory.mktemp("idle"))
        with subprocess.Popen(command, **pipes, env=home) as process:
            yield process
            process.communicate(timeout=30)
        server.communicate(timeout=30)


def waits(process: int) -> dict[str, int]:
    """How often each thread has waited so far."""
    found = {}
    for task in Path(f"/proc/{process}/task").iterdir():
        text = (task / "status").read_text()
        (line,) = (line for line in text.splitlines() if line.startswith("voluntary_ctxt"))
        found[task.name] = int(line.split()[1])
    return found


def woken(process: int, seconds: float = QUIET_SECONDS) -> dict[str, int]:
    """How often each thread woke up in the quiet time."""
    before = waits(process)
    time.sleep(seconds)
    after = waits(process)
    return {task: count - before.get(task, 0) for task, count in after.items()
            if count != before.get(task, 0)}  # fmt: skip


@pytest.mark.timeout(180)
@pytest.mark.parametrize("window", ["shown", "hidden"])
def test_nothing_wakes_it_up(resting, window) -> None:
    if window == "hidden":
        resting.stdin.write(b"hide\n")
        resting.stdin.flush()
    assert json.loads(resting.stdout.readline()) == []
    time.sleep(1.0)
    counts = []
    for _ in range(ATTEMPTS):
        counts.append(woken(resting.pid))
        if sum(counts[-1].values()) <= MOST:
            return
    raise AssertionError(counts)


def test_what_wakes_up_is_counted() -> None:
    text = "import time\nwhile True: time.sleep(0.1)"
    with subprocess.Popen([sys.executable, "-c", text]) as process:
        time.sleep(1.0)
        counted = sum(woken(process.pid, 2.0).values())
        process.terminate()
    assert counted > 10
