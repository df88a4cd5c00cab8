"""Thunderbird for real: connected, it shows, makes, changes and deletes; disconnected, it is as
before.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ksync.connect.errors import ProgramRuns
from ksync.connect.memory import Memory
from ksync.connect.offer import Offer, Offered
from ksync.connect.thunderbird import connector
from ksync.connect.thunderbird.profiles import pick, profiles
from ksync.paths import Paths
from sync_engine.core.collection import Kind
from tests.programs.texts import card, event
from tests.programs.thunderbird import Thunderbird
from tests.servers import Account

# What any start of Thunderbird changes.
RESTLESS = (
    "app.update.",
    "browser.",
    "calendar.list.sortOrder",
    "mail.displayname.version",
    "privacy.",
    "toolkit.startup.",
)


def settled(program: Thunderbird) -> list[str]:
    """Its preferences without those that change by themselves."""
    return [line for line in program.prefs if not line.startswith(_begins(RESTLESS))]


def _begins(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f'user_pref("{name}' for name in names)


@pytest.mark.timeout(180)
def test_connected_used_and_disconnected(
    xandikos: Account, thunderbird: Thunderbird, tmp_path: Path
) -> None:
    work, people = xandikos.make_calendar("work"), xandikos.make_addressbook("people")
    xandikos.put(f"{work}e1.ics", event("e1", "First"))
    xandikos.put(f"{people}c1.vcf", card("c1", "Ada"))
    address = xandikos.url.rstrip("/")
    offered = (
        Offered("home/work", "1/work", Kind.CALENDAR, 'Wörk "x"', "#ff0000", address + work),
        Offered("home/people", "1/people", Kind.ADDRESSBOOK, "People", "", address + people),
    )
    offer = Offer(address, "", "", offered)
    memory = Memory(Paths.under(tmp_path / "ksync"))
    profile = pick(profiles(thunderbird.home), "")

    thunderbird.start()
    with pytest.raises(ProgramRuns):
        connector.connect(memory, profile, offer, force=False)
    thunderbird.stop()
    before = settled(thunderbird)

    connector.connect(memory, profile, offer, force=False)
    thunderbird.start()
    (shown,) = thunderbird.calendars()
    assert (shown["name"], shown["color"], shown["readOnly"]) == ('Wörk "x"', "#ff0000", False)
    assert thunderbird.events(shown["name"]) == {"e1": "First"}
    thunderbird.add_event(shown["name"], event("e2", "Second").decode())
    thunderbird.retitle(shown["name"], "e1", "Changed")
    assert b"SUMMARY:Changed" in xandikos.get(f"{work}e1.ics").body
    assert len(xandikos.etags(work)) == 2
    thunderbird.delete_event(shown["name"], "e1")
    assert len(xandikos.etags(work)) == 1
    xandikos.put(f"{work}e3.ics", event("e3", "Third"))
    assert thunderbird.events(shown["name"]) == {"e2": "Second", "e3": "Third"}

    assert thunderbird.cards("People") == {"c1": "Ada"}
    thunderbird.add_card("People", card("c2", "Grace").decode())
    thunderbird.rename_card("People", "c1", "Ada L.")
    assert b"FN:Ada L." in xandikos.get(f"{people}c1.vcf").body
    assert len(xandikos.etags(people)) == 2
    xandikos.put(f"{people}c3.vcf", card("c3", "Hedy"))
    assert thunderbird.cards("People") == {"c1": "Ada L.", "c2": "Grace", "c3": "Hedy"}
    thunderbird.stop()

    (connection,) = memory.all()
    assert len(connector.disconnect(memory, connection, force=False)) == 2
    thunderbird.start()
    assert (thunderbird.calendars(), thunderbird.books()) == ([], [])
    thunderbird.stop()
    assert settled(thunderbird) == before
    assert not list(thunderbird.profile.glob("abook-ksync*"))
