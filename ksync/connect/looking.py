"""Which programs are on this computer; nothing is started to find out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ksync.connect.memory import App, Connection
from ksync.connect.thunderbird.profiles import profiles


@dataclass(frozen=True, slots=True)
class Program:
    """A program that can be connected.

    :param place: the profile's folder, where a program has several.
    :param collections: how many collections of kSync it shows; 0: it is not connected.
    :param outdated: it shows other collections than there are now, or an address that is
        not the gateway's any more.
    """

    app: App
    place: str = ""
    label: str = ""
    collections: int = 0
    outdated: bool = False


def programs(connected: Iterable[Connection]) -> Iterator[Program]:
    """Those that are here, and those that are connected."""
    counts = {(one.app, one.place): one for one in connected}
    chosen = [one for one in profiles(Path.home()) if one.chosen]
    places = {str(one.folder): one.name for one in chosen}
    places |= {one.place: one.label for one in counts.values() if one.app is App.THUNDERBIRD}
    for place, label in places.items():
        yield Program(App.THUNDERBIRD, place, label, _shown(counts.get((App.THUNDERBIRD, place))))
    gnome = counts.get((App.EVOLUTION, ""))
    if gnome is not None or _gnome():
        yield Program(App.EVOLUTION, collections=_shown(gnome))
    if shutil.which("akonadictl"):
        yield Program(App.KDE)
    if sys.platform == "darwin":
        yield Program(App.APPLE)


def _gnome() -> bool:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from ksync.connect import sources  # noqa: PLC0415  it loads the bus

    return sources.present()


def _shown(connection: Connection | None) -> int:
    return len({entry.id for entry in connection.entries}) if connection else 0
