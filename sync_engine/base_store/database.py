"""One SQLite file, one connection, one lock: transactions for threads.

Python's sqlite3 connection is shared by the collection workers under a
re-entrant lock; transactions are short. ``synchronous=FULL``: a version that is
in the history must be on the disk before its file is overwritten.
"""

from __future__ import annotations

import errno
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sync_engine.base_store.schema import MIGRATIONS
from sync_engine.errors import (
    BaseStoreDamaged,
    BaseStoreError,
    BaseStoreTooNew,
    DiskFull,
    EngineError,
    ReadOnlyStorage,
)

StepHook = Callable[[str], None]
"""Called with a step's name before each commit; the crash tests raise from it."""


class Database:
    """A connection with transactions.

    :param path: the file, or ``None`` for one in memory (dry runs, tests).
    :raises BaseStoreDamaged: not a database, or corrupt.
    :raises BaseStoreTooNew: written by a later version.
    """

    def __init__(self, path: Path | None, *, step: StepHook | None = None) -> None:
        self.path = path
        self._step = step or (lambda _name: None)
        self._lock = threading.RLock()
        self._depth = 0
        with translated(path):
            self._connection = sqlite3.connect(
                str(path) if path else ":memory:",
                isolation_level=None,
                check_same_thread=False,
                timeout=30,
            )
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        run = self._connection.execute
        if self.path is not None:
            run("PRAGMA journal_mode=WAL")
            run("PRAGMA synchronous=FULL")
        run("PRAGMA foreign_keys=ON")
        if self._version() == len(MIGRATIONS):
            return
        with self.transaction("migrate"):
            # looked at again under the lock: two processes may start at once
            for number in range(self._version(), len(MIGRATIONS)):
                for statement in MIGRATIONS[number].split(";"):
                    run(statement)
                run(f"PRAGMA user_version={number + 1}")

    def _version(self) -> int:
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(MIGRATIONS):
            raise BaseStoreTooNew(
                f"schema {version}, this version knows {len(MIGRATIONS)}", where=str(self.path)
            )
        return version

    @contextmanager
    def transaction(self, name: str = "") -> Iterator[None]:
        """All or nothing; nests (the outermost commits).

        :param name: the step's name for the crash tests.
        """
        with self._lock, translated(self.path):
            outermost = self._depth == 0
            if outermost:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if outermost:
                    self._step(name)
                    self._connection.execute("COMMIT")
            except BaseException:
                # on a full disk SQLite may have rolled back by itself already
                if outermost and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def run(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Execute one statement (committed at once outside a transaction)."""
        with self._lock, translated(self.path):
            return self._connection.execute(sql, values)

    def many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Execute one statement for many rows, in one transaction."""
        with self.transaction("many"):
            self._connection.executemany(sql, values)

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query."""
        with self._lock, translated(self.path):
            return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first row of a query, or ``None``."""
        with self._lock, translated(self.path):
            return self._connection.execute(sql, values).fetchone()

    def copy(self) -> Database:
        """The same content in memory: for a dry run."""
        twin = Database(None)
        with self._lock, twin._lock, translated(self.path):
            self._connection.backup(twin._connection)
        return twin

    def check(self) -> None:
        """Integrity check.

        :raises BaseStoreDamaged: it found something.
        """
        found = self.one("PRAGMA quick_check(1)")
        if found is None or found[0] != "ok":
            raise BaseStoreDamaged(str(found and found[0]), where=str(self.path))

    def compact(self) -> None:
        """Give back what was deleted, so that its octets are not in the file any more."""
        with self._lock, translated(self.path):
            self._connection.execute("VACUUM")
            if self.path is not None:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """The one seam where sqlite3's exceptions become ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(error, path) from error


_PRIMARY = 0xFF


def _translate(error: sqlite3.Error, path: Path | None) -> EngineError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & _PRIMARY if isinstance(code, int) else None
    where = str(path or "")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return BaseStoreDamaged(str(error), where=where)
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull(str(error), where=where)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ReadOnlyStorage(str(error), where=where)
    if primary == sqlite3.SQLITE_IOERR and path is not None and _disk_is_full(path):
        # SQLite reports a failed WAL write on a full disk as an I/O error
        return DiskFull(str(error), where=where)
    return BaseStoreError(str(error), where=where)


def _disk_is_full(path: Path) -> bool:
    probe = path.with_name(path.name + ".probe")
    try:
        probe.write_bytes(b"\0" * 4096)
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    finally:
        probe.unlink(missing_ok=True)
    return False


def set_aside(path: Path) -> Path:
    """Rename a damaged file (and its WAL) out of the way; returns the new name.

    Nothing is deleted: the next cycle unions both sides, and what the damaged
    file still holds can be read with SQLite's recovery tools.
    """
    aside = path.with_name(f"{path.name}.damaged-{int(time.time())}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{int(time.time())}-{number}")
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        extra = path.with_name(path.name + suffix)
        if extra.exists():
            extra.rename(aside.with_name(aside.name + suffix))
    return aside
