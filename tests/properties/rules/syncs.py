"""Runs of kSync: whole ones, ones that crash, and ones that somebody is faster than."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import rule

from sync_engine.cancellation import CancelToken
from sync_engine.core.planner import Direction
from sync_engine.cycle.ports import CollectionSettings
from tests.properties.realm import Crash
from tests.properties.rules.base import (
    NTH,
    POLICY,
    STEP,
    STIR,
    WHERE,
    WHO,
    Rules,
    if_there,
    nth,
)


class Syncs(Rules):
    """See the module."""

    @rule(who=WHO, full=st.booleans(), policy=POLICY)
    @if_there
    def sync(self, who, full, policy):
        self.run(who, full=full, policy=policy)

    @rule(who=WHO, direction=st.sampled_from(Direction))
    @if_there
    def sync_one_way(self, who, direction):
        person = self.person(who)
        person.settings = CollectionSettings(direction=direction)
        self.world.sync(person)

    @rule(stir=STIR, who=WHO, full=st.booleans(), policy=POLICY, step=STEP)
    @if_there
    def sync_crashes_at_a_step(self, stir, who, full, policy, step):
        self.stir(who, stir)
        self.person(who).mortal.steps_left = step
        self.run(who, full=full, policy=policy)

    @rule(who=WHO, full=st.booleans())
    @if_there
    def sync_is_only_tried(self, who, full):
        """A dry run. Looking at a folder puts right what an interrupted write left there,
        whoever looks; beyond that nothing changes.
        """
        person = self.person(who)
        self.world.sync(person, full=full, dry_run=True)
        before = self.dry_stamp(person)
        self.world.sync(person, full=full, dry_run=True)
        assert before == self.dry_stamp(person)

    def dry_stamp(self, person):
        return self.stamp(), person.store.database.all("SELECT * FROM run")

    @rule(who=WHO, number=st.integers(1, 20))
    @if_there
    def sync_is_cancelled(self, who, number):
        cancel, events = CancelToken(), []

        def count(event):
            events.append(event)
            if len(events) == number:
                cancel.cancel()

        self.run(who, cancel=cancel, emit=count, expected=frozenset({"sync.cancelled"}))

    @rule(who=WHO, where=WHERE)
    @if_there
    def sync_finds_a_collection_not_listed(self, who, where):
        """Nothing is done about it, on either side."""
        place = self.remote(where)
        folder = self.person(who).folder(self.slug(where))
        before = place.bodies(), folder.bodies()
        with self.world.not_listed(place):
            self.run(who, expected=frozenset({"sync.collection_gone"}))
        assert before == (place.bodies(), folder.bodies())

    @rule(stir=STIR, who=WHO, number=NTH, local=st.booleans(), after=st.booleans())
    @if_there
    def sync_crashes_at_a_write(self, stir, who, number, local, after):
        self.stir(who, stir)
        person = self.person(who)

        def die(_id):
            person.mortal.dead = True
            raise Crash

        for place in self.sides(person, local=local):
            self.around(place, number, die, after=after)
        self.run(who)
        self.world.mended()

    @rule(stir=STIR, who=WHO, other=WHO, number=NTH, after=st.booleans())
    @if_there
    def sync_meets_another_client(self, stir, who, other, number, after):
        self.stir(who, stir)
        person, second = self.person(who), self.person(other)
        if person is second:
            return
        for place in self.sides(person, local=False):
            self.around(place, number, lambda _: self.world.sync(second), after=after)
        self.run(who)
        self.world.mended()

    @rule(
        stir=STIR,
        who=WHO,
        number=NTH,
        local=st.booleans(),
        delete=st.booleans(),
        after=st.booleans(),
    )
    @if_there
    def sync_meets_an_edit(self, stir, who, number, local, delete, after):
        """Somebody is faster: between the decision and the write, or the write and its proof."""
        self.stir(who, stir)
        person = self.person(who)
        for place in self.sides(person, local=local):
            meddle = self.meddler(place, local=local, delete=delete)
            self.around(place, number, meddle, after=after)
        self.run(who)
        self.world.mended()

    def meddler(self, place, *, local, delete):
        """Somebody who edits or deletes the very resource that is about to be written."""

        def act(id_):
            body = place.bodies().get(id_)
            if body is None:
                if not local or not delete:
                    self.world.write(place, id_, self.text("u0", meeting=False))
            elif delete:
                self.world.remove(place, id_)
            else:
                self.world.write(place, id_, self.edited(body))

        return act

    def around(self, place, number, act, *, after):
        """Let something happen before or after the n-th write to a place, once."""

        def happen(id_):
            act(id_)

        due = nth(number, happen)
        place.around(None if after else due, due if after else None)
