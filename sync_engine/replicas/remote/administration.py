"""Making, changing and deleting collections on a server.

Rules
-----
* A collection is made by one request that carries its name, its colour and its
  components: RFC 4791 §5.3.1.1 and RFC 5689 §3 have it made whole or not at all. So
  there is no calendar without its name, whenever the connection breaks.
* A calendar is made by MKCALENDAR; where the server does not know that (405, 501), by
  the extended MKCOL that address books are made by (RFC 5689 §5, RFC 6352 §6.3.1).
* The address is chosen by us and new (letters, digits, dashes), so that it can be
  written down before the request and looked for after a lost answer.
* PROPPATCH answers 207 with a status for each property (RFC 4918 §9.2): one that was
  not set is a refusal of all, for then none was.
* Colours are sent as ``#rrggbb``: what servers make of an alpha value differs.
"""

from __future__ import annotations

import uuid
from typing import Final

from sync_engine.client.client import DavClient, Multistatus
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.dav import names
from sync_engine.dav.rfc4791 import component_set, mkcalendar_body
from sync_engine.dav.rfc4918 import mkcol_body, proppatch_body
from sync_engine.dav.rfc6352 import mkcol_addressbook_body
from sync_engine.errors import HttpError, NotFound

_NO_SUCH_METHOD: Final = frozenset({405, 501})


class Administration:
    """See ``cycle.ports.Administration``."""

    def __init__(self, client: DavClient) -> None:
        self._client = client

    def make(self, info: CollectionInfo) -> None:
        """Make a collection at ``info.url``."""
        properties = _properties(info.display_name, info.color)
        if info.kind is Kind.ADDRESSBOOK:
            self._client.mkcol(info.url, mkcol_addressbook_body(properties))
            return
        components = sorted(info.components)
        try:
            self._client.mkcalendar(info.url, mkcalendar_body(properties, components))
        except HttpError as error:
            if error.status not in _NO_SUCH_METHOD:
                raise
            more = [component_set(components)] if components else []
            self._client.mkcol(info.url, mkcol_body([names.CALENDAR], properties, more))

    def change(self, url: str, *, display_name: str | None, color: str | None) -> None:
        """Set name and colour, as far as they are not ``None``."""
        _raise_for_properties(
            self._client.proppatch(url, proppatch_body(_properties(display_name, color)))
        )

    def remove(self, url: str) -> None:
        """Delete a collection; 404 is what is wanted."""
        try:
            self._client.delete(url, None)
        except NotFound:
            return


def new_url(home: str) -> str:
    """The address of a collection that is to be made in a home set."""
    return f"{home.rstrip('/')}/{uuid.uuid4()}/"


def _properties(display_name: str | None, color: str | None) -> dict[str, str]:
    wanted = {names.DISPLAYNAME: display_name, names.CALENDAR_COLOR: color}
    return {name: text for name, text in wanted.items() if text is not None}


def _raise_for_properties(reply: Multistatus) -> None:
    """:raises HttpError: a property was not set; 424 only says that another one was not."""
    bad: list[tuple[int, tuple[str, ...]]] = []
    for row in reply:
        statuses = [row.status] if row.status is not None else [p.status for p in row.propstats]
        bad += [(status, row.errors) for status in statuses if not 200 <= status < 300]
    if bad:
        status, errors = min(bad, key=lambda found: found[0] == 424)
        raise HttpError(
            status, f"HTTP {status} for a property", where=reply.url, preconditions=errors
        )


__all__ = ["Administration", "new_url"]
