"""What python-caldav has measured about servers (its ``compatibility_hints``).

It is asked after a server refused something, for a better word than the refusal; the
server's own answer always comes first, since tables grow old. caldav is imported when it
is asked (about a second), and makes no request: everything that is sent, also to make and
delete collections, goes through our own modules (docs/adr/0008-collections.md).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any


def support(profile: str, feature: str) -> str | None:
    """How well a server does something, ``None`` where nobody measured it.

    :param profile: caldav's name of the server, e.g. ``infomaniak``, ``posteo``.
    :param feature: e.g. ``create-calendar``.
    :returns: ``full``, ``unsupported``, ``fragile``, ``quirk``, ``broken``…
    """
    # it logs what it does not like, with names in it
    logging.getLogger("caldav").setLevel(logging.CRITICAL)
    from caldav.compatibility_hints import FeatureSet  # noqa: PLC0415 - a second to import
    from caldav.config import resolve_features  # noqa: PLC0415 - as above

    try:
        measured = FeatureSet(resolve_features(profile))  # type: ignore[no-untyped-call] # caldav's
        known: Mapping[str, Any] = measured.is_supported(feature, dict)  # type: ignore[no-untyped-call] # caldav's
    except (ValueError, KeyError, AssertionError):
        return None
    return str(known["support"]) if "support" in known else None


__all__ = ["support"]
