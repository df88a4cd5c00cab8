"""Exit codes, and the root of the application's own errors.

The engine's errors have their own tree (``sync_engine.errors``); both kinds are
turned into words by ``ksync.reporting.catalog``.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What ``ksync`` ends with; scripts rely on the numbers."""

    DONE = 0
    BUG = 1
    USAGE = 2
    PARTIAL = 4
    DECISIONS_WAIT = 5
    LOGIN_REJECTED = 6
    NETWORK_DENIED = 7
    POLICY_FORBIDS = 8
    NO_SECRET = 10
    UNREACHABLE = 11
    LOCKED_BY_OTHER = 12
    CONFIG_INVALID = 13
    INTERRUPTED = 130


PRECEDENCE = tuple(map(ExitCode, (130, 1, 2, 13, 8, 6, 10, 7, 12, 11, 5, 4, 0)))
"""Where several hold, the first of these wins."""


def worst(codes: Iterable[int]) -> ExitCode:
    """The exit code of a run in which all of ``codes`` occurred; ``DONE`` for none."""
    found = set(codes)
    return next((code for code in PRECEDENCE if code in found), ExitCode.DONE)


class AppError(Exception):
    """Root of the errors that the application raises on purpose.

    :param detail: what exactly, in plain words, free of secrets.
    :param account: the account's name, or ``""``.
    :param collection: the collection's ID (``ACCOUNT/SLUG``) or URL, or ``""``.
    :param resource: file, key, href … that it is about, or ``""``.
    :param hint: replaces the catalogue's hint where more is known.
    """

    reference: ClassVar[str] = "bug.unexpected"

    def __init__(
        self,
        detail: str = "",
        *,
        account: str = "",
        collection: str = "",
        resource: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.account = account
        self.collection = collection
        self.resource = resource
        self.hint = hint


class UsageError(AppError):
    """The command line asks for something that cannot be."""

    reference = "usage.invalid"


class AnswerNeeded(AppError):
    """A question has to be answered and nobody can."""

    reference = "usage.answer_needed"


class Declined(AppError):
    """The answer to a question was no."""

    reference = "usage.declined"


class UnknownAccount(AppError):
    """No account of this name."""

    reference = "account.unknown"


class NoAccount(AppError):
    """There is nothing to work on: no account was added yet."""

    reference = "account.none"


class AccountExists(AppError):
    """The name is taken."""

    reference = "account.exists"


class UnknownCollection(AppError):
    """No collection of this ID."""

    reference = "collection.unknown"


class ConfigInvalid(AppError):
    """``config.toml`` cannot be used.

    :param file: its path.
    :param line: 1-based, or ``None`` where no line is to blame.
    :param key: dotted key, or ``""``.
    """

    reference = "config.invalid"

    def __init__(
        self,
        detail: str,
        *,
        file: str = "",
        line: int | None = None,
        key: str = "",
        hint: str = "",
        account: str = "",
        collection: str = "",
    ) -> None:
        place = f"{file}:{line}" if line else file
        super().__init__(detail, account=account, collection=collection, resource=place, hint=hint)
        self.file = file
        self.line = line
        self.key = key


class ConfigRefused(AppError):
    """A change of the settings that would make them invalid; nothing was written."""

    reference = "config.refused"


class ConfigUnreadable(AppError):
    """``config.toml`` cannot be read or written."""

    reference = "config.unreadable"


class UnknownKey(AppError):
    """No setting of this name."""

    reference = "config.unknown_key"


class ReadOnlyKey(AppError):
    """A setting that is not changed by hand."""

    reference = "config.read_only_key"


class LockHeld(AppError):
    """Another process holds the account."""

    reference = "lock.held"
