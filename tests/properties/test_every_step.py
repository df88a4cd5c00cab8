"""The process is killed at every single step of a run in which everything happens.

Afterwards it is started again, and again, until it is quiet: nothing is lost
(``World.sync`` looks), nothing is duplicated, and both sides hold what they
hold after a run that nobody interrupted.
"""

from __future__ import annotations

from collections import Counter

import pytest

from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from tests.cycle.twin import event
from tests.properties.world import Crash, World

UNTIL_QUIET = 3
LIMIT = 100
"""Days; what ``old`` makes ended before, what ``recent`` makes did not."""


def scene(*, moves: bool, policy: Policy):
    """Both sides changed in every way that there is."""
    world = World()
    work = world.add_collection("work", unique_uids=False, moves=moves)
    home = world.add_collection("home", unique_uids=False, moves=moves)
    for number in range(14):
        work.put(world.href(work, f"{number}.ics"), event(f"u{number}", "old"))
    person = world.add_person()
    person.settings = CollectionSettings(policy=policy)
    for _ in range(UNTIL_QUIET):
        assert world.sync(person) is not None
    folder, other = person.folder("work"), person.folder("home")

    def there(number, body=None):
        href = world.href(work, f"{number}.ics")
        if body is None:
            world.remove(work, href)
        else:
            world.write(work, href, body)

    def here(number, body=None):
        name = f"{number}.ics"
        if body is None:
            world.remove(folder, name)
        else:
            world.write(folder, name, body)

    there(0, event("u0", "theirs"))
    here(1, event("u1", "mine"))
    there(2, event("u2", "theirs"))
    here(2, event("u2", "mine"))
    there(3)
    here(4)
    there(5)
    here(5, event("u5", "mine"))
    here(6)
    there(6, event("u6", "theirs"))
    here(7)
    there(7)
    here(20, event("new-here"))
    there(21, event("new-there"))
    # each side edits another property
    there(13, event("u13", "theirs"))
    here(13, event("u13", "old", "LOCATION:mine"))
    here(22, event("both", "mine"))
    there(22, event("both", "theirs"))
    # a file to another folder, another one on the server, one edited meanwhile
    here(8)
    world.write(other, "moved.ics", event("u8", "old"))
    for number in (9, 10):
        there(number)
        world.write(home, world.href(home, f"m{number}.ics"), event(f"u{number}", "old"))
    here(10, event("u10", "mine"))
    # renames on both sides
    here(11)
    here(30, event("u11", "old"))
    there(12)
    there(31, event("u12", "old"))
    return world, person


def outcome(world, person):
    """What both sides hold at the end, as texts by collection."""
    for _ in range(8):
        before = world.texts()
        world.sync(person)
        if before == world.texts():
            break
    found = []
    for row in person.store.collections.all():
        here = Counter(person.folder(row.slug).bodies().values())
        assert here == Counter(world.collections[row.url].bodies().values())
        assert person.store.intents.of(row.id) == []
        found.append(here)
    person.still_kept()
    return found


def recent(uid, summary, *extra):
    """Within the past limit of the twin's time, which ``event`` is not."""
    return event(uid, summary, *extra).replace(b":20260101T1", b":20270110T1")


def scene_with_a_limit(*, moves: bool, policy: Policy):
    """A limit is set for what both sides have, and both sides go on."""
    world = World()
    work = world.add_collection("work", unique_uids=False, moves=moves)
    home = world.add_collection("home", unique_uids=False, moves=moves)
    for number in range(8):
        work.put(world.href(work, f"{number}.ics"), event(f"u{number}", "old"))
    for number in range(8, 12):
        work.put(world.href(work, f"{number}.ics"), recent(f"u{number}", "new"))
    person = world.add_person()
    person.settings = CollectionSettings(policy=policy)
    for _ in range(UNTIL_QUIET):
        assert world.sync(person) is not None
    # two of them are out of scope before
    folder, other = person.folder("work"), person.folder("home")
    work.put(world.href(work, "20.ics"), event("u20", "old"))
    work.put(world.href(work, "21.ics"), event("u21", "old"))
    person.settings = CollectionSettings(policy=policy, past_days=LIMIT)
    assert world.sync(person, selection=frozenset({"home"})) is not None
    world.write(folder, "0.ics", event("u0", "mine"))
    world.remove(folder, "1.ics")
    world.write(work, world.href(work, "2.ics"), event("u2", "theirs"))
    world.remove(work, world.href(work, "3.ics"))
    world.write(folder, "again.ics", event("u20", "old", "LOCATION:mine"))
    world.remove(folder, "4.ics")
    world.write(other, "moved.ics", event("u4", "old"))
    world.remove(work, world.href(work, "5.ics"))
    world.write(home, world.href(home, "m5.ics"), event("u5", "old"))
    world.write(work, world.href(work, "8.ics"), event("u8", "now old"))
    world.write(folder, "9.ics", event("u9", "now old"))
    world.write(folder, "new.ics", event("new", "old"))
    return world, person


def outcome_with_a_limit(world, person):
    """What is on the server, once it is quiet; here is what is within the limit, no more."""
    quiet = 0
    while quiet < 2:  # a MOVE leaves the texts of the world as they are
        before = world.texts()
        world.sync(person)
        quiet = quiet + 1 if before == world.texts() else 0
    found = []
    for row in person.store.collections.all():
        here = Counter(person.folder(row.slug).bodies().values())
        there = Counter(world.collections[row.url].bodies().values())
        assert here == Counter(text for text in there.elements() if b":20270110T1" in text)
        assert person.store.intents.of(row.id) == person.store.beyond.leaving(row.id) == []
        assert person.store.beyond.count(row.id) == there.total() - here.total()
        found.append(there)
    person.still_kept()
    return found


SCENES = [(scene, outcome), (scene_with_a_limit, outcome_with_a_limit)]
KINDS = [(True, Policy.MERGE), (True, Policy.BOTH), (False, Policy.SERVER), (False, Policy.LOCAL)]


@pytest.mark.parametrize(("moves", "policy"), KINDS)
@pytest.mark.parametrize(("make", "end"), SCENES)
def test_collections_side_by_side_come_to_the_same(moves, policy, make, end):
    wanted = end(*make(moves=moves, policy=policy))
    for _ in range(10):
        world, person = make(moves=moves, policy=policy)
        assert world.sync(person, workers=3) is not None
        assert end(world, person) == wanted


@pytest.mark.parametrize(("make", "end"), SCENES)
@pytest.mark.parametrize(("moves", "policy"), KINDS)
def test_killed_at_every_commit(moves, policy, make, end):
    wanted = end(*make(moves=moves, policy=policy))
    step = 0
    while True:
        step += 1
        world, person = make(moves=moves, policy=policy)
        person.mortal.steps_left = step
        if world.sync(person) is not None:
            break
        assert end(world, person) == wanted, f"killed at step {step}"
    assert step > 30


@pytest.mark.parametrize(("make", "end"), SCENES)
@pytest.mark.parametrize(("moves", "policy"), KINDS)
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("local", [False, True])
def test_killed_around_every_write(moves, policy, make, end, local, after):
    wanted = end(*make(moves=moves, policy=policy))
    number = 0
    while True:
        number += 1
        world, person = make(moves=moves, policy=policy)
        left = iter(range(number - 1, -1, -1))

        def die(_operation, left=left, person=person):
            if next(left, 1) == 0:
                person.mortal.dead = True
                raise Crash
            return False

        sides = [*person.local.values()] if local else [*world.collections.values()]
        for side in sides:
            if after:
                side.faults.lose_reply = die
            else:
                side.faults.before_write = die
        crashed = world.sync(person) is None
        world.settled()
        assert end(world, person) == wanted, f"killed around write {number}"
        if not crashed:
            break
    assert number > 3
