"""What people do in the desktop's programs, to the text that these get from the store.

Each edit changes one property of a component; the programs count SEQUENCE up and set
DTSTAMP beside, as Evolution's editor does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

STAMPS = frozenset({"LAST-MODIFIED", "DTSTAMP", "SEQUENCE", "REV"})
"""What an edit may change beside what it is about."""


@dataclass(frozen=True)
class Edit:
    """One edit.

    :param property: what it is about.
    :param pattern: what it looks for in the unfolded text; it fits where this is found.
    :param new: what it puts in its place (``re.sub``).
    :param then: what the text that goes up has to have.
    """

    property: str
    pattern: str
    new: str
    then: str

    def fits(self, text: str) -> bool:
        """Whether the text has what it is about."""
        return re.search(self.pattern, text, re.MULTILINE) is not None

    def done(self, text: str) -> str:
        """The text afterwards."""
        return re.sub(self.pattern, self.new, text, count=1, flags=re.MULTILINE)


def _after_uid(line: str) -> tuple[str, str]:
    return r"^(UID:[^\r\n]*\r?\n)", rf"\g<1>{line}\r\n"


EVENT_EDITS = (
    Edit("SUMMARY", r"^SUMMARY:[^\r\n]*", r"SUMMARY:Élan\\, new\\; title", "Élan\\, new\\; title"),
    Edit("LOCATION", r"^LOCATION:[^\r\n]*", "LOCATION:Elsewhere", "LOCATION:Elsewhere"),
    Edit("LOCATION", r"^(UID:(?![\s\S]*LOCATION:)[^\r\n]*\r?\n)", r"\g<1>LOCATION:Added\r\n",
         "LOCATION:Added"),
    Edit("DTEND", r"^DTEND;TZID=([^:\r\n]*):(\d{8})T\d{6}", r"DTEND;TZID=\1:\2T235500", "T235500"),
    Edit("DTEND", r"^DTEND:(\d{8})T\d{6}Z", r"DTEND:\1T235500Z", "T235500Z"),
    Edit("DTEND", r"^DTEND;VALUE=DATE:\d{8}", "DTEND;VALUE=DATE:20300101", "20300101"),
    Edit("DURATION", r"^DURATION:PT\d+M", "DURATION:PT55M", "PT55M"),
    Edit("ATTENDEE", r"PARTSTAT=TENTATIVE", "PARTSTAT=ACCEPTED", "PARTSTAT=ACCEPTED"),
    Edit("ATTENDEE", r"^(ATTENDEE;CN=\"[^\"]*\");ROLE=REQ-PARTICIPANT", r"\1;ROLE=OPT-PARTICIPANT",
         "ROLE=OPT-PARTICIPANT"),
    Edit("TRIGGER", r"^TRIGGER:-PT\d+M", "TRIGGER:-PT20M", "TRIGGER:-PT20M"),
    Edit("CATEGORIES", *_after_uid("CATEGORIES:Fresh"), "CATEGORIES:Fresh"),
    Edit("CATEGORIES", r"^CATEGORIES:Work\r?\n", "", ""),
    Edit("CATEGORIES", r"^CATEGORIES:One\r?\n", "", "CATEGORIES:Two\\, and a half,Three"),
    Edit("EXDATE", r"^EXDATE;TZID=[^:\r\n]*:20260601T100000\r?\n", "", ",20260608T100000"),
    Edit("EXDATE", r"^(EXDATE;TZID=[^:\r\n]*:)20260608T100000", r"\g<1>20260615T100000",
         ",20260615T100000"),
    Edit("RRULE", r"^(RRULE[^:\r\n]*:)FREQ=YEARLY", r"\1FREQ=YEARLY;COUNT=4", "COUNT=4"),
    Edit("DESCRIPTION", r"^DESCRIPTION:[^\r\n]*", r"DESCRIPTION:short\\nnow", "short\\nnow"),
    Edit("CLASS", r"^CLASS:PRIVATE", "CLASS:PUBLIC", "CLASS:PUBLIC"),
    Edit("TRANSP", r"^TRANSP:[^\r\n]*\r?\n", "", ""),
    Edit("URL", r"^URL:[^\r\n]*", "URL:https://example.test/new", "URL:https://example.test/new"),
    Edit("STATUS", r"^STATUS:CONFIRMED", "STATUS:CANCELLED", "STATUS:CANCELLED"),
    Edit("X-MICROSOFT-CDO-BUSYSTATUS", r"BUSYSTATUS:BUSY", "BUSYSTATUS:FREE", "BUSYSTATUS:FREE"),
    Edit("PRIORITY", r"^PRIORITY:5", "PRIORITY:1", "PRIORITY:1"),
    Edit("RDATE", r"^(RDATE;TZID=[^:\r\n]*:\d{8})T\d{6}", r"\1T121200", "T121200"),
    Edit("ORGANIZER", r"^ORGANIZER;CN=Chair", "ORGANIZER;CN=Chairwoman", "CN=Chairwoman:"),
    Edit("GEO", r"^GEO:[^\r\n]*", "GEO:46.948000;7.447000", "46.948000;7.447000"),
)  # fmt: skip

CARD_EDITS = (
    Edit("FN", r"^FN(;[^:\r\n]*)?:[^\r\n]*", r"FN\1:Új Név\\, PhD", "Új Név\\, PhD"),
    Edit("N", r"^N:([^;\r\n]*);[^;\r\n]*", r"N:\1;Renamed", ";Renamed;"),
    Edit("TEL", r"^((?:item7\.)?TEL[^\r\n]*:)[^\r\n]*", r"\1+41 31 111 11 11", "+41 31 111 11 11"),
    Edit("TEL", r"^(TEL[^:\r\n]*)TYPE=CELL", r"\1TYPE=HOME", "TYPE=HOME"),
    Edit("EMAIL", r"^(EMAIL[^\r\n]*:)[^\r\n]*", r"\1new@example.test", ":new@example.test"),
    Edit("EMAIL", *_after_uid("EMAIL;TYPE=WORK:second@work.test"), ":second@work.test"),
    Edit("ADR", r"^(ADR[^\r\n]*:[^\r\n]*);8001;", r"\1;8002;", ";8002;"),
    Edit("ORG", r"^(ORG:[^;\r\n]*);[^\r\n]*", r"\1;Other unit", ";Other unit"),
    Edit("NOTE", r"^NOTE(;[^:\r\n]*)?:[^\r\n]*", r"NOTE\1:a note\\, short", "a note\\, short"),
    Edit("TITLE", r"^TITLE:[^\r\n]*", "TITLE:Chef", "TITLE:Chef"),
    Edit("NICKNAME", r"^NICKNAME:Bob", "NICKNAME:Rob", "NICKNAME:Rob,Bobby"),
    Edit("BDAY", r"^(BDAY[^:\r\n]*):[^\r\n]*", r"\1:1970-01-01", ":1970-01-01"),
    Edit("URL", r"^((?:item1\.)?URL:)[^\r\n]*", r"\1https://other.test/", "URL:https://other.test/"),
    Edit("CATEGORIES", r"^CATEGORIES:Work,", "CATEGORIES:Play,", "CATEGORIES:Play,"),
    Edit("X-EXAMPLE-ID", r"^(X-EXAMPLE-ID[^:\r\n]*):42", r"\1:43", "X-EXAMPLE-ID;X-KIND=inner:43"),
    Edit("ROLE", r"^ROLE:Chair\r?\n", "", ""),
    Edit("PHOTO", r"^PHOTO[^\r\n]*\r?\n", "", ""),
    Edit("PHOTO", *_after_uid("PHOTO;VALUE=uri:https://example.test/new.png"),
         "https://example.test/new.png"),
)  # fmt: skip


def stamped(text: str) -> str:
    """What an editor of events does beside."""
    text = re.sub(r"^DTSTAMP:[^\r\n]*", "DTSTAMP:20270101T000000Z", text, count=1, flags=re.M)
    found = re.search(r"^SEQUENCE:(\d+)", text, re.M)
    if found is None:
        return re.sub(r"^(UID:[^\r\n]*\r?\n)", r"\g<1>SEQUENCE:1\r\n", text, count=1, flags=re.M)
    return text.replace(found[0], f"SEQUENCE:{int(found[1]) + 1}", 1)


def pick(edits: tuple[Edit, ...], number: int, text: str, allowed: Callable[[Edit], bool]) -> Edit:
    """The edit whose turn it is, or the next one that fits."""
    for turn in range(len(edits)):
        edit = edits[(number + turn) % len(edits)]
        if edit.fits(text) and allowed(edit):
            return edit
    raise AssertionError(text)
