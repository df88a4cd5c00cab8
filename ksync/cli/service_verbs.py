"""``ksync service``: install, remove, status, autostart."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Group
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.service.installing import Installed, Installer


@click.group(cls=Group)
def service() -> None:
    """Let systemd run it, and put it into the desktop's menu."""


@service.command("install")
@click.option("--timer", is_flag=True, help="A sync every quarter of an hour, nothing in between.")
@click.option("--no-start", is_flag=True, help="Put the files in place only.")
@pass_app
def install(app: App, timer: bool, no_start: bool) -> Result:
    """Put systemd user unit, desktop entry, icon and manual in place, and start it."""
    from ksync.service.installing import Mode  # noqa: PLC0415  imported when used
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  as above

    with translated(app.paths.config):
        found = _installer().install(Mode.TIMER if timer else Mode.SERVICE, start=not no_start)
    if _foreign(found):
        message = "A file of that name is not kSync's; it was left alone."
    elif found.systemd == "active":
        message = f"Installed; {found.unit} is active."
    elif no_start:
        message = f"Installed. Start it with `systemctl --user enable --now {found.unit}`."
    else:
        message = (
            "The files are in place, and no systemd of yours answers: log in again, or start "
            f"`ksync run` by other means; `systemctl --user enable --now {found.unit}`."
        )
    return _result(found, message)


@service.command("remove")
@pass_app
def remove(app: App) -> Result:
    """Stop it, and take the files away again; settings and data stay."""
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  as above

    with translated(app.paths.config):
        found = _installer().remove()
    left = _foreign(found)
    return _result(found, "What is not kSync's was left alone." if left else "Removed.")


@service.command("status")
@pass_app
def status(app: App) -> Result:  # noqa: ARG001  every command takes it
    """Show what is installed and whether it runs."""
    found = _installer().status()
    return _result(found, f"{found.unit}: {found.systemd or 'no systemd answers'}.")


@service.command("autostart")
@click.argument("switch", type=click.Choice(("on", "off", "show")), default="show")
@pass_app
def autostart(app: App, switch: str) -> Result:
    """Start the desktop program at login (on), or do not (off); show how it is."""
    from ksync.service import autostart as entry  # noqa: PLC0415  imported when used
    from sync_engine.replicas.vdir.disk import translated  # noqa: PLC0415  as above

    file = entry.entry_file(os.environ)
    with translated(file):
        if switch == "on":
            entry.enable()
        elif switch == "off":
            entry.disable()
    enabled = entry.enabled()
    if enabled and find_spec("PySide6") is None:
        app.output.warning("The desktop program needs PySide6, which is not installed.")
    message = (
        "The desktop program starts at login."
        if enabled
        else "The desktop program does not start at login."
    )
    return Result(message, {"enabled": enabled, "file": str(file)})


def _installer() -> Installer:
    from ksync.cli.main import cli  # noqa: PLC0415  it knows this module
    from ksync.cli.manual import pages  # noqa: PLC0415  imported when used
    from ksync.service.installing import Installer  # noqa: PLC0415  imported when used

    return Installer(manual=pages(cli))


def _foreign(found: Installed) -> bool:
    return any(state == "foreign" for _, state in found.files)


def _result(found: Installed, message: str) -> Result:
    rows = tuple((str(path), state.value) for path, state in found.files)
    data = {
        "unit": found.unit,
        "systemd": found.systemd or None,
        "files": [{"path": path, "state": state} for path, state in rows],
    }
    return Result(message, data, [Table(("FILE", "STATE"), rows)])
