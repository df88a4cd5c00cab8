"""The preview of the first sync, and the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ksync.config.model import Store
from ksync.reporting.catalog import Problem
from ksync.service import Service, autostart
from ksync.service.accounts import AccountTest
from ksync.service.setup import GuardChoice, Preview
from ui.topics import ALL
from ui.viewmodels.problems import told
from ui.viewmodels.wizard import DONE, PLACES, PREVIEW, preview_line, preview_rows
from ui.widgets.basics import Banner, Card, button, clear, label, picture, row
from ui.widgets.fields import switch
from ui.widgets.lists import Line, LineList
from ui.wizard.choose import guard_choice
from ui.wizard.step import Step
from ui.words import tr

if TYPE_CHECKING:
    from ui.wizard.wizard import Wizard


class PreviewStep(Step):
    """What the first sync would do: asked for, counted, nothing changed."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, PREVIEW)
        self.line = label(tr("Asking the server what there is …"), wrap=True)
        self.body.addWidget(self.line)
        self.list = LineList(tr("What comes"), lambda: wizard.desk.tokens)
        self.list.only_to_read()
        self.body.addWidget(self.list, 1)
        self._wrong = QVBoxLayout()
        self.body.addLayout(self._wrong)
        if PLACES not in wizard.names:
            where = tr(
                "The files will be in {folder}; only you can open them, and every program that "
                "you start.", folder=wizard.answers.folder,
            )  # fmt: skip
            self.body.addWidget(label(where, wrap=True))
        self.body.addWidget(
            label(tr("Nothing on the server is changed by it. Afterwards changes go both ways."),
                  tone="quiet", wrap=True)
        )  # fmt: skip
        self.body.addWidget(self._busy)

    @property
    def next_text(self) -> str:
        """What the button says that goes on."""
        return tr("Start syncing")

    def enter(self) -> None:
        """Run the first sync dry."""
        clear(self._wrong)
        self.wizard.may_go_on(False)
        self.work(on=True)
        trial, chosen = self.wizard.trial, self.wizard.answers.chosen

        def work(service: Service) -> Preview:
            trial.choose(service.parts, chosen)
            return trial.preview(service.parts)

        self.wizard.act(work, self._show, self._failed)

    def _show(self, found: Preview) -> None:
        self.work(on=False)
        self.wizard.may_go_on(True)
        self.line.setText(preview_line(found))
        self.list.show_lines(
            [
                Line(str(number), each.title, end=each.count, icon=each.icon, swatch=each.colour)
                for number, each in enumerate(preview_rows(found))
            ]
        )
        for problem in found.problems:
            self._tell(problem)

    def _failed(self, problem: Problem) -> None:
        self.work(on=False)
        self.wizard.may_go_on(True)
        self.line.setText(tr("It could not be looked at now; it is tried again when it syncs."))
        self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        shown = told(problem)
        self._wrong.addWidget(Banner("warn", shown.message, self.wizard.desk.tokens, shown.hint))

    def leave(self, go_on: Callable[[], None]) -> None:
        """Keep everything, in one step."""
        clear(self._wrong)
        self.work(on=True)
        trial, answers = self.wizard.trial, self.wizard.answers
        guard = guard_choice(answers.mode, answers.networks)
        if self.wizard.managed.guard:
            guard = GuardChoice()  # the administrator has chosen

        def work(service: Service) -> AccountTest:
            return trial.keep(service.parts, guard, answers.store)

        def done(_found: AccountTest) -> None:
            self.work(on=False)
            self.wizard.kept()
            go_on()

        def failed(problem: Problem) -> None:
            self._failed(problem)
            self.line.setText(tr("Nothing was kept; it can be tried again."))

        self.wizard.act(work, done, failed, changes=ALL)


class DoneStep(Step):
    """The end."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, DONE)
        tokens = wizard.desk.tokens
        card = Card(name=tr("What happens now"))
        line = row(
            picture("check", tokens.good, 22),
            label(tr("{name} is added, and its first sync is on its way.",
                     name=wizard.answers.name), wrap=True),
            spacing=12,
        )  # fmt: skip
        line.setStretch(1, 1)
        card.box.addLayout(line)
        text = tr("From now on kSync syncs by itself, and at once when something changes here.")
        card.box.addWidget(label(text, wrap=True))
        self.body.addWidget(card)
        self.at_login = switch(tr("Start kSync when I log in"), on=False, chosen=self._login)
        self.body.addWidget(self.at_login)
        show = button(tr("Show the folder"), wizard.show_folder, icon_name="folder",
                      colour=tokens.text)  # fmt: skip
        show.setVisible(wizard.answers.store is Store.VDIR)
        self.body.addLayout(row(show, 1))
        self.close_up()

    @property
    def next_text(self) -> str:
        """What the button says that ends it."""
        return tr("Close")

    def enter(self) -> None:
        """Whether it starts at login already."""
        self.wizard.ask(lambda _service: autostart.enabled(), self.at_login.setChecked)

    def _login(self, text: str) -> None:
        def work(_service: Service) -> None:
            if text == "true":
                autostart.enable()
            else:
                autostart.disable()

        self.wizard.act(work, None, self.wizard.desk.tell)
