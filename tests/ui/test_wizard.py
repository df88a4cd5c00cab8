"""The first run against a real server: every step, every error, and cancelling at each."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from ksync.config.model import Store
from ksync.network.rules import Mode
from ksync.service.network import NewNetwork
from tests.replicas.eds.daemon import Desktop, start
from tests.servers import Account, samples
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import settled, until
from ui.viewmodels.wizard import TITLES
from ui.wizard.wizard import Wizard


@pytest.fixture
def server(radicale: Account) -> Account:
    """A calendar with 4 events, an address book with 2 contacts; no account here."""
    calendar = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    book = radicale.make_addressbook("book", title="People")
    radicale.seed(calendar, samples.events(4, 1))
    radicale.seed(book, samples.contacts(2, 1))
    return radicale


@pytest.fixture
def program(program_at):
    return program_at()


@pytest.fixture
def wizard(program) -> Wizard:
    program.add_account()
    until(lambda: program.opening.wizard)
    return program.opening.wizard


def to_sign_in(wizard: Wizard, server: Account, tmp_path: Path, password: str = "") -> None:
    press(wizard, "Let’s begin")
    press(wizard, "Another server")
    press(wizard, "Next")
    secret = tmp_path / "secret"
    secret.write_text(password or server.password)
    step = wizard.step
    step.url.setText(server.url)
    step.username.setText(server.username)
    press(wizard, "Use a command that prints the password instead")
    step.command.setText(f"cat {secret}")


def go(wizard: Wizard, name: str, button: str = "Next") -> None:
    press(wizard, button)
    until(lambda: wizard.step.name == name, f"{name}, not {texts(wizard)}")


def files(home: Path) -> set[str]:
    """What is kept: not the locks, nor what the window and the service keep of themselves."""
    return {
        str(file.relative_to(home)) for file in home.rglob("*")
        if file.is_file() and "lock" not in str(file) and file.name != "desktop.ini"
    }  # fmt: skip


def test_from_welcome_to_the_first_sync(wizard, program, server, tmp_path, service) -> None:
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    listed = [wizard.step.list.item(n) for n in range(wizard.step.list.count())]
    assert {item.text().split("  ")[0] for item in listed} == {"Work", "People"}
    (people,) = (item for item in listed if item.text().startswith("People"))
    people.setCheckState(Qt.CheckState.Unchecked)
    go(wizard, "places")
    assert str(tmp_path / "home" / "data") in texts(wizard)
    go(wizard, "networks")
    assert wizard.step.mode is Mode.OFF
    go(wizard, "preview")
    shown(wizard, "4 items from 1 collection will be copied to this computer.")
    assert service().accounts.names() == []
    go(wizard, "done", "Start syncing")
    (name,) = service().accounts.names()
    settled(program)
    until(lambda: service().collections.show(f"{name}/work").items == 4)
    views = {view.display_name: view for view in service().collections.list()}
    assert (views["People"].enabled, views["People"].path) == (False, None)
    press(wizard, "Close")
    until(lambda: program.opening.wizard is None)
    assert not list((tmp_path / "home" / "cache").rglob("config.toml"))


@pytest.fixture
def gnome(monkeypatch) -> Iterator[Desktop]:
    """A session in which GNOME's data server starts when it is called."""
    desktop = start()
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, desktop.env[name])
    yield desktop
    desktop.close()


def test_it_may_appear_in_gnomes_programs(
    gnome, wizard, program, server, tmp_path, service
) -> None:
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    go(wizard, "places")
    settled(program)
    assert wizard.step.buttons[Store.EDS].isEnabled()
    press(wizard, "In GNOME’s programs")
    go(wizard, "networks")
    go(wizard, "places", "Back")
    assert wizard.step.buttons[Store.EDS].isChecked()
    go(wizard, "networks")
    go(wizard, "preview")
    shown(wizard, "6 items from 2 collections will be copied to this computer.")
    go(wizard, "done", "Start syncing")
    assert "Show the folder" not in texts(wizard)
    (name,) = service().accounts.names()
    settled(program)
    until(lambda: service().collections.show(f"{name}/work").items == 4)
    work = service().collections.show(f"{name}/work")
    assert (work.store, work.path) == ("eds", None)
    # the window's own pages show it as well
    program.window.go("contacts")
    until(lambda: len(texts(program.window.page("contacts"))) > 2)
    view = service().viewing
    until(lambda: service().collections.show(f"{name}/people").items == 2)
    view.look_at_people()
    assert len(view.crowd(5.0).people) == 2
    view.look_at_calendars()
    assert view.span(date(2000, 1, 1), date(2050, 1, 1), 5.0).total == 4
    press(wizard, "Close")


def test_without_gnomes_store_there_are_files(wizard, program, server, tmp_path) -> None:
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    go(wizard, "places")
    settled(program)
    assert not wizard.step.buttons[Store.EDS].isEnabled()
    assert wizard.step.buttons[Store.VDIR].isChecked()
    shown(wizard, "It is not on this computer")
    press(wizard, "Cancel")


STEPS = tuple(TITLES)[:-1]


@pytest.mark.parametrize("at", STEPS)
def test_cancelling_leaves_nothing_behind(wizard, program, server, tmp_path, at) -> None:
    before = files(tmp_path / "home")
    if at not in ("welcome", "provider"):
        to_sign_in(wizard, server, tmp_path)
        for name in STEPS[3 : STEPS.index(at) + 1]:
            go(wizard, name, "Sign in" if name == "collections" else "Next")
            settled(program)
    elif at == "provider":
        press(wizard, "Let’s begin")
    assert wizard.step.name == at
    press(wizard, "Cancel")
    until(lambda: program.opening.wizard is None)
    settled(program)
    assert files(tmp_path / "home") == before
    assert not (tmp_path / "home" / "cache" / "setup").exists()


def test_going_back_keeps_the_answers(wizard, server, tmp_path, program) -> None:
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    wizard.step.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    chosen = wizard.answers.chosen
    go(wizard, "places")
    go(wizard, "collections", "Back")
    assert wizard.answers.chosen == chosen
    go(wizard, "sign-in", "Back")
    assert wizard.step.username.text() == server.username
    go(wizard, "collections", "Sign in")
    assert wizard.answers.chosen == chosen
    settled(program)


def test_a_rejected_login_is_told_with_what_to_do(wizard, server, tmp_path) -> None:
    to_sign_in(wizard, server, tmp_path, "wrong")
    press(wizard, "Sign in")
    shown(wizard, "The server does not accept this user name with this password.")
    assert "perhaps the server wants an application password" in texts(wizard)
    (tmp_path / "secret").write_text(server.password)
    go(wizard, "collections", "Sign in")


def _closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_errors_of_the_address(wizard, server, tmp_path) -> None:
    to_sign_in(wizard, server, tmp_path)
    for address, sentence in (
        (f"http://127.0.0.1:{_closed_port()}", "The server does not answer."),
        ("http://example.invalid", "The address begins with http://"),
        ("ftp://example.invalid", "This is no address of a server."),
    ):
        wizard.step.url.setText(address)
        press(wizard, "Sign in")
        shown(wizard, sentence)
        until(wizard.next.isEnabled)


def test_a_command_that_fails(wizard, server, tmp_path) -> None:
    to_sign_in(wizard, server, tmp_path)
    wizard.step.command.setText("false")
    press(wizard, "Sign in")
    shown(wizard, "The command did not print a password.")


def test_without_a_keyring_the_step_says_so_at_once(wizard) -> None:
    press(wizard, "Let’s begin")
    press(wizard, "Next")
    shown(wizard, "There is no keyring in which the password could be kept.")


def test_infomaniak_is_first_and_its_user_name_is_explained(wizard, monkeypatch) -> None:
    press(wizard, "Let’s begin")
    assert wizard.step.buttons["infomaniak"].isChecked()
    press(wizard, "Next")
    step = wizard.step
    assert "The user name looks like AB12345; it is not your e-mail address." in texts(wizard)
    assert step.url.isVisible() is False
    step.username.setText("anna@example.com")
    assert "This is an e-mail address. Infomaniak wants the short login" in texts(wizard)
    step.username.setText("AB12345")
    assert "This is an e-mail address" not in texts(wizard)
    assert not wizard.next.isEnabled()
    step.password.setText("x")
    assert wizard.next.isEnabled()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    press(wizard, "Make an application password in the browser…")
    assert opened == ["https://manager.infomaniak.com/v3/profile/application-password"]


def test_another_language_at_once_and_not_kept_when_cancelled(wizard, program, service) -> None:
    wizard.step.language.setCurrentIndex(1)
    wizard.step.language.activated.emit(1)
    assert wizard.step.heading.text() == "Bienvenue dans kSync"
    press(wizard, "Annuler")
    until(lambda: program.opening.wizard is None)
    settled(program)
    from ui.words import language

    assert language() == "en"


def test_networks_that_are_chosen_are_written(wizard, program, server, tmp_path, service) -> None:
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    go(wizard, "places")
    go(wizard, "networks")
    wizard.step.buttons[Mode.ALLOWLIST].setChecked(True)
    press(wizard, "Allow the Wi-Fi that I am on")
    until(lambda: wizard.next.isEnabled() and "Wi-Fi" in wizard.step.listed.text())
    wizard.answers.networks = (NewNetwork(b"Home"),)
    go(wizard, "preview")
    settled(program)
    go(wizard, "done", "Start syncing")
    guard = service().parts.config.network_guard
    assert (guard.mode, [wifi.octets for wifi in guard.wifi]) == (Mode.ALLOWLIST, [b"Home"])
    settled(program)


def test_the_wifi_that_one_is_on_is_listed_with_its_protection(
    nm, program_at, server, tmp_path, service
) -> None:
    """As the page Networks and the command line list it."""
    program = program_at()
    program.add_account()
    until(lambda: program.opening.wizard)
    wizard = program.opening.wizard
    to_sign_in(wizard, server, tmp_path)
    go(wizard, "collections", "Sign in")
    go(wizard, "places")
    go(wizard, "networks")
    wizard.step.buttons[Mode.ALLOWLIST].setChecked(True)
    press(wizard, "Allow the Wi-Fi that I am on")
    shown(wizard, "Allowed: Home")
    go(wizard, "preview")
    settled(program)
    go(wizard, "done", "Start syncing")
    (wifi,) = service().parts.config.network_guard.wifi
    assert (wifi.ssid, wifi.security) == ("Home", "wpa2-personal")
    settled(program)
    press(wizard, "Close")


def test_it_opens_by_itself_where_there_is_no_account(program) -> None:
    program.opening.open(only_first=True)
    until(lambda: program.opening.wizard)
    program.opening.wizard.reject()
    until(lambda: program.opening.wizard is None)


def test_it_does_not_where_there_is_one(program_at, account) -> None:
    program = program_at()
    program.opening.open(only_first=True)
    settled(program)
    assert program.opening.wizard is None
    program.show_page("settings")
    shown(program.window, "Add account…")
    press(program.window, "Add account…")
    until(lambda: program.opening.wizard)
    program.opening.wizard.reject()


def test_the_empty_overview_offers_it(program) -> None:
    press(program.window, "Add account…")
    until(lambda: program.opening.wizard)
    program.opening.wizard.reject()
    settled(program)
