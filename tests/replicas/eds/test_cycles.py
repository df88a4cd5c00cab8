"""Whole cycles with a real evolution-data-server: what both sides do, and what goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sync_engine.base_store.renderings import StoredRenderings
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import Kind
from sync_engine.core.content.lines import split_lines
from sync_engine.core.rendering import Rendering
from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.errors import BaseStoreError, DesktopStoreMissing, DesktopStoreTooOld, ServiceLost
from sync_engine.replicas.eds import Services, SessionBus
from sync_engine.replicas.eds.bus import session_address
from tests.cycle.twin import card, event
from tests.replicas.eds import realistic
from tests.replicas.eds.daemon import SERVICES, Desktop, start
from tests.replicas.eds.rival import Rival
from tests.replicas.eds.world import World

FUTURE = ("NOVEL;P=1:kept,as;is", "X-A;B=c:d\\,e:f")
"""Lines that the store would spoil."""


@pytest.fixture
def world(services: Services) -> World:
    return World(services)


def lines(body: bytes) -> set[bytes]:
    """Unfolded, without stamps."""
    stamps = (b"LAST-MODIFIED", b"DTSTAMP", b"REV")
    found = {line.unfolded for line in split_lines(body)}
    return {line for line in found if not line.startswith(stamps)}


def test_both_sides_edited_it(world: World) -> None:
    (href,) = world.seed("work", Kind.CALENDAR, [event("u", "one", *FUTURE, "LOCATION:here")])
    world.sync()
    world.put("work", "r-0.ics", event("u", "one", *FUTURE, "LOCATION:there"))
    Rival(world.services, world.source("work")).edit("u", "SUMMARY:one", "SUMMARY:two")
    assert world.sync().counts["merged"] == 1
    wanted = lines(event("u", "two", *FUTURE, "LOCATION:there"))
    assert lines(world.bodies("work")[href]) == wanted
    (text,) = Rival(world.services, world.source("work")).components("u")
    assert "LOCATION:there" in text
    assert "SUMMARY:two" in text
    assert not any(world.sync().counts.values())


def test_the_local_version_wins_in_the_servers_words(world: World) -> None:
    (href,) = world.seed("work", Kind.CALENDAR, [event("u", "one", *FUTURE)])
    world.client.settings = CollectionSettings(policy=Policy.LOCAL)
    world.sync()
    world.put("work", "r-0.ics", event("u", "theirs", *FUTURE))
    Rival(world.services, world.source("work")).edit("u", "SUMMARY:one", "SUMMARY:ours")
    world.sync()
    assert lines(world.bodies("work")[href]) == lines(event("u", "ours", *FUTURE))


def test_it_was_deleted_on_the_server_and_edited_here(world: World) -> None:
    """The edit wins, and with it come the lines that the store never had."""
    world.seed("work", Kind.CALENDAR, [event("u", "one", *FUTURE)])
    world.sync()
    world.drop("work", "r-0.ics")
    Rival(world.services, world.source("work")).edit("u", "SUMMARY:one", "SUMMARY:two")
    world.sync()
    (body,) = world.bodies("work").values()
    assert lines(body) == lines(event("u", "two", *FUTURE))


@pytest.mark.parametrize("kind", list(Kind))
def test_a_lost_state_is_found_again(world: World, kind: Kind) -> None:
    """Nothing twice, nothing gone, nothing written: what the store has is recognized."""
    bodies = realistic.events(60) if kind is Kind.CALENDAR else realistic.cards(60)
    given = world.seed("work", kind, bodies)
    world.sync()
    world.client.store = BaseStore.open(None)
    result = world.sync()
    assert not any(result.counts.values()), result
    assert world.bodies("work") == given
    method = "OpenCalendar" if kind is Kind.CALENDAR else "OpenAddressBook"
    rival = Rival(world.services, world.source("work"), method)
    href, body = next((h, b) for h, b in given.items() if b"GEO:47.3769;8" in b or b"inner:42" in b)
    uid = Rival.uid_in(body.decode())
    if kind is Kind.CALENDAR:
        rival.edit(uid, "URL:https://", "URL:http://")
    else:
        rival.edit_contact(uid, "X-EXAMPLE-ID;X-KIND=inner:", "X-EXAMPLE-ID;X-KIND=inner:new ")
    assert world.sync().counts["uploaded"] == 1
    gone, come = (
        lines(body) - lines(world.bodies("work")[href]),
        lines(world.bodies("work")[href]) - lines(body),
    )
    assert len(gone) == len(come) == 1


def test_a_person_moves_an_event_to_another_calendar(world: World) -> None:
    """Evolution makes it there and deletes it here; the server's text goes along."""
    world.seed("work", Kind.CALENDAR, [event("u", "one", *FUTURE)])
    world.seed("home", Kind.CALENDAR, [])
    world.sync("work")
    work = Rival(world.services, world.source("work"))
    home = Rival(world.services, world.source("home"))
    (text,) = work.components("u")
    home.call("CreateObjects", "asu", [text], 0)
    work.drop("u")
    world.sync("work")
    world.sync("work")
    assert not world.bodies("work")
    (body,) = world.bodies("home").values()
    assert lines(body) == lines(event("u", "one", *FUTURE))


def test_a_vcard_4_that_is_edited_stays_one(world: World) -> None:
    extra = ("TEL;VALUE=uri;TYPE=cell:tel:+41-79", "PHOTO:data:image/png;base64,iVBORw0KGgo=")
    (href,) = world.seed("people", Kind.ADDRESSBOOK, [card("u", "Ann", *extra, version="4.0")])
    world.sync()
    rival = Rival(world.services, world.source("people"), "OpenAddressBook")
    assert "PHOTO;VALUE=uri:file://" in rival.contact("u")
    rival.edit_contact("u", "FN:Ann", "EMAIL;TYPE=INTERNET,HOME,PREF:a@b.test\r\nFN:Ann")
    world.sync()
    new = ("EMAIL;PREF=1;TYPE=HOME:a@b.test",)
    assert lines(world.bodies("people")[href]) == lines(
        card("u", "Ann", *extra, *new, version="4.0")
    )


@pytest.mark.parametrize("new", [True, False])
def test_a_run_ends_between_a_write_and_its_note(
    world: World, new: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = event("u", "one", "CATEGORIES:a,b\\,c", *FUTURE)
    second = event("u", "two", "CATEGORIES:a,d\\,e", "NOVEL:other", "COMMENT:1", *FUTURE[1:])
    (href,) = world.seed("work", Kind.CALENDAR, [first])
    if not new:
        world.sync()
        world.put("work", "r-0.ics", second)

    def broken(*_: object) -> None:
        raise BaseStoreError("as if the process had been killed here")

    put = StoredRenderings.put

    def once(self: StoredRenderings, place: str, renderings: Iterable[Rendering]) -> None:
        """The note before the write is taken, the one after it is not."""
        put(self, place, renderings)
        patch.setattr(StoredRenderings, "put", broken)

    with monkeypatch.context() as patch:
        patch.setattr(StoredRenderings, "put", once)
        assert world.client.sync().collections[0].failure is not None
    world.sync()
    assert world.bodies("work")[href] == (first if new else second)
    world.sync()
    assert not any(world.sync().counts.values())
    assert world.bodies("work")[href] == (first if new else second)
    (text,) = Rival(world.services, world.source("work")).components("u")
    assert ("SUMMARY:one" in text) is new


# -- restarts ---------------------------------------------------------------------------


class Breaking(SessionBus):
    """Kills the service at the nth call from now."""

    left = -1
    desktop: Desktop

    def call(self, to, method, signature="", *arguments):
        if self.left == 0:
            self.desktop.kill()
        self.left -= 1
        return super().call(to, method, signature, *arguments)


@pytest.mark.parametrize("number", [0, 2, 5, 9, 12, 13, 14, 16, 18, 20])
def test_the_service_is_restarted_in_the_middle_of_a_cycle(desktop: Desktop, number: int) -> None:
    """Nothing is deleted by it, and the next cycle goes on."""
    bus = Breaking(desktop.address)
    bus.desktop = desktop
    try:
        world = World(Services(bus))
        given = world.seed("work", Kind.CALENDAR, [event(f"u{n}") for n in range(6)])
        world.sync()
        for n in range(3):
            world.put("work", f"r-{n}.ics", event(f"u{n}", "theirs"))
        world.drop("work", "r-5.ics")
        Rival(world.services, world.source("work")).edit("u4", "SUMMARY:x", "SUMMARY:ours")
        bus.left = number
        result = world.client.sync().collections[0]
        assert result.failure is None or result.failure.reference == ServiceLost.reference, result
        bus.left = -1
        wanted = {href: body for href, body in given.items() if not href.endswith("r-5.ics")}
        assert world.bodies("work").keys() == wanted.keys()
        world.client.sync()
        world.sync()
        texts = [lines(body) for body in world.bodies("work").values()]
        names = [b"SUMMARY:theirs"] * 3 + [b"SUMMARY:x", b"SUMMARY:ours"]
        assert [name in text for name, text in zip(names, texts, strict=True)] == [True] * 5
        rival = Rival(world.services, world.source("work"))
        assert [bool(rival.components(f"u{n}")) for n in range(6)] == [True] * 5 + [False]
        assert not any(world.sync().counts.values())
    finally:
        bus.close()


# -- missing, too old ---------------------------------------------------------------------


@pytest.fixture
def bare() -> Iterator[Desktop]:
    desktop = start(keep=lambda _name: False)
    yield desktop
    desktop.close()


def test_where_there_is_none_it_says_so(bare: Desktop, tmp_path: Path) -> None:
    bus = SessionBus(bare.address)
    with pytest.raises(DesktopStoreMissing):
        World(Services(bus)).services.managed()
    bus.close()
    with pytest.raises(DesktopStoreMissing):
        Services(SessionBus(f"unix:path={tmp_path}/nothing")).managed()


def test_the_bus_is_where_the_environment_says_or_where_systemd_has_it(tmp_path: Path) -> None:
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    for environment in ({}, {"XDG_RUNTIME_DIR": str(tmp_path)}):
        with pytest.raises(DesktopStoreMissing):
            session_address(environment)
    (tmp_path / "bus").touch()
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"


def test_one_that_is_too_old_is_named(tmp_path: Path) -> None:
    for service in SERVICES.glob("org.gnome.evolution.dataserver.*.service"):
        shutil.copy(service, tmp_path)
    new = "org.gnome.evolution.dataserver.Sources5"
    file, old = tmp_path / f"{new}.service", new.replace("Sources5", "Sources4")
    (tmp_path / f"{old}.service").write_text(file.read_text().replace(new, old))
    file.unlink()
    desktop = start(tmp_path)
    bus = SessionBus(desktop.address)
    try:
        with pytest.raises(DesktopStoreTooOld, match="Sources4"):
            Services(bus).managed()
    finally:
        bus.close()
        desktop.close()
