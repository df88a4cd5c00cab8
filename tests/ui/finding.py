"""Finding things in the window as a person does: by what stands on them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.waiting import until
from ui.widgets.lists import LineList


def texts(widget: QWidget) -> str:
    """Everything that is read on it."""
    found = [child.text() for child in widget.findChildren(QLabel) if child.isVisibleTo(widget)]
    found += [
        child.text() for child in widget.findChildren(QAbstractButton) if child.isVisibleTo(widget)
    ]
    return "\n".join(found)


def buttons(widget: QWidget) -> list[str]:
    """What its buttons say."""
    return [child.text() for child in widget.findChildren(QAbstractButton) if child.isVisible()]


def press(widget: QWidget, text: str) -> None:
    """Press the button that says this (or is named so); it has to be there once."""
    found = [
        child
        for child in widget.findChildren(QAbstractButton)
        if child.isVisible() and text in (child.text(), child.objectName(), child.accessibleName())
    ]
    assert len(found) == 1, (text, buttons(widget))
    assert found[0].isEnabled(), text
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def titles(lines: LineList) -> list[str]:
    """The titles of a list."""
    return [line.title for line in lines.lines.lines]


def choose(lines: LineList, title: str) -> None:
    """Choose the first row of this title."""
    lines.setCurrentIndex(lines.lines.index(titles(lines).index(title)))


def shown(widget: QWidget, text: str) -> None:
    """Wait until it can be read."""
    until(lambda: text in texts(widget), f"{text!r} is shown, not {texts(widget)!r}")
