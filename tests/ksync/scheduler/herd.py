"""A thousand clients and one server, on paper: ``plan`` decides, nothing is sent.

The server takes requests, or it is away, or it is so overrun that it answers 503: more
than ``capacity`` runs in a second. A client that fails plans as any client does.
"""

from __future__ import annotations

import heapq
import random
import uuid
from collections import Counter
from dataclasses import dataclass, replace

from ksync.scheduler.plan import Happened, Past, Wait, next_run

HOUR = 3600.0
BEGIN = 1_800_000_000.0
NOTHING = Happened()


@dataclass(frozen=True)
class Herd:
    """What happened: runs by second, those that failed, and for each client the second of
    its first run that went through after the server was away.
    """

    runs: Counter[int]
    failed: Counter[int]
    through: dict[str, int]

    def peak(self, begin: float, end: float) -> int:
        """Most runs in one second."""
        return max((n for s, n in self.runs.items() if begin <= s < end), default=0)

    def mean(self, begin: float, end: float) -> float:
        """Runs a second."""
        return sum(n for s, n in self.runs.items() if begin <= s < end) / (end - begin)

    def failures(self, begin: float, end: float) -> int:
        """Runs that failed."""
        return sum(n for s, n in self.failed.items() if begin <= s < end)


def simulate(
    *,
    clients: int,
    hours: float,
    away: tuple[float, float],
    capacity: int = 10**9,
    interval: float = 900.0,
    seed: int = 1,
) -> Herd:
    """Live through so many hours.

    :param away: from when until when the server is not there, in seconds.
    :param capacity: runs in a second beyond which it answers 503.
    """
    chance = random.Random(seed)
    pasts: dict[str, Past] = {}
    queue: list[tuple[float, str]] = []
    for _ in range(clients):
        name = str(uuid.UUID(int=chance.getrandbits(128)))
        # they are as they are on any day: each at another point of its interval
        started = BEGIN - chance.random() * interval
        pasts[name] = Past(started, started + 1, Wait.INTERVAL, 1)
        queue.append((next_run(name, pasts[name], NOTHING, interval, BEGIN).at, name))
    heapq.heapify(queue)
    herd = Herd(Counter(), Counter(), {})
    while queue and queue[0][0] < BEGIN + hours * HOUR:
        now, name = heapq.heappop(queue)
        second = int(now - BEGIN)
        herd.runs[second] += 1
        works = not away[0] <= second < away[1] and herd.runs[second] <= capacity
        wait = Wait.INTERVAL if works else Wait.RETRY
        if not works:
            herd.failed[second] += 1
        elif second >= away[1]:
            herd.through.setdefault(name, second)
        past = pasts[name]
        in_a_row = past.in_a_row + 1 if past.wait is wait else 1
        pasts[name] = replace(past, started=now, ended=now + 1, wait=wait, in_a_row=in_a_row)
        due = next_run(name, pasts[name], NOTHING, interval, now).at
        heapq.heappush(queue, (max(due, now + 1), name))
    return herd
