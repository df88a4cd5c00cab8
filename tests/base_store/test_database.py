"""The file: transactions, damage, versions, full and read-only disks, threads."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from sync_engine.base_store import BaseStore
from sync_engine.base_store.database import Database, set_aside
from sync_engine.base_store.history import NewVersion
from sync_engine.base_store.schema import MIGRATIONS
from sync_engine.core.changes import Base
from sync_engine.core.resolution import Reason
from sync_engine.errors import (
    BaseStoreDamaged,
    BaseStoreError,
    BaseStoreTooNew,
    DiskFull,
    ReadOnlyStorage,
)


class Stop(Exception):
    """Raised by a step."""


def filled(path, rows=200):
    store = BaseStore.open(path)
    noise = random.Random(1)
    with store.transaction("fill"):
        hashes = store.contents.put_many(noise.randbytes(300) for _ in range(rows))
        store.history.keep(
            1, 1, 1.0, [NewVersion("local", Reason.DELETED, None, None, None, h) for h in hashes]
        )
    return store


# transactions


def test_a_transaction_is_all_or_nothing(store):
    def stopped():
        with store.transaction("outer"):
            store.runs.set_fact("a", "1")
            with store.transaction("inner"):
                store.runs.set_fact("b", "2")
            raise Stop

    with pytest.raises(Stop):
        stopped()
    assert (store.runs.fact("a"), store.runs.fact("b")) == (None, None)
    with store.transaction("outer"), store.transaction("inner"):
        store.runs.set_fact("a", "1")
    assert store.runs.fact("a") == "1"


def test_the_step_comes_before_the_commit_and_can_stop_it(path):
    steps = []

    def step(name):
        steps.append(name)
        if name == "bad":
            raise Stop

    with closing(BaseStore.open(path, step=step)) as store:
        with store.transaction("good"), store.transaction("within"):
            store.runs.set_fact("a", "1")
        with pytest.raises(Stop), store.transaction("bad"):
            store.runs.set_fact("a", "2")
        assert store.runs.fact("a") == "1"
    assert steps == ["migrate", "good", "bad"]


def test_what_is_committed_survives_the_process(path):
    code = (
        "import os, sys; from pathlib import Path; from sync_engine.base_store import BaseStore\n"
        "store = BaseStore.open(Path(sys.argv[1]))\n"
        "store.runs.set_fact('a', '1')\n"
        "with store.transaction('x'):\n"
        "    store.runs.set_fact('a', '2')\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], check=False)
    assert done.returncode == -9
    with closing(BaseStore.open(path)) as store:
        assert store.runs.fact("a") == "1"


def test_a_scratch_copy_keeps_nothing(store):
    store.runs.set_fact("a", "1")
    scratch = store.scratch()
    scratch.runs.set_fact("a", "2")
    assert [row.slug for row in scratch.collections.all()] == ["work"]
    scratch.close()
    assert store.runs.fact("a") == "1"


def test_every_statement_names_its_error(store):
    with pytest.raises(BaseStoreError) as caught:
        store.database.run("nonsense")
    assert caught.value.reference == "state.failed"


# versions


def test_migrations_run_from_an_empty_file(path):
    path.touch()
    BaseStore.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    assert {"content", "base", "shadow", "intent", "hold", "history", "run"} <= tables


def test_a_migration_that_was_interrupted_is_run_again(path):
    def stop(name):
        raise Stop

    with pytest.raises(Stop):
        Database(path, step=stop)
    BaseStore.open(path).close()


def test_a_file_of_a_later_version_is_refused_and_left_alone(path):
    BaseStore.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(BaseStoreTooNew):
        BaseStore.open(path)
    assert path.read_bytes() == before


def test_several_may_open_a_new_file_at_once(path):
    code = (
        "import sys; from pathlib import Path; from sync_engine.base_store import BaseStore\n"
        "sys.stdin.readline(); BaseStore.open(Path(sys.argv[1])).close()\n"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", code, path], stdin=subprocess.PIPE)
        for _ in range(4)
    ]
    for child in children:
        child.stdin.write(b"\n")
        child.stdin.close()
    assert [child.wait() for child in children] == [0] * 4


# damage


def flip(path, start, count):
    data = bytearray(path.read_bytes())
    for at in range(start, min(start + count, len(data))):
        data[at] ^= 0xFF
    path.write_bytes(data)


def damaged(path):
    """Whether opening, checking or reading everything finds the damage."""
    try:
        with closing(BaseStore.open(path)) as store:
            store.database.check()
            for version in store.history.newest():
                store.contents.get(version.content)
    except BaseStoreDamaged:
        return True
    return False


def test_a_sound_file_is_sound(path):
    filled(path).close()
    assert not damaged(path)


@pytest.mark.parametrize("place", [0.0, 0.3, 0.5, 0.7, 0.9])
def test_flipped_bytes_are_found(path, place):
    filled(path).close()
    flip(path, int(path.stat().st_size * place), 5000)
    assert damaged(path)


@pytest.mark.parametrize("place", [0.2, 0.6, 0.95])
def test_a_truncated_file_is_found(path, place):
    filled(path).close()
    os.truncate(path, int(path.stat().st_size * place))
    assert damaged(path)


@pytest.mark.parametrize("text", [b"no database at all\n" * 100, b"\0" * 8192])
def test_what_is_no_database_is_found(path, text):
    path.write_bytes(text)
    with pytest.raises(BaseStoreDamaged):
        BaseStore.open(path)


def test_a_damaged_file_is_set_aside_whole_and_another_begins(path):
    for number in range(3):
        path.write_bytes(b"no database at all\n" * 100)
        path.with_name(path.name + "-wal").write_bytes(b"wal %d" % number)
        aside = set_aside(path)
        assert not path.exists()
        assert aside.read_bytes() == b"no database at all\n" * 100
        assert aside.with_name(aside.name + "-wal").read_bytes() == b"wal %d" % number
    assert len(list(path.parent.glob("*.damaged-*"))) == 6
    BaseStore.open(path).close()


# the disk

WRITER = """
import sys
from pathlib import Path
from sync_engine.base_store import BaseStore
from sync_engine.errors import DiskFull
store = BaseStore.open(Path(sys.argv[1], "state.sqlite"))
store.runs.set_fact("kept", "yes")
full = 0
for number in range(200):
    try:
        with store.transaction("write"):
            store.runs.set_fact("big", str(number) * 100_000)
            store.runs.set_fact("n", str(number))
    except DiskFull:
        full += 1
assert full, "the disk never was full"
assert store.runs.fact("kept") == "yes"
big, n = store.runs.fact("big"), store.runs.fact("n")
assert big is None and n is None or big.startswith(n), "half of a transaction"
filler = Path(sys.argv[1], "filler")
filler.unlink()
store.runs.set_fact("again", "yes")
store.database.check()
store.close()
store = BaseStore.open(Path(sys.argv[1], "state.sqlite"))
assert store.runs.fact("kept") == store.runs.fact("again") == "yes"
"""

MOUNTED = """
mount -t tmpfs -o size=1m none "$1" || exit 99
head -c 600000 /dev/zero > "$1/filler"
exec "$2" -c "$3" "$1"
"""


def test_a_full_disk_says_so_loses_nothing_and_goes_on_when_there_is_room(tmp_path):
    unshare = shutil.which("unshare")
    assert unshare, "util-linux is part of every Linux system"
    done = subprocess.run(
        [
            *(unshare, "--user", "--map-root-user", "--mount"),
            *("sh", "-c", MOUNTED, "sh", tmp_path, sys.executable, WRITER),
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_file_that_may_not_grow_rolls_back_and_can_be_used_on(store):
    # SQLite's own limit: SQLITE_FULL, as on a disk that is full
    pages = store.database.one("PRAGMA page_count")[0]
    store.database.one(f"PRAGMA max_page_count={pages + 2}")

    def too_much():
        with store.transaction("big"):
            store.runs.set_fact("a", "1")
            store.runs.set_fact("b", "x" * 1_000_000)

    with pytest.raises(DiskFull):
        too_much()
    assert store.runs.fact("a") is None
    store.runs.set_fact("c", "1")
    assert store.runs.fact("c") == "1"


READER = """
import os, sys
from pathlib import Path
from sync_engine.base_store import BaseStore
from sync_engine.errors import ReadOnlyStorage
if os.geteuid() == 0:  # to root permissions do not apply
    os.setgid(65534)
    os.setuid(65534)
try:
    store = BaseStore.open(Path(sys.argv[1]))
    store.runs.set_fact("a", "2")
except ReadOnlyStorage:
    print("read-only")
"""


@pytest.fixture
def open_to_all(tmp_path_factory):
    """A folder that any user can reach, whatever the modes of pytest's own folders."""
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("there", [True, False])
def test_a_read_only_folder_says_so(open_to_all, there):
    path = open_to_all / "state.sqlite"
    if there:
        BaseStore.open(path).close()
        path.chmod(0o444)
    open_to_all.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READER, path],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "read-only\n", done.stderr


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(ReadOnlyStorage):
        BaseStore.open(tmp_path / "none" / "state.sqlite")


# threads


def test_threads_share_one_store(store):
    def work(number):
        for turn in range(20):
            with store.transaction("both"):
                body = f"{number}-{turn}".encode()
                content = store.contents.put(body)
                name = f"{number}-{turn}"
                store.base.put(1, Base(0, f"/{name}", name, name, content, content))
            assert store.contents.get(content) == body
            assert store.base.locate(name, 1).local_content == content

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))
    assert store.base.count(1) == 120
    store.database.check()


def test_another_thread_does_not_see_half_a_transaction(store):
    inside, seen = threading.Event(), []

    def read():
        inside.wait()
        seen.append((store.runs.fact("a"), store.runs.fact("b")))

    reader = threading.Thread(target=read)
    reader.start()
    with store.transaction("both"):
        store.runs.set_fact("a", "1")
        inside.set()
        reader.join(0.1)
        assert seen == []
        store.runs.set_fact("b", "1")
    reader.join()
    assert seen == [("1", "1")]


def test_a_rollback_in_one_thread_takes_nothing_of_another(store):
    def good(number):
        store.runs.set_fact(f"good-{number}", "1")

    def bad(number):
        with contextlib.suppress(Stop), store.transaction("bad"):
            store.runs.set_fact(f"bad-{number}", "1")
            raise Stop

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: (good if n % 2 else bad)(n), range(80)))
    facts = {row[0] for row in store.database.all("SELECT key FROM fact")}
    assert facts == {f"good-{n}" for n in range(1, 80, 2)}
