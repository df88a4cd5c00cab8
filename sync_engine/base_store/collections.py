"""The collections of an account as the store knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sync_engine.base_store.database import Database
from sync_engine.core.collection import CollectionInfo, Hint, Kind
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


_COLUMNS = (
    "id, url, principal, slug, info, listed, local_name, token,"
    " hint_token, hint_ctag, warm, wrote, audited_at, traits"
)


class Collections:
    """Table ``collection``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[CollectionRow]:
        """All of them, in order of their slugs."""
        rows = self._database.all(f"SELECT {_COLUMNS} FROM collection ORDER BY slug")  # noqa: S608 - constant
        return [_row(row) for row in rows]

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
    ) -> list[CollectionRow]:
        """Take up a listing: new ones get a number and a slug, known ones their properties.

        :param principal: the account's, ``""`` if the server has none.
        :param principals: by URL of the home set: whose it is, where that is another
            one (a provider with a host for each kind has a principal on each).
        :param complete: URLs of the home sets whose listing was complete; a known
            collection under one of them that is not listed is marked so, its
            data stays (loss class L2).
        :raises IdentityMismatch: a known collection was another principal's: its state
            says nothing about this one's (loss class L14).
        """
        with self._database.transaction("listing"):
            known = {href_key(row.url): row for row in self.all()}
            slugs = {row.slug for row in known.values()}
            seen: set[str] = set()
            for info in infos:
                key = href_key(info.url)
                if key in seen:
                    continue
                seen.add(key)
                packed = msgspec.json.encode(info)
                owner = _owner(info.url, principals or {}) or principal
                if key in known:
                    bound = _bound(known[key], owner, principal)
                    self._database.run(
                        "UPDATE collection SET info=?, principal=?, listed=1 WHERE id=?",
                        (packed, bound, known[key].id),
                    )
                    continue
                slug = _slug(info, slugs)
                slugs.add(slug)
                self._database.run(
                    "INSERT INTO collection (url, principal, kind, slug, info) VALUES (?,?,?,?,?)",
                    (info.url, owner, info.kind.value, slug, packed),
                )
            for key, row in known.items():
                if key not in seen and any(row.url.startswith(home) for home in complete):
                    self._database.run("UPDATE collection SET listed=0 WHERE id=?", (row.id,))
        return self.all()

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

    def forget_token(self, number: int) -> None:
        """The next observation starts from nothing."""
        self._database.run(
            "UPDATE collection SET token=NULL, hint_token=NULL, hint_ctag=NULL, warm=1 WHERE id=?",
            (number,),
        )


def _row(row: Any) -> CollectionRow:
    (
        number, url, principal, slug, info, listed, local_name, token,
        hint_token, hint_ctag, warm, wrote, audited_at, traits,
    ) = row  # fmt: skip
    return CollectionRow(
        id=number,
        url=url,
        principal=principal,
        slug=slug,
        info=msgspec.json.decode(info, type=CollectionInfo),
        listed=bool(listed),
        local_name=local_name,
        token=token,
        hint=Hint(hint_token, hint_ctag),
        warm=bool(warm),
        wrote=bool(wrote),
        audited_at=audited_at,
        traits=traits.encode() if isinstance(traits, str) else bytes(traits),
    )


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
