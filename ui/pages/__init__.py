"""The pages of the window: one row each, in the order of the sidebar.

A page is made when it is first shown. To add one: write a module in ``ui/pages`` with an
heir of ``Page``, and put its row here (docs/desktop.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ui.words import mark

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Row:
    """A page.

    :param id: the word that others name it by (``desk.go``).
    :param title: in the sidebar.
    :param icon: in ``resources/icons/ui``.
    :param place: module and class, imported when it is first shown.
    """

    id: str
    title: str
    icon: str
    place: str

    def load(self) -> Any:
        """Its class."""
        module, _, name = self.place.partition(":")
        return getattr(import_module(module), name)

    def make(self, desk: Desk) -> Page:
        """The page itself."""
        page: Page = self.load()(desk)
        return page


PAGES: tuple[Row, ...] = (
    Row("overview", mark("Overview"), "overview", "ui.pages.overview:OverviewPage"),
    Row("calendar", mark("Calendar"), "calendar", "ui.pages.calendar:CalendarPage"),
    Row("contacts", mark("Contacts"), "contacts", "ui.pages.contacts:ContactsPage"),
    Row("collections", mark("Collections"), "collections", "ui.pages.collections:CollectionsPage"),
    Row("activity", mark("Activity"), "activity", "ui.pages.activity:ActivityPage"),
    Row("conflicts", mark("Conflicts"), "conflicts", "ui.pages.conflicts:ConflictsPage"),
    Row("networks", mark("Networks"), "networks", "ui.pages.networks:NetworksPage"),
    Row("privacy", mark("Privacy"), "privacy", "ui.pages.privacy:PrivacyPage"),
    Row("settings", mark("Settings"), "settings", "ui.pages.settings:SettingsPage"),
)


def import_all() -> None:
    """Import what the pages need; in a lane, so that the window need not wait for it."""
    for row in PAGES:
        row.load()
