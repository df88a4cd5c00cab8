"""From an error to words: reference -> exit code, sentence, hint.

Theory
------
Engine and application raise typed errors with a stable ``reference`` and a
technical ``detail``; neither knows a sentence for people. This table does. A
sentence may name ``{account}``, ``{collection}``, ``{resource}`` and
``{detail}``; what is not known is left out by ``explain``, never printed as an
empty pair of quotes.

Rules
-----
* A reference is a promise to scripts: it is added, never renamed.
* A hint says what to do next, in the imperative, with the command where there is one.
* Every reference of ``sync_engine.errors``, and every other one that the source
  names (``entries.CYCLE``), stands here; a test looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ksync.reporting.application_entries import APPLICATION
from ksync.reporting.engine_entries import ENGINE
from ksync.reporting.entries import CYCLE, Entry
from ksync.reporting.errors import AppError, ExitCode, worst
from ksync.reporting.network_entries import DENIALS
from sync_engine.errors import EngineError, GateDenied, HoldOff

__all__ = [
    "APPLICATION",
    "CATALOG",
    "CYCLE",
    "ENGINE",
    "AppError",
    "Entry",
    "ExitCode",
    "Explained",
    "Problem",
    "entry",
    "explain",
    "tell",
    "worst",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """An error, ready to be shown; ``""`` where something is not known."""

    reference: str
    exit_code: ExitCode
    message: str
    detail: str = ""
    hint: str = ""
    account: str = ""
    collection: str = ""
    resource: str = ""
    gate_code: str = ""

    def as_data(self) -> dict[str, str]:
        """For JSON: everything that is known, without the exit code."""
        names = (
            *("reference", "message", "detail", "hint"),
            *("account", "collection", "resource", "gate_code"),
        )
        return {name: value for name in names if (value := getattr(self, name))}


CATALOG: dict[str, Entry] = ENGINE | CYCLE | APPLICATION

# How the guard's denials end (the others: NETWORK_DENIED): what is written down
# wrongly is a configuration error, and being offline is no denial at all.
GATE_EXIT_CODES = {"policy_error": ExitCode.CONFIG_INVALID, "offline": ExitCode.UNREACHABLE}


def entry(reference: str) -> Entry:
    """The entry of a reference; an unknown one is a bug and is treated as such."""
    return CATALOG.get(reference, CATALOG["bug.unexpected"])


def tell(
    reference: str,
    *,
    detail: str = "",
    account: str = "",
    collection: str = "",
    resource: str = "",
    hint: str = "",
    gate_code: str = "",
) -> Problem:
    """Put a reference into words.

    :param hint: replaces the catalogue's hint.
    :param gate_code: for a denial of the network guard: why.
    """
    found = entry(reference)
    denial = DENIALS.get(gate_code)
    if denial is not None:
        found = replace(found, sentence=denial.sentence, hint=denial.hint)
    where = {"account": account, "collection": collection, "resource": resource}
    names = {"account": account or "NAME", "collection": collection or "ID"}
    return Problem(
        reference=reference,
        exit_code=GATE_EXIT_CODES.get(gate_code, found.exit_code),
        message=found.sentence.format(**where, detail=detail),
        detail="" if "{detail}" in found.sentence else detail,
        hint=hint or found.hint.format(**names),
        gate_code=gate_code,
        **where,
    )


def explain(
    error: EngineError | AppError,
    *,
    account: str = "",
    collection: str = "",
    resource: str = "",
    hint: str = "",
) -> Problem:
    """Put an error into words.

    :param account: what the caller knows; the error's own knowledge goes first.
    :param hint: replaces the catalogue's hint (a provider knows better, for
        instance: ``Provider.login_hint``).
    """
    where = {"account": account, "collection": collection, "resource": resource}
    if isinstance(error, AppError):
        own_hint = error.hint
        where = {name: getattr(error, name) or known for name, known in where.items()}
    else:
        own_hint = _engine_hint(error)
        where["resource"] = error.where or resource
    return tell(
        error.reference,
        detail=error.detail,
        hint=own_hint or hint,
        gate_code=error.code if isinstance(error, GateDenied) else "",
        **where,
    )


def _engine_hint(error: EngineError) -> str:
    if isinstance(error, HoldOff) and error.retry_after:
        return f"Try again in {error.retry_after:.0f} seconds."
    return ""


class Explained(Exception):
    """An error that was put into words where more was known of it than it knows itself."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
