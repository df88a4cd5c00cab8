"""Whole cycles over the memory twin: each row of the decision table, end to end."""

from __future__ import annotations

import pytest

from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.replicas.port import Failure, Rejected
from tests.cycle.twin import Client, Server, event


@pytest.fixture
def server():
    server = Server()
    server.add("work")
    return server


@pytest.fixture
def client(server):
    return Client(server)


@pytest.fixture
def work(server):
    return next(iter(server.collections.values()))


def counts(result):
    assert result.failure is None, result.failure
    (collection,) = result.collections
    assert collection.failure is None, collection.failure
    return {name: number for name, number in collection.counts.items() if number}


def seeded(server, client, work, n=3):
    for i in range(n):
        work.put(server.href(work, f"{i}.ics"), event(f"uid-{i}"))
    client.sync()
    client.settle()
    return client.folder("work")


def remote_texts(work):
    return sorted(work.bodies().values())


def test_first_sync_downloads_the_bytes(server, client, work):
    for i in range(3):
        work.put(server.href(work, f"{i}.ics"), event(f"uid-{i}"))
    assert counts(client.sync()) == {"downloaded": 3}
    assert sorted(client.folder("work").bodies()) == ["0.ics", "1.ics", "2.ics"]
    assert sorted(client.folder("work").bodies().values()) == remote_texts(work)


def test_idle_asks_only_for_the_listing(server, client, work):
    seeded(server, client, work)
    work.observed.clear()
    before = server.listings
    assert counts(client.sync()) == {}
    assert server.listings == before + 1
    assert work.observed == []


def test_a_warm_collection_is_asked_until_quiet(server, client, work):
    work.put(server.href(work, "a.ics"), event("a"))
    client.sync()
    work.observed.clear()
    client.sync()
    assert len(work.observed) == 1
    client.sync()
    assert len(work.observed) == 1


def test_local_creation_goes_up_and_a_second_sync_plans_nothing(server, client, work):
    client.sync()
    client.folder("work").put("mine.ics", event("mine"))
    assert counts(client.sync()) == {"uploaded": 1}
    assert remote_texts(work) == [event("mine")]
    assert counts(client.sync()) == {}
    assert counts(client.sync()) == {}


def test_edits_travel_both_ways(server, client, work):
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0", "local edit"))
    work.put(server.href(work, "1.ics"), event("uid-1", "remote edit"))
    assert counts(client.sync()) == {"downloaded": 1, "uploaded": 1}
    assert local.bodies()["1.ics"] == event("uid-1", "remote edit")
    assert work.bodies()[server.href(work, "0.ics")] == event("uid-0", "local edit")
    client.settle()
    # what was overwritten on either side is kept
    assert sorted(client.history()) == [event("uid-0"), event("uid-1")]


def test_deletions_travel_both_ways(server, client, work):
    local = seeded(server, client, work, 4)
    local.drop("0.ics")
    work.drop(server.href(work, "1.ics"))
    assert counts(client.sync()) == {"deleted_local": 1, "deleted_remote": 1}
    assert sorted(local.bodies()) == ["2.ics", "3.ics"]
    assert len(work.bodies()) == 2
    assert sorted(client.history()) == [event("uid-0"), event("uid-1")]
    client.settle()


def test_both_deleted_is_forgotten(server, client, work):
    local = seeded(server, client, work)
    local.drop("0.ics")
    work.drop(server.href(work, "0.ics"))
    assert counts(client.sync()) == {}
    assert client.store.base.count(1) == 2


def test_same_edit_on_both_sides_is_adopted(server, client, work):
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0", "same"))
    work.put(server.href(work, "0.ics"), event("uid-0", "same"))
    assert counts(client.sync()) == {}
    assert client.history() == [event("uid-0")]  # what both had before


DECIDED = [policy for policy in Policy if policy is not Policy.ASK]


@pytest.mark.parametrize("policy", DECIDED)
def test_edit_edit(server, client, work, policy):
    client.settings = CollectionSettings(policy=policy)
    local = seeded(server, client, work)
    mine, theirs = event("uid-0", "mine"), event("uid-0", "theirs")
    local.put("0.ics", mine)
    work.put(server.href(work, "0.ics"), theirs)
    result = client.sync()
    assert counts(result)["conflicts"] == 1
    client.settle()
    if policy is Policy.LOCAL:
        assert local.bodies()["0.ics"] == mine
        assert theirs in client.history()
    else:
        assert local.bodies()["0.ics"] == theirs
        assert mine in client.history()
    assert len(local.bodies()) == (4 if policy is Policy.BOTH else 3)
    if policy is Policy.BOTH:
        assert any(b"SUMMARY:mine" in text for text in local.bodies().values())
    assert sorted(local.bodies().values()) == remote_texts(work)


@pytest.mark.parametrize("policy", DECIDED)
def test_edit_delete(server, client, work, policy):
    client.settings = CollectionSettings(policy=policy)
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0", "edited"))
    work.drop(server.href(work, "0.ics"))
    client.sync()
    client.settle()
    assert sorted(local.bodies().values()) == remote_texts(work)
    if policy is Policy.SERVER:
        assert "0.ics" not in local.bodies()
        assert event("uid-0", "edited") in client.history()
    else:
        assert local.bodies()["0.ics"] == event("uid-0", "edited")


@pytest.mark.parametrize("policy", DECIDED)
def test_delete_edit(server, client, work, policy):
    client.settings = CollectionSettings(policy=policy)
    local = seeded(server, client, work)
    local.drop("0.ics")
    work.put(server.href(work, "0.ics"), event("uid-0", "edited"))
    client.sync()
    client.settle()
    assert sorted(local.bodies().values()) == remote_texts(work)
    if policy is Policy.LOCAL:
        assert event("uid-0", "edited") in client.history()
        assert len(local.bodies()) == 2
    else:
        assert local.bodies()["0.ics"] == event("uid-0", "edited")


def test_edit_wins_over_delete_but_a_meeting_waits(server, client, work):
    guest = "ATTENDEE:mailto:bob@example.org"
    href = server.href(work, "m.ics")
    work.put(href, event("m", "meeting", guest))
    seeded(server, client, work)
    local = client.folder("work")
    local.put("m.ics", event("m", "moved", guest))
    work.drop(href)
    result = client.sync()
    assert counts(result) == {"held": 1}
    (hold,) = client.store.holds.all()
    assert hold.kind == "recreation-with-attendees"
    assert local.bodies()["m.ics"] == event("m", "moved", guest)


def test_first_sync_with_both_sides_full_unions(server, client, work):
    work.put(server.href(work, "a.ics"), event("a"))
    work.put(server.href(work, "b.ics"), event("b", "theirs"))
    local = client.folder("work")
    local.put("a.ics", event("a"))
    local.put("b.ics", event("b", "mine"))
    local.put("c.ics", event("c"))
    result = client.sync()
    assert counts(result)["conflicts"] == 1
    client.settle()
    assert sorted(local.bodies().values()) == remote_texts(work)
    assert event("c") in local.bodies().values()
    assert event("b", "theirs") in local.bodies().values()
    assert client.history() == [event("b", "mine")]


def test_lost_base_unions_and_deletes_nothing(server, client, work):
    local = seeded(server, client, work, 6)
    before = dict(local.bodies())
    local.drop("0.ics")
    fresh = Client(server, local=client.local)
    fresh.sync()
    fresh.settle()
    assert sorted(local.bodies().values()) == sorted(before.values())
    assert len(work.bodies()) == 6


def test_renamed_file_costs_no_write(server, client, work):
    local = seeded(server, client, work)
    body = local.bodies()["0.ics"]
    local.drop("0.ics")
    local.put("renamed.ics", body)
    work.writes.clear()
    assert counts(client.sync()) == {}
    assert work.writes == []
    work.put(server.href(work, "0.ics"), event("uid-0", "later"))
    client.sync()
    assert local.bodies()["renamed.ics"] == event("uid-0", "later")


def test_renamed_and_edited_file_replaces_in_place(server, client, work):
    local = seeded(server, client, work)
    local.drop("0.ics")
    local.put("renamed.ics", event("uid-0", "edited"))
    assert counts(client.sync()) == {"uploaded": 1}
    assert work.bodies()[server.href(work, "0.ics")] == event("uid-0", "edited")


def test_renamed_on_the_server_keeps_the_file(server, client, work):
    local = seeded(server, client, work)
    body = work.bodies()[server.href(work, "0.ics")]
    work.drop(server.href(work, "0.ics"))
    work.put(server.href(work, "other.ics"), body)
    assert counts(client.sync()) == {}
    assert sorted(local.bodies()) == ["0.ics", "1.ics", "2.ics"]
    local.put("0.ics", event("uid-0", "edit"))
    client.sync()
    assert work.bodies()[server.href(work, "other.ics")] == event("uid-0", "edit")


def test_dead_token_reads_a_full_listing(server, client, work):
    local = seeded(server, client, work)
    work.faults.refuse_tokens = True
    work.put(server.href(work, "new.ics"), event("new"))
    work.drop(server.href(work, "0.ics"))
    assert counts(client.sync()) == {"downloaded": 1, "deleted_local": 1}
    assert "new.ics" in local.bodies()


def test_mass_deletion_waits_and_is_approved(server, client, work):
    local = seeded(server, client, work, 20)
    for href in list(work.bodies()):
        work.drop(href)
    result = client.sync()
    assert counts(result) == {"held": 20}
    assert result.collections[0].outcome == "held"
    assert len(local.bodies()) == 20
    again = client.sync()
    assert counts(again) == {"held": 20}
    (hold,) = client.store.holds.all()
    from sync_engine.core.guards import Answer

    client.store.holds.answer(hold.id, Answer.APPROVED, 1.0)
    assert counts(client.sync()) == {"deleted_local": 20}
    assert local.bodies() == {}
    assert len(client.history()) == 20
    client.settle()


def test_mass_deletion_is_rejected_and_goes_up_again(server, client, work):
    from sync_engine.core.guards import Answer

    local = seeded(server, client, work, 12)
    texts = sorted(local.bodies().values())
    for href in list(work.bodies()):
        work.drop(href)
    client.sync()
    (hold,) = client.store.holds.all()
    client.store.holds.answer(hold.id, Answer.REJECTED, 1.0)
    result = client.sync()
    assert counts(result)["uploaded"] == 12
    client.settle()
    assert remote_texts(work) == texts == sorted(local.bodies().values())


def test_local_mass_deletion_rejected_restores_the_files(server, client, work):
    from sync_engine.core.guards import Answer

    local = seeded(server, client, work, 12)
    texts = sorted(local.bodies().values())
    for name in list(local.bodies()):
        local.drop(name)
    assert counts(client.sync()) == {"held": 12}
    (hold,) = client.store.holds.all()
    client.store.holds.answer(hold.id, Answer.REJECTED, 1.0)
    assert counts(client.sync()) == {"downloaded": 12}
    assert sorted(local.bodies().values()) == texts == remote_texts(work)
    client.settle()


def test_slow_mass_deletion_is_counted_over_the_day(server, client, work):
    local = seeded(server, client, work, 30)
    hrefs = sorted(work.bodies())
    for start in (0, 4, 8):
        for href in hrefs[start : start + 4]:
            work.drop(href)
        client.sync()
    # 4 and 8 of 30 pass; 12 are more than ten and more than 20 %
    assert len(local.bodies()) == 22
    assert client.store.holds.all()[0].size == 4


def test_rewriting_server_makes_no_ping_pong(server, client):
    def rewrite(body: bytes) -> bytes:
        return (
            body.replace(b"SUMMARY:", b"X-MADE:by server\r\nSUMMARY:")
            if b"X-MADE" not in body
            else body
        )

    server.collections.clear()
    work = server.add("work", rewrite=rewrite)
    client.sync()
    client.folder("work").put("a.ics", event("a"))
    assert counts(client.sync())["uploaded"] == 1
    client.settle()
    local = client.folder("work").bodies()["a.ics"]
    assert len(work.writes) == 1
    assert local in (event("a"), rewrite(event("a")))


def test_refused_upload_sleeps_until_it_changes(server, client, work):
    client.sync()
    work.faults.reject = lambda op: Rejected(op.id, "resource.invalid", "no")
    client.folder("work").put("bad.ics", event("bad"))
    assert counts(client.sync()) == {"failed": 1}
    tried = []
    work.faults.reject = lambda op: tried.append(op) or Rejected(op.id, "resource.invalid", "no")
    assert counts(client.sync()) == {"failed": 1}
    assert tried == []
    work.faults.reject = lambda op: None
    client.folder("work").put("bad.ics", event("bad", "mended"))
    assert counts(client.sync()) == {"uploaded": 1}


@pytest.mark.parametrize(
    ("body", "reference"),
    [
        (b"not a calendar", "resource.broken"),
        (event("x").replace(b"UID:x\r\n", b""), "resource.no_uid"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:x\r\nEND:VCARD\r\n", "resource.wrong_kind"),
    ],
)
def test_broken_files_are_isolated(server, client, work, body, reference):
    client.sync()
    local = client.folder("work")
    local.put("bad.ics", body)
    local.put("good.ics", event("good"))
    result = client.sync()
    assert counts(result) == {"uploaded": 1, "failed": 1}
    assert result.collections[0].errors[0].reference == reference
    assert local.bodies()["bad.ics"] == body


def test_duplicate_uid_is_reported_and_not_uploaded(server, client, work):
    local = seeded(server, client, work)
    local.put("copy.ics", local.bodies()["0.ics"])
    result = client.sync()
    assert counts(result) == {"failed": 1}
    assert result.collections[0].errors[0].reference == "resource.duplicate_uid"
    assert len(work.bodies()) == 3
    assert "copy.ics" in local.bodies()


def test_unreadable_remote_resource_is_not_gone(server, client, work):
    local = seeded(server, client, work)
    href = server.href(work, "0.ics")
    work.put(href, event("uid-0", "v2"))
    work.faults.unreadable = {href: Failure("http.forbidden", "403")}
    result = client.sync()
    assert counts(result) == {"failed": 1}
    assert local.bodies()["0.ics"] == event("uid-0")
    work.faults.unreadable = {}
    assert counts(client.sync()) == {"downloaded": 1}


def test_lost_reply_is_read_back(server, client, work):
    client.sync()
    client.folder("work").put("a.ics", event("a"))
    work.faults.lose_reply = lambda op: True
    client.sync()
    work.faults.lose_reply = lambda op: False
    client.settle()
    assert remote_texts(work) == [event("a")]
    assert len(work.writes) == 1
    assert client.store.intents.of(1) == []


def test_somebody_writes_between_plan_and_put(server, client, work):
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0", "mine"))
    href = server.href(work, "0.ics")
    done = []

    def meanwhile(operation):
        if not done:
            done.append(1)
            work.put(href, event("uid-0", "theirs"))

    work.faults.before_write = meanwhile
    client.sync()
    client.settle()
    assert work.bodies()[href] == event("uid-0", "theirs")
    everything = [*local.bodies().values(), *client.history()]
    assert any(b"SUMMARY:mine" in text for text in everything)
    assert sorted(local.bodies().values()) == remote_texts(work)


@pytest.mark.parametrize("moves", [True, False])
def test_file_moved_to_another_folder(server, client, moves):
    server.collections.clear()
    a, b = server.add("a", moves=moves), server.add("b", moves=moves)
    a.put(server.href(a, "x.ics"), event("x"))
    client.sync()
    client.settle()
    body = client.folder("a").bodies()["x.ics"]
    client.folder("a").drop("x.ics")
    client.folder("b").put("x.ics", body)
    client.sync()
    client.settle()
    assert a.bodies() == {}
    assert list(b.bodies().values()) == [event("x")]


def test_moved_and_edited_file(server, client):
    server.collections.clear()
    a, b = server.add("a"), server.add("b")
    a.put(server.href(a, "x.ics"), event("x"))
    client.sync()
    client.settle()
    client.folder("a").drop("x.ics")
    client.folder("b").put("y.ics", event("x", "edited"))
    client.sync()
    client.settle()
    assert a.bodies() == {}
    assert list(b.bodies().values()) == [event("x", "edited")]
    assert client.folder("b").bodies() == {"y.ics": event("x", "edited")}


def test_moved_on_the_server_while_edited_here(server, client):
    server.collections.clear()
    a, b = server.add("a"), server.add("b")
    a.put(server.href(a, "x.ics"), event("x"))
    client.sync()
    client.settle()
    a.drop(server.href(a, "x.ics"))
    b.put(server.href(b, "x.ics"), event("x"))
    client.folder("a").put("x.ics", event("x", "edited"))
    client.sync()
    client.settle()
    assert client.folder("a").bodies() == {}
    assert a.bodies() == {}
    assert list(b.bodies().values()) == [event("x", "edited")]


def test_collection_that_is_not_listed_keeps_its_files(server, client, work):
    local = seeded(server, client, work)
    url = next(iter(server.collections))
    del server.collections[url]
    result = client.sync()
    assert result.collections[0].failure.reference == "sync.collection_gone"
    assert len(local.bodies()) == 3


def test_read_only_collection_is_not_written(server, client, work):
    local = seeded(server, client, work)
    server.read_only = set(server.collections)
    local.put("0.ics", event("uid-0", "mine"))
    local.put("new.ics", event("new"))
    local.drop("1.ics")
    result = client.sync()
    assert work.writes == []
    assert counts(result) == {"downloaded": 1, "failed": 2}
    assert local.bodies()["0.ics"] == event("uid-0", "mine")
    assert local.bodies()["1.ics"] == event("uid-1")


def test_pull_only(server, client, work):
    client.settings = CollectionSettings(direction=Direction.PULL)
    local = seeded(server, client, work)
    local.put("new.ics", event("new"))
    local.drop("1.ics")
    assert counts(client.sync()) == {"downloaded": 1}
    assert work.writes == []
    assert "new.ics" in local.bodies()


def test_push_only(server, client, work):
    client.settings = CollectionSettings(direction=Direction.PUSH)
    work.put(server.href(work, "a.ics"), event("a"))
    client.folder("work").put("b.ics", event("b"))
    assert counts(client.sync()) == {"uploaded": 1}
    assert list(client.folder("work").bodies()) == ["b.ics"]


def test_dry_run_changes_nothing(server, client, work):
    work.put(server.href(work, "a.ics"), event("a"))
    client.folder("work").put("b.ics", event("b"))
    result = client.sync(dry_run=True)
    assert counts(result) == {"downloaded": 1, "uploaded": 1}
    assert sorted(v for v, _ in result.collections[0].planned) == ["create local", "create remote"]
    assert work.writes == []
    assert list(client.folder("work").bodies()) == ["b.ics"]
    assert client.store.collections.all() == []


def test_restored_backup_is_held(server, client, work):
    local = seeded(server, client, work, 12)
    for i in range(12):
        work.put(server.href(work, f"{i}.ics"), event(f"uid-{i}", "v2"))
    client.sync()
    client.settle()
    for i in range(12):
        local.put(f"{i}.ics", event(f"uid-{i}"))
    assert counts(client.sync()) == {"held": 12}
    assert all(b"v2" in text for text in work.bodies().values())


def test_hint_that_moves_without_news_means_a_full_listing(server, client, work):
    local = seeded(server, client, work, 4)
    state = work.save()
    work.put(server.href(work, "0.ics"), event("uid-0", "v2"))
    client.sync()
    client.settle()
    # the server is rolled back, keeps its tokens, and its next REPORT is empty
    work.restore(state, forget_tokens=False)
    work._number += 5
    client.sync()
    assert work.observed[-1] is None
    assert local.bodies()["0.ics"] == event("uid-0")


def test_side_by_side(server):
    server.collections.clear()
    client = Client(server)
    for c in range(6):
        twin = server.add(f"c{c}")
        for i in range(10):
            twin.put(server.href(twin, f"{i}.ics"), event(f"{c}-{i}"))
    result = client.sync(workers=4)
    assert sum(c.counts["downloaded"] for c in result.collections) == 60
