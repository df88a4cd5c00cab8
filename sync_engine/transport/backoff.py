"""When to try again, and how long to leave a host alone: pure decisions.

Theory
------
A host that answers 429 (RFC 6585 §4) or 503 (RFC 9110 §15.6.4) is held back as
a whole: every request to it waits, not only the one that was answered. The
length is Retry-After (RFC 9110 §10.2.3, seconds or a date), clamped; without
it, exponential. Jitter spreads the threads that wait for the same moment.

What is tried again (tries = attempts that already failed for this reason)
--------------------------------------------------------------------------
============ ============== ============================ ===================
reason       which requests pause                        at most
============ ============== ============================ ===================
429          all            until the host is free       3, within the budget
503          idempotent     until the host is free       3, within the budget
423          all            0.2 s, 0.5 s, 1 s            3
lost         idempotent     0.2 s, 1 s                   2
============ ============== ============================ ===================

429 says that the request was not carried out. 503 may come from a relay that
gave up waiting for a write that was; only a read-back can tell, so a write is
given back to the caller. 423 was not carried out either (RFC 4918 §11.3).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from sync_engine.transport.dates import http_date

Clock = Callable[[], float]


class Reason(Enum):
    """Why an attempt did not bring the final answer."""

    TOO_MANY = 429
    UNAVAILABLE = 503
    LOCKED = 423
    LOST = 0

    @classmethod
    def of_status(cls, status: int) -> Reason | None:
        """The reason that a status stands for, or ``None``."""
        return _BY_STATUS.get(status)


_BY_STATUS: Mapping[int, Reason] = MappingProxyType(
    {reason.value: reason for reason in Reason if reason.value}
)
_PAUSES: Mapping[Reason, tuple[float, ...]] = MappingProxyType(
    {Reason.LOCKED: (0.2, 0.5, 1.0), Reason.LOST: (0.2, 1.0)}
)
_HELD_TRIES = 3
_ANY_METHOD = frozenset({Reason.TOO_MANY, Reason.LOCKED})


@dataclass(frozen=True, slots=True)
class Limits:
    """All in seconds.

    :param budget: most that one call waits altogether.
    :param longest: most that a Retry-After is believed.
    :param first: first pause without Retry-After; it doubles from there.
    :param ceiling: longest pause without Retry-After.
    """

    budget: float = 30.0
    longest: float = 3600.0
    first: float = 1.0
    ceiling: float = 300.0


@dataclass(frozen=True, slots=True)
class HostState:
    """One host.

    :param failures: 429 and 503 in a row.
    :param until: moment (monotonic seconds) before which nothing is sent.
    :param status: the status that held it back last.
    """

    failures: int = 0
    until: float = 0.0
    status: int = 503


def parse_retry_after(value: str | None, wall: float) -> float | None:
    """Seconds to wait, never negative; ``None`` if absent or not understood.

    :param wall: the time now, seconds since the epoch.
    """
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    when = http_date(text)
    return None if when is None else max(0.0, when - wall)


def held_back(
    state: HostState, status: int, retry_after: float | None, now: float, limits: Limits
) -> HostState:
    """The state after a 429 or 503. A later answer never shortens a pause."""
    failures = state.failures + 1
    if retry_after is None:
        delay = min(limits.ceiling, limits.first * 2.0 ** min(failures - 1, 30))
    else:
        delay = min(limits.longest, retry_after)
    return HostState(failures, max(state.until, now + delay), status)


def pause_before_retry(
    reason: Reason, *, idempotent: bool, tries: int, held_for: float, budget: float
) -> float | None:
    """Seconds to wait before the next attempt, or ``None`` to give up.

    :param tries: attempts that failed for this reason so far, at least 1.
    :param held_for: seconds for which the host is held back.
    :param budget: seconds that may still be waited.
    """
    if not (idempotent or reason in _ANY_METHOD):
        return None
    pauses = _PAUSES.get(reason)
    if pauses is not None:
        if tries > len(pauses):
            return None
        pause = pauses[tries - 1]
    else:
        if tries > _HELD_TRIES:
            return None
        pause = held_for
    return pause if pause <= budget else None


class HostBook:
    """The state of all hosts of an account. Thread-safe.

    :param clock: monotonic seconds.
    :param wall: seconds since the epoch, for Retry-After dates.
    :param jitter: seconds to add to a pause of that length.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        wall: Clock,
        jitter: Callable[[float], float],
        limits: Limits | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._clock = clock
        self._wall = wall
        self._jitter = jitter
        self._lock = threading.Lock()
        self._hosts: dict[str, HostState] = {}

    def restore(self, held: Mapping[str, float]) -> None:
        """Take up what an earlier process learned.

        :param held: host -> moment (seconds since the epoch) until which it is held back.
        """
        now, wall = self._clock(), self._wall()
        with self._lock:
            for host, until in held.items():
                left = min(until - wall, self.limits.longest)
                if left > 0:
                    self._hosts[host] = HostState(failures=1, until=now + left)

    def held(self) -> dict[str, float]:
        """The hosts that are held back now, as ``restore`` takes them."""
        now, wall = self._clock(), self._wall()
        with self._lock:
            return {
                host: wall + state.until - now
                for host, state in self._hosts.items()
                if state.until > now
            }

    def hold(self, host: str, status: int, retry_after: str | None) -> None:
        """Note a 429 or 503 of this host."""
        seconds = parse_retry_after(retry_after, self._wall())
        with self._lock:
            state = self._hosts.get(host, HostState())
            self._hosts[host] = held_back(state, status, seconds, self._clock(), self.limits)

    def succeeded(self, host: str) -> None:
        """Note an answer that is neither: the next pause starts small again."""
        with self._lock:
            state = self._hosts.get(host)
            if state is not None:
                self._hosts[host] = replace(state, failures=0)

    def held_for(self, host: str) -> tuple[float, int]:
        """Seconds for which the host is held back (0: free), and by which status."""
        with self._lock:
            state = self._hosts.get(host)
        if state is None:
            return 0.0, 0
        remaining = state.until - self._clock()
        if remaining <= 0:
            return 0.0, state.status
        return remaining + self._jitter(remaining), state.status
