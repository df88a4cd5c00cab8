"""Connections: the one place that opens a socket to a server, past the gate.

Theory
------
httpcore asks its ``NetworkBackend`` for a TCP connection to a host and port.
Ours asks the gate (stage 1), resolves the name, asks the gate again with the
addresses (stage 2) and connects to the literal address of a ``Route``, bound to
its interface and source before the first packet. TLS's server name and the Host
field keep the name.

A kept connection would carry later requests past the gate, so ``admit`` is
called before each request: stage 1 again, and stage 2 with the peer's address
of every connection kept to the target. A connection whose route the gate no
longer gives is aborted (SO_LINGER 0: one RST, no farewell).

One backend belongs to one lane (``lanes``) and serves one request at a time,
so nothing here is locked but the meter.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from sync_engine.errors import GateDenied, HttpsRequired, RedirectRefused, Unreachable
from sync_engine.transport.binding import bind_to_interface
from sync_engine.transport.port import Gate, Meter, Route, Target
from sync_engine.transport.resolver import Resolver
from sync_engine.transport.targets import is_loopback, is_private, literal

_LINGER_ZERO = struct.pack("ii", 1, 0)
_METER_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Way:
    """Where the connection for the request in hand leads, and what it may reach.

    :param target: the server, or the proxy where there is one.
    :param forbid_private: a redirect from a public server led here.
    :param loopback_only: plain http to a ``localhost`` name.
    """

    target: Target
    forbid_private: bool = False
    loopback_only: bool = False

    def permitted(self, addresses: Sequence[str]) -> list[str]:
        """Those addresses that may be reached; never empty.

        :raises HttpsRequired, RedirectRefused: none may.
        """
        if self.loopback_only:
            addresses = [address for address in addresses if is_loopback(address)]
            if not addresses:
                raise HttpsRequired("not this machine: https is needed", where=self.target.host)
        if self.forbid_private:
            addresses = [address for address in addresses if not is_private(address)]
            if not addresses:
                detail = "from a public to a private address"
                raise RedirectRefused(detail, where=self.target.host)
        return list(addresses)


class GatedStream(httpcore2.NetworkStream):
    """A connection that knows its route, counts, and can be aborted."""

    def __init__(self, sock: socket.socket, target: Target, route: Route, owner: Backend) -> None:
        self._sock = sock
        self._owner = owner
        self._ahead = b""
        self._ended = False
        self.target = target
        self.route = route
        self.closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, at most ``max_bytes``; ``b""`` at the end."""
        if self._ahead:
            taken, self._ahead = self._ahead[:max_bytes], self._ahead[max_bytes:]
            return taken
        if self._ended:
            return b""
        try:
            self._sock.settimeout(timeout)
            data = self._sock.recv(max_bytes)
        except TimeoutError as exc:
            raise httpcore2.ReadTimeout("no answer in time") from exc
        except OSError as exc:
            raise httpcore2.ReadError(str(exc)) from exc
        self._owner.count(received=len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        try:
            self._sock.settimeout(timeout)
            view = memoryview(buffer)
            while view:
                sent = self._sock.send(view)
                self._owner.count(sent=sent)
                view = view[sent:]
        except TimeoutError as exc:
            raise httpcore2.WriteTimeout("the server does not read on") from exc
        except OSError as exc:
            raise httpcore2.WriteError(str(exc)) from exc

    def close(self) -> None:
        """Close; harmless when it is closed already."""
        if not self.closed:
            self.closed = True
            self._owner.forget(self)
            self._sock.close()

    def abort(self) -> None:
        """Close without a farewell: one RST at most leaves."""
        if not self.closed:
            try:
                self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
            finally:
                self.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> GatedStream:
        """The same connection under TLS (errors are left to the seam)."""
        try:
            self._sock.settimeout(timeout)
            # RFC 9112 §9.8: an end without close_notify is an incomplete message.
            tls = ssl_context.wrap_socket(
                self._sock, server_hostname=server_hostname, suppress_ragged_eofs=False
            )
        except BaseException:
            self.close()
            raise
        self._owner.forget(self)
        self.closed = True  # the socket lives on in the stream that is returned
        return self._owner.adopt(GatedStream(tls, self.target, self.route, self._owner))

    def get_extra_info(self, info: str) -> Any:
        """What httpcore wants to know about the connection."""
        if info == "ssl_object":
            return self._sock if isinstance(self._sock, ssl.SSLSocket) else None
        if info == "server_addr":
            return (self.route.address, self.target.port)
        if info == "is_readable":
            return self.stale or bool(self._ahead)
        return None

    @property
    def stale(self) -> bool:
        """Whether the peer has ended an idle connection; reads ahead to know."""
        if self.closed or self._ended:
            return True
        try:
            self._sock.settimeout(0)
            while not self._ended:
                data = self._sock.recv(65536)
                self._owner.count(received=len(data))
                self._ahead += data
                self._ended = not data
        except (BlockingIOError, ssl.SSLWantReadError):
            return False
        except OSError:
            self._ended = True
        return True


class Backend(httpcore2.NetworkBackend):
    """Opens gated connections for one lane.

    :param connect_timeout: seconds for each address.
    """

    def __init__(self, gate: Gate, resolver: Resolver, connect_timeout: float) -> None:
        self._gate = gate
        self._resolver = resolver
        self._connect_timeout = connect_timeout
        self._way: Way | None = None
        self._meter: Meter | None = None
        self._streams: list[GatedStream] = []

    def admit(self, way: Way, meter: Meter | None) -> bool:
        """Ask the gate for the next request; ``False`` if a kept connection must go.

        :raises GateDenied: nothing may be sent.
        """
        self._way = way
        self._meter = meter
        self._gate.before_lookup(way.target)
        kept = [stream for stream in self._streams if _same_way(stream.target, way.target)]
        return all(not stream.stale and self._still_allowed(stream, way) for stream in kept)

    def _still_allowed(self, stream: GatedStream, way: Way) -> bool:
        """Whether the gate would give this connection's route again.

        A denial means here that this address may not be used any more; whether
        another one may is asked when connecting.
        """
        try:
            way.permitted([stream.route.address])
            return stream.route in self._gate.choose(way.target, [stream.route.address])
        except (GateDenied, HttpsRequired, RedirectRefused):
            return False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - ours is per address
        local_address: str | None = None,  # noqa: ARG002 - the route has the source
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - none are set
    ) -> GatedStream:
        """Connect by the first route that works.

        :raises GateDenied, NameNotResolved, Unreachable: no connection was made.
        """
        way = self._way
        if way is None or (way.target.host, way.target.port) != (host, port):
            raise GateDenied("unknown", "a connection that nobody asked the gate for", where=host)
        self._gate.before_lookup(way.target)
        addresses = [host] if literal(host) else self._resolver.addresses(host, port)
        reasons: list[str] = []
        for route in self._gate.choose(way.target, way.permitted(addresses)):
            try:
                sock = _connect(route, port, self._connect_timeout)
            except OSError as exc:
                reasons.append(f"{route.address}: {exc.strerror or exc}")
                continue
            return self.adopt(GatedStream(sock, way.target, route, self))
        raise Unreachable("; ".join(reasons) or "no route", where=host)

    def adopt(self, stream: GatedStream) -> GatedStream:
        """Keep track of a connection."""
        self._streams.append(stream)
        return stream

    def forget(self, stream: GatedStream) -> None:
        """It was closed."""
        if stream in self._streams:
            self._streams.remove(stream)

    def abort_all(self) -> None:
        """Abort every connection."""
        for stream in list(self._streams):
            stream.abort()

    def count(self, *, sent: int = 0, received: int = 0) -> None:
        """Add to the meter of the request in hand."""
        add_to_meter(self._meter, sent=sent, received=received)


def add_to_meter(
    meter: Meter | None, *, requests: int = 0, sent: int = 0, received: int = 0
) -> None:
    """Count; one meter may be shared by the threads of a cycle."""
    if meter is not None:
        with _METER_LOCK:
            meter.requests += requests
            meter.bytes_sent += sent
            meter.bytes_received += received


def _same_way(one: Target, other: Target) -> bool:
    return (one.host, one.port) == (other.host, other.port)


def _connect(route: Route, port: int, timeout: float) -> socket.socket:
    """A connected socket, bound to the route's interface and source before the first packet.

    :raises OSError: it cannot be bound or connected.
    """
    numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    family, kind, protocol, _, address = socket.getaddrinfo(
        route.address, port, type=socket.SOCK_STREAM, flags=numeric
    )[0]
    sock = socket.socket(family, kind, protocol)
    try:
        if route.interface is not None:
            bind_to_interface(sock, route.interface)
        if route.source is not None:
            sock.bind((route.source, 0))
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(timeout)
        sock.connect(address)
    except BaseException:
        sock.close()
        raise
    return sock
