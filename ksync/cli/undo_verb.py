"""``ksync undo``."""

from __future__ import annotations

from collections import Counter

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data, number
from ksync.reporting.errors import ExitCode
from ksync.reporting.output import Result, Table

_WILL = {
    "restored": "goes back to what it was",
    "brought back": "comes back",
    "removed": "goes (the run had created it)",
    "nothing to do": "is as it was already",
    "changed since": "was changed since in the same place; left as it is",
    "refused": "could not be written; left as it is",
}


@click.command("undo", cls=Command)
@click.argument("run", metavar="RUN")
@click.option("--dry-run", is_flag=True, help="Show what would be done; change nothing.")
@pass_app
def undo(app: App, run: str, dry_run: bool) -> Result:
    """Bring back what was there before a run.

    RUN is an ID of `ksync report list`. What is overwritten goes to the history, and the
    next sync takes the undo to the server.
    """
    items = app.service.undo.undo(run, dry_run=dry_run)
    counts = Counter(item.outcome for item in items)
    left = sum(item.left for item in items)
    changed = sum(counts[word] for word in ("restored", "brought back", "removed"))
    rows = tuple((i.title or i.file, _WILL[i.outcome], i.collection) for i in items)
    data = {
        "run": run,
        "dry_run": dry_run,
        "items": [as_data(item) for item in items],
        "changed": changed,
        "left": left,
    }
    if dry_run:
        message = f"{number(changed, 'item')} would go back; nothing was changed."
    elif changed:
        account = items[0].collection.partition("/")[0]
        message = (
            f"{number(changed, 'item')} went back; the next sync takes it to the server "
            f"(`ksync sync {account}`)."
        )
    else:
        message = "There is nothing to undo."
    text = [Table(("ITEM", "WHAT", "COLLECTION"), rows)] if rows else []
    if left and not dry_run:
        return Result(message, data, text, "undo.partial", ExitCode.PARTIAL)
    return Result(message, data, text)
