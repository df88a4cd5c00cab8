"""Opens the wizard: by itself where there is no account, and when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ksync.network.rules import Mode
from ksync.paths import Paths
from ksync.service import Service, setup
from ksync.service.setup import Managed, Trial
from ui.desk import Desk
from ui.wizard.wizard import Wizard


@dataclass(frozen=True, slots=True)
class _Known:
    managed: Managed
    folder: str
    mode: Mode
    accounts: int


class Opening:
    """Makes the wizard, one at a time.

    :param parent: gives the window, when it is wanted.
    """

    def __init__(self, paths: Paths, parent: Callable[[], QWidget], desk: Callable[[], Desk]):
        self._paths = paths
        self._parent = parent
        self._desk = desk
        self.wizard: Wizard | None = None

    def open(self, *, only_first: bool = False) -> None:
        """Open it.

        :param only_first: only where there is no account yet, or one waits.
        """
        if self.wizard is not None:
            self.wizard.raise_()
            return

        def work(service: Service) -> _Known:
            config = service.parts.config
            folder = config.general.data_dir or str(service.parts.paths.data)
            found = setup.managed(service.parts)
            real = len(config.accounts) - len(found.waiting)
            return _Known(found, folder, config.network_guard.mode, real)

        def done(known: _Known) -> None:
            if self.wizard is None and not (only_first and known.accounts):
                self._show(known)

        desk = self._desk()
        desk.bridge.ask(work, done, desk.tell)

    def _show(self, known: _Known) -> None:
        trial = Trial(self._paths)
        made = Wizard(self._parent(), self._desk(), trial, known.managed, known.folder, known.mode)
        self.wizard = made
        made.finished.connect(self._closed)
        made.open()

    def _closed(self, _result: int) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
        self.wizard = None
