"""``ksync demo`` as a process, with a home and a folder for temporary files of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools.tree import ROOT

PROGRAM = (sys.executable, "-W", "error", "-m", "ksync", "demo")
PATIENCE = 60.0


@dataclass(frozen=True)
class Place:
    """Where a demo runs; nothing outside ``temporary`` may be written."""

    home: Path
    temporary: Path

    @classmethod
    def make(cls, root: Path) -> Place:
        place = cls(root / "home", root / "tem porary")
        place.home.mkdir()
        place.temporary.mkdir()
        return place

    @property
    def environment(self) -> dict[str, str]:
        hidden = ("XDG_", "KSYNC_", "PYTHON", "NO_COLOR", "CREDENTIALS_DIRECTORY", "DBUS_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        return kept | {
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "PYTHONUNBUFFERED": "1",
        }

    def run(self, *words: str, code: str = "") -> subprocess.CompletedProcess[str]:
        """Run the demo to its end.

        :param code: Python to run instead of the program.
        """
        program = (sys.executable, "-W", "error", "-c", code) if code else PROGRAM
        return subprocess.run(
            [*program, *words],
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def start(self) -> subprocess.Popen[str]:
        """Start the demo, to be interrupted.

        An interrupt can come inside the standard library, after it made a socket and
        before it kept it: that one is closed by the interpreter, with a warning.
        """
        return subprocess.Popen(
            [sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", *PROGRAM[3:]],
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def servers(self) -> list[int]:
        """Processes that have this place's folder on their command line: its servers."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    if os.fsencode(self.temporary) in (entry / "cmdline").read_bytes():
                        found.append(int(entry.name))
        return found

    def servers_are_gone(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.servers():
                return True
            time.sleep(0.05)
        return False

    def left(self) -> list[str]:
        """What was written and not put away."""
        return sorted(path.name for path in (*self.home.iterdir(), *self.temporary.iterdir()))


def stop_at(process: subprocess.Popen[str], marker: str, number: signal.Signals) -> str:
    """Send a signal once the demo has shown a line; returns all of stderr.

    :param marker: what the line has in it.
    """
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        shown = []
        for line in process.stdout:
            shown.append(line)
            if marker in line:
                break
        else:
            raise AssertionError(f"{marker!r} was never shown: {''.join(shown)}")
        process.send_signal(number)
        process.stdout.read()
        said = process.stderr.read()
        process.wait(PATIENCE)
    return said
