"""A desktop session without a screen: Xvfb, a private bus, a panel, an accessibility bus.

Everything in folders of its own; what was started is stopped by its process id.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jeepney
from jeepney.io.blocking import open_dbus_connection

from tests.servers import Account

SECONDS = 40.0

PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"""

BARE = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

WATCHER = jeepney.DBusAddress(
    "/StatusNotifierWatcher",
    bus_name="org.kde.StatusNotifierWatcher",
    interface="org.kde.StatusNotifierWatcher",
)


def wait(condition: Any, what: str) -> Any:
    """The first true value of a condition."""
    deadline = time.monotonic() + SECONDS
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)
    return found


@dataclass
class Session:
    """The session's environment, and what runs in it.

    :param prefix: what runs the desktop program in an ``/etc`` of its own, say.
    """

    folder: Path
    env: dict[str, str]
    stack: ExitStack = field(repr=False)
    prefix: tuple[str, ...] = ()

    def spawn(self, *command: str, log: str = "") -> subprocess.Popen[bytes]:
        """Start a program; it is stopped at the end."""
        out = (self.folder / f"{log or Path(command[0]).name}.log").open("ab")
        process = subprocess.Popen(
            command, env=self.env, stdout=out, stderr=out, stdin=subprocess.DEVNULL
        )
        self.stack.callback(_stop, process, out)
        return process

    def log(self, name: str) -> str:
        """What a program said."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def call(
        self, address: jeepney.DBusAddress, method: str, signature: str = "", *body: Any
    ) -> Any:
        """Call a method on the bus, as another program; what it returns."""
        connection = open_dbus_connection(self.env["DBUS_SESSION_BUS_ADDRESS"])
        try:
            message = jeepney.new_method_call(address, method, signature or None, body)
            reply = connection.send_and_get_reply(message, timeout=10)
        finally:
            connection.close()
        if reply.header.message_type is jeepney.MessageType.error:
            raise LookupError(f"{method}: {reply.body}")
        return reply.body

    def property(self, address: jeepney.DBusAddress, name: str) -> Any:
        """A property."""
        properties = jeepney.DBusAddress(
            address.object_path, address.bus_name, "org.freedesktop.DBus.Properties"
        )
        return self.call(properties, "Get", "ss", address.interface, name)[0][1]

    def owned(self, name: str) -> bool:
        """Whether somebody has this name on the bus."""
        bus = jeepney.DBusAddress(
            "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
        )
        return bool(self.call(bus, "NameHasOwner", "s", name)[0])

    def start_panel(self) -> None:
        """A panel with a place for tray icons."""
        self.spawn("xfce4-panel", "--disable-wm-check")
        wait(lambda: self.owned("org.kde.StatusNotifierWatcher"), "a StatusNotifierItem host")

    def items(self) -> list[str]:
        """The tray icons that the host has."""
        try:
            return list(self.property(WATCHER, "RegisteredStatusNotifierItems"))
        except LookupError:
            return []

    def add_account(self, server: Account) -> None:
        """The account "home", its password in the keyring that is open now."""
        subprocess.run(
            [sys.executable, "-m", "ksync", "account", "add", "home", "--url", server.url,
             "--username", server.username, "--password-stdin"],
            env=self.env, input=f"{server.password}\n", text=True, check=True, timeout=60,
            capture_output=True,
        )  # fmt: skip

    def start_tray(self, *words: str) -> subprocess.Popen[bytes]:
        """The desktop program."""
        command = (*self.prefix, sys.executable, "-m", "ui.app", *words)
        return self.spawn(*command, log="ksync-tray")


def _stop(process: subprocess.Popen[bytes], out: Any) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if out is not None:
        out.close()


@contextmanager
def session(*, bare: bool = False) -> Iterator[Session]:
    """A session with a screen and a bus.

    :param bare: nothing but the accessibility bus is started by the bus itself: no keyring.
    """
    with ExitStack() as stack:
        folder = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="ksd", ignore_cleanup_errors=True)
            )
        )
        for name in ("config/xfce4/xfconf/xfce-perchannel-xml", "run", "cache", "home"):
            (folder / name).mkdir(parents=True, mode=0o700)
        (folder / "config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml").write_text(PANEL)
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "DBUS_", "WAYLAND", "XDG_", "KSYNC", "AT_SPI"))
        }
        env = {
            **kept,
            "HOME": str(folder / "home"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "LANG": "C.UTF-8",
        }
        made = Session(folder, env, stack)
        env["DISPLAY"] = _screen(stack)
        env["DBUS_SESSION_BUS_ADDRESS"] = _bus(stack, env, _bare(folder) if bare else [])
        yield made


def _screen(stack: ExitStack) -> str:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_stop, server, None)
    os.close(writer)
    with os.fdopen(reader) as told:
        return f":{told.readline().strip()}"


def _bare(folder: Path) -> list[str]:
    """A bus that starts the accessibility bus, and nobody else."""
    services = folder / "services"
    services.mkdir()
    shutil.copy("/usr/share/dbus-1/services/org.a11y.Bus.service", services)
    config = folder / "bus.conf"
    config.write_text(BARE.format(folder=folder))
    return [f"--config-file={config}"]


def _bus(stack: ExitStack, env: dict[str, str], config: list[str]) -> str:
    daemon = subprocess.Popen(
        ["dbus-daemon", *(config or ["--session"]), "--nofork", "--print-address=1"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(_stop, daemon, daemon.stdout)
    assert daemon.stdout is not None
    return daemon.stdout.readline().decode().strip()
