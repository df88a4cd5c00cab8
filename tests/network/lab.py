"""Two machines on a wire: kSync here, a real server and a capture on the far side.

::

    near (a network and a mount namespace)      far (another one)
      wlan0 10.77.1.2/24 ─────────── veth ────── wfar 10.77.1.1/24
      eth0  10.77.2.2/24 ─────────── veth ────── efar 10.77.2.1/24
      default route by wlan0                     10.77.9.1: Radicale over TLS, and names

Both are made by ``unshare`` and end with the process that holds them: nothing has a
name on the machine, and nothing is left behind. IPv6 is off and hardware addresses are
entered by hand, so that a wire on which nobody talks is silent.

What kind of interface the near ones are is what the NetworkManager on the private
system bus says; that bus and the name server's address are bind-mounted to their usual
places.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.network.buses import private_bus
from tests.network.services import ETHERNET, FakeNetworkManager
from tests.servers.process import Daemon, fresh_folder, remove_folder
from tests.servers.xandikos import make_certificate

ROOT = Path(__file__).resolve().parents[2]
HOST = "dav.lab.test"
SERVER = "10.77.9.1"
PORT = 5232
NAME = "Büro, 5. Stock “Ost”"
SSID = NAME.encode()
STRANGE = b"other \xff"

RADICALE = """\
[server]
hosts = {address}:{port}
max_connections = 40
timeout = 60
ssl = True
certificate = {folder}/server.pem
key = {folder}/server.key
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/collections
[web]
type = none
[logging]
level = warning
"""


OVERLAY = (
    "mkdir /run/upper /run/work /run/dbus && touch /run/dbus/system_bus_socket && "
    "mount -t overlay overlay -o lowerdir=/etc,upperdir=/run/upper,workdir=/run/work /etc"
)


class Machine:
    """A network and a mount namespace."""

    def __init__(self) -> None:
        own_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        self._enter = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        self.holder = subprocess.Popen(
            ["unshare", *own_user, "--mount", "--net", "sh", "-c", "echo ready; exec cat"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self.holder.stdout is not None
        assert self.holder.stdout.readline() == b"ready\n"
        self.run("mount", "-t", "sysfs", "none", "/sys")
        # files of its own under /etc and /run: policies, the name server, the bus
        self.run("mount", "-t", "tmpfs", "none", "/run")
        self.run("sh", "-c", OVERLAY)
        self.write("/proc/sys/net/ipv6/conf/all/disable_ipv6", "1")
        self.write("/proc/sys/net/ipv6/conf/default/disable_ipv6", "1")
        self.run("ip", "link", "set", "lo", "up")

    @property
    def prefix(self) -> tuple[str, ...]:
        """What runs a program inside."""
        pid = str(self.holder.pid)
        return ("nsenter", "--target", pid, *self._enter, "--net", "--mount", "--")

    def run(self, *words: str) -> None:
        """Run a program inside, to its end."""
        done = subprocess.run([*self.prefix, *words], capture_output=True, timeout=20, check=False)
        assert done.returncode == 0, (words, done.stderr)

    def write(self, path: str, text: str) -> None:
        """Write a kernel's setting."""
        self.run("sh", "-c", f"echo {text} > {path}")

    def bind(self, source: Path, target: str) -> None:
        """Have ``source`` seen in the place of ``target`` (a path of the machine)."""
        self.run("mount", "--bind", str(source), target)

    def close(self) -> None:
        """End it."""
        assert self.holder.stdin is not None and self.holder.stdout is not None
        self.holder.stdin.close()
        self.holder.wait(10)
        self.holder.stdout.close()


class Lab:
    """See the module's docstring. Made by ``lab``."""

    def __init__(self, folder: Path, bus: Path) -> None:
        self.folder = folder
        self.bus = bus
        self.near, self.far = Machine(), Machine()
        self.nm = FakeNetworkManager(bus)
        self._daemons: list[Daemon] = []
        self._helpers: list[subprocess.Popen[bytes]] = []
        self.frames_file = folder / "frames"
        self.names_file = folder / "names"

    # -- setting up --------------------------------------------------------------------

    def start(self) -> None:
        """Lay the wires and start the far side."""
        for near, far, net in (("wlan0", "wfar", 1), ("eth0", "efar", 2)):
            self._wire(near, far, net)
        self.near.run(
            *["ip", "route", "add", "default", "via", "10.77.1.1", "dev", "wlan0", "metric", "100"]
        )
        self.near.run(
            *["ip", "route", "add", "default", "via", "10.77.2.1", "dev", "eth0", "metric", "200"]
        )
        self.far.run("ip", "address", "add", f"{SERVER}/32", "dev", "lo")
        resolver = self.folder / "resolv.conf"
        resolver.write_text(f"nameserver {SERVER}\noptions timeout:2 attempts:1\n")
        self.near.bind(resolver, "/etc/resolv.conf")
        self._listen()
        self._serve()
        self.nm.wifi("wlan0", SSID)
        self.nm.connection("wired", self.nm.device("eth0", ETHERNET), kind="802-3-ethernet")

    def _wire(self, near: str, far: str, net: int) -> None:
        macs = {"near": f"02:77:00:00:0{net}:02", "far": f"02:77:00:00:0{net}:01"}
        self.near.run(
            *("ip", "link", "add", near, "address", macs["near"], "type", "veth"),
            *("peer", "name", far, "address", macs["far"], "netns", str(self.far.holder.pid)),
        )
        for machine, name, own, other, mac in (
            (self.near, near, 2, 1, macs["far"]),
            (self.far, far, 1, 2, macs["near"]),
        ):
            machine.run("ip", "address", "add", f"10.77.{net}.{own}/24", "dev", name)
            machine.run("ip", "link", "set", name, "up", "arp", "on")
            machine.write(f"/proc/sys/net/ipv4/conf/{name}/rp_filter", "0")
            machine.run(
                *("ip", "neigh", "replace", f"10.77.{net}.{other}", "lladdr", mac),
                *("dev", name, "nud", "permanent"),
            )
        self.far.write("/proc/sys/net/ipv4/conf/all/rp_filter", "0")

    def _listen(self) -> None:
        self._helper("capture", str(self.frames_file), "wfar", "efar")
        self._helper("names", str(self.names_file), HOST, SERVER)

    def _helper(self, *words: str) -> None:
        process = subprocess.Popen(
            [*self.far.prefix, sys.executable, "-m", "tests.network.far", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        self._helpers.append(process)

    def _serve(self) -> None:
        folder = self.folder / "server"
        folder.mkdir()
        make_certificate(
            folder,
            certificate=folder / "server.pem",
            key=folder / "server.key",
            ca=self.ca_file,
            names=f"DNS:{HOST},IP:{SERVER}",
        )
        (folder / "users").write_text("alice:secret\n")
        config = folder / "config"
        config.write_text(RADICALE.format(address=SERVER, port=PORT, folder=folder))
        daemon = Daemon(
            [*self.far.prefix, sys.executable, "-m", "radicale", "-C", str(config)], folder
        )
        daemon.start()
        self._daemons.append(daemon)
        probe = f"import socket, sys\nsocket.create_connection(({SERVER!r}, {PORT}), 1).close()\n"

        def answers() -> bool:
            words = [*self.far.prefix, sys.executable, "-c", probe]
            return subprocess.run(words, capture_output=True, check=False).returncode == 0

        daemon.wait_until(answers)

    def keeper(self) -> str:
        """A server that keeps connections, which Radicale does not; its address."""
        folder = self.folder / "server"
        self._helper(
            "keeper", SERVER, str(PORT + 1), f"{folder}/server.pem", f"{folder}/server.key"
        )
        return f"https://{HOST}:{PORT + 1}/"

    def close(self) -> None:
        """End all of it."""
        with contextlib.ExitStack() as stack:
            stack.callback(self.near.close)
            stack.callback(self.far.close)
            stack.callback(self.nm.__exit__, None, None, None)
            for daemon in self._daemons:
                stack.callback(daemon.stop)
            for process in self._helpers:
                stack.callback(_end, process)

    # -- the server ----------------------------------------------------------------------

    @property
    def url(self) -> str:
        """What a user would type."""
        return f"https://{HOST}:{PORT}/"

    @property
    def ca_file(self) -> Path:
        """Who signed the server's certificate."""
        return self.folder / "ca.pem"

    def calendar(self, name: str, events: dict[str, bytes]) -> Path:
        """Put a calendar on the server, by its files; its folder."""
        folder = self._home / name
        folder.mkdir(parents=True)
        (self._home / ".Radicale.props").write_text("{}")
        for file, text in events.items():
            (folder / file).write_bytes(text)
        (folder / ".Radicale.props").write_text(
            json.dumps(
                {
                    "tag": "VCALENDAR",
                    "D:displayname": name,
                    "C:supported-calendar-component-set": "VEVENT",
                }
            )
        )
        return folder

    @property
    def _home(self) -> Path:
        return self.folder / "server" / "collections" / "collection-root" / "alice"

    def empty(self) -> None:
        """Take all calendars off the server."""
        if self._home.exists():
            shutil.rmtree(self._home)

    def server_files(self) -> Iterator[Path]:
        """Every event that the server has."""
        return self._home.glob("*/*.ics")

    # -- the network ------------------------------------------------------------------------

    def default_by(self, interface: str) -> None:
        """Let the default route lead out of this interface."""
        other = {"wlan0": "eth0", "eth0": "wlan0"}[interface]
        for name, metric in ((interface, 100), (other, 200)):
            gateway = {"wlan0": "10.77.1.1", "eth0": "10.77.2.1"}[name]
            route = f"default via {gateway} dev {name}".split()
            self.near.run("ip", "route", "replace", *route, "metric", str(metric))
            stale = str(300 - metric)
            with contextlib.suppress(AssertionError):
                self.near.run("ip", "route", "del", *route, "metric", stale)

    @contextlib.contextmanager
    def managed(self, policy: dict[str, Any]) -> Iterator[None]:
        """An administrator's policy, and the bus in its usual place."""
        file = self.folder / "policy.json"
        file.write_text(json.dumps({"schema_version": 1, **policy}))
        self.near.run(
            "sh",
            "-c",
            f"umask 022; mkdir -p /etc/ksync/policies/managed && "
            f"cp {file} /etc/ksync/policies/managed/lab.json",
        )
        self.near.bind(self.bus, "/run/dbus/system_bus_socket")
        try:
            yield
        finally:
            self.near.run("umount", "/run/dbus/system_bus_socket")
            self.near.run("rm", "-r", "/etc/ksync")

    # -- the wire -----------------------------------------------------------------------------

    def frames(self) -> list[str]:
        """All frames that arrived at the far side so far."""
        time.sleep(0.2)  # what is on its way arrives
        return self.frames_so_far()

    def frames_so_far(self) -> list[str]:
        """The same, without waiting for what is on its way."""
        return self.frames_file.read_text().splitlines()

    def names_asked(self) -> list[str]:
        """All questions that the name server got."""
        return self.names_file.read_text().splitlines()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(10)
    if process.stdout is not None:
        process.stdout.close()


@contextlib.contextmanager
def lab() -> Iterator[Lab]:
    """A lab of the test's own."""
    folder = fresh_folder("lab")
    try:
        with private_bus(folder / "b") as bus:
            found = Lab(folder, bus)
            try:
                found.start()
                yield found
            finally:
                found.close()
    finally:
        remove_folder(folder)
