"""Runs: when something ran, what came of it, and every item it touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sync_engine.base_store.database import Database


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run. ``report`` is JSON of its result (``sync_engine.cycle.result``)."""

    id: int
    started_at: float
    ended_at: float | None
    trigger: str
    outcome: str | None
    report: bytes | None


@dataclass(frozen=True, slots=True)
class RunItem:
    """What a run did to one resource."""

    at: float
    collection: int
    verb: str
    href: str | None
    local_id: str | None
    uid: str | None
    reference: str | None = None
    message: str | None = None


_COLUMNS = "id, started_at, ended_at, trigger, outcome, report"


class Runs:
    """Tables ``run``, ``run_item`` and ``fact``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, trigger: str, at: float) -> int:
        """Open a run; returns its number."""
        cursor = self._database.run(
            "INSERT INTO run (started_at, trigger) VALUES (?,?)", (at, trigger)
        )
        return int(cursor.lastrowid or 0)

    def note(self, run: int, items: Sequence[RunItem]) -> None:
        """Write down what was done."""
        self._database.many(
            "INSERT INTO run_item VALUES (?,?,?,?,?,?,?,?,?)",
            [
                (run, i.at, i.collection, i.verb, i.href, i.local_id, i.uid, i.reference, i.message)
                for i in items
            ],
        )

    def end(self, run: int, at: float, outcome: str, report: bytes) -> None:
        """Close a run."""
        self._database.run(
            "UPDATE run SET ended_at = ?, outcome = ?, report = ? WHERE id = ?",
            (at, outcome, report, run),
        )

    def go_on(self, at: float) -> None:
        """The last run goes on until then: nothing else came of looking again."""
        self._database.run(
            "UPDATE run SET ended_at = ? WHERE id = (SELECT max(id) FROM run)", (at,)
        )

    def latest(self, limit: int = 50) -> list[RunRow]:
        """Newest first."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM run ORDER BY id DESC LIMIT ?",  # noqa: S608 - constant
            (limit,),
        )
        return [RunRow(*row) for row in rows]

    def since(self, at: float) -> list[RunRow]:
        """Those that began then or later, the oldest first."""
        rows = self._database.all(
            f"SELECT {_COLUMNS} FROM run WHERE started_at >= ? ORDER BY id",  # noqa: S608 - constant
            (at,),
        )
        return [RunRow(*row) for row in rows]

    def get(self, run: int) -> RunRow | None:
        """One by its number."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM run WHERE id = ?",  # noqa: S608 - constant
            (run,),
        )
        return RunRow(*row) if row else None

    def items(self, run: int) -> list[RunItem]:
        """What it did, in order."""
        rows = self._database.all(
            "SELECT at, collection, verb, href, local_id, uid, reference, message"
            " FROM run_item WHERE run = ? ORDER BY rowid",
            (run,),
        )
        return [RunItem(*row) for row in rows]

    def last_hrefs(self, collection: int, verbs: Sequence[str]) -> list[str]:
        """Hrefs of what was done by these verbs to a collection, in the last run that
        did any of it.
        """
        marks = ",".join("?" * len(verbs))
        which = f"FROM run_item WHERE collection = ? AND verb IN ({marks})"
        rows = self._database.all(
            f"SELECT href {which} AND href IS NOT NULL AND run = (SELECT max(run) {which})",
            (collection, *verbs) * 2,
        )
        return [row[0] for row in rows]

    def prune(self, before: float) -> None:
        """Forget runs that ended before then."""
        self._database.run("DELETE FROM run WHERE ended_at < ?", (before,))

    def fact(self, key: str) -> str | None:
        """A remembered value (principal, home sets, server traits)."""
        row = self._database.one("SELECT value FROM fact WHERE key = ?", (key,))
        return row[0] if row else None

    def set_fact(self, key: str, value: str) -> None:
        """Remember a value."""
        self._database.run("INSERT OR REPLACE INTO fact VALUES (?,?)", (key, value))

    def forget_fact(self, key: str) -> None:
        """Remember it no more."""
        self._database.run("DELETE FROM fact WHERE key = ?", (key,))
