"""From what a person named to accounts and collections."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ksync.composition import OpenAccount, Parts
from ksync.reporting.errors import UnknownAccount, UnknownCollection
from ksync.service import presets
from sync_engine.base_store.collections import CollectionRow


def account(parts: Parts, name: str) -> OpenAccount:
    """The account of that name.

    :raises UnknownAccount: there is none; the hint names the nearest.
    """
    if name not in parts.config.accounts:
        near = get_close_matches(name, parts.config.accounts, n=1)
        hint = f"Did you mean {near[0]}?" if near else ""
        raise UnknownAccount(account=name, hint=hint)
    return parts.account(name)


def begun(parts: Parts) -> list[str]:
    """All accounts, but those that wait for their password and have nothing here yet.

    Looking at one of those would make its state store.
    """
    waiting = presets.waiting(parts)
    return [
        name
        for name in sorted(parts.config.accounts)
        if name not in waiting or parts.account(name).state_file.exists()
    ]


def split(collection_id: str) -> tuple[str, str]:
    """``ACCOUNT/SLUG`` in two.

    :raises UnknownCollection: it has not that form.
    """
    name, slash, slug = collection_id.partition("/")
    if not (slash and name and slug):
        raise UnknownCollection(
            collection=collection_id,
            hint="An ID is ACCOUNT/NAME; `ksync collection list` shows them.",
        )
    return name, slug


def row_of(opened: OpenAccount, slug: str, *, deleted: bool = False) -> CollectionRow:
    """The collection of that slug.

    :param deleted: also one that was deleted with ``ksync``.
    :raises UnknownCollection: there is none; the hint names the nearest.
    """
    rows = {row.slug: row for row in opened.store.collections.all(deleted=deleted)}
    if slug not in rows:
        near = get_close_matches(slug, rows, n=1)
        hint = f"Did you mean {opened.name}/{near[0]}?" if near else ""
        raise UnknownCollection(account=opened.name, collection=f"{opened.name}/{slug}", hint=hint)
    return rows[slug]


def selection(parts: Parts, names: Iterable[str]) -> dict[str, frozenset[str] | None]:
    """What to sync: account -> slugs, or ``None`` for all of its collections.

    :param names: account names and collection IDs; none of them: everything.
    :raises UnknownAccount, UnknownCollection:
    :raises AccountWaiting: one that is named waits for its password, or all do.
    """
    chosen: dict[str, set[str] | None] = {}
    for name in names:
        if "/" not in name:
            account(parts, name)
            chosen[name] = None
            continue
        owner, slug = split(name)
        with account(parts, owner) as opened:
            row_of(opened, slug)
        if owner not in chosen:
            chosen[owner] = set()
        slugs = chosen[owner]
        if slugs is not None:
            slugs.add(slug)
    if not chosen:
        return dict.fromkeys(presets.ready(parts, parts.config.accounts, named=False))
    presets.ready(parts, chosen, named=True)
    return {name: frozenset(slugs) if slugs is not None else None for name, slugs in chosen.items()}


def numbered(parts: Parts, identifier: str) -> tuple[OpenAccount, int] | None:
    """``ACCOUNT:NUMBER`` (holds, versions, runs); the account may be left out if
    there is only one. ``None`` if it has not that form or names no account.
    """
    name, colon, digits = identifier.rpartition(":")
    if not colon and len(parts.config.accounts) == 1:
        name = next(iter(parts.config.accounts))
    if name not in parts.config.accounts or not digits.isdecimal():
        return None
    return parts.account(name), int(digits)
