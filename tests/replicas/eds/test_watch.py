"""Signals of a real evolution-data-server, as hints."""

from __future__ import annotations

import select
from collections.abc import Iterator

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.errors import DesktopStoreMissing
from sync_engine.replicas.eds import EdsStore, Services
from sync_engine.replicas.eds.watch import Monitor
from tests.conformance.bench import event
from tests.replicas.eds.daemon import Desktop
from tests.replicas.eds.ledger import MemoryLedger
from tests.replicas.eds.rival import Rival


@pytest.fixture
def monitor(desktop: Desktop) -> Iterator[Monitor]:
    watching = Monitor(desktop.address)
    yield watching
    watching.close()


def told(monitor: Monitor) -> frozenset[str]:
    """The next news."""
    for _ in range(50):
        ready, _, _ = select.select([monitor], [], [], 0.2)
        if ready and (news := monitor.news()):
            return news
    return frozenset()


def make(services: Services, owner: str, kind: Kind = Kind.CALENDAR) -> str:
    store = EdsStore(services, owner, kind, MemoryLedger())
    return store.create("key", CollectionInfo("", kind, "Work"))


def test_edits_are_told_of_those_who_are_watched(services: Services, monitor: Monitor) -> None:
    mine, other = make(services, "mine"), make(services, "other")
    book = make(services, "mine", Kind.ADDRESSBOOK)
    monitor.attend({"mine"})
    monitor.news()
    Rival(services, other).put("a", event("a"))
    Rival(services, mine).put("b", event("b"))
    assert told(monitor) == {"mine"}
    assert monitor.news() == frozenset()
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:c\r\nFN:C\r\nEND:VCARD"
    Rival(services, book, "OpenAddressBook").call("CreateContacts", "asu", [card], 0)
    assert told(monitor) == {"mine"}


def test_a_restart_is_news_and_what_comes_after_it_is_told(
    services: Services, monitor: Monitor, desktop: Desktop
) -> None:
    name = make(services, "again")
    monitor.attend({"again"})
    monitor.news()
    desktop.kill()
    services.bus.close()
    assert told(monitor) == {"again"}
    monitor.attend({"again"})
    monitor.news()
    Rival(services, name).put("a", event("a"))
    assert told(monitor) == {"again"}


def test_what_is_new_is_watched_when_asked_again(services: Services, monitor: Monitor) -> None:
    monitor.attend({"late"})
    name = make(services, "late")
    monitor.attend({"late"})
    monitor.news()
    Rival(services, name).put("a", event("a"))
    assert told(monitor) == {"late"}


def test_without_a_bus_there_is_no_monitor() -> None:
    with pytest.raises(DesktopStoreMissing):
        Monitor("unix:path=/nowhere/at/all")
