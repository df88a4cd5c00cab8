"""Controls for settings: each calls back with the text that the settings take."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from ui.desk import Desk
from ui.widgets.basics import label, picture, row

_NARROW = 180
_INSIDE = 6
Chosen = Callable[[str], object]
"""Gets what a person chose."""


def choice(
    name: str, options: Iterable[tuple[str, str]], value: object, chosen: Chosen
) -> QComboBox:
    """One of several; the mouse wheel does not change it by chance."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # it scrolls the page
    for each, title in options:
        made.addItem(title, each)
    made.setCurrentIndex(max(0, made.findData(value)))
    # as wide as its longest entry where there is room, and not one that widens the page
    made.setMinimumWidth(_NARROW)
    made.activated.connect(lambda number: chosen(made.itemData(number)))
    return made


def switch(name: str, *, on: bool, chosen: Chosen) -> QCheckBox:
    """Yes or no."""
    made = QCheckBox(name)
    made.setChecked(on)
    made.clicked.connect(lambda checked: chosen("true" if checked else "false"))
    return made


def number(name: str, value: int, limits: tuple[int, int], unit: str, chosen: Chosen) -> QSpinBox:
    """A whole number with its unit."""
    made = QSpinBox()
    made.setAccessibleName(name)
    made.lineEdit().setTextMargins(_INSIDE, 0, 0, 0)
    made.setRange(*limits)
    made.setValue(value)
    made.setKeyboardTracking(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # it scrolls the page
    if unit:
        made.setSuffix(f" {unit}")
    made.valueChanged.connect(lambda now: chosen(str(now)))
    return made


def locked(widget: QWidget, desk: Desk, who: str) -> QWidget:
    """The control, disabled, with a lock that says who has it in hand; ``""``: as it is."""
    if not who:
        return widget
    widget.setEnabled(False)
    widget.setToolTip(who)
    widget.setAccessibleDescription(who)
    made = QWidget()
    said = label(who, tone="quiet", wrap=True)
    across = row(widget, picture("lock", desk.tokens.quiet, 16), said, 1)
    made.setLayout(across)
    return made
