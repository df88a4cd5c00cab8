"""When an account is due: pure.

Theory
------
What ran stands in the state store, and nowhere else: a second process (the tray beside
``ksync run``) reads the same runs, comes to the same moment, and finds under the
account's lock that the run was made. So each due run happens once, and there is no
second book that could disagree.

Rules
-----
* All moments are of the wall clock (seconds since the epoch): it goes on while the
  computer sleeps, so what fell due meanwhile is due on waking. A last run that lies in
  the future is a clock that was put back: the account is due.
* Jitter is a function of the account and of its last run: two processes agree on it,
  a thousand clients do not.
* A failure that passes by itself (``Wait.RETRY``) is tried again after a pause that
  doubles, however often a file is edited meanwhile; a server that named a time
  (Retry-After) is left alone until then. So an outage ends without a stampede.
* What only a person can mend (``Wait.PERSON``) is not tried again and again: a login
  that is repeated gets accounts locked.

============ ============================ ===========================================
wait         after                        next run
============ ============================ ===========================================
INTERVAL     it went through              the interval, ± a tenth
RETRY        server or network away       1 min, doubled each time, at most half an
                                          hour (or the interval, if longer), ± half
SECRET       no password could be had     5 minutes
GUARD        the network guard said no    a change of the network; else the interval
PERSON       login, certificate, settings a change of the settings; else 12 hours
CUT          it was interrupted           half a minute
============ ============================ ===========================================
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

MINUTE = 60.0
FIRST_RETRY = MINUTE
LONGEST_RETRY = 30 * MINUTE
SECRET_PAUSE = 5 * MINUTE
CUT_PAUSE = 0.5 * MINUTE
PERSON_PAUSE = 12 * 60 * MINUTE
SPREAD = 10.0
"""Seconds over which the clients of a network spread when it comes back."""
CLOCK_SLACK = 5 * MINUTE


class Wait(Enum):
    """What the end of the last run means for the next."""

    INTERVAL = "interval"
    RETRY = "retry"
    SECRET = "secret"  # noqa: S105  a word, no password
    GUARD = "guard"
    PERSON = "person"
    CUT = "cut"


class Why(Enum):
    """Why a run is due; the value is its trigger in the report."""

    FIRST = "first"
    SCHEDULE = "schedule"
    RETRY = "retry"
    CHANGE = "change"
    NETWORK = "network"
    SETTINGS = "settings"


_PERSON = (
    "http.unauthorized",
    "transport.tls_untrusted",
    "transport.https_required",
    "transport.redirect_refused",
    "sync.identity_mismatch",
    "dav.discovery_failed",
    "config.",
    "policy.",
    "state.too_new",
)
_WAITS: Mapping[str, Wait] = MappingProxyType(
    {
        **dict.fromkeys(_PERSON, Wait.PERSON),
        "transport.gate_denied": Wait.GUARD,
        "credential.": Wait.SECRET,
        "sync.cancelled": Wait.CUT,
        "sync.aborted": Wait.CUT,
    }
)


def wait_for(outcome: str | None, reference: str) -> Wait:
    """What a run's end means.

    :param outcome: of the run, ``None`` if it never came to its end.
    :param reference: of the error that ended it, ``""`` if none did. What is not in the
        table is taken for something that passes.
    """
    if outcome is None:
        return Wait.CUT
    if not reference:
        return Wait.INTERVAL
    for known, wait in _WAITS.items():
        if reference == known or (known.endswith(".") and reference.startswith(known)):
            return wait
    return Wait.RETRY


@dataclass(frozen=True, slots=True)
class Past:
    """What the state store tells of an account's runs.

    :param started: when the last one began, ``None`` if there was none.
    :param ended: when it ended (or began, if it never came to its end).
    :param in_a_row: how many of the last runs ended with this same ``wait``.
    :param held_until: before then its server wants to be left alone.
    """

    started: float | None = None
    ended: float = 0.0
    wait: Wait = Wait.INTERVAL
    in_a_row: int = 0
    held_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Happened:
    """What was seen since, each the moment of the last time; 0: never.

    :param changed: a local edit, after it settled.
    :param network: another network, on which the guard allows traffic.
    :param settings: the settings, the policy or a password.
    """

    changed: float = 0.0
    network: float = 0.0
    settings: float = 0.0


@dataclass(frozen=True, slots=True)
class Due:
    """The next run: not before ``at``."""

    at: float
    why: Why


def next_run(account: str, past: Past, happened: Happened, interval: float, now: float) -> Due:
    """The moment of an account's next run, which may have passed already.

    :param account: its UUID, for the jitter.
    :param interval: seconds between two runs.
    """
    if past.started is None:
        return Due(0.0, Why.FIRST)
    if past.started > now + CLOCK_SLACK:
        return Due(now, Why.SCHEDULE)
    regular = _regular(account, past, interval)
    dues = [Due(regular, _why(past.wait))]
    if happened.changed > past.started:
        # an edit goes out at once, unless the server or a person has to come first
        free = past.wait in (Wait.INTERVAL, Wait.CUT)
        dues.append(Due(happened.changed if free else regular, Why.CHANGE))
    if happened.network > past.ended and past.wait in (Wait.GUARD, Wait.RETRY):
        spread = _unit(account, past, "network") * SPREAD
        dues.append(Due(happened.network + spread, Why.NETWORK))
    if happened.settings > past.ended and past.wait in (Wait.PERSON, Wait.SECRET, Wait.GUARD):
        dues.append(Due(happened.settings, Why.SETTINGS))
    first = min(dues, key=lambda due: due.at)
    return replace(first, at=max(first.at, past.held_until))


def _why(wait: Wait) -> Why:
    return Why.SCHEDULE if wait in (Wait.INTERVAL, Wait.GUARD) else Why.RETRY


def _regular(account: str, past: Past, interval: float) -> float:
    started = past.started or 0.0
    unit = _unit(account, past, "regular")
    match past.wait:
        case Wait.INTERVAL:
            return started + interval * (0.9 + 0.2 * unit)
        case Wait.GUARD:
            # a denial that goes on is one run, which ends with the last look
            return past.ended + interval * (0.9 + 0.2 * unit)
        case Wait.RETRY:
            ceiling = max(LONGEST_RETRY, interval)
            pause = min(ceiling, FIRST_RETRY * 2.0 ** min(past.in_a_row - 1, 30))
            return past.ended + pause * (0.5 + unit)
        case Wait.SECRET:
            return past.ended + SECRET_PAUSE
        case Wait.PERSON:
            return past.ended + PERSON_PAUSE * (0.9 + 0.2 * unit)
        case Wait.CUT:
            # killed again and again: something kills it; go easy
            return past.ended + min(interval, CUT_PAUSE * 2.0 ** min(past.in_a_row - 1, 30))


def _unit(account: str, past: Past, what: str) -> float:
    """A number in [0, 1) that all processes agree on."""
    seed = f"{account} {past.started} {past.in_a_row} {what}".encode()
    return int.from_bytes(hashlib.blake2b(seed, digest_size=7).digest()) / 2.0**56
