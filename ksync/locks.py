"""One process at a time works on an account.

Theory
------
A lock belongs to an open file description (``flock``), so the system releases it
when the process ends, however it ends: there are no stale locks. The file itself
stays as long as the settings name its account; deleting it earlier would let two
processes lock two files of one name. The process id inside is for people and decides nothing.

The waiting side polls: a blocking ``flock`` cannot be given a deadline without
signals, and a few system calls in a second cost nothing.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from ksync.paths import PRIVATE_FILE, ensure_private
from ksync.reporting.errors import LockHeld
from sync_engine.cancellation import CancelToken

POLL_SECONDS = 0.1


class ProcessLock:
    """A lock between processes (and between two instances in one process).

    :param path: the lock file; made when it is missing.
    :param account: the account's name, for the message.
    """

    def __init__(self, path: Path, *, account: str = "") -> None:
        self._path = path
        self._account = account
        self._handle: int | None = None

    def acquire(self, wait_seconds: float = 30.0, *, cancel: CancelToken | None = None) -> Self:
        """Take the lock; usable as a context manager, which releases it.

        :param wait_seconds: how long to wait for another holder; 0 asks once.
        :raises LockHeld: it is still held then.
        :raises Cancelled: the token was cancelled while waiting.
        :raises OSError: the file cannot be made.
        """
        ensure_private(self._path.parent)
        token = cancel or CancelToken()
        deadline = time.monotonic() + wait_seconds
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            while not _try_lock(handle):
                if time.monotonic() >= deadline:
                    raise LockHeld(
                        f"held by process {_holder(handle)}",
                        account=self._account,
                        resource=str(self._path),
                    )
                token.wait(POLL_SECONDS)
            _write_holder(handle)
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        return self

    def held_by_other(self) -> bool:
        """Whether somebody else holds it now (it is not kept)."""
        try:
            with ProcessLock(self._path).acquire(0):
                return False
        except LockHeld:
            return True

    def release(self) -> None:
        """Let go; harmless when it is not held."""
        if self._handle is not None:
            _unlock(self._handle)
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _holder(handle: int) -> str:
    with suppress(OSError):  # on Windows a locked byte range cannot be read
        os.lseek(handle, 0, os.SEEK_SET)
        return os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
    return "unknown"


def _write_holder(handle: int) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.truncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode("ascii"))


if sys.platform == "win32":
    import msvcrt

    # A byte far behind the process id, so that the id stays readable: Windows
    # locks are mandatory and allow ranges past the end of the file.
    _LOCKED_BYTE = 1024

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        with suppress(OSError):
            os.truncate(handle, 0)
        fcntl.flock(handle, fcntl.LOCK_UN)
