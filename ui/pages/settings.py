"""The settings: groups of controls drawn from a table, and the accounts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ksync.service import Service, autostart, preferences
from ksync.service.accounts import AccountView
from ksync.service.preferences import Preferences
from ui.desk import Desk
from ui.pages.page import Page
from ui.topics import Topic
from ui.viewmodels import programs
from ui.viewmodels import settings as words
from ui.viewmodels.programs import Row
from ui.viewmodels.settings import Shown
from ui.widgets.basics import Banner, Card, button, clear, label, name_of, picture, place, row
from ui.widgets.dialogs import Question
from ui.widgets.fields import choice, locked, number, switch
from ui.widgets.programs import Programs
from ui.widgets.sign_in import SignIn
from ui.words import tr


@dataclass(frozen=True, slots=True)
class _Data:
    found: Preferences
    accounts: tuple[AccountView, ...]
    at_login: bool
    programs: tuple[Row, ...]


class SettingsPage(Page):
    """The settings."""

    topics = frozenset({Topic.SETTINGS, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Settings"))
        self._data: _Data | None = None
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 6, 0)
        self._inner.setSpacing(14)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.body.addWidget(area, 1)

    def load(self, service: Service) -> _Data:
        """Everything that is set."""
        accounts = tuple(service.accounts.all())
        found = programs.rows(service.gateway.programs.here())
        return _Data(preferences.read(service.parts), accounts, autostart.enabled(), found)

    def show_loaded(self, data: _Data) -> None:
        """Draw it anew where something changed."""
        if data == self._data:
            return
        self._data = data
        clear(self._inner)
        managed = words.banner(data.found)
        if managed:
            self._inner.addWidget(Banner("info", managed, self.desk.tokens))
        self._inner.addWidget(self._accounts(data.accounts, data.found.manager))
        self._inner.addWidget(Programs(self, self.desk, data.programs))
        for title, fields in words.groups(data.found):
            self._inner.addWidget(self._group(title, fields, data))
        self._inner.addWidget(self._places(data.found))
        self._inner.addStretch(1)

    # -- controls -----------------------------------------------------------------------------

    def _group(self, title: str, fields: tuple[Shown, ...], data: _Data) -> Card:
        made = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number_, shown in enumerate(fields):
            self._add(grid, number_ * 2, shown)
        made.box.addLayout(grid)
        if fields[0].field.key == "desktop.language":
            at_login = switch(tr("Start kSync when I log in"), on=data.at_login, chosen=self._login)
            made.box.addWidget(at_login)
        return made

    def _add(self, grid: QGridLayout, at: int, shown: Shown) -> None:
        field = shown.field
        control = self._control(shown)
        control.setObjectName(field.key)
        placed = locked(control, self.desk, shown.locked)
        if field.kind == "switch":
            grid.addWidget(placed, at, 0, 1, 2)
        else:
            grid.addWidget(name_of(control, tr(field.title)), at, 0)
            across = row(placed, 1)
            grid.addLayout(across, at, 1)
        if field.hint:
            grid.addWidget(label(tr(field.hint), tone="quiet", wrap=True), at + 1, 0, 1, 2)

    def _control(self, shown: Shown) -> QWidget:
        field = shown.field
        chosen = partial(self._set, field.key)
        title = tr(field.title)
        if field.kind == "choice":
            options = [(value, tr(text)) for value, text in field.options]
            return choice(title, options, shown.value, chosen)
        if field.kind == "switch":
            return switch(title, on=bool(shown.value), chosen=chosen)
        assert isinstance(shown.value, int)
        unit = tr(field.unit) if field.unit else ""
        return number(title, shown.value, field.limits, unit, chosen)

    def _set(self, key: str, text: str) -> None:
        self.desk.bridge.act(
            lambda service: preferences.change(service.parts, key, text),
            lambda _none: self.desk.do("settings"),
            self._not_set,
            owner=self,
            changes={Topic.SETTINGS},
        )

    def _not_set(self, problem: object) -> None:
        self._data = None
        self.reload()
        self.desk.tell(problem)  # type: ignore[arg-type]  # the bridge brings a Problem

    def _login(self, text: str) -> None:
        def work(_service: Service) -> None:
            if text == "true":
                autostart.enable()
            else:
                autostart.disable()

        self.desk.bridge.act(work, None, self.desk.tell, owner=self, changes={Topic.SETTINGS})

    # -- accounts -----------------------------------------------------------------------------

    def receive(self, argument: str) -> None:
        """An account's name: its password is asked for."""
        self.desk.bridge.ask(
            lambda service: service.accounts.show(argument),
            self._sign_in,
            self.desk.tell,
            owner=self,
        )

    def _accounts(self, accounts: tuple[AccountView, ...], manager: str) -> Card:
        made = Card(tr("Accounts"))
        tokens = self.desk.tokens
        for account in accounts:
            texts = QVBoxLayout()
            texts.setSpacing(1)
            store = self._store_of(account)
            texts.addWidget(name_of(store, account.name, bold=True))
            texts.addWidget(place(f"{account.username}  ·  {account.url}"))
            across = row(picture("account", tokens.quiet, 22))
            across.addLayout(texts, 1)
            password = button(tr("Change password…"), partial(self._sign_in, account))
            password.setAccessibleName(tr("Change the password of {name}", name=account.name))
            remove = button(tr("Remove…"), partial(self._ask_remove, account))
            remove.setAccessibleName(tr("Remove {name}", name=account.name))
            who = words.managed_by(manager) if account.managed else ""
            across.addWidget(locked(store, self.desk, who))
            across.addWidget(password)
            across.addWidget(locked(remove, self.desk, who))
            made.box.addLayout(across)
        if not accounts:
            made.box.addWidget(label(tr("There is no account yet."), tone="quiet"))
        add = button(tr("Add account…"), lambda: self.desk.do("add-account"), icon_name="add",
                     colour=tokens.text)  # fmt: skip
        made.box.addLayout(row(add, 1))
        return made

    def _store_of(self, account: AccountView) -> QWidget:
        """Where its collections are; the next sync moves what is there."""

        def chosen(store: str) -> None:
            self.desk.bridge.act(
                lambda service: service.accounts.set(account.name, {"store": store}),
                lambda _view: self.desk.do(f"sync:{account.name}"),
                self._not_set,
                owner=self,
                changes={Topic.SETTINGS},
            )

        title = tr("Where the calendars and contacts of {name} are", name=account.name)
        options = [(store, tr(text)) for store, text in words.STORES]
        made = choice(title, options, account.store, chosen)
        made.setToolTip(title)
        return made

    def _sign_in(self, account: AccountView) -> None:
        self.dialog: Question = SignIn(self, self.desk, account)
        self.dialog.open()

    def _ask_remove(self, account: AccountView) -> None:
        self.dialog = Question(
            self,
            self.desk,
            tr("Remove {name} from this computer?", name=account.name),
            tr(
                "Its password and its settings are forgotten. Its files stay where they are, and "
                "the server keeps everything."
            ),
            tr("Remove"),
            danger=True,
        )
        self.dialog.accepted.connect(lambda: self._remove(account.name))
        self.dialog.open()

    def _remove(self, name: str) -> None:
        self.desk.bridge.act(
            lambda service: service.accounts.remove(name, erase=False),
            lambda _left: self.desk.say(tr("{name} was removed.", name=name)),
            self.desk.tell,
            owner=self,
            changes=frozenset(Topic),
        )

    # -- places -------------------------------------------------------------------------------

    def _places(self, found: Preferences) -> Card:
        made = Card(tr("Advanced"))
        for title, where in (
            (tr("Settings file"), found.file),
            (tr("Calendars and address books"), found.data_folder),
            (tr("Reports of unexpected errors"), found.log_folder),
        ):
            texts = QVBoxLayout()
            texts.setSpacing(1)
            texts.addWidget(label(title))
            texts.addWidget(place(where))
            across = row()
            across.addLayout(texts, 1)
            show = button(tr("Open"), partial(_open, where))
            show.setAccessibleName(tr("Open: {what}", what=title))
            across.addWidget(show)
            made.box.addLayout(across)
        for warning in found.warnings:
            made.box.addWidget(label(warning, tone="warn", wrap=True))
        return made


def _open(place: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(place))
