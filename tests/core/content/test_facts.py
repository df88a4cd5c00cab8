"""Quick facts agree with the tree, and every reason not to upload is found."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given

from sync_engine.core.content import facts
from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.facts import ObjectKind
from tests.core.content import samples
from tests.core.content.strategies import anything

CALENDAR, CARD = ObjectKind.VCALENDAR, ObjectKind.VCARD


def test_facts_of_a_series() -> None:
    found = facts.facts(samples.SERIES)
    assert found == facts.Facts(
        objects=("VCALENDAR",),
        components=("VEVENT",),
        uids=("series-1@example.com",),
        without_uid=False,
        attendee=True,
        sound=True,
    )
    assert found.kind is CALENDAR


@pytest.mark.parametrize(
    ("name", "kind", "uid", "components", "attendee"),
    [
        ("series", CALENDAR, "series-1@example.com", ("VEVENT",), True),
        ("task", CALENDAR, "task-1", ("VTODO",), False),
        ("card", CARD, "card-1", (), False),
        ("card4", CARD, "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", (), False),
        ("card21", CARD, "old-1", (), False),
    ],
)
def test_single_facts(
    name: str, kind: ObjectKind, uid: str, components: tuple[str, ...], *, attendee: bool
) -> None:
    body = samples.ALL[name]
    assert facts.kind(body) is kind
    assert facts.uid(body) == uid
    assert facts.component_names(body) == components
    assert facts.has_attendee(body) is attendee
    assert facts.problems(body, kind) == ()


def calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", "")).encode()


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


@pytest.mark.parametrize(
    ("body", "uid"),
    [
        pytest.param(b"", None, id="empty"),
        pytest.param(b"UID:1\n", None, id="outside"),
        pytest.param(calendar("UID:1"), None, id="of the calendar"),
        pytest.param(calendar(*event("BEGIN:VALARM", "UID:1", "END:VALARM")), None, id="alarm"),
        pytest.param(
            calendar(*event("BEGIN:VALARM", "UID:1", "END:VALARM", "UID:2")), "2", id="after"
        ),
        pytest.param(calendar("BEGIN:VTIMEZONE", "UID:1", "END:VTIMEZONE"), None, id="zone"),
        pytest.param(calendar(*event("UID:")), None, id="empty value"),
        pytest.param(calendar(*event("uid;X=1: 1 ")), "1", id="case, parameter, white space"),
        pytest.param(calendar(*event('UID;X="a:b":1')), "1", id="quoted colon"),
        pytest.param(calendar(*event('UID;X="a:1"')), None, id="malformed, quoted"),
        pytest.param(calendar(*event("UID;X")), None, id="malformed"),
        pytest.param(calendar(*event("UI", " D:1", " 2")), "12", id="folded"),
        pytest.param(calendar(*event("DESCRIPTION:x", " UID:1")), None, id="in a fold"),
        pytest.param(calendar(*event("X:a\rUID:1")), None, id="after a bare CR"),
        pytest.param(calendar(*event("X:a\u2028UID:1")), None, id="after U+2028"),
        pytest.param(b"BEGIN:VCARD\nitem1.UID:1\nEND:VCARD\n", "1", id="grouped"),
        pytest.param(b"BEGIN:VCARD\nUID:\xff\nEND:VCARD\n", "\\xff", id="not UTF-8"),
        pytest.param(b"\xef\xbb\xbfBEGIN:VCARD\nUID:1\nEND:VCARD\n", "1", id="byte order mark"),
        pytest.param(b"BEGIN:VCARD\nUID:1", "1", id="cut off"),
    ],
)
def test_uid(body: bytes, uid: str | None) -> None:
    assert facts.uid(body) == uid


@pytest.mark.parametrize(
    ("body", "attendee"),
    [
        (calendar(*event("UID:1", "ATTENDEE:mailto:x")), True),
        (calendar("BEGIN:VTODO", "item.attendee;X=1:mailto:x", "END:VTODO"), True),
        (calendar(*event("UID:1", "X-ATTENDEE:mailto:x", "DESCRIPTION:ATTENDEE:")), False),
        (calendar(*event("BEGIN:VALARM", "ATTENDEE:mailto:x", "END:VALARM")), False),
        # The nesting cannot be relied on: rather a hold too many.
        (calendar(*event("BEGIN:VALARM", "ATTENDEE:mailto:x")), True),
        (b"ATTENDEE:mailto:x\n", True),
        (b"BEGIN:VCARD\nATTENDEE:mailto:x\nEND:VCARD\n", False),
        (b"BEGIN:VCALENDAR\n", False),
    ],
)
def test_attendees(body: bytes, *, attendee: bool) -> None:
    assert facts.has_attendee(body) is attendee


def test_component_names_are_distinct_and_in_order() -> None:
    body = calendar("BEGIN:VTODO", "END:VTODO", *event(), *event(), "BEGIN:X-A", "END:X-A")
    assert facts.component_names(body) == ("VTODO", "VEVENT")


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        pytest.param(b"", CARD, (facts.BROKEN, facts.WRONG_KIND), id="empty"),
        pytest.param(samples.CARD, CALENDAR, (facts.WRONG_KIND,), id="contact in a calendar"),
        pytest.param(samples.TASK, CARD, (facts.WRONG_KIND,), id="task in an address book"),
        pytest.param(b"BEGIN:VLIST\nEND:VLIST\n", CARD, (facts.WRONG_KIND,), id="neither"),
        pytest.param(calendar(), CALENDAR, (facts.BROKEN,), id="nothing inside"),
        pytest.param(samples.SERIES[:-20], CALENDAR, (facts.BROKEN,), id="cut off"),
        pytest.param(calendar(*event("UID:1"), "END:VEVENT"), CALENDAR, (facts.BROKEN,), id="END"),
        pytest.param(calendar(*event("UID:1", "x")), CALENDAR, (facts.BROKEN,), id="malformed"),
        pytest.param(b" A:1\n" + samples.TASK, CALENDAR, (facts.BROKEN,), id="fold of nothing"),
        pytest.param(b"X:1\n" + samples.TASK, CALENDAR, (facts.BROKEN,), id="before"),
        pytest.param(samples.TASK + b"X:1\n", CALENDAR, (facts.BROKEN,), id="after"),
        pytest.param(
            samples.TASK.replace(b"STATUS", b"\r\n STATUS"),
            CALENDAR,
            (facts.BROKEN,),
            id="fold after an empty line",
        ),
        pytest.param(
            b"BEGIN:VCALENDAR\n" * 17 + b"END:VCALENDAR\n" * 17,
            CALENDAR,
            (facts.BROKEN,),
            id="nested too deeply",
        ),
        pytest.param(
            samples.CARD + b"\r\n" + samples.CARD,
            CARD,
            (facts.SEVERAL_OBJECTS,),
            id="two contacts",
        ),
        pytest.param(
            calendar(*event("UID:1"), "BEGIN:VTODO", "UID:1", "END:VTODO"),
            CALENDAR,
            (facts.MIXED_COMPONENTS,),
            id="event and task",
        ),
        pytest.param(calendar(*event("SUMMARY:x")), CALENDAR, (facts.NO_UID,), id="no UID"),
        pytest.param(
            calendar(*event("UID:1"), *event("SUMMARY:x")),
            CALENDAR,
            (facts.NO_UID,),
            id="one without UID",
        ),
        pytest.param(
            samples.CARD.replace(b"UID:card-1\r\n", b""),
            CARD,
            (facts.NO_UID,),
            id="contact, no UID",
        ),
        pytest.param(
            calendar(*event("UID:1"), *event("UID:2")),
            CALENDAR,
            (facts.SEVERAL_UIDS,),
            id="two UIDs",
        ),
        pytest.param(
            calendar(*event("UID:1", "X:\x08")), CALENDAR, (facts.CONTROL_CHARACTERS,), id="BS"
        ),
        pytest.param(
            calendar(*event("UID:1", "X:a\rb")), CALENDAR, (facts.CONTROL_CHARACTERS,), id="CR"
        ),
        pytest.param(
            calendar(*event("UID:1", "X:\ufffe")), CALENDAR, (facts.CONTROL_CHARACTERS,), id="FFFE"
        ),
        pytest.param(
            samples.TASK.replace(b"milk", b"m\xfclk"), CALENDAR, (facts.NOT_UTF8,), id="Latin-1"
        ),
        pytest.param(calendar("", *event("", "UID:1", "\t")), CALENDAR, (), id="blank lines"),
        pytest.param(calendar(*event("UID:1", "X:\t\u2028\u0085")), CALENDAR, (), id="allowed"),
        pytest.param(samples.SERIES.replace(b"\r\n", b"\n"), CALENDAR, (), id="LF"),
    ],
)
def test_problems(body: bytes, kind: ObjectKind, expected: tuple[str, ...]) -> None:
    assert facts.problems(body, kind) == expected


@given(anything)
def test_the_scan_agrees_with_the_tree(body: bytes) -> None:
    stream = parse(body)
    main: list[Component] = []
    for top in stream.components:
        if top.name == "VCARD":
            main.append(top)
        elif top.name == "VCALENDAR":
            main.extend(c for c in top.children if c.name in facts.MAIN_COMPONENTS)
    empty = not stream.components or (
        any(c.name == "VCALENDAR" for c in stream.components)
        and all(c.name == "VCARD" for c in main)
    )
    found = facts.facts(body)
    assert found.objects == tuple(c.name for c in stream.components)
    assert found.components == tuple(dict.fromkeys(c.name for c in main if c.name != "VCARD"))
    uids = [[u.value.strip() for u in c.all("UID") if u.value.strip()] for c in main]
    assert set(found.uids) == {
        value.decode("utf-8", "backslashreplace") for values in uids for value in values
    }
    assert found.without_uid == (not all(uids))
    broken = facts.BROKEN in facts.problems(body, CARD)
    assert broken == (stream.broken or empty)
    if not broken:
        assert found.attendee == any(c.first("ATTENDEE") for c in main if c.name != "VCARD")


def test_content_hash() -> None:
    assert facts.content_hash(b"a") == hashlib.sha256(b"a").hexdigest()
