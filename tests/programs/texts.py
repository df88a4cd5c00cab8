"""Small events and cards, as a program would make them."""

from __future__ import annotations

_EVENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260101T000000Z
DTSTART:20261201T100000Z
DTEND:20261201T110000Z
SUMMARY:{title}
X-OTHER-PROGRAM;X-A=1:kept
END:VEVENT
END:VCALENDAR
"""
_CARD = """\
BEGIN:VCARD
VERSION:4.0
UID:{uid}
FN:{name}
N:{name};;;;
NOTE:by hand
X-OTHER-PROGRAM;X-A=1:kept
END:VCARD
"""


def event(uid: str, title: str) -> bytes:
    """An event."""
    return _EVENT.format(uid=uid, title=title).replace("\n", "\r\n").encode()


def card(uid: str, name: str) -> bytes:
    """A contact, as a vCard 4."""
    return _CARD.format(uid=uid, name=name).replace("\n", "\r\n").encode()
