"""The table of loss classes names, for each class, files with tests named after it."""

from __future__ import annotations

import re

from tools.tree import ROOT

_ROW = re.compile(r"(?m)^\| L(\d+) \|.*\| ([^|]*) \|$")
_FILE = re.compile(r"`(tests/[^`]+\.py)`")


def named_after(loss: int) -> set[str]:
    """The files with a test that is named after a class."""
    name = re.compile(rf"^ *def test_L{loss}_", re.MULTILINE)
    files = (ROOT / "tests").rglob("test_*.py")
    return {
        str(file.relative_to(ROOT))
        for file in files
        if name.search(file.read_text(encoding="utf-8"))
    }


def test_each_class_has_its_tests() -> None:
    text = (ROOT / "docs" / "sync-model.md").read_text(encoding="utf-8")
    rows = {int(loss): set(_FILE.findall(tests)) for loss, tests in _ROW.findall(text)}
    assert sorted(rows) == list(range(1, 16))
    for loss, files in rows.items():
        assert files, f"L{loss} names no test"
        assert files <= named_after(loss), (loss, files - named_after(loss))
