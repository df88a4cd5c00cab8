"""How long a version was kept, by a clock that may jump.

A version's own time cannot tell: a clock that was years ahead for a day would make all
of the history old, and a version that was kept while the clock stood at 1970 would be old
as soon as it is set right. So the time that went by is added up run by run. A step counts
for at most ``LONGEST_STEP``, one backwards for nothing: a jump of the clock costs at most
that much of the time for which versions are kept, and a computer that is seldom on keeps
them longer, never shorter.

What is forgotten has to be old by both: by its own time, and by what went by since the
run that kept it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sync_engine.base_store.store import BaseStore

DAY: Final = 86400.0
LONGEST_STEP: Final = 7 * DAY
"""Between two runs; a computer that is on once a week keeps true time."""

_FACT: Final = "history-lived"


@dataclass(frozen=True, slots=True)
class Age:
    """The time that went by.

    :param at: what the clock said last; :param lived: seconds that went by until then.
    :param marks: (run, what ``lived`` was then), one for each day at most, oldest first.
    """

    at: float
    lived: float = 0.0
    marks: tuple[tuple[int, float], ...] = ()

    def passed(self, now: float, run: int, keep: float) -> Age:
        """After a run.

        :param keep: seconds for which versions are kept; older marks but one are not needed.
        """
        lived = self.lived + min(max(now - self.at, 0.0), LONGEST_STEP)
        marks = list(self.marks)
        if not marks or lived - marks[-1][1] >= DAY:
            marks.append((run, lived))
        while len(marks) > 1 and lived - marks[1][1] > keep:
            del marks[0]
        return Age(now, lived, tuple(marks))

    def forgettable(self, keep: float) -> int | None:
        """The last run whose versions were kept for that long, if there is one."""
        old = [run for run, lived in self.marks if self.lived - lived > keep]
        return old[-1] if old else None


def forget_old(store: BaseStore, now: float, run: int, days: float) -> None:
    """Forget versions that were kept for so many days.

    :param run: the run that ended just now.
    """
    keep = days * DAY
    age = _read(store.runs.fact(_FACT), now).passed(now, run, keep)
    with store.transaction("forget old"):
        store.runs.set_fact(_FACT, json.dumps([age.at, age.lived, age.marks]))
        last = age.forgettable(keep)
        if last is not None:
            store.history.prune(now - keep, last)


def _read(stored: str | None, now: float) -> Age:
    if stored is None:
        return Age(now)
    at, lived, marks = json.loads(stored)
    return Age(at, lived, tuple((run, when) for run, when in marks))
