"""``store = "eds"``: an account in the desktop's own store, a real evolution-data-server."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from sync_engine.core.content.lines import split_lines
from sync_engine.replicas.eds import Services, SessionBus
from tests.acceptance.cli import Client
from tests.acceptance.headless import running
from tests.acceptance.waiting import wait_until
from tests.conformance.bench import event
from tests.replicas.eds.daemon import Desktop, start
from tests.replicas.eds.rival import Rival
from tests.servers import samples

_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    running_desktop = start()
    yield running_desktop
    running_desktop.close()


@pytest.fixture
def services(desktop) -> Iterator[Services]:
    bus = SessionBus(desktop.address)
    yield Services(bus)
    bus.close()


@pytest.fixture
def client(tmp_path, desktop) -> Client:
    kept = ("DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME")
    return Client(tmp_path / "home", {name: desktop.env[name] for name in kept})


@pytest.fixture
def title() -> str:
    """Of the calendar: the tests of this module share a desktop."""
    return f"Work {next(_NUMBERS)}"


@pytest.fixture
def account(client, xandikos, title) -> Client:
    """A calendar with nine events and an address book with three contacts."""
    xandikos.seed(xandikos.make_calendar("cal", title=title), samples.events(9, 1))
    xandikos.seed(xandikos.make_addressbook("people"), samples.contacts(3, 1))
    client.add(xandikos)
    client.run("config", "set", "accounts.acc.store", "eds")
    return client


def _source(services: Services, title: str) -> str:
    """The source that the desktop's programs show under this name."""
    sources = services.managed().values()
    properties = [one["org.gnome.evolution.dataserver.Source"] for one in sources]
    (found,) = (p["UID"] for p in properties if f"DisplayName={title}\n" in p["Data"])
    return found


def _differing(one: bytes, other: bytes) -> set[bytes]:
    """Names of the properties whose lines are not in both texts."""
    lines = [{line.unfolded for line in split_lines(text)} for text in (one, other)]
    return {line.partition(b":")[0].partition(b";")[0] for line in lines[0] ^ lines[1]}


def test_it_goes_down_and_an_edit_comes_back_alone(account, services, xandikos, title):
    assert account.sync().counts() == {"downloaded": 12}
    assert account.sync().counts() == {}
    rival = Rival(services, _source(services, title))
    href = f"{xandikos.calendar_home}cal/r-00003.ics"  # a series with an override
    before = xandikos.get(href).body
    rival.edit(Rival.uid_in(before.decode()), "SUMMARY:", "SUMMARY:Not ", part="RRULE")
    assert account.sync().counts() == {"uploaded": 1}
    after = xandikos.get(href).body
    assert b"SUMMARY:Not " in after
    assert _differing(before, after) <= {b"SUMMARY", b"LAST-MODIFIED"}
    assert account.sync().counts() == {}


def test_what_is_made_and_deleted_there_goes_up(account, services, xandikos, title):
    account.sync()
    rival = Rival(services, _source(services, title))
    rival.put("new", event("new", "Made in the desktop"))
    rival.drop(Rival.uid_in(xandikos.get(f"{xandikos.calendar_home}cal/r-00000.ics").body.decode()))
    assert account.sync().counts() == {"uploaded": 1, "deleted_remote": 1}
    bodies = xandikos.listing(f"{xandikos.calendar_home}cal/")
    assert len(bodies) == 9
    assert account.sync().counts() == {}


def test_a_server_change_comes_down(account, services, xandikos, title):
    account.sync()
    href = f"{xandikos.calendar_home}cal/r-00001.ics"
    body = xandikos.get(href).body.replace(b"SUMMARY:", b"SUMMARY:Server ")
    xandikos.put(href, body)
    assert account.sync().counts() == {"downloaded": 1}
    rival = Rival(services, _source(services, title))
    (text,) = rival.components(Rival.uid_in(body.decode()))
    assert "SUMMARY:Server " in text
    assert account.sync().counts() == {}


def test_it_is_erased_with_its_account(account, services, title):
    account.sync()
    assert _source(services, title)
    account.run("account", "remove", "acc", "--erase", "--yes")
    assert f"DisplayName={title}\n" not in str(services.managed())


def test_run_notices_an_edit(account, services, xandikos, title, tmp_path):
    """A signal wakes it; the next scheduled run would be a quarter of an hour away."""
    with running(account, tmp_path / "n") as service:
        service.idle()
        rival = Rival(services, _source(services, title))
        rival.put("signal", event("signal", "Told by a signal"))
        calendar = f"{xandikos.calendar_home}cal/"
        wait_until(
            lambda: any(b"Told by a signal" in b for b in xandikos.listing(calendar).values()),
            "the upload",
        )
        service.idle()
        runs = account.run("report", "list").data["runs"]
        assert [run["trigger"] for run in runs[:2]] == ["change", "first"]
        service.stop()


def test_without_the_store_it_says_what_is_missing(account, xandikos):
    """Nothing is deleted by it, and the next sync goes on."""
    account.sync()
    there = account.environment.pop("DBUS_SESSION_BUS_ADDRESS")
    done = account.sync(expect=4)
    assert done.references == {"store.eds_missing"}
    assert len(xandikos.listing(f"{xandikos.calendar_home}cal/")) == 9
    _, err = account.text("sync", expect=4)
    assert "Install evolution-data-server" in err
    account.environment["DBUS_SESSION_BUS_ADDRESS"] = there
    assert account.sync().counts() == {}


def test_a_source_that_was_removed_comes_again_when_asked_for(account, services, title, xandikos):
    account.sync()
    source = _source(services, title)
    (path,) = (p for p, one in services.managed().items() if f"'{source}'" in str(one))
    removable = "org.gnome.evolution.dataserver.Source.Removable"
    services.bus.call((services.name("Sources"), path, removable), "Remove")
    assert account.sync(expect=4).references == {"store.eds_source_gone"}
    (identifier,) = (row["id"] for row in account.listed().values() if row["kind"] == "calendar")
    account.run("collection", "disable", identifier)
    account.run("collection", "enable", identifier)
    account.sync()
    texts = Rival(services, _source(services, title)).call("GetObjectList", "s", "#t")
    assert len({Rival.uid_in(text) for text in texts}) == 9
    assert len(xandikos.listing(f"{xandikos.calendar_home}cal/")) == 9
