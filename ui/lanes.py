"""A thread that does one thing after the other.

It keeps nothing of what it did: what a job knows of widgets must not be unmade here.

Not a pool of the library: its threads are waited for at the interpreter's end, and a
server that does not answer must not keep the program from ending.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable


class Lane:
    """Runs what it is given, in order, in a thread of its own.

    :param name: of the thread, for those who look.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Callable[[], None]) -> None:
        """Do this after what was put before; it must not raise."""
        self._jobs.put(job)

    def end(self, seconds: float) -> bool:
        """Do what is there, then end; whether it did in time."""
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            del job
