"""Calls that the pure packages must not make, and that no import gives away.

The import contracts (``.importlinter``) keep modules such as ``socket`` and ``time``
out of ``sync_engine.core`` and ``sync_engine.dav``. They cannot see a clock read
through ``datetime``, a file opened with a builtin, or the half of ``urllib`` that
opens connections: this check does, by name, on the syntax tree.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.tree import Finding, python_files, run

PURE: Final = ("sync_engine/core", "sync_engine/dav")

# What is called -> what it brings in.
_BUILTINS: Final = {
    "open": "reads or writes a file",
    "print": "writes to the terminal",
    "input": "reads from the terminal",
    "breakpoint": "stops the program",
}
_METHODS: Final = {
    "now": "reads the clock",
    "utcnow": "reads the clock",
    "today": "reads the clock",
    "uuid1": "reads the clock",
    "uuid4": "draws random bits",
}
_MODULES: Final = frozenset({"urllib.request", "urllib.robotparser"})


def check(root: Path) -> Iterator[Finding]:
    """Find the impure calls and imports below the pure packages."""
    for path in python_files(root, PURE):
        yield from check_module(str(path.relative_to(root)), path.read_text(encoding="utf-8"))


def check_module(name: str, text: str) -> Iterator[Finding]:
    """Find the impure calls and imports of the module *text*."""
    for node in ast.walk(ast.parse(text, name)):
        match node:
            case ast.Call(func=ast.Name(id=called)) if called in _BUILTINS:
                yield Finding(name, node.lineno, f"{called}() {_BUILTINS[called]}")
            case ast.Call(func=ast.Attribute(attr=called)) if called in _METHODS:
                yield Finding(name, node.lineno, f"{called}() {_METHODS[called]}")
            case ast.Import(names=aliases):
                for alias in aliases:
                    if alias.name in _MODULES:
                        yield Finding(name, node.lineno, f"{alias.name} opens connections")
            case ast.ImportFrom(module=module, names=aliases):
                for alias in aliases:
                    yield from _from_import(name, node.lineno, module or "", alias.name)


def _from_import(name: str, line: int, module: str, imported: str) -> Iterator[Finding]:
    if module in _MODULES or f"{module}.{imported}" in _MODULES:
        yield Finding(name, line, f"{module} {imported} opens connections")
    elif module == "uuid" and imported in _METHODS:
        yield Finding(name, line, f"{imported}() {_METHODS[imported]}")


if __name__ == "__main__":
    sys.exit(run(check, sys.argv[1:]))
