"""How results and errors leave the program.

Rules
-----
* stdout is data, stderr is messages. With ``--json`` stdout gets exactly one
  envelope (and before it, where asked for, one event a line).
* ``ok`` is false exactly when the exit code is not 0.
* Text from outside (servers, files, other programs) is plain: whatever could
  steer a terminal is shown as an escape. That is done here, in one place, to all
  text; the JSON side escapes everything beyond ASCII.
* A reader that goes away (``ksync … | head``) is no error.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from ksync.reporting.catalog import Problem
from ksync.reporting.errors import ExitCode

SCHEMA = "ksync/1"

# Categories that a terminal may act on or that reorder the text around them:
# Cc control, Cf format (bidirectional overrides, zero width), Cs lone surrogates,
# Zl and Zp line and paragraph separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Format characters that words and emoji are written with (U+200C, U+200D) and the
# soft hyphen; none of them moves anything.
_HARMLESS = frozenset("\u200c\u200d\u00ad")


def plain(text: object, *, keep_newlines: bool = False) -> str:
    r"""Text that cannot steer a terminal: control characters as ``\xNN``.

    :param keep_newlines: for texts of several lines; tabs stay then, too.
    """
    source = str(text)
    if source.isascii() and source.isprintable():
        return source
    kept = "\n\t" if keep_newlines else ""
    return "".join(
        char if char in kept or char in _HARMLESS or not _is_unsafe(char) else _escaped(char)
        for char in source
    )


def _is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in _UNSAFE


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under column names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command came to.

    :param message: one sentence for people.
    :param data: for ``--json``; only plain types.
    :param text: for people on stdout, in this order.
    :param code: ``ok``, or the stable reference of what is wrong.
    :param problems: shown to people on stderr; for ``--json`` they belong in ``data``.
    """

    message: str = ""
    data: Mapping[str, object] = field(default_factory=dict)
    text: Sequence[str | Table] = ()
    code: str = "ok"
    exit_code: ExitCode = ExitCode.DONE
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        if (self.code == "ok") is not (self.exit_code is ExitCode.DONE):
            msg = f"code {self.code!r} does not go with exit code {self.exit_code}"
            raise ValueError(msg)


@dataclass(slots=True)
class Settings:
    """What the common options ask for."""

    json: bool = False
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    no_input: bool = False
    yes: bool = False


class Output:
    """The two streams."""

    def __init__(
        self,
        settings: Settings,
        *,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
    ) -> None:
        self.settings = settings
        self._stdout = stdout
        self._stderr = stderr

    # sys.stdout is looked up late: tests and click replace it.
    @property
    def _out(self) -> IO[str]:
        return self._stdout or sys.stdout

    @property
    def _err(self) -> IO[str]:
        return self._stderr or sys.stderr

    def note(self, message: str) -> None:
        """A message; silent with ``--quiet`` and with ``--json``."""
        if not self.settings.quiet and not self.settings.json:
            _write(self._err, plain(message, keep_newlines=True))

    def detail(self, message: str) -> None:
        """A message that only ``--verbose`` shows."""
        if self.settings.verbose:
            _write(self._err, plain(message, keep_newlines=True))

    def warning(self, message: str) -> None:
        """Something that was ignored or assumed; silent with ``--quiet``."""
        if not self.settings.quiet:
            label = self._styled("warning:", "33;1", self._err)
            _write(self._err, f"{label} {plain(message)}")

    def problem(self, problem: Problem) -> None:
        """An error, on stderr: what, where, and what to do."""
        label = self._styled("error", "31;1", self._err)
        lines = [f"{label} [{problem.reference}]: {plain(problem.message)}"]
        for name in ("account", "collection", "resource", "detail", "hint"):
            if value := getattr(problem, name):
                lines.append(f"  {name}: {plain(value)}")
        _write(self._err, "\n".join(lines))

    def line(self, line: str) -> None:
        """A line on stdout, at once, as it is: what is from outside went through ``plain``."""
        _write(self._out, line)

    def json_line(self, event: Mapping[str, object]) -> None:
        """An event of ``--json-lines`` on stdout, at once."""
        _write(self._out, json.dumps(event, separators=(",", ":")))

    def finish(self, result: Result) -> ExitCode:
        """Write a command's result; the process ends with what this returns."""
        if self.settings.json:
            self._envelope(result.code, result.message, result.data)
            return result.exit_code
        for part in result.text:
            if isinstance(part, Table):
                self._table(part)
            else:
                _write(self._out, plain(part, keep_newlines=True))
        for problem in result.problems:
            self.problem(problem)
        if result.message:
            self.note(result.message)
        return result.exit_code

    def fail(self, problem: Problem) -> ExitCode:
        """Write the error that a command ended with."""
        if self.settings.json:
            self._envelope(problem.reference, problem.message, {"problem": problem.as_data()})
        else:
            self.problem(problem)
        return problem.exit_code

    def _envelope(self, code: str, message: str, data: Mapping[str, object]) -> None:
        envelope = {
            "schema": SCHEMA,
            "ok": code == "ok",
            "code": code,
            "message": message,
            "data": data,
        }
        _write(self._out, json.dumps(envelope))

    def _table(self, table: Table) -> None:
        if not table.rows:
            return
        rows = [tuple(plain(cell) for cell in row) for row in table.rows]
        if self._out.isatty():
            self._rich_table(table.columns, rows)
        else:
            for line in aligned((table.columns, *rows)):
                _write(self._out, line)

    def _rich_table(self, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
        from rich import box  # noqa: PLC0415  only a terminal needs it
        from rich.console import Console  # noqa: PLC0415  as above
        from rich.table import Table as RichTable  # noqa: PLC0415  as above
        from rich.text import Text  # noqa: PLC0415  as above

        drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
        for column in columns:
            drawn.add_column(Text(column), overflow="fold")
        for row in rows:
            drawn.add_row(*(Text(cell) for cell in row))  # Text: no markup is read
        console = Console(
            file=self._out, no_color=not self._colored(self._out), highlight=False, emoji=False
        )
        console.print(drawn)

    def _colored(self, stream: IO[str]) -> bool:
        # https://no-color.org: set and not empty means no colour.
        refused = self.settings.no_color or os.environ.get("NO_COLOR")
        return not refused and stream.isatty() and os.environ.get("TERM") != "dumb"

    def _styled(self, text: str, style: str, stream: IO[str]) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colored(stream) else text


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns with two spaces between them, nothing behind the last."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = (
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        lines.append("  ".join(cells).rstrip())
    return lines


def _width(text: str) -> int:
    """Cells on a terminal: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _write(stream: IO[str], line: str) -> None:
    try:
        stream.write(line + "\n")
        stream.flush()
    except BrokenPipeError:
        # Whatever else is written, and the interpreter's own flush at the end, goes nowhere.
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123  a descriptor is needed, not a path
            os.dup2(nowhere.fileno(), stream.fileno())


def harden_streams() -> None:
    """Let no character of a file name or a server end the program.

    What the terminal's encoding cannot show is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
