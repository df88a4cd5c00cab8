"""Calendar files as occurrences: RFC 5545's times, rules and exceptions, in local time."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from ksync.reading.diary import TOO_MUCH, Diary
from ksync.reading.events import read
from ksync.reading.files import Place, Unreadable

ZURICH = "DTSTART;TZID=Europe/Zurich:"


@pytest.fixture(autouse=True)
def _in_zurich(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Zurich")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def calendar(*components: str) -> bytes:
    text = "\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *components, "END:VCALENDAR"))
    return text.replace("\n", "\r\n").encode() + b"\r\n"


def event(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", "UID:u", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"))


def task(*lines: str) -> str:
    return "\n".join(("BEGIN:VTODO", "UID:u", "DTSTAMP:20260101T000000Z", *lines, "END:VTODO"))


def spans(tmp_path, body: bytes, first: date, last: date) -> list[str]:
    """Everything in these days: "start/end title", whole days with dates alone."""
    (tmp_path / "e.ics").write_bytes(body)
    diary = Diary()
    diary.look({"a/c": tmp_path})
    found = diary.span(first, last, 60)
    assert not found.left_out, found.left_out
    return [_shown(each.what) for each in found.occurrences]


def _shown(what) -> str:
    form = "%m-%d" if what.all_day else "%m-%dT%H:%M"
    return f"{what.start:{form}}/{what.end:{form}} {what.title}"


ONCE = (
    # an instant is shown in this computer's zone, with that day's offset
    (("DTSTART:20260110T100000Z", "DTEND:20260110T110000Z"), "01-10T11:00/01-10T12:00 "),
    (("DTSTART:20260710T100000Z", "DTEND:20260710T110000Z"), "07-10T12:00/07-10T13:00 "),
    # a zone of its own
    (("DTSTART;TZID=America/New_York:20260710T100000", "DURATION:PT90M"),
     "07-10T16:00/07-10T17:30 "),
    # a floating time stays as it stands
    (("DTSTART:20260710T100000", "DTEND:20260710T110000"), "07-10T10:00/07-10T11:00 "),
    # dates: the end is exclusive; without one it is that day; a wrong one as well
    (("DTSTART;VALUE=DATE:20260710", "DTEND;VALUE=DATE:20260713"), "07-10/07-13 "),
    (("DTSTART;VALUE=DATE:20260710",), "07-10/07-11 "),
    (("DTSTART;VALUE=DATE:20260710", "DTEND;VALUE=DATE:20260710"), "07-10/07-11 "),
    (("DTSTART;VALUE=DATE:20260710", "DURATION:P2D"), "07-10/07-12 "),
    # no end: no time at all; an end before the start is none
    (("DTSTART:20260710T100000",), "07-10T10:00/07-10T10:00 "),
    (("DTSTART:20260710T100000", "DTEND:20260710T090000"), "07-10T10:00/07-10T10:00 "),
    # the night of the change: a day of the clock, and 24 hours, are not the same
    ((f"{ZURICH}20260328T120000", "DURATION:P1D"), "03-28T12:00/03-29T12:00 "),
    ((f"{ZURICH}20260328T120000", "DURATION:PT24H"), "03-28T12:00/03-29T13:00 "),
    (("DTSTART:20260710T100000", "SUMMARY:a\\, b\\nc \u202egnp"),
     "07-10T10:00/07-10T10:00 a, b c gnp"),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), ONCE)
def test_what_happens_once(lines, wanted) -> None:
    (found,) = read(calendar(event(*lines))).occurrences
    assert _shown(found) == wanted


def test_a_zone_that_only_the_file_describes(tmp_path) -> None:
    zone = "\n".join((
        "BEGIN:VTIMEZONE", "TZID:Ours", "BEGIN:STANDARD", "DTSTART:16010101T000000",
        "TZOFFSETFROM:+0500", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE",
    ))  # fmt: skip
    body = calendar(zone, event("DTSTART;TZID=Ours:20260710T150000", "DURATION:PT1H", "SUMMARY:x"))
    assert spans(tmp_path, body, date(2026, 7, 1), date(2026, 7, 31)) == [
        "07-10T12:00/07-10T13:00 x"
    ]


def test_a_series_keeps_its_clock_over_the_change_of_the_hour(tmp_path) -> None:
    body = calendar(event(f"{ZURICH}20260318T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"))
    assert spans(tmp_path, body, date(2026, 3, 16), date(2026, 4, 5)) == [
        "03-18T09:00/03-18T10:00 ", "03-25T09:00/03-25T10:00 ", "04-01T09:00/04-01T10:00 ",
    ]  # fmt: skip


def test_exceptions_overrides_and_further_dates(tmp_path) -> None:
    body = calendar(
        event(
            f"{ZURICH}20260302T090000", "DURATION:PT1H", "SUMMARY:w", "RRULE:FREQ=WEEKLY;COUNT=5",
            "EXDATE;TZID=Europe/Zurich:20260309T090000",
            "RDATE;TZID=Europe/Zurich:20260312T090000",
        ),
        event(
            "RECURRENCE-ID;TZID=Europe/Zurich:20260316T090000", f"{ZURICH}20260317T140000",
            "DURATION:PT2H", "SUMMARY:moved",
        ),
    )  # fmt: skip
    assert spans(tmp_path, body, date(2026, 3, 1), date(2026, 4, 30)) == [
        "03-02T09:00/03-02T10:00 w", "03-12T09:00/03-12T10:00 w", "03-17T14:00/03-17T16:00 moved",
        "03-23T09:00/03-23T10:00 w", "03-30T09:00/03-30T10:00 w",
    ]  # fmt: skip


def test_whole_days_recur_and_cross_the_turn_of_the_year_once(tmp_path) -> None:
    body = calendar(
        event("DTSTART;VALUE=DATE:20201230", "DTEND;VALUE=DATE:20210103",
              "RRULE:FREQ=YEARLY", "SUMMARY:skiing")
    )  # fmt: skip
    wanted = ["12-30/01-03 skiing"]
    assert spans(tmp_path, body, date(2026, 12, 28), date(2027, 1, 31)) == wanted


def test_an_override_alone_is_shown(tmp_path) -> None:
    body = calendar(
        event("RECURRENCE-ID:20260316T090000Z", "DTSTART:20260317T130000Z", "DURATION:PT2H")
    )
    assert spans(tmp_path, body, date(2026, 3, 1), date(2026, 3, 31)) == [
        "03-17T14:00/03-17T16:00 "
    ]


DAMAGED = (
    b"", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\x00\xff" * 50,
    calendar(event("SUMMARY:no time")), calendar(event("DTSTART:99991332")),
)  # fmt: skip


@pytest.mark.parametrize("body", DAMAGED)
def test_what_is_damaged_is_unreadable(body) -> None:
    with pytest.raises(Unreadable):
        read(body)


ENDLESS = (
    "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=" + ",".join(
        map(str, range(60))) + ";BYSECOND=" + ",".join(map(str, range(60))),
)  # fmt: skip


@pytest.mark.parametrize("rule", ENDLESS)
def test_a_rule_without_measure_is_left_out_and_told(tmp_path, rule) -> None:
    (tmp_path / "e.ics").write_bytes(calendar(event("DTSTART:20200101T000000Z", f"RRULE:{rule}")))
    (tmp_path / "f.ics").write_bytes(calendar(event("DTSTART:20260310T100000Z")))
    diary = Diary()
    diary.look({"a/c": tmp_path})
    found = diary.span(date(2026, 3, 1), date(2026, 3, 31), 60)
    assert [each.place.name for each in found.occurrences] == ["f.ics"]
    assert [(each.place.name, each.why) for each in found.left_out] == [("e.ics", TOO_MUCH)]
    assert found.pending == 0


TASKS = (
    (("DUE;VALUE=DATE:20260701",), (datetime(2026, 7, 1), True, False, 0)),
    (("DUE:20260701T100000Z", "PRIORITY:1"), (datetime(2026, 7, 1, 12), False, False, 1)),
    (("STATUS:COMPLETED",), (None, False, True, 0)),
    (("STATUS:CANCELLED",), (None, False, True, 0)),
    (("COMPLETED:20260701T100000Z",), (None, False, True, 0)),
    (("STATUS:NEEDS-ACTION", "COMPLETED:20260701T100000Z"), (None, False, False, 0)),
    (("DUE;TZID=Ours:20260701T100000", "PRIORITY:x"), (datetime(2026, 7, 1, 10), False, False, 0)),
)


@pytest.mark.parametrize(("lines", "wanted"), TASKS)
def test_tasks(lines, wanted) -> None:
    (found,) = read(calendar(task(*lines))).tasks
    assert (found.due, found.due_all_day, found.done, found.priority) == wanted


def test_a_file_is_read_once_as_long_as_it_does_not_change(tmp_path, monkeypatch) -> None:
    for number in range(40):
        (tmp_path / f"{number}.ics").write_bytes(
            calendar(event(f"DTSTART:202603{number % 28 + 1:02}"))
        )
    diary = Diary()
    reads = []
    files = diary._files
    text = files.text
    monkeypatch.setattr(files, "text", lambda place: reads.append(place) or text(place))
    march = date(2026, 3, 1), date(2026, 3, 31)
    diary.look({"a/c": tmp_path})
    first = diary.span(*march, 0)
    assert 0 < first.pending < 40 == first.total
    while diary.span(*march, 0).pending:
        pass
    assert len(reads) == 40
    (tmp_path / "7.ics").write_bytes(calendar(event("DTSTART:20260301", "SUMMARY:new")))
    (tmp_path / "8.ics").unlink()
    (tmp_path / ".9.ics.draft").write_bytes(b"x")
    diary.look({"a/c": tmp_path})
    found = diary.span(*march, 60)
    assert reads[40:] == [Place("a/c", "7.ics")]
    assert len(found.occurrences) == 39
    assert "new" in {each.what.title for each in found.occurrences}


def test_another_zone_reads_the_times_anew(tmp_path, monkeypatch) -> None:
    (tmp_path / "e.ics").write_bytes(calendar(event("DTSTART:20260310T100000Z")))
    diary = Diary()
    march = date(2026, 3, 1), date(2026, 3, 31)
    diary.look({"a/c": tmp_path})
    assert diary.span(*march, 60).occurrences[0].what.start.hour == 11
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    diary.look({"a/c": tmp_path})
    assert diary.span(*march, 60).occurrences[0].what.start.hour == 10


def test_it_agrees_with_icalendar_on_what_happens_once() -> None:
    """Our quick reading and the library's say the same of every sample."""
    from icalendar import Calendar

    from ksync.reading.expansion import occurrence
    from tests.servers import samples

    compared = 0
    for body in samples.events(60, 5):
        for mine in read(body).occurrences:
            (component,) = Calendar.from_ical(body).walk("VEVENT")
            other = occurrence(component)
            assert (mine.start, mine.end, mine.all_day) == (other.start, other.end, other.all_day)
            compared += 1
    assert compared >= 20


def test_an_instant_has_the_zone_of_its_day() -> None:
    (found,) = read(calendar(event("DTSTART:20260110T233000Z"))).occurrences
    assert found.start == datetime(2026, 1, 11, 0, 30)
    assert datetime(2026, 1, 10, 23, 30, tzinfo=UTC).astimezone().hour == 0
