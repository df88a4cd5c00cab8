"""The end of kSync on this computer: everything is erased, looked for, and the program ends.

Nothing may be written any more afterwards, not even the window's size. So the program
stops what it does, holds what would begin (a pause, which goes with the rest), and
ends once the person has read what came of it.
"""

from __future__ import annotations

from collections.abc import Callable

from ksync.reporting.catalog import Problem
from ksync.service import Service, pausing
from ksync.service.privacy import Erased
from ui.topics import ALL
from ui.viewmodels.privacy import left
from ui.widgets.dialogs import Question
from ui.window import MainWindow
from ui.words import tr

_WAIT_SECONDS = 15.0
"""How long a sync of our own may take to stop."""


class Farewell:
    """Erases everything.

    :param quit_: ends the program.
    """

    def __init__(self, window: MainWindow, quit_: Callable[[], None]) -> None:
        self._window = window
        self._quit = quit_

    def begin(self) -> None:
        """Do it where nothing waits for it."""
        self._window.setEnabled(False)
        bridge = self._window.desk.bridge
        bridge.stop()
        bridge.act(self._work, self._done, self._failed)

    def _work(self, service: Service) -> Erased:
        gateway = self._window.desk.bridge.gateway
        paused = service.glance().paused_until is not None
        if not paused:
            pausing.pause(service.parts, None)
        try:
            gateway.hold()  # it is one that writes, too
            return service.personal.privacy.erase(as_desktop=True, wait=_WAIT_SECONDS)
        except BaseException:
            gateway.release()
            if not paused:
                pausing.resume(service.parts)
            raise

    def _failed(self, problem: Problem) -> None:
        self._window.setEnabled(True)
        self._window.desk.bridge.touched(ALL)
        self._window.tell(problem)

    def _done(self, found: Erased) -> None:
        self._window.setEnabled(True)
        self._window.forget()
        text = left(found.left) if found.left else tr("It was looked for: nothing is left.")
        title = tr("Everything of kSync on this computer is gone.")
        self.dialog = Question(self._window, self._window.desk, title, text, tr("Quit"))
        self.dialog.no.hide()
        self.dialog.finished.connect(lambda _result: self._quit())
        self.dialog.open()
