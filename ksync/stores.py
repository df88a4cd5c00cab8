"""Where an account's collections are on this computer: in folders, or in the desktop's store.

What the settings say is where a collection shall be (``Account.store_of``); where it is
now is remembered in the state store since it was made there (``kept_in``). If the two
differ, ``ksync.relocation`` moves it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ksync.composition import OpenAccount
from ksync.config.model import Account, Store
from sync_engine.core.collection import Kind

if TYPE_CHECKING:
    from sync_engine.base_store.collections import CollectionRow
    from sync_engine.base_store.store import BaseStore
    from sync_engine.replicas.eds import EdsStore
    from sync_engine.replicas.port import LocalStore


DESKTOP: Final = "the desktop's calendar store (evolution-data-server)"
"""As a place, for a person."""


def kept_in(store: BaseStore, settings: Account, row: CollectionRow) -> Store:
    """Where a collection is; of one that was never made: where it shall be."""
    if row.local_name is None:
        return settings.store_of(row.slug)
    kept = store.runs.fact(_fact(row))
    return Store(kept) if kept is not None else Store.VDIR


def keep_in(store: BaseStore, row: CollectionRow, where: Store) -> None:
    """Remember where a collection is made."""
    store.runs.set_fact(_fact(row), where.value)


def _fact(row: CollectionRow) -> str:
    return f"store-{row.id}"


def where_now(opened: OpenAccount, row: CollectionRow) -> Store:
    """Where a collection of an open account is."""
    return kept_in(opened.store, opened.settings, row)


def in_desktop(opened: OpenAccount, row: CollectionRow) -> bool:
    """Whether a collection is in the desktop's own store."""
    return where_now(opened, row) is Store.EDS


def stores_in_use(opened: OpenAccount) -> frozenset[Store]:
    """Where any of the account's collections are, or shall be."""
    rows = opened.store.collections.all()
    return opened.settings.stores | {where_now(opened, row) for row in rows}


def store_of(opened: OpenAccount, row: CollectionRow) -> LocalStore:
    """The store that a collection is in."""
    return local_store(opened, row.info.kind, where_now(opened, row))


def local_store(opened: OpenAccount, kind: Kind, where: Store) -> LocalStore:
    """The account's collections of a kind in a store."""
    return desktop_store(opened, kind) if where is Store.EDS else opened.vdir(kind)


def desktop_store(opened: OpenAccount, kind: Kind) -> EdsStore:
    """The account's collections of a kind in the desktop's own store.

    Nothing is asked of it yet; the account closes the connection.
    """
    from sync_engine.replicas.eds import (  # noqa: PLC0415  not every verb needs it
        EdsStore,
        Services,
        SessionBus,
    )

    if opened.services is None:
        opened.services = Services(SessionBus())
    return EdsStore(opened.services, opened.settings.id, kind, opened.store.renderings)


def whereabouts(opened: OpenAccount, where: frozenset[Store] | None = None) -> str:
    """Where all of an account's collections are, for a person.

    :param where: of these only; ``None``: as the settings say.
    """
    places = {
        Store.EDS: DESKTOP,
        Store.VDIR: str(opened.data_folder),
    }
    wanted = opened.settings.stores if where is None else where
    return ", ".join(text for store, text in places.items() if store in wanted)


def place(opened: OpenAccount, row: CollectionRow, name: str) -> Path:
    """Where a collection is: its folder, or ``eds:`` and the name of its source."""
    root = Path("eds:") if in_desktop(opened, row) else opened.vdir_folder(row.info.kind)
    return root / name
