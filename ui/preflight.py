"""Before Qt: is there a screen? And what Qt says when it cannot start.

Qt ends the process (abort) where it finds no screen. So it is looked at first; what the
look does not find, Qt's own last message does, which is turned into ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

NO_SCREEN = (
    "ksync-tray needs a desktop, and there is none here (neither WAYLAND_DISPLAY nor DISPLAY is "
    "set).\nOn a machine without a screen, use the command line: ksync --help\n"
)
NO_START = (
    "ksync-tray cannot open a window here: {reason}\n"
    "The command line works without one: ksync --help\n"
)
USAGE = 2


def has_screen(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether anything says that a window can be opened."""
    if platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))


class Messages:
    """What Qt says: kept while it starts, on stderr afterwards; the end in our words."""

    def __init__(self) -> None:
        self._kept: list[str] | None = []

    def install(self) -> None:
        """Take Qt's messages."""
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415  not without a screen

        def handler(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
            if kind == QtMsgType.QtFatalMsg:
                self._die(message)
            if self._kept is None:
                sys.stderr.write(f"{message}\n")
            else:
                self._kept.append(message)

        qInstallMessageHandler(handler)

    def started(self) -> None:
        """The screen was found."""
        for message in self._kept or ():
            sys.stderr.write(f"{message}\n")
        self._kept = None

    def _die(self, message: str) -> None:
        reasons = [*(self._kept or ()), message]
        sys.stderr.write(NO_START.format(reason=first_line(reasons[0])))
        sys.stderr.flush()
        # not abort(): that leaves a core dump behind for a missing screen
        os._exit(USAGE)


def first_line(message: str) -> str:
    """Of what Qt says the part that a person can use."""
    return next((line.strip() for line in message.splitlines() if line.strip()), "Qt did not start")
