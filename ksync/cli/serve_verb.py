"""``ksync serve``: the loopback gateway, in the foreground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data
from ksync.reporting.errors import UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.service.gateway import GatewayView

USER_NAME = "ksync"


@click.command("serve", cls=Command)
@click.option("--show", is_flag=True, help="Print where it is and what it serves; start nothing.")
@click.option(
    "--new-token", is_flag=True, help="Choose another port and another token; start nothing."
)
@click.option(
    "--certificate", is_flag=True, help="Make the certificate for https, if there is none."
)
@click.option("--supervised", is_flag=True, hidden=True)
@pass_app
def serve(app: App, show: bool, new_token: bool, certificate: bool, supervised: bool) -> Result:
    """Let the programs of this computer read and write what is synced.

    A CalDAV and CardDAV server for this computer and this user alone, in the
    foreground; SIGTERM and Ctrl-C stop it. `ksync run` and the desktop program start
    it by themselves while gateway.enabled is true.
    """
    gateway = app.service.gateway
    if new_token:
        gateway.renew()
    if certificate:
        gateway.make_certificate()
    if show or new_token or certificate:
        return _shown(gateway.view())
    gateway.require_allowed()
    if app.settings.json:
        raise UsageError("`ksync serve` has no result to print.", hint="`--show --json` has.")
    _run(app, supervised=supervised)
    gateway.require_allowed()  # it may have been a policy that ended it
    return Result("Stopped; nothing is lost.")


def _run(app: App, *, supervised: bool) -> None:
    from ksync.composition import Parts  # noqa: PLC0415  ksync --help must not pay for it
    from ksync.config import load  # noqa: PLC0415  as above
    from ksync.gateway.program import Program  # noqa: PLC0415  as above
    from ksync.presence import GATEWAY, present  # noqa: PLC0415  as above
    from ksync.reporting import logs  # noqa: PLC0415  as above
    from ksync.service.gateway import Gateway  # noqa: PLC0415  as above

    def parts() -> Parts:
        return Parts(app.paths, load(app.paths.config_file).config)

    logs.start(app.paths.log, "info", name=logs.GATEWAY_FILE)
    try:
        with present(app.paths, GATEWAY):
            Program(
                app.paths, parts, told=app.output.note, allowed=lambda now: Gateway(now).allowed()
            ).run(until_stdin_closes=supervised)
    finally:
        logs.stop()


def _shown(view: GatewayView) -> Result:
    rows = tuple(
        (one.id, one.kind.value, one.display_name, one.login_url) for one in view.collections
    )
    state = "runs" if view.running else "does not run now"
    text: list[str | Table] = [
        f"Address:   {view.address}  (the gateway {state})",
        f"User name: {USER_NAME}",
        f"Password:  {view.token}",
    ]
    if view.certificate is not None:
        text += [f"https:     {view.secure_address}", f"           certificate: {view.certificate}"]
    if rows:
        text += ["", Table(("ID", "KIND", "NAME", "URL"), rows)]
    data = {
        "address": view.address,
        "secure_address": view.secure_address if view.certificate is not None else None,
        "certificate": str(view.certificate) if view.certificate is not None else None,
        "user": USER_NAME,
        "token": view.token,
        "root_url": view.root_url,
        "running": view.running,
        "enabled": view.enabled,
        "collections": [as_data(one) for one in view.collections],
    }
    message = "" if rows else "Nothing is served yet: sync first."
    return Result(message, data, text)
