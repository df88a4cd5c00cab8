"""Pictures of the dialogs of the pages, and of what is chosen, filtered or asked on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from ksync.connect.memory import App
from ksync.connect.steps import KDE, Step
from ksync.reporting.catalog import tell
from ksync.service.connections import Outcome
from ksync.service.privacy import Erased
from tools.screenshots.looking import until
from ui.farewell import Farewell
from ui.pages.activity import ActivityPage
from ui.pages.conflicts import ConflictsPage
from ui.pages.contacts import ContactsPage
from ui.pages.page import Page
from ui.pages.settings import SettingsPage
from ui.program import Program
from ui.viewmodels.activity import Filter
from ui.widgets.lists import LineList
from ui.widgets.programs import Programs
from ui.widgets.reading import ReadingLine
from ui.words import tr

P = TypeVar("P", bound=Page)


def _page(program: Program, name: str, kind: type[P]) -> P:
    """A page, when it has read what it shows."""
    for each in _dialogs(program):
        each.reject()
    program.show_page(name)
    page = program.window.page(name)
    assert isinstance(page, kind)
    until(lambda: program.bridge.idle)
    return page


def _press(page: QWidget, text: str) -> None:
    """Press the first button that says this."""
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.text() == tr(text) and each.isVisibleTo(page)
    ]
    found[0].click()


def _opened(program: Program) -> QDialog:
    """The dialog that came up last."""
    until(lambda: program.bridge.idle and _dialogs(program))
    return _dialogs(program)[-1]


def _dialogs(program: Program) -> list[QDialog]:
    return [each for each in program.window.findChildren(QDialog) if each.isVisible()]


def _choose(lines: LineList, wanted: Callable[[Any], object]) -> None:
    number = next(n for n, each in enumerate(lines.lines.lines) if wanted(each))
    lines.setCurrentIndex(lines.lines.index(number))


def behind(name: str, text: str) -> Callable[[Program], QWidget]:
    """What a button of a page opens."""

    def prepare(program: Program) -> QWidget:
        _press(_page(program, name, Page), text)
        return _opened(program)

    return prepare


def undo(program: Program) -> QWidget:
    """What an undo would do."""
    page = _page(program, "activity", ActivityPage)
    _press(page, "Undo this sync…")
    return _opened(program)


def problems(program: Program) -> QWidget:
    """A run with something that went wrong."""
    page = _page(program, "activity", ActivityPage)
    page.filter.setCurrentIndex(list(Filter).index(Filter.PROBLEMS))
    until(lambda: program.bridge.idle)
    return program.window


def search(text: str) -> Callable[[Program], QWidget]:
    """Contacts, searched."""

    def prepare(program: Program) -> QWidget:
        page = _page(program, "contacts", ContactsPage)
        page.search.setText(text)
        until(lambda: page.settled)
        return program.window

    return prepare


def first_sync(program: Program) -> QWidget:
    """The first run, which brought many items."""
    page = _page(program, "activity", ActivityPage)
    page.filter.setCurrentIndex(list(Filter).index(Filter.CHANGES))
    page.list.setCurrentIndex(page.list.lines.index(page.list.lines.rowCount() - 1))
    until(lambda: program.bridge.idle)
    return program.window


def left_out(program: Program) -> QWidget:
    """Which files cannot be shown."""
    page = _page(program, "calendar", Page)
    until(lambda: program.bridge.idle)
    page.findChildren(ReadingLine)[0]._show()
    return _opened(program)


def hold(program: Program) -> QWidget:
    """Many deletions at once wait for an answer."""
    page = _page(program, "conflicts", ConflictsPage)
    _choose(page.list, lambda each: each.icon == "delete")
    until(lambda: program.bridge.idle)
    return program.window


def let_it_happen(program: Program) -> QWidget:
    """Asked once more."""
    hold(program)
    _press(program.window.page("conflicts"), "Let it happen")
    return _opened(program)


def by_hand(program: Program) -> QWidget:
    """What is to be done by hand in a program."""
    values = (("username", "infomaniak"), ("password", "kqzt-7mfe-93xp"),
              ("address", "http://127.0.0.1:8085/"))  # fmt: skip
    steps = tuple(Step(template, values) for template in KDE)
    _programs(program)._show_steps(Outcome(App.KDE, steps=steps))
    return _opened(program)


def unsent(program: Program) -> QWidget:
    """Edits in a program that have not come to kSync."""
    _programs(program)._failed(partial(_nothing), tell("connect.unsent", detail="2"))
    return _opened(program)


def _nothing() -> None:
    """Only looked at."""


def _programs(program: Program) -> Programs:
    return _page(program, "settings", SettingsPage).findChildren(Programs)[0]


def help_(program: Program) -> QWidget:
    """What the pictures mean."""
    _page(program, "overview", Page)
    program.help()
    return _opened(program)


def gone(program: Program) -> QWidget:
    """The last word after everything was erased; here, nothing is."""
    _page(program, "overview", Page)
    farewell = Farewell(program.window, lambda: None)
    farewell._done(Erased((), ()))
    return _opened(program)
