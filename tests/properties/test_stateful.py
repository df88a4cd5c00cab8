"""A server, two or three clients, users, another program, and all that can go wrong.

Here both sides are in memory; ``test_over_http`` has real folders and HTTP.

Oracle:

* nothing that kSync takes off a side is lost (``tests.properties.realm``), and
  once kept it stays kept;
* read-only collections are never written;
* when the faults stop, all sides converge, a further sync plans nothing and
  writes nothing, and no write is left unconfirmed.
"""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import RuleBasedStateMachine, initialize

from tests.properties.rules.base import REWRITINGS
from tests.properties.rules.ending import Ending
from tests.properties.rules.lasting import Lasting
from tests.properties.rules.people import Programs, Users
from tests.properties.rules.syncs import Syncs
from tests.properties.rules.twin import TwinFaults
from tests.properties.world import READ_ONLY, World


class Sync(Users, Programs, Syncs, TwinFaults, Lasting, Ending, RuleBasedStateMachine):
    """The machine in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

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
        self.populate(people, strict=strict, filled=filled)


TestSync = Sync.TestCase
TestSync.pytestmark = [pytest.mark.stateful, pytest.mark.timeout(900)]
