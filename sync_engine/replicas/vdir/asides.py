"""Texts that stand aside while a write looks at them: nothing is deleted unseen.

To overwrite or delete a file that another program may edit at any moment, the
file is first moved out of reach, then compared with what was expected, and only
then deleted; if it is something else it gets its name back. Where it stands
meanwhile is a hidden folder beside it::

    .ksync-aside-<hash expected>-<hash new or "none">-<random>/<name>

The folder's name says what may be deleted, so that after a crash in between the
same decision can be made without any other record (``recover``):

* the name is free: the text gets it back (the write did not happen);
* it is the expected text, or our new one: both are known to whoever asked for
  the write, it goes;
* our new text has the name: an exchange was not finished; it is turned back;
* else two other programs' versions meet: the text is kept as a further resource
  under a visible name.

A text is deleted only after its bytes were read in its hidden place, where no
program can open it any more, and no program has it open for writing (where the
platform tells); otherwise it gets its name back with the writer still on it.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.replicas.names import HIDDEN_PREFIX, kept_name
from sync_engine.replicas.vdir.contents import Contents, read
from sync_engine.replicas.vdir.disk import FOLDER_MODE, TEMPORARY, Step, content_hash
from sync_engine.replicas.vdir.renames import Renames, Way

_PREFIX: Final = f"{HIDDEN_PREFIX}-aside-"
_NAME = re.compile(re.escape(_PREFIX) + r"([0-9a-f]{64})-([0-9a-f]{64}|none)-[0-9a-f]+", re.ASCII)
_ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True)
class Aside:
    """A place aside for one file of a folder.

    :param path: the hidden folder.
    :param name: the file's name, inside as outside.
    :param expected: hash of the text that the write expects to move out.
    :param new: hash of the text that the write puts in, ``None`` for a deletion.
    """

    path: Path
    name: str
    expected: ContentHash
    new: ContentHash | None

    @property
    def file(self) -> Path:
        """Where the text stands."""
        return self.path / self.name

    @property
    def target(self) -> Path:
        """Where it came from."""
        return self.path.parent / self.name


class Asides:
    """The places aside of one collection folder; the folder's lock is held."""

    def __init__(self, folder: Path, suffix: str, renames: Renames, step: Step) -> None:
        self._folder = folder
        self._suffix = suffix
        self._renames = renames
        self._step = step

    def open(self, name: str, expected: bytes, new: bytes | None) -> Aside:
        """Make a place."""
        before = content_hash(expected)
        after = None if new is None else content_hash(new)
        tag = f"{before}-{after or 'none'}-{secrets.token_hex(4)}"
        path = self._folder / f"{_PREFIX}{tag}"
        path.mkdir(FOLDER_MODE)
        return Aside(path, name, before, after)

    def abandon(self, aside: Aside) -> None:
        """Close a place into which nothing was moved; our own new text in it goes.

        A file that is there all the same (a rename that was done and reported as
        failed, over a network) stays for recovery.
        """
        if aside.new is None or not self.drop(aside, (aside.new,)):
            self._close(aside)

    def holds_expected(self, aside: Aside) -> bool:
        """Whether the text aside is the expected one, and nobody is writing it."""
        return self._is_one_of(aside, (aside.expected,))

    def drop(self, aside: Aside, known: Container[ContentHash] | None = None) -> bool:
        """Delete the text aside if it is a known one (default: the expected one)."""
        if not self._is_one_of(aside, (aside.expected,) if known is None else known):
            return False
        self._step("verified")
        aside.file.unlink()
        self._close(aside)
        return True

    def put_back(self, aside: Aside) -> ResourceId | None:
        """Give the text its name back; our new text, if that has it, goes.

        :returns: where a text is kept if another program took the name meanwhile.
        """
        for _ in range(_ATTEMPTS):
            try:
                self._renames.place(aside.file, aside.target)
            except FileExistsError:
                pass
            else:
                self._close(aside)
                return None
            there = _hash_at(aside.target)
            if there is None or there != aside.new:
                break
            self._step("turning back")
            try:
                exchanged = self._renames.exchange(aside.file, aside.target)
            except FileNotFoundError:
                continue  # deleted meanwhile: the name is free now
            if not exchanged:
                break
            self._step("turned back")
            return None if self.drop(aside, (there,)) else self.keep(aside)
        return self.keep(aside)

    def keep(self, aside: Aside) -> ResourceId | None:
        """Give the text a visible name of its own, unless its name has the same text.

        :returns: that name.
        """
        there, own = _hash_at(aside.target), read(aside.file)
        if there is not None and self.drop(aside, (there,)):
            return None
        salt = own.body if isinstance(own, Contents) else secrets.token_bytes(8)
        while True:
            name = kept_name(aside.name, self._suffix, salt)
            try:
                self._renames.place(aside.file, self._folder / name)
            except FileExistsError:
                same = _hash_at(self._folder / name)
                if same is not None and self.drop(aside, (same,)):
                    return ResourceId(name)
                salt = secrets.token_bytes(8)
            else:
                self._close(aside)
                return ResourceId(name)

    def recover(self, leftover: str) -> list[ResourceId]:
        """Finish what an interrupted write left under this hidden name.

        :returns: names that were given back or newly given.
        """
        path = self._folder / leftover
        if leftover.startswith(TEMPORARY):
            path.unlink(missing_ok=True)
            return []
        match = _NAME.fullmatch(leftover)
        if match is None or path.is_symlink() or not path.is_dir():
            return []
        expected = ContentHash(match[1])
        new = None if match[2] == "none" else ContentHash(match[2])
        rescued = []
        for file in sorted(path.iterdir()):
            rescued += self._recover_file(Aside(path, file.name, expected, new))
        with contextlib.suppress(OSError):  # what is in it is none of ours
            path.rmdir()
        return rescued

    def _recover_file(self, aside: Aside) -> list[ResourceId]:
        try:
            self._renames.place(aside.file, aside.target)
        except FileExistsError:
            pass
        else:
            return [ResourceId(aside.name)]
        if self._renames.way is Way.RESERVE and _hash_at(aside.target) == content_hash(b""):
            aside.file.replace(aside.target)  # the empty file only held the name
            return [ResourceId(aside.name)]
        known = (aside.expected,) if aside.new is None else (aside.expected, aside.new)
        if self.drop(aside, known):
            return []
        kept = self.put_back(aside)
        return [ResourceId(aside.name), *([] if kept is None else [kept])]

    def _is_one_of(self, aside: Aside, known: Container[ContentHash]) -> bool:
        there = _hash_at(aside.file)
        return there is not None and there in known

    def _close(self, aside: Aside) -> None:
        self._step("closing")
        with contextlib.suppress(OSError):  # not empty: some other file, left for recovery
            aside.path.rmdir()


def _hash_at(path: Path) -> ContentHash | None:
    """The hash of a file that can be read, and that nobody is writing."""
    contents = read(path)
    return content_hash(contents.body) if isinstance(contents, Contents) else None
