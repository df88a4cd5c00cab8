"""``ksync pause`` and ``ksync resume``."""

from __future__ import annotations

import time
from math import inf

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import local_time, utc
from ksync.reporting.output import Result


@click.command("pause", cls=Command)
@click.argument("duration", required=False)
@pass_app
def pause(app: App, duration: str | None) -> Result:
    """Let nothing run by itself for a while.

    DURATION is for instance 45m, 1h or 2d; without it, until `ksync resume`.
    `ksync sync` works all the same.
    """
    from ksync.scheduler import pausing  # noqa: PLC0415  imported when used
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  imported when used

    seconds = pausing.parse_duration(duration) if duration is not None else None
    with translated(pausing.pause_file(app.paths)):
        found = pausing.pause(app.paths, time.time(), seconds)
    until = None if found.until == inf else found.until
    words = "`ksync resume`" if until is None else local_time(until)
    return Result(
        f"Paused until {words}.",
        {"paused": True, "until": None if until is None else utc(until)},
    )


@click.command("resume", cls=Command)
@pass_app
def resume(app: App) -> Result:
    """End the pause."""
    from ksync.scheduler import pausing  # noqa: PLC0415  imported when used

    was = pausing.current(app.paths, time.time()) is not None
    pausing.resume(app.paths)
    return Result(
        "Syncing goes on." if was else "It was not paused.", {"paused": False, "was_paused": was}
    )
