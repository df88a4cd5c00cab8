"""All collections of a home set from one Depth: 1 PROPFIND.

One request asks for everything that a cycle wants to know of every collection:
what it is, what may be done, and the hints of change. It is the only request of
an idle cycle, so it is one list of properties, put together from those of the
RFC modules.

Rules
-----
* The home set's own row is no collection of it.
* Schedule inbox and outbox are no calendars, nor are DAViCal's ``.in/`` and
  ``.out/``, which it types as calendars.
* Rows about one collection that come apart or twice are read as one.
* A collection whose row is an error is not listed; it is in ``refused``, because
  not being told about it is no proof that it is gone (loss class L2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.identifiers import href_key
from sync_engine.dav import apple, names, rfc3744, rfc4791, rfc5397, rfc6352, rfc6578
from sync_engine.dav.hrefs import as_collection, is_collection_itself, join_href, resource_href
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.properties import Properties, granted, refused, text_of

_OUTBOX_NAMES: Final = (".in", ".out")


@dataclass(frozen=True, slots=True)
class HomeListing:
    """What a home set holds.

    :param collections: in the order of the reply, each once.
    :param principal: DAV:current-user-principal as any row told it, absolute.
    :param refused: absolute URLs of rows with an error status.
    """

    collections: tuple[CollectionInfo, ...]
    principal: str | None = None
    refused: tuple[str, ...] = ()


def collection_properties() -> tuple[str, ...]:
    """Clark names of everything that is asked about a collection."""
    return (
        names.RESOURCETYPE,
        names.DISPLAYNAME,
        *rfc5397.PROPERTIES,
        *rfc3744.PROPERTIES,
        *rfc6578.PROPERTIES,
        *rfc4791.PROPERTIES,
        *rfc6352.PROPERTIES,
        *apple.PROPERTIES,
    )


def parse_collections(rows: Iterable[ResponseRow], base_url: str) -> HomeListing:
    """The calendars and address books among the rows of a home set.

    :param base_url: absolute URL of the home set that answered.
    """
    collections: list[CollectionInfo] = []
    unknown: list[str] = []
    principal: str | None = None
    for row in _merged(rows, base_url):
        properties = granted(row)
        principal = principal or rfc5397.current_user_principal(properties, base_url)
        if is_collection_itself(row.href, base_url):
            continue
        found = parse_collection(row, base_url)
        if found is not None:
            collections.append(found)
        elif refused(row):
            unknown.append(join_href(base_url, row.href))
    return HomeListing(tuple(collections), principal, tuple(unknown))


def parse_collection(row: ResponseRow, base_url: str) -> CollectionInfo | None:
    """One row as a calendar or address book; ``None`` if it is neither."""
    properties = granted(row)
    kind = kind_of(properties)
    url = as_collection(join_href(base_url, resource_href(base_url, row.href)))
    if kind is None or url.rstrip("/").endswith(tuple("/" + name for name in _OUTBOX_NAMES)):
        return None
    rfc = rfc4791 if kind is Kind.CALENDAR else rfc6352
    return CollectionInfo(
        url=url,
        kind=kind,
        display_name=text_of(properties, names.DISPLAYNAME),
        description=rfc.description(properties),
        components=rfc4791.components(properties),
        color=apple.calendar_color(properties),
        order=apple.calendar_order(properties),
        read_only=rfc3744.read_only(properties),
        sync_token=rfc6578.sync_token(properties),
        ctag=apple.getctag(properties),
        reports=rfc6578.supported_reports(properties),
        data_types=rfc.supported_data(properties),
        max_resource_size=rfc.max_resource_size(properties),
    )


def kind_of(properties: Properties) -> Kind | None:
    """What DAV:resourcetype makes of a collection (RFC 4918 §15.9)."""
    prop = properties.get(names.RESOURCETYPE)
    types = frozenset(child.name for child in prop.children) if prop else frozenset()
    if rfc4791.is_calendar(types):
        return Kind.CALENDAR
    return Kind.ADDRESSBOOK if rfc6352.is_addressbook(types) else None


def _merged(rows: Iterable[ResponseRow], base_url: str) -> Iterable[ResponseRow]:
    """One row for each collection; of two statuses the first counts."""
    merged: dict[str, ResponseRow] = {}
    for row in rows:
        key = href_key(as_collection(resource_href(base_url, row.href)))
        known = merged.get(key)
        merged[key] = replace(known, propstats=known.propstats + row.propstats) if known else row
    return merged.values()
