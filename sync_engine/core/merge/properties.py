"""One component's own properties: unit by unit, for both sides at once."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from sync_engine.core.content.components import Component, Identity
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.content.revision import sequence_number
from sync_engine.core.merge.model import Context, PropertyConflict, Side
from sync_engine.core.merge.sets import Edit, apply, edits, member_of, reconcile, split
from sync_engine.core.merge.units import (
    LISTS,
    STAMPS,
    TIME,
    Form,
    Member,
    Versions,
    forms_of,
    is_set,
    texts_of,
    units,
)


class Four(NamedTuple):
    """A component in the four texts, where it is there."""

    base_local: Component | None
    local: Component | None
    base_remote: Component | None
    remote: Component | None

    @property
    def some(self) -> Component:
        """One of them."""
        found = self.local or self.remote or self.base_local or self.base_remote
        assert found is not None
        return found


Changed = dict[str, list[Member]]
"""Unit name -> its members after the merge, for the units that change on a side."""


class Properties(NamedTuple):
    """What changes on each side."""

    local: Changed
    remote: Changed


def merge_properties(
    context: Context,
    four: Four,
    *,
    series: bool,
    forced: Side | None,
    refused: Container[bytes],
) -> Properties:
    """Merge the properties of a component that both sides have.

    :param series: see ``units``.
    :param forced: whose series is taken whole.
    :param refused: values of EXDATE that are not to be added.
    """
    found = [units(component, series=series) for component in four]
    names = dict.fromkeys(name for part in found for name in part)
    result = Properties({}, {})
    identity = four.some.identity
    for name in names:
        versions = Versions(*(part.get(name, []) for part in found))
        local, remote = _unit(context, identity, name, versions, forced, refused)
        if local is not versions.local:
            result.local[name] = local
        if remote is not versions.remote:
            result.remote[name] = remote
    return result


def _unit(
    context: Context,
    identity: Identity,
    name: str,
    v: Versions,
    forced: Side | None,
    refused: Container[bytes],
) -> tuple[list[Member], list[Member]]:
    if forced is not None and name == TIME:
        return (v.local, v.local) if forced is Side.LOCAL else (v.remote, v.remote)
    here, there = forms_of(v.local), forms_of(v.remote)
    touched_here = here != forms_of(v.base_local)
    touched_there = there != forms_of(v.base_remote)
    if here == there or not (touched_here or touched_there):
        return v.local, v.remote
    if is_set(identity.name, name, v):
        alike = forms_of(v.base_local) == forms_of(v.base_remote)
        if alike and not touched_there:
            if not refused:
                return v.local, v.local
        elif alike and not touched_here and not refused:
            return v.remote, v.remote
        return _set(context, identity, name, v, refused)
    if not touched_there:
        return v.local, v.local
    if not touched_here:
        return v.remote, v.remote
    special = _computed(name, v)
    if special is not None:
        return special, special
    if name != "PRODID":
        context.conflicts.append(_conflict(identity, name, v.base_local, v.local, v.remote))
    chosen = v.local if context.of(identity, name).prefers_local else v.remote
    return chosen, chosen


def _computed(name: str, v: Versions) -> list[Member] | None:
    """What is neither side's to decide: stamps and SEQUENCE."""
    if not v.local or not v.remote:
        return None
    ours, theirs = v.local[0].lines[0], v.remote[0].lines[0]
    if name in STAMPS:
        return v.local if ours.value.strip() >= theirs.value.strip() else v.remote
    if name == "SEQUENCE":
        here, there = sequence_number(ours), sequence_number(theirs)
        if here is not None and there is not None:
            return v.local if here >= there else v.remote
    return None


def counted_up(members: list[Member]) -> list[Member]:
    """SEQUENCE plus one: two revisions by the organizer became a third."""
    line = members[0].lines[0]
    value = str(int(line.value) + 1).encode()
    return [member_of(ContentLine(fold(line.head + b":" + value, line.ending)))]


def _set(
    context: Context,
    identity: Identity,
    name: str,
    v: Versions,
    refused: Container[bytes],
) -> tuple[list[Member], list[Member]]:
    local, remote = split(name, v.local), split(name, v.remote)
    here = edits(split(name, v.base_local), local)
    there = edits(split(name, v.base_remote), remote)
    dropped: set[Form] = set()
    if name == "EXDATE":
        here, there = _without(here, refused, dropped), _without(there, refused, dropped)
    both = reconcile(context.of(identity, name), here, there)
    for before, ours, theirs in both.clashes:
        lists = [[m] if m is not None else [] for m in (before, ours, theirs)]
        context.conflicts.append(_conflict(identity, name, *lists))
    new_local, new_remote = apply(local, both.remote), apply(remote, both.local)
    new_local = [m for m in new_local if m.form not in dropped]
    new_remote = [m for m in new_remote if m.form not in dropped]
    if forms_of(v.base_local) == forms_of(v.base_remote):
        # the sides rest in the same words, and shall do so after the merge
        one = v.remote if new_remote == remote else _regrouped(name, v.remote, new_remote)
        return one, one
    return (
        v.local if new_local == local else _regrouped(name, v.local, new_local),
        v.remote if new_remote == remote else _regrouped(name, v.remote, new_remote),
    )


def _without(changes: list[Edit], refused: Container[bytes], dropped: set[Form]) -> list[Edit]:
    """The changes but for refused values that they bring; these go to ``dropped``."""
    kept: list[Edit] = []
    for change in changes:
        after = change.after
        if after is None or after.form[0].value not in refused:
            kept.append(change)
            continue
        dropped.add(after.form)
        if change.before is not None:
            # what it takes the place of was taken out nonetheless
            kept.append(Edit(change.before, None))
    return kept


def _regrouped(name: str, original: list[Member], members: list[Member]) -> list[Member]:
    """Lines of several values stay lines of several values."""
    if name not in LISTS:
        return members
    left = list(members)
    result: list[Member] = []
    for member in original:
        parts = split(name, [member])
        kept = [part for part in parts if part in left]
        for part in kept:
            left.remove(part)
        if len(kept) == len(parts):
            result.append(member)
        elif kept:
            line = member.lines[0]
            text = line.head + b":" + b",".join(part.lines[0].value for part in kept)
            result.append(member_of(ContentLine(fold(text, line.ending))))
    return result + left


def _conflict(
    identity: Identity, name: str, base: list[Member], local: list[Member], remote: list[Member]
) -> PropertyConflict:
    return PropertyConflict(identity, name, texts_of(base), texts_of(local), texts_of(remote))
