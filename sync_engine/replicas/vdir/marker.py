"""The hidden marker of a root or a collection folder, and the lock on it.

A folder that is not there reads as empty, and so does the folder under a mount
point whose disk is missing; taken at its word it would delete a whole calendar
on the server. So each root and collection carries a marker with its key, written
before anything else; without it, or with another key, the replica is unavailable,
not empty (loss class L15). The marker is written once and never replaced: it is
also what the folder's lock is taken on.

The lock keeps programs of this project (a sync, the gateway) from seeing each
other's writes half done. It is held for one write or one scan, never while
waiting for the network; other programs do not know it and need not.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.names import HIDDEN_PREFIX
from sync_engine.replicas.vdir.disk import sync_folder, temporary, write_new
from sync_engine.replicas.vdir.renames import Renames

MARKER: Final = HIDDEN_PREFIX
SCHEMA: Final = 1

_MAX_BYTES: Final = 4096
_RETRY_SECONDS: Final = 0.005
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> None:
        # A byte far behind the end, so that the marker stays readable.
        os.lseek(fd, 1 << 30, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)

else:
    import fcntl

    def _try_lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def write_marker(folder: Path, key: str) -> None:
    """Mark a folder that has no marker yet; an interruption leaves a whole one or none.

    :raises FileExistsError: it has one.
    """
    text = json.dumps({"schema": SCHEMA, "key": key}, sort_keys=True) + "\n"
    new = temporary(folder)
    write_new(new, text.encode(), durable=True)
    try:
        Renames().place(new, folder / MARKER)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync_folder(folder)


def read_key(folder: Path) -> str:
    """The key of a folder.

    :raises ReplicaUnavailable: no folder, no marker, or one that cannot be read.
    """
    fd = _open(folder)
    try:
        return _parse(os.read(fd, _MAX_BYTES), folder)
    finally:
        os.close(fd)


def verify(folder: Path, key: str) -> None:
    """Return if the folder carries this key.

    :raises ReplicaUnavailable: else.
    """
    _compare(read_key(folder), key, folder)


@contextlib.contextmanager
def locked(folder: Path, key: str, timeout: float) -> Iterator[None]:
    """Verify the marker and hold the folder's lock.

    :param timeout: seconds to wait for another program of this project.
    :raises ReplicaUnavailable: not this folder, or the lock was not to be had.
    """
    fd = _open(folder)
    try:
        _lock(fd, folder, timeout)
        _compare(_parse(os.read(fd, _MAX_BYTES), folder), key, folder)
        if os.fstat(fd).st_ino != _inode(folder):
            raise ReplicaUnavailable("the folder was moved or removed", where=str(folder))
        yield
    finally:
        os.close(fd)  # releases the lock


def _open(folder: Path) -> int:
    try:
        return os.open(folder / MARKER, _OPEN)
    except (FileNotFoundError, NotADirectoryError) as error:
        what = "the folder has no marker" if folder.is_dir() else "the folder is not there"
        raise ReplicaUnavailable(what, where=str(folder)) from error
    except OSError as error:
        detail = f"the marker cannot be read: {error.strerror}"
        raise ReplicaUnavailable(detail, where=str(folder)) from error


def _inode(folder: Path) -> int | None:
    try:
        return (folder / MARKER).lstat().st_ino
    except OSError:
        return None


def _lock(fd: int, folder: Path, timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            _try_lock(fd)
        except (BlockingIOError, PermissionError) as error:
            if time.monotonic() >= deadline:
                raise ReplicaUnavailable("another program holds it", where=str(folder)) from error
            time.sleep(_RETRY_SECONDS)
        except OSError:
            return  # a file system without locks: the precautions of each write remain
        else:
            return


def _parse(raw: bytes, folder: Path) -> str:
    try:
        marker = json.loads(raw)
        schema, key = marker["schema"], marker["key"]
    except (ValueError, KeyError, TypeError) as error:
        raise ReplicaUnavailable("the marker is damaged", where=str(folder)) from error
    if not isinstance(schema, int) or not isinstance(key, str):
        raise ReplicaUnavailable("the marker is damaged", where=str(folder))
    if schema > SCHEMA:
        raise ReplicaUnavailable("the marker is of a later version", where=str(folder))
    return key


def _compare(found: str, key: str, folder: Path) -> None:
    if found != key:
        raise ReplicaUnavailable("the folder belongs to another collection", where=str(folder))
