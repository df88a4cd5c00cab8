"""Every text is marked, every mark is translated, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.ui.waiting import settled
from tools.translations import check, texts, unmarked
from tools.tree import ROOT
from ui import words
from ui.pages import PAGES
from ui.words import LANGUAGES, Catalogue, read

# What is no text of ours: names, and what a spin box or a path shows.
NO_TEXT = {"kSync", ""}


def test_nothing_is_unmarked_untranslated_or_left_over() -> None:
    assert [str(finding) for finding in check(ROOT)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_text(code: str) -> None:
    assert set(read(code).forms) == set(texts(ROOT))


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Hello there")',
        'menu.addAction(f"Sync {name}")',
        'QLabel("One" if x else "Two")',
        'tr(f"{count} items")',
    ],
)
def test_what_is_not_marked_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "planted.py").write_text(f"{line}\n")
    assert list(unmarked(tmp_path))


def test_marked_ones_and_data_are_not(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "clean.py").write_text(
        'label.setText(tr("Hello"))\nlabel.setText(name)\nlabel.setText(f"{a}: {b}")\n'
        'row.setText("kSync")\nlabel.setObjectName("heading")\n'
    )
    assert list(unmarked(tmp_path)) == []


@pytest.fixture
def marked():
    """A language in which every text that is marked stands in brackets."""
    catalogue = Catalogue(
        "en", {s: (f"⟦{s}⟧",) * (2 if t.plural else 1) for s, t in texts(ROOT).items()}
    )
    words.use(catalogue)
    yield
    words.speak("en")


def _read(widget: QWidget) -> set[str]:
    found = {child.text() for child in widget.findChildren(QLabel)}
    found |= {child.text() for child in widget.findChildren(QAbstractButton)}
    found |= {child.toolTip() for child in widget.findChildren(QWidget)}
    found |= {child.accessibleName() for child in widget.findChildren(QWidget)}
    found |= {child.placeholderText() for child in widget.findChildren(QLineEdit)}
    for box in widget.findChildren(QComboBox):
        found |= {box.itemText(number) for number in range(box.count())}
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_text_that_is_seen_is_marked(page, program_at, marked, monkeypatch) -> None:
    monkeypatch.setattr(words, "speak", lambda _wanted: "en")
    monkeypatch.setattr("ui.program.speak", lambda _wanted: "en")
    program = program_at(page.id)
    settled(program)
    dates = {QLocale().standaloneMonthName(number) for number in range(1, 13)}
    own = {*LANGUAGES.values(), *NO_TEXT}
    bare = {
        text
        for text in _read(program.window)
        if text not in own
        and "⟦" not in text
        and not text.startswith(("/", "qt_"))
        and text.partition(" ")[0] not in dates
        and any(c.isalpha() for c in text)
    }
    assert bare == set()
