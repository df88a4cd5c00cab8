"""``ksync run``: sync by itself, in the foreground."""

from __future__ import annotations

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.reporting.errors import UsageError
from ksync.reporting.logs import LEVELS
from ksync.reporting.output import Result


@click.command("run", cls=Command)
@click.option("--no-watch", is_flag=True, help="Do not look out for local edits.")
@click.option(
    "--log-level",
    type=click.Choice(LEVELS),
    default="info",
    show_default=True,
    help="How much is written to the log.",
)
@pass_app
def run(app: App, no_watch: bool, log_level: str) -> Result:
    """Sync whenever it is due, until it is stopped.

    Runs in the foreground: at once after a local edit, at the interval of the
    settings, and when an allowed network is back. SIGTERM and Ctrl-C stop it after
    the request that is under way; SIGHUP reads the settings anew.
    """
    from ksync.composition import Parts  # noqa: PLC0415  ksync --help must not pay for it
    from ksync.config import load  # noqa: PLC0415  as above
    from ksync.headless import Headless  # noqa: PLC0415  as above
    from ksync.presence import present  # noqa: PLC0415  as above
    from ksync.reporting import logs  # noqa: PLC0415  as above
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  as above

    if app.settings.json:
        raise UsageError("`ksync run` has no result to print.", hint="`ksync status --json` has.")
    if not app.config.accounts:
        app.output.note("There is no account yet; it waits for one.")

    def parts() -> Parts:
        return Parts(app.paths, load(app.paths.config_file).config)

    with translated(app.paths.log):
        file = logs.start(app.paths.log, log_level)
    try:
        if file is not None:
            app.output.note(f"kSync runs; its log is {file}. Ctrl-C stops it.")
        with present(app.paths):
            Headless(parts, watch=not no_watch).run()
    finally:
        logs.stop()
    return Result("Stopped; nothing is lost.")
