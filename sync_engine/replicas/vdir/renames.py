"""Renames that lose nothing: exchange two names, or take a name only if it is free.

rename(2) overwrites in silence what another program put there a moment ago. Two
operations do not:

* ``exchange``: Linux renameat2(2) with RENAME_EXCHANGE. The old text comes out
  under the other name and can be looked at; the name is never unoccupied.
* ``place``: renameat2 with RENAME_NOREPLACE; else link(2), which fails if the
  name is there, and unlink(2) of the old name; else, on file systems without
  links (FAT), an empty file made with O_EXCL holds the name and is renamed over.
  Only the last leaves a gap: what another program writes into the empty file in
  the microseconds before the rename is overwritten; and a crash there may leave it.

What a file system can do shows when it is tried; from then on the next way is taken.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Final

from sync_engine.replicas.vdir.disk import FILE_MODE, Step, no_step

_AT_FDCWD: Final = -100
_RENAME_NOREPLACE: Final = 1
_RENAME_EXCHANGE: Final = 2
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_LINKLESS = _UNABLE | {errno.EPERM, errno.EMLINK}

_Renameat2 = Callable[[int, bytes, int, bytes, int], int]


class Way(IntEnum):
    """How a name is taken, best first."""

    KERNEL = 1
    LINK = 2
    RESERVE = 3


class Renames:
    """The best way that this file system has.

    :param way: do not try any better one.
    """

    def __init__(self, way: Way = Way.KERNEL, step: Step = no_step) -> None:
        self._step = step
        self._renameat2 = _find_renameat2()
        self.way = Way.LINK if way is Way.KERNEL and self._renameat2 is None else way

    def exchange(self, one: Path, other: Path) -> bool:
        """Exchange two files; ``False`` if that cannot be done here.

        :raises FileNotFoundError: one of them is not there.
        """
        return self._kernel_rename(one, other, _RENAME_EXCHANGE)

    def place(self, source: Path, target: Path) -> None:
        """Give a file (or folder) another name if nothing has that name.

        :raises FileExistsError: something has it; nothing was changed.
        """
        if self._kernel_rename(source, target, _RENAME_NOREPLACE):
            return
        if os.name == "nt":
            source.rename(target)  # does not replace on this platform
            return
        if source.is_dir() and not source.is_symlink():
            _rename_folder(source, target)
            return
        if self.way is Way.LINK:
            try:
                os.link(source, target, follow_symlinks=False)
            except OSError as error:
                if error.errno not in _LINKLESS:
                    raise
                self.way = Way.RESERVE
            else:
                self._step("linked")
                source.unlink()
                return
        self._reserve(source, target)

    def _kernel_rename(self, one: Path, other: Path, flag: int) -> bool:
        if self.way is not Way.KERNEL or self._renameat2 is None:
            return False
        if self._renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flag) == 0:
            return True
        code = ctypes.get_errno()
        if code in _UNABLE:
            self.way = Way.LINK
            return False
        raise OSError(code, os.strerror(code), str(other))

    def _reserve(self, source: Path, target: Path) -> None:
        fd = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
        reserved = os.fstat(fd)
        os.close(fd)
        self._step("reserved")
        now = target.lstat()
        if (now.st_dev, now.st_ino, now.st_size) != (reserved.st_dev, reserved.st_ino, 0):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        source.replace(target)


def _rename_folder(source: Path, target: Path) -> None:
    """rename(2) replaces only an empty folder by a folder: nothing that matters."""
    try:
        source.rename(target)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.ENOTDIR, errno.EEXIST):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        raise


def _find_renameat2() -> _Renameat2 | None:
    """The C library's function (glibc 2.28, musl 1.2.5), or ``None``."""
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another C library or system
        return None
    function.argtypes = [
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.c_char_p,
        ctypes.c_uint,
    ]
    function.restype = ctypes.c_int
    found: _Renameat2 = function
    return found
