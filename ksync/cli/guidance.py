"""Errors with what the command line knows beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ksync.reporting.catalog import Explained, explain
from ksync.reporting.errors import AppError
from sync_engine.errors import AuthenticationRejected, EngineError

if TYPE_CHECKING:
    from ksync.providers import Provider

NO_ACCOUNT = (
    "There is no account yet. Add one: `ksync account add --username AB12345` for Infomaniak, "
    "or `ksync account add --url ADDRESS --username NAME` for another server."
)


@contextmanager
def guided(provider: Provider, username: str, name: str, *, stored: bool = True) -> Iterator[None]:
    """Inside, errors leave with the account's name, a 401 with the provider's advice.

    :param stored: the password that may be wrong is already stored.
    :raises Explained: for each ``EngineError`` and ``AppError``.
    """
    try:
        yield
    except AuthenticationRejected as error:
        hint = provider.login_hint(username, name if stored else None)
        raise Explained(explain(error, account=name, hint=hint)) from error
    except (EngineError, AppError) as error:
        raise Explained(explain(error, account=name)) from error
