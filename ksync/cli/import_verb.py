"""``ksync import``: files of other programs into a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data, number
from ksync.reporting.catalog import tell
from ksync.reporting.errors import ExitCode
from ksync.reporting.output import Result

if TYPE_CHECKING:
    from ksync.service.importing import Imported, ImportedItem

_SHORT = 20


@click.command("import", cls=Command)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", "collection_id", metavar="ID", required=True, help="The collection.")
@click.option(
    "--replace",
    is_flag=True,
    help="Merge with what is there already; else that is left alone and listed.",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@pass_app
def import_files(
    app: App, files: tuple[Path, ...], collection_id: str, replace: bool, dry_run: bool
) -> Result:
    """Put events, tasks or contacts of .ics and .vcf files into a collection.

    A file may hold many of them. The next sync takes them to the server.
    """
    done = app.service.personal.importing.run(
        collection_id, files, replace=replace, dry_run=dry_run
    )
    bad = [item for item in done.items if item.outcome == "bad"]
    data = {
        "collection": done.collection,
        "dry_run": dry_run,
        **{key: done.count(outcome) for key, outcome in _COUNTS.items()},
        "given_uids": done.given,
        "items": [as_data(item) for item in done.items],
    }
    text = _lines(app, done)
    message = _message(done, dry_run=dry_run)
    if bad:
        return Result(message, data, text, "import.partial", ExitCode.PARTIAL)
    return Result(message, data, text)


_COUNTS = {
    "added": "added",
    "merged": "merged",
    "same": "the same",
    "skipped": "skipped",
    "bad": "bad",
}


def _message(done: Imported, *, dry_run: bool) -> str:
    words = (
        ("added", "{} added"),
        ("merged", "{} merged"),
        ("the same", "{} there already, and the same"),
        ("skipped", "{} there already in another version, left alone (--replace merges them)"),
        ("bad", "{} not usable"),
    )
    told = [text.format(n) for outcome, text in words if (n := done.count(outcome))]
    message = ("Would be: " if dry_run else "") + (", ".join(told) or "Nothing is in it") + "."
    if done.given:
        message += f" {number(done.given, 'item')} had no UID and got one."
    guests = sum(item.guests and item.outcome == "added" for item in done.items)
    if guests:
        message += f" {number(guests, 'item')} with guests: the server may write to them."
    if not dry_run and (done.count("added") or done.count("merged")):
        message += f" `ksync sync {done.collection}` takes it to the server."
    return message


def _lines(app: App, done: Imported) -> list[str]:
    told = [item for item in done.items if item.outcome in ("bad", "skipped")]
    shown = told if app.settings.verbose else told[:_SHORT]
    lines = [_line(item) for item in shown]
    if len(shown) < len(told):
        lines.append(f"… and {len(told) - len(shown)} more (--verbose lists them)")
    return lines


def _line(item: ImportedItem) -> str:
    why = tell(item.reference).message if item.reference else "There already, another version."
    return f"{item.source}:{item.line}: {item.title or item.uid or '?'}: {why}"
