"""What is out of scope, when texts end, and the schema version that brought both."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import msgspec
import pytest

from sync_engine.base_store import BaseStore
from sync_engine.base_store.beyond import BeyondRow
from sync_engine.base_store.extents import Applied
from sync_engine.base_store.schema import MIGRATIONS
from sync_engine.core.changes import Base
from tests.base_store.conftest import HOME, PRINCIPAL, info

ROW = BeyondRow("/a", '"1"', "u", 100.0)
LEAVING = replace(ROW, local_id="a.ics", local_content="L", remote_content="R")


def test_a_row_comes_back_as_it_was_put(store):
    store.beyond.put(1, ROW)
    assert store.beyond.of(1) == {"/a": ROW}
    assert store.beyond.has(1, "/%61")
    assert not store.beyond.has(2, "/a")
    assert store.beyond.count(1) == 1
    store.beyond.put(1, replace(ROW, etag='"2"'))
    assert store.beyond.of(1)["/a"].etag == '"2"'
    store.beyond.drop(1, ["/%61"])
    assert store.beyond.of(1) == {}


def test_rows_are_found_by_uid_and_by_end(store):
    later = replace(ROW, href="/b", ends=200.0)
    other = replace(ROW, href="/c", uid="v", ends=300.0)
    for row in (ROW, later, other):
        store.beyond.put(1, row)
    assert sorted(r.href for r in store.beyond.with_uids(1, ["u", "w"])) == ["/a", "/b"]
    assert store.beyond.with_uids(1, []) == []
    assert [r.href for r in store.beyond.since(1, 200.0)] == ["/b", "/c"]
    assert len(store.beyond.since(1, None)) == 3


def test_a_leaving_row_can_be_taken_back_or_finished(store):
    store.beyond.put(1, LEAVING)
    assert store.beyond.leaving(1) == [LEAVING]
    assert store.beyond.since(1, None) == []
    row = LEAVING.as_base
    assert (row.href, row.local_id, row.uid, row.etag) == ("/a", "a.ics", "u", '"1"')
    assert (row.local_content, row.remote_content, row.local_fingerprint) == ("L", "R", None)
    store.beyond.left(1, "/%61")
    assert store.beyond.leaving(1) == []
    assert store.beyond.of(1) == {"/a": ROW}


def test_what_is_in_the_base_is_not_out_of_scope(store):
    store.beyond.put(1, ROW)
    store.base.put(1, Base(0, "/%61", "a.ics", "u", "L", "R", '"1"'))
    assert store.beyond.of(1) == {}


def test_ends_are_remembered_for_as_long_as_their_texts(store):
    first, second = store.contents.put(b"one"), store.contents.put(b"two")
    for number, text in enumerate((first, second, second)):
        store.base.put(1, Base(0, f"/{number}", f"{number}.ics", None, text, text, '"1"'))
    assert sorted(store.extents.unknown(1)) == sorted([first, second])
    assert store.extents.get(first) == (False, None)
    store.extents.put([(first, 50.0), (second, None)])
    assert store.extents.unknown(1) == []
    assert store.extents.get(first) == (True, 50.0)
    assert store.extents.get(second) == (True, None)
    ((row, end),) = store.extents.before(1, 51.0)
    assert (row.href, end) == ("/0", 50.0)
    assert store.extents.before(1, 50.0) == []
    store.base.forget(row.row)
    store.contents.collect()
    assert store.extents.get(first) == (False, None)
    assert store.extents.get(second) == (True, None)


def test_L7_what_the_server_is_not_known_to_have_did_not_end(store):
    text = store.contents.put(b"one")
    store.extents.put([(text, 50.0)])
    store.base.put(1, Base(0, "/a", "a.ics", None, text, text, None))
    assert store.extents.before(1, 100.0) == []


def test_texts_of_a_leaving_row_are_kept(store):
    local, remote = store.contents.put(b"one"), store.contents.put(b"two")
    store.beyond.put(1, replace(LEAVING, local_content=local, remote_content=remote))
    assert store.contents.collect() == 0
    store.beyond.left(1, "/a")
    assert store.contents.collect() == 2


def test_the_limit_that_was_applied(store):
    assert store.extents.applied(1) is None
    for limit in (Applied(30, 5.0), Applied(60, 2.0)):
        store.extents.apply(1, limit)
        assert store.extents.applied(1) == limit
    store.extents.apply(1, None)
    assert store.extents.applied(1) is None


def test_unbinding_forgets_all_of_it(store):
    store.beyond.put(1, ROW)
    store.extents.apply(1, Applied(30, 5.0))
    store.unbind(1)
    assert store.beyond.of(1) == {}
    assert store.extents.applied(1) is None


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_earlier_version_keeps_what_it_has(path, version):
    with closing(sqlite3.connect(path)) as old:
        for script in MIGRATIONS[:version]:
            old.executescript(script)
        old.execute(f"PRAGMA user_version={version}")
        old.execute(
            "INSERT INTO collection (url, principal, kind, slug, info)"
            " VALUES (?, ?, 'calendar', 'work', ?)",
            (f"{HOME}work/", PRINCIPAL, msgspec.json.encode(info())),
        )
        old.execute(
            "INSERT INTO base (collection, href, href_key, local_id, local_hash, remote_hash, etag)"
            " VALUES (1, '/a', '/a', 'a.ics', 'L', 'R', '\"1\"')"
        )
        old.commit()
    with closing(BaseStore.open(path)) as store:
        assert [row.slug for row in store.collections.all()] == ["work"]
        (row,) = store.base.of(1)
        assert (row.href, row.local_content, row.remote_content) == ("/a", "L", "R")
        assert store.beyond.of(1) == {}
        assert store.extents.unknown(1) == ["R"]
        store.extents.put([("R", 1.0)])
        assert [found.href for found, _ in store.extents.before(1, 2.0)] == ["/a"]
