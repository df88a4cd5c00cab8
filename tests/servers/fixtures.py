"""Fixtures on running servers. Registered for all tests by ``tests/conftest.py``.

``server``          parametrised over all kinds: a fresh account on a running server
``fresh_server``    parametrised over all kinds: a running server of the test's own
``radicale``, ``xandikos``, ``xandikos_tls``, ``cyrus``, ``sabre``
                    a fresh account on that one
``server_pool``     the running servers of this test process, started when first
                    wanted, stopped at the end of the session

To take fewer kinds: ``@pytest.mark.parametrize("server", ["cyrus"], indirect=True)``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers import KINDS, Account, TestServer


class ServerPool:
    """At most one running server of each kind, for all tests of this process."""

    def __init__(self) -> None:
        self._running: dict[str, TestServer] = {}

    def get(self, kind: str) -> TestServer:
        """The running server of a kind; it is started if need be.

        :raises ServerFailed: it did not start.
        """
        if kind not in self._running:
            server = KINDS[kind]()
            server.start()
            self._running[kind] = server
        return self._running[kind]

    def stop(self) -> None:
        """Stop them all."""
        while self._running:
            self._running.popitem()[1].stop()


@pytest.fixture(scope="session")
def server_pool() -> Iterator[ServerPool]:
    """The running servers of this test process."""
    pool = ServerPool()
    yield pool
    pool.stop()


def _account(pool: ServerPool, kind: str) -> Iterator[Account]:
    account = pool.get(kind).new_account()
    yield account
    account.close()


@pytest.fixture(params=sorted(KINDS))
def server(request: pytest.FixtureRequest, server_pool: ServerPool) -> Iterator[Account]:
    """A fresh account, on each kind of server in turn."""
    yield from _account(server_pool, request.param)


@pytest.fixture(params=sorted(KINDS))
def fresh_server(request: pytest.FixtureRequest) -> Iterator[TestServer]:
    """A server of the test's own, that it may stop and start; each kind in turn."""
    with KINDS[request.param]() as running:
        yield running


@pytest.fixture
def radicale(server_pool: ServerPool) -> Iterator[Account]:
    """A fresh account on Radicale."""
    yield from _account(server_pool, "radicale")


@pytest.fixture
def xandikos(server_pool: ServerPool) -> Iterator[Account]:
    """The account of Xandikos without TLS, emptied."""
    yield from _account(server_pool, "xandikos")


@pytest.fixture
def xandikos_tls(server_pool: ServerPool) -> Iterator[Account]:
    """A fresh account on Xandikos with TLS."""
    yield from _account(server_pool, "xandikos-tls")


@pytest.fixture
def cyrus(server_pool: ServerPool) -> Iterator[Account]:
    """A fresh account on Cyrus."""
    yield from _account(server_pool, "cyrus")


@pytest.fixture
def sabre(server_pool: ServerPool) -> Iterator[Account]:
    """A fresh account on SabreDAV 1.8."""
    yield from _account(server_pool, "sabre")
