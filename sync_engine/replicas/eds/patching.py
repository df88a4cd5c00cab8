"""An edit made in the store's words, done to the text that the store was given.

Theory
------
Three texts: ``given`` (what went down), ``before`` (what the store had of it right
afterwards) and ``now``. The lines of ``before`` come from those of ``given``, in the same
order within a property name; where the store made several of one (a list that it split),
each belongs to one of its values. So each line of ``before`` that is not in ``now`` any
more leads to the line of ``given`` that it is about.

Rules
-----
* A line that is in ``before`` and in ``now`` leaves the line it came from alone.
* A changed line changes of its origin what is different between the two readings: its
  value (of a structured one, the fields that differ) and its parameters, one by one.
* A line that is gone takes its origin away; a new one comes behind the last of its name.
* What never went down is nobody's edit: it stays.
* Components go by identity; alarms, which may have none, by what they say and by place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.forms import ComponentForm, component_form, property_form
from sync_engine.core.content.lines import ContentLine, fold

Item = ContentLine | Component
Translate = Callable[[ContentLine], ContentLine]
"""A line of the store's words to one of the given text's (another vCard version)."""

LISTS: Final = frozenset({"EXDATE", "RDATE", "CATEGORIES", "RESOURCES"})
"""Properties whose values the store puts in a line each."""

STRUCTURED: Final = frozenset({"N", "ADR", "ORG"})
"""Properties whose value has fields (RFC 6350 §3.3)."""

_TYPING: Final = frozenset({"VALUE", "TZID", "ENCODING"})
"""Parameters that tell how a value is to be read."""


def patch(
    before: bytes, now: bytes, given: bytes, translate: Translate = lambda line: line
) -> bytes | None:
    """``given`` with what happened between the two readings; ``None``: it cannot be said."""
    streams = [parse(text) for text in (before, now, given)]
    if any(stream.broken or len(stream.components) != 1 for stream in streams):
        return None
    was, is_now, target = (stream.components[0] for stream in streams)
    if not was.name == is_now.name == target.name:
        return None
    done = _component(was, is_now, target, translate)
    return b"".join(
        done.to_bytes() if isinstance(item, Component) else item.raw for item in streams[2].items
    )


def _component(
    before: Component, now: Component, given: Component, translate: Translate
) -> Component:
    if before == now:
        return given
    items = _properties(before, now, given, translate)
    return replace(given, items=tuple(_children(before, now, items, translate)))


# -- properties -----------------------------------------------------------------------


@dataclass(slots=True)
class _Slot:
    """A line of the given text and what becomes of it.

    :param values: of a list: its values; ``None`` for each that was taken out.
    """

    line: ContentLine
    values: list[bytes | None] | None = None
    touched: bool = False
    gone: bool = False
    after: list[ContentLine] = field(default_factory=list)

    def result(self) -> list[ContentLine]:
        """The lines that stand here now."""
        if self.gone:
            return self.after
        if self.values is None or not self.touched:
            if _takes_the_next(self.line):
                return [*self.after, self.line]
            return [self.line, *self.after]
        left = [value for value in self.values if value is not None]
        if not left:
            return self.after
        text = self.line.head + b":" + b",".join(left)
        return [ContentLine(fold(text, self.line.ending or b"\r\n")), *self.after]


def _properties(
    before: Component, now: Component, given: Component, translate: Translate
) -> list[Item]:
    slots = {id(item): _Slot(item) for item in given.items if isinstance(item, ContentLine)}
    names = dict.fromkeys(line.name for c in (before, now) for line in c.properties)
    added: list[ContentLine] = []
    for name in names:
        old, new = before.all(name), now.all(name)
        if _forms(old) == _forms(new):
            continue
        own = [slots[id(line)] for line in given.all(name)]
        added += _one_name(name, old, new, own, translate)
    result: list[Item] = []
    for item in given.items:
        result += slots[id(item)].result() if isinstance(item, ContentLine) else [item]
    at = next((n for n, item in enumerate(result) if isinstance(item, Component)), len(result))
    while at and isinstance(last := result[at - 1], ContentLine) and _takes_the_next(last):
        at -= 1
    result[at:at] = added
    return result


def _takes_the_next(line: ContentLine) -> bool:
    """Whether a line behind it would be read as part of it (RFC 2045 §6.7 (5))."""
    return line.quoted_printable and line.raw.rstrip(b"\r\n").endswith(b"=")


def _one_name(
    name: str,
    old: Sequence[ContentLine],
    new: Sequence[ContentLine],
    own: list[_Slot],
    translate: Translate,
) -> list[ContentLine]:
    """Carry out what happened to the lines of one name.

    :returns: lines that are new under this name, where there was none to stand behind.
    """
    origin = _origins(name, old, own)
    gone, come = _difference(old, new)
    added: list[ContentLine] = []
    pairs = _paired(old, new, gone, come)
    for place, line in pairs:
        slot, value = origin[place] if place is not None else (None, None)
        if line is None:
            if slot is not None:
                _take_out(slot, value)
        elif slot is None or place is None:
            fresh = translate(line)
            if own:
                own[-1].after.append(fresh)
            else:
                added.append(fresh)
        else:
            _change(slot, value, old[place], line, translate)
    return added


def _forms(lines: Sequence[ContentLine]) -> list[object]:
    return [property_form(line) for line in lines]


def _origins(
    name: str, old: Sequence[ContentLine], own: list[_Slot]
) -> list[tuple[_Slot | None, int | None]]:
    """For each line of the first reading: the given line, and which of its values."""
    if name in LISTS:
        return _list_origins(old, own)
    if len(old) == len(own):
        return [(slot, None) for slot in own]
    # some did not go down: those that did are found again by their value, in order
    left = list(own)
    found: list[tuple[_Slot | None, int | None]] = []
    for line in old:
        match = next((s for s in left if _loosely(s.line) == _loosely(line)), None)
        if match is not None:
            left.remove(match)
        found.append((match, None))
    return found


def _list_origins(
    old: Sequence[ContentLine], own: list[_Slot]
) -> list[tuple[_Slot | None, int | None]]:
    places: list[tuple[_Slot, int, bytes]] = []
    for slot in own:
        slot.values = list(_split(slot.line.value))
        places += [(slot, n, value or b"") for n, value in enumerate(slot.values)]
    found: list[tuple[_Slot | None, int | None]] = []
    for line in old:
        match = next((p for p in places if p[2].strip() == line.value.strip()), None)
        if match is None:
            found.append((None, None))
        else:
            places.remove(match)
            found.append((match[0], match[1]))
    return found


def _split(value: bytes) -> list[bytes]:
    parts: list[bytes] = []
    for part in value.split(b","):
        if parts and parts[-1].endswith(b"\\") and not parts[-1].endswith(b"\\\\"):
            parts[-1] += b"," + part
        else:
            parts.append(part)
    return parts


def _loosely(line: ContentLine) -> bytes:
    return line.value.replace(b"\\", b"").strip().lower()


def _difference(
    old: Sequence[ContentLine], new: Sequence[ContentLine]
) -> tuple[list[int], list[int]]:
    """Places of the old lines that are gone, and of the new ones that were not there."""
    left = _forms(new)
    places = list(range(len(new)))
    gone: list[int] = []
    for number, form in enumerate(_forms(old)):
        if form in left:
            at = left.index(form)
            del left[at], places[at]
        else:
            gone.append(number)
    return gone, places


def _paired(
    old: Sequence[ContentLine], new: Sequence[ContentLine], gone: list[int], come: list[int]
) -> list[tuple[int | None, ContentLine | None]]:
    """What became what: the same value, else the same address, else in order."""
    left = list(come)
    partners: dict[int, int] = {}
    for same in (lambda a, b: a.value == b.value, lambda a, b: _loosely(a) == _loosely(b)):
        for place in gone:
            if place not in partners:
                found = next((n for n in left if same(old[place], new[n])), None)
                if found is not None:
                    partners[place] = found
                    left.remove(found)
    keyed = bool(old) and old[0].name == "ATTENDEE"
    for place in gone:
        if place not in partners and left and not keyed:
            partners[place] = left.pop(0)
    pairs: list[tuple[int | None, ContentLine | None]] = [
        (place, new[partners[place]] if place in partners else None) for place in gone
    ]
    return pairs + [(None, new[number]) for number in left]


def _take_out(slot: _Slot, value: int | None) -> None:
    slot.touched = True
    if value is None or slot.values is None:
        slot.gone = True
    else:
        slot.values[value] = None


def _change(
    slot: _Slot, value: int | None, old: ContentLine, new: ContentLine, translate: Translate
) -> None:
    slot.touched = True
    if value is not None and slot.values is not None:
        if old.head == new.head:
            slot.values[value] = new.value
        else:  # another zone or parameter: no longer a value of that line
            slot.values[value] = None
            slot.after.append(translate(new))
        return
    slot.line = _changed(slot.line, translate(old), translate(new))


def _changed(given: ContentLine, old: ContentLine, new: ContentLine) -> ContentLine:
    """The given line with what is different between two readings of it."""
    before = {p.name: p.raw for p in old.params}
    after = {p.name: p.raw for p in new.params}
    same = {p.name: p.values for p in old.params} == {p.name: p.values for p in new.params}
    head = given.head
    if old.value != new.value:
        # what the store's reading has not (a zone that it did not know, a URI where it has
        # a number, an encoding) told how to read the value that goes
        stale = {p.name for p in given.params if p.name in _TYPING} - before.keys()
        stale |= {"" for p in given.params if not p.name and given.quoted_printable}
        before |= dict.fromkeys(stale, b"")
        same = same and not stale
    if not same:
        name = head.partition(b";")[0]
        kept = [
            after.get(p.name, p.raw) if _differs(p.name, before, after) else p.raw
            for p in given.params
            if p.name not in before or p.name in after
        ]
        there = {p.name for p in given.params}
        kept += [raw for n, raw in after.items() if n not in there and _differs(n, before, after)]
        head = name + b"".join(kept)
    value = given.value if old.value == new.value else _value(given, old, new)
    return ContentLine(fold(head + b":" + value, given.ending or b"\r\n"))


def _differs(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    return before.get(name) != after.get(name)


def _value(given: ContentLine, old: ContentLine, new: ContentLine) -> bytes:
    if given.name not in STRUCTURED:
        return new.value
    fields, was, now = (_fields(line.value) for line in (given, old, new))
    if len(was) != len(now):
        width = max(len(was), len(now))
        was, now = (part + [b""] * (width - len(part)) for part in (was, now))
    fields += [b""] * (len(now) - len(fields))
    for place, (one, other) in enumerate(zip(was, now, strict=True)):
        if one != other:
            fields[place] = other
    return b";".join(fields)


def _fields(value: bytes) -> list[bytes]:
    parts: list[bytes] = []
    for part in value.split(b";"):
        if parts and parts[-1].endswith(b"\\") and not parts[-1].endswith(b"\\\\"):
            parts[-1] += b";" + part
        else:
            parts.append(part)
    return parts


# -- components -------------------------------------------------------------------------


def _children(
    before: Component, now: Component, items: list[Item], translate: Translate
) -> list[Item]:
    given = [item for item in items if isinstance(item, Component)]
    origin = _match(list(before.children), given)
    future = _match(list(before.children), list(now.children))
    changed: dict[int, Component | None] = {}
    for number, child in enumerate(before.children):
        target, then = origin[number], future[number]
        if target is None:
            continue
        if then is None:
            # a time zone that is not referred to any more does no harm
            changed[id(target)] = target if child.name == "VTIMEZONE" else None
        elif child.name != "VTIMEZONE":
            changed[id(target)] = _component(child, then, target, translate)
    kept = [
        replaced
        for item in items
        if (replaced := changed.get(id(item), item) if isinstance(item, Component) else item)
        is not None
    ]
    came = {id(child) for child in future if child is not None}
    new = [child for child in now.children if id(child) not in came]
    there = {item.identity for item in kept if isinstance(item, Component)}
    zones = [c for c in new if c.name == "VTIMEZONE" and c.identity not in there]
    at = next((n for n, item in enumerate(kept) if isinstance(item, Component)), len(kept))
    kept[at:at] = zones
    return kept + [child for child in new if child.name != "VTIMEZONE"]


def _match(ours: list[Component], theirs: list[Component]) -> list[Component | None]:
    """For each of ours the one of theirs that it is, if there is one."""
    left = list(theirs)
    found: list[Component | None] = [None] * len(ours)

    def pair(same: Callable[[Component, Component], bool]) -> None:
        for number, child in enumerate(ours):
            if found[number] is None:
                match = next((one for one in left if same(child, one)), None)
                if match is not None:
                    found[number] = match
                    left.remove(match)

    pair(lambda a, b: a.name == b.name and bool(a.identity.uid) and _key(a) == _key(b))
    pair(lambda a, b: not a.identity.uid and _form(a) == _form(b))
    pair(lambda a, b: a.name == b.name and not (a.identity.uid and b.identity.uid))
    return found


def _key(component: Component) -> tuple[bytes, bytes]:
    line = component.first("RECURRENCE-ID")
    return component.identity.uid, line.value.strip() if line is not None else b""


def _form(component: Component) -> ComponentForm:
    return component_form(component)
