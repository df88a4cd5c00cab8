"""Users, and another program on the server."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis.stateful import rule

from sync_engine.core.identifiers import ResourceId
from tests.properties.rules.base import UID, WHERE, WHICH, WHO, Rules, if_there


class Users(Rules):
    """What users do to their files."""

    @rule(who=WHO, where=WHERE, name=WHICH, uid=UID, meeting=st.booleans())
    @if_there
    def user_creates(self, who, where, name, uid, meeting):
        folder = self.person(who).folder(self.slug(where))
        body = self.text(f"u{uid}", meeting=meeting)
        self.world.write(folder, ResourceId(self.file(f"n{name}")), body)

    @rule(who=WHO, where=WHERE, which=WHICH)
    @if_there
    def user_edits(self, who, where, which):
        folder = self.person(who).folder(self.slug(where))
        name = self.one_of(folder, which)
        self.world.write(folder, name, self.edited(folder.bodies()[name]))

    @rule(who=WHO, where=WHERE, which=WHICH)
    @if_there
    def user_deletes(self, who, where, which):
        folder = self.person(who).folder(self.slug(where))
        self.world.remove(folder, self.one_of(folder, which))

    @rule(who=WHO, where=WHERE, which=WHICH, to=WHERE, name=WHICH, edit=st.booleans())
    @if_there
    def user_moves(self, who, where, which, to, name, edit):
        """Within a folder (a rename, maybe over another file) or to another one."""
        person = self.person(who)
        source, target = person.folder(self.slug(where)), person.folder(self.slug(to))
        old, new = self.one_of(source, which), ResourceId(self.file(f"n{name}"))
        body = source.bodies()[old]
        self.world.remove(source, old)
        self.world.write(target, new, self.edited(body) if edit else body)

    @rule(who=WHO, where=WHERE, which=WHICH, to=WHERE, name=WHICH)
    @if_there
    def user_copies(self, who, where, which, to, name):
        person = self.person(who)
        source, target = person.folder(self.slug(where)), person.folder(self.slug(to))
        body = source.bodies()[self.one_of(source, which)]
        self.world.write(target, ResourceId(self.file(f"n{name}")), body)

    @rule(who=WHO, where=WHERE, which=WHICH, other=WHICH)
    @if_there
    def user_swaps(self, who, where, which, other):
        folder = self.person(who).folder(self.slug(where))
        a, b = self.one_of(folder, which), self.one_of(folder, other)
        one, two = folder.bodies()[a], folder.bodies()[b]
        self.world.write(folder, a, two)
        self.world.write(folder, b, one)

    @rule(who=WHO, where=WHERE, which=WHICH)
    @if_there
    def user_breaks_a_file(self, who, where, which):
        folder = self.person(who).folder(self.slug(where))
        name = self.one_of(folder, which)
        self.world.write(folder, name, folder.bodies()[name][:-20])

    @rule(who=WHO, where=WHERE, edit=st.booleans())
    @if_there
    def user_edits_or_deletes_all(self, who, where, edit):
        folder = self.person(who).folder(self.slug(where))
        for name, body in folder.bodies().items():
            if edit:
                self.world.write(folder, name, self.edited(body))
            else:
                self.world.remove(folder, name)


class Programs(Rules):
    """What another program does on the server."""

    @rule(where=WHERE, name=WHICH, uid=UID, meeting=st.booleans())
    @if_there
    def program_creates(self, where, name, uid, meeting):
        place = self.remote(where)
        body = self.text(f"u{uid}", meeting=meeting)
        self.world.write(place, self.world.href(place, self.file(f"p{name}")), body)

    @rule(where=WHERE, which=WHICH)
    @if_there
    def program_edits(self, where, which):
        place = self.remote(where)
        href = self.one_of(place, which)
        self.world.write(place, href, self.edited(place.bodies()[href]))

    @rule(where=WHERE, which=WHICH)
    @if_there
    def program_deletes(self, where, which):
        place = self.remote(where)
        self.world.remove(place, self.one_of(place, which))

    @rule(where=WHERE, which=WHICH, to=WHERE, name=WHICH, edit=st.booleans())
    @if_there
    def program_moves(self, where, which, to, name, edit):
        source, target = self.remote(where), self.remote(to)
        old, new = self.one_of(source, which), self.world.href(target, self.file(f"p{name}"))
        body = source.bodies()[old]
        self.world.remove(source, old)
        self.world.write(target, new, self.edited(body) if edit else body)

    @rule(where=WHERE, count=st.integers(3, 12), meeting=st.booleans())
    @if_there
    def program_fills(self, where, count, meeting):
        place = self.remote(where)
        for number in range(count):
            body = self.text(f"m{number}", meeting=meeting)
            self.world.write(place, self.world.href(place, self.file(f"m{number}")), body)

    @rule(where=WHERE, edit=st.booleans())
    @if_there
    def program_edits_or_deletes_all(self, where, edit):
        place = self.remote(where)
        for href, body in place.bodies().items():
            if edit:
                self.world.write(place, href, self.edited(body))
            else:
                self.world.remove(place, href)

    @rule(where=WHERE)
    @if_there
    def collection_is_made_again(self, where):
        self.remote(where).made_again()
