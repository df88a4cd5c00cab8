"""Why there is no password: each state has its own class and its own words.

::

    CredentialError
    ├── KeyringLocked            it is there and closed
    ├── KeyringMissing           no keyring on this system or in this session
    ├── KeyringTimeout           it does not answer
    ├── KeyringFailed            it answered with an error of its own
    ├── PlaintextRefused         it would store unprotected
    ├── SecretMissing            it is open and has no entry for the account
    ├── PasswordCommandFailed    `password_command` ended badly or said nothing
    └── CredentialFileUnreadable the systemd credential is there and cannot be read

A password that the *server* rejects is none of these: that is
``sync_engine.errors.AuthenticationRejected``.
"""

from __future__ import annotations

from ksync.reporting.errors import AppError


class CredentialError(AppError):
    """No password was had."""

    reference = "credential.keyring_failed"


class KeyringLocked(CredentialError):
    """The keyring is there and closed."""

    reference = "credential.keyring_locked"


class KeyringMissing(CredentialError):
    """There is no keyring."""

    reference = "credential.keyring_missing"


class KeyringTimeout(CredentialError):
    """The keyring did not answer within the deadline."""

    reference = "credential.keyring_timeout"


class KeyringFailed(CredentialError):
    """The keyring answered with an error."""

    reference = "credential.keyring_failed"


class PlaintextRefused(CredentialError):
    """The keyring that is there does not protect what it stores."""

    reference = "credential.plaintext_refused"


class SecretMissing(CredentialError):
    """No source has a password for the account."""

    reference = "credential.secret_missing"


class PasswordCommandFailed(CredentialError):
    """``password_command`` failed."""

    reference = "credential.command_failed"


class CredentialFileUnreadable(CredentialError):
    """The systemd credential cannot be read."""

    reference = "credential.file_unreadable"
