"""The window: pages, states, banner, keys, and what it says to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea

from tests.ui.finding import texts
from tests.ui.waiting import settled, until
from ui.pages import PAGES
from ui.topics import ALL
from ui.widgets.basics import Banner, EmptyState


def test_without_an_account_it_says_what_to_do(program) -> None:
    page = program.window.page("overview")
    (empty,) = page.findChildren(EmptyState)
    assert "No account yet" in texts(empty)
    assert not program.window.sidebar.sync.isEnabled()


def test_an_account_is_a_card(program_at, account) -> None:
    program = program_at()
    shown = texts(program.window.page("overview"))
    assert "Everything is up to date." in shown
    assert "6 items in 2 collections" in shown
    assert "6 changes came here" in shown


def test_broken_settings_are_told_and_mended(program_at, paths) -> None:
    paths.config.mkdir(parents=True)
    paths.config_file.write_text("[sync]\nconflict = 7\n")
    program = program_at()
    (banner,) = program.window.findChildren(Banner)
    assert "not valid" in banner.accessibleName()
    assert f"{paths.config_file}:2" in texts(banner)
    paths.config_file.write_text("")
    until(lambda: program.bridge.known_now.glance is not None)
    assert program.bridge.known_now.trouble is None
    assert not [b for b in program.window.findChildren(Banner) if b.isVisibleTo(program.window)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_page_can_be_reached_by_its_key(program, page) -> None:
    number = PAGES.index(page) + 1
    QTest.keyClick(
        program.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier
    )
    settled(program)
    assert program.window.stack.currentWidget() is program.window.page(page.id)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_control_has_a_name_and_takes_the_focus(program, page) -> None:
    program.window.go(page.id)
    settled(program)
    for control in program.window.findChildren(QAbstractButton):
        if not control.isVisible() or control.objectName().startswith("qt_"):
            continue
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, control.text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_label_is_plain_text(program, page) -> None:
    program.window.go(page.id)
    settled(program)
    for label in program.window.findChildren(QLabel):
        if label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_page_is_wider_than_the_smallest_window(program_at, sides, paths, language) -> None:
    """Where a page does not scroll sideways, what is beyond its edge cannot be reached."""
    with paths.config_file.open("a") as settings:
        settings.write(f'\n[desktop]\nlanguage = "{language}"\n')
    program = program_at()
    program.window.resize(program.window.minimumSize())
    wide = []
    for row in PAGES:
        program.window.go(row.id)
        settled(program)
        page = program.window.page(row.id)
        for area in page.findChildren(QScrollArea):
            inner = area.widget()
            off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if off and area.isVisible() and inner.width() > area.viewport().width():
                wide.append((row.id, inner.width() - area.viewport().width()))
    assert wide == [], wide


def test_the_overview_keeps_its_buttons_while_nothing_changes(program_at, account) -> None:
    """Drawn anew, it would lose the focus, and a click that is under way."""
    program = program_at()
    page = program.window.page("overview")
    (sync,) = (b for b in page.findChildren(QAbstractButton) if b.text() == "Sync now")
    sync.setFocus()
    program.bridge.touched(ALL)
    settled(program)
    assert sync.isVisible()
    assert page.focusWidget() is sync
