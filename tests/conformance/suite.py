"""The suite. A replica's tests inherit the classes that fit it and give ``make``.

``ReplicaConformance`` is for every replica: its bodies are valid calendar objects,
and it asks for nothing back byte for byte. ``ByteConformance`` adds that for those
that promise it, ``DeltaConformance`` the tokens, ``LocalConformance`` names for any
disk; ``StoreConformance`` is for local stores.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sync_engine.core.identifiers import Fingerprint, ResourceId, SyncToken
from sync_engine.core.observation import Delta, Snapshot
from sync_engine.errors import InvalidSyncToken, ReplicaUnavailable
from sync_engine.replicas.port import (
    CollectionInfo,
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Kind,
    Loaded,
    LocalStore,
    Missing,
    Operation,
    Removed,
    Replace,
    Stored,
)
from tests.conformance.bench import Bench, event

STALE = Fingerprint('"a-fingerprint-of-nothing"')

AWKWARD_SUGGESTIONS = [
    "../../../etc/passwd",
    "/cal/alice/home/a%2Fb.ics",
    "a\\b",
    "",
    ".",
    "..",
    ".hidden",
    "-rf",
    "CON",
    "lpt1.backup",
    "x" * 1000,
    "ä" * 300,
    "new\nline",
    "nul\0byte",
    "urn:uuid:5f0c6f0e-0000-4000-8000-000000000000",
    "a.sync-conflict-20250101-120000-ABCDEFG",
    "\ud800",
]


class ReplicaConformance:
    """The clauses of ``sync_engine.replicas.port.CollectionReplica``."""

    def test_a_new_collection_is_empty(self, make: Bench) -> None:
        seen = make.snapshot()
        assert not seen.items
        assert not seen.failed

    def test_what_is_created_is_listed_and_read(self, make: Bench) -> None:
        id_ = make.create("one", "Lunch")
        assert set(make.snapshot().items) == {id_}
        assert b"SUMMARY:Lunch" in make.loaded(id_).body

    def test_a_listing_is_complete(self, make: Bench) -> None:
        ids = {make.create(f"uid-{n}") for n in range(70)}
        seen = make.snapshot()
        assert set(seen.items) == ids
        assert set(make.got(ids)) == ids

    def test_create_does_not_overwrite(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        outcome = make.one(Create(id_, event("one", "Second")))
        assert isinstance(outcome, Conflict)
        assert outcome.reason is ConflictReason.EXISTS
        assert outcome.body is None or b"SUMMARY:First" in outcome.body
        assert b"SUMMARY:First" in make.loaded(id_).body

    def test_replace_puts_the_new_text(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        old = make.loaded(id_)
        outcome = make.one(Replace(id_, old.fingerprint, old.body, event("one", "Second")))
        assert isinstance(outcome, Stored)
        new = make.loaded(id_)
        assert b"SUMMARY:Second" in new.body
        assert new.fingerprint != old.fingerprint

    def test_the_fingerprint_of_a_listing_serves_for_a_write(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        mark, body = make.mark(id_), make.loaded(id_).body
        assert isinstance(make.one(Replace(id_, mark, body, event("one", "Second"))), Stored)

    def test_the_fingerprint_of_a_write_serves_for_the_next(self, make: Bench) -> None:
        id_ = make.id("one")
        mark, body = None, b""
        for summary in ("First", "Second", "Third"):
            new = event("one", summary)
            operation = Replace(id_, mark, body, new) if mark else Create(id_, new)
            outcome = make.one(operation)
            assert isinstance(outcome, Stored)
            loaded = make.loaded(id_)
            mark, body = outcome.fingerprint or loaded.fingerprint, loaded.body
        assert b"SUMMARY:Third" in body

    def test_replace_of_another_version_changes_nothing(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        old = make.loaded(id_)
        make.put(id_, event("one", "Theirs"))
        outcome = make.one(Replace(id_, old.fingerprint, old.body, event("one", "Ours")))
        assert isinstance(outcome, Conflict)
        assert outcome.reason is ConflictReason.CHANGED
        assert outcome.body is None or b"SUMMARY:Theirs" in outcome.body
        assert b"SUMMARY:Theirs" in make.loaded(id_).body
        assert set(make.snapshot().items) == {id_}

    def test_replace_without_a_fingerprint_compares_the_text(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        old = make.loaded(id_)
        make.put(id_, event("one", "Theirs"))
        refused = make.one(Replace(id_, None, old.body, event("one", "Ours")))
        assert isinstance(refused, Conflict)
        theirs = make.loaded(id_)
        assert b"SUMMARY:Theirs" in theirs.body
        assert isinstance(make.one(Replace(id_, None, theirs.body, event("one", "Ours"))), Stored)

    def test_replace_of_nothing_makes_nothing(self, make: Bench) -> None:
        outcome = make.one(Replace(make.id("one"), STALE, event("one"), event("one", "Ours")))
        assert isinstance(outcome, Conflict)
        assert outcome.reason is ConflictReason.MISSING
        assert not make.snapshot().items

    def test_delete_removes(self, make: Bench) -> None:
        id_, other = make.create("one"), make.create("two")
        old = make.loaded(id_)
        assert make.one(Delete(id_, old.fingerprint, old.body)) == Removed(id_)
        assert set(make.snapshot().items) == {other}
        assert make.got([id_]) == {id_: Missing()}

    def test_delete_of_another_version_changes_nothing(self, make: Bench) -> None:
        id_ = make.create("one", "First")
        old = make.loaded(id_)
        make.put(id_, event("one", "Theirs"))
        outcome = make.one(Delete(id_, old.fingerprint, old.body))
        assert isinstance(outcome, Conflict)
        assert outcome.reason is ConflictReason.CHANGED
        assert b"SUMMARY:Theirs" in make.loaded(id_).body

    def test_delete_of_what_is_gone_is_done(self, make: Bench) -> None:
        id_ = make.create("one")
        old = make.loaded(id_)
        make.drop(id_)
        outcome = make.one(Delete(id_, old.fingerprint, old.body))
        assert outcome == Removed(id_, already=True)

    def test_every_id_is_answered_once(self, make: Bench) -> None:
        there = [make.create(f"uid-{n}") for n in range(3)]
        gone = make.id("never-made")
        answers = make.got([*there, gone, *there, gone])
        assert set(answers) == {*there, gone}
        assert answers[gone] == Missing()
        assert all(isinstance(answers[id_], Loaded) for id_ in there)

    def test_nothing_asked_is_nothing_answered(self, make: Bench) -> None:
        assert make.got([]) == {}

    def test_another_program_is_seen(self, make: Bench) -> None:
        id_, own = make.id("theirs"), make.create("ours")
        make.put(id_, event("theirs"))
        assert set(make.snapshot().items) == {id_, own}
        make.drop(own)
        assert set(make.snapshot().items) == {id_}

    def test_an_edit_of_the_same_size_at_once_changes_the_fingerprint(self, make: Bench) -> None:
        id_ = make.create("one", "0000")
        marks = {make.mark(id_)}
        for n in range(1, 6):
            make.put(id_, event("one", f"{n:04}"))
            marks.add(make.mark(id_))
        assert len(marks) == 6

    def test_writes_are_lazy(self, make: Bench) -> None:
        ids = [make.id(f"uid-{n}") for n in range(3)]
        taken: list[ResourceId] = []

        def operations() -> Iterator[Operation]:
            for n, id_ in enumerate(ids):
                taken.append(id_)
                yield Create(id_, event(f"uid-{n}"))

        outcomes = make.replica.apply(operations())
        assert taken == []
        for n, id_ in enumerate(ids):
            assert isinstance(next(outcomes), Stored)
            assert taken == ids[: n + 1]
            assert id_ in make.snapshot().items
            assert len(make.snapshot().items) == n + 1
        assert list(outcomes) == []

    def test_a_refused_write_does_not_stop_the_rest(self, make: Bench) -> None:
        there = make.create("there")
        first, last = make.id("first"), make.id("last")
        outcomes = make.do(
            Create(first, event("first")),
            Create(there, event("there", "again")),
            Replace(make.id("gone"), STALE, event("gone"), event("gone", "x")),
            Create(last, event("last")),
        )
        assert [type(outcome) for outcome in outcomes] == [Stored, Conflict, Conflict, Stored]
        assert set(make.snapshot().items) == {there, first, last}

    def test_another_run_finds_the_same(self, make: Bench) -> None:
        ids = [make.create(f"uid-{n}", f"Summary {n}") for n in range(3)]
        before = make.got(ids)
        again = replace(make, replica=make.reopen())
        assert set(again.snapshot().items) == set(ids)
        after = again.got(ids)
        assert all(after[id_].body == before[id_].body for id_ in ids)

    def test_a_foreign_token_is_refused(self, make: Bench) -> None:
        with pytest.raises(InvalidSyncToken):
            make.replica.observe(SyncToken("data:,no-such-token"))

    def test_absence_is_confirmed(self, make: Bench) -> None:
        there, canary, gone = make.create("there"), make.create("canary"), make.create("gone")
        never = make.id("never")
        make.drop(gone)
        confirmed = make.replica.confirm_gone([there, gone, never], canary)
        assert confirmed == {gone, never}
        assert make.replica.confirm_gone([there, gone], None) == {gone}
        make.replica.verify()

    @pytest.mark.parametrize("suggestion", AWKWARD_SUGGESTIONS, ids=ascii)
    def test_a_name_is_safe_whatever_is_suggested(self, make: Bench, suggestion: str) -> None:
        id_ = make.replica.new_id(suggestion, lambda _: False)
        name = id_.rpartition("/")[2]
        assert name == make.replica.new_id(suggestion, lambda _: False).rpartition("/")[2]
        assert name.isascii()
        assert name.isprintable()
        assert name[0] not in ".-"
        assert len(name) <= 200
        assert not set(name) & set('\\/:*?"<>|')
        assert isinstance(make.one(Create(id_, event("uid-x"))), Stored)
        assert set(make.snapshot().items) == {id_}

    def test_a_taken_name_is_avoided(self, make: Bench) -> None:
        taken: set[ResourceId] = set()
        for _ in range(5):
            id_ = make.replica.new_id("same", taken.__contains__)
            assert id_ not in taken
            taken.add(id_)


class LocalConformance:
    """For local replicas: their names end up on all kinds of file systems."""

    def test_names_differ_by_more_than_case(self, make: Bench) -> None:
        first = make.create("Meeting")
        assert make.id("MEETING").casefold() != first.casefold()
        again = replace(make, replica=make.reopen())
        assert again.id("MEETING").casefold() != first.casefold()
        make.put(ResourceId("Theirs.ics"), event("theirs"))
        make.snapshot()
        assert make.id("THEIRS").casefold() != "theirs.ics"


AWKWARD_BODIES = {
    "bare line feeds": b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    "bare carriage returns": b"BEGIN:VCALENDAR\rEND:VCALENDAR\r",
    "mixed line ends": b"BEGIN:VCALENDAR\r\nX-A:1\nEND:VCALENDAR\r",
    "no final line end": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR",
    "UTF-8": "SUMMARY:Frühstück \U0001f950\r\n".encode(),
    "a character cut by folding": b"SUMMARY:caf\xc3\r\n \xa9\r\n",
    "byte order mark": b"\xef\xbb\xbfBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "not UTF-8": b"SUMMARY:caf\xe9\r\n",
    "a NUL": b"SUMMARY:a\0b\r\n",
    "empty": b"",
    "blank lines and spaces": b" \r\n\r\n\t\r\n",
    "one megabyte": b"PHOTO:" + bytes(range(256)) * 4096,
}


class ByteConformance:
    """For replicas with ``capabilities.keeps_bytes``."""

    def test_it_promises_to_keep_bytes(self, make: Bench) -> None:
        assert make.replica.capabilities.keeps_bytes

    @pytest.mark.parametrize("what", AWKWARD_BODIES)
    def test_bytes_come_back_as_they_went_in(self, make: Bench, what: str) -> None:
        body, id_ = AWKWARD_BODIES[what], make.id("one")
        outcome = make.one(Create(id_, body))
        assert isinstance(outcome, Stored)
        assert outcome.body in (None, body)
        assert make.loaded(id_).body == body
        other = make.id("two")
        make.put(other, body)
        assert make.loaded(other).body == body

    @pytest.mark.parametrize("what", AWKWARD_BODIES)
    def test_bytes_are_compared_exactly(self, make: Bench, what: str) -> None:
        body, id_ = AWKWARD_BODIES[what], make.id("one")
        make.one(Create(id_, body))
        refused = make.one(Replace(id_, None, body + b" ", b"new"))
        assert isinstance(refused, Conflict)
        assert refused.body == body
        assert isinstance(make.one(Replace(id_, None, body, b"new")), Stored)
        assert make.loaded(id_).body == b"new"


class DeltaConformance:
    """For replicas with ``capabilities.deltas`` (RFC 6578)."""

    def delta(self, make: Bench, token: SyncToken | None) -> Delta:
        assert token is not None
        seen = make.replica.observe(token)
        assert isinstance(seen, Delta)
        return seen

    def test_nothing_new_is_an_empty_delta(self, make: Bench) -> None:
        make.create("one")
        assert self.delta(make, make.snapshot().token).empty

    def test_changes_since_a_token_are_told(self, make: Bench) -> None:
        kept, edited, gone = make.create("kept"), make.create("edited"), make.create("gone")
        token = make.snapshot().token
        make.put(edited, event("edited", "Other"))
        make.drop(gone)
        new = make.id("new")
        make.put(new, event("new"))
        seen = self.delta(make, token)
        assert set(seen.changed) == {edited, new}
        assert seen.removed == {gone}
        assert kept not in seen.changed
        assert self.delta(make, seen.token).empty

    def test_an_old_token_still_serves(self, make: Bench) -> None:
        token = make.snapshot().token
        ids = set()
        for n in range(3):
            ids.add(make.create(f"uid-{n}"))
            assert set(self.delta(make, token).changed) == ids

    def test_own_writes_are_told_too(self, make: Bench) -> None:
        id_ = make.create("one")
        token = make.snapshot().token
        old = make.loaded(id_)
        make.one(Delete(id_, old.fingerprint, old.body))
        assert self.delta(make, token).removed == {id_}


class StoreConformance:
    """The clauses of ``sync_engine.replicas.port.LocalStore``; ``store`` is empty."""

    def info(self, name: str | None, color: str | None = None) -> CollectionInfo:
        return CollectionInfo("", Kind.CALENDAR, name, color=color)

    def test_what_is_made_is_listed(self, store: LocalStore) -> None:
        name = store.create("key-1", self.info("Work", "#00ff00"))
        (found,) = store.collections()
        assert (found.url, found.kind) == (name, Kind.CALENDAR)
        assert (found.display_name, found.color) == ("Work", "#00ff00")

    def test_names_and_titles_are_unique(self, store: LocalStore) -> None:
        names = [store.create(f"key-{n}", self.info(t)) for n, t in enumerate(["Work", "WORK"])]
        assert len({name.casefold() for name in names}) == 2
        assert len({c.display_name.casefold() for c in store.collections()}) == 2

    def test_the_same_key_is_the_same_collection(self, store: LocalStore) -> None:
        name = store.create("key-1", self.info("Work"))
        assert store.create("key-1", self.info("Home")) == name
        assert [c.display_name for c in store.collections()] == ["Home"]

    def test_it_opens_by_name_and_key(self, store: LocalStore) -> None:
        name = store.create("key-1", self.info("Work"))
        seen = store.open(name, "key-1").observe(None)
        assert isinstance(seen, Snapshot)
        assert not seen.items
        for wrong in ((name, "key-2"), ("elsewhere", "key-1")):
            with pytest.raises(ReplicaUnavailable):
                store.open(*wrong)

    def test_unknown_properties_are_left(self, store: LocalStore) -> None:
        name = store.create("key-1", self.info("Work", "#00ff00"))
        store.update(name, self.info(None, "#0000ff"))
        store.update(name, self.info("Job", None))
        (found,) = store.collections()
        assert (found.display_name, found.color) == ("Job", "#0000ff")

    def test_what_is_removed_is_gone(self, store: LocalStore) -> None:
        name, other = store.create("key-1", self.info("A")), store.create("key-2", self.info("B"))
        replica = store.open(name, "key-1")
        list(replica.apply([Create(ResourceId("x.ics"), event("x"))]))
        assert not store.remove(name, "key-1")
        assert [c.url for c in store.collections()] == [other]
        with pytest.raises(ReplicaUnavailable):
            store.open(name, "key-1")

    def test_removal_asks_for_the_key(self, store: LocalStore) -> None:
        name = store.create("key-1", self.info("A"))
        with pytest.raises(ReplicaUnavailable):
            store.remove(name, "key-2")
        assert [c.url for c in store.collections()] == [name]
