"""The session bus: calls with a time limit, and errors told apart.

Rules
-----
* A call fails in one of two ways. ``Refused`` is an answer: the service is there and did
  not do it. Everything else (no bus, nobody with that name, no reply in time, the
  connection cut) is ``ServiceLost``: nothing can be concluded from it about the data.
* One connection, one call at a time: the collections of an account share it, and the
  service drops what a client had open when its connection goes.
* Text on the bus is UTF-8 without NUL (D-Bus specification, "Basic types").
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import jeepney  # type: ignore[import-untyped]  # it has no type information
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # it has no type information
    DBusConnection,
    open_dbus_connection,
)

from sync_engine.errors import DesktopStoreMissing, ServiceLost

ADDRESS_VARIABLE: Final = "DBUS_SESSION_BUS_ADDRESS"
TIMEOUT: Final = 60.0
"""Seconds for one call: a bulk write of thousands takes a few on a slow disk."""

CONNECT_TIMEOUT: Final = 5.0

_DBUS: Final = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_GONE: Final = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in (
        *("ServiceUnknown", "NameHasNoOwner", "NoReply", "Disconnected", "Timeout"),
        *("UnknownObject", "UnknownMethod", "UnknownInterface", "NoServer", "LimitsExceeded"),
        *("Spawn.ExecFailed", "Spawn.ChildExited", "Spawn.ChildSignaled", "Spawn.Failed"),
    )
)
_QUARK: Final = re.compile(r"\.Quark\._(.+)\.Code(\d+)\Z")
_ESCAPED: Final = re.compile(r"_([0-9a-f]{2})")


class Refused(Exception):
    """The service answered with an error.

    :param domain: ``e-cal-client-error-quark`` and the like, or the error's name.
    :param code: the number within the domain; ``-1``: none.
    """

    def __init__(self, domain: str, code: int, message: str) -> None:
        super().__init__(message or domain)
        self.domain = domain
        self.code = code
        self.message = message


class SessionBus:
    """A connection to the user's bus, opened when it is first needed."""

    def __init__(self, address: str | None = None) -> None:
        self._address = address
        self._lock = threading.RLock()
        self._connection: DBusConnection | None = None

    # Any: what comes back is of the type that the interface's introspection says.
    def call(
        self,
        to: tuple[str, str, str],
        method: str,
        signature: str = "",
        *arguments: Any,
    ) -> Any:
        """Call a method; its results: one by itself, several as a tuple.

        :param to: bus name, object path, interface.
        :raises Refused: an error came back. :raises ServiceLost: nothing did.
        """
        name, path, interface = to
        address = jeepney.DBusAddress(path, name, interface)
        message = jeepney.new_method_call(address, method, signature or None, arguments)
        with self._lock:
            connection = self._connected()
            try:
                reply = connection.send_and_get_reply(message, timeout=TIMEOUT)
            except Exception as error:  # jeepney raises what the socket and its parser do
                self.close()
                raise ServiceLost(f"{method}: {type(error).__name__}", where=name) from error
        if reply.header.message_type is jeepney.MessageType.error:
            raise _refusal(reply, method, name)
        return reply.body[0] if len(reply.body) == 1 else reply.body

    def property(self, to: tuple[str, str, str], name: str) -> Any:
        """The value of a property."""
        bus_name, path, interface = to
        properties = (bus_name, path, "org.freedesktop.DBus.Properties")
        return self.call(properties, "Get", "ss", interface, name)[1]

    def known_names(self) -> frozenset[str]:
        """Every name that is there or that the bus can start."""
        found = {*self.call(_DBUS, "ListActivatableNames"), *self.call(_DBUS, "ListNames")}
        return frozenset(map(str, found))

    def _connected(self) -> DBusConnection:
        if self._connection is None:
            address = self._address or session_address()
            try:
                self._connection = open_dbus_connection(address, auth_timeout=CONNECT_TIMEOUT)
            except Exception as error:  # as above
                detail = f"the session bus does not answer: {type(error).__name__}"
                raise DesktopStoreMissing(detail) from error
        return self._connection

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def session_address(environ: Mapping[str, str] = os.environ) -> str:
    """Where the user's bus is: as the environment says, or where systemd has it.

    :raises DesktopStoreMissing: nowhere.
    """
    named = environ.get(ADDRESS_VARIABLE, "")
    if named:
        return named
    socket = Path(environ.get("XDG_RUNTIME_DIR", "")) / "bus"
    if not socket.is_absolute() or not socket.exists():
        raise DesktopStoreMissing(f"no session bus: {ADDRESS_VARIABLE} is not set")
    return f"unix:path={socket}"


def _refusal(reply: jeepney.Message, method: str, where: str) -> Refused | ServiceLost:
    name = str(reply.header.fields.get(jeepney.HeaderFields.error_name, ""))
    message = str(reply.body[0]) if reply.body else ""
    if name in _GONE:
        return ServiceLost(f"{method}: {name.rpartition('.')[2]}", where=where)
    # GDBus spells an error domain it has no name for: every octet but letters and digits
    # as _ and two hexadecimal digits
    found = _QUARK.search(name)
    if found is None:
        return Refused(name, -1, message)
    domain = _ESCAPED.sub(lambda octet: chr(int(octet[1], 16)), found[1])
    return Refused(domain, int(found[2]), message)
