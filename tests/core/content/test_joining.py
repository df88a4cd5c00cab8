"""Many resources as one file, and apart again."""

from __future__ import annotations

from sync_engine.core.content.components import parse
from sync_engine.core.content.equality import same_content
from sync_engine.core.content.facts import ObjectKind, uid
from sync_engine.core.content.joining import join_calendars, join_cards
from sync_engine.core.content.splitting import split
from tests.servers import samples


def components(body: bytes) -> list[bytes]:
    (calendar,) = parse(body).components
    return [child.to_bytes() for child in calendar.children]


def test_calendars_joined_and_split_are_the_same_components() -> None:
    bodies = samples.events(60, 5) + samples.tasks(20, 5)
    joined, left = join_calendars(bodies)
    assert left == 0
    assert len(parse(joined).components) == 1
    found = split(joined, ObjectKind.VCALENDAR)
    assert found.bad == []
    again = {piece.uid: piece.body for piece in found.pieces}
    assert again.keys() == {uid(body) for body in bodies}
    for body in bodies:
        assert set(components(again[uid(body)])) == set(components(body))


def test_zones_of_one_name_that_differ_stay_apart() -> None:
    def body(number: int, offset: str) -> bytes:
        return (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
            f"BEGIN:VTIMEZONE\r\nTZID:Z\r\nX-OFFSET:{offset}\r\nEND:VTIMEZONE\r\n"
            f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART;TZID=Z:20260101T100000\r\nEND:VEVENT\r\n"
            "END:VCALENDAR\r\n"
        ).encode()

    bodies = [body(1, "+1"), body(2, "+2"), body(3, "+1")]
    joined, _ = join_calendars(bodies)
    assert len(parse(joined).components) == 2
    assert joined.count(b"BEGIN:VTIMEZONE") == 2
    again = {piece.uid: piece.body for piece in split(joined, ObjectKind.VCALENDAR).pieces}
    for number, one in enumerate(bodies, 1):
        assert components(again[str(number)]) == components(one)
        assert same_content(
            again[str(number)], one.replace(b"PRODID:x", b"PRODID:-//kSync//export//EN")
        )


def test_cards_joined_and_split_are_the_same_bytes() -> None:
    bodies = samples.contacts(40, 5)
    joined, left = join_cards([*bodies, b"BEGIN:VCARD\r\n"])
    assert left == 1
    assert [piece.body for piece in split(joined, ObjectKind.VCARD).pieces] == bodies


def test_what_is_broken_is_left_out() -> None:
    bodies = samples.events(2, 5)
    joined, left = join_calendars([bodies[0], bodies[1][:-20], b""])
    assert left == 2
    assert [p.uid for p in split(joined, ObjectKind.VCALENDAR).pieces] == [uid(bodies[0])]
