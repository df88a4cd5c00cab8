"""A rule's last start: exact for people's rules, never too early for any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice

import hypothesis.strategies as st
import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given

from sync_engine.core.scope.recurrence import MOST_DAYS, last_start
from sync_engine.core.scope.times import Unsure, time

DAY = timedelta(days=1)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

EXACT = [
    ("FREQ=DAILY;COUNT=10", "20240101T100000Z", "20240110T100000Z"),
    ("FREQ=DAILY;INTERVAL=3;COUNT=4", "20240101T100000Z", "20240110T100000Z"),
    ("FREQ=WEEKLY;COUNT=3", "20240101T100000Z", "20240115T100000Z"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5", "20240103T100000Z", "20240112T100000Z"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU;COUNT=4", "20240102T100000Z", "20240128T100000Z"),
    ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "20240109T100000Z", "20240312T100000Z"),
    ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "20240126T100000Z", "20240223T100000Z"),
    ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "20240131T100000Z", "20240531T100000Z"),
    ("FREQ=MONTHLY;COUNT=3", "20240131T100000Z", "20240531T100000Z"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "20240131T100000Z", "20240229T100000Z"),
    ("FREQ=YEARLY;COUNT=3", "20240229T100000Z", "20320229T100000Z"),
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=2", "20240512T100000Z", "20250511T100000Z"),
    ("FREQ=HOURLY;INTERVAL=5;COUNT=3", "20240101T100000Z", "20240101T200000Z"),
    ("freq=daily;count=2;", "20240101T100000Z", "20240102T100000Z"),
    ("FREQ=DAILY;UNTIL=20240105T090000Z", "20240101T100000Z", "20240105T090000Z"),
]


@pytest.mark.parametrize(("rule", "start", "last"), EXACT)
def test_the_rules_that_people_use_are_exact(rule, start, last):
    assert last_start(rule.encode(), time(start.encode())) == time(last.encode()).digits


LATE = [
    # local times may be a day later in UTC; a day without a time is a whole day
    ("FREQ=DAILY;COUNT=2", "20240101T100000", "20240103T100000Z"),
    ("FREQ=DAILY;COUNT=2", "20240101", "20240103T000000Z"),
    ("FREQ=DAILY;UNTIL=20240105", "20240101T100000Z", "20240107T000000Z"),
    ("FREQ=DAILY;UNTIL=20240105T100000", "20240101T100000", "20240106T100000Z"),
    # times of their own may leave the first day out
    ("FREQ=DAILY;COUNT=2;BYHOUR=9,20", "20240101T100000Z", "20240104T000000Z"),
]


@pytest.mark.parametrize(("rule", "start", "bound"), LATE)
def test_what_is_not_exact_is_late(rule, start, bound):
    assert last_start(rule.encode(), time(start.encode())) == time(bound.encode()).digits


UNSURE = [
    "FREQ=DAILY",
    "FREQ=FORTNIGHTLY;COUNT=2",
    "COUNT=2",
    "",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=-2",
    "FREQ=DAILY;COUNT=2;COUNT=3",
    "FREQ=DAILY;COUNT=2;INTERVAL=0",
    "FREQ=DAILY;COUNT=2;INTERVAL=x",
    "FREQ=DAILY;COUNT",
    "FREQ=DAILY;UNTIL=soon",
    "FREQ=YEARLY;BYWEEKNO=20;COUNT=2",
    "FREQ=YEARLY;BYYEARDAY=200;COUNT=2",
    "RSCALE=HEBREW;FREQ=YEARLY;COUNT=2",
    "FREQ=DAILY;BYMONTH=13;COUNT=2",
    "FREQ=DAILY;BYMONTH=5L;COUNT=2",
    "FREQ=DAILY;BYMONTHDAY=0;COUNT=2",
    "FREQ=WEEKLY;BYDAY=2MO;COUNT=2",
    "FREQ=MONTHLY;BYDAY=0MO;COUNT=2",
    "FREQ=MONTHLY;BYDAY=XX;COUNT=2",
    "FREQ=MONTHLY;BYDAY=MO,2MO;COUNT=2",
    "FREQ=WEEKLY;BYMONTHDAY=3;COUNT=2",
    "FREQ=WEEKLY;WKST=XX;COUNT=2",
    "FREQ=HOURLY;BYMINUTE=3;COUNT=2",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;BYHOUR=3,4;COUNT=2",
    "FREQ=DAILY;BYHOUR=24;COUNT=2",
    # never, or not within a century
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
    "FREQ=YEARLY;COUNT=200",
]


@pytest.mark.parametrize("rule", UNSURE)
def test_without_a_clear_end_there_is_no_bound(rule):
    with pytest.raises(Unsure):
        last_start(rule.encode(), time(b"20240101T100000Z"))


def test_beyond_the_calendar_there_is_no_bound():
    with pytest.raises(OverflowError):
        last_start(b"FREQ=HOURLY;COUNT=999999999", time(b"20240101T100000Z"))
    with pytest.raises(Unsure):
        last_start(b"FREQ=DAILY;COUNT=9", time(b"99991231T100000Z"))


def some(values, most=3):
    return st.lists(values, min_size=1, max_size=most, unique=True)


def part(name, values):
    return st.one_of(st.just(""), some(values).map(lambda v: f";{name}={','.join(map(str, v))}"))


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    ordinals = st.sampled_from(["", "", "1", "2", "-1", "5"])
    days = st.sampled_from(DAYS)
    if frequency in ("MONTHLY", "YEARLY"):
        days = st.tuples(ordinals, days).map("".join)
    rule = f"FREQ={frequency};COUNT={draw(st.integers(1, 30))}"
    rule += draw(st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=3"]))
    rule += draw(st.sampled_from(["", ";WKST=SU"]))
    rule += draw(part("BYDAY", days)) + draw(part("BYMONTH", st.integers(1, 12)))
    if frequency != "WEEKLY":
        rule += draw(part("BYMONTHDAY", st.integers(-31, 31).filter(bool)))
    rule += draw(part("BYSETPOS", st.integers(-3, 3).filter(bool)))
    if ";BYSETPOS" not in rule:
        rule += draw(part("BYHOUR", st.integers(0, 23)))
    return rule


@given(rule=rules(), day=st.integers(0, 20_000), hour=st.integers(0, 23))
@example("FREQ=MONTHLY;COUNT=3;BYDAY=MO;BYSETPOS=1", 9000, 3)
def test_never_earlier_than_another_reading_of_the_standard(rule, day, hour):
    """python-dateutil expands the rule; ours may be later, never earlier."""
    start = datetime(1980, 1, 1, hour, tzinfo=UTC) + day * DAY
    try:
        bound = last_start(rule.encode(), time(start.strftime("%Y%m%dT%H%M%SZ").encode()))
    except Unsure:
        return
    count = int(rule.partition("COUNT=")[2].partition(";")[0])
    until = start + (MOST_DAYS + 400) * DAY
    rule = rule.replace(f"COUNT={count}", f"UNTIL={until:%Y%m%dT%H%M%SZ}")
    occurrences = list(islice(rrulestr(rule, dtstart=start), count))
    assert max(occurrences, default=start) <= bound
