"""An account of ours on a running server: discovery, listing and collections over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from sync_engine.client.client import DavClient
from sync_engine.client.discovery import Discovered, discover
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.replicas.remote.account import RemoteAccount
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.traits import Traits
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Meter, Secret
from sync_engine.transport.resolver import GatedResolver, SystemResolver
from tests.servers import Account


@dataclass
class Connected:
    """What the application would have after set-up."""

    server: Account
    found: Discovered
    account: RemoteAccount
    client: DavClient

    def info(self, path: str) -> CollectionInfo:
        """The collection at a path, as the listing tells it."""
        listing = self.account.listing()
        assert listing.whole
        return next(info for info in listing.collections if urlsplit(info.url).path == path)

    def open(
        self, path: str, traits: Traits | None = None, meter: Meter | None = None
    ) -> RemoteCollection:
        return self.account.open(self.info(path), traits, meter)

    def make(self, kind: Kind, name: str) -> RemoteCollection:
        """A new collection, opened."""
        make = self.server.make_calendar if kind is Kind.CALENDAR else self.server.make_addressbook
        return self.open(make(name))


def transport_for(account: Account) -> HttpTransport:
    parts = urlsplit(account.url)
    secret = Secret(account.username, account.password) if account.traits.authenticates else None
    return HttpTransport(
        AllowAll(),
        lambda: secret,
        origin=(parts.scheme, parts.hostname or "", parts.port or 0),
        ca_file=account.ca_file,
    )


@pytest.fixture
def connect() -> Iterator[Callable[[Account], Connected]]:
    """Connects to an account of a server; everything is closed afterwards."""
    transports: list[HttpTransport] = []

    def connect_to(account: Account) -> Connected:
        transport = transport_for(account)
        transports.append(transport)
        found = discover(transport, GatedResolver(SystemResolver(), AllowAll()), account.url)
        client = DavClient(transport)
        return Connected(
            account, found, RemoteAccount(client, found.principal, found.home_sets), client
        )

    yield connect_to
    for transport in transports:
        transport.close()


@pytest.fixture
def connected(server: Account, connect: Callable[[Account], Connected]) -> Connected:
    """Connected to a fresh account, on each kind of server in turn."""
    return connect(server)
