"""A password for an account: asked for, tried at the server, stored in the keyring."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from ksync import providers
from ksync.reporting.catalog import Problem
from ksync.service import Service
from ksync.service.accounts import AccountView
from ui.desk import Desk
from ui.topics import Topic
from ui.viewmodels.wizard import wrong
from ui.widgets.basics import button, label, row
from ui.widgets.dialogs import Question
from ui.words import tr


class SignIn(Question):
    """Asks for the password of an account that is there."""

    def __init__(self, parent: QWidget, desk: Desk, account: AccountView) -> None:
        super().__init__(
            parent, desk, tr("Sign in to {account}", account=account.name), "", tr("Sign in")
        )
        self._desk = desk
        self._account = account.name
        self._username = account.username
        self._preset = preset = providers.PROVIDERS[account.provider]
        self.box.insertWidget(
            1, label(tr("User name: {name}", name=account.username), tone="quiet", wrap=True)
        )
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(tr("Password"))
        self.password.setPlaceholderText(tr("Password, better an application password"))
        self.box.insertWidget(2, self.password)
        where = tr("It is tried at once, and kept in the keyring of your desktop.")
        self.box.insertWidget(3, label(where, tone="quiet", wrap=True))
        if preset.security_page:
            page = QUrl(preset.security_page)
            link = button(
                tr("Make an application password in the browser…"),
                lambda: QDesktopServices.openUrl(page),
                kind="link",
            )
            self.box.insertLayout(4, row(link, 1))
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.hide()
        self._wrong = label(tone="bad", wrap=True)
        self._wrong.hide()
        self.box.insertWidget(self.box.count() - 1, self._busy)
        self.box.insertWidget(self.box.count() - 1, self._wrong)
        self.password.setFocus()

    def accept(self) -> None:
        """Try it; the dialog closes when the server has accepted it."""
        password = self.password.text()
        if not password:
            return
        self._working(on=True)

        def work(service: Service) -> None:
            service.accounts.set_password(self._account, password)

        self._desk.bridge.act(
            work, self._accepted, self._refused, owner=self, changes={Topic.ACCOUNTS}
        )

    def _working(self, *, on: bool) -> None:
        self._busy.setVisible(on)
        self.yes.setEnabled(not on)
        self.password.setEnabled(not on)
        if on:
            self._wrong.hide()

    def _accepted(self, _nothing: None) -> None:
        super().accept()
        self._desk.do(f"sync:{self._account}")

    def _refused(self, problem: Problem) -> None:
        self._working(on=False)
        shown = wrong(problem, self._preset, self._username)
        self._wrong.setText(" ".join(part for part in (shown.sentence, shown.hint) if part))
        self._wrong.show()
        self.password.setFocus()
        self.password.selectAll()
