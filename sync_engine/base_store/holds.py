"""Holds: actions that wait for a person's yes or no."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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


_ANSWERED = frozenset(answer.value for answer in Answer)

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
        self,
        collection: int,
        held: Mapping[HoldKind, Sequence[Action]],
        at: float,
        *,
        planned: Collection[str],
        moving: Collection[str] = (),
    ) -> list[int]:
        """Bring the holds in line with the plan; returns the numbers of new ones.

        A resource that is no longer held leaves its open hold; a hold without
        resources is closed.

        :param planned: keys of all that the plan is about. An answer for anything
            else is void: it was given for a state that is no more, and must not let
            a later deletion of that resource pass.
        :param moving: keys of moves. Whether they wait shows when they are tried
            (``wait``); until then they stay in the hold where they are.
        """
        opened: list[int] = []
        with self._database.transaction("holds"):
            for hold in self.all(everything=True):
                if hold.collection == collection and hold.state in _ANSWERED:
                    self._keep_only(hold.id, planned)
                elif hold.collection == collection and hold.state == "open":
                    self._keep_only(hold.id, moving)
            for kind, actions in held.items():
                opened += self.wait(collection, kind, actions, at)
            self._close_empty()
        return opened

    def wait(
        self, collection: int, kind: HoldKind, actions: Sequence[Action], at: float
    ) -> list[int]:
        """Put actions into the open hold of that kind; returns its number if it is new."""
        with self._database.transaction("hold"):
            row = self._database.one(
                "SELECT id FROM hold WHERE collection = ? AND kind = ? AND state = 'open'",
                (collection, kind.value),
            )
            if row is not None:
                number = int(row[0])
            else:
                cursor = self._database.run(
                    "INSERT INTO hold (collection, kind, state, opened_at) VALUES (?,?,'open',?)",
                    (collection, kind.value, at),
                )
                number = int(cursor.lastrowid or 0)
            self._database.many(
                "INSERT OR REPLACE INTO hold_item VALUES (?,?,?,?)",
                [
                    (number, a.subject.key, a.subject.local.content, a.subject.remote.content)
                    for a in actions
                ],
            )
        return [number] if row is None else []

    def _keep_only(self, number: int, keys: Collection[str]) -> None:
        wanted = frozenset(keys)
        self._database.many(
            "DELETE FROM hold_item WHERE hold = ? AND item = ?",
            [(number, item.key) for item in self.items(number) if item.key not in wanted],
        )

    def _close_empty(self) -> None:
        self._database.run(
            "UPDATE hold SET state = 'closed' WHERE state <> 'closed'"
            " AND NOT EXISTS (SELECT 1 FROM hold_item WHERE hold = hold.id)"
        )

    def carried_out(self, key: str) -> None:
        """What was answered for a resource has been done: its item goes."""
        with self._database.transaction("hold done"):
            self._database.run(
                "DELETE FROM hold_item WHERE item = ? AND hold IN"
                " (SELECT id FROM hold WHERE state IN ('approved', 'rejected'))",
                (key,),
            )
            self._close_empty()
