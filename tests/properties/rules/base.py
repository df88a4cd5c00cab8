"""What all rules need: the world, pickers and texts."""

from __future__ import annotations

import contextlib
import functools
from typing import Any

import hypothesis.strategies as st

from sync_engine.core.content.facts import uid as uid_of
from sync_engine.core.guards import Brakes
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from tests.cycle.twin import card
from tests.cycle.twin import event as vevent
from tests.properties.realm import Mortal, Place, marked, stamped

GUEST = "ATTENDEE:mailto:bob@example.org"
DAY = 86400.0

WHO = st.integers(0, 2)
WHERE = st.integers(0, 2)
WHICH = st.integers(0, 9)
UID = st.integers(0, 5)
STEP = st.integers(1, 40)
NTH = st.integers(1, 4)
STIR = st.sampled_from(["nothing", "here", "there", "both"])
POLICY = st.sampled_from([policy for policy in Policy if policy is not Policy.ASK])


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
    return lambda *what: act(*what) if next(calls) == number else None


class Rules:
    """Base of all mix-ins; the machine makes ``world``."""

    world: Any

    def __init__(self) -> None:
        super().__init__()
        self.versions = 0
        self.backup: dict[str, object] = {}
        self.folder_backup: dict[tuple[int, str], object] = {}
        self.limits: dict[int, int | None] = {}

    # pickers

    def person(self, who: int) -> Mortal:
        return self.world.people[who % len(self.world.people)]

    def slug(self, where: int) -> str:
        slugs = [url.rstrip("/").rsplit("/", 1)[-1] for url in self.world.collections]
        return slugs[where % len(slugs)]

    def remote(self, where: int) -> Any:
        places = list(self.world.collections.values())
        return places[where % len(places)]

    def one_of(self, place: Place, which: int) -> ResourceId:
        names = sorted(place.bodies())
        if not names:
            raise NothingThere
        return names[which % len(names)]

    def sides(self, person: Mortal, *, local: bool) -> list[Any]:
        if not local:
            return list(self.world.collections.values())
        return [person.folder(self.slug(n)) for n in range(len(self.world.collections))]

    # texts

    def file(self, stem: str) -> str:
        return stem + (".vcf" if self.world.contacts else ".ics")

    def text(self, uid: str, *, meeting: bool) -> bytes:
        self.versions += 1
        if self.world.contacts:
            return card(uid, f"v{self.versions}", version="3.0" if self.versions % 3 else "4.0")
        extra = (GUEST,) if meeting else ()
        body = vevent(uid, f"v{self.versions}", *extra)
        # every second one is within a past limit
        return body.replace(b":20260101T1", b":20270110T1") if self.versions % 2 else body

    def edited(self, body: bytes) -> bytes:
        return self.text(uid_of(body) or "none", meeting=b"ATTENDEE" in body)

    # what several kinds of rules do

    def run(self, who: int, *, policy: Policy = Policy.BOTH, **how: Any) -> None:
        person = self.person(who)
        limit = self.limits.get(who % len(self.world.people))
        person.settings = CollectionSettings(policy=policy, past_days=limit)
        self.world.sync(person, **how)

    def stir(self, who: int, side: str) -> None:
        """So that a fault meets something: edit what is in the first folder."""
        folder = self.person(who).folder(self.slug(0))
        if side in ("here", "both"):
            for name in sorted(folder.bodies())[:3]:
                self.world.write(folder, name, self.edited(folder.bodies()[name]))
        if side in ("there", "both"):
            place = self.remote(0)
            for href in sorted(place.bodies())[-3:]:
                self.world.write(place, href, self.edited(place.bodies()[href]))

    def stamp(self) -> list[object]:
        stamps = (place.stamp() for place in self.world.places())
        return [stamp for stamp in stamps if stamp is not None]

    def furnish(self) -> None:
        """What has to be there before a user can do anything."""

    def populate(self, people: int, *, strict: bool, filled: int) -> None:
        """People, and what is there before anything goes wrong."""
        for _ in range(people):
            person = self.world.add_person()
            if strict:
                # holds in every corner, not only where there is a mass of resources
                person.brakes = Brakes(count=3, small_count=2, rolled_back=2)
        if not filled:
            self.furnish()
        else:
            for place in self.world.collections.values():
                for number in range(filled):
                    href = self.world.href(place, self.file(f"p{number}"))
                    self.world.write(place, href, self.text(f"u{number}", meeting=number > 2))
            for person in self.world.people:
                self.world.sync(person)
