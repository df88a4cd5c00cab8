"""Log in to a server and find the account's home sets."""

from __future__ import annotations

from urllib.parse import urlsplit

from ksync.composition import Discovery, Home, OpenAccount, origin_of
from sync_engine.cancellation import CancelToken
from sync_engine.core.hosts import trusted
from sync_engine.core.identifiers import href_key
from sync_engine.errors import DiscoveryFailed, EngineError


def discover(account: OpenAccount, cancel: CancelToken | None = None) -> Discovery:
    """Ask the account's addresses, in order, and join what they have.

    A provider may have two: one for calendars, one for address books.

    :raises AuthenticationRejected: the login was not accepted.
    :raises DiscoveryFailed: nothing was found.
    :raises TransportError: the server could not be asked.
    """
    found: list[Discovery] = []
    failures: list[EngineError] = []
    for url in account.settings.urls:
        try:
            found.append(_ask(account, url, cancel))
        except DiscoveryFailed as error:
            failures.append(error)
    if not found:
        raise failures[0]
    first = found[0]
    homes = {href_key(home.url): home for one in found for home in one.home_sets}
    return Discovery(first.url, first.principal, tuple(homes.values()))


def _ask(account: OpenAccount, url: str, cancel: CancelToken | None) -> Discovery:
    from sync_engine.client import discovery  # noqa: PLC0415  imports HTTP

    transport = account.transport(url=account.settings.urls[0])
    result = discovery.discover(
        transport,
        transport.names(),
        url,
        may_login=lambda place: _may_login(account, place),
        cancel=cancel,
    )
    homes = tuple(
        Home(tuple(sorted(home.kinds)), home.url, home.principal, home.single)
        for home in result.home_sets
    )
    return Discovery(url, result.principal, homes)


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
