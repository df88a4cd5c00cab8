"""The remote replica on running servers: each test on each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sync_engine.client.discovery import discover
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Delta, Snapshot
from sync_engine.errors import (
    AuthenticationRejected,
    Forbidden,
    IdentityMismatch,
    InvalidSyncToken,
    ReplicaUnavailable,
)
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Loaded,
    Missing,
    Moved,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsupported,
)
from sync_engine.replicas.remote.account import RemoteAccount
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Meter, Secret
from sync_engine.transport.resolver import GatedResolver, SystemResolver
from tests.replicas.remote.conftest import Connected
from tests.servers import Account


def event(uid: str, summary: str = "Tea") -> bytes:
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kSync//tests//EN", "BEGIN:VEVENT"),
        *(f"UID:{uid}", "DTSTAMP:20260101T000000Z", "DTSTART:20260102T100000Z"),
        *("DTEND:20260102T110000Z", f"SUMMARY:{summary}", "END:VEVENT", "END:VCALENDAR"),
    )
    return "".join(f"{line}\r\n" for line in lines).encode()


def contact(uid: str, version: str = "3.0", *more: str) -> bytes:
    lines = ("BEGIN:VCARD", f"VERSION:{version}", f"UID:{uid}", "FN:Ada", "N:Lovelace;Ada;;;")
    return "".join(f"{line}\r\n" for line in (*lines, *more, "END:VCARD")).encode()


def free(_id: ResourceId) -> bool:
    return False


def create(collection: RemoteCollection, body: bytes) -> ResourceId:
    id_ = collection.new_id("", free)
    (outcome,) = collection.apply([Create(id_, body)])
    assert isinstance(outcome, Stored), outcome
    return id_


def read(collection: RemoteCollection, id_: ResourceId) -> Loaded:
    (answers,) = collection.get([id_])
    got = answers[id_]
    assert isinstance(got, Loaded), got
    return got


def snapshot(collection: RemoteCollection) -> Snapshot:
    seen = collection.observe(None)
    assert isinstance(seen, Snapshot)
    return seen


def test_discovery_finds_both_home_sets(connected: Connected) -> None:
    kinds = {kind for home in connected.found.home_sets for kind in home.kinds}
    assert kinds == {Kind.CALENDAR, Kind.ADDRESSBOOK}
    assert connected.found.principal.endswith(connected.server.principal)
    homes = {home.url for home in connected.found.home_sets}
    assert len(homes) == (1 if connected.server.traits.one_home else 2)


def test_a_wrong_password_ends_the_search(server: Account) -> None:
    if not server.traits.authenticates:
        return  # nothing to reject: this server has no login
    origin = (server.url.partition(":")[0], "127.0.0.1", int(server.url.split(":")[2].strip("/")))
    transport = HttpTransport(
        AllowAll(), lambda: Secret(server.username, "no"), origin=origin, ca_file=server.ca_file
    )
    with pytest.raises(AuthenticationRejected):
        discover(transport, GatedResolver(SystemResolver(), AllowAll()), server.url)
    transport.close()


def test_listing_costs_one_request_for_each_home_set(connected: Connected) -> None:
    calendar = connected.server.make_calendar("cal")
    book = connected.server.make_addressbook("book")
    connected.account.listing()
    meter = Meter()
    listing = connected.account.listing(meter)
    assert meter.requests == len(connected.found.home_sets)
    assert listing.whole
    found = {info.url.partition("/")[2].partition("/")[2]: info for info in listing.collections}
    paths = {"/" + url.partition("/")[2]: info for url, info in found.items()}
    assert paths[calendar].kind is Kind.CALENDAR
    assert paths[book].kind is Kind.ADDRESSBOOK
    assert not paths[calendar].read_only
    assert paths[calendar].sync_token or paths[calendar].ctag


def test_another_principal_is_refused(connected: Connected) -> None:
    homes = [replace(home, principal="") for home in connected.found.home_sets]
    account = RemoteAccount(connected.client, "https://127.0.0.1/somebody-else/", homes)
    with pytest.raises(IdentityMismatch):
        account.listing()


def test_an_empty_collection_is_an_empty_snapshot(connected: Connected) -> None:
    for kind in Kind:
        assert snapshot(connected.make(kind, f"x{kind}")).items == {}


@pytest.mark.parametrize("kind", list(Kind))
def test_the_life_of_a_resource(connected: Connected, kind: Kind) -> None:
    make = event if kind is Kind.CALENDAR else contact
    collection = connected.make(kind, "life")
    before = snapshot(collection)
    id_ = create(collection, make("u1"))
    first = read(collection, id_)
    assert b"UID:u1\r\n" in first.body

    after = snapshot(collection)
    assert list(after.items) == [id_]
    assert after.items[id_].fingerprint == first.fingerprint
    assert after.items[id_].body in (None, first.body)
    if connected.server.traits.sync_report:
        delta = collection.observe(before.token)
        assert isinstance(delta, Delta)
        assert list(delta.changed) == [id_]
        assert collection.traits.data_in_report is connected.server.traits.data_in_sync
        assert collection.capabilities.deltas
    else:
        assert after.token is None
        assert not collection.capabilities.deltas

    changed = first.body.replace(b"FN:Ada", b"FN:Eva").replace(b"SUMMARY:Tea", b"SUMMARY:Cake")
    (stored,) = collection.apply([Replace(id_, first.fingerprint, first.body, changed)])
    assert isinstance(stored, Stored)
    second = read(collection, id_)
    assert second.fingerprint != first.fingerprint
    assert b"Eva" in second.body or b"Cake" in second.body

    (removed,) = collection.apply([Delete(id_, second.fingerprint, second.body)])
    assert removed == Removed(id_)
    assert snapshot(collection).items == {}
    (gone,) = collection.get([id_])
    assert gone == {id_: Missing()}
    if connected.server.traits.sync_report:
        last = collection.observe(after.token)
        assert isinstance(last, Delta)
        assert last.removed == {id_}


def test_writes_over_something_else_change_nothing(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "conflicts")
    id_ = create(collection, event("u1"))
    first = read(collection, id_)
    assert connected.server.put(id_, event("u1", "Cake")).status in (200, 201, 204)
    second = read(collection, id_)
    outcomes = list(
        collection.apply(
            [
                Replace(id_, first.fingerprint, first.body, event("u1", "Lost")),
                Delete(id_, first.fingerprint, first.body),
                Create(id_, event("u1", "Lost")),
            ]
        )
    )
    changed = Conflict(id_, ConflictReason.CHANGED, second.fingerprint, second.body)
    exists = Conflict(id_, ConflictReason.EXISTS, second.fingerprint, second.body)
    assert outcomes == [changed, changed, exists]
    assert read(collection, id_) == second


def test_writes_over_what_is_gone(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "gone")
    id_ = create(collection, event("u1"))
    first = read(collection, id_)
    connected.server.delete(id_)
    replaced, removed = collection.apply(
        [
            Replace(id_, first.fingerprint, first.body, event("u1", "Lost")),
            Delete(id_, first.fingerprint, first.body),
        ]
    )
    assert replaced == Conflict(id_, ConflictReason.MISSING)
    assert removed == Removed(id_, already=True)
    assert snapshot(collection).items == {}


def test_a_weak_fingerprint_reads_and_compares(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "weak")
    id_ = create(collection, event("u1"))
    first = read(collection, id_)
    weak = Fingerprint(f"W/{first.fingerprint}")
    refused, stored = collection.apply(
        [
            Replace(id_, weak, first.body + b"X", event("u1", "Lost")),
            Replace(id_, weak, first.body, first.body.replace(b"Tea", b"Cake")),
        ]
    )
    assert refused == Conflict(id_, ConflictReason.CHANGED, first.fingerprint, first.body)
    assert isinstance(stored, Stored)
    assert b"Cake" in read(collection, id_).body
    (removed,) = collection.apply([Delete(id_, None, read(collection, id_).body)])
    assert removed == Removed(id_)


def test_a_second_resource_with_the_same_uid(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "uids")
    create(collection, event("u1"))
    id_ = collection.new_id("", free)
    (outcome,) = collection.apply([Create(id_, event("u1", "Other"))])
    if connected.server.traits.unique_uid:
        assert isinstance(outcome, Rejected)
        assert outcome.reference == "resource.duplicate_uid"
        assert outcome.permanent
    else:
        assert isinstance(outcome, Stored)


def test_invalid_data_is_refused_and_the_next_goes_on(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "invalid")
    bad, good = collection.new_id("", free), collection.new_id("", free)
    refused, stored = collection.apply(
        [Create(bad, b"this is no calendar\r\n"), Create(good, event("u2"))]
    )
    assert isinstance(refused, Rejected), refused
    assert isinstance(stored, Stored)
    assert list(snapshot(collection).items) == [good]


def test_many_are_read_in_batches_with_the_gone_ones_told(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "many")
    ids = [create(collection, event(f"u{n}")) for n in range(8)]
    connected.server.delete(ids[3])
    answers = {}
    for batch in collection.get([*ids, ids[0]]):
        assert not answers.keys() & batch.keys()
        answers.update(batch)
    assert set(answers) == set(ids)
    assert isinstance(answers[ids[3]], Missing)
    assert all(isinstance(answers[id_], Loaded) for id_ in ids if id_ != ids[3])


def test_absence_is_proven(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "absence")
    canary, gone, there = (create(collection, event(f"u{n}")) for n in range(3))
    connected.server.delete(gone)
    assert collection.confirm_gone([gone, there], canary) == {gone}
    assert collection.confirm_gone([gone, there], None) == {gone}
    assert collection.confirm_gone([there], canary) == frozenset()
    # A canary that is itself gone proves nothing; the second listing does.
    assert collection.confirm_gone([gone, there], ResourceId(f"{canary}x")) == {gone}


def test_a_refused_token(connected: Connected) -> None:
    collection = connected.make(Kind.CALENDAR, "token")
    with pytest.raises(InvalidSyncToken):
        collection.observe(SyncToken("http://example.org/ns/sync/no-such-token"))
    assert snapshot(collection).items == {}


def test_a_collection_that_is_gone_is_not_empty(connected: Connected) -> None:
    path = connected.server.make_calendar("vanishing")
    collection = connected.open(path)
    create(collection, event("u1"))
    token = snapshot(collection).token
    connected.server.delete(path)
    with pytest.raises(ReplicaUnavailable):
        collection.observe(None)
    with pytest.raises(ReplicaUnavailable):
        collection.listing()
    with pytest.raises(ReplicaUnavailable):
        collection.verify()
    with pytest.raises((ReplicaUnavailable, InvalidSyncToken)):
        collection.observe(token or SyncToken("x"))


def test_the_wrong_kind_is_not_the_collection(connected: Connected) -> None:
    path = connected.server.make_addressbook("book")
    info = replace(connected.info(path), kind=Kind.CALENDAR)
    with pytest.raises(ReplicaUnavailable):
        connected.account.open(info).verify()


def test_a_listing_agrees_with_the_report(connected: Connected) -> None:
    collection = connected.make(Kind.ADDRESSBOOK, "agree")
    ids = {create(collection, contact(f"u{n}")) for n in range(3)}
    listed, reported = collection.listing(), snapshot(collection)
    assert set(listed.items) == set(reported.items) == ids
    for id_ in ids:
        assert listed.items[id_].fingerprint == reported.items[id_].fingerprint


def test_vcards_of_both_versions_come_as_stored(connected: Connected) -> None:
    collection = connected.make(Kind.ADDRESSBOOK, "versions")
    four = create(collection, contact("u4", "4.0", "KIND:individual", "ANNIVERSARY:20000101"))
    three = create(collection, contact("u3", "3.0", "PHOTO;ENCODING=b;TYPE=JPEG:AAAA"))
    (answers,) = collection.get([four, three])
    (got_four, got_three) = answers[four], answers[three]
    assert isinstance(got_four, Loaded)
    assert isinstance(got_three, Loaded)
    assert b"VERSION:4.0\r\n" in got_four.body
    assert b"\r\nKIND:individual\r\n" in got_four.body
    assert b"VERSION:3.0\r\n" in got_three.body
    assert b"ENCODING=b" in got_three.body
    for id_, seen in snapshot(collection).items.items():
        assert seen.body in (None, read(collection, id_).body)


def test_a_move_to_another_calendar(connected: Connected) -> None:
    source = connected.make(Kind.CALENDAR, "from")
    target = connected.make(Kind.CALENDAR, "to")
    id_ = create(source, event("u1"))
    first = read(source, id_)
    new_id = target.new_id("", free)
    outcome = source.move(id_, first.fingerprint, target, new_id)
    assert isinstance(outcome, Moved | Unsupported), outcome
    if isinstance(outcome, Moved):
        assert list(snapshot(target).items) == [new_id]
        assert snapshot(source).items == {}
        assert outcome.body == read(target, new_id).body
    else:
        assert list(snapshot(source).items) == [id_]
        assert snapshot(target).items == {}


def test_a_stale_move_changes_nothing(connected: Connected) -> None:
    source = connected.make(Kind.CALENDAR, "from")
    target = connected.make(Kind.CALENDAR, "to")
    id_ = create(source, event("u1"))
    first = read(source, id_)
    connected.server.put(id_, event("u1", "Cake"))
    outcome = source.move(id_, first.fingerprint, target, target.new_id("", free))
    assert isinstance(outcome, Conflict | Unsupported), outcome
    assert list(snapshot(source).items) == [id_]
    assert snapshot(target).items == {}


def test_cyrus_pages_are_followed(cyrus: Account, connect: Callable[[Account], Connected]) -> None:
    connected = connect(cyrus)
    path = cyrus.make_calendar("pages")
    cyrus.seed(path, [event(f"e{n}") for n in range(60)])
    seen = snapshot(connected.open(path))
    assert len(seen.items) == 60
    assert all(item.body for item in seen.items.values())


def test_a_delta_costs_one_request(connected: Connected) -> None:
    if not connected.server.traits.sync_report:
        return  # this server has no deltas
    path = connected.server.make_calendar("cost")
    first = connected.open(path)
    id_ = create(first, event("u1"))
    token = snapshot(first).token
    traits = first.traits
    connected.server.delete(id_)
    meter = Meter()
    again = connected.open(path, traits, meter)
    delta = again.observe(token)
    assert isinstance(delta, Delta)
    assert delta.removed == {id_}
    # The listing that opened it has just told whose it is.
    assert meter.requests == 1


def test_somebody_elses_collection_is_not_empty(
    cyrus: Account, connect: Callable[[Account], Connected]
) -> None:
    connected = connect(cyrus)
    info = connected.info(cyrus.make_calendar("private"))
    other = connect(cyrus.server.new_account())
    with pytest.raises((ReplicaUnavailable, IdentityMismatch, Forbidden)):
        other.account.open(info).observe(None)
