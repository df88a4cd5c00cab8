"""What is kept of an unexpected error: enough to find it, nothing personal.

The report has the type of each exception and the lines of code that it passed
through. It has neither messages nor values: those hold titles, names and
addresses (a decoding error quotes the bytes), and a log must not.
"""

from __future__ import annotations

import platform
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import ksync
from ksync.paths import Paths, write_private


def write_report(paths: Paths, error: BaseException) -> Path | None:
    """Write a report into the log folder; ``None`` if that cannot be done."""
    stamp = time.strftime("%Y%m%dT%H%M%S")
    target = paths.log / f"error-{stamp}-{time.monotonic_ns() % 1_000_000:06d}.txt"
    head = (
        f"kSync {ksync.__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}\n\n"
    )
    try:
        write_private(target, (head + "\n".join(_lines(error)) + "\n").encode())
    except OSError:
        return None
    return target


def _lines(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        yield from (
            f"  {frame.filename}:{frame.lineno} in {frame.name}\n    {frame.line}"
            for frame in traceback.extract_tb(current.__traceback__)
        )
        current = current.__cause__ or current.__context__
