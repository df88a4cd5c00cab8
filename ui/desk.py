"""What every page, dialog and wizard is given: the way to everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QIcon

from ksync.reporting.catalog import Problem
from ui.bridge import Bridge
from ui.icons import icon
from ui.theme import Theme, Tokens
from ui.viewmodels.problems import Told


@dataclass(frozen=True, slots=True)
class Desk:
    """The way to everything else.

    :param bridge: asks, acts and syncs.
    :param go: shows a page: ``go("conflicts", "home:3")``.
    :param do: carries out an entry of the menu: ``do("sync")``.
    :param tell: shows a problem in the banner at the top of the window; ``say`` a message,
        and what else there is to know of it.
    :param mend: does what the button beside an error promises.
    """

    bridge: Bridge
    theme: Theme
    go: Callable[[str, str], None]
    do: Callable[[str], None]
    tell: Callable[[Problem], None]
    say: Callable[..., None]
    mend: Callable[[Told], None]

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self.theme.tokens

    def icon(self, name: str, colour: str = "") -> QIcon:
        """An icon of ours, in the colour of the text."""
        return icon(name, colour or self.theme.tokens.text)
