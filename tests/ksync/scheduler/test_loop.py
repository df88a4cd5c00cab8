"""The deciding thread: seen to be stuck, and seen to be well again."""

from __future__ import annotations

import threading
import time

from ksync.composition import Parts
from ksync.config import Config
from ksync.scheduler import loop
from ksync.scheduler.moments import WallClock
from tests.acceptance.waiting import wait_until


def test_a_look_that_does_not_end_is_told_to_the_watchdog(paths, monkeypatch):
    """Settings on a file system that does not answer, for instance."""
    monkeypatch.setattr(loop, "STUCK", 0.2)
    answers, asked = threading.Event(), threading.Event()

    def load() -> Parts:
        asked.set()
        assert answers.wait(30)
        return Parts(paths, Config())

    clock = WallClock()
    scheduler = loop.Scheduler(load, clock, watch=False)
    thread = threading.Thread(target=scheduler.run)
    thread.start()
    try:
        assert asked.wait(30)
        wait_until(lambda: not scheduler.responsive(), "it is seen to be stuck")
        answers.set()
        wait_until(scheduler.responsive, "it is seen to be well")
        time.sleep(0.4)
        assert scheduler.responsive(), "sleeping is not being stuck"
    finally:
        answers.set()
        scheduler.stop()
        thread.join(30)
        clock.close()
    assert not thread.is_alive()
