"""What the gateway remembers of the folders: names, ETags, and the order of changes.

Theory
------
A sync-token (RFC 6578 §3.2) is a place in a collection's row of changes. Each look at the
folder gives every name that changed the next number; whoever had number N is told the names
with a higher one. A name that is gone stays as a row, so that it can be told.

The index is no truth: without it, or with one that cannot be read, a collection begins with
another epoch, and every token of before is refused (§3.2), which costs a client one listing.

Rules
-----
* A number that was told to somebody is on the disk first: after a crash no number may be
  given to another change.
* Texts that a write through the gateway replaced are kept here for a month: a client that
  still works on the older one is merged with it.
"""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ksync.paths import PRIVATE_FILE
from sync_engine.errors import StorageError
from sync_engine.replicas.vdir.disk import translated

_SCHEMA = 1
_TABLES = """
CREATE TABLE collection (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL,
  floor INTEGER NOT NULL DEFAULT 0);
CREATE TABLE member (collection INTEGER NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL,
  mark TEXT NOT NULL, etag TEXT NOT NULL, uid TEXT NOT NULL, size INTEGER NOT NULL,
  gone INTEGER NOT NULL, PRIMARY KEY (collection, name)) WITHOUT ROWID;
CREATE TABLE replaced (hash TEXT PRIMARY KEY, body BLOB NOT NULL, at REAL NOT NULL);
"""
_SHOWN = """
CREATE TABLE IF NOT EXISTS shown (key TEXT NOT NULL, program TEXT NOT NULL, name TEXT NOT NULL,
  etag TEXT NOT NULL, PRIMARY KEY (key, program, name)) WITHOUT ROWID
"""
_REPLACED_SECONDS = 30 * 86400.0
_GONE_AT_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource as the last look found it.

    :param number: of its last change.
    :param mark: the fingerprint of its file.
    :param etag: SHA-256 of its text, without quotes.
    :param uid: ``""`` if it has none, or more than one.
    :param gone: it was there before that change and is not now.
    """

    name: str
    number: int
    mark: str
    etag: str
    uid: str
    size: int
    gone: bool = False


FILE = "gateway.sqlite3"
"""Its name; it is beside the account's sync state, and is erased with that."""


class Index:
    """The file of an account. Whatever fails is a ``StorageError``.

    :raises OSError: it cannot be made, or its folder is not there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._opened()
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            return self._opened()

    def _opened(self) -> sqlite3.Connection:
        self._path.touch(PRIVATE_FILE)
        connection = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=30
        )
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version not in (0, _SCHEMA):
                raise sqlite3.DatabaseError("of another version")
            if version == 0:
                connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version={_SCHEMA}; COMMIT;")
            connection.execute(_SHOWN)
            before = time.time() - _REPLACED_SECONDS
            connection.execute("DELETE FROM replaced WHERE at < ?", (before,))
        except BaseException:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StorageError(str(error), where=str(self._path)) from error

    def collection(self, key: str) -> Rows:
        """The rows of the collection of that key, which is new if it never was."""
        with self._transaction() as run:
            run.execute(
                "INSERT OR IGNORE INTO collection (key, epoch) VALUES (?, ?)",
                (key, secrets.token_hex(8)),
            )
            number, epoch, floor = run.execute(
                "SELECT id, epoch, floor FROM collection WHERE key = ?", (key,)
            ).fetchone()
        return Rows(self, number, epoch, floor)

    def members(self, collection: int) -> list[Entry]:
        """All rows of a collection."""
        with self._lock, self._translated():
            rows = self._connection.execute(
                "SELECT name, number, mark, etag, uid, size, gone FROM member WHERE collection = ?",
                (collection,),
            ).fetchall()
        return [Entry(*row) for row in rows]

    def store(self, collection: int, entries: Iterable[Entry], floor: int) -> None:
        """Write rows; they are on the disk when this returns."""
        rows = [
            (collection, e.name, e.number, e.mark, e.etag, e.uid, e.size, e.gone) for e in entries
        ]
        with self._transaction() as run:
            run.executemany("INSERT OR REPLACE INTO member VALUES (?,?,?,?,?,?,?,?)", rows)
            run.execute(
                "DELETE FROM member WHERE collection = ? AND gone AND number <= ?",
                (collection, floor),
            )
            run.execute("UPDATE collection SET floor = ? WHERE id = ?", (floor, collection))

    def keep(self, etag: str, body: bytes) -> None:
        """Keep a text that is about to be replaced."""
        with self._transaction() as run:
            run.execute(
                "INSERT OR REPLACE INTO replaced VALUES (?,?,?)",
                (etag, zlib.compress(body, 1), time.time()),
            )

    def kept(self, etag: str) -> bytes | None:
        """A text that was kept."""
        with self._lock, self._translated():
            row = self._connection.execute(
                "SELECT body FROM replaced WHERE hash = ?", (etag,)
            ).fetchone()
        return zlib.decompress(row[0]) if row else None

    def shown(self, key: str, program: str) -> dict[str, str]:
        """What a program was last shown of a collection: name -> ETag (``showing``)."""
        question = "SELECT name, etag FROM shown WHERE key = ? AND program = ?"
        with self._transaction() as run:
            return dict(run.execute(question, (key, program)).fetchall())

    def note_shown(self, key: str, program: str, etags: Mapping[str, str]) -> None:
        """Remember it."""
        rows = [(key, program, name, etag) for name, etag in etags.items()]
        with self._transaction() as run:
            run.executemany("INSERT OR REPLACE INTO shown VALUES (?,?,?,?)", rows)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


def erase_replaced(folder: Path) -> None:
    """Erase the texts that were replaced, from the file too.

    :param folder: where the account's state is.
    :raises StorageError: that cannot be done.
    """
    file = folder / FILE
    if not file.exists():
        return
    with translated(file):
        try:
            with contextlib.closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as run:
                run.execute("PRAGMA secure_delete=ON")
                run.execute("DELETE FROM replaced")
                run.execute("VACUUM")
                run.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.DatabaseError as error:
            raise OSError(str(error)) from error


class Rows:
    """One collection: its entries in memory, and what of them is on the disk.

    Not for two threads at once; ``shelf`` sees to it.
    """

    def __init__(self, index: Index, collection: int, epoch: str, floor: int) -> None:
        self._index = index
        self._collection = collection
        self._epoch = epoch
        self._floor = floor
        self._read()

    def _read(self) -> None:
        self._entries = {entry.name: entry for entry in self._index.members(self._collection)}
        self._number = max((e.number for e in self._entries.values()), default=self._floor)
        self._uids: dict[str, set[str]] = {}
        for entry in self._entries.values():
            self._uid_of(entry)

    def _uid_of(self, entry: Entry) -> None:
        if entry.uid and not entry.gone:
            self._uids.setdefault(entry.uid, set()).add(entry.name)

    @property
    def token(self) -> str:
        """RFC 6578 §4: a URI."""
        return f"urn:ksync:sync:{self._epoch}:{self._number}"

    def present(self) -> list[Entry]:
        """What is there, the oldest change first."""
        found = [entry for entry in self._entries.values() if not entry.gone]
        return sorted(found, key=lambda entry: entry.number)

    def get(self, name: str) -> Entry | None:
        """What is there under that name."""
        entry = self._entries.get(name)
        return None if entry is None or entry.gone else entry

    def with_uid(self, uid: str) -> frozenset[str]:
        """The names of what has that UID."""
        return frozenset(self._uids.get(uid, ()))

    def since(self, token: str) -> list[Entry] | None:
        """What changed since, the oldest first; ``None``: the token is refused."""
        head, _, digits = token.rpartition(":")
        if head != f"urn:ksync:sync:{self._epoch}" or not (digits.isascii() and digits.isdigit()):
            return None
        number = int(digits) if len(digits) < 18 else -1
        if not self._floor <= number <= self._number:
            return None
        found = [entry for entry in self._entries.values() if entry.number > number]
        return sorted(found, key=lambda entry: entry.number)

    def token_at(self, entry: Entry) -> str:
        """The token of whoever was told everything up to this change."""
        return f"urn:ksync:sync:{self._epoch}:{entry.number}"

    def record(self, found: Iterable[Entry], gone: Iterable[str]) -> None:
        """Take up what a look found; numbers are given here."""
        changed: list[Entry] = []
        for entry in found:
            before = self._entries.get(entry.name)
            same = before is not None and not before.gone and before.etag == entry.etag
            changed.append(self._numbered(entry, before.number if same and before else None))
        for name in gone:
            before = self._entries[name]
            if not before.gone:
                changed.append(self._numbered(Entry(name, 0, "", "", "", 0, gone=True), None))
        if not changed:
            return
        floor = self._new_floor()
        try:
            self._index.store(self._collection, changed, floor)
        except StorageError:
            self._read()  # no number is told that is not on the disk
            raise
        if floor != self._floor:
            self._floor = floor
            self._entries = {
                n: e for n, e in self._entries.items() if not (e.gone and e.number <= floor)
            }

    def _numbered(self, entry: Entry, number: int | None) -> Entry:
        if number is None:
            self._number += 1
            number = self._number
        new = Entry(entry.name, number, entry.mark, entry.etag, entry.uid, entry.size, entry.gone)
        before = self._entries.get(entry.name)
        if before is not None and before.uid:
            self._uids.get(before.uid, set()).discard(before.name)
        self._entries[entry.name] = new
        self._uid_of(new)
        return new

    def _new_floor(self) -> int:
        """Old deletions are forgotten one day; who has not asked since begins anew."""
        gone = sorted(entry.number for entry in self._entries.values() if entry.gone)
        return gone[len(gone) // 2] if len(gone) > _GONE_AT_MOST else self._floor
