"""The window answers while thousands of resources are synced, read and shown.

A real run of the program in a process of its own, against a real server; what counts is in
``tests.ui.load.beats``. ``./dev soak`` does it with 20,000 resources.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.ui.load.beats import EVERY, LATE, Beat

SIZES = {"soak": (18_000, 2_000)}
USUAL = (2_300, 200)
OFFSCREEN = "This plugin does not support"
"""The platform has no window manager, and says so."""

ATTEMPTS = 3
"""On a machine that is busy with other things one measurement proves little."""

FIRST_SHOWN = 3
"""Three pages are made while it is counted; on a slow machine that may take too long once."""

MOST_LATE = 0.01
"""Of all beats; of those that the program itself is to blame for."""


def environment(home: Any = None) -> dict[str, str]:
    found = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    found.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if home is not None:
        found["KSYNC_HOME"] = str(home)
    return found


@pytest.fixture(scope="module")
def size() -> tuple[int, int]:
    """Events and contacts."""
    return SIZES.get(settings.get_current_profile_name(), USUAL)


@pytest.fixture(scope="module")
def server(size) -> Iterator[list[str]]:
    """Address, login and password."""
    words = [sys.executable, "-m", "tests.ui.load.serving", *map(str, size)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.communicate()


@pytest.mark.load
@pytest.mark.timeout(900)
def test_a_run_of_thousands_keeps_the_window_answering(server, size, tmp_path) -> None:
    told = []
    for attempt in range(ATTEMPTS):
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.load.window", *server],
            capture_output=True, check=True, timeout=600,
            env=environment(tmp_path / str(attempt)),
        )  # fmt: skip
        said = [line for line in done.stderr.decode().splitlines() if OFFSCREEN not in line]
        assert said == [], "no word of Qt's or ours"
        found = json.loads(done.stdout.splitlines()[-1])
        late = [Beat(**each) for each in found["late"]]
        # it was at work, and all of it was seen
        assert (found["events"], found["people"], found["items"]) == (*size, sum(size))
        assert found["count"] > 100
        # what the window does at a time is never long: no other program changes that
        slow = [beat for beat in late if beat.own > LATE + EVERY]
        ours = [beat for beat in late if beat.ours]
        told.append((found["count"], slow, ours))
        if len(slow) <= FIRST_SHOWN and len(ours) <= MOST_LATE * found["count"]:
            return
    raise AssertionError(told)
