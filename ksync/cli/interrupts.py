"""Ctrl-C and SIGTERM while something runs that can stop between two steps."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from sync_engine.cancellation import CancelToken

_NOTICE = b"\nStopping after the step that runs; once more ends at once. Nothing is lost.\n"


@contextmanager
def cancelling(token: CancelToken, *, quiet: bool) -> Iterator[None]:
    """The first signal cancels the token, a second one ends the process as usual.

    Only for the main thread, which alone gets signals.

    :param quiet: say nothing.
    """
    signals = (signal.SIGINT, signal.SIGTERM)

    def first(_number: int, _frame: FrameType | None) -> None:
        token.cancel()
        for number in signals:
            signal.signal(number, signal.SIG_DFL)
        if not quiet:
            # not through a stream: the signal may have come while it was written to
            with suppress(OSError):
                os.write(2, _NOTICE)

    before = {number: signal.signal(number, first) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
