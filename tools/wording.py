"""What must not stand in a file: unfinished work, the machine it was made on, and
suppressions without a reason.

* A mark of unfinished work is either done now or written in the issue tracker.
* A path of the machine on which the check runs (the checkout, what lies beside it, a
  home directory) means nothing to anybody else.
* ``# noqa: CODE`` and ``# type: ignore[code]`` name what they silence, and go on with
  the reason on the same line; so does ``# shellcheck disable=``.
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.tree import Finding, files, run

_TEXT_SUFFIXES: Final = frozenset(
    {"", ".cfg", ".desktop", ".ini", ".md", ".php", ".py", ".sh", ".svg", ".toml", ".txt", ".xml"}
)
_NOT_OURS: Final = frozenset({"LICENSE"})

# Written with character classes, so that this file does not find itself.
_UNFINISHED: Final = re.compile(
    r"\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b|\bfor[ ]now\b|\bnot (?:yet )?implemente[d]\b"
    r"|\bNotImplemented[E]rror\b"
)

# A path of one name, such as /root or /src, says nothing about a machine.
_TELLING: Final = 2

_SUPPRESSION: Final = re.compile(r"#\s*(noqa|type:\s*ignore|ruff:\s*noqa|nosec)")
_WITH_CODES: Final = re.compile(
    r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w-]+(?:,\s*[\w-]+)*\])"
    r"(?P<rest>.*)"
)
_SHELL_SUPPRESSION: Final = re.compile(r"#\s*shellcheck\s+disable=\S+(?P<rest>.*)")
_REASON: Final = re.compile(r"[A-Za-z]{3}")


def check(root: Path) -> Iterator[Finding]:
    """Find the forbidden words, machine paths and bare suppressions of the checkout."""
    machine = machine_paths(root, Path.home())
    for path in files(root):
        if path.suffix in _TEXT_SUFFIXES and path.name not in _NOT_OURS:
            name = str(path.relative_to(root))
            text = path.read_text(encoding="utf-8")
            yield from check_text(name, text, machine)


def check_text(name: str, text: str, machine: re.Pattern[str] | None) -> Iterator[Finding]:
    """Find what must not stand in one file.

    :param name: its path, for the findings and to tell Python from shell.
    :param machine: matches paths of this machine; ``None``: there are none to look for.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if found := _UNFINISHED.search(line):
            yield Finding(name, number, f"unfinished work: {found[0]!r}")
        if machine and (found := machine.search(line)):
            yield Finding(name, number, f"path of this machine: {found[0]!r}")
    if name.endswith(".py"):
        yield from _python_suppressions(name, text)
    elif not name.endswith(".md"):
        yield from _shell_suppressions(name, text)


def machine_paths(root: Path, home: Path) -> re.Pattern[str] | None:
    """Return a pattern for the paths of this machine, or ``None`` where none tells anything.

    :param root: the checkout; what lies in the folder that holds it is meant as well.
    :param home: home directory of who runs the check.
    """
    private = {path for path in (root, root.parent, home) if len(path.parts) > _TELLING}
    if not private:
        return None
    names = "|".join(sorted(map(re.escape, map(str, private)), reverse=True))
    return re.compile(rf"(?<![\w.:/-])(?:{names})(?=/|\b)")


def _shell_suppressions(name: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), 1):
        if (found := _SHELL_SUPPRESSION.search(line)) and not _REASON.search(found["rest"]):
            yield Finding(name, number, "a suppression carries its reason on its line")


def _python_suppressions(name: str, text: str) -> Iterator[Finding]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT or not _SUPPRESSION.search(token.string):
            continue
        with_codes = _WITH_CODES.search(token.string)
        if with_codes is None:
            yield Finding(name, token.start[0], "a suppression names what it silences")
        elif not _REASON.search(with_codes["rest"]):
            yield Finding(name, token.start[0], "a suppression carries its reason on its line")


if __name__ == "__main__":
    sys.exit(run(check, sys.argv[1:]))
