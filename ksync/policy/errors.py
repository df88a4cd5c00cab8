"""What can be wrong with a policy, and what a policy forbids."""

from __future__ import annotations

from ksync.reporting.errors import AppError


class PolicyInvalid(AppError):
    """A policy file cannot be used.

    :param file: its path, or the other place where it stands.
    :param line: 1-based, or ``None`` where no line is to blame.
    :param key: dotted key, or ``""``.
    """

    reference = "policy.invalid"

    def __init__(
        self,
        detail: str,
        *,
        file: str = "",
        line: int | None = None,
        key: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(detail, resource=f"{file}:{line}" if line else file, hint=hint)
        self.file = file
        self.line = line
        self.key = key


class PolicyUntrusted(PolicyInvalid):
    """A policy file that somebody else than the administrator may have written."""

    reference = "policy.untrusted"


class PolicyForbids(AppError):
    """What was asked for is not allowed.

    :param detail: by whom, and what.
    """

    reference = "policy.forbidden"
