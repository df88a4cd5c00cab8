"""A server and clients in memory, to run whole cycles against in microseconds."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.store import BaseStore
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.guards import Brakes
from sync_engine.core.identifiers import ResourceId, SyncToken
from sync_engine.cycle.account import AccountCycle
from sync_engine.cycle.ports import CollectionSettings, Listing, Options
from sync_engine.cycle.result import AccountResult
from sync_engine.events import Event
from sync_engine.replicas.memory import MemoryCollection
from sync_engine.replicas.port import CollectionReplica
from sync_engine.transport.port import Meter

HOME = "https://dav.example/alice/"


def event(uid: str, summary: str = "x", *extra: str) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260101T000000Z",
        "DTSTART:20260101T100000Z",
        "DTEND:20260101T110000Z",
        f"SUMMARY:{summary}",
        *extra,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def card(uid: str, name: str = "x", *extra: str, version: str = "3.0") -> bytes:
    lines = [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        "PRODID:-//test//EN",
        f"UID:{uid}",
        f"FN:{name}",
        f"N:{name};;;;",
        # what 3.0 does not have: a conversion that keeps the length keeps all but a digit
        *(["KIND:individual"] if version == "4.0" else []),
        *extra,
        "END:VCARD",
        "",
    ]
    return "\r\n".join(lines).encode()


class RemoteTwin(MemoryCollection):
    """The memory collection as a cycle sees a remote one; counts its calls."""

    def __init__(self, name: str, **options: object) -> None:
        options.setdefault("deltas", True)
        super().__init__(name, **options)
        self.observed: list[SyncToken | None] = []
        self._names = itertools.count(1)

    def observe(self, token):
        self.observed.append(token)
        return super().observe(token)

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        while True:
            name = ResourceId(f"{self._name}new-{next(self._names)}.ics")
            if name not in self._rows and not taken(name):
                return name

    def learned(self) -> bytes:
        return b"{}"


@dataclass
class Server:
    """Collections by URL; the hint is the current token."""

    collections: dict[str, RemoteTwin] = field(default_factory=dict)
    listings: int = 0
    read_only: set[str] = field(default_factory=set)
    hints: bool = True
    date: float | None = None
    principal: str = f"{HOME}principal/"

    def add(self, name: str, **options: object) -> RemoteTwin:
        url = f"{HOME}{name}/"
        self.collections[url] = RemoteTwin(url, **options)
        return self.collections[url]

    def href(self, collection: RemoteTwin, name: str) -> ResourceId:
        return ResourceId(f"{collection._name}{name}")

    def listing(self, meter: Meter, cancel: CancelToken) -> Listing:
        cancel.check()
        self.listings += 1
        meter.requests += 1
        meter.date = self.date
        infos = tuple(
            CollectionInfo(
                url=url,
                kind=Kind.CALENDAR,
                display_name=url.rstrip("/").rsplit("/", 1)[-1],
                sync_token=twin._token() if self.hints else None,
                read_only=url in self.read_only,
            )
            for url, twin in self.collections.items()
        )
        return Listing(self.principal, infos, frozenset({HOME}))

    def open(self, info, learned, meter, cancel) -> RemoteTwin:
        return self.collections[info.url]


@dataclass
class Client:
    """A base store and local collections of one computer."""

    server: Server
    store: BaseStore = field(default_factory=lambda: BaseStore.open(None))
    local: dict[str, MemoryCollection] = field(default_factory=dict)
    settings: CollectionSettings = field(default_factory=CollectionSettings)
    time: float = 1_800_000_000.0
    events: list[Event] = field(default_factory=list)
    brakes: Brakes = field(default_factory=Brakes)

    def open(self, row: CollectionRow) -> tuple[CollectionReplica, str]:
        return self.folder(row.slug), row.slug

    def folder(self, slug: str) -> MemoryCollection:
        return self.local.setdefault(slug, MemoryCollection(slug))

    def sync(
        self,
        *,
        full: bool = False,
        dry_run: bool = False,
        selection: frozenset[str] | None = None,
        workers: int = 1,
        emit: Callable[[Event], None] | None = None,
        cancel: CancelToken | None = None,
        settings: Callable[[CollectionRow], CollectionSettings] | None = None,
    ) -> AccountResult:
        self.time += 60
        cycle = AccountCycle(
            "account",
            self.store,
            self.server,
            self,
            settings or (lambda _row: self.settings),
            options=Options(full=full, dry_run=dry_run, workers=workers, brakes=self.brakes),
            emit=emit or self.events.append,
            cancel=cancel or CancelToken(),
            clock=lambda: self.time,
            selection=selection,
        )
        return cycle.run()

    def history(self) -> list[bytes]:
        """All texts that are kept."""
        return [self.store.contents.get(v.content) for v in self.store.history.newest()]

    def settle(self) -> AccountResult:
        """Sync until it is quiet; fails if it does not become so."""
        for _ in range(4):
            result = self.sync()
            if all(c.outcome == "unchanged" for c in result.collections):
                return result
        raise AssertionError([(c.slug, c.outcome, c.counts, c.errors) for c in result.collections])
