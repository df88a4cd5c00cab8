"""Where the copy of everything goes: a folder that is new, or empty."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from ksync.reporting.catalog import Problem
from ksync.service import Service
from ksync.service.exporting import Exported
from ui.desk import Desk
from ui.viewmodels.privacy import copied
from ui.viewmodels.problems import told
from ui.widgets.basics import button, label, row
from ui.widgets.dialogs import Question
from ui.words import tr


class Copying(Question):
    """Asks where, copies, and closes when the copy is there.

    :param name: of the folder that is proposed, in the home folder.
    """

    def __init__(self, parent: QWidget, desk: Desk, name: str) -> None:
        text = tr(
            "Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and "
            "the history, into a folder that is new or empty. The server is not asked."
        )
        super().__init__(parent, desk, tr("Save a copy of everything"), text, tr("Save"))
        self._desk = desk
        self.setMinimumWidth(560)
        self.folder = QLineEdit(str(Path.home() / name))
        self.folder.setAccessibleName(tr("Folder"))
        self.folder.textChanged.connect(lambda text: self.yes.setEnabled(bool(text.strip())))
        self._choose = button(tr("Choose…"), self._ask)
        self._name = name
        at = self.box.count() - 1
        across = row(self.folder, self._choose)
        across.setStretch(0, 1)
        self.box.insertLayout(at, across)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(tr("Copying …"))
        self._busy.hide()
        self._wrong = label(tone="bad", wrap=True)
        self._wrong.hide()
        self.box.insertWidget(at + 1, self._busy)
        self.box.insertWidget(at + 2, self._wrong)
        self.folder.setFocus()

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path.home()))
        if chosen:
            self.folder.setText(str(Path(chosen) / self._name))

    def accept(self) -> None:
        """Copy; the dialog closes when it is done."""
        target = Path(self.folder.text().strip())
        self._working(on=True)

        def work(service: Service) -> Exported:
            return service.personal.exporting.run(target, history=True)

        self._desk.bridge.act(work, self._done, self._failed, owner=self)

    def _working(self, *, on: bool) -> None:
        self._busy.setVisible(on)
        for each in (self.yes, self.folder, self._choose):
            each.setEnabled(not on)
        if on:
            self._wrong.hide()

    def _done(self, found: Exported) -> None:
        self._desk.say(*copied(found))
        super().accept()

    def _failed(self, problem: Problem) -> None:
        self._working(on=False)
        shown = told(problem)
        self._wrong.setText(" ".join(part for part in (shown.message, shown.hint) if part))
        self._wrong.show()
        self.folder.setFocus()
