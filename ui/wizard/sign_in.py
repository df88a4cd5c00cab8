"""User name and password, tried at once; every error in one sentence with what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton

from ksync.reporting.catalog import Problem
from ksync.service import Service
from ksync.service.accounts import AccountTest
from ksync.service.preferences import unlock_keyring
from ui.viewmodels.wizard import (
    SIGN_IN,
    Wrong,
    form,
    kept_where,
    username_advice,
    wrong,
    wrong_address,
)
from ui.widgets.basics import Banner, button, clear, label, picture, row
from ui.wizard.step import Step
from ui.words import tr

if TYPE_CHECKING:
    from ui.wizard.wizard import Wizard


class SignInStep(Step):
    """The sign-in."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, SIGN_IN)
        answers = wizard.answers
        account = wizard.waiting
        self.form = form(answers.preset, account, wizard.managed.manager)
        self.heading.setText(tr("Sign in to {name}", name=self.form.name))
        if self.form.managed_by:
            self.body.addWidget(Banner("info", self.form.managed_by, wizard.desk.tokens))
        self.url = _field(tr("Address of the server"), "https://", answers.url)
        if self.form.url is not None:
            self._add(tr("Address of the server"), self.url)
        given = self.form.username
        self.username = _field(
            tr("User name"), self.form.username_example, given or answers.username
        )
        self.username.setReadOnly(bool(given))
        self.username.textChanged.connect(self._advise)
        self._add(tr("User name"), self.username)
        self.advice = label(self.form.username_hint, tone="quiet", wrap=True)
        self.body.addWidget(self.advice)
        self.password = _field(tr("Password"), "", answers.password)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._add(tr("Password"), self.password)
        self.body.addWidget(label(self.form.password_hint, tone="quiet", wrap=True))
        if self.form.page:
            self.body.addLayout(row(self._page_button(), 1))
        self.command = _field(tr("Command"), "pass show ksync", answers.command)
        self.kept = label(tone="quiet", wrap=True)
        self._add_command()
        kept = row(picture("lock", wizard.desk.tokens.quiet, 16), self.kept)
        kept.setStretch(1, 1)
        self.body.addLayout(kept)
        self._wrong = row()
        self.body.addLayout(self._wrong)
        self.close_up()
        for each in (self.url, self.username, self.password, self.command):
            each.textChanged.connect(lambda _text: self._check())

    @property
    def next_text(self) -> str:
        """What the button says that goes on."""
        return tr("Sign in")

    def _add(self, name: str, field: QLineEdit) -> None:
        above = label(name)
        above.setBuddy(field)
        self.body.addWidget(above)
        self.body.addWidget(field)

    def _page_button(self) -> QPushButton:
        page = QUrl(self.form.page)
        return button(
            tr("Make an application password in the browser…"),
            lambda: QDesktopServices.openUrl(page),
            kind="link",
        )

    def _add_command(self) -> None:
        """Where there is no keyring: a program that prints the password."""
        self.other = button(tr("Use a command that prints the password instead"),
                            self._use_command, kind="link")  # fmt: skip
        self.body.addLayout(row(self.other, 1))
        self.command_name = label(tr("Command that prints the password"))
        self.command_name.setBuddy(self.command)
        self.body.addWidget(self.command_name)
        self.body.addWidget(self.command)
        self._show_command(on=bool(self.wizard.answers.command))

    def _use_command(self) -> None:
        self._show_command(on=True)
        self.password.clear()
        self.command.setFocus()

    def _show_command(self, *, on: bool) -> None:
        for each in (self.command_name, self.command):
            each.setVisible(on)
        self.other.setVisible(not on)
        self.password.setEnabled(not on)
        if on:
            self.kept.setText(tr("The password is not kept: the command is run when it is needed."))

    def enter(self) -> None:
        """Say where the password will be kept; a keyring that is closed is told now."""
        self._check()
        first = next((f for f in (self.url, self.username, self.password) if f.isVisible()
                      and not f.text() and not f.isReadOnly()), self.password)  # fmt: skip
        first.setFocus()
        self.wizard.ask(
            lambda service: service.parts.keyring.describe(),
            lambda backend: self._keep_in(kept_where(backend)),
            self._no_keyring,
        )

    def _keep_in(self, sentence: str) -> None:
        if self.password.isEnabled():
            self.kept.setText(sentence)

    def _no_keyring(self, problem: Problem) -> None:
        found = wrong(problem, self.wizard.answers.preset, "")
        self._keep_in(f"{found.sentence} {found.hint}")

    def _advise(self, text: str) -> None:
        said = username_advice(self.wizard.answers.preset, text)
        self.advice.setText(said or self.form.username_hint)

    def _check(self) -> None:
        secret = self.password.text() or self.command.text().strip()
        address = self.form.url is None or self.url.text().strip()
        self.wizard.may_go_on(bool(self.username.text().strip() and secret and address))

    # -- the test -----------------------------------------------------------------------------

    def leave(self, go_on: Callable[[], None]) -> None:
        """Try it at the server; nothing is kept yet."""
        answers = self.wizard.answers
        answers.url = self.url.text().strip()
        answers.username = self.username.text().strip()
        answers.password = self.password.text()
        answers.command = self.command.text().strip()
        clear(self._wrong)
        slip = wrong_address(answers.address or "")
        if slip is not None:
            self._tell(slip)
            return
        self.work(on=True)
        trial, waiting = self.wizard.trial, self.wizard.waiting

        def work(service: Service) -> AccountTest:
            return trial.sign_in(service.parts, answers.new_account(service, waiting))

        def done(found: AccountTest) -> None:
            self.work(on=False)
            answers.signed_in(found)
            go_on()

        self.wizard.act(work, done, self._refused)

    def _refused(self, problem: Problem) -> None:
        self.work(on=False)
        self._check()
        self._tell(wrong(problem, self.wizard.answers.preset, self.wizard.answers.username))

    def _tell(self, found: Wrong) -> None:
        hint = " ".join(part for part in (found.hint, found.detail) if part)
        banner = Banner("bad", found.sentence, self.wizard.desk.tokens, hint)
        if found.unlock:
            banner.buttons.addWidget(button(tr("Unlock…"), self._unlock, kind="primary"))
        self._wrong.addWidget(banner)
        self.password.setFocus()
        self.password.selectAll()

    def _unlock(self) -> None:
        clear(self._wrong)
        self.work(on=True)

        def done(_nothing: None) -> None:
            self.work(on=False)
            self.wizard.go_on()

        self.wizard.act(lambda service: unlock_keyring(service.parts), done, self._refused)


def _field(name: str, example: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    made.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase)
    return made
