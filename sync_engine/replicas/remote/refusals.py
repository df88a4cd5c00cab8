"""Why a server refused a write: from status and DAV:error to a ``Rejected``.

A status alone says little: a duplicate UID is 409 at Radicale, 412 at Xandikos
and 403 at Cyrus; invalid data is 400, 412, 403, 415 or 500. So the elements of
DAV:error (RFC 4918 §16, RFC 4791 §5.3.2.1, RFC 6352 §6.3.2.1) decide first, and
the status only where there are none.
"""

from __future__ import annotations

from typing import Final

from sync_engine.core.identifiers import ResourceId
from sync_engine.dav import names
from sync_engine.errors import HttpError
from sync_engine.replicas.port import Rejected

_BOTH: Final = (f"{{{names.CALDAV}}}", f"{{{names.CARDDAV}}}")

_INVALID_DATA: Final = (
    "valid-calendar-data",
    "valid-calendar-object-resource",
    "supported-calendar-data",
    "supported-calendar-component",
    "min-date-time",
    "max-date-time",
    "max-instances",
    "max-attendees-per-instance",
    "valid-address-data",
    "supported-address-data",
    # RFC 6638 §3.2.4: what may be changed of a meeting, and by whom.
    "same-organizer-in-all-components",
    "allowed-organizer-scheduling-object-change",
    "allowed-attendee-scheduling-object-change",
)
_SAME_UID: Final = (
    "no-uid-conflict",
    # RFC 6638 §3.2.4.1; Cyrus says it of events without guests too.
    "unique-scheduling-object-resource",
)

BY_ELEMENT: Final[dict[str, tuple[str, bool]]] = {
    **{ns + name: ("resource.invalid", True) for ns in _BOTH for name in _INVALID_DATA},
    **{ns + name: ("resource.duplicate_uid", True) for ns in _BOTH for name in _SAME_UID},
    **{ns + "max-resource-size": ("resource.too_large", True) for ns in _BOTH},
    "{DAV:}quota-not-exceeded": ("resource.quota", False),
    "{DAV:}sufficient-disk-space": ("resource.quota", False),
    "{DAV:}need-privileges": ("http.forbidden", True),
    "{DAV:}lock-token-submitted": ("http.locked", False),
}
"""Element of DAV:error: reference, and whether asking again is useless."""

BY_STATUS: Final[dict[int, tuple[str, bool]]] = {
    400: ("resource.invalid", True),
    403: ("http.forbidden", True),
    404: ("http.not_found", False),
    405: ("http.forbidden", True),
    410: ("http.not_found", False),
    412: ("http.precondition_failed", False),
    413: ("resource.too_large", True),
    415: ("resource.invalid", True),
    422: ("resource.invalid", True),
    423: ("http.locked", False),
    507: ("resource.quota", False),
}
"""The same for a status without such an element."""


def by_element(id_: ResourceId, error: HttpError) -> Rejected | None:
    """The refusal that DAV:error names, or ``None`` if it names none that is known."""
    for element in error.preconditions:
        if element in BY_ELEMENT:
            reference, permanent = BY_ELEMENT[element]
            return Rejected(id_, reference, _message(error), permanent)
    return None


def rejected(id_: ResourceId, error: HttpError) -> Rejected:
    """The refusal that an error status means for this resource."""
    named = by_element(id_, error)
    if named is not None:
        return named
    reference, permanent = BY_STATUS.get(error.status, (type(error).reference, False))
    return Rejected(id_, reference, _message(error), permanent)


def _message(error: HttpError) -> str:
    elements = " ".join(error.preconditions)
    return f"{error.status} {elements}".strip() if elements else error.detail
