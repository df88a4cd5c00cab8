"""The one seam where an HTTP answer becomes an error of the engine.

An error's body is read only to find the elements of DAV:error (RFC 4918 §16),
which say more than the status; never more than ``_ERROR_BODY`` bytes of it. A
web page where a DAV answer is due (a captive portal, a log-in form) is
``NotDav``, whatever its status says.
"""

from __future__ import annotations

import re
import time
from typing import Final

from sync_engine.dav.rfc4918 import parse_error_body, parse_multistatus
from sync_engine.errors import (
    AuthenticationRejected,
    Forbidden,
    HoldOff,
    HttpError,
    Locked,
    NotDav,
    NotFound,
    PreconditionFailed,
    ServerFailure,
    TransportError,
)
from sync_engine.transport.backoff import parse_retry_after
from sync_engine.transport.port import Response

_ERROR_BODY: Final = 1 << 16
_QUOTE: Final = 200

_BY_STATUS: Final[dict[int, type[HttpError]]] = {
    401: AuthenticationRejected,
    403: Forbidden,
    404: NotFound,
    410: NotFound,
    412: PreconditionFailed,
    423: Locked,
}
_RATE_LIMIT: Final = re.compile(rb"usageLimits|rateLimitExceeded|userRateLimitExceeded")
"""Google says 403 where it means 429."""

_UNPRINTABLE: Final = re.compile(r"[^\x20-\x7e\xa0-\U0010ffff]+")


def is_page(response: Response) -> bool:
    """Whether the answer says that it is a web page."""
    return media_type(response) in ("text/html", "application/xhtml+xml")


def holds_page(response: Response) -> bool:
    """Whether the body is a web page: PHP calls an empty answer text/html too."""
    return b"<" in _bounded(response)


def media_type(response: Response) -> str:
    """The media type without parameters, in lower case."""
    return (response.header("Content-Type") or "").partition(";")[0].strip().lower()


def raise_for(response: Response) -> None:
    """Return for 2xx; else read the error body, and raise.

    :raises HttpError: by status (see ``errors``).
    :raises NotDav: a redirect that was not followed, or another odd status.
    """
    status = response.status
    if 200 <= status < 300:
        return
    body = _bounded(response)
    if status < 400:
        raise NotDav(f"HTTP {status} where an answer is due", where=response.url)
    raise error_for(status, body, response)


def raise_for_rows(response: Response) -> None:
    """Judge the 207 that a write was answered with.

    RFC 4918 §9.6.1 and §9.9.4: such an answer tells what went wrong; Xandikos
    gives one to a PUT that succeeded.

    :raises HttpError: by the first row that is an error.
    :raises MalformedXml, NotDav: it cannot be read, so nothing is known.
    """
    rows, _ = parse_multistatus(response.chunks())
    for row in rows:
        statuses = [row.status] if row.status is not None else [p.status for p in row.propstats]
        bad = next((status for status in statuses if status >= 400), None)
        if bad is not None:
            kind = _BY_STATUS.get(bad) or (ServerFailure if bad >= 500 else HttpError)
            raise kind(bad, f"status {bad} in a row", where=row.href, preconditions=row.errors)


def error_for(status: int, body: bytes, response: Response) -> HttpError:
    """The error that an answer of 400 or more means."""
    preconditions = parse_error_body(body) if body else ()
    detail = _detail(status, body, response)
    where = response.url
    if status in (429, 503) or (status == 403 and _RATE_LIMIT.search(body)):
        return HoldOff(
            status,
            detail,
            where=where,
            preconditions=preconditions,
            retry_after=_retry_after(response),
        )
    kind = _BY_STATUS.get(status) or (ServerFailure if status >= 500 else HttpError)
    return kind(status, detail, where=where, preconditions=preconditions)


def _bounded(response: Response) -> bytes:
    """At most ``_ERROR_BODY`` bytes; an error in reading them is no error of its own."""
    parts: list[bytes] = []
    size = 0
    try:
        for chunk in response.chunks():
            parts.append(chunk)
            size += len(chunk)
            if size >= _ERROR_BODY:
                break
    except TransportError:
        pass
    return b"".join(parts)[:_ERROR_BODY]


def _detail(status: int, body: bytes, response: Response) -> str:
    """``HTTP 409`` with what a short plain-text or XML body says, markup left out."""
    if is_page(response):
        return f"HTTP {status} (a web page)"
    text = re.sub(r"<[^>]*>", " ", body[:2000].decode("utf-8", "replace"))
    text = " ".join(_UNPRINTABLE.sub(" ", text).split())[:_QUOTE]
    return f"HTTP {status}: {text}" if text else f"HTTP {status}"


def _retry_after(response: Response) -> float | None:
    return parse_retry_after(response.header("Retry-After"), time.time())
