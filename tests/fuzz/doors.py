"""What must hold at each door, as functions of octets; and octets to begin with.

Three texts to merge are made of one piece of octets: the first octet chooses a sample as
the base, the others are read as edits of either side, line by line (``edited``). So nearly
every input is a merge that somebody could meet, and the fuzzer is not lost in what is
refused at once.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.equality import same_but_for_server, same_bytes, same_content
from sync_engine.core.content.facts import ObjectKind, facts, problems
from sync_engine.core.content.lines import ContentLine, join, logical_text, split_lines
from sync_engine.core.content.scrub import keep_both_copy
from sync_engine.core.content.sharing import Sharing
from sync_engine.core.content.titles import summary
from sync_engine.core.identifiers import ContentHash
from sync_engine.core.merge import Merged, Side, Texts, Unmergeable, merge
from sync_engine.core.merge.units import STAMPS
from sync_engine.dav.collections import parse_collections
from sync_engine.dav.members import collect_members
from sync_engine.dav.rfc4918 import MultistatusParser, parse_error_body
from sync_engine.dav.rfc6578 import classify
from sync_engine.dav.xml import Limits
from sync_engine.errors import ProtocolError
from tests.core.content import samples
from tests.core.content.strategies import FRAGMENTS
from tests.core.merge.samples import calendar, card
from tests.dav.replies import CALENDAR, HOME, etag, multistatus, plain, response, token


def found(name: str) -> list[bytes]:
    """The octets that once broke a promise of a door (``found/DOOR/*.base64``)."""
    files = sorted((Path(__file__).with_name("found") / name).glob("*.base64"))
    return [base64.b64decode(file.read_text("ascii")) for file in files]


# -- the tokenizer ------------------------------------------------------------------------


def tokenizer(octets: bytes) -> None:
    """Lossless for any octets, and all that reads lines agrees with it."""
    lines = split_lines(octets)
    assert join(lines) == octets
    for line in lines:
        assert line.raw
        assert line.blank or line.malformed or line.unfolded == line.head + b":" + line.value
        assert all(parameter.raw in line.head for parameter in line.params)
        assert all(isinstance(text, str) for p in line.params for text in p.texts)
    assert logical_text(octets).rstrip(b"\n") == b"\n".join(line.unfolded for line in lines).rstrip(
        b"\n"
    )
    stream = parse(octets)
    assert stream.to_bytes() == octets
    assert _outline(Sharing().parse(octets).components) == _outline(stream.components)
    told = facts(octets)
    for kind in ObjectKind:
        problems(octets, kind)
    if told.sound:
        assert not set(stream.faults) - {"malformed line"}
    summary(octets)
    assert same_bytes(octets, octets)
    assert same_content(octets, octets)
    assert same_but_for_server(octets, octets)
    keep_both_copy(octets, ContentHash("0" * 64))


def _outline(components: Iterable[Component]) -> list[object]:
    return [(c.identity, c.height, c.to_bytes(), _outline(c.children)) for c in components]


# -- the merge ----------------------------------------------------------------------------

EVENT = calendar(
    "BEGIN:VEVENT",
    "UID:u",
    "DTSTAMP:20260101T000000Z",
    "DTSTART:20260301T100000Z",
    "DTEND:20260301T110000Z",
    "RRULE:FREQ=DAILY",
    "EXDATE:20260305T100000Z,20260306T100000Z",
    "SEQUENCE:1",
    "SUMMARY:a",
    "LOCATION:b",
    "CATEGORIES:A,B",
    "COMMENT:one",
    "ORGANIZER:mailto:o@x.org",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.org",
    "ATTENDEE;CN=B;PARTSTAT=NEEDS-ACTION:mailto:b@x.org",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT5M",
    "END:VALARM",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:u",
    "RECURRENCE-ID:20260303T100000Z",
    "DTSTART:20260303T120000Z",
    "SUMMARY:moved",
    "END:VEVENT",
)
TASK = calendar(
    "BEGIN:VTODO",
    "UID:t",
    "DTSTART:20260301T100000Z",
    "DUE:20260302T100000Z",
    "STATUS:NEEDS-ACTION",
    "PERCENT-COMPLETE:0",
    "SUMMARY:a",
    "X-ONE:1",
    "END:VTODO",
)
CARD = card(
    "FN:Ann Example",
    "N:Example;Ann;;;",
    "TEL;TYPE=HOME:1",
    "TEL;TYPE=WORK:2",
    "item1.URL:http://x",
    "item1.X-ABLABEL:home",
    "item2.EMAIL:a@x.org",
    "NOTE:n",
    "CATEGORIES:A,B",
    "REV:20260101T000000Z",
)
BASES = (EVENT, TASK, CARD, *samples.ALL.values())

LINES = tuple(
    line.encode()
    for line in (
        "SUMMARY:new",
        "SUMMARY:other",
        "LOCATION;LANGUAGE=de:Saal",
        "X-ONE:1",
        "X-ONE:2",
        "COMMENT:two",
        "CATEGORIES:C",
        "CATEGORIES:A,C",
        "EXDATE:20260303T100000Z",
        "RDATE:20260401T100000Z",
        "RRULE:FREQ=WEEKLY",
        "DTSTART:20260301T090000Z",
        "DTSTART;VALUE=DATE:20260301",
        "DTEND:20260301T080000Z",
        "DURATION:PT1H",
        "SEQUENCE:2",
        "SEQUENCE:x",
        "DTSTAMP:20270101T000000Z",
        "STATUS:COMPLETED",
        "COMPLETED:20260101T000000Z",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.org",
        "ATTENDEE:mailto:c@x.org",
        "ORGANIZER:mailto:p@x.org",
        "TRIGGER:-PT10M",
        "RECURRENCE-ID:20260304T100000Z",
        "UID:v",
        "TEL:3",
        "TEL;TYPE=HOME;X=1:1",
        "item1.TEL:4",
        "item1.X-ABLABEL:work",
        "item3.URL:http://y",
        "PHOTO;ENCODING=b:AAAA",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "BEGIN:X-PART",
        "END:X-PART",
        "VERSION:4.0",
        "DESCRIPTION:" + "long " * 30,
    )
)
_DOCUMENTED = {"merge.broken", "merge.different", "merge.duplicate_component", "merge.invalid"}


def edited(base: bytes, octets: bytes) -> tuple[bytes, bytes]:
    """Two sides of a base: each four octets are an edit of a line of one of them.

    Which side, which line, what is done to it, and with what.
    """
    sides = [[line.raw for line in split_lines(base)] for _ in range(2)]
    for at in range(0, len(octets) - 3, 4):
        where, line, deed, what = octets[at : at + 4]
        side = sides[where % 2]
        place = (where // 2 * 256 + line) % (len(side) + 1)
        match deed % 8:
            case 0:
                del side[place : place + 1]
            case 1:
                del side[place : place + what % 8]
            case 2 | 3:
                side.insert(place, LINES[what % len(LINES)] + b"\r\n")
            case 4:
                side[place : place + 1] = [LINES[what % len(LINES)] + b"\r\n"]
            case 5:
                side[place:place] = side[place : place + 1 + what % 4]
            case 6:
                side[place : place + 2] = side[place : place + 2][::-1]
            case 7:
                fragment = FRAGMENTS[what % len(FRAGMENTS)] if deed < 128 else bytes([what])
                side[place : place + 1] = [
                    raw[: deed // 8] + fragment + raw[deed // 8 :]
                    for raw in side[place : place + 1]
                ]
    return b"".join(sides[0]), b"".join(sides[1])


def merging(octets: bytes) -> None:
    """See ``check_merge``, for the texts that these octets stand for."""
    if octets:
        base = BASES[octets[0] // 2 % len(BASES)]
        here, there = edited(base, octets[1:])
        check_merge(base, here, there, list(Side)[octets[0] % 2])


def check_merge(base: bytes | None, here: bytes, there: bytes, prefer: Side) -> None:
    """No exception, nothing invalid, nothing lost, and the merge of a merge is the same."""
    merged = merge(Texts(base, here, base, there), prefer)
    if isinstance(merged, Unmergeable):
        assert merged.reason in _DOCUMENTED
    else:
        _check_result(base, here, there, merged, prefer)
    if base is None:
        return
    alone = merge(Texts(base, here, base, base), prefer)
    if isinstance(alone, Merged):
        assert alone.local == here
        assert alone.conflicts == ()
        # a time zone that is still referred to stays, though here it was taken away
        there, wanted = without_zones(alone.remote), without_zones(here)
        assert same_content(there, wanted) or _lines(there) == _lines(wanted)


def _check_result(
    base: bytes | None, here: bytes, there: bytes, merged: Merged, prefer: Side
) -> None:
    for text in (merged.local, merged.remote):
        stream = parse(text)
        assert not stream.broken
        kind = ObjectKind(stream.components[0].name)
        before = {*problems(here, kind), *problems(there, kind)}
        assert set(problems(text, kind)) <= before
    again = merge(Texts(base, merged.local, base, merged.remote), prefer)
    assert isinstance(again, Merged)
    # but for the order of lines, which may be another one where a side damaged a time zone
    assert same_content(again.local, merged.local)
    assert same_content(again.remote, merged.remote)
    told = b"\n".join(line for c in merged.conflicts for line in (*c.local, *c.remote))
    known = set() if base is None else _lines(base)
    for text in (here, there):
        for line in _lines(text) - known:
            # a value that was there before may have gone by the other side's hand
            if not _accounted(line, merged, told + b"\n" + logical_text(base or b"")):
                raise AssertionError((line, merged))


def without_zones(text: bytes) -> bytes:
    """The text without its VTIMEZONEs."""
    return b"".join(
        item.raw
        if isinstance(item, ContentLine)
        else replace(
            item, items=tuple(i for i in item.items if getattr(i, "name", "") != "VTIMEZONE")
        ).to_bytes()
        for item in parse(text).items
    )


def _lines(text: bytes) -> set[bytes]:
    """Unfolded, without the names of groups: another name is no change to a merge."""
    return {
        line.unfolded[len(line.group) + 1 if line.group else 0 :]
        for line in split_lines(text)
        if not line.blank
    }


def _accounted(line: bytes, merged: Merged, told: bytes) -> bool:
    """Whether what a side added is in the result, or in a conflict that is told."""
    head, _, value = line.partition(b":")
    name = head.upper().partition(b";")[0].decode("latin-1")
    if name in STAMPS | {"SEQUENCE", "BEGIN", "END", "PRODID"}:
        return True  # the greater is taken; which program wrote it is nobody's edit
    both = logical_text(merged.remote) + b"\n" + told
    return all(part in both for part in re.split(rb"[,;]", value))


# -- the multistatus parser ---------------------------------------------------------------


def multistatus_parser(octets: bytes) -> None:
    """Refused with the stated errors, or read; and the pieces do not matter."""
    whole = _read(octets, len(octets) or 1)
    for size in (1, 7, 64) if len(octets) < 5000 else (509,):
        assert _read(octets, size) == whole
    errors = parse_error_body(octets)
    assert all(isinstance(error, str) for error in errors)


def _read(octets: bytes, size: int) -> tuple[object, ...] | str:
    parser = MultistatusParser(Limits(child=1 << 16, total=1 << 18, elements=2000, names=500))
    rows = []
    try:
        for start in range(0, len(octets), size):
            rows += parser.feed(octets[start : start + size])
        end = parser.close()
    except ProtocolError:
        return "refused"
    rows += end.tail
    assert len(rows) == end.rows
    collect_members(rows, CALENDAR)
    parse_collections(rows, HOME)
    classify(rows, CALENDAR, end.sync_token)
    return repr(rows), end.sync_token, end.dropped


# -- what to begin with -------------------------------------------------------------------


@dataclass(frozen=True)
class Door:
    """A function of octets that raises if a promise is broken.

    :param seeds: octets to begin with.
    """

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]
    words: tuple[bytes, ...]


def _texts() -> Iterator[bytes]:
    from tests.servers import samples as more

    yield from samples.ALL.values()
    yield from BASES
    for maker in (more.events, more.tasks, more.contacts, more.contacts4):
        yield from maker(12, 1)
    yield from FRAGMENTS


def _edits() -> Iterator[bytes]:
    for number in range(2 * len(BASES)):
        yield bytes([number]) + bytes(range(16))
        yield bytes([number, 0, 8, 4, 0, 1, 8, 4, 1])
        yield bytes([number, 0, 9, 0, 0, 1, 9, 4, 6, 0, 12, 2, 20])


def _replies() -> Iterator[bytes]:
    data = "<cal:calendar-data>BEGIN:VCALENDAR&#13;\nEND:VCALENDAR</cal:calendar-data>"
    yield multistatus(response("/a.ics", etag('"1"') + data), plain("/b.ics", "404 Not Found"))
    yield multistatus(token("http://x/1"), plain("/", "507 Insufficient Storage"))
    yield multistatus(
        response("/c/", "<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>")
    )
    yield multistatus("<d:response><d:href>a</d:href><x/>y<![CDATA[z&#11;]]></d:response>")
    yield multistatus(response("/a", etag('W/"1"')), response("/a", etag('"2"'), "HTTP/1.1 418 I"))
    yield '<?xml version="1.0" encoding="utf-16"?><multistatus xmlns="DAV:"/>'.encode("utf-16")
    yield b'<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>'
    yield b'<!DOCTYPE m [<!ENTITY l "x">]><m>&l;</m>'
    yield b"<html><body>Log in</body></html>"


DOORS = {
    "tokenizer": Door(tokenizer, _texts, FRAGMENTS),
    "merge": Door(merging, _edits, ()),
    "multistatus": Door(
        multistatus_parser,
        _replies,
        (
            b"<d:response>", b"</d:response>", b"<d:href>", b"</d:href>", b"<d:propstat>",
            b"<d:prop>", b"<d:status>", b"HTTP/1.1 404", b"&#11;", b"&amp;", b"<![CDATA[",
            b"]]>", b"<!--", b"-->", b"<?x ?>", b"xmlns:d='DAV:'", b"\xff\xfe", b"\x00",
        ),
    ),
}  # fmt: skip
