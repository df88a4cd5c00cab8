"""Events and contacts as servers have them: more than a store's parser wants to know.

``tests.servers.samples`` gives the shapes; here they get what other programs add: unknown
properties (IANA's and X-), parameters, time zones under names of their own, lists, nested
components, folds and spellings that differ from the store's.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable

from tests.servers import samples
from tests.servers.content_lines import prose, to_bytes
from tests.servers.sample_cards import small_png

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
X-MICROSOFT-CDO-TZID:4
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
""".replace("\n", "\r\n").encode()

_EXTRAS: tuple[tuple[str, ...], ...] = (
    ("NOVEL-PROPERTY;NOVEL-PARAM=1:of the future,with;signs",),
    ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-DISALLOW-COUNTER:FALSE"),
    ("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=Bahnhofstrasse;X-TITLE=HB:geo:47.37,8.54",),
    ("CATEGORIES:One,Two\\, and a half,Three", "RESOURCES:Beamer,Room\\, large"),
    ("CONFERENCE;VALUE=URI;FEATURE=PHONE,VIDEO;LABEL=Call:tel:+41-44-000",),
    ("ATTENDEE;CUTYPE=ROOM;X-NUM-GUESTS=0;SCHEDULE-AGENT=CLIENT:mailto:room@elsewhere.test",),
    ("COMMENT;ALTREP=\"cid:1@x\":with an altrep", "CONTACT:Jim\\, +1-919"),
    ("X-ALT-DESC;FMTTYPE=text/html:<html><body>a\\,b\\nc</body></html>",),
    ("STRUCTURED-DATA;FMTTYPE=application/json;VALUE=TEXT:{\\\"a\\\": 1}",),
    ("X-EMPTY:", "DESCRIPTION:", "URL:"),
    ("ATTACH;FMTTYPE=image/png;ENCODING=BASE64;VALUE=BINARY:aGVsbG8=",),
    ("ATTACH:file:///etc/hostname", "COLOR:turquoise"),
    ("RELATED-TO;RELTYPE=SIBLING:other@example.test", "REQUEST-STATUS:2.0;Success"),
    ("PRIORITY:5", "x-lower-case;x-param=a:b", "X-WITH-BACKSLASH:C:\\\\temp\\\\x"),
)  # fmt: skip

_INSIDE = (
    "BEGIN:VALARM", "X-WR-ALARMUID:7F2E", "UID:7F2E", "TRIGGER;X-APPLE-DEFAULT-ALARM=TRUE:-PT15M",
    "ATTACH;VALUE=URI:Chord", "ACTION:AUDIO", "ACKNOWLEDGED:20260101T000000Z", "END:VALARM",
    "BEGIN:VLOCATION", "UID:hall", "NAME:Hall", "END:VLOCATION",
)  # fmt: skip


def events(n: int, seed: int = 0) -> list[bytes]:
    """Calendar objects."""
    rng = random.Random(f"realistic/{seed}")
    return [_event(rng, number, body) for number, body in enumerate(samples.events(n, seed))]


def _event(rng: random.Random, number: int, body: bytes) -> bytes:
    extras = list(_EXTRAS[number % len(_EXTRAS)])
    if number % 5 == 0:
        extras += _INSIDE
    if number % 7 == 0:
        extras.append(f"X-LONG-NOTE:{prose(rng, 30)}".replace("\\", "/"))
    before = b"END:VEVENT\r\n"
    body = body.replace(before, to_bytes(extras) + before, 1)
    if b"TZID=Europe/Zurich" in body and number % 2:
        body = body.replace(b"TZID=Europe/Zurich", b'TZID="W. Europe Standard Time"')
        at, end = body.index(b"BEGIN:VTIMEZONE"), body.index(b"END:VTIMEZONE\r\n") + 15
        body = body[:at] + OWN_ZONE + body[end:]
    exdate = b"EXDATE;TZID=Europe/Zurich:"
    if exdate in body:
        at = body.index(exdate) + len(exdate)
        day = body[at : at + 15]
        body = body[:at] + day + b",20260601T100000,20260608T100000" + body[at + 15 :]
    if number % 11 == 0:  # folded as other programs do
        body = body.replace(b"SUMMARY:", b"SUMM\r\n ARY:\r\n ", 1)
    return body.replace(b"PRODID:", b"METHOD:PUBLISH\r\nX-WR-CALNAME:x\r\nPRODID:", 1)


def _data_photo(rng: random.Random) -> str:
    return base64.b64encode(small_png(rng)).decode()


_CARD3: tuple[Callable[[random.Random], tuple[str, ...]], ...] = (
    lambda _: ("NICKNAME:Bob,Bobby", "item7.TEL;type=CELL;type=pref:+41 44 000 00 00",
               "item7.X-ABLabel:_$!<Private>!$_"),
    lambda _: ("X-SOCIALPROFILE;type=twitter:https://example.test/me", "NOVEL:a,b;c"),
    lambda rng: (f"LOGO;ENCODING=b;TYPE=PNG:{_data_photo(rng)}", "ROLE:Chair"),
    lambda _: ("X-ABDATE;type=pref:2001-01-01", "IMPP;X-SERVICE-TYPE=Jabber:xmpp:a@b.test"),
    lambda _: ("PHOTO;VALUE=URI:https://example.test/p.jpg", "TZ:+01:00"),
    lambda _: ("ADR;TYPE=HOME:;;Weg 1\\nHof;Bern;;3000;CH", "LABEL;TYPE=HOME:Weg 1\\nBern"),
    lambda _: ("X-EMPTY:", "KEY;ENCODING=b:AAAA", "SORT-STRING:x"),
    lambda _: ("URL:http\\://example.test/", "GEO:47.37;8.54", "MAILER:x"),
)  # fmt: skip

_CARD4: tuple[Callable[[random.Random], tuple[str, ...]], ...] = (
    lambda rng: (f"PHOTO:data:image/png;base64,{_data_photo(rng)}", "NICKNAME:Bob,Bobby"),
    lambda _: ('TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555;ext=5', "GENDER:F"),
    lambda _: ("RELATED;TYPE=friend:urn:uuid:f81d4fae", "ANNIVERSARY:20090808T1430-0500"),
    lambda _: ("item1.ADR;LABEL=\"a, b\":;;Weg 1;Bern;;3000;CH", "item1.X-ABLABEL:Home"),
    lambda _: ("CLIENTPIDMAP:1;urn:uuid:53e3", "NOTE;ALTID=1;LANGUAGE=fr:une note\\, ici"),
    lambda _: ("IMPP;PREF=1:xmpp:alice@example.test", "X-OWN;TYPE=x:1\\,2", "TZ:Europe/Zurich"),
)  # fmt: skip


def cards(n: int, seed: int = 0) -> list[bytes]:
    """vCards 3.0 and 4.0, by turns."""
    rng = random.Random(f"realistic/cards/{seed}")
    three, four = samples.contacts(n, seed), samples.contacts4(n, seed)
    found = []
    for number in range(n):
        shapes, body = (_CARD3, three[number]) if number % 2 else (_CARD4, four[number])
        extras = shapes[(number // 2) % len(shapes)](rng)
        found.append(body.replace(b"END:VCARD", to_bytes(list(extras)) + b"END:VCARD"))
    return found
