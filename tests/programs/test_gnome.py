"""GNOME's data server for real: connected, its programs show, make, change and delete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ksync.connect import evolution
from ksync.connect.memory import Memory
from ksync.connect.offer import Offer, Offered
from ksync.connect.sources import Sources
from ksync.paths import Paths
from sync_engine.core.collection import Kind
from tests.acceptance.waiting import wait_until
from tests.ksync.conftest import bus  # noqa: F401  a fixture
from tests.programs.evolution import DataServer, data_server
from tests.programs.texts import card, event
from tests.servers import Account


@pytest.fixture
def server(bus: Mapping[str, str], tmp_path: Path) -> Iterator[DataServer]:  # noqa: F811  a fixture
    """The data server of a person of its own."""
    with data_server(bus, tmp_path / "person") as running:
        yield running


def titles(server: DataServer, uid: str) -> dict[str, str]:
    """Look at the server; UID -> title of a calendar's events."""
    server.calendar(uid, "Refresh")
    (found,) = server.calendar(uid, "GetObjectList", "s", "#t")
    return {_line("UID", text): _line("SUMMARY", text) for text in found}


def names(server: DataServer, uid: str) -> dict[str, str]:
    """The same of an address book's contacts."""
    server.book(uid, "Refresh")
    query = '(contains "x-evolution-any-field" "")'
    (found,) = server.book(uid, "GetContactList", "s", query)
    return {_line("UID", text): _line("FN", text) for text in found}


def _line(name: str, text: str) -> str:
    found = re.search(rf"(?m)^{name}:(.*?)\r?$", text)
    assert found, text
    return found[1]


def component(text: bytes) -> str:
    """The event alone, as the data server takes it."""
    inner = text.decode()
    return inner[inner.index("BEGIN:VEVENT") : inner.index("END:VCALENDAR")]


@pytest.mark.timeout(120)
def test_connected_used_and_disconnected(
    xandikos: Account, server: DataServer, tmp_path: Path
) -> None:
    work, people = xandikos.make_calendar("work"), xandikos.make_addressbook("people")
    xandikos.put(f"{work}e1.ics", event("e1", "First"))
    xandikos.put(f"{people}c1.vcf", card("c1", "Ada"))
    address = xandikos.url.rstrip("/")
    offer = Offer(
        address,
        "",
        "",
        (
            Offered(
                "home/work", "1/work", Kind.CALENDAR, "Work", "#ff0000", address + work,
                components=frozenset({"VEVENT"}),
            ),
            Offered("home/people", "1/people", Kind.ADDRESSBOOK, "People", "", address + people),
        ),
    )  # fmt: skip
    memory, cache = Memory(Paths.under(tmp_path / "ksync")), server.home / "cache"
    with Sources() as sources:
        plan = evolution.connect(memory, sources, offer, cache, force=False)
    calendar, book = (entry.place for entry in plan.entries)

    wait_until(lambda: titles(server, calendar) == {"e1": "First"}, "what is there is shown")
    server.calendar(calendar, "CreateObjects", "asu", [component(event("e2", "Second"))], 0)
    server.calendar(
        calendar, "ModifyObjects", "assu", [component(event("e1", "Changed"))], "all", 0
    )
    assert b"SUMMARY:Changed" in xandikos.get(f"{work}e1.ics").body
    assert len(xandikos.etags(work)) == 2
    server.calendar(calendar, "RemoveObjects", "a(ss)su", [("e1", "")], "all", 0)
    xandikos.put(f"{work}e3.ics", event("e3", "Third"))
    wait_until(
        lambda: titles(server, calendar) == {"e2": "Second", "e3": "Third"},
        "what is there is shown",
    )

    wait_until(lambda: names(server, book) == {"c1": "Ada"}, "what is there is shown")
    server.book(book, "CreateContacts", "asu", [card("c2", "Grace").decode()], 0)
    server.book(book, "ModifyContacts", "asu", [card("c1", "Ada L.").decode()], 0)
    assert b"FN:Ada L." in xandikos.get(f"{people}c1.vcf").body
    assert len(xandikos.etags(people)) == 2
    server.book(book, "RemoveContacts", "asu", ["c1"], 0)
    xandikos.put(f"{people}c3.vcf", card("c3", "Hedy"))
    wait_until(
        lambda: names(server, book) == {"c2": "Grace", "c3": "Hedy"}, "what is there is shown"
    )

    (connection,) = memory.all()
    with Sources() as sources:
        evolution.disconnect(memory, sources, connection, cache, force=False)
        assert not [uid for uid in sources.all() if uid.startswith("ksync-")]
    assert not list(cache.rglob("ksync-*"))
