"""RFC 6352, CardDAV: address books, extended MKCOL, addressbook-multiget.

A server may hold a vCard as 4.0 and answer 3.0 to whoever does not ask for a
version (§5.1.1.1 lets it convert, with loss); so a version is asked for where the
address book says that it knows one (§10.4.2, the attributes of address-data).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sync_engine.core.identifiers import Href
from sync_engine.dav import names
from sync_engine.dav.model import Element
from sync_engine.dav.properties import Properties, data_types, integer_of, text_of
from sync_engine.dav.rfc4918 import hrefs_of, mkcol_body, prop_element
from sync_engine.dav.text import text_to_bytes
from sync_engine.dav.xml import document, element

PROPERTIES: Final = (
    names.ADDRESSBOOK_DESCRIPTION,
    names.SUPPORTED_ADDRESS_DATA,
    names.ADDRESSBOOK_MAX_RESOURCE_SIZE,
)
"""Of an address book (§6.2), beside those of every collection."""

MEDIA_TYPE: Final = "text/vcard"


def addressbook_home_set(properties: Properties, base_url: str) -> tuple[str, ...]:
    """§7.1.1: the absolute URLs of the collections that hold the address books."""
    return hrefs_of(properties.get(names.ADDRESSBOOK_HOME_SET), base_url)


def is_addressbook(types: frozenset[str]) -> bool:
    """§5.2.

    :param types: Clark names in DAV:resourcetype.
    """
    return names.ADDRESSBOOK in types


def description(properties: Properties) -> str | None:
    """§6.2.1."""
    return text_of(properties, names.ADDRESSBOOK_DESCRIPTION)


def supported_data(properties: Properties) -> tuple[str, ...]:
    """§6.2.2, e.g. ``text/vcard;version=4.0``."""
    return data_types(properties, names.SUPPORTED_ADDRESS_DATA)


def max_resource_size(properties: Properties) -> int | None:
    """§6.2.3, in bytes."""
    return integer_of(properties, names.ADDRESSBOOK_MAX_RESOURCE_SIZE)


def mkcol_addressbook_body(set_: Mapping[str, str]) -> bytes:
    """§6.3.1: make an address book with these properties by extended MKCOL."""
    return mkcol_body([names.ADDRESSBOOK], set_)


def asked_properties(props: Iterable[str], version: str | None = None) -> Element:
    """DAV:prop for a report, with a version of vCard at address-data (§10.4.2).

    :param version: ``3.0``, ``4.0`` or ``None`` for the server's choice.
    """
    prop = prop_element(props)
    data = prop.find(names.ADDRESS_DATA)
    if version is not None and data is not None:
        data.attributes.update({"content-type": MEDIA_TYPE, "version": version})
    return prop


def multiget_body(
    hrefs: Iterable[Href],
    with_data: bool = True,
    version: str | None = None,
    props: Iterable[str] = (names.GETETAG,),
) -> bytes:
    """§8.7: read these resources; the hrefs exactly as the server listed them.

    :param with_data: ask for the text beside ``props``.
    :param version: see ``asked_properties``.
    """
    asked = dict.fromkeys([*props, names.ADDRESS_DATA] if with_data else props)
    listed = (element(names.HREF, href) for href in hrefs)
    return document(element(names.ADDRESSBOOK_MULTIGET, asked_properties(asked, version), *listed))


__all__ = [
    "MEDIA_TYPE",
    "PROPERTIES",
    "addressbook_home_set",
    "asked_properties",
    "description",
    "is_addressbook",
    "max_resource_size",
    "mkcol_addressbook_body",
    "multiget_body",
    "supported_data",
    "text_to_bytes",
]
