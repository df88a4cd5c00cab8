"""What a store that rewrites texts made of one: what it was given, and what was read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sync_engine.core.identifiers import ResourceId


@dataclass(frozen=True, slots=True)
class Rendering:
    """A resource in such a store.

    :param uid: what the store knows it by.
    :param name: what the engine knows it by.
    :param given: the text that was given to the store.
    :param read: what the store had of it right afterwards, in the store's words.
    :param next: what is being given to it at this moment; after an interruption nobody
        knows whether it arrived.
    """

    uid: str
    name: ResourceId
    given: bytes
    read: bytes
    next: bytes | None = None


class Renderings(Protocol):
    """Where they are kept; ``place`` is a collection of the store."""

    def names(self, place: str) -> Mapping[str, ResourceId]:
        """UID to name, of all in a place."""

    def find(self, place: str, uid: str) -> Rendering | None:
        """That of a UID here, else one that it had elsewhere: a resource may be moved."""

    def put(self, place: str, renderings: Iterable[Rendering]) -> None:
        """Keep these, instead of what was kept under their UIDs."""

    def drop(self, place: str, uids: Iterable[str] | None = None) -> None:
        """Forget these; ``None``: all of a place."""
