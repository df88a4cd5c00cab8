"""A collection moves between a folder and the desktop's store: nothing is lost, nothing is sent."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync_engine.replicas.eds import Services, SessionBus
from tests.acceptance.cli import Client
from tests.acceptance.sides import uid_of
from tests.conformance.bench import event
from tests.replicas.eds.daemon import Desktop, start
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

KEPT = ("DBUS_SESSION_BUS_ADDRESS", "XDG_DATA_HOME")
TIME = b"20260301T100000Z"


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    running = start()
    yield running
    running.close()


class Home:
    """An account with a calendar and an address book, behind a proxy that counts."""

    def __init__(self, client: Client, server: Account, proxy: CountingProxy) -> None:
        self.client = client
        self.server = server
        self.proxy = proxy
        self.calendar = server.make_calendar("cal", title=f"Work {id(self)}")
        self.book = server.make_addressbook("people", title=f"People {id(self)}")
        server.seed(self.calendar, samples.events(12, 1))
        server.seed(self.book, samples.contacts(6, 1))
        client.add(server, url=proxy.rebase(server.url))
        client.sync()

    def id_of(self, href: str) -> str:
        return str(self.client.row(href)["id"])

    def store(self, href: str) -> str:
        return str(self.client.listed()[self.id_of(href)]["store"])

    def folder(self, href: str) -> Path:
        return Path(self.client.listed()[self.id_of(href)]["path"])

    def files(self, href: str) -> dict[str, bytes]:
        found = self.folder(href).iterdir()
        return {p.name: p.read_bytes() for p in found if p.suffix in (".ics", ".vcf")}

    def move(self, href: str, store: str, **how: object) -> None:
        """And see that the server hears nothing of it."""
        self.proxy.reset()
        self.client.run("collection", "set", self.id_of(href), f"store={store}", **how)
        assert self.proxy.requests == []

    def check(self) -> None:
        """Nothing was left to do, and the server was only looked at."""
        before = {href: self.server.listing(href) for href in (self.calendar, self.book)}
        assert self.client.sync().counts() == {}
        assert {href: self.server.listing(href) for href in before} == before


@pytest.fixture
def home(tmp_path, desktop, xandikos, watched) -> Home:
    client = Client(tmp_path / "home", {name: desktop.env[name] for name in KEPT})
    return Home(client, xandikos, watched(xandikos))


def test_there_and_back_again(home):
    """Every octet of every file is as before; nothing goes to the server in between."""
    before = {href: home.files(href) for href in (home.calendar, home.book)}
    folders = {href: home.folder(href) for href in before}
    for href in before:
        home.move(href, "eds")
        assert home.store(href) == "eds"
        assert not folders[href].exists()
    home.check()
    for href in before:
        home.move(href, "vdir")
    home.check()
    assert {href: home.files(href) for href in before} == before


def test_what_was_not_uploaded_yet_is_uploaded_after_it(home):
    files = home.files(home.calendar)
    folder = home.folder(home.calendar)
    edited, deleted = sorted(files)[:2]
    text = files[edited].replace(b"SUMMARY:", b"SUMMARY:Not ", 1)
    (folder / edited).write_bytes(text)
    (folder / deleted).unlink()
    (folder / "new.ics").write_bytes(event("new", "Made before it moved"))
    home.move(home.calendar, "eds")
    done = home.client.sync()
    assert done.counts() == {"uploaded": 2, "deleted_remote": 1}
    there = {uid_of(body): body for body in home.server.listing(home.calendar).values()}
    assert b"SUMMARY:Not " in there[uid_of(text)]
    assert uid_of(files[deleted]) not in there
    assert b"Made before it moved" in there["new"]
    home.check()


def test_the_settings_alone_move_it_before_the_next_sync(home):
    home.client.run("account", "set", "acc", "store=eds")
    assert home.store(home.calendar) == "vdir"
    home.check()
    assert {row["store"] for row in home.client.listed().values()} == {"eds"}
    home.client.run("account", "set", "acc", "store=vdir")
    home.check()
    assert {row["store"] for row in home.client.listed().values()} == {"vdir"}
    assert len(home.files(home.calendar)) == 12


def test_what_the_store_does_not_take_keeps_all_of_it_where_it_is(home):
    folder = home.folder(home.calendar)
    (folder / "broken.ics").write_bytes(b"BEGIN:VCALENDAR\r\nnothing\r\n")
    before = home.files(home.calendar)
    done = home.client.run("collection", "set", home.id_of(home.calendar), "store=eds", expect=4)
    assert done.envelope["code"] == "store.move_refused"
    assert "broken.ics" in str(done.envelope)
    assert home.store(home.calendar) == "vdir"
    assert home.files(home.calendar) == before
    bus = SessionBus(home.client.environment["DBUS_SESSION_BUS_ADDRESS"])
    assert f"DisplayName=Work {id(home)}\n" not in str(Services(bus).managed()), "a second copy"
    bus.close()
    (folder / "broken.ics").unlink()
    home.move(home.calendar, "eds")
    home.check()


def test_a_place_that_is_lived_in_again_is_not_emptied(home):
    """A move whose end was never written down, and the collection is back where it was."""
    before = home.files(home.calendar)
    (file,) = (home.client.home / "state").rglob("state.sqlite3")
    with contextlib.closing(sqlite3.connect(file)) as state, state:
        query = "SELECT id, local_name FROM collection WHERE local_name IS NOT NULL"
        for number, name in state.execute(query).fetchall():
            told = json.dumps({"store": "vdir", "name": name})
            state.execute("INSERT INTO fact VALUES (?, ?)", (f"leaving-{number}", told))
    home.check()
    assert home.files(home.calendar) == before


def test_a_missing_store_moves_nothing(home):
    before = home.files(home.calendar)
    address = home.client.environment.pop("DBUS_SESSION_BUS_ADDRESS")
    home.move(home.calendar, "eds", expect=4)
    assert home.files(home.calendar) == before
    home.check()
    home.client.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    home.move(home.calendar, "eds")
    home.check()
