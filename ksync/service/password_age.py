"""How old a stored password is: written down when it is stored, told after a year."""

from __future__ import annotations

from dataclasses import dataclass

from ksync.composition import OpenAccount

FACT = "password-stored-at"
"""Seconds since the epoch, in the account's state."""

YEAR = 365 * 86400.0
"""Changing a password once a year is what providers advise."""


@dataclass(frozen=True, slots=True)
class Age:
    """When a password was stored, ``None`` if nobody knows, and whether that is long ago."""

    stored_at: float | None = None
    old: bool = False


UNKNOWN = Age()


def note(opened: OpenAccount) -> None:
    """The password was stored now."""
    opened.store.runs.set_fact(FACT, str(opened.parts.clock()))


def forget(opened: OpenAccount) -> None:
    """It is stored no more."""
    opened.store.runs.forget_fact(FACT)


def of(opened: OpenAccount) -> Age:
    """The age of the stored password."""
    stored = opened.store.runs.fact(FACT)
    if stored is None:
        return UNKNOWN
    at = float(stored)
    return Age(at, opened.parts.clock() - at > YEAR)
