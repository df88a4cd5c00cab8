"""The network as the guard sees it: being told when it may be another one.

The guard's own watch sleeps until the kernel or the network service says something. A
burst (a roam is dozens of messages) is told once, when it is over.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ksync.composition import Parts
from ksync.config import load
from ksync.network.guard import Guard
from ksync.network.rules import Rules
from ksync.network.watch import Watch
from ksync.paths import Paths
from ksync.reporting.errors import AppError
from ksync.service.network import strictest

SETTLE_MS = 150


class NetworkWatch(QObject):
    """Says that the verdicts may be others.

    ``changed``
        the network may be another one, and nothing more came for a moment.
    """

    changed = Signal()
    _heard = Signal()

    def __init__(self, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._paths = paths
        self._watch: Watch | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        # the watch calls from its own thread
        self._heard.connect(self._settle.start, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Listen from now on."""
        guard = Guard(lambda _account: self._rules(), self._paths.state)
        self._watch = guard.watch(self._rules, self._heard.emit)

    def rules_changed(self) -> None:
        """Other rules may need to hear of more."""
        if self._watch is not None:
            self._watch.wake()

    def stop(self) -> None:
        """Say nothing more; returns when no message is under way."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._settle.stop()

    def _rules(self) -> Rules:
        """What has to be known; where the settings cannot be read, the kernel's word is enough."""
        try:
            return strictest(Parts(self._paths, load(self._paths.config_file).config))
        except AppError:
            return Rules()
