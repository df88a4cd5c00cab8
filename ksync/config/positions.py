"""At which line of a TOML text a key stands.

Theory
------
``tomllib`` gives values without places. But a TOML document is a sequence of
statements (a table header, or a key with its value), each starting on a line of
its own, and a statement cut short is never a valid one (its bracket or quote is
still open). So lines are collected until the parser accepts them: that is one
statement, and the parser itself says which keys it defines. No second grammar.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A table header, or a key with its value.

    :param first: index of its first line, from 0.
    :param last: index of its last line.
    :param table: the table it stands in; for a header, the table it opens.
    :param paths: every key that it names, from the root, the shortest first.
    """

    first: int
    last: int
    table: Path
    paths: tuple[Path, ...]
    is_header: bool


def statements(text: str) -> Iterator[Statement]:
    """The statements of a valid document in their order; comments are none.

    The tables of a list (``[[header]]``) are numbered from 1 in paths.
    """
    table: Path = ()
    pending: list[str] = []
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n")):
        pending.append(line)
        try:
            parsed = tomllib.loads("\n".join(pending))
        except tomllib.TOMLDecodeError:
            continue
        first = number - len(pending) + 1
        is_header = pending[0].lstrip().startswith("[")
        pending = []
        if not parsed:  # a comment or an empty line
            continue
        paths = sorted(_paths(parsed), key=len)
        if is_header and (begun := next(iter(_lists(parsed)), None)) is not None:
            counts[begun] = counts.get(begun, 0) + 1
            table = (*begun, str(counts[begun]))
            paths = [*paths, table]
        elif is_header:
            table = paths[-1]
        else:
            paths = [table + path for path in paths]
        yield Statement(first, number, table, tuple(paths), is_header)


def key_lines(text: str) -> dict[Path, int]:
    """Key path -> 1-based line where it is first named, for a valid document.

    Tables that a header implies count as named by it: ``[a.b]`` names ``a`` too.
    """
    found: dict[Path, int] = {}
    for statement in statements(text):
        for path in statement.paths:
            found.setdefault(path, statement.first + 1)
    return found


def _paths(value: Mapping[str, object]) -> Iterator[Path]:
    for key, inner in value.items():
        yield (key,)
        if isinstance(inner, list) and len(inner) == 1:  # [[header]]
            inner = inner[0]  # noqa: PLW2901  the table inside is what is walked
        if isinstance(inner, dict):
            for path in _paths(inner):
                yield (key, *path)


def _lists(value: Mapping[str, object]) -> Iterator[Path]:
    """The path of the list that a ``[[header]]`` adds a table to."""
    for key, inner in value.items():
        if isinstance(inner, list):
            yield (key,)
        elif isinstance(inner, dict):
            for path in _lists(inner):
                yield (key, *path)


def dotted(path: Path) -> str:
    """The key as it would be written, quoted where it has to be."""
    return ".".join(
        part
        if part and all(c.isascii() and (c.isalnum() or c in "-_") for c in part)
        else _quoted(part)
        for part in path
    )


def _quoted(part: str) -> str:
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def split_dotted(text: str) -> Path | None:
    """The path of a dotted key (TOML's rules), or ``None`` if it is none."""
    if "\n" in text or "\r" in text:
        return None
    try:
        value: object = tomllib.loads(f"{text} = 0")
    except tomllib.TOMLDecodeError:
        return None
    path: Path = ()
    while isinstance(value, dict):
        if len(value) != 1:
            return None
        key, value = next(iter(value.items()))
        path += (key,)
    return path
