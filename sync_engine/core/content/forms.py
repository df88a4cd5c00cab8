"""The form in which contents are compared: what counts, and nothing else.

Theory
------
Two texts say the same if their components do. A component says: its name, its
properties, and its children; so its *form* is a nested tuple of these, and equality is
equality of tuples. Children stay inside their component: a value that moves from the
master to an override, or from one alarm to another, changes the form.

What a form leaves out, and why it may:

* folds and line ends (RFC 5545 §3.1), blank lines between lines, a byte order mark;
* the case of property and parameter names and of groups (RFC 5545 §2, RFC 6350 §3.3),
  not that of values;
* the order of parameters (RFC 5545 §3.2), the quotes of a value that has no need of
  them, and whether values of one parameter stand in one place or in several
  (``TYPE=a;TYPE=b`` is ``TYPE=a,b``, RFC 2426 §4, RFC 6350 §5);
* the order of properties of *different* names, and of components: nothing in either
  RFC gives it a meaning. The order of properties of *one* name counts: the first TEL
  or ATTENDEE is the first for people, and a reordering is an edit;
* stamps, which say when and by whom a text was written, not what it says.

Lines in QUOTED-PRINTABLE are taken raw: their folds are ambiguous.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from sync_engine.core.content.components import Component
from sync_engine.core.content.lines import ContentLine, normalise_breaks

STAMPS = {
    "VCALENDAR": frozenset({"PRODID"}),
    "VEVENT": frozenset({"DTSTAMP", "LAST-MODIFIED"}),
    "VTODO": frozenset({"DTSTAMP", "LAST-MODIFIED"}),
    "VJOURNAL": frozenset({"DTSTAMP", "LAST-MODIFIED"}),
    "VFREEBUSY": frozenset({"DTSTAMP", "LAST-MODIFIED"}),
    "VAVAILABILITY": frozenset({"DTSTAMP", "LAST-MODIFIED"}),
    "VTIMEZONE": frozenset({"LAST-MODIFIED"}),
    "VCARD": frozenset({"PRODID", "REV"}),
}
"""Component name to the properties that are stamps there (RFC 5545 §3.7.3, §3.8.7.2,
§3.8.7.3; RFC 6350 §6.7.3, §6.7.4). CREATED and SEQUENCE are content."""


class PropertyForm(NamedTuple):
    """A property line, as far as it counts.

    :param group: upper-case, or ``""``.
    :param params: sorted by name; of each name all values in order.
    :param value: unfolded octets.
    """

    name: str
    group: str
    params: tuple[tuple[str, tuple[bytes, ...]], ...]
    value: bytes

    def without(self, parameter: str) -> PropertyForm:
        """The same without a parameter."""
        return self._replace(params=tuple(p for p in self.params if p[0] != parameter))

    def param(self, name: str) -> tuple[bytes, ...]:
        """The values of a parameter, ``()`` if it is not there."""
        return next((values for found, values in self.params if found == name), ())


class ComponentForm(NamedTuple):
    """A component, as far as it counts."""

    name: str
    properties: tuple[PropertyForm, ...]
    children: tuple[ComponentForm, ...]


Refine: TypeAlias = Callable[[str, PropertyForm], Iterable[PropertyForm]]
"""Component name and property to what is compared in its stead."""


def property_form(line: ContentLine) -> PropertyForm:
    """The form of a well-formed line."""
    merged: dict[str, tuple[bytes, ...]] = {}
    for parameter in line.params:
        merged[parameter.name] = merged.get(parameter.name, ()) + parameter.values
    value = normalise_breaks(line.raw) if line.quoted_printable else line.value
    return PropertyForm(line.name, line.group.upper(), tuple(sorted(merged.items())), value)


def component_form(component: Component, refine: Refine | None = None) -> ComponentForm:
    """The form of a component and all that is in it, stamps left out."""
    stamps = STAMPS.get(component.name, frozenset())
    forms = [property_form(p) for p in component.properties if p.name not in stamps]
    if refine is not None:
        forms = [refined for form in forms for refined in refine(component.name, form)]
    return ComponentForm(
        component.name,
        tuple(sorted(forms, key=_name)),  # stable: the order within one name stays
        tuple(sorted(component_form(child, refine) for child in component.children)),
    )


def _name(form: PropertyForm) -> str:
    return form.name
