"""The page Privacy, against a real server and the real gnome-keyring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QToolButton

from ksync.config import load
from ksync.gateway.place import gateway_lock
from ksync.service import Service, password_age, preferences, select
from ksync.service.accounts import NewAccount
from tests.ksync.conftest import bus  # noqa: F401  a fixture
from tests.ksync.secret_service import entries, gnome_keyring, lock_default_collection
from tests.servers import Account
from tests.ui.editing import event
from tests.ui.finding import buttons, press, shown, texts
from tests.ui.waiting import settled, until
from ui.pages.privacy import PrivacyPage
from ui.program import Program
from ui.topics import Topic
from ui.widgets.copying import Copying
from ui.widgets.leaving import Leaving
from ui.widgets.sign_in import SignIn

DAY = 86_400


@pytest.fixture
def keyring(bus) -> Iterator[dict[str, str]]:  # noqa: F811  the fixture
    """An open keyring of this session."""
    with gnome_keyring(bus, password="pw"):
        yield bus


@pytest.fixture
def home(radicale: Account, keyring, service: Callable[[], Service]) -> Account:
    """The account "home", its password in the keyring; two versions in its history."""
    path = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    for name in "abc":
        radicale.put(f"{path}{name}.ics", event(f"Event {name}", uid=name))
    service().accounts.add(
        NewAccount("home", radicale.username, "generic", radicale.url, password=radicale.password)
    )
    service().sync.run()
    for name in "ab":
        radicale.put(f"{path}{name}.ics", event(f"Changed {name}", uid=name))
    service().sync.run()
    return radicale


@pytest.fixture
def program(home, program_at) -> Program:
    return program_at("privacy")


@pytest.fixture
def page(program) -> PrivacyPage:
    found = program.window.page("privacy")
    shown(found, "home")
    return found


def asked(page: PrivacyPage, kind: type = Leaving):
    until(lambda: isinstance(page.dialog, kind) and page.dialog.isVisible())
    return page.dialog


def said(program: Program, text: str) -> None:
    shown(program.window, text)
    settled(program)


def files(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


def test_it_shows_what_is_stored_where_why_and_whom_it_talks_to(page, paths, home) -> None:
    read = texts(page)
    for text in (
        "Talks to 127.0.0.1, and to nobody else.",
        "Its password was stored in the keyring just now.",
        "3 items", "2 versions",
        f"{paths.data / 'home'}  ·  until you delete them",
        "90 days, at most 500 MB",
        str(paths.config), str(paths.log),
        "Nothing is sent to anybody else",
    ):  # fmt: skip
        assert text in read, (text, read)
    assert home.password not in read


def test_a_folder_is_opened(page, paths, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    press(page, "Open the folder: Calendars, tasks and contacts, home")
    assert opened == [str(paths.data / "home")]


def test_sign_out_takes_the_password_and_leaves_the_rest(page, program, paths, keyring, home):
    press(page, "Sign out of home")
    dialog = asked(page)
    assert "The password in the keyring" in texts(dialog)
    assert f"3 items in {paths.data / 'home'}" in texts(dialog)
    press(dialog, "Cancel")
    settled(program)
    assert home.password in entries(keyring), "nothing was agreed to"
    press(page, "Sign out of home")
    press(asked(page), "Sign out")
    said(program, "Signed out of home.")
    assert home.password not in entries(keyring)
    assert len(list((paths.data / "home").rglob("*.ics"))) == 3
    shown(page, "You are signed out: kSync keeps no password of it.")
    # and the way back
    press(page, "New password for home")
    again = asked(page, SignIn)
    again.password.setText(home.password)
    press(again, "Sign in")
    shown(page, "Its password was stored in the keyring just now.")
    settled(program)
    assert home.password in entries(keyring)


def test_sign_out_on_a_shared_computer_takes_what_is_here(page, program, paths, keyring, home):
    press(page, "Sign out of home")
    dialog = asked(page)
    dialog.more.click()
    shown(dialog, "Sync before, if you are not sure")
    press(dialog, "Sign out and erase")
    said(program, "Signed out of home.")
    assert home.password not in entries(keyring)
    assert not list(paths.data.rglob("*.ics"))
    assert "home" in load(paths.config_file).config.accounts
    assert home.get(f"{home.calendar_home}cal/c.ics").status == 200


def test_a_locked_keyring_is_no_sign_out(page, program, paths, keyring, home) -> None:
    lock_default_collection()
    press(page, "Sign out of home")
    dialog = asked(page)
    dialog.more.click()
    press(dialog, "Sign out and erase")
    said(program, "The keyring is locked.")
    assert "Unlock…" in buttons(program.window)
    assert len(list((paths.data / "home").rglob("*.ics"))) == 3
    assert page.inner.isEnabled()


def test_the_history_is_erased_and_what_is_there_stays(page, program, paths, service) -> None:
    press(page, "Erase the history of home")
    dialog = asked(page)
    assert "2 earlier versions" in texts(dialog)
    press(dialog, "Erase")
    said(program, "2 earlier versions erased.")
    assert service().versions.newest("home") == []
    assert len(list((paths.data / "home").rglob("*.ics"))) == 3
    visible = (each for each in page.findChildren(QAbstractButton) if each.isVisible())
    (button,) = (b for b in visible if b.accessibleName() == "Erase the history of home")
    assert not button.isEnabled(), "there is none to erase"


def test_an_account_is_erased_and_what_is_not_ksync_s_is_named(
    page, program, paths, keyring, home
) -> None:
    note = next((paths.data / "home").rglob("*.ics")).with_name("note.txt")
    note.write_text("mine")
    press(page, "Erase home from this computer")
    press(asked(page), "Erase")
    said(program, "home and everything of it is gone from this computer.")
    assert str(note) in texts(program.window)
    assert home.password not in entries(keyring)
    assert load(paths.config_file).config.accounts == {}
    assert files(paths.data) == [str(note.relative_to(paths.data))]
    assert files(paths.state / "accounts") == []
    assert home.get(f"{home.calendar_home}cal/c.ics").status == 200


def test_a_copy_is_saved_and_nothing_is_overwritten(page, program, tmp_path, home) -> None:
    target = tmp_path / "copy"
    press(page, "Save a copy…")
    dialog = asked(page, Copying)
    assert dialog.folder.text().startswith(str(Path.home()))
    dialog.folder.setText(str(target))
    press(dialog, "Save")
    said(program, f"Saved: 3 items and 2 earlier versions in {target}.")
    assert {"settings.toml", "home/calendars/work/c.ics", "home/versions.json"} <= set(
        files(target)
    )
    before = files(target)
    press(page, "Save a copy…")
    again = asked(page, Copying)
    again.folder.setText(str(target))
    press(again, "Save")
    shown(again, "Name a folder that is new, or empty.")
    assert again.isVisible()
    assert files(target) == before
    press(again, "Cancel")


def test_where_the_copy_goes_can_be_chosen(page, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    press(page, "Save a copy…")
    dialog = asked(page, Copying)
    press(dialog, "Choose…")
    assert Path(dialog.folder.text()).parent == tmp_path
    press(dialog, "Cancel")


def test_after_a_year_the_password_is_to_be_changed(page, program, service, home, monkeypatch):
    with select.account(service().parts, "home") as opened:
        at = opened.parts.clock() - 366 * DAY
        opened.store.runs.set_fact(password_age.FACT, str(at))
    program.bridge.touched({Topic.ACCOUNTS})
    shown(page, "A password is older than a year: home.")
    program.show_page("overview")
    overview = program.window.page("overview")
    shown(overview, "Its password is more than a year old.")
    press(overview, "New password for home")
    dialog = asked(page, SignIn)
    assert program.window.stack.currentWidget() is page
    dialog.password.setText(home.password)
    press(dialog, "Sign in")
    shown(page, "Its password was stored in the keyring just now.")
    assert "older than a year" not in texts(page)
    settled(program)


@pytest.mark.parametrize("gateway", [False, True], ids=["alone", "with the gateway"])
def test_everything_is_erased_and_the_program_ends(
    gateway, page, program, paths, keyring, home, qapp, monkeypatch
) -> None:
    if gateway:
        program.bridge.act(
            lambda service: preferences.change(service.parts, "gateway.enabled", "true"),
            changes={Topic.SETTINGS},
        )
        until(gateway_lock(paths).held_by_other)
        settled(program)
    quits: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: quits.append(True))
    press(page, "Erase everything…")
    dialog = asked(page)
    assert "1 account: home" in texts(dialog)
    press(dialog, "Erase everything")
    until(lambda: hasattr(program.farewell, "dialog"))
    shown(program.farewell.dialog, "It was looked for: nothing is left.")
    assert home.password not in entries(keyring)
    press(program.farewell.dialog, "Quit")
    assert quits == [True]
    settled(program)
    assert program.close()
    assert files(paths.state.parent) == []
    assert home.get(f"{home.calendar_home}cal/c.ics").status == 200


def test_what_cannot_be_erased_leaves_everything_and_goes_on(page, program, paths, keyring) -> None:
    program.bridge.act(
        lambda service: preferences.change(service.parts, "gateway.enabled", "true"),
        changes={Topic.SETTINGS},
    )
    until(gateway_lock(paths).held_by_other)
    lock_default_collection()
    press(page, "Erase everything…")
    press(asked(page), "Erase everything")
    said(program, "The keyring is locked.")
    assert program.window.isEnabled()
    assert len(list((paths.data / "home").rglob("*.ics"))) == 3
    assert program.bridge.known_now.glance.paused_until is None
    until(gateway_lock(paths).held_by_other)


def test_every_way_of_leaving_is_reached_with_the_keyboard(page, program) -> None:
    """Tab alone goes to every button of the page, in the order in which they stand."""
    page.inner.window().activateWindow()
    reached: list[str] = []
    first = page.findChildren(QToolButton)[0]
    first.setFocus()
    for _ in range(60):
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractButton) and page.isAncestorOf(here):
            reached.append(here.accessibleName() or here.text())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    order = ["New password for home", "Sign out of home", "Erase the history of home",
             "Erase home from this computer", "Save a copy…", "Erase everything…"]  # fmt: skip
    assert [name for name in dict.fromkeys(reached) if name in order] == order


def test_enter_alone_deletes_nothing(page) -> None:
    press(page, "Erase home from this computer")
    dialog = asked(page)
    assert dialog.focusWidget() is dialog.no
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    until(lambda: not dialog.isVisible())
    assert dialog.result() == Leaving.DialogCode.Rejected
