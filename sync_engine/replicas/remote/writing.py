"""Writing resources, one at a time, never over a version that nobody has read.

Rules
-----
* A creation is ``If-None-Match: *`` at a fresh random name (SOGo and Zimbra
  ignore the precondition and would overwrite).
* A replacement or deletion is ``If-Match`` with the strong ETag of the version
  that was read. Where there is none (a weak one, or none at all), or the server
  is not proven to honour it, the resource is read immediately before and its
  body compared with the expected one (loss class L4).
* 412 can mean an edit conflict, bad data or a duplicate UID: DAV:error decides,
  and where it says nothing the resource is read; if what is there is what was
  expected, then the data was refused, not the state.
* 404 and 410 complete a DELETE alone, and only after the collection was asked
  who it is (L5). A PUT that gets one may succeed later: Infomaniak refuses so for
  8 seconds after MKCALENDAR.
* 502 and 504 come from a proxy that lost the answer: the write may have been
  applied, as with a lost connection.
* The ETag that a PUT returns stands for what was stored, which is not always
  what was sent; so the caller reads back, unless the server is known to store
  bytes as sent (``Traits.trusts_put_etag``).

401, 429, 503, an unreachable or a wrong server are exceptions: they are about
the account and not about the resource.
"""

from __future__ import annotations

from typing import Final

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import (
    ETag,
    Fingerprint,
    IfMatch,
    IfNoneMatch,
    Precondition,
    ResourceId,
    StrongETag,
)
from sync_engine.core.observation import Failure
from sync_engine.errors import (
    AuthenticationRejected,
    HoldOff,
    HttpError,
    NotFound,
    OutcomeUnknown,
    PreconditionFailed,
)
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Loaded,
    Missing,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsure,
)
from sync_engine.replicas.remote.reading import Reader
from sync_engine.replicas.remote.refusals import by_element, rejected
from sync_engine.replicas.remote.scope import Scope

_CONTENT_TYPE: Final = {
    Kind.CALENDAR: "text/calendar; charset=utf-8",
    Kind.ADDRESSBOOK: "text/vcard; charset=utf-8",
}
_LOST_BY_PROXY: Final = frozenset({502, 504})


class Writer:
    """Writes to one collection."""

    def __init__(self, scope: Scope, reader: Reader) -> None:
        self._scope = scope
        self._reader = reader

    def carry_out(self, operation: Operation) -> Outcome:
        """Do one operation.

        :raises EngineError: the server cannot be used now.
        """
        try:
            match operation:
                case Create():
                    return self._create(operation)
                case Replace():
                    return self._replace(operation)
                case Delete():
                    return self._delete(operation)
        except OutcomeUnknown as error:
            return Unsure(operation.id, str(error))
        except (AuthenticationRejected, HoldOff):
            raise
        except HttpError as error:
            if error.status in _LOST_BY_PROXY:
                return Unsure(operation.id, str(error))
            return rejected(operation.id, error)

    def _put(self, id_: ResourceId, body: bytes, precondition: Precondition | None) -> Stored:
        scope = self._scope
        content_type = _CONTENT_TYPE[scope.info.kind]
        written = scope.client.put(scope.location(id_), body, content_type, precondition)
        strong = written.etag.strong if written.etag is not None else None
        fingerprint = Fingerprint(str(strong)) if strong is not None else None
        known = fingerprint is not None and scope.traits.trusts_put_etag is True
        return Stored(id_, fingerprint, body if known else None)

    def _create(self, operation: Create) -> Outcome:
        id_ = operation.id
        try:
            return self._put(id_, operation.body, IfNoneMatch())
        except PreconditionFailed as error:
            named = by_element(id_, error)
            if named is not None:
                return named
            there = self._reader.one(id_)
            if isinstance(there, Loaded):
                return Conflict(id_, ConflictReason.EXISTS, there.fingerprint, there.body)
            if isinstance(there, Missing):
                # Nothing is there, so the precondition held: the data is refused.
                return Rejected(id_, "resource.invalid", str(error))
            return _unreadable(id_, there)
        except NotFound as error:
            self._scope.verify()
            return rejected(id_, error)

    def _replace(self, operation: Replace) -> Outcome:
        id_ = operation.id
        precondition = self._precondition(operation)
        if not isinstance(precondition, IfMatch | None):
            return precondition
        try:
            stored = self._put(id_, operation.body, precondition)
        except PreconditionFailed as error:
            return by_element(id_, error) or self._compare(operation, error)
        except NotFound as error:
            self._scope.verify()
            return self._compare(operation, error)
        return stored

    def _delete(self, operation: Delete) -> Outcome:
        id_ = operation.id
        precondition = self._precondition(operation)
        if isinstance(precondition, Conflict) and precondition.reason is ConflictReason.MISSING:
            return self._already_gone(id_)
        if not isinstance(precondition, IfMatch | None):
            return precondition
        try:
            self._scope.client.delete(self._scope.location(id_), precondition)
        except NotFound:
            return self._already_gone(id_)
        except PreconditionFailed as error:
            # SabreDAV: 412 to a DELETE with If-Match of what is gone.
            found = self._compare(operation, error)
            if isinstance(found, Conflict) and found.reason is ConflictReason.MISSING:
                return self._already_gone(id_)
            return found
        return Removed(id_)

    def _already_gone(self, id_: ResourceId) -> Removed:
        self._scope.verify()
        return Removed(id_, already=True)

    def _precondition(self, operation: Replace | Delete) -> IfMatch | Outcome | None:
        """What to write with, or the outcome if the expected version is not there.

        ``None`` is a write without a precondition, right after a comparison.
        """
        strong = strong_etag(operation.expected)
        if strong is not None and self._scope.traits.honours_if_match is not False:
            return IfMatch(strong)
        there = self._reader.one(operation.id)
        if isinstance(there, Missing):
            return Conflict(operation.id, ConflictReason.MISSING)
        if isinstance(there, Failure):
            return _unreadable(operation.id, there)
        if there.body != operation.expected_body:
            return Conflict(operation.id, ConflictReason.CHANGED, there.fingerprint, there.body)
        fresh = strong_etag(there.fingerprint)
        return IfMatch(fresh) if fresh is not None else None

    def _compare(self, operation: Replace | Delete, error: HttpError) -> Outcome:
        """Why a write was refused, by what is there."""
        id_ = operation.id
        there = self._reader.one(id_)
        if isinstance(there, Missing):
            return Conflict(id_, ConflictReason.MISSING)
        if isinstance(there, Failure):
            return _unreadable(id_, there)
        if there.fingerprint != operation.expected or there.body != operation.expected_body:
            traits = self._scope.traits
            if isinstance(error, PreconditionFailed) and traits.honours_if_match is None:
                traits.honours_if_match = True
            return Conflict(id_, ConflictReason.CHANGED, there.fingerprint, there.body)
        return rejected(id_, error)


def strong_etag(fingerprint: Fingerprint | None) -> StrongETag | None:
    """The validator that a fingerprint holds, or ``None``."""
    etag = ETag.parse(fingerprint)
    return etag.strong if etag is not None else None


def _unreadable(id_: ResourceId, failure: Failure) -> Rejected:
    """A write that cannot be decided because the resource cannot be read."""
    return Rejected(id_, failure.reference, failure.message, permanent=False)
