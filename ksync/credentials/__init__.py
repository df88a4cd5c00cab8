"""Passwords: where they come from, where they go, and the words for why there is none.

``AccountSecret`` is what a transport asks; ``Keyring`` stores and deletes.
"""

from ksync.credentials.errors import (
    CredentialError,
    CredentialFileUnreadable,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
    PasswordCommandFailed,
    PlaintextRefused,
    SecretMissing,
)
from ksync.credentials.keyring_store import SERVICE, Keyring
from ksync.credentials.sources import AccountSecret, Found, Source, credential_file_name

__all__ = [
    "SERVICE",
    "AccountSecret",
    "CredentialError",
    "CredentialFileUnreadable",
    "Found",
    "Keyring",
    "KeyringFailed",
    "KeyringLocked",
    "KeyringMissing",
    "KeyringTimeout",
    "PasswordCommandFailed",
    "PlaintextRefused",
    "SecretMissing",
    "Source",
    "credential_file_name",
]
