"""Sources of a real evolution-data-server: made, followed, removed; nothing else is touched."""

import sqlite3
from contextlib import contextmanager

import pytest

from ksync.connect import evolution
from ksync.connect.errors import NoDataServer, Unsent
from ksync.connect.memory import Memory
from ksync.connect.sources import Source, Sources
from tests.ksync.connect.offers import book, calendar, offer
from tests.programs.evolution import registry


@pytest.fixture(name="registry")
def _registry(bus, tmp_path):
    """The source registry on a private bus, in a home of its own; yields that home."""
    home = tmp_path / "person"
    with registry(bus, home):
        yield home


@pytest.fixture
def memory(paths):
    return Memory(paths)


@contextmanager
def asked(home):
    with Sources() as sources:
        yield sources, home / "cache"


def ours():
    """The sources of kSync: UID -> text."""
    with Sources() as sources:
        return {uid: one.text for uid, one in sources.all().items() if uid.startswith("ksync-")}


def values(text):
    parser = evolution._parser(text)
    return {name: dict(parser[name]) for name in parser.sections()}


def connect(memory, home, *wanted, force=False, unread=()):
    with asked(home) as (sources, cache):
        return evolution.connect(memory, sources, offer(*wanted, unread=unread), cache, force=force)


def disconnect(memory, home, *, force=False):
    (one,) = memory.all()
    with asked(home) as (sources, cache):
        return evolution.disconnect(memory, sources, one, cache, force=force)


def test_made_followed_and_removed(memory, registry):
    mixed = calendar('Wörk "x" \\y', components=frozenset({"VEVENT", "VTODO"}))
    plan = connect(memory, registry, mixed, book())
    assert [entry.id for entry in plan.added] == ["home/work", "home/work", "home/people"]
    events, tasks, people = (values(ours()[entry.place]) for entry in plan.added)
    assert events["Data Source"]["DisplayName"] == 'Wörk "x" \\\\y'
    assert events["Calendar"]["BackendName"] == tasks["Task List"]["BackendName"] == "caldav"
    assert events["Calendar"]["Color"] == "#ff0000"
    assert people["Address Book"]["BackendName"] == "carddav"
    assert people["WebDAV Backend"]["ResourcePath"] == "/token/people/"
    login = people["Authentication"]
    assert (login["Host"], login["Port"], login["Method"]) == ("127.0.0.1", "5333", "none")

    before = ours()
    again = connect(memory, registry, mixed, book())
    assert (again.added, again.changed, again.removed) == ((), (), ())
    assert ours() == before

    moved = calendar("Office", address="http://127.0.0.1:7/other", components=frozenset({"VEVENT"}))
    plan = connect(memory, registry, moved, book())
    assert [entry.name for entry in plan.changed] == ["Office"]
    assert len(plan.removed) == 1
    events = values(ours()[plan.changed[0].place])
    assert events["Data Source"]["DisplayName"] == "Office"
    assert events["WebDAV Backend"]["ResourcePath"] == "/other/work/"
    assert events["Authentication"]["Port"] == "7"
    assert set(ours()) == {entry.place for entry in plan.entries}

    assert disconnect(memory, registry) == plan.entries
    assert ours() == {}
    with Sources() as sources:
        assert {"system-calendar", "system-address-book"} <= sources.all().keys()
    assert memory.all() == ()


def test_what_a_person_changed_stays(memory, registry):
    (entry,) = connect(memory, registry, calendar(components=frozenset({"VEVENT"}))).added
    with Sources() as sources:
        found = sources.all()[entry.place]
        text = found.text.replace("DisplayName=Work", "DisplayName=Mine")
        sources.write(Source(found.path, found.uid, text.replace("#ff0000", "#123456")))
    plan = connect(
        memory, registry, calendar("Office", color="#00ff00", components=frozenset({"VEVENT"}))
    )
    assert plan.changed == ()
    found = values(ours()[entry.place])
    assert found["Data Source"]["DisplayName"] == "Mine"
    assert found["Calendar"]["Color"] == "#123456"


def test_edits_that_were_not_sent_are_not_thrown_away(memory, registry):
    (entry,) = connect(memory, registry, book()).added
    cache = registry / "cache" / "evolution" / "addressbook" / entry.place
    cache.mkdir(parents=True)
    with sqlite3.connect(cache / "cache.db") as database:
        database.execute("CREATE TABLE ECacheObjects (ECacheUID TEXT, ECacheState INTEGER)")
        database.execute("INSERT INTO ECacheObjects VALUES ('a', 0), ('b', 2)")
    database.close()
    with pytest.raises(Unsent) as failed:
        disconnect(memory, registry)
    assert failed.value.collection == "home/people"
    assert entry.place in ours()
    disconnect(memory, registry, force=True)
    assert ours() == {}
    assert not cache.exists()


def test_an_account_that_cannot_be_read_keeps_its_own(memory, registry):
    plan = connect(memory, registry, book())
    again = connect(memory, registry, unread={"uuid"})
    assert (again.entries, again.removed) == (plan.entries, ())
    assert ours()
    connect(memory, registry)
    assert not ours()


def test_without_a_registry_it_is_told(bus):
    with pytest.raises(NoDataServer), Sources():
        pytest.fail("there is none on this bus")
