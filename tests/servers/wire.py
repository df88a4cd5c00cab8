"""A proxy that counts what a client really sends, and breaks it on demand.

Theory
------
``CountingProxy`` stands between a client and a server on 127.0.0.1 and passes
every byte on unchanged. For plain http it reads the messages on both streams, so
it counts requests (a challenge, a redirect and a retry are requests of their
own), keeps method, path, headers and body of each, and can break exactly the
Nth one that fits:

=================  ==========================  ==================
``Fault``          the server has seen it      the client gets
=================  ==========================  ==================
``BEFORE``         no                          a closed connection
``LOST_REPLY``     yes, and answered           a closed connection
``TRUNCATED``      yes, and answered           half of the body
``RESET``          no                          RST
=================  ==========================  ==================

For https (``opaque=True``) only connections and bytes can be counted, and only
``pause``, ``refuse`` and ``cut_all`` apply.

A request whose answer was broken is in ``requests`` too. Requests are counted
when their head has arrived.
"""

from __future__ import annotations

import contextlib
import enum
import select
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from tests.servers.http_stream import ConnectionEnded, Head, HttpStream
from tests.servers.process import free_port

_PIECE = 1 << 16


class Fault(enum.Enum):
    """How a request is broken; see the table above."""

    BEFORE = "before"
    LOST_REPLY = "lost reply"
    TRUNCATED = "truncated"
    RESET = "reset"


@dataclass(slots=True)
class SeenRequest:
    """A request as it stood on the wire.

    :param connection: number of the client's connection, from 1.
    :param body: without chunk framing only if it was sent with Content-Length.
    :param status: of the answer that the server gave, or that the proxy gave
        instead; ``None`` while there is none.
    :param fault: how it was broken.
    """

    connection: int
    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""
    status: int | None = None
    reply_bytes: int = 0
    fault: Fault | None = None


@dataclass(slots=True)
class _Rule:
    """What happens to the Nth request that fits."""

    nth: int
    method: str | None
    path: str | None
    fault: Fault | None
    answer: bytes = b""
    then: Callable[[], object] | None = None

    def hit(self, seen: SeenRequest) -> bool:
        """Count the request if it fits; whether it is the one."""
        fits = self.method in (None, seen.method) and (self.path or "") in seen.path
        self.nth -= fits
        return fits and self.nth == 0


@dataclass(slots=True)
class _Counts:
    connections: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    requests: list[SeenRequest] = field(default_factory=list)


class CountingProxy:
    """A transparent proxy on a free port of 127.0.0.1. Use it as a context manager.

    :param upstream_port: port of the server on 127.0.0.1.
    :param opaque: pass bytes on without reading them (https).
    """

    def __init__(self, upstream_port: int, *, opaque: bool = False) -> None:
        self.upstream_port = upstream_port
        self.port = free_port()
        self.delay = 0.0
        """Seconds that each request is held back: a round-trip time."""
        self._opaque = opaque
        self._counts = _Counts()
        self._rules: list[_Rule] = []
        self._lock = threading.Lock()
        self._flowing = threading.Event()
        self._flowing.set()
        self._listener: socket.socket | None = None
        self._acceptor: threading.Thread | None = None
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    # -- life ------------------------------------------------------------------

    def __enter__(self) -> Self:
        self.accept()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Refuse, cut every connection, wait for the threads."""
        self.refuse()
        self.resume()
        for thread in self._threads:
            thread.join(10)
        self._threads.clear()

    def accept(self) -> None:
        """Take connections (again), on the same port."""
        if self._listener is not None:
            return
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self._acceptor = threading.Thread(target=self._accept_loop, args=(self._listener,))
        self._acceptor.start()

    def refuse(self) -> None:
        """Refuse new connections and cut those that are open: the server is gone."""
        listener, self._listener = self._listener, None
        if listener is not None and self._acceptor is not None:
            listener.shutdown(socket.SHUT_RDWR)
            self._acceptor.join(10)
            listener.close()
        self.cut_all()

    def cut_all(self) -> None:
        """Cut the connections that are open now."""
        with self._lock:
            for sock in self._open:
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)

    def pause(self) -> None:
        """Hold everything back: connections open, nothing answers."""
        self._flowing.clear()

    def resume(self) -> None:
        """Let everything flow again."""
        self._flowing.set()

    def rebase(self, url: str) -> str:
        """The same URL by way of this proxy."""
        parts = urlsplit(url)
        return urlunsplit(parts._replace(netloc=f"{parts.hostname}:{self.port}"))

    # -- what was seen -----------------------------------------------------------

    @property
    def connections(self) -> int:
        """Connections that were accepted."""
        return self._counts.connections

    @property
    def bytes_up(self) -> int:
        """Bytes that the client sent."""
        return self._counts.bytes_up

    @property
    def bytes_down(self) -> int:
        """Bytes that the client was sent."""
        return self._counts.bytes_down

    @property
    def requests(self) -> list[SeenRequest]:
        """The requests so far, in the order of their arrival."""
        with self._lock:
            return list(self._counts.requests)

    def methods(self) -> Counter[str]:
        """How many requests of each method."""
        return Counter(seen.method for seen in self.requests)

    def reset(self) -> None:
        """Forget what was seen; connections that are open stay so, uncounted."""
        with self._lock:
            self._counts = _Counts()

    # -- faults --------------------------------------------------------------------

    def fail(
        self,
        fault: Fault,
        *,
        nth: int = 1,
        method: str | None = None,
        path: str | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Break a request to come.

        :param nth: which one of those that fit, from 1.
        :param method: only such requests count.
        :param path: only requests whose path contains this count.
        :param then: called when the server has seen what it is to see of it, and the
            client not yet that it is broken.
        """
        with self._lock:
            self._rules.append(_Rule(nth, method, path, fault, then=then))

    def forget_faults(self) -> None:
        """Break nothing of what was asked for and did not come."""
        with self._lock:
            self._rules.clear()

    def answer(
        self,
        status: int,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        *,
        nth: int = 1,
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Answer a request to come in place of the server, which does not see it."""
        lines = {"Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        raw = f"HTTP/1.1 {status} Injected\r\n{head}\r\n".encode("latin-1") + body
        with self._lock:
            self._rules.append(_Rule(nth, method, path, None, raw))

    def _rule_for(self, seen: SeenRequest) -> _Rule | None:
        with self._lock:
            # Every rule counts this request; the first that it completes acts.
            completed = [rule for rule in self._rules if rule.hit(seen)]
            self._rules = [rule for rule in self._rules if rule.nth > 0]
        return completed[0] if completed else None

    # -- the way of the bytes --------------------------------------------------------

    def _accept_loop(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                self._counts.connections += 1
                number = self._counts.connections
                self._open.add(client)
            thread = threading.Thread(target=self._serve, args=(client, number))
            # those that ended are forgotten: a test may make thousands of connections
            self._threads[:] = [*filter(threading.Thread.is_alive, self._threads), thread]
            thread.start()

    def _serve(self, client: socket.socket, number: int) -> None:
        upstream = None
        try:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._flowing.wait()
            upstream = socket.create_connection(("127.0.0.1", self.upstream_port), timeout=60)
            upstream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open.add(upstream)
            serve = self._pump if self._opaque else self._converse
            serve(client, upstream, number)
        except OSError:
            # Either side is gone; the other one learns it by the closing below.
            return
        finally:
            with self._lock:
                self._open -= {client, upstream}
            client.close()
            if upstream is not None:
                upstream.close()

    def _pump(self, client: socket.socket, upstream: socket.socket, number: int) -> None:
        while True:
            readable, _, _ = select.select([client, upstream], [], [])
            self._flowing.wait()
            for source in readable:
                piece = source.recv(_PIECE)
                if not piece:
                    return
                (upstream if source is client else client).sendall(piece)
                self._add_bytes(
                    len(piece) if source is client else 0, len(piece) if source is upstream else 0
                )

    def _converse(self, client: socket.socket, upstream: socket.socket, number: int) -> None:
        from_client, from_server = HttpStream(client), HttpStream(upstream)
        while True:
            if not from_client.pending():
                readable, _, _ = select.select([client, upstream], [], [])
                if client not in readable:
                    return  # the server closed an idle connection: so does the proxy
            head = from_client.head()
            if head is None:
                return
            seen = self._see(head, number)
            body = b"".join(from_client.request_body(head))
            seen.body = body
            self._add_bytes(len(head.raw) + len(body), 0)
            if self.delay:
                time.sleep(self.delay)
            self._flowing.wait()
            if not self._exchange(seen, head.raw + body, client, from_server):
                return

    def _see(self, head: Head, number: int) -> SeenRequest:
        seen = SeenRequest(number, head.start[0], head.start[1], head.headers)
        with self._lock:
            self._counts.requests.append(seen)
        return seen

    def _exchange(
        self, seen: SeenRequest, message: bytes, client: socket.socket, from_server: HttpStream
    ) -> bool:
        """Send a request on and its answer back; whether the connection goes on."""
        rule = self._rule_for(seen)
        if rule is not None and rule.fault is None:
            seen.status = int(rule.answer[9:12])
            self._down(client, rule.answer, seen)
            return True
        seen.fault = None if rule is None else rule.fault
        then = (rule and rule.then) or _nothing
        if seen.fault in (Fault.BEFORE, Fault.RESET):
            if seen.fault is Fault.RESET:
                # Linger of zero: closing sends RST instead of FIN.
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            then()
            return False
        from_server.sock.sendall(message)
        return self._reply(seen, client, from_server, then)

    def _reply(
        self,
        seen: SeenRequest,
        client: socket.socket,
        from_server: HttpStream,
        then: Callable[[], object],
    ) -> bool:
        head = from_server.head()
        while head is not None and head.status < 200:
            self._down(client, head.raw, seen)
            head = from_server.head()
        if head is None:
            raise ConnectionEnded("the server closed without an answer")
        pieces = from_server.reply_body(head, seen.method)
        if seen.fault is not None:
            whole = head.raw + b"".join(pieces)
            seen.status = head.status
            then()
            if seen.fault is Fault.TRUNCATED:
                # Half of the body; of an answer without one, a piece of its status
                # line (some clients take a head that ends early for a whole one).
                body = len(whole) - len(head.raw)
                cut = len(head.raw) + body // 2 if body else len("HTTP/1.1")
                self._down(client, whole[:cut], seen)
            return False
        seen.status = head.status
        self._down(client, head.raw, seen)
        for piece in pieces:
            self._down(client, piece, seen)
        return not _closes(head, seen.method)

    def _down(self, client: socket.socket, data: bytes, seen: SeenRequest) -> None:
        # Counted first: when the client has the last byte, the numbers are right.
        seen.reply_bytes += len(data)
        self._add_bytes(0, len(data))
        client.sendall(data)

    def _add_bytes(self, up: int, down: int) -> None:
        with self._lock:
            self._counts.bytes_up += up
            self._counts.bytes_down += down


def _nothing() -> None:
    """What follows where nothing is to follow."""


def _closes(head: Head, method: str) -> bool:
    """Whether the server closes after this answer (RFC 9112 §9.3)."""
    connection = head.headers.get("connection", "").lower()
    bodiless = method == "HEAD" or head.status in {204, 304}
    framed = bodiless or "content-length" in head.headers or "transfer-encoding" in head.headers
    if head.start[0] == "HTTP/1.0" and "keep-alive" not in connection:
        return True
    return "close" in connection or not framed
