"""Reading the administrator's files so that nobody else can have written them.

Theory
------
A name may lead somewhere else the next moment, a descriptor may not. So the way to
a file is walked component by component, each opened inside the one before
(``openat``), never through a symbolic link (``O_NOFOLLOW``); what is judged is the
descriptor (``fstat``), and what is read is that same descriptor.

Rules
-----
* A file counts if it is regular, owned by root, not writable by group or others, and
  at most 1 MiB large. An access control list that lets somebody write shows as a
  writable group (its mask stands in the mode bits, acl(5)).
* Every folder on the way is owned by root and not writable by group or others: who
  can write a folder can replace what is in it. A sticky bit makes no difference.
* Only ENOENT means that there is no policy. Whatever else goes wrong (EACCES, ELOOP,
  ENOTDIR, EIO …) is a policy that cannot be trusted, not an absent one.
* A folder of ours (below ``/etc``) that is not to be trusted is an error even if it
  is empty: who can write it may have emptied it.
* A device or a pipe is opened without waiting for it, and refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

MAX_BYTES = 1024 * 1024
ROOT = 0
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = _FLAGS | getattr(os, "O_DIRECTORY", 0)
_FILE = _FLAGS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class Untrusted(Exception):
    """Something on the way to a policy, or the policy itself, is not to be trusted.

    :param place: its path.
    :param hint: the command that mends it, where there is one.
    """

    def __init__(self, message: str, place: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells that a file or folder is the same as before."""

    place: str
    device: int
    inode: int
    mode: int
    owner: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, place: str, found: os.stat_result) -> Mark:
        """The mark of a stat result."""
        return cls(
            place,
            found.st_dev,
            found.st_ino,
            found.st_mode,
            found.st_uid,
            found.st_size,
            found.st_mtime_ns,
            found.st_ctime_ns,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a folder: its text, or why it is not to be trusted."""

    name: str
    place: str
    data: bytes = b""
    problem: Untrusted | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder that is trusted."""

    path: str
    handle: int

    def names(self) -> list[str]:
        """What is in it, sorted."""
        try:
            return sorted(os.listdir(self.handle))  # noqa: PTH208  a descriptor, no path
        except OSError as error:
            raise _unreadable(self.path, error) from error

    def file(self, name: str) -> bytes:
        """The content of a file in it.

        :raises Untrusted: it is not to be trusted, or cannot be read.
        """
        place = f"{self.path}/{name}"
        try:
            handle = os.open(name, _FILE, dir_fd=self.handle)
        except OSError as error:
            raise _refused(self.handle, name, place, error) from error
        try:
            _judge_file(os.fstat(handle), place)
            return _content(handle, place)
        except OSError as error:
            raise _unreadable(place, error) from error
        finally:
            os.close(handle)

    def mark(self, name: str) -> Mark:
        """The mark of what has this name, itself if it is a link."""
        place = f"{self.path}/{name}"
        try:
            return Mark.of(place, os.stat(name, dir_fd=self.handle, follow_symlinks=False))
        except OSError as error:
            raise _unreadable(place, error) from error


@contextmanager
def folder(path: str, own: int) -> Iterator[tuple[Folder | None, list[Mark]]]:
    """Open a folder by its absolute path; ``None`` if it is not there.

    :param own: how many of the last components are ours: those have to be trusted as
        soon as they exist, even if the folder behind them does not.
    :raises Untrusted: a component is a link, no folder, not root's, or others can
        write it.
    """
    parts = PurePosixPath(path).parts
    handle = os.open("/", _FOLDER)
    marks: list[Mark] = []
    doubts: list[Untrusted] = []
    try:
        place = ""
        _judge(os.fstat(handle), "/", doubts, marks)
        for number, part in enumerate(parts[1:], start=1):
            place = f"{place}/{part}"
            try:
                inner = os.open(part, _FOLDER, dir_fd=handle)
            except FileNotFoundError:
                yield None, marks
                return
            except OSError as error:
                raise _refused(handle, part, place, error) from error
            os.close(handle)
            handle = inner
            _judge(os.fstat(handle), place, doubts, marks)
            if number >= len(parts) - own and doubts:
                raise doubts[0]
        yield Folder(place, handle), marks
    finally:
        os.close(handle)


def _judge(found: os.stat_result, place: str, doubts: list[Untrusted], marks: list[Mark]) -> None:
    marks.append(Mark.of(place, found))
    try:
        _judge_owner(found, place, "the folder")
    except Untrusted as doubt:
        doubts.append(doubt)


def _judge_file(found: os.stat_result, place: str) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise Untrusted(f"it is {_kind(found.st_mode)}, not a regular file", place)
    _judge_owner(found, place, "the file")
    if found.st_size > MAX_BYTES:
        raise Untrusted(f"it is larger than 1 MiB ({found.st_size} bytes)", place)


def _judge_owner(found: os.stat_result, place: str, what: str) -> None:
    if found.st_uid != ROOT:
        raise Untrusted(
            f"{what} is owned by user {found.st_uid}, not by root",
            place,
            f"Look at what is in it, then: chown root:root {place}",
        )
    if found.st_mode & 0o022:
        who = "its group" if found.st_mode & 0o020 else "others"
        raise Untrusted(
            f"{who} can write {what}",
            place,
            f"Look at what is in it, then: chmod go-w {place}",
        )


def _content(handle: int, place: str) -> bytes:
    pieces, size = [], 0
    while piece := os.read(handle, 65536):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise Untrusted("it is larger than 1 MiB", place)
    return b"".join(pieces)


def _refused(parent: int, name: str, place: str, error: OSError) -> Untrusted:
    """Why it could not be opened; the words look again, the refusal stands whatever they see."""
    try:
        mode = os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode
    except OSError:
        return _unreadable(place, error)
    if stat.S_ISLNK(mode):
        return Untrusted(
            "it is a symbolic link", place, "Put the file or folder itself in its place."
        )
    if isinstance(error, NotADirectoryError):
        return Untrusted(f"it is {_kind(mode)}, not a folder", place)
    return _unreadable(place, error)


def _unreadable(place: str, error: OSError) -> Untrusted:
    return Untrusted(f"it cannot be read ({error.strerror or type(error).__name__})", place)


_KINDS = (
    (stat.S_ISLNK, "a symbolic link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISREG, "a file"),
)


def _kind(mode: int) -> str:
    return next((words for test, words in _KINDS if test(mode)), "a device")
