"""A VTIMEZONE travels along with the times that refer to it (RFC 5545 §3.6.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sync_engine.core.content.components import Component


def with_zones(calendar: Component, sources: Iterable[Component]) -> Component:
    """A calendar with the time zones that it refers to and one of the sources has."""
    there = {zone.identity.uid for zone in _zones(calendar)}
    missing = _referred(calendar) - there
    if not missing:
        return calendar
    found: dict[bytes, Component] = {}
    for source in sources:
        for zone in _zones(source):
            if zone.identity.uid in missing:
                found.setdefault(zone.identity.uid, zone)
    items = list(calendar.items)
    at = next((n for n, item in enumerate(items) if isinstance(item, Component)), len(items))
    items[at:at] = found.values()
    return replace(calendar, items=tuple(items))


def _zones(calendar: Component) -> list[Component]:
    return [child for child in calendar.children if child.name == "VTIMEZONE"]


def _referred(calendar: Component) -> set[bytes]:
    return {
        value
        for child in calendar.children
        if child.name != "VTIMEZONE"
        for line in child.lines()
        if b"TZID" in line.raw.upper()
        for value in line.param("TZID")
    }
