"""Versions parsed together: the trees of ``parse``, and the same octets only once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.core.content.components import MAX_DEPTH, Component, Stream, parse
from sync_engine.core.content.lines import ContentLine, fold
from sync_engine.core.content.sharing import LONG, Sharing, Unread
from tests.core.content import samples
from tests.core.content.strategies import anything, damaged, soup


def outline(item: ContentLine | Component) -> object:
    if isinstance(item, ContentLine):
        return (item.raw, item.group, item.name, item.value, item.params)
    end = item.end.raw if item.end is not None else None
    inside = [outline(each) for each in item.items]
    return (item.name, item.identity, item.height, item.begin.raw, inside, end)


def whole(stream: Stream) -> object:
    return (stream.faults, [outline(item) for item in stream.items])


@st.composite
def with_blocks(draw: st.DrawFn) -> bytes:
    """Blocks that begin and end like components, in whatever surroundings."""
    inside = st.one_of(
        st.sampled_from(
            [
                b"UID:1\r\n",
                b"uid;X=1:2\r\n",
                b"item1.UID:3\r\n",
                b"UI\r\n D:4\r\n",
                b"RECURRENCE-ID;TZID=Z:20260101\r\n",
                b"recurrence-id:2026\r\n 0102\r\n",
                b'ATTENDEE;CN="a:b":c\r\n',
                b'ATTENDEE;CN="a\r\n  b":c\r\n',
                b'X;P=q"x:y":z\r\n',
                b"X;ENCODING=QUOTED-PRINTABLE:a=\r\n",
                b"BEGIN:VALARM\r\nUID:9\r\nTRIGGER:1\r\nEND:VALARM\r\n",
                b"BEGIN:VALARM\r\nbegin:x\r\nEND:x\r\nEND:VALARM\r\n",
                b"BEGIN:VALARM\r\nTRIGGER:1\r\n",
                b"BEGIN:VEVENT\r\n",
                b"end:vevent\r\n",
                b"END:VEVENT\r\n",
                b"\r\n",
                b" fold\r\n",
                b"no colon\r\n",
            ]
        ),
        soup,
    )
    parts: list[bytes] = []
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from([b"VEVENT", b"VTODO", b"VTIMEZONE", b"VCARD"]))
        around = draw(st.sampled_from([b"", b"\r\n", b" x\r\n", b"X;QUOTED-PRINTABLE:=\r\n"]))
        parts += [around, b"BEGIN:" + name + b"\r\n"]
        parts += draw(st.lists(inside, max_size=5))
        parts += [b"END:" + name + b"\r\n"]
    return b"BEGIN:VCALENDAR\r\n" + b"".join(parts) + b"END:VCALENDAR\r\n"


bodies = st.one_of(with_blocks(), damaged(), anything)


@given(st.lists(bodies, min_size=1, max_size=3))
def test_the_trees_are_those_of_parse(texts: list[bytes]) -> None:
    sharing = Sharing()
    for text in [*texts, *reversed(texts)]:
        stream = sharing.parse(text)
        assert stream.to_bytes() == text
        assert whole(stream) == whole(parse(text))


@pytest.mark.parametrize("body", samples.ALL.values(), ids=samples.ALL)
def test_samples(body: bytes) -> None:
    assert whole(Sharing().parse(body)) == whole(parse(body))


def version(title: str) -> bytes:
    return samples.SERIES.replace(b"SUMMARY:Moved review", f"SUMMARY:{title}".encode())


def test_what_did_not_change_is_the_same_object() -> None:
    sharing = Sharing()
    (one,), (other,) = (sharing.parse(version(t)).components for t in ("a", "b"))
    zone, master, override = zip(one.children, other.children, strict=True)
    assert zone[0] is zone[1]
    assert master[0] is master[1]
    assert override[0] is not override[1]
    assert override[0] != override[1]
    assert override[0].identity == override[1].identity


def test_a_text_that_comes_again_is_not_parsed_again() -> None:
    sharing = Sharing()
    assert sharing.parse(version("a")) is sharing.parse(bytes(bytearray(version("a"))))


def test_lines_are_not_split_before_somebody_asks() -> None:
    master = Sharing().parse(samples.SERIES).components[0].children[1]
    assert isinstance(master, Unread)
    assert master.identity.uid == b"series-1@example.com"
    assert master.to_bytes() in samples.SERIES
    assert "_read" not in master.__dict__
    summary = master.first("SUMMARY")
    assert summary is not None
    assert "_read" in master.__dict__


def test_long_lines_share_what_was_read_and_are_two() -> None:
    sharing = Sharing()
    photo = fold(b"PHOTO;ENCODING=b:" + b"QUJD" * LONG)
    texts = [samples.CARD.replace(b"REV:", photo + word + b"REV:") for word in (b"", b"X-A:1\r\n")]
    one, other = (sharing.parse(text).components[0].all("PHOTO")[1] for text in texts)
    assert one is not other
    assert one.value is other.value
    assert one.value == b"QUJD" * LONG


@pytest.mark.parametrize("room", [0, 1, 2])
def test_a_block_at_the_limit_of_depth(room: int) -> None:
    block = b"BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VALARM\r\nTRIGGER:1\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    outside = MAX_DEPTH - room
    body = b"BEGIN:A\r\n" * outside + block + b"END:A\r\n" * outside
    stream = Sharing().parse(body)
    assert whole(stream) == whole(parse(body))
    assert stream.broken == (room < 2)


def test_components_are_equal_by_their_octets() -> None:
    (read,) = parse(samples.TASK).components[0].children
    (unread,) = Sharing().parse(samples.TASK).components[0].children
    assert type(read) is not type(unread)
    assert read == unread
    assert hash(read) == hash(unread)
    assert read != samples.TASK
