"""The page Networks, the guard's card and the menu, against NetworkManager as documented."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from ksync.config import load
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import until
from ui.widgets.listing import Listing


@pytest.fixture
def page(nm, program_at):
    return program_at("networks").window.page("networks")


def pick(page, key: str, value: str) -> None:
    """Choose a value of the box of a key; ``""``: of the only one that is there."""
    boxes = page.findChildren(QComboBox, key) if key else page.findChildren(QComboBox)
    (box,) = (each for each in boxes if each.isVisible())
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
    assert dialog.security.currentText() == "At least: WPA2 Personal", "as the command line pins it"
    press(dialog, "Allow")
    until(lambda: load(paths.config_file).config.network_guard.wifi)
    (wifi,) = load(paths.config_file).config.network_guard.wifi
    assert wifi.security == "wpa2-personal"
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


def test_a_listed_network_is_edited_and_keeps_its_name(page, paths) -> None:
    press(page, "Add a network…")
    dialog = listing(page)
    dialog.name.setText("Office")
    press(dialog, "Allow")
    shown(page, "Office")
    press(page, "Edit Office")
    dialog = listing(page)
    assert (dialog.name.text(), dialog.name.isEnabled()) == ("Office", False)
    dialog.label.setText("At work")
    pick(dialog, "", "wpa3-personal")
    dialog.points.setText("AA:BB:CC:00:00:01, aa:bb:cc:00:00:02")
    press(dialog, "Allow")
    shown(page, "At work")
    assert "Office  ·  At least: WPA3 Personal  ·  2 access points" in texts(page)
    (wifi,) = load(paths.config_file).config.network_guard.wifi
    assert (wifi.ssid, wifi.label, wifi.security) == ("Office", "At work", "wpa3-personal")
    assert tuple(wifi.bssids) == ("aa:bb:cc:00:00:01", "aa:bb:cc:00:00:02")


def test_what_is_no_access_point_is_refused_and_nothing_changes(page, paths) -> None:
    press(page, "Add a network…")
    dialog = listing(page)
    dialog.name.setText("Office")
    dialog.points.setText("somewhere")
    press(dialog, "Allow")
    shown(page.window(), "The access points")
    assert not load(paths.config_file).config.network_guard.wifi


def test_a_network_whose_name_is_no_text_is_edited_by_its_octets(nm, page, paths) -> None:
    nm.roam("wlan0", b"\xff\x00x")
    press(page, "Allow this network…")
    dialog = listing(page)
    assert dialog.name.text() == "hex ff0078"
    press(dialog, "Allow")
    shown(page, "hex ff0078")
    press(page, "Edit hex ff0078")
    dialog = listing(page)
    dialog.label.setText("Odd")
    press(dialog, "Allow")
    shown(page, "Odd")
    (wifi,) = load(paths.config_file).config.network_guard.wifi
    assert (wifi.octets, wifi.label) == (b"\xff\x00x", "Odd")


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


def test_an_account_has_a_mode_of_its_own(denied, paths) -> None:
    """The rules of all deny this network; those of one account let it."""
    denied.commands("pause:forever")  # nothing shall go to dav.example.org
    denied.show_page("networks")
    page = denied.window.page("networks")
    shown(page, "This Wi-Fi is not one of those that are allowed.")
    key = "accounts.home.network_guard"
    (box,) = (each for each in page.findChildren(QComboBox, key) if each.isVisible())
    assert box.accessibleName() == "home"
    assert box.currentText() == "As for all accounts"
    pick(page, key, "off")
    shown(page, "The network guard is off")
    assert load(paths.config_file).config.accounts["home"].network_guard == "off"
    until(denied.window.sidebar.sync.isEnabled)
    pick(page, key, "")
    shown(page, "This Wi-Fi is not one of those that are allowed.")
    assert load(paths.config_file).config.accounts["home"].network_guard is None


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
