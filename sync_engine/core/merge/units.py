"""What a component's lines are to a merge: units, each of one or several members.

Theory
------
A *unit* is what changes as one: a property that stands once, properties that mean
nothing without each other (DTSTART and DTEND), or all lines of a property that may
stand several times. A *member* is one of these lines, with the lines of its group
(``item1.TEL`` and ``item1.X-ABLABEL``, RFC 6350 §3.3: they belong together).

Rules
-----
* Members are compared by ``forms.property_form`` without the name of their group.
* A property is a set if its name says so, if it is unknown (X-), or if it stands more
  than once in any of the texts. Where both sides add one unknown line under a name that
  neither had, it is one value: two would be one more than any program wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sync_engine.core.content.components import Component
from sync_engine.core.content.forms import PropertyForm, property_form
from sync_engine.core.content.lines import ContentLine

TIME = "DTSTART"
"""The unit of what says when."""

COUPLED: Mapping[str, Mapping[str, str]] = {
    "VEVENT": {"DTEND": TIME, "DURATION": TIME},
    "VTODO": {
        "DUE": TIME,
        "DURATION": TIME,
        "COMPLETED": "STATUS",
        "PERCENT-COMPLETE": "STATUS",
    },
    "VALARM": {"DURATION": "TRIGGER", "REPEAT": "TRIGGER"},
    "VCARD": {"FN": "N"},
}
"""Component name, property name -> the unit that it belongs to."""

SERIES = frozenset({"DTEND", "DUE", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE"})
"""One unit with ``TIME`` where a side changed what the instances are counted from."""

SETS = frozenset(
    {
        "ATTENDEE",
        "COMMENT",
        "CONTACT",
        "ATTACH",
        "RELATED-TO",
        "REQUEST-STATUS",
        "CONFERENCE",
        "IMAGE",
        "CATEGORIES",
        "RESOURCES",
        "EXDATE",
        "RDATE",
        "EXRULE",
        "TEL",
        "EMAIL",
        "ADR",
        "URL",
        "IMPP",
        "LANG",
        "KEY",
        "RELATED",
        "MEMBER",
        "NICKNAME",
        "PHOTO",
        "LOGO",
        "SOUND",
        "LABEL",
        "ORG",
        "TITLE",
        "ROLE",
        "TZ",
        "GEO",
        "FBURL",
        "CALURI",
        "CALADRURI",
        "XML",
        "SOCIALPROFILE",
        "HOBBY",
        "INTEREST",
        "EXPERTISE",
    }
)
"""Properties that may stand several times (RFC 5545 §3.6, RFC 7986, RFC 6350 §6)."""

SETS_ONLY_IN_CARDS = frozenset({"URL", "ORG", "TITLE", "ROLE", "TZ", "GEO", "PHOTO", "LOGO"})
"""These stand once in a calendar component, if at all."""

LISTS = frozenset({"EXDATE", "RDATE", "CATEGORIES", "RESOURCES", "NICKNAME"})
"""Sets whose lines hold several values, separated by commas."""

STAMPS = frozenset({"DTSTAMP", "LAST-MODIFIED", "REV"})
"""The greater one is taken (RFC 5545 §3.8.7.2, §3.8.7.3; RFC 6350 §6.7.4)."""

Form = tuple[PropertyForm, ...]


class Member(NamedTuple):
    """A line with the lines of its group."""

    form: Form
    lines: tuple[ContentLine, ...]

    @property
    def group(self) -> str:
        """Its group, upper-case, or ``""``."""
        return self.lines[0].group.upper()


Units = dict[str, list[Member]]
"""Unit name -> members, in order."""


def units(component: Component | None, *, series: bool = False) -> Units:
    """The units of a component; of none, none.

    :param series: whether everything of ``SERIES`` is one unit.
    """
    if component is None:
        return {}
    coupled = COUPLED.get(component.name, {})
    found: Units = {}
    for lines in _bundles(component):
        name = _primary(lines)
        key = coupled.get(name, name)
        if series and name in SERIES:
            key = TIME
        form = tuple(property_form(line)._replace(group="") for line in lines)
        found.setdefault(key, []).append(Member(form, lines))
    return found


class Versions(NamedTuple):
    """The members of one unit in the four texts."""

    base_local: list[Member]
    local: list[Member]
    base_remote: list[Member]
    remote: list[Member]


def is_set(component: str, name: str, versions: Versions) -> bool:
    """Whether the members of a unit change one by one."""
    if name in COUPLED.get(component, {}).values():
        return False
    if name in SETS and (component == "VCARD" or name not in SETS_ONLY_IN_CARDS):
        return True
    if name.startswith("X-") and (versions.base_local or versions.base_remote):
        return True
    return any(len(members) > 1 for members in versions)


def forms_of(members: Iterable[Member]) -> list[Form]:
    """Their forms, in order."""
    return [member.form for member in members]


def texts_of(members: Iterable[Member]) -> tuple[bytes, ...]:
    """Their unfolded lines."""
    return tuple(line.unfolded for member in members for line in member.lines)


def _bundles(component: Component) -> list[tuple[ContentLine, ...]]:
    grouped: dict[str, list[ContentLine]] = {}
    order: list[list[ContentLine]] = []
    for line in component.properties:
        group = line.group.upper()
        if group in grouped:
            grouped[group].append(line)
            continue
        bundle = [line]
        order.append(bundle)
        if group:
            grouped[group] = bundle
    return [tuple(bundle) for bundle in order]


def _primary(lines: tuple[ContentLine, ...]) -> str:
    """The property that a group is about; the labels of programs begin with X-."""
    return next((line.name for line in lines if not line.name.startswith("X-")), lines[0].name)
