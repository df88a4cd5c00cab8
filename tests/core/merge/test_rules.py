"""Rules of the merge that concern the whole: what is refused, where things stand, series,
components, zones, what a server does not keep."""

from __future__ import annotations

import pytest

from sync_engine.core.content.components import Component, Identity, parse
from sync_engine.core.merge import (
    BROKEN,
    DIFFERENT,
    DUPLICATES,
    INVALID,
    Merged,
    Side,
    Texts,
    merge,
    patch_local,
    patch_remote,
    zones,
)
from sync_engine.core.merge.model import pick_key
from sync_engine.core.merge.properties import Four
from sync_engine.core.merge.zones import with_zones
from tests.core.merge.samples import calendar, card, event, lines
from tests.core.merge.test_merge import START, names, reason, said, series, three

BASE = event(*START, "SUMMARY:a")
LOCAL = event(*START, "SUMMARY:b")
REMOTE = event(*START, "SUMMARY:a", "LOCATION:x")


def test_reasons_are_stable():
    assert [r.reason for r in (BROKEN, DIFFERENT, DUPLICATES, INVALID)] == [
        "merge.broken",
        "merge.different",
        "merge.duplicate_component",
        "merge.invalid",
    ]


NO_UID = BASE.replace(b"UID:u1\r\n", b"")
TWO_UIDS = BASE.replace(b"END:VCALENDAR", b"BEGIN:VEVENT\r\nUID:u2\r\nEND:VEVENT\r\nEND:VCALENDAR")
TWO_KINDS = BASE.replace(b"END:VCALENDAR", b"BEGIN:VTODO\r\nUID:u1\r\nEND:VTODO\r\nEND:VCALENDAR")


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        (BASE[:-4], "merge.broken"),
        (BASE + BASE, "merge.broken"),
        (b"", "merge.broken"),
        (BASE.replace(b"SUMMARY:a", b"SUMMARY:a\rb"), "merge.broken"),
        (calendar(), "merge.broken"),
        (BASE.replace(b"VCALENDAR", b"VNOTE"), "merge.broken"),
        (event(*START, uid="other"), "merge.different"),
        (NO_UID, "merge.different"),
        (TWO_UIDS, "merge.different"),
        (TWO_KINDS, "merge.different"),
        (BASE.replace(b"VERSION:2.0", b"VERSION:1.0"), "merge.different"),
        (card("FN:A").replace(b"c1", b"u1").replace(b"3.0", b"2.0"), "merge.different"),
    ],
)
def test_one_odd_text_of_the_four_is_enough(place, odd, expected):
    texts = [BASE, LOCAL, BASE, REMOTE]
    texts[place] = odd
    found = merge(Texts(*texts))
    assert not isinstance(found, Merged)
    assert found.reason == expected


def test_a_later_text_may_be_the_odd_one():
    # the first has one component, so that not all are odd
    assert reason(None, BASE, TWO_UIDS) == "merge.different"
    assert reason(None, BASE, TWO_KINDS) == "merge.different"


@pytest.mark.parametrize("odd", [TWO_UIDS, TWO_KINDS])
def test_nor_is_anything_merged_where_all_are_odd_alike(odd):
    other = odd.replace(b"SUMMARY:a", b"SUMMARY:b")
    assert reason(odd, other, odd) == "merge.different"


def test_patches_of_what_cannot_be_merged():
    assert patch_remote(BASE, LOCAL[:-4], BASE) is None
    assert patch_local(BASE, BASE, LOCAL[:-4]) is None


def test_a_patch_is_one_sides_word_against_nothing():
    # where the patch meets an old difference, the side that is edited now has its way
    here, there = event(*START, "SUMMARY:a"), event(*START, "SUMMARY:A")
    assert patch_remote(here, LOCAL, there) == LOCAL
    assert patch_local(here, there, LOCAL) == LOCAL


def test_what_stands_around_the_object_stays_on_each_side():
    around = b"\xef\xbb\xbf" + LOCAL + b"\r\n\r\n"
    merged = merge(Texts(BASE, around, BASE, REMOTE + b"\r\n"))
    assert isinstance(merged, Merged)
    both = event(*START, "SUMMARY:b", "LOCATION:x")
    assert merged.local == b"\xef\xbb\xbf" + both + b"\r\n\r\n"
    assert merged.remote == both + b"\r\n"


def test_a_text_without_a_final_line_end():
    merged = merge(Texts(BASE, LOCAL[:-2], BASE, REMOTE))
    assert isinstance(merged, Merged)
    both = event(*START, "SUMMARY:b", "LOCATION:x")
    assert (merged.local, merged.remote) == (both[:-2], both)


# where things stand


def test_L8_a_changed_line_keeps_its_bytes_its_parameters_and_its_place():
    odd = 'LOCATION;x-b="1";ALTREP="cid:a":So\r\n\tme\r\n where\\, else'
    base = event("LOCATION:here", *START, "SUMMARY:a")
    merged = three(
        base, event(odd, *START, "SUMMARY:a"), event("LOCATION:here", *START, "SUMMARY:b")
    )
    assert merged.local == merged.remote == event(odd, *START, "SUMMARY:b")


def test_new_lines_stand_where_they_stood_behind_what_came_before_them():
    base = card("FN:A", "N:A;;;;", "NOTE:n")
    local = card("FN:A", "N:A;;;;", "BDAY:19800101", "NOTE:n", "REV:1")
    remote = card("FN:A", "N:A;;;;", "NOTE:m")
    merged = three(base, local, remote)
    assert merged.local == card("FN:A", "N:A;;;;", "BDAY:19800101", "NOTE:m", "REV:1")
    assert merged.remote == merged.local


def test_a_line_that_nothing_comes_before_stands_before_the_components():
    alarm = ("BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT5M", "END:VALARM")
    base = calendar("BEGIN:VEVENT", *alarm, "END:VEVENT").replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT")
    local = calendar("BEGIN:VEVENT", "SUMMARY:a", *alarm, "END:VEVENT")
    remote = base.replace(b"AUDIO", b"DISPLAY")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert merged.remote == local.replace(b"AUDIO", b"DISPLAY")


def test_more_members_than_there_were_places_follow_the_last():
    base = card("FN:A", "TEL:1", "NOTE:n", "TEL:2", "URL:u")
    local = card("FN:A", "TEL:1", "NOTE:n", "TEL:2", "TEL:3", "TEL:4", "URL:u")
    merged = three(base, local, card("FN:A", "TEL:1", "NOTE:m", "TEL:2", "URL:u"))
    assert merged.remote == local.replace(b"NOTE:n", b"NOTE:m")


def test_fewer_members_leave_places_empty():
    base = card("FN:A", "TEL:1", "NOTE:n", "TEL:2", "URL:u")
    merged = three(
        base,
        card("FN:A", "NOTE:n", "TEL:2", "URL:u"),
        card("FN:A", "TEL:1", "NOTE:m", "TEL:2", "URL:u"),
    )
    assert merged.remote.count(b"TEL") == 1
    assert b"TEL:2" in merged.remote


ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "END:VALARM")


def test_new_components_come_behind_those_that_are_there():
    odd = ("BEGIN:X-ODD", "X-A:1", "END:X-ODD")
    base = event(*START, *odd, "X-LAST:1")
    local = event(*START, *odd, *ALARM, "X-LAST:1")
    merged = three(
        base, local, event("DTSTART:20260301T100000Z", "DTEND:20260301T120000Z", *odd, "X-LAST:1")
    )
    assert merged.remote == local.replace(b"T110000Z", b"T120000Z")


def test_new_components_come_behind_all_that_are_there():
    two = ("BEGIN:X-ODD", "UID:1", "END:X-ODD", "BEGIN:X-ODD", "UID:2", "END:X-ODD")
    base = event(*START, *two, "X-LAST:1")
    local = event(*START, *two, *ALARM, "X-LAST:1")
    merged = three(base, local, base.replace(b"T110000Z", b"T120000Z"))
    assert merged.remote == local.replace(b"T110000Z", b"T120000Z")


def test_a_zone_that_nothing_refers_to_travels_as_well():
    base = zoned("A")
    merged = three(base, zoned("B", "A"), base.replace(b"SUMMARY:a", b"SUMMARY:b"))
    assert merged.remote == zoned("B", "A").replace(b"SUMMARY:a", b"SUMMARY:b")
    bare = zoned()
    merged = three(bare, zoned("B"), bare.replace(b"SUMMARY:a", b"SUMMARY:b"))
    assert merged.remote == zoned("B").replace(b"SUMMARY:a", b"SUMMARY:b")


def test_where_there_is_none_they_come_last():
    merged = three(event(*START), event(*START, *ALARM), event(*START, "URL:u"))
    assert merged.remote == event(*START, "URL:u", *ALARM)


@pytest.mark.parametrize("which", range(3))
def test_of_several_components_each_keeps_its_place(which):
    minutes = ["5", "10", "15"]

    def alarms(*skip: int, title: str = "a") -> bytes:
        parts = []
        for number, minute in enumerate(minutes):
            if number not in skip:
                parts += ["BEGIN:VALARM", f"UID:{number}", f"TRIGGER:-PT{minute}M", "END:VALARM"]
        return event(*START, f"SUMMARY:{title}", *parts)

    merged = three(alarms(), alarms(which), alarms(title="b"))
    assert merged.local == merged.remote == alarms(which, title="b")
    merged = three(alarms(which), alarms(), alarms(which, title="b"))
    assert merged.local == alarms(title="b")


# groups


def test_a_group_that_is_taken_gets_the_next_free_number():
    base = card("FN:A", "item1.URL:u", "item1.X-ABLABEL:l", "ITEM2.EMAIL:e")
    local = card(
        "FN:A",
        "item1.URL:u",
        "item1.X-ABLABEL:l",
        "ITEM2.EMAIL:e",
        "item3.TEL:1",
        "item3.X-ABLABEL:Boat",
    )
    remote = card(
        "FN:A",
        "item1.URL:u",
        "item1.X-ABLABEL:l",
        "ITEM2.EMAIL:e",
        "Item3.IMPP:x",
        "Item3.X-ABLABEL:Chat",
    )
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert {b"item4.TEL:1", b"item4.X-ABLABEL:Boat"} <= set(merged.remote.splitlines())
    assert {b"item4.IMPP:x", b"item4.X-ABLABEL:Chat"} <= set(merged.local.splitlines())
    for text in (merged.local, merged.remote):
        groups = {
            line.group.upper(): line.name
            for line in parse(text).components[0].properties
            if not line.name.startswith("X-")
        }
        assert len(groups) == 5  # none, and four of their own


def test_a_group_name_that_became_free_may_be_used():
    base = card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:l")
    local = card("FN:A", "item1.TEL:2", "item1.X-ABLABEL:m")
    merged = three(base, local, card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:l", "NOTE:n"))
    assert merged.remote == local.replace(b"END", b"NOTE:n\r\nEND")


def test_the_first_free_number_is_taken_and_each_once():
    extra = ("a.TEL:1", "a.X-ABLABEL:x", "b.TEL:2", "b.X-ABLABEL:y")
    other = ("A.URL:1", "A.X-ABLABEL:x", "B.URL:2", "B.X-ABLABEL:y")
    merged = merge(Texts(card("FN:A"), card("FN:A", *extra), card("FN:A"), card("FN:A", *other)))
    assert isinstance(merged, Merged)
    found = set(merged.remote.splitlines())
    assert {b"item1.TEL:1", b"item1.X-ABLABEL:x", b"item2.TEL:2", b"item2.X-ABLABEL:y"} <= found


def test_a_group_that_stays_in_the_same_set_is_taken_too():
    base = card("FN:A", "a.TEL:1", "a.X-ABLABEL:x", "TEL:2")
    local = card("FN:A", "a.TEL:1", "a.X-ABLABEL:x", "TEL:2", "TEL:3")
    remote = card("FN:A", "b.TEL:1", "b.X-ABLABEL:x", "TEL:2", "a.TEL:4", "a.X-ABLABEL:z")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    found = set(merged.local.splitlines())
    assert {b"a.TEL:1", b"a.X-ABLABEL:x", b"item1.TEL:4", b"item1.X-ABLABEL:z"} <= found


def test_L8_what_says_the_same_stays_in_each_sides_own_words():
    base = card("FN:A", "TEL;TYPE=HOME,VOICE:1")
    local = card("FN:A", "TEL;TYPE=HOME;\r\n TYPE=VOICE:1", "TEL:2")
    remote = card("FN:A", "TEL;TYPE=HOME,VOICE:1", "TEL:3")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert b"TEL;TYPE=HOME;\r\n TYPE=VOICE:1" in merged.local
    assert b"TEL;TYPE=HOME,VOICE:1" in merged.remote
    assert b"TEL:3" in merged.local
    assert b"TEL:2" in merged.remote


def test_a_group_is_renumbered_against_what_the_merge_leaves_alone():
    """The two sides have other names for one group; the new one meets that of this side."""
    tel = ("item1.TEL:1", "item1.X-ABLABEL:x")
    rest = ("item9.TEL:1", "item9.X-ABLABEL:x")
    there = card("FN:A", *rest, "item1.EMAIL:b", "item1.X-ABLABEL:y")
    base = card("FN:A", *tel, "EMAIL:a")
    merged = merge(Texts(base, base, card("FN:A", *rest, "EMAIL:a"), there))
    assert isinstance(merged, Merged)
    assert merged.remote == there
    assert merged.local == card("FN:A", *tel, "item2.EMAIL:b", "item2.X-ABLABEL:y")


def test_a_renumbered_group_takes_no_name_that_came_with_it():
    tel = ("item1.TEL:1", "item1.X-ABLABEL:x")
    rest = ("item9.TEL:1", "item9.X-ABLABEL:x")
    new = ("item2.EMAIL:a", "item2.X-ABLABEL:p", "item1.EMAIL:b", "item1.X-ABLABEL:q")
    base = card("FN:A", *tel)
    merged = merge(Texts(base, base, card("FN:A", *rest), card("FN:A", *rest, *new)))
    assert isinstance(merged, Merged)
    renumbered = [line.replace("item1.", "item3.") for line in new]
    assert merged.local == card("FN:A", *tel, *renumbered)


def test_what_is_new_stands_between_groups_and_not_within_one():
    tel = ("item1.TEL:1", "item1.X-ABLABEL:x")
    url = ("item2.URL:u", "item2.X-ABLABEL:y")
    base = card("FN:A", *tel, *url)
    there = card("FN:A", *tel, "EMAIL:b", *url)
    assert three(base, base, there).local == there


def test_a_soft_line_break_is_no_group():
    """vCard 2.1: what stands at the start of the next line belongs to the value."""
    note = "item1.NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\nb.c"
    tel, rest = "item1.TEL:1", "item9.TEL:1"
    base = card("FN:A", tel, version="2.1")
    there = card("FN:A", rest, version="2.1")
    merged = merge(Texts(base, base, there, card("FN:A", rest, note, version="2.1")))
    assert isinstance(merged, Merged)
    assert merged.local == card("FN:A", tel, note.replace("item1", "item2"), version="2.1")


def test_L8_what_stands_twice_stays_in_its_own_words_each_time():
    twice = card("FN:A", "TEL:1", "tel:1")
    merged = merge(Texts(twice, twice, twice, card("FN:A", "TEL:1", "tel:1", "TEL:2")))
    assert isinstance(merged, Merged)
    assert merged.local == card("FN:A", "TEL:1", "tel:1", "TEL:2")


def test_what_follows_nothing_that_is_here_stands_before_the_alarms():
    alarm = ("BEGIN:VALARM", "UID:a", "ACTION:DISPLAY", "TRIGGER:-PT5M", "END:VALARM")
    base = event(*START, *alarm)
    there = base.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nCOLOR:red\r\n")
    merged = three(base, base, there)
    assert merged.local == event(*START, "COLOR:red", *alarm)


def test_a_folded_group_name_is_renumbered():
    base = card("FN:A", "item1.URL:u")
    local = card("FN:A", "item1.URL:u", "a-rather-long-group-name.TEL;TYPE=HO\r\n ME:1")
    remote = card("FN:A", "item1.URL:u", "a-rather-long-group-name.IMPP:2")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert b"item2.TEL;TYPE=HO\r\n ME:1\r\n" in merged.remote


def test_a_group_name_that_is_folded_in_itself_is_renumbered():
    local, remote = card("FN:A", "a-lo\r\n ng.TEL:1"), card("FN:A", "A-LONG.URL:u")
    merged = merge(Texts(card("FN:A"), local, card("FN:A"), remote))
    assert isinstance(merged, Merged)
    assert {b"A-LONG.URL:u", b"item1.TEL:1"} <= set(merged.remote.splitlines())


# what a property in dispute is called


@pytest.mark.parametrize(
    ("component", "key"),
    [
        (Identity("VEVENT", b"u", b""), "VEVENT/SUMMARY"),
        (Identity("VEVENT", b"u", b"20260301T100000Z"), "VEVENT 20260301T100000Z/SUMMARY"),
        (
            Identity("VEVENT", b"u", b"TZID=Europe/Zurich:20260301T100000"),
            "VEVENT 20260301T100000/SUMMARY",
        ),
        (Identity("VEVENT", b"u", b"TZID=x:2026\xff"), "VEVENT 2026\\xff/SUMMARY"),
    ],
)
def test_how_a_property_is_picked(component, key):
    assert pick_key(component, "SUMMARY") == key


# units


@pytest.mark.parametrize(
    ("name", "base", "local", "remote", "unit"),
    [
        (
            "VEVENT",
            ["DTSTART:20260101T100000Z", "DTEND:20260101T110000Z"],
            ["DTSTART:20260101T100000Z", "DTEND:20260101T120000Z"],
            ["DTSTART:20260101T103000Z", "DTEND:20260101T110000Z"],
            "DTSTART",
        ),
        (
            "VEVENT",
            ["DTSTART:20260101T100000Z", "DURATION:PT1H"],
            ["DTSTART:20260101T100000Z", "DURATION:PT2H"],
            ["DTSTART:20260101T103000Z", "DURATION:PT1H"],
            "DTSTART",
        ),
        (
            "VTODO",
            ["DTSTART:20260101T100000Z", "DUE:20260101T110000Z"],
            ["DTSTART:20260101T100000Z", "DUE:20260101T120000Z"],
            ["DTSTART:20260101T103000Z", "DUE:20260101T110000Z"],
            "DTSTART",
        ),
        (
            "VTODO",
            ["DTSTART:20260101T100000Z", "DURATION:PT1H"],
            ["DTSTART:20260101T100000Z", "DURATION:PT2H"],
            ["DTSTART:20260101T103000Z", "DURATION:PT1H"],
            "DTSTART",
        ),
        (
            "VTODO",
            ["STATUS:IN-PROCESS", "PERCENT-COMPLETE:10"],
            ["STATUS:IN-PROCESS", "PERCENT-COMPLETE:50"],
            ["STATUS:NEEDS-ACTION", "PERCENT-COMPLETE:10"],
            "STATUS",
        ),
        (
            "VTODO",
            ["STATUS:COMPLETED", "COMPLETED:20260101T000000Z"],
            ["STATUS:COMPLETED", "COMPLETED:20260102T000000Z"],
            ["STATUS:NEEDS-ACTION"],
            "STATUS",
        ),
        (
            "VALARM",
            ["TRIGGER:-PT5M", "REPEAT:1", "DURATION:PT1M"],
            ["TRIGGER:-PT5M", "REPEAT:2", "DURATION:PT1M"],
            ["TRIGGER:-PT5M", "REPEAT:1", "DURATION:PT2M"],
            "TRIGGER",
        ),
        ("VCARD", ["FN:A", "N:A;;;;"], ["FN:B", "N:A;;;;"], ["FN:A", "N:C;;;;"], "N"),
    ],
)  # fmt: skip
def test_what_means_nothing_alone_changes_as_one(name, base, local, remote, unit):
    def text(*items: str) -> bytes:
        if name == "VCARD":
            return card(*items)
        if name == "VALARM":
            return event(*START, "BEGIN:VALARM", "UID:1", *items, "END:VALARM")
        return calendar(f"BEGIN:{name}", "UID:u", *items, f"END:{name}")

    for prefer, chosen in ((Side.REMOTE, remote), (Side.LOCAL, local)):
        merged = three(text(*base), text(*local), text(*remote), prefer)
        assert names(merged) == [unit]
        assert merged.local == merged.remote == text(*chosen)


def test_in_an_event_status_stands_alone():
    base = event(*START, "STATUS:TENTATIVE", "PERCENT-COMPLETE:1")
    merged = three(
        base,
        event(*START, "STATUS:CONFIRMED", "PERCENT-COMPLETE:1"),
        event(*START, "STATUS:TENTATIVE", "PERCENT-COMPLETE:2"),
    )
    assert merged.conflicts == ()


def test_one_unknown_line_from_each_side_is_one_value():
    merged = three(event(*START), event(*START, "X-A:1"), event(*START, "X-A:2"))
    assert names(merged) == ["X-A"]
    assert merged.local.count(b"X-A") == 1
    # where there was one before, they are lines like others
    merged = three(
        event(*START, "X-A:0"), event(*START, "X-A:0", "X-A:1"), event(*START, "X-A:0", "X-A:2")
    )
    assert merged.conflicts == ()
    assert merged.local.count(b"X-A") == 3


@pytest.mark.parametrize("name", ["URL", "ORG", "TITLE", "ROLE", "TZ", "GEO", "PHOTO", "LOGO"])
def test_what_is_a_set_in_a_card_stands_once_in_an_event(name):
    merged = three(card("FN:A"), card("FN:A", f"{name}:1"), card("FN:A", f"{name}:2"))
    assert merged.conflicts == ()
    merged = three(event(*START), event(*START, f"{name}:1"), event(*START, f"{name}:2"))
    assert names(merged) == [name]


def test_prodid_is_nobodys_conflict():
    texts = [BASE.replace(b"//test//", f"//{who}//".encode()) for who in ("0", "1", "2")]
    merged = three(*texts)
    assert merged.conflicts == ()
    assert merged.local == texts[2]


# stamps and SEQUENCE


@pytest.mark.parametrize("name", ["DTSTAMP", "LAST-MODIFIED"])
@pytest.mark.parametrize("prefer", Side)
def test_the_later_stamp_is_taken(name, prefer):
    def text(stamp: int, *more: str) -> bytes:
        parts = ["UID:u", f"{name}:2026010{stamp}T000000Z", *more]
        return calendar("BEGIN:VEVENT", *parts, "END:VEVENT")

    for here, there in ((2, 3), (3, 2)):
        merged = three(text(1), text(here, "SUMMARY:a"), text(there, "LOCATION:b"), prefer)
        assert merged.conflicts == ()
        assert f"{name}:20260103".encode() in merged.remote


def test_a_stamp_that_a_side_took_away_is_a_decision():
    base = event("LAST-MODIFIED:20260101T000000Z")
    merged = three(base, event(), event("LAST-MODIFIED:20260102T000000Z"), Side.LOCAL)
    assert names(merged) == ["LAST-MODIFIED"]
    assert merged.local == event()


def meeting(sequence: str, *extra: str, organizer: bool = True) -> bytes:
    return event(*START, sequence, *(["ORGANIZER:mailto:o@x.org"] if organizer else []), *extra)


@pytest.mark.parametrize(
    ("local", "remote", "expected"),
    [
        ("SEQUENCE:3", "SEQUENCE:2", "SEQUENCE:3"),
        ("SEQUENCE:2", "SEQUENCE:3", "SEQUENCE:3"),
        ("SEQUENCE:9", "SEQUENCE:10", "SEQUENCE:10"),
        ("SEQUENCE:2", "SEQUENCE:2", "SEQUENCE:3"),
        ("SEQUENCE:1", "SEQUENCE:2", "SEQUENCE:2"),
        ("SEQUENCE:1", "SEQUENCE:1", "SEQUENCE:1"),
    ],
)
def test_the_greater_sequence(local, remote, expected):
    base = meeting("SEQUENCE:1", "SUMMARY:a", "LOCATION:x")
    merged = merge(
        Texts(
            base,
            meeting(local, "SUMMARY:b", "LOCATION:x"),
            base,
            meeting(remote, "SUMMARY:a", "LOCATION:y"),
        )
    )
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert merged.local == merged.remote == meeting(expected, "SUMMARY:b", "LOCATION:y")


@pytest.mark.parametrize("organizer", [True, False])
def test_a_sequence_that_both_made_equal_counts_up_only_for_an_organizer(organizer):
    base = meeting("SEQUENCE:1", organizer=organizer)
    local = meeting("SEQUENCE:2", "SUMMARY:b", organizer=organizer)
    remote = meeting("SEQUENCE:2", "LOCATION:y", organizer=organizer)
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert (b"SEQUENCE:3" in merged.remote) is organizer


def test_the_same_revision_on_both_sides_is_no_third():
    revised = meeting("SEQUENCE:2", "SUMMARY:b")
    merged = three(meeting("SEQUENCE:1"), revised, revised)
    assert merged.local == revised
    # nor is one that only one side has more of
    more = meeting("SEQUENCE:2", "SUMMARY:b", "LOCATION:y")
    merged = three(meeting("SEQUENCE:1"), revised, more)
    assert merged.local == more


@pytest.mark.parametrize("odd", ["SEQUENCE:x", "SEQUENCE:-1"])
def test_a_sequence_that_is_no_number_is_a_decision(odd):
    merged = three(meeting("SEQUENCE:1"), meeting(odd), meeting("SEQUENCE:2"))
    assert names(merged) == ["SEQUENCE"]


# series


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param(series(start="20260301T090000Z", override=None), id="DTSTART"),
        pytest.param(series(override=None).replace(b"FREQ=DAILY", b"FREQ=WEEKLY"), id="RRULE"),
        pytest.param(series(override=None).replace(b"DTSTART:", b"DTSTART;TZID=Z:"), id="TZID"),
        pytest.param(series(override=None).replace(b"RRULE:FREQ=DAILY\r\n", b""), id="no RRULE"),
    ],
)
@pytest.mark.parametrize(
    "touched",
    [
        pytest.param(series(override="edited"), id="an override edited"),
        pytest.param(series("EXDATE:20260305T100000Z"), id="a day taken out"),
        pytest.param(series("RDATE:20260305T100000Z"), id="a day added"),
        pytest.param(series("DTEND:20260301T110000Z"), id="another length"),
        pytest.param(series(override=None), id="an override taken away"),
        pytest.param(
            series().replace(b"END:VCALENDAR\r\n", lines(
                "BEGIN:VEVENT", "UID:u1", "RECURRENCE-ID:20260307T100000Z",
                "DTSTART:20260307T150000Z", "END:VEVENT", "END:VCALENDAR")),
            id="an override added",
        ),
    ],
)  # fmt: skip
def test_what_a_series_is_counted_from_is_one_decision(moved, touched):
    expected = [] if touched == series(override=None) else ["DTSTART"]
    for prefer, chosen in ((Side.REMOTE, touched), (Side.LOCAL, moved)):
        merged = merge(Texts(series(), moved, series(), touched), prefer)
        assert isinstance(merged, Merged)
        assert [name for name in names(merged) if name] == expected
        if expected:
            assert said(merged.local) == said(merged.remote) == said(chosen)
        mirrored = merge(Texts(series(), touched, series(), moved), prefer)
        assert isinstance(mirrored, Merged)
        assert [name for name in names(mirrored) if name] == expected


def test_both_moved_the_series_alike():
    moved = series(start="20260301T090000Z", override=None)
    more = moved.replace(b"SUMMARY", b"LOCATION:x\r\nSUMMARY")
    merged = three(series(), moved, more)
    assert merged.conflicts == ()
    assert said(merged.local) == said(more)


def test_a_day_that_is_added_by_hand_makes_a_series_too():
    base = event("DTSTART:20260301T100000Z", "RDATE:20260302T100000Z", "SUMMARY:a")
    local = event("DTSTART:20260301T090000Z", "RDATE:20260302T090000Z", "SUMMARY:a")
    remote = event(
        "DTSTART:20260301T100000Z", "RDATE:20260302T100000Z,20260303T100000Z", "SUMMARY:a"
    )
    assert names(three(base, local, remote)) == ["DTSTART"]


def test_an_event_that_does_not_recur_is_moved_without_its_sets():
    base = event(*START, "SUMMARY:a")
    local = event("DTSTART:20260302T100000Z", "DTEND:20260302T110000Z", "SUMMARY:a")
    merged = three(base, local, event(*START, "SUMMARY:a", "CATEGORIES:X"))
    assert merged.conflicts == ()


def test_days_are_taken_out_one_by_one():
    base = series("EXDATE:20260305T100000Z,20260306T100000Z")
    local = series("EXDATE:20260305T100000Z,20260306T100000Z,20260307T100000Z")
    remote = series("EXDATE:20260306T100000Z")
    merged = three(base, local, remote)
    assert merged.conflicts == ()
    assert b"20260305" not in merged.local
    assert b"20260306" in merged.local
    assert b"20260307" in merged.local


@pytest.mark.parametrize("prefer", Side)
def test_an_edited_override_stays_and_its_day_is_not_taken_out(prefer):
    deleted = series("EXDATE:20260303T100000Z,20260304T100000Z", override=None)
    for texts in ((deleted, series(override="edited")), (series(override="edited"), deleted)):
        merged = merge(Texts(series(), texts[0], series(), texts[1]), prefer)
        assert isinstance(merged, Merged)
        assert names(merged) == [""]
        for text in (merged.local, merged.remote):
            assert b"SUMMARY:edited" in text
            assert b"EXDATE:20260304T100000Z" in text
            assert b"EXDATE:20260303" not in text
            assert b",2026" not in text


GONE, EDITED = "EXDATE:20260303T100000Z", "edited"


@pytest.mark.parametrize("prefer", Side)
@pytest.mark.parametrize("swapped", [False, True])
def test_L8_a_day_in_the_place_of_another_does_not_take_out_an_edited_override(prefer, swapped):
    # one day came back, another went: by its lines that is one day that was changed
    base = series("EXDATE:20260305T100000Z")
    deleted, edited = series(GONE, override=None), series("EXDATE:20260305T100000Z",
                                                          override=EDITED)  # fmt: skip
    here, there = (edited, deleted) if swapped else (deleted, edited)
    merged = merge(Texts(base, here, base, there), prefer)
    assert isinstance(merged, Merged)
    assert merged.local == merged.remote == series(override=EDITED)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_day_is_not_taken_out_where_the_sides_rest_in_other_words(swapped):
    few, more = "EXDATE:20260304T100000Z", "EXDATE:20260304T100000Z,20260309T100000Z"
    mine = few.replace(":", ":20260303T100000Z,")
    here = (series(few), series(mine, override=None))
    there = (series(more), series(more, override=EDITED))
    merged = merge(Texts(*there, *here) if swapped else Texts(*here, *there))
    assert isinstance(merged, Merged)
    results = (merged.remote, merged.local) if swapped else (merged.local, merged.remote)
    assert results == (series(few, override=EDITED), series(more, override=EDITED))


@pytest.mark.parametrize("swapped", [False, True])
def test_only_days_taken_out_are_refused(swapped):
    # the same value in another property, or taken away, is no day taken out
    base, odd = series("RDATE:20260401T100000Z", GONE), "RDATE:20260401T100000Z,20260303T100000Z"
    deleted = series(odd, override=None)
    edited = series("RDATE:20260401T100000Z", GONE, override=EDITED)
    merged = merge(Texts(base, edited, base, deleted) if swapped
                   else Texts(base, deleted, base, edited))  # fmt: skip
    assert isinstance(merged, Merged)
    for text in (merged.local, merged.remote):
        assert b"SUMMARY:edited" in text
        assert b"EXDATE" not in text
        assert text.count(b"20260303T100000Z") == 2  # of RDATE and of the override


def test_an_override_that_nobody_edited_goes_with_its_day():
    deleted = series("EXDATE:20260303T100000Z", override=None)
    merged = three(series(), deleted, series("LOCATION:x"))
    assert merged.conflicts == ()
    assert merged.local == deleted.replace(b"EXDATE", b"LOCATION:x\r\nEXDATE") or (
        b"RECURRENCE-ID" not in merged.local and b"EXDATE:20260303T100000Z" in merged.local
    )


def test_an_override_that_both_still_have_is_merged_by_itself():
    def two(start: str, override: str) -> bytes:
        return calendar(
            *("BEGIN:VTODO", "UID:u", f"DTSTART:{start}", "RRULE:FREQ=DAILY", "END:VTODO"),
            *("BEGIN:VTODO", "UID:u", "RECURRENCE-ID:20260303T100000Z", f"SUMMARY:{override}"),
            "END:VTODO",
        )

    base = two("20260301T100000Z", "a")
    merged = three(base, two("20260302T100000Z", "a"), two("20260301T100000Z", "b"))
    assert merged.conflicts == ()
    assert said(merged.local) == said(two("20260302T100000Z", "b"))


# what a side never had


@pytest.mark.parametrize("prefer", Side)
def test_L8_what_a_server_does_not_keep_stays_in_the_file(prefer):
    here, there = event(*START, "SUMMARY:a", *ALARM), event(*START, "SUMMARY:a")
    edited = there.replace(b"SUMMARY:a", b"SUMMARY:b")
    assert patch_local(here, there, edited) == here.replace(b"SUMMARY:a", b"SUMMARY:b")
    mine = here.replace(b"SUMMARY:a", b"SUMMARY:c")
    assert patch_remote(here, mine, there) == there.replace(b"SUMMARY:a", b"SUMMARY:c")
    located = there.replace(b"END:VEVENT", b"LOCATION:x\r\nEND:VEVENT")
    merged = merge(Texts(here, mine, there, located), prefer)
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert lines(*ALARM) in merged.local
    assert lines(*ALARM) not in merged.remote


def test_and_is_offered_again_when_it_is_edited():
    here, there = event(*START, *ALARM), event(*START)
    edited = here.replace(b"-PT5M", b"-PT9M")
    assert patch_remote(here, edited, there) == edited
    # the same the other way round: what a server adds is not the user's
    assert patch_local(there, here, edited) == edited
    assert patch_local(there, here, here.replace(*2 * (b"DTEND:20260301T110000Z",))) == there


# time zones


def zone(name: str, offset: str = "+0100") -> tuple[str, ...]:
    return (
        *("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *(f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"),
    )


def zoned(*zones: str, start: str = "DTSTART:20260301T100000Z", offset: str = "+0100") -> bytes:
    parts = [part for name in zones for part in zone(name, offset)]
    return calendar(*parts, "BEGIN:VEVENT", "UID:u", start, "SUMMARY:a", "END:VEVENT")


def test_a_changed_offset_is_a_change_of_the_zone():
    base = zoned("A", start="DTSTART;TZID=A:20260301T100000")
    local = zoned("A", start="DTSTART;TZID=A:20260301T100000", offset="+0200")
    merged = three(base, local, base.replace(b"SUMMARY:a", b"SUMMARY:b"))
    assert merged.local == local.replace(b"SUMMARY:a", b"SUMMARY:b")


def test_a_zone_comes_before_the_events_and_behind_the_others():
    base = zoned("A", start="DTSTART;TZID=A:20260301T100000")
    local = zoned("A", "B", start="DTSTART;TZID=B:20260301T100000")
    merged = three(base, local, base.replace(b"SUMMARY:a", b"SUMMARY:b"))
    (found,) = parse(merged.remote).components
    assert [c.name for c in found.children] == ["VTIMEZONE", "VTIMEZONE", "VEVENT"]
    assert {c.identity.uid for c in found.children[:2]} == {b"A", b"B"}


def test_a_zone_that_is_referred_to_is_not_taken_away():
    base = zoned("A", start="DTSTART;TZID=A:20260301T100000")
    local = zoned(start="DTSTART:20260301T100000Z")
    remote = base.replace(b"SUMMARY:a", b"RDATE;TZID=A:20260401T100000\r\nSUMMARY:a")
    merged = three(base, local, remote)
    for text in (merged.local, merged.remote):
        assert (b"TZID:A" in text) is (b"TZID=A" in text)


def component(body: bytes) -> Component:
    return parse(body).components[0]


@pytest.mark.parametrize(
    ("there", "sources", "expected"),
    [
        (zoned(start="DTSTART;TZID=A:1"), [zoned("A")], ["A"]),
        (zoned(start='DTSTART;TZID="A":1'), [zoned("A")], ["A"]),
        (zoned(start="DTSTART;X=1;TZ\r\n ID=A:1"), [zoned("A")], ["A"]),
        (zoned(start="DTSTART;tzid=A:1"), [zoned("A")], ["A"]),
        (zoned(start="DTSTART;TZID=A:1"), [zoned("B")], []),
        (zoned(start="DTSTART:1"), [zoned("A")], []),
        (zoned(start="DTSTART:1", offset="x"), [], []),
        (zoned(start="COMMENT:;TZID=A:1"), [zoned("A")], []),
        (zoned("A", start="DTSTART;TZID=A:1"), [zoned("A", offset="+0900")], ["A"]),
        (zoned("B", start="DTSTART;TZID=A:1"), [zoned("B"), zoned("A", "C")], ["A", "B"]),
        (zoned(start="DTSTART;TZID=A:1"), [zoned("A"), zoned("A", offset="+0900")], ["A"]),
        (card("FN;TZID=A:x"), [zoned("A")], []),
        # one is there, the other is not
        (
            zoned("A", start="DTSTART;TZID=A:1\r\nDTEND;TZID=B:2"),
            [zoned("A", "B", offset="x")],
            ["B", "A"],
        ),
        # nobody has it
        (zoned("B", start="DTSTART;TZID=A:1\r\nDTEND;TZID=B:2"), [zoned("B"), zoned("C")], ["B"]),
        (zoned(start="DTSTART;TZID=B:1"), [zoned("A"), zoned("C")], []),
        # an event of that name is no zone
        (zoned(start="DTSTART;TZID=A:1"), [event(uid="A")], []),
    ],
)
def test_zones_that_are_missing(there, sources, expected):
    before = component(there)
    after = with_zones(before, [component(source) for source in sources])
    found = [c.identity.uid.decode() for c in after.children if c.name == "VTIMEZONE"]
    assert found == expected
    assert b"+0900" not in after.to_bytes()
    if found == [c.identity.uid.decode() for c in before.children if c.name == "VTIMEZONE"]:
        assert after is before
    # behind the calendar's own properties, before all components
    kinds = [isinstance(item, Component) for item in after.items]
    assert kinds == sorted(kinds)
    rest = [item for item in after.items if getattr(item, "name", "") != "VTIMEZONE"]
    assert rest == [item for item in before.items if getattr(item, "name", "") != "VTIMEZONE"]


def test_lines_are_read_only_where_a_missing_zone_is_mentioned(monkeypatch):
    def never(calendar: Component) -> set[bytes]:
        raise AssertionError("nothing to look for")

    monkeypatch.setattr(zones, "_referred", never)
    for start in ("DTSTART:1", "DTSTART;TZID=B:1"):
        before = component(zoned("B", start=start))
        assert with_zones(before, [component(zoned("A"))]) is before
    # nor is a look at the octets taken where no zone is missing
    monkeypatch.setattr(zones, "_mentioned", never)
    before = component(zoned("A", start="DTSTART;TZID=A:1"))
    assert with_zones(before, [component(zoned("A"))]) is before
    assert with_zones(before, []) is before


def test_a_reference_within_a_time_zone_is_none():
    odd = zoned("B").replace(b"TZID:B", b"TZID:B\r\nX-A;TZID=A:1")
    before = component(odd)
    assert with_zones(before, [component(zoned("A"))]) is before


# alarms without a name


def test_alarms_of_old_programs_are_known_by_their_own_name():
    def alarm(minutes: int, mark: str) -> tuple[str, ...]:
        return ("BEGIN:VALARM", f"X-WR-ALARMUID:{mark}", f"TRIGGER:-PT{minutes}M", "END:VALARM")

    base = event(*START, *alarm(5, "a"), *alarm(10, "b"))
    local = event(*START, *alarm(5, "a"), *alarm(20, "b"))
    remote = event(*START, *alarm(10, "b"), *alarm(7, "a"))
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert merged.local == event(*START, *alarm(7, "a"), *alarm(20, "b"))
    assert merged.remote == event(*START, *alarm(20, "b"), *alarm(7, "a"))
    # an event is not known by it
    odd = event(*START, "X-WR-ALARMUID:1")
    assert three(odd, odd.replace(b":1", b":2"), odd).local == odd.replace(b":1", b":2")


def test_nameless_alarms_go_by_their_place_where_all_have_as_many():
    def alarms(*minutes: int) -> bytes:
        parts = [p for m in minutes for p in ("BEGIN:VALARM", f"TRIGGER:-PT{m}M", "END:VALARM")]
        return event(*START, *parts)

    merged = three(alarms(5, 10), alarms(6, 10), alarms(5, 11))
    assert merged.local == alarms(6, 11)
    # else by what they say
    merged = three(alarms(5, 10), alarms(10), alarms(5, 10, 15))
    assert merged.local == merged.remote == alarms(10, 15)
    merged = three(alarms(5, 5), alarms(5), alarms(5, 5))
    assert merged.local == alarms(5)


def test_duplicates_are_told_from_one_another_by_nobody():
    twice = series()[: -len(b"END:VCALENDAR\r\n")] + series()[series().index(b"BEGIN:VEVENT") :]
    for place in range(4):
        texts = [series(), series("X-A:1"), series(), series("LOCATION:x")]
        texts[place] = twice
        assert merge(Texts(*texts)) == DUPLICATES


def test_components_under_one_uid_that_are_something_else_are_others():
    base = calendar("BEGIN:VEVENT", "UID:u", "END:VEVENT", "BEGIN:X-B", "UID:u", "X-A:1", "END:X-B")
    local = base.replace(b"X-A:1", b"X-A:2")
    merged = three(base, local, base.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nSUMMARY:a\r\n"))
    assert b"X-A:2" in merged.remote
    assert b"SUMMARY:a" in merged.local


def test_a_component_in_the_four_texts():
    one = component(BASE)
    for place in range(4):
        parts: list[Component | None] = [None] * 4
        parts[place] = one
        assert Four(*parts).some is one


def test_the_texts_of_a_series_conflict_are_those_of_the_four():
    moved = series(start="20260301T090000Z", override=None)
    (told, *_) = three(series(), moved, series("EXDATE:20260305T100000Z")).conflicts
    assert told.base == (b"DTSTART:20260301T100000Z", b"RRULE:FREQ=DAILY")
    assert told.local == (b"DTSTART:20260301T090000Z", b"RRULE:FREQ=DAILY")
    assert told.remote == (*told.base, b"EXDATE:20260305T100000Z")


@pytest.mark.parametrize("prefer", Side)
def test_series_without_a_base_are_united(prefer):
    merged = merge(Texts(None, series(), None, series(start="20260301T090000Z")), prefer)
    assert isinstance(merged, Merged)
    assert names(merged) == ["DTSTART"]


@pytest.mark.parametrize("where", ["local", "remote"])
def test_a_day_whose_override_was_edited_is_found_among_others(where):
    def text(*overrides: str, exdates: str = "") -> bytes:
        parts = ["BEGIN:VEVENT", "UID:u1", "DTSTART:20260301T100000Z", "RRULE:FREQ=DAILY"]
        parts += [exdates] * bool(exdates) + ["END:VEVENT"]
        for override in overrides:
            day, title = override.split("=")
            parts += ["BEGIN:VEVENT", "UID:u1", f"RECURRENCE-ID:2026030{day}T100000Z"]
            parts += [f"SUMMARY:{title}", "END:VEVENT"]
        return calendar(*parts)

    base = text("2=a", "3=a", "4=a")
    deleted = text("2=a", exdates="EXDATE:20260303T100000Z,20260304T100000Z")
    edited = text("2=b", "3=a", "4=b")
    texts = (deleted, edited) if where == "local" else (edited, deleted)
    merged = three(base, *texts)
    assert names(merged) == [""]
    assert b"EXDATE:20260303T100000Z" in merged.local
    assert b"20260304T100000Z" in merged.local
    assert b"EXDATE:20260303T100000Z,20260304" not in merged.local
    assert merged.local.count(b"SUMMARY:b") == 2
