"""What was wrong once, found by the state machine over HTTP; each with a sentence.

The machine goes on looking (``tests/properties``). A new find is shrunk, and gets its
plain test here; what concerns the cycle alone is in ``tests/cycle/test_found.py``.
"""

from __future__ import annotations

import pytest

from sync_engine.core.identifiers import ResourceId
from tests.adversary.faults import fault
from tests.adversary.quirks import PROFILES, PROMPT
from tests.cycle.twin import event
from tests.properties.http_world import HttpPerson, HttpWorld
from tests.properties.realm import ANY_FAILURE

DAY = 86400.0


def synced(profile: str = "") -> tuple[HttpWorld, HttpPerson]:
    """A client in sync with a calendar of one event."""
    world = HttpWorld(PROFILES.get(profile, PROMPT))
    work = world.add_collection("work")
    world.write(work, world.href(work, "0.ics"), event("u0"))
    person = world.add_person()
    world.sync(person)
    world.sync(person)
    return world, person


@pytest.mark.parametrize("octet", [0, 1, 100, 150])
def test_a_text_that_was_cut_on_the_way_takes_no_files_place(octet):
    """It was believed for as long as its ETag stayed: the file was half of an event."""
    world, person = synced("no-multiget")
    try:
        (work,) = world.collections.values()
        world.write(work, world.href(work, "0.ics"), event("u0", "theirs"))
        world.server.faults.append(
            fault("cut in silence", on=frozenset({"GET"}), number=octet, left=3)
        )
        world.sync(person, expected=ANY_FAILURE)
        assert list(person.folder("work").bodies().values()) == [event("u0")]
        world.mended()
        world.sync(person, full=True)
        assert list(person.folder("work").bodies().values()) == [event("u0", "theirs")]
    finally:
        world.close()


@pytest.mark.parametrize("days", [400, 4000])
def test_a_clock_that_is_ahead_for_a_run_does_not_empty_the_history(days):
    """All that was kept was older than 90 days, for a minute."""
    world, person = synced()
    try:
        folder = person.folder("work")
        world.write(folder, ResourceId("0.ics"), event("u0", "mine"))
        world.sync(person)
        assert person.keeps(event("u0"))
        person.time += days * DAY
        world.sync(person)
        person.time -= days * DAY
        world.sync(person)
        assert person.keeps(event("u0"))
    finally:
        world.close()


def test_what_is_kept_by_a_clock_at_1970_stays_when_the_clock_is_set():
    """A computer without a battery: the first run after the clock was set forgot it."""
    world, person = synced()
    try:
        now, person.time = person.time, 600.0
        world.write(person.folder("work"), ResourceId("0.ics"), event("u0", "mine"))
        world.sync(person)
        person.time = now
        world.sync(person)
        assert person.keeps(event("u0"))
    finally:
        world.close()
