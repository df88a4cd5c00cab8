"""What a merge costs: a look at what is there, and work for what changed.

Counted, not timed: how many components had their lines split, and how many octets.
``tests/benchmarks`` tells the times.
"""

from __future__ import annotations

import time

import pytest

from sync_engine.core.content import lines, sharing
from sync_engine.core.content.lines import fold
from sync_engine.core.merge import Merged, Texts, merge
from tests.core.merge.samples import calendar, card

ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Z",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def series(size: int, **edits: str) -> bytes:
    """A daily series with an exception on each of ``size`` days.

    :param edits: new titles: ``day_3="…"``.
    """
    parts = ["BEGIN:VEVENT", "UID:u", "DTSTART;TZID=Z:20200101T100000", "RRULE:FREQ=DAILY"]
    parts += [f"SUMMARY:{edits.get('master', 'the series')}", "END:VEVENT"]
    for day in range(size):
        when = f"{2020 + day // 336}{day // 28 % 12 + 1:02}{day % 28 + 1:02}T100000"
        parts += [
            "BEGIN:VEVENT",
            "UID:u",
            f"RECURRENCE-ID;TZID=Z:{when}",
            f"DTSTART;TZID=Z:{when}",
            f"SUMMARY:{edits.get(f'day_{day}', f'day {day}')}",
            "ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@example.com",
            *("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M", "END:VALARM"),
            "END:VEVENT",
        ]
    return calendar(*ZONE, *parts)


def merged(size: int, local: dict[str, str], remote: dict[str, str]) -> Merged:
    base = series(size)
    result = merge(Texts(base, series(size, **local), base, series(size, **remote)))
    assert isinstance(result, Merged)
    assert result.conflicts == ()
    assert result.local == result.remote == series(size, **local, **remote)
    return result


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of all texts that are split into lines."""
    sizes: list[int] = []
    for name in ("split_lines", "parse"):
        original = getattr(sharing, name)

        def counting(text: bytes, original=original) -> object:
            sizes.append(len(text))
            return original(text)

        monkeypatch.setattr(sharing, name, counting)
    return sizes


def test_only_what_changed_is_split_into_lines(split: list[int]) -> None:
    def work(size: int) -> tuple[int, int]:
        split.clear()
        merged(size, {"day_1": "mine"}, {"day_2": "theirs"})
        return len(split), sum(split)

    small, large = work(50), work(500)
    assert small == large


def test_the_rest_is_linear() -> None:
    def cpu(size: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            merged(size, {"master": "mine"}, {"day_2": "theirs"})
            best = min(best, time.process_time() - start)
        return best

    # eight times as much: a quadratic road would take sixty-four times as long
    assert any(cpu(800) < 24 * cpu(100) for _ in range(4))


def test_a_photo_is_read_once(split: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    unfolded: list[bytes] = []
    unfold = lines.unfold

    def counting(text: bytes) -> bytes:
        if len(text) > sharing.LONG:
            unfolded.append(text.replace(b"\n", b"\r\n") + b"\r\n")
        return unfold(text)

    monkeypatch.setattr(lines, "unfold", counting)
    photo = fold(b"PHOTO;ENCODING=b;TYPE=JPEG:" + b"QUJD" * 250_000)

    def contact(*items: str) -> bytes:
        return card("FN:A", *items).replace(b"FN:A\r\n", b"FN:A\r\n" + photo)

    texts = Texts(contact(), contact("TEL:1"), contact(), contact("NOTE:n"))
    result = merge(texts)
    assert isinstance(result, Merged)
    assert result.conflicts == ()
    assert photo in result.remote
    # the base, the two edits, and what came out: each side has its own order of additions
    assert len([size for size in split if size > len(photo)]) == 5
    assert unfolded == [photo]


def test_many_lines_of_one_set() -> None:
    def cpu(size: int) -> float:
        def contact(*values: str) -> bytes:
            return card("FN:A", *(f"TEL:{value}" for value in values))

        numbers = [f"+49 {n}" for n in range(size)]
        here = contact(*(f"{number} here" for number in numbers))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            result = merge(Texts(contact(*numbers), here, contact(*numbers), contact()))
            best = min(best, time.process_time() - start)
            assert isinstance(result, Merged)
            assert len(result.conflicts) == size
        return best

    assert any(cpu(800) < 24 * cpu(100) for _ in range(4))
