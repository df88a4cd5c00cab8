"""What servers make of an upload: recorded pairs, and Radicale's own code."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.core.content.equality import same_but_for_server, same_content
from sync_engine.core.content.forms import PropertyForm
from sync_engine.core.content.rewritings import REWRITINGS, rewritten
from tests.core.content import samples
from tests.core.content.samples import SERIES, TASK, ZONE, crlf


def event(*lines: str) -> bytes:
    return "\r\n".join(
        (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1"),
            *(*lines, "END:VEVENT", "END:VCALENDAR", ""),
        )
    ).encode()


def card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", "UID:1", *lines, "END:VCARD", "")).encode()


def alarm(*lines: str) -> bytes:
    return event("BEGIN:VALARM", *lines, "END:VALARM")


RECORDED = {
    # Cyrus 3.6.1
    "default-value-type": [
        (alarm("TRIGGER;VALUE=DURATION:-PT15M"), alarm("TRIGGER:-PT15M")),
        (
            event("DTSTART;VALUE=DATE-TIME;TZID=Europe/Berlin:20250302T120000"),
            event("DTSTART;TZID=Europe/Berlin:20250302T120000"),
        ),
        (event("URL;VALUE=URI:http://x/"), event("URL:http://x/")),
    ],
    "rule-parts": [
        (
            event("rrule:BYDAY=MO,TU;FREQ=WEEKLY;INTERVAL=1;UNTIL=20260101T000000Z;WKST=MO"),
            event("RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z;BYDAY=MO,TU"),
        ),
    ],
    "duration": [
        (alarm("TRIGGER;RELATED=END:-PT0H15M0S"), alarm("TRIGGER;RELATED=END:-PT15M")),
        (alarm("TRIGGER:-P0DT0H15M0S"), alarm("TRIGGER:-PT15M")),
        (event("DURATION:P1W"), event("DURATION:P7D")),
        (event("DURATION:-PT0S"), event("DURATION:PT0S")),
    ],
    "one-value-each": [
        (
            event("EXDATE;TZID=Europe/Berlin:20250302T100000,20250303T100000"),
            event(
                "EXDATE;TZID=Europe/Berlin:20250302T100000",
                "EXDATE;TZID=Europe/Berlin:20250303T100000",
            ),
        ),
        (event("CATEGORIES:b,a\\,c"), event("CATEGORIES:b", "CATEGORIES:a\\,c")),
    ],
    "text-escapes": [
        (event("SUMMARY:Hello\\, World; x"), event("SUMMARY:Hello\\, World\\; x")),
        (event("DESCRIPTION:a\\Nb\\, \\\\ e"), event("DESCRIPTION:a\\nb\\, \\\\ e")),
        (card("NOTE:a;b"), card("NOTE:a\\;b")),
        (card('NOTE:say \\"hi\\"'), card('NOTE:say "hi"')),
    ],
    "escaped-colons": [(card("X-ABUID:x\\:y"), card("X-ABUID:x:y"))],
    # Radicale 3.9
    "padding": [(card("N:B;A"), card("N:B;A;;;"))],
    # Cyrus 3.6.1, sabre/vobject 2.1
    "type-lists": [
        (card('TEL;TYPE="voice,home";PREF=1:1'), card("TEL;TYPE=voice;TYPE=home;PREF=1:1")),
        (card('TEL;TYPE="voice,home":1'), card("TEL;TYPE=voice,home:1")),
    ],
    "position": [(event("GEO:37.3;-122.0"), event("GEO:37.300000;-122.000000"))],
    "scheduling": [
        (
            event("ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST;CN=B:mailto:b"),
            event('ATTENDEE;CN=B;SCHEDULE-STATUS="1.2":mailto:b'),
        ),
    ],
}


def test_every_row_of_the_table_has_a_recorded_pair() -> None:
    assert [rewriting.name for rewriting in REWRITINGS] == list(RECORDED)


@pytest.mark.parametrize(
    ("name", "sent", "read"),
    [(name, sent, read) for name, pairs in RECORDED.items() for sent, read in pairs],
)
def test_a_recorded_rewriting_is_ours(name: str, sent: bytes, read: bytes) -> None:
    assert not same_content(sent, read)
    assert same_but_for_server(sent, read)
    assert same_but_for_server(read, sent)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        pytest.param(event("X-A:geo:1,2"), event("X-A:geo:1"), id="Radicale cuts X- values"),
        pytest.param(card("NICKNAME:a,b"), card("NICKNAME:a"), id="Radicale cuts nicknames"),
        pytest.param(
            event("EXDATE;VALUE=DATE:20250101"),
            event("EXDATE;TZID=America/New_York:20250101T090000"),
            id="Radicale turns a date into a time",
        ),
        pytest.param(event("DURATIONX:y"), event(), id="Cyrus drops unknown properties"),
        pytest.param(card("N:B;A,C"), card("N:B;A\\,C"), id="Cyrus makes two names one"),
        pytest.param(event("SUMMARY:a"), event("SUMMARY:b"), id="an edit"),
        pytest.param(event("SUMMARY:a"), event("SUMMARY:a", "STATUS:CANCELLED"), id="a line more"),
        pytest.param(event("SUMMARY:\\\\n"), event("SUMMARY:\\n"), id="backslash n is no break"),
        pytest.param(event("X-A:a\\;b"), event("X-A:a;b"), id="escapes of unknown properties"),
        pytest.param(event("DURATION:P1D"), event("DURATION:PT24H"), id="a day is no 24 hours"),
        pytest.param(event("DURATION:P"), event("DURATION:PT0S"), id="no duration"),
        pytest.param(alarm("TRIGGER:-PT5M"), alarm("TRIGGER:PT5M"), id="sign"),
        pytest.param(
            event("DTSTART;VALUE=DATE:20250101"), event("DTSTART:20250101"), id="no default"
        ),
        pytest.param(
            event("RRULE:FREQ=DAILY;COUNT=3"), event("RRULE:FREQ=DAILY;COUNT=4"), id="rule"
        ),
        pytest.param(event("GEO:1;2"), event("GEO:2;1"), id="position"),
        pytest.param(event("GEO:x"), event("GEO:y"), id="no position"),
        pytest.param(event("GEO:\xe4"), event("GEO:\xe5"), id="no number"),
        pytest.param(event("GEO:NaN"), event("GEO:1"), id="no finite number"),
        # "int" refuses more than 4300 digits: the comparison ended with an error
        pytest.param(
            alarm("TRIGGER:P" + "1" * 5000 + "D"), alarm("TRIGGER:PT1S"), id="endless digits"
        ),
        pytest.param(event("EXDATE:1,2"), event("EXDATE:1"), id="an exception less"),
        pytest.param(
            event("CATEGORIES:a\\,b"), event("CATEGORIES:a", "CATEGORIES:b"), id="escaped comma"
        ),
        pytest.param(card("N:B;A"), card("N:B;;A"), id="given and additional name"),
        pytest.param(card("N:A\\;"), card("N:A\\"), id="an escaped semicolon is no padding"),
        pytest.param(card("TEL;TYPE=home:1"), card("TEL:1"), id="a type less"),
        pytest.param(card("RRULE:B;A"), card("RRULE:A;B"), id="no rule in a vCard"),
        pytest.param(card("GEO:1.0;2"), card("GEO:1;2"), id="no position in a vCard"),
        pytest.param(card("DURATION:P1W"), card("DURATION:P7D"), id="no duration in a vCard"),
        pytest.param(
            event("ATTENDEE;PARTSTAT=ACCEPTED:x"),
            event("ATTENDEE;PARTSTAT=DECLINED:x"),
            id="answer",
        ),
        pytest.param(TASK, TASK + TASK, id="another object"),
        pytest.param(TASK, TASK.replace(b"VERSION:2.0", b"VERSION:3.0"), id="another version"),
    ],
)
def test_losses_and_edits_are_not_ours(sent: bytes, read: bytes) -> None:
    assert not same_but_for_server(sent, read)


WITHOUT_ZONE = SERIES.replace(ZONE.replace("\n", "\r\n").encode(), b"")


def test_an_added_time_zone_is_the_servers() -> None:
    assert WITHOUT_ZONE != SERIES
    assert same_but_for_server(WITHOUT_ZONE, SERIES)


def test_a_time_zone_that_nothing_refers_to_is_not_known_to_be_added() -> None:
    read = TASK.replace(b"BEGIN:VTODO", ZONE.replace("\n", "\r\n").encode() + b"BEGIN:VTODO")
    assert not same_but_for_server(TASK, read)


def test_a_time_zone_without_name_is_not_known_to_be_added() -> None:
    read = SERIES.replace(b"TZID:Europe/Berlin\r\n", b"")
    assert not same_but_for_server(WITHOUT_ZONE, read)


def test_a_lost_or_changed_time_zone_is_not_ours() -> None:
    assert not same_but_for_server(SERIES, WITHOUT_ZONE)
    other = SERIES.replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300")
    assert not same_but_for_server(SERIES, other)


def test_added_properties() -> None:
    bare = TASK.replace(b"VERSION:2.0\r\n", b"").replace(b"PRODID:-//Example//EN\r\n", b"")
    read = TASK.replace(b"VERSION", b"CALSCALE:GREGORIAN\r\nVERSION")
    assert same_but_for_server(bare, read)
    assert not same_but_for_server(read, bare)


def radicale_stores(body: bytes) -> bytes:
    """What Radicale's own code makes of an upload."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of pytz and dateutil, inside
        from radicale.item import Item, check_and_sanitize_items, read_components

        tag = "VCALENDAR" if body.startswith(b"BEGIN:VCALENDAR") else "VADDRESSBOOK"
        items = read_components(body.decode())
        check_and_sanitize_items(items, 10_000, tag=tag)
        text: str = Item(collection_path="c", vobject_item=items[0]).serialize()
    return text.encode()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(SERIES, id="series"),
        pytest.param(WITHOUT_ZONE, id="series without its zone"),
        pytest.param(TASK, id="task"),
        pytest.param(samples.CARD, id="contact"),
        pytest.param(alarm("ACTION:AUDIO", "TRIGGER;VALUE=DURATION:-PT0H15M0S"), id="alarm"),
        pytest.param(card("FN:A B", "N:B;A"), id="short name"),
        pytest.param(
            crlf("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nEND:VTODO\nEND:VCALENDAR\n"), id="bare"
        ),
    ],
)
def test_radicale_itself(body: bytes) -> None:
    read = radicale_stores(body)
    assert read != body
    assert same_but_for_server(body, read)


@given(
    st.sampled_from(["VCARD", "VEVENT", "VALARM"]),
    st.sampled_from(["TRIGGER", "RRULE", "GEO", "N", "CATEGORIES", "EXDATE", "NOTE", "SUMMARY"]),
    st.binary(max_size=30),
)
def test_any_value_has_a_form(component: str, name: str, value: bytes) -> None:
    forms = rewritten(component, PropertyForm(name, "", (("TYPE", (b"a,b",)),), value))
    assert forms
    assert {form.name for form in forms} == {name}
