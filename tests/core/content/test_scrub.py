"""The second copy: other UID, no guests, nothing else."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given

from sync_engine.core.content.components import parse
from sync_engine.core.content.facts import content_hash, facts, has_attendee, problems
from sync_engine.core.content.scrub import copy_uid, keep_both_copy
from tests.core.content import samples
from tests.core.content.samples import CARD, CARD4, SERIES, TASK
from tests.core.content.strategies import anything

LOSER = content_hash(b"the version that lost")
OTHER = content_hash(b"another version")


def test_a_series_with_guests() -> None:
    copy = keep_both_copy(SERIES, LOSER)
    new = copy_uid(b"series-1@example.com", LOSER)
    uuid.UUID(new.decode())
    expected = b"".join(
        line.raw.replace(b"series-1@example.com", new) if line.name == "UID" else line.raw
        for line in parse(SERIES).lines()
        if not (line.name == "ORGANIZER" or (line.name == "ATTENDEE" and line.params))
    )
    assert copy == expected
    assert copy.count(b"UID:" + new) == 2  # master and override
    assert b"RELATED-TO:series-1@example.com\r\n" in copy
    assert b"ATTENDEE:mailto:jane@example.com\r\nEND:VALARM" in copy
    assert b"UID:alarm-1\r\n" in copy
    assert not has_attendee(copy)


@pytest.mark.parametrize("body", samples.ALL.values(), ids=samples.ALL)
def test_every_copy_is_fit_to_upload_and_has_one_new_uid(body: bytes) -> None:
    copy = keep_both_copy(body, LOSER)
    before, after = facts(body), facts(copy)
    assert before.kind is not None
    assert problems(copy, before.kind) == ()
    assert set(before.uids).isdisjoint(after.uids)


def test_two_clients_make_the_same_copy_and_two_losers_do_not() -> None:
    assert keep_both_copy(TASK, LOSER) == keep_both_copy(TASK, LOSER)
    assert keep_both_copy(TASK, LOSER) != keep_both_copy(TASK, OTHER)
    assert copy_uid(b"a", LOSER) != copy_uid(b"b", LOSER)


def test_the_uid_of_a_copy_never_changes_between_versions() -> None:
    assert copy_uid(b"task-1", LOSER) == b"9a7f90e4-f56b-522c-b6d6-7a95d33cc80a"


def test_a_urn_stays_a_urn() -> None:
    copy = keep_both_copy(CARD4, LOSER)
    (uid,) = facts(copy).uids
    assert uid.startswith("urn:uuid:")
    assert copy.replace(uid.encode(), b"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6") == CARD4


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            b"BEGIN:VCARD\r\nitem1.UID;X=1:a\r\n b\r\nEND:VCARD\r\n",
            b"BEGIN:VCARD\r\nitem1.UID;X=1:%s\r\nEND:VCARD\r\n" % copy_uid(b"ab", LOSER),
            id="group, parameter, fold",
        ),
        pytest.param(
            b"BEGIN:VCARD\nVERSION:4.0\nFN:x\nEND:VCARD\n",
            b"BEGIN:VCARD\nVERSION:4.0\nUID:%s\nFN:x\nEND:VCARD\n" % copy_uid(b"", LOSER),
            id="no UID: after VERSION",
        ),
        pytest.param(
            b"BEGIN:VCARD\nFN:x\nEND:VCARD",
            b"BEGIN:VCARD\nUID:%s\nFN:x\nEND:VCARD" % copy_uid(b"", LOSER),
            id="no UID, no VERSION",
        ),
        pytest.param(
            b"BEGIN:VCARD\nUID:\nORGANIZER:x\nEND:VCARD\n",
            b"BEGIN:VCARD\nUID:%s\nORGANIZER:x\nEND:VCARD\n" % copy_uid(b"", LOSER),
            id="empty UID; guests are no matter of contacts",
        ),
        pytest.param(
            b"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nVERSION:1\nEND:VEVENT\nEND:VCALENDAR\n",
            b"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:%s\nVERSION:1\nEND:VEVENT\n"
            b"END:VCALENDAR\n" % copy_uid(b"", LOSER),
            id="event without UID",
        ),
        pytest.param(
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nattendee;X=1:m\n ailto:x\nUID:a",
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:%s" % copy_uid(b"a", LOSER),
            id="cut off",
        ),
        pytest.param(
            b"BEGIN:VCARD\nVERSION:3.0", b"BEGIN:VCARD\nVERSION:3.0", id="cut off earlier"
        ),
        pytest.param(b"junk\n", b"junk\n", id="junk"),
    ],
)
def test_lines(body: bytes, expected: bytes) -> None:
    assert keep_both_copy(body, LOSER) == expected


def test_a_long_head_is_folded() -> None:
    copy = keep_both_copy(CARD.replace(b"UID:", b"UID;X-P=" + b"x" * 60 + b":"), LOSER)
    assert all(len(line) <= 77 for line in copy.splitlines(keepends=True) if b"UID" in line)
    assert facts(copy).uids == (copy_uid(b"card-1", LOSER).decode(),)


@given(anything)
def test_a_copy_of_anything_has_no_guests_and_only_those_lines_differ(body: bytes) -> None:
    copy = keep_both_copy(body, LOSER)
    found = facts(copy)
    if found.sound:
        assert not found.attendee
        assert set(facts(body).uids).isdisjoint(found.uids)
    touched = ("UID", "ORGANIZER", "ATTENDEE")
    assert [x.raw for x in parse(copy).lines() if x.name not in touched] == [
        x.raw for x in parse(body).lines() if x.name not in touched
    ]
