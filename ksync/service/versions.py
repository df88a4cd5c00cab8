"""The history: every version that sync overwrote, deleted or could not keep."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from ksync.composition import OpenAccount, Parts
from ksync.gateway.index import erase_replaced
from ksync.service import select
from ksync.service.errors import RestoreRefused, UnknownVersion
from ksync.service.naming import file_name
from ksync.sides import StoreSide
from ksync.stores import place
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.history import NewVersion, Version
from sync_engine.core.content.revision import not_older
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.resolution import Reason
from sync_engine.replicas.port import CollectionReplica, Create, Loaded, Operation, Replace, Stored


@dataclass(frozen=True, slots=True)
class VersionView:
    """A kept version as it is shown.

    :param at: seconds since the epoch.
    :param side: the side it was taken off.
    :param reason: overwritten, deleted, conflict or out of scope.
    """

    id: str
    at: float
    collection: str
    title: str
    side: str
    reason: str
    file: str
    href: str
    run: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the file that has the version now; the next sync uploads it."""

    version: VersionView
    path: str
    replaced: bool


class Versions:
    """Everything about the history. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def newest(self, name: str | None = None, *, limit: int = 50) -> list[VersionView]:
        """Newest first.

        :param name: an account or a collection ID; ``None``: everything.
        """
        account, _, slug = (name or "").partition("/")
        names = [account] if account else select.begun(self._parts)
        found: list[VersionView] = []
        for each in names:
            with select.account(self._parts, each) as opened:
                number = select.row_of(opened, slug, deleted=True).id if slug else None
                versions = opened.store.history.newest(number, limit=limit)
                found += [_view(opened, version) for version in versions]
        return sorted(found, key=lambda version: version.at, reverse=True)[:limit]

    def show(self, identifier: str) -> tuple[VersionView, bytes]:
        """One version and its bytes.

        :raises UnknownVersion:
        """
        opened, version = self._find(identifier)
        with opened:
            return _view(opened, version), opened.store.contents.get(version.content)

    def restore(self, identifier: str, *, wait: float = 30.0) -> Restored:
        """Write a version back into its folder; what is there now goes to the history.

        :raises UnknownVersion:
        :raises RestoreRefused: the folder or the file does not let itself be written.
        :raises LockHeld: another process holds the account.
        """
        opened, shown = self._find(identifier)
        with opened, opened.held(wait):
            # it may have been forgotten while another process held the account
            version = opened.store.history.get(shown.id)
            if version is None:
                raise UnknownVersion(resource=identifier)
            row = opened.store.collections.get(version.collection)
            local, folder = folder_of(opened, row)
            name, replaced = _write(opened, local, row, version)
            return Restored(_view(opened, version), str(folder / name), replaced)

    def erase(self, name: str | None = None, *, wait: float = 30.0) -> int:
        """Forget earlier versions for good; returns how many.

        :param name: an account or a collection ID; ``None``: everything.
        :raises UnknownAccount, UnknownCollection, LockHeld:
        """
        account, _, slug = (name or "").partition("/")
        names = [account] if account else select.begun(self._parts)
        erased = 0
        for each in names:
            with select.account(self._parts, each) as opened, opened.held(wait):
                number = select.row_of(opened, slug, deleted=True).id if slug else None
                erased += opened.store.erase_history(number)
                erase_replaced(opened.state_folder)
        return erased

    def _find(self, identifier: str) -> tuple[OpenAccount, Version]:
        found = select.numbered(self._parts, identifier)
        if found is None:
            raise UnknownVersion(resource=identifier)
        opened, number = found
        version = opened.store.history.get(number)
        if version is None:
            opened.close()
            raise UnknownVersion(resource=identifier)
        return opened, version


def folder_of(opened: OpenAccount, row: CollectionRow) -> tuple[CollectionReplica, Path]:
    """The local store of a collection, and its folder.

    :raises RestoreRefused: the collection was deleted with ``ksync``.
    """
    if row.deleted_at is not None:
        where = f"{opened.name}/{row.slug}"
        hint = f"Its collection was deleted; `ksync collection restore {where}` makes it again."
        raise RestoreRefused("the collection is deleted", collection=where, hint=hint)
    local, name = StoreSide(opened).open(row)
    if row.local_name != name:
        opened.store.collections.set_local_name(row.id, name)
    return local, place(opened, row, name)


def _write(
    opened: OpenAccount, local: CollectionReplica, row: CollectionRow, version: Version
) -> tuple[ResourceId, bool]:
    body = opened.store.contents.get(version.content)
    name = _current_name(opened, row, version)
    there = None
    if name is not None:
        there = next(iter(local.get([name])))[name]
    operation: Operation
    if name is not None and isinstance(there, Loaded):
        body = not_older(body, there.body)
        if there.body == body:
            return name, False
        operation = Replace(name, there.fingerprint, there.body, body)
        _keep(opened, row, version, name, there.body)
    else:
        taken = opened.store.base.local_ids(row.id)
        wished = file_name(version.local_id) or version.uid or ""
        operation = Create(local.new_id(wished, taken.__contains__), body)
    outcome = next(iter(local.apply([operation])))
    if not isinstance(outcome, Stored):
        raise RestoreRefused(
            type(outcome).__name__, account=opened.name, resource=str(operation.id)
        )
    return outcome.id, isinstance(operation, Replace)


def _current_name(opened: OpenAccount, row: CollectionRow, version: Version) -> ResourceId | None:
    """The file that has the resource now, if there is one."""
    owners = opened.store.base.owners(row.id, [version.uid] if version.uid else [])
    rows = [opened.store.base.get(number) for number in owners.get(version.uid or "", ())]
    names = [base.local_id for base in rows if base is not None and file_name(base.local_id)]
    return version.local_id if version.local_id in names else next(iter(names), None)


def _keep(
    opened: OpenAccount, row: CollectionRow, version: Version, name: ResourceId, body: bytes
) -> None:
    content = opened.store.contents.put(body)
    kept = NewVersion("local", Reason.OVERWRITTEN, version.href, name, version.uid, content)
    opened.store.history.keep(0, row.id, time.time(), [kept])


def _view(opened: OpenAccount, version: Version) -> VersionView:
    row = opened.store.collections.get(version.collection)
    return VersionView(
        id=f"{opened.name}:{version.id}",
        at=version.at,
        collection=f"{opened.name}/{row.slug}",
        title=summary(opened.store.contents.get(version.content)),
        side=version.side,
        reason=version.reason.value,
        file=file_name(version.local_id),
        href=version.href or "",
        run=f"{opened.name}:{version.run}" if version.run else "",
    )
