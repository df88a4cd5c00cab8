"""The state machine over HTTP: real client, parser, replica and folders.

Without sockets by default (``tests.adversary.doors``); ``TestOverSockets`` has the real
transport and a real server, and fewer examples. The oracle is that of ``test_stateful``.
"""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize

from tests.adversary.quirks import PROFILES
from tests.properties.http_world import READ_ONLY, HttpWorld
from tests.properties.rules.base import REWRITINGS
from tests.properties.rules.ending import Ending
from tests.properties.rules.http import HttpFaults
from tests.properties.rules.lasting import Lasting
from tests.properties.rules.people import Programs, Users
from tests.properties.rules.syncs import Syncs

NOT_HERE = {
    # what these do is beyond any client, and has its own test in tests/adversary
    "losing-move": "the server loses it",
    "stalwart": "the rest of a listing is never told",
}
SERVERS = {
    # ETags that come again hide an edit for ever; see docs/servers.md
    name: replace(quirks, counts_etags=False)
    for name, quirks in PROFILES.items()
    if name not in NOT_HERE
}
SOCKET_SHARE = 50
"""One example over sockets for so many without."""


class OverHttp(Users, Programs, Syncs, HttpFaults, Lasting, Ending, RuleBasedStateMachine):
    """The machine over HTTP."""

    sockets = False

    def __init__(self) -> None:
        super().__init__()
        self.world = None

    @initialize(
        people=st.sampled_from([2, 2, 2, 3]),
        server=st.sampled_from(["infomaniak", *sorted(SERVERS)]),
        rewrite=st.sampled_from(REWRITINGS),
        read_only=st.booleans(),
        strict=st.booleans(),
        filled=st.integers(0, 4),
        contacts=st.booleans(),
    )
    def begin(self, people, server, rewrite, read_only, strict, filled, contacts):
        quirks = SERVERS[server]
        quirks = replace(quirks, rewrite=quirks.rewrite or rewrite)
        if self.sockets:
            quirks = replace(quirks, host="")
        self.world = HttpWorld(quirks, sockets=self.sockets)
        self.world.contacts = contacts
        for name in ("work", "home", *([READ_ONLY] if read_only else [])):
            self.world.add_collection(name)
        self.populate(people, strict=strict, filled=filled)


class OverSockets(OverHttp):
    """The same over real sockets."""

    sockets = True


TestOverHttp = OverHttp.TestCase
TestOverHttp.pytestmark = [pytest.mark.stateful, pytest.mark.timeout(900)]
TestOverSockets = OverSockets.TestCase
TestOverSockets.pytestmark = [pytest.mark.stateful, pytest.mark.timeout(900)]
TestOverSockets.settings = settings(
    settings(), max_examples=max(4, settings().max_examples // SOCKET_SHARE)
)
