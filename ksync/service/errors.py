"""Errors of the application layer that belong to no narrower place."""

from __future__ import annotations

from ksync.reporting.errors import AppError


class AccountWaiting(AppError):
    """A policy describes the account; its password was not given yet."""

    reference = "account.waiting"

    def __str__(self) -> str:
        return (
            f"Account {self.account} waits for its password: "
            f"`ksync account set-password {self.account}`."
        )


class UnknownHold(AppError):
    """No hold of this ID."""

    reference = "hold.unknown"


class HoldDecided(AppError):
    """The hold was answered already."""

    reference = "hold.decided"


class UnknownConflict(AppError):
    """No conflict of this ID."""

    reference = "conflict.unknown"


class ConflictDecided(AppError):
    """The conflict was decided already."""

    reference = "conflict.decided"


class UnknownVersion(AppError):
    """No version of this ID in the history."""

    reference = "history.unknown"


class RestoreRefused(AppError):
    """The version cannot be restored as things stand."""

    reference = "history.restore_refused"


class UnknownRun(AppError):
    """No run of this ID."""

    reference = "report.unknown"


class StateSetAside(AppError):
    """The state store was damaged; it was set aside and begun anew."""

    reference = "state.set_aside"

    def __str__(self) -> str:
        return (
            f"The state store was damaged ({self.detail}). It was kept as {self.resource}; "
            "the next sync unites both sides and deletes nothing."
        )


class NoHome(AppError):
    """The server named no place where a collection of this kind could be made."""

    reference = "collection.no_home"


class CollectionRefused(AppError):
    """The server does not make, change or delete this collection."""

    reference = "collection.refused"


class CollectionReadOnly(AppError):
    """The account may only read this collection."""

    reference = "collection.read_only"


class UnsyncedEdits(AppError):
    """Files here are not on the server like that, and would go with the collection."""

    reference = "collection.unsynced"


class CollectionKept(AppError):
    """Something in it cannot be read, so it cannot be kept, so nothing was deleted."""

    reference = "collection.kept"
