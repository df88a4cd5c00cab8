"""The user's own data: import, export, what is stored and why, its deletion."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.service.exporting import Exporting
    from ksync.service.importing import Importing
    from ksync.service.privacy import Privacy


class Personal:
    """Three areas over one configuration; each is imported when it is first used."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @cached_property
    def importing(self) -> Importing:
        """Files of other programs into a collection."""
        from ksync.service.importing import Importing  # noqa: PLC0415  imported when used

        return Importing(self._parts)

    @cached_property
    def exporting(self) -> Exporting:
        """A copy of everything that is here."""
        from ksync.service.exporting import Exporting  # noqa: PLC0415  imported when used

        return Exporting(self._parts)

    @cached_property
    def privacy(self) -> Privacy:
        """What is stored and why, and its deletion."""
        from ksync.service.privacy import Privacy  # noqa: PLC0415  imported when used

        return Privacy(self._parts)
