"""One server process of the tests: started in its own session, stopped for certain.

Theory
------
A daemon is started with ``start_new_session``, so that it leads a session and a
process group of its own; both ids equal its process id. Stopping signals that
group and nothing else. Some daemons fork children that leave the group (a
Cyrus master does), so each one also carries a mark in its environment, which
children inherit: ``leftovers`` finds them by it, and ``stop`` ends those too.

All output goes to ``log`` in the server's folder; when a start fails, the
exception shows its tail.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

START_SECONDS = 20.0
"""Longest wait for a server to answer. A start takes under 4 s on an idle
machine; the rest is for workers that share two cores."""

STOP_SECONDS = 5.0
MARK = "KSYNC_TEST_SERVER"
LOG_TAIL = 6000
_MEMORY = Path("/dev/shm")
_ROOM = 1 << 30


class ServerFailed(Exception):
    """A server of the tests did not start, or did not do what it was told."""


class PortTaken(ServerFailed):
    """Somebody else took the port between the choice and the bind."""


def free_port() -> int:
    """A port on 127.0.0.1 that nothing listens on just now.

    It lies below the range from which the kernel takes the ports of outgoing
    connections, and it comes from the system's randomness: ``random`` is seeded
    alike in every worker of a parallel run, which would make them all collide.
    """
    for _ in range(200):
        port = 15000 + secrets.randbelow(17000)
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise ServerFailed("no free port on 127.0.0.1")


def fresh_folder(kind: str) -> Path:
    """A new folder for a server, in memory where there is room.

    Servers wait for the disk at each change; in memory seeding takes half the
    time. The name is short, because socket paths have 107 bytes at most.
    """
    roomy = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM
    return Path(tempfile.mkdtemp(prefix=f"ks-{kind}-", dir=_MEMORY if roomy else None))


class Daemon:
    """A server process with its group.

    :param command: program and arguments.
    :param folder: working directory; the log is written there.
    :param environment: added to a small clean environment.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.command = list(command)
        self.folder = folder
        self.mark = f"{folder}:{secrets.token_hex(4)}"
        self.environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            **(environment or {}),
            MARK: self.mark,
        }
        self.log_file = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Process id, which is the id of the group and of the session as well."""
        if self._process is None:
            raise ServerFailed("not started")
        return self._process.pid

    def start(self) -> None:
        """Start it; returns at once."""
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Wait until it answers.

        :param ready: asks the server; an ``OSError`` in it means "not yet".
        :raises PortTaken: it ended because the port was taken.
        :raises ServerFailed: it ended, or does not answer in time.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if not self.alive():
                tail = self.log_tail()
                kind = PortTaken if "in use" in tail.lower() else ServerFailed
                raise kind(f"{self.command[0]} ended with {self._exit_status()}\n{tail}")
            with contextlib.suppress(OSError):
                if ready() and self.alive():
                    return
            time.sleep(0.03)
        raise ServerFailed(
            f"{self.command[0]} does not answer after {START_SECONDS} s\n{self.log_tail()}"
        )

    def alive(self) -> bool:
        """Whether the first process runs."""
        return self._process is not None and self._process.poll() is None

    def _exit_status(self) -> int | None:
        return None if self._process is None else self._process.returncode

    def log_tail(self) -> str:
        """The end of everything that was logged in the folder."""
        parts = []
        for file in sorted({self.log_file, *self.folder.glob("*.log")}):
            if file.is_file():
                text = file.read_bytes()[-LOG_TAIL:].decode("utf-8", "replace")
                parts.append(f"--- {file.name}\n{text}")
        return "\n".join(parts)

    def stop(self, patience: float = STOP_SECONDS) -> None:
        """End the group, and whatever of it has left the group; wait until gone.

        :param patience: seconds until what ignores SIGTERM is killed.
        """
        if self._process is None:
            return
        self._signal_all(signal.SIGTERM)
        if not self._gone_within(patience):
            self._signal_all(signal.SIGKILL)
            if not self._gone_within(STOP_SECONDS):
                raise ServerFailed(f"processes left: {self.leftovers()}")
        self._process.wait()
        self._process = None

    def _signal_all(self, number: signal.Signals) -> None:
        if self.alive():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)
        for pid in self.leftovers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _gone_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not self.alive() and not self.leftovers():
                return True
            time.sleep(0.01)
        return False

    def leftovers(self) -> list[int]:
        """Ids of living processes that this daemon started, itself included."""
        wanted = f"{MARK}={self.mark}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            with contextlib.suppress(OSError):
                # A process that has ended and was not yet waited for has an
                # empty environment.
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
        return found


def run_tool(command: Sequence[str], *, stdin: bytes = b"", folder: Path) -> None:
    """Run a helper program to its end.

    :raises ServerFailed: it ended with an error; its output is shown.
    """
    done = subprocess.run(
        list(command), input=stdin, cwd=folder, capture_output=True, check=False, timeout=60
    )
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise ServerFailed(f"{' '.join(command)} ended with {done.returncode}: {said}")


def remove_folder(folder: Path) -> None:
    """Remove a server's folder."""
    shutil.rmtree(folder, ignore_errors=False)
