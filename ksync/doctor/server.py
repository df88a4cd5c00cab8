"""Checks of each account's server, through the one door: the guard is asked first."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ksync.composition import OpenAccount, Parts
from ksync.doctor.findings import Finding, State, failed
from ksync.reporting.errors import AppError
from ksync.service.discovering import discover
from ksync.service.problems import of_error
from ksync.sides import ServerSide
from sync_engine.cancellation import CancelToken
from sync_engine.cycle.ports import Listing
from sync_engine.errors import AuthenticationRejected, EngineError
from sync_engine.transport.port import Meter, Request

CLOCK_TOLERANCE = 120.0
"""Seconds; more, and certificates and merges by time begin to suffer."""


def examine(parts: Parts) -> Iterator[Finding]:
    """Every account, one after the other."""
    for name in sorted(parts.config.accounts):
        with parts.account(name) as opened:
            yield from _account(opened)


def _account(opened: OpenAccount) -> Iterator[Finding]:
    url = opened.settings.urls[0]
    host = urlsplit(url).hostname or url
    try:
        yield _clock(opened, url)
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
        yield failed("server", error, opened.name)
        return
    yield Finding(
        "server", State.OK, f"{host} answers, and the login is accepted.", "", opened.name
    )
    yield from _capabilities(opened, listing)


def _clock(opened: OpenAccount, url: str) -> Finding:
    """The server's Date against this computer's (RFC 9110 §6.6.1)."""
    transport = opened.transport(url=url, secret=opened.secret())
    before = time.time()
    with transport.exchange(Request("OPTIONS", url, purpose="doctor")) as response:
        told = response.header("date")
        response.read()
    try:
        server = parsedate_to_datetime(told or "").timestamp()
    except ValueError:
        return Finding("clock", State.OK, "The server does not tell its time.", "", opened.name)
    off = server - (before + time.time()) / 2
    if abs(off) <= CLOCK_TOLERANCE:
        return Finding("clock", State.OK, "This computer's clock agrees.", "", opened.name)
    way = "behind" if off > 0 else "ahead of"
    return Finding(
        "clock",
        State.PROBLEM,
        f"This computer's clock is {abs(off) / 60:.0f} minutes {way} the server's.",
        "Set it, or let the system do so: timedatectl set-ntp true",
        opened.name,
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
