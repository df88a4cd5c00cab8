"""RFC 6578, collection synchronization: the sync-collection report.

Theory
------
A report says what changed since a token and gives the next token. Without a
token it lists everything. A server may stop early: then a row about the
collection's own URL has status 507 (§3.6) and the token leads to the next page.

Rules
-----
* Tokens are opaque (§3.2). A refused one is recognised by the precondition
  element (§3.2, DAV:valid-sync-token) at any status: servers use 403, 409, 412.
* DAV:limit is never sent: some servers cut the list by it and skip the rest.
* A row about a member is read by the rules of ``members``.
* What an empty reply means is the caller's to find out; it is no proof of
  anything (Infomaniak answers so for a URL that is no collection).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import Href, SyncToken
from sync_engine.dav import names
from sync_engine.dav.members import (
    DATA_PROPERTY,
    FailedMember,
    Gone,
    Member,
    MemberReader,
    MemberRow,
    add_member,
)
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.properties import Properties, refused, text_of
from sync_engine.dav.rfc4918 import DEPTH_0
from sync_engine.dav.rfc6352 import asked_properties
from sync_engine.dav.xml import document, element

PROPERTIES: Final = (names.SYNC_TOKEN, names.SUPPORTED_REPORT_SET)
"""Of a collection: §4 the token property, a hint; RFC 3253 §3.1.5 the reports."""

DEPTH: Final = DEPTH_0
"""§3.2: the request is for Depth: 0; how deep to look is DAV:sync-level's matter."""

_INSUFFICIENT_STORAGE: Final = 507


@dataclass(frozen=True, slots=True)
class SyncPage:
    """One reply to a sync-collection report.

    :param changed: members that are new or changed; without an ETag or without
        data where the server gave none.
    :param removed: members with a 404 (or 410) row.
    :param failed: members that the server did not want to tell about.
    :param truncated: more follows; ask again with ``token``.
    :param token: the next token, ``None`` if the server gave none.
    :param own_status: status of the row of the collection itself where it is an
        error other than 507, e.g. 404.
    """

    changed: Mapping[Href, Member]
    removed: frozenset[Href]
    failed: Mapping[Href, FailedMember]
    truncated: bool
    token: SyncToken | None
    own_status: int | None = None


class SyncCollector:
    """Gathers the rows of one reply as they arrive.

    :param collection_url: absolute, with a trailing slash.
    """

    def __init__(self, collection_url: str) -> None:
        self._reader = MemberReader(collection_url)
        self._found: dict[str, MemberRow] = {}
        self._truncated = False
        self._own_status: int | None = None

    def add(self, rows: Iterable[ResponseRow]) -> None:
        """Take more rows."""
        for row in rows:
            if says_truncated(row):
                self._truncated = True
                if self._reader.is_own(row):
                    continue
            elif refused(row) and self._reader.is_own(row):
                self._own_status = row.status
            member = self._reader.read(row)
            if member is not None:
                add_member(self._found, member)

    def page(self, token: SyncToken | None) -> SyncPage:
        """What the reply said, with the token that stood at its end."""
        members = self._found.values()
        return SyncPage(
            changed={found.href: found for found in members if isinstance(found, Member)},
            removed=frozenset(found.href for found in members if isinstance(found, Gone)),
            failed={found.href: found for found in members if isinstance(found, FailedMember)},
            truncated=self._truncated,
            token=token,
            own_status=self._own_status,
        )


def classify(rows: Iterable[ResponseRow], collection_url: str, token: SyncToken | None) -> SyncPage:
    """A whole reply at once.

    :param collection_url: absolute, with a trailing slash.
    :param token: DAV:sync-token of the multistatus.
    """
    collector = SyncCollector(collection_url)
    collector.add(rows)
    return collector.page(token)


def sync_collection_body(
    token: SyncToken | None,
    data: Kind | None = None,
    version: str | None = None,
    props: Iterable[str] = (names.GETETAG,),
) -> bytes:
    """§6.1: what changed since ``token``; ``None`` lists everything (§3.4).

    :param data: ask for the members' text of this kind beside ``props``.
    :param version: of vCard, see ``rfc6352.asked_properties``.
    """
    asked = dict.fromkeys(props if data is None else [*props, DATA_PROPERTY[data]])
    return document(
        element(
            names.SYNC_COLLECTION,
            element(names.SYNC_TOKEN, token or ""),
            element(names.SYNC_LEVEL, "1"),
            asked_properties(asked, version),
        )
    )


def refuses_token(errors: Iterable[str]) -> bool:
    """§3.2: whether an error body refuses the token, whatever its status.

    :param errors: Clark names inside DAV:error.
    """
    return names.VALID_SYNC_TOKEN in errors


def sync_token(properties: Properties) -> SyncToken | None:
    """§4: the token that a collection's property shows; a hint only."""
    text = text_of(properties, names.SYNC_TOKEN)
    return SyncToken(text) if text else None


def supported_reports(properties: Properties) -> frozenset[str] | None:
    """RFC 3253 §3.1.5: Clark names of reports; ``None`` if the server does not tell."""
    prop = properties.get(names.SUPPORTED_REPORT_SET)
    if prop is None:
        return None
    return frozenset(
        kind.name
        for supported in prop.all(names.SUPPORTED_REPORT)
        for report in supported.all(names.REPORT)
        for kind in report.children
    )


def says_truncated(row: ResponseRow) -> bool:
    """§3.6: 507 at response level, or the element that explains it."""
    return (
        row.status == _INSUFFICIENT_STORAGE
        or names.NUMBER_OF_MATCHES_WITHIN_LIMITS in row.errors
        or any(propstat.status == _INSUFFICIENT_STORAGE for propstat in row.propstats)
    )
