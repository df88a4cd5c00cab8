"""Many resources as one file that other programs read.

Rules
-----
* Calendars become one VCALENDAR (RFC 5545 §3.6): components in their order and octet by
  octet, each time zone once. A resource whose time zone has the name of another one that
  is written differently begins another VCALENDAR in the same file (§3.4).
* Cards stand one after the other (RFC 6350 §3.3).
* A resource whose structure cannot be relied on is left out; the caller tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from sync_engine.core.content.components import Component, parse

_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kSync//export//EN\r\n"
_TAIL = b"END:VCALENDAR\r\n"


def join_calendars(bodies: Iterable[bytes]) -> tuple[bytes, int]:
    """One file of many calendar resources, and how many were left out."""
    objects: list[tuple[dict[bytes, Component], list[Component]]] = [({}, [])]
    left = 0
    for body in bodies:
        stream = parse(body)
        tops = stream.components
        if stream.broken or len(tops) != 1 or tops[0].name != "VCALENDAR":
            left += 1
            continue
        own = {c.identity.uid: c for c in tops[0].children if c.name == "VTIMEZONE"}
        zones, components = next((one for one in objects if _fits(one[0], own)), ({}, []))
        if not any(zones is one[0] for one in objects):
            objects.append((zones, components))
        zones.update(own)
        components += [c for c in tops[0].children if c.name != "VTIMEZONE"]
    written = [_object(zones.values(), components) for zones, components in objects]
    return b"".join(written), left


def join_cards(bodies: Iterable[bytes]) -> tuple[bytes, int]:
    """One file of many cards, and how many were left out."""
    kept: list[bytes] = []
    left = 0
    for body in bodies:
        if parse(body).broken:
            left += 1
        else:
            kept.append(_closed(body))
    return b"".join(kept), left


def _fits(there: dict[bytes, Component], own: dict[bytes, Component]) -> bool:
    return all(name not in there or there[name] == zone for name, zone in own.items())


def _object(zones: Iterable[Component], components: Iterable[Component]) -> bytes:
    inside = [_closed(component.to_bytes()) for component in (*zones, *components)]
    return b"".join([_HEAD, *inside, _TAIL])


def _closed(raw: bytes) -> bytes:
    return raw if raw.endswith(b"\n") else raw + b"\r\n"


__all__ = ["join_calendars", "join_cards"]
