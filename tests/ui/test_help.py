"""Help: what each picture in the tray means, without a network."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.waiting import until
from ui.viewmodels.help import MEANINGS, meanings
from ui.viewmodels.status import State
from ui.widgets.help import HelpDialog


def test_every_state_has_its_meaning() -> None:
    assert set(MEANINGS) == set(State)
    assert [meaning.icon for meaning in meanings()] == [state.value for state in State]


def test_the_menu_opens_it(program_at) -> None:
    program = program_at("overview")
    program.commands("help")
    until(lambda: program.window.findChild(HelpDialog))
    dialog = program.window.findChild(HelpDialog)
    pictures = [one for one in dialog.findChildren(QLabel) if not one.pixmap().isNull()]
    assert [one.accessibleName() for one in pictures] == [m.text for m in meanings()]
    dialog.accept()
    until(lambda: program.window.findChild(HelpDialog) is None)
