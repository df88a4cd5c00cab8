"""From the engine's troubles (values) and errors to problems (words)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ksync.composition import OpenAccount
from ksync.reporting.catalog import Problem, explain, tell
from ksync.reporting.errors import AppError, ExitCode
from ksync.reporting.network_entries import DENIALS
from ksync.service.naming import file_name
from sync_engine.cycle.result import AccountResult, CollectionResult, Trouble
from sync_engine.errors import AuthenticationRejected, EngineError, GateDenied


def of_error(opened: OpenAccount, error: EngineError | AppError) -> Problem:
    """An error that ended work on an account; after a 401 the provider's advice goes along."""
    code = error.code if isinstance(error, GateDenied) else ""
    return explain(error, account=opened.name, hint=_hint(opened, error.reference, code))


def of_result(opened: OpenAccount, result: AccountResult) -> Iterator[Problem]:
    """Everything that went wrong in a run; what ended all of it is told once."""
    if result.failure is not None:
        yield of_account(opened, result.failure)
    for collection in result.collections:
        same = collection.failure is not None and _same(collection.failure, result.failure)
        yield from of_collection(opened, replace(collection, failure=None) if same else collection)


def of_account(opened: OpenAccount, trouble: Trouble) -> Problem:
    """What ended an account's run."""
    return _problem(opened, trouble, collection="")


def of_collection(opened: OpenAccount, result: CollectionResult) -> Iterator[Problem]:
    """What ended a collection's cycle, and each resource that failed."""
    collection = f"{opened.name}/{result.slug}"
    if result.failure is not None:
        yield _problem(opened, result.failure, collection=collection)
    for trouble in result.errors:
        found = _problem(opened, trouble, collection=collection)
        yield replace(found, exit_code=ExitCode.PARTIAL)


def _same(one: Trouble, other: Trouble | None) -> bool:
    return other is not None and one.reference == other.reference


def _problem(opened: OpenAccount, trouble: Trouble, *, collection: str) -> Problem:
    return tell(
        trouble.reference,
        detail=trouble.message,
        hint=_hint(opened, trouble.reference, trouble.code),
        account=opened.name,
        collection=collection,
        resource=file_name(trouble.href),
        gate_code=trouble.code,
    )


def _hint(opened: OpenAccount, reference: str, code: str) -> str:
    """What is known better here than in the catalogue: the provider, who manages the guard."""
    if reference == AuthenticationRejected.reference:
        return _login_hint(opened)
    if code and opened.parts.rules(opened.name).managed is not None:
        return DENIALS[code].managed if code in DENIALS else ""
    return ""


def _login_hint(opened: OpenAccount) -> str:
    return opened.settings.preset.login_hint(opened.settings.username, opened.name)
