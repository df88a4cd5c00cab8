"""``ksync history``: list, show, restore, erase."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, local_time, number
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.service.versions import VersionView

_SIDES = {"local": "here", "remote": "on the server", "base": "on both sides"}


@click.group(cls=Group)
def history() -> None:
    """See and restore earlier versions."""


@history.command("list")
@click.argument("name", metavar="[ID or ACCOUNT]", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@pass_app
def list_versions(app: App, name: str | None, limit: int) -> Result:
    """List what sync overwrote or deleted, the newest first."""
    views = app.service.versions.newest(name, limit=limit)
    rows = tuple((v.id, local_time(v.at), v.collection, v.title or v.file, _why(v)) for v in views)
    message = ""
    if not views:
        message = (
            "Nothing was overwritten or deleted so far." if app.config.accounts else NO_ACCOUNT
        )
    return Result(
        message,
        {"versions": [as_data(view) for view in views]},
        [Table(("VERSION", "WHEN", "COLLECTION", "TITLE", "WHAT"), rows)],
    )


@history.command("show")
@click.argument("version", metavar="VERSION")
@pass_app
def show(app: App, version: str) -> Result:
    """Print a version as it was."""
    view, body = app.service.versions.show(version)
    app.output.note(f"{view.title or view.file}, {_why(view)} on {local_time(view.at)}:")
    text = body.decode("utf-8", "backslashreplace")
    data = {
        "version": as_data(view),
        "text": text,
        "base64": base64.b64encode(body).decode("ascii"),
    }
    return Result(data=data, text=[text.replace("\r\n", "\n").rstrip("\n")])


@history.command("restore")
@click.argument("version", metavar="VERSION")
@pass_app
def restore(app: App, version: str) -> Result:
    """Put a version back; what is there now goes to the history."""
    done = app.service.versions.restore(version)
    collection = done.version.collection
    return Result(
        f"Restored; the next sync takes it to the server (`ksync sync {collection}`).",
        {"version": as_data(done.version), "path": done.path, "replaced": done.replaced},
        [done.path],
    )


@history.command("erase")
@click.argument("name", metavar="[ID or ACCOUNT]", required=False)
@pass_app
def erase(app: App, name: str | None) -> Result:
    """Forget earlier versions for good, after a yes; nothing can be undone then."""
    found = app.service.versions.newest(name, limit=1_000_000)
    of = f" of {name}" if name else ""
    app.confirm(
        f"Forget all {number(len(found), 'earlier version')}{of}? They cannot be brought back, "
        "and earlier runs cannot be undone."
    )
    erased = app.service.versions.erase(name)
    return Result(f"{number(erased, 'earlier version')}{of} erased.", {"erased": erased})


def _why(view: VersionView) -> str:
    side = _SIDES[view.side]
    if view.reason == "conflict":
        return f"lost a conflict {side}"
    return f"{view.reason} {side}"
