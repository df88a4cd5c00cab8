"""Accounts that the administrator described and the user has not taken up.

Such an account *waits*: it has a provider, an address and perhaps a user name, and no
password. It is listed; syncing everything passes over it. Taking it up (``account
add NAME``, ``account set-password NAME``) stores the password and copies what holds
into the user's file, so that nothing falls back to another server when the policy
is withdrawn one day. A service that has the account's systemd credential need not
take it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ksync.config.effective import forbidden, load
from ksync.credentials.sources import credential_file
from ksync.policy.store import current
from ksync.reporting.errors import UsageError
from ksync.service.errors import AccountWaiting

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.config import Account

PRESET = ("provider", "url", "username")
"""What a policy can say about an account that ``account add`` says as well."""


def waiting(parts: Parts) -> frozenset[str]:
    """The accounts that wait."""
    if not any(layer.tables for layer in current().layers):
        return frozenset()
    return load(parts.paths.config_file).waiting


def is_managed(parts: Parts, name: str) -> bool:
    """Whether the administrator manages this account, so that it cannot be removed."""
    policies = current()
    if not any(layer.tables for layer in policies.layers):
        return False
    return load(parts.paths.config_file).stack.lock(("accounts", name)) is not None


def preset(parts: Parts, name: str) -> Account | None:
    """What is known of an account that waits; ``None``: there is none of this name."""
    return parts.config.accounts[name] if name in waiting(parts) else None


def refuse_other(parts: Parts, name: str, given: dict[str, str | None]) -> None:
    """Refuse to take an account up with another value for what is locked.

    :raises PolicyForbids:
    """
    loaded = load(parts.paths.config_file)
    known = loaded.config.accounts[name]
    for key, value in given.items():
        claim = loaded.stack.lock(("accounts", name, key))
        if claim is not None and value != getattr(known, key):
            raise forbidden(loaded, ("accounts", name, key), claim)


def refuse_removal(parts: Parts, name: str) -> None:
    """Refuse to remove what is managed, or what is not there yet.

    :raises PolicyForbids, UsageError:
    """
    loaded = load(parts.paths.config_file)
    claim = loaded.stack.lock(("accounts", name))
    if claim is not None:
        raise forbidden(loaded, ("accounts", name), claim)
    if name in loaded.waiting:
        raise UsageError(
            f"Account {name} was never added: {loaded.manager} only recommends it.", account=name
        )


def ready(parts: Parts, names: Iterable[str], *, named: bool) -> list[str]:
    """Those of the accounts that can be synced.

    :param named: the user asked for these; else the others are passed over with a word.
    :raises AccountWaiting: one that was asked for waits, or all of them do.
    """
    names = list(names)
    without = idle(parts)
    left = [name for name in names if name in without]
    if left and (named or len(left) == len(names)):
        raise AccountWaiting(account=left[0])
    for name in left:
        parts.warn(str(AccountWaiting(account=name)))
    return [name for name in names if name not in left]


def idle(parts: Parts) -> frozenset[str]:
    """Accounts that wait and that nothing gives a password for."""
    return frozenset(name for name in waiting(parts) if not _has_credential(parts, name))


def _has_credential(parts: Parts, name: str) -> bool:
    return bool(parts.config.accounts[name].username) and credential_file(name) is not None
