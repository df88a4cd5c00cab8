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


_FAULTS = (
    "unsound",
    "mixed components",
    "several UIDs",
    "no UID",
)
_CHECKS = (
    "checks = (('unsound', not found.sound), ('mixed components', len(found.components) > 1), "
    "('several UIDs', len(found.uids) > 1), ('no UID', found.nameless))"
)
_LABEL = (
    "faults are only looked up in the faults of the texts before; a name is seen by nobody, "
    "and all stay distinct"
)

EXPLAINED: tuple[Row, ...] = (
    *(
        Row(
            "sync_engine.core.merge.validity",
            f"_faults: yield '{name}'  ->  yield '{name}~'",
            _LABEL,
        )
        for name in ("broken", "control characters", "not UTF-8")
    ),
    *(
        Row(
            "sync_engine.core.merge.validity",
            f"_faults: {_CHECKS}  ->  " + _CHECKS.replace(f"'{name}'", f"'{name}~'"),
            _LABEL,
        )
        for name in _FAULTS
    ),
    Row(
        "sync_engine.core.guards",
        "guard: while kind is not None and _answer(asked, kind, action) is Answer.REJECTED:"
        "  ->  while _answer(asked, kind, action) is Answer.REJECTED:",
        "without a kind there is no answer, and without an answer the loop ends",
    ),
)
