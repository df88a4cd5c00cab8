"""What came of a run, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from sync_engine.errors import Cancelled, EngineError, GateDenied

COUNTS = (
    "downloaded",
    "uploaded",
    "deleted_local",
    "deleted_remote",
    "merged",
    "out_of_scope",
    "conflicts",
    "held",
    "failed",
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One error: of a resource (``href`` or local name), or of the collection."""

    reference: str
    href: str = ""
    message: str = ""
    code: str = ""


@dataclass(slots=True)
class CollectionResult:
    """What came of a collection.

    :param failure: the error that ended its cycle, if one did.
    :param holds: numbers of its open holds.
    :param conflicts: numbers of its conflicts that wait for a person.
    :param planned: (verb, local or remote name) of a dry run.
    """

    slug: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    errors: list[Trouble] = field(default_factory=list)
    failure: Trouble | None = None
    holds: list[int] = field(default_factory=list)
    conflicts: list[int] = field(default_factory=list)
    planned: list[tuple[str, str]] = field(default_factory=list)
    requests: int = 0
    seconds: float = 0.0

    def add(self, what: str, number: int = 1) -> None:
        """Count something of ``COUNTS``."""
        self.counts[what] += number

    def fail(self, reference: str, href: str, message: str = "") -> None:
        """Note the failure of a resource, once."""
        trouble = Trouble(reference, href, message)
        if trouble not in self.errors:
            self.errors.append(trouble)
            self.counts["failed"] += 1

    def broke(self, error: EngineError) -> None:
        """Note the error that ended the cycle."""
        code = error.code if isinstance(error, GateDenied) else ""
        self.failure = Trouble(error.reference, error.where, error.detail, code)

    @property
    def outcome(self) -> str:
        """``unchanged``, ``synced``, ``denied``, ``held`` or ``failed``."""
        if self.failure is not None:
            return "denied" if self.failure.reference == GateDenied.reference else "failed"
        if self.counts["held"] or self.conflicts:
            return "held"
        done = any(self.counts[name] for name in COUNTS if name not in ("held", "failed"))
        return "synced" if done else "unchanged"


@dataclass(slots=True)
class AccountResult:
    """What came of an account's run.

    :param failure: the error that ended the whole run, if one did.
    """

    account: str
    run: int
    dry_run: bool
    collections: list[CollectionResult] = field(default_factory=list)
    failure: Trouble | None = None
    requests: int = 0
    seconds: float = 0.0
    passes: int = 0

    def broke(self, error: EngineError) -> None:
        """Note the error that ended the run."""
        code = error.code if isinstance(error, GateDenied) else ""
        self.failure = Trouble(error.reference, error.where, error.detail, code)

    @property
    def outcome(self) -> str:
        """``done``, ``partial`` (something failed or waits), ``failed``, ``interrupted``."""
        if self.failure is not None:
            return "interrupted" if self.failure.reference == Cancelled.reference else "failed"
        for collection in self.collections:
            waits = collection.counts["held"] or collection.conflicts
            if collection.failure or collection.counts["failed"] or waits:
                return "partial"
        return "done"


REPORTS = msgspec.json.Decoder(AccountResult)
"""Reads what a run kept of itself. Made now, by one thread: see ``base_store.collections``."""
