"""One private evolution-data-server for a module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync_engine.replicas.eds import Services, SessionBus
from tests.replicas.eds.daemon import Desktop, start


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    running = start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", running.env["XDG_DATA_HOME"])
        yield running
    running.close()


@pytest.fixture(scope="module")
def services(desktop: Desktop) -> Iterator[Services]:
    bus = SessionBus(desktop.address)
    yield Services(bus)
    bus.close()
