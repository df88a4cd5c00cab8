"""The dialog: its way through the steps, and what was answered.

Until the last step but one everything happens in a trial (``ksync.service.setup``); closing
the dialog before, in whatever way, leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ksync import providers
from ksync.config.model import Store
from ksync.network.rules import Mode
from ksync.reporting.catalog import Problem
from ksync.service import Service, preferences
from ksync.service.accounts import AccountTest, AccountView, NewAccount
from ksync.service.collections import CollectionView
from ksync.service.network import NewNetwork
from ksync.service.setup import Managed, Trial
from ui.desk import Desk
from ui.topics import Topic
from ui.viewmodels.wizard import (
    COLLECTIONS,
    DONE,
    NETWORKS,
    PLACES,
    PREVIEW,
    PROVIDER,
    SIGN_IN,
    WELCOME,
    steps,
)
from ui.widgets.basics import button, label, line, row
from ui.wizard.begin import ProviderStep, WelcomeStep
from ui.wizard.choose import CollectionsStep, NetworksStep, PlacesStep
from ui.wizard.finish import DoneStep, PreviewStep
from ui.wizard.sign_in import SignInStep
from ui.wizard.step import Step
from ui.words import language, speak, tr

T = TypeVar("T")

_STEPS: dict[str, Callable[[Wizard], Step]] = {}


@dataclass
class Answers:
    """What was answered so far; the password is here, and nowhere else, until it is kept."""

    provider: str = providers.DEFAULT
    url: str = ""
    username: str = ""
    password: str = field(default="", repr=False)
    command: str = ""
    name: str = ""
    folder: str = ""
    found: tuple[CollectionView, ...] = ()
    chosen: frozenset[str] = frozenset()
    mode: Mode = Mode.OFF
    networks: tuple[NewNetwork, ...] = ()
    store: Store = Store.VDIR

    @property
    def preset(self) -> providers.Provider:
        """What is known of the provider."""
        return providers.PROVIDERS[self.provider]

    @property
    def address(self) -> str | None:
        """The address that was given; without a scheme it is https."""
        if not self.preset.needs_url or not self.url:
            return None
        return self.url if "://" in self.url else f"https://{self.url}"

    def new_account(self, service: Service, waiting: AccountView | None) -> NewAccount:
        """As ``account add`` takes it; in a lane."""
        url = self.address
        name = waiting.name if waiting is not None else ""
        if waiting is not None:
            preset = service.accounts.preset(name)
            url = preset.url if preset is not None else waiting.url
        elif not name:
            host = urlsplit(url or "").hostname or self.provider
            name = service.accounts.free_name(host if self.preset.needs_url else self.provider)
        self.name = name
        return NewAccount(
            name, self.username, self.provider, url,
            password=None if self.command else self.password,
            password_command=self.command or None,
        )  # fmt: skip

    def signed_in(self, found: AccountTest) -> None:
        """Take what the test of the login found."""
        known = {view.id for view in self.found}
        self.found = found.collections
        new = {view.id for view in found.collections if view.enabled} - known
        self.chosen = (self.chosen & known) | new


class Wizard(QDialog):
    """The first run.

    :param managed: what the administrator has in hand.
    :param folder: where the files of accounts are.
    :param mode: of the network guard, as it is set.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, trial: Trial, managed: Managed, folder: str, mode: Mode
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.trial = trial
        self.managed = managed
        self.waiting = managed.waiting[0] if managed.waiting else None
        self.answers = Answers(folder=folder, mode=mode)
        if self.waiting is not None:
            self.answers.provider = self.waiting.provider
        self.names = steps(managed)
        self._at = 0
        self._kept = False
        self._spoke = language()
        self.setWindowTitle(tr("Add an account"))
        self.setMinimumSize(640, 600)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(28, 24, 28, 20)
        self._outer.setSpacing(14)
        self._build()

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self._outer.addWidget(self.stack, 1)
        self._outer.addWidget(line())
        self.number = label(tone="quiet")
        self.cancel = button(tr("Cancel"), self.reject)
        self.back = button(tr("Back"), self.go_back)
        self.next = button("", self.go_on, kind="primary")
        self.next.setDefault(True)
        self._outer.addLayout(row(self.number, 1, self.cancel, self.back, self.next))
        self._show()

    # -- the way ------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The step that is shown."""
        found = self.stack.currentWidget()
        assert isinstance(found, Step)
        return found

    def _show(self) -> None:
        """Make the step anew: it shows what was answered."""
        while (old := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        name = self.names[self._at]
        self.stack.addWidget(_STEPS[name](self))
        self.number.setText(
            tr("Step {number} of {total}", number=self._at + 1, total=len(self.names))
        )
        last = name == DONE
        self.cancel.setVisible(not last)
        self.back.setVisible(not last and self._at > 0)
        self.next.setText(self.step.next_text)
        self.may_go_on(True)
        self.hold(on=False)
        self.next.setFocus()
        self.step.enter()

    def go_on(self) -> None:
        """The next step, when this one is done."""
        if self.names[self._at] == DONE:
            self.accept()
        else:
            self.step.leave(self._further)

    def _further(self) -> None:
        self._at += 1
        self._show()

    def go_back(self) -> None:
        """The step before."""
        self._at -= 1
        self._show()

    def may_go_on(self, allowed: bool) -> None:
        """Whether this step is complete."""
        self.next.setEnabled(allowed)

    def hold(self, *, on: bool) -> None:
        """Something takes a while: only cancelling is possible."""
        self.stack.setEnabled(not on)
        self.back.setEnabled(not on)
        if on:
            self.next.setEnabled(False)
        else:
            self.next.setEnabled(True)

    def speak(self, code: str) -> None:
        """Go on in another language; it is kept at the end."""
        speak(code)
        self.setWindowTitle(tr("Add an account"))
        for text, made in ((tr("Cancel"), self.cancel), (tr("Back"), self.back)):
            made.setText(text)
        self._show()

    # -- work ---------------------------------------------------------------------------------

    def ask(
        self,
        work: Callable[[Service], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None] | None = None,
    ) -> None:
        """A question of a step; the answer is for this step alone."""
        self.desk.bridge.ask(work, done, failed, owner=self.step)

    def act(
        self,
        work: Callable[[Service], T],
        done: Callable[[T], None] | None,
        failed: Callable[[Problem], None],
        *,
        changes: Iterable[Topic] = (),
    ) -> None:
        """Something that takes long; the answer is for this step alone."""
        self.desk.bridge.act(work, done, failed, owner=self.step, changes=changes)

    # -- the end ------------------------------------------------------------------------------

    def kept(self) -> None:
        """The account is in the settings: there is nothing to take back any more."""
        self._kept = True
        self.answers.password = ""
        self.desk.do(f"sync:{self.answers.name}")
        if language() != self._spoke:
            code = language()
            self.desk.bridge.act(
                lambda service: preferences.change(service.parts, "desktop.language", code),
                lambda _nothing: self.desk.do("settings"),
                self.desk.tell,
                changes={Topic.SETTINGS},
            )

    def show_folder(self) -> None:
        """Open the folder of the files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.answers.folder))

    def done(self, result: int) -> None:
        """However it is closed: without an account nothing is left."""
        if not self._kept:
            self.answers.password = ""
            trial = self.trial
            # after what is under way: the lane does one thing after the other
            self.desk.bridge.act(lambda _service: trial.drop())
            if language() != self._spoke:
                speak(self._spoke)
        super().done(result)


_STEPS.update(
    {
        WELCOME: WelcomeStep, PROVIDER: ProviderStep, SIGN_IN: SignInStep,
        COLLECTIONS: CollectionsStep, PLACES: PlacesStep, NETWORKS: NetworksStep,
        PREVIEW: PreviewStep, DONE: DoneStep,
    }
)  # fmt: skip
