"""``ksync sync``: one cycle of what is named."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import click

from ksync.cli.app import App, pass_app
from ksync.cli.interrupts import cancelling
from ksync.cli.lazy import Command
from ksync.cli.progress import shown
from ksync.cli.rendering import counts_text, duration, number
from ksync.cli.sync_data import sync_data
from ksync.reporting.catalog import Problem, tell
from ksync.reporting.errors import ExitCode
from ksync.reporting.output import Result, Table
from sync_engine.cancellation import CancelToken

if TYPE_CHECKING:
    from ksync.service.sync import SyncReport
    from sync_engine.cycle.result import CollectionResult

SHOWN_ACTIONS = 20
"""A longer plan is cut; --verbose and --json have all of it."""

_SUMMED_UP = {
    ExitCode.PARTIAL: "sync.partial",
    ExitCode.DECISIONS_WAIT: "sync.decisions_wait",
    ExitCode.INTERRUPTED: "interrupted",
}

_PLANNED = {
    "create local": "create here",
    "replace local": "replace here",
    "delete local": "delete here",
    "create remote": "create on the server",
    "replace remote": "replace on the server",
    "delete remote": "delete on the server",
    "leave out": "leave out here (past limit)",
    "merge": "merge both versions",
    "ask": "ask you (conflict)",
    "keep both": "keep both versions",
    "move remote": "move on the server",
    "follow move": "move here",
    "carry the base along": "follow the move",
    "let go": "take off this computer (past limit)",
}
"""Actions that change a side. The others only bring the books up to date."""


@click.command("sync", cls=Command)
@click.argument("names", metavar="[ID or ACCOUNT]…", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Print the plan and change nothing.")
@click.option("--full", is_flag=True, help="Compare everything, not only what is said to be new.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=30.0,
    metavar="SECONDS",
    help="Wait so long (else 30) for another kSync that works on the account.",
)
@click.option("--json-lines", is_flag=True, help="Print each event as a line of JSON, then --json.")
@pass_app
def sync(
    app: App, names: tuple[str, ...], dry_run: bool, full: bool, wait: float, json_lines: bool
) -> Result:
    """Sync now.

    Names are accounts or collection IDs; without any, everything that is enabled
    is synced.
    """
    token = CancelToken()
    silent = app.settings.quiet or app.settings.json
    with (
        shown(app, json_lines=json_lines, dry_run=dry_run) as sink,
        cancelling(token, quiet=silent),
    ):
        report = app.service.sync.run(
            names, dry_run=dry_run, full=full, wait=wait, emit=sink, cancel=token
        )
    return _result(app, report)


def _result(app: App, report: SyncReport) -> Result:
    problems = tuple(problem for account in report.accounts for problem in account.problems)
    exit_code = report.exit_code
    told = tuple(p for p in problems if p.exit_code is not ExitCode.INTERRUPTED)
    return Result(
        message=_message(app, report, problems),
        data=sync_data(report),
        text=[] if app.settings.quiet else _text(app, report),
        code=_code(exit_code, problems),
        exit_code=exit_code,
        problems=told,
    )


def _code(exit_code: ExitCode, problems: tuple[Problem, ...]) -> str:
    if exit_code is ExitCode.DONE:
        return "ok"
    if exit_code in _SUMMED_UP:
        return _SUMMED_UP[exit_code]
    return next(p.reference for p in problems if p.exit_code is exit_code)


def _message(app: App, report: SyncReport, problems: tuple[Problem, ...]) -> str:
    code = report.exit_code
    results = [account.result for account in report.accounts if account.result is not None]
    requests = number(sum(result.requests for result in results), "request")
    took = f"({requests}, {duration(max((r.seconds for r in results), default=0.0))})"
    if code is ExitCode.INTERRUPTED:
        return tell("interrupted").message
    if report.dry_run and code in (ExitCode.DONE, ExitCode.DECISIONS_WAIT):
        waits = "; some of it would wait for you" if code is not ExitCode.DONE else ""
        return f"A dry run: nothing was changed{waits} {took}."
    if code in (ExitCode.DECISIONS_WAIT, ExitCode.PARTIAL):
        found = tell(_SUMMED_UP[code])
        return f"{found.message} {found.hint}"
    if code is not ExitCode.DONE:
        if app.settings.json:
            return next(p.message for p in problems if p.exit_code is code)
        return "Not everything could be synced; see above."
    if not results or not any(result.collections for result in results):
        return "There is no collection to sync; `ksync collection list` shows what there is."
    changed = any(c.outcome == "synced" for result in results for c in result.collections)
    return f"Done {took}." if changed else f"Everything was up to date {took}."


def _text(app: App, report: SyncReport) -> list[str | Table]:
    rows = []
    text: list[str | Table] = []
    for account in report.accounts:
        for c in account.result.collections if account.result is not None else ():
            rows.append((f"{account.name}/{c.slug}", _outcome(c, report), _changes(c, report)))
            if report.dry_run:
                text += _plan(f"{account.name}/{c.slug}", c, everything=app.settings.verbose)
    return [*text, Table(("COLLECTION", "OUTCOME", "CHANGES"), tuple(rows))]


def _outcome(result: CollectionResult, report: SyncReport) -> str:
    return "would sync" if report.dry_run and result.outcome == "synced" else result.outcome


def _changes(result: CollectionResult, report: SyncReport) -> str:
    text = counts_text(result.counts)
    if not report.dry_run:
        return text
    for done, planned in (("downloaded", "to download"), ("uploaded", "to upload")):
        text = text.replace(done, planned)
    return text.replace(" deleted ", " to delete ")


def _plan(collection: str, result: CollectionResult, *, everything: bool) -> list[str | Table]:
    lines = [
        f"  {_PLANNED[verb]}: {_last_part(name)}"
        for verb, name in result.planned
        if verb in _PLANNED
    ]
    if not lines:
        return []
    cut = len(lines) if everything else SHOWN_ACTIONS
    more = [f"  … and {len(lines) - cut} more (--verbose shows all)"] if len(lines) > cut else []
    return [f"{collection}:", *lines[:cut], *more]


def _last_part(name: str) -> str:
    """Of an address on the server the last segment says most; a file's name is one."""
    return unquote(name.rstrip("/").rsplit("/", 1)[-1])
