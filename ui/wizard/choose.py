"""What is synced, where it appears, and where it may sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton

from ksync.config.model import Store
from ksync.connect.memory import App
from ksync.network.evidence import Link
from ksync.network.rules import Mode
from ksync.reporting.catalog import Problem
from ksync.service.network import NewNetwork, pinned
from ksync.service.setup import GuardChoice
from ui.viewmodels.networks import name_text
from ui.viewmodels.problems import told
from ui.viewmodels.wizard import COLLECTIONS, NETWORKS, PLACES, choices
from ui.widgets.basics import Card, button, label, picture, row
from ui.widgets.swatch import swatch_icon
from ui.wizard.step import Step
from ui.words import mark, tr

if TYPE_CHECKING:
    from ui.wizard.wizard import Wizard

_ID = Qt.ItemDataRole.UserRole


class CollectionsStep(Step):
    """Which collections."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, COLLECTIONS)
        self.body.addWidget(
            label(tr("Of what you leave out nothing is fetched. You can change it at any time."),
                  wrap=True, tone="quiet")
        )  # fmt: skip
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Collections"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setSpacing(2)
        for each in choices(wizard.answers.found):
            text = f"{each.title}   ({each.below})"
            item = QListWidgetItem(text, self.list)
            item.setData(_ID, each.id)
            item.setIcon(swatch_icon(each.colour) if each.colour else wizard.desk.icon(each.icon))
            on = each.id in wizard.answers.chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(lambda _item: self._changed())
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._busy)

    def enter(self) -> None:
        """At least one has to be chosen."""
        self._changed()
        self.list.setFocus()

    def _changed(self) -> None:
        items = [self.list.item(number) for number in range(self.list.count())]
        self.wizard.answers.chosen = frozenset(
            str(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        self.wizard.may_go_on(bool(self.wizard.answers.chosen))


_STORES = (
    (Store.VDIR, "folder", mark("As files"),
     mark("Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, "
          "khard, todoman and many editors read and write them. Only you can open them, and every "
          "program that you start.")),
    (Store.EDS, "calendar", mark("In GNOME’s programs"),
     mark("GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, "
          "as calendars and address books of their own.")),
)  # fmt: skip
_ALSO = mark(
    "The pages Calendar and Contacts of this window show everything in any case. Thunderbird, "
    "KOrganizer and others are connected on the page Settings. You can change it at any time; "
    "nothing is lost by it."
)


class PlacesStep(Step):
    """Where it appears."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, PLACES)
        self.buttons: dict[Store, QRadioButton] = {}
        self._group = QButtonGroup(self)
        tokens = wizard.desk.tokens
        for store, icon_name, title, text in _STORES:
            made = QRadioButton(tr(title))
            made.setAccessibleDescription(tr(text))
            made.setChecked(store is wizard.answers.store)
            made.toggled.connect(lambda _on: self._chosen())
            self._group.addButton(made)
            self.buttons[store] = made
            card = Card(name=tr(title))
            card.box.addLayout(row(picture(icon_name, tokens.accent, 20), made, 1))
            card.box.addWidget(label(tr(text), wrap=True))
            if store is Store.VDIR:
                place = wizard.answers.folder
                card.box.addWidget(label(place, tone="quiet", wrap=True, selectable=True))
            else:
                self.missing = label(
                    tr("It is not on this computer: evolution-data-server does not answer."),
                    tone="quiet", wrap=True,
                )  # fmt: skip
                self.missing.hide()
                card.box.addWidget(self.missing)
            self.body.addWidget(card)
        self.body.addWidget(label(tr(_ALSO), tone="quiet", wrap=True))
        self.close_up()

    def enter(self) -> None:
        """Whether GNOME's store is there."""
        self.buttons[self.wizard.answers.store].setFocus()
        self.wizard.ask(
            lambda service: any(
                one.app is App.EVOLUTION for one in service.gateway.programs.here()
            ),
            self._offer,
        )

    def _offer(self, there: bool) -> None:
        self.buttons[Store.EDS].setEnabled(there)
        self.missing.setVisible(not there)
        if not there:
            self.buttons[Store.VDIR].setChecked(True)

    def _chosen(self) -> None:
        self.wizard.answers.store = next(s for s, made in self.buttons.items() if made.isChecked())


_MODES = (
    (Mode.OFF, mark("Anywhere"), mark("On every network, wired or not.")),
    (Mode.ANY_WIFI, mark("On any Wi-Fi"),
     mark("Not over a cable or a mobile network. Names of networks are never read.")),
    (Mode.ALLOWLIST, mark("Only on networks that I choose"),
     mark("The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may "
          "ask whether kSync may know your location: the name of a Wi-Fi tells it.")),
)  # fmt: skip


class NetworksStep(Step):
    """Where it may sync."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard, NETWORKS)
        self.buttons: dict[Mode, QRadioButton] = {}
        chosen = wizard.answers.mode
        for mode, title, text in _MODES:
            made = QRadioButton(tr(title))
            made.setAccessibleDescription(tr(text))
            made.setChecked(mode is chosen)
            made.toggled.connect(lambda _on: self._show())
            self.buttons[mode] = made
            self.body.addWidget(made)
            below = label(tr(text), tone="quiet", wrap=True)
            below.setContentsMargins(26, 0, 0, 4)
            self.body.addWidget(below)
        self.read = button(tr("Allow the Wi-Fi that I am on"), self._read, icon_name="networks",
                           colour=wizard.desk.tokens.text)  # fmt: skip
        self.listed = label(wrap=True)
        across = row(self.read, self.listed)
        across.setStretch(1, 1)
        across.setContentsMargins(26, 0, 0, 0)
        self.body.addLayout(across)
        self.close_up()

    @property
    def mode(self) -> Mode:
        """What is chosen."""
        return next(mode for mode, made in self.buttons.items() if made.isChecked())

    def enter(self) -> None:
        """Show what is chosen."""
        self._show()

    def _show(self) -> None:
        checked = [mode for mode, made in self.buttons.items() if made.isChecked()]
        if not checked:
            return  # between two of them
        answers = self.wizard.answers
        answers.mode = checked[0]
        on = answers.mode is Mode.ALLOWLIST
        self.read.setVisible(on)
        self.listed.setVisible(on)
        names = [name_text(each.ssid or b"") for each in answers.networks]
        if names:
            self.listed.setText(tr("Allowed: {names}", names=", ".join(names)))
        elif on and not self.listed.text():
            self.listed.setText(tr("Until a network is allowed, nothing is synced."))

    def _read(self) -> None:
        self.work(on=True)

        def done(link: Link) -> None:
            self.work(on=False)
            new = NewNetwork(link.ssid, security=pinned(link))
            if new not in self.wizard.answers.networks:
                self.wizard.answers.networks += (new,)
            self._show()

        def failed(problem: Problem) -> None:
            self.work(on=False)
            self.listed.setText(told(problem).message)

        self.wizard.ask(lambda service: service.network.here(), done, failed)


def guard_choice(mode: Mode, networks: tuple[NewNetwork, ...]) -> GuardChoice:
    """What is written of it."""
    return GuardChoice(mode, networks if mode is Mode.ALLOWLIST else ())
