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


EXPLAINED: tuple[Row, ...] = ()
