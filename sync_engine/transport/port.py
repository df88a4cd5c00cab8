"""The ports of the transport layer: Transport, Gate, Credentials.

Theory
------
All traffic of an account goes through one ``Transport``. Before each request
(a redirect, an authentication challenge and a retry are requests too) the
transport asks the account's ``Gate``, in two stages: ``before_lookup`` before
any name is resolved, ``choose`` with the resolved addresses; the ``Route`` that
comes back says to which address to connect, from which source address and
bound to which interface. A gate that does not answer (raises) means: nothing
is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

from sync_engine.cancellation import CancelToken


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a request is for. ``host`` is a name or a literal address, no brackets."""

    scheme: str
    host: str
    port: int
    purpose: str = "sync"


@dataclass(frozen=True, slots=True)
class Route:
    """How to reach a target.

    :param address: literal IP address to connect to.
    :param interface: network interface to bind to (SO_BINDTODEVICE), or ``None``.
    :param source: source address to bind to, or ``None``.
    """

    address: str
    interface: str | None = None
    source: str | None = None


class Gate(Protocol):
    """Says yes or raises ``GateDenied``. Called from any thread."""

    def before_lookup(self, target: Target) -> None:
        """Stage 1, before any name look-up and before each request.

        :raises GateDenied: nothing may be sent.
        """

    def choose(self, target: Target, addresses: Sequence[str]) -> Sequence[Route]:
        """Stage 2: the routes that may be used, best first; never empty.

        :param addresses: literal addresses of the target (or of the proxy).
        :raises GateDenied: none of them may be used.
        """


class AllowAll:
    """The gate of an account without a guard: every address, no binding."""

    def before_lookup(self, target: Target) -> None:
        """Allow."""

    def choose(self, target: Target, addresses: Sequence[str]) -> Sequence[Route]:  # noqa: ARG002 - whatever the target
        """All addresses in the resolver's order."""
        return [Route(address) for address in addresses]


@dataclass(frozen=True, slots=True)
class Secret:
    """A user name and password; the password never shows in a repr."""

    username: str
    password: str = field(repr=False)


class CredentialSource(Protocol):
    """Gives the login when a request first needs it (after the gate allowed)."""

    def __call__(self) -> Secret | None:
        """The login, or ``None`` for anonymous."""


@dataclass(slots=True)
class Meter:
    """Counts what goes over the wire; one per collection and cycle.

    :param date: what the server's clock said in the last answer that had a Date
        (RFC 9110 §6.6.1), seconds since the epoch.
    """

    requests: int = 0
    bytes_sent: int = 0
    bytes_received: int = 0
    date: float | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request.

    :param url: absolute URL, percent-escapes exactly as they shall be sent.
    :param headers: without Host, Authorization, User-Agent, Content-Length.
    :param idempotent: whether it may be sent again after a lost connection
        (reads); a write that got lost raises ``OutcomeUnknown`` instead.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    idempotent: bool = True
    purpose: str = "sync"


class Response(Protocol):
    """An answer whose body is read as a stream; a context manager that closes."""

    status: int
    url: str
    """The URL that answered, after redirects."""

    def header(self, name: str) -> str | None:
        """A header's value (case-insensitive; several joined by ``, ``)."""

    def chunks(self) -> Iterator[bytes]:
        """The body, decoded from its content coding, in pieces.

        :raises ReplyTooLarge: over the transport's limit.
        :raises Unreachable: the connection broke.
        """

    def read(self) -> bytes:
        """The whole body."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


class Transport(Protocol):
    """Sends requests; follows allowed redirects; answers challenges; backs off.

    It returns every final answer whatever its status (the client classifies),
    with 429/503 already waited for and retried where that was worth it.
    """

    def exchange(
        self,
        request: Request,
        *,
        meter: Meter | None = None,
        cancel: CancelToken | None = None,
    ) -> Response:
        """Send and return the answer with its body still unread.

        :raises GateDenied: refused before anything was sent.
        :raises NameNotResolved, Unreachable, TlsUntrusted: no answer was had.
        :raises OutcomeUnknown: a non-idempotent request may have been applied.
        :raises RedirectRefused: see ``redirects``.
        :raises HttpsRequired: plain http to another machine; nothing was sent.
        :raises HoldOff: the host is held back (429, 503) for longer than one
            call may wait; nothing was sent.
        :raises TransportError: not an http(s) URL, or a field that cannot be sent.
        :raises Cancelled: the token was cancelled.
        """

    def close(self) -> None:
        """Close all connections."""
