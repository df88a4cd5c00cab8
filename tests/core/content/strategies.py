"""Octets for the property tests: random ones, and real objects with damage."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.core.content import samples

FRAGMENTS = (
    b"\r\n",
    b"\n",
    b"\r",
    b"\r\r\n",
    b"\r\n ",
    b"\n\t",
    b"\n\n ",
    b"=\r\n",
    b"=\n ",
    b" ",
    b'"',
    b";",
    b":",
    b",",
    b"=",
    b"^n",
    b"\\",
    b".",
    b"\x00",
    b"\x0b",
    b"\x85",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
    b"\xff",
    b"\xef\xbb\xbf",
    b"BEGIN:VCALENDAR",
    b"END:VCALENDAR",
    b"begin:vevent",
    b"END:VEVENT",
    b"BEGIN:VALARM",
    b"END:VALARM",
    b"BEGIN:VCARD",
    b"END:VCARD",
    b"a.BEGIN:VCARD",
    b'BEGIN;X="a:b":VEVENT',
    b"UID:1",
    b"item1.UID:2",
    b'UID;X="a:b":3',
    b"UID:",
    b"ATTENDEE:mailto:x",
    b"NOTE;ENCODING=QUOTED-PRINTABLE:a",
    b"NOTE;QUOTED-PRINTABLE:a",
    b"X;P=QUOTED-PRINTABLE:a",
    b"SUMMARY:x",
    b"no colon",
)

soup = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=4)), max_size=40).map(
    b"".join
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real object, cut and spliced at random."""
    body = draw(st.sampled_from(list(samples.ALL.values())))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 30)))
        body = body[:start] + draw(soup) + body[end:]
    return body


anything = st.one_of(st.binary(max_size=200), soup, damaged())
objects = st.sampled_from(list(samples.ALL.values()))
