"""Equality: what may differ, and the traps that must not be missed."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sync_engine.core.content.components import parse
from sync_engine.core.content.equality import same_but_for_server, same_bytes, same_content
from sync_engine.core.content.forms import STAMPS
from sync_engine.core.content.lines import ContentLine, fold, join, split_lines
from tests.core.content import samples
from tests.core.content.samples import CARD, SERIES, TASK, crlf
from tests.core.content.strategies import anything, objects


def changed(body: bytes, *edits: tuple[bytes, bytes]) -> bytes:
    for old, new in edits:
        assert old in body
        body = body.replace(old, new)
    return body


def test_same_bytes() -> None:
    assert same_bytes(SERIES, SERIES)
    assert same_bytes(SERIES, SERIES.replace(b"\r\n", b"\n"))
    assert not same_bytes(SERIES, SERIES.replace(b"PT5M", b"PT6M"))


@pytest.mark.parametrize(
    ("body", "edits"),
    [
        pytest.param(SERIES, [(b"\r\n", b"\n")], id="line ends"),
        pytest.param(SERIES, [(b"folded s\r\n ", b"folded s")], id="folding"),
        pytest.param(SERIES, [("Größe".encode(), b"Gr\xc3\r\n \xb6\xc3\r\n\t\x9fe")], id="octets"),
        pytest.param(SERIES, [(b"END:VEVENT\r\n", b"\r\nEND:VEVENT\r\n")], id="blank lines"),
        pytest.param(SERIES, [(b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR")], id="BOM"),
        pytest.param(SERIES, [(b"DTSTAMP:2025", b"DTSTAMP:2026")], id="DTSTAMP"),
        pytest.param(SERIES, [(b"LAST-MODIFIED:2025", b"LAST-MODIFIED:2026")], id="LAST-MODIFIED"),
        pytest.param(SERIES, [(b"LAST-MODIFIED:20240422T053450Z\r\n", b"")], id="of the zone"),
        pytest.param(SERIES, [(b"PRODID:-", b"PRODID:x")], id="PRODID"),
        pytest.param(CARD, [(b"REV:2025", b"REV:2026")], id="REV"),
        pytest.param(CARD, [(b"REV:20250101T000000Z\r\n", b"")], id="REV left out"),
        pytest.param(
            SERIES,
            [(b"SUMMARY:Weekly", b"summary:Weekly"), (b"BEGIN:VALARM", b"Begin:VAlarm")],
            id="case of names",
        ),
        pytest.param(SERIES, [(b"EXDATE;TZID=", b"EXDATE;tzid=")], id="case of parameter names"),
        pytest.param(
            SERIES, [(b"PARTSTAT=ACCEPTED;CN=Bob", b"CN=Bob;PARTSTAT=ACCEPTED")], id="param order"
        ),
        pytest.param(SERIES, [(b"CN=Bob", b'CN="Bob"')], id="needless quotes"),
        pytest.param(CARD, [(b"TYPE=CELL,VOICE", b"TYPE=CELL;type=VOICE")], id="TYPE in one place"),
        pytest.param(CARD, [(b"item1.", b"ITEM1.")], id="case of groups"),
        pytest.param(
            SERIES,
            [
                (b"SEQUENCE:2\r\n", b""),
                (b"CATEGORIES:", b"SEQUENCE:2\r\nCATEGORIES:"),
            ],
            id="order of properties",
        ),
    ],
)
def test_the_same_content(body: bytes, edits: list[tuple[bytes, bytes]]) -> None:
    other = changed(body, *edits)
    assert other != body
    assert same_content(body, other)
    assert same_content(other, body)
    assert same_but_for_server(body, other)


def swapped(body: bytes, a: bytes, b: bytes) -> bytes:
    assert a in body
    assert b in body
    return body.replace(a, b"\x00").replace(b, a).replace(b"\x00", b)


MASTER = b"SUMMARY:Weekly review\\, long"
OVERRIDE = b"SUMMARY:Moved review"
FOLDED = crlf(
    """
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DESCRIPTION:begin
  yes
  no
LOCATION:there
  and
  back
END:VEVENT
END:VCALENDAR
"""
)


@pytest.mark.parametrize(
    ("body", "other"),
    [
        pytest.param(SERIES, swapped(SERIES, MASTER, OVERRIDE), id="master and override"),
        pytest.param(
            SERIES,
            swapped(SERIES, b"PARTSTAT=ACCEPTED", b"PARTSTAT=DECLINED"),
            id="an answer of the master and of the override",
        ),
        pytest.param(SERIES, swapped(SERIES, b"DESCRIPTION:Soon", b"DESCRIPTION:Now"), id="alarms"),
        pytest.param(FOLDED, swapped(FOLDED, b" yes", b" no"), id="folded lines of one property"),
        pytest.param(FOLDED, swapped(FOLDED, b" yes", b" and"), id="folded lines of two"),
        pytest.param(
            SERIES, changed(SERIES, (b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300")), id="offset"
        ),
        pytest.param(
            SERIES,
            swapped(SERIES, b"TZOFFSETFROM:+0100", b"TZOFFSETFROM:+0200"),
            id="offsets swapped between DAYLIGHT and STANDARD",
        ),
        pytest.param(
            CARD, swapped(CARD, b":+1 555 0100", b":+1 555 0101"), id="numbers of two types"
        ),
        pytest.param(CARD, swapped(CARD, b":jane@example.com", b":jd@acme.example"), id="groups"),
        pytest.param(CARD, changed(CARD, (b"item1.X-", b"item2.X-")), id="a label's group"),
        pytest.param(
            SERIES,
            swapped(
                SERIES,
                b"ATTENDEE;PARTSTAT=ACCEPTED;CN=Bob:mailto:bob@example.com",
                b'ATTENDEE;PARTSTAT=NEEDS-ACTION;CN="a:b;c":mailto:eve@example.com',
            ),
            id="order within one name",
        ),
        pytest.param(SERIES, changed(SERIES, (b"review\\, long", b"review, long")), id="escapes"),
        pytest.param(SERIES, changed(SERIES, (b'"Doe, Jane"', b"Doe, Jane")), id="needed quotes"),
        pytest.param(SERIES, changed(SERIES, (b"CREATED:2025", b"CREATED:2024")), id="CREATED"),
        pytest.param(SERIES, changed(SERIES, (b"SEQUENCE:2", b"SEQUENCE:3")), id="SEQUENCE"),
        pytest.param(SERIES, changed(SERIES, (b"CN=Bob", b"CN=bob")), id="case of a value"),
        pytest.param(SERIES, changed(SERIES, (b"folded s\r\n ", b"folded s\r\n  ")), id="space"),
        pytest.param(
            SERIES, changed(SERIES, (b"SEQUENCE:2\r\n", b"SEQUENCE:2\r\n" * 2)), id="twice"
        ),
        pytest.param(TASK, changed(TASK, (b"PERCENT-COMPLETE:0\r\n", b"")), id="a line less"),
        pytest.param(TASK, changed(TASK, (b"VTODO", b"VEVENT")), id="component name"),
        pytest.param(TASK, TASK + TASK, id="the object twice"),
        pytest.param(
            changed(TASK, (b"SUMMARY", b"PRODID:1\r\nSUMMARY")),
            changed(TASK, (b"SUMMARY", b"PRODID:2\r\nSUMMARY")),
            id="a stamp in a component where it is none",
        ),
        pytest.param(
            samples.CARD21,
            changed(samples.CARD21, (b"J=F6rg =\r\nM", b"J=F6rg =\r\n M")),
            id="folds of quoted-printable",
        ),
    ],
)
def test_different(body: bytes, other: bytes) -> None:
    assert body != other
    assert not same_content(body, other)
    assert not same_content(other, body)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param((b"END:VTODO\r\n", b""), id="unbalanced"),
        pytest.param((b"SUMMARY:", b"junk\r\nSUMMARY:"), id="malformed line"),
        pytest.param((b"SUMMARY:Buy ", b"SUMMARY:Buy\r"), id="a CR that may end a line"),
    ],
)
def test_a_damaged_text_equals_only_itself(damage: tuple[bytes, bytes]) -> None:
    body = changed(TASK, damage)
    other = changed(body, (b"DTSTAMP:2025", b"DTSTAMP:2026"))
    for same in (same_content, same_but_for_server):
        assert same(body, body)
        assert same(body, body.replace(b"\r\n", b"\n"))
        assert not same(body, other)
        assert not same(TASK, body)
        assert not same(body, TASK)


@given(anything)
def test_reflexive(body: bytes) -> None:
    assert same_content(body, body)
    assert same_but_for_server(body, body)


@given(anything, anything)
def test_symmetric(a: bytes, b: bytes) -> None:
    assert same_content(a, b) == same_content(b, a)


@given(objects, st.data())
def test_a_single_edit_is_never_the_same(body: bytes, data: st.DataObject) -> None:
    """Any octet put into any value that is no stamp, for both equalities."""
    lines = split_lines(body)
    stamps = set().union(*STAMPS.values())
    candidates = [
        i
        for i, line in enumerate(lines)
        if line.name not in stamps and not line.blank and line.name not in ("BEGIN", "END")
    ]
    at = data.draw(st.sampled_from(candidates))
    line = lines[at]
    octet = data.draw(st.sampled_from([b"q", b"7", b"-", "ü".encode(), b"\x01"]))
    position = data.draw(st.integers(0, len(line.value)))
    value = line.value[:position] + octet + line.value[position:]
    lines[at] = ContentLine(fold(line.head + b":" + value, line.ending))
    assert not same_content(body, join(lines))
    assert not same_but_for_server(body, join(lines))


@given(objects, st.data())
def test_values_moved_between_lines_are_never_the_same(body: bytes, data: st.DataObject) -> None:
    """The heads stay where they are, the values of two lines change places."""
    lines = split_lines(body)
    stamps = set().union(*STAMPS.values())
    candidates = [
        i for i, x in enumerate(lines) if x.name not in (*stamps, "BEGIN", "END") and x.value
    ]
    a = data.draw(st.sampled_from(candidates))
    b = data.draw(st.sampled_from(candidates))
    first, second = lines[a], lines[b]
    assume(first.value != second.value and not first.quoted_printable)
    assume(not second.quoted_printable)
    lines[a] = ContentLine(fold(first.head + b":" + second.value))
    lines[b] = ContentLine(fold(second.head + b":" + first.value))
    # Two lines of one name and head in two components that are alike otherwise are the
    # only ones whose exchange changes nothing; the samples have none.
    assert not same_content(body, join(lines))


@given(objects, st.data())
def test_folding_elsewhere_is_the_same(body: bytes, data: st.DataObject) -> None:
    """Each line folded at random octets."""
    assume(b"QUOTED-PRINTABLE" not in body)
    random = Random(data.draw(st.integers(0, 2**32)))
    refolded = b""
    for line in split_lines(body):
        text = line.unfolded
        cuts = sorted(random.sample(range(1, len(text)), min(3, len(text) - 1)))
        parts = [text[i:j] for i, j in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        refolded += random.choice([b"\r\n ", b"\n\t"]).join(parts) + b"\r\n"
    assert same_content(body, refolded)


@given(objects, st.data())
def test_components_in_another_order_are_the_same(body: bytes, data: st.DataObject) -> None:
    (top,) = parse(body).components
    children = data.draw(st.permutations(top.children))
    own = b"".join(line.raw for line in top.items if isinstance(line, ContentLine))
    other = (
        top.begin.raw + own + b"".join(c.to_bytes() for c in children) + b"END:" + top.name.encode()
    )
    assert same_content(body, other)
