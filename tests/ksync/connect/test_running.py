"""A profile that is in use is not written; while it is written nobody can use it."""

import os
import subprocess
import sys

import pytest

from ksync.connect.errors import ProgramRuns
from ksync.connect.thunderbird.running import kept_closed

HOLD = """
import fcntl, sys
held = open(sys.argv[1], "w")
try:
    fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError:
    sys.exit(7)
print("held", flush=True)
sys.stdin.read()
"""


def other_process(profile):
    """A process that takes the lock as Thunderbird does."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(profile / ".parentlock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_a_profile_in_use_is_refused(tmp_path):
    with other_process(tmp_path) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(ProgramRuns), kept_closed(tmp_path):
            pytest.fail("it is in use")
        other.stdin.close()
    with kept_closed(tmp_path):
        pass


def test_meanwhile_nobody_else_takes_it(tmp_path):
    with kept_closed(tmp_path), other_process(tmp_path) as other:
        other.stdin.close()
        assert other.wait() == 7
    assert list(tmp_path.iterdir()) == [], "what was made for it is gone"


def test_the_lock_of_thunderbird_stays(tmp_path):
    (tmp_path / ".parentlock").touch()
    with kept_closed(tmp_path):
        pass
    assert (tmp_path / ".parentlock").exists()


def test_a_link_with_a_plus_decides_nothing(tmp_path):
    (tmp_path / "lock").symlink_to(f"127.0.1.1:+{os.getpid()}")
    with kept_closed(tmp_path):
        pass


def test_a_link_without_one_names_a_process(tmp_path):
    (tmp_path / "lock").symlink_to(f"127.0.1.1:{os.getpid()}")
    with pytest.raises(ProgramRuns), kept_closed(tmp_path):
        pytest.fail("it is in use")
    (tmp_path / "lock").unlink()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "lock").symlink_to(f"127.0.1.1:{gone.pid}")
    with kept_closed(tmp_path):
        pass
