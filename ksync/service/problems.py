"""From the engine's troubles (values) to problems (words)."""

from __future__ import annotations

from collections.abc import Iterator

from ksync.composition import OpenAccount
from ksync.reporting.catalog import Problem, entry
from ksync.reporting.errors import ExitCode
from sync_engine.cycle.result import CollectionResult, Trouble


def of_account(opened: OpenAccount, trouble: Trouble) -> Problem:
    """What ended an account's run."""
    return _problem(opened, trouble, collection="", exit_code=None)


def of_collection(opened: OpenAccount, result: CollectionResult) -> Iterator[Problem]:
    """What ended a collection's cycle, and each resource that failed."""
    collection = f"{opened.name}/{result.slug}"
    if result.failure is not None:
        yield _problem(opened, result.failure, collection=collection, exit_code=None)
    for trouble in result.errors:
        yield _problem(opened, trouble, collection=collection, exit_code=ExitCode.PARTIAL)


def _problem(
    opened: OpenAccount, trouble: Trouble, *, collection: str, exit_code: ExitCode | None
) -> Problem:
    found = entry(trouble.reference)
    names = {
        "account": opened.name,
        "collection": collection,
        "resource": trouble.href,
        "detail": trouble.message,
    }
    hint = found.hint
    if trouble.reference == "http.unauthorized":
        hint = opened.settings.preset.login_hint(opened.settings.username)
    return Problem(
        reference=trouble.reference,
        exit_code=found.exit_code if exit_code is None else exit_code,
        message=found.sentence.format(**names),
        detail="" if "{detail}" in found.sentence else trouble.message,
        hint=hint,
        account=opened.name,
        collection=collection,
        resource=trouble.href,
    )
