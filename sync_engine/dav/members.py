"""Rows about the members of a collection: present, gone, or failed.

Theory
------
PROPFIND, multiget and sync-collection answer with the same rows; what they say
about a member does not depend on the request. What an *absent* row means does,
and is not decided here.

Rules
-----
* Only a 404 or 410 at response level says "gone" (loss class L1). Properties
  that are 404 say nothing: Xandikos answers calendar-data so in a sync report.
* A member without an ETag is present; its content has to be fetched.
* An href that comes twice with different words is present with neither ETag nor
  data, so that a fetch decides (Stalwart: removed and changed; Zimbra: twice).
* Content types are not looked at: servers give text/x-vcard, text/directory or
  none for a vCard.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ETag, Href, href_key
from sync_engine.dav import names
from sync_engine.dav.hrefs import decoded_path, resource_href
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.properties import Properties, granted, refused
from sync_engine.dav.text import text_to_bytes

DATA_PROPERTY: Final = {Kind.CALENDAR: names.CALENDAR_DATA, Kind.ADDRESSBOOK: names.ADDRESS_DATA}
"""The property that holds a member's text (RFC 4791 §9.6, RFC 6352 §10.4)."""

_GONE: Final = frozenset({404, 410})

LISTING_PROPERTIES: Final = (names.RESOURCETYPE, names.GETETAG)
"""What a Depth: 1 PROPFIND asks to list a collection without a sync report."""


@dataclass(frozen=True, slots=True)
class Member:
    """A resource that is there.

    :param etag: ``None`` where the server gave none.
    :param body: its bytes (line ends CRLF) where they came with the row.
    """

    href: Href
    etag: ETag | None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """The server says that there is no such resource (404, 410)."""

    href: Href


@dataclass(frozen=True, slots=True)
class FailedMember:
    """A resource that the server could or would not tell about.

    :param status: HTTP status of the row, 0 if it could not be read.
    :param errors: Clark names inside DAV:error.
    """

    href: Href
    status: int
    errors: tuple[str, ...] = ()


MemberRow = Member | Gone | FailedMember


class MemberReader:
    """Reads rows of replies from one collection.

    :param collection_url: absolute, with a trailing slash.
    """

    def __init__(self, collection_url: str) -> None:
        self._url = collection_url
        self._own = decoded_path(collection_url, collection_url)

    def is_own(self, row: ResponseRow) -> bool:
        """Whether the row is about the collection itself (iCloud and every
        PROPFIND list it among its members).
        """
        return decoded_path(row.href, self._url) == self._own

    def read(self, row: ResponseRow) -> MemberRow | None:
        """What a row says about a member.

        ``None`` for the collection's own row and for collections inside it.
        """
        if row.href.endswith("/") or self.is_own(row):
            return None
        href = resource_href(self._url, row.href)
        if row.status in _GONE:
            return Gone(href)
        properties = granted(row)
        refusal = None if properties else _refusal(row)
        if refusal is not None:
            return FailedMember(href, refusal, row.errors)
        if is_collection(properties):
            return None
        etag = properties.get(names.GETETAG)
        return Member(href, ETag.parse(etag.text if etag else None), _body(properties))


def read_member(row: ResponseRow, collection_url: str) -> MemberRow | None:
    """One row; see ``MemberReader.read``, which is faster for many."""
    return MemberReader(collection_url).read(row)


def is_collection(properties: Properties) -> bool:
    """Whether DAV:resourcetype says so (RFC 4918 §15.9)."""
    types = properties.get(names.RESOURCETYPE)
    return types is not None and types.find(names.COLLECTION) is not None


def collect_members(rows: Iterable[ResponseRow], collection_url: str) -> dict[str, MemberRow]:
    """All rows about members, one for each ``href_key``, in the order of the reply.

    :param collection_url: absolute, with a trailing slash.
    """
    reader = MemberReader(collection_url)
    found: dict[str, MemberRow] = {}
    for row in rows:
        member = reader.read(row)
        if member is not None:
            add_member(found, member)
    return found


def add_member(found: dict[str, MemberRow], member: MemberRow) -> None:
    """Add one row; rows that contradict each other leave it to a fetch."""
    key = href_key(member.href)
    known = found.get(key)
    if known is None:
        found[key] = member
    elif isinstance(known, Member) and isinstance(member, Member) and _agree(known, member):
        found[key] = member if known.body is None else known
    elif isinstance(known, Member) or type(known) is not type(member):
        found[key] = Member(known.href, None)


def _agree(one: Member, other: Member) -> bool:
    return one.etag == other.etag and (
        one.body is None or other.body is None or one.body == other.body
    )


def _refusal(row: ResponseRow) -> int | None:
    """The status of a row that gave no property, if it tells of a refusal; 404
    in a propstat only means that the resource does not have that property.
    """
    if refused(row):
        return row.status
    for propstat in row.propstats:
        if propstat.status != 404:
            return propstat.status
    return None


def _body(properties: Properties) -> bytes | None:
    data = properties.get(names.CALENDAR_DATA) or properties.get(names.ADDRESS_DATA)
    return text_to_bytes(data.text) if data and data.text else None
