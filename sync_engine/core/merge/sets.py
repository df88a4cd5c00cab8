"""Sets: members that come, go and change one by one.

A side's edit is a list of (before, after): added is (none, after), removed is (before,
none), changed is both. What was removed and what was added are taken for one change in
order of appearance, unless a key says which belong together (the address of an
ATTENDEE). The edits of one side are applied to the lines of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sync_engine.core.content.forms import property_form
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.merge.model import Context
from sync_engine.core.merge.units import LISTS, Form, Member, forms_of

_COMMA = re.compile(rb"(?<!\\),")


@dataclass(slots=True)
class Edit:
    """What a side did to one member; ``None``: it was not there, or is not."""

    before: Member | None
    after: Member | None


def split(name: str, members: list[Member]) -> list[Member]:
    """Of lines that hold several values, a member for each value."""
    if name not in LISTS or not any(b"," in m.lines[0].value for m in members):
        return members
    parts: list[Member] = []
    for member in members:
        line = member.lines[0]
        values = _COMMA.split(line.value)
        if len(member.lines) > 1 or len(values) == 1:
            parts.append(member)
            continue
        for value in values:
            own = ContentLine(fold(line.head + b":" + value, line.ending or b"\r\n"))
            parts.append(Member((member.form[0]._replace(value=value),), (own,)))
    return parts


def key_of(member: Member) -> object:
    """What a member is known by when its text changes; ``None``: by nothing."""
    form = member.form[0]
    if form.name == "ATTENDEE":
        return form.value.strip().lower()
    if form.name.startswith("X-") and not member.group:
        return form.name
    return None


def edits(before: list[Member], after: list[Member]) -> list[Edit]:
    """What a side did."""
    kept = _counted(forms_of(after))
    gone = [m for m in before if not _take(kept, m.form)]
    there = _counted(forms_of(before))
    new = [m for m in after if not _take(there, m.form)]
    found: list[Edit] = []
    keys = {key: m for m in new if (key := key_of(m)) is not None}
    rest: list[Member] = []
    used: set[int] = set()
    for member in gone:
        match = keys.pop(key_of(member), None)
        if match is not None:
            used.add(id(match))
            found.append(Edit(member, match))
        else:
            rest.append(member)
    fresh = [m for m in new if id(m) not in used]
    unkeyed = [m for m in fresh if key_of(m) is None]
    # the same value under another label or parameter is the same member
    matches = {id(m): _same_value(m, unkeyed) for m in rest if key_of(m) is None}
    unkeyed = [m for m in unkeyed if all(m is not match for match in matches.values())]
    for member in rest:
        partner = matches.get(id(member))
        if partner is None and unkeyed and key_of(member) is None:
            partner = unkeyed.pop(0)
        if partner is not None:
            fresh.remove(partner)
        found.append(Edit(member, partner))
    return found + [Edit(None, member) for member in fresh]


def _same_value(member: Member, others: list[Member]) -> Member | None:
    wanted = (member.form[0].name, member.form[0].value)
    for other in others:
        if (other.form[0].name, other.form[0].value) == wanted:
            return other
    return None


@dataclass(slots=True)
class Both:
    """The edits of both sides, after conflicts were decided.

    :param local: what the local side did and the remote text has to take.
    :param remote: the other way round.
    :param clashes: members that both sides changed differently: base, local, remote.
    """

    local: list[Edit]
    remote: list[Edit]
    clashes: list[tuple[Member | None, Member | None, Member | None]]


def reconcile(context: Context, local: list[Edit], remote: list[Edit]) -> Both:
    """Match the edits of one member, or additions under one key; ``prefer`` decides."""
    result = Both([], [], [])
    local, waiting = _without_common(local, remote)
    for mine in local:
        theirs = _partner(mine, waiting)
        if theirs is None:
            result.local.append(mine)
            continue
        waiting.remove(theirs)
        _decide(context, mine, theirs, result)
    result.remote.extend(waiting)
    return result


def _without_common(local: list[Edit], remote: list[Edit]) -> tuple[list[Edit], list[Edit]]:
    """What both sides brought, from wherever, is there; what it replaced is removed."""
    ours, theirs = list(local), list(remote)
    for number, mine in enumerate(ours):
        if mine.after is None:
            continue
        for other, edit in enumerate(theirs):
            if edit.after is None or edit.after.form != mine.after.form:
                continue
            if _form(mine.before) != _form(edit.before):
                ours[number], theirs[other] = Edit(mine.before, None), Edit(edit.before, None)
            break
    return (
        [edit for edit in ours if edit.before is not None or edit.after is not None],
        [edit for edit in theirs if edit.before is not None or edit.after is not None],
    )


def _form(member: Member | None) -> Form | None:
    return member.form if member is not None else None


def _partner(mine: Edit, others: list[Edit]) -> Edit | None:
    for other in others:
        if mine.before is not None and other.before is not None:
            key = key_of(mine.before)
            same_key = key is not None and key == key_of(other.before)
            if mine.before.form == other.before.form or same_key:
                return other
        elif mine.before is None and other.before is None:
            assert mine.after is not None and other.after is not None
            key = key_of(mine.after)
            same_key = key is not None and key == key_of(other.after)
            if mine.after.form == other.after.form or same_key:
                return other
    return None


def _decide(context: Context, mine: Edit, theirs: Edit, result: Both) -> None:
    if mine.after is None and theirs.after is None:
        return
    if mine.after is not None and theirs.after is not None:
        if mine.after.form == theirs.after.form:
            return
        merged, clash = _parameters(context, mine, theirs)
        if clash:
            result.clashes.append((mine.before, mine.after, theirs.after))
        if merged is not None:
            # each side goes from what it has to the merged line
            result.local.append(Edit(theirs.after, merged))
            result.remote.append(Edit(mine.after, merged))
        elif context.prefers_local:
            result.local.append(Edit(theirs.after, mine.after))
        else:
            result.remote.append(Edit(mine.after, theirs.after))
        return
    # one removed what the other changed: the edit wins
    result.clashes.append((mine.before, mine.after, theirs.after))
    if mine.after is not None:
        result.local.append(Edit(None, mine.after))
    else:
        result.remote.append(Edit(None, theirs.after))


def _parameters(context: Context, mine: Edit, theirs: Edit) -> tuple[Member | None, bool]:
    """An ATTENDEE that both changed, merged parameter by parameter.

    :returns: the merged member (``None``: the line is decided as a whole), and whether
        something of it had to be decided.
    """
    assert mine.after is not None and theirs.after is not None
    a, b = mine.after.form[0], theirs.after.form[0]
    if a.name != "ATTENDEE" or len(mine.after.lines) > 1 or len(theirs.after.lines) > 1:
        return None, True
    before = dict(mine.before.form[0].params) if mine.before is not None else {}
    ours, others = dict(a.params), dict(b.params)
    chosen, clash = (mine.after, False) if context.prefers_local else (theirs.after, False)
    raws = {id(m): {p.name: p.raw for p in m.lines[0].params} for m in (mine.after, theirs.after)}
    parts: list[bytes] = []
    for name in dict.fromkeys([*ours, *others]):
        was, here, there = before.get(name), ours.get(name), others.get(name)
        if there in (here, was):
            take = mine.after
        elif here == was:
            take = theirs.after
        else:
            clash, take = True, chosen
        parts.append(raws[id(take)].get(name, b""))
    line = chosen.lines[0]
    text = line.head.split(b";", 1)[0] + b"".join(parts) + b":" + line.value
    own = ContentLine(fold(text, line.ending or b"\r\n"))
    return member_of(own), clash


def member_of(line: ContentLine) -> Member:
    """A member of one line."""
    return Member((property_form(line)._replace(group=""),), (line,))


def apply(members: list[Member], changes: list[Edit]) -> list[Member]:
    """The members after another side's changes."""
    result = list(members)
    for change in changes:
        at = _find(result, change.before) if change.before is not None else None
        if at is None and change.after is not None:
            key = key_of(change.after)
            if any(m.form == change.after.form for m in result):
                continue
            at = next((n for n, m in enumerate(result) if key and key_of(m) == key), None)
        if at is None:
            result.extend([change.after] if change.after is not None else [])
        elif change.after is None:
            del result[at]
        else:
            result[at] = change.after
    return result


def _find(members: list[Member], wanted: Member) -> int | None:
    for number, member in enumerate(members):
        if member.form == wanted.form:
            return number
    key = key_of(wanted)
    if key is None:
        return None
    return next((n for n, m in enumerate(members) if key_of(m) == key), None)


def _counted(forms: list[Form]) -> dict[Form, int]:
    counts: dict[Form, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    return counts


def _take(counts: dict[Form, int], form: Form) -> bool:
    left = counts.get(form, 0)
    if left:
        counts[form] = left - 1
    return bool(left)
