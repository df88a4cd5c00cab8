"""Counts what a process does to the files below a folder, and kills it at the n-th deed.

The interpreter imports this module when it starts, if its folder is on PYTHONPATH. It
hears of each deed through an audit hook (PEP 578), just before it is done. ``renameat2``
through ctypes is not heard of; what comes after it is: a removal, or that the folder is
opened to wait for the disk.

``KSYNC_TEST_FOLDER``  below this; nothing happens where it is not set.
``KSYNC_TEST_DEED``    the one that is not done any more; 0: all are.
``KSYNC_TEST_COUNT``   a file that gets a byte for each deed.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_DIRECTORY
_DEEDS = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link"})


def _watch(folder: str, fatal: int, counter: str) -> None:
    # not through open(), which is a deed
    handle = os.open(counter, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    done = 0

    def hear(event: str, values: tuple[Any, ...]) -> None:
        nonlocal done
        if event == "open":
            place, _, flags = values
            changes = isinstance(flags, int) and flags & _CHANGING
        else:
            place, changes = values[0] if values else "", event in _DEEDS
        if not changes or not isinstance(place, str | bytes | os.PathLike):
            return
        if not os.fsdecode(place).startswith(folder):
            return
        done += 1
        if done == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(handle, b".")

    sys.addaudithook(hear)


if "KSYNC_TEST_FOLDER" in os.environ:
    _watch(
        os.environ["KSYNC_TEST_FOLDER"],
        int(os.environ["KSYNC_TEST_DEED"]),
        os.environ["KSYNC_TEST_COUNT"],
    )
