"""One desktop program for each profile: a second start raises the window of the first.

The lock decides who is first (``flock``: no stale locks); a local socket carries the
word of the second. The socket's name follows from the state folder, so that two
profiles run side by side.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ksync.locks import ProcessLock
from ksync.paths import Paths
from ksync.presence import desktop_lock
from ksync.reporting.errors import LockHeld

_WAIT_MS = 3000


class FirstInstance(QObject):
    """The one that runs.

    ``asked``
        another start wants the window shown; its words.
    """

    asked = Signal(str)

    def __init__(self, paths: Paths, lock: ProcessLock) -> None:
        super().__init__()
        self._lock = lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = socket_name(paths)
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._greet)
        self._server.listen(name)

    def _greet(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.readyRead.connect(lambda: self._hear(caller))
        caller.disconnected.connect(caller.deleteLater)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.canReadLine():
            words = bytes(caller.readLine().data()).decode("utf-8", "replace").strip()
            caller.write(b"ok\n")
            caller.flush()
            self.asked.emit(words)

    def leave(self) -> None:
        """Make room for another one."""
        self._server.close()
        self._lock.release()


def first(paths: Paths) -> FirstInstance | None:
    """Become the one that runs; ``None``: there is one.

    :raises OSError: the lock's file cannot be made.
    """
    lock = desktop_lock(paths)
    try:
        lock.acquire(0)
    except LockHeld:
        return None
    return FirstInstance(paths, lock)


def ask_first(paths: Paths, words: str) -> bool:
    """Tell the one that runs; whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(paths))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(words.encode("utf-8") + b"\n")
    socket.flush()
    heard = socket.waitForReadyRead(_WAIT_MS)
    socket.disconnectFromServer()
    return heard


def socket_name(paths: Paths) -> str:
    """A full path: short, private, and of this profile."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    key = f"{os.getuid() if hasattr(os, 'getuid') else ''}:{paths.state}"
    return str(folder / f"ksync-{hashlib.sha256(key.encode()).hexdigest()[:16]}")
