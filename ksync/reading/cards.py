"""A card as a person: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), by the engine's tokenizer.

Rules
-----
* A value that cannot be read is left out; the rest of the card is shown.
* A photo is taken from the card itself, never from an address (a URL stays unread).
* What belongs together by its group (``item1.TEL``, ``item1.X-ABLABEL``) is labelled so.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from ksync.reading.files import Unreadable
from ksync.reading.text import clean, lines_of, one_line, split, value
from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine

MOST_PHOTO = 8_000_000
"""Octets of a photo that is shown."""

_DATA = re.compile(r"data:[^,;]*(?:;[^,;]*)*?(;base64)?,", re.IGNORECASE)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_NO_WORDS = frozenset({"internet", "pref", "voice", "x400", "uri", "text"})


class Item(Struct, frozen=True, gc=False):
    """A value with what it is for: ``home``, ``work``, ``cell`` or the person's own word."""

    value: str
    kinds: tuple[str, ...] = ()
    label: str = ""
    preferred: bool = False


class Card(Struct, frozen=True, gc=False):
    """A person, an organisation, or a group.

    :param kind: ``individual``, ``org``, ``group`` or another (RFC 6350 §6.1.4).
    :param birthday, anniversary: as written: a date, perhaps without its year.
    :param has_photo: embedded in the card.
    """

    name: str
    family: str = ""
    given: str = ""
    kind: str = "individual"
    organisation: str = ""
    job: str = ""
    nickname: str = ""
    mails: tuple[Item, ...] = ()
    phones: tuple[Item, ...] = ()
    addresses: tuple[Item, ...] = ()
    urls: tuple[Item, ...] = ()
    messengers: tuple[Item, ...] = ()
    birthday: str = ""
    anniversary: str = ""
    categories: tuple[str, ...] = ()
    note: str = ""
    members: int = 0
    has_photo: bool = False


def read(body: bytes) -> Card:
    """A card as a person.

    :raises Unreadable: it is damaged, or no card.
    """
    card = _card(body)
    text = {name: _text(card, name) for name in ("FN", "TITLE", "ROLE", "NICKNAME", "NOTE")}
    organisation = _structured(card, "ORG", ", ")
    family, given, *_ = [*_parts(card, "N"), "", ""]
    mails, phones = _items(card, "EMAIL"), _items(card, "TEL")
    kind = (_text(card, "KIND") or _text(card, "X-ADDRESSBOOKSERVER-KIND") or "individual").lower()
    name = text["FN"] or f"{given} {family}".strip() or text["NICKNAME"] or organisation
    if not name and (mails or phones):
        name = (mails or phones)[0].value
    if kind == "individual" and _text(card, "X-ABSHOWAS").upper() == "COMPANY":
        kind = "org"
    note = card.first("NOTE")
    return Card(
        name=name,
        family=family,
        given=given,
        kind=kind,
        organisation=organisation if organisation != name else "",
        job=text["TITLE"] or text["ROLE"],
        nickname=text["NICKNAME"],
        mails=mails,
        phones=phones,
        addresses=_items(card, "ADR"),
        urls=_items(card, "URL"),
        messengers=(*_items(card, "IMPP"), *_items(card, "X-JABBER"), *_items(card, "X-SKYPE")),
        birthday=_text(card, "BDAY"),
        anniversary=_text(card, "ANNIVERSARY") or _text(card, "X-ANNIVERSARY"),
        categories=_categories(card),
        note=lines_of(value(note)) if note is not None else "",
        members=len(card.all("MEMBER")) + len(card.all("X-ADDRESSBOOKSERVER-MEMBER")),
        has_photo=any(_embedded(line) for line in card.all("PHOTO")),
    )


def photo(body: bytes) -> bytes | None:
    """The photo that a card carries, ``None`` if it has none that can be shown."""
    try:
        card = _card(body)
    except Unreadable:
        return None
    for line in card.all("PHOTO"):
        if _embedded(line):
            octets = _octets(line)
            if octets and len(octets) <= MOST_PHOTO:
                return octets
    return None


def _card(body: bytes) -> Component:
    stream = parse(body)
    cards = [each for each in stream.components if each.name == "VCARD"]
    if stream.broken or not cards:
        raise Unreadable
    return cards[0]


def _embedded(line: ContentLine) -> bool:
    """Whether it is in the card: BASE64 (2.1), b (3.0), or a data URI (4.0, and 3.0 of some)."""
    if _encoding(line) in (b"B", b"BASE64"):
        return True
    return line.value[:5].lower() == b"data:"


def _encoding(line: ContentLine) -> bytes:
    found = line.param("ENCODING")
    if found:
        return found[0].upper()
    bare = line.param("")  # vCard 2.1: PHOTO;BASE64;JPEG:
    return next((word.upper() for word in bare if word.upper() == b"BASE64"), b"")


def _octets(line: ContentLine) -> bytes | None:
    try:
        if _encoding(line) in (b"B", b"BASE64"):
            return base64.b64decode(b"".join(line.value.split()), validate=False)
        text = line.value.decode("ascii", "ignore").replace("\\,", ",").replace("\\;", ";")
        found = _DATA.match(text)
        if found is None:
            return None
        rest = text[found.end() :]
        return base64.b64decode(rest) if found[1] else unquote_to_bytes(rest)
    except (binascii.Error, ValueError):
        return None


def _text(card: Component, name: str) -> str:
    """The preferred of a property's values, on one line."""
    lines = sorted(card.all(name), key=_preference)
    return next((text for line in lines if (text := one_line(value(line)))), "")


def _parts(card: Component, name: str) -> list[str]:
    found = card.first(name)
    if found is None:
        return []
    return [one_line(part.replace("\\,", "\\,")) for part in split(value(found), ";")]


def _structured(card: Component, name: str, joint: str) -> str:
    return joint.join(part for part in _parts(card, name) if part)


def _categories(card: Component) -> tuple[str, ...]:
    found = [one_line(part) for line in card.all("CATEGORIES") for part in split(value(line), ",")]
    return tuple(dict.fromkeys(name for name in found if name))


def _items(card: Component, name: str) -> tuple[Item, ...]:
    labels = _labels(card)
    found = []
    for line in sorted(card.all(name), key=_preference):
        text = _address(line) if name == "ADR" else _plain(line)
        if text:
            label = labels.get(line.group, "") if line.group else ""
            found.append(Item(text, _kinds(line), label, _preference(line) < _NO_PREFERENCE))
    return tuple(found)


def _plain(line: ContentLine) -> str:
    text = one_line(value(line))
    scheme, colon, rest = text.partition(":")
    return rest if colon and scheme.lower() in ("tel", "mailto") else text


def _address(line: ContentLine) -> str:
    """RFC 6350 §6.3.1: box; extension; street; locality; region; code; country."""
    label = line.param("LABEL")
    if label:
        return lines_of(label[0].decode("utf-8", "replace"))
    box, extension, street, town, region, code, country, *_ = [
        *(lines_of(part) for part in split(value(line), ";")), *[""] * 7,
    ]  # fmt: skip
    place = " ".join(part for part in (code, town) if part)
    rows = (street, extension, box, place, region, country)
    return "\n".join(row for row in rows if row)


def _kinds(line: ContentLine) -> tuple[str, ...]:
    words = [*line.param("TYPE"), *line.param("")]
    texts = [part for word in words for part in word.decode("utf-8", "replace").split(",")]
    kinds = (clean(text).lower().removeprefix("x-") for text in texts)
    return tuple(dict.fromkeys(kind for kind in kinds if kind and kind not in _NO_WORDS))


def _labels(card: Component) -> dict[str, str]:
    found = {}
    for line in card.all("X-ABLABEL"):
        text = one_line(value(line))
        apple = _APPLE_LABEL.fullmatch(text)
        found[line.group] = apple[1].lower() if apple else text
    return found


_NO_PREFERENCE = 101


def _preference(line: ContentLine) -> int:
    """PREF=1…100 (RFC 6350 §5.3), or TYPE=pref (RFC 2426 §3.2.1) first of all."""
    pref = line.param("PREF")
    if pref and pref[0].isdigit():
        return int(pref[0])
    words = b",".join((*line.param("TYPE"), *line.param(""))).lower().split(b",")
    return 1 if b"pref" in words else _NO_PREFERENCE
