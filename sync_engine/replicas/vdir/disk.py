"""The file system's primitives, and the one seam where its errors are translated.

An ``OSError`` is not a failure of one resource unless a caller says so: a disk
that is full or read-only fails for all of them, so it becomes an exception.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from sync_engine.core.identifiers import ContentHash
from sync_engine.errors import DiskFull, ReadOnlyStorage, StorageError
from sync_engine.replicas.names import HIDDEN_PREFIX

Step = Callable[[str], None]
"""Called between any two steps with the name of the one that is done: tests edit
the folder there as another program would, fail as a disk would, or stop dead."""

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
TEMPORARY: Final = f"{HIDDEN_PREFIX}-tmp-"

_CREATE = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)  # these three are not on every platform
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_ERRORS: Final[dict[int, type[StorageError]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnlyStorage,
    errno.EACCES: ReadOnlyStorage,
    errno.EPERM: ReadOnlyStorage,
}


def no_step(_: str) -> None:
    """The step hook of normal operation."""


@contextlib.contextmanager
def translated(where: Path) -> Iterator[None]:
    """Turn an ``OSError`` into a ``StorageError``.

    :raises DiskFull: ENOSPC, EDQUOT.
    :raises ReadOnlyStorage: EROFS, EACCES, EPERM.
    :raises StorageError: anything else.
    """
    try:
        yield
    except OSError as error:
        kind = _ERRORS.get(error.errno or 0, StorageError)
        raise kind(error.strerror or str(error), where=str(where)) from error


def content_hash(body: bytes) -> ContentHash:
    """SHA-256 of a resource's bytes."""
    return ContentHash(hashlib.sha256(body).hexdigest())


def temporary(folder: Path) -> Path:
    """A hidden name for a text of ours that is not in its place yet.

    What stands under such a name was never the only copy: it may be deleted.
    """
    return folder / f"{TEMPORARY}{secrets.token_hex(6)}"


def write_new(path: Path, body: bytes, *, durable: bool) -> os.stat_result:
    """Write a file where nothing is; a failure leaves nothing behind.

    :param durable: wait until the bytes are on the disk.
    """
    fd = os.open(path, _CREATE, FILE_MODE)
    try:
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(fd, rest) :]
            if durable:
                os.fsync(fd)
            return os.fstat(fd)
        finally:
            os.close(fd)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write_over(path: Path, body: bytes) -> None:
    """Write a small file of ours, whole or not at all."""
    new = temporary(path.parent)
    write_new(new, body, durable=True)
    try:
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Wait until the folder's entries are on the disk, where a folder can be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
