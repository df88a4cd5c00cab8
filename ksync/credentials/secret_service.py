"""Look at the Secret Service before anything asks it for a password.

Theory
------
The freedesktop Secret Service locks whole collections. A client that meets a
locked one calls ``Unlock`` and gets a *prompt*: a window that waits for a person,
for ever (Secret Service API 0.2, "Locking and Unlocking", "Prompts and
Prompting"). The keyring library does that without being asked and has no
time-out; in a service or a cron job nobody sees the window, and each run would
put up another one. And a service that is stuck never answers any call.

So first a look with a deadline of its own, by calls that never prompt:
``ReadAlias`` and the ``Locked`` property. Where a person is expected, ``unlock``
puts up the prompt, again with a deadline; then the library finds an open keyring.
"""

from __future__ import annotations

import os
import time
from enum import Enum, auto
from typing import Any

import jeepney  # type: ignore[import-untyped]  # it has no type information
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # it has no type information
    open_dbus_connection,
)

BUS_NAME = "org.freedesktop.secrets"
SERVICE_PATH = "/org/freedesktop/secrets"
SERVICE_INTERFACE = "org.freedesktop.Secret.Service"
COLLECTION_INTERFACE = "org.freedesktop.Secret.Collection"
PROMPT_INTERFACE = "org.freedesktop.Secret.Prompt"
DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default"
NO_OBJECT = "/"


class State(Enum):
    """What was found."""

    ABSENT = auto()
    """No session bus, or nobody offers the service."""
    NO_COLLECTION = auto()
    """The service runs, but no keyring was ever made (or its database is closed)."""
    LOCKED = auto()
    OPEN = auto()


class _Session:
    """A connection to the session bus on which all calls share one deadline."""

    def __init__(self, timeout: float) -> None:
        self._deadline = time.monotonic() + timeout
        self.connection = open_dbus_connection("SESSION", auth_timeout=min(timeout, 5.0))

    @property
    def left(self) -> float:
        return max(self._deadline - time.monotonic(), 0.01)

    def call(self, message: object) -> tuple[Any, ...]:
        """The reply's body.

        :raises TimeoutError: none came.
        :raises _ErrorReply: an error came.
        """
        reply = self.connection.send_and_get_reply(message, timeout=self.left)
        if reply.header.message_type is jeepney.MessageType.error:
            raise _ErrorReply(str(reply.header.fields.get(jeepney.HeaderFields.error_name, "")))
        body: tuple[Any, ...] = reply.body
        return body


class _ErrorReply(Exception):
    """A D-Bus error reply; its text is the error's name."""


def look(timeout: float, collection: str | None = None) -> State:
    """The state of the default collection; prompts for nothing.

    :param timeout: seconds for everything together.
    :param collection: object path of another collection than the default.
    :raises TimeoutError: the service does not answer.
    :raises OSError: the session bus broke off.
    """
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return State.ABSENT
    try:
        session = _Session(timeout)
    except (ConnectionError, FileNotFoundError, PermissionError, RuntimeError, ValueError):
        return State.ABSENT
    with session.connection:
        try:
            path = collection or session.call(_service("ReadAlias", "s", "default"))[0]
            if path == NO_OBJECT:
                return State.NO_COLLECTION
            address = jeepney.DBusAddress(path, BUS_NAME, COLLECTION_INTERFACE)
            ((_signature, locked),) = session.call(jeepney.Properties(address).get("Locked"))
        except _ErrorReply as error:
            return _meaning(str(error))
    return State.LOCKED if locked else State.OPEN


def unlock(timeout: float, collection: str | None = None) -> bool:
    """Ask a person to unlock the collection; whether it is open now.

    The prompt goes away with the connection, also when time is up.

    :raises TimeoutError: nobody answered.
    :raises OSError: the session bus broke off.
    """
    session = _Session(timeout)
    with session.connection as connection:
        completed = {"interface": PROMPT_INTERFACE, "member": "Completed", "type": "signal"}
        subscription = jeepney.MatchRule(sender=BUS_NAME, **completed)
        try:
            session.call(jeepney.message_bus.AddMatch(subscription))
            _unlocked, prompt = session.call(
                _service("Unlock", "ao", [collection or DEFAULT_COLLECTION])
            )
            if prompt == NO_OBJECT:
                return True
            with connection.filter(jeepney.MatchRule(path=prompt, **completed)) as signals:
                address = jeepney.DBusAddress(prompt, BUS_NAME, PROMPT_INTERFACE)
                session.call(jeepney.new_method_call(address, "Prompt", "s", ("",)))
                answer = connection.recv_until_filtered(signals, timeout=session.left)
        except _ErrorReply:
            return False
    dismissed, _result = answer.body
    return not dismissed


def _service(method: str, signature: str, *arguments: object) -> object:
    address = jeepney.DBusAddress(SERVICE_PATH, BUS_NAME, SERVICE_INTERFACE)
    return jeepney.new_method_call(address, method, signature, arguments)


def _meaning(name: str) -> State:
    """What an error reply means: the bus itself speaks for a service that is not there.

    :raises TimeoutError: it is there and the bus gave up on it.
    """
    if name == "org.freedesktop.DBus.Error.NoReply":
        raise TimeoutError(name)
    missing = ("ServiceUnknown", "NameHasNoOwner", "Spawn.", "Disconnected")
    if name.startswith("org.freedesktop.DBus.Error.") and any(word in name for word in missing):
        return State.ABSENT
    return State.NO_COLLECTION
