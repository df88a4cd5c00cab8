"""All address books: everybody, in the order of their names, and searched as one types."""

from __future__ import annotations

import re
import threading
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from ksync.reading.cards import Card, photo, read
from ksync.reading.files import Files, LeftOut, Place
from ksync.reading.sources import Source

_NOT_DIGITS = re.compile(r"\D+")
_UNFOLDED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


class Person(Struct, frozen=True, gc=False):
    """A card, where it comes from, and what it is found by.

    :param sort: by which it stands in the list.
    :param words: folded: name, organisation, addresses, categories.
    :param digits: of all its telephone numbers, between spaces.
    """

    place: Place
    card: Card
    sort: str
    words: str
    digits: str

    def matches(self, wanted: tuple[str, ...]) -> bool:
        """Whether every word is in it; digits are looked for in the numbers as well."""
        return all(
            word in self.words
            or bool((digits := _NOT_DIGITS.sub("", word)) and len(digits) * 2 > len(word)
                    and digits in self.digits)
            for word in wanted
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody who is known so far.

    :param pending, total: files that are not read yet, and all.
    """

    people: tuple[Person, ...]
    pending: int
    total: int
    left_out: tuple[LeftOut, ...]


def fold(text: str) -> str:
    """Without accents and case: what people type."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_UNFOLDED)


def query(text: str) -> tuple[str, ...]:
    """The words of a search; a number with spaces in it is one."""
    folded = fold(text).split()
    if folded and all(_NOT_DIGITS.sub("", word) and not re.search(r"[^\W\d]", word)
                      for word in folded):  # fmt: skip
        return ("".join(folded),)
    return tuple(folded)


class People:
    """What is read of the address books' folders; safe to be used by several threads."""

    def __init__(self) -> None:
        self._files: Files[tuple[Card, str, str, str]] = Files(_read, ".vcf")
        self._turn = threading.Lock()

    def look(self, folders: Mapping[str, Path | Source]) -> None:
        """See which files there are now."""
        with self._turn:
            self._files.look(folders)

    def advance(self, seconds: float) -> int:
        """Read on for that long; how many files are still to be read."""
        with self._turn:
            self._files.advance(time.monotonic() + seconds)
            return self._files.pending

    def crowd(self, seconds: float) -> Crowd:
        """Everybody, as far as it can be read in that time."""
        with self._turn:
            self._files.advance(time.monotonic() + seconds)
            people = [Person(place, *entry) for place, entry in self._files.entries.items()]
            people.sort(key=lambda person: (not person.sort, person.sort, person.place))
            left_out = sorted(self._files.left_out.values(), key=lambda each: each.place)
            return Crowd(tuple(people), self._files.pending, self._files.total, tuple(left_out))

    def photo(self, place: Place) -> bytes | None:
        """The photo of a card, if it carries one."""
        with self._turn:
            try:
                return photo(self._files.text(place))
            except (OSError, KeyError):
                return None

    def path(self, place: Place) -> str:
        """The path of a card's file."""
        return self._files.path(place)


def _read(body: bytes) -> tuple[Card, str, str, str]:
    card = read(body)
    sort = fold(f"{card.family} {card.given}".strip() or card.name)
    texts = (
        card.name, card.nickname, card.organisation, card.job,
        *(item.value for item in card.mails), *(item.value for item in card.phones),
        *card.categories,
    )  # fmt: skip
    digits = " ".join(_NOT_DIGITS.sub("", item.value) for item in card.phones)
    return card, sort, fold(" ".join(texts)), digits
