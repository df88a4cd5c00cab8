"""What was learned about a server, per collection: ``Traits``.

Nothing here is needed for safety: a trait that is unknown (``None``) only costs
requests. The one exception is ``honours_if_match``: ``False`` makes every write
over an existing version read it first (loss class L4).

Traits are mutable and plain: the replica changes them as it learns, the caller
stores ``as_dict()`` after the cycle and gives them back in the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from urllib.parse import urlsplit

_UNPROVEN_PATHS = ("/SOGo/dav/", "/SOGo/so/")
"""SOGo ignores If-Match on DELETE, makes a gone href anew and reuses ETags."""


@dataclass(slots=True)
class Traits:
    """Learned facts; ``None`` means not known yet.

    :param sync_report: answers DAV:sync-collection (RFC 6578).
    :param data_in_report: gives calendar-data/address-data inside it.
    :param multiget: answers calendar-multiget/addressbook-multiget.
    :param honours_if_match: a write with a stale If-Match is refused.
    :param trusts_put_etag: bytes are stored as sent, so that the ETag of a PUT
        stands for them (set by the caller, who compares read-backs).
    :param move: MOVE to another collection works.
    :param stored_length: DAV:getcontentlength tells the size of the stored text.
    """

    sync_report: bool | None = None
    data_in_report: bool | None = None
    multiget: bool | None = None
    honours_if_match: bool | None = None
    trusts_put_etag: bool | None = None
    move: bool | None = None
    stored_length: bool | None = None

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Traits:
        """Read stored traits; what is unknown or of another type is ignored."""
        known = {field.name for field in fields(cls)}
        return cls(
            **{
                name: value
                for name, value in stored.items()
                if name in known and isinstance(value, bool)
            }
        )

    @classmethod
    def for_url(cls, url: str) -> Traits:
        """The traits to begin with: unknown, but for servers told by their paths."""
        unproven = urlsplit(url).path.startswith(_UNPROVEN_PATHS)
        return cls(honours_if_match=False if unproven else None)

    def as_dict(self) -> dict[str, bool]:
        """For JSON: only what is known."""
        return {name: value for name, value in asdict(self).items() if value is not None}
