"""Labels, buttons, cards, banners and empty states.

Every label is plain text: what a server sent is shown, never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon, pixmap
from ui.theme import Tokens, scaled


def label(
    text: str = "",
    *,
    tone: str = "",
    wrap: bool = False,
    size: float = 1.0,
    bold: bool = False,
    selectable: bool = False,
) -> QLabel:
    """A label of plain text.

    :param tone: ``quiet``, ``good``, ``warn`` or ``bad``; never the only sign of a state.
    :param size: beside the person's own size.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if size != 1.0 or bold:
        made.setFont(scaled(made.font(), size, bold=bold))
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def place(text: str) -> QLabel:
    """A path or an address, to be copied.

    One long word must not make the page wider than the window.
    """
    made = label(text, tone="quiet", wrap=True, selectable=True)
    made.setMinimumWidth(1)
    return made


def name_of(control: QWidget, text: str, **look: Any) -> QLabel:
    """A label that names a control: a screen reader says it before the control's value."""
    made = label(text, **look)
    made.setBuddy(control)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label that is there."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def badge(text: str, *, accent: bool = False) -> QLabel:
    """A word in a rounded field."""
    made = label(text, size=0.9)
    made.setProperty("badge", "accent" if accent else "true")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def picture(name: str, colour: str, size: int = 18) -> QLabel:
    """An icon beside a text that says the same."""
    made = QLabel()
    made.setPixmap(pixmap(name, colour, size, made.devicePixelRatioF()))
    made.setFixedSize(QSize(size, size))
    made.setAccessibleName("")
    return made


def button(
    text: str,
    do: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon_name: str = "",
    colour: str = "",
) -> QPushButton:
    """A button.

    :param kind: ``primary``, ``danger``, ``link`` or none.
    """
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        made.setIcon(icon(icon_name, colour))
    if do is not None:
        made.clicked.connect(lambda _checked=False: do())
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def hint(text: str) -> str:
    """A tooltip that shows a text as it is: Qt reads what looks like markup as such."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def tool(name: str, colour: str, text: str, do: Callable[[], object] | None = None) -> QToolButton:
    """A button with an icon alone; its text is its tooltip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(name, colour))
    made.setToolTip(text)
    made.setAccessibleName(text)
    if do is not None:
        made.clicked.connect(lambda _checked=False: do())
    return made


def line() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setProperty("line", "true")
    return made


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside each other; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(0, 0, 0, 0)
    for each in widgets:
        if isinstance(each, int):
            made.addStretch(each)
        else:
            made.addWidget(each)
    return made


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)  # type: ignore[arg-type]  # ours are boxes
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Card(QFrame):
    """A ground with a border, for things that belong together."""

    def __init__(self, title: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(18, 16, 18, 16)
        self.box.setSpacing(8)
        self.setAccessibleName(name or title)
        if title:
            self.box.addWidget(label(title, bold=True))


class Banner(QFrame):
    """A message across the page, with buttons at its end.

    :param kind: ``info``, ``warn`` or ``bad``; each has its own icon.
    """

    ICONS = {"info": "info", "warn": "warning", "bad": "error"}  # noqa: RUF012  never changed

    def __init__(self, kind: str, message: str, tokens: Tokens, hint: str = "") -> None:
        super().__init__()
        self.setProperty("banner", kind)
        self.setAccessibleName(message)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 10, 10)
        box.setSpacing(12)
        colour = {"info": tokens.accent, "warn": tokens.warn, "bad": tokens.bad}[kind]
        box.addWidget(picture(self.ICONS[kind], colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(message, wrap=True, bold=True))
        if hint:
            texts.addWidget(label(hint, wrap=True))
        box.addLayout(texts, 1)
        self.buttons = QHBoxLayout()
        box.addLayout(self.buttons)


class EmptyState(QWidget):
    """Nothing to show: what would be here, and what to do about it."""

    def __init__(self, icon_name: str, title: str, hint: str, tokens: Tokens) -> None:
        super().__init__()
        self.setAccessibleName(f"{title} {hint}")
        self.box = QVBoxLayout(self)
        self.box.setSpacing(10)
        self.box.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.box.addWidget(picture(icon_name, tokens.quiet, 48), 0, centre)
        heading = label(title, size=1.2, bold=True)
        self.box.addWidget(heading, 0, centre)
        said = label(hint, tone="quiet", wrap=True)
        said.setAlignment(centre)
        said.setFixedWidth(440)
        self.box.addLayout(row(1, said, 1))
        self.buttons = QHBoxLayout()
        self.buttons.setAlignment(centre)
        self.box.addLayout(self.buttons)
        self.box.addStretch(3)
