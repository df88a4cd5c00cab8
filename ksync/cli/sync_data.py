"""What came of a run, as the data of ``ksync sync --json`` and ``ksync report show``.

The names are part of the command line's contract: they are added to, never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ksync.reporting.catalog import Problem
    from ksync.service.sync import AccountReport, SyncReport
    from sync_engine.cycle.result import AccountResult, CollectionResult

INTERRUPTED = 130


def sync_data(report: SyncReport) -> dict[str, Any]:
    """``data`` of a sync; ``run`` is that of the first account that has one."""
    accounts = [account_data(account, dry_run=report.dry_run) for account in report.accounts]
    runs = [account["run"] for account in accounts if account["run"] is not None]
    return {
        "run": runs[0] if runs else None,
        "dry_run": report.dry_run,
        "accounts": accounts,
    }


def account_data(report: AccountReport, *, dry_run: bool) -> dict[str, Any]:
    """An account: its run, its collections, and what ended all of it, if something did."""
    result = report.result
    if result is None:
        outcome = "interrupted" if report.exit_code == INTERRUPTED else "failed"
        run, requests, seconds = None, 0, 0.0
    else:
        outcome, requests, seconds = result.outcome, result.requests, result.seconds
        run = None if dry_run else f"{report.name}:{result.run}"
    return {
        "name": report.name,
        "run": run,
        "outcome": outcome,
        "requests": requests,
        "seconds": round(seconds, 3),
        "collections": collections_data(report.name, result, report.problems),
        "errors": _errors(report.problems, ""),
    }


def collections_data(
    account: str, result: AccountResult | None, problems: Iterable[Problem]
) -> list[dict[str, Any]]:
    """The collections of a run."""
    if result is None:
        return []
    told = tuple(problems)
    return [_collection(account, c, told, dry_run=result.dry_run) for c in result.collections]


def _collection(
    account: str, result: CollectionResult, problems: Iterable[Problem], *, dry_run: bool
) -> dict[str, Any]:
    identifier = f"{account}/{result.slug}"
    data: dict[str, Any] = {
        "id": identifier,
        "outcome": result.outcome,
        **result.counts,
        "requests": result.requests,
        "seconds": round(result.seconds, 3),
        "errors": _errors(problems, identifier),
    }
    if dry_run:
        data["plan"] = [{"action": verb, "name": name} for verb, name in result.planned]
    else:
        data["holds"] = [f"{account}:{number}" for number in result.holds]
        data["waiting_conflicts"] = [f"{account}:{number}" for number in result.conflicts]
    return data


def _errors(problems: Iterable[Problem], collection: str) -> list[dict[str, str]]:
    """``message`` is the sentence, and behind it what exactly was said."""
    return [
        {
            "reference": problem.reference,
            "href": problem.resource,
            "message": f"{problem.message} ({problem.detail})"
            if problem.detail
            else problem.message,
            **({"gate_code": problem.gate_code} if problem.gate_code else {}),
        }
        for problem in problems
        if problem.collection == collection
    ]
