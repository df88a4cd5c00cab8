"""``ksync report``: list, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, counts_text, duration, local_time
from ksync.cli.sync_data import collections_data
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.service.reports import DoneItem, RunDetails, RunView

SHOWN_ITEMS = 50
"""A longer list is cut; --verbose and --json have all of it."""

_DONE = {
    "create local": "created here",
    "replace local": "replaced here",
    "delete local": "deleted here",
    "create remote": "created on the server",
    "replace remote": "replaced on the server",
    "delete remote": "deleted on the server",
    "leave out": "left out here (past limit)",
    "merge": "merged",
    "keep both": "kept both versions",
    "move remote": "moved on the server",
    "let go": "taken off this computer (past limit)",
}


@click.group(cls=Group)
def report() -> None:
    """See what earlier runs did."""


@report.command("list")
@click.argument("account", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@pass_app
def list_runs(app: App, account: str | None, limit: int) -> Result:
    """List the runs, the newest first."""
    views = app.service.reports.runs(account, limit=limit)
    rows = tuple(
        (v.id, local_time(v.started_at), v.trigger, v.outcome, counts_text(v.counts)) for v in views
    )
    message = ""
    if not views:
        message = "Nothing ran so far." if app.config.accounts else NO_ACCOUNT
    return Result(
        message,
        {"runs": [as_data(view) for view in views]},
        [Table(("RUN", "WHEN", "BY", "OUTCOME", "CHANGES"), rows)],
    )


@report.command("show")
@click.argument("run", metavar="RUN")
@pass_app
def show(app: App, run: str) -> Result:
    """Show what a run did to each event, task and contact, and what went wrong."""
    details = app.service.reports.run(run)
    data = {
        "run": as_data(details.run),
        "collections": collections_data(details.run.account, details.result, details.problems),
        "items": [as_data(item) for item in details.items],
        "errors": [problem.as_data() for problem in details.problems],
    }
    return Result(data=data, text=_text(details, everything=app.settings.verbose))


def _text(details: RunDetails, *, everything: bool) -> list[str | Table]:
    text: list[str | Table] = [_headline(details.run)]
    cut = len(details.items) if everything else SHOWN_ITEMS
    rows = tuple((_title(item), _DONE[item.verb], item.collection) for item in details.items[:cut])
    text.append(Table(("ITEM", "WHAT", "COLLECTION"), rows))
    if len(details.items) > cut:
        text.append(f"… and {len(details.items) - cut} more (--verbose shows all)")
    for problem in details.problems:
        place = problem.collection or problem.account
        what = f" ({problem.resource})" if problem.resource else ""
        text.append(f"{place}: {problem.message}{what}")
        text += [f"  {line}" for line in (problem.detail, problem.hint) if line]
    return text


def _headline(run: RunView) -> str:
    took = f", {duration(run.ended_at - run.started_at)}" if run.ended_at is not None else ""
    changes = counts_text(run.counts) or "no changes"
    return f"{run.id}: {run.outcome}, {local_time(run.started_at)}{took}: {changes}"


def _title(item: DoneItem) -> str:
    return item.title or item.file or item.href.rstrip("/").rsplit("/", 1)[-1]
