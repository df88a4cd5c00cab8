"""Waiting for a moment of the wall clock."""

from __future__ import annotations

import threading
import time
from math import inf

from ksync.scheduler.moments import WallClock


def test_it_waits_until_the_moment_and_not_longer():
    clock = WallClock()
    for ahead in (-5.0, 0.0, 0.15):
        moment = clock.now() + ahead
        clock.wait_until(moment)
        assert clock.now() >= moment
    clock.close()


def test_a_wake_ends_the_wait_and_one_before_it_counts():
    clock = WallClock()
    clock.wake()
    clock.wait_until(inf)  # returns: it was woken before
    threading.Timer(0.05, clock.wake).start()
    clock.wait_until(inf)
    for _ in range(100_000):
        clock.wake()  # a full pipe blocks nobody
    clock.wait_until(inf)
    clock.close()
    clock.wake()  # after the end it is harmless


def test_waiting_costs_nothing():
    clock = WallClock()
    before = time.thread_time()
    clock.wait_until(clock.now() + 0.3)
    assert time.thread_time() - before < 0.1
    clock.close()
