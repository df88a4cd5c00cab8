"""HTTP/1.1 messages on a socket, piece by piece and unchanged (RFC 9112).

The proxy of ``wire`` must know where a message ends without altering a byte of
it; this reads heads and passes bodies on with their framing.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = 1 << 16
_LONGEST_HEAD = 1 << 18
_NO_BODY = frozenset({204, 304})


class ConnectionEnded(OSError):
    """The peer closed in the middle of a message."""


@dataclass(frozen=True, slots=True)
class Head:
    """Start line and header fields, and the bytes that they came in."""

    raw: bytes
    start: tuple[str, str, str]
    headers: dict[str, str]

    @property
    def status(self) -> int:
        """The status of an answer."""
        return int(self.start[1])


def parse_head(raw: bytes) -> Head:
    """Parse a head; header names in lower case, repeated fields joined."""
    first, *lines = raw.decode("latin-1").split("\r\n")
    one, two, three = (*first.split(" ", 2), "", "")[:3]
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            key = name.strip().lower()
            joined = f"{headers[key]}, {value.strip()}" if key in headers else value.strip()
            headers[key] = joined
    return Head(raw, (one, two, three), headers)


class HttpStream:
    """The reading side of a socket."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._buffer = b""

    def pending(self) -> bool:
        """Whether bytes wait here, so that the socket need not be readable."""
        return bool(self._buffer)

    def head(self) -> Head | None:
        """The next head; ``None`` where the peer closed before it."""
        while b"\r\n\r\n" not in self._buffer:
            if len(self._buffer) > _LONGEST_HEAD:
                raise ConnectionEnded("a head without end")
            piece = self.sock.recv(_PIECE)
            if not piece:
                if self._buffer.strip():
                    raise ConnectionEnded("closed inside a head")
                return None
            self._buffer += piece
        raw, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        return parse_head(raw + b"\r\n\r\n")

    def request_body(self, head: Head) -> Iterator[bytes]:
        """The body of a request with its framing (RFC 9112 §6.3, points 4 to 7)."""
        if "chunked" in head.headers.get("transfer-encoding", "").lower():
            yield from self._chunked()
        else:
            yield from self._exactly(int(head.headers.get("content-length", "0")))

    def reply_body(self, head: Head, method: str) -> Iterator[bytes]:
        """The body of an answer with its framing (RFC 9112 §6.3)."""
        if method == "HEAD" or head.status in _NO_BODY or head.status < 200:
            return
        if "chunked" in head.headers.get("transfer-encoding", "").lower():
            yield from self._chunked()
        elif "content-length" in head.headers:
            yield from self._exactly(int(head.headers["content-length"]))
        else:
            yield from self._until_closed()

    def _exactly(self, count: int) -> Iterator[bytes]:
        while count > 0:
            if not self._buffer:
                self._buffer = self._receive()
            piece, self._buffer = self._buffer[:count], self._buffer[count:]
            count -= len(piece)
            yield piece

    def _line(self) -> bytes:
        while b"\r\n" not in self._buffer:
            self._buffer += self._receive()
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        return line + b"\r\n"

    def _chunked(self) -> Iterator[bytes]:
        while True:
            line = self._line()
            yield line
            size = int(line.split(b";", 1)[0], 16)
            if size == 0:
                break
            yield from self._exactly(size + 2)
        trailer = b""
        while trailer != b"\r\n":
            trailer = self._line()
            yield trailer

    def _until_closed(self) -> Iterator[bytes]:
        if self._buffer:
            yield self._buffer
            self._buffer = b""
        while piece := self.sock.recv(_PIECE):
            yield piece

    def _receive(self) -> bytes:
        piece = self.sock.recv(_PIECE)
        if not piece:
            raise ConnectionEnded("closed inside a body")
        return piece
