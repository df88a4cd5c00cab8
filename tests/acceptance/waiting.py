"""Wait until something is so, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

_STEP = 0.005


def wait_until(condition: Callable[[], object], what: str, *, seconds: float = 60) -> None:
    """Return as soon as the condition holds.

    :raises AssertionError: it did not come to hold in time.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(_STEP)
