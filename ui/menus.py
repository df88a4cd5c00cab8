"""From the table of a menu (``ui.viewmodels.menu``) to Qt's menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from ui.viewmodels.menu import SEPARATOR, Entry


def fill(
    menu: QMenu,
    entries: Iterable[Entry],
    do: Callable[[str], None],
    icon: Callable[[str], QIcon] | None = None,
) -> None:
    """Make the menu anew."""
    menu.clear()
    for old in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()  # clear() leaves submenus behind
    for entry in entries:
        if entry.id == SEPARATOR:
            menu.addSeparator()
        elif entry.children:
            inner = menu.addMenu(plain(entry.text))
            if icon is not None and entry.icon:
                inner.setIcon(icon(entry.icon))
            fill(inner, entry.children, do, icon)
        else:
            action = menu.addAction(plain(entry.text))
            action.setEnabled(entry.enabled)
            if icon is not None and entry.icon:
                action.setIcon(icon(entry.icon))
            if entry.id:
                action.triggered.connect(lambda _checked=False, name=entry.id: do(name))


def plain(text: str) -> str:
    """A text as a menu shows it: an ampersand is no key of its own."""
    return text.replace("&", "&&")
