"""When a gateway that has ended is started again."""

import sys
import threading
import time

import pytest

from ksync.gateway.supervising import Supervisor, pause_after


@pytest.mark.parametrize(
    ("code", "lived", "before", "expected"),
    [
        (12, 1.0, 0.0, 30.0),
        (8, 1.0, 0.0, 60.0),
        (13, 1.0, 4.0, 60.0),
        (1, 1.0, 0.0, 1.0),
        (1, 1.0, 1.0, 2.0),
        (-9, 1.0, 40.0, 60.0),
        (-9, 100.0, 40.0, 1.0),
        (0, 1.0, 0.0, 1.0),
    ],
)
def test_pauses(code, lived, before, expected):
    assert pause_after(code, lived, before) == expected


def test_it_is_started_again_and_ended_with_its_stdin(tmp_path):
    log = tmp_path / "log"
    script = (
        "import os, sys\n"
        f"log = open({str(log)!r}, 'a')\n"
        "print('begun', file=log, flush=True)\n"
        f"if open({str(log)!r}).read().count('begun') < 3: os._exit(1)\n"
        "sys.stdin.buffer.read()\n"
        "print('ended', file=log, flush=True)\n"
    )
    paused = []
    done = threading.Event()

    def pause(code, _lived, _before):
        paused.append(code)
        return 0.01

    supervisor = Supervisor((sys.executable, "-c", script), pause)
    supervisor.want(False)
    assert not log.exists()
    supervisor.want(True)
    deadline = time.monotonic() + 60
    while not log.exists() or log.read_text().count("begun") < 3:
        assert time.monotonic() < deadline
        done.wait(0.02)
    supervisor.want(False)
    while "ended" not in log.read_text():
        assert time.monotonic() < deadline
        done.wait(0.02)
    supervisor.want(True)
    while log.read_text().count("begun") < 4:
        assert time.monotonic() < deadline
        done.wait(0.02)
    supervisor.close()
    supervisor.want(True)  # too late
    assert log.read_text().split() == ["begun"] * 3 + ["ended", "begun", "ended"]
    assert paused[:2] == [1, 1]


def test_while_it_is_held_none_runs_whoever_wants_it(tmp_path):
    log = tmp_path / "log"
    script = (
        "import sys\n"
        f"log = open({str(log)!r}, 'a')\n"
        "print('begun', file=log, flush=True)\n"
        "sys.stdin.buffer.read()\n"
        "print('ended', file=log, flush=True)\n"
    )

    def begun(number):
        deadline = time.monotonic() + 60
        while not log.exists() or log.read_text().count("begun") < number:
            assert time.monotonic() < deadline
            time.sleep(0.02)

    supervisor = Supervisor((sys.executable, "-c", script), lambda *_: 0.0)
    supervisor.hold()  # nothing runs: there is nothing to wait for
    supervisor.want(True)
    time.sleep(0.3)
    assert not log.exists()
    supervisor.release()
    begun(1)
    supervisor.hold()
    assert log.read_text().split() == ["begun", "ended"]
    supervisor.want(False)
    supervisor.want(True)
    time.sleep(0.3)
    assert log.read_text().split() == ["begun", "ended"]
    supervisor.release()
    begun(2)
    supervisor.close()
    assert log.read_text().split() == ["begun", "ended"] * 2


def test_what_cannot_be_started_is_tried_again(caplog):
    tried = threading.Event()

    def pause(_code, _lived, _before):
        tried.set()
        return 60.0

    supervisor = Supervisor(("/nowhere/at/all",), pause)
    supervisor.want(True)
    assert tried.wait(60)
    supervisor.close()
    assert "cannot be started" in caplog.text
