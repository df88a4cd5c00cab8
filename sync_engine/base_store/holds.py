"""Holds: actions that wait for a person's yes or no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.resolution import Action


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold.

    :param state: ``open``, ``approved``, ``rejected`` (answered, not yet carried
        out) or ``closed``.
    :param size: how many resources it concerns.
    """

    id: int
    collection: int
    kind: HoldKind
    state: str
    opened_at: float
    decided_at: float | None
    size: int


@dataclass(frozen=True, slots=True)
class HoldItem:
    """A resource in a hold, with the texts that it was judged by.

    :param key: see ``core.changes.Subject.key``.
    """

    key: str
    local_content: ContentHash | None
    remote_content: ContentHash | None

    @property
    def row(self) -> int | None:
        """Its base row, if it has one."""
        kind, _, rest = self.key.partition(":")
        return int(rest) if kind == "row" else None


_SELECT = (
    "SELECT id, collection, kind, state, opened_at, decided_at,"
    " (SELECT count(*) FROM hold_item WHERE hold = hold.id) FROM hold"
)


class Holds:
    """Tables ``hold`` and ``hold_item``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, everything: bool = False) -> list[HoldRow]:
        """The open ones, or all; newest last."""
        where = "" if everything else " WHERE state = 'open'"
        rows = self._database.all(f"{_SELECT}{where} ORDER BY id")
        return [HoldRow(r[0], r[1], HoldKind(r[2]), *r[3:]) for r in rows]

    def get(self, number: int) -> HoldRow | None:
        """One by its number."""
        row = self._database.one(f"{_SELECT} WHERE id = ?", (number,))
        return HoldRow(row[0], row[1], HoldKind(row[2]), *row[3:]) if row else None

    def items(self, number: int) -> list[HoldItem]:
        """What it concerns."""
        rows = self._database.all(
            "SELECT item, local_hash, remote_hash FROM hold_item WHERE hold = ? ORDER BY item",
            (number,),
        )
        return [HoldItem(*row) for row in rows]

    def answers(self, collection: int) -> dict[tuple[HoldKind, str], Answer]:
        """What was said and is not carried out yet."""
        rows = self._database.all(
            "SELECT kind, item, state FROM hold JOIN hold_item ON hold.id = hold_item.hold"
            " WHERE collection = ? AND state IN ('approved', 'rejected')",
            (collection,),
        )
        return {(HoldKind(kind), item): Answer(state) for kind, item, state in rows}

    def answer(self, number: int, answer: Answer, at: float) -> None:
        """A person decided."""
        self._database.run(
            "UPDATE hold SET state = ?, decided_at = ? WHERE id = ? AND state = 'open'",
            (answer.value, at, number),
        )

    def take_up(
        self, collection: int, held: Mapping[HoldKind, Sequence[Action]], at: float
    ) -> list[int]:
        """Bring the open holds in line with what the plan holds; returns new ones.

        A row that is no longer held leaves its open hold; an open hold without
        rows is closed. Answered holds are closed when all their rows are done.
        """
        opened: list[int] = []
        with self._database.transaction("holds"):
            current = {hold.kind: hold.id for hold in self.all() if hold.collection == collection}
            for kind, actions in held.items():
                number = current.pop(kind, None)
                if number is None:
                    cursor = self._database.run(
                        "INSERT INTO hold (collection, kind, state, opened_at)"
                        " VALUES (?,?,'open',?)",
                        (collection, kind.value, at),
                    )
                    number = int(cursor.lastrowid or 0)
                    opened.append(number)
                self._database.run("DELETE FROM hold_item WHERE hold = ?", (number,))
                self._database.many(
                    "INSERT OR REPLACE INTO hold_item VALUES (?,?,?,?)",
                    [
                        (number, a.subject.key, a.subject.local.content, a.subject.remote.content)
                        for a in actions
                    ],
                )
            for number in current.values():
                self._database.run("UPDATE hold SET state = 'closed' WHERE id = ?", (number,))
        return opened

    def carried_out(self, key: str) -> None:
        """What was answered for a resource has been done: its item goes."""
        with self._database.transaction("hold done"):
            self._database.run(
                "DELETE FROM hold_item WHERE item = ? AND hold IN"
                " (SELECT id FROM hold WHERE state IN ('approved', 'rejected'))",
                (key,),
            )
            self._database.run(
                "UPDATE hold SET state = 'closed' WHERE state IN ('approved', 'rejected')"
                " AND NOT EXISTS (SELECT 1 FROM hold_item WHERE hold = hold.id)"
            )
