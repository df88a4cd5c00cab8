"""``ksync demo``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.reporting.output import Result

if TYPE_CHECKING:
    from ksync.demo.show import Shown


@click.command("demo", cls=Command)
@click.option("--keep", is_flag=True, help="Leave the demo's folder for a look around.")
@pass_app
def demo(app: App, keep: bool) -> Result:
    """See what kSync does, on a server of its own; needs no account and no network.

    Nothing outside a temporary folder is changed, and it is gone at the end.
    """
    from ksync.demo.show import show  # noqa: PLC0415  imported when used
    from ksync.demo.stage import Stage  # noqa: PLC0415  imported when used

    stage = Stage(app.output)
    done = show(stage, keep=keep, no_color=app.settings.no_color)
    return Result(
        "Every step did what it says.",
        {
            "folder": str(done.folder) if done.folder else None,
            "server": done.server,
            "steps": done.steps,
        },
        _farewell(done) if stage.shown else [],
    )


def _farewell(done: Shown) -> list[str]:
    stays = f"stay in {done.folder}; delete it when you have seen enough"
    return [
        "",
        "Your own account, at Infomaniak or elsewhere:",
        "",
        "  ksync account add --username AB12345",
        "  ksync account add --url https://dav.example.org --username NAME",
        "  ksync sync",
        "",
        f"The demo's server has ended; its files {stays if done.folder else 'are removed'}.",
    ]
