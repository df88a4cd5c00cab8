"""The page Networks, the guard's card and the menu, against NetworkManager as documented."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from ksync.config import load
from ksync.network import bus, guard
from ksync.network.observer import Observer, providers
from tests.network.buses import private_bus
from tests.network.services import FakeNetworkManager
from tests.network.test_providers import WLAN, FakeSystem
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import until
from ui.widgets.listing import Listing


@pytest.fixture
def nm(tmp_path, monkeypatch):
    """On the Wi-Fi "Home", told by a service on a private bus."""
    with private_bus(tmp_path / "b") as socket, FakeNetworkManager(socket) as service:
        service.wifi("wlan0", b"Home")
        monkeypatch.setenv(bus.ADDRESS_VARIABLE, f"unix:path={socket}")
        observer = Observer(lambda: providers(trusted_only=False), FakeSystem(WLAN))
        monkeypatch.setattr(guard, "_OBSERVERS", {False: observer})
        yield service
        observer.close()


@pytest.fixture
def page(nm, program_at):
    return program_at("networks").window.page("networks")


def pick(page, key: str, value: str) -> None:
    (box,) = (each for each in page.findChildren(QComboBox, key) if each.isVisible())
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def listing(page) -> Listing:
    until(lambda: [each for each in page.findChildren(Listing) if each.isVisible()])
    return next(each for each in page.findChildren(Listing) if each.isVisible())


def test_while_the_guard_is_off_nobody_is_asked_which_wifi_this_is(nm, page) -> None:
    shown(page, "The network guard is off")
    assert "Home" not in texts(page)
    assert nm.calls == []


def test_this_network_is_listed_and_the_verdict_follows_the_signals(nm, page, paths) -> None:
    press(page, "Allow this network…")
    dialog = listing(page)
    assert dialog.name.text() == "Home"
    press(dialog, "Allow")
    until(lambda: load(paths.config_file).config.network_guard.wifi)
    pick(page, "network_guard.mode", "allowlist")
    shown(page, "Allowed: this network is one that may be used.")
    nm.roam("wlan0", b"Cafe")
    shown(page, "This Wi-Fi is not one of those that are allowed.")
    nm.roam("wlan0", b"Home")
    shown(page, "Allowed: this network is one that may be used.")


def test_a_network_is_added_and_removed(page, paths) -> None:
    press(page, "Add a network…")
    dialog = listing(page)
    dialog.name.setText("Office")
    press(dialog, "Allow")
    shown(page, "Office")
    press(page, "Remove Office")
    until(lambda: not load(paths.config_file).config.network_guard.wifi)


def test_a_denied_network_is_allowed_for_an_hour(page, program_at) -> None:
    pick(page, "network_guard.mode", "allowlist")
    shown(page, "This Wi-Fi is not one of those that are allowed.")
    press(page, "Allow for an hour")
    shown(page, "Allowed for a while, because you said so.")


ELSEWHERE = """
[network_guard]
mode = "allowlist"

[accounts.{name}]
id = "{id}"
provider = "generic"
url = "https://dav.example.org/"
username = "anna"
password_command = "echo secret"
"""


@pytest.fixture
def denied(nm, program_at, paths):
    """The account "home" at a server elsewhere, on a Wi-Fi that is not listed."""
    paths.config.mkdir(parents=True)
    name, number = "home", "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"
    paths.config_file.write_text(ELSEWHERE.format(name=name, id=number))
    return program_at("overview")


def test_where_nothing_may_sync_no_button_promises_it(denied, nm) -> None:
    """The sidebar, the overview and the menu say the same, each with the reason."""
    window = denied.window
    sidebar = window.sidebar
    until(lambda: not sidebar.sync.isEnabled())
    assert sidebar.sync.text() == "Sync now"
    assert sidebar.sync.accessibleDescription() == "Not on this network"
    assert "Not on this network" in texts(sidebar)
    overview = window.page("overview")
    shown(overview, "not on this network")
    (sync,) = (b for b in overview.findChildren(QAbstractButton)
               if b.accessibleName() == "Sync home now" and b.isVisible())  # fmt: skip
    assert not sync.isEnabled()
    assert sync.accessibleDescription() == "not on this network"
    (entry,) = (a for a in sidebar.more.menu().actions() if a.text().startswith("Sync now"))
    assert (entry.text(), entry.isEnabled()) == ("Sync now (not on this network)", False)
    # allowed for a while: the way is free, and no reason is told any more
    denied.show_page("networks")
    page = window.page("networks")
    shown(page, "This Wi-Fi is not one of those that are allowed.")
    denied.commands("pause:forever")  # nothing shall go to dav.example.org
    press(page, "Allow for an hour")
    until(sidebar.sync.isEnabled)
    assert sidebar.sync.accessibleDescription() == ""
    assert not sidebar.reason.isVisible()
