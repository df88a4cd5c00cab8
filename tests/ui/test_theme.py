"""Colours that can be read: contrasts of the two themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tools.tree import ROOT
from ui.theme import DARK, LIGHT, Tokens, style_sheet
from ui.viewmodels.status import State

TEXT = 4.5
PAIRS = [
    *((text, ground) for text in ("text", "quiet") for ground in
      ("window", "side", "surface", "raised")),
    *((text, "surface") for text in ("accent", "good", "warn", "bad")),
    *((text, "window") for text in ("good", "warn", "bad")),
    ("text", "soft"), ("text", "warn_soft"), ("text", "bad_soft"), ("on_accent", "accent"),
]  # fmt: skip


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    found = QColor(colour)
    parts = (found.redF(), found.greenF(), found.blueF())
    return sum(w * linear(p) for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_contrast(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= TEXT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_name_left(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)
    assert "@" not in sheet
    for part in sheet.split("url(")[1:]:
        assert Path(part.partition(")")[0]).is_file()


def test_every_state_has_a_shape_of_its_own() -> None:
    folder = ROOT / "resources/icons/tray"
    drawn = {state: (folder / f"{state.value}.svg").read_text() for state in State}
    assert len(set(drawn.values())) == len(State)
    assert all("currentColor" in text for text in drawn.values())
