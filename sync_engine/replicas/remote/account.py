"""An account on a server: its home sets and the collections in them.

An idle cycle costs one Depth:1 PROPFIND per distinct home set, however many
collections it has: that one request brings the hints of all of them, and who
is logged in. If it is another principal than the bound one, nothing that follows
would be about this account (loss class L2).

A home set that does not answer, or not in full, is ``complete = False``: a
collection that is missing then is not known to be gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sync_engine.cancellation import CancelToken
from sync_engine.client.client import DavClient
from sync_engine.client.discovery import HomeSet
from sync_engine.core.collection import CollectionInfo
from sync_engine.core.identifiers import href_key
from sync_engine.dav.collections import collection_properties, parse_collection, parse_collections
from sync_engine.dav.hrefs import is_collection_itself
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.properties import granted
from sync_engine.dav.rfc5397 import current_user_principal
from sync_engine.errors import (
    AuthenticationRejected,
    EngineError,
    HttpError,
    ProtocolError,
    Unreachable,
)
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.hrefs import Hrefs
from sync_engine.replicas.remote.observing import says_truncated
from sync_engine.replicas.remote.scope import Scope, check_principal
from sync_engine.replicas.remote.traits import Traits
from sync_engine.replicas.remote.writers import Slots
from sync_engine.transport.port import Meter


@dataclass(frozen=True, slots=True)
class Listing:
    """What the home sets hold.

    :param collections: each URL once.
    :param complete: by URL of the home set: whether all of it was told.
    :param failures: by URL of the home set: why not.
    """

    collections: tuple[CollectionInfo, ...]
    complete: Mapping[str, bool]
    failures: Mapping[str, EngineError] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether every home set told everything."""
        return all(self.complete.values())


class RemoteAccount:
    """The collections of one principal.

    :param principal: the bound one, ``""`` if the server has none.
    :param home_sets: from discovery.
    :param account_hosts: further hosts whose hrefs are believed.
    :param slots: see ``RemoteCollection``.
    """

    def __init__(
        self,
        client: DavClient,
        principal: str,
        home_sets: Sequence[HomeSet],
        account_hosts: Iterable[str] = (),
        slots: Slots | None = None,
    ) -> None:
        self._client = client
        self._principal = principal
        self._homes = tuple({href_key(home.url): home for home in home_sets}.values())
        self._hosts = frozenset(account_hosts)
        self._slots = slots
        self._verified: dict[str, str] = {}

    def listing(self, meter: Meter | None = None, cancel: CancelToken | None = None) -> Listing:
        """One request per distinct home set.

        :raises IdentityMismatch: another principal answers.
        :raises AuthenticationRejected: the login was not accepted.
        :raises EngineError: no home set could be asked; the first one's reason.
        """
        client = self._client.scoped(meter, cancel)
        self._verified.clear()
        collections: dict[str, CollectionInfo] = {}
        complete: dict[str, bool] = {}
        failures: dict[str, EngineError] = {}
        for home in self._homes:
            try:
                found, complete[home.url] = self._home(client, home)
            except AuthenticationRejected:
                raise
            except (HttpError, ProtocolError, Unreachable) as error:
                complete[home.url], failures[home.url] = False, error
                continue
            for info in found:
                collections.setdefault(href_key(info.url), info)
        if failures and len(failures) == len(self._homes):
            raise next(iter(failures.values()))
        return Listing(tuple(collections.values()), complete, failures)

    def open(
        self,
        info: CollectionInfo,
        traits: Traits | None = None,
        meter: Meter | None = None,
        cancel: CancelToken | None = None,
    ) -> RemoteCollection:
        """A collection as a replica; no request is made.

        :param traits: as stored; changed in place as more is learned.
        """
        key = href_key(info.url)
        return RemoteCollection(
            Scope(
                self._client.scoped(meter, cancel),
                info,
                traits if traits is not None else Traits.for_url(info.url),
                Hrefs(info.url, self._hosts),
                self._verified.get(key, self._principal_for(info.url)),
                verified=key in self._verified,
            ),
            slots=self._slots,
        )

    def _principal_for(self, url: str) -> str:
        """The principal of the home set that a collection is in."""
        inside = [home for home in self._homes if url.startswith(home.url) and home.principal]
        nearest = max(inside, key=lambda home: len(home.url), default=None)
        return nearest.principal if nearest is not None else self._principal

    def _home(self, client: DavClient, home: HomeSet) -> tuple[list[CollectionInfo], bool]:
        """The collections of a home set, and whether these are all."""
        principal = home.principal or self._principal
        reply = client.propfind(home.url, collection_properties(), depth=0 if home.single else 1)
        rows = list(reply)
        for row in rows:
            check_principal(row, principal, home.url)
        listed = parse_collections(rows, reply.url)
        found = [*_itself(rows, reply.url), *listed.collections]
        hrefs = Hrefs(home.url, self._hosts)
        believed = [info for info in found if hrefs.trusted(info.url)]
        whole = (
            bool(rows)
            and len(believed) == len(found)
            and not listed.refused
            and not any(says_truncated(row) for row in rows)
        )
        told = any(current_user_principal(granted(row), reply.url) for row in rows)
        if told and principal:
            self._verified.update((href_key(info.url), principal) for info in believed)
        return believed, whole


def _itself(rows: Iterable[ResponseRow], url: str) -> list[CollectionInfo]:
    """The home set as a collection, on servers where it is one."""
    own = (row for row in rows if is_collection_itself(row.href, url))
    found = (parse_collection(row, url) for row in own)
    return [info for info in found if info is not None][:1]
