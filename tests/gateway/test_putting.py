"""The table of ``putting``, row by row, and what programs lose."""

import pytest

from ksync.gateway import putting
from ksync.gateway.keeping import restorer
from ksync.gateway.putting import Condition, Nothing, Refused, Write, as_sent
from sync_engine.core.content.facts import content_hash
from tests.programs.texts import event

BASE = event("e", "One").replace(b"END:VEVENT", b"X-OURS:kept\r\nIANA-NAME:kept\r\nEND:VEVENT")
SENT = BASE.replace(b"SUMMARY:One", b"SUMMARY:Two")
MOVED = BASE.replace(b"X-OURS", b"LOCATION:There\r\nX-OURS")
CLASH = BASE.replace(b"SUMMARY:One", b"SUMMARY:Three")
STRANGER = event("other", "One")


def known(*texts):
    return {content_hash(text): text for text in texts}.get


def match(*texts):
    return Condition(match=frozenset(map(content_hash, texts)))


TABLE = [
    ("create only, there is one", SENT, BASE, Condition(none_match=True), Refused),
    ("create only, even the same", BASE, BASE, Condition(none_match=True), Refused),
    ("create", SENT, None, Condition(none_match=True), Write(SENT, exact=True)),
    ("create without a word", SENT, None, Condition(), Write(SENT, exact=True)),
    ("over what is gone", SENT, None, match(BASE), Refused),
    ("over anything, and it is gone", SENT, None, Condition(match_any=True), Refused),
    ("the same", BASE, BASE, Condition(), Nothing(exact=True)),
    ("the same over an older one", BASE, BASE, match(MOVED), Nothing(exact=True)),
    ("over the version now", SENT, BASE, match(BASE), Write(SENT, exact=True)),
    ("one of several versions", SENT, BASE, match(CLASH, BASE), Write(SENT, exact=True)),
    ("over a known older one", SENT, MOVED, match(BASE), Write(
        SENT.replace(b"X-OURS", b"LOCATION:There\r\nX-OURS"), exact=False)),
    ("both did the same", SENT, MOVED.replace(b"One", b"Two"), match(BASE), Nothing(exact=False)),
    ("both did otherwise", SENT, CLASH, match(BASE), Refused),
    ("over an unknown one", SENT, BASE, match(STRANGER), Refused),
    ("another one altogether", STRANGER, MOVED, match(BASE), Refused),
    ("no version, something new", MOVED, BASE, Condition(), Write(MOVED, exact=False)),
    ("any version, something new", MOVED, BASE, Condition(match_any=True),
        Write(MOVED, exact=False)),
    ("no version, something missing", BASE, MOVED, Condition(), Nothing(exact=False)),
    ("no version, another one", STRANGER, BASE, Condition(), Refused),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "now", "condition", "expected"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_put(sent, now, condition, expected):
    found = putting.put(sent, now, condition, known(BASE), as_sent)
    if expected is Refused:
        assert isinstance(found, Refused) and found.reason
    else:
        assert found == expected


def test_without_a_version_nothing_is_taken_away_and_the_sender_decides():
    found = putting.put(event("e", "Two"), MOVED, Condition(), known(), as_sent)
    assert isinstance(found, Write)
    for line in (b"SUMMARY:Two", b"LOCATION:There", b"X-OURS:kept", b"IANA-NAME:kept"):
        assert line in found.body


def test_without_a_version_what_was_shown_is_what_was_edited():
    found = putting.put(BASE, MOVED, Condition(), known(), as_sent, MOVED)
    assert found == Write(BASE, exact=True), "the place was deleted by the one who was shown it"
    found = putting.put(SENT, MOVED, Condition(), known(), as_sent, BASE)
    assert isinstance(found, Write)
    assert b"SUMMARY:Two" in found.body
    assert b"LOCATION:There" in found.body, "what came meanwhile stays"
    found = putting.put(SENT, event("e", "Three"), Condition(), known(), as_sent, BASE)
    assert isinstance(found, Write)
    assert b"SUMMARY:Two" in found.body, "the sender decides"


@pytest.mark.parametrize(
    ("condition", "safe", "refused"),
    [
        (match(BASE), False, False),
        (match(MOVED), True, True),
        (Condition(), True, False),
        (Condition(), False, True),
        (Condition(match_any=True), False, True),
    ],
)
def test_delete(condition, safe, refused):
    assert (putting.delete(BASE, condition, safe=safe) is not None) is refused


# What programs lose --------------------------------------------------------------------

LOSSY = BASE.replace(b"IANA-NAME:kept\r\n", b"").replace(b"X-OURS:kept\r\n", b"")
EVOLUTION = "Evolution/3.46.4"


@pytest.mark.parametrize("agent", [EVOLUTION, "KDE DAV groupware client", "akonadi"])
def test_what_a_program_does_not_know_is_given_back(agent):
    sent = LOSSY.replace(b"SUMMARY:One", b"SUMMARY:Two")
    found = putting.put(sent, BASE, match(BASE), known(), restorer(agent))
    assert found == Write(SENT, exact=False)


def test_a_list_that_says_the_same_on_several_lines_is_as_it_was():
    def text(*lines: bytes) -> bytes:
        added = b"".join(line + b"\r\n" for line in lines)
        return BASE.replace(b"END:VEVENT", added + b"END:VEVENT")

    served = text(b"CATEGORIES:one,two\\, too", b"EXDATE:20260101T000000Z,20260102T000000Z")
    split = text(
        b"CATEGORIES:one", b"CATEGORIES:two\\, too", b"EXDATE:20260102T000000Z",
        b"EXDATE:20260101T000000Z",
    )  # fmt: skip
    assert restorer(EVOLUTION)(served, split) == served
    fewer = text(b"CATEGORIES:one", b"EXDATE:20260101T000000Z")
    assert restorer(EVOLUTION)(served, fewer) == fewer


def test_what_a_program_knows_and_leaves_out_was_deleted():
    found = putting.put(BASE, MOVED, match(MOVED), known(), restorer(EVOLUTION))
    assert found == Write(BASE, exact=False) or found == Write(BASE, exact=True)


@pytest.mark.parametrize("agent", ["", "Mozilla/5.0 Thunderbird/153.0", "curl/8"])
def test_other_programs_mean_what_they_leave_out(agent):
    found = putting.put(LOSSY, BASE, match(BASE), known(), restorer(agent))
    assert found == Write(LOSSY, exact=True)


def test_a_component_that_is_missing_was_deleted():
    alarm = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nODD:1\r\nEND:VALARM\r\n"
    served = BASE.replace(b"END:VEVENT", alarm + b"END:VEVENT")
    found = putting.put(BASE, served, match(served), known(), restorer(EVOLUTION))
    assert isinstance(found, Write) and b"VALARM" not in found.body


def test_what_a_program_adds_does_not_get_in():
    sent = SENT.replace(
        b"END:VEVENT",
        b"X-LIC-ERROR;X-LIC-ERRORTYPE=VALUE-PARSE-ERROR:x\r\nX-EVOLUTION-CALDAV-ETAG:1\r\n"
        b"RRULE;X-EVOLUTION-ENDDATE=20261210T090000Z:FREQ=DAILY;COUNT=3\r\nEND:VEVENT",
    ).replace(b"PRODID:-//Example//EN", b"PRODID:-//Other//EN\r\nCALSCALE:GREGORIAN")
    found = putting.put(sent, BASE, match(BASE), known(), restorer(EVOLUTION))
    assert isinstance(found, Write)
    assert b"RRULE:FREQ=DAILY;COUNT=3\r\n" in found.body
    for trace in (b"X-LIC", b"X-EVOLUTION", b"Other", b"CALSCALE"):
        assert trace not in found.body


def test_what_a_program_makes_has_nothing_of_its_own_in_it():
    alarm = b"BEGIN:VALARM\r\nX-EVOLUTION-ALARM-UID:1\r\nACTION:DISPLAY\r\nEND:VALARM\r\n"
    mine = event("e", "One")
    sent = mine.replace(b"END:VEVENT", b"X-LIC-ERROR:x\r\n" + alarm + b"END:VEVENT")
    found = putting.put(sent, None, Condition(none_match=True), known(), restorer(EVOLUTION))
    plain = alarm.replace(b"X-EVOLUTION-ALARM-UID:1\r\n", b"")
    assert found == Write(mine.replace(b"END:VEVENT", plain + b"END:VEVENT"), exact=False)
    found = putting.put(mine, None, Condition(), known(), restorer(EVOLUTION))
    assert found == Write(mine, exact=True)


def test_an_own_property_of_the_program_is_its_own_to_delete():
    served = BASE.replace(b"X-OURS", b"X-EVOLUTION-OPTION:1\r\nX-OURS")
    found = putting.put(BASE, served, match(served), known(), restorer(EVOLUTION))
    assert isinstance(found, Write) and b"X-EVOLUTION-OPTION" not in found.body


CARD = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:c\r\nFN:Ann\r\nN:Ann;;;;\r\nNICKNAME:a,b\r\n"
    b"PHOTO:data:image/png;base64,AAAA\r\nitem1.TEL:1\r\nitem1.X-ABLABEL:Boat\r\nEND:VCARD\r\n"
)
RELABELLED = (
    CARD.replace(b"4.0", b"3.0")
    .replace(b"a,b", b"a\\,b")
    .replace(b"data:image/png;base64,", b"data:image/png\\;base64\\,")
)


def test_a_card_keeps_its_version_and_its_words():
    sent = RELABELLED.replace(b"FN:Ann", b"FN:Bea")
    found = putting.put(sent, CARD, match(CARD), known(), restorer(EVOLUTION))
    assert found == Write(CARD.replace(b"FN:Ann", b"FN:Bea"), exact=False)


def test_a_new_photo_is_written_as_the_version_wants_it():
    sent = RELABELLED.replace(
        b"PHOTO:data:image/png\\;base64\\,AAAA", b"PHOTO;TYPE=jpeg;ENCODING=b:BBBB"
    )
    found = putting.put(sent, CARD, match(CARD), known(), restorer(EVOLUTION))
    assert found == Write(
        CARD.replace(b"data:image/png;base64,AAAA", b"data:image/jpeg;base64,BBBB"), exact=False
    )


def test_a_label_goes_with_what_it_stands_beside():
    sent = RELABELLED.replace(b"item1.TEL:1\r\nitem1.X-ABLABEL:Boat\r\n", b"")
    found = putting.put(sent, CARD, match(CARD), known(), restorer(EVOLUTION))
    assert isinstance(found, Write) and b"item1" not in found.body


def test_a_text_that_cannot_be_read_is_taken_as_sent():
    assert restorer(EVOLUTION)(b"nothing", SENT) == SENT
