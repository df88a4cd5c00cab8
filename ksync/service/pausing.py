"""Pause and resume, for the window: what ``ksync pause`` and ``ksync resume`` do."""

from __future__ import annotations

import time

from ksync.composition import Parts
from ksync.scheduler import pausing
from sync_engine.replicas.vdir.disk import translated


def pause(parts: Parts, seconds: float | None) -> None:
    """Let nothing run by itself for so long; ``None``: until ``resume``.

    :raises StorageError: it cannot be written down.
    """
    with translated(pausing.pause_file(parts.paths)):
        pausing.pause(parts.paths, time.time(), seconds)


def resume(parts: Parts) -> None:
    """End the pause.

    :raises StorageError: its file cannot be removed.
    """
    with translated(pausing.pause_file(parts.paths)):
        pausing.resume(parts.paths)
