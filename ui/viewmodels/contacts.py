"""Contacts: the list of people, and everything that a card says, in sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ksync.reading.cards import Card, Item
from ksync.reading.people import Person, query
from ksync.service.viewing import Source
from ui.viewmodels.calendar import PALETTE, Speech
from ui.words import mark, tr

ALL = ""
"""As a filter: everybody."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list.

    :param number: of the person in the crowd.
    :param initials: drawn where there is no photo, on ``colour``.
    """

    number: int
    name: str
    below: str
    initials: str
    colour: str
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Values of one kind: (what for, value)."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """Everything that a card says."""

    name: str
    below: str
    initials: str
    colour: str
    badges: tuple[str, ...]
    sections: tuple[Section, ...]
    source: str


_KINDS = {
    "home": mark("home"), "work": mark("work"), "cell": mark("mobile"), "mobile": mark("mobile"),
    "iphone": mark("mobile"), "fax": mark("fax"), "pager": mark("pager"), "main": mark("main"),
    "other": mark("other"), "homepage": mark("home page"), "video": mark("video"),
}  # fmt: skip
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_LEAP_YEAR = 2000


def rows(
    people: Sequence[Person], search: str, category: str, hidden: frozenset[str]
) -> tuple[PersonRow, ...]:
    """Those who match, in their order."""
    wanted = query(search)
    return tuple(
        _row(number, person)
        for number, person in enumerate(people)
        if person.place.collection not in hidden
        and (category == ALL or category in person.card.categories)
        and person.matches(wanted)
    )


def _row(number: int, person: Person) -> PersonRow:
    card = person.card
    return PersonRow(
        number, shown_name(card), _below(card), initials(card), colour_of(person), card.has_photo
    )


def shown_name(card: Card) -> str:
    """The name, or that there is none."""
    return card.name or tr("(no name)")


def _below(card: Card) -> str:
    if card.kind == "group":
        return tr("Group")
    work = ", ".join(part for part in (card.job, card.organisation) if part)
    return work or next((item.value for item in (*card.mails, *card.phones)), "")


def categories(people: Sequence[Person]) -> tuple[str, ...]:
    """All categories that somebody has, in order."""
    found = {name for person in people for name in person.card.categories}
    return tuple(sorted(found, key=str.casefold))


def initials(card: Card) -> str:
    """One or two letters."""
    words = [word for word in (card.given, card.family) if word] or card.name.split()
    letters = [next((c for c in word if c.isalnum()), "") for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper()


def colour_of(person: Person) -> str:
    """A colour of its own, the same at every start."""
    return PALETTE[sum(person.card.name.encode()) % len(PALETTE)]


def sheet(person: Person, source: Source | None, speech: Speech) -> PersonSheet:
    """Everything that a card says."""
    card = person.card
    below = ", ".join(part for part in (card.job, card.organisation) if part)
    sections = (
        Section(tr("E-mail"), _values(card.mails)),
        Section(tr("Telephone"), _values(card.phones)),
        Section(tr("Postal address"), _values(card.addresses)),
        Section(tr("On the web"), (*_values(card.urls), *_values(card.messengers))),
        Section(tr("Dates"), _dates(card, speech)),
        Section(tr("Notes"), (("", card.note),) if card.note else ()),
        Section(tr("Members"), ((("", str(card.members)),) if card.members else ())),
    )
    nickname = tr("“{name}”", name=card.nickname) if card.nickname else ""
    return PersonSheet(
        name=shown_name(card),
        below=", ".join(part for part in (nickname, below) if part),
        initials=initials(card),
        colour=colour_of(person),
        badges=((tr("Group"),) if card.kind == "group" else ()) + card.categories,
        sections=tuple(section for section in sections if section.rows),
        source=source.title if source else person.place.collection,
    )


def _values(items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    return tuple((_what_for(item), item.value) for item in items)


def _what_for(item: Item) -> str:
    """The person's own label, or the kinds in words."""
    if item.label:
        return tr(_KINDS[item.label]) if item.label in _KINDS else item.label
    known = [tr(_KINDS[kind]) for kind in item.kinds if kind in _KINDS]
    return ", ".join(dict.fromkeys(known))


def _dates(card: Card, speech: Speech) -> tuple[tuple[str, str], ...]:
    found = (
        (tr("Birthday"), _day(card.birthday, speech)),
        (tr("Anniversary"), _day(card.anniversary, speech)),
    )
    return tuple((name, text) for name, text in found if text)


def _day(text: str, speech: Speech) -> str:
    """A date as the locale writes it; RFC 6350 §4.3.1 allows one without its year."""
    try:
        if (found := _DATE.fullmatch(text)) is not None:
            return speech.day(date(int(found[1]), int(found[2]), int(found[3])), long=False)
        if (found := _NO_YEAR.fullmatch(text)) is not None:
            return speech.day_of_year(date(_LEAP_YEAR, int(found[1]), int(found[2])))
    except ValueError:
        return text
    return text


def source_names(sources: Sequence[Source]) -> Mapping[str, str]:
    """Address books by their IDs."""
    return {each.id: each.title for each in sources}
