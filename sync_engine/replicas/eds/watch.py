"""Being told that something happened in a source: a hint, no more.

Theory
------
A source that is open tells its revision as a property, and GDBus sends a signal when a
property changes. So no view has to be kept, and no object is sent over the bus: what
changed is found by a listing, as always. The service forgets a source when nobody has it
open any more; the monitor therefore keeps open what it watches.

Rules
-----
* Signals have a connection of their own, which makes no calls while it is read: a call
  that waits for its reply would drop them.
* A service that went away counts as news: what it did before is not known.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from typing import Any, Final

import jeepney  # type: ignore[import-untyped]  # it has no type information
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # it has no type information
    DBusConnection,
    open_dbus_connection,
)

from sync_engine.core.collection import Kind
from sync_engine.errors import DesktopStoreMissing, ServiceLost
from sync_engine.replicas.eds.bus import (
    CONNECT_TIMEOUT,
    Refused,
    SessionBus,
    session_address,
)
from sync_engine.replicas.eds.calendars import METHODS
from sync_engine.replicas.eds.services import PREFIX, Services
from sync_engine.replicas.eds.sources import CARDS, Sources

_BUS: Final = jeepney.DBusAddress(
    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
)
_CHANGED: Final = (
    "type='signal',interface='org.freedesktop.DBus.Properties',member='PropertiesChanged',arg0='{}'"
)
_OWNERS: Final = (
    "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
    "member='NameOwnerChanged',arg0='{}'"
)


class Monitor:
    """Watches the sources of some owners.

    :raises DesktopStoreMissing, ServiceLost:
    """

    def __init__(self, address: str | None = None) -> None:
        self._bus = SessionBus(address)
        self._services = Services(self._bus)
        self._owners: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        names = [self._services.name(service) for service in ("Calendar", "AddressBook")]
        rules = [_CHANGED.format(f"{PREFIX}.{kind}") for kind in ("Calendar", "AddressBook")]
        self._signals = _connected(address or session_address())
        try:
            for rule in [*rules, *map(_OWNERS.format, names)]:
                self._add(rule)
        except BaseException:
            self._signals.close()
            raise

    def attend(self, owners: Collection[str]) -> None:
        """Watch the sources that these have now, and no others.

        :raises ReplicaUnavailable: the service cannot be asked now.
        """
        wanted: dict[str, tuple[str, str]] = {}
        for owner in owners:
            for kind in Kind:
                for found in Sources(self._services, owner, kind).all().values():
                    for part, source in found.parts.items():
                        wanted[source.uid] = (owner, part)
        if wanted.keys() != self._sources.keys():
            self._owners, self._sources = {}, {}
        for uid, (owner, part) in wanted.items():
            if uid not in self._sources:
                with contextlib.suppress(Refused):  # made a moment ago: the next call has it
                    self._open(uid, owner, part)

    def fileno(self) -> int:
        """For select(2)."""
        return int(self._signals.sock.fileno())

    def news(self) -> frozenset[str]:
        """The owners in whose sources something happened since the last call; never waits.

        :raises ServiceLost: the bus is gone.
        """
        found: set[str] = set()
        while True:
            try:
                message = self._signals.receive(timeout=0)
            except TimeoutError:
                return frozenset(found)
            except Exception as error:  # jeepney raises what the socket and its parser do
                raise ServiceLost(f"signals: {type(error).__name__}") from error
            found |= self._told(message)

    def close(self) -> None:
        """Watch nothing more."""
        self._signals.close()
        self._bus.close()

    def _open(self, uid: str, owner: str, part: str) -> None:
        if part == CARDS:
            at = self._services.open("AddressBook", "OpenAddressBook", uid)
        else:
            at = self._services.open("Calendar", METHODS[part], uid)
        self._sources[uid] = at[1]
        self._owners[at[1]] = owner

    def _told(self, message: jeepney.Message) -> set[str]:
        fields = message.header.fields
        member = fields.get(jeepney.HeaderFields.member)
        if member == "NameOwnerChanged":
            if not message.body[1]:  # it came, and was not there before
                return set()
            lost = set(self._owners.values())
            self._owners, self._sources = {}, {}
            return lost
        # Any: the body is as the signal's signature says, a dictionary of variants second
        changed: Any = message.body[1] if len(message.body) > 1 else {}
        owner = self._owners.get(str(fields.get(jeepney.HeaderFields.path, "")))
        return {owner} if owner is not None and "Revision" in changed else set()

    def _add(self, rule: str) -> None:
        message = jeepney.new_method_call(_BUS, "AddMatch", "s", (rule,))
        try:
            reply = self._signals.send_and_get_reply(message, timeout=CONNECT_TIMEOUT)
        except Exception as error:  # as in news
            raise ServiceLost(f"AddMatch: {type(error).__name__}") from error
        if reply.header.message_type is jeepney.MessageType.error:
            raise ServiceLost("AddMatch was refused")


def _connected(address: str) -> DBusConnection:
    try:
        return open_dbus_connection(address, auth_timeout=CONNECT_TIMEOUT)
    except Exception as error:  # as in Monitor.news
        raise DesktopStoreMissing(f"no session bus: {type(error).__name__}") from error
