"""Colours and the style sheet, light and dark.

Fusion is the base: it is there on every system and scales. The colours are few and
have names; each pair of text and ground has a contrast of at least 4.5 (WCAG 2.2,
1.4.3), which a test computes. The platform says whether it is dark, or the settings do.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ksync.config import Shade
from ksync.resources import resource


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme.

    :param window: ground of the window; :param side: of the sidebar;
    :param surface: of cards, lists and fields; :param raised: of what the mouse is on.
    :param quiet: text of less weight.
    :param soft: ground of what is chosen.
    """

    window: str
    side: str
    surface: str
    raised: str
    border: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    soft: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


LIGHT = Tokens(
    window="#f7f8f9", side="#eef1f3", surface="#ffffff", raised="#f0f3f5", border="#d9dfe3",
    text="#1b2429", quiet="#56656e", accent="#176b8d", on_accent="#ffffff", soft="#d9ebf2",
    good="#22703f", warn="#7a4f00", warn_soft="#fdf1d7", bad="#b3261e", bad_soft="#fbe9e7",
)  # fmt: skip
DARK = Tokens(
    window="#1c2024", side="#16191c", surface="#24292e", raised="#2d333a", border="#3a424a",
    text="#e7ecef", quiet="#a3b1ba", accent="#5db7d8", on_accent="#06222d", soft="#1f4354",
    good="#7ccb98", warn="#ecc06a", warn_soft="#3a3019", bad="#f5938b", bad_soft="#40211f",
)  # fmt: skip


class Theme(QObject):
    """The theme in use; tells when it changes.

    :param shade: what the settings want.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, shade: Shade = Shade.SYSTEM, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or app)
        self._app = app
        self._shade = shade
        self.tokens = LIGHT
        self._applied = False
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether it is the dark one."""
        return self.tokens is DARK

    def set_shade(self, shade: Shade) -> None:
        """As the settings say now."""
        self._shade = shade
        self._apply()

    def _apply(self) -> None:
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._shade is Shade.DARK or (self._shade is Shade.SYSTEM and system)
        wanted = DARK if dark else LIGHT
        if wanted is self.tokens and self._applied:
            return
        self._applied, self.tokens = True, wanted
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()


def palette(tokens: Tokens) -> QPalette:
    """For what the style sheet leaves to the style."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text, role.Base: tokens.surface,
        role.AlternateBase: tokens.raised, role.Text: tokens.text, role.Button: tokens.surface,
        role.ButtonText: tokens.text, role.Highlight: tokens.soft,
        role.HighlightedText: tokens.text, role.Link: tokens.accent,
        role.LinkVisited: tokens.accent, role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text, role.PlaceholderText: tokens.quiet,
        role.Mid: tokens.border, role.Light: tokens.raised, role.Dark: tokens.border,
        role.BrightText: tokens.bad, role.Accent: tokens.accent,
    }  # fmt: skip
    made = QPalette()
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.quiet))
    return made


def style_sheet(tokens: Tokens) -> str:
    """``resources/ui/style.qss`` with the colours put in for ``@name``."""
    sheet = resource("ui/style.qss").read_text(encoding="utf-8")
    for name in sorted((field.name for field in fields(tokens)), key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", getattr(tokens, name))
    sheet = sheet.replace("@shade", "dark" if tokens is DARK else "light")
    return sheet.replace("@icons", resource("icons/ui/check.svg").parent.as_posix())


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A font beside the person's own, never in absolute points."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
