"""``ksync network``: status, explain, list, allow, remove, allow-once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Group
from ksync.cli.rendering import as_data, local_time, utc
from ksync.network.rules import Mode, Security
from ksync.reporting.catalog import GATE_EXIT_CODES
from ksync.reporting.errors import ExitCode, UsageError, worst
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.network.guard import Explanation

DENIED = "network.denied"
ANY = "any"
"""The protection of a network does not matter."""


@click.group(cls=Group)
def network() -> None:
    """Say on which networks kSync may talk to servers."""


@network.command("status")
@pass_app
def status(app: App) -> Result:
    """Show for each account whether it may talk to its server now."""
    from ksync.service import network_words as words  # noqa: PLC0415  imported when used

    service = app.service.network
    found = service.explain()
    rows = tuple(
        (
            one.account or "(all)",
            words.MODES[one.rules.mode],
            one.verdict.link.interface,
            words.sentence(one.verdict),
        )
        for one in found
    )
    until = service.allowed_until()
    text: list[str | Table] = [Table(("ACCOUNT", "GUARD", "INTERFACE", "VERDICT"), rows)]
    if until is not None:
        text.append(f"This network is allowed until {local_time(until)}.")
    data = {
        "accounts": [words.explanation_data(one) for one in found],
        "allowed_until": None if until is None else utc(until),
    }
    more = "`ksync network explain` has the reasons."
    return _judged(found, data, text, "" if _exit_code(found) is ExitCode.DONE else more)


@network.command("explain")
@click.argument("account", required=False)
@pass_app
def explain(app: App, account: str | None) -> Result:
    """Explain why an account may talk to its server now, or not."""
    from ksync.service import network_words as words  # noqa: PLC0415  imported when used

    found = app.service.network.explain(account)
    text: list[str | Table] = []
    for one in found:
        text += words.explained(one)
    data = {"accounts": [words.explanation_data(one) for one in found]}
    return _judged(found, data, text, "")


@network.command("list")
@pass_app
def list_networks(app: App) -> Result:
    """List the networks that are allowed."""
    from ksync.service import network_words as words  # noqa: PLC0415  imported when used

    service = app.service.network
    views = service.listed()
    rows = tuple(
        (
            view.label,
            words.shown(view),
            view.security or "any",
            ", ".join(view.bssids) or "any",
            view.source,
        )
        for view in views
    )
    mode = service.rules().mode
    message = "" if views else "No network is listed."
    if mode is not Mode.ALLOWLIST:
        message = f"{message} The guard is {words.MODES[mode]}.".strip()
    return Result(
        message,
        {"mode": mode, "networks": [as_data(view) for view in views]},
        [Table(("LABEL", "NAME", "SECURITY", "ACCESS POINTS", "SOURCE"), rows)],
    )


@network.command("allow")
@click.argument("ssid", required=False)
@click.option("--hex", "octets", is_flag=True, help="SSID is given as hexadecimal octets.")
@click.option("--label", default="", help="What it is called in lists.")
@click.option(
    "--security",
    type=click.Choice([ANY, *(one.value for one in Security)]),
    help="The least protection that it has to have. Of the network that this computer is on it "
    "is what it has now, unless you say `any`.",
)
@click.option(
    "--bssid", "bssids", multiple=True, help="An access point that counts; may be repeated."
)
@pass_app
def allow(
    app: App,
    ssid: str | None,
    octets: bool,
    label: str,
    security: str | None,
    bssids: tuple[str, ...],
) -> Result:
    """List the Wi-Fi network SSID; without a name, the one that this computer is on."""
    from ksync.service import network_words as words  # noqa: PLC0415  imported when used
    from ksync.service.network import NewNetwork  # noqa: PLC0415  imported when used

    new = NewNetwork(
        _octets(ssid, octets=octets),
        label,
        Security(security) if security and security != ANY else None,
        bssids,
        seen=security != ANY,
    )
    service = app.service.network
    view = service.allow(new)
    message = f"{words.shown(view)} is listed."
    if ssid is None and view.security and not security:
        message += f" It has to be protected as now ({view.security}); --security any lifts that."
    mode = service.rules().mode
    if mode is not Mode.ALLOWLIST:
        message += (
            f" The guard is {words.MODES[mode]}; `ksync config set network_guard.mode allowlist` "
            "lets kSync sync on listed networks only."
        )
    return Result(message, {"network": as_data(view), "mode": mode})


@network.command("remove")
@click.argument("name", metavar="SSID or LABEL")
@click.option("--hex", "octets", is_flag=True, help="The name is given as hexadecimal octets.")
@pass_app
def remove(app: App, name: str, octets: bool) -> Result:
    """Take a network out of your list."""
    from ksync.service import network_words as words  # noqa: PLC0415  imported when used

    view = app.service.network.remove(name, octets=octets)
    return Result(f"{words.shown(view)} is listed no more.", {"network": as_data(view)})


@network.command("allow-once")
@click.argument("duration")
@pass_app
def allow_once(app: App, duration: str) -> Result:
    """Allow the network of this moment for DURATION (30m, 2h), until it changes."""
    from ksync.scheduler.pausing import parse_duration  # noqa: PLC0415  imported when used

    until = app.service.network.allow_once(parse_duration(duration))
    return Result(
        f"This network is allowed until {local_time(until)}, or until it changes.",
        {"until": utc(until)},
    )


def _octets(ssid: str | None, *, octets: bool) -> bytes | None:
    """What was given on the command line, octet by octet."""
    if ssid is None:
        if octets:
            raise UsageError("--hex is about a name, and none is given.")
        return None
    if not octets:
        return ssid.encode("utf-8", "surrogateescape")
    try:
        return bytes.fromhex(ssid)
    except ValueError as error:
        raise UsageError("The name is no hexadecimal octets, like 486f6d65.") from error


def _exit_code(found: list[Explanation]) -> ExitCode:
    denials = [one.verdict.code for one in found if not one.verdict.allowed]
    return worst(GATE_EXIT_CODES.get(code, ExitCode.NETWORK_DENIED) for code in denials)


def _judged(
    found: list[Explanation], data: Mapping[str, object], text: list[str | Table], message: str
) -> Result:
    exit_code = _exit_code(found)
    code = "ok" if exit_code is ExitCode.DONE else DENIED
    return Result(message, data, text, code, exit_code)
