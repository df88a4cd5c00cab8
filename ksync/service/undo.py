"""Undo of a run: each resource goes back to what it was, as a local edit like any other.

What a run did is in the effects (``base_store.effects``). The way back is a three-way
merge: base is what the run left, one side is what was before, the other is what is
there now. So what was edited since in other properties stays; what clashes is left
alone and told. The files are written under the account's lock, what they held goes to
the history, and the next sync takes it to the server: under its preconditions, its
brakes and its question before guests get mail.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ksync.composition import OpenAccount, Parts
from ksync.service import select
from ksync.service.errors import UnknownRun
from ksync.service.naming import file_name
from ksync.service.versions import folder_of
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.effects import Effect
from sync_engine.base_store.history import NewVersion
from sync_engine.core.content.equality import same_content
from sync_engine.core.content.revision import not_older
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.merge import Merged, Texts, merge
from sync_engine.core.resolution import Reason
from sync_engine.replicas.port import (
    CollectionReplica,
    Create,
    Delete,
    Loaded,
    Operation,
    Removed,
    Replace,
    Stored,
)


@dataclass(frozen=True, slots=True)
class UndoneItem:
    """What became of a resource.

    :param outcome: ``restored``, ``brought back``, ``removed``, ``nothing to do``,
        ``changed since`` or ``refused``.
    """

    collection: str
    title: str
    file: str
    outcome: str

    @property
    def left(self) -> bool:
        """Whether it was left as it is, though the run had changed it."""
        return self.outcome in (CHANGED, REFUSED)


RESTORED, BROUGHT_BACK, REMOVED = "restored", "brought back", "removed"
NOTHING, CHANGED, REFUSED = "nothing to do", "changed since", "refused"


class Undo:
    """Undo of whole runs. IDs are ``ACCOUNT:NUMBER``."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def undo(
        self, identifier: str, *, dry_run: bool = False, wait: float = 30.0
    ) -> list[UndoneItem]:
        """Bring back what was before a run.

        :param dry_run: only tell what would be done.
        :raises UnknownRun, LockHeld:
        """
        found = select.numbered(self._parts, identifier)
        if found is None:
            raise UnknownRun(resource=identifier)
        opened, number = found
        with opened, opened.held(wait):
            if opened.store.runs.get(number) is None:
                raise UnknownRun(resource=identifier)
            return [
                _undo_one(opened, effect, dry_run=dry_run)
                for effect in joined(opened.store.effects.of(number))
            ]


def joined(effects: Iterable[Effect]) -> list[Effect]:
    """One effect for each resource: from before the run to after it.

    Where the run wrote both sides (a merge), it is the local one that goes back.
    """
    found: dict[tuple[int, str], Effect] = {}
    for effect in effects:
        key = (effect.collection, effect.uid or effect.local_id or effect.href or "")
        first = found.get(key)
        if first is None:
            found[key] = effect
        elif first.side == effect.side:
            found[key] = replace(effect, before=first.before)
        elif first.side == "remote":
            found[key] = effect
    return list(found.values())


def _undo_one(opened: OpenAccount, effect: Effect, *, dry_run: bool) -> UndoneItem:
    row = opened.store.collections.get(effect.collection)
    if row.deleted_at is not None:
        return _item(opened, row, effect, effect.local_id, REFUSED)
    local, _ = folder_of(opened, row)
    name, there = _now(opened, local, effect)
    outcome, body = _wanted(opened, effect, there)
    if not dry_run and outcome in (RESTORED, BROUGHT_BACK, REMOVED):
        done = _write(opened, local, effect, name, there, body)
        outcome = outcome if done else REFUSED
    return _item(opened, row, effect, name or effect.local_id, outcome)


def _item(
    opened: OpenAccount, row: CollectionRow, effect: Effect, name: str | None, outcome: str
) -> UndoneItem:
    shown = effect.before or effect.after
    return UndoneItem(
        f"{opened.name}/{row.slug}",
        summary(opened.store.contents.get(shown)) if shown else "",
        file_name(name),
        outcome,
    )


def _wanted(opened: OpenAccount, effect: Effect, there: Loaded | None) -> tuple[str, bytes | None]:
    """What is to be done, and the text that is to be there."""
    before, after = _text(opened, effect.before), _text(opened, effect.after)
    if there is None:
        if after is None and before is not None:
            return BROUGHT_BACK, before
        return (NOTHING if before is None else CHANGED), None
    if before is None:
        alike = after is not None and same_content(there.body, after)
        return (REMOVED if alike else CHANGED), None
    if there.body in (before, not_older(before, there.body)):
        return NOTHING, None
    if after is None:
        return CHANGED, None
    if there.body == after:
        return RESTORED, not_older(before, after)
    merged = merge(Texts(after, before, after, there.body))
    if not isinstance(merged, Merged) or merged.conflicts:
        return CHANGED, None
    return (NOTHING, None) if merged.remote == there.body else (RESTORED, merged.remote)


def _text(opened: OpenAccount, content: ContentHash | None) -> bytes | None:
    return opened.store.contents.get(content) if content is not None else None


def _now(
    opened: OpenAccount, local: CollectionReplica, effect: Effect
) -> tuple[ResourceId | None, Loaded | None]:
    """The file that has the resource now."""
    store = opened.store
    owners = store.base.owners(effect.collection, [effect.uid] if effect.uid else [])
    rows = [store.base.get(number) for number in owners.get(effect.uid or "", ())]
    names = [base.local_id for base in rows if base is not None and file_name(base.local_id)]
    if effect.local_id and effect.local_id not in names:
        names.append(ResourceId(effect.local_id))
    for name in names:
        got = next(iter(local.get([name])))[name]
        if isinstance(got, Loaded):
            return name, got
    return None, None


def _write(
    opened: OpenAccount,
    local: CollectionReplica,
    effect: Effect,
    name: ResourceId | None,
    there: Loaded | None,
    body: bytes | None,
) -> bool:
    operation: Operation
    if there is None or name is None:
        assert body is not None
        taken = opened.store.base.local_ids(effect.collection)
        wished = file_name(effect.local_id) or effect.uid or ""
        operation = Create(local.new_id(wished, taken.__contains__), body)
    else:
        reason = Reason.DELETED if body is None else Reason.OVERWRITTEN
        content = opened.store.contents.put(there.body)
        href = ResourceId(effect.href) if effect.href else None
        kept = NewVersion("local", reason, href, name, effect.uid, content, counted=False)
        opened.store.history.keep(0, effect.collection, time.time(), [kept])
        if body is None:
            operation = Delete(name, there.fingerprint, there.body)
        else:
            operation = Replace(name, there.fingerprint, there.body, body)
    outcome = next(iter(local.apply([operation])))
    return isinstance(outcome, Stored | Removed)
