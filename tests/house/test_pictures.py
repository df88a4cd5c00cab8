"""Every dialog of the window has its picture, and every page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.screenshots.shots import EMPTY, FULL
from tools.tree import ROOT
from ui.pages import PAGES

OF_QT = {"QColorDialog", "QInputDialog", "QMessageBox", "QFontDialog", "QProgressDialog", "QDialog"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "ui").rglob("*.py")):
        name = ".".join(Path(path).relative_to(ROOT).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def dialogs() -> set[str]:
    """The names of all classes that are dialogs."""
    heirs = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = set(OF_QT)
    while more := {name for name, bases in heirs.items() if bases & found} - found:
        found |= more
    return found


def made() -> set[str]:
    """The methods that make one."""
    names, found = dialogs(), set()
    for module, tree in modules():
        methods = [
            node
            for each in ast.walk(tree)
            if isinstance(each, ast.ClassDef | ast.Module)
            for node in each.body
            if isinstance(node, ast.FunctionDef)
        ]
        for function in methods:
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in names
                ):
                    found.add(f"{module}.{function.name}")
    return found


def test_every_dialog_has_its_picture() -> None:
    assert len(made()) > 15
    assert {shot.makes for shot in (*EMPTY, *FULL) if shot.makes} == made()


def test_every_page_has_its_pictures() -> None:
    for page in PAGES:
        assert page.id in [shot.name for shot in FULL]
        assert f"empty-{page.id}" in [shot.name for shot in EMPTY]


def test_no_two_pictures_have_one_name() -> None:
    names = [shot.name for shot in (*EMPTY, *FULL)]
    assert len(names) == len(set(names))
