"""Where evolution-data-server is on the bus.

The names carry the number of their interface (``Sources5``, ``Calendar8`` and
``AddressBook10`` from 3.36 on); each release that breaks an interface counts it up. So
they are looked up, the highest first, and what is called is what the interfaces have
had in common since.
"""

from __future__ import annotations

import re
from typing import Any, Final

from sync_engine.errors import DesktopStoreMissing, DesktopStoreTooOld
from sync_engine.replicas.eds.bus import SessionBus

PREFIX: Final = "org.gnome.evolution.dataserver"
PATH: Final = "/org/gnome/evolution/dataserver"
LEAST: Final = {"Sources": 5, "Calendar": 8, "AddressBook": 10}
"""What 3.36 has: the first interfaces that this module was written for."""

_NUMBERED: Final = re.compile(re.escape(PREFIX) + r"\.(Sources|Calendar|AddressBook)(\d+)")


class Services:
    """The three services, found on a bus."""

    def __init__(self, bus: SessionBus) -> None:
        self.bus = bus
        self._names: dict[str, str] = {}

    def name(self, service: str) -> str:
        """The bus name of ``Sources``, ``Calendar`` or ``AddressBook``.

        :raises DesktopStoreMissing: there is none. :raises DesktopStoreTooOld:
        """
        if not self._names:
            self._names = self._look_up()
        return self._names[service]

    def _look_up(self) -> dict[str, str]:
        numbers: dict[str, int] = {}
        for known in self.bus.known_names():
            found = _NUMBERED.fullmatch(known)
            if found is not None:
                numbers[found[1]] = max(numbers.get(found[1], 0), int(found[2]))
        missing = LEAST.keys() - numbers.keys()
        if missing:
            raise DesktopStoreMissing(f"not on the session bus: {', '.join(sorted(missing))}")
        old = sorted(f"{name}{n}" for name, n in numbers.items() if n < LEAST[name])
        if old:
            raise DesktopStoreTooOld(f"found {', '.join(old)}")
        return {name: f"{PREFIX}.{name}{number}" for name, number in numbers.items()}

    def sources(self, interface: str) -> tuple[str, str, str]:
        """The source manager, by one of its interfaces."""
        return (self.name("Sources"), f"{PATH}/SourceManager", interface)

    def open(self, service: str, method: str, source: str) -> tuple[str, str, str]:
        """Open the data of a source; where it is from now on.

        :raises Refused: the service does not know it.
        """
        interface = f"{PREFIX}.{service}"
        factory = (self.name(service), f"{PATH}/{service}Factory", f"{interface}Factory")
        path, name = self.bus.call(factory, method, "s", source)
        data = (str(name), str(path), interface)
        self.bus.call(data, "Open")
        return data

    def managed(self) -> dict[str, dict[str, Any]]:
        """All sources: object path to interface to properties."""
        found = self.bus.call(
            self.sources("org.freedesktop.DBus.ObjectManager"), "GetManagedObjects"
        )
        return {
            str(path): {
                str(interface): {str(name): value for name, (_, value) in properties.items()}
                for interface, properties in interfaces.items()
            }
            for path, interfaces in found.items()
        }
