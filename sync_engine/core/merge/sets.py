"""Sets: members that come, go and change one by one.

A side's edit is a list of (before, after): added is (none, after), removed is (before,
none), changed is both. What was removed and what was added are taken for one change in
order of appearance, unless a key says which belong together (the address of an
ATTENDEE). The edits of one side are applied to the lines of the other.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

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
        # a quoted-printable line cannot be written anew: its folds are ambiguous
        if len(member.lines) > 1 or len(values) == 1 or line.quoted_printable:
            parts.append(member)
            continue
        for value in values:
            own = ContentLine(fold(line.head + b":" + value, line.ending or b"\r\n"))
            parts.append(Member((member.form[0]._replace(value=value),), (own,)))
    return parts


def key_of(member: Member) -> object:
    """What a member is known by when its text changes; ``None``: by nothing."""
    form = member.form[0]
    return form.value.strip().lower() if form.name == "ATTENDEE" else None


def edits(before: list[Member], after: list[Member]) -> list[Edit]:
    """What a side did. A line that stands twice says what it says once."""
    gone, new = _only_in(before, after), _only_in(after, before)
    partners: dict[int, Member] = {}
    waiting = _queues(_mark(m) for m in new)
    for number, member in enumerate(gone):
        queue = waiting.get(_mark(member))
        if queue:
            partners[number] = new[queue.popleft()]
    used = {id(m) for m in partners.values()}
    others = deque(m for m in new if id(m) not in used)
    for number, member in enumerate(gone):
        if others and number not in partners and key_of(member) is None:
            partners[number] = others.popleft()
    used = {id(m) for m in partners.values()}
    changed = [Edit(member, partners.get(number)) for number, member in enumerate(gone)]
    return changed + [Edit(None, member) for member in new if id(member) not in used]


def _only_in(members: list[Member], others: list[Member]) -> list[Member]:
    left_out = set(forms_of(others))
    first = {member.form: member for member in reversed(members) if member.form not in left_out}
    return [member for member in members if first.get(member.form) is member]


def _mark(member: Member) -> object:
    """What a changed member is found again by: its key, or its value.

    The same value under another label or parameter is the same member.
    """
    key = key_of(member)
    return (member.form[0].name, member.form[0].value) if key is None else key


def _queues(marks: Iterable[object]) -> dict[object, deque[int]]:
    """The places of each mark, in order."""
    found: dict[object, deque[int]] = {}
    for place, mark in enumerate(marks):
        found.setdefault(mark, deque()).append(place)
    return found


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
    local, remote = _without_common(local, remote)
    by_form = _queues(_about(edit).form for edit in remote)
    by_key = _queues(key_of(_about(edit)) for edit in remote)
    met: set[int] = set()
    for mine in local:
        about = _about(mine)
        key = key_of(about)
        alike = by_key.get(key, deque()) if key is not None else deque()
        while alike and alike[0] in met:
            alike.popleft()
        for place in chain(by_form.get(about.form, ()), alike):
            # a change meets a change, an addition an addition
            if place not in met and (remote[place].before is None) == (mine.before is None):
                met.add(place)
                _decide(context, mine, remote[place], result)
                break
        else:
            result.local.append(mine)
    result.remote.extend(edit for place, edit in enumerate(remote) if place not in met)
    return result


def _about(edit: Edit) -> Member:
    """The member that an edit begins with, or adds."""
    member = edit.before or edit.after
    assert member is not None
    return member


def _without_common(local: list[Edit], remote: list[Edit]) -> tuple[list[Edit], list[Edit]]:
    """What both sides brought, from wherever, is there; what it replaced is removed."""
    ours, theirs = list(local), list(remote)
    brought = _queues(edit.after.form if edit.after is not None else None for edit in theirs)
    for number, mine in enumerate(ours):
        places = brought.get(mine.after.form) if mine.after is not None else None
        if not places:
            continue
        place = places.popleft()
        if _form(mine.before) != _form(theirs[place].before):
            ours[number] = Edit(mine.before, None)
            theirs[place] = Edit(theirs[place].before, None)
    return (
        [edit for edit in ours if edit.before is not None or edit.after is not None],
        [edit for edit in theirs if edit.before is not None or edit.after is not None],
    )


def _form(member: Member | None) -> Form | None:
    return member.form if member is not None else None


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
    text = line.head.partition(b";")[0] + b"".join(parts) + b":" + line.value
    own = ContentLine(fold(text, line.ending or b"\r\n"))
    return member_of(own), clash


def member_of(line: ContentLine) -> Member:
    """A member of one line."""
    return Member((property_form(line)._replace(group=""),), (line,))


def apply(members: list[Member], changes: list[Edit]) -> list[Member]:
    """The members after another side's changes."""
    shelf = _Shelf(members)
    for change in changes:
        before, after = change.before, change.after
        at = shelf.find(before) if before is not None else None
        if at is None and after is not None:
            at = shelf.find(after)
            found = shelf.members[at] if at is not None else None
            if found is not None and found.form == after.form:
                continue
        if at is None:
            if after is not None:
                shelf.add(after)
        else:
            shelf.put(at, after)
        while before is not None and (again := shelf.same(before)) is not None:
            shelf.put(again, None)
    return [member for member in shelf.members if member is not None]


class _Shelf:
    """Members in order, found by what they say, else by their key."""

    def __init__(self, members: list[Member]) -> None:
        self.members: list[Member | None] = []
        self._by_form: dict[Form, deque[int]] = {}
        self._by_key: dict[object, deque[int]] = {}
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """At the end."""
        self.members.append(None)
        self.put(len(self.members) - 1, member)

    def put(self, at: int, member: Member | None) -> None:
        """In the place of another; ``None`` takes that one away."""
        self.members[at] = member
        if member is not None:
            self._by_form.setdefault(member.form, deque()).append(at)
            self._by_key.setdefault(key_of(member), deque()).append(at)

    def find(self, wanted: Member) -> int | None:
        """The place of one that says the same, else of the first of that key."""
        at, key = self.same(wanted), key_of(wanted)
        if at is not None or key is None:
            return at
        return self._first(self._by_key.get(key), lambda member: key_of(member) == key)

    def same(self, wanted: Member) -> int | None:
        """The place of the first that says the same."""
        return self._first(self._by_form.get(wanted.form), lambda m: m.form == wanted.form)

    def _first(self, places: deque[int] | None, is_so: Callable[[Member], bool]) -> int | None:
        # what has gone from its place since is forgotten when it is met
        while places:
            member = self.members[places[0]]
            if member is not None and is_so(member):
                return places[0]
            places.popleft()
        return None
