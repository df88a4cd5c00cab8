"""``ksync completion``: the shell's own script."""

from __future__ import annotations

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.reporting.output import Result

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(SHELLS))
@pass_app
def completion(app: App, shell: str) -> Result:  # noqa: ARG001  every command takes it
    """Print the script that makes the Tab key complete commands.

    For bash: `ksync completion bash > ~/.local/share/bash-completion/completions/ksync`
    """
    from click.shell_completion import get_completion_class  # noqa: PLC0415  imported when used

    from ksync.cli.main import cli  # noqa: PLC0415  it knows this module

    found = get_completion_class(shell)
    assert found is not None
    script = found(cli, {}, "ksync", "_KSYNC_COMPLETE").source()
    return Result(data={"shell": shell, "script": script}, text=[script.rstrip("\n")])
