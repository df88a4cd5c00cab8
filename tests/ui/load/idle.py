"""The program at rest: ``python -m tests.ui.load.idle URL LOGIN PASSWORD``.

It syncs once, says so in a line on stdout, and rests in Qt's own loop. A line on its stdin
hides the window; their end ends it. Each answer lists the timers that will wake it within a
minute.
"""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from ksync.paths import Paths
from tests.ui.load.beats import until
from tests.ui.load.window import add_account
from ui.app import SWITCH_SECONDS
from ui.program import Program, application

SOON_MS = 60_000


def timers(program: Program) -> list[str]:
    """The timers that run, and do so often."""
    every: list[QObject] = [program, *QApplication.topLevelWidgets()]
    found = [timer for each in every for timer in each.findChildren(QTimer)]
    return [
        f"{timer.parent()!r}: {timer.interval()} ms"
        for timer in found
        if timer.isActive() and timer.interval() < SOON_MS
    ]


def main(url: str, login: str, password: str) -> None:
    """See the module."""
    sys.setswitchinterval(SWITCH_SECONDS)
    paths = Paths.from_environment()
    add_account(paths, url, login, password)
    app = application()
    program = Program(app, paths)
    reports: list[object] = []
    program.bridge.finished.connect(reports.append)
    program.start("calendar")
    until(lambda: reports and program.bridge.idle)
    for name in ("contacts", "activity", "overview"):
        program.show_page(name)
        until(lambda: program.bridge.idle)
    # what settles after a change settles
    end = time.monotonic() + 3
    until(lambda: time.monotonic() > end, 3.5)

    def told() -> None:
        print(json.dumps(timers(program)), flush=True)

    def asked() -> None:
        if not os.read(0, 100):
            os._exit(0)
        program.window.hide()
        told()

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(asked)
    told()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
