"""When it ended: recurrence, overrides, zones, whole days, tasks; and what is not sure."""

from __future__ import annotations

from datetime import UTC, datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from sync_engine.core.scope import DAY, cutoff, last_end, outside
from tests.core.content.strategies import damaged


def calendar(*components):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//t//EN"]
    for kind, *properties in components:
        lines += [f"BEGIN:{kind}", "UID:u", *properties, f"END:{kind}"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def event(*properties):
    return calendar(("VEVENT", *properties))


def task(*properties):
    return calendar(("VTODO", *properties))


def at(text):
    return (
        datetime.strptime(text + "Z" * (not text.endswith("Z")), "%Y%m%dT%H%M%SZ")
        .replace(tzinfo=UTC)
        .timestamp()
    )


TEN, ELEVEN = "DTSTART:20240101T100000Z", "DTEND:20240101T110000Z"

ENDS = [
    ("a time in UTC is exact", event(TEN, ELEVEN), "20240101T110000"),
    ("a length", event(TEN, "DURATION:P1DT2H"), "20240102T120000"),
    ("no end is no length", event(TEN), "20240101T100000"),
    (
        "a floating time may be a day later",
        event("DTSTART:20240101T100000", "DTEND:20240101T110000"),
        "20240102T110000",
    ),
    (
        "a zone likewise, known or not",
        event("DTSTART;TZID=Mars/Base:20240101T100000", "DTEND;TZID=Mars/Base:20240101T110000"),
        "20240102T110000",
    ),
    (
        "between two zones a day more",
        event("DTSTART;TZID=A:20240101T100000", "DTEND;TZID=B:20240101T110000"),
        "20240103T110000",
    ),
    ("a day is that day", event("DTSTART;VALUE=DATE:20240101"), "20240103T000000"),
    (
        "days end before DTEND",
        event("DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240104"),
        "20240105T000000",
    ),
    (
        "an end before its start counts as its start",
        event(TEN, "DTEND:20230101T000000Z"),
        "20240101T100000",
    ),
    ("a rule with an end", event(TEN, ELEVEN, "RRULE:FREQ=DAILY;COUNT=3"), "20240103T110000"),
    (
        "a rule until then",
        event(TEN, ELEVEN, "RRULE:FREQ=DAILY;UNTIL=20240201T100000Z"),
        "20240201T110000",
    ),
    (
        "further dates",
        event(TEN, ELEVEN, "RDATE:20240301T100000Z,20240201T100000Z"),
        "20240301T110000",
    ),
    (
        "periods",
        event(
            TEN,
            "RDATE;VALUE=PERIOD:20240301T100000Z/20240301T150000Z,20240302T100000Z/PT1H",
        ),
        "20240302T110000",
    ),
    (
        "an exception takes nothing away",
        event(TEN, ELEVEN, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20240102T100000Z"),
        "20240102T110000",
    ),
    (
        "an override that was moved to a later time",
        calendar(
            ("VEVENT", TEN, ELEVEN, "RRULE:FREQ=DAILY;COUNT=2"),
            (
                "VEVENT",
                "RECURRENCE-ID:20240102T100000Z",
                "DTSTART:20240601T100000Z",
                "DTEND:20240601T110000Z",
            ),
        ),
        "20240601T110000",
    ),
    ("a folded line", event("DTSTART:202401\r\n 01T100000Z"), "20240101T100000"),
    ("a leap second", event("DTSTART:20240101T235960Z"), "20240101T235959"),
    (
        "a completed task",
        task("STATUS:COMPLETED", "COMPLETED:20240105T100000Z", "DUE:20240101T100000Z"),
        "20240105T100000",
    ),
    (
        "a task completed before it was due",
        task("STATUS:COMPLETED", "COMPLETED:20240105T100000Z", "DUE:20240201T100000Z"),
        "20240201T100000",
    ),
    ("a task with a completion only", task("COMPLETED:20240105T100000Z"), "20240105T100000"),
    ("a cancelled task", task("STATUS:cancelled", "DUE;VALUE=DATE:20240101"), "20240102T000000"),
    (
        "a cancelled task that began",
        task("STATUS:CANCELLED", TEN, "DURATION:PT2H"),
        "20240101T120000",
    ),
    (
        "a closed task with a rule",
        task("STATUS:COMPLETED", TEN, "DUE:20240101T110000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
        "20240108T110000",
    ),
]


@pytest.mark.parametrize(("body", "end"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_the_last_end(body, end):
    assert last_end(body) == at(end)


NEVER = [
    ("a rule without an end", event(TEN, "RRULE:FREQ=WEEKLY")),
    ("a rule that is not understood", event(TEN, "RRULE:FREQ=YEARLY;BYWEEKNO=3;COUNT=3")),
    ("two rules", event(TEN, "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2")),
    ("no start", event("SUMMARY:x")),
    ("two starts", event(TEN, "DTSTART:20240201T100000Z")),
    ("no such day", event("DTSTART:20240231T100000Z")),
    ("no time", event("DTSTART:tomorrow")),
    ("an end and a length", event(TEN, ELEVEN, "DURATION:PT1H")),
    ("a negative length", event(TEN, "DURATION:-PT1H")),
    ("no length", event(TEN, "DURATION:P")),
    ("a length beyond the calendar", event(TEN, "DURATION:P999999W")),
    ("a further date that is none", event(TEN, "RDATE:x")),
    (
        "an override that moves all that follow",
        event(TEN, "RECURRENCE-ID;RANGE=THISANDFUTURE:20240101T100000Z"),
    ),
    (
        "an override without an end of its own",
        calendar(("VEVENT", TEN), ("VEVENT", "RECURRENCE-ID:20240101T100000Z")),
    ),
    ("an open task", task("DUE:20240101T100000Z")),
    ("a task in work", task("STATUS:IN-PROCESS", "DUE:20240101T100000Z")),
    ("opened again", task("STATUS:NEEDS-ACTION", "COMPLETED:20240101T100000Z")),
    ("closed, nobody knows when", task("STATUS:COMPLETED")),
    (
        "a task without a start that recurs",
        task("STATUS:COMPLETED", "DUE:20240101T100000Z", "RRULE:FREQ=DAILY;COUNT=2"),
    ),
    (
        "a task of which one occurrence is open",
        calendar(
            ("VTODO", "STATUS:COMPLETED", TEN),
            ("VTODO", "RECURRENCE-ID:20240101T100000Z", TEN),
        ),
    ),
    ("a journal entry", calendar(("VJOURNAL", TEN))),
    ("events and tasks", calendar(("VEVENT", TEN), ("VTODO", "COMPLETED:20240101T100000Z"))),
    ("nothing inside", calendar()),
    ("broken", event(TEN)[:-20]),
    ("two objects", event(TEN) + event(TEN)),
    ("a contact", b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u\r\nFN:x\r\nEND:VCARD\r\n"),
    ("nothing", b""),
]


@pytest.mark.parametrize("body", [row[1] for row in NEVER], ids=[row[0] for row in NEVER])
def test_what_is_not_sure_has_no_end(body):
    assert last_end(body) is None


@given(damaged())
def test_any_octets_are_answered(body):
    assert last_end(body) is None or isinstance(last_end(body), float)


@given(st.integers(1, 36500), st.floats(0, 4e9))
def test_the_limit(days, now):
    assert cutoff(now, None) is None
    limit = cutoff(now, days)
    assert limit == now - days * DAY
    assert outside(limit - 1, limit)
    assert not outside(limit, limit)
    assert not outside(None, limit)
    assert not outside(0.0, None)
