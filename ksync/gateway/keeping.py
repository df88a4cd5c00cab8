"""What programs lose of what they are served, and how it is given back.

Rules
-----
* Only what a program is known to lose is given back: another program's PUT is taken as it is.
* What such a program shows and lets people edit is never touched: a property that it knows
  and that is missing was deleted.
* A component that is missing was deleted, with all that is in it.

========================  ==============================================================
program                   loses, and adds
========================  ==============================================================
Evolution (EDS, libical)  properties of no RFC that libical knows, without ``X-``; of cards
                          what is not in vCard 3; adds X-LIC-ERROR and X-EVOLUTION-…
KDE (Akonadi, libical)    the same of events; of cards properties that KContacts has no
                          place for
========================  ==============================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ksync.gateway.putting import Restore, as_sent
from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine

_CALENDAR = frozenset(
    [  # RFC 5545 §3.7 and §3.8, RFC 7986 §5, RFC 9074
        "PRODID", "VERSION", "CALSCALE", "METHOD", "ATTACH", "CATEGORIES", "CLASS", "COMMENT",
        "DESCRIPTION", "GEO", "LOCATION", "PERCENT-COMPLETE", "PRIORITY", "RESOURCES", "STATUS",
        "SUMMARY", "COMPLETED", "DTEND", "DUE", "DTSTART", "DURATION", "FREEBUSY", "TRANSP",
        "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZURL", "ATTENDEE", "CONTACT",
        "ORGANIZER", "RECURRENCE-ID", "RELATED-TO", "URL", "UID", "EXDATE", "EXRULE", "RDATE",
        "RRULE", "ACTION", "REPEAT", "TRIGGER", "CREATED", "DTSTAMP", "LAST-MODIFIED",
        "SEQUENCE", "REQUEST-STATUS", "COLOR", "CONFERENCE", "ACKNOWLEDGED",
    ]
)  # fmt: skip
_CARD = frozenset(
    [  # RFC 2426, and what the two show of RFC 6350
        "VERSION", "PRODID", "FN", "N", "NICKNAME", "PHOTO", "BDAY", "ANNIVERSARY", "ADR",
        "LABEL", "TEL", "EMAIL", "MAILER", "TZ", "GEO", "TITLE", "ROLE", "LOGO", "AGENT", "ORG",
        "CATEGORIES", "NOTE", "REV", "SORT-STRING", "SOUND", "UID", "URL", "CLASS", "KEY",
        "FBURL", "CALURI", "CALADRURI", "IMPP",
    ]
)  # fmt: skip
_ADDED = ("X-LIC-ERROR", "X-EVOLUTION-")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a program does.

    :param own: prefixes of its own properties; it deletes them when it means it.
    :param adds: prefixes of properties that it adds and that mean nothing elsewhere.
    """

    name: str
    own: tuple[str, ...]
    adds: tuple[str, ...] = ()


PROGRAMS: tuple[tuple[str, Habits], ...] = (
    ("Evolution/", Habits("evolution", ("X-EVOLUTION-",), _ADDED)),
    ("evolution-data-server", Habits("evolution", ("X-EVOLUTION-",), _ADDED)),
    ("KDE", Habits("kde", ("X-KDE-",), ("X-LIC-ERROR",))),
    ("Akonadi", Habits("kde", ("X-KDE-",), ("X-LIC-ERROR",))),
)
"""Parts of a User-Agent, and whose it is."""


def restorer(user_agent: str) -> Restore:
    """What is to be done to what this program sends."""
    for part, habits in PROGRAMS:
        if part in user_agent:
            return lambda served, sent: restored(served, sent, habits)
    return as_sent


def restored(served: bytes, sent: bytes, habits: Habits) -> bytes:
    """What was sent, with what the program loses given back, and without what it adds."""
    before, after = parse(served), parse(sent)
    if before.broken or after.broken or len(before.components) != 1 or len(after.components) != 1:
        return sent
    return b"".join(
        _component(item, before.components[0], habits) if isinstance(item, Component) else item.raw
        for item in after.items
    )


def _component(sent: Component, served: Component | None, habits: Habits) -> bytes:
    """One component, and those in it."""
    inside = {child.identity: child for child in served.children} if served is not None else {}
    have = {line.name for line in served.properties} if served is not None else set()
    parts = [sent.begin.raw]
    nested = False
    for item in sent.items:
        if isinstance(item, Component):
            if not nested:
                parts += _lost(sent, served, habits)
                nested = True
            parts.append(_component(item, inside.get(item.identity), habits))
        elif item.name in have or not item.name.startswith(habits.adds or ("\0",)):
            parts.append(item.raw)
    if not nested:
        parts += _lost(sent, served, habits)
    parts.append(sent.end.raw if sent.end is not None else b"")
    return b"".join(parts)


def _lost(sent: Component, served: Component | None, habits: Habits) -> Iterator[bytes]:
    """The lines that are missing and that the program cannot have deleted."""
    if served is None:
        return
    known = _CARD if served.name == "VCARD" else _CALENDAR
    there = {line.name for line in sent.properties}
    values = {(line.name, line.value) for line in sent.properties}
    for line in served.properties:
        lost = line.name and line.name not in known | there
        if lost and not line.name.startswith(habits.own) and _belongs(line, served, values):
            yield line.raw


def _belongs(line: ContentLine, served: Component, values: set[tuple[str, bytes]]) -> bool:
    """Whether what a label (``item1.X-ABLABEL``) stands beside is still there."""
    if not line.group:
        return True
    beside = (other for other in served.properties if other.group == line.group)
    return any((other.name, other.value) in values for other in beside if other is not line)
