r"""What programs lose of what they are served, and how it is given back.

Rules
-----
* Only what a program is known to lose is given back: another program's PUT is taken as it is.
* What such a program shows and lets people edit is never touched: a property that it knows
  and that is missing was deleted.
* A component that is missing was deleted, with all that is in it.

Measured with evolution-data-server 3.46; Akonadi's events go through libical as well.

====================================  ==================================================
given                                 sent back
====================================  ==================================================
``FOREIGN:x`` in a calendar           X-LIC-ERROR, or nothing
``X-OTHER;P=1:x``                     without its parameter
``RRULE:…``, ``TEL:…``                with a parameter X-EVOLUTION-…
``NICKNAME:a,b``, ``PHOTO:data:…``    ``a\,b``: escaped as a single text
``EXDATE:a,b``, ``CATEGORIES:a,b``    two lines
``VERSION:4.0``                       ``VERSION:3.0``, the lines of version 4
PRODID, CALSCALE                      its own
RRULE, GEO                            parts in another order, six digits
====================================  ==================================================
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ksync.gateway.putting import Restore, as_sent
from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.forms import PropertyForm, property_form
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.content.rewritings import rewritten

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
_PARAMETERS = frozenset(
    [  # RFC 5545 §3.2, RFC 2426, RFC 6350 §5
        "ALTREP", "CN", "CUTYPE", "DELEGATED-FROM", "DELEGATED-TO", "DIR", "ENCODING", "FMTTYPE",
        "FBTYPE", "LANGUAGE", "MEMBER", "PARTSTAT", "RANGE", "RELATED", "RELTYPE", "ROLE", "RSVP",
        "SENT-BY", "TZID", "VALUE", "TYPE", "PREF",
    ]
)  # fmt: skip
_LISTS = frozenset({"CATEGORIES", "EXDATE", "RDATE", "RESOURCES"})
_PICTURES = frozenset({"PHOTO", "LOGO"})
_Parameters: TypeAlias = tuple[tuple[str, tuple[bytes, ...]], ...]
_Saying: TypeAlias = tuple[str, str, tuple[tuple[bytes, _Parameters], ...]]
_OWN_PARAMETER = re.compile(rb';X-EVOLUTION-[A-Z0-9-]+=(?:"[^"]*"|[^;:",])*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a program does.

    :param own: prefixes of its own properties; it deletes them when it means it.
    :param adds: prefixes of properties that it adds and that mean nothing elsewhere.
    """

    own: tuple[str, ...]
    adds: tuple[str, ...]
    stamps: frozenset[str] = frozenset({"PRODID", "CALSCALE", "VERSION"})


_EVOLUTION = Habits(("X-EVOLUTION-",), ("X-LIC-ERROR", "X-EVOLUTION-"))
_KDE = Habits(("X-KDE-",), ("X-LIC-ERROR",))

PROGRAMS: tuple[tuple[str, Habits], ...] = (
    ("evolution", _EVOLUTION),
    ("kde", _KDE),
    ("akonadi", _KDE),
)
"""A part of a User-Agent in lower case, and what that program does."""


def restorer(user_agent: str) -> Restore:
    """What is to be done to what this program sends."""
    for part, habits in PROGRAMS:
        if part in user_agent.lower():
            return lambda served, sent: restored(served, sent, habits)
    return as_sent


def restored(served: bytes, sent: bytes, habits: Habits) -> bytes:
    """What was sent, with what the program loses given back, and without what it adds.

    :param served: ``b""`` for what it makes.
    """
    before, after = parse(served), parse(sent)
    unclear = before.broken or len(before.components) != 1
    if after.broken or len(after.components) != 1 or (served and unclear):
        return sent
    whole = before.components[0] if served else None
    return b"".join(
        _component(item, whole, habits) if isinstance(item, Component) else item.raw
        for item in after.items
    )


def _component(sent: Component, served: Component | None, habits: Habits) -> bytes:
    """One component, and those in it."""
    if served is None:
        # made by a person: nothing was lost of it
        return b"".join(_cleaned(line) for line in sent.lines() if not _added(line, habits))
    known = _Known(served)
    whole = habits.stamps | _same_lists(sent, served)
    inside = {child.identity: child for child in served.children}
    lines: list[bytes] = []
    components: list[bytes] = []
    for item in sent.items:
        if isinstance(item, Component):
            components.append(_component(item, inside.get(item.identity), habits))
        elif item.name in whole:
            lines += known.all_of(item.name)
        elif item.name in known.names or not _added(item, habits):
            lines.append(known.as_served(item))
    lost = _lost(sent, served, habits)
    # a line break behind the last one is lost, too
    last = served.end or sent.end
    end = last.raw if last is not None else b""
    return b"".join((sent.begin.raw, *lines, *lost, *components, end))


def _added(line: ContentLine, habits: Habits) -> bool:
    return line.name.startswith(habits.adds)


class _Known:
    """The lines of a component as it was served."""

    def __init__(self, served: Component) -> None:
        self.names = {line.name for line in served.properties}
        self._served = served
        self._given: set[str] = set()
        self._lines: defaultdict[_Saying, list[bytes]] = defaultdict(list)
        for line in served.properties:
            self._lines[_saying(served.name, line)].append(line.raw)

    def all_of(self, name: str) -> list[bytes]:
        """All lines of a property as they were, once."""
        if name in self._given:
            return []
        self._given.add(name)
        return [each.raw for each in self._served.all(name)]

    def as_served(self, line: ContentLine) -> bytes:
        """A line that says what one of them says, in its words."""
        found = self._lines.get(_saying(self._served.name, line))
        if found:
            return found.pop(0)
        version = self._served.first("VERSION")
        if line.name in _PICTURES and version is not None and version.value.strip() == b"4.0":
            return _picture(line)
        return _cleaned(line)


def _same_lists(sent: Component, served: Component) -> frozenset[str]:
    """The lists that say the same on other lines."""
    names = _LISTS & {line.name for line in sent.properties}
    return frozenset(name for name in names if _listed(sent, name) == _listed(served, name))


def _listed(component: Component, name: str) -> Counter[tuple[bytes, _Parameters]]:
    return Counter(one for line in component.all(name) for one in _saying(component.name, line)[2])


def _saying(component: str, line: ContentLine) -> _Saying:
    """What a line says, to a program that knows some parameters and escapes as it likes."""
    forms = rewritten(component, property_form(line))
    return line.name, line.group, tuple((_loose(f.value), _parameters(f)) for f in forms)


def _loose(value: bytes) -> bytes:
    return re.sub(rb"\\([,;:])", rb"\1", value)


def _parameters(form: PropertyForm) -> _Parameters:
    """Those that a program knows, as lists: ``TYPE=a,b`` is ``TYPE="a,b"`` is twice TYPE."""
    return tuple(
        (name, tuple(sorted(b",".join(values).lower().split(b","))))
        for name, values in form.params
        if name in _PARAMETERS
    )


def _cleaned(line: ContentLine) -> bytes:
    """A line without the program's own parameters."""
    if b"X-EVOLUTION-" not in line.head.upper():
        return line.raw
    head = _OWN_PARAMETER.sub(b"", line.head)
    return fold(head + b":" + line.value, line.ending or b"\r\n")


def _picture(line: ContentLine) -> bytes:
    """RFC 6350 §6.2.4: a picture in version 4, of one in version 3 (RFC 2426 §3.1.4)."""
    if line.param("ENCODING")[:1] not in ((b"b",), (b"B",)):
        return _cleaned(line)
    kind = (line.param("TYPE") or (b"jpeg",))[0].lower()
    name = line.name.encode()
    return fold(name + b":data:image/" + kind + b";base64," + line.value, line.ending or b"\r\n")


def _lost(sent: Component, served: Component, habits: Habits) -> Iterator[bytes]:
    """The lines that are missing and that the program cannot have deleted."""
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
