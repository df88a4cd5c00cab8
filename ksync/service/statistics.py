"""What the last days changed: one row a day, for the chart of the overview."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ksync.composition import Parts
from ksync.service import select
from sync_engine.base_store.runs import RunRow
from sync_engine.cycle.result import REPORTS

_HERE = ("downloaded", "deleted_local")
_THERE = ("uploaded", "deleted_remote")


@dataclass(frozen=True, slots=True)
class Day:
    """What a day changed, in local time.

    :param here: resources that changed on this computer, :param there: on the server.
    :param failed: what could not be synced, counted once for each run.
    """

    day: date
    here: int = 0
    there: int = 0
    merged: int = 0
    failed: int = 0
    runs: int = 0


def days(parts: Parts, count: int = 30, *, now: float | None = None) -> tuple[Day, ...]:
    """The last days, the oldest first; days without a run are there, with zeros.

    :raises StorageError: the state of an account cannot be read.
    """
    today = _local(time.time() if now is None else now)
    first = today - timedelta(days=count - 1)
    start = datetime.combine(first, datetime.min.time()).timestamp()
    found = {first + timedelta(days=n): [0, 0, 0, 0, 0] for n in range(count)}
    for name in select.begun(parts):
        with select.account(parts, name) as opened:
            for row in opened.store.runs.since(start):
                sums = found.get(_local(row.started_at))
                if sums is not None:
                    _add(sums, row)
    return tuple(Day(day, *sums) for day, sums in found.items())


def _local(seconds: float) -> date:
    return datetime.fromtimestamp(seconds).astimezone().date()


def _add(sums: list[int], row: RunRow) -> None:
    sums[4] += 1
    if not row.report:
        return
    for collection in REPORTS.decode(row.report).collections:
        counts = collection.counts
        sums[0] += sum(counts.get(name, 0) for name in _HERE)
        sums[1] += sum(counts.get(name, 0) for name in _THERE)
        sums[2] += counts.get("merged", 0)
        sums[3] += counts.get("failed", 0)
