"""Size limits: the tail does not grow, it is split before something is added.

===================  =====  ====================================================
what                 under  how it is counted
===================  =====  ====================================================
module               400    lines of the file
function, method      50    lines from ``def`` to its last
class                 15    public methods and properties, each name once
===================  =====  ====================================================

Tests are exempt: a long table of cases is not complexity.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.tree import PACKAGES, Finding, python_files, run

MODULE_LINES: Final = 400
FUNCTION_LINES: Final = 50
PUBLIC_METHODS: Final = 15

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def check(root: Path) -> Iterator[Finding]:
    """Find the modules, functions and classes of the packages that reach a limit."""
    for path in python_files(root, PACKAGES):
        yield from check_module(str(path.relative_to(root)), path.read_text(encoding="utf-8"))


def check_module(name: str, text: str) -> Iterator[Finding]:
    """Find what reaches a limit in the module *text*, called *name* in the findings."""
    lines = len(text.splitlines())
    if lines >= MODULE_LINES:
        yield Finding(name, 0, f"module of {lines} lines (stays under {MODULE_LINES})")
    for node in ast.walk(ast.parse(text, name)):
        if isinstance(node, _Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length >= FUNCTION_LINES:
                limit = f"(stays under {FUNCTION_LINES})"
                yield Finding(name, node.lineno, f"{node.name}: {length} lines {limit}")
        elif isinstance(node, ast.ClassDef):
            count = len(_public_methods(node))
            if count >= PUBLIC_METHODS:
                limit = f"(stays under {PUBLIC_METHODS})"
                yield Finding(name, node.lineno, f"{node.name}: {count} public methods {limit}")


def _public_methods(cls: ast.ClassDef) -> set[str]:
    # A property with its setter, or a method with overloads, is one name.
    names = {node.name for node in cls.body if isinstance(node, _Function)}
    return {name for name in names if not name.startswith("_")}


if __name__ == "__main__":
    sys.exit(run(check, sys.argv[1:]))
