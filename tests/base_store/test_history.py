"""History and runs."""

from __future__ import annotations

from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.runs import RunItem
from sync_engine.core.resolution import Reason


def version(side="local", reason=Reason.DELETED, href="/a", uid="u", text="h", **more):
    return NewVersion(side, reason, href, "a.ics", uid, text, **more)


def test_versions_come_back_newest_first(store):
    store.history.keep(3, 1, 10.0, [version(text="one"), version(text="two")])
    store.history.keep(4, 2, 5.0, [version(text="old", reason=Reason.CONFLICT, side="remote")])
    found = store.history.newest()
    assert [v.content for v in found] == ["two", "one", "old"]
    assert [v.content for v in store.history.newest(2)] == ["old"]
    assert [v.content for v in store.history.newest(limit=1)] == ["two"]
    last = found[2]
    assert store.history.get(last.id) == last
    assert (last.at, last.run, last.collection, last.side) == (5.0, 4, 2, "remote")
    assert last.reason is Reason.CONFLICT
    assert (last.href, last.local_id, last.uid) == ("/a", "a.ics", "u")
    assert store.history.get(999) is None


def test_deletions_are_counted_by_side_time_and_resource(store):
    history = store.history
    history.keep(1, 1, 10.0, [version(), version(href="/b"), version(side="remote", href="/c")])
    history.keep(1, 1, 10.0, [version(href="/d", counted=False)])
    history.keep(1, 1, 10.0, [version(href="/e", reason=Reason.OVERWRITTEN)])
    history.keep(1, 2, 10.0, [version(href="/f")])
    history.keep(1, 1, 9.0, [version(href="/g")])
    assert history.deletions_since(1, "local", 10.0) == 2
    assert history.deletions_since(1, "local", 9.0) == 3
    assert history.deletions_since(1, "remote", 9.0) == 1
    assert history.deletions_since(1, "local", 11.0) == 0
    # tried again after a lost reply: still one deletion
    history.keep(2, 1, 12.0, [version(), version(href=None), version(href=None)])
    assert history.deletions_since(1, "local", 9.0) == 4


def test_knows_a_text_of_a_resource(store):
    store.history.keep(1, 1, 1.0, [version(), version(uid=None, text="n")])
    assert store.history.knows(1, "u", "h")
    assert store.history.knows(1, None, "n")
    assert not store.history.knows(1, "v", "h")
    assert not store.history.knows(2, "u", "h")
    assert not store.history.knows(1, "u", "n")


def test_deleted_looks_at_all_collections(store):
    store.history.keep(1, 2, 1.0, [version(), version(uid="v", reason=Reason.OVERWRITTEN)])
    assert store.history.deleted("u")
    assert not store.history.deleted("v")


def test_prune_takes_the_old_ones_only_and_their_texts_go_with_them(store):
    old, new = store.contents.put_many([b"old", b"new"])
    store.history.keep(1, 1, 1.0, [version(text=old)])
    store.history.keep(1, 1, 2.0, [version(text=new)])
    assert store.history.prune(2.0, 99) == 1
    assert [v.content for v in store.history.newest()] == [new]
    assert store.contents.collect() == 1
    assert store.contents.get(new) == b"new"


def test_shrink_takes_the_oldest_until_the_rest_fits(store):
    bodies = [b"a" * 100, b"b" * 100, b"c" * 100]
    hashes = store.contents.put_many(bodies)
    for at, text in enumerate([hashes[0], hashes[1], hashes[1], hashes[2]]):
        store.history.keep(1, 1, float(at), [version(text=text)])
    assert store.history.shrink(300) == 0
    # a text counts once, however often it is referred to
    assert store.history.shrink(200) == 1
    assert [v.content for v in store.history.newest()] == [hashes[2], hashes[1], hashes[1]]
    assert store.history.shrink(199) == 2
    assert store.history.shrink(0) == 1
    assert store.history.shrink(0) == 0


def test_runs(store):
    runs = store.runs
    one, two = runs.begin("manual", 1.0), runs.begin("timer", 2.0)
    items = [
        RunItem(1.5, 1, "create local", "/a", "a.ics", "u"),
        RunItem(1.6, 1, "refuse", None, None, None, "resource.invalid", "no"),
    ]
    runs.note(one, items)
    runs.end(one, 3.0, "done", b"{}")
    assert [run.id for run in runs.latest()] == [two, one]
    assert [run.id for run in runs.latest(1)] == [two]
    ended = runs.get(one)
    assert (ended.started_at, ended.ended_at, ended.trigger) == (1.0, 3.0, "manual")
    assert (ended.outcome, bytes(ended.report)) == ("done", b"{}")
    assert runs.get(two).ended_at is None
    assert runs.get(99) is None
    assert runs.items(one) == items


def test_pruned_runs_take_their_items_along(store):
    runs = store.runs
    old, open_ = runs.begin("manual", 1.0), runs.begin("manual", 1.0)
    runs.note(old, [RunItem(1.0, 1, "x", None, None, None)])
    runs.end(old, 2.0, "done", b"")
    runs.prune(2.0)
    assert runs.get(old) is not None
    runs.prune(3.0)
    assert runs.get(old) is None
    assert runs.items(old) == []
    assert runs.get(open_) is not None


def test_facts(store):
    assert store.runs.fact("principal") is None
    store.runs.set_fact("principal", "a")
    store.runs.set_fact("principal", "b")
    assert store.runs.fact("principal") == "b"
