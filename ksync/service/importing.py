"""Import of .ics and .vcf files into a collection: its folder gets them, the next sync the server.

Rules
-----
* A file is taken apart by UID (``sync_engine.core.content.splitting``); what cannot be a
  resource is told, with its place in the file, and the rest goes in.
* What is there already (by UID) is left alone and told; with ``replace`` the two are
  merged, the imported one deciding where they clash, and what was there goes to the
  history.
* Nothing is written with ``dry_run``.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ksync.composition import OpenAccount, Parts
from ksync.reporting.errors import UsageError
from ksync.service import select
from ksync.service.collections import settings_of
from ksync.service.errors import CollectionReadOnly
from ksync.service.versions import folder_of
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.history import NewVersion
from sync_engine.core.collection import Kind
from sync_engine.core.content.facts import ObjectKind, component_names, has_attendee
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.content.splitting import Piece, split
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.merge import Merged, Side, Texts, merge
from sync_engine.core.resolution import Reason
from sync_engine.replicas.port import (
    CollectionReplica,
    Create,
    Loaded,
    Operation,
    Replace,
    Stored,
)

ADDED, MERGED, SAME, SKIPPED, BAD = "added", "merged", "the same", "skipped", "bad"

NOT_HELD = "resource.wrong_component"
"""The calendar does not hold this kind of component (RFC 4791 §5.2.3)."""
NOT_WRITTEN = "store.unexpected"

_KINDS = {Kind.CALENDAR: ObjectKind.VCALENDAR, Kind.ADDRESSBOOK: ObjectKind.VCARD}


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """What became of a piece of a file.

    :param line: where it begins in the file, from 1.
    :param outcome: ``added``, ``merged``, ``the same``, ``skipped`` (another one with its
        UID is there) or ``bad``.
    :param reference: why it is bad, else ``""``.
    :param guests: whether it has guests, whom a server may write to.
    """

    source: str
    line: int
    title: str
    uid: str
    outcome: str
    reference: str = ""
    guests: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import.

    :param given: how many had no UID and were given one.
    """

    collection: str
    items: tuple[ImportedItem, ...]
    given: int

    def count(self, outcome: str) -> int:
        """How many had this outcome."""
        return sum(item.outcome == outcome for item in self.items)


class Importing:
    """Import of files."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def run(
        self,
        collection_id: str,
        files: Sequence[Path],
        *,
        replace: bool = False,
        dry_run: bool = False,
    ) -> Imported:
        """Put what is in these files into a collection.

        :param replace: merge what is there already with what is imported.
        :raises UsageError: a file cannot be read; nothing was done.
        :raises CollectionReadOnly: it takes nothing from here.
        :raises UnknownCollection, LockHeld:
        """
        bodies = [(str(file), _content(file)) for file in files]
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            row = select.row_of(opened, slug)
            if row.info.read_only or settings_of(opened, slug).direction == "pull":
                raise CollectionReadOnly(collection=collection_id)
            local, _ = folder_of(opened, row)
            target = _Target(opened, row, local, replace=replace, dry_run=dry_run)
            items: list[ImportedItem] = []
            given = 0
            for source, body in bodies:
                found = split(body, _KINDS[row.info.kind])
                done = [target.take(source, piece) for piece in found.pieces]
                given += sum(piece.given for piece in found.pieces)
                bad = [
                    ImportedItem(source, b.line, b.title, "", BAD, b.reference) for b in found.bad
                ]
                items += sorted([*done, *bad], key=lambda item: item.line)
            return Imported(collection_id, tuple(items), given)


class _Target:
    """The folder, and what is in it by UID."""

    def __init__(
        self,
        opened: OpenAccount,
        row: CollectionRow,
        local: CollectionReplica,
        *,
        replace: bool,
        dry_run: bool,
    ) -> None:
        self._opened = opened
        self._row = row
        self._local = local
        self._replace = replace
        self._dry_run = dry_run
        self._there = dict(_by_uid(local))
        self._taken = set(opened.store.base.local_ids(row.id))

    def take(self, source: str, piece: Piece) -> ImportedItem:
        """Write one, if it is to be written."""
        outcome, reference = self._outcome(piece)
        return ImportedItem(
            source,
            piece.line,
            summary(piece.body),
            piece.uid,
            outcome,
            reference,
            has_attendee(piece.body),
        )

    def _outcome(self, piece: Piece) -> tuple[str, str]:
        holds = self._row.info.components
        if holds and not set(component_names(piece.body)) <= holds:
            return BAD, NOT_HELD
        known = self._there.get(piece.uid)
        if known is None:
            name = self._local.new_id(piece.uid, self._taken.__contains__)
            return self._write(piece.uid, Create(name, piece.body), ADDED)
        name, there = known
        if there.body == piece.body:
            return SAME, ""
        if not self._replace:
            return SKIPPED, ""
        merged = merge(Texts(None, there.body, None, piece.body), Side.REMOTE)
        body = merged.local if isinstance(merged, Merged) else piece.body
        if body == there.body:
            return SAME, ""
        return self._write(piece.uid, Replace(name, there.fingerprint, there.body, body), MERGED)

    def _write(self, uid: str, operation: Create | Replace, outcome: str) -> tuple[str, str]:
        if self._dry_run:
            self._there[uid] = (operation.id, Loaded(None, operation.body))
            return outcome, ""
        if isinstance(operation, Replace):
            self._keep(uid, operation)
        operations: list[Operation] = [operation]
        done = next(iter(self._local.apply(operations)))
        if not isinstance(done, Stored):
            return BAD, NOT_WRITTEN
        self._taken.add(done.id)
        self._there[uid] = (done.id, Loaded(done.fingerprint, operation.body))
        return outcome, ""

    def _keep(self, uid: str, operation: Replace) -> None:
        store = self._opened.store
        content = store.contents.put(operation.expected_body)
        kept = NewVersion("local", Reason.OVERWRITTEN, None, operation.id, uid, content)
        store.history.keep(0, self._row.id, time.time(), [kept])


def _by_uid(local: CollectionReplica) -> Iterable[tuple[str, tuple[ResourceId, Loaded]]]:
    observation = local.observe(None)
    names = list(getattr(observation, "items", ()))
    for batch in local.get(names):
        for name, got in batch.items():
            uid = uid_of(got.body) if isinstance(got, Loaded) else None
            if uid is not None and isinstance(got, Loaded):
                yield uid, (name, got)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
