"""A component put together again: its own lines in their places, and what is new.

Lines that did not change stay where and as they are. What takes the place of a line
stands there; what is new comes after what it follows on the side that it comes from.
"""

from __future__ import annotations

import re

from sync_engine.core.content.components import Component
from sync_engine.core.content.lines import ContentLine
from sync_engine.core.merge.properties import Changed
from sync_engine.core.merge.units import Member, units

_GROUP = re.compile(rb"(\A|\n)((?:[A-Za-z0-9_-]|\r?\n[ \t])+)\.")
"""A group's name at the start of a line; a fold may be anywhere, in the name as well."""

Item = ContentLine | Component


def assemble(
    own: Component,
    changed: Changed,
    children: tuple[tuple[Component, ...], tuple[Component, ...]],
    model: Component,
    *,
    series: bool,
) -> Component:
    """The component of one side after the merge.

    :param changed: units with their new members.
    :param children: what each of its own children is now (in order, ``None`` left
        out), and those that are new to it.
    :param model: the other side's, for the order of what is new.
    """
    lines = _lines(own, changed, series=series)
    new = _new_units(own, changed, series=series)
    for name, members in new:
        _insert(lines, name, members, model, series=series)
    kept, added = children
    zones = [child for child in added if child.name == "VTIMEZONE"]
    others = [child for child in added if child.name != "VTIMEZONE"]
    items: list[Item] = _with_children(lines, list(kept))
    first = next((n for n, i in enumerate(items) if isinstance(i, Component)), len(items))
    items[first:first] = zones
    last = max((n + 1 for n, i in enumerate(items) if isinstance(i, Component)), default=len(items))
    items[last:last] = others
    return Component(own.name, own.begin, tuple(items), own.end)


def _lines(own: Component, changed: Changed, *, series: bool) -> list[Item]:
    """Its items with the lines of the changed units in their new state.

    The members of a unit fill the places where its members stood, in order; what is
    more than there were places follows the last.
    """
    members = units(own, series=series)
    firsts: dict[int, str] = {}
    others: set[int] = set()
    waiting: dict[str, list[Member]] = {}
    places: dict[str, int] = {}
    for name, part in members.items():
        if name in changed:
            waiting[name] = _in_own_words(changed[name], part)
            places[name] = len(part)
            for member in part:
                firsts[id(member.lines[0])] = name
                others.update(id(line) for line in member.lines[1:])
    staying = {id(line) for part in waiting.values() for m in part for line in m.lines}
    used = {
        line.group.upper()
        for line in own.properties
        if id(line) in staying or id(line) not in firsts.keys() | others
    }
    mine = {id(item) for item in own.items}
    result: list[Item] = []
    for item in own.items:
        place = firsts.get(id(item))
        if place is None:
            result += [] if id(item) in others else [item]
            continue
        places[place] -= 1
        part = waiting[place]
        for member in part[:1] if places[place] else part:
            kept = id(member.lines[0]) in mine
            result += member.lines if kept else _renumbered(member, used)
        waiting[place] = part[1:]
    return result


def _in_own_words(members: list[Member], own: list[Member]) -> list[Member]:
    """What says the same as a member of one's own stays as it stands there."""
    left = list(own)
    result: list[Member] = []
    for member in members:
        same = next((m for m in left if m.form == member.form), None)
        if same is not None:
            left.remove(same)
        result.append(same or member)
    return result


def _new_units(own: Component, changed: Changed, *, series: bool) -> list[tuple[str, list[Member]]]:
    there = units(own, series=series)
    return [(name, members) for name, members in changed.items() if name not in there]


def _insert(
    lines: list[Item], name: str, members: list[Member], model: Component, *, series: bool
) -> None:
    order = list(units(model, series=series))
    before = order[: order.index(name)] if name in order else []
    names = [item.name for item in lines]
    at = next(
        (len(names) - names[::-1].index(known) for known in reversed(before) if known in names),
        None,
    )
    if at is None:
        at = next((n for n, i in enumerate(lines) if isinstance(i, Component)), len(lines))
    groups = [item.group.upper() if isinstance(item, ContentLine) else "" for item in lines]
    while at < len(lines) and groups[at] and groups[at] == groups[at - 1]:
        at += 1  # what belongs to the line before stays with it
    used = set(groups)
    lines[at:at] = [line for member in members for line in _renumbered(member, used)]


def _with_children(lines: list[Item], kept: list[Component]) -> list[Item]:
    places = iter(kept)
    result: list[Item] = []
    for item in lines:
        if isinstance(item, Component):
            child = next(places, None)
            if child is not None:
                result.append(child)
        else:
            result.append(item)
    return result


def _renumbered(member: Member, used: set[str]) -> tuple[ContentLine, ...]:
    """The lines under a group name that nothing else in the component has."""
    group = member.group
    if not group:
        return member.lines
    if group not in used:
        used.add(group)
        return member.lines
    number = 1
    while f"ITEM{number}" in used:
        number += 1
    used.add(f"ITEM{number}")
    name = b"item%d." % number
    return tuple(
        ContentLine(_GROUP.sub(lambda found: found[1] + name, line.raw, count=1))
        for line in member.lines
    )
