"""Pages of what stands in files: read in a lane, a slice of time after the other.

What is wished is a frozen value; the lane reads on and lays out what is known then. A picture
takes its time as well: while files are still to be read, one now and then is enough, and
the lane rests while it is painted.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QTimer

from ksync.service import Service
from ksync.service.viewing import Source
from ui.desk import Desk
from ui.pages.page import Page

SLICE_SECONDS = 0.08
DRAW_SECONDS = 0.4
PAINT_MS = 25


class Read(Protocol):
    """What a slice of time brought; ``shown`` is ``None`` where it is too early to draw."""

    @property
    def wish(self) -> object:
        """For whom it was."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The calendars or address books."""

    @property
    def looked(self) -> bool:
        """Whether it was looked which files there are."""

    @property
    def pending(self) -> int:
        """How much is still to be read."""

    @property
    def shown(self) -> Any:
        """What is drawn."""


class ReadingPage(Page):
    """Such a page."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.sources: tuple[Source, ...] = ()
        self._look = True
        self._drawn: object = None
        self._drawn_at = 0.0
        self._pending = 0

    @abstractmethod
    def wish(self) -> object:
        """What is to be shown now."""

    @abstractmethod
    def reader(
        self, wish: Any, known: tuple[Source, ...] | None, *, draw: bool
    ) -> Callable[[Service], Read]:
        """What the lane does: look which files there are unless that is known, and read on."""

    @abstractmethod
    def show_sources(self, sources: tuple[Source, ...], *, looked: bool) -> None:
        """These are the calendars or address books now."""

    @abstractmethod
    def draw(self, shown: Any) -> None:
        """Draw what was laid out."""

    @property
    def settled(self) -> bool:
        """Whether what is seen is all that is wished."""
        return self._drawn == self.wish() and not self._pending

    def reading(self) -> Callable[[Service], Read]:
        """Read what is wished now, as far as it can be in a slice of time."""
        known = None if self._look else self.sources
        self._look = True
        wish = self.wish()
        draw = wish != self._drawn or time.monotonic() - self._drawn_at >= DRAW_SECONDS
        return self.reader(wish, known, draw=draw)

    def show_loaded(self, data: Read) -> None:
        """Draw it; go on if there is more to read, or something else is wished by now."""
        self.show_sources(data.sources, looked=data.looked)
        if data.wish != self.wish():
            self.go_on()
            return
        self._pending = data.pending
        if data.shown is not None:
            self._drawn, self._drawn_at = data.wish, time.monotonic()
            self.draw(data.shown)
        if data.pending:
            # once it is painted: a lane at work would take the interpreter from the painter
            QTimer.singleShot(PAINT_MS if data.shown is not None else 0, self, self.go_on)

    def go_on(self) -> None:
        """Read on, without looking which files there are."""
        self._look = False
        self.reload()
