"""``ksync collection``: create, rename, recolor, delete, restore: what is done on the server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ksync import providers
from ksync.cli.app import App, pass_app
from ksync.cli.guidance import guided
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data, number
from ksync.reporting.output import Result

_HOLDS = {"events": "VEVENT", "tasks": "VTODO", "notes": "VJOURNAL"}
_LATER = (
    "The server is still making it, which may take a minute; the first sync after that makes "
    "its folder."
)


@click.command("create", cls=Command)
@click.argument("account")
@click.argument("name")
@click.option("--address-book", is_flag=True, help="An address book, not a calendar.")
@click.option(
    "--for",
    "holds",
    type=click.Choice(list(_HOLDS)),
    multiple=True,
    help="What a calendar shall hold; may be repeated. Without it, the server decides.",
)
@click.option("--color", metavar="#RRGGBB", help="Its colour.")
@pass_app
def create(
    app: App,
    account: str,
    name: str,
    address_book: bool,
    holds: tuple[str, ...],
    color: str | None,
) -> Result:
    """Make a calendar or an address book on the server."""
    from sync_engine.core.collection import Kind  # noqa: PLC0415  imported when used

    with _guided(app, account):
        made = app.service.server_collections.create(
            account,
            name,
            kind=Kind.ADDRESSBOOK if address_book else Kind.CALENDAR,
            components=[_HOLDS[word] for word in holds],
            color=color,
        )
    view = made.collection
    return Result(
        f"{view.display_name} is made. "
        + (f"`ksync sync {view.id}` makes its folder." if made.shown else _LATER),
        {"collection": as_data(view), "shown": made.shown},
        [view.id],
    )


@click.command("rename", cls=Command)
@click.argument("collection_id", metavar="ID")
@click.argument("name")
@pass_app
def rename(app: App, collection_id: str, name: str) -> Result:
    """Give it another name on the server; its ID stays."""
    with _guided(app, collection_id):
        view = app.service.server_collections.rename(collection_id, name)
    message = f"{view.id} is called {name} on the server."
    if view.display_name != name:
        message += (
            f" Here it is shown as {view.display_name}; `ksync collection set {view.id} name=` "
            "ends that."
        )
    return Result(message, {"collection": as_data(view)})


@click.command("recolor", cls=Command)
@click.argument("collection_id", metavar="ID")
@click.argument("color", metavar="#RRGGBB")
@pass_app
def recolor(app: App, collection_id: str, color: str) -> Result:
    """Give it another colour on the server."""
    with _guided(app, collection_id):
        view = app.service.server_collections.recolor(collection_id, color)
    return Result(f"{view.id} has the colour {color} now.", {"collection": as_data(view)})


@click.command("delete", cls=Command)
@click.argument("collection_id", metavar="ID")
@pass_app
def delete(app: App, collection_id: str) -> Result:
    """Delete it on the server and here, with everything in it, after a yes.

    What is in it goes to the history first, and `ksync collection restore` makes it
    again. While there are changes here that the server does not have, nothing is
    deleted, unless --yes says so.
    """
    view = app.service.collections.show(collection_id)
    app.confirm(
        f"Delete {view.display_name} ({view.id}) with its {number(view.items, 'item')}, on the "
        "server and here? Whom it is shared with loses it too. What is in it goes to the history."
    )
    with _guided(app, collection_id):
        done = app.service.server_collections.delete(collection_id, force=app.settings.yes)
    days = app.config.general.history_days
    return Result(
        f"{done.display_name} is deleted; {number(done.kept, 'item')} went to the history, for "
        f"{days} days. `ksync collection restore {done.id}` makes it again: with its name, its "
        "colour and its items, but at a new address, shared with nobody.",
        {"collection": done.id, "kept": done.kept, "left": list(done.left)},
        [f"Left, since kSync did not put it there: {place}" for place in done.left],
    )


@click.command("restore", cls=Command)
@click.argument("collection_id", metavar="ID")
@pass_app
def restore(app: App, collection_id: str) -> Result:
    """Make a deleted collection again, with what was in it.

    It gets a new address: whom it was shared with, and links to it, do not come back.
    What has guests waits for a word before it goes up, for the server may send mail.
    """
    with _guided(app, collection_id):
        again = app.service.server_collections.restore(collection_id)
    view = again.collection
    message = (
        f"{view.display_name} is made again as {view.id}, with {number(again.items, 'item')}; "
        f"`ksync sync {view.id}` takes them to the server."
    )
    if again.guests:
        message += f" {number(again.guests, 'item')} with guests will wait for you there."
    data = {"collection": as_data(view), "items": again.items, "guests": again.guests}
    return Result(message, data, [view.id])


@contextmanager
def _guided(app: App, where: str) -> Iterator[None]:
    """Errors with the provider's advice about the login."""
    account = where.partition("/")[0]
    view = app.service.accounts.show(account)
    with guided(providers.PROVIDERS[view.provider], view.username, account):
        yield
