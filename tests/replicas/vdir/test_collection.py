"""A vdir folder: what is listed, what is read, when it is unavailable, what is left."""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.errors import DiskFull, ReadOnlyStorage, ReplicaUnavailable, StorageError
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Loaded,
    Missing,
    Rejected,
    Removed,
    Replace,
    Stored,
)
from sync_engine.replicas.vdir import Way, contents, marker
from sync_engine.replicas.vdir.contents import RACY_NS, fingerprint, same_times
from sync_engine.replicas.vdir.marker import MARKER, locked
from tests.replicas.vdir.conftest import Desk

Make = Callable[..., Desk]
X = ResourceId("x.ics")


class TestListing:
    def test_only_resources_are_listed(self, desk: Make) -> None:
        at = desk()
        for name in (
            "a.ics",
            "Ä ö.ics",
            "b.ICS",
            "c.vcf",
            "d.icsAb3dEf9h",
            "e.ics~",
            "f.ics.tmp",
            ".g.ics",
            "h.sync-conflict-20250101-120000-ABCDEFG.ics",
            "i.sync-conflict-of-mine.ics",
        ):
            (at.folder / name).write_bytes(b"x")
        seen = at.see()
        assert set(seen.items) == {"a.ics", "Ä ö.ics", "i.sync-conflict-of-mine.ics"}
        assert not seen.failed

    def test_what_cannot_be_read_is_there_but_failed(self, desk: Make, tmp_path: Path) -> None:
        at = desk()
        (tmp_path / "outside").write_bytes(b"secret")
        (at.folder / "link.ics").symlink_to(tmp_path / "outside")
        (at.folder / "folder.ics").mkdir()
        os.mkfifo(at.folder / "pipe.ics")
        (Path(os.fsdecode(os.fsencode(at.folder) + b"/caf\xe9.ics"))).write_bytes(b"x")
        seen = at.see()
        assert not seen.items
        assert {id_: failure.reference for id_, failure in seen.failed.items()} == {
            "link.ics": "resource.not_a_file",
            "folder.ics": "resource.not_a_file",
            "pipe.ics": "resource.not_a_file",
            "caf\\xe9.ics": "resource.invalid_name",
        }
        for name in ("link.ics", "folder.ics", "pipe.ics"):
            assert at.got(name).reference == "resource.not_a_file"
        assert at.collection.confirm_gone(seen.failed, None) <= {"caf\\xe9.ics"}

    def test_a_folder_that_changes_during_the_scan_is_scanned_again(self, desk: Make) -> None:
        late = iter([True])

        def step(name: str) -> None:
            if name == "scanned" and at is not None and next(late, False):
                (at.folder / "late.ics").write_bytes(b"x")

        at: Desk | None = None
        at = desk(step=step)
        time.sleep(0.05)  # so that the folder's times alone must tell
        assert set(at.see().items) == {"late.ics"}

    def test_a_folder_changed_a_moment_ago_is_passed_over_twice(self, desk: Make) -> None:
        passes: list[str] = []
        at = desk(step=passes.append)
        (at.folder / X).write_bytes(b"x")
        at.see()
        assert passes.count("scanned") == 2
        time.sleep(0.05)
        passes.clear()
        at.see()
        assert passes.count("scanned") == 1

    def test_a_folder_that_keeps_changing_is_unavailable(self, desk: Make) -> None:
        count = iter(range(1000))

        def step(name: str) -> None:
            if name == "scanned":
                (at.folder / f"{next(count)}.ics").write_bytes(b"x")

        at = desk(step=step)
        with pytest.raises(ReplicaUnavailable, match="keeps changing"):
            at.collection.observe(None)

    def test_a_replacement_that_the_scan_missed_is_found(self, desk: Make) -> None:
        """readdir may leave out a name that is replaced while it runs: here it is absent
        during the first pass, and back before the pass is judged."""
        at = desk()
        (at.folder / X).write_bytes(b"x")
        moved = at.folder / "x.icsAb3dEf9h"
        (at.folder / X).rename(moved)

        def step(name: str) -> None:
            if name == "scanned" and moved.exists():
                moved.rename(at.folder / X)

        again = desk(step=step)
        assert set(again.see().items) == {X}


class TestFingerprints:
    def test_a_hash_is_added_while_a_later_edit_might_not_show(self, tmp_path: Path) -> None:
        path = tmp_path / "x.ics"
        path.write_bytes(b"one")
        status = path.stat()
        late = max(status.st_mtime_ns, status.st_ctime_ns) + RACY_NS
        assert "~" in fingerprint(status, late, b"one")
        assert "~" not in fingerprint(status, late + 1, b"one")
        assert fingerprint(status, late, b"one") != fingerprint(status, late, b"two")
        for moment in (late, late + 1):
            assert same_times(status, fingerprint(status, moment, b"one"))
        assert not same_times(status, None)

    def test_an_old_file_is_not_read_and_its_edits_show(self, desk: Make) -> None:
        at = desk()
        for name in ("kept.ics", "edited.ics"):
            (at.folder / name).write_bytes(b"one")
        time.sleep(2.1)
        before = at.see().items
        assert not any("~" in seen.fingerprint for seen in before.values())
        assert at.see().items == before
        (at.folder / "edited.ics").write_bytes(b"two")
        os.utime(at.folder / "edited.ics", (1, 1))
        after = at.see().items
        assert after["kept.ics"] == before["kept.ics"]
        assert after["edited.ics"] != before["edited.ics"]

    def test_bytes_and_fingerprint_belong_together(self, desk: Make) -> None:
        at = desk()
        for n in range(20):
            (at.folder / X).write_bytes(b"%04d" % n)
            got = at.got(X)
            assert isinstance(got, Loaded)
            assert got == Loaded(at.see().items[X].fingerprint, b"%04d" % n)

    def test_a_stored_text_has_the_fingerprint_that_is_listed(self, desk: Make) -> None:
        at = desk()
        created = at.one(Create(X, b"one"))
        assert created.fingerprint == at.see().items[X].fingerprint
        replaced = at.one(Replace(X, created.fingerprint, b"one", b"two"))
        assert replaced.fingerprint == at.see().items[X].fingerprint != created.fingerprint

    def test_a_text_that_was_replaced_at_once_has_no_fingerprint_of_ours(self, desk: Make) -> None:
        def step(name: str) -> None:
            if name == "placed":
                (at.folder / "new").write_bytes(b"theirs")
                (at.folder / "new").replace(at.folder / X)

        at = desk(step=step)
        assert at.one(Create(X, b"ours")) == Stored(X, None, b"ours")

    def test_a_file_edited_while_it_is_read_is_read_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "x.ics"
        path.write_bytes(b"one")
        edits = iter([b"two", b"six"])

        def read_and_edit(fd: int, count: int, real: Callable[..., bytes] = os.read) -> bytes:
            body = real(fd, count)
            if body and (new := next(edits, None)):
                path.write_bytes(new)
            return body

        monkeypatch.setattr(contents.os, "read", read_and_edit)
        found = contents.read(path)
        assert isinstance(found, contents.Contents)
        assert found.body == b"six"
        edits = iter([b"%03d" % n for n in range(10)])
        assert contents.read(path) == contents.BUSY


class TestSettling:
    def test_a_young_file_of_others_waits(self, desk: Make) -> None:
        at = desk(settle=30.0)
        assert isinstance(at.one(Create(X, b"ours")), Stored)
        (at.folder / "theirs.ics").write_bytes(b"half")
        seen = at.see()
        assert set(seen.items) == {X}
        assert set(seen.failed) == {"theirs.ics"}
        assert at.got("theirs.ics") == Failure("resource.unsettled", "changed a moment ago")
        assert isinstance(at.got(X), Loaded)
        os.utime(at.folder / "theirs.ics", (time.time() - 60,) * 2)
        assert set(at.see().items) == {X, "theirs.ics"}

    def test_an_edit_of_our_own_file_waits_too(self, desk: Make) -> None:
        at = desk(settle=30.0)
        at.one(Create(X, b"ours"))
        (at.folder / X).write_bytes(b"edit")
        assert set(at.see().failed) == {X}


class TestReading:
    @pytest.mark.parametrize("name", ["../x.ics", "a/b.ics", "", ".", "..", ".h.ics", "x.vcf", "x"])
    def test_names_that_lead_elsewhere_are_refused(self, desk: Make, name: str) -> None:
        at = desk()
        assert at.got(name).reference == "resource.invalid_name"
        outcome = at.one(Create(ResourceId(name), b"x"))
        assert isinstance(outcome, Rejected)
        assert outcome.reference == "resource.invalid_name"
        assert outcome.permanent
        assert at.names() == {MARKER, "displayname"}

    def test_a_file_that_is_being_written_is_neither_read_nor_touched(self, desk: Make) -> None:
        at = desk()
        at.one(Create(X, b"old"))
        with (at.folder / X).open("r+b") as writer:
            assert at.got(X).reference == "resource.busy"
            assert set(at.see().failed) == {X}
            for operation in (Delete(X, None, b"old"), Replace(X, None, b"old", b"new")):
                outcome = at.one(operation)
                assert isinstance(outcome, Rejected)
                assert outcome.reference == "resource.busy"
                assert not outcome.permanent
            writer.write(b"edited")
        assert at.got(X).body == b"edited"

    @pytest.mark.parametrize("way", list(Way))
    @pytest.mark.parametrize("kind", [Delete, Replace])
    def test_a_writer_that_the_first_look_missed_is_found_afterwards(
        self, desk: Make, kind: type, way: Way
    ) -> None:
        """A matching fingerprint skips the first reading; the text aside is read anyway."""
        at = desk(way=way)
        mark = at.one(Create(X, b"old")).fingerprint
        with (at.folder / X).open("r+b") as writer:
            new = (b"new",) if kind is Replace else ()
            assert isinstance(at.one(kind(X, mark, b"old", *new)), Conflict)
            writer.write(b"edited")
        assert at.got(X).body == b"edited"
        assert at.names() == {MARKER, "displayname", X}


class TestLinks:
    @pytest.mark.parametrize("way", list(Way))
    def test_nothing_is_written_through_a_link(self, desk: Make, tmp_path: Path, way: Way) -> None:
        at = desk(way=way)
        outside = tmp_path / "outside.ics"
        outside.write_bytes(b"outside")
        (at.folder / X).symlink_to(outside)
        assert at.one(Create(X, b"new")) == Conflict(X, ConflictReason.EXISTS)
        for operation in (Delete(X, None, b"outside"), Replace(X, None, b"outside", b"new")):
            assert at.one(operation).reference == "resource.not_a_file"
        assert outside.read_bytes() == b"outside"
        assert (at.folder / X).is_symlink()


class TestUnavailable:
    def calls(self, at: Desk) -> list[Callable[[], object]]:
        return [
            lambda: at.collection.observe(None),
            lambda: list(at.collection.get([X])),
            lambda: at.one(Create(ResourceId("new.ics"), b"new")),
            lambda: at.one(Replace(X, None, b"x", b"new")),
            lambda: at.one(Delete(X, None, b"x")),
            lambda: at.collection.confirm_gone([X], None),
            at.collection.verify,
        ]

    @pytest.mark.parametrize(
        ("harm", "message"),
        [
            (lambda at: at.folder.rename(at.folder.parent / "renamed"), "is not there"),
            (lambda at: (at.folder / MARKER).unlink(), "has no marker"),
            (lambda at: (at.folder / MARKER).write_text("garbage"), "damaged"),
            (lambda at: (at.folder / MARKER).write_text('{"schema": "1", "key": 2}'), "damaged"),
            (lambda at: (at.folder / MARKER).write_text('{"schema": 2, "key": "key"}'), "later"),
            (lambda at: (at.folder / MARKER).write_text('{"schema": 1, "key": "k"}'), "another"),
        ],
    )
    def test_without_its_marker_it_is_unavailable_not_empty(
        self, desk: Make, harm: Callable[[Desk], object], message: str
    ) -> None:
        at = desk()
        (at.folder / X).write_bytes(b"x")
        harm(at)
        for call in self.calls(at):
            with pytest.raises(ReplicaUnavailable, match=message):
                call()

    @pytest.mark.parametrize("way", list(Way))
    @pytest.mark.parametrize("number", range(4))
    def test_a_folder_that_vanishes_during_a_write_is_not_a_missing_file(
        self, desk: Make, number: int, way: Way
    ) -> None:
        count = iter(range(1000))
        armed = False

        def step(name: str) -> None:
            if armed and next(count) == number:
                at.folder.rename(at.folder.parent / "away")

        at = desk(step=step, way=way)
        at.one(Create(X, b"x"))
        armed = True
        away = at.folder.parent / "away"

        def write() -> None:
            for n in range(9):
                at.one(Replace(X, None, b"x" if n == 0 else b"%d" % (n - 1), b"%d" % n))

        with pytest.raises(ReplicaUnavailable, match="is not there"):
            write()
        away.rename(at.folder)
        assert at.got(X).body in (b"x", b"0", b"1", b"2")
        assert set(at.see().items) == {X}

    def test_a_folder_replaced_during_a_scan_is_not_believed(self, desk: Make) -> None:
        def step(name: str) -> None:
            if name == "scanned" and (at.folder / X).exists():
                at.folder.rename(at.folder.parent / "away")
                at.folder.mkdir()

        at = desk(step=step)
        (at.folder / X).write_bytes(b"x")
        with pytest.raises(ReplicaUnavailable):
            at.collection.observe(None)

    def test_a_folder_moved_while_its_lock_is_waited_for(
        self, desk: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        at = desk()
        (at.folder / X).write_bytes(b"x")

        def move_and_lock(*args: object, real: Callable[..., None] = marker._lock) -> None:
            at.folder.rename(at.folder.parent / "away")
            at.folder.mkdir()
            marker.write_marker(at.folder, "key")
            real(*args)

        monkeypatch.setattr(marker, "_lock", move_and_lock)
        with pytest.raises(ReplicaUnavailable, match="moved"):
            at.collection.observe(None)

    def test_a_lock_that_is_not_released(self, desk: Make) -> None:
        at = desk()
        with locked(at.folder, "key", 0.0):
            for call in self.calls(at)[:3]:
                with pytest.raises(ReplicaUnavailable, match="another program"):
                    call()
        assert isinstance(at.one(Create(X, b"x")), Stored)


class TestDiskErrors:
    @pytest.mark.parametrize("way", list(Way))
    @pytest.mark.parametrize(
        ("code", "kind"),
        [
            (errno.ENOSPC, DiskFull),
            (errno.EDQUOT, DiskFull),
            (errno.EROFS, ReadOnlyStorage),
            (errno.EACCES, ReadOnlyStorage),
            (errno.EPERM, ReadOnlyStorage),
            (errno.EIO, StorageError),
        ],
    )
    def test_a_disk_that_says_no_leaves_the_folder_as_it_was(
        self, desk: Make, way: Way, code: int, kind: type[StorageError]
    ) -> None:
        failing = False

        def step(name: str) -> None:
            if failing and name == "written":
                raise OSError(code, os.strerror(code))

        at = desk(step=step, way=way)
        at.one(Create(X, b"old"))
        failing = True
        before = at.names()
        for operation in (Create(ResourceId("y.ics"), b"y"), Replace(X, None, b"old", b"new")):
            with pytest.raises(kind) as caught:
                at.one(operation)
            assert type(caught.value) is kind
            assert at.names() == before
        failing = False
        assert at.got(X).body == b"old"

    def test_a_name_that_is_too_long(self, desk: Make) -> None:
        at = desk()
        outcome = at.one(Create(ResourceId("x" * 252 + ".ics"), b"x"))
        assert outcome == Rejected(
            outcome.id, "resource.invalid_name", "no file name of a resource"
        )
        longest = ResourceId("x" * 251 + ".ics")
        mark = at.one(Create(longest, b"x")).fingerprint
        assert isinstance(at.one(Replace(longest, mark, b"x", b"y")), Stored)
        assert at.one(Delete(longest, None, b"y")) == Removed(longest)


class TestWriting:
    def test_files_and_folders_are_private(self, desk: Make) -> None:
        at = desk(durable=True)
        at.one(Create(X, b"one"))
        at.one(Replace(X, None, b"one", b"two"))
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in at.folder.iterdir()}
        assert set(modes.values()) == {0o600}
        assert stat.S_IMODE(at.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(at.folder.parent.stat().st_mode) == 0o700

    def test_an_edit_between_look_and_exchange_stays(self, desk: Make) -> None:
        def step(name: str) -> None:
            if name == "written" and (at.folder / X).exists():
                (at.folder / X).write_bytes(b"theirs")

        at = desk(step=step)
        (at.folder / X).write_bytes(b"old")
        outcome = at.one(Replace(X, None, b"old", b"ours"))
        got = at.got(X)
        assert outcome == Conflict(X, ConflictReason.CHANGED, got.fingerprint, b"theirs")
        assert at.names() == {MARKER, "displayname", X}

    def test_two_edits_in_a_row_are_both_kept(self, desk: Make) -> None:
        edits = {"written": b"first edit", "turning back": b"second edit"}

        def step(name: str) -> None:
            if name in edits and (at.folder / X).exists():
                (at.folder / X).write_bytes(edits.pop(name))

        at = desk(step=step)
        (at.folder / X).write_bytes(b"old")
        outcome = at.one(Replace(X, None, b"old", b"ours"))
        assert isinstance(outcome, Conflict)
        assert outcome.body == b"first edit"
        assert outcome.kept is not None
        assert at.got(outcome.kept).body == b"second edit"
        assert set(at.see().items) == {X, outcome.kept}

    def test_a_name_taken_while_a_text_is_aside(self, desk: Make) -> None:
        def step(name: str) -> None:
            if name == "looked":
                (at.folder / X).write_bytes(b"first edit")
            if name == "moved out":
                (at.folder / X).write_bytes(b"second edit")

        at = desk(step=step)
        (at.folder / X).write_bytes(b"old")
        outcome = at.one(Delete(X, None, b"old"))
        assert isinstance(outcome, Conflict)
        assert outcome.body == b"second edit"
        assert at.got(outcome.kept).body == b"first edit"

    def test_what_a_crash_left_is_told(self, desk: Make) -> None:
        class Killed(BaseException):
            pass

        def step(name: str) -> None:
            if name == "moved out":
                raise Killed

        at = desk(step=step)
        (at.folder / X).write_bytes(b"old")
        with pytest.raises(Killed):
            at.one(Delete(X, None, b"old"))
        assert not (at.folder / X).exists()
        assert set(at.see().items) == {X}
        assert at.collection.rescued == [X]

    def test_files_of_others_that_look_like_ours_stay(self, desk: Make) -> None:
        at = desk()
        for name in (".ksync-aside-what", ".ksync-notes"):
            (at.folder / name).mkdir()
            (at.folder / name / X).write_bytes(b"theirs")
        assert not at.see().items
        assert (at.folder / ".ksync-notes" / X).read_bytes() == b"theirs"

    def test_writers_in_parallel_lose_no_update(self, desk: Make) -> None:
        """Each thread adds to a counter, by reading and replacing, until it got through."""
        at = desk(lock_timeout=30.0)
        at.one(Create(X, b"0"))

        def add(times: int) -> None:
            own = at.store.open(at.name, "key")
            while times:
                (batch,) = own.get([X])
                got = batch[X]
                assert isinstance(got, Loaded), got
                new = b"%d" % (int(got.body) + 1)
                (outcome,) = own.apply([Replace(X, got.fingerprint, got.body, new)])
                times -= isinstance(outcome, Stored)

        threads = [threading.Thread(target=add, args=(10,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert at.got(X).body == b"40"

    def test_a_listing_never_catches_a_write_half_done(self, desk: Make) -> None:
        at = desk(lock_timeout=30.0, way=Way.LINK)
        at.one(Create(X, b"0"))
        done = threading.Event()

        def write() -> None:
            own = at.store.open(at.name, "key")
            for n in range(60):
                list(own.apply([Replace(X, None, b"%d" % n, b"%d" % (n + 1))]))
            done.set()

        thread = threading.Thread(target=write)
        thread.start()
        while not done.is_set():
            assert set(at.see().items) == {X}
            assert at.got(X) != Missing()
        thread.join()
        assert at.got(X).body == b"60"
