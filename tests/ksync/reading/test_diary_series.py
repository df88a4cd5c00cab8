"""Series are expanded one after the other, and what is shown is not gathered for each of them."""

from __future__ import annotations

from datetime import date

from ksync.reading import diary as module
from ksync.reading.diary import Diary

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def series(number: int) -> bytes:
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{number}",
        "DTSTAMP:20260101T000000Z", "DTSTART:20260301T100000Z", "DURATION:PT1H",
        f"SUMMARY:S {number}", "RRULE:FREQ=WEEKLY;COUNT=3", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines).encode()


def test_slices_without_time_come_to_an_end_and_look_once(tmp_path, monkeypatch) -> None:
    for number in range(30):
        (tmp_path / f"{number}.ics").write_bytes(series(number))
    diary, looked = Diary(), []
    diary.look({"a": tmp_path})
    real = module.midnight
    monkeypatch.setattr(module, "midnight", lambda day: (looked.append(day), real(day))[1])
    left = [diary.advance(FIRST, LAST, 0.0) for _ in range(60)]
    assert left[-1] == 0
    assert sorted(left, reverse=True) == left
    # once for each slice in which files were read (16 at a time), and once for all series
    assert len(looked) <= 2 * 3
    span = diary.span(FIRST, LAST, 0.0)
    assert (len(span.occurrences), span.pending) == (90, 0)


def test_what_changed_is_expanded_anew(tmp_path) -> None:
    (tmp_path / "1.ics").write_bytes(series(1))
    diary = Diary()
    diary.look({"a": tmp_path})
    assert diary.advance(FIRST, LAST, 60.0) == 0
    (tmp_path / "1.ics").write_bytes(series(1).replace(b"COUNT=3", b"COUNT=2"))
    diary.look({"a": tmp_path})
    assert len(diary.span(FIRST, LAST, 60.0).occurrences) == 2
