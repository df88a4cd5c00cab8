"""What holds for any merge, whatever the texts."""

from __future__ import annotations

from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import given

from sync_engine.core.content.components import parse
from sync_engine.core.merge import (
    Merged,
    Side,
    Texts,
    Unmergeable,
    merge,
    patch_local,
    patch_remote,
)
from tests.core.merge.samples import calendar, card, event

VALUES = st.sampled_from(["a", "b", "c"])
SINGLE = st.dictionaries(st.sampled_from(["SUMMARY", "LOCATION", "X-ONE"]), VALUES)
LISTS = st.lists(st.sampled_from(["A", "B", "C", "D"]), unique=True, max_size=4)
NUMBERS = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from(["", "HOME", "WORK", "CELL"])), max_size=4
)
GUESTS = st.dictionaries(
    st.sampled_from(["ann", "bob"]), st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"])
)


@st.composite
def events(draw):
    """A series with an override, alarms, guests and lists."""
    items = ["UID:u", "DTSTART:20260301T100000Z", "RRULE:FREQ=DAILY"]
    items += [f"{name}:{value}" for name, value in draw(SINGLE).items()]
    if categories := draw(LISTS):
        items.append(f"CATEGORIES:{','.join(categories)}")
    items += [f"COMMENT:{value}" for value in draw(LISTS)]
    items += [f"ATTENDEE;PARTSTAT={p}:mailto:{n}@x.org" for n, p in draw(GUESTS).items()]
    parts = ["BEGIN:VEVENT", *items]
    for minutes in draw(st.lists(st.sampled_from([5, 10]), unique=True)):
        parts += ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-PT{minutes}M", "END:VALARM"]
    parts.append("END:VEVENT")
    for day in draw(st.lists(st.sampled_from([2, 3]), unique=True)):
        parts += [
            "BEGIN:VEVENT",
            "UID:u",
            f"RECURRENCE-ID:2026030{day}T100000Z",
            f"DTSTART:2026030{day}T120000Z",
            *(f"{name}:{value}" for name, value in draw(SINGLE).items()),
            "END:VEVENT",
        ]
    return calendar(*parts)


@st.composite
def cards(draw):
    """A card with numbers, some of them in groups."""
    items = ["FN:A"]
    # the same number may stand twice, under other labels or none
    for value, label in draw(NUMBERS):
        items.append(f"TEL{label and ';TYPE='}{label}:{value}")
    items += [f"X-MANY:{value}" for value in draw(st.lists(VALUES, max_size=3))]
    for value in draw(LISTS):
        items += [f"item{value}.URL:{value}", f"item{value}.X-ABLABEL:{draw(VALUES)}"]
    items += [f"{name}:{value}" for name, value in draw(SINGLE).items() if name == "X-ONE"]
    return card(*items)


def values(text: bytes) -> Counter[bytes]:
    """Each line, of a list each value."""
    found: Counter[bytes] = Counter()
    for line in text.splitlines():
        head, _, value = line.partition(b":")
        found.update(head + b":" + part for part in value.split(b","))
    return found


RESOURCES = st.one_of(st.tuples(events(), events(), events()), st.tuples(cards(), cards(), cards()))
PREFER = st.sampled_from(Side)


@given(RESOURCES, PREFER)
def test_a_merge_is_sound_and_may_be_repeated(texts, prefer):
    base, local, remote = texts
    merged = merge(Texts(base, local, base, remote), prefer)
    assert isinstance(merged, Merged)
    assert not parse(merged.local).broken
    assert not parse(merged.remote).broken
    again = merge(Texts(base, merged.local, base, remote), prefer)
    assert isinstance(again, Merged)
    # the order within a set is not kept for sure; where members of a set clashed, what
    # had lost may come back, and never the other way round
    before, after = values(merged.local), values(again.local)
    assert before <= after
    assert merged.conflicts or before == after
    settled = merge(Texts(base, merged.local, base, merged.remote), prefer)
    assert isinstance(settled, Merged)
    assert (settled.local, settled.remote) == (merged.local, merged.remote)


@given(RESOURCES, PREFER)
def test_where_one_side_did_nothing_the_other_has_its_way(texts, prefer):
    base, local, _ = texts
    there = merge(Texts(base, local, base, base), prefer)
    here = merge(Texts(base, base, base, local), prefer)
    assert isinstance(there, Merged)
    assert isinstance(here, Merged)
    assert there.conflicts == here.conflicts == ()
    assert there.local == here.remote == local
    assert sorted(there.remote.splitlines()) == sorted(local.splitlines())
    assert patch_remote(base, local, base) == there.remote
    assert patch_local(base, base, local) == here.local


@given(RESOURCES, PREFER)
def test_what_a_side_added_is_in_the_merge_or_in_a_conflict(texts, prefer):
    base, local, remote = texts
    merged = merge(Texts(base, local, base, remote), prefer)
    assert isinstance(merged, Merged)
    told = b"\n".join(line for c in merged.conflicts for line in (*c.local, *c.remote))
    for text in (local, remote):
        for line in set(text.splitlines()) - set(base.splitlines()):
            value = line.rpartition(b":")[2]
            assert all(part in merged.remote or part in told for part in value.split(b",")), (
                line,
                merged,
            )


@given(st.binary(max_size=200), st.binary(max_size=200), st.binary(max_size=200), PREFER)
def test_anything_is_merged_or_refused(base, local, remote, prefer):
    merged = merge(Texts(base, local, base, remote), prefer)
    assert isinstance(merged, Unmergeable)


@given(events(), st.data())
def test_damaged_texts_are_merged_or_refused(text, data):
    at = data.draw(st.integers(0, len(text)))
    damaged = (
        text[:at] + data.draw(st.binary(max_size=4)) + text[at + data.draw(st.integers(0, 9)) :]
    )
    merged = merge(Texts(text, damaged, text, text))
    assert isinstance(merged, Merged | Unmergeable)
    if isinstance(merged, Merged):
        assert merged.local == damaged


@pytest.mark.parametrize("side", [Side.LOCAL, Side.REMOTE])
@pytest.mark.parametrize("prefer", [Side.LOCAL, Side.REMOTE])
def test_a_pick_goes_before_the_preference_for_its_property_alone(side, prefer):
    base = event("SUMMARY:a", "LOCATION:x", "CATEGORIES:one")
    local = event("SUMMARY:b", "LOCATION:y", "CATEGORIES:two")
    remote = event("SUMMARY:c", "LOCATION:z", "CATEGORIES:three")
    merged = merge(Texts(base, local, base, remote), prefer, {"VEVENT/SUMMARY": side})
    assert isinstance(merged, Merged)
    picked = b"b" if side is Side.LOCAL else b"c"
    assert b"SUMMARY:" + picked in merged.local
    assert b"SUMMARY:" + picked in merged.remote
    preferred = b"y" if prefer is Side.LOCAL else b"z"
    assert b"LOCATION:" + preferred in merged.local
