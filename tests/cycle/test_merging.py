"""Two edits of one resource: merged, decided, or waiting for a person."""

from __future__ import annotations

import pytest

from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from tests.cycle.twin import Client, Server, event


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def client(server):
    return Client(server)


def begin(server, client, body=None, **options):
    """A collection with one event on both sides; returns both."""
    work = server.add("work", **options)
    work.put(server.href(work, "0.ics"), body or event("u"))
    client.sync()
    client.settle()
    return work, client.folder("work")


def theirs(server, work, body):
    work.put(server.href(work, "0.ics"), body)


def on_both(server, client, work, local):
    here, there = list(local.bodies().values()), list(work.bodies().values())
    assert here == there
    return here


@pytest.mark.parametrize("policy", Policy)
def test_edits_of_two_properties_are_both_there(server, client, policy):
    client.settings = CollectionSettings(policy=policy)
    work, local = begin(server, client)
    mine, other = event("u", "mine"), event("u", "x", "LOCATION:there")
    local.put("0.ics", mine)
    theirs(server, work, other)
    result = client.sync()
    counts = result.collections[0].counts
    assert (counts["merged"], counts["conflicts"], counts["uploaded"]) == (1, 0, 0)
    assert on_both(server, client, work, local) == [event("u", "mine", "LOCATION:there")]
    assert sorted(client.history()) == sorted([event("u", "x"), mine, other])
    assert client.store.conflicts.all(everything=True) == []
    client.settle()


def test_the_same_edit_and_more_is_merged_without_an_upload(server, client):
    work, local = begin(server, client)
    local.put("0.ics", event("u", "new"))
    both = event("u", "new", "LOCATION:there")
    theirs(server, work, both)
    result = client.sync()
    assert result.collections[0].counts["merged"] == 1
    assert on_both(server, client, work, local) == [both]
    assert client.history() == [event("u", "x"), event("u", "new")]
    client.settle()


@pytest.mark.parametrize(
    ("policy", "title"),
    [(Policy.MERGE, "theirs"), (Policy.SERVER, "theirs"), (Policy.LOCAL, "mine")],
)
def test_the_policy_decides_the_property_and_the_rest_merges(server, client, policy, title):
    client.settings = CollectionSettings(policy=policy)
    work, local = begin(server, client)
    mine = event("u", "mine", "LOCATION:here")
    local.put("0.ics", mine)
    theirs(server, work, event("u", "theirs"))
    client.sync()
    assert on_both(server, client, work, local) == [event("u", title, "LOCATION:here")]
    assert mine in client.history() or policy is Policy.LOCAL
    (listed,) = client.store.conflicts.all(everything=True)
    assert (listed.state, listed.keep, listed.properties) == ("settled", "merged", ("SUMMARY",))
    client.settle()


def test_an_edit_that_comes_between_is_merged_too(server, client):
    work, local = begin(server, client)
    local.put("0.ics", event("u", "mine"))
    theirs(server, work, event("u", "x", "LOCATION:there"))
    late = event("u", "x", "LOCATION:there", "URL:http://late")
    calls = iter([lambda: theirs(server, work, late)])

    def meanwhile(_operation):
        for call in calls:
            call()

    work.faults.before_write = meanwhile
    client.sync()
    client.settle()
    wanted = [event("u", "mine", "LOCATION:there", "URL:http://late")]
    assert on_both(server, client, work, local) == wanted


def asking(server, client):
    client.settings = CollectionSettings(policy=Policy.ASK)
    work, local = begin(server, client)
    local.put("0.ics", event("u", "mine", "LOCATION:here"))
    theirs(server, work, event("u", "theirs"))
    result = client.sync()
    assert result.collections[0].outcome == "held"
    (number,) = result.collections[0].conflicts
    return work, local, number


def test_what_waits_changes_nothing_and_is_listed_once(server, client):
    work, local, number = asking(server, client)
    again = client.sync()
    assert again.collections[0].conflicts == [number]
    assert list(local.bodies().values()) == [event("u", "mine", "LOCATION:here")]
    assert list(work.bodies().values()) == [event("u", "theirs")]
    row = client.store.conflicts.get(number)
    assert (row.kind, row.properties) == ("conflict edit/edit", ("SUMMARY",))
    assert client.store.contents.get(row.base_local) == event("u")


@pytest.mark.parametrize(
    ("keep", "wanted"),
    [
        ("local", [event("u", "mine", "LOCATION:here")]),
        ("server", [event("u", "theirs")]),
        ("merged", [event("u", "theirs", "LOCATION:here")]),
    ],
)
def test_an_answer_is_carried_out(server, client, keep, wanted):
    work, local, number = asking(server, client)
    client.store.conflicts.answer(number, keep, client.time)
    client.sync()
    assert on_both(server, client, work, local) == wanted
    assert client.store.conflicts.get(number).state == "closed"
    assert client.store.conflicts.all() == []
    client.settle()


def test_both_may_be_kept(server, client):
    work, local, number = asking(server, client)
    client.store.conflicts.answer(number, "both", client.time)
    client.sync()
    client.settle()
    titles = sorted(b"mine" in body for body in local.bodies().values())
    assert titles == [False, True]
    assert sorted(local.bodies().values()) == sorted(work.bodies().values())


def test_an_answer_holds_only_for_what_was_shown(server, client):
    work, _local, number = asking(server, client)
    client.store.conflicts.answer(number, "local", client.time)
    theirs(server, work, event("u", "newer"))
    result = client.sync()
    (other,) = result.collections[0].conflicts
    assert other != number
    assert list(work.bodies().values()) == [event("u", "newer")]


@pytest.mark.parametrize("keep", ["local", "server"])
def test_edit_against_delete_waits_as_well(server, client, keep):
    client.settings = CollectionSettings(policy=Policy.ASK)
    work, local = begin(server, client)
    edited = event("u", "edited")
    local.put("0.ics", edited)
    work.drop(server.href(work, "0.ics"))
    (number,) = client.sync().collections[0].conflicts
    assert list(local.bodies().values()) == [edited]
    client.store.conflicts.answer(number, keep, client.time)
    client.sync()
    assert on_both(server, client, work, local) == ([edited] if keep == "local" else [])
    assert client.store.conflicts.all() == []
    client.settle()


def made(body: bytes) -> bytes:
    """A server that adds a property of its own."""
    return body if b"X-MADE" in body else body.replace(b"SUMMARY:", b"X-MADE:1\r\nSUMMARY:")


def test_what_a_server_writes_is_not_put_into_the_users_file(server, client):
    work = server.add("work", rewrite=made)
    local = client.folder("work")
    local.put("0.ics", event("u", "a"))
    client.sync()
    client.settle()
    before = list(local.bodies().values())
    edited = before[0].replace(b"SUMMARY:a", b"SUMMARY:b")
    local.put("0.ics", edited)
    client.sync()
    client.settle()
    assert list(local.bodies().values()) == [edited]
    assert list(work.bodies().values()) == [made(edited)]


def test_effects_tell_what_a_run_did(server, client):
    work, local = begin(server, client)
    local.put("0.ics", event("u", "mine"))
    theirs(server, work, event("u", "x", "LOCATION:there"))
    run = client.sync().run
    merged = event("u", "mine", "LOCATION:there")
    get = client.store.contents.get
    told = [(e.side, get(e.before), get(e.after)) for e in client.store.effects.of(run)]
    assert told == [
        ("local", event("u", "mine"), merged),
        ("remote", event("u", "x", "LOCATION:there"), merged),
    ]
