"""Observing a remote collection: sync-collection (RFC 6578) or a full listing.

Theory
------
A ``Snapshot`` says that what it does not hold is absent, so it is only built
when the listing is known to be whole and to be this collection's: each page
followed to the end (RFC 6578 §3.6), or the Depth:1 PROPFIND with the
collection's own row in it; and an empty one only after the collection was asked
who it is. An empty 207 is what SabreDAV says to a REPORT on any URL.

Rules
-----
* DAV:limit is never sent: several servers then cut and give a token that skips
  the rest. A server that cuts by itself says so by a 507 row, page by page.
* A refused token is known by DAV:valid-sync-token at any status (§3.2). Where
  only a status is there (Xandikos: 412 or 500) it is taken for one too: the
  caller then observes from nothing and meets the real reason there.
* The response-level status wins over propstats (SabreDAV puts a dummy 418 one
  beside a 404). Only such a 404 row is a removal; a row without anything is
  "there, and a fetch decides".
* An href that comes twice is "changed": the fetch decides. Servers list one
  twice (Zimbra), or as removed and changed at once (Stalwart).
* Data is asked for inside the report until the collection is seen not to give
  it (Xandikos answers it by a 404 propstat); a report that breaks with data is
  asked again without.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sync_engine.core.identifiers import ResourceId, SyncToken
from sync_engine.core.observation import Delta, Failure, Observation, Seen, Snapshot
from sync_engine.dav import names
from sync_engine.dav.members import (
    FailedMember,
    Gone,
    Member,
    MemberReader,
    MemberRow,
    add_member,
)
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.rfc6578 import refuses_token
from sync_engine.errors import (
    HttpError,
    InvalidSyncToken,
    MalformedXml,
    NotDav,
    NotFound,
    ProtocolError,
    ReplicaUnavailable,
    ReplyTooLarge,
    ServerFailure,
    Unreachable,
)
from sync_engine.replicas.remote.reading import as_stored, row_failure
from sync_engine.replicas.remote.scope import Scope

_MAX_PAGES: Final = 10_000
_NO_SUCH_REPORT: Final = frozenset({400, 403, 405, 409, 412, 415, 422, 500, 501, 507})
_NEVER_SUCH_REPORT: Final = frozenset({405, 415, 501})
_FOREIGN_TYPES: Final = ("text/html", "text/xml", "application/xml", "image/", "httpd/")
_MEMBER_NAMES: Final = (".ics", ".vcf")


def reports(scope: Scope) -> bool:
    """Whether the collection is believed to answer sync-collection."""
    if scope.traits.sync_report is not None:
        return scope.traits.sync_report
    return scope.info.reports is None or names.SYNC_COLLECTION in scope.info.reports


def observe(scope: Scope, token: SyncToken | None) -> Observation:
    """What is there (no token), or what changed since the token.

    :raises InvalidSyncToken, ReplicaUnavailable: see the port.
    """
    if not reports(scope):
        if token is not None:
            raise InvalidSyncToken("no sync-collection here", where=scope.url)
        return listing(scope)
    seen = _report(scope, token)
    if seen is None:
        return listing(scope)
    scope.traits.sync_report = True
    changed, removed, failed = seen.changed(), seen.removed(), seen.failed()
    if token is not None:
        if removed and not scope.verified:
            scope.verify()
        return Delta(changed, removed, failed, seen.token)
    if not changed and not failed:
        scope.verify()
    return Snapshot(changed, failed, seen.token)


@dataclass(slots=True)
class _Rows:
    """Rows merged over pages, by comparison key."""

    reader: MemberReader
    found: dict[str, MemberRow] = field(default_factory=dict)
    data: bool = False
    token: SyncToken | None = None

    def take(self, scope: Scope, row: ResponseRow) -> bool:
        """Take one row in; returns whether it was about a member."""
        member = self.reader.read(row)
        if member is None or not scope.hrefs.trusted(member.href):
            return False
        if isinstance(member, Member) and member.body is not None:
            self.data = True
            if not as_stored(scope, row.ok(), member.body):
                member = Member(member.href, member.etag)
        add_member(self.found, member)
        return True

    def changed(self) -> dict[ResourceId, Seen]:
        """What is there."""
        return {
            ResourceId(row.href): Seen(row.etag.fingerprint if row.etag else None, row.body)
            for row in self.found.values()
            if isinstance(row, Member)
        }

    def removed(self) -> frozenset[ResourceId]:
        """What has a 404 row."""
        return frozenset(
            ResourceId(row.href) for row in self.found.values() if isinstance(row, Gone)
        )

    def failed(self) -> dict[ResourceId, Failure]:
        """What could not be told about."""
        return {
            ResourceId(row.href): row_failure(row.status)
            for row in self.found.values()
            if isinstance(row, FailedMember)
        }


class _NoToken(ProtocolError):
    """A report without a new token cannot be gone on from."""


def _report(scope: Scope, token: SyncToken | None) -> _Rows | None:
    """All pages of the report; ``None`` if the server cannot do it."""
    with_data = scope.traits.data_in_report is not False
    try:
        try:
            return _pages(scope, token, with_data=with_data)
        except (ReplyTooLarge, ServerFailure, MalformedXml, Unreachable) as error:
            if not with_data:
                raise
            if isinstance(error, ReplyTooLarge):
                scope.traits.data_in_report = False
            return _pages(scope, token, with_data=False)
    except NotFound as error:
        raise ReplicaUnavailable("the collection is not there", where=scope.url) from error
    except (HttpError, NotDav, _NoToken) as error:
        _give_up(scope, token, error)
        return None


def _give_up(scope: Scope, token: SyncToken | None, error: HttpError | ProtocolError) -> None:
    """Judge why the report failed: raise, or return so that a listing is tried."""
    status = error.status if isinstance(error, HttpError) else 0
    if isinstance(error, NotDav):
        # A portal, or a server that knows no REPORT: the listing will tell.
        if token is not None:
            raise error
    elif not isinstance(error, _NoToken) and status not in _NO_SUCH_REPORT:
        raise error
    if token is not None:
        raise InvalidSyncToken(str(error), where=scope.url) from error
    unsupported = isinstance(error, HttpError) and names.SUPPORTED_REPORT in error.preconditions
    if unsupported or status in _NEVER_SUCH_REPORT or isinstance(error, _NoToken):
        scope.traits.sync_report = False


def _pages(scope: Scope, token: SyncToken | None, *, with_data: bool) -> _Rows:
    rows = _Rows(MemberReader(scope.url))
    at = token
    for _ in range(_MAX_PAGES):
        cut, progress, following = _page(scope, at, rows, with_data=with_data)
        if following is None:
            raise _NoToken("no sync-token in the reply", where=scope.url)
        rows.token = following
        if not cut:
            if with_data:
                _learn_data(scope, rows)
            return rows
        if not progress or following == at:
            raise ProtocolError("a truncated report makes no progress", where=scope.url)
        at = following
    raise ProtocolError("a truncated report does not end", where=scope.url)


def _page(
    scope: Scope, token: SyncToken | None, rows: _Rows, *, with_data: bool
) -> tuple[bool, bool, SyncToken | None]:
    """One page: whether it was cut, whether it brought rows, the token to go on from."""
    data = scope.info.kind if with_data else None
    props = scope.stored_props if with_data else (names.GETETAG,)
    try:
        reply = scope.client.sync_collection(scope.url, token, data, props)
    except HttpError as error:
        if token is not None and refuses_token(error.preconditions):
            raise InvalidSyncToken(str(error), where=scope.url) from error
        raise
    cut = progress = False
    for row in reply:
        # RFC 6578 §3.6: a 507 row for the request-URI marks a cut page.
        if says_truncated(row):
            cut = True
        elif rows.take(scope, row):
            progress = True
        elif row.status in (404, 410) and rows.reader.is_own(row):
            raise ReplicaUnavailable("the collection is not there", where=scope.url)
    return cut, progress, reply.sync_token


def says_truncated(row: ResponseRow) -> bool:
    """RFC 6578 §3.6: 507 at response level, or the element that explains it."""
    return row.status == 507 or names.NUMBER_OF_MATCHES_WITHIN_LIMITS in row.errors


def _learn_data(scope: Scope, rows: _Rows) -> None:
    if rows.data:
        scope.traits.data_in_report = True
    elif any(isinstance(row, Member) for row in rows.found.values()):
        scope.traits.data_in_report = False


def listing(scope: Scope) -> Snapshot:
    """A complete Depth:1 listing with ETags (no data, no token).

    :raises ReplicaUnavailable: the collection is not there.
    """
    wanted = (names.GETETAG, names.GETCONTENTTYPE, names.RESOURCETYPE)
    try:
        rows, own = _listed(scope, scope.client.propfind(scope.url, wanted, depth=1))
    except NotFound as error:
        raise ReplicaUnavailable("the collection is not there", where=scope.url) from error
    if own is not None:
        scope.check_row(own)
    changed, failed = rows.changed(), rows.failed()
    if own is None or not (changed or failed):
        scope.verify()
    return Snapshot(changed, failed, None)


def _listed(scope: Scope, reply: Iterable[ResponseRow]) -> tuple[_Rows, ResponseRow | None]:
    rows, own = _Rows(MemberReader(scope.url)), None
    for row in reply:
        if says_truncated(row):
            raise ProtocolError("the listing is truncated", where=scope.url)
        if rows.reader.is_own(row):
            own = row
        elif not _foreign(row):
            rows.take(scope, row)
    return rows, own


def _foreign(row: ResponseRow) -> bool:
    """Whether a listed row is surely something else than a resource.

    Content types are used freely (text/x-vcard, text/directory, none), so only
    one that is given and known to be another, on a name without .ics or .vcf,
    leaves a row out: a server that changes its mind must not delete anything.
    """
    content = row.ok().get(names.GETCONTENTTYPE)
    media = content.text.partition(";")[0].strip().lower() if content is not None else ""
    if row.href.lower().endswith(_MEMBER_NAMES):
        return False
    return media.startswith(_FOREIGN_TYPES)
