"""``ksync export``: a copy of everything that is here."""

from __future__ import annotations

from pathlib import Path

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data, number
from ksync.reporting.errors import ExitCode
from ksync.reporting.output import Result


@click.command("export", cls=Command)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--history", is_flag=True, help="Overwritten and deleted versions, too.")
@pass_app
def export(app: App, folder: Path, history: bool) -> Result:
    """Copy calendars, tasks, contacts and settings into a folder.

    Each collection becomes one file that other programs read, and a folder with a file
    for each item, byte for byte. The folder has to be new, or empty. There is no password
    in it.
    """
    return exported(app, folder, history=history)


def exported(app: App, folder: Path, *, history: bool) -> Result:
    """What came of an export."""
    done = app.service.personal.exporting.run(folder, history=history)
    items = sum(collection.items for collection in done.collections)
    text = [f"{c.id}: {number(c.items, 'item')}, {c.file}" for c in done.collections]
    text += [f"{name}: nothing here yet, left out" for name in done.missing]
    for collection in done.collections:
        text += [f"{collection.id}: {name} could not be read" for name in collection.unreadable]
        if collection.elsewhere:
            what = number(collection.elsewhere, "item")
            text.append(f"{collection.id}: {what} left out, on the server alone (past_days)")
    message = f"{number(items, 'item')} of {number(len(done.collections), 'collection')}"
    if history:
        message += f" and {number(done.versions, 'earlier version')}"
    message += f" are in {done.path} now, readable for you alone."
    data = {
        "path": done.path,
        "collections": [as_data(collection) for collection in done.collections],
        "versions": done.versions,
        "missing": list(done.missing),
    }
    if any(collection.unreadable for collection in done.collections):
        return Result(message, data, text, "export.partial", ExitCode.PARTIAL)
    return Result(message, data, text)
