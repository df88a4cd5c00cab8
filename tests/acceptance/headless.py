"""``ksync run`` as a process, with a service manager that listens."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.acceptance.cli import Client
from tests.acceptance.waiting import wait_until


class Manager:
    """A service manager's end of sd_notify(3).

    :param path: of the socket.
    """

    def __init__(self, path: Path) -> None:
        self.address = str(path)
        self.said: list[tuple[str, str]] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while message := self._socket.recv(4096):
                for line in message.decode().splitlines():
                    key, _, value = line.partition("=")
                    self.said.append((key, value))

    def count(self, key: str) -> int:
        """How often something was said."""
        return sum(said == key for said, _ in tuple(self.said))

    def status(self) -> str:
        """The last STATUS."""
        found = [value for key, value in tuple(self.said) if key == "STATUS"]
        return found[-1] if found else ""

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


class Running:
    """One ``ksync run``."""

    def __init__(self, client: Client, folder: Path, *words: str, watchdog: float = 0.0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.manager = Manager(folder / "notify")
        environment = {**client.environment, "NOTIFY_SOCKET": self.manager.address}
        if watchdog:
            environment["WATCHDOG_USEC"] = str(int(watchdog * 1e6))
        self.process = subprocess.Popen(
            [*client.program, "run", *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._client = client

    def ready(self) -> None:
        """Wait for READY=1."""
        wait_until(lambda: self.manager.count("READY") or self.process.poll() is not None, "ready")
        assert self.process.poll() is None, self.process.communicate()

    def idle(self) -> None:
        """Wait until it says when it will sync next."""
        wait_until(lambda: self.manager.status().startswith("next sync"), self.manager.status())

    def stop(self, number: int = signal.SIGTERM) -> str:
        """Stop it; returns what it printed on stderr."""
        self.process.send_signal(number)
        _, err = self.process.communicate(timeout=60)
        said = err.decode()
        assert self.process.returncode == 0, (self.process.returncode, said)
        assert "Traceback" not in said, said
        return said

    def log(self) -> str:
        """What it wrote to its log."""
        file = self._client.home / "log" / "ksync.log"
        return file.read_text() if file.exists() else ""

    def wakeups(self) -> int:
        """How often its threads were woken so far (voluntary context switches)."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        total = 0
        for task in tasks.iterdir():
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
        return total

    def cpu(self) -> float:
        """Seconds of user and system time of all its threads so far (proc(5))."""
        text = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii")
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def running(client: Client, folder: Path, *words: str, watchdog: float = 0.0) -> Iterator[Running]:
    """``ksync run``, stopped at the end whatever happens."""
    found = Running(client, folder, *words, watchdog=watchdog)
    try:
        found.ready()
        yield found
    finally:
        if found.process.poll() is None:
            found.process.kill()
            found.process.communicate()
        found.manager.close()
