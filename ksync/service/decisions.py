"""Holds: decisions that wait for a person."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from ksync.composition import OpenAccount, Parts
from ksync.service import select
from ksync.service.errors import HoldDecided, UnknownHold
from ksync.service.naming import file_name
from sync_engine.base_store.holds import HoldRow
from sync_engine.core.content.titles import summary
from sync_engine.core.guards import Answer


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold as it is shown.

    :param kind: see ``sync_engine.core.guards.HoldKind``.
    :param opened_at: seconds since the epoch.
    """

    id: str
    collection: str
    kind: str
    state: str
    opened_at: float
    size: int


@dataclass(frozen=True, slots=True)
class HeldItem:
    """A resource in a hold."""

    title: str
    href: str
    file: str


class Decisions:
    """Everything about holds. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def holds(self, *, everything: bool = False) -> list[HoldView]:
        """The open ones of all accounts."""
        found: list[HoldView] = []
        for name in select.begun(self._parts):
            with self._parts.account(name) as opened:
                found += [
                    _view(opened, row) for row in opened.store.holds.all(everything=everything)
                ]
        return found

    def hold(self, identifier: str) -> tuple[HoldView, list[HeldItem]]:
        """One with its resources.

        :raises UnknownHold:
        """
        opened, row = self._find(identifier)
        with opened:
            return _view(opened, row), _items(opened, row)

    def answer(self, identifier: str, answer: Answer, *, wait: float = 30.0) -> HoldView:
        """Approve or reject; the next sync carries it out.

        :raises UnknownHold, HoldDecided, LockHeld:
        """
        opened, row = self._find(identifier)
        with opened, opened.held(wait):
            # what was asked for may have been decided, or be no more, since it was shown
            now = opened.store.holds.get(row.id)
            if now is None:
                raise UnknownHold(resource=identifier)
            if now.state != "open":
                raise HoldDecided(resource=identifier, detail=now.state)
            opened.store.holds.answer(row.id, answer, time.time())
            return _view(opened, replace(now, state=answer.value))

    def _find(self, identifier: str) -> tuple[OpenAccount, HoldRow]:
        found = select.numbered(self._parts, identifier)
        if found is None:
            raise UnknownHold(resource=identifier)
        opened, number = found
        row = opened.store.holds.get(number)
        if row is None:
            opened.close()
            raise UnknownHold(resource=identifier)
        return opened, row


def _view(opened: OpenAccount, row: HoldRow) -> HoldView:
    collection = opened.store.collections.get(row.collection)
    return HoldView(
        id=f"{opened.name}:{row.id}",
        collection=f"{opened.name}/{collection.slug}",
        kind=row.kind.value,
        state=row.state,
        opened_at=row.opened_at,
        size=row.size,
    )


def _items(opened: OpenAccount, row: HoldRow) -> list[HeldItem]:
    items: list[HeldItem] = []
    for item in opened.store.holds.items(row.id):
        base = opened.store.base.get(item.row) if item.row else None
        content = item.local_content or item.remote_content
        title = summary(opened.store.contents.get(content)) if content else ""
        file = file_name(base.local_id) if base else ""
        items.append(HeldItem(title, base.href if base else "", file))
    return items
