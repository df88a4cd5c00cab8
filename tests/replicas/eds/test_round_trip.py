"""Five hundred events and five hundred vCards go down, one property of each is edited in
the store, and what goes up differs in that property and in nothing else.

Whole cycles run between a server in memory, which keeps every octet that it is sent, and a
real evolution-data-server.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.content.lines import split_lines
from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.eds import Services
from sync_engine.replicas.port import Replace
from tests.replicas.eds import edits, realistic
from tests.replicas.eds.rival import Rival, unfolded
from tests.replicas.eds.world import World

MANY = 500


@pytest.fixture
def world(services: Services) -> World:
    return World(services)


def test_events(world: World) -> None:
    bodies = realistic.events(MANY)
    given = world.seed("work", Kind.CALENDAR, bodies)
    assert world.sync().counts["downloaded"] == MANY
    assert not world.writes("work")
    rival = Rival(world.services, world.source("work"))
    texts = [unfolded(str(text)) for text in rival.call("GetObjectList", "s", "#t")]  # type: ignore[attr-defined]  # a list
    done: dict[str, edits.Edit] = {}
    changed = []
    for number, text in enumerate(sorted(texts)):
        uid = Rival.uid_in(text)
        if uid in done:
            continue  # of a series one component is edited
        edit = edits.pick(edits.EVENT_EDITS, number, text, lambda _edit: True)
        done[uid] = edit
        changed.append(edits.stamped(edit.done(text)))
    rival.call("ModifyObjects", "assu", changed, "this", 0)
    _edited_alone(world, "work", given, done, Rival.uid_in)
    assert {edit.property for edit in done.values()} == {e.property for e in edits.EVENT_EDITS}


def test_contacts(world: World) -> None:
    bodies = realistic.cards(MANY)
    given = world.seed("people", Kind.ADDRESSBOOK, bodies)
    assert world.sync().counts["downloaded"] == MANY
    assert not world.writes("people")
    rival = Rival(world.services, world.source("people"), "OpenAddressBook")
    everything = '(contains "x-evolution-any-field" "")'
    texts = [unfolded(str(text)) for text in rival.call("GetContactList", "s", everything)]  # type: ignore[attr-defined]  # a list
    done: dict[str, edits.Edit] = {}
    changed = []
    for number, text in enumerate(sorted(texts)):
        new = "PHOTO" not in text

        def allowed(edit: edits.Edit, new: bool = new) -> bool:
            return new or edit.property != "PHOTO" or not edit.new

        edit = edits.pick(edits.CARD_EDITS, number, text, allowed)
        done[Rival.uid_in(text)] = edit
        changed.append(edit.done(text))
    rival.call("ModifyContacts", "asu", changed, 0)
    _edited_alone(world, "people", given, done, Rival.uid_in)
    assert {edit.property for edit in done.values()} == {e.property for e in edits.CARD_EDITS}


def _edited_alone(
    world: World,
    slug: str,
    given: Mapping[ResourceId, bytes],
    done: Mapping[str, edits.Edit],
    uid_in: Callable[[str], str],
) -> None:
    """One PUT for each, and only the edit in it."""
    result = world.sync()
    assert result.counts["uploaded"] == len(given), result
    writes = world.writes(slug)
    assert len(writes) == len(given)
    for write in writes:
        assert isinstance(write, Replace)
        before = given[write.id]
        edit = done[uid_in(unfolded(before.decode()))]
        _one_difference(before, write.body, edit)
    again = world.sync()
    assert not any(again.counts.values()), again
    assert world.bodies(slug) == {write.id: write.body for write in writes}


def _one_difference(before: bytes, after: bytes, edit: edits.Edit) -> None:
    shown = (edit, before.decode(), after.decode())
    assert edit.then in unfolded(after.decode()), shown
    may = edits.STAMPS | {edit.property}
    lines = [[(line.name, line.raw) for line in split_lines(text)] for text in (before, after)]
    rest = [[line for line in part if line[0] not in may] for part in lines]
    assert rest[0] == rest[1], shown
    changed = [[line for line in part if line[0] == edit.property] for part in lines]
    assert changed[0] != changed[1], shown
    gone, come = Counter(lines[0]) - Counter(lines[1]), Counter(lines[1]) - Counter(lines[0])
    for part in (gone, come):
        names = Counter(name for name, _ in part.elements() if name not in edits.STAMPS)
        assert sum(names.values()) <= 1, shown
