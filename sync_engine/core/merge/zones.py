"""A VTIMEZONE travels along with the times that refer to it (RFC 5545 §3.6.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sync_engine.core.content.components import Component
from sync_engine.core.content.lines import normalise_breaks, unfold

_MENTION = re.compile(rb';TZID=(?:"([^"\n]*+)"|([^;:,"\n]*+))', re.IGNORECASE)


def with_zones(
    calendar: Component, sources: Iterable[Component], before: Component | None = None
) -> Component:
    """A calendar with the time zones that it refers to and one of the sources has.

    :param before: what it was before the merge. A zone that it referred to and did without
        is not missed: some programs write none, and a user's text stays as it is.
    """
    there = {zone.identity.uid for zone in _zones(calendar)}
    found: dict[bytes, Component] = {}
    for source in sources:
        for zone in _zones(source):
            found.setdefault(zone.identity.uid, zone)
    missing = found.keys() - there
    # a look at the octets spares reading all lines where nothing is missing
    if not missing or not missing & _mentioned(calendar):
        return calendar
    missing &= _referred(calendar)
    if before is not None:
        missing -= _referred(before) - {zone.identity.uid for zone in _zones(before)}
    if not missing:
        return calendar
    items = list(calendar.items)
    at = next((n for n, item in enumerate(items) if isinstance(item, Component)), len(items))
    items[at:at] = [zone for name, zone in found.items() if name in missing]
    return replace(calendar, items=tuple(items))


def _zones(calendar: Component) -> list[Component]:
    return [child for child in calendar.children if child.name == "VTIMEZONE"]


def _mentioned(calendar: Component) -> set[bytes]:
    text = unfold(normalise_breaks(calendar.to_bytes()))
    return {quoted or plain for quoted, plain in _MENTION.findall(text)}


def _referred(calendar: Component) -> set[bytes]:
    return {
        value
        for child in calendar.children
        if child.name != "VTIMEZONE"
        for line in child.lines()
        for value in line.param("TZID")
    }
