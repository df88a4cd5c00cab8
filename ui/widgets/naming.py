"""A name for a collection, and for a new one its account and kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from ui.desk import Desk
from ui.widgets.basics import name_of
from ui.widgets.dialogs import Question
from ui.words import mark, tr

KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (mark("Calendar"), "calendar", ("VEVENT",)),
    (mark("Task list"), "calendar", ("VTODO",)),
    (mark("Address book"), "addressbook", ()),
)


class Naming(Question):
    """Asks for a name.

    :param accounts: of a new collection; none: one that is there gets another name.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, accounts: Sequence[str], name: str = ""
    ) -> None:
        title = tr("New collection") if accounts else tr("Rename {name}", name=name)
        super().__init__(parent, desk, title, "", tr("Create") if accounts else tr("Rename"))
        self._kind = QComboBox()
        self._kind.setAccessibleName(tr("Kind"))
        for number, (text, _, _) in enumerate(KINDS):
            self._kind.addItem(tr(text), number)
        self._account = QComboBox()
        self._account.setAccessibleName(tr("Account"))
        self._account.addItems(list(accounts))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("Name"))
        self.name.textChanged.connect(self._check)
        form = QGridLayout()
        form.setHorizontalSpacing(14)
        form.setColumnStretch(1, 1)
        for at, control in enumerate((self._kind, self._account, self.name)):
            if accounts or control is self.name:
                form.addWidget(name_of(control, control.accessibleName()), at, 0)
                form.addWidget(control, at, 1)
        self.box.insertLayout(1, form)
        self.name.setFocus()
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))

    @property
    def answer(self) -> tuple[str, str, str, tuple[str, ...]]:
        """Account, name, kind, components."""
        _, kind, components = KINDS[max(0, self._kind.currentIndex())]
        return self._account.currentText(), self.name.text().strip(), kind, components
