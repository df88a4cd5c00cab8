"""What the entries of the menus do: the tray's, the window's and the shortcuts'."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from ksync.service import pausing
from ui.bridge import Bridge, Topic

_MORNING = 7


class Shell(Protocol):
    """What the program as a whole can do."""

    def show_window(self) -> None:
        """Show the window, in front."""

    def show_page(self, page: str, argument: str = "") -> None:
        """Show a page of it."""

    def settings_changed(self) -> None:
        """Language, colours and icon may be other ones."""

    def add_account(self) -> None:
        """Open the wizard that adds an account."""

    def erase_everything(self) -> None:
        """Erase everything of kSync on this computer, and end."""

    def help(self) -> None:
        """Show what kSync is and how it is used."""

    def quit(self) -> None:
        """Stop what runs, and end."""


class Commands:
    """Carries out entries of ``ui.viewmodels.menu`` by their identifiers."""

    def __init__(self, bridge: Bridge, shell: Shell) -> None:
        self._bridge = bridge
        self._shell = shell
        self._table: dict[str, Callable[[str], object]] = {
            "open": lambda _rest: shell.show_window(),
            "sync": lambda rest: bridge.sync([rest] if rest else ()),
            "stop": lambda _rest: bridge.stop(),
            "pause": self._pause,
            "resume": self._resume,
            "page": self._page,
            "settings": lambda _rest: shell.settings_changed(),
            "add-account": lambda _rest: shell.add_account(),
            "erase-everything": lambda _rest: shell.erase_everything(),
            "help": lambda _rest: shell.help(),
            "quit": lambda _rest: shell.quit(),
        }

    def __call__(self, identifier: str) -> None:
        """Carry it out: ``sync``, ``sync:home``, ``page:conflicts:home:3`` …"""
        word, _, rest = identifier.partition(":")
        self._table[word](rest)

    def _page(self, rest: str) -> None:
        page, _, argument = rest.partition(":")
        self._shell.show_page(page, argument)

    def _pause(self, rest: str) -> None:
        seconds = pause_seconds(rest, time.time())
        self._bridge.act(
            lambda service: pausing.pause(service.parts, seconds), changes=(Topic.SETTINGS,)
        )

    def _resume(self, _rest: str) -> None:
        self._bridge.act(lambda service: pausing.resume(service.parts), changes=(Topic.SETTINGS,))


def pause_seconds(word: str, now: float) -> float | None:
    """How long a pause is: ``hour``, ``tomorrow`` (until seven) or ``forever``."""
    if word == "hour":
        return 3600.0
    if word == "tomorrow":
        day = datetime.fromtimestamp(now).astimezone() + timedelta(days=1)
        return day.replace(hour=_MORNING, minute=0, second=0, microsecond=0).timestamp() - now
    return None
