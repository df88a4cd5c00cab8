"""The desktop program, driven against a real server, on the platform "offscreen".

``paths``      a fresh kSync home
``account``    the account "home" on a Radicale: a calendar and an address book
``nm``         a NetworkManager on a private bus; this computer is on the Wi-Fi "Home"
``program``    the program with its window, on a fresh home; ``program_at`` makes one later
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ksync.composition import Parts
from ksync.config import load
from ksync.network import bus, guard
from ksync.network.observer import Observer, providers
from ksync.paths import Paths
from ksync.service import Service
from ksync.service.accounts import NewAccount
from tests.network.buses import private_bus
from tests.network.services import FakeNetworkManager
from tests.network.test_providers import WLAN, FakeSystem
from tests.servers import Account, samples
from tests.ui.editing import Sides, event
from tests.ui.waiting import settled
from ui.program import Program, application
from ui.words import read, use

# Set before the application is made; a test that wants real windows starts a process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.ksync.conftest import paths  # noqa: F401  the fixture itself

Starts = Callable[..., Program]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application is ours."""
    return QApplication


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application, with our name and style."""
    app = application()
    # what is there by now stays: it need not be looked at after each test
    gc.collect()
    gc.freeze()
    return app


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No keyring, no session, English."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "CREDENTIALS_DIRECTORY", "LANGUAGE", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    use(read("en"))


@pytest.fixture
def service(paths: Paths) -> Callable[[], Service]:  # noqa: F811  the fixture
    """The application layer as it is now."""
    return lambda: Service(Parts(paths, load(paths.config_file).config))


@pytest.fixture
def account(radicale: Account, service: Callable[[], Service], tmp_path: Path) -> Account:
    """The account "home": a calendar with 4 events and an address book with 2 contacts."""
    calendar = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("book", title="People")
    radicale.seed(calendar, samples.events(4, 1))
    radicale.seed(book, samples.contacts(2, 1))
    password = tmp_path / "password"
    password.write_text(radicale.password)
    service().accounts.add(
        NewAccount(
            "home",
            radicale.username,
            "generic",
            radicale.url,
            password_command=f"cat {password}",
        )
    )
    return radicale


@pytest.fixture
def program_at(qapp: QApplication, paths: Paths) -> Iterator[Starts]:  # noqa: F811  the fixture
    """Start the program, with its window on a page; it is ended after the test."""
    started: list[Program] = []

    def start(page: str = "overview") -> Program:
        program = Program(qapp, paths)
        started.append(program)
        program.start(page)
        settled(program)
        return program

    yield start
    while started:
        assert started.pop().close(), "everything ends in time"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # what is left in circles is unmade here, not in a thread of the next test
    gc.collect()


@pytest.fixture
def program(program_at: Starts) -> Program:
    """The program on a fresh home."""
    return program_at()


@pytest.fixture
def nm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeNetworkManager]:
    """On the Wi-Fi "Home", told by a service on a private bus."""
    with private_bus(tmp_path / "b") as socket, FakeNetworkManager(socket) as service:
        service.wifi("wlan0", b"Home")
        monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")
        observer = Observer(lambda: providers(trusted_only=False), FakeSystem(WLAN))
        monkeypatch.setattr(guard, "_OBSERVERS", {False: observer})
        yield service
        observer.close()


@pytest.fixture
def sides(account: Account, service: Callable[[], Service]) -> Sides:
    """The calendar home/work, synced once with three events: a, b, c."""
    path = f"{account.calendar_home}cal/"
    for name in "abc":
        account.put(f"{path}{name}.ics", event(f"Event {name}", uid=name))
    service().sync.run()
    folder = service().collections.show("home/work").path
    assert folder is not None
    return Sides(account, path, Path(folder))
