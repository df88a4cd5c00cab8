"""Fixtures: homes for the program, and a way to the server that is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.ksync.conftest import bus  # noqa: F401 - a fixture
from tests.servers import Account
from tests.servers.wire import CountingProxy


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """A fresh home."""
    return Client(tmp_path / "home")


@pytest.fixture
def other_client(tmp_path: Path) -> Client:
    """Another fresh home."""
    return Client(tmp_path / "other")


@pytest.fixture
def watched() -> Iterator[Callable[[Account], CountingProxy]]:
    """Puts a proxy in front of an account's server."""
    with ExitStack() as stack:

        def watch(account: Account) -> CountingProxy:
            return stack.enter_context(
                CountingProxy(account.server.port, opaque=account.traits.tls)
            )

        yield watch
