"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ksync.reporting.catalog import explain
from ksync.reporting.errors import AppError
from sync_engine.errors import EngineError


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's.

    :param check: what was looked at, a word of the table in docs/cli.md.
    :param message: what was found, a sentence.
    :param mend: what to do, in the imperative; ``""`` where there is nothing to do.
    :param reference: of the error behind it, ``""`` without one.
    :param gate_code: where the network guard denies: why.
    """

    check: str
    state: State
    message: str
    mend: str = ""
    account: str = ""
    reference: str = ""
    gate_code: str = ""


def failed(check: str, error: AppError | EngineError, account: str = "") -> Finding:
    """A check that met an error, in the words that every command uses for it."""
    problem = explain(error, account=account)
    detail = f" ({problem.detail})" if problem.detail else ""
    return Finding(
        check,
        State.PROBLEM,
        problem.message.rstrip(".") + detail + ".",
        problem.hint,
        account,
        problem.reference,
        problem.gate_code,
    )
