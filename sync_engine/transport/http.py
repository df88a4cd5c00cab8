"""``HttpTransport``: the one door to the network of an account.

It puts the parts together: ``tls`` (trust), ``resolver``, ``lanes`` over
``network`` (connections past the gate), ``auth``, ``backoff``, ``redirects``;
``exchange`` is the walk of one call through them, ``seam`` turns what the
libraries raise into our errors.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from sync_engine.cancellation import CancelToken
from sync_engine.transport.auth import Authenticator, Trust
from sync_engine.transport.backoff import Clock, HostBook, Limits
from sync_engine.transport.exchange import Call, Parts, Pause
from sync_engine.transport.lanes import LaneSet, Proxy, Timeouts, Wiring
from sync_engine.transport.port import CredentialSource, Gate, Meter, Request
from sync_engine.transport.reply import Reply
from sync_engine.transport.resolver import GatedResolver, Resolver, SystemResolver
from sync_engine.transport.targets import Origin
from sync_engine.transport.tls import make_context

MAX_REPLY_BYTES = 256 * 1024 * 1024

for _name in ("httpcore2", "httpx2", "hpack", "h2"):
    # At DEBUG these log header fields, Authorization among them.
    logging.getLogger(_name).setLevel(logging.WARNING)


def sleep(seconds: float, cancel: CancelToken | None) -> None:
    """Sleep; a cancellation ends it at once."""
    if cancel is None:
        time.sleep(seconds)
    else:
        cancel.wait(seconds)


def _jitter(seconds: float) -> float:
    """Up to a tenth more, and never less than up to half a second."""
    return random.SystemRandom().uniform(0.0, max(0.5, seconds / 10))


class HttpTransport:
    """Implements ``port.Transport``. Thread-safe; keeps connections.

    :param credentials: asked once, when a request first needs the login.
    :param origin: scheme, host (no brackets) and port that the login is for;
        ``None``: for no origin.
    :param trusted_hosts: other hosts that may have it by https; ``*.domain``
        stands for all hosts under a domain.
    :param ca_file: PEM file of private authorities, beside the system's trust.
    :param proxy: ``http://[user:password@]host:port``; the environment's is
        never used. The gate then judges the way to the proxy.
    :param resolver: of addresses; the system's if ``None``.
    :param clock: monotonic seconds; :param wall: seconds since the epoch.
    :param pause: sleeps, and raises ``Cancelled`` if the token is cancelled.
    :param jitter: seconds to add to a pause of that length.
    :param max_reply_bytes: most bytes of a decoded body.
    :param concurrency: most requests at once; more wait.
    :raises TlsUntrusted: ``ca_file`` cannot be used.
    :raises ValueError: ``proxy`` is no http proxy.
    """

    def __init__(
        self,
        gate: Gate,
        credentials: CredentialSource,
        *,
        origin: tuple[str, str, int] | None,
        trusted_hosts: Sequence[str] = (),
        ca_file: str | Path | None = None,
        proxy: str | None = None,
        timeouts: Timeouts | None = None,
        limits: Limits | None = None,
        user_agent: str = "kSync",
        resolver: Resolver | None = None,
        clock: Clock = time.monotonic,
        wall: Clock = time.time,
        pause: Pause = sleep,
        jitter: Callable[[float], float] = _jitter,
        max_reply_bytes: int = MAX_REPLY_BYTES,
        concurrency: int = 8,
    ) -> None:
        self._resolver = resolver or SystemResolver()
        self._gate = gate
        wiring = Wiring(
            gate,
            self._resolver,
            make_context(ca_file),
            timeouts or Timeouts(),
            Proxy.parse(proxy) if proxy else None,
        )
        trust = Trust(Origin(*origin) if origin else None, trusted_hosts)
        self._parts = Parts(
            lanes=LaneSet(wiring, concurrency),
            auth=Authenticator(credentials, trust),
            hosts=HostBook(clock=clock, wall=wall, jitter=jitter, limits=limits),
            pause=pause,
            user_agent=user_agent,
            max_reply_bytes=max_reply_bytes,
        )

    def exchange(
        self,
        request: Request,
        *,
        meter: Meter | None = None,
        cancel: CancelToken | None = None,
    ) -> Reply:
        """See ``port.Transport``; beside what it raises:

        :raises HoldOff: the host is held back for longer than a call may wait.
        :raises HttpsRequired: plain http, and not to this machine.
        :raises TransportError: not an http(s) URL, or a field that cannot be sent.
        """
        return Call(self._parts, request, meter, cancel).run()

    def names(self, purpose: str = "discovery") -> GatedResolver:
        """SRV, TXT and address look-ups that ask the same gate first."""
        return GatedResolver(self._resolver, self._gate, purpose=purpose)

    @property
    def hosts(self) -> HostBook:
        """Which hosts are held back; kept by the caller over the end of the process."""
        return self._parts.hosts

    def void(self) -> None:
        """Drop every kept connection (one RST each at most): the network changed.

        A reply that is being read is finished; its connection is not kept.
        """
        self._parts.lanes.void()

    def close(self) -> None:
        """Close all connections."""
        self._parts.lanes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
