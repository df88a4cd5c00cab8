"""Moves between collections: what a second reader found could go wrong with them."""

from __future__ import annotations

import pytest

from sync_engine.core.guards import Answer
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.errors import ServerFailure
from sync_engine.replicas.port import Rejected
from tests.cycle.twin import Client, Server, event

GUEST = "ATTENDEE:mailto:bob@example.org"


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def client(server):
    return Client(server)


def two(server, client, *texts, **options):
    a, b = server.add("a", **options), server.add("b", **options)
    for number, text in enumerate(texts):
        a.put(server.href(a, f"{number}.ics"), text)
    client.sync()
    client.settle()
    return a, b


def move_file(client, name="0.ics", body=None):
    here, there = client.folder("a"), client.folder("b")
    text = here.bodies()[name] if body is None else body
    here.drop(name)
    there.put(name, text)


@pytest.mark.parametrize("guest", [(), (GUEST,)])
def test_a_file_moved_to_a_folder_that_is_not_synced_now_stays_on_the_server(server, client, guest):
    a, b = two(server, client, event("x", "x", *guest))
    move_file(client)
    client.sync(selection=frozenset({"a"}))
    assert len(a.bodies()) == 1
    client.sync()
    client.settle()
    assert (len(a.bodies()), len(b.bodies())) == (0, 1)


def test_a_file_moved_to_a_folder_whose_server_side_fails_stays(server, client):
    a, b = two(server, client, event("x", "x", GUEST))
    move_file(client)
    b.faults.unavailable = ServerFailure(500)
    b.put(server.href(b, "other.ics"), event("other"))
    client.sync()
    assert len(a.bodies()) == 1
    b.faults.unavailable = None
    client.sync()
    client.settle()
    assert (len(a.bodies()), len(b.bodies())) == (0, 2)


def test_one_failing_move_does_not_stop_the_others(server, client, monkeypatch):
    a, b = two(server, client, event("x"))
    c = server.add("c")
    client.sync()
    move_file(client)
    client.folder("c").put("new.ics", event("new"))

    def broken(*_args):
        raise ServerFailure(500)

    monkeypatch.setattr(a, "move", broken)
    result = client.sync()
    outcomes = {collection.slug: collection.outcome for collection in result.collections}
    assert outcomes == {"a": "failed", "b": "failed", "c": "synced"}
    assert list(c.bodies().values()) == [event("new")]
    monkeypatch.undo()
    client.sync()
    client.settle()
    assert (len(a.bodies()), len(b.bodies())) == (0, 1)


def test_a_refused_move_is_not_asked_again_and_again(server, client, monkeypatch):
    a, _ = two(server, client, event("x"))
    move_file(client)
    asked = []

    def refused(*args):
        asked.append(args)
        return Rejected(args[0], "http.forbidden", "no")

    monkeypatch.setattr(a, "move", refused)
    client.sync()
    client.sync()
    assert len(asked) == 1
    assert len(a.bodies()) == 1


def test_a_waiting_move_costs_nothing(server, client, monkeypatch):
    a, b = two(server, client, event("x", "x", GUEST), moves=False)
    move_file(client)
    client.sync()
    (hold,) = client.store.holds.all()
    assert hold.kind == "recreation-with-attendees"
    client.sync()
    client.sync()
    tried = []
    monkeypatch.setattr(a, "move", lambda *args: tried.append(args))
    a.observed.clear()
    result = client.sync()
    assert (tried, a.observed) == ([], [])
    assert any(c.counts["held"] for c in result.collections)
    monkeypatch.undo()
    client.store.holds.answer(hold.id, Answer.APPROVED, 1.0)
    client.sync()
    client.settle()
    assert (len(a.bodies()), len(b.bodies())) == (0, 1)


def test_the_old_one_goes_only_after_the_new_one_was_read(server, client):
    a, b = two(server, client, event("x"), moves=False)
    move_file(client)
    done = []

    def vanishes(operation):
        # somebody deletes the new one between its PUT and the read-back
        done.append(operation)

    b.faults.before_write = vanishes
    original = b.get

    def gone(ids):
        if done and done[-1] != "read":
            for href in ids:
                if href in b.bodies():
                    b.drop(href)
            done.append("read")
        return original(ids)

    b.get = gone
    client.sync()
    client.settle()
    texts = [*a.bodies().values(), *b.bodies().values(), *client.folder("a").bodies().values()]
    texts += [*client.folder("b").bodies().values(), *client.history()]
    assert event("x") in texts


@pytest.mark.parametrize("policy", ["merge", "server", "local", "both", "ask"])
def test_moved_on_both_sides_is_one_resource(server, client, policy):
    from sync_engine.core.resolution import Policy

    client.settings = CollectionSettings(policy=Policy(policy))
    a, b = two(server, client, event("x"))
    a.drop(server.href(a, "0.ics"))
    b.put(server.href(b, "0.ics"), event("x"))
    move_file(client, body=event("x", "edited"))
    client.sync()
    client.settle()
    assert a.bodies() == {}
    assert list(b.bodies().values()) == [event("x", "edited")]
    assert list(client.folder("b").bodies().values()) == [event("x", "edited")]


def test_deleted_on_the_server_and_moved_here_asks_before_guests_get_mail(server, client):
    a, b = two(server, client, event("x", "x", GUEST))
    move_file(client)
    a.drop(server.href(a, "0.ics"))
    result = client.sync()
    assert sum(c.counts["held"] for c in result.collections) == 1
    assert b.bodies() == {}


def test_a_meeting_renamed_and_edited_here_and_deleted_there_waits(server, client):
    a = server.add("a")
    a.put(server.href(a, "0.ics"), event("x", "x", GUEST))
    client.sync()
    client.settle()
    client.folder("a").drop("0.ics")
    client.folder("a").put("renamed.ics", event("x", "edited", GUEST))
    a.drop(server.href(a, "0.ics"))
    result = client.sync()
    assert result.collections[0].counts["held"] == 1
    assert a.bodies() == {}


def test_moved_on_the_server_and_refused_here_stays_in_the_old_folder(server, client):
    a, b = two(server, client, event("x"))
    a.drop(server.href(a, "0.ics"))
    b.put(server.href(b, "0.ics"), event("x"))
    client.folder("b").faults.reject = lambda op: Rejected(op.id, "store.failed", "no")
    client.sync()
    assert list(client.folder("a").bodies().values()) == [event("x")]
    client.folder("b").faults.reject = lambda op: None
    client.sync()
    client.settle()
    assert client.folder("a").bodies() == {}
    assert list(client.folder("b").bodies().values()) == [event("x")]
