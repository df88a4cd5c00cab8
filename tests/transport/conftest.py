"""Fixtures of the transport tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, CredentialSource, Gate
from tests.transport.lab import LOGIN, Authority, Lab

MakeTransport = Callable[..., HttpTransport]


@pytest.fixture
def lab() -> Iterator[Lab]:
    """A server without TLS."""
    with Lab() as running:
        yield running


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A private authority."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def tls_lab(authority: Authority) -> Iterator[Lab]:
    """A server with a certificate of the authority."""
    with Lab(context=authority.server_context()) as running:
        yield running


@pytest.fixture
def make() -> Iterator[MakeTransport]:
    """Makes transports for a lab; closes them."""
    with ExitStack() as stack:

        def build(
            lab: Lab | None,
            gate: Gate | None = None,
            credentials: CredentialSource = lambda: LOGIN,
            **settings: Any,
        ) -> HttpTransport:
            settings.setdefault("origin", lab.origin if lab else None)
            transport = HttpTransport(gate or AllowAll(), credentials, **settings)
            return stack.enter_context(transport)

        yield build
