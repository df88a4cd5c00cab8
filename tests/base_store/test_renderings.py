"""What stores that rewrite texts made of them."""

from __future__ import annotations

from dataclasses import replace

from sync_engine.base_store.store import BaseStore
from sync_engine.core.changes import Base
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.rendering import Rendering

ONE = Rendering("u", ResourceId("u.ics"), b"given", b"read")


def test_it_is_found_here_first_and_elsewhere_else() -> None:
    """A resource may be moved by another program; its text goes along."""
    renderings = BaseStore.open(None).renderings
    renderings.put("work", [ONE])
    assert renderings.find("work", "u") == ONE
    assert renderings.find("home", "u") == ONE
    there = replace(ONE, given=b"other", next=b"on its way")
    renderings.put("home", [there])
    assert renderings.find("work", "u") == ONE
    assert renderings.find("home", "u") == there
    assert renderings.find("home", "nobody") is None
    assert renderings.names("home") == {"u": "u.ics"}


def test_the_last_one_is_kept_and_what_is_dropped_is_gone() -> None:
    renderings = BaseStore.open(None).renderings
    two = replace(ONE, uid="v", name=ResourceId("v.ics"))
    renderings.put("work", [ONE, two])
    renderings.put("work", [replace(ONE, read=b"again")])
    assert renderings.find("work", "u") == replace(ONE, read=b"again")
    renderings.drop("work", ["u"])
    assert renderings.names("work") == {"v": "v.ics"}
    renderings.drop("work")
    assert not renderings.names("work")


def test_their_texts_stay_as_long_as_they_do(store: BaseStore) -> None:
    store.renderings.put("work", [replace(ONE, next=b"on its way")])
    store.contents.collect()
    assert store.renderings.find("work", "u") == replace(ONE, next=b"on its way")
    text = store.contents.put(b"base")
    base = Base(0, ResourceId("/u"), ResourceId("u.ics"), None, text, text)
    store.base.put(1, base)
    store.renderings.prune()  # a base row has this name
    assert store.renderings.find("work", "u") is not None
    store.base.put(1, replace(base, row=1, local_id=ResourceId("x.ics"), uid="u"))
    store.renderings.prune()  # or this UID
    assert store.renderings.find("work", "u") is not None
    store.base.forget(1)
    store.renderings.prune()
    assert store.renderings.find("work", "u") is None
    store.contents.collect()
    assert store.database.one("SELECT count(*) FROM content")[0] == 0
