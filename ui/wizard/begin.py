"""Welcome with the language, and the choice of the provider."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ui.viewmodels.wizard import PROVIDER, WELCOME, provider_rows
from ui.widgets.basics import Card, button, label, name_of, picture, row
from ui.widgets.fields import choice
from ui.wizard.step import Step
from ui.words import LANGUAGES, language, mark, tr

if TYPE_CHECKING:
    from ui.wizard.wizard import Wizard

_PROMISES = (
    ("both", mark("Calendars, tasks and contacts are the same here and on your server.")),
    ("undo", mark("Nothing is lost: every version that is overwritten can be brought back.")),
    ("lock", mark("Your password goes to the keyring, and from there to your server alone.")),
    ("networks", mark("If you want, it syncs only on the networks that you choose.")),
)


class WelcomeStep(Step):
    """Welcome."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, WELCOME)
        tokens = wizard.desk.tokens
        self.body.addWidget(
            label(tr("In a few steps your account is on this computer. Until the last one nothing "
                     "is kept: you can cancel at any time."), wrap=True)
        )  # fmt: skip
        card = Card(name=tr("What kSync does"))
        for icon_name, text in _PROMISES:
            line = row(
                picture(icon_name, tokens.accent, 20), label(tr(text), wrap=True), spacing=14
            )
            line.setStretch(1, 1)
            card.box.addLayout(line)
        self.body.addWidget(card)
        self.language = choice(tr("Language"), list(LANGUAGES.items()), language(), wizard.speak)
        self.body.addLayout(
            row(name_of(self.language, tr("Language")), self.language, 1, spacing=14)
        )
        self.close_up()

    @property
    def next_text(self) -> str:
        """What the button says that goes on."""
        return tr("Let’s begin")


class ProviderStep(Step):
    """Where the account is."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, PROVIDER)
        self.group = QButtonGroup(self)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        line = column = 0
        for each in provider_rows():
            text = f"{each.name}\n{each.below}" if each.below else each.name
            made = button(text.replace("&", "&&"), kind="choice")
            made.setAccessibleName(each.name)
            made.setAccessibleDescription(each.below)
            made.setCheckable(True)
            made.setChecked(each.key == wizard.answers.provider)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            made.setMinimumHeight(58 if each.below else 42)
            made.clicked.connect(partial(self._choose, each.key))
            self.group.addButton(made)
            self.buttons[each.key] = made
            # with a line below it takes the whole width, the others stand two and two
            if each.below:
                line, column = line + bool(column), 0
                grid.addWidget(made, line, 0, 1, 2)
                line += 1
            else:
                grid.addWidget(made, line, column)
                line, column = line + column, 1 - column
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.body.addWidget(area, 1)
        self.body.addWidget(self._busy)

    def _choose(self, key: str) -> None:
        self.wizard.answers.provider = key
