"""The collections of an account as the store knows them."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sync_engine.base_store.database import Database
from sync_engine.base_store.operations import Operations
from sync_engine.core.collection import CollectionInfo, Hint, Kind
from sync_engine.core.grace import Pending, What, moved_to
from sync_engine.core.identifiers import SyncToken, href_key, same_place
from sync_engine.errors import IdentityMismatch


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """A collection.

    :param id: its number; base rows and history refer to it.
    :param slug: its name in commands (``ACCOUNT/SLUG``), never changed.
    :param listed: whether the last complete listing of the home set had it.
    :param local_name: its folder's name in the local store, ``None`` before the first sync.
    :param token: the sync-token that the next REPORT starts from.
    :param hint: the listing's hint that belongs to ``token``.
    :param warm: look again in the next cycle, whatever the hint says.
    :param wrote: we wrote to it since ``hint`` was read.
    :param audited_at: seconds since the epoch of the last complete listing.
    :param traits: JSON of what was learned about this collection's server.
    :param folder_url: the address that its folder's marker names, ``None``: ``url``.
    :param deleted_at: when it was deleted with ``ksync``, in seconds since the epoch.
    """

    id: int
    url: str
    principal: str
    slug: str
    info: CollectionInfo
    listed: bool
    local_name: str | None
    token: SyncToken | None
    hint: Hint
    warm: bool
    wrote: bool
    audited_at: float
    traits: bytes
    folder_url: str | None = None
    deleted_at: float | None = None

    @property
    def marked_url(self) -> str:
        """The address in the marker of its folder; it outlives a move on the server."""
        return self.folder_url or self.url


_INFO = msgspec.json.Decoder(CollectionInfo)
# Made now: what msgspec knows of a class it builds at the first use, and two threads that do so
# at once end the process (0.22, a segmentation fault).

_COLUMNS = (
    "id, url, principal, slug, info, listed, local_name, token,"
    " hint_token, hint_ctag, warm, wrote, audited_at, traits, folder_url, deleted_at"
)


_AGREED = (
    "base", "shadow", "beyond", "past_limit", "intent", "sleeper", "hold", "conflict",
)  # fmt: skip
"""Tables of what both sides agreed on, by collection."""


class Collections:
    """Table ``collection``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._operations = Operations(database)

    def all(self, *, deleted: bool = False) -> list[CollectionRow]:
        """All of them, in order of their slugs.

        :param deleted: those too that were deleted with ``ksync``.
        """
        rows = self._database.all(f"SELECT {_COLUMNS} FROM collection ORDER BY slug")  # noqa: S608 - constant
        found = [_row(row) for row in rows]
        return found if deleted else [row for row in found if row.deleted_at is None]

    def get(self, number: int) -> CollectionRow:
        """One by its number (which exists)."""
        return _row(
            self._database.one(f"SELECT {_COLUMNS} FROM collection WHERE id = ?", (number,))  # noqa: S608 - constant
        )

    def take_listing(
        self,
        principal: str,
        infos: Sequence[CollectionInfo],
        complete: frozenset[str],
        principals: Mapping[str, str] | None = None,
        *,
        at: float | None = None,
    ) -> list[CollectionRow]:
        """Take up a listing: new ones get a number and a slug, known ones their properties.

        :param principal: the account's, ``""`` if the server has none.
        :param principals: by URL of the home set: whose it is, where that is another
            one (a provider with a host for each kind has a principal on each).
        :param complete: URLs of the home sets whose listing was complete; a known
            collection under one of them that is not listed is marked so, its
            data stays (loss class L2).
        :param at: seconds since the epoch; ``None``: now. What was asked of the server
            a moment ago counts more than its answer (loss class L12).
        :raises IdentityMismatch: a known collection was another principal's: its state
            says nothing about this one's (loss class L14).
        """
        with self._database.transaction("listing"):
            pending = self._operations.pending(time.time() if at is None else at)
            distinct = {href_key(info.url): info for info in reversed(infos)}
            self._follow(distinct, complete, pending)
            known = {href_key(row.url): row for row in self.all(deleted=True)}
            slugs = {row.slug for row in known.values()}
            for key, info in reversed(distinct.items()):
                owner = _owner(info.url, principals or {}) or principal
                row = known.get(key)
                if row is None:
                    self._insert(info, owner, slugs)
                    continue
                bound = _bound(row, owner, principal)
                if not pending.leaving(row.id):
                    shown = msgspec.json.encode(pending.shown(row.id, info))
                    self._database.run(
                        "UPDATE collection SET info=?, principal=?, listed=1, deleted_at=NULL"
                        " WHERE id=?",
                        (shown, bound, row.id),
                    )
            for key, row in known.items():
                if key not in distinct and _covered(row.url, complete):
                    self._not_listed(row, pending)
                if key in distinct or _covered(row.url, complete):
                    self._end_windows(row, pending, listed=key in distinct)
        return self.all()

    def _insert(self, info: CollectionInfo, owner: str, slugs: set[str]) -> int:
        slug = _slug(info, slugs)
        slugs.add(slug)
        cursor = self._database.run(
            "INSERT INTO collection (url, principal, kind, slug, info) VALUES (?,?,?,?,?)",
            (info.url, owner, info.kind.value, slug, msgspec.json.encode(info)),
        )
        return int(cursor.lastrowid or 0)

    def expect(self, info: CollectionInfo, principal: str) -> int:
        """A collection that is about to be made; returns its number."""
        with self._database.transaction("expected"):
            slugs = {row.slug for row in self.all(deleted=True)}
            return self._insert(info, principal, slugs)

    def unexpect(self, number: int) -> None:
        """It was not made; a number that the history refers to stays."""
        self._database.run(
            "DELETE FROM collection WHERE id=?1 AND NOT EXISTS"
            " (SELECT 1 FROM history WHERE collection=?1)",
            (number,),
        )

    def mark_deleted(self, number: int, at: float) -> None:
        """It was deleted on request; its number goes on standing in the history."""
        self._database.run(
            "UPDATE collection SET deleted_at=?, listed=0, local_name=NULL, folder_url=NULL"
            " WHERE id=?",
            (at, number),
        )

    def show(self, number: int, info: CollectionInfo) -> None:
        """Other properties, as they were asked for."""
        self._database.run(
            "UPDATE collection SET info=? WHERE id=?", (msgspec.json.encode(info), number)
        )

    def _follow(
        self, listed: Mapping[str, CollectionInfo], complete: Iterable[str], pending: Pending
    ) -> None:
        """Collections that went to another address by an operation of ours keep their number.

        What was agreed on under the old address says nothing about the new one: the
        next cycle unites both sides.
        """
        rows = self.all()
        known = {href_key(row.url) for row in self.all(deleted=True)}
        for row in rows:
            names = pending.names(row.id)
            if not names or href_key(row.url) in listed or not _covered(row.url, complete):
                continue
            unknown = [info for key, info in listed.items() if key not in known]
            found = moved_to(row.url, row.info.kind, names, unknown)
            if found is not None:
                self.forget(row.id)
                self._database.run(
                    "UPDATE collection SET url=?, folder_url=? WHERE id=?",
                    (found.url, row.marked_url, row.id),
                )
                known.add(href_key(found.url))

    def _not_listed(self, row: CollectionRow, pending: Pending) -> None:
        if pending.young(row.id):
            return
        never_made = any(o.what is What.CREATE for o in pending.over(row.id))
        self._database.run("UPDATE collection SET listed=0 WHERE id=?", (row.id,))
        if never_made and row.local_name is None:
            self.unexpect(row.id)

    def _end_windows(self, row: CollectionRow, pending: Pending, *, listed: bool) -> None:
        """After its window each operation is judged once, by what the server shows then."""
        for operation in pending.over(row.id):
            if operation.what is What.DELETE and not listed and row.deleted_at is None:
                self._operations.happened(operation.id)  # what is here is put away next
            else:
                self._operations.close(operation.id)

    def set_local_name(self, number: int, name: str | None) -> None:
        """Remember the folder."""
        self._database.run("UPDATE collection SET local_name=? WHERE id=?", (name, number))

    def set_traits(self, number: int, traits: bytes) -> None:
        """Remember what was learned (JSON)."""
        self._database.run("UPDATE collection SET traits=? WHERE id=?", (traits, number))

    def mark_written(self, number: int) -> None:
        """A write is about to go to the server: warm until a REPORT brings nothing new."""
        self._database.run(
            "UPDATE collection SET warm=1, wrote=1 WHERE id=? AND NOT (warm AND wrote)", (number,)
        )

    def checkpoint(
        self, number: int, token: SyncToken | None, hint: Hint, *, warm: bool, wrote: bool
    ) -> None:
        """The last step of a cycle (loss class L10): where the next one starts from."""
        self._database.run(
            "UPDATE collection SET token=?, hint_token=?, hint_ctag=?, warm=?, wrote=? WHERE id=?",
            (token, hint.sync_token, hint.ctag, warm, wrote, number),
        )

    def mark_audited(self, number: int, at: float) -> None:
        """A complete listing was read and taken up."""
        self._database.run("UPDATE collection SET audited_at=? WHERE id=?", (at, number))

    def forget(self, number: int) -> None:
        """What both sides agreed on: the next cycle unites them."""
        with self._database.transaction("forget"):
            for table in _AGREED:
                self._database.run(
                    f"DELETE FROM {table} WHERE collection=?",  # noqa: S608 - constants
                    (number,),
                )
            self.forget_token(number)

    def forget_token(self, number: int) -> None:
        """The next observation starts from nothing."""
        self._database.run(
            "UPDATE collection SET token=NULL, hint_token=NULL, hint_ctag=NULL, warm=1 WHERE id=?",
            (number,),
        )


def _row(row: Any) -> CollectionRow:
    (
        number, url, principal, slug, info, listed, local_name, token,
        hint_token, hint_ctag, warm, wrote, audited_at, traits, folder_url, deleted_at,
    ) = row  # fmt: skip
    return CollectionRow(
        id=number,
        url=url,
        principal=principal,
        slug=slug,
        info=_INFO.decode(info),
        listed=bool(listed),
        local_name=local_name,
        token=token,
        hint=Hint(hint_token, hint_ctag),
        warm=bool(warm),
        wrote=bool(wrote),
        audited_at=audited_at,
        traits=traits.encode() if isinstance(traits, str) else bytes(traits),
        folder_url=folder_url,
        deleted_at=deleted_at,
    )


def _covered(url: str, complete: Iterable[str]) -> bool:
    return any(url.startswith(home) for home in complete)


def _owner(url: str, principals: Mapping[str, str]) -> str:
    """The principal of the innermost home set that a collection is in, ``""`` if untold."""
    inside = [home for home, told in principals.items() if told and url.startswith(home)]
    return principals[max(inside, key=len)] if inside else ""


def _bound(row: CollectionRow, owner: str, account: str) -> str:
    """The principal that a known collection is bound to; it stays as it was spelled.

    It is compared as a place: a server may give it with other escapes, without its
    slash, with the host of another partition. It has to be the home set's or the
    account's. Where one of them is not told, nothing contradicts (RFC 5397 is
    optional), and what is told now is bound from here on.

    :raises IdentityMismatch: another principal's.
    """
    told = [principal for principal in (owner, account) if principal]
    if row.principal and told and not any(same_place(row.principal, one) for one in told):
        raise IdentityMismatch(f"was bound to {row.principal}", where=row.url)
    return row.principal or owner


def _slug(info: CollectionInfo, taken: set[str]) -> str:
    """A short name for commands: from the display name, else the URL's last segment."""
    source = info.display_name or info.url.rstrip("/").rsplit("/", 1)[-1]
    plain = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or (
        "contacts" if info.kind is Kind.ADDRESSBOOK else "calendar"
    )
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


__all__ = ["CollectionRow", "Collections"]
