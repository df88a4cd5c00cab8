"""Where nothing can be written safely: the steps, and what to enter.

KDE keeps what leads to a server in Akonadi's own files, which its server holds while it
runs, and the password in KWallet; neither is another program's to write. Apple's programs
take a profile that a person opens (``mobileconfig``), or the same by hand.
"""

from __future__ import annotations

import plistlib
import uuid
from urllib.parse import urlsplit

from ksync.connect.offer import Offer

_NAMESPACE = uuid.UUID("0a8d7a39-5d8e-4a2a-9d0d-7a1d2f0b8f6e")
_IDENTIFIER = "org.ksync.gateway"


def kde(offer: Offer) -> list[str]:
    """KOrganizer, Kontact, Merkuro: a DAV groupware resource."""
    return [
        "In KOrganizer or Merkuro: Settings, Configure, Calendars (or Accounts), Add, "
        "“DAV groupware resource”. In KAddressBook the same resource serves contacts.",
        "When it asks for a user name and a password, close that assistant with Cancel: the "
        "window behind it takes an address.",
        f"Name: kSync. User name: {offer.username}. Password: {offer.password}.",
        f"Add a server with the protocol CalDAV and the address {offer.address}; Fetch, OK.",
        f"Add another one with the protocol CardDAV and the same address {offer.address}; "
        "Fetch, OK.",
    ]


def apple(offer: Offer, profile: str = "") -> list[str]:
    """Calendar and Contacts on macOS.

    :param profile: where the profile was written, if it was.
    """
    if profile:
        return [
            f"Open {profile}. macOS shows it in System Settings, General, Device Management.",
            "Install it there: the certificate is this computer's alone, and so is the password.",
            "To undo it, remove the profile in the same place.",
        ]
    address = urlsplit(offer.secure or offer.address)
    where = (
        f"Account type Advanced. User name: {offer.username}. Password: {offer.password}. "
        f"Server address: {address.hostname}. Server path: {address.path}. Port: {address.port}. "
        f"SSL: {'on' if address.scheme == 'https' else 'off'}."
    )
    return [
        "`ksync connect apple --output kSync.mobileconfig` writes a profile that does what "
        "follows.",
        "In Calendar: Settings, Accounts, Add, “Other CalDAV account”.",
        where,
        "In Contacts: Settings, Accounts, Add, “Other contacts account”, CardDAV; the same values.",
        "macOS asks once whether the certificate of localhost is to be trusted.",
    ]


def mobileconfig(offer: Offer) -> bytes:
    """A configuration profile (Apple, "Configuration Profile Reference") with both accounts.

    Its identifiers are always the same, so that installing it again replaces it.
    """
    address = urlsplit(offer.secure or offer.address)
    contents = [
        _payload("com.apple.caldav.account", "CalDAV", offer, address.path),
        _payload("com.apple.carddav.account", "CardDAV", offer, address.path),
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


def _payload(kind: str, prefix: str, offer: Offer, path: str) -> dict[str, object]:
    address = urlsplit(offer.secure or offer.address)
    return {
        **_head(kind, prefix.lower()),
        "PayloadDisplayName": f"kSync {prefix}",
        f"{prefix}AccountDescription": "kSync",
        f"{prefix}HostName": address.hostname or "",
        f"{prefix}Port": address.port or 0,
        f"{prefix}PrincipalURL": path,
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
