"""Names of time zones, on the way down and on the way up.

Rules
-----
* In a calendar of the store a TZID means one zone; two resources from a server may mean two
  zones by one ("Customized Time Zone"). The second definition goes down under a name with a
  mark, and the mark is taken off on the way up.
* A zone of the IANA database is the same by whatever text it is described.
* Evolution names a zone by libical's prefix and its IANA name. On the way up it has its own.
"""

from __future__ import annotations

import hashlib
import re
import zoneinfo
from functools import lru_cache
from typing import Final

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.forms import component_form
from sync_engine.core.content.rewritings import rewritten

LIBICAL: Final = "/freeassociation.sourceforge.net/"

_MARK: Final = re.compile(r" \(ksync-[0-9a-f]{8}\)\Z")


@lru_cache(maxsize=256)
def is_iana(tzid: str) -> bool:
    """Whether it is a name of the IANA database."""
    try:
        zoneinfo.ZoneInfo(tzid)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True


def plain(tzid: str) -> str:
    """The name that goes up."""
    tzid = _MARK.sub("", tzid)
    name = tzid.removeprefix(LIBICAL)
    return name if name != tzid and is_iana(name) else tzid


def marked(tzid: str, zone: str) -> str:
    """A name for another definition under a TZID that is taken."""
    digest = hashlib.sha256(repr(_rules(zone)).encode()).hexdigest()[:8]
    return f"{tzid} (ksync-{digest})"


def same(one: str, other: str) -> bool:
    """Whether two definitions say the same."""
    return _rules(one) == _rules(other)


def _rules(zone: str) -> list[str]:
    found: list[Component] = []
    for component in parse(zone.encode()).components:
        found += component.children
    kept = ("DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO")
    return sorted(
        repr([line for line in component_form(one, rewritten).properties if line.name in kept])
        for one in found
    )
