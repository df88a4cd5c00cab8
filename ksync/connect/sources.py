"""The source registry of evolution-data-server, over the session bus.

Its name has a number that went up with each break of its interface (``Sources5`` since
3.36); which one there is, is asked of the bus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import jeepney  # type: ignore[import-untyped]  # it has no type information
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # it has no type information
    DBusConnection,
    open_dbus_connection,
)

from ksync.connect.errors import NoDataServer

_NAME = re.compile(r"org\.gnome\.evolution\.dataserver\.Sources(\d+)")
_ROOT = "/org/gnome/evolution/dataserver/SourceManager"
_PREFIX = "org.gnome.evolution.dataserver"
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Source:
    """A source.

    :param path: of its object on the bus.
    :param text: its key file.
    """

    path: str
    uid: str
    text: str


class Sources:
    """The registry; a context manager.

    :raises NoDataServer: there is no session bus, or no registry on it.
    """

    def __enter__(self) -> Self:
        with _translated():
            self._bus: DBusConnection = open_dbus_connection("SESSION")
            try:
                self._name = _newest(self._bus)
            except BaseException:
                self._bus.close()
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bus.close()

    def all(self) -> dict[str, Source]:
        """All sources, by UID."""
        (found,) = self._call(_ROOT, "org.freedesktop.DBus.ObjectManager", "GetManagedObjects")
        sources = {}
        for path, interfaces in found.items():
            values = interfaces.get(f"{_PREFIX}.Source")
            if values is not None:
                source = Source(path, values["UID"][1], values["Data"][1])
                sources[source.uid] = source
        return sources

    def create(self, texts: Mapping[str, str]) -> None:
        """Make sources: UID -> key file."""
        manager = f"{_PREFIX}.SourceManager"
        self._call(_ROOT, manager, "CreateSources", "a{ss}", dict(texts))

    def write(self, source: Source) -> None:
        """Replace the text of a source."""
        self._call(source.path, f"{_PREFIX}.Source.Writable", "Write", "s", source.text)

    def remove(self, source: Source) -> None:
        """Remove a source."""
        self._call(source.path, f"{_PREFIX}.Source.Removable", "Remove")

    def _call(
        self, path: str, interface: str, method: str, signature: str = "", *body: object
    ) -> tuple[Any, ...]:
        address = jeepney.DBusAddress(path, self._name, interface)
        with _translated():
            message = jeepney.new_method_call(address, method, signature or None, body)
            return _answer(self._bus, message)


def present() -> bool:
    """Whether there is a registry on the session's bus; it is not started."""
    try:
        with _translated(), open_dbus_connection("SESSION") as bus:
            _newest(bus)
    except NoDataServer:
        return False
    return True


def _newest(bus: DBusConnection) -> str:
    driver = jeepney.DBusAddress(
        "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
    )
    names: set[str] = set()
    for question in ("ListNames", "ListActivatableNames"):
        names |= set(_answer(bus, jeepney.new_method_call(driver, question))[0])
    found = [(int(match[1]), name) for name in names if (match := _NAME.fullmatch(name))]
    if not found:
        raise NoDataServer
    return max(found)[1]


def _answer(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=_SECONDS)
    if reply.header.message_type is jeepney.MessageType.error:
        raise NoDataServer(str(reply.body[0]) if reply.body else "")
    body: tuple[Any, ...] = reply.body
    return body


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise NoDataServer("there is no session's bus") from error
    except (OSError, EOFError, jeepney.DBusErrorResponse) as error:
        raise NoDataServer(str(error)) from error
