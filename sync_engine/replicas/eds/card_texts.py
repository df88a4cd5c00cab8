r"""Contacts at the boundary: vCard 4.0 goes down as 3.0, and what the store does to both.

Measured with evolution-data-server 3.46 (libebook-contacts):

===========================  =======================================================
given                        stored
===========================  =======================================================
VERSION:4.0                  VERSION:3.0, its values taken for those of 3.0
PHOTO, LOGO with a picture   ``file:`` into the store's own folder
NICKNAME:a,b  X-A:a,b        ``a\,b``: a comma is escaped but in CATEGORIES
TEL                          ``X-EVOLUTION-E164`` as a parameter
parameters                   in reverse order
no UID                       ``pas-id-…``
REV                          set anew by every change
===========================  =======================================================
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Final

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine
from sync_engine.replicas.eds.texts import (
    ReadFile,
    Unfit,
    from_bus,
    is_file,
    made,
    to_bus,
    without_machine_parameters,
)

_MACHINE: Final = frozenset({"X-EVOLUTION-FILE-AS", "X-EVOLUTION-E164"})
"""What the store, or its address book, keeps for itself."""

_ONLY_4: Final = frozenset({"KIND", "MEMBER", "CLIENTPIDMAP", "XML"})
_PARAMETERS_4: Final = frozenset({"PID", "ALTID", "PREF", "MEDIATYPE", "CALSCALE", "SORT-AS"})
_PICTURES: Final = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_DATA: Final = re.compile(rb"data:([^;,]*)((?:;[^;,]*)*),(.*)", re.IGNORECASE | re.DOTALL)
_UNESCAPED: Final = re.compile(rb"\\,")
_MEDIA: Final = re.compile(rb"\.image-2F([A-Za-z0-9+.-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenCard:
    """A contact as it is given to the store."""

    uid: str
    text: str


def down(body: bytes, name: str) -> GivenCard:
    """What the store is given of a vCard.

    :param name: makes the UID where it has none.
    :raises Unfit: it cannot hold it.
    """
    stream = parse(body)
    if stream.broken or [c.name for c in stream.components] != ["VCARD"]:
        raise Unfit("resource.refused_by_desktop")
    (card,) = stream.components
    four = version_of(card) == b"4.0"
    uid = card.identity.uid.decode("utf-8", "replace").strip() or name
    lines = [b"BEGIN:VCARD", b"VERSION:3.0", b"UID:" + uid.encode()]
    for line in card.properties:
        if line.name in ("VERSION", "UID", "PRODID") or line.malformed or is_file(line):
            continue
        if four:
            lines += to_three(line)
        else:
            lines.append(line.unfolded)
    return GivenCard(uid, to_bus([*lines, b"END:VCARD"]))


def version_of(card: Component) -> bytes:
    """The value of VERSION."""
    line = card.first("VERSION")
    return line.value.strip() if line is not None else b""


def up(text: str, read_file: ReadFile) -> bytes:
    """What the store has of a contact."""
    cards = [c for c in parse(from_bus(text)).components if c.name == "VCARD"]
    lines = [made(b"BEGIN:VCARD"), made(b"VERSION:3.0")]
    for card in cards[:1]:
        for line in card.properties:
            lines += _read(line, read_file)
    return b"".join(line.raw for line in [*lines, made(b"END:VCARD")])


def own_lines(text: str) -> list[bytes]:
    """What a stored contact has that only the store's programs know; kept on a rewrite."""
    cards = parse(from_bus(text)).components
    return [line.unfolded for card in cards for line in card.properties if line.name in _MACHINE]


def with_lines(text: str, lines: list[bytes]) -> str:
    """A text for the store with further lines."""
    if not lines:
        return text
    return text.replace("END:VCARD", to_bus([*lines, b"END:VCARD"]).rstrip("\r\n"))


def identity(text: str) -> str:
    """The UID of a stored contact."""
    cards = parse(from_bus(text)).components
    return next((card.identity.uid.decode().strip() for card in cards), "")


def files(text: str) -> list[str]:
    """The files that a stored contact refers to."""
    cards = parse(from_bus(text)).components
    return [line.value.decode() for card in cards for line in card.properties if is_file(line)]


def _read(line: ContentLine, read_file: ReadFile) -> list[ContentLine]:
    if line.name in _MACHINE or line.name == "VERSION" or line.malformed:
        return []
    if line.name in _PICTURES and is_file(line):
        content = read_file(line.value.decode("utf-8", "replace"))
        if content is None:
            return []
        kept = b"".join(p.raw for p in line.params if p.name not in ("VALUE", "TYPE", "ENCODING"))
        media = _MEDIA.search(line.value)
        kind = b";TYPE=" + (media[1].upper() if media else _sniffed(content))
        name = line.head.partition(b";")[0]
        encoded = base64.b64encode(content)
        return [made(name + kept + b";ENCODING=b" + kind + b":" + encoded)]
    if is_file(line):
        return []
    line = without_machine_parameters(line)
    if line.name == "NICKNAME":  # RFC 2426 §3.1.3: a list
        return [made(line.head + b":" + _UNESCAPED.sub(b",", line.value))]
    return [line]


def _sniffed(content: bytes) -> bytes:
    if content.startswith(b"\x89PNG"):
        return b"PNG"
    return b"GIF" if content.startswith(b"GIF8") else b"JPEG"


def to_three(line: ContentLine) -> list[bytes]:
    """A line of vCard 4.0 as 3.0 has it (RFC 6350 appendix A tells the differences)."""
    if line.name in _ONLY_4:
        return []
    kept: list[bytes] = []
    for parameter in line.params:
        if parameter.name == "PREF" and parameter.values[:1] == (b"1",):
            kept.append(b";TYPE=PREF")
        elif parameter.name == "TYPE":
            words = b",".join(parameter.values)
            kept.append(b";TYPE=" + words)
        elif parameter.name == "VALUE" and line.name in ("TEL", *_PICTURES):
            continue
        elif parameter.name not in _PARAMETERS_4 and parameter.name:
            kept.append(parameter.raw)
    name, value = line.head.partition(b";")[0], line.value
    if line.name == "TEL" and value[:4].lower() == b"tel:":
        value = value[4:]
    data = _DATA.fullmatch(value) if line.name in _PICTURES else None
    if data is not None:
        if b";base64" not in data[2].lower():
            return []
        kept += [b";ENCODING=b", b";TYPE=" + data[1].rpartition(b"/")[2].upper()]
        value = data[3].replace(b"\\", b"")
    elif line.name in _PICTURES and b":" in value[:8]:
        kept.append(b";VALUE=uri")
    return [name + b"".join(kept) + b":" + value]


def to_four(line: ContentLine) -> ContentLine:
    """A line of vCard 3.0 that a person added or changed, as 4.0 has it."""
    kept: list[bytes] = []
    words = list(line.param("TYPE"))
    preferred = any(word.upper() == b"PREF" for word in words)
    words = [word for word in words if word.upper() not in (b"PREF", b"INTERNET")]
    encoded = any(value.upper() in (b"B", b"BASE64") for value in line.param("ENCODING"))
    for parameter in line.params:
        if parameter.name not in ("TYPE", "ENCODING", "CHARSET", ""):
            kept.append(parameter.raw)
    name, value = line.head.partition(b";")[0], line.value
    if encoded:
        kind = (words or [b"jpeg"])[0].lower()
        group = {"PHOTO": b"image/", "LOGO": b"image/", "SOUND": b"audio/"}.get(line.name, b"")
        media = group + kind if group else b"application/octet-stream"
        return made(name + b"".join(kept) + b":data:" + media + b";base64," + value)
    if preferred:
        kept.append(b";PREF=1")
    if words:
        kept.append(b";TYPE=" + b",".join(words))
    return made(name + b"".join(kept) + b":" + value)
