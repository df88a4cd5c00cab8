"""No thundering herd: the figures of docs/politeness.md are made here."""

from __future__ import annotations

from tests.ksync.scheduler.herd import HOUR, simulate

CLIENTS = 1000
USUAL = CLIENTS / 900.0
"""Runs a second, on any day."""


def test_on_any_day_they_do_not_meet():
    herd = simulate(clients=CLIENTS, hours=24, away=(-1, -1))
    assert 0.95 * USUAL < herd.mean(HOUR, 24 * HOUR) < 1.05 * USUAL
    # as many as chance brings together, and no more: also after a day
    assert herd.peak(0, 24 * HOUR) <= 12


def test_a_server_that_comes_back_is_not_overrun():
    back = 10 * HOUR
    herd = simulate(clients=CLIENTS, hours=16, away=(6 * HOUR, back))
    # while it is away they ask less than usual
    assert herd.mean(8 * HOUR, back) < USUAL
    # and when it is back: no peak, and everybody is through within three quarters of an hour
    assert herd.peak(back, back + HOUR) <= 12
    assert herd.failures(back, 16 * HOUR) == 0
    assert len(herd.through) == CLIENTS
    assert max(herd.through.values()) <= back + 0.75 * HOUR
    # no echo hours later
    assert herd.peak(back + HOUR, 16 * HOUR) <= 12


def test_a_server_that_can_take_little_recovers():
    """It answers 503 to more than three runs a second, and is not kept down by that."""
    back = 2 * HOUR
    herd = simulate(clients=CLIENTS, hours=8, away=(HOUR, back), capacity=3)
    last_hour = herd.failures(7 * HOUR, 8 * HOUR) / (herd.mean(7 * HOUR, 8 * HOUR) * HOUR)
    assert last_hour < 0.1
