"""A private D-Bus daemon, and services on it that a test controls.

The daemon is the real one. The services (``dbus-fast``) have the objects and
properties that NetworkManager, iwd and wpa_supplicant document, and tell of changes
as those do; a test sets properties and looks at what was asked.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dbus_fast import Message, MessageType, PropertyAccess, Variant  # noqa: F401 - Variant is for users
from dbus_fast.aio import MessageBus

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# No <servicedir>: whatever is started, is started by nobody.

PROPERTIES = "org.freedesktop.DBus.Properties"
MANAGER = "org.freedesktop.DBus.ObjectManager"


@contextmanager
def private_bus(folder: Path) -> Iterator[Path]:
    """A bus daemon; its socket."""
    folder.mkdir(parents=True, exist_ok=True)
    socket, config = folder / "bus", folder / "bus.conf"
    config.write_text(CONFIG.format(socket=socket))
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1", "--nopidfile"],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"]},
    )
    try:
        assert daemon.stdout is not None
        assert daemon.stdout.readline().startswith(b"unix:")
        socket.chmod(0o777)
        yield socket
    finally:
        daemon.terminate()
        daemon.wait(10)
        if daemon.stdout is not None:
            daemon.stdout.close()


class Refuse(Exception):
    """What a method answers with an error: its name is the argument."""


Method = Callable[[str, list[Any]], tuple[str, list[Any]]]


class StandIn:
    """A service with objects; the bus work is done in a thread of its own.

    :param objects: path -> interface -> property -> Variant.
    :param methods: (interface, member) -> what answers.
    """

    def __init__(
        self,
        socket: Path,
        name: str,
        objects: dict[str, dict[str, dict[str, Variant]]],
        methods: dict[tuple[str, str], Method] | None = None,
    ) -> None:
        self.name = name
        self.objects = objects
        self.methods = methods or {}
        self.calls: list[tuple[str, str, str]] = []
        """(path, member, first argument) of each call."""
        self.denied = False
        self._address = f"unix:path={socket}"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._bus: MessageBus | None = None
        self._thread.start()
        self.come()

    def __enter__(self) -> StandIn:
        return self

    def __exit__(self, *exc: object) -> None:
        self.go()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def come(self) -> None:
        """Own the name."""

        async def connect() -> None:
            bus = await MessageBus(bus_address=self._address).connect()
            bus.add_message_handler(self._handle)
            await bus.request_name(self.name)
            self._bus = bus

        self._do(connect())

    def go(self) -> None:
        """Leave the bus."""
        if self._bus is None:
            return
        bus, self._bus = self._bus, None

        async def leave() -> None:
            bus.disconnect()
            await bus.wait_for_disconnect()
            witness = await MessageBus(bus_address=self._address).connect()
            while await _asked(witness, "NameHasOwner", "s", [self.name]):
                await asyncio.sleep(0.01)
            await _settled(witness)
            witness.disconnect()
            await witness.wait_for_disconnect()

        self._do(leave())

    def set(self, path: str, interface: str, **values: Variant) -> None:
        """Change properties and tell of it; returns when the bus has passed it on."""
        self.objects[path][interface].update(values)
        self.emit(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", [interface, values, []])

    def emit(self, path: str, interface: str, member: str, signature: str, body: list[Any]) -> None:
        """Send a signal; returns when the bus has passed it on."""

        async def send() -> None:
            assert self._bus is not None
            await self._bus.send(Message.new_signal(path, interface, member, signature, body))
            await _settled(self._bus)

        self._do(send())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        first = str(message.body[0]) if message.body else ""
        self.calls.append((message.path, message.member, first))
        if self.denied:
            return Message.new_error(
                message, "org.freedesktop.DBus.Error.AccessDenied", "not for you"
            )
        try:
            signature, body = self._answer(message)
        except Refuse as refused:
            return Message.new_error(message, str(refused), "refused")
        return Message.new_method_return(message, signature, body)

    def _answer(self, message: Message) -> tuple[str, list[Any]]:
        if message.interface == MANAGER and message.member == "GetManagedObjects":
            return "a{oa{sa{sv}}}", [self.objects]
        if message.interface == PROPERTIES:
            found = self.objects.get(message.path, {}).get(message.body[0])
            if found is None:
                raise Refuse("org.freedesktop.DBus.Error.UnknownInterface")
            if message.member == "GetAll":
                return "a{sv}", [found]
            return "v", [found[message.body[1]]]
        method = self.methods.get((message.interface, message.member))
        if method is None:
            raise Refuse("org.freedesktop.DBus.Error.UnknownMethod")
        return method(message.path, message.body)


# Any: an answer of the daemon.
async def _asked(bus: MessageBus, member: str, signature: str = "", body: list[Any] = []) -> Any:  # noqa: B006 - it is only read
    reply = await bus.call(
        Message(
            destination="org.freedesktop.DBus",
            path="/org/freedesktop/DBus",
            interface="org.freedesktop.DBus",
            member=member,
            signature=signature,
            body=body,
        )
    )
    assert reply is not None
    return reply.body[0]


async def _settled(bus: MessageBus) -> None:
    """Wait until the daemon has written to everybody what it got before: it does so by the
    end of the round of its loop in which it answers, so the second answer is after that.
    """
    for _ in range(3):
        await _asked(bus, "GetId")


class Monitor:
    """Everything that passes a bus (``BecomeMonitor``), as ``dbus-monitor`` shows it."""

    def __init__(self, socket: Path, log: Path) -> None:
        self.log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                ["dbus-monitor", "--address", f"unix:path={socket}"],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + 20
        # it tells that it lost the name that it had before it became a monitor
        while "NameLost" not in log.read_text("utf-8", "replace"):
            assert time.monotonic() < deadline, "dbus-monitor does not start"
            time.sleep(0.02)
        self._begun = len(log.read_bytes())

    def seen(self) -> str:
        """What passed since it began."""
        return self.log.read_bytes()[self._begun :].decode("utf-8", "replace")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)
