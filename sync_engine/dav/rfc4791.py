"""RFC 4791, CalDAV: calendar collections, MKCALENDAR, calendar-multiget.

Queries are left out on purpose: several servers ignore ``comp-filter`` or read
a filter in another way, so nothing may be concluded from one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sync_engine.core.identifiers import Href
from sync_engine.dav import names
from sync_engine.dav.model import Element
from sync_engine.dav.properties import Properties, data_types, integer_of, text_of
from sync_engine.dav.rfc4918 import hrefs_of, prop_element, text_properties
from sync_engine.dav.text import text_to_bytes
from sync_engine.dav.xml import document, element

PROPERTIES: Final = (
    names.CALENDAR_DESCRIPTION,
    names.SUPPORTED_CALENDAR_COMPONENT_SET,
    names.SUPPORTED_CALENDAR_DATA,
    names.CALENDAR_MAX_RESOURCE_SIZE,
)
"""Of a calendar collection (§5.2), beside those of every collection."""

MEDIA_TYPE: Final = "text/calendar"

_NOT_CALENDARS: Final = frozenset(
    {names.SCHEDULE_INBOX, names.SCHEDULE_OUTBOX, names.DELETED_CALENDAR, names.TRASH_BIN}
)


def calendar_home_set(properties: Properties, base_url: str) -> tuple[str, ...]:
    """§6.2.1: the absolute URLs of the collections that hold the calendars."""
    return hrefs_of(properties.get(names.CALENDAR_HOME_SET), base_url)


def is_calendar(types: frozenset[str]) -> bool:
    """§4.2: a calendar that holds events; the RFC 6638 inbox and outbox do not.

    :param types: Clark names in DAV:resourcetype.
    """
    return names.CALENDAR in types and not types & _NOT_CALENDARS


def description(properties: Properties) -> str | None:
    """§5.2.1."""
    return text_of(properties, names.CALENDAR_DESCRIPTION)


def components(properties: Properties) -> frozenset[str]:
    """§5.2.3: upper-case component names; empty if not restricted or not told."""
    prop = properties.get(names.SUPPORTED_CALENDAR_COMPONENT_SET)
    listed = prop.all(names.COMP) if prop else ()
    return frozenset(comp.attributes.get("name", "").upper() for comp in listed) - {""}


def supported_data(properties: Properties) -> tuple[str, ...]:
    """§5.2.4, e.g. ``text/calendar;version=2.0``."""
    return data_types(properties, names.SUPPORTED_CALENDAR_DATA)


def max_resource_size(properties: Properties) -> int | None:
    """§5.2.5, in bytes."""
    return integer_of(properties, names.CALENDAR_MAX_RESOURCE_SIZE)


def mkcalendar_body(set_: Mapping[str, str], component_names: Iterable[str] = ()) -> bytes:
    """§5.3.1: make a calendar with these properties.

    :param set_: properties with a text, e.g. DAV:displayname.
    :param component_names: what it shall hold, e.g. VEVENT; none: the server's choice.
    """
    properties = text_properties(set_)
    listed = tuple(component_names)
    if listed:
        properties.append(component_set(listed))
    # The DTD wants a DAV:set with a DAV:prop in it if there is a body at all.
    return document(element(names.MKCALENDAR, element(names.SET, element(names.PROP, *properties))))


def component_set(component_names: Iterable[str]) -> Element:
    """§5.2.3: the property that says what a calendar holds."""
    comps = (element(names.COMP, attributes={"name": name}) for name in component_names)
    return element(names.SUPPORTED_CALENDAR_COMPONENT_SET, *comps)


def multiget_body(
    hrefs: Iterable[Href], with_data: bool = True, props: Iterable[str] = (names.GETETAG,)
) -> bytes:
    """§7.9: read these resources; the hrefs exactly as the server listed them.

    :param with_data: ask for the text beside ``props``.
    """
    asked = dict.fromkeys([*props, names.CALENDAR_DATA] if with_data else props)
    listed = (element(names.HREF, href) for href in hrefs)
    return document(element(names.CALENDAR_MULTIGET, prop_element(asked), *listed))


__all__ = [
    "MEDIA_TYPE",
    "PROPERTIES",
    "calendar_home_set",
    "component_set",
    "components",
    "description",
    "is_calendar",
    "max_resource_size",
    "mkcalendar_body",
    "multiget_body",
    "supported_data",
    "text_to_bytes",
]
