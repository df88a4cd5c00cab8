"""The whole error tree of the engine. This module imports nothing.

::

    EngineError
    ├── TransportError                 no HTTP answer was had
    │   ├── Unreachable                no route, refused, reset, timed out
    │   │   ├── NameNotResolved        the host name has no address
    │   │   └── OutcomeUnknown         a write was sent, its reply was lost
    │   ├── TlsUntrusted               certificate not trusted, expired, other name
    │   ├── GateDenied                 the network guard said no (``code``)
    │   ├── HttpsRequired              plain http, and not to this machine
    │   ├── RedirectRefused            loop, downgrade, foreign host, private address
    │   └── ReplyTooLarge              over the limit for a body
    ├── HttpError                      an answer with an error status
    │   ├── AuthenticationRejected     401
    │   ├── Forbidden                  403
    │   ├── NotFound                   404, 410
    │   ├── PreconditionFailed         412
    │   ├── Locked                     423
    │   ├── HoldOff                    429, 503 (``retry_after`` seconds)
    │   └── ServerFailure              other 5xx
    ├── ProtocolError                  an answer that is no WebDAV
    │   ├── MalformedXml               not well-formed, or over a limit
    │   └── NotDav                     HTML, an empty 207, no multistatus
    ├── DiscoveryFailed                nothing found (``tried``)
    ├── InvalidSyncToken               RFC 6578 §3.2 DAV:valid-sync-token
    ├── IdentityMismatch               not the collection/principal that was bound
    ├── ReplicaUnavailable             marker missing, folder not mounted
    │   ├── DesktopStoreMissing        no evolution-data-server, or no session bus
    │   ├── DesktopStoreTooOld         one of before 3.36
    │   ├── DesktopSourceGone          its source, or its source's data, are gone
    │   └── ServiceLost                it went away, or did not answer in time
    ├── StorageError                   the disk said no
    │   ├── DiskFull                   ENOSPC, EDQUOT
    │   └── ReadOnlyStorage            EROFS, EACCES, EPERM
    ├── BaseStoreError
    │   ├── BaseStoreDamaged           SQLite found corruption
    │   └── BaseStoreTooNew            written by a later version
    └── Cancelled                      asked to stop, nothing lost

An exception ends a cycle (of a collection, or of the account); what concerns a
single resource is a value (``sync_engine.replicas.port.Rejected`` and friends).

Every class has a stable ``reference``. The sentence for people, the hint and
the exit code belong to the application (``ksync.reporting.catalog``).
"""

from __future__ import annotations

from typing import ClassVar


class EngineError(Exception):
    """Root of all errors that the engine raises on purpose.

    :param detail: technical, untranslated, free of secrets.
    :param where: URL or path that it is about, or ``""``.
    """

    reference: ClassVar[str] = "engine.error"

    def __init__(self, detail: str = "", *, where: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.where = where

    def __str__(self) -> str:
        return f"{self.detail} ({self.where})" if self.where else self.detail


class TransportError(EngineError):
    """No HTTP answer was had."""

    reference = "transport.failed"


class Unreachable(TransportError):
    """No route, refused, reset or timed out; worth a retry later."""

    reference = "transport.unreachable"


class NameNotResolved(Unreachable):
    """The host name has no address."""

    reference = "transport.name_not_resolved"


class OutcomeUnknown(Unreachable):
    """A write was sent and its reply was lost: read back before anything else."""

    reference = "transport.outcome_unknown"


class TlsUntrusted(TransportError):
    """The certificate is not trusted, expired, or for another name."""

    reference = "transport.tls_untrusted"


class GateDenied(TransportError):
    """The gate (the network guard) refused; nothing was sent.

    :param code: stable code of the denial, e.g. ``ssid_not_listed``.
    """

    reference = "transport.gate_denied"

    def __init__(self, code: str, detail: str = "", *, where: str = "") -> None:
        super().__init__(detail or code, where=where)
        self.code = code


class HttpsRequired(TransportError):
    """Plain http to another machine: nothing was sent, https is needed."""

    reference = "transport.https_required"


class RedirectRefused(TransportError):
    """A redirect that must not be followed (loop, downgrade, foreign host)."""

    reference = "transport.redirect_refused"


class ReplyTooLarge(TransportError):
    """The body is larger than the limit for its kind."""

    reference = "transport.reply_too_large"


class HttpError(EngineError):
    """An answer with an error status.

    :param status: HTTP status code.
    :param preconditions: Clark names of the elements inside DAV:error
        (RFC 4918 §16), e.g. ``{DAV:}valid-sync-token``.
    """

    reference = "http.error"

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        where: str = "",
        preconditions: tuple[str, ...] = (),
    ) -> None:
        super().__init__(detail or f"HTTP {status}", where=where)
        self.status = status
        self.preconditions = preconditions


class AuthenticationRejected(HttpError):
    """401: the login was not accepted."""

    reference = "http.unauthorized"


class Forbidden(HttpError):
    """403: understood, and refused."""

    reference = "http.forbidden"


class NotFound(HttpError):
    """404 or 410. Never proof of a deletion by itself (loss class L2)."""

    reference = "http.not_found"


class PreconditionFailed(HttpError):
    """412: the resource is not in the state that was expected."""

    reference = "http.precondition_failed"


class Locked(HttpError):
    """423: worth a retry (Xandikos answers it to parallel writers)."""

    reference = "http.locked"


class HoldOff(HttpError):
    """429 or 503: leave the whole host alone for ``retry_after`` seconds."""

    reference = "http.hold_off"

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        where: str = "",
        preconditions: tuple[str, ...] = (),
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status, detail, where=where, preconditions=preconditions)
        self.retry_after = retry_after


class ServerFailure(HttpError):
    """Any other 5xx."""

    reference = "http.server_failure"


class ProtocolError(EngineError):
    """An answer that is not what the protocol allows."""

    reference = "dav.protocol"


class MalformedXml(ProtocolError):
    """Not well-formed XML, a forbidden construct, or over a limit."""

    reference = "dav.malformed_xml"


class NotDav(ProtocolError):
    """HTML, an empty 207, or no multistatus where one is due."""

    reference = "dav.not_dav"


class DiscoveryFailed(EngineError):
    """Nothing was found for this address and login.

    :param tried: one line for each place that was asked, in order.
    """

    reference = "dav.discovery_failed"

    def __init__(self, detail: str = "", *, where: str = "", tried: tuple[str, ...] = ()) -> None:
        super().__init__(detail, where=where)
        self.tried = tried


class InvalidSyncToken(EngineError):
    """RFC 6578 §3.2: the token is refused; observe again from nothing."""

    reference = "dav.invalid_sync_token"


class IdentityMismatch(EngineError):
    """Not the principal, or not the kind of collection, that was bound (L2)."""

    reference = "sync.identity_mismatch"


class ReplicaUnavailable(EngineError):
    """The replica is not there (marker missing, not mounted): not empty (L15)."""

    reference = "store.unavailable"


class DesktopStoreMissing(ReplicaUnavailable):
    """There is no evolution-data-server here, or no session bus to reach it by."""

    reference = "store.eds_missing"


class DesktopStoreTooOld(ReplicaUnavailable):
    """An evolution-data-server of before 3.36, whose interfaces are others."""

    reference = "store.eds_too_old"


class DesktopSourceGone(ReplicaUnavailable):
    """The desktop's store has not the source, or not its data: not the same as empty (L15)."""

    reference = "store.eds_source_gone"


class ServiceLost(ReplicaUnavailable):
    """The desktop's store went away in the middle, or did not answer in time."""

    reference = "store.eds_lost"


class StorageError(EngineError):
    """The file system refused."""

    reference = "store.failed"


class DiskFull(StorageError):
    """ENOSPC or EDQUOT."""

    reference = "store.disk_full"


class ReadOnlyStorage(StorageError):
    """EROFS, EACCES or EPERM."""

    reference = "store.read_only"


class BaseStoreError(EngineError):
    """The base store cannot be used."""

    reference = "state.failed"


class BaseStoreDamaged(BaseStoreError):
    """SQLite found corruption; the file is set aside, the next cycle unions."""

    reference = "state.damaged"


class BaseStoreTooNew(BaseStoreError):
    """Written by a later version of kSync."""

    reference = "state.too_new"


class Cancelled(EngineError):
    """Asked to stop between two steps; nothing is lost."""

    reference = "sync.cancelled"


FATAL = (AuthenticationRejected, IdentityMismatch, Cancelled)
"""Errors that end the run of an account, not only a collection's cycle."""
