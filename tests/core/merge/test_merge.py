"""What a merge makes of two edits, rule by rule."""

from __future__ import annotations

import pytest

from sync_engine.core.content.equality import same_content
from sync_engine.core.content.lines import split_lines
from sync_engine.core.merge import (
    Merged,
    Side,
    Texts,
    Unmergeable,
    merge,
    patch_local,
    patch_remote,
)
from sync_engine.core.merge.units import LISTS
from tests.core.merge.samples import calendar, card, event, lines

START = ("DTSTART:20260301T100000Z", "DTEND:20260301T110000Z")


def said(body: bytes) -> list[object]:
    """What a text says, in no order: each value of a list by itself."""
    found: list[object] = []
    for line in split_lines(body):
        parameters = sorted((p.name, p.values) for p in line.params)
        values = line.value.split(b",") if line.name in LISTS else [line.value.lower()]
        found += [(line.group, line.name, parameters, value) for value in values]
    return sorted(found)


def three(base: bytes | None, local: bytes, remote: bytes, prefer: Side = Side.REMOTE) -> Merged:
    """Merge where both sides rest in the same words, and check what holds always."""
    merged = merge(Texts(base, local, base, remote), prefer)
    assert isinstance(merged, Merged), merged
    assert same_content(merged.local, merged.remote)
    again = merge(Texts(base, merged.local, base, remote), prefer)
    assert isinstance(again, Merged)
    assert same_content(again.remote, merged.remote), "the merge of a merge is the same"
    other = Side.LOCAL if prefer is Side.REMOTE else Side.REMOTE
    mirrored = merge(Texts(base, remote, base, local), other)
    assert isinstance(mirrored, Merged)
    assert said(mirrored.local) == said(merged.remote)
    assert len(mirrored.conflicts) == len(merged.conflicts)
    return merged


def reason(base: bytes | None, local: bytes, remote: bytes) -> str:
    refused = merge(Texts(base, local, base, remote))
    assert isinstance(refused, Unmergeable)
    return refused.reason


def names(merged: Merged) -> list[str]:
    return [conflict.name for conflict in merged.conflicts]


@pytest.mark.parametrize(
    ("base", "local", "remote", "expected"),
    [
        pytest.param(
            event(*START, "SUMMARY:a", "LOCATION:x"),
            event(*START, "SUMMARY:b", "LOCATION:x"),
            event(*START, "SUMMARY:a", "LOCATION:y"),
            event(*START, "SUMMARY:b", "LOCATION:y"),
            id="two properties",
        ),
        pytest.param(
            event(*START, "SUMMARY:a"),
            event(*START, "SUMMARY:a", "DESCRIPTION:d"),
            event(*START, "LOCATION:y", "SUMMARY:a"),
            event(*START, "LOCATION:y", "SUMMARY:a", "DESCRIPTION:d"),
            id="both add",
        ),
        pytest.param(
            event(*START, "SUMMARY:a", "LOCATION:x", "X-A:1"),
            event(*START, "SUMMARY:a", "X-A:1"),
            event(*START, "SUMMARY:a", "LOCATION:x"),
            event(*START, "SUMMARY:a"),
            id="both remove",
        ),
        pytest.param(
            event(*START, "CATEGORIES:A,B"),
            event(*START, "CATEGORIES:A,B,C"),
            event(*START, "CATEGORIES:B"),
            event(*START, "CATEGORIES:B", "CATEGORIES:C"),
            id="categories are a set of values",
        ),
        pytest.param(
            event(*START, "RRULE:FREQ=DAILY", "EXDATE:20260302T100000Z"),
            event(*START, "RRULE:FREQ=DAILY", "EXDATE:20260302T100000Z,20260303T100000Z"),
            event(*START, "RRULE:FREQ=DAILY", "EXDATE:20260302T100000Z", "EXDATE:20260304T100000Z"),
            event(
                *START,
                "RRULE:FREQ=DAILY",
                "EXDATE:20260302T100000Z",
                "EXDATE:20260303T100000Z",
                "EXDATE:20260304T100000Z",
            ),
            id="exdates are a set",
        ),
        pytest.param(
            event(*START, "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@x.org"),
            event(*START, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.org"),
            event(*START, "ATTENDEE;CN=Ann;PARTSTAT=NEEDS-ACTION:mailto:A@x.org"),
            event(*START, "ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:A@x.org"),
            id="attendees are merged parameter by parameter",
        ),
        pytest.param(
            card("FN:A", "N:A;;;;", "TEL:1", "TEL:2"),
            card("FN:A", "N:A;;;;", "TEL:1", "TEL:2", "TEL:3"),
            card("FN:A", "N:A;;;;", "TEL:2", "EMAIL:a@x.org"),
            card("FN:A", "N:A;;;;", "TEL:2", "TEL:3", "EMAIL:a@x.org"),
            id="numbers come and go",
        ),
        pytest.param(
            card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:Boat"),
            card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:Yacht"),
            card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:Boat", "NOTE:n"),
            card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:Yacht", "NOTE:n"),
            id="a group is one thing",
        ),
        pytest.param(
            card("FN:A", version="4.0"),
            card("FN:A", "BDAY:19800101", version="4.0"),
            card("FN:A", "NOTE:n", version="4.0"),
            card("FN:A", "BDAY:19800101", "NOTE:n", version="4.0"),
            id="vCard 4",
        ),
        pytest.param(
            calendar("BEGIN:VTODO", "UID:t", "SUMMARY:a", "STATUS:NEEDS-ACTION", "END:VTODO"),
            calendar("BEGIN:VTODO", "UID:t", "SUMMARY:b", "STATUS:NEEDS-ACTION", "END:VTODO"),
            calendar(
                "BEGIN:VTODO",
                "UID:t",
                "SUMMARY:a",
                "STATUS:COMPLETED",
                "COMPLETED:20260101T000000Z",
                "END:VTODO",
            ),
            calendar(
                "BEGIN:VTODO",
                "UID:t",
                "SUMMARY:b",
                "STATUS:COMPLETED",
                "COMPLETED:20260101T000000Z",
                "END:VTODO",
            ),
            id="a task is renamed and done",
        ),
        pytest.param(
            calendar("BEGIN:VJOURNAL", "UID:j", "SUMMARY:a", "DESCRIPTION:b", "END:VJOURNAL"),
            calendar("BEGIN:VJOURNAL", "UID:j", "SUMMARY:c", "DESCRIPTION:b", "END:VJOURNAL"),
            calendar("BEGIN:VJOURNAL", "UID:j", "SUMMARY:a", "DESCRIPTION:d", "END:VJOURNAL"),
            calendar("BEGIN:VJOURNAL", "UID:j", "SUMMARY:c", "DESCRIPTION:d", "END:VJOURNAL"),
            id="journal",
        ),
    ],
)
def test_both_edits_are_there(base, local, remote, expected):
    merged = three(base, local, remote)
    assert merged.conflicts == ()
    assert said(merged.remote) == said(expected)


def test_the_same_property_is_decided_by_preference_and_the_rest_still_merges():
    base = event(*START, "SUMMARY:a", "LOCATION:x")
    local = event(*START, "SUMMARY:b", "LOCATION:y")
    remote = event(*START, "SUMMARY:c", "LOCATION:x")
    server, mine = three(base, local, remote), three(base, local, remote, Side.LOCAL)
    assert names(server) == names(mine) == ["SUMMARY"]
    assert server.remote == event(*START, "SUMMARY:c", "LOCATION:y")
    assert mine.remote == event(*START, "SUMMARY:b", "LOCATION:y")
    (conflict,) = server.conflicts
    assert (conflict.base, conflict.local, conflict.remote) == (
        (b"SUMMARY:a",),
        (b"SUMMARY:b",),
        (b"SUMMARY:c",),
    )


def test_start_and_end_go_together():
    base = event(*START)
    local = event("DTSTART:20260301T120000Z", "DTEND:20260301T130000Z")
    remote = event("DTSTART:20260301T100000Z", "DTEND:20260301T103000Z")
    merged = three(base, local, remote)
    assert names(merged) == ["DTSTART"]
    assert merged.local == remote


def test_two_new_numbers_under_one_group_name_stay_two():
    base = card("FN:A")
    local = card("FN:A", "item1.TEL:1", "item1.X-ABLABEL:Boat")
    remote = card("FN:A", "item1.TEL:2", "item1.X-ABLABEL:Car")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    found = set(merged.remote.splitlines())
    assert {
        b"item1.TEL:2",
        b"item1.X-ABLABEL:Car",
        b"item2.TEL:1",
        b"item2.X-ABLABEL:Boat",
    } <= found


def test_one_number_changed_on_both_sides_does_not_become_two():
    base = card("FN:A", "TEL:1")
    merged = three(base, card("FN:A", "TEL:2"), card("FN:A", "TEL:3"))
    assert names(merged) == ["TEL"]
    assert merged.local == card("FN:A", "TEL:3")


def series(*extra: str, start: str = "20260301T100000Z", override: str | None = "o") -> bytes:
    items = [
        "BEGIN:VEVENT",
        "UID:u1",
        f"DTSTART:{start}",
        "RRULE:FREQ=DAILY",
        "SUMMARY:master",
        *extra,
        "END:VEVENT",
    ]
    if override is not None:
        items += [
            "BEGIN:VEVENT",
            "UID:u1",
            "RECURRENCE-ID:20260303T100000Z",
            "DTSTART:20260303T150000Z",
            f"SUMMARY:{override}",
            "END:VEVENT",
        ]
    return calendar(*items)


def test_an_override_and_the_master_merge_each_by_itself():
    merged = three(series(), series(override="p"), series("LOCATION:x"))
    assert merged.conflicts == ()
    assert merged.local == series("LOCATION:x", override="p")


def test_an_exdate_does_not_take_away_an_override_that_was_edited():
    deleted = series("EXDATE:20260303T100000Z", override=None)
    merged = three(series(), deleted, series(override="edited"))
    assert names(merged) == [""]
    assert b"SUMMARY:edited" in merged.local
    assert b"EXDATE" not in merged.local


def test_a_series_that_was_moved_against_an_override_is_one_decision():
    moved = series(start="20260301T090000Z", override=None)
    edited = series(override="edited")
    merged = three(series(), moved, edited)
    assert names(merged) == ["DTSTART"]
    assert merged.local == edited
    assert three(series(), moved, edited, Side.LOCAL).local == moved


def test_a_series_that_was_moved_keeps_what_else_was_said():
    moved = series(start="20260301T090000Z", override=None)
    merged = three(series(), moved, series("LOCATION:x"))
    assert merged.conflicts == ()
    assert merged.local == series("LOCATION:x", start="20260301T090000Z", override=None)


def test_alarms_come_and_go():
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT{}M", "END:VALARM")

    def with_alarms(*minutes: int, title: str = "a") -> bytes:
        parts = [part.format(minute) for minute in minutes for part in alarm]
        return event(*START, f"SUMMARY:{title}", *parts)

    merged = three(with_alarms(5), with_alarms(5, 10), with_alarms(5, title="b"))
    assert merged.local == with_alarms(5, 10, title="b")
    merged = three(with_alarms(5), with_alarms(), with_alarms(5, title="b"))
    assert merged.local == with_alarms(title="b")


ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Z",
    "BEGIN:STANDARD",
    "TZOFFSETTO:{}",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def test_a_time_zone_travels_along():
    base = event(*START, "SUMMARY:a")
    zone = [part.format("+0100") for part in ZONE]
    local = calendar(
        *zone,
        "BEGIN:VEVENT",
        "UID:u1",
        "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=Z:20260301T100000",
        "DTEND;TZID=Z:20260301T110000",
        "SUMMARY:a",
        "END:VEVENT",
    )
    merged = three(base, local, event(*START, "SUMMARY:b"))
    assert b"TZID:Z" in merged.remote
    assert b"SUMMARY:b" in merged.remote
    assert b"DTSTART;TZID=Z" in merged.remote


def test_two_revisions_by_the_organizer_are_a_third():
    def meeting(sequence: int, *extra: str) -> bytes:
        return event(*START, f"SEQUENCE:{sequence}", "ORGANIZER:mailto:o@x.org", *extra)

    merged = merge(
        Texts(
            meeting(1, "SUMMARY:a", "LOCATION:x"),
            meeting(2, "SUMMARY:b", "LOCATION:x"),
            meeting(1, "SUMMARY:a", "LOCATION:x"),
            meeting(2, "SUMMARY:a", "LOCATION:y"),
        )
    )
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert merged.local == merged.remote == meeting(3, "SUMMARY:b", "LOCATION:y")


def test_stamps_are_no_conflict():
    base = event(*START, "LAST-MODIFIED:20260101T000000Z", "SUMMARY:a")
    local = event(*START, "LAST-MODIFIED:20260103T000000Z", "SUMMARY:b")
    remote = event(*START, "LAST-MODIFIED:20260102T000000Z", "SUMMARY:a", "LOCATION:x")
    merged = three(base, local, remote)
    assert merged.conflicts == ()
    assert b"LAST-MODIFIED:20260103T000000Z" in merged.remote


def test_without_a_base_both_are_united():
    merged = three(
        None, event(*START, "SUMMARY:a", "LOCATION:x"), event(*START, "SUMMARY:a", "URL:http://x")
    )
    assert merged.conflicts == ()
    assert b"LOCATION:x" in merged.local
    assert b"URL:http://x" in merged.local


def test_L8_untouched_lines_stay_byte_for_byte():
    folded = "DESCRIPTION:a long\r\n\t text with odd\r\n  folds"
    base = event(*START, folded, "SUMMARY:a")
    merged = three(
        base, event(*START, folded, "SUMMARY:b"), event(*START, folded, "SUMMARY:a", "X-B:1")
    )
    assert folded.encode() in merged.local


@pytest.mark.parametrize(
    ("base", "local", "remote", "expected"),
    [
        (event(*START), event(*START)[:-20], event(*START, "SUMMARY:b"), "merge.broken"),
        (event(*START), event(*START, uid="other"), event(*START, "SUMMARY:b"), "merge.different"),
        (card("FN:A"), card("FN:A", version="4.0"), card("FN:B"), "merge.different"),
        (event(*START), event(*START, "SUMMARY:a"), card("FN:A"), "merge.different"),
        (
            calendar("BEGIN:VTODO", "UID:t", "SUMMARY:a", "END:VTODO"),
            calendar("BEGIN:VTODO", "UID:t", "SUMMARY:b", "END:VTODO")
            + b"BEGIN:VCARD\r\nEND:VCARD\r\n",
            calendar("BEGIN:VTODO", "UID:t", "SUMMARY:c", "END:VTODO"),
            "merge.broken",
        ),
        (
            series(),
            series()[: -len(b"END:VCALENDAR\r\n")]
            + lines(
                "BEGIN:VEVENT",
                "UID:u1",
                "RECURRENCE-ID:20260303T100000Z",
                "DTSTART:20260303T150000Z",
                "END:VEVENT",
                "END:VCALENDAR",
            ),
            series("LOCATION:x"),
            "merge.duplicate_component",
        ),
    ],
)
def test_what_cannot_be_merged_is_refused(base, local, remote, expected):
    assert reason(base, local, remote) == expected


def test_L8_a_server_that_rewrites_keeps_its_words_and_so_does_the_user():
    here = event(*START, "SUMMARY:a", "ATTENDEE:mailto:a@x.org")
    there = event(*START, "X-MADE:1", "ATTENDEE;X-SEEN=1:mailto:a@x.org", "SUMMARY:a")
    edited_here = here.replace(b"SUMMARY:a", b"SUMMARY:b")
    assert patch_remote(here, edited_here, there) == there.replace(b"SUMMARY:a", b"SUMMARY:b")
    edited_there = there.replace(b"SUMMARY:a", b"SUMMARY:c")
    assert patch_local(here, there, edited_there) == here.replace(b"SUMMARY:a", b"SUMMARY:c")
    merged = merge(
        Texts(here, edited_here, there, there.replace(b"END:VEVENT", b"URL:u\r\nEND:VEVENT"))
    )
    assert isinstance(merged, Merged)
    assert merged.conflicts == ()
    assert b"X-MADE" not in merged.local
    assert b"URL:u" in merged.local
    assert b"X-SEEN" in merged.remote
    assert b"SUMMARY:b" in merged.remote


@pytest.mark.parametrize("prefer", Side)
def test_an_override_that_goes_with_its_series_is_told(prefer):
    """Found by fuzzing: an override was dropped, and only DTSTART was listed."""

    def series(start, **overrides):
        lines = ["BEGIN:VEVENT", "UID:u", f"DTSTART:{start}", "RRULE:FREQ=DAILY", "END:VEVENT"]
        for title, day in overrides.items():
            lines += ["BEGIN:VEVENT", "UID:u", f"RECURRENCE-ID:2026030{day}T100000Z"]
            lines += [f"DTSTART:2026030{day}T120000Z", f"SUMMARY:{title}", "END:VEVENT"]
        return calendar(*lines)

    start, theirs = "20260301T100000Z", "20260301T090000Z"
    base = series(start, old=4)
    edited = series(start, mine=4, new=5)
    moved = series(theirs, old=4)
    sides = (edited, moved) if prefer is Side.REMOTE else (moved, edited)
    merged = merge(Texts(base, sides[0], base, sides[1]), prefer)
    assert isinstance(merged, Merged)
    assert same_content(merged.remote, moved)
    told = [line for conflict in merged.conflicts for line in (*conflict.local, *conflict.remote)]
    assert {b"SUMMARY:mine", b"SUMMARY:new"} <= set(told)


def test_a_time_zone_that_a_side_does_without_is_not_put_into_its_text():
    """Found by fuzzing: a program that writes no VTIMEZONE got one back with each merge."""
    times = "DTSTART;TZID=Europe/Zurich:20260301T100000"
    zone = ["BEGIN:VTIMEZONE", "TZID:Europe/Zurich", "END:VTIMEZONE"]
    base = calendar(*zone, "BEGIN:VEVENT", "UID:u", times, "SUMMARY:a", "END:VEVENT")
    here = calendar("BEGIN:VEVENT", "UID:u", times, "SUMMARY:a", "END:VEVENT")
    there = base.replace(b"SUMMARY:a", b"SUMMARY:b")
    merged = merge(Texts(base, here, base, there))
    assert isinstance(merged, Merged)
    assert merged.local == here.replace(b"SUMMARY:a", b"SUMMARY:b")
    assert same_content(merged.remote, there)


def test_sides_that_each_lost_a_uid_are_not_merged_into_none():
    """Found by fuzzing: one took it from the master, the other from the exception."""
    override = (
        "BEGIN:VEVENT",
        "UID:u",
        "RECURRENCE-ID:20260305T100000Z",
        "SUMMARY:b",
        "END:VEVENT",
    )
    base = calendar("BEGIN:VEVENT", "UID:u", *START, "RRULE:FREQ=DAILY", "END:VEVENT", *override)
    head, _, tail = base.partition(b"UID:u\r\n")
    middle, _, end = tail.partition(b"UID:u\r\n")
    here, there = head + tail, head + b"UID:u\r\n" + middle + end
    assert isinstance(merge(Texts(base, here, base, there)), Unmergeable)


@pytest.mark.parametrize("prefer", Side)
def test_one_property_in_dispute_may_be_picked(prefer):
    base = event(*START, "SUMMARY:a", "LOCATION:x")
    local, remote = (event(*START, f"SUMMARY:{s}", f"LOCATION:{s}") for s in "bc")
    chosen, other = (b"b", b"c") if prefer is Side.LOCAL else (b"c", b"b")
    against = Side.REMOTE if prefer is Side.LOCAL else Side.LOCAL
    for picks in ({"VEVENT/SUMMARY": against}, {"VEVENT/SUMMARY": against, "VEVENT/X-A": prefer}):
        merged = merge(Texts(base, local, base, remote), prefer, picks)
        assert isinstance(merged, Merged)
        # the picked one is the other side's, the rest is as preferred; both are told
        for text in (merged.local, merged.remote):
            assert b"SUMMARY:" + other in text
            assert b"LOCATION:" + chosen in text
        assert names(merged) == ["SUMMARY", "LOCATION"]
