"""Collections: list, refresh, enable, disable, set."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ksync.composition import OpenAccount, Parts
from ksync.config.edit import edit
from ksync.config.keys import parse_or_remove
from ksync.reporting.errors import AppError, UsageError
from ksync.service import select
from ksync.sides import shown_info
from ksync.stores import in_desktop, place, store_of, where_now
from sync_engine.base_store.collections import CollectionRow
from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from ksync.config import Collection, Loaded
    from ksync.config.edit import Change

_LEFT_OUT = "collections left out"

SETTABLE = ("direction", "conflict", "past_days", "name", "color", "store")
NO_LIMIT = "none"
"""As a value of ``past_days``: what an empty text says, too."""


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A collection as it is shown.

    :param path: its local folder, ``None`` before the first sync.
    :param store: where it is on this computer, or will be.
    :param items: resources that both sides agreed on.
    :param listed: whether the server still lists it.
    :param past_days: what ended longer ago is not kept here; ``None``: everything is.
    :param out_of_scope: resources that are on the server alone for that reason.
    """

    id: str
    kind: str
    components: tuple[str, ...]
    display_name: str
    color: str | None
    href: str
    read_only: bool
    enabled: bool
    path: str | None
    items: int
    direction: str
    conflict: str
    listed: bool
    past_days: int | None
    out_of_scope: int
    store: str


class Collections:
    """Everything about collections."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def list(self, account: str | None = None) -> list[CollectionView]:
        """Those of an account, or of all; from the state store, without the network.

        :raises UnknownAccount:
        """
        names = [account] if account is not None else select.begun(self._parts)
        found: list[CollectionView] = []
        for name in names:
            with select.account(self._parts, name) as opened:
                found += views(opened)
        return found

    def show(self, collection_id: str) -> CollectionView:
        """One collection."""
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened:
            return view(opened, select.row_of(opened, slug))

    def enable(self, collection_id: str) -> CollectionView:
        """Sync it; after it was disabled both sides are united, nothing is deleted.

        What happened on either side in the meantime cannot be told from what was
        there before, so the base is forgotten; a folder that is not there any more
        is made anew.
        """
        from ksync.service.relocating import relocate  # noqa: PLC0415  hardly ever needed

        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            row = select.row_of(opened, slug)
            _refuse_left_out(opened, row)
            relocate(opened, row)
            if not settings_of(opened, slug).enabled:
                opened.store.unbind(row.id)
            return self._change(collection_id, {"enabled": "true"})

    def disable(self, collection_id: str) -> CollectionView:
        """Sync it no more; its files and its base stay."""
        return self._change(collection_id, {"enabled": "false"})

    def set(self, collection_id: str, changes: Mapping[str, str]) -> CollectionView:
        """Change settings (``SETTABLE``); an empty text takes one out.

        :raises UsageError: another key. :raises ConfigRefused: a wrong value.
        """
        for key in changes:
            if key not in SETTABLE:
                raise UsageError(
                    f"A collection has no setting “{key}”.",
                    collection=collection_id,
                    hint=f"It has: {', '.join(SETTABLE)}.",
                )
        if changes.get("past_days", "").lower() == NO_LIMIT:
            changes = {**changes, "past_days": ""}
        if "store" in changes:
            return self._move(collection_id, changes)
        if not {"name", "color"} & changes.keys():
            return self._change(collection_id, changes)
        # these two are written into the folder as well
        name, _ = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            return self._change(collection_id, changes)

    def _move(self, collection_id: str, changes: Mapping[str, str]) -> CollectionView:
        """Change settings, and move the collection to another store at once.

        :raises MoveRefused, EngineError: it stays where it is, and so do the settings.
        """
        from ksync.service.relocating import (  # noqa: PLC0415  hardly ever needed
            finish,
            relocate,
        )

        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            row = select.row_of(opened, slug)
            finish(opened, row)
            own = opened.settings.collections.get(slug)
            before = own.store if own is not None else None
        self._change(collection_id, changes)
        try:
            with select.account(self._parts, name) as opened, opened.held():
                relocate(opened, select.row_of(opened, slug))
                return view(opened, select.row_of(opened, slug))
        except (AppError, EngineError):
            self._change(collection_id, {"store": before.value if before is not None else ""})
            raise

    def _change(self, collection_id: str, changes: Mapping[str, str]) -> CollectionView:
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened:
            select.row_of(opened, slug)

        def planned(loaded: Loaded) -> list[Change]:
            return [
                parse_or_remove(loaded.config, ("accounts", name, "collections", slug, key), value)
                for key, value in changes.items()
            ]

        self._parts.config = edit(self._parts.paths, planned).config
        with select.account(self._parts, name) as opened:
            row = select.row_of(opened, slug)
            shown = view(opened, row)
            if row.local_name is not None and {"name", "color"} & changes.keys():
                store_of(opened, row).update(row.local_name, shown_info(opened, row))
            return shown


def settings_of(opened: OpenAccount, slug: str) -> Collection:
    """The settings of a collection; the defaults where nothing was set."""
    from ksync.config import Collection  # noqa: PLC0415  imported when used

    return opened.settings.collections.get(slug) or Collection()


def is_enabled(opened: OpenAccount, row: CollectionRow) -> bool:
    """Whether a collection is synced: switched on, and let through by the patterns."""
    return settings_of(opened, row.slug).enabled and _selected(opened, row)


def _selected(opened: OpenAccount, row: CollectionRow) -> bool:
    return opened.settings.selects(row.slug, row.info.display_name or row.slug)


def _refuse_left_out(opened: OpenAccount, row: CollectionRow) -> None:
    """Nothing that the patterns leave out can be switched on by itself."""
    from ksync.config.effective import load, refuse_locked  # noqa: PLC0415  imported when used

    if _selected(opened, row):
        return
    keys = ("include_collections", "exclude_collections")
    refuse_locked(
        load(opened.parts.paths.config_file), (("accounts", opened.name, key) for key in keys)
    )
    raise UsageError(
        "The patterns of the account leave this collection out.",
        collection=f"{opened.name}/{row.slug}",
        hint=f"Change accounts.{opened.name}.{keys[0]} or accounts.{opened.name}.{keys[1]} "
        "with `ksync config set`.",
    )


def follow_patterns(opened: OpenAccount) -> None:
    """Before a cycle: unite what the patterns left out last time and let through now.

    As with ``enable``: what happened in the meantime cannot be told from what was there
    before. The caller holds the account's lock.
    """
    rows = opened.store.collections.all()
    left_out = {row.slug for row in rows if not _selected(opened, row)}
    stored = opened.store.runs.fact(_LEFT_OUT)
    before = set(json.loads(stored)) if stored else set()
    for row in rows:
        if row.slug in before - left_out:
            opened.store.unbind(row.id)
    if left_out != before:
        opened.store.runs.set_fact(_LEFT_OUT, json.dumps(sorted(left_out)))


def view(opened: OpenAccount, row: CollectionRow) -> CollectionView:
    """A collection as it is shown."""
    wanted = settings_of(opened, row.slug)
    info = shown_info(opened, row)
    there = row.local_name is not None and not in_desktop(opened, row)
    return CollectionView(
        id=f"{opened.name}/{row.slug}",
        kind=row.info.kind.value,
        components=tuple(sorted(row.info.components)),
        display_name=info.display_name or row.slug,
        color=info.color,
        href=row.url,
        read_only=row.info.read_only,
        enabled=is_enabled(opened, row),
        path=str(place(opened, row, row.local_name or "")) if there else None,
        items=opened.store.base.count(row.id),
        direction=wanted.direction.value,
        conflict=opened.parts.config.conflict_of(wanted).value,
        listed=row.listed,
        past_days=wanted.past_days,
        out_of_scope=opened.store.beyond.count(row.id),
        store=where_now(opened, row).value,
    )


def views(opened: OpenAccount) -> tuple[CollectionView, ...]:
    """All collections of an account."""
    return tuple(view(opened, row) for row in opened.store.collections.all())
