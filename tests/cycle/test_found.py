"""What was wrong once, found by the state machine or by reading; each with a sentence.

``tests/properties`` goes on looking. A new find is shrunk, and gets its plain
test here.
"""

from __future__ import annotations

import pytest

from sync_engine.base_store import BaseStore
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.events import CollectionFinished, RunFinished
from sync_engine.replicas.port import Failure, Rejected
from tests.cycle.test_cycle import counts, remote_texts, seeded
from tests.cycle.twin import Client, Server, event

GUEST = "ATTENDEE:mailto:bob@example.org"


def with_calscale(body):
    """What sabre adds (RFC 5545 §3.7.1)."""
    wanted = b"VERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
    return body if b"CALSCALE" in body else body.replace(b"VERSION:2.0\r\n", wanted)


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


def rename(server, collection, old, new):
    """Another program gives a resource another href."""
    body = collection.bodies()[server.href(collection, old)]
    collection.drop(server.href(collection, old))
    collection.put(server.href(collection, new), body)


def answer_all(client, answer):
    for hold in client.store.holds.all():
        client.store.holds.answer(hold.id, answer, client.time)


def two(server, **options):
    server.collections.clear()
    return server.add("a", **options), server.add("b", **options)


def in_sync(client, *twins):
    for name, twin in zip("ab", twins, strict=True):
        assert sorted(client.folder(name).bodies().values()) == sorted(twin.bodies().values())


# renames


def test_a_rename_on_the_server_under_an_unreadable_file(server, client, work):
    """Taking up the new name wanted both texts, and one of them could not be read."""
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0")[:-20])
    rename(server, work, "0.ics", "new.ics")
    assert counts(client.sync()) == {"failed": 1}
    local.put("0.ics", event("uid-0", "mended"))
    assert counts(client.sync()) == {"uploaded": 1}
    assert work.bodies()[server.href(work, "new.ics")] == event("uid-0", "mended")


def test_a_rename_does_not_settle_what_may_not_travel(server, client, work):
    """Push: the edit that came along with a rename was taken for agreed, and never came down."""
    local = seeded(server, client, work)
    client.settings = CollectionSettings(direction=Direction.PUSH)
    work.drop(server.href(work, "0.ics"))
    work.put(server.href(work, "new.ics"), event("uid-0", "edited"))
    client.settle()
    assert local.bodies()["0.ics"] == event("uid-0")
    client.settings = CollectionSettings()
    assert counts(client.sync(full=True)) == {"downloaded": 1}
    assert local.bodies()["0.ics"] == event("uid-0", "edited")


def test_a_renamed_file_whose_resource_is_gone_in_push_direction(server, client, work):
    """The deletion stays there, the rename has no remote side to be taken up with."""
    local = seeded(server, client, work)
    client.settings = CollectionSettings(direction=Direction.PUSH)
    work.drop(server.href(work, "0.ics"))
    local.drop("0.ics")
    local.put("new.ics", event("uid-0"))
    client.settle()
    assert "new.ics" in local.bodies()
    client.settings = CollectionSettings()
    assert counts(client.sync(full=True)) == {"deleted_local": 1}


def test_two_files_swap_their_names(server, client, work):
    """The second row stood in the way of the first one's new name, and was deleted."""
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-1"))
    local.put("1.ics", event("uid-0"))
    work.writes.clear()
    assert counts(client.sync()) == {}
    assert work.writes == []
    assert client.store.base.count(1) == 3
    work.put(server.href(work, "0.ics"), event("uid-0", "later"))
    client.sync()
    assert local.bodies()["1.ics"] == event("uid-0", "later")


def test_a_file_saved_over_another_one_while_deletions_wait(server, client, work):
    """The row of the old one was dropped with its deletion still waiting."""
    local = seeded(server, client, work, 12)
    for number in range(12):
        local.drop(f"{number}.ics")
    local.put("0.ics", event("new"))
    assert counts(client.sync()) == {"held": 12, "uploaded": 1}
    assert counts(client.sync()) == {"held": 12}
    answer_all(client, Answer.REJECTED)
    assert counts(client.sync()) == {"downloaded": 12}
    client.settle()
    assert len(local.bodies()) == 13
    assert sorted(local.bodies().values()) == remote_texts(work)


def test_a_renamed_file_with_a_duplicate_uid(server, client, work):
    """Its new name looked like a copy, so it was deleted on the server and not sent again."""
    work.put(server.href(work, "a.ics"), event("u", "one"))
    work.put(server.href(work, "b.ics"), event("u", "two"))
    local = seeded(server, client, work, 0)
    local.drop("a.ics")
    local.put("renamed.ics", event("u", "one"))
    work.writes.clear()
    assert counts(client.sync()) == {}
    assert work.writes == []


def test_L9_a_crash_between_download_and_commit_makes_no_second_copy(server, client, work):
    """Duplicates on the server came down again, and one of the copies went up."""
    client.sync()
    work.put(server.href(work, "a.ics"), event("u", "one"))
    work.put(server.href(work, "b.ics"), event("u", "two"))
    local = client.folder("work")
    for name, text in (("a.ics", "one"), ("b.ics", "two")):
        local.put(name, event("u", text))
    assert counts(client.sync()) == {}
    assert sorted(local.bodies()) == ["a.ics", "b.ics"]
    assert work.writes == []


# moves


def test_L11_a_rejected_move_goes_back(server, client):
    """Any answer was taken for a yes: the meeting was made anew and its guests got mail."""
    a, b = two(server, moves=False)
    meeting = event("m", "meeting", GUEST)
    a.put(server.href(a, "m.ics"), meeting)
    client.sync()
    client.settle()
    client.folder("a").drop("m.ics")
    client.folder("b").put("m.ics", event("m", "edited", GUEST))
    result = client.sync()
    assert result.collections[0].counts["held"] == 1
    (hold,) = client.store.holds.all()
    assert hold.kind is HoldKind.RECREATION
    answer_all(client, Answer.REJECTED)
    client.sync()
    client.settle()
    assert a.writes == b.writes == []
    assert client.folder("a").bodies() == {"m.ics": meeting}
    assert client.folder("b").bodies() == {}
    assert event("m", "edited", GUEST) in client.history()
    assert client.store.holds.all() == []


def test_L11_an_approved_move_is_made_anew(server, client):
    a, b = two(server, moves=False)
    a.put(server.href(a, "m.ics"), event("m", "meeting", GUEST))
    client.sync()
    client.settle()
    client.folder("a").drop("m.ics")
    client.folder("b").put("m.ics", event("m", "meeting", GUEST))
    client.sync()
    answer_all(client, Answer.APPROVED)
    client.sync()
    client.settle()
    assert a.bodies() == {}
    in_sync(client, a, b)


def test_a_move_that_waits_does_not_close_other_holds(server, client):
    """Two steps of a run opened and closed each other's holds, with new numbers each time."""
    a, b = two(server, moves=False)
    a.put(server.href(a, "m.ics"), event("m", "meeting", GUEST))
    for number in range(12):
        a.put(server.href(a, f"{number}.ics"), event(f"u{number}"))
    client.sync()
    client.settle()
    folder = client.folder("a")
    for name in list(folder.bodies()):
        folder.drop(name)
    client.folder("b").put("m.ics", event("m", "meeting", GUEST))
    first = client.sync()
    assert first.collections[0].counts["held"] == 13
    holds = client.store.holds.all()
    assert {hold.kind: hold.size for hold in holds} == {
        HoldKind.DELETE_REMOTE: 12,
        HoldKind.RECREATION: 1,
    }
    assert sorted(first.collections[0].holds) == [hold.id for hold in holds]
    assert first.passes == 1
    client.sync()
    assert client.store.holds.all() == holds
    assert len([e for e in client.events if type(e).__name__ == "HoldOpened"]) == 2
    del b


@pytest.mark.parametrize("how", ["refused", "read-only", "too large"])
def test_a_file_moved_to_where_it_cannot_go_stays_on_the_server(server, client, how):
    """Its upload slept, and what was left looked like a deletion."""
    a, b = two(server, moves=False, max_resource_size=300)
    a.put(server.href(a, "x.ics"), event("x"))
    client.sync()
    client.settle()
    client.folder("a").drop("x.ics")
    body = event("x", "y" * 300) if how == "too large" else event("x")
    client.folder("b").put("x.ics", body)
    if how == "refused":
        b.faults.reject = lambda op: Rejected(op.id, "resource.invalid", "no")
    if how == "read-only":
        server.read_only = {b._name}
    for _ in range(3):
        client.sync()
    assert list(a.bodies().values()) == [event("x")]
    b.faults.reject = lambda op: None
    server.read_only = set()
    client.folder("b").put("x.ics", event("x", "again"))
    client.sync()
    client.settle()
    assert a.bodies() == {}
    in_sync(client, a, b)


# answers


def test_an_answer_does_not_outlive_what_it_was_given_for(server, client, work):
    """A yes that was never needed let a mass deletion pass weeks later."""
    local = seeded(server, client, work, 12)
    state = work.save()
    for href in list(work.bodies()):
        work.drop(href)
    client.sync()
    answer_all(client, Answer.APPROVED)
    work.restore(state)
    client.sync(full=True)
    assert len(local.bodies()) == 12
    client.settle()
    for href in list(work.bodies()):
        work.drop(href)
    assert counts(client.sync(full=True)) == {"held": 12}


def test_L11_push_does_not_make_a_meeting_anew_either(server, client, work):
    """There an edit against a deletion is no conflict, and the brake looked for one."""
    work.put(server.href(work, "m.ics"), event("m", "meeting", GUEST))
    local = seeded(server, client, work, 0)
    client.settings = CollectionSettings(direction=Direction.PUSH)
    local.put("m.ics", event("m", "edited", GUEST))
    work.drop(server.href(work, "m.ics"))
    assert counts(client.sync()) == {"held": 1}
    assert work.writes == []


def test_a_rejection_does_not_write_to_a_read_only_collection(server, client, work):
    """A rejected deletion became an upload without asking what the collection allows."""
    local = seeded(server, client, work, 12)
    server.read_only = set(server.collections)
    for href in list(work.bodies()):
        work.drop(href)
    assert counts(client.sync()) == {"held": 12}
    answer_all(client, Answer.REJECTED)
    client.sync()
    client.sync()
    assert work.writes == []
    assert len(local.bodies()) == 12
    assert client.store.holds.all() == []


def test_a_rejection_that_the_server_refuses_is_not_tried_for_ever(server, client, work):
    """What a rejection turned into an upload did not look whether it sleeps."""
    local = seeded(server, client, work, 12)
    for href in list(work.bodies()):
        work.drop(href)
    assert counts(client.sync()) == {"held": 12}
    answer_all(client, Answer.REJECTED)
    tried = []
    work.faults.reject = lambda op: tried.append(op) or Rejected(op.id, "resource.invalid", "no")
    assert counts(client.sync()) == {"failed": 12}
    assert counts(client.sync()) == {"failed": 12}
    assert len(tried) == 12
    assert len(local.bodies()) == 12
    work.faults.reject = lambda op: None
    local.put("0.ics", event("uid-0", "another"))
    assert counts(client.sync())["uploaded"] == 1


# what cannot be told now


def test_a_write_that_cannot_be_read_back_stays_unconfirmed(server, client):
    """Its intent was closed, and the server's rewriting came down as somebody's edit."""
    server.collections.clear()
    work = server.add("work", rewrite=with_calscale)
    client.sync()
    local = client.folder("work")
    local.put("a.ics", event("a"))
    href = server.href(work, "new-1.ics")
    work.faults.unreadable = {href: Failure("http.forbidden", "403")}
    assert counts(client.sync()) == {"uploaded": 1, "failed": 1}
    assert len(client.store.intents.of(1)) == 1
    client.sync()
    work.faults.unreadable = {}
    client.settle()
    assert client.store.intents.of(1) == []
    assert local.bodies() == {"a.ics": event("a")}
    assert client.history() == []
    assert len(work.writes) == 1


def test_L5_an_upload_whose_fate_is_open_is_not_sent_again(server, client, work):
    """Lost reply, and the resource cannot be read: a second PUT would be a second copy."""
    client.sync()
    client.folder("work").put("a.ics", event("a"))
    work.faults.lose_reply = lambda op: True
    work.faults.unreadable = {server.href(work, "new-1.ics"): Failure("http.forbidden", "403")}
    client.sync()
    client.sync()
    work.faults.lose_reply = lambda op: False
    client.sync()
    assert len(work.writes) == 1
    work.faults.unreadable = {}
    client.settle()
    assert remote_texts(work) == [event("a")]
    assert list(client.folder("work").bodies()) == ["a.ics"]


def test_L1_absence_is_asked_again(server, client, work):
    """A listing without a resource that lives: its row was skipped, and the token went on."""
    local = seeded(server, client, work)
    missing = server.href(work, "0.ics")
    listing = work._listing

    def truncated(since):
        items, failed = listing(since)
        items.pop(missing, None)
        return items, failed

    work._listing = truncated
    assert counts(client.sync(full=True)) == {}
    assert "0.ics" in local.bodies()
    client.settle()
    # it is really gone, which cannot be proven at the moment of the listing, and no
    # REPORT ever says so again
    work.drop(missing)
    work._listing = listing
    confirm, work.confirm_gone = work.confirm_gone, lambda ids, canary: frozenset()
    assert counts(client.sync(full=True)) == {}
    assert "0.ics" in local.bodies()
    work.confirm_gone = confirm
    assert counts(client.sync()) == {"deleted_local": 1}


def test_L1_what_went_before_it_was_read_needs_proof_too(server, client, work):
    """Reported as changed, then not there: without proof its row was dropped, token passed."""
    local = seeded(server, client, work)
    href = server.href(work, "0.ics")
    work.put(href, event("uid-0", "v2"))
    state = work.bodies()[href]
    get, confirm = work.get, work.confirm_gone
    work.get = lambda ids: (work._rows.pop(href), get(ids))[1]
    work.confirm_gone = lambda ids, canary: frozenset()
    client.sync()
    work.get, work.confirm_gone = get, confirm
    assert "0.ics" in local.bodies()
    work._rows[href] = (work._number, state)
    client.sync()
    assert local.bodies()["0.ics"] == event("uid-0", "v2")


def test_a_summary_that_cannot_be_written_is_told_in_the_result(server, tmp_path):
    """On a full disk the end of a run was an exception out of a run that raises none."""
    client = Client(server, store=BaseStore.open(tmp_path / "state.sqlite"))
    for number in range(300):
        client.folder("work").put(f"{number}.ics", b"broken")
    database = client.store.database

    def fill(happened):
        client.events.append(happened)
        if isinstance(happened, CollectionFinished):
            pages = database.one("PRAGMA page_count")[0]
            database.one(f"PRAGMA max_page_count={pages}")

    result = client.sync(emit=fill)
    assert result.failure is not None
    assert result.failure.reference == "store.disk_full"
    assert isinstance(client.events[-1], RunFinished)
    database.one("PRAGMA max_page_count=100000")
    assert client.sync().failure is None


# conflicts


def test_lost_state_on_a_rewriting_server_is_no_conflict(server, client):
    """What the server had made of our own text looked like another version of it."""
    server.collections.clear()
    work = server.add("work", rewrite=with_calscale)
    client.sync()
    client.folder("work").put("a.ics", event("a"))
    client.sync()
    client.settle()
    fresh = Client(server, local=client.local, settings=CollectionSettings(policy=Policy.BOTH))
    assert counts(fresh.sync()) == {}
    assert client.folder("work").bodies() == {"a.ics": event("a")}
    assert len(work.writes) == 1
