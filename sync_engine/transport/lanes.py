"""Lanes: connections that serve one request at a time each, reused in turn.

Theory
------
httpcore's HTTP/2 connections may be shared by tasks, but not by threads: the
next stream id is taken and used in two steps. And which of several kept
connections a shared pool would pick cannot be known when the gate is asked. So
a thread that has a request takes a *lane* and has it alone until the reply was
read: an own pool over an own ``Backend``. The lane used last is taken first, so
that one worker at a time finds its connection open.

``void`` drops all kept connections at once (the network changed): free lanes
now, busy ones when their reply is done.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import httpcore2
import httpx2

from sync_engine.errors import GateDenied, Unreachable
from sync_engine.transport.network import Backend, Way, add_to_meter
from sync_engine.transport.port import Gate, Meter, Target
from sync_engine.transport.resolver import Resolver
from sync_engine.transport.targets import Locator, Origin, is_localhost_name, is_loopback

_KEEP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Timeouts:
    """All in seconds.

    :param connect: for each address tried, and for the TLS handshake.
    :param read: without a byte from the server.
    :param write: without the server taking a byte.
    :param lane: for a free lane.
    """

    connect: float = 10.0
    read: float = 60.0
    write: float = 30.0
    lane: float = 300.0


@dataclass(frozen=True, slots=True)
class Proxy:
    """An http proxy, reached in the clear; servers are tunnelled to (RFC 9110 §9.3.6)."""

    origin: Origin
    auth: tuple[str, str] | None = None

    @classmethod
    def parse(cls, url: str) -> Proxy:
        """Read ``http://[user:password@]host[:port]``.

        :raises ValueError: anything else.
        """
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise ValueError("a proxy is given as http://host:port")
        auth = None
        if parts.username is not None:
            auth = (unquote(parts.username), unquote(parts.password or ""))
        return cls(Origin("http", parts.hostname, parts.port or 80), auth)


@dataclass(frozen=True, slots=True)
class Wiring:
    """What all lanes of a transport share."""

    gate: Gate
    resolver: Resolver
    context: ssl.SSLContext
    timeouts: Timeouts
    proxy: Proxy | None = None

    def proxy_for(self, origin: Origin) -> Proxy | None:
        """The proxy on the way to a server; this machine is reached directly."""
        if is_loopback(origin.host) or is_localhost_name(origin.host):
            return None
        return self.proxy

    def way_to(self, origin: Origin, purpose: str, *, forbid_private: bool) -> Way:
        """The way to a server, or to the proxy before it."""
        next_hop = self.proxy_for(origin)
        if next_hop is not None:
            return Way(Target(*next_hop.origin, purpose))
        plain = origin.scheme == "http" and not is_loopback(origin.host)
        return Way(Target(*origin, purpose), forbid_private, loopback_only=plain)


class Lane(httpx2.BaseTransport):
    """One request at a time over kept connections (HTTP/1.1, or HTTP/2 by ALPN).

    It is used without httpx2's Client, which would add what is decided here in
    another way: cookies, redirects, logins from URLs, URLs in the log.
    """

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._backend = Backend(wiring.gate, wiring.resolver, wiring.timeouts.connect)
        self._pools = [self._pool(None)]
        if wiring.proxy is not None:
            self._pools.append(self._pool(wiring.proxy))
        self._meter: Meter | None = None
        self.sent = False
        self.void = False

    def _pool(self, proxy: Proxy | None) -> httpcore2.ConnectionPool:
        way = None
        if proxy is not None:
            way = httpcore2.Proxy(f"{proxy.origin}/", auth=_octets(proxy.auth))
        return httpcore2.ConnectionPool(
            ssl_context=self._wiring.context,
            proxy=way,
            max_connections=4,
            keepalive_expiry=_KEEP_SECONDS,
            http1=True,
            http2=True,
            retries=0,
            network_backend=self._backend,
        )

    def admit(self, way: Way, meter: Meter | None) -> None:
        """Ask the gate for the next request, and drop what it no longer allows.

        :raises GateDenied: nothing may be sent; kept connections are gone.
        """
        self.sent = False
        self._meter = meter
        try:
            if not self._backend.admit(way, meter):
                self.reset()
        except GateDenied:
            self.reset()
            raise

    def send(
        self, method: str, to: Locator, headers: Sequence[tuple[bytes, bytes]], body: bytes
    ) -> httpx2.Response:
        """Send one admitted request; its reply's body is still unread."""
        scheme, host, port = to.origin
        request = httpx2.Request(
            method,
            httpx2.URL(scheme=scheme, host=host, port=port, path="/"),
            headers=headers,
            stream=httpx2.ByteStream(body),
            extensions={"target": to.target.encode("ascii")},
        )
        return self.handle_request(request)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """See httpx2.BaseTransport; httpcore's exceptions are left to the seam."""
        times = self._wiring.timeouts
        scheme, host = request.url.scheme, request.url.host
        port = request.url.port or {"http": 80, "https": 443}[scheme]
        proxied = self._wiring.proxy_for(Origin(scheme, host, port)) is not None
        extensions: dict[str, Any] = {
            "timeout": {"connect": times.connect, "read": times.read, "write": times.write},
            "trace": self._trace,
            **request.extensions,
        }
        answer = self._pools[proxied].handle_request(
            httpcore2.Request(
                request.method,
                httpcore2.URL(scheme=scheme, host=host, port=port, target=b"/"),
                headers=request.headers.raw,
                content=_body_of(request),
                extensions=extensions,
            )
        )
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
            extensions=answer.extensions,
        )

    def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take note of when the request begins to leave, of all that httpcore reports."""
        if not event.endswith("send_request_headers.started") or self.sent:
            return
        if info["request"].method != b"CONNECT":
            self.sent = True
            add_to_meter(self._meter, requests=1)

    def reset(self) -> None:
        """Drop all connections (one RST each at most)."""
        self._backend.abort_all()
        for pool in self._pools:
            pool.close()

    def close(self) -> None:
        """Close all connections in the regular way."""
        for pool in self._pools:
            pool.close()


class _Stream(httpx2.SyncByteStream):
    """A reply's body as it comes, its content coding still on."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _body_of(request: httpx2.Request) -> Iterable[bytes]:
    if not isinstance(request.stream, httpx2.SyncByteStream):
        raise TypeError("the body of a synchronous request is synchronous")
    return request.stream


def _octets(auth: tuple[str, str] | None) -> tuple[bytes | str, bytes | str] | None:
    return (auth[0].encode(), auth[1].encode()) if auth else None


class LaneSet:
    """At most ``size`` lanes, made when needed. Thread-safe."""

    def __init__(self, wiring: Wiring, size: int) -> None:
        self.wiring = wiring
        self._size = size
        self._free: list[Lane] = []
        self._busy: list[Lane] = []
        self._changed = threading.Condition()
        self._closed = False

    def acquire(self) -> Lane:
        """Take a lane for oneself.

        :raises Unreachable: none became free in time, or the set is closed.
        """
        with self._changed:
            ready = self._changed.wait_for(
                lambda: self._closed or self._free or len(self._busy) < self._size,
                self.wiring.timeouts.lane,
            )
            if self._closed:
                raise Unreachable("the transport is closed")
            if not ready:
                raise Unreachable("all connections are in use")
            lane = self._free.pop() if self._free else Lane(self.wiring)
            self._busy.append(lane)
            return lane

    def release(self, lane: Lane) -> None:
        """Give a lane back."""
        with self._changed:
            self._busy.remove(lane)
            closed, void = self._closed, lane.void
            lane.void = False
        if void:
            lane.reset()
        if closed:
            lane.close()
            return
        with self._changed:
            self._free.append(lane)
            self._changed.notify()

    def void(self) -> None:
        """Drop every kept connection: now, or when its reply is done."""
        with self._changed:
            for lane in self._busy:
                lane.void = True
            for lane in self._free:
                lane.reset()

    def close(self) -> None:
        """Close the free lanes now, the busy ones when their reply is done."""
        with self._changed:
            self._closed = True
            lanes, self._free = self._free, []
            self._changed.notify_all()
        for lane in lanes:
            lane.close()
