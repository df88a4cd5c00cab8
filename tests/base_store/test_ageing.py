"""How long versions are kept, whatever the clock does in between."""

from __future__ import annotations

import pytest

from sync_engine.base_store.ageing import DAY, LONGEST_STEP, Age, forget_old
from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.store import BaseStore
from sync_engine.core.resolution import Reason

NOW = 1_800_000_000.0
KEEP = 90


class Computer:
    """One with a history, whose clock is what the test says."""

    def __init__(self) -> None:
        self.store = BaseStore.open(None)
        self.run = 0

    def sync(self, at: float, text: bytes | None = None) -> int:
        """A run, that may overwrite a text; how many versions are kept after it."""
        self.run += 1
        if text is not None:
            content = self.store.contents.put(text)
            version = NewVersion("local", Reason.OVERWRITTEN, None, None, "u", content)
            self.store.history.keep(self.run, 1, at, [version])
        forget_old(self.store, at, self.run, KEEP)
        return len(self.store.history.newest())


@pytest.fixture
def computer():
    made = Computer()
    yield made
    made.store.close()


def test_a_version_is_kept_for_its_days_and_no_longer(computer):
    computer.sync(NOW, b"old")
    for day in range(1, KEEP + 1):
        assert computer.sync(NOW + day * DAY) == 1
    assert computer.sync(NOW + (KEEP + 2) * DAY) == 0


def test_one_that_was_kept_later_goes_later(computer):
    computer.sync(NOW, b"one")
    computer.sync(NOW + 30 * DAY, b"two")
    kept = [computer.sync(NOW + day * DAY) for day in range(31, 31 + 5 * KEEP)]
    assert sorted(kept, reverse=True) == kept and {2, 1, 0} == set(kept)


@pytest.mark.parametrize("jump", [400, 4000])
def test_a_clock_that_is_ahead_for_a_while_makes_nothing_old(computer, jump):
    computer.sync(NOW, b"text")
    assert computer.sync(NOW + jump * DAY) == 1
    assert computer.sync(NOW + 600) == 1


def test_what_was_kept_by_a_clock_at_1970_is_not_old_when_it_is_set_right(computer):
    computer.sync(600.0, b"text")
    assert computer.sync(NOW) == 1
    assert computer.sync(NOW + DAY) == 1


def test_a_computer_that_is_seldom_on_keeps_longer(computer):
    computer.sync(NOW, b"text")
    assert all(computer.sync(NOW + month * 30 * DAY) == 1 for month in range(1, 12))
    assert [computer.sync(NOW + month * 30 * DAY) for month in range(12, 16)][-1] == 0


def test_a_jump_costs_a_week_at_most():
    age = Age(NOW).passed(NOW + 4000 * DAY, 1, KEEP * DAY)
    assert age.lived == LONGEST_STEP
    assert age.passed(NOW, 2, KEEP * DAY).lived == LONGEST_STEP


def test_marks_do_not_grow_without_end():
    age = Age(NOW)
    for run in range(1, 5000):
        age = age.passed(NOW + run * DAY / 4, run, KEEP * DAY)
    assert len(age.marks) <= KEEP + 2
