"""A ``Transport`` that leads to the server without sockets.

Above it everything is real: the walk of a call with its redirects, retries, pauses and
login (``sync_engine.transport.exchange``) runs over a lane that hands the request to
``Adversary.handle`` and gives back what a socket would have brought, broken replies
included. Pauses cost no time: the clocks are moved on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import httpcore2
import httpx2

from sync_engine.cancellation import CancelToken
from sync_engine.transport.auth import Authenticator, Trust
from sync_engine.transport.backoff import HostBook
from sync_engine.transport.exchange import Call, Parts
from sync_engine.transport.lanes import Timeouts, Wiring
from sync_engine.transport.network import Way, add_to_meter
from sync_engine.transport.port import AllowAll, Meter, Request, Secret
from sync_engine.transport.reply import Reply
from sync_engine.transport.resolver import SystemResolver
from sync_engine.transport.targets import Locator, locate
from tests.adversary import wire
from tests.adversary.handler import LOGIN, PASSWORD, Adversary

_PIECE = 1 << 13


class InProcess:
    """Implements ``sync_engine.transport.port.Transport``.

    :param around: called with each request and what carries it out; a test may crash,
        or let somebody else act, on either side of it.
    :param pause: told the seconds of each pause.
    """

    def __init__(
        self,
        server: Adversary,
        *,
        login: Secret | None = None,
        trusted_hosts: Sequence[str] = (),
        around: Callable[[wire.HttpRequest, Callable[[], wire.Reply]], wire.Reply] | None = None,
        pause: Callable[[float], None] | None = None,
    ) -> None:
        self.server = server
        self.around = around or (lambda _request, carry_out: carry_out())
        self._pause = pause or server.clock.jump
        self._waited = 0.0
        secret = login or Secret(LOGIN, PASSWORD)
        self._parts = Parts(
            lanes=_Lanes(self),  # type: ignore[arg-type]  # what a call asks of a LaneSet
            auth=Authenticator(lambda: secret, Trust(locate(server.base).origin, trusted_hosts)),
            hosts=HostBook(clock=self._now, wall=lambda: server.clock.now, jitter=lambda _: 0.0),
            pause=self._sleep,
            user_agent="kSync",
            max_reply_bytes=1 << 26,
        )

    def exchange(
        self, request: Request, *, meter: Meter | None = None, cancel: CancelToken | None = None
    ) -> Reply:
        """See the port."""
        return Call(self._parts, request, meter, cancel).run()

    def close(self) -> None:
        """There is nothing to close."""

    def wait(self, seconds: float) -> None:
        """Time passes for this client."""
        self._waited += seconds

    def _now(self) -> float:
        """Seconds that never go back: what was waited, and the requests."""
        return self._waited + 0.05 * len(self.server.seen)

    def _sleep(self, seconds: float, cancel: CancelToken | None) -> None:
        if cancel is not None:
            cancel.check()
        self._waited += seconds
        self._pause(seconds)


class _Lanes:
    """What ``exchange.Call`` asks of a ``LaneSet``."""

    def __init__(self, door: InProcess) -> None:
        self.wiring = Wiring(AllowAll(), SystemResolver(), None, Timeouts())  # type: ignore[arg-type]  # no TLS without a socket
        self._door = door

    def acquire(self) -> _Lane:
        """A lane for one request."""
        return _Lane(self._door)

    def release(self, lane: _Lane) -> None:
        """Its reply is done."""


class _Lane:
    """One request: handed over, and its reply given back as a socket would."""

    def __init__(self, door: InProcess) -> None:
        self._door = door
        self._meter: Meter | None = None
        self.sent = False

    def admit(self, _way: Way, meter: Meter | None) -> None:
        """See ``lanes.Lane``."""
        self._meter = meter

    def send(
        self, method: str, to: Locator, headers: Sequence[tuple[bytes, bytes]], body: bytes
    ) -> httpx2.Response:
        """See ``lanes.Lane``."""
        self.sent = True
        add_to_meter(self._meter, requests=1, sent=len(body))
        fields = {name.decode().lower(): value.decode() for name, value in headers}
        request = wire.HttpRequest(method, to.target, fields, body)
        reply = self._door.around(request, lambda: self._door.server.handle(request))
        if reply.lost:
            raise httpcore2.ReadError("the connection broke")
        add_to_meter(self._meter, received=len(reply.body))
        length = str(len(reply.body))
        return httpx2.Response(
            reply.status,
            headers=[*reply.headers, ("Content-Length", length)],
            stream=_Stream(reply),
            extensions={"network_stream": _PEER, "http_version": b"HTTP/1.1"},
        )

    def reset(self) -> None:
        """See ``lanes.Lane``."""


class _Peer:
    def get_extra_info(self, _name: str) -> tuple[str, int]:
        return ("192.0.2.1", 443)


_PEER = _Peer()


class _Stream(httpx2.SyncByteStream):
    """The body in pieces; where it was cut, the connection breaks."""

    def __init__(self, reply: wire.Reply) -> None:
        self._reply = reply

    def __iter__(self) -> Iterator[bytes]:
        body, cut = self._reply.body, self._reply.cut
        if cut is not None:
            body = body[:cut]
        for start in range(0, len(body), _PIECE):
            yield body[start : start + _PIECE]
        if cut is not None:
            raise httpcore2.RemoteProtocolError("peer closed connection without sending all")

    def close(self) -> None:
        """Nothing is open."""
