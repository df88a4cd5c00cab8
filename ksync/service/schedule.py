"""When the next sync is due, and whether a person has paused it.

The pause is one small file in the state folder: it holds for every program that works
on this profile, whichever one set it. When a sync is due follows from when each account
last ran, which is in the state stores; so no two programs do the same run twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from ksync.composition import Parts
from ksync.paths import write_private
from sync_engine.replicas.vdir.disk import translated

MINUTE = 60.0
FOREVER = math.inf


class _Kept(msgspec.Struct, frozen=True):
    """The file. ``until`` is seconds since the epoch, ``None``: until resumed."""

    until: float | None


class Schedule:
    """Pause, resume, and when the next sync is due."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._file = parts.paths.state / "pause.json"

    def paused_until(self, now: float) -> float | None:
        """``None``: not paused; ``FOREVER``: until somebody resumes."""
        try:
            kept = msgspec.json.decode(self._file.read_bytes(), type=_Kept)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError):
            # a pause that cannot be read is none: syncing loses nothing
            return None
        until = FOREVER if kept.until is None else kept.until
        return until if until > now else None

    def pause(self, until: float = FOREVER) -> None:
        """No sync begins by itself until then.

        :raises StorageError: it cannot be written down.
        """
        kept = _Kept(None if math.isinf(until) else until)
        with translated(self._file):
            write_private(self._file, msgspec.json.encode(kept))

    def resume(self) -> None:
        """Sync by itself again.

        :raises StorageError: the file cannot be removed.
        """
        with translated(self._file):
            self._file.unlink(missing_ok=True)

    def next_run(self, last: Iterable[float | None], now: float) -> float | None:
        """When the next sync is due; ``None``: never by itself.

        :param last: when each account last began to sync; ``None``: never.
        """
        return due(
            tuple(last), self._parts.config.sync.interval_minutes, self.paused_until(now), now
        )


def due(
    last: tuple[float | None, ...], minutes: int, paused_until: float | None, now: float
) -> float | None:
    """When the next sync is due, from when each account began the last one.

    A clock that was set back must not put it off: a run in the future counts as now.

    :param minutes: the interval; 0: only when asked to.
    :param paused_until: see ``Schedule.paused_until``.
    """
    if not last or minutes <= 0 or paused_until == FOREVER:
        return None
    oldest = min(0.0 if each is None else min(each, now) for each in last)
    return max(oldest + minutes * MINUTE, paused_until or 0.0, now)
