"""The list of people and a person's sheet, without Qt."""

from __future__ import annotations

import pytest

from ksync.reading.cards import Card, Item
from ksync.reading.files import Place
from ksync.reading.people import Person, fold
from tests.ui.viewmodels.test_calendar import Plain
from ui.viewmodels import contacts


def person(card: Card, book: str = "a/book") -> Person:
    return Person(Place(book, f"{card.name}.vcf"), card, fold(card.name), fold(card.name), "")


ADA = Card("Ada Lovelace", "Lovelace", "Ada", organisation="Engines", job="Analyst",
           mails=(Item("a@x.example", ("work",)), Item("b@x.example", ("odd",), "Boat")),
           birthday="1815-12-10", anniversary="--0203", nickname="Ada", note="n",
           categories=("Maths",), has_photo=True)  # fmt: skip


def test_rows_are_filtered_by_word_category_and_book() -> None:
    crowd = [person(ADA), person(Card("Bob", kind="group")), person(Card("Ed"), "a/other")]

    def names(*filters):
        return [row.name for row in contacts.rows(crowd, *filters)]

    assert names("", "", frozenset()) == ["Ada Lovelace", "Bob", "Ed"]
    assert names("LOVE", "", frozenset()) == ["Ada Lovelace"]
    assert names("", "Maths", frozenset()) == ["Ada Lovelace"]
    assert names("", "", frozenset({"a/other"})) == ["Ada Lovelace", "Bob"]
    assert contacts.categories(crowd) == ("Maths",)
    rows = contacts.rows(crowd, "", "", frozenset())
    assert [(row.below, row.initials) for row in rows] == [
        ("Analyst, Engines", "AL"), ("Group", "B"), ("", "E"),
    ]  # fmt: skip


def test_the_sheet() -> None:
    sheet = contacts.sheet(person(ADA), None, Plain())
    assert (sheet.name, sheet.below, sheet.badges) == (
        "Ada Lovelace", "“Ada”, Analyst, Engines", ("Maths",),
    )  # fmt: skip
    assert [(section.title, section.rows) for section in sheet.sections] == [
        ("E-mail", (("work", "a@x.example"), ("Boat", "b@x.example"))),
        ("Dates", (("Birthday", "10.12.1815"), ("Anniversary", "03.02."))),
        ("Notes", (("", "n"),)),
    ]


DATES = (("20100105", "05.01.2010"), ("2010-01-05T00:00:00Z", "05.01.2010"), ("--0229", "29.02."),
         ("2010-99-99", "2010-99-99"), ("circa 1800", "circa 1800"))  # fmt: skip


@pytest.mark.parametrize(("written", "shown"), DATES)
def test_dates_as_written_and_as_shown(written, shown) -> None:
    (section,) = contacts.sheet(person(Card("x", birthday=written)), None, Plain()).sections
    assert section.rows == (("Birthday", shown),)


def test_a_card_without_a_name() -> None:
    (row,) = contacts.rows([person(Card(""))], "", "", frozenset())
    assert (row.name, row.initials) == ("(no name)", "")
