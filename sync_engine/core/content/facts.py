"""Quick facts about a resource, by one scan and without a tree.

Theory
------
Only BEGIN, END and a few property names matter, and their lines are found in the
unfolded text by one pattern that starts at a line break; a stack of component names
tells to which component each belongs. The UID of a resource is the one of its main
components (RFC 5545 §3.6.1 to §3.6.4: directly inside VCALENDAR; RFC 6350 §6.7.6: of
the VCARD): alarms (RFC 9074 §4) and participants (RFC 9073 §7) have UIDs of their own.

Rules
-----
* The scan sees the same lines and the same nesting as ``components.parse``, and calls
  broken what that finds faults in.
* An ATTENDEE of an alarm is a mailbox to remind, not a guest; where the nesting cannot
  be relied on, every ATTENDEE is a guest.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from sync_engine.core.content.components import MAX_DEPTH
from sync_engine.core.content.lines import HEAD_PATTERN, ContentLine, logical_text
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ContentHash


class ObjectKind(StrEnum):
    """The two objects that a resource may be (RFC 4791 §4.1, RFC 6352 §5.1)."""

    VCALENDAR = "VCALENDAR"
    VCARD = "VCARD"


BROKEN = "resource.broken"
"""The structure is damaged: unbalanced, malformed lines, nothing inside."""
WRONG_KIND = "resource.wrong_kind"
"""A contact in a calendar, an event in an address book, or neither."""
SEVERAL_OBJECTS = "resource.several_objects"
"""More than one VCALENDAR or VCARD (RFC 4791 §4.1, RFC 6352 §5.1: exactly one)."""
MIXED_COMPONENTS = "resource.mixed_components"
"""Events and tasks in one resource (RFC 4791 §4.1)."""
NO_UID = "resource.no_uid"
"""A main component without UID (RFC 4791 §4.1, RFC 6352 §5.1)."""
SEVERAL_UIDS = "resource.several_uids"
"""Main components with different UIDs (RFC 4791 §4.1)."""
CONTROL_CHARACTERS = "resource.control_characters"
"""Characters that XML 1.0 §2.2 cannot carry: they would break every listing with data
of the whole collection, for every client. CR inside a line is one of them, since XML
turns it into a line break."""
NOT_UTF8 = "resource.not_utf8"
"""RFC 5545 §3.1.4, RFC 6350 §3.1: the text is UTF-8. Others would store it garbled."""

MAIN_COMPONENTS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VPOLL"})
"""What a calendar resource is about, and what carries its UID."""
_MAIN_NAMES = frozenset(name.encode() for name in MAIN_COMPONENTS)

# The groups are optional, not possessive: CPython 3.11.2 (Debian 12) finds nothing with
# ``(…)?+`` under IGNORECASE.
_MARK = re.compile(
    rb"\n(?P<line>(?:\xef\xbb\xbf)?(?P<group>[A-Za-z0-9_-]++\.)?"
    rb"(?P<name>BEGIN|END|UID|ATTENDEE)(?=[;:])[^\n]*+)",
    re.IGNORECASE,
)
_MALFORMED = re.compile(rb"\n(?![ \t\r\f\v]*+(?:\n|\Z))(?!" + HEAD_PATTERN + rb")")
_CONTROLS = bytes(octet for octet in range(0x20) if octet not in b"\t\n\r")
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE, U+FFFF


@dataclass(frozen=True, slots=True)
class Facts:
    """What one scan tells.

    :param objects: names of the components at the top, in order.
    :param components: distinct names of the main components (VEVENT, VTODO, VJOURNAL…
        directly inside a VCALENDAR), in order; none for a VCARD.
    :param uids: distinct UIDs of the main components (of the VCARD), in order.
    :param without_uid: whether a main component (the VCARD) has none.
    :param attendee: ATTENDEE in a main component of a VCALENDAR, or anywhere at all if
        not sound.
    :param sound: every BEGIN has its END, every object what it is there for, and
        nothing stands outside.
    """

    objects: tuple[str, ...]
    components: tuple[str, ...]
    uids: tuple[str, ...]
    without_uid: bool
    attendee: bool
    sound: bool

    @property
    def kind(self) -> ObjectKind | None:
        """What the first object is, ``None`` if it is neither or there is none."""
        first = self.objects[0] if self.objects else ""
        return ObjectKind(first) if first in ObjectKind.__members__ else None


def facts(body: bytes) -> Facts:
    """Scan a resource once."""
    return _scan(b"\n" + logical_text(body))


def kind(body: bytes) -> ObjectKind | None:
    """VCALENDAR or VCARD, by the first object; ``None`` for anything else."""
    return facts(body).kind


def uid(body: bytes) -> str | None:
    """The first UID of a main component (or of the VCARD), ``None`` if there is none.

    White space around it is taken off, escapes stay as written, octets that are no
    UTF-8 stand as their hexadecimal escapes.
    """
    uids = facts(body).uids
    return uids[0] if uids else None


def component_names(body: bytes) -> tuple[str, ...]:
    """Distinct names of the main components: ``("VEVENT",)``; ``()`` for a VCARD."""
    return facts(body).components


def has_attendee(body: bytes) -> bool:
    """Whether deleting and making it anew may send mail to guests (loss class L11)."""
    return facts(body).attendee


def problems(body: bytes, kind: ObjectKind) -> tuple[str, ...]:
    """Why this must not be uploaded; references as above, ``()`` if nothing is wrong.

    :param kind: what the collection holds.
    """
    text = b"\n" + logical_text(body)
    found = _scan(text)
    checks = (
        (BROKEN, not found.sound or _MALFORMED.search(text) is not None),
        (WRONG_KIND, found.kind is not kind),
        (SEVERAL_OBJECTS, len(found.objects) > 1),
        (MIXED_COMPONENTS, len(found.components) > 1),
        (NO_UID, found.without_uid),
        (SEVERAL_UIDS, len(found.uids) > 1),
        (CONTROL_CHARACTERS, not fits_xml(body)),
        (NOT_UTF8, not is_utf8(body)),
    )
    return tuple(reference for reference, wrong in checks if wrong)


def content_hash(body: bytes) -> ContentHash:
    """SHA-256 of the bytes, hexadecimal."""
    return ContentHash(hashlib.sha256(body).hexdigest())


def fits_xml(body: bytes) -> bool:
    """Whether XML can carry it (see ``CONTROL_CHARACTERS``)."""
    return not (
        len(body.translate(None, _CONTROLS)) != len(body)
        or body.count(b"\r") != body.count(b"\r\n")
        or any(octets in body for octets in _NONCHARACTERS)
    )


def is_utf8(body: bytes) -> bool:
    """Whether it is text at all (see ``NOT_UTF8``)."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(slots=True)
class _Open:
    name: bytes
    main: bool
    has_uid: bool = False


class _Nesting:
    """The state of one scan: which components are open, and what was found."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.objects: list[bytes] = []
        self.components: dict[bytes, None] = {}
        self.uids: dict[bytes, None] = {}
        self.without_uid = False
        self.guests = False
        self.attendees = False
        self.sound = True

    def begin(self, name: bytes) -> None:
        """Open a component."""
        depth = len(self.open)
        if depth == MAX_DEPTH:
            self.sound = False
            return
        main = depth == 0 and name == b"VCARD"
        if depth == 0:
            self.objects.append(name)
        elif depth == 1 and name in _MAIN_NAMES and self.open[0].name == b"VCALENDAR":
            main = True
            self.components[name] = None
        self.open.append(_Open(name, main))

    def end(self, name: bytes) -> None:
        """Close it, and what is still open inside."""
        if all(component.name != name for component in reversed(self.open)):
            self.sound = False
            return
        while self.open[-1].name != name:
            self.sound = False
            self._close()
        self._close()

    def mark(self, name: bytes, value: bytes) -> None:
        """Note a UID or an ATTENDEE of the innermost component."""
        main = bool(self.open) and self.open[-1].main
        if name == b"ATTENDEE":
            self.attendees = True
            self.guests |= main and self.open[-1].name != b"VCARD"
        elif main and value:
            self.open[-1].has_uid = True
            self.uids[value] = None

    def _close(self) -> None:
        closed = self.open.pop()
        self.without_uid |= closed.main and not closed.has_uid

    def finish(self) -> Facts:
        """Close what is open and sum up."""
        while self.open:
            self.sound = False
            self._close()
        if not self.objects or (b"VCALENDAR" in self.objects and not self.components):
            self.sound = False
        return Facts(
            objects=tuple(map(_decoded, self.objects)),
            components=tuple(map(_decoded, self.components)),
            uids=tuple(map(_decoded, self.uids)),
            without_uid=self.without_uid,
            attendee=self.guests or (self.attendees and not self.sound),
            sound=self.sound,
        )


def _scan(text: bytes) -> Facts:
    """Scan unfolded text that begins with a line break."""
    nesting = _Nesting()
    after = 0  # where the last object ended
    for match in _MARK.finditer(text):
        line, group, name = match.groups()
        name = name.upper()
        value = _value(line)
        if value is None or (group and name in (b"BEGIN", b"END")):
            continue
        if name == b"BEGIN":
            if not nesting.open and text[after : match.start()].strip():
                nesting.sound = False
            nesting.begin(value.upper())
        elif name == b"END":
            nesting.end(value.upper())
            after = match.end()
        else:
            nesting.mark(name, value)
    if text[after:].strip():
        nesting.sound = False
    return nesting.finish()


def _decoded(value: bytes) -> str:
    return value.decode("utf-8", "backslashreplace")


def _value(line: bytes) -> bytes | None:
    """What follows the head of an unfolded line; ``None`` if it is malformed."""
    if b'"' in line:
        parsed = ContentLine(line)
        return parsed.value.strip() if parsed.name else None
    _, colon, value = line.partition(b":")
    return value.strip() if colon else None


__all__ = [
    "BROKEN",
    "CONTROL_CHARACTERS",
    "MAIN_COMPONENTS",
    "MIXED_COMPONENTS",
    "NOT_UTF8",
    "NO_UID",
    "SEVERAL_OBJECTS",
    "SEVERAL_UIDS",
    "WRONG_KIND",
    "Facts",
    "ObjectKind",
    "component_names",
    "content_hash",
    "facts",
    "fits_xml",
    "has_attendee",
    "is_utf8",
    "kind",
    "problems",
    "summary",
    "uid",
]
