"""``ksync diagnostics``: a redacted bundle for somebody who helps."""

from __future__ import annotations

import time
from pathlib import Path

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.reporting.output import Result


@click.command("diagnostics", cls=Command)
@click.option("--output", type=click.Path(path_type=Path), help="Where to write the ZIP file.")
@click.option("--online", is_flag=True, help="Let the doctor ask the servers, too.")
@click.option("--show", is_flag=True, help="Only show what would be in it.")
@pass_app
def diagnostics(app: App, output: Path | None, online: bool, show: bool) -> Result:
    """Write what somebody who helps needs to know, and nothing private.

    No titles, texts, addresses, user names, passwords or networks; accounts,
    collections and hosts are hashes that mean nothing outside of the bundle. It is
    shown first and sent nowhere.
    """
    from ksync.diagnostics import bundle, packed  # noqa: PLC0415  imported when used
    from ksync.paths import write_private  # noqa: PLC0415  as above
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  as above

    files = bundle(app.service.parts, offline=not online)
    text = [f"== {name}\n{content.rstrip()}" for name, content in files.items()]
    if show:
        return Result(data={"files": files, "path": None}, text=text)
    for part in text:
        app.output.note(part)
    target = output or Path(f"ksync-diagnostics-{time.strftime('%Y%m%d-%H%M%S')}.zip")
    app.confirm(f"Write this to {target}?")
    with translated(target):
        write_private(target.absolute(), packed(files), own=False)
    return Result(
        f"Written to {target}. Nothing was sent anywhere; look at it before you pass it on.",
        {"files": files, "path": str(target)},
    )
