"""Documents name only what exists: files, modules, links, headings and commands.

Looked at: ``README.md``, ``CONTRIBUTING.md`` and ``docs/``; in Python files the documents
that they point to. ``CHANGELOG.md`` tells the past and may name what is gone.

A code span is taken for a path when its first part is a folder of the checkout, or when
it ends in ``.py`` or ``.md``; for a module when it is dotted and begins with one of our
packages. ``*`` and ``{a,b}`` mean what they mean in a shell.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from tools import commands
from tools.markdown import Document, Piece, parse
from tools.tree import PACKAGES, Finding, files, python_files, run

_MODULE_ROOTS: Final = (*PACKAGES, "tests", "tools")
_DOTTED: Final = re.compile(rf"^(?:{'|'.join(_MODULE_ROOTS)})(?:\.\w+)+(?::\w+)?(?:\(\))?$")
# Names of files at a user's, which a dotted name would be mistaken for.
_FILE_ENDINGS: Final = (".service", ".desktop", ".svg", ".toml", ".timer", ".sqlite", ".db", ".log")
_SUFFIXES: Final = (".py", ".md")
_MADE: Final = (".venv/", "dist/", "build/")
_URL: Final = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TEST: Final = re.compile(r"^[\w./-]+\.py::(?P<test>[\w:]+)$")
_POINTER: Final = re.compile(r"\bdocs/[\w./-]+\.md\b")


def check(root: Path) -> Iterator[Finding]:
    """Find what the documents name and the checkout does not have."""
    for path in _documents(root):
        name = str(path.relative_to(root))
        document = parse(path.read_text(encoding="utf-8"))
        for piece, problem in _problems(root, path, document):
            yield Finding(name, piece.line, problem)
        for line, words in commands.commands(document):
            if problem := _command_problem(root, words):
                yield Finding(name, line, problem)
    for path in python_files(root, (*PACKAGES, "tools")):
        yield from _pointers(root, path)


def _pointers(root: Path, path: Path) -> Iterator[Finding]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for pointer in _POINTER.findall(text):
            if not (root / pointer).is_file():
                name = str(path.relative_to(root))
                yield Finding(name, number, f"there is no document {pointer}")


def _documents(root: Path) -> Iterator[Path]:
    yield from (path for path in (root / "README.md", root / "CONTRIBUTING.md") if path.is_file())
    yield from (path for path in files(root, ("docs",)) if path.suffix == ".md")


def _problems(root: Path, path: Path, document: Document) -> Iterator[tuple[Piece, str]]:
    for link in document.links:
        if problem := _link_problem(root, path, document, link.text):
            yield link, problem
    for span in document.spans:
        if problem := _span_problem(root, path, span.text):
            yield span, problem


def _link_problem(root: Path, path: Path, document: Document, target: str) -> str:
    if _URL.match(target):
        return ""
    file, _, fragment = unquote(target).partition("#")
    aim = path if not file else (path.parent / file).resolve()
    if not aim.exists() or not aim.is_relative_to(root):
        return f"the link leads nowhere: {target}"
    if fragment and aim.suffix == ".md":
        there = document if aim == path else parse(aim.read_text(encoding="utf-8"))
        if fragment not in there.anchors:
            return f"there is no heading for the link {target}"
    return ""


def _span_problem(root: Path, path: Path, text: str) -> str:
    if re.search(r"[\s<>$…~]", text) or text.startswith(("/", "-")) or "://" in text:
        return ""
    if _DOTTED.match(text) and not text.endswith((*_FILE_ENDINGS, *_SUFFIXES)):
        return "" if _is_module(root, text) else f"there is no module or name {text}"
    name = re.sub(r":(?:\d+|:.*)$", "", text).removeprefix("./")
    if name.startswith(_MADE):
        return ""
    first, slash, _ = name.partition("/")
    if slash and (root / first).is_dir():
        wanted = [(root, pattern) for pattern in _braces(name)]
    elif name.endswith(_SUFFIXES):
        wanted = [(root, f"**/{pattern}") for pattern in _braces(name)]
    else:
        return ""
    missing = [p for base, p in wanted if not _exists(base, p) and not (path.parent / p).exists()]
    test = _TEST.match(text)
    if not missing and test and not _has_test(root / name, test["test"]):
        missing = [text]
    return f"there is no {text}" if missing else ""


def _has_test(file: Path, name: str) -> bool:
    """Whether a file has a test of that name, alone or in a class (``Class::test``)."""
    text = file.read_text(encoding="utf-8")
    return all(re.search(rf"(?m)^\s*(?:def|class) {part}\b", text) for part in name.split("::"))


def _braces(text: str) -> list[str]:
    parts = re.split(r"\{([^{}]*)\}", text)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def _exists(root: Path, pattern: str) -> bool:
    pattern = pattern.rstrip("/")
    if "*" not in pattern:
        return (root / pattern).exists()
    return any(".venv" not in path.parts for path in root.glob(pattern))


def _is_module(root: Path, dotted: str) -> bool:
    module, _, attribute = dotted.removesuffix("()").partition(":")
    parts = module.split(".") + ([attribute] if attribute else [])
    place = root
    for index, part in enumerate(parts):
        file = place / f"{part}.py"
        if (place / part).is_dir():
            place /= part
        elif file.is_file():
            rest = parts[index + 1 :]
            return not rest or rest[0] in _names(file)
        else:
            return part in _names(place / "__init__.py")
    return True


@cache
def _names(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    names: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(targets=targets):
                names.update(target.id for target in targets if isinstance(target, ast.Name))
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names.update(alias.asname or alias.name for alias in aliases)
    return frozenset(names)


@cache
def _verbs(root: Path) -> frozenset[str]:
    return commands.dev_verbs(root)


def _command_problem(root: Path, words: list[str]) -> str:
    match words:
        case [("./dev" | "dev"), *rest]:
            return commands.dev_problem(_verbs(root), rest)
        case ["ksync", *rest]:
            return commands.ksync_problem(commands.ksync_group(), rest)
    return ""


if __name__ == "__main__":
    sys.exit(run(check, sys.argv[1:]))
