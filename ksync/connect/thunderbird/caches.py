"""The copies that Thunderbird makes of what it shows, and edits in them that wait.

``calendar-data/cache.sqlite`` holds all cached calendars, each row with its ``cal_id``
(CalStorageDatabase); ``deleted.sqlite`` beside it remembers deletions. ``offline_journal``
marks what was made, changed or deleted while the server did not answer. ``cal_metadata``
has the path of each item. An address book is a file of its own, where ``_href`` is the
path of a card (SQLiteDirectory, CardDAVDirectory).

Nothing is assumed of a database but the columns that are used: one that looks otherwise is
left alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FOLDER = "calendar-data"
_PAGES = ("", "-wal", "-shm", "-journal")
_ITEMS = ("cal_events", "cal_todos")


def unsent_items(profile: Path, calendar: str) -> int:
    """How many events and tasks of a calendar Thunderbird has still to send."""
    file = profile / _FOLDER / "cache.sqlite"
    if not file.is_file():
        return 0
    with _opened(file) as database:
        return sum(
            database.execute(
                f"SELECT count(DISTINCT id) FROM {table} "  # noqa: S608  a name of ours
                "WHERE cal_id = ? AND offline_journal IS NOT NULL",
                (calendar,),
            ).fetchone()[0]
            for table in _ITEMS
            if {"cal_id", "offline_journal"} <= _columns(database, table)
        )


def forget_calendar(profile: Path, calendar: str) -> None:
    """Take out every row of a calendar, and a file that has no other calendar's.

    :raises sqlite3.Error, OSError: it cannot be done.
    """
    for name in ("cache.sqlite", "deleted.sqlite"):
        file = profile / _FOLDER / name
        if not file.is_file():
            continue
        left = 0
        with _opened(file) as database:
            for table in _tables(database):
                if "cal_id" in _columns(database, table):
                    database.execute(
                        f'DELETE FROM "{table}" WHERE cal_id = ?',  # noqa: S608  its own name
                        (calendar,),
                    )
                    counted = f'SELECT count(*) FROM "{table}"'  # noqa: S608  as above
                    left += database.execute(counted).fetchone()[0]
        if not left:
            forget_file(file.parent, name)  # Thunderbird makes it anew when it needs one


def forget_file(folder: Path, name: str) -> None:
    """Delete a database: of an address book, for instance.

    :raises OSError: it cannot be deleted.
    """
    for ending in _PAGES:
        (folder / f"{name}{ending}").unlink(missing_ok=True)


def move_calendar(profile: Path, calendar: str, before: str, after: str) -> None:
    """Have the items of a calendar under another path, with the edits that wait.

    :raises sqlite3.Error: it cannot be done.
    """
    file = profile / _FOLDER / "cache.sqlite"
    if file.is_file():
        with _opened(file) as database:
            if {"cal_id", "value"} <= _columns(database, "cal_metadata"):
                database.execute(
                    "UPDATE cal_metadata SET value = replace(value, ?, ?) WHERE cal_id = ?",
                    (before, after, calendar),
                )


def move_file(profile: Path, name: str, before: str, after: str) -> None:
    """The same for the cards of an address book.

    :raises sqlite3.Error: it cannot be done.
    """
    file = profile / name
    if file.is_file():
        with _opened(file) as database:
            if {"name", "value"} <= _columns(database, "properties"):
                database.execute(
                    "UPDATE properties SET value = replace(value, ?, ?) WHERE name = '_href'",
                    (before, after),
                )


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(file)
    try:
        # what is deleted is not to be found in the file any more
        database.execute("PRAGMA secure_delete = ON")
        with database:
            yield database
        with suppress(sqlite3.Error):
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [row[0] for row in found]


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    found = database.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return {row[0] for row in found}
