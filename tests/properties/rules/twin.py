"""Faults that only the world in memory can play: they are the twin's own."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import rule

from sync_engine.errors import ReplicaUnavailable, Unreachable
from sync_engine.replicas.port import Failure, Rejected
from tests.properties.rules.base import NTH, STIR, WHERE, WHICH, WHO, Rules, if_there, nth


class TwinFaults(Rules):
    """See the module."""

    @rule(who=WHO, where=WHERE, local=st.booleans())
    @if_there
    def sync_misses_a_side(self, who, where, local):
        """A collection cannot be reached, or a folder is not mounted: not empty."""
        person = self.person(who)
        side = self.sides(person, local=local)[where % len(self.world.collections)]
        error = ReplicaUnavailable("not mounted") if local else Unreachable("no route")
        side.faults.unavailable = error
        self.run(who, expected=frozenset({error.reference}))
        side.faults.unavailable = None

    @rule(stir=STIR, who=WHO, number=NTH, what=st.sampled_from(["reply", "request", "move"]))
    @if_there
    def sync_loses_a_message(self, stir, who, number, what):
        self.stir(who, stir)
        for place in self.sides(self.person(who), local=False):
            place.lose_move_reply = what == "move"
            if what == "reply":
                place.faults.lose_reply = nth(number, lambda _: True)
            elif what == "request":
                place.faults.lose_request = nth(number, lambda _: True)
        self.run(who)
        self.world.mended()

    @rule(stir=STIR, who=WHO, number=NTH, permanent=st.booleans())
    @if_there
    def sync_is_refused_a_write(self, stir, who, number, permanent):
        self.stir(who, stir)

        def refuse(operation):
            return Rejected(operation.id, "resource.invalid", "no", permanent)

        for place in self.sides(self.person(who), local=False):
            place.faults.reject = nth(number, refuse)
        self.run(who)
        self.world.mended()

    @rule(where=WHERE, refuse=st.booleans())
    @if_there
    def server_refuses_tokens(self, where, refuse):
        self.remote(where).faults.refuse_tokens = refuse

    @rule(hints=st.booleans())
    @if_there
    def server_gives_hints(self, hints):
        self.world.hints = hints

    @rule(where=WHERE, which=WHICH)
    @if_there
    def resource_becomes_unreadable(self, where, which):
        place = self.remote(where)
        href = self.one_of(place, which)
        place.faults.unreadable = {href: Failure("http.forbidden", "403")}

    @rule(who=WHO, where=WHERE, which=WHICH)
    @if_there
    def file_becomes_unreadable(self, who, where, which):
        folder = self.person(who).folder(self.slug(where))
        name = self.one_of(folder, which)
        folder.faults.unreadable = {name: Failure("store.read_only", "EACCES")}

    @rule(where=WHERE)
    @if_there
    def everything_is_readable(self, where):
        self.remote(where).faults.unreadable = {}
        for person in self.world.people:
            person.folder(self.slug(where)).faults.unreadable = {}
