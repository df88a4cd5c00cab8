"""Collections are switched, set, made, renamed and deleted in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTreeWidgetItem

from tests.ui.finding import press, shown, texts
from tests.ui.waiting import until
from ui.widgets.dialogs import Question


@pytest.fixture
def page(program_at, sides):
    found = program_at("collections").window.page("collections")
    until(lambda: found.current)
    return found


def item(page, title: str) -> QTreeWidgetItem:
    (found,) = page.tree.findItems(title, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
    return found


def listed(page) -> set[str]:
    top = page.tree.topLevelItem(0)
    return {top.child(number).text(0) for number in range(top.childCount())}


def test_the_tree_shows_what_there_is(page) -> None:
    assert page.tree.topLevelItem(0).text(0) == "home"
    assert listed(page) == {"Work", "People"}
    page.tree.setCurrentItem(item(page, "People"))
    shown(page, "Address book, 2 items")


def test_a_check_box_switches_it_off_and_on(page, service) -> None:
    item(page, "Work").setCheckState(0, Qt.CheckState.Unchecked)
    until(lambda: not service().collections.show("home/work").enabled)
    until(lambda: item(page, "Work").checkState(0) == Qt.CheckState.Unchecked)
    item(page, "Work").setCheckState(0, Qt.CheckState.Checked)
    until(lambda: service().collections.show("home/work").enabled)


def test_the_direction_is_set(page, service) -> None:
    page.tree.setCurrentItem(item(page, "Work"))
    (box,) = (b for b in page.findChildren(QComboBox, "direction") if b.isVisible())
    box.setCurrentIndex(box.findData("pull"))
    box.activated.emit(box.currentIndex())
    until(lambda: service().collections.show("home/work").direction == "pull")
    shown(page, "From the server only")


def test_a_collection_is_made_on_the_server(page, sides) -> None:
    press(page, "New…")
    page.dialog.name.setText("Holidays")
    press(page.dialog, "Create")
    until(lambda: "Holidays" in listed(page))
    assert "Holidays" in {c.name for c in sides.server.collections()}


def test_it_is_renamed_for_everybody(page, sides) -> None:
    page.tree.setCurrentItem(item(page, "Work"))
    press(page, "Rename…")
    page.dialog.name.setText("Office")
    press(page.dialog, "Rename")
    until(lambda: "Office" in listed(page))
    assert "Office" in {c.name for c in sides.server.collections()}


def test_it_is_deleted_after_a_question(page, sides) -> None:
    page.tree.setCurrentItem(item(page, "Work"))
    press(page, "Delete…")
    until(lambda: page.findChildren(Question))
    assert "for all your devices" in texts(page.dialog)
    press(page.dialog, "Delete")
    until(lambda: listed(page) == {"People"})
    assert {c.name for c in sides.server.collections()} == {"People"}
    shown(page.window(), "Work was deleted; 7 of its items are in the history.")


def test_nothing_is_deleted_where_the_answer_is_no(page, sides) -> None:
    page.tree.setCurrentItem(item(page, "Work"))
    press(page, "Delete…")
    until(lambda: page.findChildren(Question))
    press(page.dialog, "Cancel")
    assert {c.name for c in sides.server.collections()} == {"People", "Work"}
