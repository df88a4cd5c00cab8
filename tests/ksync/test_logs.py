"""The log: where it goes, how large it grows, and what stands on each line."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys

import pytest

from ksync.reporting import logs

LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ \[(\S+)\] .+")


@pytest.fixture
def log():
    """The logger; what a test started is stopped."""
    yield logging.getLogger("ksync.run")
    logs.stop()


def test_a_file_is_turned_over_and_four_older_ones_are_kept(tmp_path, log):
    file = logs.start(tmp_path / "log", "info", journal=False)
    assert file is not None
    line = "x" * 1000
    for _ in range(6 * logs.FILE_BYTES // len(line)):
        log.info("%s", line)
    found = {path.name: path.stat() for path in file.parent.iterdir()}
    assert set(found) == {"ksync.log", *(f"ksync.log.{n}" for n in range(1, 5))}
    assert all(one.st_size <= logs.FILE_BYTES for one in found.values())
    assert {one.st_mode & 0o777 for one in found.values()} == {0o600}
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_every_line_has_its_run_and_is_one_line(tmp_path, log):
    file = logs.start(tmp_path / "log", "info", journal=False)
    assert file is not None
    log.info("before any")
    logs.set_run("acc:7")
    log.info("of this thread's run")
    log.warning("of another\nand \x1b[31mred", extra={"run": "other:1"})
    logs.set_run(logs.NO_RUN)
    lines = file.read_text().splitlines()
    assert [found[1] for line in lines if (found := LINE.fullmatch(line))] == [
        "-",
        "acc:7",
        "other:1",
    ]
    assert len(lines) == 3
    assert "\x1b" not in file.read_text()


@pytest.mark.parametrize(
    ("level", "seen"), [("error", 1), ("warning", 2), ("info", 3), ("debug", 4)]
)
def test_levels(tmp_path, log, level, seen):
    file = logs.start(tmp_path / "log", level, journal=False)
    assert file is not None
    for number in (logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG):
        log.log(number, "one")
    assert len(file.read_text().splitlines()) == seen


def test_where_systemd_reads_stderr_lines_go_there_with_their_priority(tmp_path):
    """As systemd starts it: JOURNAL_STREAM names the file behind stderr (systemd.exec(5))."""
    program = (
        "import logging, pathlib, sys\n"
        "from ksync.reporting import logs\n"
        "assert logs.start(pathlib.Path(sys.argv[1]), 'info') is None\n"
        "log = logging.getLogger('ksync.run')\n"
        "log.info('started'); log.warning('%s', 'two\\nlines', extra={'run': 'acc:1'})\n"
        "log.debug('not at this level')\n"
    )
    with (tmp_path / "journal").open("w+b") as journal:
        found = os.fstat(journal.fileno())
        environment = {**os.environ, "JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}"}
        command = [sys.executable, "-c", program, str(tmp_path / "log")]
        subprocess.run(command, env=environment, stderr=journal, check=True, timeout=60)
        journal.seek(0)
        assert journal.read().decode().splitlines() == [
            "<6>[-] started",
            "<4>[acc:1] two\\x0alines",
        ]
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize("stream", ["", "1:1", "what", "7"])
def test_a_stderr_that_is_not_the_journal_s_is_none(monkeypatch, stream):
    monkeypatch.setenv("JOURNAL_STREAM", stream)
    assert logs.stderr_is_journal() is False
