"""``ksync collection``: list, refresh, enable, disable, set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync import providers
from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT, guided
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, collections_table, number, pairs
from ksync.cli.server_verbs import create, delete, recolor, rename, restore
from ksync.reporting.catalog import Explained, worst
from ksync.reporting.errors import NoAccount
from ksync.reporting.output import Result

if TYPE_CHECKING:
    from ksync.service.collections import CollectionView


@click.group(cls=Group)
def collection() -> None:
    """Choose the calendars and address books to sync."""


@collection.command("list")
@click.argument("account", required=False)
@pass_app
def list_collections(app: App, account: str | None) -> Result:
    """List the collections; the server is not asked (--verbose shows folders)."""
    views = app.service.collections.list(account)
    return _listed(app, views)


@collection.command("refresh")
@click.argument("account", required=False)
@pass_app
def refresh(app: App, account: str | None) -> Result:
    """Ask the server what collections there are now."""
    service = app.service
    names = [account] if account is not None else service.accounts.names()
    if not names:
        raise NoAccount
    before = {view.id for view in service.collections.list(account)}
    problems = []
    for name in names:
        view = service.accounts.show(name)
        try:
            with guided(providers.PROVIDERS[view.provider], view.username, name):
                service.accounts.refresh(name)
        except Explained as error:
            if account is not None:
                raise
            problems.append(error.problem)
    views = service.collections.list(account)
    new = sum(view.id not in before for view in views)
    found = _listed(app, views)
    return Result(
        f"{number(new, 'new collection')}." if new else "No new collection.",
        {**found.data, "errors": [problem.as_data() for problem in problems]},
        found.text,
        problems[0].reference if problems else "ok",
        worst(problem.exit_code for problem in problems),
        tuple(problems),
    )


@collection.command("enable")
@click.argument("collection_id", metavar="ID")
@pass_app
def enable(app: App, collection_id: str) -> Result:
    """Sync a collection; what both sides have is united."""
    view = app.service.collections.enable(collection_id)
    return _changed(view, f"{view.id} is synced from now on; `ksync sync {view.id}` does it now.")


@collection.command("disable")
@click.argument("collection_id", metavar="ID")
@pass_app
def disable(app: App, collection_id: str) -> Result:
    """Sync a collection no more; its files stay."""
    view = app.service.collections.disable(collection_id)
    files = f"; its files stay in {view.path}" if view.path else ""
    return _changed(view, f"{view.id} is not synced any more{files}.")


@collection.command("set")
@click.argument("collection_id", metavar="ID")
@click.argument("settings", metavar="KEY=VALUE…", nargs=-1, required=True)
@pass_app
def set_values(app: App, collection_id: str, settings: tuple[str, ...]) -> Result:
    """Change direction, conflict, past_days, name, color or store.

    Direction: two-way, pull or push. Conflict: merge, server, local, both or ask.
    Past_days: what ended longer ago stays on the server alone; none keeps everything.
    Store: vdir (files) or eds (GNOME's own programs); the collection moves at once.

    An empty value (KEY=) takes a setting out, so that the default holds again.
    """
    changes = pairs(settings)
    view = app.service.collections.set(collection_id, changes)
    return _changed(
        view, f"{view.id} is changed.{_limited(view) if 'past_days' in changes else ''}"
    )


def _limited(view: CollectionView) -> str:
    if view.kind == "addressbook":
        return " An address book has no past, so past_days changes nothing there."
    if view.past_days is None:
        return f" The next sync fetches what was left out; `ksync sync {view.id}` does it now."
    return (
        f" The next sync takes what ended more than {number(view.past_days, 'day')} ago off this"
        f" computer; the server keeps it. `ksync sync {view.id} --dry-run` shows it before."
    )


for _command in (create, rename, recolor, delete, restore):
    collection.add_command(_command)


def _changed(view: CollectionView, message: str) -> Result:
    return Result(message, {"collection": as_data(view)})


def _listed(app: App, views: list[CollectionView]) -> Result:
    message = ""
    if not views:
        message = "There is no collection yet." if app.config.accounts else NO_ACCOUNT
    return Result(
        message,
        {"collections": [as_data(view) for view in views]},
        [collections_table(views, folders=app.settings.verbose)],
    )
