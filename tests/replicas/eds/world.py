"""A server in memory and a real evolution-data-server, with cycles between them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sync_engine.base_store.collections import CollectionRow
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId
from sync_engine.cycle.result import CollectionResult
from sync_engine.replicas.eds import EdsCollection, EdsStore, Services
from sync_engine.replicas.port import Operation
from tests.cycle.twin import Client, Server

_NUMBERS = itertools.count()


class KindServer(Server):
    """One that has address books too."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: dict[str, Kind] = {}
        self.components: dict[str, frozenset[str]] = {}

    def listing(self, meter, cancel):
        found = super().listing(meter, cancel)
        infos = tuple(
            replace(
                info,
                kind=self.kinds.get(info.url, Kind.CALENDAR),
                components=self.components.get(info.url, frozenset()),
            )
            for info in found.collections
        )
        return replace(found, collections=infos)


class EdsClient(Client):
    """A computer whose local side is the desktop's store."""

    services: Services
    owner: str

    def at(self, row: CollectionRow) -> EdsStore:
        return EdsStore(self.services, self.owner, row.info.kind, self.store.renderings)

    def open(self, row: CollectionRow) -> tuple[EdsCollection, str]:
        store = self.at(row)
        name = row.local_name or store.create(row.url, row.info)
        return store.open(name, row.url), name


class World:
    """Both, and what a test asks of them."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.server = KindServer()
        self.client = EdsClient(self.server)
        self.client.services = services
        self.client.owner = f"world-{next(_NUMBERS)}"
        self._twins = {}

    def seed(
        self, slug: str, kind: Kind, bodies: Sequence[bytes], components: Sequence[str] = ()
    ) -> Mapping[ResourceId, bytes]:
        """Put resources on the server; returns them by href."""
        twin = self._twins.get(slug)
        if twin is None:
            twin = self._twins[slug] = self.server.add(slug)
            self.server.kinds[twin._name] = kind
            self.server.components[twin._name] = frozenset(components)
        ending = "vcf" if kind is Kind.ADDRESSBOOK else "ics"
        given = {
            self.server.href(twin, f"r-{number}.{ending}"): body
            for number, body in enumerate(bodies)
        }
        for href, body in given.items():
            twin.put(href, body)
        return given

    def sync(self, slug: str | None = None, **options: object) -> CollectionResult:
        result = self.client.sync(**options)
        assert result.failure is None, result
        if slug is None:
            (found,) = result.collections
            return found
        (row,) = (r for r in self.client.store.collections.all() if r.slug == slug)
        return next(one for one in result.collections if one.slug == row.slug)

    def writes(self, slug: str) -> list[Operation]:
        return self._twins[slug].writes

    def bodies(self, slug: str) -> Mapping[ResourceId, bytes]:
        return self._twins[slug].bodies()

    def put(self, slug: str, name: str, body: bytes) -> ResourceId:
        """Another client of the server writes."""
        href = self.server.href(self._twins[slug], name)
        self._twins[slug].put(href, body)
        return href

    def drop(self, slug: str, name: str) -> None:
        self._twins[slug].drop(self.server.href(self._twins[slug], name))

    def source(self, slug: str, part: str = "") -> str:
        """The source's UID."""
        row = next(r for r in self.client.store.collections.all() if r.slug == slug)
        assert row.local_name is not None
        return f"{row.local_name}{part}"
