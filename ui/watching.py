"""What other processes change: the settings and the state stores, noticed by the system.

``ksync sync`` in a terminal, ``ksync run`` beside the window, an editor on
``config.toml``: the window shows what they did without asking every second. A burst of
writes is told once, when it is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ksync.paths import Paths

SETTLE_MS = 400


class StateWatch(QObject):
    """Says when a file changed that the window shows.

    ``changed``
        something did, and nothing more for a moment.
    """

    changed = Signal()

    def __init__(self, paths: Paths, parent: QObject) -> None:
        super().__init__(parent)
        self._always = (paths.config, paths.config_file, paths.state / "paused.json")
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._noticed)
        self._watcher.directoryChanged.connect(self._noticed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.changed)

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these beside the settings; a file that was replaced is watched anew."""
        wanted = {str(path) for path in (*self._always, *files) if path.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def stop(self) -> None:
        """Say nothing more."""
        self._settle.stop()
        self._watcher.blockSignals(True)

    def _noticed(self, _path: str) -> None:
        self._settle.start()
