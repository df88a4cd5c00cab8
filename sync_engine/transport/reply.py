"""The reply to a request: status, fields, and a body that is read as a stream."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Self

import httpx2

from sync_engine.cancellation import CancelToken
from sync_engine.errors import EngineError, ReplyTooLarge, Unreachable
from sync_engine.transport.coding import decode
from sync_engine.transport.seam import FOREIGN, classify, error_for
from sync_engine.transport.tls import Secured, secured

_DRAIN = 64 * 1024


class Reply:
    """Implements ``port.Response``. Holds its lane until it is read or closed.

    :param url: the URL that answered.
    :param limit: most bytes of decoded body.
    :param release: gives the lane back; called once.
    """

    def __init__(
        self,
        response: httpx2.Response,
        url: str,
        *,
        limit: int,
        cancel: CancelToken | None,
        release: Callable[[], None],
    ) -> None:
        self.status = response.status_code
        self.url = url
        self._response = response
        self._limit = limit
        self._cancel = cancel
        self._release = release
        self._begun = False
        self._closed = False

    @property
    def peer(self) -> str:
        """The literal address that was connected to (the proxy's, if there is one)."""
        stream = self._response.extensions["network_stream"]
        return str(stream.get_extra_info("server_addr")[0])

    @property
    def tls(self) -> Secured | None:
        """How the connection to the server is protected; ``None``: it is not encrypted."""
        return secured(self._response.extensions["network_stream"].get_extra_info("ssl_object"))

    @property
    def http_version(self) -> str:
        """E.g. ``HTTP/1.1`` or ``HTTP/2``."""
        return bytes(self._response.extensions["http_version"]).decode("ascii")

    def header(self, name: str) -> str | None:
        """See ``port.Response``."""
        return self._response.headers.get(name)

    def fields(self, name: str) -> list[str]:
        """The values of a field that came several times, one by one."""
        return self._response.headers.get_list(name)

    def chunks(self) -> Iterator[bytes]:
        """See ``port.Response``; may be called once.

        :raises RuntimeError: the body was read already.
        :raises Cancelled: the token was cancelled.
        """
        if self._begun:
            raise RuntimeError("the body was read already")
        self._begun = True
        return self._pieces()

    def _pieces(self) -> Iterator[bytes]:
        size = 0
        try:
            self._check_announced()
            for piece in decode(self._raw(), self.header("content-encoding") or ""):
                if self._cancel is not None:
                    self._cancel.check()
                size += len(piece)
                if size > self._limit:
                    raise ReplyTooLarge(f"more than {self._limit} bytes", where=self.url)
                yield piece
        except FOREIGN as exc:
            # The status is known, so nothing about the outcome of a write is not.
            fault = classify(exc, sent=True)
            raise error_for(fault, exc, where=self.url, idempotent=True) from exc
        finally:
            self.close()

    def _check_announced(self) -> None:
        announced = self.header("content-length") or ""
        if announced.isascii() and announced.isdigit() and int(announced) > self._limit:
            raise ReplyTooLarge(f"{announced} bytes", where=self.url)

    def _raw(self) -> Iterator[bytes]:
        stream = self._response.stream
        if not isinstance(stream, httpx2.SyncByteStream):
            raise Unreachable("the body was read already", where=self.url)
        return iter(stream)

    def read(self) -> bytes:
        """See ``port.Response``."""
        return b"".join(self.chunks())

    def discard(self) -> None:
        """Read a short rest so that the connection can be kept, and close."""
        if not self._begun:
            self._begun = True
            size = 0
            with contextlib.suppress(*FOREIGN, EngineError):
                for piece in self._raw():
                    size += len(piece)
                    if size > _DRAIN:
                        break
        self.close()

    def close(self) -> None:
        """Close the body and give the lane back; harmless when done already."""
        if self._closed:
            return
        self._closed = True
        try:
            with contextlib.suppress(*FOREIGN):
                self._response.close()
        finally:
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if exc[0] is None:
            self.discard()  # most replies to writes are not read, and their connection is kept
        else:
            self.close()
