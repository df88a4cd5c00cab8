"""Thunderbird for real, by ``ksync connect thunderbird`` and the gateway, up to the server.

It shows, makes, changes and deletes events and contacts, both ways; disconnected, its profile
is as before.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.programs.chain import Chain
from tests.programs.texts import card, event
from tests.programs.thunderbird import Thunderbird
from tests.servers import Account

# What any start of Thunderbird changes.
_RESTLESS = (
    "app.update.",
    "browser.",
    "calendar.list.sortOrder",
    "mail.displayname.version",
    "privacy.",
    "toolkit.startup.",
)


@pytest.fixture
def chain(radicale: Account, thunderbird: Thunderbird, tmp_path: Path) -> Chain:
    """The person whose Thunderbird it is has an account."""
    return Chain(radicale, Client(tmp_path / "ksync", {"HOME": str(thunderbird.home)}))


def settled(program: Thunderbird) -> list[str]:
    """Its preferences without those that change by themselves."""
    restless = tuple(f'user_pref("{name}' for name in _RESTLESS)
    return [line for line in program.prefs if not line.startswith(restless)]


@pytest.mark.timeout(240)
def test_connected_used_and_disconnected(chain: Chain, thunderbird: Thunderbird) -> None:
    thunderbird.start()
    refused = chain.client.run("connect", "thunderbird", expect=12)
    assert refused.problem["reference"] == "connect.running"
    thunderbird.stop()
    before = settled(thunderbird)

    with chain.served():
        chain.client.run("connect", "thunderbird")
        thunderbird.start()
        _use_the_calendar(chain, thunderbird)
        _use_the_contacts(chain, thunderbird)
    _edit_while_nobody_answers(chain, thunderbird)

    chain.client.run("serve", "--new-token")
    with chain.served():
        _go_on_at_another_address(chain, thunderbird)

    chain.client.run("disconnect", "thunderbird")
    thunderbird.start()
    assert (thunderbird.calendars(), thunderbird.books()) == ([], [])
    thunderbird.stop()
    assert settled(thunderbird) == before
    assert not list(thunderbird.profile.glob("abook-ksync*"))


def _use_the_calendar(chain: Chain, program: Thunderbird) -> None:
    (shown,) = program.calendars()
    assert (shown["name"], shown["readOnly"]) == ("Work", False)
    assert program.events("Work") == {"e1": "First"}
    program.add_event("Work", event("e2", "Second").decode())
    program.retitle("Work", "e1", "Changed")
    chain.sync()
    assert chain.events() == {"e1": "Changed", "e2": "Second"}
    assert b"X-OTHER-PROGRAM;X-A=1:kept" in chain.account.get(f"{chain.work}e1.ics").body
    program.delete_event("Work", "e2")
    chain.account.put(f"{chain.work}e3.ics", event("e3", "Third"))
    chain.sync()
    assert program.events("Work") == {"e1": "Changed", "e3": "Third"}
    assert chain.events() == {"e1": "Changed", "e3": "Third"}


def _use_the_contacts(chain: Chain, program: Thunderbird) -> None:
    (shown,) = program.books()
    assert (shown["name"], shown["readOnly"]) == ("People", False)
    assert program.cards("People") == {"c1": "Ada"}
    program.add_card("People", card("c2", "Grace").decode())
    program.rename_card("People", "c1", "Ada L.")
    chain.sync()
    assert chain.cards() == {"c1": "Ada L.", "c2": "Grace"}
    program.strip_card("People", "c1", "note")
    program.delete_card("People", "c2")
    chain.account.put(f"{chain.people}c3.vcf", card("c3", "Hedy"))
    chain.sync()
    assert program.cards("People") == {"c1": "Ada L.", "c3": "Hedy"}
    assert chain.cards() == {"c1": "Ada L.", "c3": "Hedy"}
    ada = chain.account.get(f"{chain.people}c1.vcf", vcard="4.0").body
    assert b"NOTE" not in ada, "it was taken out, though no version was named"
    assert b"X-OTHER-PROGRAM;X-A=1:kept" in ada


def _edit_while_nobody_answers(chain: Chain, program: Thunderbird) -> None:
    program.add_event("Work", event("e9", "Waits").decode())
    program.add_card_unsent("People", card("c9", "Waits").decode())
    program.stop()
    before = program.prefs
    refused = chain.client.run("disconnect", "thunderbird", expect=4)
    assert refused.problem["reference"] == "connect.unsent"
    assert program.prefs == before


def _go_on_at_another_address(chain: Chain, program: Thunderbird) -> None:
    moved = chain.client.run("connect", "thunderbird").data
    assert {row["id"] for row in moved["changed"]} == {"home/work", "home/people"}
    program.start()
    assert program.events("Work") == {"e1": "Changed", "e3": "Third", "e9": "Waits"}
    program.retitle("Work", "e3", "Moved")
    program.rename_card("People", "c3", "Hedy L.")
    assert program.events("Work") == {"e1": "Changed", "e3": "Moved", "e9": "Waits"}
    assert program.cards("People") == {"c1": "Ada L.", "c3": "Hedy L.", "c9": "Waits"}
    program.stop()
    chain.sync()
    assert chain.events() == {"e1": "Changed", "e3": "Moved", "e9": "Waits"}
    assert chain.cards() == {"c1": "Ada L.", "c3": "Hedy L.", "c9": "Waits"}
