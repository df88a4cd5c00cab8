"""Reading a file so that its bytes and its fingerprint belong together.

A fingerprint is size, mtime, ctime and inode (nanoseconds). Clocks of file
systems tick in milliseconds, some in seconds: two edits of one size within a
tick leave all four as they were. So where mtime or ctime is within two seconds
of the look ("racy", as version control systems call it) the fingerprint also
carries a hash of the content. A fingerprint without a hash was taken when any
later edit was bound to get a later time (loss class L13).

A file that another program holds open for writing is not read, because it may be
half-written: Linux grants a read lease (fcntl(2), F_SETLEASE) only if nobody has.
Where there are no leases, only the file's times before and after reading tell.
"""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync_engine.core.identifiers import Fingerprint
from sync_engine.core.observation import Failure
from sync_engine.replicas.port import Loaded

try:
    import fcntl
except ImportError:  # a platform without it has no leases either
    LEASES = False
else:
    LEASES = hasattr(fcntl, "F_SETLEASE")

MAX_BYTES: Final = 64 * 1024 * 1024
"""No calendar object or card is that large; it is not read into memory."""

RACY_NS: Final = 2_000_000_000

_ATTEMPTS: Final = 3
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # a link may lead out of the folder
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO would wait for its writer
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

NOT_A_FILE: Final = Failure("resource.not_a_file", "a link, a folder or a special file")
BUSY: Final = Failure("resource.busy", "another program is writing it")


@dataclass(frozen=True, slots=True)
class Contents:
    """Bytes, and the file's status when they were read."""

    body: bytes
    status: os.stat_result

    def loaded(self, now_ns: int) -> Loaded:
        """As the port gives it. :param now_ns: the time before the reading."""
        return Loaded(fingerprint(self.status, now_ns, self.body), self.body)


def times_key(status: os.stat_result) -> Fingerprint:
    """The fingerprint of a file that is not racy; of any other, its first part."""
    return Fingerprint(
        f"{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}-{status.st_ino}"
    )


def is_racy(status: os.stat_result, now_ns: int) -> bool:
    """Whether a later edit might leave the times as they are.

    :param now_ns: a time not later than that of the status.
    """
    return max(status.st_mtime_ns, status.st_ctime_ns) >= now_ns - RACY_NS


def fingerprint(status: os.stat_result, now_ns: int, body: bytes) -> Fingerprint:
    """The fingerprint of a file of which these are the bytes."""
    key = times_key(status)
    if is_racy(status, now_ns):
        key = Fingerprint(f"{key}~{hashlib.sha256(body).hexdigest()[:32]}")
    return key


def same_times(status: os.stat_result, known: Fingerprint | None) -> bool:
    """Whether a fingerprint may be of this file as it is (a cheap first check)."""
    return known is not None and known.partition("~")[0] == times_key(status)


def read(path: Path) -> Contents | Failure | None:
    """Read a regular file; ``None`` if nothing is there.

    :raises OSError: what concerns more than this file (too many open files).
    """
    for _ in range(_ATTEMPTS):
        try:
            fd = os.open(path, _READ)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return _failure(error)
        try:
            found = _read_open(fd)
        except OSError as error:
            return _failure(error)
        finally:
            os.close(fd)
        if found is not None:
            return found
    return BUSY


def _read_open(fd: int) -> Contents | Failure | None:
    """One try; ``None`` if the file changed meanwhile."""
    before = os.fstat(fd)
    if not stat.S_ISREG(before.st_mode):
        return NOT_A_FILE
    if before.st_size > MAX_BYTES:
        return Failure("resource.too_large", f"{before.st_size} bytes")
    if is_being_written(fd):
        return BUSY
    parts = []
    while part := os.read(fd, max(before.st_size, 4096)):
        parts.append(part)
        if sum(map(len, parts)) > before.st_size:
            return None
    body = b"".join(parts)
    after = os.fstat(fd)
    if times_key(before) != times_key(after) or len(body) != before.st_size:
        return None
    return Contents(body, after)


def is_being_written(fd: int) -> bool:
    """Whether any program holds this file open for writing, where that can be told.

    :param fd: opened for reading only.
    """
    if not LEASES:
        return False
    try:
        # A writer that comes while the lease is held makes the kernel send a signal;
        # the default one would end this process, SIGURG is ignored by default.
        fcntl.fcntl(fd, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN  # else: not granted here, or not our file
    return False


def _failure(error: OSError) -> Failure:
    if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM):
        raise error
    if error.errno in (errno.ELOOP, errno.ENXIO):
        return NOT_A_FILE
    return Failure("resource.unreadable", error.strerror or str(error))
