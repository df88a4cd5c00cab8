"""The page Privacy: what is stored where, why and how long, whom it is told, and its end.

Whatever deletes is behind a question that names what goes and what stays; the work is done
in a lane. Erasing everything ends the program: it would begin to store anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ksync.reporting.catalog import Problem
from ksync.service import Service, preferences
from ksync.service.accounts import AccountView
from ksync.service.leaving import SignedOut
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import ALL, Topic
from ui.viewmodels import privacy as words
from ui.viewmodels.privacy import Part, Shown
from ui.widgets.basics import Banner, Card, button, clear, label, picture, row
from ui.widgets.copying import Copying
from ui.widgets.dialogs import Question
from ui.widgets.fields import locked
from ui.widgets.leaving import Leaving
from ui.widgets.sign_in import SignIn
from ui.widgets.stored import stored
from ui.words import plural, tr

T = TypeVar("T")


class PrivacyPage(Page):
    """What is stored, and its end."""

    topics = frozenset({Topic.ACCOUNTS, Topic.SETTINGS, Topic.RUNS, Topic.COLLECTIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Privacy"))
        self._data: Shown | None = None
        self.dialog: Question | None = None
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(tr("At work"))
        self._busy.hide()
        self.body.addWidget(self._busy)
        self.inner = QWidget()
        self._inner = QVBoxLayout(self.inner)
        self._inner.setContentsMargins(0, 0, 6, 0)
        self._inner.setSpacing(14)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.inner)
        self.body.addWidget(area, 1)

    def load(self, service: Service) -> Shown:
        """Count what is there."""
        parts = service.parts
        return words.shown(
            service.personal.privacy.show(),
            service.accounts.all(),
            parts.config.general,
            preferences.read(parts).manager,
            time.time(),
        )

    def show_loaded(self, data: Shown) -> None:
        """Draw it anew where something changed."""
        if data == self._data:
            return
        self._data = data
        clear(self._inner)
        self._remind(data)
        for part in data.parts:
            self._inner.addWidget(self._account(part))
        self._inner.addWidget(self._common(data))
        self._inner.addWidget(self._copy_card())
        self._inner.addWidget(self._end_card(data))
        self._inner.addStretch(1)

    def receive(self, argument: str) -> None:
        """An account's name: another password is asked for."""
        self._new_password(argument)

    # -- what is shown ------------------------------------------------------------------------

    def _remind(self, data: Shown) -> None:
        sentence = words.reminder(data.parts)
        if not sentence:
            return
        hint = tr("Whoever has seen it since can still use it. A new one takes a minute.")
        made = Banner("warn", sentence, self.desk.tokens, hint)
        name = data.old[0].name
        change = button(tr("New password…"), partial(self._new_password, name), kind="primary")
        made.buttons.addWidget(change)
        self._inner.addWidget(made)

    def _account(self, part: Part) -> Card:
        made = Card(name=part.name)
        tokens = self.desk.tokens
        title = label(part.name, size=1.15, bold=True)
        who = label(part.username, tone="quiet")
        made.box.addLayout(row(picture("account", tokens.quiet, 22), title, who, 1))
        lines = [("key", part.password, "warn" if part.old else "")]
        if part.hosts:
            lines.append(("server", part.hosts, ""))
        for icon, text, tone in lines:
            colour = tokens.warn if tone else tokens.quiet
            said = row(
                picture("warning" if tone else icon, colour), label(text, wrap=True, tone=tone)
            )
            said.setStretch(1, 1)
            made.box.addLayout(said)
        for each in part.rows:
            made.box.addLayout(stored(self.desk, each, part.name))
        made.box.addSpacing(4)
        made.box.addLayout(self._ways(part))
        return made

    def _ways(self, part: Part) -> QVBoxLayout:
        """What can be done with an account; what cannot be done now is not enabled."""
        name = part.name
        text = tr("Sign in…") if part.sign_in else tr("New password…")
        password = button(text, partial(self._new_password, name))
        password.setAccessibleName(tr("New password for {name}", name=name))
        out = button(tr("Sign out…"), partial(self._sign_out, part))
        out.setAccessibleName(tr("Sign out of {name}", name=name))
        history = button(tr("Erase history…"), partial(self._erase_history, part))
        history.setAccessibleName(tr("Erase the history of {name}", name=name))
        history.setEnabled(part.versions > 0)
        erase = button(tr("Erase account…"), partial(self._remove, part), kind="danger")
        erase.setAccessibleName(tr("Erase {name} from this computer", name=name))
        made = QVBoxLayout()
        made.setSpacing(8)
        made.addLayout(row(password, 1) if part.waiting else row(password, out, 1))
        if not part.waiting:
            made.addLayout(row(history, locked(erase, self.desk, part.locked), 1))
        return made

    def _common(self, data: Shown) -> Card:
        made = Card(tr("Of all accounts"))
        for each in data.rows:
            made.box.addLayout(stored(self.desk, each, ""))
        said = row(picture("privacy", self.desk.tokens.good, 20),
                   label(tr(words.NOBODY_ELSE), wrap=True))  # fmt: skip
        said.setStretch(1, 1)
        made.box.addSpacing(4)
        made.box.addLayout(said)
        return made

    def _copy_card(self) -> Card:
        made = Card(tr("A copy for you"))
        text = tr("Everything that is here, in formats that other programs read.")
        made.box.addWidget(label(text, wrap=True))
        made.box.addLayout(row(button(tr("Save a copy…"), self._copy), 1))
        return made

    def _end_card(self, data: Shown) -> Card:
        made = Card(tr("Leave no trace"))
        text = tr(
            "All accounts, their passwords and files, and all settings of kSync go from this "
            "computer; afterwards it is looked for. The servers keep everything."
        )
        made.box.addWidget(label(text, wrap=True))
        erase = button(tr("Erase everything…"), partial(self._erase_all, data), kind="danger")
        made.box.addLayout(row(erase, 1))
        return made

    # -- the password -------------------------------------------------------------------------

    def _new_password(self, name: str) -> None:
        def ask(account: AccountView) -> None:
            if account.waiting:
                self.desk.do("add-account")
                return
            self._open(SignIn(self, self.desk, account))

        self.desk.bridge.ask(
            lambda service: service.accounts.show(name), ask, self.desk.tell, owner=self
        )

    # -- the copy -----------------------------------------------------------------------------

    def _copy(self) -> None:
        self._open(Copying(self, self.desk, f"ksync-{date.today().isoformat()}"))

    # -- ways of leaving ----------------------------------------------------------------------

    def _sign_out(self, part: Part) -> None:
        dialog = Leaving(
            self,
            self.desk,
            lambda erase: words.sign_out(part, erase=erase),
            tr("Also erase its calendars and contacts from this computer"),
        )

        def done(found: SignedOut) -> None:
            self.desk.say(*words.signed_out(found))

        def work(service: Service) -> SignedOut:
            return service.accounts.sign_out(part.name, erase=dialog.erase)

        self._agree(dialog, work, done)

    def _erase_history(self, part: Part) -> None:
        def done(count: int) -> None:
            self.desk.say(plural("{count} earlier version(s) erased.", count))

        self._agree(
            Leaving(self, self.desk, lambda _more: words.erase_history(part)),
            lambda service: service.versions.erase(part.name),
            done,
        )

    def _remove(self, part: Part) -> None:
        def done(left: list[str]) -> None:
            self.desk.say(
                tr("{name} and everything of it is gone from this computer.", name=part.name),
                words.left(left) if left else "",
            )

        self._agree(
            Leaving(self, self.desk, lambda _more: words.remove(part)),
            lambda service: service.accounts.remove(part.name, erase=True),
            done,
        )

    def _erase_all(self, data: Shown) -> None:
        dialog = Leaving(self, self.desk, lambda _more: words.erase_everything(data.parts))
        dialog.accepted.connect(lambda: self.desk.do("erase-everything"))
        self._open(dialog)

    def _agree(
        self, dialog: Leaving, work: Callable[[Service], T], done: Callable[[T], None]
    ) -> None:
        """Ask, then do it where nothing waits for it."""

        def finished(found: T) -> None:
            self._working(on=False)
            done(found)

        def failed(problem: Problem) -> None:
            self._working(on=False)
            self.desk.tell(problem)

        def begin() -> None:
            self._working(on=True)
            self.desk.bridge.act(work, finished, failed, owner=self, changes=ALL)

        dialog.accepted.connect(begin)
        self._open(dialog)

    def _open(self, dialog: Question) -> None:
        self.dialog = dialog
        dialog.open()

    def _working(self, *, on: bool) -> None:
        self._busy.setVisible(on)
        self.inner.setEnabled(not on)
