"""What is brought back has no lower SEQUENCE than what it replaces."""

from __future__ import annotations

import pytest
from hypothesis import given

from sync_engine.core.content.revision import not_older
from tests.core.content.samples import CARD, SERIES, TASK
from tests.core.content.strategies import anything


def meeting(*lines: str, organizer: bool = True, more: str = "") -> bytes:
    own = ["ORGANIZER:mailto:a@x.org"] if organizer else []
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:u", *lines, *own, "END:VEVENT"]
    return "".join(f"{line}\r\n" for line in [*text, *more.splitlines(), "END:VCALENDAR"]).encode()


OVERRIDE = "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20260301T100000Z\nSEQUENCE:{}\n{}END:VEVENT"
GUESTS = "ORGANIZER:mailto:a@x.org\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            meeting("SEQUENCE:1"), meeting("SEQUENCE:3"), meeting("SEQUENCE:3"), id="raised"
        ),
        pytest.param(meeting(), meeting("SEQUENCE:3"), None, id="put in"),
        pytest.param(meeting("SEQUENCE:4"), meeting("SEQUENCE:3"), meeting("SEQUENCE:4"), id="ok"),
        pytest.param(meeting("SEQUENCE:4"), meeting(), meeting("SEQUENCE:4"), id="none there"),
        pytest.param(
            meeting("SEQUENCE:x"), meeting("SEQUENCE:3"), meeting("SEQUENCE:3"), id="no number"
        ),
        pytest.param(
            meeting("SEQUENCE:1"),
            meeting("SEQUENCE:" + "9" * 5000),
            meeting("SEQUENCE:1"),
            id="no number of revisions",
        ),
        pytest.param(
            meeting("SEQUENCE:1", organizer=False),
            meeting("SEQUENCE:3"),
            meeting("SEQUENCE:1", organizer=False),
            id="no meeting",
        ),
        pytest.param(
            meeting("SEQUENCE:2", more=OVERRIDE.format(0, GUESTS)),
            meeting("SEQUENCE:2", more=OVERRIDE.format(5, GUESTS)),
            meeting("SEQUENCE:2", more=OVERRIDE.format(5, GUESTS)),
            id="an override by itself",
        ),
        pytest.param(
            meeting("SEQUENCE:2", more=OVERRIDE.format(0, GUESTS)),
            meeting("SEQUENCE:2"),
            meeting("SEQUENCE:2", more=OVERRIDE.format(0, GUESTS)),
            id="an override that is not there",
        ),
    ],
)
def test_L11_a_text_that_is_brought_back_is_no_older_revision(
    before: bytes, after: bytes, expected: bytes | None
) -> None:
    if expected is None:
        expected = before.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nSEQUENCE:3\r\n")
    assert not_older(before, after) == expected


def test_only_its_line_changes() -> None:
    assert not_older(SERIES, SERIES.replace(b"SEQUENCE:2", b"SEQUENCE:9")) == SERIES.replace(
        b"SEQUENCE:2", b"SEQUENCE:9"
    )
    assert not_older(TASK, TASK.replace(b"SUMMARY:", b"SEQUENCE:9\r\nSUMMARY:")) == TASK
    assert not_older(CARD, CARD) == CARD


@given(anything, anything)
def test_anything_stays_or_is_raised(body: bytes, than: bytes) -> None:
    found = not_older(body, than)
    assert not_older(found, than) == found
    assert found == body or b"SEQUENCE:" in found


@given(anything)
def test_itself_is_not_older(body: bytes) -> None:
    assert not_older(body, body) == body
