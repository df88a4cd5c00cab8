"""Loss class L7: a past limit never reads as a deletion, whoever does what when."""

from __future__ import annotations

import pytest

from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.planner import Direction
from sync_engine.core.resolution import Policy, Reason
from sync_engine.cycle.ports import CollectionSettings
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import Delete, Failure, Rejected
from tests.cycle.test_cycle import counts, remote_texts
from tests.cycle.twin import Client, Server, event

DAY = 86400.0
LIMIT = CollectionSettings(past_days=100)
WIDE = CollectionSettings(past_days=1000)
NONE = CollectionSettings()


def old(uid, summary="x", *extra):
    """It ended a year before the twin's time."""
    return event(uid, summary, *extra)


def recent(uid, summary="x", *extra):
    return event(uid, summary, *extra).replace(b":20260101T1", b":20270110T1")


@pytest.fixture
def server():
    server = Server()
    server.add("work")
    return server


@pytest.fixture
def work(server):
    return next(iter(server.collections.values()))


@pytest.fixture
def client(server):
    return Client(server, settings=LIMIT)


@pytest.fixture
def local(client):
    return client.folder("work")


def put(server, work, number, body):
    work.put(server.href(work, f"{number}.ics"), body)


def filled(server, work, client, ages="oor"):
    """Old and recent ones on both sides, as they are without a limit."""
    for number, age in enumerate(ages):
        text = old if age == "o" else recent
        put(server, work, number, text(f"u{number}"))
    client.settings = NONE
    client.sync()
    client.settle()
    assert len(client.folder("work").bodies()) == len(ages)
    client.settings = LIMIT


def beyond(client):
    return client.store.beyond.of(1)


def fetched(work):
    """What is read from now on."""
    asked = []
    get = work.get

    def counting(ids):
        asked.extend(ids)
        return get(ids)

    work.get = counting
    return asked


# what is let go, and what is not


def test_L7_what_is_old_stays_on_the_server_alone(server, work, client, local):
    filled(server, work, client)
    before = remote_texts(work)
    assert counts(client.sync()) == {"out_of_scope": 2}
    assert list(local.bodies()) == ["2.ics"]
    assert remote_texts(work) == before
    client.settle()
    assert remote_texts(work) == before
    (first, _) = sorted(beyond(client).values(), key=lambda row: row.href)
    assert (first.uid, first.ends, first.local_id) == ("u0", 1767265200.0, None)
    assert counts(client.sync(full=True)) == {}
    assert remote_texts(work) == before and not work.writes


def test_L7_what_goes_is_in_the_history_and_is_no_deletion(server, work, client, local):
    filled(server, work, client)
    client.sync()
    kept = client.store.history.newest()
    assert [version.reason for version in kept] == [Reason.OUT_OF_SCOPE] * 2
    assert client.store.history.deletions_since(1, "local", 0.0) == 0
    assert not client.store.history.deleted("u0")
    assert not client.store.history.knows(1, "u0", kept[0].content)


def test_L7_it_is_committed_as_out_of_scope_before_the_file_goes(server, work, client, local):
    filled(server, work, client)
    seen = []

    def look(operation):
        assert isinstance(operation, Delete)
        assert client.store.database._depth == 0
        seen.append((client.store.base.locate(operation.id, 1), len(beyond(client))))
        return False

    local.faults.before_write = look
    client.sync()
    assert seen == [(None, 2)] * 2


def test_L7_a_local_edit_goes_up_first(server, work, client, local):
    filled(server, work, client)
    local.put("0.ics", old("u0", "edited"))
    assert counts(client.sync()) == {"uploaded": 1, "out_of_scope": 1}
    assert sorted(local.bodies()) == ["0.ics", "2.ics"]
    assert old("u0", "edited") in remote_texts(work)
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert list(local.bodies()) == ["2.ics"]
    assert old("u0", "edited") in remote_texts(work)


def test_L7_an_edit_that_the_server_refuses_stays(server, work, client, local):
    filled(server, work, client)
    local.put("0.ics", old("u0", "edited"))
    work.faults.reject = lambda operation: Rejected(operation.id, "resource.invalid", "no", True)
    for _ in range(3):
        client.sync()
    assert local.bodies()["0.ics"] == old("u0", "edited")


def test_L7_an_edit_between_the_commit_and_the_file_is_kept(server, work, client, local):
    filled(server, work, client)

    def edit(operation):
        if operation.id == "0.ics":
            local.faults.before_write = lambda _: False
            local.put("0.ics", old("u0", "faster"))
        return False

    local.faults.before_write = edit
    client.sync()
    client.sync()
    assert old("u0", "faster") in remote_texts(work)
    assert len(work.bodies()) == 3
    client.settle()
    assert list(local.bodies()) == ["2.ics"]


def test_L7_a_file_that_cannot_go_stays_in_scope(server, work, client, local):
    filled(server, work, client)
    local.faults.reject = lambda operation: Rejected(operation.id, "store.read_only", "EACCES")
    result = client.sync()
    assert {e.reference for e in result.collections[0].errors} == {"store.read_only"}
    assert (len(local.bodies()), len(beyond(client))) == (3, 0)
    local.faults.reject = lambda _: None
    client.sync()
    assert (len(local.bodies()), len(beyond(client))) == (1, 2)


def test_L7_a_new_old_file_goes_up_before_it_is_let_go(server, work, client, local):
    client.sync()
    local.put("mine.ics", old("mine"))
    assert counts(client.sync()) == {"uploaded": 1}
    assert list(local.bodies()) == ["mine.ics"]
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert local.bodies() == {} and remote_texts(work) == [old("mine")]


def test_L7_an_upload_without_a_known_reply_is_not_let_go(server, work, client, local):
    client.sync()
    local.put("mine.ics", old("mine"))
    work.faults.lose_reply = lambda _: True
    work.faults.unreadable = {server.href(work, "new-1.ics"): Failure("http.server_failure", "500")}
    client.sync()
    client.sync()
    assert list(local.bodies()) == ["mine.ics"]
    work.faults.lose_reply, work.faults.unreadable = lambda _: False, {}
    client.settle()
    assert local.bodies() == {} and remote_texts(work) == [old("mine")]


def test_L7_a_server_without_etags_has_no_limit(server, work, client, local):
    from dataclasses import replace

    listing, got = work._listing, work._got

    def bare(since):
        items, failed = listing(since)
        return {id_: replace(seen, fingerprint=None) for id_, seen in items.items()}, failed

    work._listing = bare
    work._got = lambda id_: replace(got(id_), fingerprint=None)
    put(server, work, 0, old("u0"))
    client.sync()
    client.sync()
    assert list(local.bodies()) == ["0.ics"]


def test_a_user_who_deletes_an_old_file_deletes_it(server, work, client, local):
    filled(server, work, client)
    local.drop("0.ics")
    assert counts(client.sync()) == {"deleted_remote": 1, "out_of_scope": 1}
    assert len(work.bodies()) == 2


# the server's side


def test_old_ones_are_not_downloaded_and_read_once(server, work, client, local):
    for number in range(3):
        put(server, work, number, old(f"u{number}"))
    put(server, work, 3, recent("u3"))
    asked = fetched(work)
    assert counts(client.sync()) == {"downloaded": 1, "out_of_scope": 3}
    assert list(local.bodies()) == ["3.ics"] and len(asked) == 4
    assert not local.writes[1:]
    client.settle()
    client.sync(full=True)
    work.faults.refuse_tokens = True
    put(server, work, 4, recent("u4"))
    client.sync()
    assert len(asked) == 5
    # and nothing but the rows is kept of them
    client.store.contents.collect()
    texts = client.store.database.one("SELECT count(*) FROM content")[0]
    assert texts == 2


def test_deltas_go_on_with_a_limit(server, work, client, local):
    put(server, work, 0, old("u0"))
    client.sync()
    client.settle()
    work.observed.clear()
    put(server, work, 1, recent("u1"))
    put(server, work, 2, old("u2"))
    assert counts(client.sync()) == {"downloaded": 1, "out_of_scope": 1}
    assert len(work.observed) == 1 and work.observed[0] is not None


def test_L7_deleted_on_the_server_while_out_of_scope_is_forgotten(server, work, client, local):
    filled(server, work, client)
    client.sync()
    work.drop(server.href(work, "0.ics"))
    assert counts(client.sync()) == {}
    assert [row.uid for row in beyond(client).values()] == ["u1"]
    work.drop(server.href(work, "1.ics"))
    assert counts(client.sync(full=True)) == {}
    assert beyond(client) == {} and list(local.bodies()) == ["2.ics"]


def test_an_edit_on_the_server_that_stays_old_only_moves_the_row(server, work, client, local):
    filled(server, work, client)
    client.sync()
    put(server, work, 0, old("u0", "edited"))
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert counts(client.sync()) == {}
    assert list(local.bodies()) == ["2.ics"]


def test_an_edit_on_the_server_that_is_in_scope_again_comes_back(server, work, client, local):
    filled(server, work, client)
    client.sync()
    put(server, work, 0, recent("u0", "again"))
    assert counts(client.sync()) == {"downloaded": 1}
    assert recent("u0", "again") in local.bodies().values()
    assert [row.uid for row in beyond(client).values()] == ["u1"]
    client.settle()


def test_L7_widening_fetches_what_was_left_out(server, work, client, local):
    filled(server, work, client, "ooor")
    client.sync()
    before = remote_texts(work)
    client.settings = WIDE
    asked = fetched(work)
    assert counts(client.sync()) == {"downloaded": 3}
    assert sorted(asked) == sorted(server.href(work, f"{n}.ics") for n in range(3))
    assert sorted(local.bodies().values()) == before == remote_texts(work)
    assert beyond(client) == {}
    client.settle()
    assert not work.writes


def test_L7_no_limit_fetches_everything(server, work, client, local):
    put(server, work, 0, old("u0"))
    client.sync()
    client.settings = NONE
    assert counts(client.sync()) == {"downloaded": 1}
    assert client.store.extents.applied(1) is None


def test_L7_widening_that_is_interrupted_goes_on(server, work, client, local):
    filled(server, work, client)
    client.sync()
    client.settings = WIDE
    work.faults.unreadable = {server.href(work, "0.ics"): Failure("http.server_failure", "503")}
    client.sync()
    assert len(local.bodies()) == 2
    work.faults.unreadable = {}
    client.sync()
    assert len(local.bodies()) == 3 and beyond(client) == {}


# the same resource again


def test_L7_a_new_file_with_the_uid_of_an_old_resource_is_no_second_one(
    server, work, client, local
):
    filled(server, work, client)
    client.sync()
    local.put("again.ics", old("u0", "x", "LOCATION:here"))
    assert counts(client.sync()) == {"merged": 1}
    (text,) = [t for t in remote_texts(work) if b"UID:u0" in t]
    assert b"LOCATION:here" in text and len(work.bodies()) == 3
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert list(local.bodies()) == ["2.ics"]


def test_L7_the_same_file_again_is_adopted_and_let_go(server, work, client, local):
    filled(server, work, client)
    client.sync()
    local.put("again.ics", old("u0"))
    assert counts(client.sync()) == {}
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert len(work.bodies()) == 3 and not work.writes


def test_L7_while_its_counterpart_cannot_be_read_it_waits(server, work, client, local):
    filled(server, work, client)
    client.sync()
    work.faults.unreadable = {server.href(work, "0.ics"): Failure("http.server_failure", "503")}
    local.put("again.ics", old("u0", "mine"))
    result = client.sync()
    assert [e.reference for e in result.collections[0].errors] == ["http.server_failure"]
    assert len(work.bodies()) == 3 and "again.ics" in local.bodies()
    work.faults.unreadable = {}
    client.settings = CollectionSettings(past_days=100, policy=Policy.LOCAL)
    assert counts(client.sync())["conflicts"] == 1
    assert old("u0", "mine") in remote_texts(work) and len(work.bodies()) == 3


def test_a_new_file_whose_counterpart_went_meanwhile_is_uploaded(server, work, client, local):
    filled(server, work, client)
    client.sync()
    work.drop(server.href(work, "0.ics"))
    # the listing's hint does not tell yet
    server.hints = False
    local.put("again.ics", old("u0", "mine"))
    client.sync()
    client.settle()
    assert old("u0", "mine") in remote_texts(work)


# interrupted


def interrupted(client, local, *, gone):
    """A run that died when the rows were committed, and its files not (or just) gone."""

    class Died(Exception):
        pass

    def die(_operation):
        raise Died

    if gone:
        local.faults.lose_reply = die
    else:
        local.faults.before_write = die
    with pytest.raises(Died):
        client.sync()
    local.faults.lose_reply = local.faults.before_write = lambda _: False
    assert [row.uid for row in client.store.beyond.leaving(1)] == ["u0", "u1"]


@pytest.mark.parametrize("gone", [True, False])
def test_L7_what_was_begun_is_finished_without_a_deletion(server, work, client, local, gone):
    filled(server, work, client)
    before = remote_texts(work)
    interrupted(client, local, gone=gone)
    assert client.store.beyond.leaving(1)
    client.sync()
    client.settle()
    assert list(local.bodies()) == ["2.ics"]
    assert remote_texts(work) == before and not work.writes
    assert client.store.beyond.leaving(1) == []


def test_L7_an_edit_after_an_interruption_is_an_edit(server, work, client, local):
    filled(server, work, client)
    interrupted(client, local, gone=False)
    local.put("0.ics", old("u0", "edited"))
    local.drop("1.ics")
    client.sync()
    assert sorted(remote_texts(work)) == sorted([old("u0", "edited"), old("u1"), recent("u2")])


def test_L7_without_a_limit_what_was_begun_is_taken_back(server, work, client, local):
    filled(server, work, client)
    interrupted(client, local, gone=False)
    client.settings = NONE
    assert counts(client.sync()) == {}
    assert len(local.bodies()) == 3 and beyond(client) == {}


def test_L7_texts_of_what_is_leaving_are_not_collected(server, work, client, local):
    filled(server, work, client)
    interrupted(client, local, gone=False)
    client.store.database.run("DELETE FROM history")
    client.store.contents.collect()
    (row, _) = client.store.beyond.leaving(1)
    assert client.store.contents.get(row.local_content) == old("u0")


def test_L7_a_folder_that_is_not_there_is_not_empty(server, work, client, local):
    filled(server, work, client)
    interrupted(client, local, gone=False)
    local.faults.unavailable = ReplicaUnavailable("not mounted")
    assert client.sync().collections[0].failure.reference == "store.unavailable"
    local.faults.unavailable = None
    client.settle()
    assert len(work.bodies()) == 3 and not work.writes


# the clock


def spread(server, work, client, count):
    """One for each of the last days, and all of them within the limit."""
    for number in range(count):
        day = f"202701{number % 14 + 1:02}".encode()
        put(server, work, number, recent(f"u{number}").replace(b":20270110", b":" + day))
    client.sync()
    client.settle()
    assert len(client.folder("work").bodies()) == count


def test_L7_a_clock_in_the_future_empties_nothing(server, work, client, local):
    spread(server, work, client, 14)
    client.time += 3650 * DAY
    result = client.sync()
    assert counts(result) == {"held": 14}
    (hold,) = client.store.holds.all()
    assert (hold.kind, hold.size) == (HoldKind.PAST_LIMIT, 14)
    client.sync()
    assert len(local.bodies()) == 14
    # put right, nobody has to answer
    client.time -= 3650 * DAY
    assert counts(client.sync()) == {}
    assert client.store.holds.all() == []
    assert len(local.bodies()) == 14


def test_L7_of_two_clocks_the_one_behind_counts(server, work, client, local):
    spread(server, work, client, 14)
    server.date = client.time
    client.time += 3650 * DAY
    assert counts(client.sync()) == {}
    assert len(local.bodies()) == 14 and client.store.holds.all() == []
    put(server, work, 20, recent("u20"))
    assert counts(client.sync()) == {"downloaded": 1}
    # one that is behind keeps more, and does no harm
    client.time, server.date = server.date, 0.0
    put(server, work, 21, old("u21"))
    assert counts(client.sync()) == {"downloaded": 1}


def test_L7_what_was_approved_is_let_go(server, work, client, local):
    spread(server, work, client, 14)
    client.time += 365 * DAY
    client.sync()
    (hold,) = client.store.holds.all()
    client.store.holds.answer(hold.id, Answer.APPROVED, client.time)
    assert counts(client.sync()) == {"out_of_scope": 14}
    assert local.bodies() == {} and len(work.bodies()) == 14
    assert client.store.holds.all() == []


def test_L7_what_was_rejected_stays_on_both_sides(server, work, client, local):
    spread(server, work, client, 14)
    client.time += 365 * DAY
    client.sync()
    (hold,) = client.store.holds.all()
    client.store.holds.answer(hold.id, Answer.REJECTED, client.time)
    for _ in range(3):
        assert counts(client.sync()) == {}
    assert len(local.bodies()) == 14 == len(work.bodies())
    # until it changes
    put(server, work, 0, recent("u0", "edited"))
    client.sync()
    assert counts(client.sync()) == {"out_of_scope": 1}


def test_day_by_day_nothing_waits(server, work, client, local):
    spread(server, work, client, 14)
    for _ in range(130):
        client.time += DAY
        assert "held" not in counts(client.sync())
    assert local.bodies() == {} and len(work.bodies()) == 14


def test_narrowing_waits_for_nobody(server, work, client, local):
    spread(server, work, client, 14)
    client.settings = CollectionSettings(past_days=1)
    assert counts(client.sync()) == {"out_of_scope": 13}


def test_L7_widening_under_a_wrong_clock_lets_nothing_go(server, work, client, local):
    spread(server, work, client, 14)
    client.settings = WIDE
    client.time += 3650 * DAY
    assert counts(client.sync()) == {"held": 14}
    assert len(local.bodies()) == 14


def test_many_old_files_put_there_by_hand_wait_for_nobody(server, work, client, local):
    spread(server, work, client, 14)
    for number in range(30):
        local.put(f"import{number}.ics", old(f"i{number}"))
    assert counts(client.sync()) == {"uploaded": 30}
    assert counts(client.sync()) == {"out_of_scope": 30}
    assert len(local.bodies()) == 14 and len(work.bodies()) == 44


def test_a_clock_that_goes_back_brings_back(server, work, client, local):
    filled(server, work, client)
    client.sync()
    client.time -= 365 * DAY
    assert counts(client.sync()) == {"downloaded": 2}


# other settings, other places


def test_L7_one_way_to_the_server_lets_nothing_go(server, work, client, local):
    filled(server, work, client)
    client.settings = CollectionSettings(past_days=100, direction=Direction.PUSH)
    for _ in range(2):
        client.sync()
    assert len(local.bodies()) == 3


def test_one_way_from_the_server_lets_go(server, work, client, local):
    filled(server, work, client)
    client.settings = CollectionSettings(past_days=100, direction=Direction.PULL)
    local.put("0.ics", old("u0", "stays here"))
    assert counts(client.sync()) == {"out_of_scope": 1}
    assert sorted(local.bodies()) == ["0.ics", "2.ics"]


def test_L7_a_dry_run_tells_and_changes_nothing(server, work, client, local):
    filled(server, work, client)
    put(server, work, 9, old("u9"))
    result = client.sync(dry_run=True)
    assert counts(result) == {"out_of_scope": 3}
    assert sorted(result.collections[0].planned) == [
        ("leave out", server.href(work, "9.ics")),
        ("let go", "0.ics"),
        ("let go", "1.ics"),
    ]
    assert len(local.bodies()) == 3 and beyond(client) == {}


def test_L7_lost_state_unites(server, work, client, local):
    from sync_engine.base_store.store import BaseStore

    filled(server, work, client)
    client.sync()
    before = remote_texts(work)
    client.store = BaseStore.open(None)
    client.sync()
    client.settle()
    assert remote_texts(work) == before and not work.writes
    assert list(local.bodies()) == ["2.ics"] and len(beyond(client)) == 2


def test_L7_enabled_again_unites(server, work, client, local):
    filled(server, work, client)
    client.sync()
    before = remote_texts(work)
    client.store.unbind(1)
    assert beyond(client) == {}
    client.sync()
    client.settle()
    assert remote_texts(work) == before and not work.writes
    assert list(local.bodies()) == ["2.ics"] and len(beyond(client)) == 2


def test_a_series_without_an_end_and_an_open_task_stay(server, work, client, local):
    put(server, work, 0, old("u0", "x", "RRULE:FREQ=YEARLY"))
    task = old("u1").replace(b"VEVENT", b"VTODO").replace(b"DTEND", b"DUE")
    put(server, work, 1, task)
    put(server, work, 2, task.replace(b"UID:u1", b"UID:u2\r\nSTATUS:COMPLETED"))
    assert counts(client.sync()) == {"downloaded": 2, "out_of_scope": 1}
    assert sorted(local.bodies()) == ["0.ics", "1.ics"]


@pytest.mark.parametrize("edited", [True, False])
def test_L7_moved_on_the_server_to_where_it_is_too_old(server, work, client, edited):
    """Found as a move: not a deletion here, and an edit follows it."""
    home = server.add("home")
    client.settings = NONE
    put(server, work, 0, old("u0"))
    client.sync()
    client.settle()
    settings = {"work": NONE, "home": LIMIT}
    folder = client.folder("work")
    cycle_settings = lambda row: settings[row.slug]  # noqa: E731 - as the cycle takes it
    work.drop(server.href(work, "0.ics"))
    home.put(server.href(home, "0.ics"), old("u0"))
    if edited:
        folder.put("0.ics", old("u0", "edited"))
    for _ in range(4):
        client.sync(settings=cycle_settings)
    assert folder.bodies() == {} and client.folder("home").bodies() == {}
    assert list(home.bodies().values()) == [old("u0", "edited" if edited else "x")]
    assert work.bodies() == {}
    assert client.store.history.deletions_since(1, "local", 0.0) == 0
