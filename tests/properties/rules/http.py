"""Faults of HTTP and XML, and crashes around requests and between the steps of a file."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import rule

from tests.adversary.faults import FAULTS, READS, WRITES, fault
from tests.properties.realm import ANY_FAILURE, Crash
from tests.properties.rules.base import (
    POLICY,
    STEP,
    STIR,
    WHERE,
    WHICH,
    WHO,
    Rules,
    if_there,
    nth,
)

NAMES = st.sampled_from(sorted(FAULTS))
ON = st.sampled_from([READS | WRITES, WRITES, frozenset({"REPORT"}), frozenset({"PROPFIND"})])


class HttpFaults(Rules):
    """See the module."""

    def furnish(self):
        """A folder is there when the first run made it."""
        for person in self.world.people:
            self.world.sync(person)

    @rule(
        stir=STIR,
        who=WHO,
        full=st.booleans(),
        policy=POLICY,
        name=NAMES,
        on=ON,
        number=st.integers(0, 4000),
        first=st.integers(1, 6),
        times=st.sampled_from([1, 1, 1, 2, 4, 50]),
    )
    @if_there
    def sync_meets_a_fault(self, stir, who, full, policy, name, on, number, first, times):
        """Something goes wrong from the n-th request on that it can happen to."""
        self.stir(who, stir)
        self.world.server.faults.append(fault(name, on=on, nth=first, left=times, number=number))
        self.run(who, full=full, policy=policy, expected=ANY_FAILURE)
        self.world.mended()

    @rule(stir=STIR, who=WHO, number=st.integers(1, 12), after=st.booleans(), full=st.booleans())
    @if_there
    def sync_crashes_at_a_request(self, stir, who, number, after, full):
        self.stir(who, stir)
        person = self.person(who)

        def die(_request):
            person.mortal.dead = True
            raise Crash

        if after:
            self.world.answered = nth(number, die)
        else:
            self.world.request = nth(number, die)
        self.run(who, full=full)
        self.world.mended()

    @rule(stir=STIR, who=WHO, number=st.integers(1, 12), other=WHO)
    @if_there
    def sync_meets_another_client_at_a_request(self, stir, who, number, other):
        """A whole run of somebody else between any two requests."""
        self.stir(who, stir)
        person, second = self.person(who), self.person(other)
        if person is second:
            return
        self.world.request = nth(number, lambda _: self.world.sync(second))
        self.run(who)
        self.world.mended()

    @rule(
        stir=STIR,
        who=WHO,
        number=st.integers(1, 12),
        where=WHERE,
        which=WHICH,
        delete=st.booleans(),
    )
    @if_there
    def sync_meets_an_edit_at_a_request(self, stir, who, number, where, which, delete):
        """Another program writes on the server between any two requests."""
        self.stir(who, stir)
        place = self.remote(where)

        def meddle(_request):
            names = sorted(place.bodies())
            if names:
                name = names[which % len(names)]
                self.meddler(place, local=False, delete=delete)(name)

        self.world.request = nth(number, meddle)
        self.run(who)
        self.world.mended()

    @rule(stir=STIR, who=WHO, step=STEP)
    @if_there
    def sync_crashes_at_a_file_step(self, stir, who, step):
        """Between writing a file aside and giving it its name, for one."""
        self.stir(who, stir)
        person = self.person(who)

        def die(_name):
            person.mortal.dead = True
            raise Crash

        person.step = nth(step, die)
        self.run(who)
        self.world.mended()

    @rule(stir=STIR, who=WHO, step=STEP, where=WHERE, which=WHICH, delete=st.booleans())
    @if_there
    def sync_meets_an_edit_at_a_file_step(self, stir, who, step, where, which, delete):
        """The user saves a file between check and rename."""
        self.stir(who, stir)
        person = self.person(who)
        folder = person.folder(self.slug(where))

        def meddle(_name):
            names = sorted(folder.bodies())
            if names:
                name = names[which % len(names)]
                self.meddler(folder, local=True, delete=delete)(name)

        person.step = nth(step, meddle)
        self.run(who, expected=frozenset({"store.unavailable"}))
        self.world.mended()

    @rule(who=WHO, where=WHERE, stir=STIR)
    @if_there
    def sync_misses_a_folder(self, who, where, stir):
        """Its disk is not mounted: there is no marker, and it is not empty."""
        self.stir(who, stir)
        person, slug = self.person(who), self.slug(where)
        if not any(row.slug == slug and row.local_name for row in person.store.collections.all()):
            return  # its state was lost: a folder that nobody knows of is made anew
        with self.world.unmounted(person.folder(slug)):
            self.run(who, expected=frozenset({"store.unavailable"}))

    @rule(who=WHO, seconds=st.sampled_from([-90000.0, -5.0, 5.0, 90000.0]))
    @if_there
    def server_clock_jumps(self, who, seconds):
        self.world.server.clock.jump(seconds)

    @rule(who=WHO)
    @if_there
    def client_is_started_again(self, who):
        self.person(who).started_again()
