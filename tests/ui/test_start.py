"""Started where something is missing: a clear word, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TRAY = [sys.executable, "-m", "ui.app"]


def _env(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND", "DISPLAY"))}
    kept.pop("DBUS_SESSION_BUS_ADDRESS", None)
    return {**kept, "KSYNC_HOME": str(home), "LANG": "C.UTF-8", **more}


def _start(home: Path, *words: str, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*TRAY, *words], env=_env(home, **env), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, path
        time.sleep(0.05)


def _ends(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = process.communicate(timeout=40)
    assert "Traceback" not in out + err
    return process.returncode, err


@pytest.fixture
def running(tmp_path):
    home = tmp_path / "home"
    process = _start(home, QT_QPA_PLATFORM="offscreen")
    _wait_for(home / "state" / "locks" / "desktop.lock")
    yield home, process
    process.kill()
    process.communicate()


def test_without_a_screen(tmp_path) -> None:
    code, err = _ends(_start(tmp_path))
    assert code == 2
    assert "needs a desktop" in err
    assert "ksync --help" in err


def test_with_a_screen_that_does_not_answer(tmp_path) -> None:
    code, err = _ends(_start(tmp_path, DISPLAY=":4711"))
    assert code == 2
    assert "could not connect to display :4711" in err


def test_a_second_start_raises_the_first_and_ends(running) -> None:
    home, process = running
    second = _start(home, "--page", "overview", QT_QPA_PLATFORM="offscreen")
    assert _ends(second)[0] == 0
    assert process.poll() is None


def test_two_profiles_run_side_by_side(running, tmp_path) -> None:
    other = _start(tmp_path / "other", QT_QPA_PLATFORM="offscreen")
    _wait_for(tmp_path / "other" / "state" / "locks" / "desktop.lock")
    time.sleep(0.3)
    assert other.poll() is None
    other.send_signal(signal.SIGTERM)
    assert _ends(other)[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_it_in_order(tmp_path, number) -> None:
    home = tmp_path / "home"
    process = _start(home, QT_QPA_PLATFORM="offscreen")
    _wait_for(home / "state" / "locks" / "desktop.lock")
    time.sleep(1.0)
    process.send_signal(number)
    assert _ends(process)[0] == 0
