"""What a cycle needs from outside, beside the base store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from sync_engine.base_store.collections import CollectionRow
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import CollectionInfo
from sync_engine.core.guards import Brakes
from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy
from sync_engine.errors import EngineError
from sync_engine.replicas.port import CollectionReplica, MoveOutcome
from sync_engine.transport.port import Meter


@dataclass(frozen=True, slots=True)
class Listing:
    """The collections of an account's home sets.

    :param complete: URLs of the home sets that were listed whole.
    :param failures: URLs of the home sets that could not be asked, and why.
    :param principals: by URL of the home set: whose it is, where it tells.
    """

    principal: str
    collections: tuple[CollectionInfo, ...]
    complete: frozenset[str]
    failures: Mapping[str, EngineError] = field(default_factory=dict)
    principals: Mapping[str, str] = field(default_factory=dict)


class RemoteReplica(CollectionReplica, Protocol):
    """A collection on a server: what only the remote side can be asked."""

    def confirm_gone(
        self, ids: Sequence[ResourceId], canary: ResourceId | None
    ) -> frozenset[ResourceId]:
        """Those of ``ids`` that are proven gone (loss class L1).

        :param canary: a resource known to live, asked for in the same request.
        """

    def move(
        self,
        id_: ResourceId,
        expected: Fingerprint | None,
        destination: Any,  # another collection of the same class
        new_id: ResourceId,
    ) -> MoveOutcome:
        """MOVE with If-Match into another collection, then look at both ends."""

    def learned(self) -> bytes:
        """JSON of what was learned about this server, to be given back next time."""


class RemoteSide(Protocol):
    """An account on a server."""

    def listing(self, meter: Meter, cancel: CancelToken) -> Listing:
        """One Depth:1 PROPFIND for each distinct home set.

        :raises IdentityMismatch: another principal answers (L2).
        """

    def open(
        self, info: CollectionInfo, learned: bytes, meter: Meter, cancel: CancelToken
    ) -> RemoteReplica:
        """A collection of the listing; no request is made."""


class Administration(Protocol):
    """Makes, changes and deletes collections of an account on a server."""

    def make(self, info: CollectionInfo) -> None:
        """Make a collection at ``info.url``, with name, colour and components.

        :raises HttpError: the server refused. :raises OutcomeUnknown: nobody knows.
        """

    def change(self, url: str, *, display_name: str | None, color: str | None) -> None:
        """Set what is not ``None``. Raises as ``make`` does."""

    def remove(self, url: str) -> None:
        """Delete a collection and all that is in it; one that is gone is fine.

        The caller has just asked it who it is. Raises as ``make`` does.
        """


class LocalSide(Protocol):
    """An account's local stores."""

    def open(self, row: CollectionRow) -> tuple[CollectionReplica, str]:
        """The local replica of a collection and its name; made if it never was.

        :raises ReplicaUnavailable: it was made once and is not there now (L15).
        """


@dataclass(frozen=True, slots=True)
class CollectionSettings:
    """What the user wants of a collection.

    :param past_days: what ended longer ago is not kept here; ``None``: everything is.
    """

    enabled: bool = True
    direction: Direction = Direction.TWO_WAY
    policy: Policy = Policy.MERGE
    past_days: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is to go.

    :param full: read complete listings, whatever the hints say (an audit).
    :param workers: collections that run side by side.
    :param audit_after: seconds after which a complete listing is due.
    """

    dry_run: bool = False
    full: bool = False
    workers: int = 4
    audit_after: float = 7 * 86400.0
    brakes: Brakes = field(default_factory=Brakes)
