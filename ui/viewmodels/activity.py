"""Activity: the runs, what each did to every item, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ksync.service.reports import DoneItem, RunDetails, RunView
from ksync.service.undo import UndoneItem
from ui.viewmodels.problems import Told, told
from ui.viewmodels.when import took
from ui.words import mark, plural, tr


class Filter(StrEnum):
    """Which runs are shown."""

    CHANGES = "changes"
    PROBLEMS = "problems"
    ALL = "all"


FILTERS: Mapping[Filter, str] = {
    Filter.CHANGES: mark("That changed something"),
    Filter.PROBLEMS: mark("With problems"),
    Filter.ALL: mark("All syncs"),
}

_TRIGGERS = {
    "manual": mark("asked for"),
    "first": mark("the first one"),
    "schedule": mark("at the interval"),
    "retry": mark("tried again"),
    "change": mark("after a change here"),
    "network": mark("after a change of the network"),
    "settings": mark("after a change of the settings"),
}
_OUTCOMES = {
    "done": ("good", "check", mark("Done")),
    "partial": ("warn", "warning", mark("Done, but not everything")),
    "failed": ("bad", "error", mark("Failed")),
    "interrupted": ("quiet", "stop", mark("Stopped")),
    "unfinished": ("quiet", "clock", mark("Not finished")),
}
_COUNTS: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("downloaded", lambda n: plural("{count} downloaded", n)),
    ("uploaded", lambda n: plural("{count} uploaded", n)),
    ("deleted_local", lambda n: plural("{count} deleted here", n)),
    ("deleted_remote", lambda n: plural("{count} deleted on the server", n)),
    ("merged", lambda n: plural("{count} merged", n)),
    ("conflicts", lambda n: plural("{count} in conflict", n)),
    ("held", lambda n: plural("{count} waiting for you", n)),
    ("failed", lambda n: plural("{count} failed", n)),
)
_VERBS = {
    "create local": ("down", mark("came from the server")),
    "replace local": ("down", mark("changed by the server")),
    "delete local": ("delete", mark("deleted here")),
    "create remote": ("up", mark("sent to the server")),
    "replace remote": ("up", mark("changed on the server")),
    "delete remote": ("delete", mark("deleted on the server")),
    "merge": ("both", mark("merged")),
    "keep both": ("conflicts", mark("both versions kept")),
    "move remote": ("next", mark("moved on the server")),
    "follow move": ("next", mark("moved here")),
    "let go": ("clock", mark("past the limit: on the server only")),
}
"""What is shown of what was done; the other verbs only bring the books up to date."""

_UNDONE = {
    "restored": mark("goes back to what it was"),
    "brought back": mark("comes back"),
    "removed": mark("is taken away again"),
    "nothing to do": mark("is as it was already"),
    "changed since": mark("was changed since and stays as it is"),
    "refused": mark("cannot be written and stays as it is"),
}
_CHANGES = ("downloaded", "uploaded", "deleted_local", "deleted_remote", "merged", "conflicts")


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in the list.

    :param line: what it changed.
    """

    id: str
    account: str
    started_at: float
    mood: str
    icon: str
    outcome: str
    line: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What was done to an item."""

    icon: str
    title: str
    done: str
    collection: str


@dataclass(frozen=True, slots=True)
class RunShown:
    """A run with all that it did.

    :param undoable: whether it changed something that can be taken back.
    """

    row: RunRow
    facts: tuple[tuple[str, str], ...]
    problems: tuple[Told, ...]
    items: tuple[ItemRow, ...]
    undoable: bool


def rows(runs: Iterable[RunView], wanted: Filter, account: str = "") -> tuple[RunRow, ...]:
    """The runs that pass the filter, as they come."""
    return tuple(
        _row(run)
        for run in runs
        if (not account or run.account == account) and _passes(run, wanted)
    )


def _passes(run: RunView, wanted: Filter) -> bool:
    bad = run.outcome in ("failed", "partial") or bool(run.counts.get("failed"))
    if wanted is Filter.PROBLEMS:
        return bad
    return wanted is Filter.ALL or bad or any(run.counts.get(name) for name in _CHANGES)


def _row(run: RunView) -> RunRow:
    mood, icon, outcome = _OUTCOMES[run.outcome]
    return RunRow(
        id=run.id,
        account=run.account,
        started_at=run.started_at,
        mood=mood,
        icon=icon,
        outcome=tr(outcome),
        line=counts_line(run.counts) or tr("nothing to do"),
    )


def counts_line(counts: Mapping[str, int]) -> str:
    """What was done, in numbers."""
    return ", ".join(said(counts[name]) for name, said in _COUNTS if counts.get(name, 0))


def details(found: RunDetails) -> RunShown:
    """One run."""
    run = found.run
    items = tuple(_item(item) for item in found.items if item.verb in _VERBS)
    facts = [
        (tr("Account"), run.account),
        (tr("Why"), tr(_TRIGGERS[run.trigger]) if run.trigger in _TRIGGERS else run.trigger),
    ]
    if run.ended_at is not None:
        facts.append((tr("Took"), took(run.ended_at - run.started_at)))
    if found.result is not None:
        facts.append((tr("Requests"), str(found.result.requests)))
    return RunShown(
        row=_row(run),
        facts=tuple(facts),
        problems=tuple(told(problem) for problem in found.problems),
        items=items,
        undoable=bool(items),
    )


def _item(item: DoneItem) -> ItemRow:
    icon, done = _VERBS[item.verb]
    return ItemRow(icon, item.title or item.file or item.href, tr(done), item.collection)


def undone(items: Iterable[UndoneItem]) -> tuple[ItemRow, ...]:
    """What an undo does, or has done."""
    return tuple(
        ItemRow(
            "warning" if item.left else "undo",
            item.title or item.file,
            tr(_UNDONE[item.outcome]),
            item.collection,
        )
        for item in items
    )


def undone_line(items: Iterable[UndoneItem]) -> str:
    """What an undo came to, in a sentence."""
    all_items = tuple(items)
    left = sum(item.left for item in all_items)
    done = sum(item.outcome in ("restored", "brought back", "removed") for item in all_items)
    if left:
        return tr("{done} undone; {left} left as they are.", done=done, left=left)
    return plural("{count} item(s) undone; the next sync takes it to the server.", done)
