"""The verbs of WebDAV, CalDAV and CardDAV over a ``Transport``.

Rules
-----
* One verb, one request (and what the transport adds: challenges, redirects).
* Rows of a multistatus are handed out as they arrive; a reply that ends early
  raises, so that a part is never taken for the whole (loss class L1).
* No write without a precondition that is a strong validator or ``*``, by type;
  ``None`` is for a caller that has just read and compared (loss class L4).
* GET asks for ``identity``: Cyrus gives a compressed answer another ETag.
* Bodies are neither chunked nor compressed: several servers take neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sync_engine.cancellation import CancelToken
from sync_engine.client.statuses import holds_page, is_page, raise_for, raise_for_rows
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ETag, Href, IfMatch, Precondition, SyncToken
from sync_engine.dav import rfc4791, rfc6352, rfc6578
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.rfc4918 import (
    CONTENT_TYPE,
    DEPTH_0,
    DEPTH_1,
    MultistatusParser,
    precondition_header,
    propfind_body,
)
from sync_engine.errors import NotDav
from sync_engine.transport.port import Meter, Request, Response, Transport

_GETETAG: Final = ("{DAV:}getetag",)
_Headers = tuple[tuple[str, str], ...]


class Multistatus:
    """The rows of a 207, once, in the order of the reply.

    ``url`` is what answered, after redirects; ``sync_token`` is known after the
    last row.

    Iterating raises MalformedXml, NotDav, ReplyTooLarge or Unreachable if the
    reply is not whole.
    """

    def __init__(self, response: Response) -> None:
        self.url = response.url
        self.sync_token: SyncToken | None = None
        self._response = response

    def __iter__(self) -> Iterator[ResponseRow]:
        parser = MultistatusParser()
        with self._response as response:
            for chunk in response.chunks():
                yield from parser.feed(chunk)
        end = parser.close()
        self.sync_token = end.sync_token
        yield from end.tail


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a GET brought."""

    etag: ETag | None
    body: bytes
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What a write was answered with.

    :param etag: of the stored resource as the server claims, or ``None``.
    """

    status: int
    etag: ETag | None = None


class DavClient:
    """A client for one account; thread-safe as its transport is.

    All verbs raise ``HttpError`` by status, ``TransportError``, ``NotDav`` and
    ``Cancelled``.

    :param purpose: why requests are made (``discovery``: the transport may
        follow redirects to other hosts, without the login).
    """

    def __init__(
        self,
        transport: Transport,
        *,
        meter: Meter | None = None,
        cancel: CancelToken | None = None,
        purpose: str = "sync",
    ) -> None:
        self._transport = transport
        self._meter = meter
        self._cancel = cancel
        self._purpose = purpose

    def scoped(
        self,
        meter: Meter | None,
        cancel: CancelToken | None,
        purpose: str | None = None,
    ) -> DavClient:
        """The same with another meter and cancellation."""
        return DavClient(
            self._transport, meter=meter, cancel=cancel, purpose=purpose or self._purpose
        )

    def check(self) -> None:
        """Return, or raise ``Cancelled``."""
        if self._cancel is not None:
            self._cancel.check()

    def options(self, url: str) -> frozenset[str]:
        """The compliance classes of the DAV header (RFC 4918 §10.1), in lower case."""
        with self._send("OPTIONS", url) as response:
            raise_for(response)
            classes = (response.header("DAV") or "").lower().split(",")
        return frozenset(name.strip() for name in classes) - {""}

    def propfind(self, url: str, props: Iterable[str], depth: int) -> Multistatus:
        """RFC 4918 §9.1, with Depth 0 or 1 (never infinity)."""
        return self._multistatus(
            "PROPFIND", url, propfind_body(props), DEPTH_1 if depth else DEPTH_0
        )

    def sync_collection(
        self,
        url: str,
        token: SyncToken | None,
        data: Kind | None = None,
        props: Iterable[str] = _GETETAG,
    ) -> Multistatus:
        """RFC 6578 §3.2. ``data`` asks for the members' text of this kind too."""
        body = rfc6578.sync_collection_body(token, data, props=props)
        return self._multistatus("REPORT", url, body, rfc6578.DEPTH)

    def multiget(
        self,
        url: str,
        kind: Kind,
        hrefs: Iterable[str],
        *,
        with_data: bool = True,
        version: str | None = None,
        props: Iterable[str] = _GETETAG,
    ) -> Multistatus:
        """RFC 4791 §7.9, RFC 6352 §8.7.

        :param hrefs: exactly as the server listed them.
        :param version: of vCard to convert to, ``None`` for the server's choice.
        """
        listed = [Href(href) for href in hrefs]
        if kind is Kind.CALENDAR:
            body = rfc4791.multiget_body(listed, with_data, props=props)
        else:
            body = rfc6352.multiget_body(listed, with_data, version, props=props)
        # RFC 6352 §8.7: Depth 0; RFC 4791 §7.9: ignored. Depth 1 is what every
        # server bears, Depth 0 some old ones do not.
        return self._multistatus("REPORT", url, body, DEPTH_1)

    def get(self, url: str, accept: str = "*/*") -> Fetched:
        """RFC 9110 §9.3.1, with the ETag of the identity encoding.

        :raises NotDav: a web page instead of a resource (a captive portal).
        """
        headers = (("Accept", accept), ("Accept-Encoding", "identity"))
        with self._send("GET", url, headers) as response:
            raise_for(response)
            if is_page(response):
                raise NotDav("a web page instead of a resource", where=url)
            body = response.read()
            etag = ETag.parse(response.header("ETag"))
            return Fetched(etag, body, response.header("Content-Type") or "")

    def put(
        self, url: str, body: bytes, content_type: str, precondition: Precondition | None
    ) -> Written:
        """RFC 9110 §9.3.4."""
        headers = (("Content-Type", content_type), *_conditions(precondition))
        return self._write("PUT", url, headers, body)

    def delete(self, url: str, precondition: Precondition | None) -> Written:
        """RFC 9110 §9.3.5."""
        return self._write("DELETE", url, _conditions(precondition))

    def move(self, source: str, destination: str, if_match: IfMatch) -> Written:
        """RFC 4918 §9.9, never over an existing resource (``Overwrite: F``)."""
        headers = (("Destination", destination), ("Overwrite", "F"), precondition_header(if_match))
        return self._write("MOVE", source, headers)

    def mkcol(self, url: str, body: bytes) -> Written:
        """RFC 5689, extended MKCOL."""
        return self._write("MKCOL", url, (CONTENT_TYPE,), body)

    def mkcalendar(self, url: str, body: bytes) -> Written:
        """RFC 4791 §5.3.1."""
        return self._write("MKCALENDAR", url, (CONTENT_TYPE,), body)

    def proppatch(self, url: str, body: bytes) -> Multistatus:
        """RFC 4918 §9.2; the rows tell what was set."""
        return self._multistatus("PROPPATCH", url, body, idempotent=False)

    def _multistatus(
        self, method: str, url: str, body: bytes, *headers: tuple[str, str], idempotent: bool = True
    ) -> Multistatus:
        response = self._send(method, url, (CONTENT_TYPE, *headers), body, idempotent=idempotent)
        try:
            raise_for(response)
            # RFC 4918 §11.1: a multistatus comes as 207 and as nothing else.
            if response.status != 207 or is_page(response):
                what = "a web page" if is_page(response) else f"HTTP {response.status}"
                raise NotDav(f"{what} instead of a multistatus", where=url)
        except BaseException:
            response.__exit__(None, None, None)
            raise
        return Multistatus(response)

    def _write(self, method: str, url: str, headers: _Headers, body: bytes = b"") -> Written:
        with self._send(method, url, headers, body, idempotent=False) as response:
            raise_for(response)
            if response.status == 207:
                raise_for_rows(response)
            elif is_page(response) and holds_page(response):
                raise NotDav(f"a web page in answer to {method}", where=url)
            return Written(response.status, ETag.parse(response.header("ETag")))

    def _send(
        self,
        method: str,
        url: str,
        headers: _Headers = (),
        body: bytes = b"",
        *,
        idempotent: bool = True,
    ) -> Response:
        request = Request(method, url, headers, body, idempotent, self._purpose)
        return self._transport.exchange(request, meter=self._meter, cancel=self._cancel)


def _conditions(precondition: Precondition | None) -> _Headers:
    return () if precondition is None else (precondition_header(precondition),)
