"""One test at least for each way to lose data (docs/sync-model.md), end to end.

The ways that concern one side alone are tested where that side is: what a server
answers in ``tests/replicas/remote``, what happens to files in
``tests/replicas/vdir``, texts in ``tests/core/content``.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync_engine.core.resolution import Policy
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.errors import (
    AuthenticationRejected,
    EngineError,
    IdentityMismatch,
    NotDav,
    NotFound,
    ReplicaUnavailable,
    ServerFailure,
    Unreachable,
)
from sync_engine.replicas.memory import MemoryState
from sync_engine.replicas.port import Delete, Failure, Rejected, Replace
from tests.cycle.test_cycle import counts, remote_texts, seeded
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


ERRORS = [
    Unreachable("no route"),
    NotDav("a login page"),
    NotFound(404),
    ServerFailure(500),
    ReplicaUnavailable("not mounted"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: e.reference)
@pytest.mark.parametrize("full", [False, True])
def test_L1_a_listing_that_fails_deletes_nothing(server, client, work, error, full):
    local = seeded(server, client, work)
    work.put(server.href(work, "3.ics"), event("uid-3"))
    work.faults.unavailable = error
    result = client.sync(full=full)
    assert result.collections[0].failure.reference == error.reference
    assert len(local.bodies()) == 3
    work.faults.unavailable = None
    assert counts(client.sync()) == {"downloaded": 1}


def test_L1_an_empty_listing_that_cannot_be_confirmed_deletes_nothing(server, client, work):
    local = seeded(server, client, work)
    work._listing = lambda since: ({}, {})
    work.confirm_gone = lambda ids, canary: frozenset()
    client.sync(full=True)
    client.sync()
    assert len(local.bodies()) == 3


def test_L2_a_home_set_that_cannot_be_asked_is_not_empty(server, client, work):
    local = seeded(server, client, work)
    listing = server.listing

    def failing(meter, cancel):
        whole = listing(meter, cancel)
        home = next(iter(whole.complete))
        return replace(
            whole,
            collections=(),
            complete=frozenset(),
            failures={home: NotDav("a login page", where=home)},
        )

    server.listing = failing
    result = client.sync()
    assert result.collections[0].failure.reference == "dav.not_dav"
    assert len(local.bodies()) == 3
    assert client.store.collections.get(1).listed
    del server.listing
    assert counts(client.sync()) == {}


@pytest.mark.parametrize("error", [IdentityMismatch("bob"), AuthenticationRejected(401)])
def test_L2_another_login_ends_the_run(server, client, work, error):
    local = seeded(server, client, work)
    for href in list(work.bodies()):
        work.drop(href)

    def failing(_meter, _cancel) -> None:
        raise error

    server.listing = failing
    assert client.sync().failure.reference == error.reference
    assert len(local.bodies()) == 3


SCENES = {
    "download": lambda local, work, href: work.put(href, event("uid-0", "new")),
    "upload": lambda local, work, href: local.put("0.ics", event("uid-0", "new")),
    "delete local": lambda local, work, href: work.drop(href),
    "delete remote": lambda local, work, href: local.drop("0.ics"),
}


@pytest.mark.parametrize("scene", SCENES)
def test_L3_the_history_has_it_before_it_goes(server, client, work, scene):
    local = seeded(server, client, work)
    SCENES[scene](local, work, server.href(work, "0.ics"))
    seen = []

    def look(operation):
        assert client.store.database._depth == 0
        if isinstance(operation, Replace | Delete):
            seen.append(event("uid-0") in client.history())

    work.faults.before_write = local.faults.before_write = look
    client.sync()
    assert seen == [True]


@pytest.mark.parametrize("policy", [p for p in Policy if p is not Policy.ASK])
def test_L3_what_loses_a_conflict_is_listed_as_such(server, client, work, policy):
    client.settings = CollectionSettings(policy=policy)
    local = seeded(server, client, work)
    local.put("0.ics", event("uid-0", "mine"))
    work.put(server.href(work, "0.ics"), event("uid-0", "theirs"))
    client.sync()
    (version,) = [v for v in client.store.history.newest() if v.reason == "conflict"]
    loser = "theirs" if policy is Policy.LOCAL else "mine"
    assert client.store.contents.get(version.content) == event("uid-0", loser)
    assert version.side == ("remote" if policy is Policy.LOCAL else "local")


LEFT_BEHIND = {
    "edited": (event("uid-0", "mine"), event("uid-0", "theirs")),
    "edited alike": (event("uid-0", "same"), event("uid-0", "same")),
    "deleted": (None, None),
    "deleted here": (None, event("uid-0", "theirs")),
    "deleted there": (event("uid-0", "mine"), None),
}


@pytest.mark.parametrize("policy", [p for p in Policy if p is not Policy.ASK])
@pytest.mark.parametrize("how", LEFT_BEHIND)
def test_L3_what_both_sides_left_behind_is_in_the_history(server, client, work, policy, how):
    """Nobody but kSync has the text any more that both sides changed before it looked."""
    client.settings = CollectionSettings(policy=policy)
    local = seeded(server, client, work)
    for side, name, body in zip(
        (local, work), ("0.ics", server.href(work, "0.ics")), LEFT_BEHIND[how], strict=True
    ):
        if body is None:
            side.drop(name)
        else:
            side.put(name, body)
    client.sync()
    assert client.history().count(event("uid-0")) == 1
    client.sync()
    assert client.history().count(event("uid-0")) == 1


@pytest.mark.parametrize("etags", [True, False])
@pytest.mark.parametrize("delete", [True, False])
def test_L4_a_write_never_meets_a_version_that_was_not_judged(server, client, work, etags, delete):
    if not etags:
        listing, got = work._listing, work._got

        def without(since):
            items, failed = listing(since)
            return {i: replace(seen, fingerprint=None) for i, seen in items.items()}, failed

        work._listing = without
        work._got = lambda id_: replace(got(id_), fingerprint=None)
    local = seeded(server, client, work)
    href = server.href(work, "0.ics")
    if delete:
        local.drop("0.ics")
    else:
        local.put("0.ics", event("uid-0", "mine"))
    expected = []

    def meanwhile(operation):
        if not expected:
            expected.append(operation)
            work.put(href, event("uid-0", "theirs"))

    work.faults.before_write = meanwhile
    client.sync()
    (operation,) = expected
    assert operation.expected_body == event("uid-0")
    assert (operation.expected is not None) is etags
    everything = [*work.bodies().values(), *client.history()]
    assert event("uid-0", "theirs") in everything


def test_L5_a_deletion_that_was_refused_is_not_done(server, client, work):
    local = seeded(server, client, work)
    local.drop("0.ics")
    work.faults.reject = lambda op: Rejected(op.id, "http.server_failure", "500", permanent=False)
    for _ in range(3):
        assert counts(client.sync()) == {"failed": 1}
    assert client.store.base.count(1) == 3
    work.faults.reject = lambda op: None
    assert counts(client.sync()) == {"deleted_remote": 1}
    assert client.store.history.deletions_since(1, "remote", 0.0) == 1


@pytest.mark.parametrize("applied", [True, False])
def test_L5_a_deletion_whose_reply_was_lost_is_looked_after(server, client, work, applied):
    local = seeded(server, client, work)
    local.drop("0.ics")
    lost = []
    if applied:
        work.faults.lose_reply = lambda op: not lost and not lost.append(op)
    else:
        work.faults.lose_request = lambda op: not lost and not lost.append(op)
    client.sync()
    client.settle()
    assert lost
    assert len(work.bodies()) == client.store.base.count(1) == 2


@pytest.mark.parametrize("side", ["local", "remote"])
def test_L6_a_change_of_one_byte_travels(server, client, work, side):
    work.put(server.href(work, "0.ics"), event("u", "x", "X-A:1", "X-B:2"))
    local = seeded(server, client, work, 0)
    changed = event("u", "x", "X-A:2", "X-B:1")
    if side == "local":
        local.put("0.ics", changed)
    else:
        work.put(server.href(work, "0.ics"), changed)
    client.sync()
    assert list(local.bodies().values()) == remote_texts(work) == [changed]


def test_L9_one_duplicate_does_not_stop_the_rest(server, client, work):
    for name, text in (("a", "one"), ("b", "two")):
        work.put(server.href(work, f"{name}.ics"), event("u", text))
    local = client.folder("work")
    local.put("mine.ics", event("u", "three"))
    local.put("other.ics", event("v"))
    result = client.sync()
    assert counts(result) == {"downloaded": 2, "uploaded": 1, "failed": 1}
    assert result.collections[0].errors[0].reference == "resource.duplicate_uid"
    assert sorted(local.bodies()) == ["a.ics", "b.ics", "mine.ics", "other.ics"]
    # each is a resource of its own
    local.put("b.ics", event("u", "edited"))
    client.sync()
    assert work.bodies()[server.href(work, "b.ics")] == event("u", "edited")
    assert work.bodies()[server.href(work, "a.ics")] == event("u", "one")


def test_L9_a_moved_href_does_not_overwrite(server, client, work):
    local = seeded(server, client, work)
    zero, one = server.href(work, "0.ics"), server.href(work, "1.ics")
    body = work.bodies()[zero]
    work.drop(zero)
    work.put(one, body)
    client.sync()
    client.settle()
    assert sorted(local.bodies().values()) == remote_texts(work)
    assert event("uid-1") in client.history()


class Boom(EngineError):
    """A disk or a net that fails at this moment."""


def test_L10_a_token_is_not_kept_before_its_data(server, client, work):
    local = seeded(server, client, work)
    before = client.store.collections.get(1)
    work.put(server.href(work, "3.ics"), event("uid-3"))
    work.drop(server.href(work, "0.ics"))

    def fail(_operation):
        raise Boom("no")

    local.faults.before_write = fail
    assert client.sync().collections[0].failure is not None
    after = client.store.collections.get(1)
    assert (after.token, after.hint) == (before.token, before.hint)
    local.faults.before_write = lambda _: None
    assert counts(client.sync()) == {"downloaded": 1, "deleted_local": 1}
    assert client.store.collections.get(1).token != before.token
    client.settle()


def test_L10_a_row_that_cannot_be_read_is_not_passed_over(server, client, work):
    local = seeded(server, client, work)
    href = server.href(work, "3.ics")
    work.put(href, event("uid-3"))
    work.faults.unreadable = {href: Failure("http.server_failure", "507")}
    client.sync()
    client.sync()
    work.faults.unreadable = {}
    assert counts(client.sync()) == {"downloaded": 1}
    assert "3.ics" in local.bodies()


def test_L10_a_silent_rollback_under_a_living_token_is_found_by_an_audit(server, client, work):
    local = seeded(server, client, work)
    state = work.save()
    work.put(server.href(work, "0.ics"), event("uid-0", "v2"))
    client.sync()
    client.settle()
    number = work._number
    work.restore(state, forget_tokens=False)
    work._number = number
    # token and hint are what they were: nothing gives it away
    assert counts(client.sync()) == {}
    client.time += 8 * 86400
    assert counts(client.sync()) == {"downloaded": 1}
    assert local.bodies()["0.ics"] == event("uid-0")
    assert event("uid-0", "v2") in client.history()


@pytest.mark.parametrize("creation", [True, False])
def test_L10_what_somebody_wrote_before_the_read_back_is_theirs(server, client, work, creation):
    local = seeded(server, client, work)
    name = "new.ics" if creation else "0.ics"
    uid = "new" if creation else "uid-0"
    local.put(name, event(uid, "mine"))
    done = []

    def meanwhile(operation):
        if not done:
            done.append(work.put(operation.id, event(uid, "theirs")))
        return False

    work.faults.lose_reply = meanwhile
    client.sync()
    client.settle()
    assert done
    assert local.bodies()[name] == event(uid, "theirs")
    assert event(uid, "mine") in client.history()


@pytest.mark.parametrize("delete", [True, False])
@pytest.mark.parametrize("there", [True, False])
def test_L13_an_edit_between_decision_and_write_is_not_overwritten(
    server, client, work, delete, there
):
    local = seeded(server, client, work)
    href = server.href(work, "0.ics" if there else "new.ics")
    name = "0.ics" if there else "new.ics"
    uid = "uid-0" if there else "uid-new"
    if delete and there:
        work.drop(href)
    else:
        work.put(href, event(uid, "theirs"))
    mine = event(uid, "just saved")
    done = []

    def meanwhile(operation):
        if not done and operation.id == name:
            done.append(operation)
            local.put(name, mine)

    local.faults.before_write = meanwhile
    client.sync()
    client.settle()
    assert done
    everything = [*local.bodies().values(), *client.history()]
    assert any(b"just saved" in text for text in everything)
    assert sorted(local.bodies().values()) == remote_texts(work)


def test_L14_lost_state_unites(server, client, work):
    local = seeded(server, client, work, 6)
    local.drop("0.ics")
    work.drop(server.href(work, "1.ics"))
    local.put("mine.ics", event("mine"))
    work.put(server.href(work, "theirs.ics"), event("theirs"))
    fresh = Client(server, local=client.local)
    fresh.sync()
    fresh.settle()
    wanted = sorted([*(event(f"uid-{n}") for n in range(6)), event("mine"), event("theirs")])
    assert sorted(local.bodies().values()) == remote_texts(work) == wanted
    assert fresh.history() == []


def test_L14_state_of_another_principal_is_not_used(server, client, work):
    local = seeded(server, client, work)
    for href in list(work.bodies()):
        work.drop(href)
    server.principal += "another/"
    assert client.sync().failure.reference == IdentityMismatch.reference
    assert len(local.bodies()) == 3


def test_L14_a_collection_made_again_at_its_address_is_not_taken_for_deletions(
    server, client, work
):
    local = seeded(server, client, work, 12)
    work.restore(MemoryState({}, {}, 0))
    assert counts(client.sync()) == {"held": 12}
    assert len(local.bodies()) == 12


def test_L15_a_folder_that_is_not_there_is_not_empty(server, client, work):
    local = seeded(server, client, work)
    bodies = dict(local.bodies())
    for name in bodies:
        local.drop(name)
    local.faults.unavailable = ReplicaUnavailable("no marker")
    result = client.sync()
    assert result.collections[0].failure.reference == "store.unavailable"
    assert len(work.bodies()) == 3
    assert work.writes == []
    local.faults.unavailable = None
    for name, body in bodies.items():
        local.put(name, body)
    assert counts(client.sync()) == {}


@pytest.mark.parametrize("side", ["local", "remote"])
@pytest.mark.parametrize(("count", "held"), [(9, False), (10, True)])
def test_L15_a_backup_that_was_restored_waits(server, client, work, side, count, held):
    local = seeded(server, client, work, 30)
    old = {name: local.bodies()[name] for name in list(local.bodies())[:count]}
    for name in old:
        work.put(server.href(work, name), event(f"uid-{name[:-4]}", "v2"))
    client.sync()
    client.settle()
    for name, body in old.items():
        if side == "local":
            local.put(name, body)
        else:
            work.put(server.href(work, name), body)
    result = counts(client.sync())
    moved = "uploaded" if side == "local" else "downloaded"
    assert result == ({"held": count} if held else {moved: count})
