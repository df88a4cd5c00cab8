"""Files with many events, tasks or contacts, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync_engine.core.content.facts import ObjectKind, facts, problems
from sync_engine.core.content.splitting import split
from tests.servers import samples

EVENTS, CARDS = ObjectKind.VCALENDAR, ObjectKind.VCARD


def crlf(text: str) -> bytes:
    return text.strip("\n").replace("\n", "\r\n").encode() + b"\r\n"


def calendar(*parts: str, head: str = "VERSION:2.0\nPRODID:-//x//EN") -> bytes:
    inside = "\n".join(part.strip("\n") for part in parts)
    return crlf(f"BEGIN:VCALENDAR\n{head}\n{inside}\nEND:VCALENDAR")


def event(uid: str, *lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


ZONE = "BEGIN:VTIMEZONE\nTZID:Here\nX-KEPT:as it\n  is\nEND:VTIMEZONE"
OTHER_ZONE = "BEGIN:VTIMEZONE\nTZID:There\nEND:VTIMEZONE"
STAMP = "DTSTAMP:20260101T000000Z"


@pytest.mark.parametrize("body", samples.events(30, 1) + samples.tasks(10, 1))
def test_a_resource_comes_out_as_it_went_in(body):
    (piece,) = split(body, EVENTS).pieces
    assert piece.body == body
    assert not piece.given


@pytest.mark.parametrize("body", samples.contacts(20, 1))
def test_a_card_comes_out_as_it_went_in(body):
    (piece,) = split(body, CARDS).pieces
    assert piece.body == body


def test_many_resources_one_after_the_other_come_out_byte_for_byte():
    bodies = samples.events(40, 2) + samples.tasks(10, 2)
    found = split(b"".join(bodies), EVENTS)
    assert [piece.body for piece in found.pieces] == bodies
    assert found.bad == []
    cards = samples.contacts(40, 2)
    assert [piece.body for piece in split(b"".join(cards), CARDS).pieces] == cards


def test_events_of_one_calendar_are_taken_apart_with_their_zones():
    master = event("a", STAMP, "DTSTART;TZID=Here:20260101T100000", "SUMMARY:folded", "  on")
    override = event(
        "a", STAMP, "RECURRENCE-ID;TZID=Here:20260102T100000", "DTSTART;TZID=There:20260102T110000"
    )
    plain = event("b", STAMP, "DTSTART:20260101T100000Z")
    todo = 'BEGIN:VTODO\nUID:c\nDUE;TZID="There":20260101T100000\nEND:VTODO'
    kept = "VERSION:2.0\nPRODID:-//x//EN\nCALSCALE:GREGORIAN"
    head = f"{kept}\nMETHOD:PUBLISH\nX-WR-CALNAME:All\nNAME:All"
    found = split(calendar(ZONE, OTHER_ZONE, master, plain, override, todo, head=head), EVENTS)
    assert [piece.body for piece in found.pieces] == [
        calendar(ZONE, OTHER_ZONE, master, override, head=kept),
        calendar(plain, head=kept),
        calendar(OTHER_ZONE, todo, head=kept),
    ]
    whole = calendar(ZONE, OTHER_ZONE, master, plain, override, todo, head=head)
    begun = {
        uid: 1 + whole[: whole.index(f"{name}\r\nUID:{uid}\r\n".encode())].count(b"\n")
        for name, uid in (("BEGIN:VEVENT", "a"), ("BEGIN:VEVENT", "b"), ("BEGIN:VTODO", "c"))
    }
    assert {piece.uid: piece.line for piece in found.pieces} == begun
    assert found.bad == []


def test_an_override_in_another_object_goes_to_its_master():
    master, override = event("a", STAMP), event("a", STAMP, "RECURRENCE-ID:20260102T100000Z")
    found = split(calendar(master) + calendar(override), EVENTS)
    assert [piece.body for piece in found.pieces] == [calendar(master, override)]


def test_method_goes_and_messages_are_no_resources():
    one = event("a", STAMP, "SUMMARY:One")
    for method in ("PUBLISH", "request"):
        found = split(calendar(one, head=f"VERSION:2.0\nPRODID:x\nMETHOD:{method}"), EVENTS)
        assert [piece.body for piece in found.pieces] == [
            calendar(one, head="VERSION:2.0\nPRODID:x")
        ]
    for method in ("REPLY", "Cancel"):
        found = split(calendar(one, head=f"VERSION:2.0\nPRODID:x\nMETHOD:{method}"), EVENTS)
        assert [(bad.reference, bad.title) for bad in found.bad] == [("import.message", "One")]
        assert found.pieces == []


def test_what_is_twice_counts_once_and_is_told_if_it_differs():
    one, other = event("a", STAMP, "SUMMARY:One"), event("a", STAMP, "SUMMARY:Other")
    found = split(calendar(one, one, other), EVENTS)
    assert [piece.body for piece in found.pieces] == [calendar(one)]
    assert [(bad.reference, bad.title) for bad in found.bad] == [("import.duplicate", "Other")]


def test_a_component_without_its_end_is_bad_and_so_alone():
    broken = "BEGIN:VEVENT\nUID:broken\nSUMMARY:Broken"
    good = [event(uid, STAMP) for uid in ("a", "b", "c")]
    found = split(calendar(good[0], broken, good[1], good[2]), EVENTS)
    assert [piece.body for piece in found.pieces] == [calendar(one) for one in good]
    assert [(bad.reference, bad.title, bad.line) for bad in found.bad] == [
        ("resource.broken", "Broken", 8)
    ]
    whole = calendar(*good)
    cut = split(whole[: whole.index(b"UID:c") + 6], EVENTS)
    assert [piece.uid for piece in cut.pieces] == ["a", "b"]
    assert [bad.reference for bad in cut.bad] == ["resource.broken"]


def test_a_card_that_swallowed_others():
    card = "BEGIN:VCARD\nVERSION:3.0\nUID:{0}\nFN:{0}\nN:{0};;;;\nEND:VCARD\n"
    text = card.format("a") + "BEGIN:VCARD\nVERSION:3.0\nFN:Broken\n" + card.format("b")
    found = split(crlf(text), CARDS)
    assert [piece.body for piece in found.pieces] == [crlf(card.format(u)) for u in ("a", "b")]
    assert [(bad.reference, bad.title) for bad in found.bad] == [("resource.broken", "Broken")]


def test_what_has_no_uid_gets_one_that_is_found_again():
    card = crlf("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nN:Ann;;;;\nEND:VCARD")
    (piece,) = split(card, CARDS).pieces
    assert piece.given
    uid_line = f"UID:{piece.uid}\r\n".encode()
    assert piece.body == card.replace(b"VERSION:3.0\r\n", b"VERSION:3.0\r\n" + uid_line)
    assert split(card, CARDS).pieces == [piece]
    other = split(card.replace(b"Ann", b"Bea"), CARDS).pieces[0]
    assert other.uid != piece.uid
    (task,) = split(calendar("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO"), EVENTS).pieces
    assert b"BEGIN:VTODO\r\nUID:" in task.body


@pytest.mark.parametrize(
    ("body", "kind", "reference"),
    [
        (calendar(event("a", STAMP)), CARDS, "resource.wrong_kind"),
        (crlf("BEGIN:VCARD\nVERSION:3.0\nUID:a\nFN:A\nEND:VCARD"), EVENTS, "resource.wrong_kind"),
        (
            calendar(event("a"), "BEGIN:VTODO\nUID:a\nEND:VTODO"),
            EVENTS,
            "resource.mixed_components",
        ),
        (calendar(event("a", "SUMMARY:\x01")), EVENTS, "resource.control_characters"),
        (calendar(event("a", "SUMMARY:x")).replace(b"x", b"\xff"), EVENTS, "resource.not_utf8"),
        (b"Dear diary", EVENTS, "resource.broken"),
    ],
)
def test_what_cannot_be_a_resource_is_told(body, kind, reference):
    found = split(body, kind)
    assert {bad.reference for bad in found.bad} == {reference}
    assert found.pieces == []


def test_other_line_ends_a_byte_order_mark_and_a_bare_component():
    one = event("a", STAMP)
    whole = calendar(one)
    for text in (whole.replace(b"\r\n", b"\n"), whole.replace(b"\r\n", b"\r"), whole[:-2]):
        assert [p.body for p in split(b"\xef\xbb\xbf" + text, EVENTS).pieces] == [whole]
    (bare,) = split(crlf(one), EVENTS).pieces
    assert problems(bare.body, EVENTS) == ()
    assert split(b"", EVENTS).pieces == split(b"\r\n\r\n", EVENTS).bad == []


LINES = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTODO",
        "END:VTODO", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Z", "UID:a", "UID:b", "SUMMARY:x",
        "DTSTART;TZID=Z:20260101T000000", "METHOD:PUBLISH", "BEGIN:VCARD", "END:VCARD", "",
        "RECURRENCE-ID:20260101T000000", "garbage",
    ]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(LINES, max_size=40))
def test_whatever_comes_pieces_are_resources_and_nothing_is_left_out_in_silence(lines):
    # each component has a line of its own
    marked = [f"{x}\r\nX-N:{n}" if x.startswith("BEGIN:V") else x for n, x in enumerate(lines)]
    body = ("\r\n".join(marked) + "\r\n").encode()
    for kind in (EVENTS, CARDS):
        found = split(body, kind)
        for piece in found.pieces:
            assert problems(piece.body, kind) == ()
            assert facts(piece.body).uids == (piece.uid,)
            # whole again by itself
            assert [p.body for p in split(piece.body, kind).pieces] == [piece.body]
        main = ("BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VCARD")
        begun = {f"X-N:{n}\r\n".encode() for n, x in enumerate(lines) if x in main}
        out = {mark for mark in begun if any(mark in piece.body for piece in found.pieces)}
        assert begun == out or found.bad
