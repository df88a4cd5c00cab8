"""The bridge: work in the lanes, answers in the window's thread, no waiting in between."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QTimer

from ksync.reporting.errors import UnknownAccount
from ksync.service import pausing
from tests.ui.waiting import settled, synced, until
from ui.topics import Topic


class Heart(QObject):
    """Beats every ten milliseconds and counts the beats that come too late."""

    def __init__(self) -> None:
        super().__init__()
        import time

        self._clock = time.perf_counter
        self.gaps: list[float] = []
        self._last = self._clock()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(10)

    def _beat(self) -> None:
        now = self._clock()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def late(self, limit_ms: float) -> int:
        return sum(gap > limit_ms for gap in self.gaps)


def test_work_is_done_elsewhere_and_the_answer_comes_here(program) -> None:
    seen = []
    program.bridge.ask(
        lambda _service: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread() is threading.main_thread())),
    )
    settled(program)
    assert seen == [("ksync-questions", True)]


def test_an_error_is_told_in_words(program) -> None:
    told = []

    def fail(service):
        raise UnknownAccount(account="nobody")

    program.bridge.ask(fail, lambda _: told.append("done"), told.append)
    settled(program)
    assert [problem.reference for problem in told] == ["account.unknown"]


def test_an_unexpected_error_leaves_a_report_and_the_lane_goes_on(program, paths) -> None:
    told = []
    program.bridge.ask(lambda _service: 1 / 0, told.append, told.append)
    program.bridge.ask(lambda _service: "alive", told.append)
    settled(program)
    assert told[0].reference == "bug.unexpected"
    assert list(paths.log.glob("error-*.txt"))
    assert told[1] == "alive"


def test_who_is_gone_is_not_told(program) -> None:
    told = []
    owner = QObject()
    gate = threading.Event()
    program.bridge.ask(lambda _service: gate.wait(5), told.append, owner=owner)
    owner.deleteLater()
    del owner
    gate.set()
    settled(program)
    assert told == [] or told == [True]
    assert program.bridge.idle


def test_a_sync_tells_its_progress_and_what_it_changed(program_at, account) -> None:
    program = program_at()
    known, topics = [], []
    program.bridge.known.connect(lambda: known.append(program.bridge.known_now))
    program.bridge.changed.connect(topics.append)
    report = synced(program)
    assert report.exit_code == 0
    assert any(each.tally.active for each in known)
    assert not program.bridge.known_now.tally.active
    assert Topic.RUNS in frozenset().union(*topics)
    assert program.bridge.known_now.glance.accounts[0].items == 6


def test_an_account_that_was_never_synced_is_synced_at_the_start(program_at, account) -> None:
    glance = program_at().bridge.known_now.glance
    assert glance.accounts[0].last_run.trigger == "first"
    assert glance.accounts[0].items == 6


def test_a_paused_program_syncs_when_it_is_asked_to(program_at, account, service) -> None:
    pausing.pause(service().parts, None)
    program = program_at()
    assert program.bridge.known_now.glance.accounts[0].last_run is None
    assert synced(program).result.outcome == "done"


def test_a_sync_that_is_stopped_rests(program_at, account) -> None:
    program = program_at()
    reports = []
    program.bridge.finished.connect(reports.append)

    def stop() -> None:
        if program.bridge.known_now.tally.active:
            program.bridge.stop()

    program.bridge.known.connect(stop)
    program.bridge.sync()
    program.bridge.stop()
    until(lambda: reports)
    program.bridge.known.disconnect(stop)
    settled(program)
    assert reports[0].exit_code in (0, 130)
    assert program.bridge.known_now.glance.accounts[0].items == 6
    assert synced(program).exit_code == 0, "who asks gets a sync"


def test_what_another_process_did_is_seen(program_at, account, service) -> None:
    program = program_at()
    pausing.pause(service().parts, None)
    until(lambda: program.bridge.known_now.glance.paused_until is not None)
    pausing.resume(service().parts)
    until(lambda: program.bridge.known_now.glance.paused_until is None)
    runs = program.bridge.known_now.glance.accounts[0].last_run.id
    service().sync.run(["home"])
    until(lambda: program.bridge.known_now.glance.accounts[0].last_run.id != runs)
    settled(program)


@pytest.mark.parametrize("word", ["hour", "tomorrow", "forever"])
def test_pause_and_resume(program, word) -> None:
    program.commands(f"pause:{word}")
    settled(program)
    assert program.bridge.known_now.glance.paused_until is not None
    program.commands("resume")
    settled(program)
    assert program.bridge.known_now.glance.paused_until is None


def test_the_window_answers_while_everything_works(program_at, account) -> None:
    program = program_at()
    heart = Heart()
    synced(program)
    assert len(heart.gaps) > 3
    assert heart.late(1000) == 0
