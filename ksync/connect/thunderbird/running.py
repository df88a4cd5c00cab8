"""Whether a profile is in use, and keeping it from being used.

Thunderbird takes two locks (nsProfileLock): a POSIX record lock on ``.parentlock``, and a
symbolic link ``lock`` to ``ADDRESS:+PID``, where the plus says that it has the record lock
as well. A link may be left by a program that crashed, or even by one that ended; a record
lock never is. So with a plus the record lock decides, and without one (a file system
without locks) the process does.

While kSync holds the record lock, a Thunderbird that is started says that it is open
already, and changes nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ksync.connect.errors import ProgramRuns

CAN_LOCK = os.name == "posix"
"""Elsewhere (Windows) Thunderbird locks in another way, and its profile is left alone."""

_LINK = re.compile(r"[0-9.]+:(\+?)(\d+)")


@contextmanager
def kept_closed(profile: Path) -> Iterator[None]:
    """Nobody else uses the profile meanwhile.

    :raises ProgramRuns: somebody does.
    :raises OSError: the lock cannot be made.
    """
    import fcntl  # noqa: PLC0415  not on Windows, where none of this is called

    if _other(profile):
        raise ProgramRuns(resource=str(profile))
    file = profile / ".parentlock"
    made = not file.exists()
    # never closed and opened again meanwhile: closing any descriptor gives the lock up
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ProgramRuns(resource=str(profile)) from error
        yield
        if made:
            file.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _other(profile: Path) -> bool:
    """Whether a process without a record lock uses it."""
    try:
        found = _LINK.fullmatch(os.readlink(profile / "lock"))  # noqa: PTH115  it is no path
    except OSError:
        return False
    if found is None or found[1]:
        return False
    try:
        os.kill(int(found[2]), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
