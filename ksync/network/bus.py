"""The system bus: calls with a time limit, and being told of changes.

Rules
-----
* The bus is the system's. The environment may name another one
  (``DBUS_SYSTEM_BUS_ADDRESS``), but not under a managed guard: there the socket has
  its fixed name, and a service counts only if root owns it.
* Nothing is started: calls go to the owner of a name, and say that nobody is to be
  activated for them.
* Signals come over a connection of their own, and are read whole: jeepney's filters
  keep one message unless told otherwise, and drop the rest in silence.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jeepney  # type: ignore[import-untyped]  # it has no type information
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # it has no type information
    DBusConnection,
    open_dbus_connection,
)

SOCKETS = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")
ADDRESS_VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS"
TIMEOUT = 2.0

_DBUS = jeepney.DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")

NOISE = frozenset(
    {
        *("Strength", "LastSeen", "LastScan", "Bitrate", "RxBytes", "TxBytes", "AccessPoints"),
        *("Signal", "Age", "BSSs", "Scanning", "RefreshRateMs", "Frequency", "Rates"),
    }
)
"""Properties that come and go with every scan, and that no verdict depends on."""


class BusFailed(Exception):
    """The bus, or who was asked, did not answer.

    :param denied: the caller may not ask.
    """

    def __init__(self, detail: str, *, denied: bool = False) -> None:
        super().__init__(detail)
        self.denied = denied


def address(*, trusted_only: bool, environ: Mapping[str, str] = os.environ) -> str:
    """Where the system bus is.

    :param trusted_only: a managed guard is on.
    """
    chosen = "" if trusted_only else environ.get(ADDRESS_VARIABLE, "")
    if chosen:
        return chosen
    found = next((socket for socket in SOCKETS if Path(socket).exists()), SOCKETS[0])
    return f"unix:path={found}"


def connect(where: str) -> DBusConnection:
    """Open a connection.

    :raises BusFailed: there is no bus, or it does not let us in.
    """
    try:
        return open_dbus_connection(where, auth_timeout=TIMEOUT)
    except Exception as error:  # jeepney raises what the socket, and what its parser does
        raise BusFailed("there is no system bus") from error


class Bus:
    """Calls. Use it from one thread at a time.

    :param trusted_only: only services that root owns count.
    """

    def __init__(self, where: str, *, trusted_only: bool) -> None:
        self._where = where
        self._trusted_only = trusted_only
        self._connection: DBusConnection | None = None

    def owner(self, name: str) -> str | None:
        """The unique name of whoever owns a name and counts; ``None``: nobody.

        :raises BusFailed: the bus does not answer.
        """
        try:
            (owner,) = self._call(_DBUS, "GetNameOwner", "s", (name,))
        except BusFailed as error:
            if "NameHasNoOwner" in str(error):
                return None
            raise
        if self._trusted_only:
            (user,) = self._call(_DBUS, "GetConnectionUnixUser", "s", (owner,))
            if user != 0:
                return None
        return str(owner)

    # Any: what comes back is of the type that the service's document says.
    def call(
        self,
        owner: str,
        path: str,
        interface: str,
        method: str,
        signature: str = "",
        arguments: tuple[Any, ...] = (),
    ) -> tuple[Any, ...]:
        """Call a method.

        :raises BusFailed: an error, or nothing in time.
        """
        return self._call(jeepney.DBusAddress(path, owner, interface), method, signature, arguments)

    def properties(self, owner: str, path: str, interface: str) -> dict[str, Any]:
        """All properties of an object's interface, without their signatures.

        :raises BusFailed:
        """
        (found,) = self.call(
            owner, path, "org.freedesktop.DBus.Properties", "GetAll", "s", (interface,)
        )
        return {name: value for name, (_signature, value) in found.items()}

    def _call(
        self, to: jeepney.DBusAddress, method: str, signature: str, arguments: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        message = jeepney.new_method_call(to, method, signature or None, arguments)
        message.header.flags |= jeepney.MessageFlag.no_auto_start
        if self._connection is None:
            self._connection = connect(self._where)
        try:
            reply = self._connection.send_and_get_reply(message, timeout=TIMEOUT)
        except Exception as error:  # as in connect
            self.close()
            raise BusFailed(f"{method}: {type(error).__name__}") from error
        if reply.header.message_type is jeepney.MessageType.error:
            name = str(reply.header.fields.get(jeepney.HeaderFields.error_name, ""))
            raise BusFailed(f"{method}: {name}", denied=name.endswith("AccessDenied"))
        return tuple(reply.body)

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class SignalMonitor:
    """Told when one of some services says that something changed, comes, or goes.

    :raises BusFailed: there is no bus.
    """

    def __init__(self, where: str, names: tuple[str, ...]) -> None:
        self._connection = connect(where)
        try:
            for name in names:
                self._subscribe(jeepney.MatchRule(type="signal", sender=name))
                owners = jeepney.MatchRule(
                    type="signal",
                    sender="org.freedesktop.DBus",
                    interface="org.freedesktop.DBus",
                    member="NameOwnerChanged",
                )
                owners.add_arg_condition(0, name)
                self._subscribe(owners)
        except BaseException:
            self._connection.close()
            raise

    def _subscribe(self, rule: jeepney.MatchRule) -> None:
        message = jeepney.new_method_call(_DBUS, "AddMatch", "s", (rule.serialise(),))
        try:
            # what comes in between is dropped: nothing was read from the services yet
            reply = self._connection.send_and_get_reply(message, timeout=TIMEOUT)
        except Exception as error:  # as in connect
            raise BusFailed(f"AddMatch: {type(error).__name__}") from error
        if reply.header.message_type is jeepney.MessageType.error:
            raise BusFailed("AddMatch was refused")

    def fileno(self) -> int:
        """For select(2)."""
        return int(self._connection.sock.fileno())

    def changed(self) -> bool:
        """Whether something was told since the last call; never waits.

        :raises BusFailed: the bus is gone.
        """
        found = False
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return found
            except Exception as error:  # as in connect
                raise BusFailed(f"signals: {type(error).__name__}") from error
            if message.header.message_type is jeepney.MessageType.signal:
                found = found or not _is_noise(message)

    def close(self) -> None:
        """Stop."""
        self._connection.close()


def _is_noise(message: jeepney.Message) -> bool:
    member = message.header.fields.get(jeepney.HeaderFields.member)
    if member == "PropertiesChanged":
        changed = next((part for part in message.body if isinstance(part, dict)), {})
        gone = message.body[2] if len(message.body) > 2 else ()
        return bool(changed) and not gone and changed.keys() <= NOISE
    return member in ("NameAcquired", "ScanDone", "BSSAdded", "BSSRemoved", "AccessPointAdded")
