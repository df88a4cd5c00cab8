"""``ksync connect``, ``ksync disconnect``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import number
from ksync.reporting.errors import UsageError
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.connect.memory import Entry
    from ksync.service.connections import Outcome

PROGRAMS = {
    "thunderbird": "Thunderbird",
    "evolution": "Evolution, GNOME Calendar and GNOME Contacts",
    "kde": "KDE",
    "apple": "Apple's programs",
}
_UNDO = {
    "kde": "Remove the “DAV groupware resource” in the settings of KOrganizer or KAddressBook.",
    "apple": "Remove the profile in System Settings, General, Device Management; or the accounts "
    "in the settings of Calendar and Contacts.",
}
_WHILE = "They are up to date while `ksync run`, the desktop program or `ksync serve` runs."

Answer = TypeVar("Answer")


@click.command("connect", cls=Command)
@click.argument("program", type=click.Choice(tuple(PROGRAMS)), required=False)
@click.option("--list", "listing", is_flag=True, help="Only show what is connected.")
@click.option("--profile", default="", metavar="P", help="Of Thunderbird: its name or its folder.")
@click.option(
    "--output", default="", metavar="FILE", help="For Apple: write a configuration profile there."
)
@pass_app
def connect(app: App, program: str | None, listing: bool, profile: str, output: str) -> Result:
    """Show the collections in Thunderbird, GNOME's, KDE's or Apple's programs.

    Written into its settings where that is safe; else the steps are told. Again, it adds what
    is new, takes out what is gone, and lets new names follow.
    """
    if listing or program is None:
        return _listed(app)
    _refuse_stray_options(program, profile, output)
    from ksync.connect.memory import App as Program  # noqa: PLC0415  imported when used

    done = _forced_if_wanted(
        app,
        lambda force: app.service.gateway.programs.connect(
            Program(program), profile=profile, force=force, output=output
        ),
    )
    if done.switched_on:
        app.output.note("The gateway was switched off (gateway.enabled); it is on now.")
    data = {
        **_place(done),
        "added": _rows(done.added),
        "changed": _rows(done.changed),
        "removed": _rows(done.removed),
        "collections": _ids(done.entries),
        "steps": [step.text for step in done.steps],
        "file": done.written or None,
        "gateway_switched_on": done.switched_on,
    }
    if done.steps:
        steps: list[str | Table] = [f"{at}. {step.text}" for at, step in enumerate(done.steps, 1)]
        if program == "apple" and not done.written:
            from ksync.connect.steps import BY_FILE  # noqa: PLC0415  imported when used

            steps.append(BY_FILE)
        if done.written:
            return Result("Written; these steps are left.", data, steps)
        return Result("kSync does not write this itself; these are the steps.", data, steps)
    return Result(_sentence(done), data, [_table(done)])


@click.command("disconnect", cls=Command)
@click.argument("program", type=click.Choice(tuple(PROGRAMS)))
@click.option("--profile", default="", metavar="P", help="Of Thunderbird: only this profile.")
@pass_app
def disconnect(app: App, program: str, profile: str) -> Result:
    """Take them out of a program again, with the copies that it made."""
    _refuse_stray_options(program, profile, "")
    if program in _UNDO:
        undo = {"program": program, "disconnected": [], "steps": [_UNDO[program]]}
        return Result("This is not kSync's to undo.", undo, [_UNDO[program]])
    from ksync.connect.memory import App as Program  # noqa: PLC0415  imported when used

    done = _forced_if_wanted(
        app,
        lambda force: app.service.gateway.programs.disconnect(
            Program(program), profile=profile, force=force
        ),
    )
    data: dict[str, Any] = {
        "program": program,
        "disconnected": [{**_place(one), "removed": _rows(one.removed)} for one in done],
        "steps": [],
    }
    if not done:
        return Result(f"{PROGRAMS[program]}: nothing is connected.", data)
    gone = sum(len(_ids(one.removed)) for one in done)
    message = f"{PROGRAMS[program]}: {number(gone, 'collection')} taken out."
    tables: list[str | Table] = [_table(one) for one in done]
    return Result(message, data, tables)


def _forced_if_wanted(app: App, act: Callable[[bool], Answer]) -> Answer:
    """Do it; where edits of the program would be lost, only after a yes."""
    from ksync.connect.errors import Unsent  # noqa: PLC0415  imported when used

    try:
        return act(app.settings.yes)
    except Unsent as error:
        if not app.can_ask:
            raise
        app.confirm(f"The program has not sent: {error.detail}. Throw these edits away?")
        return act(True)


def _refuse_stray_options(program: str, profile: str, output: str) -> None:
    if profile and program != "thunderbird":
        raise UsageError("--profile is for thunderbird only.")
    if output and program != "apple":
        raise UsageError("--output is for apple only.")


def _listed(app: App) -> Result:
    programs = app.service.gateway.programs
    found, old = programs.all(), programs.outdated()
    data = {
        "connections": [
            {
                "program": one.app.value,
                "place": one.place or None,
                "profile": one.label if one.place else None,
                "collections": _ids(one.entries),
                "outdated": one in old,
            }
            for one in found
        ]
    }
    rows = tuple(
        (one.app.value, entry.id, entry.name, one.place) for one in found for entry in one.entries
    )
    message = "" if found else "No program is connected; `ksync connect thunderbird`, for instance."
    if old:
        message = f"Not up to date; `ksync connect {old[0].app}` changes that."
    return Result(message, data, [Table(("PROGRAM", "COLLECTION", "NAME", "WHERE"), rows)])


def _place(done: Outcome) -> dict[str, Any]:
    return {
        "program": done.app.value,
        "place": done.place or None,
        "profile": done.label or None,
    }


def _rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    return [{"id": one.id, "kind": one.kind.value, "name": one.name} for one in entries]


def _ids(entries: Iterable[Entry]) -> list[str]:
    return list(dict.fromkeys(entry.id for entry in entries))


def _table(done: Outcome) -> Table:
    rows = [
        (what, entry.id, entry.name)
        for what, entries in (
            ("added", done.added),
            ("changed", done.changed),
            ("removed", done.removed),
        )
        for entry in entries
    ]
    return Table(("WHAT", "COLLECTION", "NAME"), tuple(rows))


def _sentence(done: Outcome) -> str:
    where = f" (profile {done.label})" if done.label else ""
    shown = f"{PROGRAMS[done.app]}{where}: {number(len(_ids(done.entries)), 'collection')}."
    if not (done.added or done.changed or done.removed):
        return f"{shown} Nothing had to be changed."
    return f"{shown} {_WHILE}"
