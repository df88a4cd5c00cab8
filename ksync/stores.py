"""Where an account's collections are on this computer: in folders, or in the desktop's store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ksync.composition import OpenAccount
from ksync.config.model import Store
from sync_engine.core.collection import Kind

if TYPE_CHECKING:
    from sync_engine.replicas.eds import EdsStore
    from sync_engine.replicas.port import LocalStore


def in_desktop(opened: OpenAccount) -> bool:
    """Whether the collections are in the desktop's own store."""
    return opened.settings.store is Store.EDS


def local_store(opened: OpenAccount, kind: Kind) -> LocalStore:
    """The account's collections of a kind."""
    if in_desktop(opened):
        return desktop_store(opened, kind)
    return opened.vdir(kind)


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


def whereabouts(opened: OpenAccount) -> str:
    """Where all of an account's collections are, for a person."""
    if in_desktop(opened):
        return "the desktop's calendar store (evolution-data-server)"
    return str(opened.data_folder)


def place(opened: OpenAccount, kind: Kind, name: str) -> Path:
    """Where a collection is: its folder, or ``eds:`` and the name of its source."""
    return (Path("eds:") if in_desktop(opened) else opened.vdir_folder(kind)) / name
