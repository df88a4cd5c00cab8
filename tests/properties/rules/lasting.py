"""What goes wrong for longer than a run: tokens, backups, lost state, clocks, holds."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import invariant, precondition, rule

from sync_engine.core.guards import Answer
from tests.properties.rules.base import DAY, WHERE, WHICH, WHO, Rules, if_there


class Lasting(Rules):
    """See the module."""

    @rule(where=WHERE)
    @if_there
    def server_forgets_its_tokens(self, where):
        self.remote(where).forget_tokens()

    @rule(where=WHERE)
    @if_there
    def server_is_backed_up(self, where):
        place = self.remote(where)
        self.backup[place.name] = place.save()

    @precondition(lambda self: self.backup)
    @rule(where=WHERE, forget=st.booleans())
    @if_there
    def server_is_rolled_back(self, where, forget):
        place = self.remote(where)
        if place.name in self.backup:
            place.restore(self.backup[place.name], forget_tokens=forget)

    @rule(who=WHO, where=WHERE)
    @if_there
    def folder_is_backed_up(self, who, where):
        folder = self.person(who).folder(self.slug(where))
        self.folder_backup[who, folder.name] = folder.save()

    @precondition(lambda self: self.folder_backup)
    @rule(which=WHICH)
    @if_there
    def folder_is_restored(self, which):
        who, slug = sorted(self.folder_backup)[which % len(self.folder_backup)]
        self.person(who).folder(slug).restore(self.folder_backup[who, slug])

    @rule(who=WHO)
    @if_there
    def state_is_lost(self, who):
        self.person(who).lose_state()

    @rule(who=WHO, answer=st.sampled_from(Answer))
    @if_there
    def hold_is_answered(self, who, answer):
        self.world.answer(self.person(who), answer)

    @rule(who=WHO, days=st.sampled_from([100, 1000, None]))
    @if_there
    def past_limit_is_set(self, who, days):
        """Every run from now on has it, interrupted or not (loss class L7)."""
        self.limits[who % len(self.world.people)] = days

    @rule(who=WHO)
    @if_there
    def days_pass(self, who):
        self.person(who).wait(2 * DAY)

    @rule(who=WHO, days=st.sampled_from([-400, -3, -0.01, 0.01, 30, 4000]))
    @if_there
    def clock_jumps(self, who, days):
        self.person(who).time += days * DAY

    @invariant()
    def what_was_kept_stays_kept(self):
        for person in self.world.people:
            person.still_kept()
