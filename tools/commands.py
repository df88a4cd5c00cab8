"""Commands named in documents, held against the programs that have to understand them.

A ``ksync`` command is walked through the real click group: each verb must be a command,
each option must be known to the command it is given to. A ``./dev`` command must name a
verb that ``./dev help`` lists.

In running text a command may be a pattern, as in a manual: upper-case words and ``…``
stand for something else, brackets enclose what can be left out, and `` / `` between two
verbs separates alternatives (``ksync conflict list / show ID``).
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from tools.markdown import Document, Piece

_OURS: Final = ("ksync", "./dev")
_SHELLS: Final = frozenset({"", "sh", "bash", "shell", "console"})
_SEPARATORS: Final = frozenset({"&&", "||", "|", ";", "&", "(", ")", ">", ">>", "<"})
_BEFORE_A_COMMAND: Final = frozenset({"sudo", "exec", "time", "env", "sh", "dash", "bash"})
_ASSIGNMENT: Final = re.compile(r"^\w+=")
_STANDS_FOR: Final = re.compile(r"^(?:[A-Z][A-Z_/=…-]*|\.\.\.|…|<.*>)$")


def commands(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the words of each command in the code of *document*."""
    for span in document.spans:
        if span.text.startswith(_OURS):
            yield from _split(span.line, re.sub(r"[\[\]…]", " ", span.text).split())
    for language, lines in document.fences:
        if language in _SHELLS:
            for piece in _shell_lines(language, lines):
                yield from _split(piece.line, _shell_words(piece.text))


def _shell_words(text: str) -> list[str]:
    lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    try:
        return list(lexer)
    except ValueError:  # an apostrophe in output is no quote
        return text.split()


def _shell_lines(language: str, lines: Sequence[Piece]) -> Iterator[Piece]:
    # With prompts in a block, what has none is output.
    prompts = language == "console" or any(piece.text.startswith("$ ") for piece in lines)
    start, joined = 0, ""
    for piece in lines:
        text = piece.text
        if not joined:
            if prompts and not text.startswith("$ "):
                continue
            start, text = piece.line, text.removeprefix("$ ")
        joined += text.removesuffix("\\")
        if not text.endswith("\\"):
            yield Piece(start, joined)
            joined = ""


def _split(line: int, words: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    command: list[str] = []
    for word in (*words, ";"):
        if word not in _SEPARATORS:
            if command or not (word in _BEFORE_A_COMMAND or _ASSIGNMENT.match(word)):
                command.append(word)
        else:
            if command:
                yield line, command
            command = []


def dev_verbs(root: Path) -> frozenset[str]:
    """Return the verbs that ``./dev help`` lists."""
    listed = subprocess.run(  # noqa: S603  the checkout's own script
        ["/bin/sh", str(root / "dev"), "help"], capture_output=True, text=True, check=True
    )
    return frozenset(re.findall(r"^  (\w+) ", listed.stdout, re.MULTILINE))


def dev_problem(verbs: frozenset[str], words: Sequence[str]) -> str:
    """Return what is wrong with a ``./dev`` command, or ``""``."""
    if not words or _STANDS_FOR.match(words[0]) or words[0] in verbs:
        return ""
    return f"./dev has no verb {words[0]!r}"


def ksync_group() -> click.Group:
    """Return the click group of ``ksync``."""
    from ksync.cli.main import cli  # noqa: PLC0415  only documents with commands need it

    return cli


def ksync_problem(group: click.Group, words: Sequence[str]) -> str:
    """Return what is wrong with a ``ksync`` command, or ``""``.

    :param words: without the program's name.
    """
    path: list[click.Command] = [group]
    names = ["ksync"]
    rest = iter(words)
    for word in rest:
        current = path[-1]
        if word == "/":
            if len(path) > 1:
                path.pop()
                names.pop()
        elif word.startswith("-") and word != "-":
            option = _option(path, word.partition("=")[0])
            if option is None:
                return f"{' '.join(names)} has no option {word!r}"
            if "=" not in word and not option.is_flag and not option.count:
                next(rest, None)
        elif isinstance(current, click.Group):
            if _STANDS_FOR.match(word):
                return ""
            try:
                command = current.get_command(click.Context(current), word)
            except ImportError as error:
                return f"{' '.join(names)} {word} cannot be loaded: {error}"
            if command is None:
                return f"{' '.join(names)} has no verb {word!r}"
            path.append(command)
            names.append(word)
    return ""


def _option(path: Sequence[click.Command], name: str) -> click.Option | None:
    for command in reversed(path):
        for parameter in command.get_params(click.Context(command)):
            names = (*parameter.opts, *parameter.secondary_opts)
            if isinstance(parameter, click.Option) and name in names:
                return parameter
    return None
