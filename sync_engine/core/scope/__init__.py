"""The past limit: which resources are too old to be kept on this computer (loss class L7).

``extent`` says when a text's last occurrence ended, by the text alone; here that is
held against a limit. The time comes from the caller.

* What is not sure never goes out of scope: a rule without an end, an unknown part of a
  rule, a structure that cannot be relied on, an open task.
* Contacts and journal entries have no end, so they never go either.
"""

from __future__ import annotations

from sync_engine.core.scope.extent import last_end

DAY = 86400.0


def cutoff(now: float, past_days: int | None) -> float | None:
    """What ended before this instant is out of scope; ``None``: there is no limit.

    :param now: seconds since the epoch.
    """
    return None if past_days is None else now - past_days * DAY


def outside(end: float | None, limit: float | None) -> bool:
    """Whether something that ended then is out of scope.

    :param end: from ``last_end``; :param limit: from ``cutoff``.
    """
    return end is not None and limit is not None and end < limit


__all__ = ["DAY", "cutoff", "last_end", "outside"]
