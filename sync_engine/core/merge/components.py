"""The tree: components paired by what they are, each merged or taken whole.

A component that one side deleted goes, if the other side left it as it was. If the
other side changed it, the edit wins, and the choice is listed as a conflict.

A series is more than its properties: where a side changed what its instances are
counted from (DTSTART, RRULE), every RECURRENCE-ID of the other side's edits may point
to nothing (RFC 5545 §3.8.4.4). So the times of the master and all its overrides are
then one unit: if the other side touched any of it, one side's is taken whole; but
where both sides' masters now say the same of when, there is nothing to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from sync_engine.core.content.components import Component
from sync_engine.core.content.forms import ComponentForm, component_form
from sync_engine.core.content.revision import sequence_number
from sync_engine.core.merge.assembly import assemble
from sync_engine.core.merge.model import Context, PropertyConflict, Side
from sync_engine.core.merge.properties import Four, Properties, counted_up, merge_properties
from sync_engine.core.merge.units import TIME, forms_of, texts_of, units

Pair = tuple[Component | None, Component | None]
"""What the local and the remote side have after the merge."""

Inner = tuple[tuple[Component, ...], tuple[Component, ...]]
"""What a side's own children are now, and those that are new to it."""

Children = tuple[Inner, Inner]
"""For the local and the remote side."""


class Key(NamedTuple):
    """What pairs the children of one component in the four texts.

    :param name: UID, of an alarm also X-WR-ALARMUID, of a time zone TZID; ``b""``: it
        has none, and goes by its form and place among those that are alike, or by its
        place alone where all texts have as many without a name.
    :param place: among those of which all the rest is the same.
    """

    component: str
    name: bytes
    recurrence_id: bytes
    form: ComponentForm | None = None
    place: int = 0


_NO_REFUSALS: frozenset[bytes] = frozenset()


class Duplicates(Exception):
    """Two components of one identity: nobody can say which is which."""


def merge_component(
    context: Context,
    four: Four,
    *,
    series: bool = False,
    forced: Side | None = None,
    refused: frozenset[bytes] = _NO_REFUSALS,
) -> Pair:
    """Merge one component, with all that is in it.

    :raises Duplicates: an identity is there twice.
    """
    local, remote = four.local, four.remote
    if local is None or remote is None:
        return _one_sided(context, four)
    if four.base_local == local and four.base_remote == remote:
        return local, remote
    properties = merge_properties(context, four, series=series, forced=forced, refused=refused)
    if four.some.name == "VCALENDAR":
        children = _calendar(context, four)
    else:
        children = _children(context, four)
    if local.first("ORGANIZER") and properties.local and properties.remote:
        _count_up(four, properties)
    return (
        assemble(local, properties.local, children[0], remote, series=series),
        assemble(remote, properties.remote, children[1], local, series=series),
    )


def _count_up(four: Four, properties: Properties) -> None:
    """Both sides revised a meeting as its organizer, under one SEQUENCE (RFC 5546 §2.1.4)."""
    found = [units(component).get("SEQUENCE", []) for component in four]
    numbers = [sequence_number(m[0].lines[0] if m else None) for m in found]
    if numbers[1] is None or numbers[1] != numbers[3]:
        return
    if numbers[1] not in (numbers[0], numbers[2]):
        properties.local["SEQUENCE"] = properties.remote["SEQUENCE"] = counted_up(found[1])


def _one_sided(context: Context, four: Four) -> Pair:
    """A component that one side has: added, deleted by the other, or never kept by it."""
    mine = four.local is not None
    there = four.local if mine else four.remote
    base, elsewhere = four.base_local, four.base_remote
    if not mine:
        base, elsewhere = elsewhere, base
    if there is None:
        return None, None
    changed = base is None or component_form(base) != component_form(there)
    if elsewhere is None:
        # the other side was never seen with it: a server that does not keep it (alarms,
        # time zones) has deleted nothing
        return (there, there) if changed else (four.local, four.remote)
    if not changed:
        return None, None
    context.conflicts.append(
        PropertyConflict(there.identity, "", _text(base), _text(four.local), _text(four.remote))
    )
    return there, there


def _text(component: Component | None) -> tuple[bytes, ...]:
    return tuple(line.unfolded for line in component.lines()) if component is not None else ()


def _children(context: Context, four: Four) -> Children:
    pairs = _paired(four)
    return _results(
        four, pairs, {key: merge_component(context, part) for key, part in pairs.items()}
    )


def _calendar(context: Context, four: Four) -> Children:
    pairs = _paired(four)
    masters = {key: part for key, part in pairs.items() if not key.recurrence_id}
    of_series: dict[tuple[str, bytes], dict[Key, Four]] = {}
    for key, part in pairs.items():
        if key.recurrence_id:
            of_series.setdefault((key.component, key.name), {})[key] = part
    result: dict[Key, Pair] = {}
    for master, whole in masters.items():
        overrides = of_series.pop((master.component, master.name), {})
        series, forced = _judge_series(context, whole, overrides)
        # where the series is taken whole, its days are, too
        refused = frozenset(_kept(context, whole, overrides.values() if forced is None else ()))
        result[master] = merge_component(
            context, whole, series=series, forced=forced, refused=refused
        )
        if forced is not None:
            for key, part in overrides.items():
                result[key] = _forced(context, part, forced)
    for key, part in pairs.items():
        if key not in result:
            result[key] = merge_component(context, part)
    return _results(four, pairs, result)


def _forced(context: Context, part: Four, side: Side) -> Pair:
    """An override goes with its series; what the other side did to it is told."""
    taken, lost, was = part.remote, part.local, part.base_local
    if side is Side.LOCAL:
        taken, lost, was = part.local, part.remote, part.base_remote
    if lost is not None and _form(lost) not in (_form(taken), _form(was)):
        base = _text(part.base_local or part.base_remote)
        told = PropertyConflict(lost.identity, "", base, _text(part.local), _text(part.remote))
        context.conflicts.append(told)
    return taken, taken


def _judge_series(
    context: Context, master: Four, overrides: dict[Key, Four]
) -> tuple[bool, Side | None]:
    """Whether the series is one unit, and whose it is if both sides touched it."""
    found = [component for component in master if component is not None]
    if len(found) < len(master) or not any(c.first("RRULE") or c.first("RDATE") for c in found):
        return False, None
    origins = [_origin(component) for component in found]
    ours, theirs = origins[0] != origins[1], origins[2] != origins[3]
    if not (ours or theirs):
        return False, None
    parts = [units(component, series=True).get(TIME, []) for component in found]
    forms = [forms_of(members) for members in parts]
    here, there = _ids(overrides, 1), _ids(overrides, 3)
    apart = here != there
    moved = [
        forms[0] != forms[1]
        or (apart and (_ids(overrides, 0) != here or _strays(overrides, 0, 1, there))),
        forms[2] != forms[3]
        or (apart and (_ids(overrides, 2) != there or _strays(overrides, 2, 3, here))),
    ]
    if forms[1] == forms[3] or not ((ours and moved[1]) or (theirs and moved[0])):
        return True, None
    identity = master.some.identity
    context.conflicts.append(
        PropertyConflict(identity, TIME, texts_of(parts[0]), texts_of(parts[1]), texts_of(parts[3]))
    )
    return True, context.of(identity, TIME).prefer


def _origin(component: Component) -> list[object]:
    """What its instances are counted from."""
    return [
        (line.param("TZID"), line.value)
        for name in ("DTSTART", "RRULE")
        for line in component.all(name)
    ]


def _ids(overrides: dict[Key, Four], which: int) -> frozenset[bytes]:
    return frozenset(
        component.identity.recurrence_id
        for part in overrides.values()
        if (component := part[which]) is not None
    )


def _strays(overrides: dict[Key, Four], base: int, now: int, others: frozenset[bytes]) -> bool:
    """Whether a side edited an override that the other side has no more."""
    return any(
        (after := part[now]) is not None
        and after.identity.recurrence_id not in others
        and _form(part[base]) != _form(after)
        for part in overrides.values()
    )


def _form(component: Component | None) -> ComponentForm | None:
    return component_form(component) if component is not None else None


def _kept(context: Context, master: Four, overrides: Iterable[Four]) -> Iterable[bytes]:
    """Days that a side took out (EXDATE) while the other edited or made their overrides.

    What the other side had an override of, is told with its deletion; else it is told here.
    """
    out = [_days_out(component) for component in master]
    for part in overrides:
        mine, other = (1, 3) if part.local is not None else (3, 1)
        base, there = part[mine - 1], part[mine]
        if there is None or part[other] is not None or _form(base) == _form(there):
            continue
        day = there.identity.recurrence_id.rpartition(b":")[2]
        if day not in out[other] - out[other - 1] - out[mine]:
            continue
        yield day
        if part[other - 1] is None:
            texts = (_text(base), _text(part.local), _text(part.remote))
            context.conflicts.append(PropertyConflict(there.identity, "", *texts))


def _days_out(master: Component | None) -> set[bytes]:
    lines = master.all("EXDATE") if master is not None else []
    return {day for line in lines for day in line.value.split(b",")}


def _paired(four: Four) -> dict[Key, Four]:
    """The children in the four texts, by what they are."""
    nameless = {
        sum(not _named(child) for child in component.children)
        for component in four
        if component is not None
    }
    found: list[dict[Key, Component]] = []
    for component in four:
        keyed: dict[Key, Component] = {}
        places: defaultdict[Key, count[int]] = defaultdict(count)
        for child in component.children if component is not None else ():
            key = Key(child.name, _named(child), child.identity.recurrence_id)
            if not key.name:
                key = key._replace(form=component_form(child) if len(nameless) > 1 else None)
                key = key._replace(place=next(places[key]))
            if key in keyed:
                raise Duplicates(repr(key))
            keyed[key] = child
        found.append(keyed)
    keys = dict.fromkeys(key for keyed in found for key in keyed)
    return {key: Four(*(keyed.get(key) for keyed in found)) for key in keys}


def _named(child: Component) -> bytes:
    name = child.identity.uid
    if not name and child.name == "VALARM":
        # RFC 9074 §4 came late: what was there before it
        line = child.first("X-WR-ALARMUID")
        name = line.value.strip() if line is not None else b""
    return name


def _results(four: Four, pairs: dict[Key, Four], merged: dict[Key, Pair]) -> Children:
    """For each side: what its own children are now, and what is new to it."""
    sides: list[Inner] = []
    for which, out in ((1, 0), (3, 1)):
        own = four[which]
        places = {id(child): n for n, child in enumerate(own.children)} if own else {}
        kept: list[tuple[int, Component]] = []
        added: list[Component] = []
        for key, pair in merged.items():
            now, before = pair[out], pairs[key][which]
            if now is None:
                continue
            if before is None:
                added.append(now)
            else:
                kept.append((places[id(before)], now))
        sides.append((tuple(c for _, c in sorted(kept, key=lambda k: k[0])), tuple(added)))
    return sides[0], sides[1]
