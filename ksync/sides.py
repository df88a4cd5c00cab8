"""The two sides of an account, as a cycle wants them (``sync_engine.cycle.ports``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from ksync.composition import Discovery, OpenAccount, marker_key
from ksync.config.model import Store
from ksync.paths import ensure_private
from ksync.stores import keep_in, local_store, where_now
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.cycle.ports import Listing, RemoteReplica
from sync_engine.replicas.vdir.disk import translated
from sync_engine.transport.port import Meter

if TYPE_CHECKING:
    from sync_engine.base_store.collections import CollectionRow
    from sync_engine.replicas.port import CollectionReplica


_TRAITS = msgspec.json.Decoder(dict[str, bool])


class StoreSide:
    """The local side of an account: each collection in the store that it is in."""

    def __init__(self, account: OpenAccount, *, dry_run: bool = False) -> None:
        self._account = account
        self._dry_run = dry_run

    def open(self, row: CollectionRow) -> tuple[CollectionReplica, str]:
        """The folder of a collection, or its sources; made if it never was.

        :raises ReplicaUnavailable: it was made once and is not there now (L15).
        """
        where = where_now(self._account, row)
        store = local_store(self._account, row.info.kind, where)
        key = marker_key(self._account.settings.id, row.marked_url)
        info = shown_info(self._account, row)
        if row.local_name is None:
            if self._dry_run:
                from sync_engine.replicas.memory import (  # noqa: PLC0415  only a dry run needs it
                    MemoryCollection,
                )

                return MemoryCollection(row.slug), row.slug
            keep_in(self._account.store, row, where)
            if where is Store.VDIR:
                with translated(self._account.data_folder):
                    ensure_private(self._account.data_folder, own=not self._account.settings.path)
            name = store.create(key, info)
        else:
            name = row.local_name
        replica = store.open(name, key)
        if not self._dry_run:
            # name and colour follow the server, or what the user chose instead
            store.update(name, info)
        return replica, name


def shown_info(account: OpenAccount, row: CollectionRow) -> CollectionInfo:
    """A collection's properties with the name and colour that the user chose."""
    wanted = account.settings.collections.get(row.slug)
    return replace(
        row.info,
        display_name=(wanted and wanted.name) or row.info.display_name or row.slug,
        color=(wanted and wanted.color) or row.info.color,
    )


class ServerSide:
    """The remote side of an account, from what discovery found once."""

    def __init__(self, account: OpenAccount, found: Discovery) -> None:
        from sync_engine.client.client import DavClient  # noqa: PLC0415  imports HTTP
        from sync_engine.client.discovery import HomeSet  # noqa: PLC0415  imports HTTP
        from sync_engine.replicas.remote.account import RemoteAccount  # noqa: PLC0415  imports HTTP
        from sync_engine.replicas.remote.writers import Slots  # noqa: PLC0415  imports HTTP

        self.client = DavClient(account.transport(url=found.url))
        homes = [
            HomeSet(frozenset(map(Kind, home.kinds)), home.url, home.principal, home.single)
            for home in found.home_sets
        ]
        self._principal = found.principal
        self._principals = {home.url: home.principal for home in homes if home.principal}
        self._remote = RemoteAccount(
            self.client, found.principal, homes, account.trusted_hosts(), Slots()
        )

    def listing(self, meter: Meter, cancel: CancelToken) -> Listing:
        """See ``cycle.ports.RemoteSide``."""
        listing = self._remote.listing(meter, cancel)
        complete = frozenset(url for url, whole in listing.complete.items() if whole)
        return Listing(
            self._principal, listing.collections, complete, listing.failures, self._principals
        )

    def open(
        self, info: CollectionInfo, learned: bytes, meter: Meter, cancel: CancelToken
    ) -> RemoteReplica:
        """See ``cycle.ports.RemoteSide``."""
        from sync_engine.replicas.remote.traits import Traits  # noqa: PLC0415  only a sync needs it

        stored = _TRAITS.decode(learned)
        traits = Traits.for_url(info.url)
        if stored:
            traits = Traits.from_dict({**traits.as_dict(), **stored})
        return self._remote.open(info, traits, meter, cancel)
