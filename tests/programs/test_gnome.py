"""GNOME's data server for real, by ``ksync connect evolution`` and the gateway, up to the server.

What its calendar and address book backends show, make, change and delete is what Evolution,
GNOME Calendar and GNOME Contacts do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ksync.connect.sources import Sources
from tests.acceptance.cli import Client
from tests.acceptance.waiting import wait_until
from tests.ksync.conftest import bus  # noqa: F401  a fixture
from tests.programs.chain import Chain, value
from tests.programs.evolution import DataServer, data_server, session
from tests.programs.texts import card, event
from tests.servers import Account


@pytest.fixture
def server(bus: Mapping[str, str], tmp_path: Path) -> Iterator[DataServer]:  # noqa: F811  a fixture
    """The data server of a person of its own."""
    with data_server(bus, tmp_path / "person") as running:
        yield running


@pytest.fixture
def chain(
    radicale: Account,
    server: DataServer,
    bus: Mapping[str, str],  # noqa: F811  a fixture
    tmp_path: Path,
) -> Chain:
    """The person whose session it is has an account."""
    return Chain(radicale, Client(tmp_path / "ksync", session(bus, server.home)))


def titles(server: DataServer, uid: str) -> dict[str, str]:
    """Look at the gateway; UID -> title of a calendar's events."""
    server.calendar(uid, "Refresh")
    (found,) = server.calendar(uid, "GetObjectList", "s", "#t")
    return {value("UID", text): value("SUMMARY", text) for text in found}


def names(server: DataServer, uid: str) -> dict[str, str]:
    """The same of an address book's contacts."""
    server.book(uid, "Refresh")
    query = '(contains "x-evolution-any-field" "")'
    (found,) = server.book(uid, "GetContactList", "s", query)
    return {value("UID", text): value("FN", text) for text in found}


def component(text: bytes) -> str:
    """The event alone, as the data server takes it."""
    inner = text.decode()
    return inner[inner.index("BEGIN:VEVENT") : inner.index("END:VEVENT") + len("END:VEVENT\r\n")]


@pytest.mark.timeout(120)
def test_connected_used_and_disconnected(chain: Chain, server: DataServer) -> None:
    with chain.served():
        added = chain.client.run("connect", "evolution").data["added"]
        assert {row["name"] for row in added} == {"Work", "People"}
        with Sources() as sources:
            found = {uid: one.text for uid, one in sources.all().items() if "ksync-" in uid}
        (calendar,) = (uid for uid, text in found.items() if "[Calendar]" in text)
        (book,) = (uid for uid, text in found.items() if "[Address Book]" in text)
        _use_the_calendar(chain, server, calendar)
        _use_the_contacts(chain, server, book)
    chain.client.run("disconnect", "evolution")
    with Sources() as sources:
        assert not [uid for uid in sources.all() if "ksync-" in uid]
    assert not list((server.home / "cache").rglob("ksync-*"))


def _use_the_calendar(chain: Chain, server: DataServer, uid: str) -> None:
    wait_until(lambda: titles(server, uid) == {"e1": "First"}, "it is shown")
    server.calendar(uid, "CreateObjects", "asu", [component(event("e2", "Second"))], 0)
    (found,) = server.calendar(uid, "GetObject", "ss", "e1", "")
    changed = component(found.encode()).replace("SUMMARY:First", "SUMMARY:Changed")
    server.calendar(uid, "ModifyObjects", "assu", [changed], "all", 0)
    chain.sync()
    assert chain.events() == {"e1": "Changed", "e2": "Second"}
    server.calendar(uid, "RemoveObjects", "a(ss)su", [("e2", "")], "all", 0)
    chain.account.put(f"{chain.work}e3.ics", event("e3", "Third"))
    chain.sync()
    assert chain.events() == {"e1": "Changed", "e3": "Third"}
    wait_until(lambda: titles(server, uid) == chain.events(), "what came is shown")


def _use_the_contacts(chain: Chain, server: DataServer, uid: str) -> None:
    wait_until(lambda: names(server, uid) == {"c1": "Ada"}, "it is shown")
    server.book(uid, "CreateContacts", "asu", [card("c2", "Grace").decode()], 0)
    (found,) = server.book(uid, "GetContact", "s", "c1")
    changed = found.replace("FN:Ada", "FN:Ada L.").replace("NOTE:by hand\r\n", "")
    server.book(uid, "ModifyContacts", "asu", [changed], 0)
    chain.sync()
    assert chain.cards() == {"c1": "Ada L.", "c2": "Grace"}
    ada = chain.account.get(f"{chain.people}c1.vcf", vcard="4.0").body
    assert b"NOTE" not in ada, "it was taken out, though no version was named"
    assert b"X-OTHER-PROGRAM;X-A=1:kept" in ada
    server.book(uid, "RemoveContacts", "asu", ["c2"], 0)
    chain.account.put(f"{chain.people}c3.vcf", card("c3", "Hedy"))
    chain.sync()
    assert chain.cards() == {"c1": "Ada L.", "c3": "Hedy"}
    wait_until(lambda: names(server, uid) == chain.cards(), "what came is shown")
