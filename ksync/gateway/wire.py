"""The server: connections, their limits, HTTP/1.1 (h11), TLS.

Theory
------
One thread for each connection, and a bound on how many there are. A connection that waits for
a request costs nothing but its place; when places run out, the one that has waited longest is
closed, first those that never showed the token: whoever opens connections to block the server
closes their own.

The first octet of a connection tells TLS (RFC 8446 §5.1: a handshake record begins with 22)
from a request, so both have one port.

Rules
-----
* Loopback only. Nothing else is ever listened on.
* Before a request's body is read it is admitted (``admission``) and its length is judged.
* Everything that a client chooses has a limit: the head (octets, seconds), the body (octets,
  octets a second), the seconds between two requests, the seconds for taking an answer.
* What goes wrong in one connection ends that connection.
"""

from __future__ import annotations

import contextlib
import logging
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from itertools import count

import h11

from ksync.gateway.admission import REALM, Doors, Head, Turned, admit
from ksync.gateway.answers import Reply, plain
from ksync.gateway.methods import Request
from ksync.gateway.peers import is_owner

_log = logging.getLogger("ksync.gateway")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds. Sizes in octets, times in seconds.

    :param connections: at the same time.
    :param head: of a request's line and header fields.
    :param head_seconds: for all of them to come.
    :param body: of a request.
    :param rate: a body has to come at least so many octets a second, after ``grace``.
    :param idle: between two requests.
    :param send: for each piece of an answer to be taken.
    """

    connections: int = 128
    head: int = 32 * 1024
    head_seconds: float = 15.0
    body: int = 20 * 1024 * 1024
    rate: int = 16 * 1024
    grace: float = 15.0
    idle: float = 120.0
    send: float = 30.0


Handler = Callable[[Request], Reply]
_PIECE = 64 * 1024
_LINGER_SECONDS, _LINGER_PIECES = 2.0, 64


class _Stopped(Exception):
    """The connection is over: closed, too slow, or not to be gone on with."""


class Server:
    """Listens on a loopback socket and answers by ``handler``.

    :param sock: bound to loopback, listening.
    :param broken: told of unexpected errors.
    :param tls: makes the context for connections that begin with a handshake; ``None``
        where there is no certificate.
    :raises ValueError: the socket is not on loopback.
    """

    def __init__(
        self,
        sock: socket.socket,
        doors: Doors,
        handler: Handler,
        *,
        tls: Callable[[], ssl.SSLContext | None] = lambda: None,
        limits: Limits | None = None,
        owner: Callable[[socket.socket], bool] = is_owner,
        broken: Callable[[Exception], None] = lambda _error: None,
    ) -> None:
        if sock.getsockname()[0] not in ("127.0.0.1", "::1"):
            raise ValueError("the gateway listens on loopback only")
        self._socket = sock
        self.doors = doors
        self._handler = handler
        self._tls = tls
        self._owner = owner
        self._broken = broken
        self.limits = limits or Limits()
        self._places = _Places(self.limits.connections)
        self._stopping = threading.Event()
        self._strangers = False
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.setblocking(False)

    def run(self, tick: Callable[[], None] = lambda: None, seconds: float | None = None) -> None:
        """Serve until ``stop``; nothing wakes it but clients.

        :param tick: called every so many seconds, and after ``wake``.
        """
        self._socket.setblocking(False)
        sockets = [self._socket, self._woken]
        while not self._stopping.is_set():
            ready, _, _ = select.select(sockets, [], [], seconds)
            if self._socket in ready:
                self._accept()
            else:
                with contextlib.suppress(BlockingIOError):
                    self._woken.recv(64)
                if not self._stopping.is_set():
                    tick()
        self._places.close_all()
        self._woken.close()
        self._waker.close()

    def stop(self) -> None:
        """End ``run`` soon; from a signal handler too."""
        self._stopping.set()
        self.wake()

    def wake(self) -> None:
        """Have ``tick`` called now."""
        with contextlib.suppress(OSError):
            self._waker.send(b"x")

    def _accept(self) -> None:
        try:
            connection, _address = self._socket.accept()
        except BlockingIOError:
            return  # it has gone again
        except OSError:
            time.sleep(0.05)  # out of descriptors: some will be closed
            return
        connection.setblocking(True)
        self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        place = self._places.take(connection)
        if place is None:
            connection.close()  # all of them are at work on an answer
            return
        threading.Thread(target=self._serve, args=(place,), daemon=True).start()

    def _serve(self, place: _Place) -> None:
        try:
            connection = place.connection
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(self.limits.head_seconds)
            if not self._owner(connection):
                if not self._strangers:  # once: they must not fill the log
                    self._strangers = True
                    _log.warning("a program of another user was turned away")
                return
            first = connection.recv(1, socket.MSG_PEEK)
            if first == b"\x16":
                context = self._tls()
                if context is None:
                    return
                connection = place.connection = context.wrap_socket(connection, server_side=True)
            Conversation(connection, place, self).run()
        except (OSError, _Stopped):
            pass  # the client's affair
        except Exception as error:  # noqa: BLE001  one connection must not end the others
            self._broken(error)
        finally:
            self._places.free(place)

    def answer(self, request: Request) -> Reply:
        """What the handler says; whatever goes wrong in it is told as 500."""
        try:
            return self._handler(request)
        except Exception as error:  # noqa: BLE001  told, reported, and answered as what it is
            self._broken(error)
            return plain(HTTPStatus.INTERNAL_SERVER_ERROR, "an unexpected error; see the log")


class _Place:
    """A connection that has a place.

    :param since: when it began to wait for a request; ``None``: it is at work.
    """

    def __init__(self, number: int, connection: socket.socket) -> None:
        self.number = number
        self.connection = connection
        self.since: float | None = time.monotonic()
        self.known = False


class _Places:
    """Who has one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: dict[int, _Place] = {}
        self._lock = threading.Lock()
        self._numbers = count()

    def take(self, connection: socket.socket) -> _Place | None:
        """A place, that of the one who waited longest if there is no other."""
        with self._lock:
            if len(self._taken) >= self._most and not self._make_room():
                return None
            place = _Place(next(self._numbers), connection)
            self._taken[place.number] = place
            return place

    def _make_room(self) -> bool:
        waiting = [place for place in self._taken.values() if place.since is not None]
        if not waiting:
            return False
        longest = min(waiting, key=lambda place: (place.known, place.since))
        del self._taken[longest.number]
        _shut(longest.connection)
        return True

    def free(self, place: _Place) -> None:
        """Close the connection and give its place away."""
        with self._lock:
            self._taken.pop(place.number, None)
        _shut(place.connection)
        with contextlib.suppress(OSError):
            place.connection.close()

    def close_all(self) -> None:
        """Close every connection."""
        with self._lock:
            for place in self._taken.values():
                _shut(place.connection)


def _shut(connection: socket.socket) -> None:
    """Wake whoever reads from it; the descriptor is its thread's to close."""
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class Conversation:
    """The requests and answers of one connection."""

    def __init__(self, connection: socket.socket, place: _Place, server: Server) -> None:
        self._socket = connection
        self._place = place
        self._server = server
        self._limits = server.limits
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=server.limits.head)

    def run(self) -> None:
        """Until the connection ends."""
        while self._one():
            self._http.start_next_cycle()

    def _one(self) -> bool:
        """A request and its answer; whether another one may follow."""
        self._place.since = time.monotonic()
        try:
            head = self._head()
            if head is None:
                return False
            self._place.since = None
            admitted = admit(head, self._server.doors)
            if isinstance(admitted, Turned):
                self._place.since = time.monotonic()  # its place is anybody's who wants it
                self._send(head, _turned(admitted))
                return self._drained()
            self._place.known = True
            body = self._body(head)
        except h11.RemoteProtocolError as error:
            self._refuse(error.error_status_hint)
            return False
        if isinstance(body, Reply):
            self._send(head, body)
            return self._drained()
        self._send(head, self._server.answer(Request(head, admitted.prefix, admitted.path, body)))
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    def _drained(self) -> bool:
        """Let the client read a refusal: closing on unread data would take it back (RST)."""
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            return True
        with contextlib.suppress(OSError, _Stopped):
            self._socket.shutdown(socket.SHUT_WR)
            deadline = time.monotonic() + _LINGER_SECONDS
            for _ in range(_LINGER_PIECES):
                if not self._receive(deadline):
                    break
        return False

    def _head(self) -> Head | None:
        deadline = time.monotonic() + self._limits.idle
        begun = False
        while True:
            event = self._http.next_event()
            if isinstance(event, h11.Request):
                return Head(
                    event.method.decode("ascii"),
                    event.target.decode("latin-1"),
                    tuple(
                        (name.decode("ascii"), value.decode("latin-1"))
                        for name, value in event.headers
                    ),
                )
            if event is not h11.NEED_DATA:
                return None
            data = self._receive(deadline)
            if data and not begun:
                begun = True
                deadline = time.monotonic() + self._limits.head_seconds
            self._http.receive_data(data)

    def _body(self, head: Head) -> bytes | Reply:
        length = head.get("content-length", "0")
        if length.isdigit() and int(length[:20]) > self._limits.body:
            return plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
        if head.get("content-encoding", "identity").lower() != "identity":
            return plain(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "no content coding")
        if self._http.they_are_waiting_for_100_continue:
            self._write(self._http.send(h11.InformationalResponse(status_code=100, headers=[])))
        parts: list[bytes] = []
        size = 0
        start = time.monotonic()
        while True:
            event = self._http.next_event()
            if isinstance(event, h11.Data):
                size += len(event.data)
                if size > self._limits.body:
                    return plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
                parts.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return b"".join(parts)
            elif event is h11.NEED_DATA:
                deadline = start + self._limits.grace + size / self._limits.rate
                self._http.receive_data(self._receive(deadline))
            else:
                raise _Stopped

    def _receive(self, deadline: float) -> bytes:
        left = deadline - time.monotonic()
        if left <= 0:
            raise _Stopped
        self._socket.settimeout(left)
        return self._socket.recv(_PIECE)

    def _send(self, head: Head, reply: Reply) -> None:
        headers = [
            ("Date", formatdate(usegmt=True)),
            ("Content-Length", str(len(reply.body))),
            ("X-Content-Type-Options", "nosniff"),
            *reply.headers.items(),
        ]
        if self._http.their_state is not h11.DONE:
            headers.append(("Connection", "close"))  # its body was not read
        status = int(reply.status)
        if status == HTTPStatus.NO_CONTENT:
            headers = [pair for pair in headers if pair[0] != "Content-Length"]
        out = self._http.send(h11.Response(status_code=status, headers=headers)) or b""
        if reply.body and head.method != "HEAD" and status != HTTPStatus.NOT_MODIFIED:
            out += self._http.send(h11.Data(data=reply.body)) or b""
        out += self._http.send(h11.EndOfMessage()) or b""
        self._write(out)

    def _refuse(self, status: int) -> None:
        """A request that is none."""
        if self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            with contextlib.suppress(h11.LocalProtocolError):
                self._send(Head("", "", ()), plain(status, "the request cannot be read"))

    def _write(self, data: bytes | None) -> None:
        rest = memoryview(data or b"")
        while rest:
            self._socket.settimeout(self._limits.send)
            rest = rest[self._socket.send(rest[:_PIECE]) :]


def _turned(turned: Turned) -> Reply:
    headers = {"WWW-Authenticate": REALM} if turned.challenge else {}
    if turned.location:
        headers["Location"] = turned.location
    return plain(turned.status, turned.reason, headers)
