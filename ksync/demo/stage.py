"""What is seen of the demo, and what is remembered of it for ``--json``.

On a terminal with colours, in a pipe as plain text, with ``--json`` and
``--quiet`` not at all. All text goes through ``plain``: files and servers may
hold anything.
"""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ksync.demo.errors import DemoFailed
from ksync.reporting.output import Output, aligned, plain

MAX_WIDTH = 80


class Style(StrEnum):
    """How a line looks on a terminal: parameters of SGR (ECMA-48 §8.3.117)."""

    PLAIN = ""
    TITLE = "1"
    COMMAND = "1;36"
    OLD = "31"
    NEW = "32"
    DIM = "2"


@dataclass(slots=True)
class Step:
    """A step that was shown.

    :param commands: each with ``command``, ``exit_code`` and its envelope as ``result``.
    :param checks: what was found to be so.
    """

    title: str
    commands: list[dict[str, Any]] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {"title": self.title, "commands": self.commands, "checks": self.checks}


class Stage:
    """Shows the story on stdout.

    :param output: its settings say whether anything is shown at all.
    """

    def __init__(self, output: Output) -> None:
        settings = output.settings
        self._output = output
        self.shown = not (settings.json or settings.quiet)
        self.steps: list[Step] = []
        terminal = sys.stdout.isatty()
        # https://no-color.org: set and not empty means no colour.
        refused = settings.no_color or os.environ.get("NO_COLOR")
        self._coloured = terminal and not refused and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size().columns if terminal else MAX_WIDTH
        self._width = max(40, min(MAX_WIDTH, columns))

    def step(self, title: str) -> None:
        """Begin a step."""
        self.steps.append(Step(title))
        rule = "─" * (self._width - len(title) - 6)
        self.line(f"\n─ {len(self.steps)} {title} {rule}", Style.TITLE)

    def say(self, text: str) -> None:
        """A paragraph."""
        self.line("\n" + textwrap.fill(text, self._width, break_on_hyphens=False))

    def command(self, words: Iterable[str]) -> None:
        """A command as it could be typed; a long one goes on behind a backslash."""
        rows: list[str] = []
        for word in words:
            if rows and len(rows[-1]) + len(word) + 3 <= self._width:
                rows[-1] += f" {word}"
            else:
                rows.append(word)
        self.line("")
        for number, row in enumerate(rows):
            more = " \\" if number < len(rows) - 1 else ""
            self.line(f"{'    ' if number else '$ '}{row}{more}", Style.COMMAND)

    def change(self, old: str, new: str) -> None:
        """A line before and after."""
        self.line(f"    - {old}", Style.OLD)
        self.line(f"    + {new}", Style.NEW)

    def rows(self, rows: Iterable[tuple[str, ...]], style: Style = Style.PLAIN) -> None:
        """Columns, indented."""
        for line in aligned(list(rows)):
            self.line(f"  {line}", style)

    def check(self, is_so: bool, claim: str) -> None:
        """State what holds.

        :raises DemoFailed: it does not.
        """
        if not is_so:
            raise DemoFailed(claim)
        self.steps[-1].checks.append(claim)
        mark = "✓" if self._can_write("✓") else "ok:"
        text = textwrap.fill(claim, self._width, initial_indent=f"{mark} ", subsequent_indent="  ")
        self.line(text, Style.NEW)

    def line(self, text: str, style: Style = Style.PLAIN) -> None:
        """A line, or several."""
        if not self.shown:
            return
        text = plain(text, keep_newlines=True)
        if style and self._coloured:
            text = f"\x1b[{style.value}m{text}\x1b[0m"
        self._output.line(text)

    @staticmethod
    def _can_write(char: str) -> bool:
        try:
            char.encode(sys.stdout.encoding or "ascii")
        except UnicodeEncodeError:
            return False
        return True
