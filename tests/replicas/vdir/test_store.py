"""A root of vdir folders: markers, names, what other programs read, removal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.port import CollectionInfo, Create, Kind
from sync_engine.replicas.vdir import VdirOptions, VdirStore, Way
from sync_engine.replicas.vdir.marker import MARKER


def info(name: str | None, color: str | None = None) -> CollectionInfo:
    return CollectionInfo("", Kind.CALENDAR, name, color=color)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "calendars"


@pytest.fixture
def store(root: Path) -> VdirStore:
    return VdirStore(root, Kind.CALENDAR, VdirOptions(durable=False, lock_timeout=0.1))


class TestRoot:
    def test_a_missing_root_is_unavailable_not_empty(self, store: VdirStore, root: Path) -> None:
        with pytest.raises(ReplicaUnavailable, match="root: the folder is not there"):
            store.collections()
        root.mkdir()  # the mount point of a disk that is not there
        with pytest.raises(ReplicaUnavailable, match="root: the folder has no marker"):
            store.collections()
        store.prepare()
        assert store.collections() == ()

    def test_a_root_of_the_other_kind_is_refused(self, store: VdirStore, root: Path) -> None:
        store.prepare()
        contacts = VdirStore(root, Kind.ADDRESSBOOK)
        for call in (contacts.prepare, contacts.collections):
            with pytest.raises(ReplicaUnavailable, match=r"root: .* another"):
                call()

    def test_folders_of_others_are_left_alone(self, store: VdirStore, root: Path) -> None:
        (root / "theirs").mkdir(parents=True)
        (root / "theirs" / "x.ics").write_bytes(b"x")
        name = store.create("key", info("Theirs"))
        assert [found.url for found in store.collections()] == [name]
        assert name != "theirs"
        assert (root / "theirs" / "x.ics").read_bytes() == b"x"
        with pytest.raises(ReplicaUnavailable, match="no marker"):
            store.open("theirs", "key-2")


class TestNames:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Work", "work"),
            ("Home / Family", "home-family"),
            ("../../etc", "etc"),
            (".hidden", "hidden"),
            ("Zoë’s Kalender", "zoë-s-kalender"),
            ("仕事", "仕事"),
            ("CON", "con-calendar"),
            ("\U0001f389", "calendar"),
            ("", "calendar"),
            ("a\nb\0c", "a-b-c"),
            ("\ud800x", "x"),
        ],
    )
    def test_a_folder_is_called_after_the_title(
        self, store: VdirStore, root: Path, title: str, name: str
    ) -> None:
        assert store.create("key", info(title)) == name
        assert (root / name / MARKER).is_file()

    def test_long_titles_are_cut(self, store: VdirStore, root: Path) -> None:
        names = [store.create(f"key-{n}", info("ä" * 500)) for n in range(3)]
        assert len(set(names)) == 3
        assert all(len(name.encode()) <= 200 for name in names)

    def test_what_other_programs_read(self, store: VdirStore, root: Path) -> None:
        name = store.create("key", info("  Zoë\nat work ", "#a1b2c3"))
        assert (root / name / "displayname").read_bytes() == "Zoë at work".encode()
        assert (root / name / "color").read_bytes() == b"#a1b2c3"

    def test_what_other_programs_write(self, store: VdirStore, root: Path) -> None:
        name = store.create("key", info("Work", "#a1b2c3"))
        (root / name / "displayname").write_bytes(b"Caf\xe9 \n")
        (root / name / "color").write_text("#ABCDEF\n")
        (found,) = store.collections()
        assert (found.display_name, found.color) == ("Caf\ufffd", "#abcdef")
        (root / name / "color").write_text("light blue")
        assert store.collections()[0].color is None

    def test_a_title_is_unique_among_all_that_others_show(
        self, store: VdirStore, root: Path
    ) -> None:
        (root / "work").mkdir(parents=True)
        name = store.create("key", info("Work"))
        assert store.collections()[0].display_name == "Work (2)"
        store.update(name, info("Work"))
        assert store.collections()[0].display_name == "Work (2)"


class TestOpening:
    def test_it_says_what_is_wrong(self, store: VdirStore, root: Path) -> None:
        name = store.create("key", info("Work"))
        for wrong, message in [
            (("elsewhere", "other"), "not there"),
            ((name, "other"), "another collection"),
            (("elsewhere", "key"), f"renamed to {name}"),
            (("../calendars/work", "key"), "no folder name"),
        ]:
            with pytest.raises(ReplicaUnavailable, match=message):
                store.open(*wrong)
        (root / "link").symlink_to(root / name)
        for call in (lambda: store.open("link", "key"), lambda: store.update("link", info("x"))):
            with pytest.raises(ReplicaUnavailable, match=r"link|no folder"):
                call()

    def test_interrupted_writes_are_put_right(self, store: VdirStore, root: Path) -> None:
        name = store.create("key", info("Work"))
        (root / name / ".ksync-tmp-0123456789ab").write_bytes(b"half")
        aside = root / name / f".ksync-aside-{'0' * 64}-none-01234567"
        aside.mkdir()
        (aside / "x.ics").write_bytes(b"somebody's edit")
        collection = store.open(name, "key")
        assert collection.rescued == ["x.ics"]
        assert (root / name / "x.ics").read_bytes() == b"somebody's edit"
        assert not aside.exists()
        assert not (root / name / ".ksync-tmp-0123456789ab").exists()


class TestRemoval:
    def full(self, store: VdirStore) -> str:
        name = store.create("key", info("Work", "#a1b2c3"))
        collection = store.open(name, "key")
        list(collection.apply(Create(ResourceId(f"{n}.ics"), b"x") for n in range(3)))
        return name

    def test_nothing_is_left_of_what_is_ours(self, store: VdirStore, root: Path) -> None:
        assert store.remove(self.full(store), "key") == ()
        assert {path.name for path in root.iterdir()} == {MARKER}

    @pytest.mark.parametrize("way", list(Way))
    def test_what_is_not_ours_stays_and_is_told(self, root: Path, way: Way) -> None:
        store = VdirStore(root, Kind.CALENDAR, VdirOptions(durable=False, way=way))
        name = self.full(store)
        (root / name / "notes.txt").write_bytes(b"theirs")
        (root / name / "deep.ics").mkdir()
        (root / name / "deep.ics" / "file").write_bytes(b"theirs")
        assert store.remove(name, "key") == ("deep.ics", "notes.txt")
        assert {path.name for path in (root / name).iterdir()} == {"deep.ics", "notes.txt"}
        assert store.collections() == ()

    def test_a_removal_that_was_interrupted_is_finished(self, store: VdirStore, root: Path) -> None:
        class Killed(BaseException):
            pass

        def kill_at(number: int) -> Callable[[str], None]:
            count = iter(range(100))

            def step(name: str) -> None:
                if name in ("moved away", "deleted") and next(count) == number:
                    raise Killed

            return step

        for number in range(6):
            name = self.full(store)
            (root / name / "notes.txt").write_bytes(b"theirs")
            options = VdirOptions(durable=False, step=kill_at(number))
            with pytest.raises(Killed):
                VdirStore(root, Kind.CALENDAR, options).remove(name, "key")
            assert store.collections() == ()
            assert store.remove(name, "key") == ("notes.txt",)
            assert (root / name / "notes.txt").read_bytes() == b"theirs"
            (root / name / "notes.txt").unlink()
            (root / name).rmdir()

    def test_only_once(self, store: VdirStore) -> None:
        name = self.full(store)
        store.remove(name, "key")
        with pytest.raises(ReplicaUnavailable):
            store.remove(name, "key")


class Killed(BaseException):
    """The process ends between two steps."""


@pytest.mark.parametrize("step", ["made", "marked"])
def test_a_collection_whose_making_was_interrupted_keeps_its_name(root: Path, step: str) -> None:
    """Found by SIGKILL: an unmarked folder stayed, and the collection became ``work-2``."""

    def stop(now: str) -> None:
        if now == step:
            raise Killed

    with pytest.raises(Killed):
        VdirStore(root, Kind.CALENDAR, VdirOptions(step=stop)).create("k", info("Work"))
    assert [path.name for path in root.iterdir() if not path.name.startswith(".")] == []
    store = VdirStore(root, Kind.CALENDAR)
    store.prepare()
    assert store.create("k", info("Work")) == "work"
    assert {path.name for path in root.iterdir()} == {MARKER, "work"}
    store.open("work", "k")


def test_a_marker_is_whole_or_not_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty one would have made the folder unavailable for good."""

    def dies(*_: object) -> int:
        raise Killed

    root.mkdir()
    monkeypatch.setattr("os.write", dies)
    with pytest.raises(Killed):
        VdirStore(root, Kind.CALENDAR).prepare()
    monkeypatch.undo()
    assert VdirStore(root, Kind.CALENDAR).create("k", info("Work")) == "work"
    assert {path.name for path in root.iterdir()} == {MARKER, "work"}


def test_address_books_hold_cards(tmp_path: Path) -> None:
    store = VdirStore(tmp_path / "contacts", Kind.ADDRESSBOOK, VdirOptions(durable=False))
    name = store.create("key", CollectionInfo("", Kind.ADDRESSBOOK, "Friends"))
    collection = store.open(name, "key")
    id_ = collection.new_id("/dav/Ann%40home.vcf", lambda _: False)
    assert id_ == "Ann@home.vcf"
    list(collection.apply([Create(id_, b"BEGIN:VCARD\r\nEND:VCARD\r\n")]))
    (tmp_path / "contacts" / name / "event.ics").write_bytes(b"x")
    assert set(collection.observe(None).items) == {id_}
