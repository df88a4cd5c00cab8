"""The pause: nothing runs by itself until it is over, in no process of this profile.

One small file in the state folder, replaced as a whole: a pause has to work while a sync
holds the account's state store. It stops what is scheduled; whoever asks for a sync
gets one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from pathlib import Path

import msgspec

from ksync.paths import Paths, write_private
from ksync.reporting.errors import UsageError

FOREVER = inf
_UNITS = {"": 60.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "s": 1.0}
_DURATION = re.compile(r"\s*(\d+)\s*(s|m|min|h|d|)\s*")
LONGEST = 366 * 86400.0


class _File(msgspec.Struct):
    """``paused.json``; ``until`` is ``None`` for a pause that only a person ends."""

    since: float
    until: float | None = None


_DECODER = msgspec.json.Decoder(_File)


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause that holds now. Seconds since the epoch; ``until`` may be ``FOREVER``."""

    since: float
    until: float


def parse_duration(text: str) -> float:
    """Seconds from ``90``, ``45m``, ``1h``, ``2d`` (a bare number is minutes).

    :raises UsageError: it is none, zero, or more than a year.
    """
    found = _DURATION.fullmatch(text.lower())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0.0
    if not 0 < seconds <= LONGEST:
        raise UsageError(
            f"“{text}” is no duration.", hint="Give for example 45m, 1h or 2d; at most a year."
        )
    return seconds


def pause_file(paths: Paths) -> Path:
    """Where the pause is kept."""
    return paths.state / "paused.json"


def current(paths: Paths, now: float) -> Pause | None:
    """The pause that holds now; one that is over, or cannot be read, is none."""
    try:
        stored = _DECODER.decode(pause_file(paths).read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    until = FOREVER if stored.until is None else stored.until
    return Pause(stored.since, until) if now < until else None


def pause(paths: Paths, now: float, seconds: float | None) -> Pause:
    """Pause from now on; ``None`` seconds: until ``resume``.

    :raises OSError: it cannot be written.
    """
    until = None if seconds is None else now + seconds
    write_private(pause_file(paths), msgspec.json.encode(_File(now, until)))
    return Pause(now, FOREVER if until is None else until)


def resume(paths: Paths) -> bool:
    """End the pause; whether there was one."""
    try:
        pause_file(paths).unlink()
    except FileNotFoundError:
        return False
    return True
