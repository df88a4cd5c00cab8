"""Megabytes and traps for patterns take linear time.

CPU time of one body and of one eight times as large, both in this run: a linear road
takes about eight times as long, a quadratic one sixty-four.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sync_engine.core.content.equality import same_but_for_server, same_content
from sync_engine.core.content.facts import ObjectKind, content_hash, problems, summary
from sync_engine.core.content.lineends import to_crlf
from sync_engine.core.content.lines import fold, join, split_lines
from sync_engine.core.content.rewritings import rewritten
from sync_engine.core.content.scrub import keep_both_copy
from tests.core.content.samples import CARD

GROWTH = 8
LIMIT = 24

IN_A_VALUE = {
    "folded at every octet": b"x\r\n ",
    "CR": b"\r",
    "CR LF": b"\r\n",
    "CR CR LF space": b"\r\r\n ",
    "empty lines and spaces": b"\n\n ",
    "spaces": b" ",
    "quotes": b'"',
    "backslashes": b"\\",
    "soft breaks": b"=\r\n",
    "soft breaks and folds": b"=\r\n x",
}
IN_A_PARAMETER = {
    "quotes": b'"',
    "opened quotes": b';A="',
    "semicolons": b";",
    "commas": b",",
    "equals signs": b"=",
    "carets": b"^",
    "folded at every octet": b"x\r\n ",
}
AT_THE_START = {
    "CR": b"\r",
    "LF": b"\n",
    "spaces": b" ",
    "empty lines and spaces": b"\n\n ",
    "one long name": b"A",
    "dots": b"A.",
    "BEGIN": b"BEGIN:A\n",
    "END": b"END:A\n",
    "components": b"BEGIN:VEVENT\nUID:1\nEND:VEVENT\n",
    "attendees": b'ATTENDEE;CN="a":b\n',
}
TRAPS = {
    f"{place}: {name}": (prefix, unit)
    for place, prefix, units in (
        ("value", b"BEGIN:VCARD\r\nNOTE:", IN_A_VALUE),
        ("parameter", b"BEGIN:VCARD\r\nNOTE;X=", IN_A_PARAMETER),
        ("quoted-printable", b"BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:", IN_A_VALUE),
        ("start", b"", AT_THE_START),
    )
    for name, unit in units.items()
}


def scan(body: bytes) -> None:
    """What is done to every resource, by patterns alone."""
    split_lines(body)
    to_crlf(body)
    problems(body, ObjectKind.VCARD)


def build(body: bytes) -> None:
    """What builds lines and trees."""
    for line in split_lines(body):
        line.params  # noqa: B018 - the property does the work
        line.value.strip()
    summary(body)
    same_content(body, body + b"\n")
    same_but_for_server(body, body + b"\n")
    keep_both_copy(body, content_hash(b""))


def cpu_time(action: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def linear(small: Callable[[], object], large: Callable[[], object], floor: float = 0.0) -> bool:
    """Whether the large one takes no longer than a linear road does.

    A busy machine makes one measurement too long now and then; a road that is quadratic
    is so each time.
    """
    return any(cpu_time(large) < LIMIT * max(cpu_time(small), floor) for _ in range(5))


@pytest.mark.parametrize(("prefix", "unit"), TRAPS.values(), ids=TRAPS)
@pytest.mark.parametrize(("work", "size"), [(scan, 5_000), (build, 500)])
def test_traps(work: Callable[[bytes], None], size: int, prefix: bytes, unit: bytes) -> None:
    end = b"x\r\r\nEND:VCARD\r\n"
    small = prefix + unit * (size // len(unit)) + end
    large = prefix + unit * (GROWTH * size // len(unit)) + end
    # The floor keeps bodies that take next to no time from being compared by noise.
    floor = 0.0002
    assert linear(lambda: work(small), lambda: work(large), floor)


def test_a_photo_of_five_megabytes() -> None:
    def contact(size: int) -> bytes:
        photo = fold(b"PHOTO;ENCODING=b;TYPE=JPEG:" + b"QUJD" * (size // 4))
        return CARD.replace(b"REV:", photo + b"REV:")

    large, small = contact(5_000_000), contact(5_000_000 // GROWTH)
    lines = split_lines(large)
    assert len(lines) == len(split_lines(CARD)) + 1
    assert join(lines) == large
    assert same_content(large, large.replace(b"REV:2025", b"REV:2026"))
    middle = large.index(b"QUJD", len(large) // 2)
    assert not same_content(large, large[:middle] + b"QUJE" + large[middle + 4 :])
    assert problems(large, ObjectKind.VCARD) == ()
    other = {id(body): body.replace(b"REV:2025", b"REV:2026") for body in (large, small)}

    def compare(body: bytes) -> Callable[[], object]:
        return lambda: same_content(body, other[id(body)])

    assert linear(compare(small), compare(large))


def test_values_of_rewritings() -> None:
    from sync_engine.core.content.forms import PropertyForm

    def rewrite(size: int) -> None:
        for name in ("N", "CATEGORIES", "EXDATE", "RRULE", "GEO", "TRIGGER", "SUMMARY"):
            for unit in (b";", b",", b"\\", b"1", b"a\\,"):
                for component in ("VCARD", "VEVENT"):
                    rewritten(component, PropertyForm(name, "", (), b"P" + unit * size))

    assert linear(lambda: rewrite(100), lambda: rewrite(800), 0.0005)
