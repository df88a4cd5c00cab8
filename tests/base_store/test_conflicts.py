"""Conflicts and effects: what waits, what was decided, what a run did."""

from __future__ import annotations

import sqlite3

import pytest

from sync_engine.base_store.conflicts import Settled, Waiting
from sync_engine.base_store.effects import NewEffect
from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.schema import MIGRATIONS, VERSION_1
from sync_engine.base_store.store import BaseStore
from sync_engine.core.changes import Base, Side, State, Subject
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.resolution import Reason

URL = "https://dav.example/work/"


@pytest.fixture
def store():
    opened = BaseStore.open(None)
    info = CollectionInfo(url=URL, kind=Kind.CALENDAR, display_name="work")
    opened.collections.take_listing("", (info,), frozenset())
    return opened


def subject(store, local: bytes = b"mine", remote: bytes = b"theirs", row: int = 7) -> Subject:
    base, mine, theirs = store.contents.put_many([b"base", local, remote])
    return Subject(
        1,
        Base(row, ResourceId("/x.ics"), ResourceId("x.ics"), "u", base, base),
        Side(State.MODIFIED, ResourceId("x.ics"), None, mine),
        Side(State.MODIFIED, ResourceId("/x.ics"), None, theirs),
        uid="u",
    )


def take_up(store, *subjects, planned=("row:7",)):
    waiting = [Waiting(each, "conflict edit/edit", ("SUMMARY",)) for each in subjects]
    return store.conflicts.take_up(1, waiting, 5.0, 3, planned=planned)


def test_what_waits_keeps_its_number_while_its_texts_stay(store):
    (number,) = take_up(store, subject(store))
    assert take_up(store, subject(store)) == []
    row = store.conflicts.get(number)
    assert (row.state, row.properties, row.run, row.href) == ("open", ("SUMMARY",), 3, "/x.ics")
    (newer,) = take_up(store, subject(store, remote=b"newer"))
    assert newer != number
    assert store.conflicts.get(number).state == "closed"


def test_what_is_no_longer_in_conflict_closes(store):
    (number,) = take_up(store, subject(store))
    take_up(store, planned=())
    assert store.conflicts.get(number).state == "closed"


def test_an_answer_stays_until_it_is_carried_out(store):
    (number,) = take_up(store, subject(store))
    store.conflicts.answer(number, "local", 6.0)
    store.conflicts.answer(number, "server", 7.0)
    assert store.conflicts.asked(1)["row:7"].keep == "local"
    assert store.conflicts.asked(1)["row:7"].about(subject(store))
    assert not store.conflicts.asked(1)["row:7"].about(subject(store, local=b"other"))
    take_up(store)
    assert store.conflicts.get(number).state == "answered"
    store.conflicts.carried_out(1, "row:7")
    assert store.conflicts.get(number).state == "closed"
    assert store.conflicts.asked(1) == {}


def test_an_answer_to_what_is_no_more_is_void(store):
    (number,) = take_up(store, subject(store))
    store.conflicts.answer(number, "local", 6.0)
    take_up(store, planned=())
    assert store.conflicts.get(number).state == "closed"


def test_texts_of_conflicts_and_effects_are_kept_until_these_are_forgotten(store):
    shown = subject(store)
    store.conflicts.settled(1, 3, 5.0, Settled(shown, "conflict edit/edit", "merged", ("X",)))
    effect = NewEffect("local", "/x", "x", "u", store.contents.put(b"was"), None)
    store.effects.note(3, 1, 5.0, [effect])
    assert store.contents.collect() == 0
    assert store.contents.get(store.effects.of(3)[0].before) == b"was"
    assert store.effects.prune(6.0) == store.conflicts.prune(6.0) == 1
    assert store.contents.collect() == 4


def test_the_history_of_an_open_conflict_is_not_forgotten(store):
    shown = subject(store)
    (number,) = take_up(store, shown)
    kept = NewVersion("local", Reason.CONFLICT, None, None, "u", shown.local.content)
    other = NewVersion("local", Reason.DELETED, None, None, "v", store.contents.put(b"v"))
    store.history.keep(3, 1, 5.0, [kept, other])
    assert store.history.prune(9.0, 99) == 1
    store.history.shrink(0)
    assert [version.uid for version in store.history.newest()] == ["u"]
    store.conflicts.answer(number, "local", 6.0)
    store.conflicts.carried_out(1, "row:7")
    assert store.history.prune(9.0, 99) == 1


def test_a_store_of_the_first_version_is_brought_up(tmp_path):
    path = tmp_path / "state.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(VERSION_1 + "PRAGMA user_version=1;")
        old.execute(
            "INSERT INTO collection (url, principal, kind, slug, info) VALUES (?,?,?,?,?)",
            (URL, "", "calendar", "work", b"{}"),
        )
    old.close()
    opened = BaseStore.open(path)
    assert opened.conflicts.all() == []
    assert opened.effects.of(1) == []
    assert opened.database.one("SELECT slug FROM collection")[0] == "work"
    assert opened.database.one("PRAGMA user_version")[0] == len(MIGRATIONS)
    opened.close()
