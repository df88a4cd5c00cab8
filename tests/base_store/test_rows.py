"""Base rows, the shadow, intents and sleepers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync_engine.base_store.base import NAMELESS
from sync_engine.base_store.intents import Intent, Sleeper
from sync_engine.base_store.shadow import MAX_ATTEMPTS, ShadowRow
from sync_engine.core.changes import Base
from tests.base_store.conftest import HOME, PRINCIPAL, info


def base(href="/a", local_id="a.ics", uid="u", row=0):
    return Base(row, href, local_id, uid, "L", "R", '"1"', "fp")


def test_a_row_comes_back_as_it_was_put(store):
    number = store.base.put(1, base())
    assert store.base.get(number) == base(row=number)
    assert store.base.of(1) == [base(row=number)]
    assert store.base.locate("a.ics", 1) == base(row=number)
    assert store.base.locate("b.ics", 1) is None
    assert store.base.has_href(1, "/%61")
    assert not store.base.has_href(1, "/b")
    assert not store.base.has_href(2, "/a")
    assert store.base.get(number + 1) is None
    assert (store.base.count(1), store.base.local_ids(1)) == (1, {"a.ics"})
    changed = replace(base(row=number), href="/b", uid=None, etag=None)
    assert store.base.put(1, changed) == number
    assert store.base.of(1) == [changed]
    store.base.forget(number)
    assert store.base.of(1) == []


def test_a_row_with_the_same_href_was_the_same_resource(store):
    store.base.put(1, base("/a~", "a.ics"))
    number = store.base.put(1, base("/a%7E", "b.ics"))
    assert store.base.of(1) == [base("/a%7E", "b.ics", row=number)]


def test_a_row_that_loses_its_name_is_still_a_row(store):
    first = store.base.put(1, base("/a", "a.ics"))
    second = store.base.put(1, base("/b", "a.ics"))
    lost = store.base.get(first)
    assert lost is not None
    assert lost.local_id.startswith(NAMELESS)
    assert lost.local_fingerprint is None
    assert lost.href == "/a"
    assert store.base.locate("a.ics", 1) == base("/b", "a.ics", row=second)


def test_a_row_that_is_gone_is_put_anew(store):
    number = store.base.put(1, base())
    store.base.forget(number)
    again = store.base.put(1, base(row=number + 5))
    assert store.base.of(1) == [base(row=again)]


def test_names_are_unique_in_a_collection_only(store):
    store.collections.take_listing(PRINCIPAL, [info(), info("two")], frozenset({HOME}))
    store.base.put(1, base())
    store.base.put(2, base())
    assert (store.base.count(1), store.base.count(2)) == (1, 1)


def test_a_row_moves_to_another_collection(store):
    store.collections.take_listing(PRINCIPAL, [info(), info("two")], frozenset({HOME}))
    number = store.base.put(1, base())
    assert store.base.put(2, base(row=number)) == number
    assert (store.base.count(1), store.base.count(2)) == (0, 1)


def test_owners(store):
    rows = {uid: set() for uid in ("u", "v")}
    for number in range(700):
        uid = "u" if number % 2 else "v"
        rows[uid].add(store.base.put(1, base(f"/{number}", f"{number}.ics", uid)))
    assert store.base.owners(1, ["u", "v", "w"]) == {k: frozenset(v) for k, v in rows.items()}
    assert store.base.owners(1, []) == {}
    assert store.base.owners(2, ["u"]) == {}
    assert len(store.base.owners(1, [f"x{n}" for n in range(1500)] + ["u"])) == 1


def test_refreshing(store):
    number = store.base.put(1, base())
    store.base.refresh_local([("fp2", number)])
    store.base.refresh_remote(number, '"2"', "R2")
    row = store.base.get(number)
    assert row == replace(
        base(row=number), local_fingerprint="fp2", etag='"2"', remote_content="R2"
    )


def test_shadow(store):
    shadow = store.shadow
    rows = [
        ShadowRow("/a", "present", '"1"', "hash"),
        ShadowRow("/b", "gone"),
        ShadowRow("/c", "failed", None, None, "http.forbidden", "403", 2),
    ]
    shadow.put(1, rows)
    assert shadow.of(1) == rows
    assert rows[0].key == "/a"
    shadow.put(1, [ShadowRow("/a", "gone")])
    assert [row.state for row in shadow.of(1)] == ["gone", "gone", "failed"]
    shadow.drop(1, ["/%61", "/b", "/nothing"])
    assert [row.href for row in shadow.of(1)] == ["/c"]
    assert shadow.of(2) == []


@pytest.mark.parametrize(
    ("row", "pending"),
    [
        (ShadowRow("/a", "present"), True),
        (ShadowRow("/a", "present", '"1"', "hash"), False),
        (ShadowRow("/a", "gone"), False),
        (ShadowRow("/a", "failed", attempts=MAX_ATTEMPTS - 1), True),
        (ShadowRow("/a", "failed", attempts=MAX_ATTEMPTS), False),
    ],
)
def test_shadow_pending(store, row, pending):
    assert not store.shadow.pending(1)
    store.shadow.put(1, [row])
    assert store.shadow.pending(1) is pending


def test_intents_stay_until_they_are_settled(store):
    intents = store.intents
    one = intents.open(1, row=None, href="/a", local_id="a.ics", expected=None, content="h", at=1.0)
    two = intents.open(1, row=7, href="/b", local_id="b.ics", expected='"1"', content="i", at=2.0)
    intents.answered(one, '"2"', 9)
    assert intents.of(1) == [
        Intent(one, 1, 9, "/a", "a.ics", None, "h", '"2"'),
        Intent(two, 1, 7, "/b", "b.ics", '"1"', "i", None),
    ]
    intents.close(one)
    assert [intent.id for intent in intents.of(1)] == [two]
    assert intents.of(2) == []


def test_sleepers(store):
    sleepers = store.sleepers
    one = Sleeper("a.ics", "h", "resource.invalid", "no", None)
    sleepers.put(1, one, 1.0)
    assert sleepers.of(1) == {"a.ics": one}
    two = replace(one, content="i", remote='"1"')
    sleepers.put(1, two, 2.0)
    assert sleepers.of(1) == {"a.ics": two}
    sleepers.wake(1, "b.ics")
    assert sleepers.of(1) == {"a.ics": two}
    sleepers.wake(1, "a.ics")
    assert sleepers.of(1) == {}
