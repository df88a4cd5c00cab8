"""The tree: nothing lost, damage seen, identities right."""

from __future__ import annotations

import pytest
from hypothesis import given

from sync_engine.core.content.components import MAX_DEPTH, Component, parse
from tests.core.content import samples
from tests.core.content.strategies import anything


@given(anything)
def test_the_tree_holds_every_octet_in_order(body: bytes) -> None:
    stream = parse(body)
    assert stream.to_bytes() == body
    assert b"".join(line.raw for line in stream.lines()) == body


@pytest.mark.parametrize("body", samples.ALL.values(), ids=samples.ALL)
def test_samples_are_sound(body: bytes) -> None:
    assert parse(body).faults == ()


def outline(component: Component) -> object:
    return (component.name, [outline(child) for child in component.children])


def test_nesting() -> None:
    (calendar,) = parse(samples.SERIES).components
    assert outline(calendar) == (
        "VCALENDAR",
        [
            ("VTIMEZONE", [("DAYLIGHT", []), ("STANDARD", [])]),
            ("VEVENT", [("VALARM", []), ("VALARM", [])]),
            ("VEVENT", []),
        ],
    )
    assert calendar.to_bytes() == samples.SERIES
    event = calendar.children[1]
    assert [line.value for line in event.all("SEQUENCE")] == [b"2"]
    assert len(event.all("ATTENDEE")) == 2  # the alarm's is not among them
    assert event.first("NONE") is None
    assert [line.name for line in event.properties][:2] == ["UID", "DTSTAMP"]


def test_identities() -> None:
    (calendar,) = parse(samples.SERIES).components
    zone, master, override = (child.identity for child in calendar.children)
    assert zone == ("VTIMEZONE", b"Europe/Berlin", b"")
    assert master == ("VEVENT", b"series-1@example.com", b"")
    assert override == (
        "VEVENT",
        b"series-1@example.com",
        b";TZID=Europe/Berlin:20250324T100000",
    )
    assert calendar.identity == ("VCALENDAR", b"", b"")


def test_the_identity_of_an_override_ignores_the_spelling_of_its_parameters() -> None:
    def override(line: bytes) -> object:
        body = b"BEGIN:VEVENT\nUID:1\n" + line + b"\nEND:VEVENT\n"
        return parse(body).components[0].identity

    assert override(b"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=X:2025") == override(
        b'recurrence-id;tzid="X";range=THISANDFUTURE:2025'
    )
    assert override(b"RECURRENCE-ID;TZID=X:2025") != override(b"RECURRENCE-ID;TZID=Y:2025")


def test_case_white_space_and_several_objects() -> None:
    body = b"begin:vcard\nuid:1\nEnd:VCard \n\nBEGIN:VCARD\nUID:2\nEND:VCARD\n"
    stream = parse(body)
    assert [c.identity.uid for c in stream.components] == [b"1", b"2"]
    assert not stream.broken


def test_a_group_makes_no_begin() -> None:
    assert parse(b"BEGIN:VCARD\nb.BEGIN:VCARD\nEND:VCARD\n").faults == ()


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (b"", ()),
        (b"\r\n", ()),
        (b"BEGIN:A\n", ("BEGIN without END",)),
        (b"END:A\n", ("END without BEGIN",)),
        (b"BEGIN:A\nEND:B\nEND:A\n", ("END without BEGIN",)),
        (b"BEGIN:A\nBEGIN:B\nEND:A\n", ("BEGIN without END",)),
        (b"BEGIN:A\nno colon\nEND:A\n", ("malformed line",)),
        (b'BEGIN:A\nX;P="q:w":v\nEND:A\n', ()),
        (b"X:1\nBEGIN:A\nEND:A\n", ("line outside a component",)),
        (b"BEGIN:A\n" * (MAX_DEPTH + 1) + b"END:A\n" * MAX_DEPTH, ("nested too deeply",)),
        (b"BEGIN:A\n" * MAX_DEPTH + b"END:A\n" * MAX_DEPTH, ()),
    ],
)
def test_faults(body: bytes, faults: tuple[str, ...]) -> None:
    stream = parse(body)
    assert stream.faults == faults
    assert stream.broken == bool(faults)
    assert stream.to_bytes() == body


def test_an_end_further_out_closes_the_inner_components() -> None:
    (outer,) = parse(b"BEGIN:A\nBEGIN:B\nX:1\nEND:A\n").components
    (inner,) = outer.children
    assert (inner.name, inner.end) == ("B", None)
    assert outer.end is not None
