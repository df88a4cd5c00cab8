"""RFC 3744, access control: what the user may do, and a principal's own URL."""

from __future__ import annotations

from typing import Final

from sync_engine.dav import names
from sync_engine.dav.properties import Properties
from sync_engine.dav.rfc4918 import href_of

PROPERTIES: Final = (names.CURRENT_USER_PRIVILEGE_SET,)

_WRITABLE: Final = frozenset({names.ALL, names.WRITE, names.WRITE_CONTENT, names.BIND})
"""Any of these lets members be changed; DAV:write-properties alone does not."""


def privileges(properties: Properties) -> frozenset[str] | None:
    """§5.4 DAV:current-user-privilege-set as Clark names.

    ``None`` if the server does not tell; an empty set counts as that, because
    somebody who may do nothing could not read it.
    """
    prop = properties.get(names.CURRENT_USER_PRIVILEGE_SET)
    if prop is None:
        return None
    granted = (right.name for holder in prop.all(names.PRIVILEGE) for right in holder.children)
    return frozenset(granted) or None


def read_only(properties: Properties) -> bool:
    """Whether the server says that nothing can be written; not telling is no."""
    granted = privileges(properties)
    return granted is not None and not granted & _WRITABLE


def principal_url(properties: Properties, base_url: str) -> str | None:
    """§4.2 DAV:principal-URL, absolute."""
    return href_of(properties.get(names.PRINCIPAL_URL), base_url)
