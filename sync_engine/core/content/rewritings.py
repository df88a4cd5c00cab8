r"""What servers are known to do to a text that they store, without changing what it says.

After an upload the text is read back. If it differs from what was sent only by one of
these rewritings, it is our own version; any other difference is somebody's edit, or a
loss on the server, and is never taken for ours.

The table was measured by uploading one text and reading it back: Radicale 3.9 (vobject
0.9.9), Cyrus 3.6 (libical 3), sabre/vobject 2.1; or it is what an RFC has a server do.
Each rewriting keeps the meaning by the RFC that stands beside it. What a server *loses*
(Radicale cuts ``X-A:geo:1,2`` and a NICKNAME at the comma; Cyrus drops unknown
properties without ``X-`` and turns ``N:B;A,C`` into ``N:B;A\,C``) is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from sync_engine.core.content.components import Component
from sync_engine.core.content.forms import ComponentForm, PropertyForm, Refine, component_form


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One row of the table.

    :param name: stable.
    :param servers: where it was seen, or the RFC that asks for it.
    :param meaning: why it changes nothing.
    :param rewrite: component name and property to the property, or properties, that
        every spelling of it comes down to.
    """

    name: str
    servers: str
    meaning: str
    rewrite: Refine


DEFAULT_VALUE_TYPES = {
    **dict.fromkeys(("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"), b"DATE-TIME"),
    **dict.fromkeys(("TRIGGER", "DURATION"), b"DURATION"),
    **dict.fromkeys(("URL", "ATTACH"), b"URI"),
}
_DATE_LISTS = frozenset({"EXDATE", "RDATE"})
_TEXT_LISTS = frozenset({"CATEGORIES", "RESOURCES"})
_CALENDAR_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT"})
_CARD_TEXTS = frozenset({"FN", "NOTE", "TITLE", "ROLE", "LABEL", "MAILER", "SORT-STRING"})
_PADDED = frozenset({"N", "ADR"})
_RULE_DEFAULTS = frozenset({b"INTERVAL=1", b"WKST=MO"})
_SCHEDULING_PARAMETERS = ("SCHEDULE-STATUS", "SCHEDULE-FORCE-SEND")

_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_LIST_ITEM = re.compile(rb"(?:\A|,)((?>(?:[^\\,]++|\\.|\\\Z)*))", re.DOTALL)
_DURATION = re.compile(
    rb"([+-]?)P(?=.)(?:(\d{1,9})W)?(?:(\d{1,9})D)?"
    rb"(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?"
)
"""What is longer than any duration stays as written: ``int`` refuses more digits than it likes."""


def _default_value_type(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    default = DEFAULT_VALUE_TYPES.get(prop.name)
    if component != "VCARD" and default and [*map(bytes.upper, prop.param("VALUE"))] == [default]:
        return (prop.without("VALUE"),)
    return (prop,)


def _rule_parts(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component == "VCARD" or prop.name not in ("RRULE", "EXRULE"):
        return (prop,)
    parts = sorted(part for part in prop.value.split(b";") if part not in _RULE_DEFAULTS)
    return (prop._replace(value=b";".join(parts)),)


def _duration(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    match = _DURATION.fullmatch(prop.value) if prop.name in ("TRIGGER", "DURATION") else None
    if component == "VCARD" or match is None:
        return (prop,)
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in match.groups()[1:])
    # A day is no 24 hours where the clock changes: the two are kept apart.
    total = (weeks * 7 + days, (hours * 60 + minutes) * 60 + seconds)
    sign = b"-" if match[1] == b"-" and any(total) else b""
    return (prop._replace(value=b"%s%d days %d seconds" % (sign, *total)),)


def _one_value_each(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component == "VCARD":
        return (prop,)
    if prop.name in _DATE_LISTS:
        return [prop._replace(value=value) for value in prop.value.split(b",")]
    if prop.name in _TEXT_LISTS:
        return [prop._replace(value=_unescaped(v)) for v in _LIST_ITEM.findall(prop.value)]
    return (prop,)


def _text_escapes(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if prop.name in (_CARD_TEXTS if component == "VCARD" else _CALENDAR_TEXTS):
        return (prop._replace(value=_unescaped(prop.value)),)
    return (prop,)


def _escaped_colons(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component != "VCARD":
        return (prop,)
    value = _ESCAPE.sub(lambda m: b":" if m[1] == b":" else m[0], prop.value)
    return (prop._replace(value=value),)


def _padding(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    stripped = prop.value.rstrip(b";")
    if component != "VCARD" or prop.name not in _PADDED or stripped.endswith(b"\\"):
        return (prop,)
    return (prop._replace(value=stripped),)


def _type_lists(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component != "VCARD" or not prop.param("TYPE"):
        return (prop,)
    types = tuple(word for value in prop.param("TYPE") for word in value.split(b","))
    return (prop._replace(params=(*prop.without("TYPE").params, ("TYPE", types))),)


def _position(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component == "VCARD" or prop.name != "GEO":
        return (prop,)
    try:
        numbers = [Decimal(part.decode("ascii")) for part in prop.value.split(b";")]
    except (InvalidOperation, UnicodeDecodeError):
        return (prop,)
    return (prop._replace(value=";".join(f"{n.normalize():f}" for n in numbers).encode()),)


def _scheduling(component: str, prop: PropertyForm) -> Iterable[PropertyForm]:
    if component != "VCARD" and prop.name in ("ATTENDEE", "ORGANIZER"):
        for parameter in _SCHEDULING_PARAMETERS:
            prop = prop.without(parameter)
    return (prop,)


REWRITINGS = (
    Rewriting(
        "default-value-type",
        "Cyrus, Radicale (TRIGGER)",
        "VALUE names the type that the property has anyway (RFC 5545 §3.2.20)",
        _default_value_type,
    ),
    Rewriting(
        "rule-parts",
        "Cyrus",
        "the parts of a rule have no order; INTERVAL=1 and WKST=MO are the defaults "
        "(RFC 5545 §3.3.10)",
        _rule_parts,
    ),
    Rewriting(
        "duration",
        "Cyrus, Radicale",
        "PT0H15M0S is PT15M, P1W is P7D (RFC 5545 §3.3.6)",
        _duration,
    ),
    Rewriting(
        "one-value-each",
        "Cyrus",
        "a list of values may stand in one line or in several (RFC 5545 §3.8.1.2, "
        "§3.8.1.10, §3.8.5.1, §3.8.5.2)",
        _one_value_each,
    ),
    Rewriting(
        "text-escapes",
        "Cyrus, Radicale, sabre",
        r"a comma, semicolon or \N means the same escaped or not in a property that is "
        "one text (RFC 5545 §3.3.11, RFC 6350 §3.4)",
        _text_escapes,
    ),
    Rewriting(
        "escaped-colons",
        "Cyrus",
        r"\: in a vCard 3.0 is a colon (RFC 2426 §5 has no such escape, exports do)",
        _escaped_colons,
    ),
    Rewriting(
        "padding",
        "Radicale",
        "empty components at the end of N and ADR (RFC 6350 §6.2.2, §6.3.1)",
        _padding,
    ),
    Rewriting(
        "type-lists",
        "Cyrus, sabre",
        'TYPE="a,b" is TYPE=a,b (RFC 6350 §5.6)',
        _type_lists,
    ),
    Rewriting(
        "position",
        "Cyrus",
        "37.3 is 37.300000 (RFC 5545 §3.8.1.6)",
        _position,
    ),
    Rewriting(
        "scheduling",
        "RFC 6638 §7.2 and §7.3 (scheduling servers)",
        "SCHEDULE-STATUS is the server's to set, SCHEDULE-FORCE-SEND is not kept",
        _scheduling,
    ),
)
"""Applied one after the other to both texts."""

ADDED_PROPERTIES = {
    "VCALENDAR": {
        PropertyForm("VERSION", "", (), b"2.0"): "Radicale, sabre",
        PropertyForm("CALSCALE", "", (), b"GREGORIAN"): "sabre",
    },
}
"""Object name to properties that a server adds where the text has none of that name.
(PRODID and DTSTAMP, which Radicale adds, are stamps.)"""


def rewritten(component: str, prop: PropertyForm) -> list[PropertyForm]:
    """What every spelling that servers make of a property comes down to."""
    forms = [prop]
    for rewriting in REWRITINGS:
        forms = [after for before in forms for after in rewriting.rewrite(component, before)]
    return forms


def same_object_but_for_rewritings(sent: Component, read: Component) -> bool:
    """Whether ``read`` is ``sent`` as a known server would store it."""
    before = component_form(sent, rewritten)
    after = component_form(read, rewritten)
    return before == _without_additions(before, after)


def _without_additions(sent: ComponentForm, read: ComponentForm) -> ComponentForm:
    """``read`` without the properties and time zones that a server is known to add."""
    names = {prop.name for prop in sent.properties}
    added = {p for p in ADDED_PROPERTIES.get(sent.name, {}) if p.name not in names}
    # Radicale adds the VTIMEZONE that RFC 5545 §3.6.5 wants for every TZID referred to.
    zones = _referred_zones(sent) - {_zone(child) for child in sent.children}
    return ComponentForm(
        read.name,
        tuple(prop for prop in read.properties if prop not in added),
        tuple(child for child in read.children if _zone(child) not in zones),
    )


def _zone(component: ComponentForm) -> bytes | None:
    if component.name != "VTIMEZONE":
        return None
    return next((prop.value for prop in component.properties if prop.name == "TZID"), None)


def _referred_zones(component: ComponentForm) -> set[bytes | None]:
    zones: set[bytes | None] = {v for prop in component.properties for v in prop.param("TZID")}
    return zones.union(*(_referred_zones(child) for child in component.children))


def _unescaped(value: bytes) -> bytes:
    return _ESCAPE.sub(_meaning, value)


def _meaning(match: re.Match[bytes]) -> bytes:
    char = match[1]
    if char in b"nN":
        return b"\n"
    # RFC 2425 knew no \", yet exports have it, and Radicale takes it away.
    return char if char in b'\\,;"' else match[0]
