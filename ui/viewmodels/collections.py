"""Collections: a tree of accounts, and what can be set of each collection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ksync.service.collections import CollectionView
from ui.viewmodels.settings import managed_by
from ui.words import mark, plural, tr

DIRECTIONS: tuple[tuple[str, str], ...] = (
    ("two-way", mark("Both ways")),
    ("pull", mark("From the server only")),
    ("push", mark("To the server only")),
)
CONFLICTS: tuple[tuple[str, str], ...] = (
    ("", mark("As in the settings")),
    ("merge", mark("Merge")),
    ("server", mark("Keep the server's")),
    ("local", mark("Keep this computer's")),
    ("both", mark("Keep both")),
    ("ask", mark("Ask me")),
)


@dataclass(frozen=True, slots=True)
class CollectionShown:
    """A collection.

    :param icon: of its kind; :param line: its kind, its items, and what is special.
    :param notes: what a badge says.
    :param locked: settings that the administrator has in hand.
    """

    id: str
    account: str
    title: str
    icon: str
    colour: str
    line: str
    notes: tuple[str, ...]
    enabled: bool
    view: CollectionView
    locked: frozenset[str] = frozenset()
    manager: str = ""

    def who(self, key: str) -> str:
        """Who has a setting in hand; ``""``: you do."""
        return managed_by(self.manager) if key in self.locked else ""


KEYS = ("enabled", "direction", "conflict", "past_days")
"""What can be set here."""


def shown(
    views: Iterable[CollectionView],
    locks: Mapping[str, frozenset[str]] | None = None,
    manager: str = "",
) -> tuple[CollectionShown, ...]:
    """All, by account, calendars before address books, by name.

    :param locks: which of ``KEYS`` the administrator has in hand, by ID; ``manager``: who.
    """
    locks = locks or {}
    found = [
        replace(_shown(view), locked=locks.get(view.id, frozenset()), manager=manager)
        for view in views
    ]
    return tuple(sorted(found, key=lambda each: (each.account, each.icon, each.title.casefold())))


def _shown(view: CollectionView) -> CollectionShown:
    icon, kind = kind_of(view)
    parts = [kind, plural("{count} item(s)", view.items)]
    if view.out_of_scope:
        parts.append(plural("{count} older one(s) on the server alone", view.out_of_scope))
    return CollectionShown(
        id=view.id,
        account=view.id.partition("/")[0],
        title=view.display_name,
        icon=icon,
        colour=view.color or "",
        line=", ".join(parts),
        notes=_notes(view),
        enabled=view.enabled,
        view=view,
    )


def kind_of(view: CollectionView) -> tuple[str, str]:
    """Icon and word of its kind."""
    if view.kind == "addressbook":
        return "contacts", tr("Address book")
    if view.components and set(view.components) <= {"VTODO"}:
        return "tasks", tr("Tasks")
    return "calendar", tr("Calendar")


def _notes(view: CollectionView) -> tuple[str, ...]:
    notes = []
    if not view.enabled:
        notes.append(tr("off"))
    if not view.listed:
        notes.append(tr("gone from the server"))
    if view.read_only:
        notes.append(tr("read only"))
    elif view.direction != "two-way":
        notes.append(tr(dict(DIRECTIONS)[view.direction]))
    if view.past_days is not None:
        notes.append(plural("the last {count} day(s)", view.past_days))
    return tuple(notes)
