"""Where nothing can be written safely: the steps, and what to enter.

KDE keeps what leads to a server in Akonadi's own files, which its server holds while it
runs, and the password in KWallet; neither is another program's to write. Apple's programs
take a profile that a person opens (``mobileconfig``), or the same by hand.
"""

from __future__ import annotations

import plistlib
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from ksync.connect.offer import Offer
from sync_engine.core.collection import Kind

_NAMESPACE = uuid.UUID("0a8d7a39-5d8e-4a2a-9d0d-7a1d2f0b8f6e")
_IDENTIFIER = "org.ksync.gateway"

KDE = (
    "In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware "
    "resource”. In KAddressBook the same resource serves contacts.",
    "When an assistant asks for a user name and a password, cancel it: the window behind it takes "
    "an address.",
    "Name: kSync. User name: {username}. Password: {password}.",
    "Add a server with the protocol CalDAV and the address {address}, then fetch and accept.",
    "Add another one with the protocol CardDAV and the same address, then fetch and accept.",
)
APPLE = (
    "In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type "
    "Advanced.",
    "User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. "
    "Port: {port}. Use SSL.",
    "In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.",
    "macOS asks once whether the certificate of this computer is to be trusted.",
)
APPLE_PROFILE = (
    "Open {file}: macOS shows it in System Settings, General, Device Management.",
    "Install it there. The certificate is this computer's alone, and so is the password.",
    "Then delete the file. To undo it all, remove the profile in the same place.",
)
THUNDERBIRD = {
    Kind.CALENDAR: "For “{name}”, add a new calendar on the network in Thunderbird: no user name, "
    "and the address {address}.",
    Kind.ADDRESSBOOK: "For “{name}”, add a CardDAV address book in Thunderbird: no user name, and "
    "the address {address}.",
}
"""Where its profile cannot be written."""
BY_FILE = "`ksync connect apple --output kSync.mobileconfig` writes a profile that does all of it."
"""For the command line, before ``APPLE``."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do.

    :param template: one of those above, so that it can be translated.
    """

    template: str
    values: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The step in English."""
        return self.template.format(**dict(self.values))


def thunderbird(offer: Offer) -> tuple[Step, ...]:
    """Thunderbird on a system whose locks kSync does not know."""
    return tuple(
        Step(THUNDERBIRD[one.kind], (("name", one.name), ("address", one.url)))
        for one in offer.collections
    )


def kde(offer: Offer) -> tuple[Step, ...]:
    """KOrganizer, Kontact, Merkuro: a DAV groupware resource."""
    return _steps(KDE, offer)


def apple(offer: Offer, file: str = "") -> tuple[Step, ...]:
    """Calendar and Contacts on macOS.

    :param file: where the profile was written, if it was.
    """
    return _steps(APPLE_PROFILE if file else APPLE, offer, file)


def _steps(templates: tuple[str, ...], offer: Offer, file: str = "") -> tuple[Step, ...]:
    apple = templates is not KDE
    address = (offer.secure or offer.address) if apple else offer.address
    parts = urlsplit(address)
    values = {
        "address": address,
        "username": offer.username,
        "password": offer.password,
        "host": parts.hostname or "",
        "path": parts.path,
        "port": str(parts.port or ""),
        "file": file,
    }
    return tuple(Step(template, tuple(values.items())) for template in templates)


def mobileconfig(offer: Offer) -> bytes:
    """A configuration profile (Apple, "Configuration Profile Reference") with both accounts.

    Its identifiers are always the same, so that installing it again replaces it.
    """
    contents = [
        _payload("com.apple.caldav.account", "CalDAV", offer),
        _payload("com.apple.carddav.account", "CardDAV", offer),
    ]
    if offer.certificate:
        contents.insert(
            0,
            {
                **_head("com.apple.security.root", "certificate"),
                "PayloadDisplayName": "kSync on this computer",
                "PayloadContent": offer.certificate,
            },
        )
    return plistlib.dumps(
        {
            **_head("Configuration", "profile"),
            "PayloadDisplayName": "kSync",
            "PayloadDescription": "Calendars and contacts that kSync keeps on this computer.",
            "PayloadContent": contents,
        }
    )


def _payload(kind: str, prefix: str, offer: Offer) -> dict[str, object]:
    """An account; its principal is found from the host (RFC 6764)."""
    address = urlsplit(offer.secure or offer.address)
    return {
        **_head(kind, prefix.lower()),
        "PayloadDisplayName": f"kSync {prefix}",
        f"{prefix}AccountDescription": "kSync",
        f"{prefix}HostName": address.hostname or "",
        f"{prefix}Port": address.port or 0,
        f"{prefix}UseSSL": address.scheme == "https",
        f"{prefix}Username": offer.username,
        f"{prefix}Password": offer.password,
    }


def _head(kind: str, name: str) -> dict[str, object]:
    identifier = f"{_IDENTIFIER}.{name}"
    return {
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": identifier,
        "PayloadUUID": str(uuid.uuid5(_NAMESPACE, identifier)).upper(),
    }
