"""Which collections the gateway serves: those that are synced and have a folder.

Collections whose local copy is kept elsewhere (in evolution-data-server, say) are not
served: programs would show them twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.composition import OpenAccount, marker_key
from ksync.config.model import Direction, Store
from ksync.reporting.errors import AppError
from ksync.service.collections import is_enabled, settings_of
from ksync.sides import shown_info
from ksync.stores import kept_in
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import Kind
from sync_engine.errors import EngineError

if TYPE_CHECKING:
    from ksync.composition import Parts
    from sync_engine.base_store.collections import CollectionRow

HOMES = {Kind.CALENDAR: "calendars", Kind.ADDRESSBOOK: "contacts"}
"""The home set of each kind, as a path segment."""

_ALL_COMPONENTS = ("VEVENT", "VTODO", "VJOURNAL")


@dataclass(frozen=True, slots=True)
class Served:
    """A collection that the gateway serves.

    :param id: ``ACCOUNT/SLUG``.
    :param segment: its name in the gateway's paths.
    :param account_id: the account's UUID.
    :param root: the folder that its folder is in.
    :param name: its folder's name.
    :param key: what its folder's marker says.
    """

    id: str
    segment: str
    account_id: str
    kind: Kind
    display_name: str
    color: str | None
    description: str | None
    components: tuple[str, ...]
    read_only: bool
    root: Path
    name: str
    key: str

    @property
    def path(self) -> str:
        """Its path below the prefix, with a slash at the end."""
        return f"{HOMES[self.kind]}/{self.segment}/"


@dataclass(frozen=True, slots=True)
class Listed:
    """What there is to serve.

    :param unknown: accounts whose collections could not be read now.
    """

    collections: tuple[Served, ...]
    unknown: tuple[str, ...] = ()


def listed(parts: Parts) -> Listed:
    """All collections, from the settings and the state stores; the network is not asked."""
    found: list[Served] = []
    unknown: list[str] = []
    for name in sorted(parts.config.accounts):
        try:
            with parts.account(name) as opened:
                found += _of_account(opened)
        except (EngineError, AppError, OSError):
            unknown.append(name)
    return Listed(tuple(_distinct(found)), tuple(unknown))


def _of_account(opened: OpenAccount) -> Iterator[Served]:
    if not opened.state_file.exists():
        return  # never synced: looking must not make anything
    # not ``opened.store``: its integrity check is for those who write
    store = BaseStore.open(opened.state_file)
    try:
        rows = store.collections.all()
        # what is in the desktop's store, or will be, has its programs already
        settings = opened.settings
        in_folders = [
            row
            for row in rows
            if kept_in(store, settings, row) is settings.store_of(row.slug) is Store.VDIR
        ]
    finally:
        store.close()
    for row in in_folders:
        if row.local_name is not None and is_enabled(opened, row):
            yield _served(opened, row, row.local_name)


def _served(opened: OpenAccount, row: CollectionRow, folder: str) -> Served:
    info = shown_info(opened, row)
    pulled = settings_of(opened, row.slug).direction is Direction.PULL
    components = tuple(sorted(row.info.components)) or _ALL_COMPONENTS
    return Served(
        id=f"{opened.name}/{row.slug}",
        segment=f"{re.sub(r'[^A-Za-z0-9_-]', '-', opened.name)}.{row.slug}",
        account_id=opened.settings.id,
        kind=row.info.kind,
        display_name=info.display_name or row.slug,
        color=info.color,
        description=row.info.description,
        components=components if row.info.kind is Kind.CALENDAR else (),
        read_only=row.info.read_only or pulled,
        root=opened.vdir_folder(row.info.kind),
        name=folder,
        key=marker_key(opened.settings.id, row.marked_url),
    )


def _distinct(found: list[Served]) -> Iterator[Served]:
    """Without what would have another one's path (account names that differ in signs)."""
    seen: set[str] = set()
    for one in found:
        if one.path not in seen:
            seen.add(one.path)
            yield one
