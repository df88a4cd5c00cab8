"""What the server holds: collections, resources, sync tokens, and its clock.

A collection counts its changes as SabreDAV's PDO backend does: each change is a row
(number, name, what), a token is a number, and a report since a token looks at the last
row of each name. A collection that is made again begins at 1, so an old token may be
from its future, or mean something else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

CALENDAR: Final = "calendar"
ADDRESSBOOK: Final = "addressbook"

Watch = Callable[["Collection", str, bytes | None, bytes | None], None]
"""Told (collection, name, text before, text after) *before* a request changes it."""


@dataclass(slots=True)
class Clock:
    """The server's own time, in seconds since the epoch; it moves as it is told."""

    now: float = 1_800_000_000.0

    def jump(self, seconds: float) -> None:
        """Let time pass, or go back."""
        self.now += seconds


@dataclass(frozen=True, slots=True)
class Resource:
    """A stored text and its ETag, with the quotes."""

    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A collection at one moment."""

    resources: Mapping[str, Resource]
    changes: tuple[tuple[int, str, bool], ...]
    token: int


@dataclass(slots=True)
class Properties:
    """What PROPPATCH changes."""

    title: str
    color: str = ""


@dataclass(slots=True)
class Collection:
    """A calendar or an address book.

    :param path: with a slash at the end.
    :param changes: (number, name, whether it is gone).
    :param visible_from: the time from which it is seen; :param deleted_at: when it was
        deleted, though it may still be listed.
    :param seen: what PROPFIND tells until ``seen_until``.
    :param unlisted: the home set does not tell of it.
    :param epoch: part of its tokens where the server is one that forgets them.
    """

    path: str
    kind: str
    properties: Properties
    components: tuple[str, ...] = ("VEVENT", "VTODO")
    read_only: bool = False
    resources: dict[str, Resource] = field(default_factory=dict)
    changes: list[tuple[int, str, bool]] = field(default_factory=list)
    token: int = 1
    visible_from: float = 0.0
    deleted_at: float | None = None
    seen: Properties | None = None
    seen_until: float = 0.0
    epoch: int = 0
    etag_by_count: bool = False
    unlisted: bool = False

    def put(self, name: str, body: bytes) -> Resource:
        """Store a text, whatever is there."""
        resource = Resource(body, self._etag(name, body))
        self.resources[name] = resource
        self._changed(name, gone=False)
        return resource

    def drop(self, name: str) -> None:
        """Remove a resource."""
        del self.resources[name]
        self._changed(name, gone=True)

    def since(self, number: int) -> tuple[list[str], list[str]]:
        """Names that changed and names that went after a token's number."""
        last: dict[str, bool] = {}
        for at, name, gone in self.changes:
            if number <= at < self.token:
                last[name] = gone
        changed = [name for name, gone in last.items() if not gone and name in self.resources]
        return changed, [name for name, gone in last.items() if gone]

    def made_again(self) -> None:
        """Deleted, and made anew under its old path."""
        self.resources, self.changes, self.token = {}, [], 1

    def save(self) -> Backup:
        """A backup."""
        return Backup(dict(self.resources), tuple(self.changes), self.token)

    def restore(self, backup: Backup) -> None:
        """Put a backup back: the tokens given since then are from the future."""
        self.resources = dict(backup.resources)
        self.changes, self.token = list(backup.changes), backup.token

    def _changed(self, name: str, *, gone: bool) -> None:
        self.changes.append((self.token, name, gone))
        self.token += 1

    def _etag(self, name: str, body: bytes) -> str:
        if self.etag_by_count:
            # a number for each name, that begins anew when the name does (SOGo)
            before = self.resources.get(name)
            number = int(before.etag.strip('"')[3:]) + 1 if before else 0
            return f'"gcs{number:08d}"'
        return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


@dataclass(slots=True)
class Account:
    """A login with its collections.

    :param initialised: whether the web application was opened once; before that there
        are no home sets.
    """

    login: str
    password: str
    initialised: bool = True

    @property
    def principal(self) -> str:
        """The principal's path."""
        return f"/principals/users/{self.login}/"
