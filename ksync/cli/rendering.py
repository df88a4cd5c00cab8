"""Values of the application layer as plain data for JSON and as short texts for people.

Times are seconds since the epoch in values, RFC 3339 in UTC in JSON, and local
time in texts.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ksync.reporting.decisions import HOLDS
from ksync.reporting.errors import UsageError
from ksync.reporting.output import Table

if TYPE_CHECKING:
    from ksync.service.collections import CollectionView
    from ksync.service.decisions import HoldView

_TIMES = frozenset(
    {"at", "password_stored_at", "started_at", "ended_at", "opened_at", "next_run_at"}
)

LONG_AGO = "that is more than a year ago: change it with your provider, then store it anew"

_COUNT_WORDS = (
    ("downloaded", "{} downloaded"),
    ("uploaded", "{} uploaded"),
    ("deleted_local", "{} deleted here"),
    ("deleted_remote", "{} deleted on the server"),
    ("merged", "{} merged"),
    ("out_of_scope", "{} past the limit"),
    ("conflicts", "{} in conflict"),
    ("held", "{} waiting for you"),
    ("failed", "{} failed"),
)

_DIRECTIONS = {"two-way": "both ways", "pull": "from the server", "push": "to the server"}


def as_data(view: object) -> dict[str, Any]:
    """A dataclass as plain data, its times as texts."""
    data = dataclasses.asdict(view)  # type: ignore[call-overload]  # callers give instances of dataclasses
    return {key: _plain(key, value) for key, value in data.items()}


def _plain(key: str, value: Any) -> Any:
    if key in _TIMES and isinstance(value, (int, float)):
        return utc(value)
    if isinstance(value, dict):
        return {inner: _plain(inner, item) for inner, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def utc(seconds: float) -> str:
    """A time for JSON: ``2026-07-12T14:03:05Z``."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_time(seconds: float) -> str:
    """A time for people: ``2026-07-12 16:03``."""
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")


def ago(seconds: float) -> str:
    """How long ago: ``just now``, ``5 minutes ago``."""
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            return f"{number(int(seconds // size), unit)} ago"
    return "just now"


def ahead(seconds: float) -> str:
    """How long from now: ``now``, ``in 5 minutes``."""
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            return f"in {number(round(seconds / size), unit)}"
    return "in less than a minute" if seconds > 0 else "now"


def number(count: int, noun: str) -> str:
    """``1 item``, ``2 items``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def shown_value(value: object) -> str:
    """A setting's value as it is typed: ``true``, ``a,b``; tables line by line."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple() if any(isinstance(one, dict) for one in value):
            return json.dumps(value, ensure_ascii=False)
        case list() | tuple():
            return ",".join(map(shown_value, value))
        case dict():
            return "\n".join(f"{key} = {shown_value(inner)}" for key, inner in value.items())
        case _:
            return str(value)


def duration(seconds: float) -> str:
    """``0.4 s``, ``2 min 5 s``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"


def counts_text(counts: Mapping[str, int]) -> str:
    """``3 downloaded, 1 deleted here``; ``""`` where all are 0."""
    return ", ".join(
        words.format(counts[name]) for name, words in _COUNT_WORDS if counts.get(name, 0)
    )


def pairs(arguments: Iterable[str]) -> dict[str, str]:
    """``KEY=VALUE`` arguments.

    :raises UsageError: one has another form, or a key comes twice.
    """
    found: dict[str, str] = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or not key:
            raise UsageError(f"“{argument}” is not KEY=VALUE.")
        if key in found:
            raise UsageError(f"{key} is given twice.")
        found[key] = value
    return found


def collections_table(views: Iterable[CollectionView], *, folders: bool = False) -> Table:
    """Collections as a table.

    :param folders: with their local folders and addresses on the server.
    """
    columns = ("ID", "NAME", "KIND", "ITEMS", "SYNC")
    rows = [
        (view.id, view.display_name, _kind(view), str(view.items), _how(view)) for view in views
    ]
    if folders:
        places = [(view.path or "", view.href) for view in views]
        return Table(
            (*columns, "FOLDER", "ADDRESS"),
            tuple((*row, *place) for row, place in zip(rows, places, strict=True)),
        )
    return Table(columns, tuple(rows))


def _kind(view: CollectionView) -> str:
    if view.kind == "addressbook":
        return "address book"
    if view.components and set(view.components) <= {"VTODO"}:
        return "tasks"
    return "calendar"


def _how(view: CollectionView) -> str:
    if not view.enabled:
        return "off"
    if not view.listed:
        return "gone from the server"
    if view.read_only:
        return "read only"
    limit = f", {number(view.past_days, 'day')} back" if view.past_days is not None else ""
    return _DIRECTIONS[view.direction] + limit


def hold_words(hold: HoldView) -> tuple[str, str, str]:
    """What was seen, what approving does, what rejecting does."""
    words = HOLDS[hold.kind]
    count = number(hold.size, "item") if hold.size else "Items"
    return words.seen.format(count=count), words.approve, words.reject
