"""A sync, other programs and the gateway on one folder: no write is lost, no change untold."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

import pytest

from ksync.composition import FOLDERS, marker_key
from ksync.gateway.index import FILE, Entry, Index
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId
from sync_engine.errors import StorageError
from sync_engine.replicas.port import Create, Loaded, Replace, Stored
from sync_engine.replicas.vdir import VdirStore
from tests.gateway.profile import HOME, calendar, serving
from tests.gateway.test_protocol import WORK, sync
from tests.programs.texts import event

ROUNDS = 15


def side_by_side(*works: Callable[[], None]) -> None:
    failed: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001  told below, in the test's own thread
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(100)
    assert not failed, failed
    assert not any(thread.is_alive() for thread in threads)


def added(text: bytes, line: str) -> bytes:
    return text.replace(b"END:VEVENT", line.encode() + b"\r\nEND:VEVENT")


def test_writers_on_both_sides_lose_nothing_and_every_change_is_told(profile):
    work = calendar(profile, "Work", 0)
    (work / "shared.ics").write_bytes(event("shared", "Shared"))
    root = profile.paths.data / "home" / FOLDERS[Kind.CALENDAR]
    key = marker_key(profile.account_id, f"{HOME}work/")
    told: set[str] = set()
    with serving(profile) as gateway:
        end = threading.Event()

        def program() -> None:
            for number in range(ROUNDS):
                name = f"program-{number}.ics"
                answer = gateway.ask(
                    "PUT", WORK + name, event(f"p{number}", "P"), if_none_match="*"
                )
                assert answer.status == 201
                while True:
                    got = gateway.ask("GET", f"{WORK}shared.ics")
                    if got.status == 503:
                        continue  # it is being written this moment
                    text = added(got.body, f"COMMENT:program {number}")
                    put = gateway.ask("PUT", f"{WORK}shared.ics", text, if_match=got.etag)
                    if put.status == 204:
                        break
                    assert put.status in (412, 503), put

        def engine() -> None:
            collection = VdirStore(root, Kind.CALENDAR).open(work.name, key)
            shared = ResourceId("shared.ics")
            for number in range(ROUNDS):
                made = Create(ResourceId(f"engine-{number}.ics"), event(f"e{number}", "E"))
                (outcome,) = collection.apply([made])
                assert isinstance(outcome, Stored)
                while True:
                    got = next(iter(collection.get([shared])))[shared]
                    if not isinstance(got, Loaded):
                        continue
                    text = added(got.body, f"COMMENT:engine {number}")
                    write = Replace(shared, got.fingerprint, got.body, text)
                    (outcome,) = collection.apply([write])
                    if isinstance(outcome, Stored):
                        break

        def reader() -> None:
            token = ""
            last = False
            while True:
                here, _, token = sync(gateway, WORK, token)
                told.update(here)
                if last:
                    return
                last = end.is_set()

        def writers() -> None:
            try:
                side_by_side(program, engine)
            finally:
                end.set()

        side_by_side(writers, reader, reader)
        names = {file.name for file in work.glob("*.ics")}
        assert len(names) == 2 * ROUNDS + 1
        assert told == names
        text = (work / "shared.ics").read_bytes()
        for who in ("program", "engine"):
            found = re.findall(rf"COMMENT:{who} (\d+)".encode(), text)
            assert sorted(map(int, found)) == list(range(ROUNDS)), text
        # and what was told last is what is there
        _, _, token = sync(gateway, WORK)
        assert sync(gateway, WORK, token) == ({}, set(), token)


@pytest.fixture
def index(tmp_path):
    found = Index(tmp_path / FILE)
    yield found
    found.close()


def entry(name: str, etag: str = "a") -> Entry:
    return Entry(name, 0, "1-2-3-4", etag, name, 1)


def test_a_number_that_is_not_on_the_disk_is_told_to_nobody(index, monkeypatch):
    rows = index.collection("key")
    rows.record([entry("one")], [])
    before = rows.token

    def full(*_args: object) -> None:
        raise StorageError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(index, "store", full)
        with pytest.raises(StorageError):
            rows.record([entry("two")], ["one"])
    assert rows.token == before
    assert [e.name for e in rows.present()] == ["one"]
    rows.record([entry("two")], [])
    assert [e.name for e in rows.since(before)] == ["two"]


def test_old_deletions_are_forgotten_and_older_tokens_refused(index, monkeypatch):
    monkeypatch.setattr("ksync.gateway.index._GONE_AT_MOST", 4)
    rows = index.collection("key")
    first = rows.token
    rows.record([entry(f"n{number}") for number in range(10)], [])
    middle = rows.token
    rows.record([], [f"n{number}" for number in range(6)])
    assert rows.since(first) is None and rows.since(middle) is None
    assert [e.name for e in rows.present()] == ["n6", "n7", "n8", "n9"]
    assert rows.since(rows.token) == []
    again = index.collection("key")
    assert again.token == rows.token and again.since(middle) is None


def test_a_uid_follows_its_resource(index):
    rows = index.collection("key")
    rows.record([Entry("a", 0, "m", "e", "u1", 1)], [])
    rows.record([Entry("a", 0, "m2", "e2", "u2", 1), Entry("b", 0, "m", "e", "u1", 1)], [])
    assert (rows.with_uid("u1"), rows.with_uid("u2")) == ({"b"}, {"a"})
    rows.record([], ["b"])
    assert rows.with_uid("u1") == frozenset()
