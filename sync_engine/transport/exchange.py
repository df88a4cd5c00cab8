"""One call of ``Transport.exchange``: redirects around retries around challenges.

::

    run            follow redirects                     (redirects.decide)
      _final       wait for the host, try again         (backoff)
        _answered  send the login in another form       (auth.learn)
          _attempt one request: gate, login, lane       (lanes)

Every arrow down passes the gate anew, because only ``_attempt`` sends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import httpx2

from sync_engine.cancellation import CancelToken
from sync_engine.errors import (
    EngineError,
    HoldOff,
    HttpsRequired,
    RedirectRefused,
    TransportError,
)
from sync_engine.transport import redirects
from sync_engine.transport.auth import Authenticator, Used
from sync_engine.transport.backoff import HostBook, Reason, pause_before_retry
from sync_engine.transport.coding import ACCEPT_ENCODING
from sync_engine.transport.dates import http_date
from sync_engine.transport.lanes import Lane, LaneSet
from sync_engine.transport.network import Way
from sync_engine.transport.port import Meter, Request
from sync_engine.transport.reply import Reply
from sync_engine.transport.seam import FOREIGN, Fault, classify, error_for
from sync_engine.transport.targets import (
    BadUrl,
    Locator,
    is_localhost_name,
    is_loopback,
    is_private,
    locate,
)

Pause = Callable[[float, CancelToken | None], None]

_OURS = frozenset(
    {
        *("host", "authorization", "proxy-authorization", "user-agent", "connection"),
        *("content-length", "transfer-encoding", "content-encoding", "expect"),
    }
)
_NO_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS", "COPY", "MOVE"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What the calls of a transport share."""

    lanes: LaneSet
    auth: Authenticator
    hosts: HostBook
    pause: Pause
    user_agent: str
    max_reply_bytes: int


@dataclass(frozen=True, slots=True)
class _Hop:
    """Where the request goes now."""

    to: Locator
    with_credentials: bool
    forbid_private: bool = False


class _Failed(Exception):
    """An attempt failed; ``error`` is what the caller would see."""

    def __init__(self, fault: Fault, error: EngineError) -> None:
        super().__init__(str(error))
        self.fault = fault
        self.error = error


class Call:
    """See the module's docstring. Used once."""

    def __init__(
        self, parts: Parts, request: Request, meter: Meter | None, cancel: CancelToken | None
    ) -> None:
        refused = sorted({name.lower() for name, _ in request.headers} & _OURS)
        if refused:
            raise ValueError(f"set by the transport alone: {', '.join(refused)}")
        self._parts = parts
        self._request = request
        self._meter = meter
        self._cancel = cancel
        self._budget = parts.hosts.limits.budget

    def run(self) -> Reply:
        """The final answer, its body still unread."""
        try:
            to = locate(self._request.url)
        except BadUrl as exc:
            raise TransportError(str(exc)) from exc
        hop = _Hop(to, self._parts.auth.may_receive(to.origin))
        asked = [to.url]
        while True:
            reply = self._final(hop)
            location = reply.header("location")
            if reply.status not in redirects.STATUSES or location is None:
                return reply
            reply.discard()
            policy = redirects.Policy(self._parts.auth.may_receive, self._is_public(hop, reply))
            verdict = redirects.decide(self._request, reply.status, location, asked, policy)
            if isinstance(verdict, redirects.Refuse):
                raise RedirectRefused(verdict.reason, where=hop.to.url)
            hop = _Hop(
                locate(verdict.url),
                verdict.with_credentials,
                hop.forbid_private or verdict.forbid_private,
            )
            asked.append(hop.to.url)

    def _is_public(self, hop: _Hop, reply: Reply) -> bool:
        if self._parts.lanes.wiring.proxy_for(hop.to.origin) is not None:
            return not is_private(hop.to.origin.host)
        return not is_private(reply.peer)

    def _final(self, hop: _Hop) -> Reply:
        """The answer of one URL, tried again where that is worth it."""
        host, hosts = hop.to.origin.host, self._parts.hosts
        way = self._way(hop)
        tries: Counter[Reason] = Counter()
        self._wait_for_host(hop, way)
        while True:
            try:
                reply = self._answered(hop, way)
            except _Failed as failed:
                if failed.fault is not Fault.LOST or not self._try_again(Reason.LOST, host, tries):
                    raise failed.error from failed.__cause__
                continue
            reason = Reason.of_status(reply.status)
            if reason is None:
                hosts.succeeded(host)
                return reply
            if reason is not Reason.LOCKED:
                hosts.hold(host, reply.status, reply.header("retry-after"))
            if not self._try_again(reason, host, tries, reply):
                return reply

    def _try_again(
        self, reason: Reason, host: str, tries: Counter[Reason], reply: Reply | None = None
    ) -> bool:
        """Pause and say yes, or say no. A reply is discarded before the pause."""
        tries[reason] += 1
        pause = pause_before_retry(
            reason,
            idempotent=self._request.idempotent,
            tries=tries[reason],
            held_for=self._parts.hosts.held_for(host)[0],
            budget=self._budget,
        )
        if pause is None:
            return False
        if reply is not None:
            reply.discard()
        self._sleep(pause)
        return True

    def _wait_for_host(self, hop: _Hop, way: Way) -> None:
        """Wait while the host is held back.

        :raises HoldOff: for longer than this call may wait.
        """
        seconds, status = self._parts.hosts.held_for(hop.to.origin.host)
        if seconds <= 0:
            return
        # A denial is told at once, not after the wait.
        self._parts.lanes.wiring.gate.before_lookup(way.target)
        if seconds > self._budget:
            raise HoldOff(status, "the host is held back", where=hop.to.url, retry_after=seconds)
        self._sleep(seconds)

    def _sleep(self, seconds: float) -> None:
        self._budget -= seconds
        self._parts.pause(seconds, self._cancel)

    def _answered(self, hop: _Hop, way: Way) -> Reply:
        """The answer of one URL with the challenge, if any, answered."""
        answers = 0
        while True:
            reply, used = self._attempt(hop, way, answers)
            if reply.status != 401:
                return reply
            fields = reply.fields("www-authenticate")
            if not self._parts.auth.learn(hop.to.origin, fields, used, answers):
                return reply
            answers += 1
            reply.discard()

    def _attempt(self, hop: _Hop, way: Way, answers: int) -> tuple[Reply, Used | None]:
        """Send one request over one lane.

        :raises _Failed: no answer was had.
        """
        if self._cancel is not None:
            self._cancel.check()
        lanes, request = self._parts.lanes, self._request
        lane = lanes.acquire()
        try:
            lane.admit(way, self._meter)
            used = None
            if hop.with_credentials:
                used = self._parts.auth.authorization(
                    hop.to.origin, request.method, hop.to.target, answers=answers
                )
            response = self._send(lane, hop, used)
        except BaseException:
            lane.reset()
            lanes.release(lane)
            raise
        reply = Reply(
            response,
            hop.to.url,
            limit=self._parts.max_reply_bytes,
            cancel=self._cancel,
            release=partial(lanes.release, lane),
        )
        date = http_date(reply.header("date"))
        if self._meter is not None and date is not None:
            self._meter.date = date
        return reply, used

    def _send(self, lane: Lane, hop: _Hop, used: Used | None) -> httpx2.Response:
        """:raises _Failed: no answer was had."""
        request = self._request
        try:
            return lane.send(request.method, hop.to, self._fields(hop, used), request.body)
        except FOREIGN as exc:
            fault = classify(exc, sent=lane.sent)
            error = error_for(fault, exc, where=hop.to.url, idempotent=request.idempotent)
            raise _Failed(fault, error) from exc

    def _fields(self, hop: _Hop, used: Used | None) -> list[tuple[bytes, bytes]]:
        """All fields of the request, ours first."""
        request = self._request
        names = {name.lower() for name, _ in request.headers}
        fields = [
            (b"Host", hop.to.origin.authority.encode("ascii")),
            (b"User-Agent", self._parts.user_agent.encode("latin-1")),
        ]
        if "accept-encoding" not in names:
            fields.append((b"Accept-Encoding", ACCEPT_ENCODING.encode("ascii")))
        if used is not None:
            fields.append((b"Authorization", used.field))
        # Never chunked, never compressed: some DAV servers take neither.
        if request.body or request.method not in _NO_BODY:
            fields.append((b"Content-Length", b"%d" % len(request.body)))
        return fields + [(name.encode("ascii"), value.encode()) for name, value in request.headers]

    def _way(self, hop: _Hop) -> Way:
        """:raises HttpsRequired: plain http, and not to this machine."""
        origin = hop.to.origin
        here = is_loopback(origin.host) or is_localhost_name(origin.host)
        if origin.scheme == "http" and not here:
            raise HttpsRequired("https is needed to reach another machine", where=hop.to.url)
        wiring = self._parts.lanes.wiring
        return wiring.way_to(origin, self._request.purpose, forbid_private=hop.forbid_private)
