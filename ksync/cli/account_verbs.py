"""``ksync account``: add, list, show, test, set, set-password, sign-out, remove."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from ksync import providers
from ksync.cli.app import App, pass_app
from ksync.cli.guidance import NO_ACCOUNT, guided
from ksync.cli.lazy import Group
from ksync.cli.rendering import LONG_AGO, as_data, collections_table, local_time, number, pairs
from ksync.credentials.sources import credential_file_name
from ksync.reporting.errors import AnswerNeeded, UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.service.accounts import AccountTest, AccountView, NewAccount

WITHOUT_TERMINAL = (
    "Give it on standard input with --password-stdin, or name a program that prints it with "
    "`ksync account add --password-command COMMAND`."
)


@click.group(cls=Group)
def account() -> None:
    """Add, test, change and remove accounts."""


@account.command("add")
@click.argument("name", required=False)
@click.option("--provider", help=f"One of {', '.join(providers.PROVIDERS)}.")
@click.option("--url", help="The server's address, where the provider has none of its own.")
@click.option("--username", help="The user name at the server.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option("--password-command", metavar="COMMAND", help="A command that prints the password.")
@click.option("--ca-file", metavar="FILE", help="Certificates (PEM) to trust for this server.")
@click.option(
    "--trust-host", "hosts", metavar="HOST", multiple=True, help="Send the password there as well."
)
@pass_app
def add(
    app: App,
    name: str | None,
    provider: str | None,
    url: str | None,
    username: str | None,
    password_stdin: bool,
    password_command: str | None,
    ca_file: str | None,
    hosts: tuple[str, ...],
) -> Result:
    """Log in, find the calendars and address books, store the password.

    NAME is how the account is called here; without it, it is named after the
    provider or the host.
    """
    from ksync.service.accounts import NewAccount  # noqa: PLC0415  imported when used

    if password_stdin and password_command is not None:
        raise UsageError("--password-stdin and --password-command exclude each other.")
    url = _with_scheme(url)
    preset = app.service.accounts.preset(name) if name else None
    if preset is not None:
        provider, url = provider or preset.provider, url or preset.url
        username = username or preset.username
    provider = provider or ("generic" if url else providers.DEFAULT)
    new = NewAccount(
        name=name or app.service.accounts.free_name(_wished_name(provider, url)),
        username=username or app.ask("User name"),
        provider=provider,
        url=url,
        password_command=password_command,
        ca_file=ca_file,
        trusted_hosts=hosts,
    )
    return _add(app, new, password_stdin=password_stdin)


def _add(app: App, new: NewAccount, *, password_stdin: bool) -> Result:
    accounts = app.service.accounts
    advice = accounts.check_new(new)
    if advice:
        app.output.note(advice)
    preset = providers.PROVIDERS[new.provider]
    with guided(preset, new.username, new.name, stored=False):
        if password_stdin or not (new.password_command or _has_credential(new.name)):
            password = _password(app, new.username, stdin=password_stdin)
            new = replace(new, password=password)
        host = urlsplit(new.url or preset.urls[0]).hostname
        app.output.note(f"Asking {host} for calendars and address books …")
        found = accounts.add(new)
    text, data = _shown(found)
    folder = found.account.data_folder
    app.output.note(f"Your files will be in {folder}; your other programs can read them there.")
    return Result(
        f"Account {new.name} is added. `ksync sync` syncs it now.",
        {**data, "advice": advice},
        text,
    )


def _take_up(app: App, name: str, *, password_stdin: bool) -> Result:
    """Complete an account that the administrator described."""
    from ksync.service.accounts import NewAccount  # noqa: PLC0415  imported when used

    known = app.service.accounts.preset(name)
    assert known is not None, "the account waits"
    new = NewAccount(
        name=name,
        username=known.username or app.ask("User name"),
        provider=known.provider,
        url=known.url,
    )
    added = _add(app, new, password_stdin=password_stdin)
    return replace(added, data={"account": name})


@account.command("list")
@pass_app
def list_accounts(app: App) -> Result:
    """List the accounts."""
    views = app.service.accounts.all()
    rows = [(v.name, v.provider, v.username or "?", _counted(v), v.url) for v in views]
    return Result(
        "" if views else NO_ACCOUNT,
        {"accounts": [as_data(view) for view in views]},
        [Table(("NAME", "PROVIDER", "USER NAME", "HAS", "ADDRESS"), tuple(rows))],
    )


@account.command("show")
@click.argument("name")
@pass_app
def show(app: App, name: str) -> Result:
    """Show one account."""
    view = app.service.accounts.show(name)
    return Result(data={"account": as_data(view)}, text=_lines(view))


@account.command("test")
@click.argument("name")
@pass_app
def test(app: App, name: str) -> Result:
    """Log in, and read the list of collections anew."""
    view = app.service.accounts.show(name)
    with guided(providers.PROVIDERS[view.provider], view.username, name):
        found = app.service.accounts.test(name)
    text, data = _shown(found)
    return Result(f"The login works (password from: {found.password_source}).", data, text)


@account.command("set")
@click.argument("name")
@click.argument("settings", metavar="KEY=VALUE…", nargs=-1, required=True)
@pass_app
def set_values(app: App, name: str, settings: tuple[str, ...]) -> Result:
    """Change settings of an account.

    They are url, username, provider, ca_file, trusted_hosts (with commas),
    password_command and path (the folder of its files). An empty value (KEY=) takes a setting out.
    """
    view = app.service.accounts.set(name, pairs(settings))
    return Result(f"Account {name} is changed.", {"account": as_data(view)})


@account.command("set-password")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@pass_app
def set_password(app: App, name: str, password_stdin: bool) -> Result:
    """Store another password, once the server has accepted it."""
    accounts = app.service.accounts
    view = accounts.show(name)
    if view.waiting:
        return _take_up(app, name, password_stdin=password_stdin)
    with guided(providers.PROVIDERS[view.provider], view.username, name, stored=False):
        password = _password(app, view.username, stdin=password_stdin)
        accounts.set_password(name, password)
    return Result(f"The password of account {name} is stored.", {"account": name})


@account.command("sign-out")
@click.argument("name")
@click.option("--erase", is_flag=True, help="Delete its files, its sync state and its history too.")
@pass_app
def sign_out(app: App, name: str, erase: bool) -> Result:
    """Delete the stored password; the account's settings stay.

    For a computer that others use as well: with --erase, nothing of its calendars and
    contacts stays here. The server keeps everything.
    """
    view = app.service.accounts.show(name)
    if erase:
        app.confirm(
            f"Sign out of {name} and delete its {number(view.items, 'item')} in "
            f"{view.data_folder}, its sync state and its history? The server keeps its data."
        )
    done = app.service.accounts.sign_out(name, erase=erase)
    word = "Its password is deleted from the keyring" if done.secret else "No password was stored"
    message = f"Signed out of {name}. {word}."
    if done.elsewhere:
        message += f" {done.elsewhere} is still in the settings; kSync cannot delete what it gives."
    else:
        message += f" `ksync account set-password {name}` signs in again."
    stays = "Left, since kSync did not put it there" if erase else "It stays on this computer"
    return Result(message, as_data(done), [f"{stays}: {place}" for place in done.left])


@account.command("remove")
@click.argument("name")
@click.option("--erase", is_flag=True, help="Delete its files, its sync state and its history too.")
@pass_app
def remove(app: App, name: str, erase: bool) -> Result:
    """Forget an account and its password; the server keeps everything."""
    view = app.service.accounts.show(name)
    app.confirm(_question(view, erase=erase))
    left = app.service.accounts.remove(name, erase=erase)
    if erase:
        message = f"Account {name} and everything of it on this computer is gone."
        text = [f"Left, since kSync did not put it there: {place}" for place in left]
    else:
        message = f"Account {name} is removed."
        text = [f"It stays on this computer: {place}" for place in left]
    return Result(message, {"account": name, "erased": erase, "left": left}, text)


def _question(view: AccountView, *, erase: bool) -> str:
    if not erase:
        return f"Remove the account {view.name} and its stored password? Its files stay."
    return (
        f"Remove the account {view.name} and delete its {number(view.items, 'item')} in "
        f"{view.data_folder}, its sync state and its history? The server keeps its data."
    )


def _with_scheme(url: str | None) -> str | None:
    return f"https://{url}" if url and "://" not in url else url


def _wished_name(provider: str, url: str | None) -> str:
    if provider != "generic" or not url:
        return provider
    try:
        return urlsplit(url).hostname or provider
    except ValueError:  # said in words by the check of the address
        return provider


def _has_credential(name: str) -> bool:
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    return bool(folder) and (Path(folder or "") / credential_file_name(name)).exists()


def _password(app: App, username: str, *, stdin: bool) -> str:
    """The password, once it is sure that it can be stored.

    :raises AnswerNeeded: nobody can be asked. :raises CredentialError: no keyring.
    """
    question = f"Password of {username}"
    if not stdin and not app.can_ask:
        raise AnswerNeeded(f"{question}.", hint=WITHOUT_TERMINAL)
    app.service.accounts.check_keyring()
    if stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = app.ask_password(question)
    if not password:
        raise UsageError("No password was given.", hint=WITHOUT_TERMINAL)
    return password


def _shown(found: AccountTest) -> tuple[list[str | Table], dict[str, object]]:
    data: dict[str, object] = {
        "account": as_data(found.account),
        "principal": found.principal,
        "home_sets": list(found.home_sets),
        "collections": [as_data(view) for view in found.collections],
    }
    if not found.collections:
        return ["The account has no calendar and no address book yet."], data
    return [collections_table(found.collections)], data


def _counted(view: AccountView) -> str:
    if view.waiting:
        return "waits for its password"
    return f"{number(view.collections, 'collection')}, {number(view.items, 'item')}"


def _password_words(view: AccountView) -> str:
    if view.password_stored_at is None:
        return view.password_source
    words = f"{view.password_source}, stored {local_time(view.password_stored_at)}"
    return f"{words}; {LONG_AGO}" if view.password_old else words


def _lines(view: AccountView) -> list[str | Table]:
    facts = (
        ("name", view.name),
        ("provider", providers.PROVIDERS[view.provider].name),
        ("address", view.url),
        ("user name", view.username),
        ("password", _password_words(view)),
        ("certificates", view.ca_file or ""),
        ("trusted hosts", ", ".join(view.trusted_hosts)),
        ("has", _counted(view)),
        ("managed", "yes: it cannot be removed" if view.managed else ""),
        ("folder", view.data_folder),
    )
    return [f"{title + ':':15}{value}" for title, value in facts if value]
