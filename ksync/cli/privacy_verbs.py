"""``ksync privacy``: show, export, erase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ksync.cli.app import App, pass_app
from ksync.cli.export_verb import exported
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, number
from ksync.reporting.errors import ExitCode
from ksync.reporting.output import Result, Table


@click.group(cls=Group)
def privacy() -> None:
    """See, copy and erase what kSync has of you."""


@privacy.command("show")
@pass_app
def show(app: App) -> Result:
    """Show what is stored where, how much, for how long and why; and who is talked to."""
    found = app.service.personal.privacy.show()
    rows = tuple(
        (
            row.what,
            row.account,
            "" if row.count is None else str(row.count),
            "" if row.octets is None else size(row.octets),
            row.until,
            row.place,
        )
        for row in found.kept
    )
    why = {row.what: row.why for row in found.kept}
    text: list[str | Table] = [
        Table(("WHAT", "ACCOUNT", "NUMBER", "SIZE", "KEPT", "WHERE"), rows),
        "",
        *(f"{what}: {reason}." for what, reason in why.items()),
        "",
        *(
            f"{name} talks to {', '.join(hosts)}, and to nobody else."
            for name, hosts in found.hosts.items()
        ),
        "Nothing is sent to anybody else: no statistics, no crash reports, no look for updates.",
    ]
    data = {
        "kept": [as_data(row) for row in found.kept],
        "hosts": {name: list(hosts) for name, hosts in found.hosts.items()},
    }
    return Result(data=data, text=text)


@privacy.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_app
def export(app: App, folder: Path) -> Result:
    """Copy all of it into a folder: items, settings, history; see `ksync export`."""
    return exported(app, folder, history=True)


@privacy.command("erase")
@pass_app
def erase(app: App) -> Result:
    """Erase everything of kSync on this computer, after a yes.

    Passwords, files, sync state, history, reports, logs and settings of all accounts.
    The servers keep everything.
    """
    views = app.service.accounts.all()
    items = sum(view.items for view in views)
    app.confirm(
        f"Erase {number(len(views), 'account')} with {number(items, 'item')}, their passwords, "
        "their history, all settings and logs from this computer? The servers keep their data."
    )
    done = app.service.personal.privacy.erase()
    data = {"accounts": list(done.accounts), "left": list(done.left)}
    if done.left:
        return Result(
            "Erased, but for what is listed: kSync did not put it there, or cannot delete it.",
            data,
            list(done.left),
            "privacy.left",
            ExitCode.PARTIAL,
        )
    message = "Everything of kSync on this computer is gone; it was looked for."
    return Result(message, data, list(_program_stays()))


def _program_stays() -> Iterator[str]:
    """What starts the program is no data of a person's; how it goes is said."""
    from ksync.service import autostart  # noqa: PLC0415  imported when used
    from ksync.service.installing import FileState, Installer  # noqa: PLC0415  as above

    ours = {FileState.INSTALLED, FileState.OUTDATED}
    if any(state in ours for _, state in Installer().status().files):
        yield "`ksync service remove` takes away what `ksync service install` put in place."
    if autostart.enabled():
        yield "`ksync service autostart off` keeps the desktop program from starting at login."


def size(octets: int) -> str:
    """``0 B``, ``12 kB``, ``3.4 MB``."""
    if octets < 1000:
        return f"{octets} B"
    return f"{octets / 1e3:.0f} kB" if octets < 1e6 else f"{octets / 1e6:.1f} MB"
