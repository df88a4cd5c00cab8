"""Writes that change nothing unless they find what they expect (loss class L13).

``Create`` writes a hidden file and gives it the name only if the name is free.
``Replace`` writes the new text aside, exchanges it with the file, and looks at
what came out; where names cannot be exchanged, the file is moved aside, looked
at, and the new text takes the free name. ``Delete`` moves aside, looks, deletes.
A fingerprint is only a cheap first look: the bytes that came out decide.

What stands aside, and what becomes of it after a crash: ``asides``.
"""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.core.observation import Failure
from sync_engine.replicas.names import is_component, is_resource, printable
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
)
from sync_engine.replicas.vdir.asides import Aside, Asides
from sync_engine.replicas.vdir.contents import NOT_A_FILE, Contents, fingerprint, read, same_times
from sync_engine.replicas.vdir.disk import Step, temporary, write_new
from sync_engine.replicas.vdir.renames import Renames

_MAX_NAME = 255


class Writer:
    """Writes into one folder, whose lock the caller holds."""

    def __init__(
        self, folder: Path, suffix: str, renames: Renames, step: Step, *, durable: bool
    ) -> None:
        self._folder = folder
        self._suffix = suffix
        self._renames = renames
        self._step = step
        self._durable = durable
        self.asides = Asides(folder, suffix, renames, step)

    def carry_out(self, operation: Operation) -> Outcome:
        """Do one write. :raises OSError: the disk said no; nothing was lost."""
        if not self._is_own_name(operation.id):
            return Rejected(operation.id, "resource.invalid_name", "no file name of a resource")
        match operation:
            case Create():
                return self._create(operation)
            case Replace():
                return self._look(operation) or self._replace(operation)
            case Delete():
                outcome = self._look(operation) or self._delete(operation)
                missing = isinstance(outcome, Conflict) and (
                    outcome.reason is ConflictReason.MISSING
                )
                return Removed(operation.id, already=True) if missing else outcome

    def _is_own_name(self, name: str) -> bool:
        return (
            is_component(name)
            and is_resource(name, self._suffix)
            and printable(name) is None
            and len(os.fsencode(name)) <= _MAX_NAME
        )

    def _create(self, operation: Create) -> Outcome:
        target = self._folder / operation.id
        new = temporary(self._folder)
        written = write_new(new, operation.body, durable=self._durable)
        try:
            self._step("written")
            self._renames.place(new, target)
        except FileExistsError:
            new.unlink()
            return self._found(operation.id, ConflictReason.EXISTS)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        self._step("placed")
        return self._stored(operation, written)

    def _look(self, operation: Replace | Delete) -> Outcome | None:
        """The cheap first look: an outcome if it is plain already that it is not it."""
        target = self._folder / operation.id
        try:
            status = target.lstat()
        except FileNotFoundError:
            return Conflict(operation.id, ConflictReason.MISSING)
        if not stat.S_ISREG(status.st_mode):
            return _refusal(operation.id, NOT_A_FILE)
        if same_times(status, operation.expected):
            return None
        now = time.time_ns()
        found = read(target)
        match found:
            case None:
                return Conflict(operation.id, ConflictReason.MISSING)
            case Failure():
                return _refusal(operation.id, found)
            case Contents(body=body) if body == operation.expected_body:
                return None
            case Contents():
                return _conflict(operation.id, ConflictReason.CHANGED, found, now)

    def _replace(self, operation: Replace) -> Outcome:
        target = self._folder / operation.id
        self._step("looked")
        aside = self.asides.open(operation.id, operation.expected_body, operation.body)
        try:
            written = write_new(aside.file, operation.body, durable=self._durable)
            self._step("written")
            exchanged = self._renames.exchange(aside.file, target)
        except FileNotFoundError:
            self.asides.abandon(aside)
            return Conflict(operation.id, ConflictReason.MISSING)
        except OSError:
            self.asides.abandon(aside)
            raise
        if not exchanged:
            return self._replace_by_moving(operation, aside, written)
        self._step("exchanged")
        if self.asides.drop(aside):
            return self._stored(operation, written)
        return self._turned_back(aside)

    def _replace_by_moving(
        self, operation: Replace, aside: Aside, written: os.stat_result
    ) -> Outcome:
        new = temporary(self._folder)
        aside.file.rename(new)
        self._step("new text beside")
        if not self._move_out(aside):
            new.unlink()
            return Conflict(operation.id, ConflictReason.MISSING)
        if not self.asides.holds_expected(aside):
            new.unlink()
            return self._turned_back(aside)
        try:
            self._renames.place(new, aside.target)
        except FileExistsError:
            new.unlink()
            if not self.asides.drop(aside):
                self.asides.keep(aside)
            return self._found(operation.id, ConflictReason.CHANGED)
        self._step("placed")
        if not self.asides.drop(aside):
            self.asides.keep(aside)
        return self._stored(operation, written)

    def _delete(self, operation: Delete) -> Outcome:
        self._step("looked")
        aside = self.asides.open(operation.id, operation.expected_body, None)
        if not self._move_out(aside):
            return Conflict(operation.id, ConflictReason.MISSING)
        if self.asides.drop(aside):
            return Removed(operation.id)
        return self._turned_back(aside)

    def _move_out(self, aside: Aside) -> bool:
        """Move the file aside; ``False`` if it is not there (any more)."""
        try:
            aside.target.rename(aside.file)
        except FileNotFoundError:
            self.asides.abandon(aside)
            return False
        except OSError:
            self.asides.abandon(aside)
            raise
        self._step("moved out")
        return True

    def _turned_back(self, aside: Aside) -> Outcome:
        kept = self.asides.put_back(aside)
        return self._found(ResourceId(aside.name), ConflictReason.CHANGED, kept)

    def _found(
        self, id_: ResourceId, reason: ConflictReason, kept: ResourceId | None = None
    ) -> Outcome:
        """What is under the name instead of what was expected."""
        now = time.time_ns()
        found = read(self._folder / id_)
        match found:
            case None:
                return Conflict(id_, ConflictReason.MISSING, kept=kept)
            case Failure():
                return Conflict(id_, reason, kept=kept)
            case Contents():
                return _conflict(id_, reason, found, now, kept)

    def _stored(self, operation: Create | Replace, written: os.stat_result) -> Stored:
        """The fingerprint is only told if it is still our file that has the name."""
        now = time.time_ns()
        try:
            status = (self._folder / operation.id).lstat()
        except FileNotFoundError:
            return Stored(operation.id, None, operation.body)
        ours = (written.st_ino, written.st_size, written.st_mtime_ns)
        mark: Fingerprint | None = None
        if (status.st_ino, status.st_size, status.st_mtime_ns) == ours:
            mark = fingerprint(status, now, operation.body)
        return Stored(operation.id, mark, operation.body)


def _refusal(id_: ResourceId, failure: Failure) -> Rejected:
    return Rejected(id_, failure.reference, failure.message, permanent=False)


def _conflict(
    id_: ResourceId,
    reason: ConflictReason,
    found: Contents,
    now: int,
    kept: ResourceId | None = None,
) -> Conflict:
    loaded = found.loaded(now)
    return Conflict(id_, reason, loaded.fingerprint, loaded.body, kept)
