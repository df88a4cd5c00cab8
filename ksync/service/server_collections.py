"""Collections on the server: make, rename, recolour, delete, and make a deleted one again.

Rules
-----
* Everything under the account's lock; what is asked of the server is written down
  before it is asked (``sync_engine.cycle.changing``).
* Nothing is deleted whose text is not in the history (``sync_engine.cycle.retiring``).
  Deleting is a run like any other and shows in the reports.
* A deletion that was interrupted is finished, or found not to have happened, by the
  next sync (``retired.finish``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

import msgspec

from ksync.composition import Discovery, Home, OpenAccount, Parts
from ksync.providers import Provider
from ksync.reporting.errors import UsageError
from ksync.service import select
from ksync.service.collections import CollectionView, view
from ksync.service.discovering import ensure
from ksync.service.errors import (
    CollectionKept,
    CollectionReadOnly,
    CollectionRefused,
    NoHome,
    UnsyncedEdits,
)
from ksync.service.retired import last_versions, put_away, run_fact, write_files
from ksync.sides import ServerSide, StoreSide
from sync_engine.base_store.collections import CollectionRow
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.content.facts import has_attendee
from sync_engine.cycle.changing import CollectionChanges
from sync_engine.cycle.result import AccountResult, CollectionResult
from sync_engine.cycle.retiring import Texts, keep_all, read_all
from sync_engine.errors import (
    AuthenticationRejected,
    EngineError,
    HoldOff,
    HttpError,
    ReplicaUnavailable,
    ServerFailure,
)
from sync_engine.replicas.names import one_line
from sync_engine.replicas.port import CollectionReplica
from sync_engine.transport.port import Meter

COMPONENTS = ("VEVENT", "VTODO", "VJOURNAL")
TRIGGER = "delete"
"""What a run is called that deleted a collection."""

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Made:
    """A collection that was made.

    :param shown: whether the server lists it already.
    """

    collection: CollectionView
    shown: bool


@dataclass(frozen=True, slots=True)
class Deleted:
    """A collection that was deleted.

    :param kept: how many items are in the history now.
    :param left: paths of what was in its folder and is not kSync's.
    """

    id: str
    display_name: str
    kept: int
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """A deleted collection that was made again.

    :param items: how many files were written; the next sync takes them to the server.
    :param guests: how many of them have guests: they wait for a word first.
    """

    collection: CollectionView
    items: int
    guests: int


class ServerCollections:
    """Everything that changes the server's collections."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def create(
        self,
        account: str,
        name: str,
        *,
        kind: Kind = Kind.CALENDAR,
        components: Sequence[str] = (),
        color: str | None = None,
    ) -> Made:
        """Make a calendar or an address book; its folder appears with the next sync.

        :param components: what a calendar shall hold, of ``COMPONENTS``; none: what the
            server lets it hold.
        :raises UsageError, NoHome, CollectionRefused:
        """
        info = CollectionInfo(
            "", kind, checked_name(name), None, _components(kind, components), checked_color(color)
        )
        with select.account(self._parts, account) as opened, opened.held():
            row = self._make(opened, info)
            shown = _listed(opened, row)
            return Made(view(opened, opened.store.collections.get(row.id)), shown)

    def rename(self, collection_id: str, name: str) -> CollectionView:
        """Give it another name on the server.

        :raises UsageError, CollectionReadOnly, CollectionRefused:
        """
        return self._set(collection_id, display_name=checked_name(name))

    def recolor(self, collection_id: str, color: str) -> CollectionView:
        """Give it another colour on the server.

        :raises UsageError, CollectionReadOnly, CollectionRefused:
        """
        return self._set(collection_id, color=checked_color(color))

    def delete(self, collection_id: str, *, force: bool = False) -> Deleted:
        """Delete it on the server and here; what was in it goes to the history first.

        :param force: also where files changed here that the server does not have.
        :raises UnsyncedEdits: there are such files.
        :raises CollectionKept: something could not be read, so nothing was deleted.
        :raises CollectionReadOnly, CollectionRefused:
        """
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            row = _writable(opened, slug)
            if not row.listed:
                raise UsageError(
                    "The server does not list this collection any more.",
                    collection=collection_id,
                    hint=f"`ksync collection disable {collection_id}` leaves it out.",
                )
            side = ServerSide(opened, ensure(opened))
            texts = _read(opened, row, side)
            if texts.unsynced and not force:
                raise UnsyncedEdits(
                    ", ".join(texts.unsynced[:5]) + (" …" if len(texts.unsynced) > 5 else ""),
                    collection=collection_id,
                )
            store, now = opened.store, self._parts.clock()
            with store.transaction("retire"):
                run = store.runs.begin(TRIGGER, now)
                kept = keep_all(store, row, texts, run, now)
                store.runs.set_fact(run_fact(row), str(run))
            result = CollectionResult(slug)
            result.add("deleted_remote", kept)
            try:
                with _translated(collection_id):
                    self._changes(opened, side).delete(row)
            except BaseException:
                self._end(opened, run, CollectionResult(slug))
                raise
            left = put_away(opened, row, run, self._parts.clock())
            self._end(opened, run, result)
            shown = row.info.display_name or slug
            return Deleted(collection_id, shown, kept, tuple(left))

    def restore(self, collection_id: str) -> Again:
        """Make a deleted collection again, with what was in it; the next sync fills it.

        Its address, who it was shared with and what else the server knew of it are
        gone for good.

        :raises UnknownCollection, NoHome, CollectionRefused:
        :raises UsageError: it was not deleted.
        """
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            old = select.row_of(opened, slug, deleted=True)
            if old.deleted_at is None:
                raise UsageError("This collection is not deleted.", collection=collection_id)
            versions = last_versions(opened, old)
            row = self._make(opened, replace(old.info, url="", sync_token=None, ctag=None))
            local, folder = StoreSide(opened).open(row)
            opened.store.collections.set_local_name(row.id, folder)
            bodies = [opened.store.contents.get(version.content) for version in versions]
            done = write_files(local, versions, bodies)
            _listed(opened, row)
            shown = view(opened, opened.store.collections.get(row.id))
            return Again(shown, done, sum(map(has_attendee, bodies)))

    def _make(self, opened: OpenAccount, info: CollectionInfo) -> CollectionRow:
        from sync_engine.replicas.remote.administration import (  # noqa: PLC0415  imports HTTP
            new_url,
        )

        found = ensure(opened)
        home = _home(opened, found, info.kind)
        changes = self._changes(opened, ServerSide(opened, found))
        principal = home.principal or found.principal
        try:
            with _translated(opened.name):
                return changes.create(replace(info, url=new_url(home.url)), principal)
        except CollectionRefused as error:
            error.hint = _not_there(opened.settings.preset)
            raise

    def _set(self, collection_id: str, **wanted: str | None) -> CollectionView:
        name, slug = select.split(collection_id)
        with select.account(self._parts, name) as opened, opened.held():
            row = _writable(opened, slug)
            changes = self._changes(opened, ServerSide(opened, ensure(opened)))
            with _translated(collection_id):
                changes.change(row, **wanted)
            _listed(opened, row)
            row = opened.store.collections.get(row.id)
            if row.local_name is not None:
                # the folder of a disk that is not there learns of it later
                with suppress(ReplicaUnavailable):
                    StoreSide(opened).open(row)
            return view(opened, row)

    def _changes(self, opened: OpenAccount, side: ServerSide) -> CollectionChanges:
        from sync_engine.replicas.remote.administration import (  # noqa: PLC0415  imports HTTP
            Administration,
        )

        server = Administration(side.client.scoped(None, None, "setup"))
        return CollectionChanges(opened.store, server, self._parts.clock)

    def _end(self, opened: OpenAccount, run: int, result: CollectionResult) -> None:
        whole = AccountResult(opened.name, run, dry_run=False, collections=[result])
        opened.store.runs.end(run, self._parts.clock(), whole.outcome, msgspec.json.encode(whole))


def checked_name(name: str) -> str:
    """A display name, on one line.

    :raises UsageError: nothing of it can be shown.
    """
    clean = one_line(name)
    if not clean or len(clean) > 255:
        raise UsageError("A name is one line of 1 to 255 characters.")
    return clean


def checked_color(color: str | None) -> str | None:
    """``#rrggbb`` in lower case.

    :raises UsageError: it has not that form.
    """
    if color is not None and not _COLOR.fullmatch(color):
        raise UsageError(f"“{color}” is no colour.", hint="A colour is like #1a9fe0.")
    return color.lower() if color is not None else None


def _components(kind: Kind, wanted: Sequence[str]) -> frozenset[str]:
    if kind is Kind.ADDRESSBOOK and wanted:
        raise UsageError("An address book holds contacts and nothing else.")
    for name in wanted:
        if name.upper() not in COMPONENTS:
            known = ", ".join(COMPONENTS)
            raise UsageError(f"A calendar cannot hold “{name}”.", hint=f"It can hold: {known}.")
    return frozenset(name.upper() for name in wanted)


def _home(opened: OpenAccount, found: Discovery, kind: Kind) -> Home:
    homes = [home for home in found.home_sets if kind.value in home.kinds and not home.single]
    if not homes:
        what = "address books" if kind is Kind.ADDRESSBOOK else "calendars"
        raise NoHome(f"no place for {what}", account=opened.name)
    return homes[0]


def _not_there(preset: Provider) -> str:
    """A word on a server that is known to make no calendars for anybody, else ``""``."""
    from sync_engine.client.measured import support  # noqa: PLC0415  a second to import

    if preset.profile and support(preset.profile, "create-calendar") == "unsupported":
        return f"{preset.name} does not let programs make calendars; its web page does."
    return ""


def _writable(opened: OpenAccount, slug: str) -> CollectionRow:
    row = select.row_of(opened, slug)
    if row.info.read_only:
        raise CollectionReadOnly(collection=f"{opened.name}/{slug}")
    return row


def _listed(opened: OpenAccount, row: CollectionRow) -> bool:
    """Read the list anew; whether the server shows the collection already.

    What was asked for is done: a listing that fails now is read by the next sync.
    """
    try:
        found = ensure(opened)
        listing = ServerSide(opened, found).listing(Meter(), CancelToken())
    except EngineError:
        return False
    opened.store.collections.take_listing(
        listing.principal,
        listing.collections,
        listing.complete,
        listing.principals,
        at=opened.parts.clock(),
    )
    url = opened.store.collections.get(row.id).url
    return any(info.url == url for info in listing.collections)


def _read(opened: OpenAccount, row: CollectionRow, side: ServerSide) -> Texts:
    remote = side.open(row.info, row.traits, Meter(), CancelToken())
    local: CollectionReplica | None = None
    if row.local_name is not None:
        local, _ = StoreSide(opened).open(row)
    texts = read_all(opened.store, row, local, remote)
    if texts.unread:
        href, failure = next(iter(texts.unread.items()))
        raise CollectionKept(
            failure.message or failure.reference,
            collection=f"{opened.name}/{row.slug}",
            resource=str(href),
        )
    return texts


@contextmanager
def _translated(where: str) -> Iterator[None]:
    """Inside: a refusal of the server becomes one that names the collection."""
    try:
        yield
    except (AuthenticationRejected, HoldOff, ServerFailure):
        raise
    except HttpError as error:
        elements = " ".join(name.rpartition("}")[2] for name in error.preconditions)
        detail = f"{error.detail} ({elements})" if elements else error.detail
        raise CollectionRefused(detail, collection=where) from error
