"""Runs ``ksync`` commands exactly as they are shown, through the entry of the program.

What a command writes to stderr goes to stdout here: the two make one story, also
in a pipe. With ``--json`` nothing is shown; the commands get ``--json`` too and their
envelopes are kept.
"""

from __future__ import annotations

import io
import json
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any

from ksync.demo.errors import DemoFailed
from ksync.reporting.errors import ExitCode

if TYPE_CHECKING:
    from ksync.demo.stage import Stage


class Script:
    """The commands of the demo.

    :param stage: shows and remembers them.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def run(self, *words: str, expect: ExitCode = ExitCode.DONE) -> None:
        """Show a command and run it.

        :param words: without ``ksync``.
        :raises DemoFailed: it ended with another code than expected.
        :raises KeyboardInterrupt: it was interrupted.
        """
        said: dict[str, Any] | None = None
        shown = ["ksync", *map(shlex.quote, words)]
        self._stage.command(shown)
        if self._stage.shown:
            from ksync.cli.main import main  # noqa: PLC0415  main imports the verbs, not they it

            with redirect_stderr(sys.stdout):
                code = main(words)
        else:
            code, said = _captured(*words)
        if code == ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
        command = " ".join(shown)
        if code != expect:
            reason = f": {said['message']}" if said else ""
            raise DemoFailed(f"`{command}` ended with {code}, not with {int(expect)}{reason}")
        self._stage.steps[-1].commands.append(
            {"command": command, "exit_code": int(code), "result": said}
        )

    def ask(self, *words: str) -> dict[str, Any]:
        """The ``data`` of a command that is not shown.

        :raises DemoFailed: it did not succeed.
        """
        code, said = _captured(*words)
        if code != ExitCode.DONE:
            raise DemoFailed(f"`ksync {shlex.join(words)}` ended with {code}: {said['message']}")
        data: dict[str, Any] = said["data"]
        return data


def _captured(*words: str) -> tuple[int, dict[str, Any]]:
    """Exit code and envelope."""
    from ksync.cli.main import main  # noqa: PLC0415  see above

    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = main([*words, "--json"])
    envelope: dict[str, Any] = json.loads(out.getvalue())
    return code, envelope
