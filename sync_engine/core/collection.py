"""What a collection is and what its listing hints at: Kind, CollectionInfo, Hint.

Shared by the protocol layer, which reads these from replies, and by the port
of the replicas, which hands them on; so they stand below both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sync_engine.core.identifiers import SyncToken


class Kind(StrEnum):
    """What a collection holds (RFC 4791 §4.2, RFC 6352 §5.2)."""

    CALENDAR = "calendar"
    ADDRESSBOOK = "addressbook"


@dataclass(frozen=True, slots=True)
class CollectionInfo:
    """A collection and its properties.

    :param url: its address: absolute URL with trailing slash (remote), or the
        folder's name (local stores).
    :param components: upper-case component names, e.g. ``{"VEVENT", "VTODO"}``;
        empty means not restricted.
    :param color: ``#rrggbb`` in lower case, or ``None``.
    :param read_only: no write privilege (RFC 3744 §5.4: any of all, write,
        write-content, bind makes it writable).
    :param sync_token: DAV:sync-token as the listing gave it: a hint (RFC 6578 §4).
    :param ctag: calendarserver getctag: a hint.
    :param reports: Clark names from DAV:supported-report-set, or ``None`` unknown.
    :param data_types: ``content-type;version=`` strings of supported address or
        calendar data, e.g. ``text/vcard;version=4.0``.
    :param max_resource_size: bytes, or ``None``.
    """

    url: str
    kind: Kind
    display_name: str | None = None
    description: str | None = None
    components: frozenset[str] = frozenset()
    color: str | None = None
    order: int | None = None
    read_only: bool = False
    sync_token: SyncToken | None = None
    ctag: str | None = None
    reports: frozenset[str] | None = None
    data_types: tuple[str, ...] = ()
    max_resource_size: int | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A cheap sign of change (RFC 6578 §4 sync-token property, ctag)."""

    sync_token: SyncToken | None = None
    ctag: str | None = None

    @property
    def known(self) -> bool:
        """Whether there is any sign at all."""
        return self.sync_token is not None or self.ctag is not None
