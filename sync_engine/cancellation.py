"""A token that asks work to stop between two steps."""

from __future__ import annotations

import threading

from sync_engine.errors import Cancelled


class CancelToken:
    """Thread-safe; once cancelled it stays so."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._event.is_set()

    def check(self) -> None:
        """Return, or raise ``Cancelled``."""
        if self._event.is_set():
            raise Cancelled("stopped on request")

    def wait(self, seconds: float) -> None:
        """Sleep, but not past a cancellation (then raise ``Cancelled``)."""
        if self._event.wait(seconds):
            raise Cancelled("stopped on request")
