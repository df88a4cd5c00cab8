"""evolution-data-server as GNOME's programs use it: its real processes on a private bus.

The registry of sources, the factory of calendars and the one of address books are started by
their paths; each calendar and address book is then an object on the bus, in a process that the
factory starts.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import jeepney
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from ksync.connect.errors import NoDataServer
from ksync.connect.sources import Sources

_PREFIX = "org.gnome.evolution.dataserver"
_SECONDS = 30.0


class DataServer:
    """What a program asks: by the UID of a source.

    :param home: the person's; caches are in ``home / "cache"``.
    :param start: starts a factory, as the bus would: it ends when nobody asks for a while.
    """

    def __init__(self, home: Path, start: Callable[[str], object]) -> None:
        self.home = home
        self._start = start
        self._bus: DBusConnection = open_dbus_connection("SESSION")
        self._opened: dict[str, jeepney.DBusAddress] = {}

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def calendar(self, uid: str, method: str, signature: str = "", *body: object) -> Any:
        """Ask a calendar."""
        return self._ask(self._open(uid, "Calendar"), method, signature, *body)

    def book(self, uid: str, method: str, signature: str = "", *body: object) -> Any:
        """Ask an address book."""
        return self._ask(self._open(uid, "AddressBook"), method, signature, *body)

    def _open(self, uid: str, kind: str) -> jeepney.DBusAddress:
        if uid not in self._opened:
            factory = jeepney.DBusAddress(
                f"/{_PREFIX.replace('.', '/')}/{kind}Factory",
                self._newest(kind),
                f"{_PREFIX}.{kind}Factory",
            )
            path, name = self._ask(factory, f"Open{kind}", "s", uid)
            self._opened[uid] = jeepney.DBusAddress(path, name, f"{_PREFIX}.{kind}")
            self._ask(self._opened[uid], "Open")
        return self._opened[uid]

    def _newest(self, kind: str) -> str:
        bus = jeepney.DBusAddress(
            "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
        )
        self._start(f"evolution-{kind.lower()}-factory")
        deadline = time.monotonic() + _SECONDS
        while True:
            (names,) = self._ask(bus, "ListNames")
            found = [name for name in names if name.startswith(f"{_PREFIX}.{kind}")]
            if found:
                return max(found)
            assert time.monotonic() < deadline, f"no factory for {kind}"
            time.sleep(0.05)

    def _ask(
        self, address: jeepney.DBusAddress, method: str, signature: str = "", *body: object
    ) -> Any:
        message = jeepney.new_method_call(address, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=_SECONDS)
        assert reply.header.message_type is not jeepney.MessageType.error, (method, reply.body)
        return reply.body


def session(bus: Mapping[str, str], home: Path) -> dict[str, str]:
    """The environment of programs of this person's session."""
    folders = {f"XDG_{one}_HOME": str(home / one.lower()) for one in ("CONFIG", "CACHE", "DATA")}
    return {**bus, **folders, "HOME": str(home)}


@contextmanager
def data_server(bus: Mapping[str, str], home: Path) -> Iterator[DataServer]:
    """All of it, on a bus, in a home of its own.

    :param bus: the environment of the session, which is this process's as well.
    """
    with registry(bus, home), ExitStack() as stack:
        server = DataServer(home, lambda name: stack.enter_context(_running(name, bus, home)))
        stack.callback(server.close)
        yield server


@contextmanager
def registry(bus: Mapping[str, str], home: Path) -> Iterator[None]:
    """The registry of sources alone."""
    home.mkdir(exist_ok=True)
    with _running("evolution-source-registry", bus, home) as process:
        deadline = time.monotonic() + _SECONDS
        while not _registered():
            assert process.poll() is None, "it ended"
            assert time.monotonic() < deadline, "it does not answer"
            time.sleep(0.05)
        yield


def _registered() -> bool:
    try:
        with Sources() as sources:
            return "system-calendar" in sources.all()
    except NoDataServer:
        return False


@contextmanager
def _running(name: str, bus: Mapping[str, str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    folders = {f"XDG_{one}_HOME": str(home / one.lower()) for one in ("CONFIG", "CACHE", "DATA")}
    environment = {**os.environ, **bus, **folders, "HOME": str(home), "GSETTINGS_BACKEND": "memory"}
    with (home / "eds.log").open("ab") as log:
        process = subprocess.Popen([f"/usr/libexec/{name}"], env=environment, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)
