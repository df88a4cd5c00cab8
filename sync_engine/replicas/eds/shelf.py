"""What a collection needs of a source, whatever is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sync_engine.core.identifiers import Fingerprint
from sync_engine.replicas.eds.bus import Refused

Raw = tuple[str, ...]
"""What the store has of a resource, in its own words: components, or a vCard."""


@dataclass(frozen=True, slots=True)
class Giving:
    """A resource on its way down.

    :param given: ``calendar_texts.Given`` or ``card_texts.GivenCard``.
    :param now: what the store has of it, where it has it.
    """

    uid: str
    given: Any
    now: Raw = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resource is.

    :param part: which source.
    """

    part: str
    uid: str


class Shelf(Protocol):
    """One source that is open."""

    def revision(self) -> str:
        """Changes with each write; the same one means that nothing changed."""

    def all(self) -> dict[str, Raw]:
        """Everything, by UID."""

    def some(self, uids: Sequence[str]) -> dict[str, Raw]:
        """Those of these that are there."""

    def read(self, raw: Raw) -> bytes:
        """In the form in which readings are compared."""

    def mark(self, raw: Raw) -> Fingerprint:
        """Changes whenever what the store has may have changed."""

    def create(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """Make these; for each why not, or ``None``."""

    def modify(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """Overwrite these."""

    def remove(self, uids: Sequence[str]) -> list[Refused | None]:
        """Remove these."""

    def settle(self) -> None:
        """Return when what was written is on the disk."""

    def mark_as(self, key: str) -> None:
        """Leave a sign in the data of whose they are."""

    def is_marked(self, key: str) -> bool:
        """Whether the sign is there: the data are those that it was left in."""
