"""Mutants that no test can notice, and why (``docs/mutation.md``)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A mutant that changes nothing that anybody could see.

    :param mutant: its name (``operators.Mutant.name``).
    :param why: what makes it the same.
    """

    module: str
    mutant: str
    why: str


EXPLAINED: tuple[Row, ...] = (
    Row(
        "sync_engine.core.guards",
        "guard: while kind is not None and _answer(asked, kind, action) is Answer.REJECTED:"
        "  ->  while _answer(asked, kind, action) is Answer.REJECTED:",
        "without a kind there is no answer, and without an answer the loop ends",
    ),
)
