"""The sample account: valid to other programs' eyes, on every day of the year."""

from __future__ import annotations

import base64
import struct
import zlib
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
import vobject

from ksync.demo import samples
from ksync.demo.editing import edited, line_of
from ksync.demo.errors import DemoFailed
from ksync.demo.samples import events
from ksync.demo.samples.avatars import SIZE, avatar
from ksync.demo.samples.writing import Maker, escaped, text

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DAYS = [
    date(2026, 3, 4), date(2027, 12, 31), date(2028, 2, 20), date(2028, 2, 29), date(2028, 4, 9),
]  # fmt: skip


TODAY = NOW.date()


def account(day: date = TODAY) -> dict[str, samples.SampleCollection]:
    return {collection.slug: collection for collection in samples.account(day, NOW)}


@pytest.mark.parametrize("day", DAYS)
def test_every_calendar_object_is_valid(day: date):
    for collection in account(day).values():
        if not collection.component:
            continue
        for name, body in collection.resources.items():
            parsed = icalendar.Calendar.from_ical(body)
            found = [c for c in parsed.walk() if c.name == collection.component]
            assert found, name
            assert not any(component.errors for component in parsed.walk())
            assert {str(component["UID"]) for component in found} == {
                f"{name.removesuffix('.ics')}@keller.example"
            }
            named = {str(z["TZID"]) for z in parsed.walk() if z.name == "VTIMEZONE"}
            used = {
                value.params["TZID"]
                for component in found
                for value in component.values()
                if "TZID" in getattr(value, "params", {})
            }
            assert used <= named, name


def test_it_is_realistic():
    found = account()
    bodies = {slug: b"".join(found[slug].resources.values()) for slug in found}
    everything = b"".join(bodies.values())
    for kind in (b"RRULE:", b"EXDATE;", b"RECURRENCE-ID;", b"VALUE=DATE:", b"BEGIN:VALARM"):
        assert kind in everything, kind
    assert b"TZID=America/New_York:" in bodies["work"]
    for state in (b"DUE;", b"PERCENT-COMPLETE:50", b"STATUS:COMPLETED"):
        assert state in bodies["tasks"], state


@pytest.mark.parametrize("day", DAYS)
def test_something_happens_in_the_coming_week(day: date):
    for slug in ("personal", "work", "family"):
        coming = [
            event
            for body in account(day)[slug].resources.values()
            for event in recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between(
                day, day + timedelta(days=14)
            )
        ]
        assert len(coming) > 3, slug


def test_every_contact_has_a_photo():
    people = account()["contacts"].resources
    assert len(people) == 8
    for name, body in people.items():
        card = vobject.readOne(body.decode())
        assert card.version.value == "3.0"
        assert card.fn.value
        assert card.photo.value.startswith(b"\x89PNG"), name
        base64.b64encode(card.photo.value)
    assert len({vobject.readOne(b.decode()).photo.value for b in people.values()}) == 8


def test_an_avatar_is_a_png():
    png = avatar((10, 200, 255))
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, rest = {}, png[8:]
    while rest:
        (length,) = struct.unpack(">I", rest[:4])
        kind, data = rest[4:8], rest[8 : 8 + length]
        assert struct.unpack(">I", rest[8 + length : 12 + length]) == (zlib.crc32(kind + data),)
        chunks[kind], rest = data, rest[12 + length :]
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert struct.unpack(">IIBBBBB", chunks[b"IHDR"]) == (SIZE, SIZE, 8, 2, 0, 0, 0)
    assert len(zlib.decompress(chunks[b"IDAT"])) == SIZE * (1 + 3 * SIZE)


def test_lines_are_folded_between_characters():
    body = text(["SUMMARY:" + "Zürich–" * 30])
    rows = body.split(b"\r\n")
    assert rows[-1] == b""
    assert all(len(row) <= 75 for row in rows)
    assert all(row.decode() for row in rows[:-1])
    assert "".join([rows[0].decode(), *(row.decode()[1:] for row in rows[1:-1])]).endswith("rich–")
    assert body.replace(b"\r\n ", b"") == b"SUMMARY:" + "Zürich–".encode() * 30 + b"\r\n"


def test_text_values_are_escaped():
    assert escaped("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"


class TestEditing:
    BODY = events.picnic(Maker(TODAY, NOW))

    def test_only_the_line_of_the_event_changes(self):
        edit = edited(self.BODY, DTSTART=("T113000", "T120000"))
        ((old, new),) = edit.changes
        assert old.endswith("T113000")
        assert new.endswith("T120000")
        assert self.BODY.replace(old.encode(), new.encode()) == edit.text
        assert edit.text.count(b"DTSTART:19") == 2
        assert line_of(edit.text, "DTSTART") == new

    @pytest.mark.parametrize(
        ("component", "values"),
        [
            ("VEVENT", {"LOCATION": ("a", "b")}),
            ("VEVENT", {"SUMMARY": ("Breakfast", "Lunch")}),
            ("VTODO", {"SUMMARY": ("Picnic", "Lunch")}),
        ],
    )
    def test_what_is_not_there_is_not_edited(self, component, values):
        with pytest.raises(DemoFailed):
            edited(self.BODY, component, **values)
