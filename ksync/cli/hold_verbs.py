"""``ksync hold``: list, show, approve, reject."""

from __future__ import annotations

import click

from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, hold_words, local_time
from ksync.reporting.output import Result, Table
from sync_engine.core.guards import Answer

SHOWN_ITEMS = 50
"""A longer list is cut; --verbose and --json have all of it."""


@click.group(cls=Group)
def hold() -> None:
    """Decide what waits for a yes or no."""


@hold.command("list")
@click.option("--all", "everything", is_flag=True, help="Those that are answered or closed, too.")
@pass_app
def list_holds(app: App, everything: bool) -> Result:
    """List what waits."""
    views = app.service.decisions.holds(everything=everything)
    rows = tuple(
        (v.id, local_time(v.opened_at), v.collection, v.state, hold_words(v)[0]) for v in views
    )
    message = ""
    if not views:
        message = "No decision waits." if app.config.accounts else NO_ACCOUNT
    return Result(
        message,
        {"holds": [as_data(view) for view in views]},
        [Table(("ID", "SINCE", "COLLECTION", "STATE", "WHAT"), rows)],
    )


@hold.command("show")
@click.argument("hold_id", metavar="ID")
@pass_app
def show(app: App, hold_id: str) -> Result:
    """Show what waits, and what each answer does."""
    view, items = app.service.decisions.hold(hold_id)
    seen, approve, reject = hold_words(view)
    cut = len(items) if app.settings.verbose else SHOWN_ITEMS
    text = [f"{view.collection}: {seen}"]
    text += [f"  {item.title or item.file or item.href}" for item in items[:cut]]
    if len(items) > cut:
        text.append(f"  … and {len(items) - cut} more (--verbose shows all)")
    if view.state == "open":
        text += [
            f"`ksync hold approve {view.id}` {approve}",
            f"`ksync hold reject {view.id}` {reject}",
        ]
    else:
        text.append(f"This one is {view.state}.")
    return Result(data={"hold": as_data(view), "items": [as_data(i) for i in items]}, text=text)


@hold.command("approve")
@click.argument("hold_id", metavar="ID")
@pass_app
def approve(app: App, hold_id: str) -> Result:
    """Say yes: what waits is carried out by the next sync."""
    return _answer(app, hold_id, Answer.APPROVED)


@hold.command("reject")
@click.argument("hold_id", metavar="ID")
@pass_app
def reject(app: App, hold_id: str) -> Result:
    """Say no: what was there before comes back with the next sync."""
    return _answer(app, hold_id, Answer.REJECTED)


def _answer(app: App, hold_id: str, answer: Answer) -> Result:
    view = app.service.decisions.answer(hold_id, answer)
    _, approved, rejected = hold_words(view)
    does = approved if answer is Answer.APPROVED else rejected
    account = view.id.rpartition(":")[0]
    return Result(
        f"{answer.value.capitalize()}. The next sync {does} `ksync sync {account}` does it now.",
        {"hold": as_data(view)},
    )
