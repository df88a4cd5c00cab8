"""Texts by their hash: kept once, packed, and never collected while referred to."""

from __future__ import annotations

import pytest

from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.intents import Sleeper
from sync_engine.base_store.shadow import ShadowRow
from sync_engine.core.changes import Base
from sync_engine.core.content.facts import content_hash
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.resolution import Action, Reason, Verb
from sync_engine.errors import BaseStoreDamaged
from tests.core.making import D, U, subject

LONG = b"SUMMARY:" + b"long " * 200
NOISE = bytes(range(256)) * 2


def rows(store):
    return store.database.one("SELECT count(*) FROM content")[0]


@pytest.mark.parametrize("body", [b"", b"x", LONG, NOISE, b"\r\n" * 500])
def test_L6_a_text_comes_back_byte_for_byte(store, body):
    hashed = store.contents.put(body)
    assert hashed == content_hash(body)
    assert store.contents.get(hashed) == body


def test_a_text_is_kept_once(store):
    assert store.contents.put(LONG) == store.contents.put(LONG)
    assert store.contents.put_many([LONG, b"x", LONG]) == [
        content_hash(LONG),
        content_hash(b"x"),
        content_hash(LONG),
    ]
    assert rows(store) == 2


def test_a_long_text_is_packed_and_a_short_one_is_not(store):
    for body, packed in ((LONG, 1), (b"x" * 199, 0)):
        hashed = store.contents.put(body)
        size, flag, data = store.database.one(
            "SELECT size, packed, data FROM content WHERE hash = ?", (hashed,)
        )
        assert (size, flag) == (len(body), packed)
        assert (len(data) < len(body)) is bool(packed)


def test_what_does_not_shrink_is_kept_as_it_is(store):
    import random

    body = random.Random(1).randbytes(1000)
    hashed = store.contents.put(body)
    assert store.database.one("SELECT packed, data FROM content WHERE hash = ?", (hashed,)) == (
        0,
        body,
    )


def test_a_text_that_is_not_there_is_damage(store):
    with pytest.raises(BaseStoreDamaged):
        store.contents.get(content_hash(b"never"))


@pytest.mark.parametrize("body", [LONG, b"short"])
def test_a_text_that_changed_in_the_file_is_damage(store, body):
    hashed = store.contents.put(body)
    data = bytearray(store.database.one("SELECT data FROM content WHERE hash=?", (hashed,))[0])
    data[-1] ^= 0xFF
    store.database.run("UPDATE content SET data = ? WHERE hash = ?", (bytes(data), hashed))
    with pytest.raises(BaseStoreDamaged):
        store.contents.get(hashed)


def by_base(store, h):
    store.base.put(1, Base(0, "/a", "a.ics", "u", h[0], h[1]))
    return h[:2]


def by_shadow(store, h):
    store.shadow.put(1, [ShadowRow("/a", "present", '"1"', h[0]), ShadowRow("/b", "present")])
    return h[:1]


def by_intent(store, h):
    store.intents.open(
        1, row=None, href="/a", local_id="a.ics", expected=None, content=h[0], at=0.0
    )
    return h[:1]


def by_sleeper(store, h):
    store.sleepers.put(1, Sleeper("a.ics", h[0], "resource.invalid", "", None), 0.0)
    return h[:1]


def by_history(store, h):
    store.history.keep(1, 1, 0.0, [NewVersion("local", Reason.DELETED, None, None, None, h[0])])
    return h[:1]


def by_hold(store, h):
    waiting = subject(U, D)
    waiting = waiting.with_local(type(waiting.local)(U, "a.ics", None, h[0]))
    held = {HoldKind.DELETE_LOCAL: [Action(Verb.DELETE_LOCAL, waiting)]}
    store.holds.take_up(1, held, 0.0, planned={waiting.key})
    return h[:1]


@pytest.mark.parametrize(
    "refer",
    [by_base, by_shadow, by_intent, by_sleeper, by_history, by_hold],
    ids=lambda f: f.__name__,
)
def test_collect_never_takes_what_is_referred_to(store, refer):
    hashes = store.contents.put_many([b"one", b"two", b"three"])
    used = refer(store, hashes)
    assert store.contents.collect() == 3 - len(used)
    for hashed, body in zip(hashes, [b"one", b"two", b"three"], strict=True):
        if hashed in used:
            assert store.contents.get(hashed) == body
    assert store.contents.collect() == 0


def test_collect_takes_what_nothing_refers_to_any_more(store):
    (hashed,) = by_hold(store, store.contents.put_many([b"one"]))
    (hold,) = store.holds.all()
    store.holds.answer(hold.id, Answer.APPROVED, 0.0)
    assert store.contents.collect() == 0
    store.holds.carried_out("row:1")
    assert store.contents.collect() == 1
    assert hashed == content_hash(b"one")
