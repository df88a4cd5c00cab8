"""What the server makes of texts: is it valid, what is repaired, which vCard version.

SabreDAV 4 validates with vobject: what can be repaired is stored repaired, and the
answer then has no ETag.
"""

from __future__ import annotations

import re
from typing import Final

from tests.adversary.model import CALENDAR, Collection

_COMPONENT: Final = re.compile(rb"^BEGIN:(VEVENT|VTODO|VJOURNAL|VFREEBUSY)\r?$", re.M | re.I)
_UID: Final = re.compile(rb"^UID(?:;[^:\r\n]*)?:(.*?)\r?$", re.M | re.I)
_ONLY_IN_4: Final = re.compile(rb"^(KIND|GENDER|RELATED|CLIENTPIDMAP|XML)[;:].*\r?\n", re.M)
_VERSION: Final = re.compile(rb"^VERSION:[0-9.]+", re.M)


def uid(body: bytes) -> bytes | None:
    """The first UID."""
    found = _UID.search(body)
    return found[1] if found else None


def refusal(collection: Collection, body: bytes) -> str | None:
    """The precondition that a text violates, or ``None``."""
    text = body.rstrip()
    if collection.kind == CALENDAR:
        if not (text.startswith(b"BEGIN:VCALENDAR") and text.endswith(b"END:VCALENDAR")):
            return "cal:valid-calendar-data"
        kinds = {kind.decode().upper() for kind in _COMPONENT.findall(body)}
        if not kinds:
            return "cal:valid-calendar-object-resource"
        if not kinds <= set(collection.components):
            return "cal:supported-calendar-component"
        return None
    if not (text.startswith(b"BEGIN:VCARD") and text.endswith(b"END:VCARD")):
        return "card:valid-address-data"
    return None


def repaired(collection: Collection, body: bytes) -> bytes:
    """The text as the server stores it."""
    if collection.kind == CALENDAR:
        if b"\nPRODID" not in body:
            body = body.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nPRODID:-//Sabre//EN\r\n", 1)
        if b"\nDTSTAMP" not in body:
            body = _COMPONENT.sub(rb"\g<0>\nDTSTAMP:20260101T000000Z\r", body)
        return body
    if uid(body) is None:
        body = body.replace(b"END:VCARD", b"UID:sabre-vobject-made-this\r\nEND:VCARD", 1)
    return body


def in_version(body: bytes, wanted: str) -> bytes:
    """A vCard in the version that was asked for; a conversion to 3.0 loses data."""
    stored = _VERSION.search(body)
    have = b"4.0" if stored is not None and stored[0].endswith(b"4.0") else b"3.0"
    if have == wanted.encode():
        return body
    if wanted == "3.0":
        body = _ONLY_IN_4.sub(b"", body)
    return _VERSION.sub(b"VERSION:" + wanted.encode(), body, count=1)
