"""What is drawn: one row a picture. A row prepares the window and names what to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tools.screenshots import first_run, leaving, looking
from ui.pages import PAGES
from ui.program import Program


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture.

    :param name: of its file, without language and shade.
    :param prepare: brings the window into its state; returns what is drawn.
    """

    name: str
    prepare: Callable[[Program], QWidget]


def page(name: str) -> Shot:
    """The window on a page."""

    def prepare(program: Program) -> QWidget:
        program.show_page(name)
        return program.window

    return Shot(name, prepare)


EMPTY: tuple[Shot, ...] = (
    *(Shot(f"empty-{row.id}", page(row.id).prepare) for row in PAGES),
    Shot("wizard-1-welcome", first_run.opened),
    Shot("wizard-2-provider", first_run.provider),
    Shot("wizard-3-sign-in", first_run.sign_in),
)
"""On a profile without an account."""

FULL: tuple[Shot, ...] = (
    *(page(row.id) for row in PAGES),
    Shot("calendar-event", looking.event),
    Shot("calendar-agenda", looking.agenda),
    Shot("privacy-reminder", leaving.reminder),
    Shot("privacy-foot", leaving.foot),
    Shot("privacy-new-password", leaving.new_password),
    Shot("privacy-sign-out", leaving.dialog("Sign out of {name}")),
    Shot("privacy-erase-account", leaving.dialog("Erase {name} from this computer")),
    Shot("privacy-erase-everything", leaving.dialog("Erase everything…")),
    Shot("privacy-copy", leaving.dialog("Save a copy…")),
    Shot("wizard-3-sign-in-rejected", first_run.rejected),
    Shot("wizard-4-collections", first_run.step("collections")),
    Shot("wizard-5-places", first_run.step("places")),
    Shot("wizard-6-networks", first_run.step("networks")),
    Shot("wizard-7-preview", first_run.step("preview")),
    Shot("wizard-8-done", first_run.step("done")),
)
"""On a profile with an account that has a month behind it."""
