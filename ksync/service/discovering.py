"""Log in to a server and find the account's home sets.

Rules
-----
* A provider may have two addresses, one for calendars and one for address books.
  If one of them cannot be asked, nothing is found: half an account would
  be remembered as if it were all of it.
* What was found before and is not found now is not forgotten: an address that has
  nothing today may be a provider's maintenance page.
* The principal that the state is bound to stays, as long as it is among those that
  answer, whichever of the addresses that may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec

from ksync.composition import Discovery, Home, OpenAccount, origin_of
from sync_engine.cancellation import CancelToken
from sync_engine.core.hosts import trusted
from sync_engine.core.identifiers import href_key, same_place
from sync_engine.errors import (
    DiscoveryFailed,
    EngineError,
    HoldOff,
    ServerFailure,
    TlsUntrusted,
    Unreachable,
)
from sync_engine.transport.port import Meter, Request, Response, Transport

_PASSING = frozenset({429, 500, 502, 503, 504, 507})
"""Statuses of a server that cannot answer at present; 501 and 505 say that it never will."""


def discover(account: OpenAccount, cancel: CancelToken | None = None) -> Discovery:
    """Ask the account's addresses, in order, and join what they have with what is remembered.

    :raises AuthenticationRejected: the login was not accepted.
    :raises DiscoveryFailed: nothing was found.
    :raises TransportError, ServerFailure, HoldOff: an address could not be asked.
    """
    found: list[Discovery] = []
    failures: list[DiscoveryFailed] = []
    for url in account.settings.urls:
        try:
            found.append(_ask(account, url, cancel))
        except DiscoveryFailed as error:
            failures.append(error)
    if not found:
        raise failures[0]
    return _joined(account.settings.urls[0], found, account.discovery)


def _joined(url: str, found: list[Discovery], known: Discovery | None) -> Discovery:
    """What several addresses told, as one account, with what was known of it."""
    homes = {href_key(home.url): home for one in found for home in one.home_sets}
    told = [name for one in found for name in _principals(one)]
    principal = told[0] if told else ""
    if known is not None and _same_login(told, _principals(known)):
        principal = known.principal or principal
        covered = {kind for home in homes.values() for kind in home.kinds}
        for home in known.home_sets:
            missing = set(home.kinds) - covered
            if missing:
                now = homes.get(href_key(home.url))
                kinds = sorted(missing | set(now.kinds if now else ()))
                homes[href_key(home.url)] = msgspec.structs.replace(now or home, kinds=tuple(kinds))
    return Discovery(url, principal, tuple(homes.values()))


def _principals(one: Discovery) -> list[str]:
    return [name for name in (one.principal, *(home.principal for home in one.home_sets)) if name]


def _same_login(told: Iterable[str], known: Iterable[str]) -> bool:
    """Whether nothing says that this is another login than the one before."""
    told, known = tuple(told), tuple(known)
    return not told or not known or any(same_place(a, b) for a in told for b in known)


def _ask(account: OpenAccount, url: str, cancel: CancelToken | None) -> Discovery:
    from sync_engine.client import discovery  # noqa: PLC0415  imports HTTP

    transport = account.transport(url=account.settings.urls[0])
    watched = _Watched(transport)
    try:
        result = discovery.discover(
            watched,
            transport.names(),
            url,
            may_login=lambda place: _may_login(account, place),
            cancel=cancel,
        )
    except DiscoveryFailed as error:
        # with one address the list of what was tried says more
        if watched.failure is not None and len(account.settings.urls) > 1:
            raise watched.failure from error
        raise
    homes = tuple(
        Home(tuple(sorted(home.kinds)), home.url, home.principal, home.single)
        for home in result.home_sets
    )
    return Discovery(url, result.principal, homes)


class _Watched:
    """A transport that remembers the first place which could not answer."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.failure: EngineError | None = None

    def exchange(
        self, request: Request, *, meter: Meter | None = None, cancel: CancelToken | None = None
    ) -> Response:
        """See ``Transport``."""
        try:
            response = self._transport.exchange(request, meter=meter, cancel=cancel)
        except (Unreachable, TlsUntrusted, HoldOff) as error:
            self.failure = self.failure or error
            raise
        if response.status in _PASSING:
            kind = HoldOff if response.status in (429, 503) else ServerFailure
            self.failure = self.failure or kind(response.status, where=request.url)
        return response

    def close(self) -> None:
        """See ``Transport``."""
        self._transport.close()


def _may_login(account: OpenAccount, url: str) -> bool:
    """Whether the transport will give the login to this place."""
    if origin_of(url) == origin_of(account.settings.urls[0]):
        return True
    parts = urlsplit(url)
    return parts.scheme == "https" and trusted(parts.hostname or "", account.trusted_hosts())


def ensure(account: OpenAccount, cancel: CancelToken | None = None) -> Discovery:
    """What is remembered, else what discovery finds now (and is remembered then)."""
    known = account.discovery
    if known is None:
        known = discover(account, cancel)
        account.remember(known)
    return known
