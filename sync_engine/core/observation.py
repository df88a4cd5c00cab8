"""What was seen on a replica, as two types that cannot be mixed up.

``Snapshot`` is a complete listing: what it does not hold is absent.
``Delta`` is partial: what it does not hold is unchanged, and only what stands
in ``removed`` is gone. A reader of listings that cannot vouch for completeness
raises instead of building a Snapshot (loss class L1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken


@dataclass(frozen=True, slots=True)
class Seen:
    """A resource that is there.

    :param fingerprint: ``None`` where the server gave no ETag (a fetch decides).
    :param body: its bytes where the observation brought them (line ends CRLF).
    """

    fingerprint: Fingerprint | None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A resource that is there, or may be, and could not be read: not gone.

    :param reference: stable, e.g. ``http.forbidden``.
    :param message: technical text.
    """

    reference: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A complete listing. Ids in ``failed`` are present but unreadable."""

    items: Mapping[ResourceId, Seen]
    failed: Mapping[ResourceId, Failure] = field(default_factory=dict)
    token: SyncToken | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """What changed since a token (RFC 6578). ``removed`` rows are 404 rows."""

    changed: Mapping[ResourceId, Seen]
    removed: frozenset[ResourceId]
    failed: Mapping[ResourceId, Failure] = field(default_factory=dict)
    token: SyncToken | None = None

    @property
    def empty(self) -> bool:
        """Nothing new was reported."""
        return not (self.changed or self.removed or self.failed)


Observation = Snapshot | Delta
