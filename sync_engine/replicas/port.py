"""The port of a replica, narrow, with its failures stated.

Rules
-----
* ``observe`` never guesses: a ``Snapshot`` is complete or an error is raised.
* Every write states what it expects to find; a write that finds something else
  changes nothing and answers ``Conflict``.
* A failure of one resource is a value (``Rejected``, ``Failure``); an exception
  means that the replica as a whole cannot be used now.
* Bytes come back as they went in (``capabilities.keeps_bytes``) or ``Stored.body``
  tells what became of them; where it is ``None`` the caller has to read back.

Every replica passes ``tests/conformance``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sync_engine.core.collection import CollectionInfo, Hint, Kind
from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Failure, Observation, Snapshot


class Rewriting(Protocol):
    """A store that keeps texts in words of its own, and knows which it was given.

    What it had before it was asked, or what it was given by a run whose memory is lost,
    it can only show in its own words. They are recognized, and taken for what they are.
    """

    def renders(self, text: bytes, shown: bytes) -> bool:
        """Whether ``shown`` is what the store would have made of ``text``."""

    def take(self, id_: ResourceId, text: bytes) -> Fingerprint | None:
        """From now on this is the text that was given; returns the fingerprint.

        ``None``: it is not there any more.
        """


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a collection of this replica can do.

    :param keeps_bytes: what is read is what was written, byte for byte.
    :param deltas: ``observe`` with a token may give a ``Delta``.
    :param rewriting: how a store is asked that has words of its own.
    """

    keeps_bytes: bool = True
    deltas: bool = False
    max_resource_size: int | None = None
    rewriting: Rewriting | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A resource read by ``get``: fingerprint and bytes belong together."""

    fingerprint: Fingerprint | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Missing:
    """The replica says that it is not there (404 or left out of a reply)."""


Got = Loaded | Missing | Failure


@dataclass(frozen=True, slots=True)
class Create:
    """Make a resource where nothing is."""

    id: ResourceId
    body: bytes


@dataclass(frozen=True, slots=True)
class Replace:
    """Overwrite the version with ``expected`` (and ``expected_body``)."""

    id: ResourceId
    expected: Fingerprint | None
    expected_body: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the version with ``expected`` (and ``expected_body``)."""

    id: ResourceId
    expected: Fingerprint | None
    expected_body: bytes


Operation = Create | Replace | Delete


@dataclass(frozen=True, slots=True)
class Stored:
    """Written.

    :param fingerprint: of what was stored, ``None`` if not known.
    :param body: the text as stored, ``None`` if only a read-back can tell.
    """

    id: ResourceId
    fingerprint: Fingerprint | None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Gone. ``already`` if it was gone before (404 to a DELETE, checked)."""

    id: ResourceId
    already: bool = False


class ConflictReason(StrEnum):
    """Why a write found something else than it expected."""

    CHANGED = "changed"
    MISSING = "missing"
    EXISTS = "exists"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Not what was expected; nothing was changed.

    :param body: what is there instead, where that was read.
    :param kept: where a further version is kept that another program wrote
        while the first one was put back (local stores).
    """

    id: ResourceId
    reason: ConflictReason
    fingerprint: Fingerprint | None = None
    body: bytes | None = None
    kept: ResourceId | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """The replica refuses this resource (too large, invalid, duplicate UID…).

    :param reference: stable, e.g. ``resource.too_large``, ``resource.duplicate_uid``,
        ``resource.invalid``, ``http.forbidden``.
    :param permanent: asking again with the same bytes is useless.
    """

    id: ResourceId
    reference: str
    message: str = ""
    permanent: bool = True


@dataclass(frozen=True, slots=True)
class Unsure:
    """A write was sent and its reply was lost: it may have been applied."""

    id: ResourceId
    message: str = ""


Outcome = Stored | Removed | Conflict | Rejected | Unsure


@dataclass(frozen=True, slots=True)
class Moved:
    """It is in the other collection now.

    :param id: its name there.
    :param fingerprint: of what is there, ``None`` if not known.
    :param body: what was read there, where that was done.
    """

    id: ResourceId
    fingerprint: Fingerprint | None = None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Unsupported:
    """The replica cannot move (well enough): create, confirm, delete instead."""

    message: str = ""


MoveOutcome = Moved | Conflict | Rejected | Unsure | Unsupported


class CollectionReplica(Protocol):
    """One collection of a replica."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    def observe(self, token: SyncToken | None) -> Observation:
        """What is there (no token), or what changed since the token.

        A refused token raises; the caller observes again with ``None``.

        :raises InvalidSyncToken: the token is refused.
        :raises ReplicaUnavailable: the collection is not there (not: empty).
        :raises EngineError: anything else that makes it unusable now.
        """

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """Read resources, in batches of the replica's choice; every id answered once."""

    def apply(self, operations: Iterable[Operation]) -> Generator[Outcome, None, None]:
        """Carry out writes; one outcome for each, in order.

        Lazy: an operation is taken by the caller's thread, and its write sent after
        that, so that the caller can record it before. One write is under way at a
        time, or a few where that is proven safe (``remote.writers``); none is when
        the generator has ended or was closed. A sequence is known whole: of it a local
        store may write many at once, where that is quicker.

        A local store's writes are proof against a power failure when the iterator
        is exhausted or closed: only then may a base row or a token be committed
        that says they are there.
        """

    def new_id(self, suggestion: str, taken: Callable[[ResourceId], bool]) -> ResourceId:
        """A safe name for a creation that is not ``taken``.

        :param suggestion: a UID or another replica's id; never used raw.
        """


class LocalStore(Protocol):
    """The collections of a local replica (one account, one root)."""

    def collections(self) -> Sequence[CollectionInfo]:
        """What is there; ``url`` is the folder's name."""

    def create(self, key: str, info: CollectionInfo) -> str:
        """Make a collection marked with ``key``; returns its name (made unique)."""

    def open(self, name: str, key: str) -> CollectionReplica:
        """Open for sync.

        :raises ReplicaUnavailable: no folder, no marker, or another key in it.
        """

    def update(self, name: str, info: CollectionInfo) -> None:
        """Set display name and colour."""

    def remove(self, name: str, key: str, *, resources: bool = True) -> Sequence[str]:
        """Delete the collection and its resources (after the caller's own checks).

        :param resources: delete those that are in it; else they count as not ours.
        :returns: names of what was not ours; it stays, in a collection of that name.
        :raises ReplicaUnavailable: no such collection, or another key in it.
        """


__all__ = [
    "Capabilities",
    "CollectionInfo",
    "CollectionReplica",
    "Conflict",
    "ConflictReason",
    "Create",
    "Delete",
    "Failure",
    "Got",
    "Hint",
    "Kind",
    "Loaded",
    "LocalStore",
    "Missing",
    "MoveOutcome",
    "Moved",
    "Observation",
    "Operation",
    "Outcome",
    "Rejected",
    "Removed",
    "Replace",
    "Rewriting",
    "Snapshot",
    "Stored",
    "Unsupported",
    "Unsure",
]
