"""The end of each example: the faults stop, and all sides converge."""

from __future__ import annotations

from collections import Counter

from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Answer
from sync_engine.core.resolution import Verb
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.events import Planned
from tests.properties.realm import plain
from tests.properties.rules.base import DAY, Rules

ROUNDS = 12


class Ending(Rules):
    """See the module."""

    def teardown(self):
        try:
            if self.world is not None and self.world.people:
                self.end()
        finally:
            if self.world is not None:
                self.world.close()

    def end(self):
        self.world.settled()
        answer = (Answer.APPROVED, Answer.REJECTED)[self.versions % 2]
        results = self.converge(answer)
        for person in self.world.people:
            self.compare(person, results[id(person)])
            for row in person.store.collections.all():
                assert person.store.intents.of(row.id) == []
            person.still_kept()

    def converge(self, answer):
        """Sync alternately until a whole round plans nothing.

        Nobody says no for ever: where a server has no ETags and rewrites in a way that
        is not known, our own text comes back as somebody's old one, and asks again.
        """
        for number in range(ROUNDS):
            answer = Answer.APPROVED if number > 6 else answer
            results = {}
            before = self.stamp()
            for person in self.world.people:
                person.wait(2 * DAY)
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
                if told & {base.local_id, base.href}:
                    told |= {base.local_id, base.href}
                    # a broken file may have lost its UID, and a server's name its host
                    excused.add(base.uid)
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
