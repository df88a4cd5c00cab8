"""Processes and what they cost, and the table of what was measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Spent:
    """What a process took.

    :param cpu: seconds of user and system time, start of the interpreter included.
    :param peak: of resident memory, in octets.
    """

    wall: float
    cpu: float
    peak: int
    output: bytes

    @property
    def envelope(self) -> dict[str, Any]:
        """What ``ksync --json`` printed."""
        return json.loads(self.output)  # type: ignore[no-any-return]  # as it comes


@dataclass(frozen=True)
class Row:
    """One figure.

    :param wanted: the figure to reach, in words; ``""``: only recorded.
    :param reached: ``None`` where nothing was to be reached.
    """

    work: str
    measured: str
    wanted: str = ""
    reached: bool | None = None


Add = Callable[[Row], None]


def spent(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """Run a process to its end.

    :raises RuntimeError: it ended with another code than 0.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise RuntimeError(f"{command}: {process.returncode}\n{err.read().decode()[-3000:]}")
        return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, out.read())


def least(times: int, action: Callable[[], Spent]) -> Spent:
    """The run with the least CPU time: what else runs on the machine only adds."""
    return min((action() for _ in range(times)), key=lambda found: found.cpu)


def cpu(times: int, action: Callable[[], object]) -> float:
    """The least CPU time of something in this process, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def megabytes(octets: int) -> str:
    """In words."""
    return f"{octets / 1e6:.0f} MB"


def tell(text: str) -> None:
    """What is being done, for whoever waits."""
    print(f"… {text}", file=sys.stderr, flush=True)
