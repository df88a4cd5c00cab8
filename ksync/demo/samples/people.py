"""The address book: eight people, each with a photo (vCard 3.0, RFC 2426)."""

from __future__ import annotations

import base64
from typing import NamedTuple

from ksync.demo.samples.avatars import avatar
from ksync.demo.samples.writing import Maker, escaped, text


class _Person(NamedTuple):
    given: str
    family: str
    email: str
    phone: str
    more: tuple[str, ...]
    color: tuple[int, int, int]


_PEOPLE = (
    _Person(
        "Marc", "Keller", "marc@keller.example", "+41 44 555 01 02",
        ("BDAY:1984-05-12", "NICKNAME:Märcu"), (58, 135, 173),
    ),
    _Person(
        "Chiara", "Bianchi", "chiara@bianchi.example", "+41 91 555 01 17",
        ("ADR;TYPE=HOME:;;Via Nassa 5;Lugano;;6900;Switzerland",), (192, 80, 77),
    ),
    _Person(
        "Sofia", "Almeida", "sofia@almeida.example", "+351 21 555 0110",
        ("ORG:Nordlicht AG;Design", "TITLE:Head of Design"), (128, 100, 162),
    ),
    _Person(
        "Jürg", "Widmer", "juerg@widmer.example", "+41 31 555 01 44",
        ("ORG:Garage Widmer", "ADR;TYPE=WORK:;;Seestrasse 88;Zürich;;8002;Switzerland"),
        (95, 165, 90),
    ),
    _Person(
        "Priya", "Raman", "priya@raman.example", "+1 212 555 0134",
        ("ORG:Hudson Partners", "NOTE:In New York\\, six hours behind."), (214, 138, 38),
    ),
    _Person(
        "Émile", "Rochat", "emile@rochat.example", "+41 21 555 01 73",
        ("ADR;TYPE=HOME:;;Rue de Bourg 14;Lausanne;;1003;Switzerland",), (46, 139, 139),
    ),
    _Person(
        "Ruth", "Keller", "ruth@keller.example", "+41 44 555 01 61",
        ("BDAY:1953-11-02", "NICKNAME:Grosi"), (160, 110, 80),
    ),
    _Person(
        "Yuki", "Tanaka", "yuki@tanaka.example", "+81 3 5550 0199",
        ("X-PHONETIC-FIRST-NAME:ゆき", "X-PHONETIC-LAST-NAME:たなか"), (205, 92, 140),
    ),
)  # fmt: skip

_PLAIN = str.maketrans({"ü": "ue", "é": "e", "É": "e", " ": "-"})


def contacts(maker: Maker) -> dict[str, bytes]:
    """All contacts."""
    found = {}
    for person in _PEOPLE:
        name = f"{person.given} {person.family}".translate(_PLAIN).lower()
        found[f"{name}.vcf"] = _card(maker, name, person)
    return found


def _card(maker: Maker, name: str, person: _Person) -> bytes:
    photo = base64.b64encode(avatar(person.color)).decode("ascii")
    return text(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{name}@keller.example",
            f"REV:{maker.stamp}",
            f"FN:{escaped(f'{person.given} {person.family}')}",
            f"N:{escaped(person.family)};{escaped(person.given)};;;",
            f"EMAIL;TYPE=INTERNET:{person.email}",
            f"TEL;TYPE=CELL:{person.phone}",
            *person.more,
            f"PHOTO;ENCODING=b;TYPE=PNG:{photo}",
            "END:VCARD",
        ]
    )
