"""The whole demo: what it shows, what it leaves, how it fails, how it is ended."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ksync.demo.demos import Place, stop_at

TITLES = [
    "An account on a server",
    "kSync gets to know the account",
    "The first sync",
    "Edits on both sides",
    "When nothing changed",
    "A merge",
    "A conflict",
    "An accident",
]


@pytest.fixture
def place(tmp_path: Path):
    made = Place.make(tmp_path)
    yield made
    assert made.servers_are_gone(5), "a server was left behind"


def titles_in(text: str) -> list[str]:
    return [title.strip(" ─") for title in re.findall(r"^─ \d (.*)$", text, re.MULTILINE)]


def test_in_a_pipe_it_is_plain_text_and_leaves_nothing(place: Place):
    done = place.run()
    assert (done.returncode, done.stderr) == (0, "Every step did what it says.\n"), done.stdout
    assert place.left() == []
    assert place.servers() == []
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stdout
    assert "error" not in done.stdout
    assert titles_in(done.stdout) == TITLES
    for line in (
        "$ ksync sync",
        "✓ 39 files, and each has exactly what the server has.",
        "    + SUMMARY:Dentist (bring the X-rays)",
        "✓ Two went up, two came down.",
        "Everything was up to date (1 request, ",
        "1 merged, 1 in conflict",
        "lost a conflict here",
        "Rejected. ",
        "✓ All 8 contacts are back, byte for byte.",
        "  ksync account add --username AB12345",
    ):
        assert line in done.stdout


def test_json_tells_the_same_and_keep_leaves_what_was_claimed(place: Place):
    done = place.run("--json", "--keep")
    assert (done.returncode, done.stderr) == (0, "")
    envelope = json.loads(done.stdout)
    assert (envelope["schema"], envelope["ok"], envelope["code"]) == ("ksync/1", True, "ok")
    data = envelope["data"]
    assert [step["title"] for step in data["steps"]] == TITLES
    assert all(step["checks"] for step in data["steps"])
    ran = [command for step in data["steps"] for command in step["commands"]]
    assert all(command["result"]["ok"] == (command["exit_code"] == 0) for command in ran)
    syncs = [c["result"]["data"] for c in ran if shlex.split(c["command"])[1] == "sync"]
    assert [sync["accounts"][0]["requests"] for sync in syncs][3] == 1

    folder = Path(data["folder"])
    assert place.left() == [folder.name]
    assert folder.stat().st_mode & 0o077 == 0
    files = sorted(folder.glob("computer/data/demo/*/*/*.[iv]c[sf]"))
    stored = sorted(folder.glob("server/collections/collection-root/anna/*/[!.]*.[iv]c[sf]"))
    assert len(files) == len(stored) == 40  # the 39 of the first sync, and a picnic
    assert sum(file.suffix == ".vcf" for file in files) == 8
    on_disk = b"".join(file.read_bytes() for file in files)
    on_server = b"".join(file.read_bytes() for file in stored)
    for claimed in (
        b"SUMMARY:Dentist (bring the X-rays)",
        b"SUMMARY:Dinner at Chiara's",
        b"SUMMARY:Picnic by the lake",
        b"LOCATION:Room Rigi",
        b"STATUS:COMPLETED",
    ):
        assert on_disk.count(claimed) == on_server.count(claimed) > 0
    assert data["server"].startswith("http://127.0.0.1:")


FIRST_STEPS = """\
import sys
from ksync.demo import story
from ksync.cli.main import main

story.STEPS = story.STEPS[:{count}]
sys.exit(main(["demo"]))
"""


def first_steps(count: int) -> list[str]:
    """The demo, but only its first steps."""
    return [sys.executable, "-W", "error", "-c", FIRST_STEPS.format(count=count)]


def test_on_a_terminal_it_has_colours_and_progress(place: Place):
    mother, child = pty.openpty()
    with subprocess.Popen(
        first_steps(4), cwd=place.home, env=place.environment, stdin=child, stdout=child,
        stderr=child,
    ) as process:  # fmt: skip
        os.close(child)
        shown = bytearray()
        while True:
            try:
                shown += os.read(mother, 65536)
            except OSError:  # the other end is closed
                break
    os.close(mother)
    assert process.returncode == 0
    text = shown.decode("utf-8")
    assert "\x1b[1;36m$ ksync sync\x1b[0m" in text
    assert "\x1b[32m    + LOCATION:Room Rigi\x1b[0m" in text
    assert "asking the server" in text
    assert "━" in text
    assert place.left() == []


@pytest.mark.parametrize(
    ("number", "marker"),
    [
        (signal.SIGINT, "127.0.0.1"),
        (signal.SIGINT, "$ ksync sync"),
        (signal.SIGTERM, "Edits on both sides"),
    ],
)
def test_a_signal_leaves_nothing_behind(place: Place, number: signal.Signals, marker: str):
    process = place.start()
    said = stop_at(process, marker, number)
    assert process.returncode == 130, said
    assert "Interrupted; nothing is lost." in said
    assert "Traceback" not in said
    assert place.left() == []
    assert place.servers() == []


def test_the_server_ends_with_a_demo_that_is_killed(place: Place):
    process = place.start()
    stop_at(process, "$ ksync sync", signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    # The fixture sees to it that the server goes.


SABOTAGE = """\
import sys
from ksync.demo import story
from ksync.cli.main import main

def vandal(scene):
    scene.stage.step("A vandal")
    {deed}

story.STEPS = (*story.STEPS[:{at}], vandal, *story.STEPS[{at}:])
sys.exit(main(["demo", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(
    ("at", "deed", "expected"),
    [
        (2, 'scene.server.request("DELETE", "/anna/work/release.ics")', "39 files, and each"),
        (3, 'scene.file("tasks/passport.ics").unlink()', "Two went up, two came down."),
    ],
)
def test_a_step_that_fails_is_told_and_ends_it(place: Place, at: int, deed: str, expected: str):
    done = place.run("--json", code=SABOTAGE.format(deed=deed, at=at))
    envelope = json.loads(done.stdout)
    assert (done.returncode, envelope["code"]) == (1, "demo.failed")
    assert expected in envelope["message"]
    # What there is to see is kept, and named.
    assert place.left() == [Path(envelope["data"]["problem"]["resource"]).name]


def test_a_server_that_is_gone_is_told(place: Place):
    done = place.run(code=SABOTAGE.format(deed="scene.server.stop()", at=1))
    assert done.returncode == 1
    assert "demo.failed" in done.stderr
    assert "ended with 11, not with 0" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_radicale_it_names_the_command_that_adds_it(place: Place):
    hidden = "import sys; sys.modules['radicale'] = None\n"
    code = hidden + "from ksync.cli.main import main; sys.exit(main(['demo']))"
    done = place.run(code=code)
    assert (done.returncode, done.stdout) == (2, "")
    assert "demo.server_missing" in done.stderr
    command = f"{shlex.quote(sys.executable)} -m pip install 'radicale>=3.5'"
    assert command in done.stderr
    assert place.left() == []


def test_a_reader_that_goes_away_is_no_error(place: Place):
    program = shlex.join(first_steps(2))
    done = subprocess.run(
        ["bash", "-c", f"{program} | head -n 3; exit ${{PIPESTATUS[0]}}"],
        cwd=place.home, env=place.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "Every step did what it says.\n")
    assert place.left() == []
