"""The pause and its file."""

from __future__ import annotations

import pytest

from ksync.reporting.errors import UsageError
from ksync.scheduler import pausing

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90", 5400), ("45m", 2700), ("1h", 3600), ("2 d", 172800), ("30s", 30), ("5MIN", 300)],
)
def test_durations(text, seconds):
    assert pausing.parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "-1h", "1.5h", "1 week", "h", "367d", "1h30"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(UsageError):
        pausing.parse_duration(text)


def test_a_pause_ends_by_itself_or_by_resume(paths):
    assert pausing.current(paths, NOW) is None
    pausing.pause(paths, NOW, 60.0)
    assert pausing.current(paths, NOW + 59).until == NOW + 60
    assert pausing.current(paths, NOW + 61) is None
    pausing.pause(paths, NOW, None)
    assert pausing.current(paths, NOW + 1e9).until == pausing.FOREVER
    assert pausing.resume(paths)
    assert not pausing.resume(paths)
    assert pausing.current(paths, NOW) is None


def test_a_file_that_cannot_be_read_is_no_pause(paths):
    pausing.pause(paths, NOW, None)
    pausing.pause_file(paths).write_text("{")
    assert pausing.current(paths, NOW) is None
