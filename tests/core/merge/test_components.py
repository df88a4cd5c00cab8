"""What belongs together in a calendar: a series with its overrides, alarms of four texts,
meetings that both sides revised."""

from __future__ import annotations

import pytest

from sync_engine.core.merge import Merged, PropertyConflict, Side, Texts, merge
from tests.core.merge.samples import calendar, event
from tests.core.merge.test_merge import START, names, said, three
from tests.core.merge.test_rules import meeting

TEN, NINE = "20260301T100000Z", "20260301T090000Z"


def series(start: str = TEN, *lines: str, **overrides: str) -> bytes:
    """A daily series.

    :param overrides: ``d3="a"``: on the third, under the title ``a``; ``n3``: of nine o'clock.
    """
    text = ["BEGIN:VEVENT", "UID:u", f"DTSTART:{start}", "RRULE:FREQ=DAILY", *lines, "END:VEVENT"]
    for day, title in overrides.items():
        text += override(day, title)
    return calendar(*text)


def override(day: str, title: str) -> list[str]:
    hour = {"d": "10", "n": "09"}[day[0]]
    instance = f"2026030{day[1]}T{hour}0000Z"
    return ["BEGIN:VEVENT", "UID:u", f"RECURRENCE-ID:{instance}", f"SUMMARY:{title}", "END:VEVENT"]


def merged(base: bytes, local: bytes, remote: bytes, prefer: Side = Side.REMOTE) -> Merged:
    """For what is one decision: afterwards a side may have what the other calls deleted."""
    found = merge(Texts(base, local, base, remote), prefer)
    assert isinstance(found, Merged)
    return found


def both_ways(base: bytes, one: bytes, other: bytes) -> list[tuple[Merged, bytes]]:
    """Each as the local text, each preferred: the result, and who was preferred."""
    return [
        (merged(base, here, there, prefer), here if prefer is Side.LOCAL else there)
        for here, there in ((one, other), (other, one))
        for prefer in Side
    ]


# a series that is counted anew against what the other side did


@pytest.mark.parametrize(
    "touched",
    [
        pytest.param(series(d4="a"), id="one taken away"),
        pytest.param(series(d3="a", d4="a", d5="new"), id="one added"),
        pytest.param(series(d3="edited", d4="a"), id="one of two edited"),
        pytest.param(series(d3="edited", d4="edited"), id="both edited"),
        pytest.param(series(TEN, "EXDATE:20260306T100000Z", d3="a", d4="a"), id="a day"),
    ],
)
def test_a_series_counted_anew_with_its_overrides_is_one_decision(touched):
    # the usual way to move a series: the overrides are named by the new hour
    base, moved = series(d3="a", d4="a"), series(NINE, n3="a", n4="a")
    for found, preferred in both_ways(base, touched, moved):
        assert names(found)[0] == "DTSTART"
        assert said(found.local) == said(found.remote) == said(preferred)


def test_and_takes_along_the_overrides_that_both_have():
    weekly = series(d3="a").replace(b"DAILY", b"WEEKLY").replace(b"SUMMARY:a", b"LOCATION:w")
    daily = series(TEN, "EXDATE:20260305T100000Z", d3="b")
    for found, preferred in both_ways(series(d3="a"), weekly, daily):
        assert names(found) == ["DTSTART", ""]
        assert said(found.local) == said(found.remote) == said(preferred)


def test_an_override_that_both_have_may_be_edited_while_the_series_moves():
    base, moved = series(d3="a", d4="a"), series(NINE, d3="a")
    for found, _ in both_ways(base, moved, series(d3="edited", d4="a")):
        assert found.conflicts == ()
        assert said(found.local) == said(found.remote) == said(series(NINE, d3="edited"))


def test_where_both_moved_the_series_alike_there_is_nothing_to_decide():
    """A conflict named two starts that were the same, and the override of one side was lost."""
    base, one = series(d3="a"), series(NINE, d3="a")
    for found, _ in both_ways(base, one, series(NINE, d3="a", n5="new")):
        assert found.conflicts == ()
        assert said(found.local) == said(found.remote) == said(series(NINE, d3="a", n5="new"))
    for found, _ in both_ways(base, series(NINE), series(NINE, d3="edited")):
        assert names(found) == [""]
        assert said(found.local) == said(found.remote) == said(series(NINE, d3="edited"))


def test_a_day_that_the_server_alone_had_goes_with_the_old_count():
    day = "EXDATE:20260305T100000Z"
    there = series(TEN, day, "EXDATE:20260306T100000Z")
    found = merge(Texts(series(TEN, day), series(NINE), there, there))
    assert isinstance(found, Merged)
    assert found.conflicts == ()
    assert found.local == found.remote == series(NINE)


def test_a_series_that_stays_in_its_time_zone_is_not_counted_anew():
    def zoned(*days: str) -> bytes:
        text = series(TEN, *(f"EXDATE:2026030{day}T100000Z" for day in days))
        return text.replace(b"DTSTART:", b"DTSTART;TZID=Z:")

    found = three(zoned("4"), zoned("4", "5"), zoned())
    assert found.conflicts == ()
    assert said(found.local) == said(zoned("5"))


def test_without_a_base_nothing_was_counted_anew():
    here, there = (series(TEN, f"EXDATE:2026030{day}T100000Z") for day in "45")
    found = three(None, here, there)
    assert found.conflicts == ()
    assert said(found.local) == said(series(TEN, "EXDATE:20260304T100000Z,20260305T100000Z"))


@pytest.mark.parametrize("side", Side)
def test_a_series_that_one_side_has_only_instances_of_is_not_united(side):
    """Whoever was invited to one day alone has an override without its series."""
    alone = calendar(*override("d3", "a"))
    texts = [alone, series(d3="a"), series(d3="a"), series(NINE, d3="a")]
    expected = ["DTSTART"]
    if side is Side.REMOTE:
        texts = [series(d3="a"), series(NINE, d3="a"), series(d3="a"), alone]
        expected = [""]
    found = merge(Texts(*texts))
    assert isinstance(found, Merged)
    assert names(found) == expected
    assert said(found.local) == said(found.remote) == said(series(NINE, d3="a"))


def test_a_series_without_a_uid_is_one_decision_too():
    def nameless(text: bytes) -> bytes:
        return text.replace(b"UID:u\r\n", b"")

    base, moved = nameless(series(d3="a")), nameless(series(NINE, d3="mine"))
    touched = nameless(series(TEN, "EXDATE:20260305T100000Z", d3="theirs"))
    for found, preferred in both_ways(base, moved, touched):
        assert names(found) == ["DTSTART", ""]
        assert said(found.local) == said(found.remote) == said(preferred)


def test_what_is_no_override_of_the_series_does_not_go_with_it():
    def with_log(text: bytes, value: int) -> bytes:
        log = f"BEGIN:X-LOG\r\nUID:u\r\nRECURRENCE-ID:{TEN}\r\nX-A:{value}\r\nEND:X-LOG\r\n"
        other = log.replace("UID:u", "UID:other")
        return text.replace(b"END:VCALENDAR", f"{log}{other}END:VCALENDAR".encode())

    moved = with_log(series(NINE), 1)
    touched = with_log(series(TEN, "EXDATE:20260305T100000Z"), 2)
    for found, preferred in both_ways(with_log(series(), 1), moved, touched):
        assert names(found) == ["DTSTART"]
        for text in (found.local, found.remote):
            assert said(text) == said(preferred.replace(b"X-A:1", b"X-A:2"))


# what is told of an override that went with its series


def test_of_the_overrides_those_that_the_loser_edited_are_told():
    base = series(d3="a", d4="a", d5="a")
    moved = series(NINE, "LOCATION:x", d3="a", d4="b", d5="a")
    touched = series(TEN, "EXDATE:20260309T100000Z", d3="c", d4="a", d5="a")
    lost = {
        Side.LOCAL: ("20260304T100000Z", b"SUMMARY:b"),
        Side.REMOTE: ("20260303T100000Z", b"SUMMARY:c"),
    }
    for prefer, loser in ((Side.REMOTE, Side.LOCAL), (Side.LOCAL, Side.REMOTE)):
        found = merged(base, moved, touched, prefer)
        day, title = lost[loser]
        (told,) = [conflict for conflict in found.conflicts if not conflict.name]
        assert told.component.recurrence_id == f":{day}".encode()
        assert title in (told.local if loser is Side.LOCAL else told.remote)


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        pytest.param(("a", "a from the server"), "a", id="each side's own words"),
        pytest.param(("a", None), "a", id="new on the server"),
        pytest.param((None, "a"), "a", id="new here"),
        pytest.param((None, None), None, id="new on both"),
    ],
)
@pytest.mark.parametrize("prefer", Side)
def test_the_base_of_an_override_that_was_lost_is_told(bases, expected, prefer):
    here, there = (series(**({"d3": title} if title else {})) for title in bases)
    moved, touched = series(NINE, d3="b"), series(TEN, "EXDATE:20260309T100000Z", d3="c")
    found = merge(Texts(here, moved, there, touched), prefer)
    assert isinstance(found, Merged)
    (told,) = [conflict for conflict in found.conflicts if not conflict.name]
    texts = [
        tuple(line.encode() for line in override("d3", title)) if title else ()
        for title in (expected, "b", "c")
    ]
    assert told == PropertyConflict(told.component, "", *texts)


# days taken out where the sides rest in different words


OUT = "EXDATE:20260303T100000Z"


@pytest.mark.parametrize("prefer", Side)
@pytest.mark.parametrize("swapped", [False, True])
def test_L8_a_day_that_was_edited_for_the_first_time_is_not_taken_out(swapped, prefer):
    # with both, programs differ: some show the edited instance, some hide it
    edited = series(d3="moved"), series(TEN, OUT)
    found = merged(series(), *(reversed(edited) if swapped else edited), prefer)
    assert found.local == found.remote == edited[0]
    (told,) = found.conflicts
    assert (told.name, told.base) == ("", ())
    assert told.component.recurrence_id.endswith(b"20260303T100000Z")
    texts = (told.remote, told.local) if swapped else (told.local, told.remote)
    assert b"SUMMARY:moved" in texts[0]
    assert texts[1] == ()


@pytest.mark.parametrize("swapped", [False, True])
def test_a_new_override_beside_days_that_are_out_is_nothing_to_decide(swapped):
    for out, more in (
        (OUT, OUT),  # it was out before, and is brought back
        ("X-A:1", "EXDATE:20260304T100000Z,20260305T100000Z"),  # others are
    ):
        base, one, other = series(TEN, out), series(TEN, out, d3="new"), series(TEN, more, "X-B:1")
        found = merged(base, *((other, one) if swapped else (one, other)))
        assert found.conflicts == ()
        assert found.local.count(b"SUMMARY:new") == 1
        assert more.encode() in found.local


def test_of_the_days_that_are_out_the_edited_one_alone_comes_back():
    found = merged(series(), series(d3="moved"), series(TEN, f"{OUT},20260304T100000Z"))
    assert names(found) == [""]
    assert found.local == series(TEN, "EXDATE:20260304T100000Z", d3="moved")
    # and it is found behind one that is nobody else's
    found = merged(series(), series(d2="new", d3="moved"), series(TEN, OUT))
    assert names(found) == [""]
    assert found.local == series(d2="new", d3="moved")


@pytest.mark.parametrize("swapped", [False, True])
def test_a_day_that_is_out_with_its_override_left_is_out(swapped):
    # both still have the override: nobody deleted it, and each edit is done
    one, other = series(d3="edited"), series(TEN, OUT, d3="a")
    found = merged(series(d3="a"), *((other, one) if swapped else (one, other)))
    assert found.conflicts == ()
    assert found.local == series(TEN, OUT, d3="edited")


def test_a_series_that_is_taken_whole_tells_of_a_new_override_once():
    for found, _ in both_ways(series(), series(NINE, OUT), series(d3="new")):
        assert names(found).count("") <= 1


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("edited", [False, True])
def test_an_override_is_edited_if_it_differs_from_its_own_base(side, edited):
    """A server that adds a line of its own to each override has edited none of them."""
    day = "EXDATE:20260303T100000Z"
    other = "edited" if edited else "a"
    theirs = (series(d3="a\r\nX-MADE:1"), series(d3=f"{other}\r\nX-MADE:1"))
    mine = (series(d3="a"), series(TEN, day))
    texts = Texts(*mine, *theirs)
    if side is Side.REMOTE:
        texts = Texts(series(d3="a"), series(d3=other), theirs[0], series(TEN, day))
    found = merge(texts)
    assert isinstance(found, Merged)
    for text in (found.local, found.remote):
        assert (day.encode() in text) is not edited
        assert (b"SUMMARY:edited" in text) is edited
        assert b"SUMMARY:a" not in text


def test_nor_is_a_day_taken_out_where_the_two_were_never_synced():
    found = three(None, series(d3="new"), series(TEN, OUT, "EXDATE:20260304T100000Z"))
    assert names(found) == [""]
    assert said(found.local) == said(series(TEN, "EXDATE:20260304T100000Z", d3="new"))


def test_a_side_that_takes_the_day_of_its_own_override_out_has_its_way():
    """Some programs write both, and mean the override."""
    both = series(TEN, OUT, d3="new")
    for other in (series(), series(TEN, OUT)):
        for found, _ in both_ways(series(), both, other):
            assert found.conflicts == ()
            assert found.local == found.remote == both


def test_what_a_server_took_out_long_ago_is_no_deletion():
    there = series(TEN, OUT)
    found = merge(Texts(series(), series(d3="new"), there, there))
    assert isinstance(found, Merged)
    assert found.conflicts == ()
    assert found.local == series(d3="new")
    assert found.remote == series(TEN, OUT, d3="new")


@pytest.mark.parametrize("side", Side)
def test_an_override_that_is_new_here_and_was_deleted_there_is_told_once(side):
    new, old = (series(), series(d3="b")), (series(d3="a"), series(TEN, OUT))
    found = merge(Texts(*new, *old) if side is Side.LOCAL else Texts(*old, *new))
    assert isinstance(found, Merged)
    assert names(found) == [""]
    assert found.local == found.remote == series(d3="b")


def test_a_day_that_the_server_took_out_without_an_override_is_told():
    found = merge(Texts(series(d3="a"), series(d3="b"), series(), series(TEN, OUT)))
    assert isinstance(found, Merged)
    (told,) = found.conflicts
    before, after = (tuple(line.encode() for line in override("d3", title)) for title in "ab")
    assert (told.base, told.local, told.remote) == (before, after, ())
    assert found.local == found.remote == series(d3="b")


# alarms


def alarm(minutes: int, *marks: str) -> tuple[str, ...]:
    return ("BEGIN:VALARM", *marks, f"TRIGGER:-PT{minutes}M", "END:VALARM")


@pytest.mark.parametrize("marks", [("UID:{}",), ("UID:{}", "X-WR-ALARMUID:one-for-all")])
def test_alarms_are_known_by_their_uid_wherever_they_stand(marks):
    a, b = ([mark.format(uid) for mark in marks] for uid in "ab")
    base = event(*START, *alarm(5, *a), *alarm(10, *b))
    local = event(*START, *alarm(5, *a), *alarm(20, *b))
    remote = event(*START, *alarm(10, *b), *alarm(7, *a))
    found = merge(Texts(base, local, base, remote))
    assert isinstance(found, Merged)
    assert found.conflicts == ()
    assert found.local == event(*START, *alarm(7, *a), *alarm(20, *b))
    assert found.remote == event(*START, *alarm(20, *b), *alarm(7, *a))


def test_only_an_alarm_is_known_by_the_name_of_alarms():
    def nameless(*lines: str) -> bytes:
        return calendar("BEGIN:VEVENT", *START, *lines, "END:VEVENT")

    found = three(
        nameless("X-WR-ALARMUID:1"),
        nameless("X-WR-ALARMUID:2"),
        nameless("X-WR-ALARMUID:1", "SUMMARY:b"),
    )
    assert found.conflicts == ()
    assert said(found.local) == said(nameless("X-WR-ALARMUID:2", "SUMMARY:b"))


def test_without_a_base_the_one_alarm_of_each_side_is_one():
    found = three(None, event(*START, *alarm(5)), event(*START, *alarm(10)))
    assert names(found) == ["TRIGGER"]
    assert found.local == event(*START, *alarm(10))


def test_twins_stay_twins():
    twins = (*alarm(5), *alarm(5), *alarm(5))
    found = three(event(*START, *twins), event(*START, *twins, *alarm(9)), event(*START, *alarm(5)))
    assert found.conflicts == ()
    assert found.local == event(*START, *alarm(5), *alarm(9))


# meetings


HUGE = "SEQUENCE:" + "1" * 5000


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(("1", "2", "1", "2"), ["3", "3"], id="both revised it"),
        pytest.param(("1", "2", "0", "2"), ["3", "3"], id="from different numbers"),
        pytest.param(("2", "2", "1", "2"), ["2", "2"], id="the server revised it"),
        pytest.param(("1", "2", "2", "2"), ["2", "2"], id="the user revised it"),
        pytest.param((None, "2", "1", "2"), ["3", "3"], id="its first number here"),
        pytest.param(("1", "2", None, "2"), ["3", "3"], id="its first number there"),
        pytest.param(("1", None, "1", None), [None, None], id="both took it away"),
        pytest.param(("1", "x", "1", "x"), ["x", "x"], id="both wrote what is none"),
        pytest.param(("x", "2", "1", "2"), ["3", "3"], id="it was none"),
        pytest.param(("1", "2", "1", "1"), ["2", "2"], id="one revised it"),
    ],
)
def test_a_meeting_that_both_sides_revised_under_one_number(numbers, expected):
    def text(number: str | None, *lines: str) -> bytes:
        return meeting(f"SEQUENCE:{number}" if number else "X-A:1", *lines)

    bases = [text(number, "SUMMARY:a", "LOCATION:x") for number in (numbers[0], numbers[2])]
    here = text(numbers[1], "SUMMARY:b", "LOCATION:x")
    there = text(numbers[3], "SUMMARY:a", "LOCATION:y")
    found = merge(Texts(bases[0], here, bases[1], there))
    assert isinstance(found, Merged)
    assert found.conflicts == ()
    results = [text(number, "SUMMARY:b", "LOCATION:y") for number in expected]
    assert [said(found.local), said(found.remote)] == [said(text) for text in results]


def test_a_sequence_of_more_digits_than_a_number_has_is_a_decision():
    """The merge ended with an error: ``int`` refuses more than 4300 digits."""
    found = three(meeting("SEQUENCE:1"), meeting(HUGE), meeting("SEQUENCE:2"))
    assert names(found) == ["SEQUENCE"]
    found = three(meeting("SEQUENCE:1"), meeting(HUGE, "SUMMARY:a"), meeting(HUGE, "LOCATION:b"))
    assert found.conflicts == ()
    assert HUGE.encode() in found.local.replace(b"\r\n ", b"")
