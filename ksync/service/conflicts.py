"""Conflicts: what both sides changed differently, open or decided by the policy."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ksync.composition import OpenAccount, Parts
from ksync.reporting.errors import UsageError
from ksync.service import select
from ksync.service.errors import ConflictDecided, UnknownConflict
from ksync.service.naming import file_name
from sync_engine.base_store.conflicts import ConflictRow
from sync_engine.core.content.titles import summary
from sync_engine.core.merge import Merged, PropertyConflict, Side, Texts, merge, pick_key
from sync_engine.core.resolution import Keep


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as it is shown.

    :param kind: ``edit/edit``, ``edit/delete``, ``delete/edit`` or ``create/create``.
    :param state: ``open``, ``answered``, ``settled`` (the policy decided) or ``closed``.
    :param keep: what was kept: ``local``, ``server``, ``both``, ``merged``, or ``""``.
    :param properties: what is in dispute; empty where the texts cannot be merged.
    :param opened_at: seconds since the epoch.
    """

    id: str
    collection: str
    title: str
    kind: str
    state: str
    keep: str
    opened_at: float
    properties: tuple[str, ...]
    file: str
    href: str


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property in dispute, as it was and as each side has it; ``""``: not there.

    :param component: like ``VEVENT``, with the RECURRENCE-ID of a single occurrence.
    """

    name: str
    component: str
    base: str
    local: str
    server: str

    @property
    def key(self) -> str:
        """What a pick names it by: ``VEVENT/SUMMARY``."""
        return f"{self.component}/{self.name}"


@dataclass(frozen=True, slots=True)
class ConflictTexts:
    """The whole texts; ``None``: not there."""

    base: str | None
    local: str | None
    server: str | None


class Conflicts:
    """Everything about conflicts. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def all(self, name: str | None = None, *, everything: bool = False) -> list[ConflictView]:
        """The open ones, or all, with those that the policy decided.

        :param name: an account or a collection ID; ``None``: all accounts.
        """
        account, _, slug = (name or "").partition("/")
        names = [account] if account else select.begun(self._parts)
        found: list[ConflictView] = []
        for each in names:
            with select.account(self._parts, each) as opened:
                number = select.row_of(opened, slug).id if slug else None
                found += [
                    _view(opened, row)
                    for row in opened.store.conflicts.all(everything=everything)
                    if number in (None, row.collection)
                ]
        return found

    def show(self, identifier: str) -> tuple[ConflictView, list[PropertyView], ConflictTexts]:
        """One, property by property, and the texts.

        :raises UnknownConflict:
        """
        opened, row = self._find(identifier)
        with opened:
            return _view(opened, row), _properties(opened, row), _texts(opened, row)

    def answer(
        self,
        identifier: str,
        keep: Keep,
        *,
        picks: Mapping[str, Keep] | None = None,
        wait: float = 30.0,
    ) -> ConflictView:
        """Decide; the next sync carries it out.

        :param picks: with ``merged``: whose a property is, ``local`` or ``server``, by
            ``PropertyView.key`` or by its name alone; the others are the server's.
        :raises UnknownConflict, ConflictDecided, LockHeld:
        :raises UsageError: a pick is of nothing that is in dispute.
        """
        opened, row = self._find(identifier)
        with opened, opened.held(wait):
            now = opened.store.conflicts.get(row.id)
            if now is None:
                raise UnknownConflict(resource=identifier)
            if now.state != "open":
                raise ConflictDecided(resource=identifier, detail=now.state)
            chosen = _picked(_properties(opened, now), keep, picks or {})
            opened.store.conflicts.answer(row.id, keep.value, time.time(), chosen)
            return _view(opened, replace(now, state="answered", keep=keep.value))

    def _find(self, identifier: str) -> tuple[OpenAccount, ConflictRow]:
        found = select.numbered(self._parts, identifier)
        if found is None:
            raise UnknownConflict(resource=identifier)
        opened, number = found
        row = opened.store.conflicts.get(number)
        if row is None:
            opened.close()
            raise UnknownConflict(resource=identifier)
        return opened, row


def _view(opened: OpenAccount, row: ConflictRow) -> ConflictView:
    content = row.local or row.remote or row.base_local
    return ConflictView(
        id=f"{opened.name}:{row.id}",
        collection=f"{opened.name}/{opened.store.collections.get(row.collection).slug}",
        title=summary(opened.store.contents.get(content)) if content else "",
        kind=row.kind.removeprefix("conflict "),
        state=row.state,
        keep=row.keep or "",
        opened_at=row.opened_at,
        properties=row.properties,
        file=file_name(row.local_id),
        href=row.href or "",
    )


def _properties(opened: OpenAccount, row: ConflictRow) -> list[PropertyView]:
    if row.local is None or row.remote is None:
        return []
    get = opened.store.contents.get
    merged = merge(
        Texts(
            get(row.base_local) if row.base_local else None,
            get(row.local),
            get(row.base_remote) if row.base_remote else None,
            get(row.remote),
        )
    )
    return [_property(each) for each in merged.conflicts] if isinstance(merged, Merged) else []


def _picked(
    properties: list[PropertyView], keep: Keep, picks: Mapping[str, Keep]
) -> dict[str, Side]:
    sides = {Keep.LOCAL: Side.LOCAL, Keep.SERVER: Side.REMOTE}
    found: dict[str, Side] = {}
    for name, side in picks.items():
        keys = [each.key for each in properties if name in (each.key, each.name)]
        if keep is not Keep.MERGED or side not in sides or not keys:
            raise UsageError(f"“{name}” cannot be picked.", hint="Pick what is in dispute.")
        found |= dict.fromkeys(keys, sides[side])
    return found


def _property(conflict: PropertyConflict) -> PropertyView:
    component, _, _ = pick_key(conflict.component, "").rpartition("/")
    return PropertyView(
        name=conflict.name or conflict.component.name,
        component=component,
        base=_lines(conflict.base),
        local=_lines(conflict.local),
        server=_lines(conflict.remote),
    )


def _lines(lines: tuple[bytes, ...]) -> str:
    return "\n".join(line.decode("utf-8", "backslashreplace") for line in lines)


def _texts(opened: OpenAccount, row: ConflictRow) -> ConflictTexts:
    def text(content: str | None) -> str | None:
        if content is None:
            return None
        body = opened.store.contents.get(content)  # type: ignore[arg-type]  # hashes come from rows
        return body.decode("utf-8", "backslashreplace")

    return ConflictTexts(text(row.base_local), text(row.local), text(row.remote))
