"""macOS: CoreWLAN by pyobjc, and the location permission that the name hangs on.

Written against Apple's documents of CWInterface and CLLocationManager, and tested with
stand-ins for those; it has not been run on macOS yet. Since macOS 14 ``ssidData`` and
``bssid`` are nil without the location permission, which only a signed program that runs
as a bundle may ask for.

It does not tell of changes: what it says is old after a second.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from ksync.network.evidence import Kind, Permission, WifiMode
from ksync.network.providers.port import Facts, Needs, Unavailable
from ksync.network.rules import Security

# CLAuthorizationStatus
_PERMISSIONS = {
    0: Permission.UNDETERMINED,
    1: Permission.DENIED,  # restricted
    2: Permission.DENIED,
    3: Permission.OK,
    4: Permission.OK,
}

# CWInterfaceMode
_MODES = {1: WifiMode.STATION, 3: WifiMode.ACCESS_POINT}

# CWSecurity. Where it names a mixed mode, the weaker half counts.
_SECURITIES = {
    0: Security.OPEN,
    1: Security.WEP,
    2: Security.WPA_PERSONAL,
    3: Security.WPA_PERSONAL,  # WPA and WPA2
    4: Security.WPA2_PERSONAL,
    5: Security.WPA_PERSONAL,  # any personal
    6: Security.WEP,  # dynamic
    7: Security.WPA_PERSONAL,  # WPA enterprise has no word of its own
    8: Security.WPA_PERSONAL,
    9: Security.WPA2_ENTERPRISE,
    10: Security.WPA_PERSONAL,  # any enterprise
    11: Security.WPA3_PERSONAL,
    12: Security.WPA2_ENTERPRISE,  # WPA3 enterprise, 192 bit or not
    13: Security.WPA2_PERSONAL,  # WPA2 and WPA3
    14: Security.OWE,
    15: Security.OPEN,  # OWE and open
}

# Any: pyobjc's objects have no types.
Frameworks = Callable[[], tuple[Any, Any]]


def frameworks() -> tuple[Any, Any]:
    """CoreWLAN and CoreLocation.

    :raises Unavailable: pyobjc does not have them.
    """
    try:
        return importlib.import_module("CoreWLAN"), importlib.import_module("CoreLocation")
    except ImportError as error:
        raise Unavailable("pyobjc-framework-CoreWLAN is not installed") from error


class CoreWlan:
    """See ``port.Provider``."""

    name = "corewlan"
    signals = False
    wifi_only = True

    def __init__(self, load: Frameworks = frameworks) -> None:
        self._load = load

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:  # noqa: ARG002 - of no use here
        """See ``port.Provider``."""
        wlan, location = self._load()
        try:
            client = wlan.CWWiFiClient.sharedWiFiClient()
            if interface not in tuple(client.interfaceNames() or ()):
                return None
            found = client.interfaceWithName_(interface)
            facts = Facts(
                self.name,
                kind=Kind.WIFI,
                mode=_MODES.get(int(found.interfaceMode()), WifiMode.UNKNOWN),
            )
            return _named(found, location, facts) if needs.ssid else facts
        except (AttributeError, TypeError, ValueError) as error:
            raise Unavailable(
                f"an answer that is not understood: {type(error).__name__}"
            ) from error


# Any: as above.
def _named(found: Any, location: Any, facts: Facts) -> Facts:
    permission = _permission(location)
    if permission is not Permission.OK:
        return Facts(facts.provider, kind=facts.kind, mode=facts.mode, permission=permission)
    data, bssid = found.ssidData(), found.bssid()
    return Facts(
        facts.provider,
        kind=facts.kind,
        mode=facts.mode,
        ssid=None if data is None else bytes(data),
        bssid=None if bssid is None else str(bssid).lower(),
        security=_SECURITIES.get(int(found.security())),
    )


# Any: as above.
def _permission(location: Any) -> Permission:
    if not location.CLLocationManager.locationServicesEnabled():
        return Permission.SERVICE_OFF
    status = location.CLLocationManager.alloc().init().authorizationStatus()
    return _PERMISSIONS.get(int(status), Permission.UNDETERMINED)
