"""Whose value holds: documents laid over one another, key by key.

Theory
------
A *layer* is what one source says, in the shape of ``config.toml``: a policy file,
the command line, the user's file. A *claim* is one key's value in one layer. For
each key the claims are ordered by ``PRECEDENCE``, and between two policy files of
one level the later one goes first; the first claim holds, the others are
overridden. Where nobody claims a key the default of the model holds.

Rules
-----
* A key that is managed is *locked*: no other level changes it. ``Stack.lock`` is the
  one place that says so; refusals, ``policy show`` and the window ask there.
* A managed key rules the narrower keys of ``governing`` too: an account's own
  network guard does not get past the organisation's.
* A list is replaced, not joined; except those of ``ADDING``, where a managed key
  permits it: there the user's entries come first (so that they keep the numbers that
  they have in the user's file), the managed ones behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

KeyPath = tuple[str, ...]


class Level(StrEnum):
    """Who says it."""

    MANAGED = "managed"
    COMMAND = "command"
    USER = "user"
    RECOMMENDED = "recommended"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Rank:
    """A row of the table of precedence, for people.

    :param source: where it stands.
    :param scope: what it can say.
    """

    level: Level
    source: str
    scope: str


PRECEDENCE: tuple[Rank, ...] = (
    Rank(
        Level.MANAGED,
        "the administrator's files under `managed/`",
        "holds against everybody; the key is locked",
    ),
    Rank(
        Level.COMMAND,
        "the command line and the environment of one call",
        "keys that are not managed; asking for another value of a managed key ends with 8",
    ),
    Rank(Level.USER, "the user's `config.toml`", "keys that are not managed"),
    Rank(
        Level.RECOMMENDED,
        "the administrator's files under `recommended/`",
        "holds until the user or a command says otherwise",
    ),
    Rank(Level.DEFAULT, "kSync", "what holds where nobody said anything"),
)
"""The first level that claims a key wins."""

_ORDER = {rank.level: number for number, rank in enumerate(PRECEDENCE)}

ADDING: Mapping[KeyPath, KeyPath] = {
    ("network_guard", "wifi"): ("network_guard", "allow_user_networks"),
}
"""Managed lists that the user may add to, and the managed key that permits it."""


def governing(path: KeyPath) -> KeyPath | None:
    """The wider key whose lock holds for a narrower one too."""
    match path:
        case ("accounts", _, "network_guard"):
            return ("network_guard", "mode")
        case ("accounts", _, "interval_minutes"):
            return ("sync", "interval_minutes")
        case ("accounts", _, "collections", _, "conflict"):
            return ("sync", "conflict")
    return None


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says.

    :param document: tables as dictionaries; everything else is a value.
    :param source: a file or another place, for people; ``""`` for the defaults.
    :param lines: at which line of it a key stands.
    :param tables: tables that it claims as such, e.g. an account that it defines.
    """

    level: Level
    document: Mapping[str, Any]
    source: str = ""
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    tables: frozenset[KeyPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """One key's value in one layer.

    :param is_table: it claims a table (an account that it describes), not what is in it.
    """

    level: Level
    value: Any
    source: str = ""
    line: int | None = None
    is_table: bool = False

    @property
    def place(self) -> str:
        """``file:line``, as far as it is known."""
        return f"{self.source}:{self.line}" if self.source and self.line else self.source


@dataclass(frozen=True, slots=True)
class Stack:
    """All layers, one over the other.

    :param document: what holds, in the shape of ``config.toml``.
    :param claims: for each key who claims it, the first of them holds.
    """

    document: dict[str, Any] = field(default_factory=dict)
    claims: Mapping[KeyPath, tuple[Claim, ...]] = field(default_factory=dict)

    def holder(self, path: KeyPath) -> Claim | None:
        """The claim that holds; ``None``: the default does."""
        found = self.claims.get(path)
        return found[0] if found else None

    def managed(self, path: KeyPath) -> Claim | None:
        """The managed claim to exactly this key."""
        claim = self.holder(path)
        return claim if claim is not None and claim.level is Level.MANAGED else None

    def lock(self, path: KeyPath) -> Claim | None:
        """The managed claim because of which nobody else sets this key, or an element of it."""
        for end in range(len(path), 0, -1):
            key = path[:end]
            wider = governing(key)
            claim = self.managed(key) or (self.managed(wider) if wider else None)
            if claim is not None and not (claim.is_table and end < len(path)):
                return None if self.may_add(key) else claim
        return None

    def may_add(self, path: KeyPath) -> bool:
        """Whether a managed list lets the user add to it."""
        permission = ADDING.get(path)
        claim = self.managed(permission) if permission else None
        return claim is not None and claim.value is True


def leaves(table: Mapping[str, Any], path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value of a document with its key."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def combine(layers: Iterable[Layer]) -> Stack:
    """Lay them over one another.

    :param layers: in any order of levels; of one level the later one wins.
    """
    ordered = sorted(layers, key=lambda layer: _ORDER[layer.level], reverse=True)
    claims: dict[KeyPath, tuple[Claim, ...]] = {}
    document: dict[str, Any] = {}
    for layer in ordered:
        for path in layer.tables:
            claim = Claim(layer.level, None, layer.source, layer.lines.get(path), is_table=True)
            claims[path] = (claim, *claims.get(path, ()))
        for path, value in leaves(layer.document):
            claim = Claim(layer.level, value, layer.source, layer.lines.get(path))
            claims[path] = (claim, *claims.get(path, ()))
        _overlay(document, layer.document)
    stack = Stack(document, claims)
    for path in list(claims):
        _settle(stack, path)
    return stack


def _overlay(document: dict[str, Any], top: Mapping[str, Any]) -> None:
    for key, value in top.items():
        below = document.get(key)
        if not isinstance(value, Mapping):
            document[key] = value
        elif isinstance(below, dict):
            _overlay(below, value)
        else:
            document[key] = {}
            _overlay(document[key], value)


def _settle(stack: Stack, path: KeyPath) -> None:
    """What the order of levels alone does not decide: narrower keys, lists to add to."""
    wider = governing(path)
    if wider is not None and stack.managed(wider) is not None:
        _drop(stack.document, path)
    elif stack.managed(path) is not None and stack.may_add(path):
        own = next((c for c in stack.claims[path] if c.level is not Level.MANAGED), None)
        if own is not None and isinstance(own.value, list):
            _table_of(stack.document, path)[path[-1]] = [*own.value, *stack.claims[path][0].value]


def _drop(document: dict[str, Any], path: KeyPath) -> None:
    _table_of(document, path).pop(path[-1], None)


def _table_of(document: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    for part in path[:-1]:
        document = document.get(part, {})
    return document
