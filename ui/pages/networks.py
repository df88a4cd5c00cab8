"""The network guard: what it says of this network, the list, the rules.

The name of the network is read only where a rule needs it, or after a button whose
words say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ksync.network.evidence import Link
from ksync.network.guard import Explanation
from ksync.network.rules import Rules, Security
from ksync.service import Service, preferences
from ksync.service.network import NetworkView, NewNetwork, pinned
from ksync.service.preferences import Preferences
from ui.desk import Desk
from ui.formats import moment
from ui.pages.page import Page
from ui.topics import Topic
from ui.viewmodels import networks as words
from ui.viewmodels.networks import Listed
from ui.viewmodels.settings import Shown, banner
from ui.widgets.basics import Banner, Card, button, clear, label, name_of, picture, row
from ui.widgets.fields import choice, locked
from ui.widgets.guard import GuardCard
from ui.widgets.listing import Listing
from ui.words import tr

ONCE_SECONDS = 3600.0
_CHANGES = frozenset({Topic.SETTINGS, Topic.NETWORK})


@dataclass(frozen=True, slots=True)
class _Data:
    found: Preferences
    now: tuple[Explanation, ...]
    rules: Rules
    listed: tuple[NetworkView, ...]
    accounts: tuple[str, ...]
    until: float | None


class NetworksPage(Page):
    """The network guard."""

    topics = frozenset({Topic.NETWORK, Topic.SETTINGS, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Networks"))
        self._data: _Data | None = None
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 6, 0)
        self._inner.setSpacing(14)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.body.addWidget(area, 1)

    def load(self, service: Service) -> _Data:
        """What the guard says, and what it goes by."""
        network = service.network
        return _Data(
            preferences.read(service.parts),
            network.now(),
            network.rules(),
            tuple(network.listed()),
            tuple(sorted(service.parts.config.accounts)),
            network.allowed_until(),
        )

    def show_loaded(self, data: _Data) -> None:
        """Draw it anew where something changed."""
        if data == self._data:
            return
        self._data = data
        clear(self._inner)
        managed = banner(data.found)
        if managed:
            self._inner.addWidget(Banner("info", managed, self.desk.tokens))
        self._inner.addWidget(self._here(data))
        self._inner.addWidget(self._list(data))
        self._inner.addWidget(self._rules(data))
        self._inner.addStretch(1)

    def receive(self, argument: str) -> None:
        """From the menu: the network of this moment is to be listed."""
        if argument == words.ALLOW_HERE:
            self._find_here()

    # -- this network -------------------------------------------------------------------------

    def _here(self, data: _Data) -> Card:
        shown = words.now(data.now)
        made = GuardCard(self.desk, shown)
        allow = button(tr("Allow this network…"), self._find_here, kind="primary")
        allow.setToolTip(tr("Reads the name of the Wi-Fi that this computer is on."))
        allow.setAccessibleDescription(allow.toolTip())
        made.buttons.addWidget(locked(allow, self.desk, words.listing_locked(data.rules)))
        if any(each.once for each in shown):
            made.buttons.addWidget(button(tr("Allow for an hour"), self._allow_once))
        if data.until is not None:
            until = tr("Allowed until {time}", time=moment(data.until))
            made.buttons.addWidget(label(until, tone="quiet"))
        made.buttons.addStretch(1)
        return made

    def _find_here(self) -> None:
        self.desk.bridge.ask(
            lambda service: service.network.here(), self._ask_here, self.desk.tell, owner=self
        )

    def _ask_here(self, link: Link) -> None:
        known = NewNetwork(link.ssid, security=pinned(link))
        self._ask(tr("Allow this network?"), known)

    def _allow_once(self) -> None:
        self.desk.bridge.act(
            lambda service: service.network.allow_once(ONCE_SECONDS),
            None,
            self.desk.tell,
            owner=self,
            changes=_CHANGES,
        )

    # -- the list -----------------------------------------------------------------------------

    def _list(self, data: _Data) -> Card:
        made = Card(tr("Networks that are allowed"))
        for each in words.listed(data.listed, data.rules):
            made.box.addLayout(self._listed(each))
        if not data.listed:
            nothing = tr(
                "No network is listed. Listed networks count once kSync may sync on them only."
            )
            made.box.addWidget(label(nothing, tone="quiet", wrap=True))
        add = button(tr("Add a network…"), lambda: self._ask(tr("Add a network"), None))
        made.box.addLayout(row(locked(add, self.desk, words.listing_locked(data.rules)), 1))
        return made

    def _listed(self, each: Listed) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(label(each.title, bold=True))
        texts.addWidget(label(each.detail, tone="quiet"))
        across = row(picture("networks", self.desk.tokens.quiet, 22))
        across.addLayout(texts, 1)
        if each.locked:
            across.addWidget(picture("lock", self.desk.tokens.quiet, 16))
            across.addWidget(label(each.locked, tone="quiet"))
        else:
            change = button(tr("Edit…"), partial(self._edit, each.view))
            change.setAccessibleName(tr("Edit {name}", name=each.title))
            remove = button(tr("Remove"), partial(self._remove, each.view))
            remove.setAccessibleName(tr("Remove {name}", name=each.title))
            across.addWidget(change)
            across.addWidget(remove)
        outer = QVBoxLayout()
        outer.addLayout(across)
        return outer

    def _edit(self, view: NetworkView) -> None:
        known = NewNetwork(
            bytes.fromhex(view.ssid_hex),
            view.label,
            Security(view.security) if view.security else None,
            view.bssids,
        )
        self._ask(tr("Edit a network"), known)

    def _ask(self, title: str, known: NewNetwork | None) -> None:
        self.dialog = Listing(self, self.desk, title, known)
        self.dialog.accepted.connect(lambda: self._allow(self.dialog.answer))
        self.dialog.open()

    def _allow(self, new: NewNetwork) -> None:
        self.desk.bridge.act(
            lambda service: service.network.allow(new),
            None,
            self.desk.tell,
            owner=self,
            changes=_CHANGES,
        )

    def _remove(self, view: NetworkView) -> None:
        self.desk.bridge.act(
            lambda service: service.network.remove(view.ssid_hex, octets=True),
            None,
            self.desk.tell,
            owner=self,
            changes=_CHANGES,
        )

    # -- the rules ----------------------------------------------------------------------------

    def _rules(self, data: _Data) -> Card:
        made = Card(tr("Where kSync may sync"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, shown in enumerate(words.rules_shown(data.found, data.accounts)):
            control = self._control(shown)
            control.setObjectName(shown.field.key)
            placed = locked(control, self.desk, shown.locked)
            grid.addWidget(name_of(control, tr(shown.field.title)), number * 2, 0)
            grid.addLayout(row(placed, 1), number * 2, 1)
            if shown.field.hint:
                hint = label(tr(shown.field.hint), tone="quiet", wrap=True)
                grid.addWidget(hint, number * 2 + 1, 1)
        made.box.addLayout(grid)
        return made

    def _control(self, shown: Shown) -> QWidget:
        field, title = shown.field, tr(shown.field.title)
        if field.kind == "choice":
            options = [(value, tr(text)) for value, text in field.options]
            return choice(title, options, shown.value, partial(self._set, field.key))
        made = QLineEdit(str(shown.value))
        made.setAccessibleName(title)
        made.setMinimumWidth(280)
        made.editingFinished.connect(lambda: self._typed(shown, made.text()))
        return made

    def _typed(self, shown: Shown, text: str) -> None:
        if text != shown.value:
            self._set(shown.field.key, text)

    def _set(self, key: str, text: str) -> None:
        self.desk.bridge.act(
            lambda service: preferences.change(service.parts, key, text),
            None,
            self._not_set,
            owner=self,
            changes=_CHANGES,
        )

    def _not_set(self, problem: object) -> None:
        self._data = None
        self.reload()
        self.desk.tell(problem)  # type: ignore[arg-type]  # the bridge brings a Problem
