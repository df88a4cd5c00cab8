"""``ksync conflict``: list, show, resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, local_time, pairs
from ksync.reporting.errors import UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.service.conflicts import ConflictView
    from sync_engine.core.resolution import Keep

KEEPS = ("local", "server", "both", "merged")

_WHAT = {
    "edit/edit": "changed here and on the server",
    "create/create": "new here and on the server, with one UID",
    "edit/delete": "changed here, deleted on the server",
    "delete/edit": "deleted here, changed on the server",
}
_DOES = {
    "local": "puts the version that is here on the server",
    "server": "brings the server's version here",
    "both": "keeps both as two items",
    "merged": "merges them; where both changed the same, the server's value is taken",
}


@click.group(cls=Group)
def conflict() -> None:
    """Decide what changed on both sides."""


@conflict.command("list")
@click.argument("name", metavar="[ID or ACCOUNT]", required=False)
@click.option(
    "--all", "everything", is_flag=True, help="Those that are decided, by you or the policy, too."
)
@pass_app
def list_conflicts(app: App, name: str | None, everything: bool) -> Result:
    """List the conflicts that wait for you."""
    views = app.service.conflicts.all(name, everything=everything)
    rows = tuple(
        (v.id, local_time(v.opened_at), v.collection, _state(v), v.title or v.file, told(v))
        for v in views
    )
    message = ""
    if not views:
        message = "No conflict waits." if app.config.accounts else NO_ACCOUNT
    return Result(
        message,
        {"conflicts": [as_data(view) for view in views]},
        [Table(("ID", "SINCE", "COLLECTION", "STATE", "TITLE", "WHAT"), rows)],
    )


@conflict.command("show")
@click.argument("conflict_id", metavar="ID")
@pass_app
def show(app: App, conflict_id: str) -> Result:
    """Show a conflict: before, here and on the server, property by property."""
    view, properties, texts = app.service.conflicts.show(conflict_id)
    text: list[str | Table] = [f"{view.collection}: {view.title or view.file}: {told(view)}"]
    if properties:
        text.append(
            Table(
                ("PROPERTY", "OF", "BEFORE", "HERE", "ON THE SERVER"),
                tuple((p.name, p.component, p.base, p.local, p.server) for p in properties),
            )
        )
    else:
        for where, body in (
            ("Before", texts.base),
            ("Here", texts.local),
            ("On the server", texts.server),
        ):
            text.append(f"{where}:")
            text.append("  (not there)" if body is None else body.replace("\r\n", "\n").rstrip())
    if view.state == "open":
        text += [
            f"`ksync conflict resolve {view.id} --keep {keep}` {_DOES[keep]}" for keep in KEEPS
        ]
    else:
        text.append(f"This one is {_state(view)}. `ksync history list` has what was overwritten.")
    data = {
        "conflict": as_data(view),
        "properties": [as_data(p) for p in properties],
        "texts": as_data(texts),
    }
    return Result(data=data, text=text)


@conflict.command("resolve")
@click.argument("conflict_id", metavar="ID")
@click.option("--keep", type=click.Choice(KEEPS), required=True, help="What is to be kept.")
@click.option(
    "--pick",
    "picks",
    multiple=True,
    metavar="NAME=SIDE",
    help="With --keep merged: a property's version, local or server. May be repeated.",
)
@pass_app
def resolve(app: App, conflict_id: str, keep: str, picks: tuple[str, ...]) -> Result:
    """Decide a conflict; what is not kept goes to the history."""
    from sync_engine.core.resolution import Keep  # noqa: PLC0415  imported when used

    chosen = {name: _side(name, side) for name, side in pairs(picks).items()}
    view = app.service.conflicts.answer(conflict_id, Keep(keep), picks=chosen)
    account = view.id.rpartition(":")[0]
    return Result(
        f"Decided. The next sync {_DOES[keep]}. `ksync sync {account}` does it now.",
        {"conflict": as_data(view)},
    )


def _side(name: str, side: str) -> Keep:
    from sync_engine.core.resolution import Keep  # noqa: PLC0415  imported when used

    if side not in (Keep.LOCAL.value, Keep.SERVER.value):
        raise UsageError(f"“{side}” is no side of {name}.", hint="It is local or server.")
    return Keep(side)


def told(view: ConflictView) -> str:
    """What happened, in words."""
    which = f" ({', '.join(view.properties)})" if view.properties else ""
    return f"{_WHAT[view.kind]}{which}"


def _state(view: ConflictView) -> str:
    return f"{view.state}: {view.keep}" if view.keep else view.state
