"""Real CalDAV/CardDAV servers for the tests, and the tools that go with them.

``KINDS`` maps a kind to its class. Tests use the fixtures of ``fixtures``;
``wire`` has a counting and faulting proxy, ``samples`` the data.
"""

from tests.servers.base import TestServer, Traits
from tests.servers.cyrus import CyrusServer
from tests.servers.http_client import DavClient, Reply, Unexpected
from tests.servers.oracle import Account, Collection
from tests.servers.process import ServerFailed
from tests.servers.radicale import RadicaleServer
from tests.servers.sabre import SabreServer
from tests.servers.xandikos import XandikosServer, XandikosTlsServer

KINDS: dict[str, type[TestServer]] = {
    server.kind: server
    for server in (RadicaleServer, XandikosServer, XandikosTlsServer, CyrusServer, SabreServer)
}

__all__ = [
    "KINDS",
    "Account",
    "Collection",
    "DavClient",
    "Reply",
    "ServerFailed",
    "TestServer",
    "Traits",
    "Unexpected",
]
