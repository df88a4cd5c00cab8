"""Checks of an account's server, through the one door: the guard is asked first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ksync.composition import OpenAccount, Parts
from ksync.doctor.findings import Finding, State, failed
from ksync.reporting.errors import AppError
from ksync.service.discovering import discover
from ksync.service.network import next_hop
from ksync.service.problems import of_error
from ksync.sides import ServerSide
from sync_engine.cancellation import CancelToken
from sync_engine.cycle.ports import Listing
from sync_engine.errors import (
    AuthenticationRejected,
    EngineError,
    GateDenied,
    HttpsRequired,
    NameNotResolved,
    TlsUntrusted,
)
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import Meter, Request
from sync_engine.transport.targets import is_localhost_name, literal
from sync_engine.transport.tls import Secured

CLOCK_TOLERANCE = 120.0
"""Seconds; more, and certificates and merges by time begin to suffer."""

CERTIFICATE_DAYS = 14
"""Days before its end; what renews by itself has done so by then."""

_CHECKS: tuple[tuple[type[EngineError], str], ...] = (
    (GateDenied, "network"),
    (NameNotResolved, "dns"),
    (TlsUntrusted, "tls"),
    (HttpsRequired, "tls"),
)
"""Which check an error belongs to; the others: ``server``."""


def examine(parts: Parts, name: str) -> Iterator[Finding]:
    """The server of an account."""
    with parts.account(name) as opened:
        yield from _account(opened)


def _account(opened: OpenAccount) -> Iterator[Finding]:
    url = opened.settings.urls[0]
    host = urlsplit(url).hostname or url
    try:
        transport = opened.transport(url=url, secret=opened.secret())
        yield from _name(opened, transport)
        yield from _first_answer(opened, transport, url)
        found = discover(opened)
        listing = ServerSide(opened, found).listing(Meter(), CancelToken())
    except AuthenticationRejected as error:
        problem = of_error(opened, error)
        yield Finding(
            "login",
            State.PROBLEM,
            problem.message,
            problem.hint,
            opened.name,
            problem.reference,
        )
        return
    except (EngineError, AppError) as error:
        check = next((word for kind, word in _CHECKS if isinstance(error, kind)), "server")
        yield failed(check, error, opened.name)
        return
    yield Finding(
        "server", State.OK, f"{host} answers, and the login is accepted.", "", opened.name
    )
    yield from _capabilities(opened, listing)


def _name(opened: OpenAccount, transport: HttpTransport) -> Iterator[Finding]:
    """The name of the server, or of the proxy before it; an address has none.

    :raises NameNotResolved, GateDenied:
    """
    target = next_hop(opened)
    if is_localhost_name(target.host) or literal(target.host) is not None:
        return
    found = transport.names("doctor").addresses(target.host, target.port)
    message = f"{target.host} has the address {', '.join(found)}."
    yield Finding("dns", State.OK, message, "", opened.name)


def _first_answer(opened: OpenAccount, transport: HttpTransport, url: str) -> Iterator[Finding]:
    """What the first answer tells, whatever it is: its protection, and the time."""
    before = time.time()
    with transport.exchange(Request("OPTIONS", url, purpose="doctor")) as response:
        told, protected = response.header("date"), response.tls
        response.read()
    now = time.time()
    if protected is not None:
        yield certificate(protected, now, opened.name)
    yield _clock(told, (before + now) / 2, opened.name)


def certificate(protected: Secured, now: float, account: str) -> Finding:
    """The connection is encrypted and the certificate trusted; how long it will be."""
    version = protected.version.replace("TLSv", "TLS ")
    if protected.ends is None:
        return Finding("tls", State.OK, f"{version}, with a trusted certificate.", "", account)
    days = int((protected.ends - now) // 86400)
    until = time.strftime("%Y-%m-%d", time.gmtime(protected.ends))
    if days >= CERTIFICATE_DAYS:
        message = f"{version}, with a trusted certificate that is valid until {until}."
        return Finding("tls", State.OK, message, "", account)
    return Finding(
        "tls",
        State.NOTE,
        f"The server's certificate is trusted until {until} only.",
        "Renew it, or tell who runs the server; nothing can be synced after that day.",
        account,
    )


def _clock(told: str | None, now: float, account: str) -> Finding:
    """The server's Date against this computer's (RFC 9110 §6.6.1)."""
    try:
        server = parsedate_to_datetime(told or "").timestamp()
    except ValueError:
        return Finding("clock", State.OK, "The server does not tell its time.", "", account)
    off = server - now
    if abs(off) <= CLOCK_TOLERANCE:
        return Finding("clock", State.OK, "This computer's clock agrees.", "", account)
    way = "behind" if off > 0 else "ahead of"
    return Finding(
        "clock",
        State.PROBLEM,
        f"This computer's clock is {abs(off) / 60:.0f} minutes {way} the server's.",
        "Set it, or let the system do so: timedatectl set-ntp true",
        account,
    )


def _capabilities(opened: OpenAccount, listing: Listing) -> Iterator[Finding]:
    collections = listing.collections
    if not collections:
        yield Finding(
            "collections",
            State.NOTE,
            "The server lists no calendar and no address book.",
            "With some providers they exist only after the calendar was opened once in the web "
            "browser.",
            opened.name,
        )
        return
    hints = sum(1 for one in collections if one.sync_token is not None)
    tags = sum(1 for one in collections if one.sync_token is None and one.ctag is not None)
    count = len(collections)
    if hints == count:
        how = "all tell what changed (RFC 6578)"
    elif hints + tags == count:
        how = "all tell whether something changed"
    else:
        how = f"{count - hints - tags} tell nothing and are listed whole each time"
    state = State.OK if hints + tags == count else State.NOTE
    yield Finding("collections", state, f"Collections: {count}; {how}.", "", opened.name)
    for home, error in listing.failures.items():
        yield failed("collections", type(error)(error.detail, where=home), opened.name)
