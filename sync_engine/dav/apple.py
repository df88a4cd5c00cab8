"""Conventions without an RFC: getctag, calendar-color, calendar-order.

``getctag`` (calendarserver.org) changes when anything in a collection does; it
is a hint. Colours are Apple's ``#rrggbbaa``; servers cut or keep the alpha and
change the case (Infomaniak stores ``#FF0000FF`` as ``#ff0000``), so they are
compared in one normal form.
"""

from __future__ import annotations

import re
from typing import Final

from sync_engine.dav import names
from sync_engine.dav.properties import Properties

PROPERTIES: Final = (names.GETCTAG, names.CALENDAR_COLOR, names.CALENDAR_ORDER)

_COLOR: Final = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?)")
_ORDER: Final = re.compile(r"[+-]?[0-9]{1,9}")


def getctag(properties: Properties) -> str | None:
    """The collection's tag, opaque; ``None`` if there is none."""
    prop = properties.get(names.GETCTAG)
    return (prop.text.strip() or None) if prop else None


def normal_color(text: str) -> str | None:
    """``#rrggbb`` in lower case from ``#rgb``, ``#rrggbb`` or ``#rrggbbaa``.

    ``None`` for anything else: colour names and empty values are met too.
    """
    match = _COLOR.fullmatch(text.strip())
    if match is None:
        return None
    digits = match[1].lower()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return "#" + digits[:6]


def calendar_color(properties: Properties) -> str | None:
    """The calendar's colour in normal form."""
    prop = properties.get(names.CALENDAR_COLOR)
    return normal_color(prop.text) if prop else None


def calendar_order(properties: Properties) -> int | None:
    """The calendar's place in lists; ``None`` if none or not a number."""
    prop = properties.get(names.CALENDAR_ORDER)
    text = prop.text.strip() if prop else ""
    return int(text) if _ORDER.fullmatch(text) else None
