"""What a merge must not make: rule by rule, and what it is not blamed for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync_engine.core.content.components import Component, Stream, parse
from sync_engine.core.content.sharing import Sharing
from sync_engine.core.merge import Merged, Side, Texts, Unmergeable, merge, validity
from sync_engine.core.merge.validity import (
    ONCE,
    RULES,
    Judged,
    dates_and_times,
    end_and_duration,
    ends_before_it_starts,
    nameless,
    outline,
    overrides_of_another_type,
    twice,
    until_of_another_type,
)
from tests.core.merge.samples import calendar, card, event, lines
from tests.core.merge.test_merge import reason


def component(name: str, *items: str) -> Component:
    (found,) = parse(lines(f"BEGIN:{name}", *items, f"END:{name}")).components
    return found


DATE, LATER = "DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260302"
TIME = "DTSTART:20260301T100000Z"


@pytest.mark.parametrize(
    ("rule", "name", "items", "wrong"),
    [
        (end_and_duration, "VEVENT", [TIME, "DTEND:20260301T110000Z"], False),
        (end_and_duration, "VEVENT", [TIME, "DURATION:PT1H"], False),
        (end_and_duration, "VEVENT", [TIME, "DTEND:20260301T110000Z", "DURATION:PT1H"], True),
        (end_and_duration, "VTODO", [TIME, "DUE:20260301T110000Z", "DURATION:PT1H"], True),
        (end_and_duration, "VTODO", ["DUE:20260301T110000Z"], False),
        (end_and_duration, "VALARM", ["DTEND:1", "DURATION:PT1H"], False),
        (ends_before_it_starts, "VEVENT", [TIME, "DTEND:20260301T100001Z"], False),
        (ends_before_it_starts, "VEVENT", [TIME, "DTEND:20260301T100000Z"], True),
        (ends_before_it_starts, "VEVENT", [TIME, "DTEND:20260301T090000Z"], True),
        (ends_before_it_starts, "VTODO", [TIME, "DUE:20260301T090000Z"], True),
        (ends_before_it_starts, "VEVENT", [DATE, LATER], False),
        (ends_before_it_starts, "VEVENT", [DATE, "DTEND;VALUE=DATE:20260301"], True),
        (ends_before_it_starts, "VEVENT", [TIME], False),
        (ends_before_it_starts, "VEVENT", ["DTEND:20260301T090000Z"], False),
        # other zones, other types: nobody can say without a table of zones
        (
            ends_before_it_starts,
            "VEVENT",
            ["DTSTART;TZID=A:20260301T100000", "DTEND;TZID=B:20260301T090000"],
            False,
        ),
        (
            ends_before_it_starts,
            "VEVENT",
            ["DTSTART;TZID=A:20260301T100000", "DTEND;TZID=A:20260301T090000"],
            True,
        ),
        (ends_before_it_starts, "VEVENT", [TIME, "DTEND:20260301T090000"], False),
        (ends_before_it_starts, "VFOO", [TIME, "DTEND:20260301T090000Z"], False),
        (dates_and_times, "VEVENT", [DATE, LATER], False),
        (dates_and_times, "VEVENT", [TIME, LATER], True),
        (dates_and_times, "VEVENT", [DATE, "DTEND:20260301T110000Z"], True),
        (dates_and_times, "VTODO", [DATE, "DUE:20260301T110000Z"], True),
        (dates_and_times, "VTODO", [DATE, "DUE:20260302"], False),
        (dates_and_times, "VEVENT", ["DTEND:20260301T110000Z"], False),
        (dates_and_times, "VEVENT", [DATE, "EXDATE;VALUE=DATE:20260302,20260303"], False),
        (dates_and_times, "VEVENT", [DATE, "EXDATE:20260302,20260303T100000Z"], True),
        (dates_and_times, "VEVENT", [TIME, "EXDATE:20260302T100000Z", "EXDATE:20260303"], True),
        (dates_and_times, "VEVENT", [TIME, "EXDATE:20260302T100000Z,20260303"], True),
        (dates_and_times, "VEVENT", [TIME, "DTEND:20260301t110000z"], False),
        (dates_and_times, "VFOO", [TIME, LATER], False),
        (until_of_another_type, "VEVENT", [TIME, "RRULE:FREQ=DAILY"], False),
        (until_of_another_type, "VEVENT", [TIME, "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z"], False),
        (until_of_another_type, "VEVENT", [TIME, "RRULE:UNTIL=20270101;FREQ=DAILY"], True),
        (until_of_another_type, "VEVENT", [DATE, "RRULE:FREQ=DAILY;until=20270101"], False),
        (until_of_another_type, "VEVENT", [DATE, "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z"], True),
        (until_of_another_type, "VEVENT", [TIME, "RRULE:FREQ=DAILY;UNTIL=20270101T000000"], True),
        (
            until_of_another_type,
            "VEVENT",
            ["DTSTART;TZID=A:20260301T100000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000Z"],
            False,
        ),
        (
            until_of_another_type,
            "VEVENT",
            ["DTSTART;TZID=A:20260301T100000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000"],
            True,
        ),
        (
            until_of_another_type,
            "VEVENT",
            ["DTSTART:20260301T100000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000"],
            False,
        ),
        (
            until_of_another_type,
            "VEVENT",
            ["DTSTART:20260301T100000", "RRULE:FREQ=DAILY;UNTIL=20270101T000000z"],
            True,
        ),
        # a date fits neither a local time, nor the other way round
        (
            until_of_another_type,
            "VEVENT",
            ["DTSTART:20260301T100000", "RRULE:FREQ=DAILY;UNTIL=20270101"],
            True,
        ),
        (until_of_another_type, "VEVENT", [DATE, "RRULE:FREQ=DAILY;UNTIL=20270101T000000"], True),
        (until_of_another_type, "VEVENT", ["RRULE:FREQ=DAILY;UNTIL=20270101"], False),
        (twice, "VEVENT", ["SUMMARY:a", "SUMMARY:b"], True),
        (twice, "VEVENT", ["COMMENT:a", "COMMENT:b", "SUMMARY:a"], False),
        (twice, "VEVENT", ["URL:a", "URL:b"], True),
        (twice, "VCARD", ["URL:a", "URL:b", "GEO:1", "GEO:2"], False),
        (twice, "VCARD", ["N:a", "N:b"], True),
        (nameless, "VCARD", ["N:a"], True),
        (nameless, "VCARD", ["FN:a"], False),
        (nameless, "VEVENT", [], False),
    ],
)
def test_rules(rule, name, items, wrong):
    assert rule(component(name, *items)) is wrong


@pytest.mark.parametrize("name", sorted(ONCE))
def test_what_stands_once(name):
    assert twice(component("VEVENT", f"{name}:a", f"{name}:b"))
    assert not twice(component("VEVENT", f"{name}:a"))


def series(start: str, *ids: str, uid: str = "u", name: str = "VEVENT") -> Component:
    parts = [f"BEGIN:{name}", f"UID:{uid}", start, f"END:{name}"] if start else []
    for when in ids:
        parts += ["BEGIN:VEVENT", "UID:u", f"RECURRENCE-ID{when}", "END:VEVENT"]
    return component("VCALENDAR", *parts)


@pytest.mark.parametrize(
    ("resource", "wrong"),
    [
        (series(TIME, ":20260302T100000Z"), False),
        (series(TIME, ":20260302T100000Z", ";VALUE=DATE:20260303"), True),
        (series(DATE, ";VALUE=DATE:20260302"), False),
        (series(DATE, ":20260302T100000Z"), True),
        (series("", ":20260302T100000Z", ";VALUE=DATE:20260303"), False),
        (series("SUMMARY:no start", ":20260302T100000Z"), False),
        (series(DATE, ":20260302T100000Z", uid="other"), False),
        (series(DATE, ":20260302T100000Z", name="VTODO"), False),
        (series(DATE, ":20260302T100000Z", name="VTIMEZONE"), False),
        # one instance may be moved to a whole day
        (series(TIME, f":20260302T100000Z\r\n{DATE}"), False),
        (series(DATE, f";VALUE=DATE:20260302\r\n{TIME}"), False),
        # of components that nobody knows nothing is known
        (
            component(
                "VCALENDAR",
                *("BEGIN:VFOO", "UID:u", DATE, "END:VFOO"),
                *("BEGIN:VFOO", "UID:u", "RECURRENCE-ID:20260302T100000Z", "END:VFOO"),
            ),
            False,
        ),
    ],
)
def test_overrides_of_another_type(resource, wrong):
    assert overrides_of_another_type(resource) is wrong


def test_every_rule_is_applied():
    assert {*RULES} == {
        end_and_duration,
        ends_before_it_starts,
        dates_and_times,
        until_of_another_type,
        overrides_of_another_type,
        twice,
        nameless,
    }


@pytest.mark.parametrize(
    ("body", "kind", "components", "uids", "without", "sound"),
    [
        (event(), "VCALENDAR", {"VEVENT"}, {b"u1"}, False, True),
        (card(), "VCARD", {"VCARD"}, {b"c1"}, False, True),
        (calendar(), "VCALENDAR", set(), set(), False, False),
        (
            calendar("BEGIN:VTIMEZONE", "TZID:Z", "END:VTIMEZONE"),
            "VCALENDAR",
            set(),
            set(),
            False,
            False,
        ),
        (lines("BEGIN:VNOTE", "END:VNOTE"), "VNOTE", set(), set(), False, False),
        (lines("BEGIN:VCARD", "END:VCARD"), "VCARD", {"VCARD"}, set(), True, True),
        (
            calendar("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTODO", "UID:t", "END:VTODO"),
            "VCALENDAR",
            {"VEVENT", "VTODO"},
            {b"t"},
            True,
            True,
        ),
    ],
)
def test_outlines(body, kind, components, uids, without, sound):
    found = outline(parse(body).components[0])
    assert (found.kind, found.components, found.uids) == (kind, components, uids)
    assert (found.nameless, found.sound) == (without, sound)


def test_versions():
    assert outline(parse(card(version=" 4.0 ")).components[0]).version == b"4.0"
    assert outline(component("VCARD")).version == b""


GOOD = event(TIME, "SUMMARY:a")


@pytest.mark.parametrize(
    ("result", "worse"),
    [
        (event(TIME, "SUMMARY:b"), False),
        (event(TIME, "SUMMARY:a", "SUMMARY:b"), True),
        (event(TIME, "SUMMARY:a\x01"), True),
        (event(TIME).replace(b"DTSTAMP", b"SUMMARY:\xff\r\nDTSTAMP"), True),
        (event(TIME).replace(b"UID:u1\r\n", b""), True),
        (event(TIME) + event(TIME), True),
        (event(TIME)[:-10], True),
        (calendar(), True),
        (
            calendar("BEGIN:VEVENT", "UID:a", "END:VEVENT", "BEGIN:VEVENT", "UID:b", "END:VEVENT"),
            True,
        ),
        (
            calendar("BEGIN:VEVENT", "UID:a", "END:VEVENT", "BEGIN:VTODO", "UID:a", "END:VTODO"),
            True,
        ),
        (calendar("BEGIN:VEVENT", "UID:a", "X-A:1", "END:VEVENT"), False),
        (
            event(TIME, "BEGIN:VALARM", "TRIGGER:1", "URL:1", "URL:2", "END:VALARM"),
            True,
        ),
    ],
)
def test_what_is_worse_than_before(result, worse):
    before = Judged([(parse(GOOD), GOOD)])
    assert before.worse(parse(result), result) is worse
    # whoever had it before may keep it
    assert Judged([(parse(result), result)]).worse(parse(result), result) is False
    changed = result.replace(b"SUMMARY", b"LOCATION")
    both = Judged([(parse(GOOD), GOOD), (parse(changed), changed)])
    if b"SUMMARY" not in result:
        assert not both.worse(parse(result), result)


@pytest.mark.parametrize("place", [0, 1])
def test_the_text_of_a_side_needs_no_look(monkeypatch, place):
    def never(*_: object) -> list[str]:
        raise AssertionError("it was there before")

    monkeypatch.setattr(validity, "_faults", never)
    other = event("SUMMARY:b")
    texts = [other, other]
    texts[place] = GOOD
    assert Judged([(parse(t), t) for t in texts]).worse(parse(GOOD), GOOD) is False


def test_the_sides_are_judged_only_where_something_is_wrong(monkeypatch):
    looked_at: list[bytes] = []
    faults = validity._faults

    def noted(stream: Stream, body: bytes, seen: set[int]) -> Iterator[str]:
        looked_at.append(body)
        return faults(stream, body, seen)

    monkeypatch.setattr(validity, "_faults", noted)
    before = Judged([(parse(GOOD), GOOD)])
    fine, odd = event(TIME, "SUMMARY:b"), event(TIME, "SUMMARY:a", "SUMMARY:b")
    assert before.worse(parse(fine), fine) is False
    assert looked_at == [fine]
    assert before.worse(parse(odd), odd) is True
    assert looked_at == [fine, odd, GOOD]


def test_a_known_fault_does_not_excuse_another():
    old = event(TIME, "SUMMARY:a", "SUMMARY:b")
    new = event(TIME, "DTEND:20260301T090000Z", "SUMMARY:a", "SUMMARY:b")
    assert Judged([(parse(old), old)]).worse(parse(new), new)


def test_what_came_whole_from_a_side_is_not_judged_again():
    sharing = Sharing()
    odd = calendar("BEGIN:VEVENT", "UID:u", "SUMMARY:a", "SUMMARY:b", "END:VEVENT")
    more = odd.replace(b"PRODID", b"METHOD:x\r\nPRODID")
    before = Judged([(sharing.parse(odd), odd)])
    assert before._seen == {id(sharing.parse(more).components[0].children[0])}
    assert not before.worse(sharing.parse(more), more)


# end to end: changes that are sound on each side and not together


def test_L8_a_merge_that_would_say_what_nobody_said_is_refused():
    # one side makes it an all-day event, the other takes one day out
    base = event(TIME, "RDATE:20260305T100000Z")
    local = event(DATE, "RDATE;VALUE=DATE:20260305")
    remote = event(TIME, "RDATE:20260305T100000Z", "EXDATE:20260301T100000Z")
    merged = merge(Texts(base, local, base, remote))
    assert isinstance(merged, Merged)
    assert [c.name for c in merged.conflicts] == ["DTSTART"]  # one unit, one decision
    # a plain event has no series: there the parts do not fit
    plain, day = event(TIME), event(DATE)
    assert reason(plain, day, event(TIME, "EXDATE:20260301T100000Z")) == "merge.invalid"


def test_a_task_and_an_event_under_one_uid_are_not_put_together():
    task = calendar("BEGIN:VTODO", "UID:u1", "SUMMARY:a", "END:VTODO")
    assert reason(None, task, event(TIME)) == "merge.different"
    assert reason(event(TIME), task, event(TIME, "X-A:1")) == "merge.different"


def test_what_was_wrong_before_is_no_reason_to_refuse():
    base = event(TIME, "DTEND:20260301T090000Z", "SUMMARY:a")
    local = event(TIME, "DTEND:20260301T090000Z", "SUMMARY:b")
    remote = event(TIME, "DTEND:20260301T090000Z", "SUMMARY:a", "LOCATION:x")
    for prefer in Side:
        assert isinstance(merge(Texts(base, local, base, remote), prefer), Merged)


def test_one_result_that_is_worse_is_enough():
    # the sides rest in other words: what is sound in one is not in the other
    plain, odd = event("SUMMARY:a"), event("SUMMARY:a", "EXDATE;VALUE=DATE:20260302")
    started = event("SUMMARY:a", TIME)
    there = merge(Texts(plain, started, odd, odd))
    here = merge(Texts(odd, odd, plain, started))
    assert there == here == Unmergeable("merge.invalid")
