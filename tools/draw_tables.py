"""The decision tables as Markdown, drawn from the code that decides.

``planner``       what two sides with equal rights do, by their states
``restrictions``  what a collection's direction and privileges make of that
``policies``      what the conflict policies make of a conflict
``guard``         what the network guard says of a network
``precedence``    whose value of a setting holds
``policy-keys``   every key of an administrator's policy

A document has them between ``<!-- table:NAME -->`` and ``<!-- /table -->``;
blocks with other names are somebody else's and are left alone.

    python -m tools.draw_tables               print all
    python -m tools.draw_tables --check FILE  exit 1 if FILE has another table
    python -m tools.draw_tables --write FILE  bring the tables in FILE up to date
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from ksync.network.table import TABLE as GUARD
from sync_engine.core.changes import Base, Side, State, Subject
from sync_engine.core.identifiers import ContentHash, ResourceId
from sync_engine.core.planner import CONFLICTS, TABLE, Direction, Verdict, decide, restrict
from sync_engine.core.resolution import Action, Policy, act
from tools import policy_tables

_BLOCK: Final = re.compile(r"(<!-- table:([\w-]+) -->\n).*?(<!-- /table -->)", re.DOTALL)

_KNOWN: Final = (State.UNCHANGED, State.MODIFIED, State.DELETED, State.UNREADABLE)
_NEW: Final = (State.ABSENT, State.PRESENT, State.UNREADABLE)
_EMPTY: Final = (State.ABSENT, State.DELETED, State.UNREADABLE)

_SETTINGS: Final = (
    ("pull", Direction.PULL, False),
    ("push", Direction.PUSH, False),
    ("read-only", Direction.TWO_WAY, True),
    ("read-only and push", Direction.PUSH, True),
)


def planner() -> str:
    """The decision table, with a base and without one."""
    return "\n".join(
        _table(
            ["local \\ remote", *(f"remote {state.value}" for state in states)],
            (
                [f"local {local.value}", *(_decision(local, remote) for remote in states)]
                for local in states
            ),
        )
        for states in (_KNOWN, _NEW)
    )


def restrictions() -> str:
    """What becomes of a verdict; an empty cell: it passes as it is."""
    verdicts = [v for v in Verdict if v in {*TABLE.values(), Verdict.ADOPT}]

    def cell(verdict: Verdict, direction: Direction, *, read_only: bool) -> str:
        restricted = restrict(verdict, direction, read_only)
        return "" if restricted is verdict else restricted.value

    rows = (
        [v.value, *(cell(v, direction, read_only=ro) for _, direction, ro in _SETTINGS)]
        for v in verdicts
    )
    changed = (row for row in rows if any(row[1:]))
    return _table(["two-way", *(name for name, _, _ in _SETTINGS)], changed)


def policies() -> str:
    """What each policy makes of each conflict, and what goes to the history."""
    states = {verdict: pair for pair, verdict in TABLE.items() if verdict in CONFLICTS}
    rows = (
        [
            conflict.value,
            *(_outcome(act(_subject(*states[conflict]), conflict, policy)) for policy in Policy),
        ]
        for conflict in Verdict
        if conflict in CONFLICTS
    )
    return _table(["conflict", *(f"`{policy.value}`" for policy in Policy)], rows)


def guard() -> str:
    """The network guard's rows, in their order."""
    rows = (
        [str(row.number), row.situation, row.verdict, f"`{row.code}`" if row.code else ""]
        for row in GUARD
    )
    return _table(["row", "situation", "verdict", "code"], rows)


def precedence() -> str:
    """Whose value of a setting holds."""
    return _table(["", "level", "said by", "what it can say"], policy_tables.precedence())


def policy_keys() -> str:
    """Every key of a policy file."""
    return _table(["key", "must be", "meaning"], policy_tables.keys())


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "planner": planner,
    "restrictions": restrictions,
    "policies": policies,
    "guard": guard,
    "precedence": precedence,
    "policy-keys": policy_keys,
}


def _decision(local: State, remote: State) -> str:
    different, same = (decide(_subject(local, remote, same=same)) for same in (False, True))
    if same is different:
        return different.value
    return f"the same: {same.value}; else {different.value}"


def _outcome(action: Action | None) -> str:
    if action is None:
        return "nothing"
    kept = ", ".join(f"{loser.side} text to the history" for loser in action.losers)
    return f"{action.verb.value}; {kept}" if kept else action.verb.value


def _subject(local: State, remote: State, *, same: bool = False) -> Subject:
    text = ContentHash("text")
    base = Base(1, ResourceId("href"), ResourceId("name"), "uid", text, text)

    def side(state: State, name: str) -> Side:
        there = state not in _EMPTY
        return Side(state, ResourceId(name) if there else None, None, text if there else None)

    known = local in _KNOWN and remote in _KNOWN
    return Subject(1, base if known else None, side(local, "name"), side(remote, "href"), same=same)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def drawn(text: str) -> str:
    """A document with its tables as they are to be."""

    def draw(block: re.Match[str]) -> str:
        table = TABLES.get(block[2])
        return f"{block[1]}\n{table()}\n{block[3]}" if table else block[0]

    return _BLOCK.sub(draw, text)


def names(text: str) -> frozenset[str]:
    """The names of our tables that a document has."""
    return frozenset(block[2] for block in _BLOCK.finditer(text)) & TABLES.keys()


def main(arguments: Sequence[str]) -> int:
    """Print, check or write. Exit code 1: a table is out of date, or the file has none."""
    parser = argparse.ArgumentParser(prog="draw_tables")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", type=Path, metavar="FILE")
    what.add_argument("--write", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    path: Path | None = options.check or options.write
    if path is None:
        sys.stdout.write("\n".join(f"{name}\n\n{table()}" for name, table in TABLES.items()))
        return 0
    text = path.read_text(encoding="utf-8")
    wanted = drawn(text)
    if not names(text):
        sys.stdout.write(f"{path}: no table is marked\n")
        return 1
    if options.write:
        path.write_text(wanted, encoding="utf-8")
    elif wanted != text:
        sys.stdout.write(f"{path}: out of date; python -m tools.draw_tables --write {path}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
