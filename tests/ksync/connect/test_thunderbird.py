"""Connecting a profile that is closed, and what Thunderbird left in it."""

import sqlite3
from dataclasses import replace

import pytest

from ksync.connect.errors import ProgramRuns, SettingsUnusable, Unsent
from ksync.connect.memory import App, Memory
from ksync.connect.thunderbird import caches, connector
from ksync.connect.thunderbird.entries import entry_of
from ksync.connect.thunderbird.prefs import Prefs
from ksync.connect.thunderbird.profiles import Profile
from sync_engine.core.collection import Kind
from tests.ksync.connect.offers import ADDRESS, book, calendar, offer

OWN = b"""\
// Mozilla User Preferences
user_pref("calendar.list.sortOrder", "own-one");
user_pref("calendar.registry.own-one.name", "Home");
user_pref("calendar.registry.own-one.type", "storage");
user_pref("ldap_2.servers.pab.filename", "abook.sqlite");
user_pref("mail.account.account1.server", "server1");
"""
SCHEMA = """
CREATE TABLE cal_events (cal_id TEXT, id TEXT, title TEXT, offline_journal INTEGER);
CREATE TABLE cal_todos (cal_id TEXT, id TEXT, title TEXT, offline_journal INTEGER);
CREATE TABLE cal_metadata (cal_id TEXT, item_id TEXT, value BLOB);
CREATE TABLE cal_tz_version (version TEXT);
"""


@pytest.fixture
def memory(paths):
    return Memory(paths)


@pytest.fixture
def profile(tmp_path):
    folder = tmp_path / "abc.default"
    (folder / "calendar-data").mkdir(parents=True)
    (folder / "prefs.js").write_bytes(OWN)
    return Profile(folder, "default", chosen=True)


def prefs(profile):
    return Prefs(profile.prefs.read_bytes())


def connect(memory, profile, *offered, force=False, unread=()):
    return connector.connect(memory, profile, offer(*offered, unread=unread), force=force)


def disconnect(memory, *, force=False):
    (one,) = memory.all()
    return connector.disconnect(memory, one, force=force)


def used(profile, *entries):
    """The profile as Thunderbird leaves it after it showed these."""
    with sqlite3.connect(profile.folder / "calendar-data" / "cache.sqlite") as database:
        database.executescript(SCHEMA)
        ours = (one.place.rpartition(".")[2] for one in entries if one.kind is Kind.CALENDAR)
        for name in ("another", *ours):
            database.execute("INSERT INTO cal_events VALUES (?, 'e1', 'Secret', NULL)", (name,))
            database.execute(
                "INSERT INTO cal_metadata VALUES (?, 'e1', ?)",
                (name, "etag\u001a/token/work/e1.ics\u001afalse"),
            )
    database.close()
    for entry in entries:
        if entry.file:
            with sqlite3.connect(profile.folder / entry.file) as database:
                database.execute("CREATE TABLE properties (card TEXT, name TEXT, value TEXT)")
                database.executemany(
                    "INSERT INTO properties VALUES ('c1', ?, '/token/people/c1.vcf')",
                    [("_href",), ("Notes",)],
                )
            database.close()
            (profile.folder / f"{entry.file}-wal").touch()


def rows(file, question, *values):
    database = sqlite3.connect(file)
    try:
        return database.execute(question, values).fetchall()
    finally:
        database.close()


def test_both_kinds_appear_with_what_thunderbird_needs(memory, profile):
    plan = connect(memory, profile, calendar('Wörk "x"\r\n'), book(read_only=True))
    work, people = plan.added
    now = prefs(profile)
    assert {name.removeprefix(work.place): now.get(name) for name in now.names(work.place)} == {
        ".type": "caldav",
        ".uri": f"{ADDRESS}/work/",
        ".name": 'Wörk "x"',
        ".color": "#ff0000",
        ".cache.enabled": True,
        ".calendar-main-in-composite": True,
        ".refreshInterval": 5,
    }
    assert {name.removeprefix(people.place): now.get(name) for name in now.names(people.place)} == {
        ".description": "People",
        ".dirType": 102,
        ".filename": people.file,
        ".uid": str(book().uuid),
        ".carddav.url": f"{ADDRESS}/people/",
        ".carddav.syncinterval": 5,
        ".readOnly": True,
    }
    assert profile.prefs.read_bytes().startswith(OWN)


def test_twice_changes_nothing(memory, profile):
    connect(memory, profile, calendar(), book())
    before = profile.prefs.read_bytes(), memory.file.read_bytes(), profile.prefs.stat().st_mtime_ns
    plan = connect(memory, profile, calendar(), book())
    assert (plan.added, plan.changed, plan.removed) == ((), (), ())
    now = profile.prefs.read_bytes(), memory.file.read_bytes(), profile.prefs.stat().st_mtime_ns
    assert now == before


def test_disconnected_it_is_as_before(memory, profile):
    connect(memory, profile, calendar(), book())
    work, people = memory.all()[0].entries
    used(profile, work, people)
    # Thunderbird sorts, and adds its own
    now = prefs(profile)
    now.set("calendar.list.sortOrder", f"own-one {work.place.rpartition('.')[2]}")
    now.set(f"{work.place}.imip.identity.key", "id1")
    now.set("mail.collect_addressbook", f"jscarddav://{people.file}")
    profile.prefs.write_bytes(bytes(now))
    assert set(disconnect(memory)) == {work, people}
    assert profile.prefs.read_bytes() == OWN
    cache = profile.folder / "calendar-data" / "cache.sqlite"
    assert rows(cache, "SELECT DISTINCT cal_id FROM cal_events") == [("another",)]
    assert rows(cache, "SELECT DISTINCT cal_id FROM cal_metadata") == [("another",)]
    assert not list(profile.folder.glob("abook-ksync*"))
    assert memory.all() == ()
    assert not memory.file.exists()


def test_a_cache_of_nobody_else_goes_as_a_whole(memory, profile):
    connect(memory, profile, calendar())
    (work,) = memory.all()[0].entries
    used(profile, work)
    cache = profile.folder / "calendar-data" / "cache.sqlite"
    with sqlite3.connect(cache) as database:
        for table in ("cal_events", "cal_metadata"):
            database.execute(f"DELETE FROM {table} WHERE cal_id = 'another'")
    database.close()
    disconnect(memory)
    assert not cache.exists()


def test_what_came_and_went_and_was_renamed_follows(memory, profile):
    connect(memory, profile, calendar(), calendar("Old", "old"), book())
    plan = connect(
        memory, profile, calendar("Office", color="#00ff00"), book(), calendar("New", "new")
    )
    assert [entry.id for entry in plan.added] == ["home/new"]
    assert [entry.id for entry in plan.changed] == ["home/work"]
    assert [entry.id for entry in plan.removed] == ["home/old"]
    now = prefs(profile)
    place = entry_of(calendar()).place
    assert (now.get(f"{place}.name"), now.get(f"{place}.color")) == ("Office", "#00ff00")
    assert now.names(entry_of(calendar(slug="old")).place) == ()
    known = {entry.id for entry in memory.all()[0].entries}
    assert known == {"home/work", "home/people", "home/new"}


def test_what_a_person_changed_in_thunderbird_stays(memory, profile):
    connect(memory, profile, calendar(), book())
    work, people = memory.all()[0].entries
    now = prefs(profile)
    now.set(f"{work.place}.name", "My own")
    now.set(f"{people.place}.description", "Friends")
    profile.prefs.write_bytes(bytes(now))
    plan = connect(memory, profile, calendar("Office", color=""), book("All"))
    assert [entry.id for entry in plan.changed] == ["home/work"]
    now = prefs(profile)
    assert now.get(f"{work.place}.name") == "My own"
    assert now.get(f"{work.place}.color") is None
    assert now.get(f"{people.place}.description") == "Friends"


@pytest.mark.parametrize(("before", "after"), [(False, True), (True, False)])
def test_the_right_to_write_follows(memory, profile, before, after):
    connect(memory, profile, calendar(read_only=before))
    connect(memory, profile, calendar(read_only=after))
    assert bool(prefs(profile).get(f"{entry_of(calendar()).place}.readOnly")) is after


def test_another_address_takes_the_caches_along(memory, profile):
    connect(memory, profile, calendar(), book())
    work, people = memory.all()[0].entries
    used(profile, work, people)
    other = "http://127.0.0.1:7/other"
    plan = connect(memory, profile, calendar(address=other), book(address=other))
    assert {entry.id for entry in plan.changed} == {"home/work", "home/people"}
    assert prefs(profile).get(f"{work.place}.uri") == f"{other}/work/"
    cache = profile.folder / "calendar-data" / "cache.sqlite"
    question = "SELECT value FROM cal_metadata WHERE cal_id = ?"
    assert rows(cache, question, work.place.rpartition(".")[2]) == [
        ("etag\u001a/other/work/e1.ics\u001afalse",)
    ]
    assert rows(cache, question, "another") == [("etag\u001a/token/work/e1.ics\u001afalse",)]
    cards = profile.folder / people.file
    assert rows(cards, "SELECT value FROM properties WHERE name = '_href'") == [
        ("/other/people/c1.vcf",)
    ]
    assert rows(cards, "SELECT value FROM properties WHERE name = 'Notes'") == [
        ("/token/people/c1.vcf",)
    ]


@pytest.mark.parametrize("kind", Kind)
def test_edits_that_were_not_sent_are_not_thrown_away(memory, profile, kind):
    connect(memory, profile, calendar(), book())
    work, people = memory.all()[0].entries
    used(profile, work, people)
    if kind is Kind.CALENDAR:
        cache = profile.folder / "calendar-data" / "cache.sqlite"
        with sqlite3.connect(cache) as database:
            database.execute("UPDATE cal_events SET offline_journal = 1 WHERE cal_id != 'another'")
        database.close()
    else:
        now = prefs(profile)
        now.set(f"{people.place}.carddav.uidsToSync", "c1 c2")
        profile.prefs.write_bytes(bytes(now))
    before = profile.prefs.read_bytes()
    with pytest.raises(Unsent) as failed:
        disconnect(memory)
    assert failed.value.collection == ("home/work" if kind is Kind.CALENDAR else "home/people")
    with pytest.raises(Unsent):
        connect(memory, profile, *((book(),) if kind is Kind.CALENDAR else (calendar(),)))
    assert profile.prefs.read_bytes() == before
    assert len(memory.all()[0].entries) == 2
    disconnect(memory, force=True)
    assert profile.prefs.read_bytes() == OWN


def test_what_was_there_before_is_kept_as_a_copy(memory, profile):
    profile.prefs.chmod(0o640)
    connect(memory, profile, calendar())
    (copy,) = memory.backups.iterdir()
    assert copy.read_bytes() == OWN
    assert copy.stat().st_mode & 0o777 == 0o600
    assert profile.prefs.stat().st_mode & 0o777 == 0o640
    assert {file.name for file in profile.folder.iterdir()} == {"prefs.js", "calendar-data"}


def test_an_interrupted_disconnection_is_finished(memory, profile, monkeypatch):
    connect(memory, profile, calendar(), book())
    used(profile, *memory.all()[0].entries)

    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(caches, "forget_calendar", interrupted)
        with pytest.raises(KeyboardInterrupt):
            disconnect(memory)
    assert memory.all()[0].entries, "it is remembered until it is done"
    disconnect(memory)
    assert profile.prefs.read_bytes() == OWN
    assert not list(profile.folder.glob("abook-ksync*"))


def test_without_memory_nothing_is_there_twice(memory, profile):
    connect(memory, profile, calendar(), book())
    before = profile.prefs.read_bytes()
    memory.file.unlink()
    plan = connect(memory, profile, calendar(), book())
    assert (plan.added, profile.prefs.read_bytes()) == ((), before)
    disconnect(memory)
    assert profile.prefs.read_bytes() == OWN


def test_what_was_removed_in_thunderbird_comes_back_when_asked_for(memory, profile):
    connect(memory, profile, calendar())
    profile.prefs.write_bytes(OWN)
    assert len(connect(memory, profile, calendar()).added) == 1


def test_an_account_that_cannot_be_read_keeps_its_own(memory, profile):
    connect(memory, profile, calendar(), calendar("Other", key="other/x", id="other/x"))
    before = profile.prefs.read_bytes()
    plan = connect(memory, profile, calendar(), unread={"other"})
    assert (plan.removed, len(plan.entries)) == ((), 2)
    assert profile.prefs.read_bytes() == before
    assert len(connect(memory, profile, calendar()).removed) == 1


def test_a_profile_that_is_gone_is_forgotten(memory, profile):
    connect(memory, profile, calendar())
    profile.folder.rename(profile.folder.with_name("gone"))
    assert len(disconnect(memory)) == 1
    assert memory.all() == ()


def test_a_profile_that_was_never_used_gets_its_preferences(memory, profile):
    profile.prefs.unlink()
    connect(memory, profile, calendar())
    assert prefs(profile).get(f"{entry_of(calendar()).place}.type") == "caldav"
    assert profile.prefs.stat().st_mode & 0o777 == 0o600


def test_preferences_that_cannot_be_read_are_told(memory, profile):
    profile.prefs.unlink()
    profile.prefs.mkdir()
    with pytest.raises(SettingsUnusable) as failed:
        connect(memory, profile, calendar())
    assert failed.value.resource == str(profile.folder)
    assert not isinstance(failed.value, ProgramRuns)


def test_two_profiles_are_two_connections(memory, profile, tmp_path):
    other = replace(profile, folder=tmp_path / "other.default", name="other")
    other.folder.mkdir()
    connect(memory, profile, calendar())
    connect(memory, other, calendar())
    assert len(memory.all()) == 2
    connector.disconnect(memory, memory.of(App.THUNDERBIRD, str(other.folder)), force=False)
    (left,) = memory.all()
    assert left.place == str(profile.folder)
    assert prefs(profile).names(entry_of(calendar()).place)
