"""The one seam where foreign exceptions become errors of our tree.

Classified first (``classify``), turned into an error second (``error_for``):

===========  =============================================  ======================
fault        comes from                                     becomes
===========  =============================================  ======================
UNTRUSTED    ssl: the certificate did not verify            TlsUntrusted
NOT_SENT     connecting, TLS handshake, proxy, waiting      Unreachable
LOST         reset, end of stream, broken reply             Unreachable, or
                                                            OutcomeUnknown
TIMED_OUT    nothing came in time                           the same
INVALID      what we were asked to send cannot be sent      TransportError
===========  =============================================  ======================

LOST and TIMED_OUT become ``OutcomeUnknown`` when a request that is not
idempotent had begun to leave (RFC 9110 §9.2.2); before that they are NOT_SENT.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from enum import Enum, auto

import h2.exceptions
import httpcore2

from sync_engine.errors import (
    EngineError,
    OutcomeUnknown,
    TlsUntrusted,
    TransportError,
    Unreachable,
)
from sync_engine.transport.coding import BadCoding

FOREIGN: tuple[type[Exception], ...] = (
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
    h2.exceptions.H2Error,
    BadCoding,
    OSError,
)
"""What is caught at the seam; anything else is a mistake of ours and goes up."""


class Fault(Enum):
    """What kind of failure it was."""

    UNTRUSTED = auto()
    NOT_SENT = auto()
    LOST = auto()
    TIMED_OUT = auto()
    INVALID = auto()


def classify(exc: Exception, *, sent: bool) -> Fault:
    """Sort a foreign exception.

    :param sent: whether the request had begun to leave.
    """
    if any(isinstance(link, ssl.SSLCertVerificationError) for link in _chain(exc)):
        return Fault.UNTRUSTED
    if isinstance(exc, (httpcore2.LocalProtocolError, httpcore2.UnsupportedProtocol)):
        return Fault.INVALID
    if not sent or isinstance(exc, httpcore2.ProxyError):
        return Fault.NOT_SENT
    if isinstance(exc, (httpcore2.TimeoutException, TimeoutError)):
        return Fault.TIMED_OUT
    return Fault.LOST


def error_for(fault: Fault, exc: Exception, *, where: str, idempotent: bool) -> EngineError:
    """The error of our tree; the caller raises it ``from exc``."""
    detail = _describe(exc)
    if fault is Fault.UNTRUSTED:
        return TlsUntrusted(detail, where=where)
    if fault is Fault.INVALID:
        return TransportError(f"cannot be sent: {detail}", where=where)
    if fault in (Fault.LOST, Fault.TIMED_OUT) and not idempotent:
        return OutcomeUnknown(detail, where=where)
    return Unreachable(detail, where=where)


def _chain(exc: BaseException | None) -> Iterator[BaseException]:
    while exc is not None:
        yield exc
        exc = exc.__cause__


def _describe(exc: Exception) -> str:
    """Technical text, free of secrets: messages of these libraries name no headers."""
    for link in _chain(exc):
        if isinstance(link, ssl.SSLCertVerificationError):
            return link.verify_message or str(link)
        if isinstance(link, ssl.SSLError):
            # Absent from those that Python makes by itself.
            return f"TLS: {getattr(link, 'reason', None) or link}"
    if isinstance(exc, (TimeoutError, httpcore2.TimeoutException)):
        return str(exc) or "timed out"
    return str(exc) or type(exc).__name__
