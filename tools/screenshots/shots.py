"""What is drawn: one row a picture. A row prepares the window and names what to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tools.screenshots import dialogs, first_run, leaving, looking
from ui.pages import PAGES
from ui.program import Program


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture.

    :param name: of its file, without language and shade.
    :param prepare: brings the window into its state; returns what is drawn.
    :param makes: the function that makes the dialog (``ui.pages.activity._offer_undo``); a test
        looks whether each of them is here.
    """

    name: str
    prepare: Callable[[Program], QWidget]
    makes: str = ""


def page(name: str) -> Shot:
    """The window on a page."""

    def prepare(program: Program) -> QWidget:
        program.show_page(name)
        return program.window

    return Shot(name, prepare)


EMPTY: tuple[Shot, ...] = (
    *(Shot(f"empty-{row.id}", page(row.id).prepare) for row in PAGES),
    Shot("wizard-1-welcome", first_run.opened, "ui.wizard.opening._show"),
    Shot("wizard-2-provider", first_run.provider),
    Shot("wizard-3-sign-in", first_run.sign_in),
)
"""On a profile without an account."""

FULL: tuple[Shot, ...] = (
    *(page(row.id) for row in PAGES),
    Shot("calendar-event", looking.event),
    Shot("calendar-agenda", looking.agenda),
    Shot("calendar-left-out", dialogs.left_out, "ui.widgets.reading._show"),
    Shot("contacts-nobody", dialogs.search("xyzzy")),
    Shot("contacts-search", dialogs.search("keller")),
    Shot("activity-first-sync", dialogs.first_sync),
    Shot("activity-problems", dialogs.problems),
    Shot("activity-undo", dialogs.undo, "ui.pages.activity._offer_undo"),
    Shot("collections-new", dialogs.behind("collections", "New…"), "ui.pages.collections._ask_new"),
    Shot(
        "collections-rename",
        dialogs.behind("collections", "Rename…"),
        "ui.pages.collections._ask_name",
    ),
    Shot(
        "collections-colour",
        dialogs.behind("collections", "Colour…"),
        "ui.pages.collections._ask_colour",
    ),
    Shot(
        "collections-delete",
        dialogs.behind("collections", "Delete…"),
        "ui.pages.collections._ask_delete",
    ),
    Shot("conflicts-hold", dialogs.hold),
    Shot("conflicts-let-it-happen", dialogs.let_it_happen, "ui.pages.conflicts._answer"),
    Shot("networks-add", dialogs.behind("networks", "Add a network…"), "ui.pages.networks._ask"),
    Shot(
        "settings-password",
        dialogs.behind("settings", "Change password…"),
        "ui.pages.settings._sign_in",
    ),
    Shot("settings-remove", dialogs.behind("settings", "Remove…"), "ui.pages.settings._ask_remove"),
    Shot("settings-by-hand", dialogs.by_hand, "ui.widgets.programs._show_steps"),
    Shot("settings-unsent", dialogs.unsent, "ui.widgets.programs._failed"),
    Shot("help", dialogs.help_, "ui.program.help"),
    Shot("privacy-reminder", leaving.reminder),
    Shot("privacy-foot", leaving.foot),
    Shot("privacy-new-password", leaving.new_password, "ui.pages.privacy._new_password"),
    Shot("privacy-sign-out", leaving.dialog("Sign out of {name}"), "ui.pages.privacy._sign_out"),
    Shot(
        "privacy-erase-history",
        leaving.dialog("Erase the history of {name}"),
        "ui.pages.privacy._erase_history",
    ),
    Shot(
        "privacy-erase-account",
        leaving.dialog("Erase {name} from this computer"),
        "ui.pages.privacy._remove",
    ),
    Shot(
        "privacy-erase-everything",
        leaving.dialog("Erase everything…"),
        "ui.pages.privacy._erase_all",
    ),
    Shot("privacy-copy", leaving.dialog("Save a copy…"), "ui.pages.privacy._copy"),
    Shot("wizard-3-sign-in-rejected", first_run.rejected),
    Shot("wizard-4-collections", first_run.step("collections")),
    Shot("wizard-5-places", first_run.step("places")),
    Shot("wizard-6-networks", first_run.step("networks")),
    Shot("wizard-7-preview", first_run.step("preview")),
    Shot("wizard-8-done", first_run.step("done")),
    Shot("privacy-gone", dialogs.gone, "ui.farewell._done"),
)
"""On a profile with an account that has a month behind it."""
