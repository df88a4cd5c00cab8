"""Contacts: what was synced, to look at: people with their photos, searched as one types."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ksync.reading.files import Place
from ksync.reading.people import Crowd, Person
from ksync.service import Service
from ksync.service.viewing import Source
from ui import formats
from ui.desk import Desk
from ui.pages.reading import SLICE_SECONDS, ReadingPage
from ui.photos import portrait, read_photo
from ui.topics import Topic
from ui.viewmodels import contacts as words
from ui.viewmodels.contacts import PersonRow, PersonSheet, Section
from ui.viewmodels.contacts_page import Read, Shown, Wish, read
from ui.widgets.basics import Card, EmptyState, badge, clear, label, row
from ui.widgets.people import PeopleList
from ui.widgets.reading import ReadingLine
from ui.widgets.sheet import pair
from ui.words import plural, tr

_MOST_PHOTOS = 400
_PHOTOS_MS = 60
_FACE = 72


class ContactsPage(ReadingPage):
    """Contacts."""

    topics = frozenset({Topic.COLLECTIONS, Topic.CONTENT, Topic.ACCOUNTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Contacts"))
        self.crowd: Crowd | None = None
        self._current: Place | None = None
        self._person: Person | None = None
        self._face: QLabel | None = None
        self._photos: OrderedDict[Place, QImage | None] = OrderedDict()
        self._asked: set[Place] = set()
        self._repaint = QTimer(self)  # photos come one by one
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_PHOTOS_MS)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search by name, organisation, e-mail or telephone"))
        self.search.setAccessibleName(tr("Search contacts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self.go_on())
        self.category = QComboBox()
        self.category.setAccessibleName(tr("Category"))
        self.category.activated.connect(lambda _index: self.go_on())
        self.count = label(tone="quiet")
        searching = row(self.search, self.category, self.count)
        searching.setStretch(0, 1)
        self.body.addLayout(searching)
        self.list = PeopleList(tr("Contacts"), lambda: desk.tokens, self._photo, self._choose)
        self.list.setMinimumWidth(250)
        self._repaint.timeout.connect(self.list.viewport().update)
        self._details = QVBoxLayout()
        self._details.setContentsMargins(0, 0, 0, 0)
        self._details.setSpacing(12)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._across())
        for empty in self._empty_states():
            self._stack.addWidget(empty)
        self.body.addWidget(self._stack, 1)
        self._reading = ReadingLine(desk)
        self.body.addWidget(self._reading)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _across(self) -> QSplitter:
        inner = QWidget()
        inner.setLayout(self._details)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(area)
        across.setStretchFactor(1, 1)
        across.setSizes([320, 520])
        across.setHandleWidth(14)
        across.setChildrenCollapsible(False)
        return across

    def _empty_states(self) -> tuple[EmptyState, EmptyState]:
        tokens = self.desk.tokens
        return (
            EmptyState(
                "contacts", tr("No contacts here yet"),
                tr("After the first sync the people of your address books are shown here."),
                tokens,
            ),
            EmptyState(
                "search", tr("Nobody found"),
                tr("Search for another word, or for a part of it; accents do not matter."),
                tokens,
            ),
        )  # fmt: skip

    # -- reading ------------------------------------------------------------------------------

    def wish(self) -> Wish:
        """Who is searched."""
        return Wish(self.search.text(), self.category.currentData() or words.ALL)

    def reader(
        self, wish: Wish, known: tuple[Source, ...] | None, *, draw: bool
    ) -> Callable[[Service], Read]:
        """Read everybody."""
        return lambda service: read(service, wish, known, SLICE_SECONDS, draw=draw)

    def show_sources(self, sources: tuple[Source, ...], *, looked: bool) -> None:
        """These are the address books now."""
        self.sources = sources
        if looked:
            self._photos.clear()
            self._asked.clear()

    def _fill_categories(self, found: tuple[str, ...]) -> None:
        if [self.category.itemData(n) for n in range(1, self.category.count())] != list(found):
            wanted = self.category.currentData()
            self.category.clear()
            self.category.addItem(tr("All categories"), words.ALL)
            for name in found:
                self.category.addItem(name, name)
            self.category.setCurrentIndex(max(0, self.category.findData(wanted)))
        self.category.setVisible(bool(found))

    def draw(self, shown: Shown) -> None:
        """Draw it."""
        crowd = self.crowd = shown.crowd
        self._fill_categories(shown.categories)
        keep = next((n for n, each in enumerate(crowd.people) if each.place == self._current), -1)
        self.list.show_rows(shown.rows, keep)
        self.count.setText(plural("{count} contact(s)", len(shown.rows)))
        nobody = not crowd.people and not crowd.pending
        self._stack.setCurrentIndex(1 if nobody else 0 if shown.rows or crowd.pending else 2)
        if shown.rows and self.list.currentIndex().isValid():
            self._choose(self.list.rows.rows[self.list.currentIndex().row()])
        self._reading.show_state(crowd.pending, crowd.total, shown.note)

    # -- photos -------------------------------------------------------------------------------

    def _photo(self, shown: PersonRow) -> QImage | None:
        """The photo of a row that is drawn; what is not there is asked for."""
        if not shown.has_photo or self.crowd is None:
            return None
        place = self.crowd.people[shown.number].place
        if place in self._photos:
            self._photos.move_to_end(place)
            return self._photos[place]
        if place not in self._asked:
            self._asked.add(place)
            self.desk.bridge.ask(
                partial(_read, place), partial(self._have_photo, place), owner=self
            )
        return None

    def _have_photo(self, place: Place, photo: QImage | None) -> None:
        self._asked.discard(place)
        self._photos[place] = photo
        while len(self._photos) > _MOST_PHOTOS:
            self._photos.popitem(last=False)
        if not self._repaint.isActive():
            self._repaint.start()
        if place == self._current and self._face is not None:
            self._show_face(self._face, photo)

    # -- one of them --------------------------------------------------------------------------

    def _choose(self, shown: PersonRow) -> None:
        assert self.crowd is not None
        person = self.crowd.people[shown.number]
        self._current = person.place
        if person == self._person:
            return
        self._person = person
        source = next((s for s in self.sources if s.id == person.place.collection), None)
        found = words.sheet(person, source, formats)
        clear(self._details)
        self._details.addWidget(self._summary(found, self._photo(shown)))
        for section in found.sections:
            self._details.addWidget(_section(section))
        where = Card(tr("Where it comes from"))
        where.box.addLayout(pair(tr("Address book"), found.source))
        where.box.addLayout(pair(tr("File"), person.place.name))
        self._details.addWidget(where)
        self._details.addStretch(1)

    def _summary(self, found: PersonSheet, photo: QImage | None) -> Card:
        made = Card(name=found.name)
        face = QLabel()
        face.setFixedSize(_FACE, _FACE)
        self._face, self._shown = face, found
        self._show_face(face, photo)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addStretch(1)
        texts.addWidget(label(found.name, size=1.3, bold=True, wrap=True, selectable=True))
        if found.below:
            texts.addWidget(label(found.below, tone="quiet", wrap=True, selectable=True))
        if found.badges:
            texts.addLayout(row(*(badge(name) for name in found.badges[:6]), 1))
        texts.addStretch(1)
        across = row(face, spacing=16)
        across.addLayout(texts, 1)
        made.box.addLayout(across)
        return made

    def _show_face(self, face: QLabel, photo: QImage | None) -> None:
        ratio = self.devicePixelRatioF()
        face.setPixmap(portrait(_FACE, ratio, photo, self._shown.initials, self._shown.colour))


def _section(section: Section) -> Card:
    made = Card(section.title)
    for name, text in section.rows:
        if name:
            made.box.addLayout(pair(name, text))
        else:
            said = label(text, wrap=True, selectable=True)
            said.setMinimumWidth(1)
            made.box.addWidget(said)
    return made


def _read(place: Place, service: Service) -> QImage | None:
    octets = service.viewing.photo(place)
    return read_photo(octets) if octets is not None else None
