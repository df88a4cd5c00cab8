"""What changes as one, and what changes line by line: the tables of names, and groups.

The names stand here a second time, drawn by hand from the RFCs: a slip in a table of the
merge is not to be found by a test that reads the same table.
"""

from __future__ import annotations

import pytest

from sync_engine.core.content.components import Component, parse
from sync_engine.core.merge import Merged, Side, Texts, merge
from sync_engine.core.merge.properties import counted_up
from sync_engine.core.merge.units import TIME, Versions, forms_of, is_set, texts_of, units
from tests.core.merge.samples import card, event, lines
from tests.core.merge.test_merge import START, names, three


def component(name: str, *items: str) -> Component:
    return parse(lines(f"BEGIN:{name}", *items, f"END:{name}")).components[0]


def versions(*texts: list[str], name: str = "VEVENT") -> Versions:
    """The first unit of components with these lines."""
    found = [next(iter(units(component(name, *items)).values()), []) for items in texts]
    return Versions(*found)


IN_ANY = [
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
    "IMPP",
    "LANG",
    "KEY",
    "RELATED",
    "MEMBER",
    "NICKNAME",
    "SOUND",
    "LABEL",
    "FBURL",
    "CALURI",
    "CALADRURI",
    "XML",
    "SOCIALPROFILE",
    "HOBBY",
    "INTEREST",
    "EXPERTISE",
]
IN_CARDS = ["URL", "ORG", "TITLE", "ROLE", "TZ", "GEO", "PHOTO", "LOGO"]


def test_what_may_stand_several_times_is_a_set_though_it_stands_once():
    for name in IN_ANY + IN_CARDS:
        one = versions([], [f"{name}:1"], [], [f"{name}:2"])
        assert is_set("VCARD", name, one), name
        assert is_set("VEVENT", name, one) is (name in IN_ANY), name
    for name in ("SUMMARY", "LOCATION", "DTSTART", "N", "BDAY", "UID", "X-A"):
        assert not is_set("VEVENT", name, versions([], [f"{name}:1"], [], [f"{name}:2"])), name
        assert not is_set("VCARD", name, versions([], [f"{name}:1"], [], [f"{name}:2"])), name


@pytest.mark.parametrize("place", range(4))
def test_what_stands_twice_in_one_text_is_a_set(place):
    texts = [["SUMMARY:a"]] * 4
    assert not is_set("VEVENT", "SUMMARY", versions(*texts))
    texts = [["SUMMARY:a", "SUMMARY:b"] if n == place else ["SUMMARY:a"] for n in range(4)]
    assert is_set("VEVENT", "SUMMARY", versions(*texts))


def test_an_unknown_property_is_a_set_where_either_side_had_it():
    for texts in ([["X-A:1"], [], [], []], [[], [], ["X-A:1"], []]):
        assert is_set("VEVENT", "X-A", versions(*texts))
        assert not is_set("VEVENT", "Y-A", versions(*[[t.replace("X", "Y") for t in text]
                                                     for text in texts]))  # fmt: skip
    assert not is_set("VEVENT", "X-A", versions([], ["X-A:1"], [], ["X-A:1"]))


@pytest.mark.parametrize(
    ("name", "unit", "parts"),
    [
        ("VEVENT", TIME, ["DTSTART", "DTEND", "DURATION"]),
        ("VTODO", TIME, ["DTSTART", "DUE", "DURATION"]),
        ("VTODO", "STATUS", ["STATUS", "COMPLETED", "PERCENT-COMPLETE"]),
        ("VALARM", "TRIGGER", ["TRIGGER", "DURATION", "REPEAT"]),
        ("VCARD", "N", ["N", "FN"]),
    ],
)
def test_what_goes_together_is_one_unit_and_never_a_set(name, unit, parts):
    own = component(name, *(f"{part}:1" for part in parts), "X-OTHER:1")
    found = units(own)
    assert list(found) == [unit, "X-OTHER"]
    assert [m.lines[0].name for m in found[unit]] == parts
    assert is_set(name, unit, Versions(*[found[unit]] * 4)) is False
    # in another component each stands alone
    assert list(units(component("VFOO", *(f"{part}:1" for part in parts)))) == parts


SERIES = ["DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE"]


@pytest.mark.parametrize("name", ["VEVENT", "VTODO", "VJOURNAL"])
def test_in_a_series_all_that_says_when_is_one_unit(name):
    own = component(name, *(f"{part}:1" for part in SERIES), "SUMMARY:a", "CATEGORIES:a")
    found = units(own, series=True)
    assert list(found) == [TIME, "SUMMARY", "CATEGORIES"]
    assert [m.lines[0].name for m in found[TIME]] == SERIES
    assert "RRULE" in units(own)
    assert units(own) == units(own, series=False)


def test_of_no_component_there_are_no_units():
    assert units(None) == units(None, series=True) == {}


# groups


def test_a_group_is_one_member_under_the_property_that_it_is_about():
    own = component(
        "VCARD",
        "item1.X-ABLABEL:home",
        "TEL:0",
        "ITEM1.TEL:1",
        "item2.TEL:2",
        "item1.X-OTHER:x",
        "item3.X-ABDATE:3",
        "item3.X-ABLABEL:day",
    )
    found = units(own)
    assert list(found) == ["TEL", "X-ABDATE"]
    assert texts_of(found["TEL"]) == (
        b"item1.X-ABLABEL:home",
        b"ITEM1.TEL:1",
        b"item1.X-OTHER:x",
        b"TEL:0",
        b"item2.TEL:2",
    )
    assert [m.group for m in found["TEL"]] == ["ITEM1", "", "ITEM2"]
    # the name of the group counts for nothing, each of its lines does
    other = units(component("VCARD", "b.X-ABDATE:3", "b.X-ABLABEL:day"))
    assert forms_of(other["X-ABDATE"]) == forms_of(found["X-ABDATE"])
    other = units(component("VCARD", "b.X-ABDATE:3", "b.X-ABLABEL:night"))
    assert forms_of(other["X-ABDATE"]) != forms_of(found["X-ABDATE"])


def test_lines_without_a_group_are_members_each():
    found = units(component("VCARD", "TEL:1", "TEL:2", "X-A:1", "X-A:2"))
    assert [len(m.lines) for members in found.values() for m in members] == [1, 1, 1, 1]


# lists: lines of several values


@pytest.mark.parametrize("name", ["EXDATE", "RDATE", "CATEGORIES", "RESOURCES", "NICKNAME"])
def test_the_values_of_a_list_come_and_go_one_by_one(name):
    def text(*items: str) -> bytes:
        return card(*items) if name == "NICKNAME" else event(*items)

    merged = three(text(f"{name}:1,2"), text(f"{name}:1,2,3"), text(f"{name}:2"))
    assert merged.conflicts == ()
    # one line stays one line, and a new value gets one of its own
    assert merged.local == merged.remote == text(f"{name}:2", f"{name}:3")


@pytest.mark.parametrize("name", ["COMMENT", "ATTACH", "CONTACT"])
def test_a_comma_in_another_property_separates_nothing(name):
    base, local = event(f"{name}:1,2"), event(f"{name}:1,2,3")
    merged = three(base, local, event(f"{name}:1,2", f"{name}:4"))
    assert merged.conflicts == ()
    assert merged.local == event(f"{name}:1,2,3", f"{name}:4")
    merged = three(base, local, event(f"{name}:2"))
    assert names(merged) == [name]


def test_a_line_of_several_values_keeps_its_head_and_its_line_end():
    base = event("CATEGORIES;LANGUAGE=de:a,b,c")
    merged = three(base, event("CATEGORIES;LANGUAGE=de:a,b,c", "COMMENT:x"), event(
        "CATEGORIES;LANGUAGE=de:a,c"))  # fmt: skip
    assert merged.local == event("CATEGORIES;LANGUAGE=de:a,c", "COMMENT:x")
    # each side in its own words: those that stay of a line stay on it, in their order
    texts = Texts(
        event("CATEGORIES;X-B=1:a,b,c"),
        event("CATEGORIES;X-B=1:a,b,c"),
        event("CATEGORIES:a", "CATEGORIES:b", "CATEGORIES:c"),
        event("CATEGORIES:a", "CATEGORIES:c", "CATEGORIES:d"),
    )
    merged = merge(texts)
    assert isinstance(merged, Merged)
    assert merged.remote == texts.remote
    bare = b"\n".join(event("CATEGORIES:a,b,c").split(b"\r\n"))
    less = b"\n".join(event("CATEGORIES:a,b,c", "COMMENT:x").split(b"\r\n"))
    gone = b"\n".join(event("CATEGORIES:c,a").split(b"\r\n"))
    merged = merge(Texts(bare, less, bare, gone))
    assert isinstance(merged, Merged)
    assert b"\r" not in merged.local + merged.remote
    assert b"CATEGORIES:a,c\n" in merged.local or b"CATEGORIES:c,a\n" in merged.local


# stamps and SEQUENCE


@pytest.mark.parametrize("prefer", Side)
@pytest.mark.parametrize("name", ["DTSTAMP", "LAST-MODIFIED", "REV"])
def test_the_later_stamp_is_taken_whoever_decides(name, prefer):
    def text(stamp: str) -> bytes:
        return card("FN:a", f"{name}:{stamp}")

    for here, there in (("3", "2"), ("2", "3"), (" 3", "2"), ("2", " 3")):
        later = max(here, there, key=str.strip)
        merged = merge(Texts(text("1"), text(here), text("1"), text(there)), prefer)
        assert isinstance(merged, Merged)
        assert merged.conflicts == ()
        assert merged.local == merged.remote == text(later)
    # CREATED is content
    merged = merge(Texts(*(card("FN:a", f"CREATED:{n}") for n in "1213")), prefer)
    assert isinstance(merged, Merged)
    assert names(merged) == ["CREATED"]


@pytest.mark.parametrize("prefer", Side)
@pytest.mark.parametrize(
    ("here", "there", "taken"), [("2", " 2 ", "2"), (" 2 ", "2", " 2 "), ("02", "2", "02")]
)
def test_of_equal_sequences_the_local_one_is_taken(prefer, here, there, taken):
    texts = Texts(*(event(f"SEQUENCE:{n}") for n in ("1", here, "1", there)))
    merged = merge(texts, prefer)
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert merged.local == merged.remote == event(f"SEQUENCE:{taken}")


@pytest.mark.parametrize("prefer", Side)
def test_of_equal_stamps_the_local_one_is_taken(prefer):
    texts = Texts(*(event(f"LAST-MODIFIED:{n}") for n in ("1", "2", "1", " 2")))
    merged = merge(texts, prefer)
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert merged.local == merged.remote == event("LAST-MODIFIED:2")


@pytest.mark.parametrize("prefer", Side)
@pytest.mark.parametrize(("here", "there"), [("x", "2"), ("2", "x"), ("x", "y")])
def test_a_sequence_that_is_no_number_on_one_side_is_decided(prefer, here, there):
    texts = Texts(*(event(f"SEQUENCE:{n}") for n in ("1", here, "1", there)))
    merged = merge(texts, prefer)
    assert isinstance(merged, Merged)
    assert names(merged) == ["SEQUENCE"]
    chosen = here if prefer is Side.LOCAL else there
    assert merged.local == merged.remote == event(f"SEQUENCE:{chosen}")


@pytest.mark.parametrize("prefer", Side)
def test_what_one_side_took_away_and_the_other_revised_is_decided(prefer):
    for name in ("SEQUENCE", "LAST-MODIFIED"):
        base, more = event(f"{name}:1"), event(f"{name}:2")
        for local, remote in ((event(), more), (more, event())):
            merged = merge(Texts(base, local, base, remote), prefer)
            assert isinstance(merged, Merged)
            assert names(merged) == [name]
            assert merged.local == (local if prefer is Side.LOCAL else remote)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"SEQUENCE:2\r\n", b"SEQUENCE:3\r\n"),
        (b"SEQUENCE;X-A=1:9\n", b"SEQUENCE;X-A=1:10\n"),
    ],
)
def test_counting_up_keeps_the_line(raw, expected):
    (members,) = units(parse(b"BEGIN:VEVENT\r\n" + raw).components[0]).values()
    (one,) = counted_up(members)
    assert [line.raw for line in one.lines] == [expected]
    assert one.form[0].value == expected.strip().rpartition(b":")[2]


# what is told


@pytest.mark.parametrize("prefer", Side)
def test_a_conflict_tells_what_each_text_said(prefer):
    texts = Texts(*(event(*START, f"SUMMARY:{n}", "CLASS:x") for n in "abac"))
    merged = merge(texts, prefer)
    assert isinstance(merged, Merged)
    (told,) = merged.conflicts
    assert (told.component.name, told.name) == ("VEVENT", "SUMMARY")
    assert (told.base, told.local, told.remote) == (
        (b"SUMMARY:a",),
        (b"SUMMARY:b",),
        (b"SUMMARY:c",),
    )


# who touched what


@pytest.mark.parametrize("swapped", [False, True])
def test_what_nobody_touched_stays_in_each_sides_words(swapped):
    here, there = event("LOCATION:x", "SUMMARY:a"), event("LOCATION:X", "SUMMARY:a")
    edited = event("LOCATION:x", "SUMMARY:b")
    texts = Texts(there, there, here, edited) if swapped else Texts(here, edited, there, there)
    merged = merge(texts)
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    results = (merged.remote, merged.local) if swapped else (merged.local, merged.remote)
    assert results == (edited, event("LOCATION:X", "SUMMARY:b"))


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("own", "edited", "other", "expected"),
    [
        # the sides rest in the same words: the lines of who touched them
        (["CATEGORIES:a,b"], ["CATEGORIES:a,b,c"], ["CATEGORIES:a,b"], ["CATEGORIES:a,b,c"]),
        (["COMMENT:a", "COMMENT:b"], ["COMMENT:c", "COMMENT:b", "COMMENT:a"],
         ["COMMENT:a", "COMMENT:b"], ["COMMENT:c", "COMMENT:b", "COMMENT:a"]),
        # in other words: each keeps its own
        (["CATEGORIES:a,b"], ["CATEGORIES:a,b,c"], ["CATEGORIES:b,a"],
         ["CATEGORIES:b,a", "CATEGORIES:c"]),
        (["CATEGORIES:a,b"], ["CATEGORIES:a"], ["CATEGORIES:x,b,a"], ["CATEGORIES:x,a"]),
        (["COMMENT:a", "COMMENT:b"], ["COMMENT:c", "COMMENT:a", "COMMENT:b"],
         ["COMMENT:b", "COMMENT:a"], ["COMMENT:b", "COMMENT:a", "COMMENT:c"]),
    ],
)  # fmt: skip
def test_a_set_that_one_side_touched(own, edited, other, expected, swapped):
    base, now, there = event(*own), event(*edited), event(*other)
    texts = Texts(there, there, base, now) if swapped else Texts(base, now, there, there)
    merged = merge(texts)
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    results = (merged.remote, merged.local) if swapped else (merged.local, merged.remote)
    assert results == (now, event(*expected))


@pytest.mark.parametrize("prefer", Side)
def test_a_series_decides_only_about_when(prefer):
    rule = "RRULE:FREQ=DAILY"
    base = event("DTSTART:20260301T100000Z", rule, "SUMMARY:a", "LOCATION:x")
    local = event("DTSTART:20260301T110000Z", rule, "SUMMARY:b", "LOCATION:x")
    remote = event("DTSTART:20260301T120000Z", rule, "SUMMARY:a", "LOCATION:y")
    merged = three(base, local, remote, prefer)
    assert names(merged) == [TIME]
    hour = 11 if prefer is Side.LOCAL else 12
    assert merged.local == event(f"DTSTART:20260301T{hour}0000Z", rule, "SUMMARY:b", "LOCATION:y")
