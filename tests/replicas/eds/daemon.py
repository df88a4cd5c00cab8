"""A private evolution-data-server: its own bus, home and folders, no display, no keyring."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sync_engine.replicas.eds import SessionBus

NAMES = tuple(
    f"org.gnome.evolution.dataserver.{name}" for name in ("Sources5", "Calendar8", "AddressBook10")
)
SERVICES = Path("/usr/share/dbus-1/services")

DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


@dataclass
class Desktop:
    """A session with a bus on which evolution-data-server starts when it is called.

    :param env: what a program of this session has in its environment.
    """

    folder: Path
    env: Mapping[str, str]
    bus: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where the bus is."""
        return self.env["DBUS_SESSION_BUS_ADDRESS"]

    def processes(self) -> list[int]:
        """The store's processes in this session."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                command = (entry / "cmdline").read_bytes()
                environment = (entry / "environ").read_bytes()
            except OSError:
                continue
            ours = b"evolution-" in command and self.address.encode() in environment
            if ours:
                found.append(int(entry.name))
        return found

    def kill(self, sign: int = signal.SIGKILL) -> None:
        """End the store's processes, as a crash or an update does, and wait for their end."""
        doomed = self.processes()
        for process in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, sign)
        # what is sent to a name before the bus knows of its end goes nowhere
        bus = SessionBus(self.address)
        deadline = time.monotonic() + 10
        while set(doomed) & set(self.processes()) or any(
            bus.call(DBUS, "NameHasOwner", "s", name) for name in NAMES
        ):
            assert time.monotonic() < deadline, doomed
            time.sleep(0.005)
        bus.close()

    def close(self) -> None:
        """End everything and remove the folder."""
        self.kill()
        self.bus.terminate()
        self.bus.wait(10)
        assert self.bus.stdout is not None
        self.bus.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def start(services: Path = SERVICES, keep: Callable[[str], bool] = lambda _name: True) -> Desktop:
    """Start the bus.

    :param keep: which of the installed services the bus can start, by file name.
    """
    folder = Path(tempfile.mkdtemp(prefix="ksync-eds-"))
    known = folder / "services"
    known.mkdir()
    for service in services.glob("org.gnome.evolution.dataserver.*.service"):
        if keep(service.name):
            shutil.copy(service, known)
    for name in ("home", "config", "data", "cache", "run"):
        (folder / name).mkdir(mode=0o700)
    config = folder / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>"
        f"<servicedir>{known}</servicedir>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
        "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>"
    )
    env = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder / "home"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "GSETTINGS_BACKEND": "memory",
        "GIO_USE_VFS": "local",
        "NO_AT_BRIDGE": "1",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
    }
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1", "--nopidfile"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().decode().strip()
    env["DBUS_SESSION_BUS_ADDRESS"] = address
    return Desktop(folder, env, bus)
