"""The settings: what is changed in the window stands in ``config.toml``."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from ksync.config import load
from ksync.config.model import Store
from ksync.service import autostart
from tests.ui.finding import press, shown, texts
from tests.ui.waiting import settled, until
from ui.widgets.dialogs import Question
from ui.widgets.sign_in import SignIn
from ui.words import language


@pytest.fixture(autouse=True)
def _own_config_home(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))


@pytest.fixture
def page(program_at):
    return program_at("settings").window.page("settings")


def control(page, kind, name):
    (found,) = (each for each in page.findChildren(kind, name) if each.isVisible())
    return found


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_choice_is_written(page, paths) -> None:
    pick(control(page, QComboBox, "sync.conflict"), "ask")
    until(lambda: load(paths.config_file).config.sync.conflict == "ask")


def test_a_number_is_written(page, paths) -> None:
    control(page, QSpinBox, "sync.interval_minutes").setValue(30)
    until(lambda: load(paths.config_file).config.sync.interval_minutes == 30)


def test_a_switch_is_written(page, paths) -> None:
    control(page, QCheckBox, "desktop.notifications").click()
    until(lambda: load(paths.config_file).config.desktop.notifications is False)


def test_the_theme_changes_at_once(page) -> None:
    desk = page.desk
    assert not desk.theme.dark
    pick(control(page, QComboBox, "desktop.theme"), "dark")
    until(lambda: desk.theme.dark)


def test_the_language_changes_at_once(program_at) -> None:
    program = program_at("settings")
    page = program.window.page("settings")
    pick(control(page, QComboBox, "desktop.language"), "fr")
    until(lambda: program.window.page("settings") is not page)
    settled(program)
    assert language() == "fr"


def test_starting_at_login_is_an_autostart_entry(page) -> None:
    (box,) = (b for b in page.findChildren(QCheckBox) if "log in" in b.text())
    assert not autostart.enabled()
    box.click()
    until(autostart.enabled)
    box.click()
    until(lambda: not autostart.enabled())


def test_what_is_managed_is_locked_and_says_by_whom(program_at, paths, monkeypatch) -> None:
    from ksync.service import preferences
    from ui.viewmodels import settings as words

    found = preferences.Preferences(
        values={field.key: 1 for _, fields in words.GROUPS for field in fields},
        locked=frozenset({"sync.interval_minutes"}),
        manager="Example AG",
        file="",
        log_folder="",
        data_folder="",
    )
    by_key = {s.field.key: s.locked for _, fields in words.groups(found) for s in fields}
    assert by_key["sync.interval_minutes"] == "Managed by Example AG"
    assert by_key["sync.conflict"] == ""
    assert words.banner(found) == "Example AG manages some settings."


@pytest.fixture
def with_account(program_at, sides):
    program = program_at("settings")
    page = program.window.page("settings")
    shown(page, "home")
    return page


def test_a_wrong_password_is_explained(with_account) -> None:
    press(with_account, "Change the password of home")
    until(lambda: with_account.findChildren(SignIn))
    dialog = with_account.findChildren(SignIn)[0]
    dialog.password.setText("wrong")
    press(dialog, "Sign in")
    until(lambda: "accept" in texts(dialog) or "password" in texts(dialog).lower())
    until(dialog.yes.isEnabled)
    assert dialog.isVisible()
    press(dialog, "Cancel")


def test_where_an_account_is_kept_is_a_choice(with_account, paths) -> None:
    name = "Where the calendars and contacts of home are"
    (box,) = (b for b in with_account.findChildren(QComboBox) if b.accessibleName() == name)
    assert box.currentText() == "As files"
    pick(box, "eds")
    until(lambda: load(paths.config_file).config.accounts["home"].store is Store.EDS)


def test_an_account_is_removed_after_a_question(with_account, paths) -> None:
    press(with_account, "Remove home")
    until(lambda: with_account.findChildren(Question))
    press(with_account.findChildren(Question)[0], "Remove")
    until(lambda: "home" not in load(paths.config_file).config.accounts)
    shown(with_account, "There is no account yet.")
