"""The sample data: deterministic, well formed, and taken by every server."""

from __future__ import annotations

import random
import re

import icalendar
import pytest
import vobject

from tests.servers import Account, samples
from tests.servers.content_lines import fold

_SETS = (
    (samples.events, len(samples.EVENT_SHAPES)),
    (samples.tasks, len(samples.TASK_SHAPES)),
    (samples.contacts, len(samples.CONTACT_SHAPES)),
    (samples.contacts4, len(samples.CONTACT4_SHAPES)),
)


def _uids(bodies: list[bytes]) -> list[bytes]:
    return [re.findall(rb"^UID:(.+?)\r$", body, re.MULTILINE)[0] for body in bodies]


@pytest.mark.parametrize(("make", "shapes"), _SETS)
def test_same_seed_same_bytes_whatever_ran_before(make, shapes) -> None:
    first = make(3 * shapes, 7)
    random.seed(99)
    random.random()
    assert make(3 * shapes, 7) == first
    assert make(shapes, 7) == first[:shapes]


@pytest.mark.parametrize(("make", "shapes"), _SETS)
def test_every_resource_has_a_uid_of_its_own(make, shapes) -> None:
    bodies = make(5 * shapes, 1) + make(5 * shapes, 2)
    assert len(set(_uids(bodies))) == 10 * shapes


@pytest.mark.parametrize(("make", "shapes"), _SETS)
def test_lines_end_with_crlf_and_are_folded_between_characters(make, shapes) -> None:
    bodies = make(4 * shapes, 3)
    assert any(b"\r\n " in body for body in bodies) or make is samples.tasks
    for body in bodies:
        assert body.endswith(b"\r\n")
        assert b"\n" not in body.replace(b"\r\n", b"")
        for line in body.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")


@pytest.mark.parametrize("length", [70, 74, 75, 76, 149, 150, 300])
def test_unfolding_gives_the_line_again(length: int) -> None:
    line = "X-A:" + "é日a👩"[: length % 4 + 1] * length
    assert fold(line).replace(b"\r\n ", b"") == line.encode() + b"\r\n"


@pytest.mark.parametrize("make", [samples.events, samples.tasks])
def test_calendars_are_read_by_a_parser(make) -> None:
    for body in make(18, 4):
        calendar = icalendar.Calendar.from_ical(body)
        components = [part for part in calendar.walk() if part.name in {"VEVENT", "VTODO"}]
        assert components
        assert not any(part.errors for part in calendar.walk())
        assert len({part["UID"] for part in components}) == 1


def test_cards_are_read_by_a_parser() -> None:
    for body in samples.contacts(12, 4) + samples.contacts4(8, 4):
        card = vobject.readOne(body.decode())
        assert card.fn.value
        assert card.uid.value


def test_every_server_takes_all_samples(server: Account) -> None:
    calendar = server.make_calendar("samples", ("VEVENT", "VTODO"))
    book = server.make_addressbook("sample-cards")
    objects = samples.events(2 * len(samples.EVENT_SHAPES), 5) + samples.tasks(8, 5)
    cards = samples.contacts(6, 5) + samples.contacts4(4, 5)
    server.seed(calendar, objects)
    server.seed(book, cards)
    for collection, bodies in ((calendar, objects), (book, cards)):
        listed = server.listing(collection)
        assert sorted(_uids(list(listed.values()))) == sorted(_uids(bodies))
        if not server.traits.rewrites:
            assert sorted(listed.values()) == sorted(bodies)
