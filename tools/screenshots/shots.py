"""What is drawn: one row a picture. A row prepares the window and names what to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tools.screenshots import looking
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


EMPTY: tuple[Shot, ...] = tuple(Shot(f"empty-{row.id}", page(row.id).prepare) for row in PAGES)
"""On a profile without an account."""

FULL: tuple[Shot, ...] = (
    *(page(row.id) for row in PAGES),
    Shot("calendar-event", looking.event),
    Shot("calendar-agenda", looking.agenda),
)
"""On a profile with an account that has a month behind it."""
