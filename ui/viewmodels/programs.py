"""The programs that can be connected, on the page Settings."""

from __future__ import annotations

from dataclasses import dataclass

from ksync.connect.looking import Program
from ksync.connect.memory import App
from ksync.connect.steps import Step
from ksync.service.connections import Outcome
from ui.words import mark, plural, tr

NAMES = {
    App.THUNDERBIRD: mark("Thunderbird"),
    App.EVOLUTION: mark("GNOME Calendar, Contacts and Evolution"),
    App.KDE: mark("KOrganizer, Merkuro and KAddressBook"),
    App.APPLE: mark("Calendar and Contacts"),
}
_BY_HAND = frozenset({App.KDE, App.APPLE})


@dataclass(frozen=True, slots=True)
class Row:
    """A program.

    :param name: with the profile, where there are several of it.
    :param connect: what the button says that connects.
    :param connected: it can be disconnected.
    :param by_hand: only the steps can be told.
    """

    app: App
    place: str
    name: str
    state: str
    connect: str
    connected: bool
    by_hand: bool


def rows(found: tuple[Program, ...]) -> tuple[Row, ...]:
    """All that are here."""
    several = sum(one.app is App.THUNDERBIRD for one in found) > 1
    return tuple(_row(one, named=several) for one in found)


def done(outcome: Outcome) -> str:
    """What connecting came to, in a sentence."""
    name = tr(NAMES[outcome.app])
    count = len({entry.id for entry in outcome.entries})
    if not (outcome.added or outcome.changed or outcome.removed):
        return tr("{name} shows all of it already.", name=name)
    return plural("{name} shows {count} collection(s) from its next start.", count, name=name)


def step(told: Step) -> str:
    """A step, in the person's language."""
    return tr(told.template, **dict(told.values))


def disconnected(app: App) -> str:
    """It was taken out."""
    return tr("{name} is not connected any more.", name=tr(NAMES[app]))


def _row(one: Program, *, named: bool) -> Row:
    name = tr(NAMES[one.app])
    by_hand = one.app in _BY_HAND
    if by_hand:
        state = tr("Set up by hand, in a few steps.")
    elif one.outdated:
        state = plural("Shows {count} collection(s) of kSync; not up to date.", one.collections)
    elif one.collections:
        state = plural("Shows {count} collection(s) of kSync.", one.collections)
    else:
        state = tr("Not connected.")
    return Row(
        app=one.app,
        place=one.place,
        name=f"{name} ({one.label})" if named and one.label else name,
        state=state,
        connect=tr("Steps…") if by_hand else tr("Update") if one.collections else tr("Connect"),
        connected=bool(one.collections),
        by_hand=by_hand,
    )
