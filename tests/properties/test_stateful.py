"""A server, two or three clients, users, another program, and all that can go wrong.

Oracle:

* nothing that kSync takes off a side is lost (``tests.properties.world``), and
  once kept it stays kept;
* read-only collections are never written;
* when the faults stop, all sides converge, a further sync plans nothing and
  writes nothing, and no write is left unconfirmed.
"""

from __future__ import annotations

import contextlib
import functools
from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from sync_engine.cancellation import CancelToken
from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Answer, Brakes
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy, Verb
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.errors import ReplicaUnavailable, Unreachable
from sync_engine.events import Planned
from sync_engine.replicas.memory import MemoryState
from sync_engine.replicas.port import Failure, Rejected
from tests.cycle.twin import event as vevent
from tests.properties.world import READ_ONLY, Crash, Person, ServerTwin, World

GUEST = "ATTENDEE:mailto:bob@example.org"
DAY = 86400.0

WHO = st.integers(0, 2)
WHERE = st.integers(0, 2)
WHICH = st.integers(0, 9)
UID = st.integers(0, 5)
STEP = st.integers(1, 40)
NTH = st.integers(1, 4)
STIR = st.sampled_from(["nothing", "here", "there"])


def stamped(body: bytes) -> bytes:
    """A rewriting that kSync knows: a server puts its own PRODID in."""
    return body.replace(b"PRODID:-//test//EN", b"PRODID:-//server//EN")


def marked(body: bytes) -> bytes:
    """A rewriting that kSync does not know."""
    return body if b"X-MADE" in body else body.replace(b"SUMMARY:", b"X-MADE:1\r\nSUMMARY:")


def plain(body: bytes) -> bytes:
    """What a server wrote into a text goes along when the text is moved."""
    return stamped(body).replace(b"X-MADE:1\r\n", b"")


REWRITINGS = (None, None, None, stamped, marked)


class NothingThere(Exception):
    """The rule has nothing to act on."""


def if_there(act):
    """A rule that does nothing where there is nothing (``assume`` would end the example)."""

    @functools.wraps(act)
    def rule_or_nothing(self, **arguments):
        with contextlib.suppress(NothingThere):
            act(self, **arguments)

    return rule_or_nothing


def nth(number: int, act):
    """``act`` at the n-th call, once."""
    calls = iter(range(1, 1_000_000))
    return lambda operation: act(operation) if next(calls) == number else None


class Sync(RuleBasedStateMachine):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.versions = 0
        self.backup: dict[str, object] = {}
        self.folder_backup: dict[tuple[int, str], object] = {}
        self.limits: dict[int, int | None] = {}

    @initialize(
        people=st.integers(2, 3),
        shapes=st.lists(
            st.fixed_dictionaries(
                {
                    "deltas": st.sampled_from([True, True, True, False]),
                    "bodies_in_listing": st.booleans(),
                    "moves": st.booleans(),
                    "unique_uids": st.booleans(),
                    "etags": st.sampled_from([True, True, True, False]),
                    "rewrite": st.sampled_from(REWRITINGS),
                }
            ),
            min_size=2,
            max_size=2,
        ),
        read_only=st.booleans(),
        strict=st.booleans(),
        filled=st.integers(0, 4),
    )
    def begin(self, people, shapes, read_only, strict, filled):
        for name, shape in zip(("work", "home"), shapes, strict=True):
            self.world.add_collection(name, **shape)
        if read_only:
            self.world.add_collection(READ_ONLY, unique_uids=False, deltas=True)
        for _ in range(people):
            person = self.world.add_person()
            if strict:
                # holds in every corner, not only where there is a mass of resources
                person.brakes = Brakes(count=3, small_count=2, rolled_back=2)
        if filled:
            for twin in self.world.collections.values():
                for number in range(filled):
                    href = self.world.href(twin, f"p{number}.ics")
                    self.world.write(twin, href, self.text(f"u{number}", meeting=number > 2))
            for person in self.world.people:
                self.world.sync(person)

    # pickers

    def person(self, who: int) -> Person:
        return self.world.people[who % len(self.world.people)]

    def slug(self, where: int) -> str:
        slugs = [url.rstrip("/").rsplit("/", 1)[-1] for url in self.world.collections]
        return slugs[where % len(slugs)]

    def remote(self, where: int) -> ServerTwin:
        twins = list(self.world.collections.values())
        return twins[where % len(twins)]

    def one_of(self, collection, which: int) -> ResourceId:
        names = sorted(collection.bodies())
        if not names:
            raise NothingThere
        return names[which % len(names)]

    def text(self, uid: str, *, meeting: bool) -> bytes:
        self.versions += 1
        extra = (GUEST,) if meeting else ()
        body = vevent(uid, f"v{self.versions}", *extra)
        # every second one is within a past limit
        return body.replace(b":20260101T1", b":20270110T1") if self.versions % 2 else body

    def edited(self, body: bytes) -> bytes:
        return self.text(uid_of(body) or "none", meeting=b"ATTENDEE" in body)

    # users

    @rule(
        who=WHO,
        where=WHERE,
        name=WHICH,
        uid=UID,
        meeting=st.booleans(),
    )
    @if_there
    def user_creates(self, who, where, name, uid, meeting):
        folder = self.person(who).folder(self.slug(where))
        body = self.text(f"u{uid}", meeting=meeting)
        self.world.write(folder, ResourceId(f"n{name}.ics"), body)

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
        old, new = self.one_of(source, which), ResourceId(f"n{name}.ics")
        body = source.bodies()[old]
        self.world.remove(source, old)
        self.world.write(target, new, self.edited(body) if edit else body)

    @rule(who=WHO, where=WHERE, which=WHICH, to=WHERE, name=WHICH)
    @if_there
    def user_copies(self, who, where, which, to, name):
        person = self.person(who)
        source, target = person.folder(self.slug(where)), person.folder(self.slug(to))
        body = source.bodies()[self.one_of(source, which)]
        self.world.write(target, ResourceId(f"n{name}.ics"), body)

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

    # another program on the server

    @rule(where=WHERE, name=WHICH, uid=UID, meeting=st.booleans())
    @if_there
    def program_creates(self, where, name, uid, meeting):
        twin = self.remote(where)
        body = self.text(f"u{uid}", meeting=meeting)
        self.world.write(twin, self.world.href(twin, f"p{name}.ics"), body)

    @rule(where=WHERE, which=WHICH)
    @if_there
    def program_edits(self, where, which):
        twin = self.remote(where)
        href = self.one_of(twin, which)
        self.world.write(twin, href, self.edited(twin.bodies()[href]))

    @rule(where=WHERE, which=WHICH)
    @if_there
    def program_deletes(self, where, which):
        twin = self.remote(where)
        self.world.remove(twin, self.one_of(twin, which))

    @rule(where=WHERE, which=WHICH, to=WHERE, name=WHICH, edit=st.booleans())
    @if_there
    def program_moves(self, where, which, to, name, edit):
        source, target = self.remote(where), self.remote(to)
        old, new = self.one_of(source, which), self.world.href(target, f"p{name}.ics")
        body = source.bodies()[old]
        self.world.remove(source, old)
        self.world.write(target, new, self.edited(body) if edit else body)

    @rule(where=WHERE, count=st.integers(3, 12), meeting=st.booleans())
    @if_there
    def program_fills(self, where, count, meeting):
        twin = self.remote(where)
        for number in range(count):
            body = self.text(f"m{number}", meeting=meeting)
            self.world.write(twin, self.world.href(twin, f"m{number}.ics"), body)

    @rule(where=WHERE, edit=st.booleans())
    @if_there
    def program_edits_or_deletes_all(self, where, edit):
        twin = self.remote(where)
        for href, body in twin.bodies().items():
            if edit:
                self.world.write(twin, href, self.edited(body))
            else:
                self.world.remove(twin, href)

    @rule(where=WHERE)
    @if_there
    def collection_is_made_again(self, where):
        twin = self.remote(where)
        twin.restore(MemoryState({}, {}, 0))

    def stir(self, who, side):
        """So that a fault meets something: edit what is in the first folder."""
        folder = self.person(who).folder(self.slug(0))
        if side == "here":
            for name in sorted(folder.bodies())[:3]:
                self.world.write(folder, name, self.edited(folder.bodies()[name]))
        elif side == "there":
            twin = self.remote(0)
            for href in sorted(twin.bodies())[:3]:
                self.world.write(twin, href, self.edited(twin.bodies()[href]))

    # syncs

    @rule(who=WHO, full=st.booleans(), policy=st.sampled_from(Policy))
    @if_there
    def sync(self, who, full, policy):
        self.run(who, full=full, policy=policy)

    @rule(who=WHO, direction=st.sampled_from(Direction))
    @if_there
    def sync_one_way(self, who, direction):
        person = self.person(who)
        person.settings = CollectionSettings(direction=direction)
        self.world.sync(person)

    @rule(stir=STIR, who=WHO, full=st.booleans(), policy=st.sampled_from(Policy), step=STEP)
    @if_there
    def sync_crashes_at_a_step(self, stir, who, full, policy, step):
        self.stir(who, stir)
        self.person(who).mortal.steps_left = step
        self.run(who, full=full, policy=policy)

    @rule(who=WHO, full=st.booleans())
    @if_there
    def sync_is_only_tried(self, who, full):
        """A dry run."""
        person = self.person(who)
        before = self.stamp(), person.store.database.all("SELECT * FROM run")
        self.world.sync(person, full=full, dry_run=True)
        assert before == (self.stamp(), person.store.database.all("SELECT * FROM run"))

    @rule(who=WHO, number=st.integers(1, 20))
    @if_there
    def sync_is_cancelled(self, who, number):
        cancel, events = CancelToken(), []

        def count(event):
            events.append(event)
            if len(events) == number:
                cancel.cancel()

        self.run(who, cancel=cancel, emit=count, expected=frozenset({"sync.cancelled"}))

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

    @rule(who=WHO, where=WHERE)
    @if_there
    def sync_finds_a_collection_not_listed(self, who, where):
        url = self.remote(where)._name
        order = list(self.world.collections.items())
        hidden = dict(order).pop(url)
        del self.world.collections[url]
        folder = self.person(who).folder(url.rstrip("/").rsplit("/", 1)[-1])
        before = hidden.bodies(), folder.bodies()
        self.run(who, expected=frozenset({"sync.collection_gone"}))
        self.world.collections.clear()
        self.world.collections.update(order)
        assert before == (hidden.bodies(), folder.bodies())

    @rule(stir=STIR, who=WHO, number=NTH, local=st.booleans(), after=st.booleans())
    @if_there
    def sync_crashes_at_a_write(self, stir, who, number, local, after):
        self.stir(who, stir)
        person = self.person(who)

        def die(_operation):
            person.mortal.dead = True
            raise Crash

        for collection in self.sides(person, local=local):
            if after:
                collection.faults.lose_reply = nth(number, die)
            else:
                collection.faults.before_write = nth(number, die)
        self.run(who)
        self.mend(person)

    @rule(stir=STIR, who=WHO, number=NTH, what=st.sampled_from(["reply", "request", "move"]))
    @if_there
    def sync_loses_a_message(self, stir, who, number, what):
        self.stir(who, stir)
        person = self.person(who)
        for twin in self.sides(person, local=False):
            twin.lose_move_reply = what == "move"
            if what == "reply":
                twin.faults.lose_reply = nth(number, lambda _: True)
            elif what == "request":
                twin.faults.lose_request = nth(number, lambda _: True)
        self.run(who)
        self.mend(person)

    @rule(stir=STIR, who=WHO, number=NTH, permanent=st.booleans())
    @if_there
    def sync_is_refused_a_write(self, stir, who, number, permanent):
        self.stir(who, stir)

        def refuse(operation):
            return Rejected(operation.id, "resource.invalid", "no", permanent)

        person = self.person(who)
        for twin in self.sides(person, local=False):
            twin.faults.reject = nth(number, refuse)
        self.run(who)
        self.mend(person)

    @rule(stir=STIR, who=WHO, other=WHO, number=NTH, after=st.booleans())
    @if_there
    def sync_meets_another_client(self, stir, who, other, number, after):
        self.stir(who, stir)
        person, second = self.person(who), self.person(other)
        if person is second:
            return
        for twin in self.sides(person, local=False):
            self.around(twin, number, lambda _: self.world.sync(second), after=after)
        self.run(who)
        self.mend(person)

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

        def meddle(collection):
            def act(operation):
                body = collection.bodies().get(operation.id)
                if body is None:
                    if isinstance(collection, ServerTwin) or not delete:
                        new = self.text("u0", meeting=False)
                        self.world.write(collection, operation.id, new)
                elif delete:
                    self.world.remove(collection, operation.id)
                else:
                    self.world.write(collection, operation.id, self.edited(body))

            return act

        for collection in self.sides(person, local=local):
            self.around(collection, number, meddle(collection), after=after)
        self.run(who)
        self.mend(person)

    def around(self, collection, number, act, *, after):
        """Let something happen before or after the n-th write to a collection, once."""

        def happen(operation):
            act(operation)
            return False  # no reply is lost

        if after:
            collection.faults.lose_reply = nth(number, happen)
        else:
            collection.faults.before_write = nth(number, happen)

    def sides(self, person: Person, *, local: bool):
        if not local:
            return list(self.world.collections.values())
        return [person.folder(self.slug(n)) for n in range(len(self.world.collections))]

    def mend(self, person: Person) -> None:
        for collection in (*self.sides(person, local=True), *self.sides(person, local=False)):
            unreadable, refuse = collection.faults.unreadable, collection.faults.refuse_tokens
            collection.faults = type(collection.faults)(unreadable=unreadable, refuse_tokens=refuse)
        for twin in self.world.collections.values():
            twin.lose_move_reply = False

    def run(self, who: int, *, policy: Policy = Policy.BOTH, **how) -> None:
        person = self.person(who)
        limit = self.limits.get(who % len(self.world.people))
        person.settings = CollectionSettings(policy=policy, past_days=limit)
        self.world.sync(person, **how)

    # what goes wrong for longer

    @rule(where=WHERE)
    @if_there
    def server_forgets_its_tokens(self, where):
        self.remote(where)._epoch += 1

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
        twin = self.remote(where)
        href = self.one_of(twin, which)
        twin.faults.unreadable = {href: Failure("http.forbidden", "403")}

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

    @rule(where=WHERE)
    @if_there
    def server_is_backed_up(self, where):
        twin = self.remote(where)
        self.backup[twin._name] = twin.save()

    @precondition(lambda self: self.backup)
    @rule(where=WHERE, forget=st.booleans())
    @if_there
    def server_is_rolled_back(self, where, forget):
        twin = self.remote(where)
        if twin._name in self.backup:
            twin.restore(self.backup[twin._name], forget_tokens=forget)

    @rule(who=WHO, where=WHERE)
    @if_there
    def folder_is_backed_up(self, who, where):
        folder = self.person(who).folder(self.slug(where))
        self.folder_backup[who, folder._name] = folder.save()

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
        self.person(who).time += 2 * DAY

    @invariant()
    def what_was_kept_stays_kept(self):
        for person in self.world.people:
            person.still_kept()

    # the end

    def teardown(self):
        if not self.world.people:
            return
        self.world.calm()
        answer = (Answer.APPROVED, Answer.REJECTED)[self.versions % 2]
        results = self.converge(answer)
        for person in self.world.people:
            self.compare(person, results[id(person)])
            for row in person.store.collections.all():
                assert person.store.intents.of(row.id) == []

    def converge(self, answer):
        """Sync alternately until a whole round plans nothing.

        Nobody says no for ever: where a server has no ETags and rewrites in a way that
        is not known, our own text comes back as somebody's old one, and asks again.
        """
        for number in range(12):
            answer = Answer.APPROVED if number > 6 else answer
            results = {}
            before = self.stamp()
            for person in self.world.people:
                person.time += 2 * DAY
                person.settings = CollectionSettings()
                person.events.clear()
                while self.world.answer(person, answer):
                    pass
                results[id(person)] = self.world.sync(person, full=number == 0)
            if not any(map(self.busy, self.world.people)):
                assert before == self.stamp(), "a sync that planned nothing wrote"
                return results
        raise AssertionError(
            [(c.slug, c.counts, c.errors) for r in results.values() for c in r.collections]
        )

    def busy(self, person):
        """Whether its last run planned anything but to go on refusing, or something waits."""
        planned = set()
        for event in person.events:
            if isinstance(event, Planned):
                planned |= event.actions.keys()
        return bool(planned - {Verb.REFUSE.value, Verb.LEAVE.value} or person.store.holds.all())

    def stamp(self):
        everything = (
            *self.world.collections.values(),
            *(f for p in self.world.people for f in p.local.values()),
        )
        return [(c._name, c._number, len(c.writes)) for c in everything if c._number]

    def compare(self, person, result):
        """Folder and collection hold the same, but for what was reported.

        What is reported in one collection may be why something stays in another: a
        file moved to where it cannot go up is not deleted where it came from.
        """
        rows = person.store.collections.all()
        excused = set()
        for row in rows:
            (report,) = [c for c in result.collections if c.slug == row.slug]
            told = {trouble.href for trouble in report.errors}
            for base in person.store.base.of(row.id):
                told |= {base.local_id, base.href} if told & {base.local_id, base.href} else set()
            for side in (person.folder(row.slug), self.world.collections[row.url]):
                excused |= {uid_of(body) for name, body in side.bodies().items() if name in told}
        for row in rows:
            here, there = (
                Counter(
                    plain(body) for body in side.bodies().values() if uid_of(body) not in excused
                )
                for side in (person.folder(row.slug), self.world.collections[row.url])
            )
            assert here == there


TestSync = Sync.TestCase
TestSync.pytestmark = [pytest.mark.stateful]
