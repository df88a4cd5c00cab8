"""Conflicts and holds are decided in the window, and the sync carries it out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel

from tests.ui.editing import event
from tests.ui.finding import choose, press, shown, texts, titles
from tests.ui.waiting import settled, synced, until
from ui.program import Program
from ui.widgets.dialogs import Question


@pytest.fixture
def page(program_at, sides, service):
    """Two conflicts on the title of an event."""
    service().collections.set("home/work", {"conflict": "ask"})
    for name in "ab":
        sides.clash(name, event(f"Mine {name}", uid=name), event(f"Theirs {name}", uid=name))
    program = program_at("conflicts")
    synced(program)
    found = program.window.page("conflicts")
    until(lambda: len(titles(found.list)) == 2)
    return found


def test_three_columns_by_property(page) -> None:
    choose(page.list, "Mine a")
    shown(page, "Theirs a")
    text = texts(page)
    assert "changed on both sides: Title" in text
    for word in ("Before", "This computer", "The server", "Event a", "Mine a"):
        assert word in text
    assert text.splitlines().count("changed") == 2


@pytest.mark.parametrize(("keep", "title"), [("keep-local", "Mine a"), ("keep-server", "Theirs a")])
def test_one_side_is_kept(page, sides, keep, title) -> None:
    choose(page.list, "Mine a")
    shown(page, "Theirs a")
    press(page, keep)
    until(lambda: f"SUMMARY:{title}" in sides.text_here("a") and title in sides.text_there("a"))
    until(lambda: titles(page.list) == ["Mine b"])


def test_many_at_once(page, sides) -> None:
    model = page.list.selectionModel()
    for number in (0, 1):
        model.select(page.list.lines.index(number), QItemSelectionModel.SelectionFlag.Select)
    shown(page, "2 conflicts chosen")
    press(page, "keep-server")
    until(lambda: all(f"Theirs {n}" in sides.text_here(n) for n in "ab"))
    shown(page, "Nothing waits for you")


def test_the_sidebar_counts_and_the_tray_says_so(page) -> None:
    window = page.window()
    assert window.sidebar.list.currentItem().text() == "Conflicts"
    assert "2 conflicts wait for you." in window.sidebar.line.text()


@pytest.fixture
def held(program_at, sides):
    """Six of seven events were deleted here."""
    for path in sorted(sides.folder.glob("*.ics"))[:6]:
        path.unlink()
    program = program_at("conflicts")
    synced(program)
    found = program.window.page("conflicts")
    until(lambda: titles(found.list))
    shown(found, "What shall happen?")
    return found


def test_a_hold_says_what_was_seen_and_what_each_answer_does(held) -> None:
    text = texts(held)
    assert "6 items went from this computer" in text
    assert "Deletes them on the server too (the history keeps them)." in text
    assert "Keeps them and puts them back on this computer." in text


def test_rejecting_brings_them_back(held, sides) -> None:
    press(held, "reject")
    until(lambda: len(list(sides.folder.glob("*.ics"))) == 7)


def test_approving_asks_once_more(held, sides) -> None:
    press(held, "approve")
    until(lambda: held.findChildren(Question))
    press(held.findChildren(Question)[0], "Let it happen")
    # Radicale answers 500 to who lists a collection while it deletes in it
    shown(held, "Nothing waits for you")
    settled(program_of(held))
    until(lambda: len(sides.server.etags(sides.path)) == 1)


def program_of(page) -> Program:
    owner = page.desk.bridge.parent()
    assert isinstance(owner, Program)
    return owner


def test_property_by_property(program_at, sides, service) -> None:
    service().collections.set("home/work", {"conflict": "ask"})
    sides.clash(
        "a",
        event("Mine", "LOCATION:Here", uid="a"),
        event("Theirs", "LOCATION:There", uid="a"),
    )
    program = program_at("conflicts")
    synced(program)
    page = program.window.page("conflicts")
    shown(page, "There")
    press(page, "pick-local-VEVENT/SUMMARY")
    press(page, "pick-server-VEVENT/LOCATION")
    press(page, "keep-merged")
    until(lambda: "SUMMARY:Mine" in sides.text_there("a"))
    for text in (sides.text_here("a"), sides.text_there("a")):
        assert "SUMMARY:Mine" in text
        assert "LOCATION:There" in text
    shown(page, "Nothing waits for you")
