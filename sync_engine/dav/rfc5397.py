"""RFC 5397, DAV:current-user-principal: who the server thinks is asking."""

from __future__ import annotations

from typing import Final

from sync_engine.dav import names
from sync_engine.dav.properties import Properties
from sync_engine.dav.rfc4918 import href_of

PROPERTIES: Final = (names.CURRENT_USER_PRINCIPAL,)


def current_user_principal(properties: Properties, base_url: str) -> str | None:
    """§3: the principal's absolute URL; ``None`` if not told or nobody logged in."""
    return href_of(properties.get(names.CURRENT_USER_PRINCIPAL), base_url)


def unauthenticated(properties: Properties) -> bool:
    """§3: the server answered without asking for a login; credentials have to be
    sent unasked (Cyrus does so at its root).
    """
    prop = properties.get(names.CURRENT_USER_PRINCIPAL)
    return prop is not None and prop.find(names.UNAUTHENTICATED) is not None
