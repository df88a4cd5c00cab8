"""Holds: actions that wait for a person's yes or no."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from sync_engine.base_store.database import Database
from sync_engine.core.guards import Answer, Asked, HoldKind
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
    def asked(self) -> Asked:
        """As the brakes see it."""
        return Asked(None, self.local_content, self.remote_content)

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

    def asked(self, collection: int) -> dict[tuple[HoldKind, str], Asked]:
        """What waits, and what was said and is not carried out yet."""
        rows = self._database.all(
            "SELECT kind, item, state, local_hash, remote_hash"
            " FROM hold JOIN hold_item ON hold.id = hold_item.hold"
            " WHERE collection = ? AND state IN ('open', 'approved', 'rejected') ORDER BY hold.id",
            (collection,),
        )
        return {
            (HoldKind(kind), item): Asked(
                Answer(state) if state in _ANSWERED else None, local, remote
            )
            for kind, item, state, local, remote in rows
        }

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
        planned: Container[str],
        moving: Container[str] = (),
    ) -> list[int]:
        """Bring the holds in line with the plan; returns the numbers of new ones.

        A hold that was shown only shrinks: a resource that is no longer held, or is
        not what was shown, leaves it. What is held and in no hold opens a new one.

        :param planned: keys of all that the plan is about. An answer for anything
            else is void: it was given for a state that is no more, and must not let
            a later deletion of that resource pass.
        :param moving: keys of moves. Whether they wait shows when they are tried
            (``wait``); until then they stay in the hold where they are.
        """
        opened: list[int] = []
        waiting = {(k, a.subject.key): a.subject for k, group in held.items() for a in group}
        with self._database.transaction("holds"):
            for hold in self.all(everything=True):
                if hold.collection != collection or hold.state == "closed":
                    continue
                for item in self.items(hold.id):
                    if hold.state in _ANSWERED:
                        stays = item.key in planned and (hold.kind, item.key) not in waiting
                    else:
                        subject = waiting.get((hold.kind, item.key))
                        stays = item.key in moving or (
                            subject is not None and item.asked.about(subject)
                        )
                    if not stays:
                        self._drop(hold.id, item.key)
            for kind, actions in held.items():
                opened += self.wait(collection, kind, actions, at)
            self._close_empty()
        return opened

    def wait(
        self, collection: int, kind: HoldKind, actions: Sequence[Action], at: float
    ) -> list[int]:
        """Let actions wait that are in no open hold: a new one; returns its number."""
        with self._database.transaction("hold"):
            there = {
                item.key
                for hold in self.all()
                if hold.collection == collection and hold.kind is kind
                for item in self.items(hold.id)
            }
            fresh = [a.subject for a in actions if a.subject.key not in there]
            if not fresh:
                return []
            cursor = self._database.run(
                "INSERT INTO hold (collection, kind, state, opened_at) VALUES (?,?,'open',?)",
                (collection, kind.value, at),
            )
            number = int(cursor.lastrowid or 0)
            self._database.many(
                "INSERT INTO hold_item VALUES (?,?,?,?)",
                [(number, s.key, s.local.content, s.remote.content) for s in fresh],
            )
        return [number]

    def _drop(self, number: int, key: str) -> None:
        self._database.run("DELETE FROM hold_item WHERE hold = ? AND item = ?", (number, key))

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
