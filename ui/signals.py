"""SIGTERM and SIGINT end the program in order, though Qt's loop is at work.

Python runs its handlers between two steps of its own, and Qt's loop may make none for
hours. The wake-up descriptor (``signal.set_wakeup_fd``) makes one.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ENDING = (signal.SIGTERM, signal.SIGINT)


class Signals(QObject):
    """Calls ``do`` when the system, or a person on the terminal, ends the program."""

    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do
        self._reader, self._writer = socket.socketpair()
        for each in (self._reader, self._writer):
            each.setblocking(False)
        self._before = {each: signal.signal(each, lambda *_: None) for each in ENDING}
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self, *_descriptor: object) -> None:
        caught = self._reader.recv(4096)
        if any(number in ENDING for number in caught):
            self._do()

    def close(self) -> None:
        """Put things back as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._reader.close()
        self._writer.close()
