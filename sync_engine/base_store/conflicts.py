"""Conflicts: what waits for a person's word, and what a policy decided by itself."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from sync_engine.base_store.database import Database
from sync_engine.core.changes import Subject
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.merge import NO_PICKS, Picks, Side


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict.

    :param key: see ``core.changes.Subject.key``.
    :param kind: as in the decision table: ``conflict edit/edit`` and so on.
    :param state: ``open``, ``answered`` (not yet carried out), ``settled`` (the policy
        decided, listed for information) or ``closed``.
    :param keep: what was answered, or what the policy kept.
    :param properties: names of what both sides changed differently; none where the
        texts could not be merged at all.
    """

    id: int
    collection: int
    key: str
    kind: str
    state: str
    keep: str | None
    opened_at: float
    decided_at: float | None
    run: int
    uid: str | None
    href: str | None
    local_id: str | None
    base_local: ContentHash | None
    base_remote: ContentHash | None
    local: ContentHash | None
    remote: ContentHash | None
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person was shown and said about a resource.

    :param keep: ``None`` while it is open.
    :param picks: what of it is whose, with ``merged``.
    """

    keep: str | None
    local: ContentHash | None
    remote: ContentHash | None
    picks: Picks = field(default_factory=dict)

    def about(self, subject: Subject) -> bool:
        """Whether the resource still is what was shown."""
        return (self.local, self.remote) == (subject.local.content, subject.remote.content)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conflict that a person is to decide."""

    subject: Subject
    kind: str
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict that the policy decided.

    :param winner: ``local``, ``server``, ``both`` or ``merged``.
    """

    subject: Subject
    kind: str
    winner: str
    properties: tuple[str, ...] = ()


_COLUMNS = (
    "id, collection, item, kind, state, keep, opened_at, decided_at, run, uid, href,"
    " local_id, base_local, base_remote, local_hash, remote_hash, properties"
)
_INSERT = (
    "INSERT INTO conflict (collection, item, kind, state, keep, opened_at, decided_at, run,"
    " uid, href, local_id, base_local, base_remote, local_hash, remote_hash, properties)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


class Conflicts:
    """Table ``conflict``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, everything: bool = False) -> list[ConflictRow]:
        """The open ones, or all; newest last."""
        where = "" if everything else " WHERE state = 'open'"
        rows = self._database.all(f"SELECT {_COLUMNS} FROM conflict{where} ORDER BY id")  # noqa: S608 - constants
        return [_row(row) for row in rows]

    def get(self, number: int) -> ConflictRow | None:
        """One by its number."""
        row = self._database.one(
            f"SELECT {_COLUMNS} FROM conflict WHERE id = ?",  # noqa: S608 - constant
            (number,),
        )
        return _row(row) if row else None

    def asked(self, collection: int) -> dict[str, Said]:
        """What waits, and what was said and is not carried out yet, by ``Subject.key``."""
        rows = self._database.all(
            "SELECT item, state, keep, local_hash, remote_hash, picks FROM conflict"
            " WHERE collection = ? AND state IN ('open', 'answered')",
            (collection,),
        )
        return {
            item: Said(keep if state == "answered" else None, local, remote, _picks(picks))
            for item, state, keep, local, remote, picks in rows
        }

    def answer(self, number: int, keep: str, at: float, picks: Picks = NO_PICKS) -> None:
        """A person decided.

        :param picks: with ``merged``: whose a property in dispute is.
        """
        stored = json.dumps({key: side.value for key, side in picks.items()})
        self._database.run(
            "UPDATE conflict SET state = 'answered', keep = ?, decided_at = ?, picks = ?"
            " WHERE id = ? AND state = 'open'",
            (keep, at, stored, number),
        )

    def take_up(
        self,
        collection: int,
        waiting: Sequence[Waiting],
        at: float,
        run: int,
        *,
        planned: Container[str],
    ) -> list[int]:
        """Bring what is open in line with the plan; returns the numbers of new ones.

        What is no longer in conflict closes. Where a text changed since it was shown,
        the conflict opens again under a new number: the answer was for something else.

        :param planned: keys of all that the plan is about; an answer stays while the
            plan is about its resource.
        """
        now = {each.subject.key: each for each in waiting}
        opened: list[int] = []
        with self._database.transaction("conflicts"):
            said = self.asked(collection)
            for key, shown in said.items():
                each = now.get(key)
                if shown.keep is not None and each is None and key in planned:
                    continue
                if each is not None and shown.keep is None and shown.about(each.subject):
                    del now[key]
                    continue
                self._close(collection, key)
            for each in now.values():
                values = _values(collection, each.subject, each.kind, each.properties)
                opened.append(self._insert(values, "open", None, at, None, run))
        return opened

    def settled(self, collection: int, run: int, at: float, settled: Settled) -> int:
        """List what the policy decided by itself."""
        values = _values(collection, settled.subject, settled.kind, settled.properties)
        return self._insert(values, "settled", settled.winner, at, at, run)

    def carried_out(self, collection: int, key: str) -> None:
        """What was answered for a resource has been done."""
        self._close(collection, key)

    def erase(self, collection: int | None = None) -> None:
        """Forget those that nobody has to decide, of a collection or all."""
        where = "" if collection is None else " AND collection = ?"
        self._database.run(
            f"DELETE FROM conflict WHERE state IN ('settled', 'closed'){where}",  # noqa: S608 - constants
            () if collection is None else (collection,),
        )

    def prune(self, before: float) -> int:
        """Forget settled and closed ones older than that; returns how many."""
        return self._database.run(
            "DELETE FROM conflict WHERE state IN ('settled', 'closed') AND opened_at < ?",
            (before,),
        ).rowcount

    def _close(self, collection: int, key: str) -> None:
        self._database.run(
            "UPDATE conflict SET state = 'closed'"
            " WHERE collection = ? AND item = ? AND state IN ('open', 'answered')",
            (collection, key),
        )

    def _insert(
        self,
        values: dict[str, object],
        state: str,
        keep: str | None,
        at: float,
        decided_at: float | None,
        run: int,
    ) -> int:
        cursor = self._database.run(
            _INSERT,
            (
                values["collection"],
                values["item"],
                values["kind"],
                state,
                keep,
                at,
                decided_at,
                run,
                *list(values.values())[3:],
            ),
        )
        return int(cursor.lastrowid or 0)


def _values(
    collection: int, subject: Subject, kind: str, properties: tuple[str, ...]
) -> dict[str, object]:
    base = subject.base
    return {
        "collection": collection,
        "item": subject.key,
        "kind": kind,
        "uid": subject.uid,
        "href": subject.remote.id or (base.href if base else None),
        "local_id": subject.local.id or (base.local_id if base else None),
        "base_local": base.local_content if base else None,
        "base_remote": base.remote_content if base else None,
        "local": subject.local.content,
        "remote": subject.remote.content,
        "properties": json.dumps(properties),
    }


def _picks(stored: str) -> Picks:
    return {key: Side(side) for key, side in json.loads(stored).items()}


def _row(row: tuple[object, ...]) -> ConflictRow:
    values = list(row)
    values[-1] = tuple(json.loads(str(values[-1])))
    return ConflictRow(*values)  # type: ignore[arg-type]  # columns have these types
