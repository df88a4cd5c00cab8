"""MOVE between two collections of one account (RFC 4918 §9.9).

Rules
-----
* Only with ``If-Match`` of a strong ETag and ``Overwrite: F``. Radicale,
  Xandikos and SabreDAV 1.8 ignore If-Match on MOVE (measured), so the resource is
  read before.
* Never inside one collection (some servers destroy the object by it) and never
  to another host: both are ``Unsupported`` without a request.
* Some servers answer well and copy, or lose the resource: both ends are read
  afterwards, and only "there, and no longer here" is ``Moved``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sync_engine.core.identifiers import Fingerprint, IfMatch, ResourceId, same_place
from sync_engine.core.observation import Failure
from sync_engine.dav.hrefs import origin
from sync_engine.errors import (
    AuthenticationRejected,
    HoldOff,
    HttpError,
    NotFound,
    OutcomeUnknown,
    PreconditionFailed,
)
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Loaded,
    Missing,
    Moved,
    MoveOutcome,
    Rejected,
    Unsupported,
    Unsure,
)
from sync_engine.replicas.remote.reading import Reader
from sync_engine.replicas.remote.refusals import by_element
from sync_engine.replicas.remote.scope import Scope
from sync_engine.replicas.remote.writing import strong_etag

_NEVER: Final = frozenset({405, 501})


@dataclass(frozen=True, slots=True)
class End:
    """One end of a move."""

    scope: Scope
    reader: Reader
    id: ResourceId


def move(source: End, destination: End, expected: Fingerprint | None) -> MoveOutcome:
    """Move one resource.

    :raises EngineError: the server cannot be used now.
    """
    strong = strong_etag(expected)
    scope = source.scope
    here, there = scope.location(source.id), destination.scope.location(destination.id)
    if same_place(scope.url, destination.scope.url):
        return Unsupported("never inside one collection")
    if strong is None or scope.traits.honours_if_match is False:
        return Unsupported("no strong validator")
    if scope.traits.move is False or origin(here) != origin(there):
        return Unsupported("no MOVE to there")
    stale = _stale(source, expected)
    if stale is not None:
        return stale
    try:
        scope.client.move(here, there, IfMatch(strong))
    except OutcomeUnknown as error:
        return Unsure(source.id, str(error))
    except (AuthenticationRejected, HoldOff):
        raise
    except PreconditionFailed as error:
        return by_element(source.id, error) or _refused(source, destination, expected)
    except NotFound:
        scope.verify()
        return _refused(source, destination, expected)
    except HttpError as error:
        if error.status in _NEVER:
            scope.traits.move = False
        if error.status in (502, 504):
            return Unsure(source.id, str(error))
        return by_element(source.id, error) or Unsupported(str(error))
    return _confirm(source, destination)


def _confirm(source: End, destination: End) -> MoveOutcome:
    """Read both ends after a MOVE that was answered well."""
    arrived = destination.reader.one(destination.id)
    left = source.reader.one(source.id)
    if isinstance(arrived, Loaded) and isinstance(left, Missing):
        source.scope.traits.move = True
        return Moved(destination.id, arrived.fingerprint, arrived.body)
    source.scope.traits.move = False
    return Unsure(source.id, "after MOVE the two ends are not as they should be")


def _stale(source: End, expected: Fingerprint | None) -> MoveOutcome | None:
    """What is at the source, if it is not the expected version."""
    there = source.reader.one(source.id)
    if isinstance(there, Missing):
        return Conflict(source.id, ConflictReason.MISSING)
    if isinstance(there, Failure):
        return Rejected(source.id, there.reference, there.message, permanent=False)
    if there.fingerprint != expected:
        return Conflict(source.id, ConflictReason.CHANGED, there.fingerprint, there.body)
    return None


def _refused(source: End, destination: End, expected: Fingerprint | None) -> MoveOutcome:
    """Why a MOVE was refused, by what is at its two ends."""
    stale = _stale(source, expected)
    if stale is not None:
        return stale
    arrived = destination.reader.one(destination.id)
    if isinstance(arrived, Loaded):
        return Conflict(destination.id, ConflictReason.EXISTS, arrived.fingerprint, arrived.body)
    return Unsupported("the server refuses to move it")
