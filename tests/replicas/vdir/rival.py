"""Another program that edits a vdir folder between our steps, and what it is owed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sync_engine.core.observation import Snapshot
from sync_engine.errors import EngineError
from sync_engine.replicas.port import CollectionInfo, Kind, Operation, Outcome
from sync_engine.replicas.vdir import VdirCollection, VdirOptions, VdirStore, Way

NAME = "x.ics"
BASE, OURS = b"what both sides agreed on", b"our new text"


class Killed(BaseException):
    """The process ends here: nothing of ours runs after it."""


@dataclass
class Rival:
    """The other program.

    :param alive: the versions it wrote and did not itself overwrite or delete: each
        must be in some file at the end.
    :param destroyed: every text that it overwrote or deleted.
    """

    path: Path
    alive: set[bytes] = field(default_factory=set)
    destroyed: set[bytes] = field(default_factory=set)
    count: int = 0
    held: int | None = None
    orphaned: bool = False  # it removed the very file that it holds open

    def act(self, action: str) -> None:
        getattr(self, action)()

    def _fresh(self) -> bytes:
        self.count += 1
        body = f"version {self.count} of another program".encode()
        self.alive.add(body)
        return body

    def _destroy(self, body: bytes) -> None:
        self.alive.discard(body)
        self.destroyed.add(body)

    def _destroy_there(self, *, unlinks: bool = True) -> None:
        if self.path.exists():
            self._destroy(self.path.read_bytes())
            if unlinks and self.held is not None:
                same = os.fstat(self.held).st_ino == self.path.stat().st_ino
                self.orphaned = self.orphaned or same

    def save(self) -> None:
        """Write a temporary file and rename it over, as careful programs do."""
        self._destroy_there()
        new = self.path.with_name(f"{self.path.name}Ab3dEf9h")
        new.write_bytes(self._fresh())
        new.replace(self.path)

    def overwrite(self) -> None:
        """Truncate and write in place, as careless ones do."""
        self._destroy_there(unlinks=False)
        self.path.write_bytes(self._fresh())

    def delete(self) -> None:
        self._destroy_there()
        self.path.unlink(missing_ok=True)

    def hold(self) -> None:
        """Open the file for writing and think."""
        if self.held is None and self.path.exists():
            self.held = os.open(self.path, os.O_RDWR)
            self.orphaned = False

    def release(self) -> None:
        """Write through what was opened, wherever that is by now, and close it."""
        if self.held is not None:
            self._destroy(os.pread(self.held, 1000, 0))
            os.ftruncate(self.held, 0)
            body = self._fresh()
            os.pwrite(self.held, body, 0)
            if self.orphaned:
                self.alive.discard(body)
            os.close(self.held)
            self.held = None


ACTIONS = ["save", "overwrite", "delete", "hold", "release"]


class Arena:
    """One collection folder with the file ``x.ics``, and a script of what happens."""

    def __init__(self, root: Path, way: Way, *, there: bytes | None) -> None:
        self._root = root
        self._way = way
        self._name = self._store(None).create("key", CollectionInfo("", Kind.CALENDAR, "Work"))
        self.folder = root / self._name
        self.rival = Rival(self.folder / NAME)
        if there is not None:
            self.rival.path.write_bytes(there)
        self.steps: list[str] = []

    def _store(self, step: Callable[[str], None] | None) -> VdirStore:
        options = VdirOptions(durable=False, way=self._way, lock_timeout=0.2)
        if step is not None:
            options = VdirOptions(durable=False, way=self._way, lock_timeout=0.2, step=step)
        return VdirStore(self._root, Kind.CALENDAR, options)

    def open(self, step: Callable[[str], None] | None = None) -> VdirCollection:
        return self._store(step).open(self._name, "key")

    def run(
        self, operation: Operation, script: dict[int, list[str]], die_at: int | None = None
    ) -> Outcome | None:
        """Carry the operation out; ``None`` if it was killed.

        :param script: what the rival does after which of our steps.
        """

        def step(name: str) -> None:
            number = len(self.steps)
            self.steps.append(name)
            for action in script.get(number, ()):
                self.rival.act(action)
            if number == die_at:
                raise Killed

        collection = self.open(step)
        self.steps.clear()
        try:
            (outcome,) = collection.apply([operation])
        except Killed:
            return None
        return outcome

    def final(self) -> set[bytes]:
        """All texts that a listing shows once everybody is done."""
        self.open().observe(None)  # recovery, while the rival may still hold a file
        self.rival.release()
        collection = self.open()
        seen = collection.observe(None)
        assert isinstance(seen, Snapshot)
        assert not seen.failed
        return {got.body for batch in collection.get(list(seen.items)) for got in batch.values()}

    def hidden(self) -> list[str]:
        return sorted(p.name for p in self.folder.iterdir() if p.name.startswith(".ksync-"))


__all__ = ["ACTIONS", "BASE", "NAME", "OURS", "Arena", "EngineError", "Killed", "Rival"]
