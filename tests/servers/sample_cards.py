"""The shapes of the sample contacts: vCard 3.0 (RFC 2426) and 4.0 (RFC 6350)."""

from __future__ import annotations

import base64
import random
import struct
import zlib
from datetime import date

from tests.servers.content_lines import (
    FAMILY,
    GIVEN,
    ORGS,
    PLACES,
    PRODID,
    STAMP,
    Lines,
    Shape,
    escape,
    prose,
)


def small_png(rng: random.Random) -> bytes:
    """A valid picture of 8 by 8 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = b"".join(b"\0" + rng.randbytes(24) for _ in range(8))
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _name(rng: random.Random, number: int) -> Lines:
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    return [f"FN:{escape(f'{given} {family} {number}')}", f"N:{escape(family)};{given};;;"]


def _card(version: str, lines: Lines) -> Lines:
    return ["BEGIN:VCARD", f"VERSION:{version}", f"PRODID:{PRODID}", *lines, "END:VCARD"]


def _person(rng: random.Random, uid: str, number: int) -> Lines:
    lines = [
        f"UID:{uid}",
        *_name(rng, number),
        f"EMAIL;TYPE=INTERNET,HOME:person{number}@example.test",
        f"TEL;TYPE=CELL:+41 79 {rng.randrange(100, 999)} {rng.randrange(10, 99)} 00",
        f"REV:{STAMP}",
    ]
    return _card("3.0", lines)


def _colleague(rng: random.Random, uid: str, number: int) -> Lines:
    lines = [
        f"UID:{uid}",
        *_name(rng, number),
        f"ORG:{escape(rng.choice(ORGS))};Abteilung {rng.randrange(9)}",
        "TITLE:Ingénieure",
        f"EMAIL;TYPE=INTERNET,WORK,PREF:p{number}@work.test",
        f"ADR;TYPE=WORK:;;{escape(rng.choice(PLACES))};Zürich;ZH;8001;Schweiz",
        f"item1.URL:https://example.test/~{number}",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        f"CATEGORIES:Work,{escape(rng.choice(ORGS))}",
        f"NOTE:{prose(rng, rng.randrange(20, 60))}",
    ]
    return _card("3.0", lines)


def _photo(rng: random.Random, uid: str, number: int) -> Lines:
    picture = base64.b64encode(small_png(rng)).decode("ascii")
    born = date(rng.randrange(1950, 2010), rng.randrange(1, 13), rng.randrange(1, 29))
    lines = [
        f"UID:{uid}",
        *_name(rng, number),
        f"BDAY;VALUE=DATE:{born.isoformat()}",
        f"NICKNAME:{rng.choice(GIVEN)}",
        f"PHOTO;ENCODING=b;TYPE=PNG:{picture}",
        "X-EXAMPLE-ID;X-KIND=inner:42",
    ]
    return _card("3.0", lines)


CONTACT_SHAPES: tuple[Shape, ...] = (_person, _colleague, _photo)


def _person4(rng: random.Random, uid: str, number: int) -> Lines:
    lines = [
        f"UID:urn:uuid:{uid}",
        *_name(rng, number),
        "KIND:individual",
        f"EMAIL;PREF=1;TYPE=home:person{number}@example.test",
        f"TEL;VALUE=uri;TYPE=cell:tel:+41-79-{rng.randrange(100, 999)}-00-00",
        "LANG;PREF=1:fr",
        "BDAY:--0412",
        f"NOTE:{prose(rng, 15)}",
    ]
    return _card("4.0", lines)


def _company4(rng: random.Random, uid: str, number: int) -> Lines:
    organization = escape(rng.choice(ORGS))
    lines = [
        f"UID:urn:uuid:{uid}",
        "KIND:org",
        f"FN:{organization} {number}",
        f"ORG:{organization}",
        "GEO:geo:47.3769,8.5417",
    ]
    return _card("4.0", lines)


CONTACT4_SHAPES: tuple[Shape, ...] = (_person4, _company4)
