"""Collections: listings, slugs, tokens and hints."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import CollectionInfo, Hint, Kind
from sync_engine.errors import IdentityMismatch
from tests.base_store.conftest import HOME, PRINCIPAL, info


def listed(store):
    return {row.slug: row.listed for row in store.collections.all()}


def take(store, *infos, complete=(HOME,), principal=PRINCIPAL):
    return store.collections.take_listing(principal, infos, frozenset(complete))


def test_slugs_come_from_names_and_are_unique(store):
    names = ["Büro", "Buro", "  ", "会議", None, "a" * 60, "WORK"]
    take(store, info(), *(info(f"c{n}", display_name=name) for n, name in enumerate(names)))
    take(store, CollectionInfo(f"{HOME}%20/", Kind.ADDRESSBOOK, "人"), complete=())
    assert sorted(listed(store)) == sorted(
        ["work", "buro", "buro-2", "calendar", "calendar-2", "c4", "a" * 40, "work-2", "contacts"]
    )


def test_a_slug_never_changes(store):
    take(store, info(display_name="Another name"))
    (row,) = store.collections.all()
    assert (row.slug, row.info.display_name) == ("work", "Another name")


def test_L2_what_is_not_listed_keeps_its_data_and_is_marked(store):
    take(store, info("other"))
    assert listed(store) == {"work": False, "other": True}
    take(store, info())
    assert listed(store) == {"work": True, "other": False}


def test_L2_only_under_a_home_set_that_was_listed_whole(store):
    take(store, complete=())
    assert listed(store) == {"work": True}
    take(store, complete=["https://dav.example/bob/"])
    assert listed(store) == {"work": True}
    take(store)
    assert listed(store) == {"work": False}


def test_hrefs_are_compared_as_rfc_3986_says(store):
    take(store, info("%77ork"))
    assert listed(store) == {"work": True}


def test_a_collection_that_two_home_sets_list_is_one(store):
    take(store, info("new"), info("new"), info())
    assert listed(store) == {"work": True, "new": True}


def test_L14_the_state_of_another_principal_is_not_taken_for_this_one(store):
    with pytest.raises(IdentityMismatch):
        take(store, info(), info("new"), principal=f"{HOME}somebody-else/")
    # nothing of that listing was taken up
    assert listed(store) == {"work": True}


@pytest.mark.parametrize(
    "spelled",
    [
        f"{HOME}principal",
        f"{HOME}%70rincipal/",
        "https://p07-dav.example/alice/principal/",
        "/alice/principal",
        "",
    ],
)
def test_L14_a_principal_in_another_spelling_is_the_same(store, spelled):
    take(store, info(), info("new"), principal=spelled)
    assert listed(store) == {"work": True, "new": True}
    (work,) = [row for row in store.collections.all() if row.slug == "work"]
    assert work.principal == PRINCIPAL


def test_L14_what_is_told_later_is_bound_then(store):
    take(store, info("new"), complete=(), principal="")
    take(store, info("new"), complete=())
    with pytest.raises(IdentityMismatch):
        take(store, info("new"), complete=(), principal=f"{HOME}somebody-else/")


def test_L14_home_sets_on_two_hosts_have_a_principal_each(store):
    home = "https://cards.example/u/7/"
    other = CollectionInfo(f"{home}friends/", Kind.ADDRESSBOOK)
    theirs = {HOME: PRINCIPAL, home: "https://cards.example/u/7/me/"}
    listing = ([info(), other], frozenset({HOME, home}))
    store.collections.take_listing(PRINCIPAL, *listing, theirs)
    bound = {row.url: row.principal for row in store.collections.all()}
    assert bound == {info().url: PRINCIPAL, other.url: theirs[home]}
    # whichever of the two stands for the account
    store.collections.take_listing(theirs[home], *listing, theirs)
    assert bound == {row.url: row.principal for row in store.collections.all()}
    with pytest.raises(IdentityMismatch):
        store.collections.take_listing(
            PRINCIPAL, *listing, {**theirs, home: "https://cards.example/u/8/me/"}
        )


def test_properties_are_kept_whole(store):
    full = info(
        "full",
        display_name="n",
        components=frozenset({"VEVENT"}),
        color="#aabbcc",
        read_only=True,
        sync_token="t",
        ctag="c",
        data_types=("text/calendar;version=2.0",),
        max_resource_size=10,
    )
    take(store, full)
    assert full in [row.info for row in store.collections.all()]


def test_checkpoint_and_what_takes_it_back(store):
    collections = store.collections
    collections.checkpoint(1, "token", Hint("hint", "ctag"), warm=False, wrote=False)
    row = collections.get(1)
    assert (row.token, row.hint, row.warm, row.wrote) == (
        "token",
        Hint("hint", "ctag"),
        False,
        False,
    )
    collections.mark_written(1)
    assert (collections.get(1).warm, collections.get(1).wrote) == (True, True)
    collections.forget_token(1)
    row = collections.get(1)
    assert (row.token, row.hint.known, row.warm) == (None, False, True)


def test_small_facts(store):
    collections = store.collections
    assert collections.get(1).traits == b"{}"
    collections.set_traits(1, b'{"a":1}')
    collections.set_local_name(1, "folder")
    collections.mark_audited(1, 12.5)
    row = collections.get(1)
    assert (row.traits, row.local_name, row.audited_at) == (b'{"a":1}', "folder", 12.5)


def test_unbind_forgets_what_was_agreed_on_and_nothing_else(store):
    from tests.base_store.test_contents import by_base, by_history, by_hold, by_intent

    hashes = store.contents.put_many([b"one", b"two"])
    for refer in (by_base, by_history, by_hold, by_intent):
        refer(store, hashes)
    store.collections.set_local_name(1, "folder")
    store.unbind(1)
    assert store.base.count(1) == 0
    assert store.intents.of(1) == []
    assert store.holds.all(everything=True) == []
    assert store.collections.get(1).local_name is None
    assert len(store.history.newest()) == 1
